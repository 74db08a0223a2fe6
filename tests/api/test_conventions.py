"""What holds for all operations alike (docs/openapi.yaml, info): idempotency, versions, lists,
cookies, events, public look-ups, the training clock. One server for all tests.
"""
import concurrent.futures
import http.cookies
import pathlib
import sys
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
import server  # noqa: E402

CONTRACT = contract.CONTRACT


def setUpModule():
    global SERVER
    SERVER = server.Server()
    SERVER.__enter__()
    SERVER.clock("2026-03-10T08:00:00+07:00")


def tearDownModule():
    SERVER.__exit__(None, None, None)


class Conventions(unittest.TestCase):
    def setUp(self):
        self.guide = SERVER.client("PHAT_SO")
        queue = self.guide.call("getQueue").json["items"][0]
        service = next(s["service"] for s in queue["services"] if s["state"] == "open")
        self.site = queue["site"]
        self.ticket_body = {"site": self.site, "service": service, "class": "P0"}

    def take(self, client=None, **more):
        return (client or self.guide).call("createTicket", body=self.ticket_body, **more)


class Idempotency(Conventions):
    def test_the_same_key_gives_the_same_answer_and_one_ticket(self):
        key = contract.new_key()
        first, second = self.take(once=key), self.take(once=key)
        self.assertIsNone(first.headers.get("Idempotent-Replayed"))
        self.assertEqual(second.headers.get("Idempotent-Replayed"), "true")
        self.assertEqual((first.status, first.body), (second.status, second.body))
        self.assertNotEqual(self.take().json["id"], first.json["id"])

    def test_the_same_key_with_another_request_is_a_mismatch(self):
        key = contract.new_key()
        ticket = self.take(once=key).json["id"]
        other = {**self.ticket_body, "class": "P4"}
        self.guide.call("createTicket", body=other, once=key, expect="idempotency_mismatch")
        self.guide.call("cancelTicket", ticket=ticket, once=key, expect="idempotency_mismatch")
        self.assertEqual(self.take(once=key).json["id"], ticket)

    def test_a_refusal_by_rule_is_given_again_too(self):
        ticket, key = self.take().json["id"], contract.new_key()
        self.guide.call("returnTicket", ticket=ticket, once=key, expect="state_forbids")
        again = self.guide.call("returnTicket", ticket=ticket, once=key, expect="state_forbids")
        self.assertEqual(again.headers.get("Idempotent-Replayed"), "true")

    def test_a_key_belongs_to_its_account(self):
        key = contract.new_key()
        mine = self.take(once=key).json["id"]
        self.assertNotEqual(self.take(SERVER.client("TIEP_NHAN"), once=key).json["id"], mine)

    def test_a_key_outlives_a_killed_server(self):
        key = contract.new_key()
        first = self.take(once=key)
        SERVER.kill()
        SERVER.start()
        again = self.take(SERVER.client("PHAT_SO"), once=key)
        self.assertEqual((again.status, again.body), (first.status, first.body))
        self.assertEqual(again.headers.get("Idempotent-Replayed"), "true")


class Versions(Conventions):
    def test_a_change_names_the_version_it_saw(self):
        chief, account = SERVER.client("QUAN_TRI"), "thu-phien-ban"
        made = chief.call("createAccount", body={
            "account": account, "name": "Nguyễn Văn Mẫu", "roles": ["PHAT_SO"]})
        tag = made.headers["ETag"]
        change = {"name": "Trần Thị Thử"}
        chief.call("changeAccount", account=account, body=change, expect="version_required")
        after = chief.call("changeAccount", account=account, body=change, If_Match=tag)
        self.assertNotEqual(after.headers["ETag"], tag)
        stale = chief.call("changeAccount", account=account, body={"disabled": True},
                           If_Match=tag, expect="version_conflict").json
        self.assertIn("changed_by", stale)
        self.assertIn("changed_at", stale)
        self.assertEqual(chief.call("getAccount", account=account).json, after.json)

    def test_a_password_is_shown_once_and_a_repeated_account_is_a_duplicate(self):
        chief = SERVER.client("QUAN_TRI")
        body = {"account": "thu-trung", "name": "Nguyễn Văn Mẫu", "roles": ["THU_LY"],
                "unit": "VP_HDND_UBND"}
        password = chief.call("createAccount", body=body).json["password"]
        chief.call("createAccount", body=body, expect="duplicate")
        chief.call("createAccount", body={**body, "account": "thu-khac", "unit": "KHONG_CO"},
                   expect="unknown_unit")
        someone = SERVER.client()
        someone.sign_in("thu-trung", password)
        tag = chief.call("getAccount", account="thu-trung").headers["ETag"]
        chief.call("changeAccount", account="thu-trung", body={"disabled": True}, If_Match=tag)
        someone.call("getMe", expect="unauthenticated")


class Lists(Conventions):
    def test_a_filter_that_no_row_can_have_is_refused_and_not_ignored(self):
        for name, of in (("listTickets", "site"), ("listTickets", "service"),
                         ("listTickets", "counter"), ("listCounters", "site")):
            self.guide.call(name, faulty=True, expect="bad_parameter", **{of: "x" * 200})

    def test_pages_of_any_size_hold_every_row_once_and_in_one_order(self):
        whole = [p["procedure"] for p in self.guide.pages("listProcedures", limit=500)]
        self.assertGreater(len(whole), 90)
        self.assertEqual(len(set(whole)), len(whole))
        for limit in (1, 7, 95):
            paged = [p["procedure"] for p in self.guide.pages("listProcedures", limit=limit)]
            self.assertEqual(paged, whole, limit)

    def test_rows_added_while_paging_neither_repeat_nor_hide_others(self):
        ids = [self.take().json["id"] for _ in range(5)]
        pages, seen = self.guide.pages("listTickets", limit=2), []
        for ticket in pages:
            seen.append(ticket["id"])
            if len(seen) == 2:
                ids.append(self.take().json["id"])
        self.assertEqual([i for i in seen if i in ids], ids)
        self.assertEqual(len(set(seen)), len(seen))

    def test_search_forgives_tones(self):
        with_tones = [p["procedure"] for p in self.guide.pages("listProcedures", q="khai sinh")]
        without = [p["procedure"] for p in self.guide.pages("listProcedures", q="KHAI SINH")]
        self.assertTrue(with_tones)
        self.assertEqual(with_tones, without)
        marked = {p["procedure"] for p in self.guide.pages("listProcedures", q="đăng ký")}
        self.assertEqual({p["procedure"] for p in self.guide.pages("listProcedures", q="dang ky")},
                         marked)


class Cookies(Conventions):
    def cookie(self):
        """The cookie of a new session, and its attributes."""
        browser = SERVER.client()
        account = server.ACCOUNTS["PHAT_SO"][0]
        answer = browser.call("createSession", body={
            "account": account, "password": SERVER.passwords[account]})
        jar = http.cookies.SimpleCookie(answer.headers["Set-Cookie"])
        return browser, jar["motcua_session"]

    def test_the_cookie_is_kept_from_scripts_and_other_sites(self):
        _, morsel = self.cookie()
        self.assertTrue(morsel["httponly"])
        self.assertEqual(morsel["samesite"].lower(), "strict")
        self.assertEqual(morsel["path"], "/")

    def test_a_change_with_the_cookie_must_come_from_this_server(self):
        browser, morsel = self.cookie()
        cookie = {"Cookie": f"motcua_session={morsel.value}"}
        browser.call("getMe", headers=cookie)
        own = f"http://{browser.host}:{browser.port}"
        for more in ({}, {"Origin": own}, {"Origin": own, "Sec-Fetch-Site": "same-origin"}):
            self.take(browser, headers={**cookie, **more})
        for more in ({"Origin": "http://khac.example"}, {"Origin": "null"},
                     {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
            self.take(browser, headers={**cookie, **more}, expect="cross_site")

    def test_signing_out_ends_the_session(self):
        clerk = SERVER.client("VAN_THU")
        clerk.call("deleteSession")
        clerk.call("getMe", expect="unauthenticated")


class Throttle(unittest.TestCase):
    def test_a_wrong_password_tells_nothing_and_many_are_slowed_down(self):
        with server.Server() as alone:  # its address is slowed down: no other test may use it
            stranger, seen = alone.client(), set()
            for account in ["khong-co-ai"] + ["thuly"] * 40:
                answer = stranger.call("createSession", expect=lambda a: True,
                                       body={"account": account, "password": "sai mật khẩu"})
                seen.add(answer.json["code"])
            self.assertEqual(seen, {"wrong_password", "too_many_requests"})


class Events(Conventions):
    def test_a_stream_begins_with_a_snapshot_and_tells_what_happens(self):
        with SERVER.client("PHAT_SO").events(topics="queue") as stream:
            first = stream.next()
            self.assertIn(self.site, [q["site"] for q in first.data["queues"]])
            ticket = self.take().json
            event = stream.wait("ticket_issued", subject=ticket["id"])
            self.assertEqual(event.data["ticket"]["number"], ticket["number"])
            self.assertNotIn("track_token", event.data["ticket"])

    def test_a_reader_that_comes_back_misses_nothing_and_hears_nothing_twice(self):
        watcher = SERVER.client("PHAT_SO")
        with watcher.events(topics="queue") as stream:
            stream.next()
            one = self.take().json["id"]
            seen = stream.wait("ticket_issued", subject=one)
        ids = [self.take().json["id"] for _ in range(3)]
        with watcher.events(topics="queue", last=seen.id) as stream:
            heard = []
            while len(heard) < 3:
                event = stream.next()
                self.assertNotEqual(event.kind, "snapshot")
                if event.kind == "ticket_issued":
                    heard.append(event.data["subject"])
            self.assertEqual(heard, ids)

    def test_boards_that_come_together_each_hear_all_that_follows_their_snapshot(self):
        chief = SERVER.client("QUAN_TRI")
        token = chief.call("createDevice", body={
            "device": "bang-cung-luc", "kind": "board", "site": self.site}).json["token"]
        boards, tickets, begun = 48, 40, threading.Barrier(49)

        def listen():
            board = SERVER.client()
            board.token = token
            begun.wait()
            with board.events(topics="queue") as stream:
                heard = [stream.next().data["seq"]]
                while heard[-1] < final.result():
                    event = stream.next()
                    if event.kind != "heartbeat":
                        heard.append(event.data["seq"])
            return heard

        final = concurrent.futures.Future()
        with self.guide.events(topics="queue", site=self.site) as truth, \
                concurrent.futures.ThreadPoolExecutor(boards) as pool:
            first = truth.next().data["seq"]
            listening = [pool.submit(listen) for _ in range(boards)]
            begun.wait()
            last = [self.take().json["id"] for _ in range(tickets)][-1]
            seqs = [first]
            while True:
                event = truth.next()
                if event.kind == "heartbeat":
                    continue
                seqs.append(event.data["seq"])
                if event.kind == "ticket_issued" and event.data["subject"] == last:
                    break
            final.set_result(seqs[-1])
            for board in listening:
                snapshot, *heard = board.result()
                self.assertEqual(heard, [seq for seq in seqs if seq > snapshot])

    def test_a_board_hears_no_class(self):
        chief = SERVER.client("QUAN_TRI")
        body = {"device": "bang-nghe", "kind": "board", "site": self.site}
        board = SERVER.client()
        board.token = chief.call("createDevice", body=body).json["token"]
        with board.events(topics="queue") as stream:
            stream.next()
            ticket = self.guide.call("createTicket", body={**self.ticket_body, "class": "P2"}).json
            event = stream.wait("ticket_issued", subject=ticket["id"])
            self.assertNotIn("class", event.data["ticket"])
            chief.call("deleteDevice", device="bang-nghe")
            with self.assertRaises(StopIteration):
                while True:
                    stream.next()


class Visits(Conventions):
    def test_every_answer_and_event_of_a_visit_keeps_the_contract(self):
        clerk = SERVER.client("TIEP_NHAN")
        counter = next(c for c in clerk.pages("listCounters", site=self.site)
                       if self.ticket_body["service"] in c["services"]["primary"])["counter"]
        with clerk.events(topics="queue") as stream:
            stream.next()
            self.play(clerk, counter)
            event = stream.wait("counter_changed", subject=counter, state="closed")
            self.assertEqual(event.data["officer_before"], server.ACCOUNTS["TIEP_NHAN"][0])

    def play(self, clerk, counter):
        """A ticket goes through every verb; what the state or the counter forbids is tried too."""
        one, two = self.take().json["id"], self.take().json["id"]
        clerk.call("callNext", counter=counter, expect="counter_closed")
        clerk.call("setCounter", counter=counter, body={"state": "open"})
        called = clerk.call("callTicket", counter=counter,
                            body={"ticket": one, "reason": "gọi lại"})
        self.assertEqual(called.json["why"]["rule"], "direct")
        clerk.call("callNext", counter=counter, expect="counter_busy")
        for verb in ("recallTicket", "startTicket", "parkTicket", "returnTicket"):
            self.assertEqual(clerk.call(verb, ticket=one).json["id"], one)
        clerk.call("startTicket", ticket=one, expect="state_forbids")
        clerk.call("callTicket", counter=counter, body={"ticket": one, "reason": ""},
                   expect="reason_missing")
        clerk.call("callTicket", counter=counter, body={"ticket": one, "reason": "đã xong giấy"})
        clerk.call("callTicket", counter=counter, expect="counter_busy",
                   body={"ticket": two, "reason": "thử"})
        clerk.call("markNoShow", ticket=one)
        undone = clerk.call("undoAtCounter", counter=counter, body={"ticket": one}).json
        self.assertEqual((undone["undone"], undone["ticket"]["state"]), ("no_show", "called"))
        clerk.call("undoAtCounter", counter=counter, body={"ticket": one}, expect="state_forbids")
        clerk.call("markNoShow", ticket=one)
        clerk.call("comeBackTicket", ticket=one)
        clerk.call("callTicket", counter=counter, body={"ticket": one, "reason": "đã quay lại"})
        clerk.call("markNoShow", ticket=one)
        clerk.call("comeBackTicket", ticket=one, expect="once_only")
        sat = clerk.call("setCounter", counter=counter, body={"state": "open"},
                         Counter_Seat="browser-one").json
        self.assertEqual(sat["seat"], "browser-one")
        clerk.call("callNext", counter=counter, Counter_Seat="browser-two", expect="seat_taken")
        clerk.call("callNext", counter=counter, Counter_Seat="short", faulty=True,
                   expect="bad_parameter")
        while clerk.call("callNext", counter=counter, body={"finish_current": True},
                         Counter_Seat="browser-one").json["ticket"]:
            pass
        clerk.call("cancelTicket", ticket=one, body={"reason": "không quay lại"})
        clerk.call("setCounter", counter=counter, body={"state": "paused"})
        clerk.call("setCounter", counter=counter, body={"state": "closed"})


class PublicAndClock(Conventions):
    def test_a_ticket_is_followed_by_its_token_alone(self):
        ticket, phone = self.take().json, SERVER.client()
        seen = phone.call("publicTicket", track_token=ticket["track_token"]).json
        self.assertEqual(seen["number"], ticket["number"])
        for wrong in (ticket["id"], "x", ticket["track_token"][:-1], "khong-co"):
            phone.call("publicTicket", track_token=wrong, expect="not_found", faulty=True)

    def test_a_dossier_that_nobody_has_is_not_found_whatever_is_wrong(self):
        phone = SERVER.client()
        for code, secret in (("H55.128-260310-0001", "ABCDEF"), ("khong", "x"), ("'", "--")):
            phone.call("publicDossier", code=code, secret=secret, expect="not_found")

    def test_the_training_clock_goes_forward_only(self):
        chief = SERVER.client("QUAN_TRI")
        chief.call("setTrainingClock", body={"now": "2026-03-10T08:30:00+07:00", "rate": 0})
        chief.call("setTrainingClock", body={"now": "2026-03-10T08:29:59+07:00", "rate": 0},
                   expect="time")
        now = chief.call("getTrainingClock").json
        self.assertEqual(now, {"now": "2026-03-10T08:30:00+07:00", "rate": 0})
        self.assertEqual(self.take().json["issued_at"], now["now"])


if __name__ == "__main__":
    unittest.main()
