"""What a kiosk asks of the server: its set-up, people who come for a result, calls for help.
Rules checked: R-723, R-903, R-904..R-906.
"""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import contract  # noqa: E402
import server  # noqa: E402


def setUpModule():
    global SERVER, WORK
    SERVER = server.Server(begins="2026-03-10T07:30:00+07:00")
    SERVER.__enter__()
    WORK = casework.Casework(SERVER)


def tearDownModule():
    SERVER.__exit__(None, None, None)


class Kiosk(unittest.TestCase):
    made = 0

    def device(self, kind="kiosk", site="trung-tam", **more):
        Kiosk.made += 1
        made = WORK.people["QUAN_TRI"].call("createDevice", expect=201, body={
            "device": f"may-{Kiosk.made}", "kind": kind, "site": site, **more}).json
        client = SERVER.client()
        client.token = made["token"]
        client.name = made["device"]["device"]
        return client

    def ready(self):
        """A dossier whose result waits for its holder, and what its receipt says."""
        dossier = WORK.issue(WORK.hand(WORK.open("1.003583")))
        return dossier, {"code": dossier["code"], "secret": self.secret(dossier)}

    def secret(self, dossier):
        """As its creator saw it; kept from the answer of the intake."""
        return SECRETS[dossier["id"]]


SECRETS = {}
_open = casework.Casework.open


def remember(self, procedure, **changes):
    made = _open(self, procedure, **changes)
    SECRETS[made["id"]] = made["track_secret"]
    return made


casework.Casework.open = remember


class SetUp(Kiosk):
    def test_a_kiosk_is_told_what_it_offers(self):
        kiosk = self.device(may_set_class=True)
        told = kiosk.call("getKiosk").json
        self.assertEqual(told, {
            "device": kiosk.name, "site": "trung-tam",
            "site_name": "Trụ sở Trung tâm, xã Nghiên Loan", "priority_class": "P4",
            "result_service": "E", "printer": False, "public_url": "http://localhost:8080"})

    def test_the_switch_gives_a_class_only_where_the_device_may(self):
        self.assertIsNone(self.device().call("getKiosk").json["priority_class"])
        may = self.device(may_set_class=True)
        self.assertEqual(may.call("createTicket", expect=201, body={
            "service": "A", "class": "P4"}).json["class"], "P4")
        self.device().call("createTicket", body={"service": "A", "class": "P4"},
                           expect="forbidden")

    def test_a_board_is_no_kiosk(self):
        self.device("board").call("getKiosk", expect="forbidden")


class Hall(Kiosk):
    SECRET = "bà cụ khuyết tật"

    def test_no_device_hears_why_somebody_goes_first_or_who_serves(self):
        """R-723: neither in the stream nor in what it looks up."""
        desk, kinds = WORK.people["TIEP_NHAN"], ("kiosk", "board")
        screens = [self.device(kind) for kind in kinds]
        desk.call("setCounter", counter="1", body={"state": "closed"})
        streams = [self.enterContext(screen.events(topics="queue")) for screen in screens]
        for stream in streams:
            stream.next()
        desk.call("setCounter", counter="1", body={"state": "open"})
        first, second = (desk.call("createTicket", body={
            "site": "trung-tam", "service": "A", "class": "P2"}).json for _ in range(2))
        desk.call("callTicket", counter="1", body={"ticket": first["id"], "reason": self.SECRET})
        desk.call("cancelTicket", ticket=second["id"], body={"reason": self.SECRET})
        for screen, stream in zip(screens, streams):
            events = {}
            while "ticket_cancelled" not in events:
                event = stream.next()
                events[event.kind] = event.data
            self.assertEqual(events["ticket_called"]["ticket"]["number"], first["number"])
            self.assertEqual(events["counter_changed"]["state"], "open")
            looked = list(screen.pages("listCounters")) + [screen.call("getCounter",
                                                                       counter="1").json]
            self.assertEqual(looked[-1]["ticket"]["id"], first["id"])
            if screen is screens[0]:
                looked.append(screen.call("getTicket", ticket=first["id"]).json)
            for secret in (self.SECRET, "'class'", "why", "reason", "urgent", "tiepnhan",
                           "Người mẫu"):
                self.assertNotIn(secret, str(events) + str(looked))
        seen = desk.call("getCounter", counter="1").json
        self.assertEqual((seen["ticket"]["class"], seen["officer"]["account"]), ("P2", "tiepnhan"))
        desk.call("finishTicket", ticket=first["id"])
        desk.call("setCounter", counter="1", body={"state": "closed"})

    def test_an_event_missed_is_told_without_it_too(self):
        """R-723"""
        desk, board = WORK.people["TIEP_NHAN"], self.device("board")
        with board.events(topics="queue") as stream:
            seq = stream.next().data["seq"]
        ticket = desk.call("createTicket", body={"site": "trung-tam", "service": "A",
                                                 "class": "P2"}).json
        desk.call("cancelTicket", ticket=ticket["id"], body={"reason": self.SECRET})
        with board.events(topics="queue", last=seq) as stream:
            events = [stream.wait(kind, subject=ticket["id"]).data
                      for kind in ("ticket_issued", "ticket_cancelled")]
        self.assertNotIn("'class'", str(events))
        self.assertNotIn(self.SECRET, str(events))


class Bound(Kiosk):
    def test_a_device_does_nothing_at_another_site(self):
        """R-906"""
        _, receipt = self.ready()
        kiosk, board, other = self.device(), self.device("board"), "xuan-la"
        for name, body in (("createTicket", {"service": "A", "class": "P0"}),
                           ("checkIn", receipt), ("callHelp", {})):
            kiosk.call(name, body={**body, "site": other}, expect="forbidden")
            kiosk.call(name, body={**body, "site": "trung-tam"})
        for name in ("getQueue", "listHelpCalls"):
            kiosk.call(name, site=other, expect="forbidden")
            kiosk.call(name, site="trung-tam")
        kiosk.call("streamEvents", site=other, expect="forbidden")
        self.assertEqual(board.call("getQueue", site=other).json["items"][0]["site"], other)
        self.device(site=other).call("callHelp")
        self.assertEqual({call["site"] for call in kiosk.pages("listHelpCalls")}, {"trung-tam"})


class CheckIn(Kiosk):
    def test_a_receipt_gives_one_ticket_tied_to_its_dossier(self):
        dossier, receipt = self.ready()
        kiosk = self.device()
        with WORK.people["TIEP_NHAN"].events(topics="queue") as stream:
            stream.next()
            first = kiosk.call("checkIn", body=receipt, expect=201).json
            told = next(e for e in iter(stream.next, None) if e.kind == "ticket_issued").data
        self.assertEqual(first["outcome"], "issued")
        self.assertEqual(first["ticket"]["service"], "E")
        self.assertEqual(first["ticket"]["dossier"], dossier["id"])
        self.assertEqual(told["ticket"]["dossier"], dossier["id"])
        self.assertNotIn("track_token", told["ticket"])
        self.assertEqual((first["ticket"]["class"], first["ticket"]["appointment"]), ("P0", None))
        self.assertIsNone(first["dossier"])  # a screen in a hall needs none of it
        again = self.device().call("checkIn", body=receipt, expect=200).json
        self.assertEqual(again["outcome"], "again")
        self.assertEqual((again["ticket"]["id"], again["ticket"]["track_token"]),
                         (first["ticket"]["id"], first["ticket"]["track_token"]))

    def test_a_priority_stays_and_nobody_has_an_appointment(self):
        _, receipt = self.ready()
        desk = WORK.people["TIEP_NHAN"]
        told = desk.call("checkIn", body={**receipt, "class": "P5", "site": "trung-tam"},
                         expect=201).json
        self.assertEqual((told["ticket"]["class"], told["ticket"]["appointment"]), ("P5", None))
        self.assertEqual(told["dossier"]["applicant_name"], "Nông Thị M.")
        kept = desk.call("getTicket", ticket=told["ticket"]["id"]).json
        self.assertEqual((kept["class"], kept["appointment"]), ("P5", None))

    def test_the_same_key_gives_the_same_answer_and_a_killed_server_keeps_the_ticket(self):
        _, receipt = self.ready()
        kiosk, key = self.device(), contract.new_key()
        first = kiosk.call("checkIn", body=receipt, once=key, expect=201)
        SERVER.kill()
        SERVER.start(f"{kiosk.host}:{kiosk.port}")
        kiosk.close()
        replayed = kiosk.call("checkIn", body=receipt, once=key, expect=201)
        self.assertEqual(replayed.headers["Idempotent-Replayed"], "true")
        self.assertEqual(first.json, replayed.json)
        self.assertEqual(kiosk.call("checkIn", body=receipt).json["ticket"]["id"],
                         first.json["ticket"]["id"])

    def test_after_a_cancelled_ticket_there_is_a_new_one(self):
        _, receipt = self.ready()
        kiosk = self.device()
        first = kiosk.call("checkIn", body=receipt).json["ticket"]
        WORK.people["TIEP_NHAN"].call("cancelTicket", ticket=first["id"], body={})
        second = kiosk.call("checkIn", body=receipt, expect=201).json["ticket"]
        self.assertNotEqual(first["id"], second["id"])

    def test_what_is_not_ready_or_fetched_gives_no_ticket(self):
        kiosk = self.device()
        dossier = WORK.open("1.003583")
        receipt = {"code": dossier["code"], "secret": self.secret(dossier)}
        issued = len(list(WORK.people["TIEP_NHAN"].pages("listTickets")))
        early = kiosk.call("checkIn", body=receipt, expect=200).json
        self.assertEqual((early["outcome"], early["ticket"]), ("not_ready", None))
        self.assertEqual(early["dossier"]["state"], "accepted")
        self.assertNotIn("Mai", str(early))
        ready = WORK.issue(WORK.hand(dossier))
        WORK.act("TIEP_NHAN", "returnResult", ready, {"receiver": {"kind": "applicant"}})
        self.assertEqual(kiosk.call("checkIn", body=receipt).json["outcome"], "returned")
        self.assertEqual(len(list(WORK.people["TIEP_NHAN"].pages("listTickets"))), issued)

    def test_wrong_codes_and_secrets_are_one_answer(self):
        _, receipt = self.ready()
        kiosk = self.device()
        for wrong in ({"secret": "AAAAAA"}, {"secret": "?"}, {"code": "H55.128-260310-9999"},
                      {"code": "x"}):
            kiosk.call("checkIn", body={**receipt, **wrong}, expect="not_found")
        typed = receipt["secret"].lower()
        self.assertEqual(kiosk.call("checkIn", body={**receipt, "secret": typed}).json["outcome"],
                         "issued")

    def test_guessing_is_slowed_down(self):
        kiosk = self.device()
        refused = lambda answer: answer.status in (404, 429)  # noqa: E731
        answers = [kiosk.call("checkIn", expect=refused, body={
            "code": "H55.128-260310-0001", "secret": f"ABCDE{x}"}).status
            for x in "23456789ABCDEFGHJKMNPQRST"]
        self.assertEqual(answers[:20], [404] * 20)
        self.assertEqual(answers[-1], 429)

    def test_a_kiosk_gives_no_other_class_than_it_may(self):
        _, receipt = self.ready()
        self.device().call("checkIn", body={**receipt, "class": "P4"}, expect="forbidden")
        may = self.device(may_set_class=True)
        self.assertEqual(may.call("checkIn", body={**receipt, "class": "P4"})
                         .json["ticket"]["class"], "P4")


class Help(Kiosk):
    def test_staff_hear_a_call_and_one_of_them_takes_it(self):
        kiosk, desk = self.device(), WORK.people["TIEP_NHAN"]
        with kiosk.events(topics="queue") as stream:
            stream.next()
            made = kiosk.call("callHelp", expect=201).json
            self.assertEqual((made["state"], made["made_by"]), ("open", kiosk.name))
            self.assertEqual(kiosk.call("callHelp", expect=200).json, made)  # a second touch
            self.assertIn(made, list(desk.pages("listHelpCalls", state="open", limit=1)))
            taken = desk.call("takeHelpCall", help_call=made["id"]).json
            self.assertEqual((taken["state"], taken["taken_by"]), ("taken", "tiepnhan"))
            kinds = [stream.next() for _ in range(2)]
        self.assertEqual([e.kind for e in kinds], ["help_called", "help_taken"])
        self.assertEqual(kinds[1].data["help_call"], taken)
        self.assertEqual(desk.call("takeHelpCall", help_call=made["id"]).json, taken)
        refused = WORK.people["GD_TT"].call("takeHelpCall", help_call=made["id"],
                                            expect="state_forbids").json
        self.assertEqual(refused["changed_by"], "tiepnhan")
        self.assertNotIn(made["id"], [h["id"] for h in desk.pages("listHelpCalls", state="open")])
        self.assertIn(taken, list(desk.pages("listHelpCalls", limit=1)))
        self.assertNotEqual(kiosk.call("callHelp", expect=201).json["id"], made["id"])
        rows = list(SERVER.client("KIEM_TRA").pages("readLog", subject=made["id"]))
        self.assertEqual([r["kind"] for r in rows], ["help_called", "help_taken"])

    def test_a_call_is_of_its_site_and_survives_a_killed_server(self):
        kiosk = self.device(site="an-thang")
        made = kiosk.call("callHelp").json
        SERVER.kill()
        SERVER.start(f"{kiosk.host}:{kiosk.port}")
        desk = WORK.people["TIEP_NHAN"]
        desk.close()
        kiosk.close()
        there = [h["id"] for h in desk.pages("listHelpCalls", site="an-thang")]
        self.assertEqual(there, [made["id"]])
        here = [h["id"] for h in desk.pages("listHelpCalls", site="trung-tam")]
        self.assertNotIn(made["id"], here)
        self.assertEqual(kiosk.call("callHelp", expect=200).json["id"], made["id"])

    def test_who_may(self):
        """R-903: staff of the lobby take a call, nobody else does, and the kiosk not its own."""
        kiosk = self.device()
        made = kiosk.call("callHelp").json
        for role in ("THU_LY", "QUAN_TRI"):
            WORK.people[role].call("takeHelpCall", help_call=made["id"], expect="forbidden")
        kiosk.call("takeHelpCall", help_call=made["id"], expect="forbidden")
        WORK.people["TIEP_NHAN"].call("takeHelpCall", help_call="h1", expect="not_found")
        WORK.people["TIEP_NHAN"].call("callHelp", body={"site": "nowhere"}, expect="unknown_site")
        WORK.people["TIEP_NHAN"].call("listHelpCalls", state="taken", faulty=True,
                                      expect="bad_parameter")


class LastDay(Kiosk):
    """The clock goes on, so it stands last."""

    def test_zz_a_new_day_has_no_calls_and_new_tickets(self):
        _, receipt = self.ready()
        kiosk = self.device()
        old = kiosk.call("callHelp").json
        first = kiosk.call("checkIn", body=receipt).json["ticket"]
        WORK.clock("2026-03-11T07:30:00+07:00")
        desk = WORK.people["TIEP_NHAN"]
        self.assertEqual(list(desk.pages("listHelpCalls")), [])
        self.assertNotEqual(kiosk.call("callHelp", expect=201).json["id"], old["id"])
        again = kiosk.call("checkIn", body=receipt, expect=201).json["ticket"]
        self.assertNotEqual(again["id"], first["id"])


if __name__ == "__main__":
    unittest.main()
