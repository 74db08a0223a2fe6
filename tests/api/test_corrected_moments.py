"""Moments that were recorded wrongly: corrected by append, and everything counted from them anew.
Rules checked: R-538, R-539, R-540.

1.003583 is WORKING_DAYS 5, sessions 07:30-11:30 and 13:00-17:00, Monday to Friday; no day off in
March 2026. Dates are counted by hand from working time 4.2 and 5; the 9th of March is a Monday."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"


def at(day, time="17:00"):
    return f"2026-03-{day:02}T{time}:00+07:00"


class CorrectedMoments(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins=at(9, "08:00"))
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.work = casework.Casework(cls.centre)
        cls.desk, cls.director = cls.work.people["TIEP_NHAN"], cls.work.people["GD_TT"]

    def ask(self, dossier, field, value, **more):
        return self.work.act("TIEP_NHAN", "askCorrection", dossier,
                             {"field": field, "value": value, "reason": "Theo sổ giấy"}, **more)

    def approve(self, asked, **more):
        number = asked["corrections"][-1]["correction"]
        return self.work.act("GD_TT", "correctDossier", asked,
                             {"correction": number, "reason": "Đã đối chiếu"}, **more)

    def correct(self, dossier, field, value):
        return self.approve(self.ask(dossier, field, value))

    def received(self, day):
        """On that day, and ended on it by verdict."""
        total = self.work.people["LANH_DAO"].call("reportOnTime", by="field", from_=at(day)[:10], to=at(day)[:10]).json["total"]
        ended = total["resolved"]
        return total["received"], ended["early"], ended["on_time"], ended["late"]

    def seen(self, dossier, as_of):
        return self.desk.call("getLedger", dossier=dossier["id"], as_of=as_of).json["due_at"]

    def test_1_the_acceptance_of_yesterday_typed_today(self):
        """R-538, R-539: from the 10th five working days are the 17th, from the 9th the 16th."""
        self.work.clock(at(10, "08:00"))
        dossier = self.work.open(PROCEDURE)
        type(self).paused, type(self).late = (self.work.hand(self.work.open(PROCEDURE)) for unused in range(2))
        self.assertEqual(dossier["legal_due_at"], at(17))
        self.assertEqual(self.received(10), (3, 0, 0, 0))
        self.work.clock(at(11, "09:00"))
        asked = self.ask(dossier, "accepted_at", at(9, "16:40"))
        self.assertEqual((asked["accepted_at"], asked["legal_due_at"]), (at(10, "08:00"), at(17)))
        right = self.approve(asked)
        self.assertEqual((right["accepted_at"], right["legal_due_at"]), (at(9, "16:40"), at(16)))
        self.assertEqual((right["promised_at"], right["code"]), (at(17), dossier["code"]))  # as printed
        self.assertEqual(right["steps"][0]["starts_at"], at(9, "16:40"))
        kept = right["corrections"][0]
        self.assertEqual((kept["old_value"], kept["new_value"], kept["due_before"], kept["due_after"], kept["verdict_after"]),
                         (at(10, "08:00"), at(9, "16:40"), at(17), at(16), None))
        self.assertEqual((self.received(9), self.received(10)), ((1, 0, 0, 0), (2, 0, 0, 0)))
        # who looked before the approval saw the 17th
        self.assertEqual(self.seen(dossier, at(10, "08:00")), at(17))
        self.assertEqual(self.seen(dossier, at(11, "08:59")), at(17))
        self.assertEqual(self.seen(dossier, at(11, "09:00")), at(16))
        self.desk.call("getLedger", dossier=dossier["id"], as_of=at(9, "16:50"), expect="not_found")

    def test_2_papers_came_a_day_before_they_were_recorded(self):
        """R-538: a pause from the 11th to the 13th has two days, to the 12th one."""
        self.work.clock(at(11, "10:00"))
        paused = self.work.act("LD_PHONG", "requestSupplement", self.paused,
                               {"items": ["Sổ hộ khẩu"], "reason": "Thiếu giấy"})
        self.ask(paused, "pauses/1/to", at(11, "11:00"), expect="not_correctable")  # it is open
        self.work.clock(at(13, "15:00"))
        again = self.work.act("TIEP_NHAN", "resumeDossier", paused, {"documents": self.work.papers(PROCEDURE)[:1]})
        self.assertEqual(again["legal_due_at"], at(19))  # the 17th and two days
        self.work.clock(at(13, "16:00"))
        right = self.correct(again, "pauses/1/to", at(12, "09:00"))
        self.assertEqual((right["legal_due_at"], right["pauses"][0]["to"]), (at(18), at(12, "09:00")))
        right = self.correct(right, "pauses/1/from", at(12, "08:00"))
        self.assertEqual(right["legal_due_at"], at(17))  # begun and ended on one day
        self.assertEqual(right["pauses"][0]["reason"], paused["pauses"][0]["reason"])
        self.assertIsNotNone(right["pauses"][0]["reason"])
        # both were approved at 16:00
        self.assertEqual((self.seen(right, at(13, "15:59")), self.seen(right, at(13, "16:00"))), (at(19), at(17)))
        for value in (at(10, "07:59"), at(12, "09:01")):  # before the acceptance; after its own end
            self.ask(right, "pauses/1/from", value, expect="moment_order")

    def test_3_a_result_issued_in_time_and_typed_late(self):
        """R-540: figures, verdict and the closed report."""
        self.work.clock(at(17, "16:00"))
        signed = self.work.act("LANH_DAO", "signDossier", self.late, {"outcome": "approved", "title": "Giấy khai sinh"})
        self.work.clock(at(18, "08:00"))
        late = self.work.act("VAN_THU", "issueResult", signed, {"number": "88/2026"})
        self.assertEqual((late["verdict"], self.received(18)[1:]), ("late", (0, 0, 1)))
        self.work.clock("2026-04-01T08:00:00+07:00")
        writer = self.centre.client("TO_HOP_BC")
        first = writer.call("closeReport", body={"period": "month:2026-3"}).json
        self.assertEqual(first["figures"]["total"]["late"], 1)
        for value, code in ((at(17, "15:59"), "moment_order"),                     # before it was signed
                            ("2026-04-01T08:00:01+07:00", "moment_order"),         # after now
                            (at(18, "08:00"), "not_correctable")):                 # as it is
            self.ask(late, "ended_at", value, expect=code)
        self.ask(late, "ended_at", "hôm qua", expect="bad_value")
        self.ask(late, "returned_at", at(18), expect="not_correctable")            # nobody came yet
        right = self.correct(late, "ended_at", at(17, "16:30"))
        self.assertEqual((right["verdict"], right["ended_at"]), ("on_time", at(17, "16:30")))
        self.assertEqual([right["corrections"][0][key] for key in ("verdict_before", "verdict_after")], ["late", "on_time"])
        self.assertEqual((self.received(17)[1:], self.received(18)[1:]), ((0, 1, 0), (0, 0, 0)))
        second = writer.call("getClosedReport", kind="month", from_="2026-03-01").json
        self.assertEqual((second["version"], second["dossiers"]), (2, [right["id"]]))
        total = second["figures"]["total"]
        self.assertEqual((total["on_time"], total["late"]), (1, 0))
        returned = self.work.act("TIEP_NHAN", "returnResult", right,
                                 {"receiver": {"kind": "applicant"}})
        moved = self.correct(returned, "returned_at", at(20, "09:00"))
        self.assertEqual((moved["returned_at"], moved["verdict"]), (at(20, "09:00"), "on_time"))
        # accepted a day before: due on the 16th, so it was late after all
        moved = self.correct(moved, "accepted_at", at(9, "09:00"))
        self.assertEqual((moved["legal_due_at"], moved["verdict"]), (at(16), "late"))
        self.assertEqual(self.received(17)[1:], (0, 0, 1))

    def test_4_what_cannot_have_been_is_refused(self):
        """R-538: and nobody approves his own."""
        dossier = self.work.open(PROCEDURE)
        for field, value, code in (("accepted_at", "2025-12-31T09:00:00+07:00", "moment_order"),
                                   ("accepted_at", "2026-04-02T09:00:00+07:00", "moment_order"),
                                   ("accepted_at", "2026-03-32T09:00", "bad_value"),
                                   ("ended_at", at(20), "not_correctable"),
                                   ("pauses/1/from", at(20), "not_correctable"),
                                   ("pauses/0/from", at(20), "not_correctable"),
                                   ("pauses/33/to", at(20), "not_correctable"),
                                   ("promised_at", at(20), "not_correctable")):
            self.ask(dossier, field, value, expect=code)
        handed = self.work.hand(dossier)
        self.work.clock("2026-04-01T09:00:00+07:00")
        self.ask(handed, "accepted_at", "2026-04-01T08:30:00+07:00", expect="moment_order")  # after it was handed over
        asked = self.work.act("GD_TT", "askCorrection", handed, {"field": "accepted_at", "value": at(31, "16:00"), "reason": "Sổ giấy"})
        self.approve(asked, expect="separation_of_duties")

    def test_5_what_has_changed_since_it_was_asked_for_is_looked_at_again(self):
        dossier = self.work.open(PROCEDURE)
        self.work.clock("2026-04-01T10:00:00+07:00")
        asked = self.ask(dossier, "accepted_at", "2026-04-01T09:50:00+07:00")
        given = self.work.act("TIEP_NHAN", "handOverDossier", asked, {"account": "thuly"})
        taken = self.work.act("THU_LY", "confirmHandover", given)
        self.assertEqual(self.approve(taken)["accepted_at"], "2026-04-01T09:50:00+07:00")
        late = self.ask(taken | {"version": self.version(taken)}, "accepted_at", "2026-04-01T09:59:00+07:00")
        self.correct(late, "accepted_at", "2026-04-01T09:55:00+07:00")

    def version(self, dossier):
        return self.desk.call("getDossier", dossier=dossier["id"]).json["version"]

    def test_6_the_check_counts_with_them(self):
        """R-540: and sees a moment that was edited."""
        status, said = self.centre.check_copy()
        self.assertEqual(status, 0, said)
        for change in ("UPDATE dossier SET accepted_at = accepted_at - 1000 WHERE verdict = 'late'",
                       "UPDATE dossier SET verdict = 'on_time' WHERE verdict = 'late'",
                       "UPDATE dossier_pause SET begun_at = begun_at - 1000",
                       "UPDATE dossier_count SET late = late + 1 WHERE late = 1"):
            self.assertNotEqual(self.centre.check_copy(change)[0], 0, change)


if __name__ == "__main__":
    unittest.main()
