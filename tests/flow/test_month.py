#!/usr/bin/env python3
"""A month of the commune: every row of the on-time report against an independent slow count.

tests/support/month.py plays it; tests/support/slow_report.py counts, from what was asked of the
server alone. Rules R-300..R-305, R-308, R-309, R-311 and the due dates behind them.
"""
import datetime
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server  # noqa: E402  (needs the path above)
from month import FIRST, LAST, Month  # noqa: E402
from slow_days import VIETNAM  # noqa: E402
from slow_report import COLUMNS  # noqa: E402

SEED = 20260302
BY = ("field", "procedure", "officer", "unit", "month")
PERIODS = [(datetime.date(2026, 3, 1), LAST), (datetime.date(2026, 3, 1), datetime.date(2026, 3, 12)),
           (datetime.date(2026, 3, 13), datetime.date(2026, 3, 18)),
           (datetime.date(2026, 3, 19), LAST), (datetime.date(2026, 2, 15), datetime.date(2026, 3, 14)),
           (datetime.date(2026, 3, 15), datetime.date(2026, 4, 14))]


def columns_of(row):
    """A row of the report as {column: count}."""
    return {**{name: row[name] for name in ("carried_over", "received", "received_online")},
            **row["resolved"], **row["open"]}


class MonthOfTheCommune(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-02T07:00:00+07:00")
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.month = Month(cls.centre, SEED)
        cls.leader = cls.centre.client("LANH_DAO")
        cls.now = datetime.datetime(2026, 3, 31, 23, 59, 59, tzinfo=VIETNAM)

    def expected(self, by, first, last):
        return self.month.counting.rows([told for _, told in self.month.dossiers], by, first, last,
                                        self.now)

    def test_the_month_had_everything_in_it(self):
        """The play would prove nothing if its dice had left something out."""
        told = [told for _, told in self.month.dossiers]
        total = self.expected("month", *PERIODS[0])["2026-03"]
        self.assertGreater(len(told), 250)
        self.assertEqual(self.month.killed, 3)
        for column in COLUMNS[1:]:
            self.assertGreater(total[column], 3, column)
        self.assertGreater(self.expected("month", *PERIODS[3])["2026-03"]["carried_over"], 20)
        self.assertGreater(len([one for one in told if one.stopped]), 3)
        self.assertGreater(len([one for one in told if len(one.limits) > 1]), 0)
        self.assertGreater(len([one for one in told if len(one.pauses) > 1]), 3)
        self.assertGreater(len([one for one in told if len(one.responsible) > 2]), 3)
        states = {dossier["state"] for dossier, _ in self.month.dossiers}
        self.assertLessEqual({"accepted", "processing", "awaiting_supplement", "awaiting_payment",
                              "suspended", "withdrawal_requested", "stopped", "result_ready",
                              "returned"}, states)

    def test_every_due_date_is_that_of_the_slow_count(self):
        """Of the dossiers whose clock runs, after both amendments."""
        compared = 0
        for dossier, told in self.month.dossiers:
            seen = self.leader.call("getDossier", dossier=dossier["id"]).json
            if seen["state"] not in ("accepted", "processing"):
                continue
            due_at = self.month.counting.due(told, self.now)[1]
            self.assertEqual(seen["legal_due_at"], due_at and due_at.isoformat(), seen["code"])
            compared += 1
        self.assertGreater(compared, 20)

    def test_every_verdict_is_that_of_the_slow_count(self):
        for dossier, told in self.month.dossiers:
            if told.ended_at:
                self.assertEqual(dossier["verdict"], self.month.counting.verdict(told), dossier["code"])

    def test_every_row_of_every_report_is_that_of_the_slow_count(self):
        for first, last in PERIODS:
            for by in BY:
                with self.subTest(first=first, last=last, by=by):
                    report = self.leader.call("reportOnTime", by=by, to=last.isoformat(),
                                              **{"from": first.isoformat()}).json
                    rows = self.expected(by, first, last)
                    self.assertEqual({row["key"]: columns_of(row) for row in report["rows"]}, rows)
                    total = {name: sum(row[name] for row in rows.values()) for name in COLUMNS}
                    self.assertEqual(columns_of(report["total"]), total)

    def test_the_centre_is_sound_after_the_month(self):
        said = self.centre.run("check", "--data", self.centre.data)
        self.assertIn("0 faults", said)


if __name__ == "__main__":
    unittest.main()
