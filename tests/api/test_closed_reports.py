"""Closed reports: what is frozen, the chain of periods, versions after a re-opening, the check.
Rules checked: R-312, R-313, R-314, R-315. The figures are counted by hand from the two weeks that
tests/support/fortnight.py plays."""
import hashlib
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import fortnight  # noqa: E402
import server  # noqa: E402

COLUMNS = ("received_total", "received_online", "received_other", "carried_over", "resolved_total",
           "early", "on_time", "late", "open_total", "in_time", "overdue")
# A early, B (online) and the withdrawn G on time, C late; D waits for papers; E and F lie overdue
MARCH = (7, 1, 6, 0, 4, 1, 2, 1, 3, 1, 2)
# C opened again: due on 9 March, it lies overdue
MARCH_AGAIN = (7, 1, 6, 0, 3, 1, 2, 0, 4, 1, 3)
APRIL = (3, 0, 0, 3, 0, 0, 0, 0, 3, 1, 2)
APRIL_AGAIN = (4, 0, 0, 4, 0, 0, 0, 0, 4, 1, 3)


class ClosedReports(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server()
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.played = fortnight.Fortnight(cls.centre)
        cls.writer = cls.centre.client("TO_HOP_BC")
        cls.leader = cls.centre.client("LANH_DAO")

    def close(self, period, **more):
        return self.writer.call("closeReport", body={"period": period}, **more)

    def get(self, kind, begin, **more):
        return self.leader.call("getClosedReport", kind=kind, from_=begin, **more)

    def counts(self, report):
        """Of the total; and of the one field of the play, which must be the same."""
        figures = report["figures"]
        self.assertEqual([row["field"] for row in figures["rows"]], [self.field()])
        one, total = ([row[column] for column in COLUMNS] for row in (figures["rows"][0], figures["total"]))
        self.assertEqual(one, total)
        return tuple(total)

    def field(self):
        return self.played.dossiers["A"]["field"]

    def test_1_only_a_period_that_has_ended_is_closed_and_by_those_who_report(self):
        """R-312."""
        self.close("month:2026-3", expect="report_not_over")
        for words in ("month", "month:2026", "month:2026-13", "week:2026-1", "2026-3", ":", "month:"):
            self.close(words, expect="bad_value", faulty=True)
        for role in ("LANH_DAO", "LD_PHONG", "TIEP_NHAN", "KIEM_TRA"):
            self.centre.client(role).call("closeReport", body={"period": "month:2026-2"}, expect="forbidden")
        self.centre.client("LD_PHONG").call("listClosedReports", kind="month", expect="forbidden")
        self.get("month", "2026-03-01", expect="not_found")

    def test_2_closing_freezes_the_figures_of_the_form(self):
        """R-312."""
        self.centre.clock("2026-04-01T08:00:00+07:00")
        last = list(self.centre.client("QUAN_TRI").pages("readLog"))[-1]
        closed = self.close("month:2026-3").json
        self.assertEqual((closed["from"], closed["to"], closed["version"], closed["closed_by"]),
                         ("2026-03-01", "2026-03-31", 1, "tohop"))
        self.assertEqual(self.counts(closed), MARCH)
        self.assertEqual(closed["closed_at"], "2026-04-01T08:00:00+07:00")
        self.assertGreaterEqual(closed["log"]["seq"], last["seq"])  # the registry's sign-in may follow
        rows = {row["seq"]: row["hash"] for row in self.centre.client("QUAN_TRI").pages("readLog")}
        self.assertEqual(closed["log"]["hash"], rows[closed["log"]["seq"]])
        answer = self.get("month", "2026-03-01")
        self.assertEqual(answer.json, closed)
        figures = re.search(r'"figures":(\{.*\})\}$', json.dumps(answer.json, ensure_ascii=False, separators=(",", ":")))[1]
        self.assertEqual(closed["figures_hash"], hashlib.sha256(figures.encode()).hexdigest())
        told = [row for row in self.centre.client("QUAN_TRI").pages("readLog")
                if row["kind"] == "report_closed"]
        self.assertEqual([row["data"]["figures_hash"] for row in told], [closed["figures_hash"]])
        self.close("month:2026-3", expect="report_closed")

    def test_3_periods_follow_each_other_without_a_gap(self):
        """R-313: and what April carries over is what March left open."""
        self.centre.clock("2026-06-01T08:00:00+07:00")
        self.close("month:2026-5", expect="report_gap")
        self.close("month:2026-2", expect="report_gap")
        self.assertEqual(self.counts(self.close("month:2026-4").json), APRIL)
        self.close("reporting_month:2026-3")  # a chain of its own: up to 14 March
        listed = list(self.writer.pages("listClosedReports", kind="month", limit=1))
        self.assertEqual([row["from"] for row in listed], ["2026-04-01", "2026-03-01"])

    def test_4_a_reopening_makes_the_next_versions_at_once(self):
        """R-314: of each closed period from the end that is undone; others and first versions stay."""
        self.played.act(self.played.leader, "reopenDossier", "C", {"reason": "Sai họ tên"})
        one = self.played.dossiers["C"]["id"]
        for begin, version, counts, dossiers in (("2026-03-01", 1, MARCH, []), ("2026-03-01", 2, MARCH_AGAIN, [one]),
                                                 ("2026-04-01", 1, APRIL, []), ("2026-04-01", 2, APRIL_AGAIN, [one])):
            seen = self.get("month", begin, version=version).json
            self.assertEqual((seen["version"], self.counts(seen), seen["dossiers"]), (version, counts, dossiers))
        newest = self.get("month", "2026-03-01").json
        self.assertEqual((newest["version"], newest["closed_by"]), (2, "lanhdao"))
        self.assertEqual(self.get("reporting_month", "2026-02-15").json["version"], 2)
        self.get("month", "2026-03-01", version=3, expect="not_found")
        self.assertEqual(self.counts(self.close("month:2026-5").json), APRIL_AGAIN)  # follows version 2

    def test_5_what_ends_after_a_closed_period_leaves_it_alone(self):
        """R-314: the second end of C is of June."""
        self.played.settle("C", "05/KQ")
        self.assertEqual(self.get("month", "2026-03-01").json["version"], 2)
        self.played.act(self.played.leader, "reopenDossier", "C", {"reason": "Sai nơi sinh"})
        self.assertEqual(self.get("month", "2026-05-01").json["version"], 1)

    def test_6_the_check_holds_the_figures_against_the_log(self):
        """R-315: seven versions; a changed figure, with its digest, is found."""
        said = self.centre.run("check", "--data", self.centre.data)
        self.assertIn("closed reports: 7 versions compared", said)
        self.assertIn("0 faults", said)
        self.centre.stop()
        self.addCleanup(self.centre.start)
        database = sqlite3.connect(self.centre.data / "motcua.db")
        self.addCleanup(database.close)
        row = "kind = 'month' AND version = 1 AND figures LIKE '%\"carried_over\":0%'"
        kept = database.execute(f"SELECT figures, figures_hash FROM closed_report WHERE {row}").fetchone()
        better = kept[0].replace('"late":1', '"late":0')
        self.assertNotEqual(better, kept[0])
        for figures, digest, fault in ((better, kept[1], "its digest is not that of its figures"),
                                       (better, hashlib.sha256(better.encode()).digest(), "not those that the log tells of")):
            database.execute(f"UPDATE closed_report SET figures = ?, figures_hash = ? WHERE {row}", (figures, digest))
            database.commit()
            self.assertIn(fault, self.faults())
        database.execute(f"UPDATE closed_report SET figures = ?, figures_hash = ? WHERE {row}", kept)
        database.commit()

    def test_7_the_terminal_closes_and_shows(self):
        """R-312: what the manager types."""
        said = self.terminal("report", "closed-show", "2026-03-01", "--version", "1")
        self.assertRegex(said, r"(?m)^\(3\) Tiếp nhận +7$")
        self.assertRegex(self.terminal("report", "closed"), r"(?m)^month +2026-05-01 +2026-05-31 +1 ")

    def test_8_nine_months_follow_in_time_though_they_do_not_join(self):
        """R-313: 15 December to 14 September, year after year; never an earlier one."""
        self.centre.clock("2027-10-01T08:00:00+07:00")
        type(self).writer = self.centre.client("TO_HOP_BC")  # the server was started anew
        for year in (2026, 2027):
            closed = self.close(f"reporting_nine_months:{year}").json
            self.assertEqual((closed["from"], closed["to"]), (f"{year - 1}-12-15", f"{year}-09-14"))
        self.close("reporting_nine_months:2025", expect="report_gap")
        self.assertIn("0 faults", self.centre.run("check", "--data", self.centre.data))

    def terminal(self, *arguments):
        done = subprocess.run([server.program("counter_client"), "--server", self.centre.base_url, *arguments],
                              env={**os.environ, "MOTCUA_TOKEN": self.writer.token, "LC_ALL": "C.UTF-8"},
                              text=True, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def faults(self):
        done = subprocess.run([server.program(), "check", "--data", self.centre.data], text=True,
                              capture_output=True, check=False)
        self.assertEqual(done.returncode, 1)
        return done.stdout + done.stderr


if __name__ == "__main__":
    unittest.main()
