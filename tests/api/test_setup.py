"""The set-up changed while the office works: sites, services, counters, printers, queue rules.
Rules checked: R-101, R-980, R-981, R-982, R-983, R-984, R-985, R-991.
"""
import pathlib
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
import print_shop  # noqa: E402
import server  # noqa: E402

PATIENCE_SECONDS = 30
ADDRESS = "escpos+tcp://192.0.2.7:9100"


def setUpModule():
    global SERVER
    SERVER = server.Server()
    SERVER.__enter__()


def tearDownModule():
    try:
        checked = SERVER.run("check", "--data", SERVER.data)
        assert "0 faults" in checked, checked
    finally:
        SERVER.__exit__(None, None, None)


class SetUp(unittest.TestCase):
    def setUp(self):
        self.admin = SERVER.client("QUAN_TRI")

    def part(self, part, code):
        """A part as GET /setup shows it."""
        for found in self.admin.call("getSetup").json[part + "s"]:
            if found[part] == code:
                return found
        return None

    def change(self, part, code, body, **more):
        more.setdefault("If_Match", f'"{self.part(part, code)["version"]}"')
        return self.admin.call("change" + part.capitalize(), body=body, **{part: code}, **more)

    def counter(self, code, primary, help_=(), site="trung-tam"):
        body = {"counter": code, "site": site, "name": f"Quầy {code}",
                "services": {"primary": list(primary), "help": list(help_)}}
        return self.admin.call("createCounter", body=body, expect=201).json

    def service(self, code, **more):
        body = {"service": code, "name": f"Nhóm {code}", **more}
        return self.admin.call("createService", body=body, expect=201).json

    def ticket(self, service, site="trung-tam"):
        desk = SERVER.client("PHAT_SO")
        return desk.call("createTicket", body={"service": service, "class": "P0", "site": site},
                         expect=201).json


class Versions(SetUp):
    def test_a_conflict_names_the_person_and_shows_the_part_as_it_is(self):
        seen = f'"{self.part("site", "an-thang")["version"]}"'
        answer = self.change("site", "an-thang", {"name": "Điểm Mẫu"}, If_Match=seen)
        self.assertEqual(answer.headers["ETag"], f'"{answer.json["version"]}"')
        self.assertEqual(answer.json["changed_by"], "quantri")
        refused = self.change("site", "an-thang", {"name": "Điểm Khác"}, If_Match=seen,
                              expect="version_conflict").json
        self.assertEqual(refused["changed_by"], "Tài khoản thử QUAN_TRI")
        self.assertEqual(refused["current"], answer.json)
        self.admin.call("changeSite", site="an-thang", body={"name": "X"}, faulty=True,
                        headers={"If-Match": None}, If_Match='"1"', expect="version_required")

    def test_the_same_key_changes_once(self):
        key, seen = contract.new_key(), f'"{self.part("counter", "6")["version"]}"'
        first = self.change("counter", "6", {"name": "Quầy Mẫu"}, If_Match=seen, once=key)
        again = self.change("counter", "6", {"name": "Quầy Mẫu"}, If_Match=seen, once=key)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")
        self.assertEqual(first.json, again.json)
        self.assertEqual(self.part("counter", "6"), first.json)

    def test_an_import_makes_what_is_on_a_screen_old(self):
        seen = f'"{self.part("site", "xuan-la")["version"]}"'
        SERVER.run("import", "--data", SERVER.data, server.SAMPLE / "centre.json")
        self.change("site", "xuan-la", {"name": "X"}, If_Match=seen, expect="version_conflict")

    def test_the_log_says_who_and_what_and_screens_hear_it(self):
        with SERVER.client("TIEP_NHAN").events(topics="queue") as stream:
            stream.next()
            changed = self.change("service", "D", {"name_en": "Residence"}).json
            event = stream.wait("setup_changed", part="service").data
        self.assertEqual(event["setup"], changed)
        self.assertEqual(event["actor"], "quantri")
        self.assertEqual(event["subject"], "D")

    def test_only_administrators_change_and_inspectors_look(self):
        SERVER.client("KIEM_TRA").call("getSetup")
        SERVER.client("KIEM_TRA").call("getQueueRules")
        for role in ("GD_TT", "LANH_DAO", "TIEP_NHAN"):
            SERVER.client(role).call("getSetup", expect="forbidden")
        for role in ("GD_TT", "KIEM_TRA"):
            SERVER.client(role).call("createSite", body={"site": "x", "name": "X"},
                                     expect="forbidden")

    def test_a_body_that_names_nothing_or_something_unknown_is_refused(self):
        self.change("site", "an-thang", {}, faulty=True, expect="missing_field")
        self.change("site", "an-thang", {"x": 1}, faulty=True, expect="unknown_field")
        self.change("site", "an-thang", {"retired": "yes"}, faulty=True, expect="wrong_type")
        for part, code in (("site", "khong-co"), ("service", "Z"), ("counter", "99"),
                           ("printer", "khong-co")):
            self.admin.call("change" + part.capitalize(), body={"name": "X"}, If_Match='"1"',
                            expect="not_found", **{part: code})

    def test_changes_outlive_a_killed_server(self):
        changed = self.change("counter", "5", {"name": "Quầy của ngày mai"}).json
        SERVER.kill()
        SERVER.start()
        self.admin = SERVER.client("QUAN_TRI")
        self.assertEqual(self.part("counter", "5"), changed)


class Sites(SetUp):
    def test_a_new_site_opens_with_a_counter_of_its_own(self):
        body = {"site": "nha-moi", "name": "Điểm  Nhà mới", "address": "Thôn Mẫu"}
        made = self.admin.call("createSite", body=body, expect=201)
        self.assertEqual(made.headers["ETag"], '"1"')
        self.assertEqual(made.json["name"], "Điểm Nhà mới")
        self.counter("nm-1", "A", site="nha-moi")
        self.assertEqual(self.ticket("A", "nha-moi")["site"], "nha-moi")
        self.admin.call("createSite", body=body, expect="duplicate")

    def test_a_site_in_use_is_not_retired(self):
        self.admin.call("createSite", body={"site": "tam", "name": "Tạm"}, expect=201)
        self.counter("tam-1", "A", site="tam")
        kiosk = {"device": "kiosk-tam", "kind": "kiosk", "site": "tam"}
        self.admin.call("createDevice", body=kiosk, expect=201)
        for way, undo in (("tam-1", lambda: self.change("counter", "tam-1", {"retired": True})),
                          ("kiosk-tam", lambda: self.admin.call("deleteDevice",
                                                                device="kiosk-tam"))):
            refused = self.change("site", "tam", {"retired": True}, expect="in_use").json
            self.assertEqual(refused["conflicting_code"], way)
            undo()
        self.change("site", "tam", {"retired": True})
        desk = SERVER.client("PHAT_SO")
        self.assertNotIn("tam", [s["site"] for s in desk.pages("listSites")])
        self.assertNotIn("tam", [q["site"] for q in desk.call("publicWaiting").json["items"]])
        desk.call("createTicket", body={"service": "A", "class": "P0", "site": "tam"},
                  expect="unknown_site")
        self.admin.call("createDevice", body=kiosk, expect="unknown_site")
        self.change("site", "tam", {"retired": False})
        self.assertIn("tam", [s["site"] for s in desk.pages("listSites")])

    def test_faulty_sites_are_refused_by_field(self):
        for change, code in (({"site": "có dấu"}, "bad_value"), ({"site": "x" * 60}, "bad_value"),
                             ({"name": ""}, "bad_value"), ({"name": None}, "missing_field"),
                             ({"retired": False}, "unknown_field")):
            self.admin.call("createSite", body={"site": "loi", "name": "Lỗi", **change},
                            faulty=True, expect=code)


class Services(SetUp):
    def names(self):
        return [s["service"] for s in SERVER.client("PHAT_SO").pages("listServices")]

    def test_a_new_service_is_given_once_a_counter_serves_it(self):
        self.assertEqual(self.service("G", name_en="Health")["version"], 1)
        self.assertEqual(self.names()[-1], "G")
        self.counter("g-1", "G")
        self.assertEqual(self.ticket("G")["number"], "G001")
        self.admin.call("createService", body={"service": "G", "name": "X"}, expect="duplicate")
        self.admin.call("createService", body={"service": "g", "name": "X"}, faulty=True,
                        expect="bad_value")

    def test_a_service_moves_in_the_order_of_the_kiosk(self):
        before = self.names()
        last = before[-1]
        self.change("service", last, {"position": 0})
        self.assertEqual(self.names(), [last] + before[:-1])
        self.change("service", last, {"position": 1})
        self.assertEqual(self.names(), [before[0], last] + before[1:-1])
        self.change("service", last, {"position": 63})
        self.assertEqual(self.names(), before)
        self.change("service", last, {"position": 64}, faulty=True, expect="bad_value")

    def test_a_closed_service_gives_no_number_and_still_calls_who_waits(self):
        self.service("H")
        self.counter("h-1", "H")
        waiting = self.ticket("H")
        self.change("service", "H", {"state": "closed"})
        desk = SERVER.client("PHAT_SO")
        desk.call("createTicket", body={"service": "H", "class": "P0", "site": "trung-tam"},
                  expect="service_closed")
        clerk = SERVER.client("TIEP_NHAN")
        clerk.call("setCounter", counter="h-1", body={"state": "open"})
        called = clerk.call("callNext", counter="h-1", body={}).json["ticket"]
        self.assertEqual(called["id"], waiting["id"])
        clerk.call("startTicket", ticket=called["id"])
        clerk.call("finishTicket", ticket=called["id"])
        clerk.call("setCounter", counter="h-1", body={"state": "closed"})

    def test_a_new_name_is_on_the_wall_at_once(self):
        self.change("service", "B", {"name": "Đất đai (mới)", "name_en": None})
        service = next(s for s in SERVER.client("PHAT_SO").pages("listServices")
                       if s["service"] == "B")
        self.assertEqual((service["name"], service["name_en"]), ("Đất đai (mới)", None))
        queue = SERVER.client().call("publicWaiting", site="trung-tam").json["items"][0]
        self.assertIn("Đất đai (mới)", [s["name"] for s in queue["services"]])


class Counters(SetUp):
    def test_a_profile_counts_for_the_next_call(self):
        self.service("K")
        self.counter("k-1", "A")
        self.counter("k-2", "K")
        waiting = self.ticket("K")
        clerk = SERVER.client("TIEP_NHAN")
        clerk.call("setCounter", counter="k-1", body={"state": "open"})
        self.assertIsNone(clerk.call("callNext", counter="k-1", body={}).json["ticket"])
        changed = self.change("counter", "k-1", {"services": {
            "primary": ["K"], "help": [{"service": "A", "after_s": 60}]}}).json
        self.assertEqual(changed["services"]["primary"], ["K"])
        called = clerk.call("callNext", counter="k-1", body={}).json["ticket"]
        self.assertEqual(called["id"], waiting["id"])
        refused = self.change("counter", "k-1", {"retired": True}, expect="counter_busy")
        self.assertEqual(refused.status, 409)
        clerk.call("startTicket", ticket=called["id"])
        clerk.call("finishTicket", ticket=called["id"])
        refused = self.change("counter", "k-1", {"retired": True}, expect="in_use").json
        self.assertEqual(refused["conflicting_code"], "tiepnhan")
        clerk.call("setCounter", counter="k-1", body={"state": "closed"})
        self.assertTrue(self.change("counter", "k-1", {"retired": True}).json["retired"])
        clerk.call("setCounter", counter="k-1", body={"state": "open"}, expect="not_found")
        self.assertNotIn("k-1", [c["counter"] for c in clerk.pages("listCounters")])
        back = self.change("counter", "k-1", {"retired": False}).json
        self.assertEqual(back["services"], changed["services"])

    def test_nobody_is_left_waiting_for_a_service_that_none_serves(self):
        self.service("L")
        self.counter("l-1", "L")
        self.counter("l-2", "A", [{"service": "L", "after_s": 60}])
        ticket = self.ticket("L")
        self.change("counter", "l-1", {"retired": True})  # the other one still helps
        for body in ({"retired": True}, {"services": {"primary": ["A"], "help": []}}):
            refused = self.change("counter", "l-2", body, expect="tickets_waiting").json
            self.assertEqual(refused["conflicting_code"], "L")
        self.assertFalse(self.part("counter", "l-2")["retired"])
        self.change("counter", "l-2", {"name": "Quầy còn phục vụ"})
        SERVER.client("PHAT_SO").call("cancelTicket", ticket=ticket["id"],
                                      body={"reason": "Thử xong"})
        self.change("counter", "l-2", {"retired": True})

    def test_faulty_profiles_are_refused_by_place(self):
        for primary, help_, pointer, code in (
                (["A", "A"], [], "/services/primary/1", "bad_value"),
                (["Y"], [], "/services/primary/0", "unknown_service"),
                (["A"], [{"service": "A", "after_s": 5}], "/services/help/0/service",
                 "bad_value")):
            body = {"counter": "loi", "site": "trung-tam", "name": "Lỗi",
                    "services": {"primary": primary, "help": help_}}
            refused = self.admin.call("createCounter", body=body, expect=code).json
            self.assertEqual([e["pointer"] for e in refused["errors"]], [pointer])
        body["services"] = {"primary": ["A"], "help": []}
        self.admin.call("createCounter", body={**body, "site": "khong-co"}, expect="unknown_site")
        self.admin.call("createCounter", body={**body, "counter": "1"}, expect="duplicate")
        self.assertIsNone(self.part("counter", "loi"))


class Printers(SetUp):
    def printer(self, code, **more):
        body = {"printer": code, "name": f"Máy {code}", "destination": ADDRESS,
                "site": "trung-tam", "paper": "80mm", **more}
        return self.admin.call("createPrinter", body=body, expect=201).json

    def kiosk(self, code):
        made = self.admin.call("createDevice", body={"device": code, "kind": "kiosk",
                                                     "site": "trung-tam"}, expect=201).json
        client = SERVER.client()
        client.token = made["token"]
        return client

    def destination_of_ticket(self, client):
        ticket = client.call("createTicket", body={"service": "A", "class": "P0"}, expect=201).json
        job = SERVER.client("PHAT_SO").call("getPrintJob", print_job=ticket["print_job"])
        return job.json["printer"]

    def test_a_kiosk_prints_on_the_printer_that_it_was_given(self):
        mine, other = self.kiosk("kiosk-a"), self.kiosk("kiosk-b")
        self.printer("m1")
        given = self.printer("m2", destination="cups:PHIEU", devices=["kiosk-a"])
        self.assertEqual((given["devices"], given["counters"]), (["kiosk-a"], []))
        self.assertEqual(self.destination_of_ticket(mine), "cups:PHIEU")
        self.assertEqual(self.destination_of_ticket(other), ADDRESS)
        kept = self.change("printer", "m2", {"destination": "cups:KHAC"}).json
        self.assertEqual(kept["devices"], ["kiosk-a"])
        self.assertEqual(self.destination_of_ticket(mine), "cups:KHAC")
        self.change("printer", "m2", {"retired": True})
        self.assertEqual(self.destination_of_ticket(mine), ADDRESS)
        self.change("printer", "m1", {"retired": True})
        self.assertIsNone(self.destination_of_ticket(mine))
        self.assertFalse(mine.call("getKiosk").json["printer"])
        self.change("printer", "m2", {"retired": False, "devices": ["kiosk-a"]})
        self.assertTrue(mine.call("getKiosk").json["printer"])
        self.assertTrue(other.call("getKiosk").json["printer"])  # it is the only one of the site
        self.change("printer", "m2", {"retired": True})

    def settled(self, job):
        """The print job, once it is settled; a server that prints takes a moment."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            found = self.admin.call("getPrintJob", print_job=job).json
            if found["state"] not in ("queued", "created", "sent"):
                return found
            time.sleep(0.05)
        raise AssertionError(f"{found} is not settled")

    def test_a_test_page_comes_to_paper_and_says_which_printer_it_is_for(self):
        paper = print_shop.Printer()
        self.addCleanup(paper.close)
        self.printer("thu-1", destination=paper.address)
        job = self.admin.call("testPrinter", printer="thu-1", expect=201).json
        self.assertEqual((job["form"], job["subject"], job["printer"]),
                         ("test", "printer", paper.address))
        self.assertEqual(self.settled(job["id"])["state"], "printed")
        page = self.admin.call("getPrintDocument", print_job=job["id"])
        text = print_shop.text_of(page.body)
        self.assertIn("TRANG IN THỬ", text)
        self.assertIn("Máy thu-1", text)
        row = next(self.admin.pages("readLog", subject=job["id"]))
        self.assertEqual((row["kind"], row["data"]["why"]), ("print_test", {"printer": "thu-1"}))
        self.change("printer", "thu-1", {"retired": True})
        self.admin.call("testPrinter", printer="thu-1", expect="not_found")
        self.admin.call("testPrinter", printer="khong-co", expect="not_found")

    def test_the_printers_of_the_machine_are_found_or_it_is_said_that_they_cannot(self):
        found = self.admin.call("findPrinters").json
        self.assertIsNone(found["next"])
        SERVER.client("GD_TT").call("findPrinters", expect="forbidden")
        blind = server.Server(options=["--printer", "/khong/co/printer"])
        with blind:
            blind.client("QUAN_TRI").call("findPrinters", expect="printer_unavailable")

    def test_faulty_printers_are_refused_by_field(self):
        for change, code, pointer in (
                ({"destination": "http://192.0.2.1/"}, "bad_value", "/destination"),
                ({"destination": "cups:"}, "bad_value", "/destination"),
                ({"destination": f"escpos+dev://{SERVER.data}/motcua.db"}, "bad_value",
                 "/destination"),
                ({"destination": "escpos+dev:///dev/../etc/passwd"}, "bad_value", "/destination"),
                ({"destination": "ipp://a:b@192.0.2.1/ipp"}, "bad_value", "/destination"),
                ({"paper": "a3"}, "bad_value", "/paper"),
                ({"counters": ["99"]}, "bad_value", "/counters/0"),
                ({"devices": ["1", "khong-co"]}, "bad_value", "/devices/0"),
                ({"counters": ["5"]}, "bad_value", "/counters/0")):
            body = {"printer": "loi", "name": "Lỗi", "destination": ADDRESS, "site": "trung-tam",
                    "paper": "80mm", **change}
            refused = self.admin.call("createPrinter", body=body, faulty=True, expect=code).json
            self.assertEqual(refused["errors"][0]["pointer"], pointer)
        self.assertIsNone(self.part("printer", "loi"))


class Rules(SetUp):
    def rules(self):
        answer = self.admin.call("getQueueRules")
        self.assertEqual(answer.headers["ETag"], f'"{answer.json["version"]}"')
        kept = {k: v for k, v in answer.json.items()
                if k not in ("version", "changed_at", "changed_by")}
        return kept, answer.headers["ETag"]

    def test_new_rules_count_for_the_next_call(self):
        rules, seen = self.rules()
        rules["classes"]["P7"]["target_s"] = 600
        rules["max_run"]["priority"] = None
        answer = self.admin.call("setQueueRules", body=rules, If_Match=seen)
        self.assertEqual(answer.json["classes"]["P7"]["target_s"], 600)
        self.assertIsNone(answer.json["max_run"]["priority"])
        self.assertEqual(answer.json["changed_by"], "quantri")
        self.assertEqual(self.admin.call("getQueueRules").json, answer.json)
        refused = self.admin.call("setQueueRules", body=rules, If_Match=seen,
                                  expect="version_conflict").json
        self.assertEqual(refused["changed_by"], "Tài khoản thử QUAN_TRI")
        rows = list(self.admin.pages("readLog", subject="queue_rules"))
        self.assertEqual(rows[-1]["kind"], "queue_rules_changed")
        self.assertEqual(rows[-1]["data"]["queue_rules"], answer.json)

    def test_a_dry_run_tells_the_faults_and_changes_nothing(self):
        rules, seen = self.rules()
        rules["return_window_s"] = 1200
        dry = self.admin.call("setQueueRules", body=rules, If_Match=seen, dry_run=True)
        self.assertEqual(dry.json["return_window_s"], 1200)
        self.assertEqual(self.rules()[1], seen)
        for change, code, pointer in (
                (lambda r: r["classes"]["P2"].update(lane="fast"), "bad_value",
                 "/classes/P2/lane"),
                (lambda r: r["classes"]["P2"].update(rank=-1), "bad_value", "/classes/P2/rank"),
                (lambda r: r["classes"]["P2"].pop("rank"), "missing_field", "/classes/P2/rank"),
                (lambda r: r["classes"]["P6"].update(late_becomes="P9"), "bad_value",
                 "/classes/P6/late_becomes"),
                (lambda r: r["classes"].pop("P3"), "missing_field", "/classes/P3"),
                (lambda r: r["classes"]["P0"].update(lane="priority"), "bad_value",
                 "/classes/P0/lane"),
                (lambda r: r["max_run"].update(priority=0), "bad_value", "/max_run/priority"),
                (lambda r: r.update(hard_max_wait_s="never"), "wrong_type", "/hard_max_wait_s"),
                (lambda r: r.update(counters={}), "unknown_field", "/counters"),
                (lambda r: r.update(x=1), "unknown_field", "/x"),
                (lambda r: r.pop("return_delay_s"), "missing_field", "/return_delay_s")):
            faulty, _ = self.rules()
            change(faulty)
            for dry_run in (True, False):
                refused = self.admin.call("setQueueRules", body=faulty, If_Match=seen, faulty=True,
                                          dry_run=dry_run, expect=code).json
                self.assertEqual([e["pointer"] for e in refused["errors"]], [pointer])
        self.assertEqual(self.rules()[1], seen)


class LastAdministrator(SetUp):
    def test_two_administrators_cannot_put_each_other_out(self):
        made = self.admin.call("createAccount", body={
            "account": "quantri2", "name": "Quản Trị Thử", "roles": ["QUAN_TRI"]}).json
        second = SERVER.client()
        second.sign_in("quantri2", made["password"])
        second.call("changeAccount", account="quantri", body={"disabled": True},
                    If_Match=second.call("getAccount", account="quantri").headers["ETag"])
        etag = second.call("getAccount", account="quantri").headers["ETag"]
        second.call("changeAccount", account="quantri", body={"disabled": False}, If_Match=etag)

    def test_a_new_password_ends_the_sessions_and_is_shown_once(self):
        made = self.admin.call("createAccount", body={
            "account": "moi1", "name": "Người Mẫu", "roles": ["PHAT_SO"]}).json
        client = SERVER.client()
        client.sign_in("moi1", made["password"])
        self.admin.call("newPassword", account="moi1", faulty=True, headers={"If-Match": None},
                        expect="version_required")
        answer = self.admin.call("newPassword", account="moi1", If_Match='"1"')
        self.assertEqual(answer.json["account"]["version"], 2)
        client.call("getMe", expect="unauthenticated")
        client.call("createSession", body={"account": "moi1", "password": made["password"]},
                    expect="wrong_password")
        client.sign_in("moi1", answer.json["password"])
        self.admin.call("newPassword", account="moi1", If_Match='"1"', expect="version_conflict")
        self.admin.call("newPassword", account="khong-co", If_Match='"1"', expect="not_found")
        SERVER.client("GD_TT").call("newPassword", account="moi1", If_Match='"2"',
                                    expect="forbidden")


if __name__ == "__main__":
    unittest.main()
