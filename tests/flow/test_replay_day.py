#!/usr/bin/env python3
"""A morning played through the API, told by GET /reports/queue and by `queue_server replay --data`.

The figures are worked out by hand from the rule of the queue. Rules R-130 R-131 R-132 R-133."""
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server  # noqa: E402  (needs the path above)

SITE = "trung-tam"
# One counter, visits of 300 s; all but the last come at 08:00. By the default rules P2 goes first,
# and then P0 in the order of issue.
CLASSES = ["P0", "P0", "P2", "P0", "P0", "P0", "P0", "P0"]
VISIT_S = 300
FIRST_COME = {
    "classes": {f"P{n}": {"lane": "ordinary", "rank": 1, "target_s": 0} for n in range(8)},
    "max_run": {"priority": None, "ordinary": None}, "hard_max_wait_s": None,
    "return_window_s": 900, "return_delay_s": 180, "appointment_late_s": 900,
    "counters": {"1": {"primary": ["A"], "help": []}},
}


def lines_of(output):
    """The figures by (service, class, day)."""
    rows = [line.split() for line in output.splitlines()[2:]]
    return {tuple(row[:3]): row[3:] for row in rows}


class ReplayedDay(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = server.Server().__enter__()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.desk = cls.server.client("PHAT_SO")
        cls.officer = cls.server.client("TIEP_NHAN")
        cls.manager = cls.server.client("LANH_DAO")
        cls.play()

    @classmethod
    def play(cls):
        now = cls.server.client("QUAN_TRI").call("getTrainingClock").json["now"]
        cls.day = str(datetime.date.fromisoformat(now[:10]) + datetime.timedelta(days=1))
        cls.set_clock(0)
        cls.officer.call("setCounter", counter="1", body={"state": "open"})
        for of_class in CLASSES:
            cls.issue(of_class)
        for turn in range(len(CLASSES)):
            cls.set_clock(turn * VISIT_S)
            ticket = cls.officer.call("callNext", counter="1", body={}).json["ticket"]["id"]
            cls.officer.call("startTicket", ticket=ticket)
            cls.set_clock((turn + 1) * VISIT_S)
            cls.officer.call("finishTicket", ticket=ticket)
        cls.issue("P0")
        cls.issue("P0")

    @classmethod
    def set_clock(cls, second):
        """So many seconds after 08:00 of the day."""
        hour, rest = divmod(8 * 3600 + second, 3600)
        cls.server.clock(f"{cls.day}T{hour:02}:{rest // 60:02}:{rest % 60:02}+07:00")

    @classmethod
    def issue(cls, of_class):
        cls.desk.call("createTicket", body={"site": SITE, "service": "A", "class": of_class})

    def replay(self, *options, expect=0):
        return self.server.run("replay", "--data", self.server.data, *options, expect=expect)

    def test_the_report_tells_the_waits(self):
        report = self.manager.call("reportQueue", date=self.day, site=SITE).json
        row = next(row for row in report["rows"] if row["service"] == "A")
        self.assertEqual((row["issued"], row["served"], row["waiting"]), (10, 8, 2))
        # waits 0, 300 .. 2100: rank 4 of 8 is 900, rank 8 is 2100
        self.assertEqual(row["wait"], {"count": 8, "median_s": 900, "p90_s": 2100,
                                       "longest_s": 2100})
        self.assertEqual(row["service_time"]["median_s"], VISIT_S)
        self.assertEqual(row["within_15_min"], {"numerator": 4, "denominator": 8, "value": 50})
        self.assertEqual(report["total"]["issued"], 10)

    def test_the_report_refuses_what_it_cannot_read(self):
        for arguments in ({"date": "2026-02-30"}, {"date": self.day, "site": "nowhere"}, {}):
            self.manager.call("reportQueue", expect=400, faulty=True, **arguments)
        self.desk.call("reportQueue", expect=403, date=self.day)

    def test_the_replay_under_the_rules_in_force_is_the_day_itself(self):
        lines = lines_of(self.replay("--date", self.day, "--site", SITE))
        # issued, served, absent, left, median, p90, longest, most passed over. P2 is called first,
        # before two who stand before; the ordinary wait 300 .. 2100, rank 4 of 7 is 1200
        self.assertEqual(lines["A", "P0", "real"], "9 7 0 2 1200 2100 2100 1".split())
        self.assertEqual(lines["A", "P2", "real"], "1 1 0 0 0 0 0 0".split())
        self.assertEqual(lines["all", "all", "real"], "10 8 0 2 900 2100 2100 1".split())
        for group in (("A", "P0"), ("A", "P2"), ("all", "all")):
            self.assertEqual(lines[*group, "real"][:1], lines[*group, "replayed"][:1])
        self.assertEqual(lines["A", "P2", "replayed"], lines["A", "P2", "real"])

    def test_first_come_first_served_would_have_let_the_elderly_wait(self):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as rules:
            json.dump(FIRST_COME, rules)
            rules.flush()
            lines = lines_of(self.replay("--date", self.day, "--site", SITE, "--rules", rules.name))
        self.assertEqual(lines["A", "P2", "replayed"][4:7], ["600"] * 3)
        self.assertEqual(lines["A", "P0", "replayed"][7], "0")
        self.assertEqual(lines["A", "P2", "real"][4:7], ["0"] * 3)

    def test_what_cannot_be_replayed_is_refused(self):
        without_class = dict(FIRST_COME, classes={"P0": FIRST_COME["classes"]["P0"]})
        without_service = dict(FIRST_COME, counters={"1": {"primary": ["B"], "help": []}})
        for rules, message in ((without_class, "P2"), (without_service, "A:"), ([], "")):
            with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
                json.dump(rules, file)
                file.flush()
                done = subprocess.run(
                    [server.program(), "replay", "--data", self.server.data, "--date", self.day,
                     "--rules", file.name], capture_output=True, text=True, timeout=60, check=False)
            self.assertEqual(done.returncode, 2, done)
            self.assertIn(message, done.stderr)
        self.replay("--date", "2026-02-30", expect=2)
        self.replay("--date", self.day, "--site", "nowhere", expect=2)
        self.replay(expect=2)
        self.replay("--date", self.day, "--explain", expect=2)
        nothing = self.server.folder / "nothing"
        self.server.run("replay", "--data", nothing, "--date", self.day, expect=1)

    def test_the_wait_told_is_the_visit_before(self):
        """Eight visits of 300 s are known, two people wait, the counter is free: the second of
        them waits for one visit, a newcomer for two. The first answer may be of a moment before."""
        sure = 2 * VISIT_S
        deadline = time.monotonic() + 30
        told = None
        while (not told or told["low_s"] != sure) and time.monotonic() < deadline:
            queue = self.desk.call("getQueue", site=SITE).json["items"][0]
            told = next(s for s in queue["services"] if s["service"] == "A")["wait_estimate"]
        self.assertEqual((told["low_s"], told["high_s"]), (sure, sure))


if __name__ == "__main__":
    unittest.main()
