"""What moves the clock of a dossier, through the API: payment, suspension, apology, extension,
re-opening, another officer. Expected dates are counted by hand from working time and the states.

Every answer is held to the contract; at the end `queue_server check` recounts the whole centre.
"""
import json
import sqlite3
import unittest

import test_dossiers as base

EXTENDED = "1.000689"  # WORKING_DAYS 3, with an extension of WORKING_DAYS 5 in the sample catalogue
AGENCIES = "2.002913"  # Liên thông khai tử: five agencies
SAME_DAY = "1.000656"  # the same day, with an extension of WORKING_DAYS 3


def setUpModule():
    base.setUpModule()
    unit = ["--unit", "VP_HDND_UBND"]
    base.SERVER.run("account", "add", "thuly2", "--data", base.SERVER.data, "--name",
                    "Người mẫu Hai", "--roles", "THU_LY", *unit)


def tearDownModule():
    base.tearDownModule()


def act(*arguments, **more):
    return base.act(*arguments, **more)


def printed(dossier, form):
    """The content of the newest sheet of the dossier, which is of this form."""
    job = dossier["print_jobs"][-1]
    assert base.DESK.call("getPrintJob", print_job=job).json["form"] == form
    with sqlite3.connect(f"file:{base.SERVER.data}/motcua.db?mode=ro", uri=True) as store:
        content, = store.execute("SELECT content FROM print_job WHERE id = ?", (int(job[1:]),)).fetchone()
    return json.loads(content)


def clock(day):
    base.SERVER.clock(f"{day}:00+07:00")


def handed(procedure=base.PROCEDURE):
    return base.handed(base.opened(procedure=procedure, documents=base.papers(procedure)))


def signed_and_issued(dossier, number):
    decision = {"outcome": "approved", "title": "Kết quả mẫu"}
    return act(base.REGISTRY, "issueResult", act(base.LEADER, "signDossier", dossier, decision),
               {"number": number})


def rates(first, last):
    return base.LEADER.call("reportOnTime", to=last, by="unit", **{"from": first}).json["total"]


class Clock(unittest.TestCase):
    """Each test sets days of its own, in the order of names."""

    def test_1_another_officer_answers_at_once(self):
        """R-870."""
        clock("2026-03-02T09:15")
        dossier = handed()
        to = {"account": "thuly2", "reason": "Người mẫu nghỉ phép"}
        act(base.OFFICER, "reassignDossier", dossier, to, expect="forbidden")
        act(base.HEAD, "reassignDossier", dossier, dict(to, account="khongco"),
            expect="receiver_unknown")
        act(base.HEAD, "reassignDossier", dossier, dict(to, account="quantri"),
            expect="receiver_unknown")
        act(base.HEAD, "reassignDossier", dossier, dict(to, reason=""), expect="reason_missing")
        given = act(base.OFFICER, "handOverDossier", dossier, {"account": "vanthu"})
        passed = act(base.DIRECTOR, "reassignDossier", given, to)
        self.assertEqual((passed["officer"]["account"], passed["handover"], passed["state"]),
                         ("thuly2", None, "processing"))
        self.assertEqual([step["officer"]["account"] for step in passed["steps"]],
                         ["tiepnhan", "thuly", "thuly2"])
        self.assertEqual(passed["steps"][-1]["given_by"]["account"], "giamdoc")
        act(base.REGISTRY, "confirmHandover", passed, expect="no_handover")

    def test_2_what_is_owed_stops_the_clock_until_it_is_paid(self):
        """R-871. WORKING_DAYS 5 from Monday 2 March: Monday 9 March."""
        dossier = handed()
        owed = {"line": "Lệ phí trước bạ", "amount": 1250000, "notice": "thong-bao.pdf"}
        act(base.HEAD, "requestPayment", dossier, owed, expect="forbidden")
        act(base.OFFICER, "requestPayment", dossier, dict(owed, notice=None),
            expect="notice_missing")
        clock("2026-03-04T10:00")
        paused = act(base.OFFICER, "requestPayment", dossier, owed)
        self.assertEqual((paused["state"], paused["national_status"], paused["legal_due_at"],
                          paused["pending"]), ("awaiting_payment", 6, None, "paused"))
        self.assertEqual((paused["pauses"][0]["kind"], paused["pauses"][0]["notices"]),
                         ("payment", ["thong-bao.pdf"]))
        refused = act(base.DESK, "resumeDossier", paused, {}, expect="fee_unpaid")
        self.assertEqual(refused["missing"], ["Lệ phí trước bạ"])
        clock("2026-03-06T09:00")
        paid = {"fees": [{"line": "Lệ phí trước bạ",
                          "settled": {"method": "transfer", "reference": "GD-1"}}]}
        resumed = act(base.DESK, "resumeDossier", paused, paid)
        # working days after 4 up to 6 March: 5, 6; the due day moves from 9 to 11 March
        self.assertEqual((resumed["state"], resumed["legal_due_at"], resumed["promised_at"]),
                         ("processing", "2026-03-11T17:00:00+07:00", "2026-03-09T17:00:00+07:00"))
        self.assertEqual(resumed["fees"][0]["state"], "settled")

    def test_3_a_suspension_needs_a_basis_and_pauses_never_add_up_twice(self):
        """R-871. From Friday 6 March, WORKING_DAYS 5: Friday 13 March."""
        clock("2026-03-06T10:00")
        dossier = handed()
        act(base.OFFICER, "suspendDossier", dossier, {"basis": "court"}, expect="forbidden")
        act(base.HEAD, "suspendDossier", dossier, {}, expect="basis_missing")
        act(base.HEAD, "suspendDossier", dossier, {"basis": "mood"}, faulty=True,
            expect="bad_value")
        act(base.DIRECTOR, "suspendDossier", dossier, {"basis": "court"}, expect="reason_missing")
        clock("2026-03-09T09:00")
        paused = act(base.HEAD, "suspendDossier", dossier,
                     {"basis": "dispute", "reason": "Có đơn tranh chấp"})
        self.assertEqual((paused["state"], paused["pauses"][0]["basis"],
                          paused["pauses"][0]["reason"]),
                         ("suspended", "dispute", "Có đơn tranh chấp"))
        clock("2026-03-10T15:00")
        resumed = act(base.HEAD, "resumeDossier", paused, {})
        self.assertEqual(resumed["legal_due_at"], "2026-03-16T17:00:00+07:00")  # 10 March
        clock("2026-03-10T16:00")  # a second pause of one day that the first holds already
        paused = act(base.HEAD, "suspendDossier", resumed, {"basis": "court"})
        clock("2026-03-10T16:30")
        resumed = act(base.HEAD, "resumeDossier", paused, {})
        self.assertEqual(resumed["legal_due_at"], "2026-03-16T17:00:00+07:00")
        ledger = base.DESK.call("getLedger", dossier=resumed["id"]).json
        self.assertEqual(ledger["due_at"], resumed["legal_due_at"])

    def test_4_a_leader_apologises_once_before_the_last_day(self):
        """R-873. From Tuesday 10 March, WORKING_DAYS 5: Tuesday 17 March."""
        clock("2026-03-10T16:40")
        dossier = handed()
        promise = {"new_time": "2026-03-20T17:00:00+07:00", "reason": "Cần xác minh thêm"}
        act(base.HEAD, "apologiseDossier", dossier, promise, expect="forbidden")
        for time in ("2026-03-17T17:00:00+07:00", "2099-01-05T17:00:00+07:00"):
            act(base.LEADER, "apologiseDossier", dossier, dict(promise, new_time=time),
                expect="bad_time")
        given = act(base.OFFICER, "handOverDossier", dossier, {"account": "vanthu"})
        clock("2026-03-16T17:30")  # a calendar day before: still in time, a hand-over pending
        promised = act(base.LEADER, "apologiseDossier", given, promise)
        self.assertEqual((promised["apology"]["new_time"], promised["legal_due_at"],
                          promised["promised_at"], promised["state"]),
                         ("2026-03-20T17:00:00+07:00", "2026-03-17T17:00:00+07:00",
                          "2026-03-17T17:00:00+07:00", "processing"))
        self.assertIsNotNone(promised["handover"])
        content = printed(promised, "04")
        self.assertEqual((content["number"], content["promised_at"], content["new_at"], content["reason"]),
                         ("01/2026/PXL-TTPVHCC", "2026-03-17T17:00:00+07:00", "2026-03-20T17:00:00+07:00",
                          "Cần xác minh thêm"))
        act(base.LEADER, "apologiseDossier", promised, promise, expect="already_reappointed")
        late = handed()  # due on the 23rd
        clock("2026-03-23T08:30")
        act(base.LEADER, "apologiseDossier", late,
            dict(promise, new_time="2026-03-27T17:00:00+07:00"), expect="too_late")

    def test_5_the_extension_of_the_procedure_moves_the_due_date(self):
        """R-872. Monday 23 March: WORKING_DAYS 3 is the 26th, 3 + 5 is Thursday 2 April."""
        clock("2026-03-23T09:00")
        dossier = handed(EXTENDED)
        self.assertEqual(dossier["legal_due_at"], "2026-03-26T17:00:00+07:00")
        for procedure, offered in ((EXTENDED, True), (base.PROCEDURE, False)):
            seen = base.LEADER.call("getDossier", dossier=handed(procedure)["id"]).json
            self.assertEqual("extend" in seen["actions"], offered)
        act(base.HEAD, "extendDossier", dossier, expect="forbidden")
        act(base.LEADER, "extendDossier", handed(), expect="no_extension")
        clock("2026-03-26T16:00")
        extended = act(base.LEADER, "extendDossier", dossier, {"reason": "Cần xác minh"})
        self.assertEqual((extended["legal_due_at"], extended["promised_at"]),
                         ("2026-04-02T17:00:00+07:00", "2026-03-26T17:00:00+07:00"))
        self.assertEqual(extended["extension"]["limit"], "WORKING_DAYS 8")
        act(base.LEADER, "extendDossier", extended, expect="already_extended")
        same_day = base.opened(procedure=SAME_DAY, documents=base.papers(SAME_DAY))  # after 15:00
        self.assertEqual(same_day["legal_due_at"], "2026-03-27T17:00:00+07:00")
        longer = act(base.LEADER, "extendDossier", same_day)
        # received after the cut-off: counted from Friday 27: 30, 31 March, 1 April
        self.assertEqual(longer["legal_due_at"], "2026-04-01T17:00:00+07:00")
        paused = act(base.HEAD, "suspendDossier", handed(EXTENDED), {"basis": "court"})
        clock("2026-04-06T09:00")  # past the due date before the pause: nothing is overdue in it
        paused = act(base.LEADER, "extendDossier", paused)
        self.assertIsNone(paused["legal_due_at"])
        late = handed(EXTENDED)
        clock("2026-04-10T09:00")
        act(base.LEADER, "extendDossier", late, expect="after_due")
        ready = signed_and_issued(extended, "GH-1/2026")
        self.assertEqual(ready["verdict"], "late")
        # as it stood at the end of the 31st: extended, so in time
        row = rates("2026-03-23", "2026-03-31")
        self.assertEqual(row["carried_over"] + row["received"],
                         sum(row["resolved"].values()) + sum(row["open"].values()))

    def test_6_a_wrong_result_is_opened_again_as_if_never_ended(self):
        """R-875."""
        clock("2026-04-13T09:00")
        dossier = handed()
        before = rates("2026-04-13", "2026-04-30")
        ready = signed_and_issued(dossier, "ML-1/2026")
        self.assertEqual(rates("2026-04-13", "2026-04-30")["resolved"]["early"],
                         before["resolved"]["early"] + 1)
        act(base.HEAD, "reopenDossier", ready, {"reason": "Sai họ"}, expect="forbidden")
        act(base.LEADER, "reopenDossier", ready, {"reason": ""}, expect="reason_missing")
        again = act(base.LEADER, "reopenDossier", ready, {"reason": "Sai họ tên mẹ"})
        self.assertEqual((again["state"], again["ended_at"], again["verdict"], again["decision"],
                          again["outcome"], again["pending"]),
                         ("processing", None, None, None, None, "in_time"))
        self.assertIsNone(again["steps"][-1]["ended_at"])
        self.assertEqual(rates("2026-04-13", "2026-04-30"), before)
        act(base.LEADER, "reopenDossier", again, {"reason": "Nữa"}, expect="state_forbids")
        act(base.REGISTRY, "issueResult", again, {"number": "ML-2/2026"}, expect="not_signed")
        other = act(base.LEADER, "signDossier", handed(),
                    {"outcome": "approved", "title": "Kết quả mẫu"})
        act(base.REGISTRY, "issueResult", other, {"number": "ML-1/2026"},
            expect="duplicate_number")
        clock("2026-04-21T09:00")  # due on Monday 20 April
        self.assertEqual(signed_and_issued(again, "ML-2/2026")["verdict"], "late")
        kinds = [event["kind"] for event in
                 base.DESK.call("getHistory", dossier=again["id"]).json["items"]]
        self.assertEqual(kinds[-4:], ["dossier_result_issued", "dossier_reopened",
                                      "dossier_signed", "dossier_result_issued"])

    def test_7_steps_at_agencies_have_their_own_due_dates(self):
        """R-876, R-877. Monday 27 April is a day off, Thursday 30 April and Friday 1 May too."""
        clock("2026-04-28T09:00")
        dossier = handed(AGENCIES)
        plan = dossier["agency_plan"]
        self.assertIn("forward", dossier["actions"])
        self.assertNotIn("forward", handed()["actions"])
        self.assertEqual([row["agency"] for row in plan[:3]],
                         ["UBND xã", "Công an xã", "Phòng VH-XH/Sở Y tế"])
        act(base.HEAD, "forwardDossier", dossier, {"steps": [{"row": 2}]}, expect="forbidden")
        act(base.OFFICER, "forwardDossier", dossier, {"steps": []}, expect="no_such_step")
        act(base.OFFICER, "forwardDossier", dossier, {"steps": [{"row": 9}]},
            expect="no_such_step")
        act(base.OFFICER, "forwardDossier", handed(), {"steps": [{"row": 1}]},
            expect="no_such_step")
        act(base.OFFICER, "forwardDossier", dossier, {"steps": [{"row": 2}, {"row": 2}]},
            expect="step_open")
        away = act(base.OFFICER, "forwardDossier", dossier, {"steps": [{"row": 2}, {"row": 3}]})
        self.assertEqual((away["state"], away["national_status"], away["officer"]["account"]),
                         ("with_agency", 4, "thuly"))
        # WORKING_DAYS 1: the 29th; WORKING_DAYS 5: 29 April, 4, 5, 6, 7 May
        self.assertEqual([step["due_at"] for step in away["agency_steps"]],
                         ["2026-04-29T17:00:00+07:00", "2026-05-07T17:00:00+07:00"])
        self.assertEqual(away["legal_due_at"], dossier["legal_due_at"])
        slip = base.DESK.call("getPrintJob", print_job=away["print_jobs"][-1]).json
        self.assertEqual(slip["form"], "handover")
        act(base.LEADER, "signDossier", away, {"outcome": "approved", "title": "X"},
            expect="state_forbids")
        act(base.OFFICER, "endAgencyStep", away, {"step": 3}, expect="no_such_step")
        asked = act(base.DESK, "requestWithdrawal", away, {"reason": "Công dân đề nghị"})
        away = act(base.DIRECTOR, "denyWithdrawal", asked, {"reason": "Đang liên thông"})
        self.assertEqual(away["state"], "with_agency")
        clock("2026-05-04T09:00")
        half = act(base.OFFICER, "endAgencyStep", away, {"step": 1, "note": "Đã xóa"})
        self.assertEqual((half["state"], half["agency_steps"][0]["verdict"],
                          half["agency_steps"][0]["note"]), ("with_agency", "late", "Đã xóa"))
        act(base.OFFICER, "endAgencyStep", half, {"step": 1}, expect="no_such_step")
        back = act(base.DESK, "endAgencyStep", half, {"step": 2})
        self.assertEqual((back["state"], back["agency_steps"][1]["verdict"]),
                         ("processing", "early"))
        again = act(base.OFFICER, "forwardDossier", back, {"steps": [{"row": 2}]})
        self.assertEqual([step["step"] for step in again["agency_steps"]], [1, 2, 3])

    def test_8_a_correction_is_asked_for_by_one_and_approved_by_another(self):
        """R-878."""
        dossier = handed()
        wrong = {"field": "full_name", "value": "Nông Thị Mái", "reason": "Gõ sai dấu"}
        act(base.OFFICER, "askCorrection", dossier, dict(wrong, reason=""),
            expect="reason_missing")
        for field, value in (("promised_at", "2026-01-01"), ("full_name", base.APPLICANT["full_name"])):
            act(base.OFFICER, "askCorrection", dossier, dict(wrong, field=field, value=value),
                expect="not_correctable")
        act(base.OFFICER, "askCorrection", dossier,
            dict(wrong, field="phone", value="12"), expect="phone_invalid")
        asked = act(base.OFFICER, "askCorrection", dossier, wrong)
        self.assertEqual(asked["applicant"]["full_name"], base.APPLICANT["full_name"])
        number = asked["corrections"][0]["correction"]
        approval = {"correction": number, "reason": "Đã đối chiếu thẻ"}
        act(base.HEAD, "correctDossier", asked, approval, expect="forbidden")
        act(base.DIRECTOR, "correctDossier", asked, dict(approval, correction=number + 1),
            expect="not_correctable")
        act(base.DIRECTOR, "correctDossier", asked, dict(approval, reason=""),
            expect="reason_missing")
        seen = base.DIRECTOR.call("getDossier", dossier=asked["id"]).json
        self.assertIn("correct", seen["actions"])
        right = act(base.DIRECTOR, "correctDossier", asked, approval)
        self.assertEqual(right["applicant"]["full_name"], "Nông Thị Mái")
        self.assertNotIn("correct", right["actions"])
        kept = right["corrections"][0]
        self.assertEqual((kept["old_value"], kept["new_value"], kept["asked_by"]["account"],
                          kept["approved_by"]["account"]),
                         (base.APPLICANT["full_name"], "Nông Thị Mái", "thuly", "giamdoc"))
        act(base.DIRECTOR, "correctDossier", right, approval, expect="not_correctable")
        own = act(base.DIRECTOR, "askCorrection", right,
                  {"field": "phone", "value": "0987 654 321", "reason": "Đổi số"})
        act(base.DIRECTOR, "correctDossier", own,
            dict(approval, correction=own["corrections"][1]["correction"]),
            expect="separation_of_duties")
        history = base.DESK.call("getHistory", dossier=right["id"]).json["items"]
        self.assertEqual([event["kind"] for event in history][-3:],
                         ["dossier_correction_asked", "dossier_corrected",
                          "dossier_correction_asked"])
        self.assertNotIn("Mái", str([event["data"] for event in history]))

    def test_9_the_whole_centre_is_counted_again_from_its_log(self):
        base.SERVER.stop()
        try:
            base.SERVER.run("check", "--data", base.SERVER.data)
        finally:
            base.SERVER.start()


if __name__ == "__main__":
    unittest.main()
