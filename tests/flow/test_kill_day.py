#!/usr/bin/env python3
"""SIGKILL in the middle of a working day: tickets, dossiers, hand-overs and calls from many hands.

Ten times the server is killed while it answers, and started again on the same data; each request
that got no answer is sent again with its key. At the end every request is sent once more: the same
answer, byte for byte; and everything that was answered is there exactly once. Rules R-122, R-500,
R-650. (tests/flow/test_kill_loop.py does the same to tickets alone and reads the log by itself.)
"""
import collections
import http.client
import pathlib
import sys
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server  # noqa: E402  (needs the path above)
from casework import Casework  # noqa: E402

ROUNDS, ANSWERS_A_ROUND, PATIENCE_S = 10, 48, 60
SITE, WARD = "trung-tam", "1.003583"

Sent = collections.namedtuple("Sent", "client operation arguments answer")


class Hand(threading.Thread):
    """One person who works without a pause, through every restart; keeps what was answered."""

    def __init__(self, day, name, client):
        super().__init__(daemon=True)
        self.day, self.who, self.client = day, name, client
        self.sent, self.fault = [], None

    def run(self):
        try:
            while not self.day.over.is_set():
                self.work()
        except BaseException as fault:  # told by the test, in its own thread
            self.fault = fault

    def ask(self, operation, **arguments):
        """Send until there is an answer, each time with the same key."""
        arguments["once"] = f"{self.who}-{len(self.sent):06}"
        while True:
            if not self.day.serving.wait(PATIENCE_S):
                raise AssertionError("the server did not come back")
            self.client.port = self.day.port
            try:
                answer = self.client.call(operation, **arguments)
                break
            except (OSError, http.client.HTTPException):
                self.client.close()
        self.sent.append(Sent(self.client, operation, arguments, answer))
        self.day.answers.release()
        return answer.json


class Guide(Hand):
    def work(self):
        self.ask("createTicket", body={"site": SITE, "service": "A", "class": "P0"})


class Reception(Hand):
    def work(self):
        one = self.ask("createDossier", body=self.day.intake)
        self.ask("handOverDossier", dossier=one["id"], body={"unit": "VP_HDND_UBND"},
                 If_Match=f'"{one["version"]}"')


class Officer(Hand):
    def work(self):
        self.ask("callNext", counter=self.who, body={"finish_current": True})


class Day:
    """What all hands share, and the one who pulls the plug."""

    def __init__(self, centre):
        self.centre, self.port = centre, int(centre.base_url.rsplit(":", 1)[1])
        self.over, self.serving = threading.Event(), threading.Event()
        self.answers = threading.Semaphore(0)
        work = Casework(centre)
        self.intake = work.intake(WARD)
        for counter in ("1", "2"):
            work.hire(f"quay{counter}", "TIEP_NHAN", "TT_PVHCC")
            work.people[f"quay{counter}"].call("setCounter", counter=counter,
                                               body={"state": "open"})
        self.hands = [Guide(self, f"guide-{i}", centre.client("PHAT_SO")) for i in range(3)]
        self.hands += [Reception(self, f"desk-{i}", centre.client("TIEP_NHAN")) for i in range(3)]
        self.hands += [Officer(self, counter, work.people[f"quay{counter}"])
                       for counter in ("1", "2")]

    def live(self):
        self.serving.set()
        for hand in self.hands:
            hand.start()
        for _ in range(ROUNDS):
            self.wait_for_answers()
            self.serving.clear()
            self.centre.kill()
            self.centre.start()
            self.port = int(self.centre.base_url.rsplit(":", 1)[1])
            self.serving.set()
        self.wait_for_answers()
        self.over.set()
        for hand in self.hands:
            hand.join(PATIENCE_S)
            if hand.fault or hand.is_alive():
                raise AssertionError(f"{hand.who}: {hand.fault or 'no answer'}") from hand.fault

    def wait_for_answers(self):
        for _ in range(ANSWERS_A_ROUND):
            if not self.answers.acquire(timeout=PATIENCE_S):
                raise AssertionError(f"no answers any more: {[h.fault for h in self.hands]}")


class KilledDay(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.day = Day(cls.centre)
        cls.day.live()
        cls.sent = [one for hand in cls.day.hands for one in hand.sent]

    def answered(self, operation):
        return [one.answer.json for one in self.sent if one.operation == operation]

    def test_there_was_work_of_every_kind(self):
        kinds = collections.Counter(one.operation for one in self.sent)
        self.assertGreater(len(self.sent), ROUNDS * ANSWERS_A_ROUND)
        for operation in ("createTicket", "createDossier", "handOverDossier", "callNext"):
            self.assertGreater(kinds[operation], ROUNDS)

    def test_every_request_asked_again_gets_the_same_answer(self):
        for client, operation, arguments, first in self.sent:
            client.port = self.day.port
            again = client.call(operation, **arguments)
            self.assertEqual((again.status, again.body), (first.status, first.body), arguments)
            self.assertEqual(again.headers["Idempotent-Replayed"], "true")

    def test_every_ticket_is_there_once(self):
        tickets = self.answered("createTicket")
        desk = self.centre.client("PHAT_SO")
        listed = [one["id"] for one in desk.pages("listTickets", site=SITE, limit=500)]
        self.assertEqual(sorted(listed), sorted(one["id"] for one in tickets))
        numbers = sorted(one["number"] for one in tickets)
        self.assertEqual(numbers, [f"A{i:03}" for i in range(1, len(tickets) + 1)])

    def test_every_dossier_is_there_once_and_handed_over_once(self):
        dossiers = self.answered("createDossier")
        listed = list(self.centre.client("GD_TT").pages("listDossiers", limit=500))
        self.assertEqual(sorted(one["id"] for one in listed),
                         sorted(one["id"] for one in dossiers))
        self.assertEqual(sorted(one["code"] for one in dossiers),
                         [f"H55.128-260310-{i:04}" for i in range(1, len(dossiers) + 1)])
        given = [row["subject"] for row in self.log() if row["kind"] == "dossier_handed_over"]
        self.assertEqual(sorted(given), sorted(one["id"] for one in dossiers))

    def test_nobody_is_called_twice(self):
        called = [one["ticket"]["id"] for one in self.answered("callNext") if one["ticket"]]
        self.assertEqual(len(called), len(set(called)))
        logged = [row["subject"] for row in self.log() if row["kind"] == "ticket_called"]
        self.assertEqual(sorted(logged), sorted(called))

    def log(self):
        return self.centre.client("KIEM_TRA").pages("readLog", limit=500)

    def test_every_sheet_is_in_the_outbox_once(self):
        """A ticket has one; a dossier its receipt and the slip of its hand-over."""
        wanted = collections.Counter(one["id"] for one in self.answered("createTicket"))
        for one in self.answered("createDossier"):
            wanted[one["id"]] += 2
        jobs = list(self.centre.client("GD_TT").pages("listPrintJobs", limit=500))
        self.assertEqual(collections.Counter(job["subject"] for job in jobs), wanted)
        self.assertEqual({job["copy"] for job in jobs}, {1})

    def test_the_check_command_finds_nothing(self):
        self.assertIn("0 faults", self.centre.run("check", "--data", self.centre.data))


if __name__ == "__main__":
    unittest.main()
