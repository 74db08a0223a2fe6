#!/usr/bin/env python3
"""SIGKILL in the middle of load, start again, ask again with the same keys - several times over.

Every answer that was given stands: the ticket with its number, its sheet in the print outbox, once
each. The log has no gap and its hashes are those that hashlib computes. Rules R-600, R-604, R-605,
R-650, R-122. SIGKILL does not try the disk (its cache survives): tests/store/test_power_cut.c does.
"""
import hashlib
import http.client
import json
import pathlib
import random
import sqlite3
import sys
import threading
import time
import unittest
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from server import Server  # noqa: E402  (needs the path above)

ROUNDS, CALLERS, KILL_AFTER = 8, 16, (0.05, 0.5)
SERVICES = "ABC"


class Caller(threading.Thread):
    """Takes tickets without a pause; keeps asking with the same key until it is answered."""

    def __init__(self, load, number):
        super().__init__(daemon=True)
        self.load, self.number = load, number
        self.dice = random.Random(number)
        self.count = 0

    def run(self):
        while not self.load.over.is_set():
            self.count += 1
            key = f"caller-{self.number:02}-{self.count:06}"
            body = {"site": "trung-tam", "service": self.dice.choice(SERVICES), "class": "P0"}
            self.ask(key, json.dumps(body))
        self.load.finished.release()

    def ask(self, key, body):
        """Until there is an answer, whatever happens to the server."""
        connection = None
        while True:
            try:
                connection = connection or self.connect()
                connection.request("POST", "/api/v1/tickets", body, {
                    "Content-Type": "application/json", "Idempotency-Key": key,
                    "Authorization": "Bearer " + self.load.token})
                answer = connection.getresponse()
                text = answer.read()
            except (OSError, http.client.HTTPException):
                if connection:
                    connection.close()
                connection = None
                self.load.serving.wait()
                continue
            if answer.status == 201:
                self.load.keep(key, json.loads(text))
                connection.close()
                return
            if answer.status not in (429, 503):
                raise AssertionError(f"{answer.status} {text!r}")

    def connect(self):
        url = urllib.parse.urlsplit(self.load.base_url)
        return http.client.HTTPConnection(url.hostname, url.port, timeout=10)


class Load:
    """What all callers share."""

    def __init__(self, server):
        self.base_url = server.base_url
        self.token = server.client("PHAT_SO").token
        self.over, self.serving = threading.Event(), threading.Event()
        self.finished = threading.Semaphore(0)
        self.lock = threading.Lock()
        self.answers = {}
        self.serving.set()
        self.callers = [Caller(self, number) for number in range(CALLERS)]

    def keep(self, key, ticket):
        with self.lock:
            if key in self.answers:
                raise AssertionError(f"{key} was answered twice")
            self.answers[key] = ticket


def chain_faults(database):
    """Gaps and wrong hashes of the event log, by a third writing of the hash."""
    before, expected = bytes(32), 1
    for row in database.execute("SELECT seq, at, kind, subject, actor, counter, data, hash"
                                " FROM event ORDER BY seq"):
        *fields, kept = row
        before = hashlib.sha256(before + "\x1f".join(map(str, fields)).encode()).digest()
        if row[0] != expected or kept != before:
            yield f"row {row[0]}, expected {expected}, hash {kept.hex()}"
            before = kept
        expected += 1


class KillLoop(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Server()
        cls.server.__enter__()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.load = Load(cls.server)
        dice = random.Random(5)
        for caller in cls.load.callers:
            caller.start()
        for _ in range(ROUNDS):
            time.sleep(dice.uniform(*KILL_AFTER))  # when to pull the plug: chance, no waiting for
            cls.load.serving.clear()
            cls.server.kill()
            cls.load.base_url = cls.server.start()
            cls.load.serving.set()
        cls.load.over.set()
        for _ in cls.load.callers:
            if not cls.load.finished.acquire(timeout=60):
                raise AssertionError("a caller has no answer\n" + cls.server.messages())
        cls.server.stop()
        path = cls.server.data / "motcua.db"
        cls.database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        cls.addClassCleanup(cls.database.close)
        print(f"{len(cls.load.answers)} answers over {ROUNDS} kills", file=sys.stderr)

    def number(self, sql, *arguments):
        return self.database.execute(sql, arguments).fetchone()[0]

    def test_there_was_load_in_every_round(self):
        self.assertGreater(len(self.load.answers), ROUNDS * CALLERS)

    def test_every_answer_stands_with_its_number_and_one_sheet(self):
        for key, ticket in self.load.answers.items():
            row = self.database.execute(
                "SELECT number_service, number, print_job FROM ticket WHERE id = ?",
                (int(ticket["id"][1:]),)).fetchone()
            self.assertIsNotNone(row, key)
            self.assertEqual(f"{row[0]}{row[1]:03}", ticket["number"])
            self.assertEqual(f"p{row[2]}", ticket["print_job"])
            self.assertEqual(self.number("SELECT count(*) FROM print_job WHERE subject = ?",
                                         ticket["id"]), 1)

    def test_no_key_made_two_tickets_and_no_ticket_answered_two_keys(self):
        keys = {key for key, in self.database.execute(
            "SELECT key FROM idempotency WHERE key LIKE 'caller-%'")}
        self.assertEqual(keys, set(self.load.answers))  # every key was asked until answered
        self.assertEqual(self.number("SELECT count(*) FROM ticket"), len(keys))
        self.assertEqual(len({ticket["id"] for ticket in self.load.answers.values()}), len(keys))

    def test_numbers_run_from_1_without_a_gap(self):
        for service in SERVICES:
            numbers = [number for number, in self.database.execute(
                "SELECT number FROM ticket WHERE number_service = ? ORDER BY number", (service,))]
            self.assertEqual(numbers, list(range(1, len(numbers) + 1)))

    def test_the_log_has_no_gap_and_its_hashes_are_right(self):
        self.assertEqual(list(chain_faults(self.database)), [])
        self.assertGreater(self.number("SELECT count(*) FROM event"), len(self.load.answers))

    def test_the_check_command_finds_nothing(self):
        self.server.run("check", "--data", self.server.data)


if __name__ == "__main__":
    unittest.main()
