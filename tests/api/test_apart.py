"""What is counted beside the on-time report. Rules checked: R-316, R-317.

The figures are counted by hand from the days below: 07:30-11:30 and 13:00-17:00, Monday to Friday;
2 March 2026 is a Monday. What arrives on Monday at 9:00 is owed an answer by Tuesday at 9:00."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
REFUSAL = {"reason_code": "out_of_scope", "reason": "Thủ tục thuộc thẩm quyền của cơ quan khác"}
ASKED = {"items": ["Giấy chứng sinh"], "reason": "Thiếu giấy chứng sinh"}


def at(day, time="09:00:00"):
    return f"2026-03-{day:02}T{time}+07:00"


class Apart(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins=at(2))
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.work = casework.Casework(cls.centre)
        cls.leader = cls.work.people["LANH_DAO"]

    def arrived(self):
        return self.work.open(PROCEDURE, channel="post", result_delivery="post", documents=[], intake="arrive")

    def report(self, first, last, **more):
        return self.leader.call("reportApart", from_=at(first)[:10], to=at(last)[:10], **more).json

    def figures(self, first, last):
        report = self.report(first, last)
        return {key: value for key, value in report.items() if key not in ("from", "to", "as_of", "complete")}

    def test_1_answers_by_the_clock_of_eight_working_hours(self):
        four = [self.arrived() for unused in range(4)]
        self.assertEqual(self.figures(2, 2)["owed"], {"in_time": 4, "late": 0})
        self.work.clock(at(3))
        self.work.act("TIEP_NHAN", "refuseDossier", four[0], REFUSAL)       # to the second in time
        self.work.act("TIEP_NHAN", "requestSupplement", four[1], ASKED)
        self.work.clock(at(3, "09:00:01"))
        self.work.act("TIEP_NHAN", "refuseDossier", four[2], dict(REFUSAL, reason_code="incomplete"))
        now = self.report(2, 3)
        self.assertEqual((now["owed"], now["answered"]), ({"in_time": 0, "late": 1}, {"in_time": 2, "late": 1}))
        self.assertEqual((now["complete"], now["as_of"]), (False, at(3, "09:00:01")))
        self.assertEqual((now["refused"], now["supplements"]), (2, 1))
        self.assertEqual(now["refusals"], [{"reason": "incomplete", "amount": 1}, {"reason": "out_of_scope", "amount": 1}])
        # the day before, as it ended: all four were owed, none late
        then = self.report(2, 2)
        self.assertEqual((then["owed"], then["answered"], then["refused"], then["complete"]),
                         ({"in_time": 4, "late": 0}, {"in_time": 0, "late": 0}, 0, True))
        type(self).left = four[3]

    def test_2_a_supplement_after_acceptance_is_not_one_before(self):
        dossier = self.work.hand(self.work.open(PROCEDURE))
        self.work.act("LD_PHONG", "requestSupplement", dossier, ASKED)
        self.assertEqual(self.figures(2, 3)["supplements"], 1)

    def test_3_a_result_waits_five_working_days(self):
        """R-317: ready on Tuesday the 3rd; the fifth working day after it is the 10th."""
        one, two = (self.work.issue(self.work.hand(self.work.open(PROCEDURE))) for unused in range(2))
        for day, count in ((9, 0), (10, 0), (11, 2)):
            self.work.clock(at(day, "23:59:59" if day < 11 else "00:00:00"))
            self.assertEqual(self.figures(day, day)["uncollected"], count, day)
        self.work.clock(at(12))
        self.work.act("TIEP_NHAN", "returnResult", one, {"receiver": {"kind": "applicant"}})
        self.assertEqual([self.figures(day, day)["uncollected"] for day in (10, 11, 12)], [0, 2, 1])
        type(self).ready = two

    def test_4_corrections_and_reopenings(self):
        self.work.clock(at(13))
        asked = self.work.act("TIEP_NHAN", "askCorrection", self.ready, {"field": "full_name", "value": "Nông Thị Mái", "reason": "Gõ sai"})
        self.assertEqual(self.figures(13, 13)["corrections"], 0)
        right = self.work.act("GD_TT", "correctDossier", asked, {"correction": asked["corrections"][0]["correction"], "reason": "Đúng thẻ"})
        self.work.act("LANH_DAO", "reopenDossier", right, {"reason": "Sai nơi sinh"})
        self.assertEqual(self.figures(13, 13), {
            "owed": {"in_time": 0, "late": 1}, "answered": {"in_time": 0, "late": 0}, "refused": 0, "refusals": [],
            "supplements": 0, "uncollected": 0, "corrections": 1, "reopenings": 1,
            "beyond_boundary": {"received_for_others": 0, "received_by_others": 0, "procedures_enabled": 84,
                                "procedures_published": 95}})
        # a period is a whole: what happened on its days
        month = self.figures(1, 31)
        self.assertEqual((month["refused"], month["supplements"], month["corrections"], month["reopenings"]), (2, 1, 1, 1))

    def test_5_who_may_and_which_period(self):
        self.work.people["TIEP_NHAN"].call("reportApart", expect="forbidden")
        self.leader.call("reportApart", period="month:2026-13", faulty=True, expect="bad_parameter")
        self.assertEqual(self.leader.call("reportApart", period="month:2026-3").json["from"], "2026-03-01")

    def test_6_the_check_counts_what_was_written(self):
        for change, what in ((None, ""), ("DELETE FROM dossier_note WHERE kind = 'refusal' AND code = 'incomplete'",
                                          "notes of kind refusal: 1, the log tells of 2")):
            status, said = self.centre.check_copy(change)
            self.assertEqual(status == 0, change is None, said)
            self.assertIn(what, said)


if __name__ == "__main__":
    unittest.main()
