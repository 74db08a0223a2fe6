"""Accounts, devices and the log, as an administrator and an inspector use them.
Rules checked: R-704, R-705, R-706, R-707, R-708, R-709, R-900, R-901, R-902,
R-986, R-987.
"""
import datetime
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
import server  # noqa: E402


def later(instant, seconds):
    moved = datetime.datetime.fromisoformat(instant) + datetime.timedelta(seconds=seconds)
    return moved.isoformat()


def setUpModule():
    global SERVER
    SERVER = server.Server()
    SERVER.__enter__()


def tearDownModule():
    SERVER.__exit__(None, None, None)


class Access(unittest.TestCase):
    made = 0

    def setUp(self):
        self.admin = SERVER.client("QUAN_TRI")

    def new_name(self):
        Access.made += 1
        return f"thu{Access.made}"

    def create(self, **more):
        body = {"account": self.new_name(), "name": "Trần Thị Thử", "roles": ["TIEP_NHAN"],
                "unit": "TT_PVHCC", **more}
        return self.admin.call("createAccount", body=body, expect=201)

    def device(self, kind="kiosk", **more):
        body = {"device": self.new_name(), "kind": kind, "site": "trung-tam", **more}
        return self.admin.call("createDevice", body=body, expect=201).json

    def signed_in(self, created):
        client = SERVER.client()
        client.sign_in(created["account"]["account"], created["password"])
        return client

    def assert_ends(self, stream):
        """The server ends the stream; one that goes on sends heartbeats, or times out."""
        with self.assertRaises(StopIteration):
            for _ in range(4):
                self.assertNotEqual(stream.next().kind, "heartbeat")

    def etag(self, account):
        return self.admin.call("getAccount", account=account).headers["ETag"]

    def change(self, account, body, **more):
        more.setdefault("If_Match", self.etag(account))
        return self.admin.call("changeAccount", account=account, body=body, **more)


class Accounts(Access):
    def test_a_new_account_signs_in_with_the_password_shown_once(self):
        answer = self.create()
        self.assertEqual(answer.headers["ETag"], '"1"')
        self.assertEqual(answer.json["account"]["changed_by"], "quantri")
        client = self.signed_in(answer.json)
        self.assertEqual(client.call("getMe").json["roles"], ["TIEP_NHAN"])
        name = answer.json["account"]["account"]
        shown = self.admin.call("getAccount", account=name)
        self.assertNotIn(answer.json["password"].encode(), shown.body)
        self.assertEqual(shown.json, answer.json["account"])

    def test_two_passwords_are_never_alike(self):
        self.assertNotEqual(self.create().json["password"], self.create().json["password"])

    def test_accounts_are_listed_once_in_order(self):
        self.create()
        listed = [a["account"] for a in self.admin.pages("listAccounts", limit=3)]
        self.assertEqual(listed, sorted(set(listed)))
        self.assertTrue({a for a, _ in server.ACCOUNTS.values()} <= set(listed))

    def test_a_code_is_given_once_to_accounts_and_devices_together(self):
        name = self.create().json["account"]["account"]
        body = {"account": name, "name": "Nguyễn Văn Mẫu", "roles": ["PHAT_SO"]}
        self.admin.call("createAccount", body=body, expect="duplicate")
        device = {"device": name, "kind": "kiosk", "site": "trung-tam"}
        self.admin.call("createDevice", body=device, expect="duplicate")
        self.admin.call("createDevice", body={**device, "device": "kiosk-x"}, expect=201)
        self.admin.call("createAccount", body={**body, "account": "kiosk-x"}, expect="duplicate")

    def test_faulty_accounts_are_refused_by_field(self):
        sound = {"account": "mau", "name": "Nguyễn Văn Mẫu", "roles": ["PHAT_SO"]}
        for change, code, pointer in (
                ({"account": "Mau"}, "bad_value", "/account"),
                ({"account": "1mau"}, "bad_value", "/account"),
                ({"account": "x" * 41}, "bad_value", "/account"),
                ({"account": None}, "missing_field", "/account"),
                ({"name": "  "}, "bad_value", "/name"),
                ({"name": 5}, "wrong_type", "/name"),
                ({"roles": []}, "bad_value", "/roles"),
                ({"roles": ["KIOSK"]}, "bad_value", "/roles/0"),
                ({"roles": ["CONG_DAN"]}, "bad_value", "/roles/0"),
                ({"roles": ["PHAT_SO", "PHAT_SO"]}, "bad_value", "/roles/1"),
                ({"roles": [5]}, "wrong_type", "/roles/0"),
                ({"roles": ["THU_LY"]}, "missing_field", "/unit"),
                ({"roles": ["LD_PHONG"]}, "missing_field", "/unit"),
                ({"password": "abc"}, "unknown_field", "/password")):
            answer = self.admin.call("createAccount", body={**sound, **change}, faulty=True,
                                     expect=code)
            self.assertEqual([e["pointer"] for e in answer.json["errors"]], [pointer], change)
        for unit in ("PHONG_LA", "MOT_PHONG_CO_TEN_RAT_DAI_KHONG_CO"):
            self.admin.call("createAccount", body={**sound, "unit": unit}, expect="unknown_unit")
        self.admin.call("getAccount", account="mau", expect="not_found")

    def test_a_name_is_kept_in_one_form_of_unicode(self):
        decomposed = "Nguye\u0302\u0303n  Va\u0306n Ma\u0302\u0303u"
        self.assertEqual(self.create(name=decomposed).json["account"]["name"], "Nguyễn Văn Mẫu")

    def test_a_change_leaves_what_it_does_not_name(self):
        before = self.create().json["account"]
        after = self.change(before["account"], {"name": "Nguyễn Văn Mẫu"})
        self.assertEqual(after.headers["ETag"], '"2"')
        wanted = {**before, "name": "Nguyễn Văn Mẫu", "version": 2}
        self.assertEqual({**after.json, "changed_at": before["changed_at"]}, wanted)
        after = self.change(before["account"], {"unit": None}).json
        self.assertIsNone(after["unit"])
        after = self.change(before["account"], {"roles": ["THU_LY", "VAN_THU"], "unit": "P_KT"})
        self.assertEqual((after.json["roles"], after.json["unit"]), (["THU_LY", "VAN_THU"], "P_KT"))
        self.change(before["account"], {"unit": None}, expect="missing_field")
        self.change(before["account"], {}, faulty=True, expect="missing_field")

    def test_a_stale_version_is_told_who_changed_what(self):
        account = self.create().json["account"]["account"]
        stale = self.etag(account)
        self.change(account, {"name": "Nguyễn Văn Mẫu"})
        answer = self.change(account, {"name": "Người Khác"}, If_Match=stale,
                             expect="version_conflict")
        self.assertEqual(answer.json["changed_by"], "Tài khoản thử QUAN_TRI")
        self.assertEqual(answer.json["current"]["name"], "Nguyễn Văn Mẫu")
        self.admin.call("changeAccount", account=account, body={"name": "X Y"},
                        headers={"If-Match": None}, If_Match=stale, faulty=True,
                        expect="version_required")
        self.admin.call("changeAccount", account="khongco", body={"name": "X Y"}, If_Match='"1"',
                        expect="not_found")

    def test_the_same_key_changes_once(self):
        account, key = self.create().json["account"]["account"], contract.new_key()
        seen = self.etag(account)
        first = self.change(account, {"disabled": True}, If_Match=seen, once=key)
        again = self.change(account, {"disabled": True}, If_Match=seen, once=key)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")
        self.assertEqual(first.json, again.json)
        self.assertEqual(self.etag(account), '"2"')

    def test_a_disabled_account_is_out_at_once(self):
        created = self.create().json
        client = self.signed_in(created)
        name = created["account"]["account"]
        with client.events(topics="queue") as stream:
            self.assertEqual(stream.next().kind, "snapshot")
            self.change(name, {"disabled": True})
            client.call("getMe", expect="unauthenticated")
            self.assert_ends(stream)
        refused = {"account": name, "password": created["password"]}
        SERVER.client().call("createSession", body=refused, expect="wrong_password")
        self.change(name, {"disabled": False})
        client.call("getMe", expect="unauthenticated")  # the old session stays ended
        self.signed_in(created).call("getMe")

    def test_new_roles_count_at_once(self):
        created = self.create().json
        client = self.signed_in(created)
        client.call("listAccounts", expect="forbidden")
        self.change(created["account"]["account"], {"roles": ["QUAN_TRI"]})
        client.call("listAccounts")

    def test_nobody_disables_himself_or_gives_up_his_own_administration(self):
        for body in ({"disabled": True}, {"roles": ["KIEM_TRA"]}):
            self.change("quantri", body, expect="forbidden")
        self.change("quantri", {"roles": ["QUAN_TRI", "KIEM_TRA"]})

    def test_only_the_administrator_manages_access(self):
        for role in ("GD_TT", "LANH_DAO", "TIEP_NHAN", "KIEM_TRA"):
            client = SERVER.client(role)
            client.call("listAccounts", expect="forbidden")
            client.call("listDevices", expect="forbidden")

    def test_accounts_outlive_a_killed_server(self):
        created = self.create().json
        SERVER.kill()
        SERVER.start()
        self.signed_in(created).call("getMe")


class Devices(Access):
    def client(self, device):
        client = SERVER.client()
        client.token = device["token"]
        return client

    def test_a_kiosk_gives_tickets_until_it_is_revoked(self):
        device = self.device()
        name, kiosk = device["device"]["device"], self.client(device)
        service = next(self.admin.pages("listServices"))["service"]
        kiosk.call("createTicket", body={"service": service, "class": "P0"}, expect=201)
        shown = next(d for d in self.admin.pages("listDevices", limit=2) if d["device"] == name)
        self.assertEqual(dict(shown, seen_at=None), device["device"])
        answer = self.admin.call("deleteDevice", device=name, expect=204)
        self.assertEqual(answer.body, b"")
        kiosk.call("getMe", expect="unauthenticated")
        self.assertNotIn(name, [d["device"] for d in self.admin.pages("listDevices")])
        self.admin.call("deleteDevice", device=name, expect="not_found")

    def seen_at(self, name):
        return next(d for d in self.admin.pages("listDevices") if d["device"] == name)["seen_at"]

    def test_a_device_is_seen_when_it_asks_and_while_it_listens(self):
        """R-994."""
        device = self.device("board")
        name, board = device["device"]["device"], self.client(device)
        self.assertIsNone(device["device"]["seen_at"])
        self.assertIsNone(self.seen_at(name))
        with board.events(topics="queue") as stream:
            stream.next()
            first = self.seen_at(name)
            self.assertIsNotNone(first)
            SERVER.clock(later(first, 60))
            while stream.next().kind != "heartbeat":
                pass
            self.assertEqual(self.seen_at(name), later(first, 60))
        rows = [row["kind"] for row in self.admin.pages("readLog", subject=name)]
        self.assertEqual(rows, ["device_added", "device_pairing_made"])

    def test_a_revoked_code_may_be_given_to_a_device_again(self):
        name = self.device()["device"]["device"]
        self.admin.call("deleteDevice", device=name)
        body = {"device": name, "kind": "board", "site": "trung-tam"}
        again = self.admin.call("createDevice", body=body, expect=201).json
        self.assertEqual(self.client(again).call("getMe").json["device_kind"], "board")

    def test_the_streams_of_a_revoked_device_end(self):
        device = self.device("board")
        with self.client(device).events(topics="queue") as stream:
            stream.next()
            self.admin.call("deleteDevice", device=device["device"]["device"])
            self.assert_ends(stream)

    def test_faulty_devices_are_refused(self):
        sound = {"device": "bang-1", "kind": "board", "site": "trung-tam"}
        for change, code in (({"kind": "toaster"}, "bad_value"), ({"device": "B 1"}, "bad_value"),
                             ({"may_set_class": "yes"}, "wrong_type"), ({"x": 1}, "unknown_field"),
                             ({"site": None}, "missing_field")):
            self.admin.call("createDevice", body={**sound, **change}, faulty=True, expect=code)
        self.admin.call("createDevice", body={**sound, "site": "nowhere"}, expect="unknown_site")
        self.admin.call("createDevice", body={**sound, "site": "a-site-with-a-long-name"},
                        expect="unknown_site")

    def test_secrets_are_not_kept_as_they_are(self):
        created = self.admin.call("createAccount", body={
            "account": self.new_name(), "name": "Trần Thị Thử", "roles": ["PHAT_SO"]}).json
        token = self.device()["token"]
        for path in SERVER.data.iterdir():
            kept = path.read_bytes() if path.is_file() else b""
            self.assertNotIn(created["password"].encode(), kept)
            self.assertNotIn(token.encode(), kept)


class Pairing(Access):
    """Screens: a code is typed, a cookie comes back."""

    def pair(self, device, screen=None, **more):
        """Type the device's code at a screen; the screen holds what the server set."""
        screen = screen or SERVER.client()
        answer = screen.call("pairDevice", body={"code": device["pairing"]["code"]}, **more)
        screen.cookie = answer.headers["Set-Cookie"]
        return screen, answer

    def ask(self, screen, operation, kind="kiosk", cookie=None, headers=None, **more):
        sent = {"Cookie": (cookie or screen.cookie).split(";")[0], "Motcua-Device": kind}
        return screen.call(operation, headers={**sent, **(headers or {})}, **more)

    def new_code(self, name):
        return {"pairing": self.admin.call("createPairing", device=name, expect=201).json}

    def test_a_screen_is_paired_by_the_code_and_holds_no_secret_that_a_script_reads(self):
        device = self.device()
        screen, answer = self.pair(device)
        name = device["device"]["device"]
        self.assertEqual(answer.json["device"], name)
        self.assertEqual(answer.json["kind"], "kiosk")
        self.assertEqual(set(answer.json), {"device", "kind", "site", "site_name"})
        for part in ("motcua_kiosk=", "Path=/", "HttpOnly", "SameSite=Strict", "Max-Age=34560000"):
            self.assertIn(part, screen.cookie)
        me = self.ask(screen, "getMe")
        self.assertEqual((me.json["device"], me.json["device_kind"]), (name, "kiosk"))
        self.assertEqual(me.headers["Set-Cookie"], screen.cookie)  # kept for 400 days more
        self.assertNotIn("Set-Cookie", SERVER.client("TIEP_NHAN").call("getMe").headers)
        kinds = [r["kind"] for r in SERVER.client("KIEM_TRA").pages("readLog", subject=name)]
        self.assertEqual(kinds, ["device_added", "device_pairing_made", "device_paired"])

    def test_a_code_is_good_once(self):
        device = self.device()
        screen, _ = self.pair(device)
        self.pair(device, expect="pairing_code_wrong")
        self.ask(screen, "getMe")

    def test_a_new_code_replaces_the_one_before(self):
        device = self.device("board")
        newer = self.new_code(device["device"]["device"])
        self.pair(device, expect="pairing_code_wrong")
        screen, answer = self.pair(newer)
        self.assertEqual(answer.json["kind"], "board")
        self.ask(screen, "getMe", "board")

    def test_pairing_again_cuts_the_screen_before_off(self):
        device = self.device("board")
        first, _ = self.pair(device)
        stream_of = SERVER.client()
        stream_of.token = device["token"]
        stream_of.call("getMe", expect="unauthenticated")  # the token of the device went first
        headers = {"Cookie": first.cookie.split(";")[0]}
        first._with = lambda sent, more: {**sent, **headers, **(more or {})}
        with contract.EventStream(first, {"topics": "queue", "device": "board"}, None, 40) as stream:
            self.assertEqual(stream.next().kind, "snapshot")
            second, _ = self.pair(self.new_code(device["device"]["device"]))
            self.assert_ends(stream)
        self.ask(first, "getMe", "board", expect="device_unpaired")
        self.ask(second, "getMe", "board")

    def test_a_revoked_device_is_told_so_and_its_code_is_worth_nothing(self):
        device = self.device()
        screen, _ = self.pair(device)
        name = device["device"]["device"]
        code = self.new_code(name)
        self.admin.call("deleteDevice", device=name)
        answer = self.ask(screen, "getMe", expect="device_unpaired")
        self.assertEqual(answer.status, 401)
        self.pair(code, expect="pairing_code_wrong")
        self.admin.call("createPairing", device=name, expect="not_found")

    def test_who_was_never_paired_is_told_otherwise(self):
        screen = SERVER.client()
        screen.call("getMe", headers={"Motcua-Device": "kiosk"}, expect="unauthenticated")
        screen.call("getMe", headers={"Motcua-Device": "toaster"}, expect="malformed")

    def test_one_browser_may_be_a_person_and_two_devices(self):
        kiosk, _ = self.pair(self.device())
        board, _ = self.pair(self.device("board"))
        clerk = SERVER.client("TIEP_NHAN")
        cookies = "; ".join([kiosk.cookie.split(";")[0], "motcua_session=" + clerk.token,
                             board.cookie.split(";")[0]])
        for kind in ("kiosk", "board"):
            me = self.ask(kiosk, "getMe", kind, headers={"Cookie": cookies}).json
            self.assertEqual(me["device_kind"], kind)
        person = kiosk.call("getMe", headers={"Cookie": cookies}).json
        self.assertEqual(person["account"], "tiepnhan")

    def test_the_cookie_of_another_kind_does_not_count(self):
        board, _ = self.pair(self.device("board"))
        self.ask(board, "getMe", "kiosk", expect="unauthenticated")
        stolen = board.cookie.replace("motcua_board", "motcua_kiosk")
        clerk = SERVER.client("TIEP_NHAN")
        self.ask(board, "getMe", "kiosk", cookie="motcua_kiosk=" + clerk.token,
                 expect="device_unpaired")
        service = next(self.admin.pages("listServices"))["service"]
        self.ask(board, "createTicket", "kiosk", cookie=stolen, expect="forbidden",
                 body={"service": service, "class": "P0"})

    def test_another_sites_page_changes_nothing_by_a_devices_cookie(self):
        screen, _ = self.pair(self.device())
        service = next(self.admin.pages("listServices"))["service"]
        body = {"service": service, "class": "P0"}
        own = SERVER.base_url
        self.ask(screen, "createTicket", body=body, headers={"Origin": "http://elsewhere.example"},
                 expect="cross_site")
        self.ask(screen, "createTicket", body=body, headers={"Sec-Fetch-Site": "cross-site"},
                 expect="cross_site")
        self.ask(screen, "createTicket", body=body, headers={"Origin": own}, expect=201)

    def test_a_printer_has_no_screen(self):
        device = self.device("printer")
        self.assertIsNone(device["pairing"])
        self.admin.call("createPairing", device=device["device"]["device"],
                        expect="device_without_screen")
        self.admin.call("createPairing", device="khong-co", expect="not_found")

    def test_a_code_is_kept_as_a_digest_and_a_paired_screen_outlives_a_killed_server(self):
        device = self.device()
        code = device["pairing"]["code"].encode()
        screen, _ = self.pair(device)
        other = self.new_code(device["device"]["device"])["pairing"]["code"].encode()
        SERVER.kill()
        for path in SERVER.data.iterdir():
            kept = path.read_bytes() if path.is_file() else b""
            self.assertNotIn(code, kept)
            self.assertNotIn(other, kept)
        SERVER.start()
        again = SERVER.client()
        self.assertEqual(self.ask(again, "getMe", cookie=screen.cookie).json["device_kind"],
                         "kiosk")

    def test_shapes_that_no_code_has(self):
        for code in ("1234567", "123456789", "1234567a", "1234 567", "١٢٣٤٥٦٧٨"):
            SERVER.client().call("pairDevice", body={"code": code}, faulty=True,
                                 expect="bad_value")


class PairingGuesses(unittest.TestCase):
    def test_guessing_is_slow(self):
        with server.Server() as own:
            screen = own.client()
            refused = lambda answer: answer.status in (422, 429)  # noqa: E731
            answers = [screen.call("pairDevice", body={"code": f"{i:08}"}, expect=refused).status
                       for i in range(12)]
            self.assertEqual(answers[:8], [422] * 8)
            self.assertEqual(set(answers[9:]), {429})


class Log(Access):
    def setUp(self):
        super().setUp()
        self.inspector = SERVER.client("KIEM_TRA")

    def test_the_log_is_gapless_and_each_row_has_a_hash_of_its_own(self):
        rows = list(self.inspector.pages("readLog", limit=7))
        self.assertEqual([r["seq"] for r in rows], list(range(1, len(rows) + 1)))
        self.assertTrue(all(len(bytes.fromhex(r["hash"])) == 32 for r in rows))
        self.assertEqual(len({r["hash"] for r in rows}), len(rows))

    def test_rows_about_one_subject(self):
        name = self.create().json["account"]["account"]
        self.change(name, {"disabled": True})
        rows = list(self.inspector.pages("readLog", subject=name, limit=2))
        self.assertEqual([r["kind"] for r in rows], ["account_added", "account_changed"])
        self.assertEqual({r["actor"] for r in rows}, {"quantri"})
        self.assertEqual(list(self.inspector.pages("readLog", subject="khong-co")), [])
        self.assertEqual(list(self.inspector.pages("readLog", subject="x" * 60)), [])

    def test_only_later_rows(self):
        rows = self.inspector.call("readLog", after=3, limit=2).json
        self.assertEqual([r["seq"] for r in rows["items"]], [4, 5])
        self.assertEqual(rows["next"], "5")
        self.inspector.call("readLog", after="x", faulty=True, expect="bad_parameter")
        self.inspector.call("readLog", after="-1", faulty=True, expect="bad_parameter")

    def test_others_do_not_read_it(self):
        SERVER.client("GD_TT").call("readLog", expect="forbidden")
        SERVER.client("GD_TT").call("checkLog", expect="forbidden")

    def all_rows(self, **filters):
        return list(self.inspector.pages("readLog", limit=5, **filters))

    def test_rows_of_one_kind_or_a_family_of_kinds(self):
        self.create()
        every = self.all_rows()
        for kind, wanted in (("account_added", lambda k: k == "account_added"),
                             ("account_", lambda k: k.startswith("account_")),
                             ("khong_co", lambda k: False)):
            self.assertEqual(self.all_rows(kind=kind), [r for r in every if wanted(r["kind"])])

    def test_rows_by_one_actor(self):
        self.create()
        every = self.all_rows()
        mine = [r for r in every if r["actor"] == "quantri"]
        self.assertTrue(mine)
        self.assertEqual(self.all_rows(actor="quantri"), mine)
        self.assertEqual(self.all_rows(actor="quantri", kind="signed_in"),
                         [r for r in mine if r["kind"] == "signed_in"])

    def test_the_newest_come_first_page_by_page(self):
        every = self.all_rows()
        newest, before = [], None
        while True:
            page = self.inspector.call("readLog", order="newest", limit=3, before=before).json
            newest += page["items"]
            before = page["next"]
            if before is None:
                break
        self.assertEqual(newest, every[::-1])
        name = self.create().json["account"]["account"]
        self.change(name, {"disabled": True})
        rows = self.inspector.call("readLog", subject=name, order="newest").json["items"]
        self.assertEqual([r["kind"] for r in rows], ["account_changed", "account_added"])
        self.inspector.call("readLog", order="up", faulty=True, expect="bad_parameter")
        self.inspector.call("readLog", before=0, faulty=True, expect="bad_parameter")

    def test_rows_of_some_days(self):
        SERVER.clock("2026-03-04T09:00:00+07:00")
        self.create()
        SERVER.clock("2026-03-06T00:00:00+07:00")
        self.create()
        every = self.all_rows()
        for days in ({}, {"from_": "2026-03-03"}, {"to": "2026-03-04"}, {"from_": "2026-03-07"},
                     {"from_": "2026-03-04", "to": "2026-03-04"}, {"to": "2026-03-01"},
                     {"from_": "2026-03-05", "to": "2026-03-05"}):
            first, last = days.get("from_", "2000-01-01"), days.get("to", "2100-01-01")
            due = [r for r in every if first <= r["at"][:10] <= last]
            self.assertEqual(self.all_rows(**days), due, days)
            self.assertEqual([r for r in self.inspector.call(
                "readLog", order="newest", limit=500, **days).json["items"]], due[::-1], days)
        self.inspector.call("readLog", from_="2026-02-30", faulty=True, expect="bad_parameter")

    def test_the_chain_is_sound_from_end_to_end(self):
        every = self.all_rows()
        found = self.inspector.call("checkLog").json
        self.assertTrue(found["complete"])
        self.assertIsNone(found["fault"])
        self.assertEqual((found["to"], found["hash"]), (every[-1]["seq"], every[-1]["hash"]))
        half = self.inspector.call("checkLog", after=3).json
        self.assertEqual((half["after"], half["to"]), (3, found["last"]))
        self.inspector.call("checkLog", after=10 ** 9, expect="bad_parameter")


if __name__ == "__main__":
    unittest.main()
