"""GET /reports/on-time over HTTP: parameters, who may ask, the shape of an empty report."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

MARCH = {"from": "2026-03-01", "to": "2026-03-31"}
NO_RATE = {"numerator": 0, "denominator": 0, "value": None}


class EmptyCentre(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server().__enter__()
        cls.centre.clock("2026-03-10T09:00:00+07:00")
        cls.manager = cls.centre.client("GD_TT")

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def test_a_centre_without_dossiers_has_no_rows_and_no_rate(self):
        for by in ("field", "procedure", "officer", "unit", "month"):
            report = self.manager.call("reportOnTime", by=by, **MARCH).json
            self.assertEqual(report["rows"], [])
            self.assertEqual(report["by"], by)
            self.assertEqual(report["total"]["rate"], NO_RATE)
            self.assertEqual(report["total"]["rate_extended"], NO_RATE)

    def test_a_period_that_has_not_ended_is_counted_up_to_now(self):
        report = self.manager.call("reportOnTime", by="unit", **MARCH).json
        self.assertEqual((report["complete"], report["as_of"]),
                         (False, "2026-03-10T09:00:00+07:00"))
        past = {"from": "2026-02-01", "to": "2026-02-28"}
        report = self.manager.call("reportOnTime", by="unit", **past).json
        self.assertEqual((report["complete"], report["as_of"]),
                         (True, "2026-02-28T23:59:59+07:00"))

    def test_a_period_must_be_one(self):
        for period in ({"from": "2026-03-31", "to": "2026-03-30"},
                       {"from": "2016-01-01", "to": "2026-03-30"},
                       {"from": "2026-02-29", "to": "2026-03-30"},
                       {"from": "2026-3-1", "to": "2026-03-30"}):
            self.manager.call("reportOnTime", by="unit", expect="bad_parameter", faulty=True,
                              **period)
        self.manager.call("reportOnTime", by="colour", expect="bad_parameter", faulty=True,
                          **MARCH)
        for missing in ("from", "to", "by"):
            given = {**MARCH, "by": "unit"}
            del given[missing]
            self.manager.call("reportOnTime", expect="bad_parameter", faulty=True, **given)

    def test_reports_are_for_those_who_answer_for_them(self):
        for role in server.ACCOUNTS:
            allowed = role in ("LD_PHONG", "LANH_DAO", "GD_TT", "TO_HOP_BC", "KIEM_TRA")
            self.centre.client(role).call("reportOnTime", by="unit",
                                          expect=200 if allowed else "forbidden", **MARCH)


if __name__ == "__main__":
    unittest.main()
