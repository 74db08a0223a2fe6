"""Who may come in, and what is cut. Rules checked: R-290, R-602, R-700, R-701, R-702, R-703, R-710,
R-711, R-716, R-720, R-721, R-723, R-724 (the event streams' own tests stand in test_conventions)."""
import http.client
import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

TICKET = {"site": "trung-tam", "service": "A", "class": "P0"}


class Access(unittest.TestCase):
    def setUp(self):
        self.centre = server.Server()
        self.centre.__enter__()

    def tearDown(self):
        self.centre.__exit__(None, None, None)

    def sign_in(self, account, password, expect):
        return self.centre.client().call("createSession", expect=expect,
                                         body={"account": account, "password": password})

    def test_guessing_a_password_is_slowed_down_for_that_account_alone(self):
        for _ in range(8):
            self.sign_in("tiepnhan", "sai", "wrong_password")
        self.sign_in("tiepnhan", self.centre.passwords["tiepnhan"], "too_many_requests")
        self.sign_in("thuly", self.centre.passwords["thuly"], 201)

    def test_looking_things_up_without_an_account_is_slowed_down(self):
        anyone = self.centre.client()
        statuses = [anyone.call("publicTicket", track_token="X" * 26,
                                expect=lambda answer: True).status for _ in range(200)]
        self.assertEqual(set(statuses), {404, 429})
        self.assertEqual(set(statuses[:100]), {404})
        anyone.call("getHealth")

    def test_an_unknown_account_is_refused_like_a_wrong_password(self):
        wrong = self.sign_in("tiepnhan", "sai", "wrong_password").json
        unknown = self.sign_in("khong-co", "sai", "wrong_password").json
        self.assertEqual(wrong, unknown)

    def test_a_session_outlives_a_crash_and_ends_at_sign_out(self):
        clerk = self.centre.client("TIEP_NHAN")
        token = clerk.token
        self.centre.kill()
        self.centre.start()
        again = self.centre.client()
        again.token = token
        again.call("getMe")
        again.call("deleteSession")
        again.call("getMe", expect="unauthenticated")

    def test_a_new_password_ends_the_sessions_of_its_account(self):
        clerk = self.centre.client("TIEP_NHAN")
        self.centre.run("account", "password", "tiepnhan", "--data", self.centre.data)
        clerk.call("getMe", expect="unauthenticated")

    def test_a_change_by_the_command_line_holds_when_the_command_ends(self):
        for i in range(8):
            name = f"thu{i}"
            self.centre.run("account", "add", name, "--data", self.centre.data, "--name",
                            "Tài Khoản Thử", "--roles", "KIEM_TRA", "--password-stdin",
                            text="mot-mat-khau-thu\n")
            client = self.centre.client()
            client.sign_in(name, "mot-mat-khau-thu")
            client.call("getMe")
            self.centre.run("account", "disable", name, "--data", self.centre.data)
            client.call("getMe", expect="unauthenticated")

    def test_a_role_does_what_is_its_own_and_nothing_is_changed_by_others(self):
        handler = self.centre.client("THU_LY")
        handler.call("createTicket", body=TICKET, expect="forbidden")
        self.assertEqual(self.centre.client("TIEP_NHAN").call("listTickets").json["items"], [])

    def test_a_cookie_from_another_page_changes_nothing(self):
        password = self.centre.passwords["tiepnhan"]
        host = self.centre.base_url.removeprefix("http://")
        connection = http.client.HTTPConnection(host, timeout=10)
        connection.request("POST", "/api/v1/session",
                           json.dumps({"account": "tiepnhan", "password": password}),
                           {"Content-Type": "application/json"})
        answer = connection.getresponse()
        cookie = answer.getheader("Set-Cookie")
        answer.read()
        self.assertIn("HttpOnly", cookie)
        self.assertIn("SameSite=Strict", cookie)
        headers = {"Cookie": cookie.split(";")[0], "Content-Type": "application/json",
                   "Idempotency-Key": "0195-cookie-test"}
        for more, status in (({"Origin": "http://elsewhere.example"}, 403),
                             ({"Sec-Fetch-Site": "cross-site"}, 403),
                             ({"Origin": f"http://{host}"}, 201)):
            connection.request("POST", "/api/v1/tickets", json.dumps(TICKET), {**headers, **more})
            answer = connection.getresponse()
            answer.read()
            self.assertEqual(answer.status, status, more)
        connection.close()

    def test_a_training_clock_goes_forward_only_and_survives_a_crash(self):
        self.centre.clock("2027-03-10T07:30:00+07:00")
        admin = self.centre.client("QUAN_TRI")
        admin.call("setTrainingClock", body={"now": "2027-03-10T07:29:59+07:00", "rate": 0},
                   expect="time")
        self.centre.kill()
        self.centre.start()
        clock = self.centre.client("QUAN_TRI").call("getTrainingClock").json
        self.assertEqual((clock["now"], clock["rate"]), ("2027-03-10T07:30:00+07:00", 0))

    def test_a_faulty_set_up_is_loaded_not_at_all_and_every_fault_is_named(self):
        faulty = self.centre.folder / "faulty.json"
        faulty.write_text(json.dumps({
            "sites": [{"site": "moi", "name": "Điểm mới"}],
            "services": [{"service": "AB", "name": "Hai chữ"}],
            "counters": [{"counter": "9", "site": "khong-co", "name": "Quầy 9", "primary": ["Z"]}],
            "la": 1}), "utf-8")
        with self.assertRaises(AssertionError) as refused:
            self.centre.run("import", "--data", self.centre.data, faulty)
        for place in ("services[0].service", "counters[0]", "la: not a part"):
            self.assertIn(place, str(refused.exception))
        sites = self.centre.client("TIEP_NHAN").call("listSites").json["items"]
        self.assertNotIn("moi", [site["site"] for site in sites])

    def test_parameters_and_bodies_are_taken_as_the_route_knows_them(self):
        clerk = self.centre.client("TIEP_NHAN")
        clerk.call("listTickets", state="khong-co", expect="bad_parameter", faulty=True)
        clerk.call("createTicket", body={**TICKET, "thua": 1}, expect="unknown_field", faulty=True)
        clerk.call("createTicket", raw=b'{"service":"A","service":"B","class":"P0"}',
                   expect="malformed", faulty=True)


if __name__ == "__main__":
    unittest.main()
