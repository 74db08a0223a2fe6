"""Dossiers through the API: intake, the actions of the state table, due dates, lists, look-ups.

Every answer is held to the contract by contract.py. Dates are those of domain 4.4 and working time:
sessions 07:30-11:30 and 13:00-17:00, Monday to Friday. One server for all tests; each test makes
its own dossiers.
"""
import pathlib
import sqlite3
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

PROCEDURE = "1.003583"  # Đăng ký khai sinh lưu động: WORKING_DAYS 5, handled by VP_HDND_UBND
SAME_DAY = "1.001193"   # Đăng ký khai sinh: the same day
CARD = "006190012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài|20082021"
APPLICANT = {"kind": "citizen", "full_name": "Nông Thị Mẫu", "personal_id": "006190012345",
             "birth_date": "1990-08-15", "sex": "female", "phone": "0912 345 678",
             "address": "Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên", "identity_document": "card"}


def setUpModule():
    global SERVER, DESK, OFFICER, HEAD, LEADER, REGISTRY, DIRECTOR
    SERVER = server.Server()
    SERVER.__enter__()
    SERVER.clock("2026-03-02T09:12:00+07:00")  # a Monday
    DESK, OFFICER, HEAD, LEADER, REGISTRY, DIRECTOR = (
        SERVER.client(role)
        for role in ("TIEP_NHAN", "THU_LY", "LD_PHONG", "LANH_DAO", "VAN_THU", "GD_TT"))


def tearDownModule():
    SERVER.__exit__(None, None, None)


def papers(procedure, without=0):
    """The papers that a procedure asks for, all scanned; the last `without` are left out."""
    rows = [row for row in DESK.call("getProcedure", procedure=procedure).json["documents"]
            if row["required"]]
    return [{"row": row["row"], "name": row["name"], "form": row["form"], "originals": 1,
             "copies": 0, "scan": {"file": f"trang-{row['row']}.pdf"}}
            for row in rows[:len(rows) - without]]


def intake(procedure=PROCEDURE, **changes):
    body = {"procedure": procedure, "applicant": APPLICANT, "documents": papers(procedure),
            "channel": "counter", "result_delivery": "counter", "intake": "accept"}
    body.update(changes)
    return body


def opened(**changes):
    return DESK.call("createDossier", body=intake(**changes), expect=201).json


def act(client, operation, dossier, body=None, expect=None, **more):
    """Carry out an action on the version that the dossier has; the answer's JSON."""
    more.setdefault("If_Match", f'"{dossier["version"]}"')
    return client.call(operation, dossier=dossier["id"], body=body, expect=expect, **more).json


def handed(dossier, account="thuly"):
    """Hand over to an officer of the unit, who confirms."""
    dossier = act(DESK, "handOverDossier", dossier, {"account": account})
    return act(OFFICER if account == "thuly" else HEAD, "confirmHandover", dossier)


class Intake(unittest.TestCase):
    def test_an_accepted_dossier_has_code_due_date_and_receipt(self):
        """R-242, R-500."""
        dossier = opened()
        self.assertRegex(dossier["code"], r"^H55\.128-2603\d\d-\d{4}$")
        self.assertEqual(dossier["state"], "accepted")
        self.assertEqual(dossier["national_status"], 2)
        # WORKING_DAYS 5 from Monday 2 March: Monday 9 March, 17:00 (working time 4.2)
        self.assertEqual(dossier["legal_due_at"], "2026-03-09T17:00:00+07:00")
        self.assertEqual(dossier["promised_at"], dossier["legal_due_at"])
        self.assertEqual(dossier["applicant"]["phone"], "+84912345678")
        self.assertRegex(dossier["track_secret"], "^[2-9A-HJKMNP-TV-Z]{9}$")
        self.assertEqual(len(dossier["print_jobs"]), 1)
        job = DESK.call("getPrintJob", print_job=dossier["print_jobs"][0]).json
        self.assertEqual((job["form"], job["subject"]), ("01", dossier["id"]))

    def test_codes_of_a_day_follow_each_other_without_gap(self):
        numbers = [int(opened()["code"].rsplit("-", 1)[1]) for unused in range(5)]
        self.assertEqual(numbers, list(range(numbers[0], numbers[0] + 5)))

    def test_the_same_key_opens_one_dossier(self):
        first = DESK.call("createDossier", body=intake(), once="mot-khoa-duy-nhat", expect=201)
        again = DESK.call("createDossier", body=intake(), once="mot-khoa-duy-nhat", expect=201)
        self.assertEqual(again.json, first.json)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")

    def test_a_dry_run_tells_due_date_and_every_fault_and_takes_no_number(self):
        """R-220."""
        before = opened()["code"]
        body = intake(documents=[], fees=[{"line": "Lệ phí", "amount": 10000}])
        preview = DESK.call("createDossier", body=body, dry_run=True, expect=200).json
        self.assertEqual(preview["due_at"], "2026-03-09T17:00:00+07:00")
        self.assertEqual({fault["code"] for fault in preview["faults"]},
                         {"documents_missing", "fee_unpaid"})
        self.assertEqual(preview["ledger"]["outcome"], "due")
        self.assertEqual(int(opened()["code"][-4:]), int(before[-4:]) + 1)

    def test_what_is_missing_is_named(self):
        """R-222, R-224."""
        missing = DESK.call("createDossier", body=intake(documents=papers(PROCEDURE, 1)),
                            expect="documents_missing").json["missing"]
        wanted = [row["name"] for row in
                  DESK.call("getProcedure", procedure=PROCEDURE).json["documents"]
                  if row["required"]]
        self.assertEqual(missing, wanted[-1:])
        unpaid = intake(fees=[{"line": "Lệ phí", "amount": 10000}])
        answer = DESK.call("createDossier", body=unpaid, expect="fee_unpaid").json
        self.assertEqual(answer["missing"], ["Lệ phí"])

    def test_faulty_people_are_refused_field_by_field(self):
        faults = {"personal_id": ("006990012345", "personal_id_invalid"),
                  "birth_date": ("1991-08-15", "personal_id_mismatch"),
                  "phone": ("12345", "phone_invalid"), "tax_code": ("0123456780", "tax_code_invalid")}
        for field, (value, code) in faults.items():
            body = intake(applicant=dict(APPLICANT, **{field: value}))
            self.assertEqual(DESK.call("createDossier", body=body, expect=422).json["code"], code)
        body = intake(applicant=dict(APPLICANT, birth_date="1990-02-30", phone="1"))
        errors = DESK.call("createDossier", body=body, expect="invalid_fields").json["errors"]
        self.assertEqual({error["pointer"] for error in errors},
                         {"/applicant/birth_date", "/applicant/phone"})

    def test_a_name_that_prints_nothing_is_no_name(self):
        """R-401: a receipt could not be printed for it."""
        for name in ("\u00a0", "\u200b\u3000", "\u202e"):
            body = intake(applicant=dict(APPLICANT, full_name=name))
            errors = DESK.call("createDossier", body=body, expect="bad_value").json["errors"]
            self.assertEqual([error["pointer"] for error in errors], ["/applicant/full_name"])
        turned = opened(applicant=dict(APPLICANT, full_name="\u202eNông Thị Mẫu\u00a0"))
        self.assertEqual(turned["applicant"]["full_name"], "Nông Thị Mẫu")

    def test_identity_must_have_been_seen_at_the_counter(self):
        """R-221."""
        unseen = {key: value for key, value in APPLICANT.items() if key != "identity_document"}
        organisation = {"kind": "organisation", "full_name": "Hợp tác xã Mẫu"}
        for applicant, member in ((unseen, "identity_document"), (organisation, "tax_code")):
            errors = DESK.call("createDossier", body=intake(applicant=applicant),
                               expect="identity_invalid").json["errors"]
            self.assertEqual([(error["pointer"], error["code"]) for error in errors],
                             [(f"/applicant/{member}", "identity_invalid")])

    def test_unknown_procedures_and_codes_from_outside(self):
        DESK.call("createDossier", body=dict(intake(), procedure="9.999999"),
                  expect="unknown_procedure")
        DESK.call("createDossier", body=intake(external_code="12"), expect="code_invalid")
        code = "000.17.22.H56-210531-0001"
        dossier = opened(external_code=code)
        DESK.call("createDossier", body=intake(external_code=code), expect="duplicate_code")
        found = DESK.call("listDossiers", code=code).json["items"]
        self.assertEqual([item["id"] for item in found], [dossier["id"]])

    def test_refused_and_sent_back_before_acceptance(self):
        """R-226."""
        short = {"reason_code": "out_of_scope", "reason": "Không nhận"}
        DESK.call("createDossier", body=intake(intake="refuse", refusal=short),
                  expect="reason_missing")
        refusal = dict(short, reason="Thủ tục thuộc thẩm quyền của cơ quan cấp tỉnh")
        refused = opened(intake="refuse", refusal=refusal)
        self.assertEqual((refused["state"], refused["code"]), ("refused", None))
        self.assertEqual(refused["refusal"]["reason"], refusal["reason"])
        asked = {"items": [], "reason": "Thiếu giấy chứng sinh"}
        DESK.call("createDossier", body=intake(intake="request_supplement", supplement=asked),
                  expect="nothing_asked")
        asked["items"] = ["Giấy chứng sinh"]
        waiting = opened(intake="request_supplement", supplement=asked, documents=[])
        self.assertEqual(waiting["state"], "supplement_before")
        self.assertEqual(waiting["supplement"]["phase"], "before")
        act(DESK, "resubmitDossier", waiting, {}, expect="nothing_supplied")
        arrived = act(DESK, "resubmitDossier", waiting, {"documents": papers(PROCEDURE)})
        self.assertEqual(arrived["state"], "arrived")
        accepted = act(DESK, "acceptDossier", arrived)
        self.assertEqual(accepted["legal_due_at"], "2026-03-09T17:00:00+07:00")

    def test_by_post_a_dossier_arrives_and_is_refused(self):
        arrived = opened(intake="arrive", channel="post")
        self.assertEqual(arrived["national_status"], 1)
        refusal = {"reason_code": "other", "reason": "Hồ sơ gửi nhầm địa chỉ nhận"}
        self.assertEqual(act(DESK, "refuseDossier", arrived, refusal)["state"], "refused")

    def test_the_director_acts_for_the_desk_only_with_a_reason(self):
        DIRECTOR.call("createDossier", body=intake(), expect="reason_missing")
        dossier = DIRECTOR.call("createDossier", expect=201, body=intake(
            acting_reason="Công chức tiếp nhận nghỉ ốm")).json
        self.assertEqual(dossier["accepted_by"]["account"], "giamdoc")

    def test_a_card_is_read(self):
        card = DESK.call("readCard", body={"text": CARD}).json
        self.assertEqual((card["full_name"], card["birth_date"], card["province"]),
                         ("NÔNG THỊ MẪU", "1990-08-15", "Bắc Kạn"))
        DESK.call("readCard", body={"text": "một|hai"}, expect="card_qr_invalid")


class Life(unittest.TestCase):
    """The clock moves on in these tests: each sets it to days of its own, in the order of names."""

    def test_1_a_whole_life_with_a_supplement(self):
        """R-231, R-241, R-242."""
        SERVER.clock("2026-03-02T09:30:00+07:00")
        dossier = handed(opened())
        self.assertEqual((dossier["state"], dossier["unit"], dossier["officer"]["account"]),
                         ("processing", "VP_HDND_UBND", "thuly"))
        self.assertEqual([step["unit"] for step in dossier["steps"]],
                         ["TT_PVHCC", "VP_HDND_UBND"])
        SERVER.clock("2026-03-04T10:00:00+07:00")
        asked = {"items": ["Bản sao giấy chứng sinh"], "reason": "Không đọc được số"}
        act(OFFICER, "requestSupplement", dossier, asked, expect="forbidden")
        paused = act(HEAD, "requestSupplement", dossier, asked)
        self.assertEqual((paused["state"], paused["pending"], paused["legal_due_at"]),
                         ("awaiting_supplement", "paused", None))
        self.assertEqual(paused["supplement"]["supplement_by"], "2026-04-03")  # 30 days
        SERVER.clock("2026-03-09T08:00:00+07:00")
        act(DESK, "resumeDossier", paused, {}, expect="nothing_supplied")
        resumed = act(DESK, "resumeDossier", paused, {"note": "Đã nộp bản sao"})
        # working days after 4 up to 9 March: 5, 6, 9; the due day moves from 9 to 12 March
        self.assertEqual(resumed["legal_due_at"], "2026-03-12T17:00:00+07:00")
        self.assertEqual(resumed["promised_at"], "2026-03-09T17:00:00+07:00")
        act(HEAD, "requestSupplement", resumed, asked, expect="supplement_limit")
        act(REGISTRY, "issueResult", resumed, {"number": "15/2026"}, expect="not_signed")
        act(LEADER, "signDossier", resumed, {"outcome": "approved", "title": ""},
            expect="result_missing")
        signed = act(LEADER, "signDossier", resumed, {"outcome": "approved",
                                                      "title": "Giấy khai sinh"})
        self.assertEqual(signed["state"], "processing")
        act(DESK, "requestWithdrawal", signed, {"reason": "Xin rút"}, expect="decision_signed")
        SERVER.clock("2026-03-11T15:00:00+07:00")
        ready = act(REGISTRY, "issueResult", signed, {"number": "15/2026"})
        self.assertEqual((ready["state"], ready["verdict"], ready["outcome"]),
                         ("result_ready", "early", "approved"))
        stranger = {"kind": "other", "full_name": "Nguyễn Văn Mẫu"}
        act(DESK, "returnResult", ready, {"receiver": stranger}, expect="receiver_missing")
        stranger["personal_id"] = "006090012345"
        act(DESK, "returnResult", ready, {"receiver": stranger}, expect="authorisation_missing")
        returned = act(DESK, "returnResult", ready, {"receiver": {"kind": "applicant"}})
        self.assertEqual((returned["state"], returned["national_status"], returned["actions"]),
                         ("returned", 10, []))
        self.assertEqual(returned["receiver"]["full_name"], "Nông Thị Mẫu")
        forms = [DESK.call("getPrintJob", print_job=job).json["form"]
                 for job in returned["print_jobs"]]
        self.assertEqual(forms, ["01", "handover", "02", "01", "return"])
        history = DESK.call("getHistory", dossier=returned["id"]).json["items"]
        self.assertEqual([event["kind"] for event in history],
                         ["dossier_accepted", "dossier_handed_over", "dossier_confirmed",
                          "dossier_supplement_requested", "dossier_resumed", "dossier_signed",
                          "dossier_result_issued", "dossier_result_returned"])
        self.assertNotIn("Mai", str([event["data"] for event in history]))
        ledger = DESK.call("getLedger", dossier=returned["id"]).json
        self.assertEqual(ledger["due_at"], "2026-03-12T17:00:00+07:00")
        self.assertIn("pause", [stretch["reason"] for stretch in ledger["stretches"]])

    def test_2_a_result_number_is_used_once_in_its_field_and_year(self):
        """R-230."""
        dossier = handed(opened())
        signed = act(LEADER, "signDossier", dossier, {"outcome": "approved", "title": "Bản chính"})
        refused = act(REGISTRY, "issueResult", signed, {"number": "15/2026"},
                      expect="duplicate_number")
        self.assertEqual(refused["conflicting_code"], "15/2026")

    def test_3_withdrawn_and_denied(self):
        dossier = opened()
        given = act(DESK, "handOverDossier", dossier, {"unit": "VP_HDND_UBND"})
        asked = act(DESK, "requestWithdrawal", given, {"reason": "Công dân đề nghị rút"})
        self.assertEqual((asked["state"], asked["handover"]), ("withdrawal_requested", None))
        self.assertEqual(asked["withdrawal"]["state_before"], "accepted")
        back = act(DIRECTOR, "denyWithdrawal", asked, {"reason": "Công dân đổi ý"})
        self.assertEqual(back["state"], "accepted")
        asked = act(DESK, "requestWithdrawal", back, {"reason": "Công dân đề nghị rút"})
        stopped = act(DIRECTOR, "stopDossier", asked, {"reason": "Chưa có quyết định"})
        self.assertEqual((stopped["state"], stopped["verdict"]), ("stopped", "on_time"))

    def test_4_hand_overs_block_until_they_are_settled(self):
        """R-223, R-209."""
        dossier = opened(documents=[dict(paper, scan=None) for paper in papers(PROCEDURE)])
        to = {"unit": "VP_HDND_UBND"}
        missing = act(DESK, "handOverDossier", dossier, to, expect="scans_missing")["missing"]
        self.assertEqual(len(missing), len(dossier["documents"]))
        to["scans"] = [{"document": place + 1, "scan": {"exception": "bound"}}
                       for place in range(len(missing))]
        act(DESK, "handOverDossier", dossier, {"account": "quantri"}, expect="receiver_unknown")
        act(DESK, "handOverDossier", dossier, {"account": "tiepnhan"}, expect="same_receiver")
        given = act(DESK, "handOverDossier", dossier, to)
        self.assertEqual(given["handover"]["by"]["account"], "tiepnhan")
        act(DESK, "handOverDossier", given, to, expect="handover_pending")
        act(DESK, "confirmHandover", given, expect="forbidden")
        act(OFFICER, "declineHandover", given, {"reason": ""}, expect="reason_missing")
        kept = act(OFFICER, "declineHandover", given, {"reason": "Không thuộc phòng"})
        self.assertEqual((kept["handover"], kept["officer"]["account"]), (None, "tiepnhan"))
        act(DESK, "recallHandover", kept, expect="no_handover")
        given = act(DESK, "handOverDossier", kept, {"unit": "VP_HDND_UBND"})
        self.assertIsNone(act(DESK, "recallHandover", given)["handover"])

    def test_5_same_day_procedures_are_handled_at_the_counter(self):
        SERVER.clock("2026-03-13T09:00:00+07:00")
        dossier = opened(procedure=SAME_DAY, documents=papers(SAME_DAY))
        self.assertEqual(dossier["legal_due_at"], "2026-03-13T17:00:00+07:00")
        begun = act(DESK, "beginDossier", dossier)
        act(DESK, "stopDossier", begun, {"reason": "x"}, expect="forbidden")
        forbidden = act(DESK, "beginDossier", begun, expect="state_forbids")
        self.assertEqual((forbidden["state"], forbidden["action"]), ("processing", "begin"))
        self.assertIn("hand_over", forbidden["allowed"])
        act(DESK, "beginDossier", opened(), expect="not_at_counter")
        signed = act(LEADER, "signDossier", begun, {"outcome": "approved", "title": "Khai sinh"})
        ready = act(DESK, "issueResult", signed, {"number": "KS-1/2026"})
        self.assertEqual(ready["verdict"], "on_time")

    def test_6_fees_due_at_the_end(self):
        """R-224."""
        fee = {"line": "Lệ phí", "amount": 15000, "mode": "after"}
        dossier = handed(opened(fees=[fee]))
        signed = act(LEADER, "signDossier", dossier, {"outcome": "approved", "title": "Trích lục"})
        ready = act(REGISTRY, "issueResult", signed, {"number": "TL-1/2026"})
        applicant = {"receiver": {"kind": "applicant"}}
        act(DESK, "returnResult", ready, applicant, expect="fee_unpaid")
        paid = dict(applicant, fees=[{"line": "Lệ phí",
                                      "settled": {"method": "cash", "reference": "BL-1"}}])
        returned = act(DESK, "returnResult", ready, paid)
        self.assertEqual(returned["fees"][0]["state"], "settled")

    def test_7_overdue_dossiers_are_found_and_cannot_be_paused(self):
        """R-232."""
        dossier = handed(opened())
        SERVER.clock("2026-03-25T08:00:00+07:00")
        found = DESK.call("listDossiers", pending="overdue", limit=500).json["items"]
        self.assertIn(dossier["id"], [item["id"] for item in found])
        asked = {"items": ["Giấy tờ"], "reason": "Thiếu"}
        late = act(HEAD, "requestSupplement", dossier, asked, expect="after_due")
        self.assertEqual(late["due_at"], dossier["legal_due_at"])
        signed = act(LEADER, "signDossier", dossier, {"outcome": "rejected", "title": "Thông báo"})
        ready = act(REGISTRY, "issueResult", signed, {"number": "TB-1/2026"})
        self.assertEqual((ready["verdict"], ready["outcome"]), ("late", "rejected"))

    def test_8_an_unanswered_supplement_ends_the_dossier(self):
        dossier = handed(opened())
        asked = {"items": ["Giấy tờ"], "reason": "Thiếu", "supplement_by": "2026-03-30"}
        paused = act(HEAD, "requestSupplement", dossier, asked)
        act(HEAD, "stopDossier", paused, {"reason": "Quá hạn"}, expect="supplement_date_open")
        SERVER.clock("2026-03-31T08:00:00+07:00")
        stopped = act(HEAD, "stopDossier", paused, {"reason": "Quá hạn bổ sung"})
        self.assertEqual((stopped["state"], stopped["verdict"]), ("stopped", "on_time"))


class Versions(unittest.TestCase):
    def test_a_stale_version_is_told_who_was_faster(self):
        """R-243."""
        dossier = opened()
        given = act(DESK, "handOverDossier", dossier, {"unit": "VP_HDND_UBND"})
        stale = act(DESK, "recallHandover", dossier, expect="version_conflict")
        self.assertEqual(stale["current"]["version"], given["version"])
        self.assertEqual(stale["changed_by"], "Tài khoản thử TIEP_NHAN")
        DESK.call("recallHandover", dossier=dossier["id"], faulty=True, expect="version_required")

    def test_actions_kept_offline_follow_each_other_by_key(self):
        dossier = opened()
        DESK.call("handOverDossier", dossier=dossier["id"], body={"unit": "VP_HDND_UBND"},
                  If_Match=f'"{dossier["version"]}"', once="khoa-thu-nhat")
        DESK.call("recallHandover", dossier=dossier["id"], After_Key="khoa-thu-nhat", faulty=True,
                  once="khoa-thu-hai")
        DESK.call("recallHandover", dossier=dossier["id"], After_Key="khoa-thu-nhat", faulty=True,
                  expect="version_conflict")

    def test_unknown_dossiers_are_not_found(self):
        DESK.call("getDossier", dossier="d999999999", expect="not_found")
        DESK.call("confirmHandover", dossier="d999999999", If_Match='"1"', expect="not_found")


class Reading(unittest.TestCase):
    def test_an_officer_sees_what_his_unit_has_or_had(self):
        """R-203."""
        dossier = opened()
        OFFICER.call("getDossier", dossier=dossier["id"], expect="not_found")
        listed = OFFICER.call("listDossiers", limit=500).json["items"]
        self.assertNotIn(dossier["id"], [item["id"] for item in listed])
        given = act(DESK, "handOverDossier", dossier, {"unit": "VP_HDND_UBND"})
        seen = OFFICER.call("getDossier", dossier=dossier["id"]).json
        self.assertEqual(sorted(seen["actions"]), ["confirm", "decline"])
        act(OFFICER, "declineHandover", given, {"reason": "Không thuộc phòng"})
        OFFICER.call("getDossier", dossier=dossier["id"])  # he has acted on it

    def test_a_search_forgives_tones_and_finds_ids_phones_and_codes(self):
        """R-244."""
        person = dict(APPLICANT, full_name="Đặng Thị Thử Đức", phone="0987654321")
        dossier = opened(applicant=person)
        for words in ("dang duc", "DUC", "Đức Đặng", "0987 654 321", dossier["code"]):
            found = DESK.call("listDossiers", q=words).json["items"]
            self.assertIn(dossier["id"], [item["id"] for item in found], words)
        self.assertEqual(DESK.call("listDossiers", q="khongcoai").json["items"], [])

    def test_words_typed_together_stand_in_one_name(self):
        """R-244: in any order, twice or not; beside a number; never of two people; long names by their first eight."""
        company = "Công ty Trách nhiệm hữu hạn Xây lắp Ví Dụ Pác Ngòi"
        person = dict(APPLICANT, full_name="Lường Thị Quỳnh Sao", personal_id="006190012388")
        mine = opened(applicant=person, representative={
            "full_name": "Triệu Mùi Phẩy", "personal_id": "006190012377", "authorisation": "Giấy ủy quyền 12"})
        other = opened(applicant=dict(APPLICANT, full_name=company))
        for words, ids in (("luong sao", [mine["id"]]), ("sao luong", [mine["id"]]), ("quynh thi sao luong", [mine["id"]]),
                           ("phay trieu mui", [mine["id"]]), ("sao sao quynh", [mine["id"]]), ("sao trieu", []),
                           ("quynh 006190012388", [mine["id"]]), ("006190012388 mui sao", [mine["id"]]),
                           ("006190012388 ngoi", []), ("xay cong huu", [other["id"]]), ("ngoi", [other["id"]]),
                           ("cong ngoi", [])):
            found = DESK.call("listDossiers", q=words).json["items"]
            self.assertEqual([item["id"] for item in found], ids, words)

    def test_pages_hold_every_dossier_once(self):
        for unused in range(3):
            opened()
        whole = [item["id"] for item in DESK.call("listDossiers", limit=500).json["items"]]
        paged, after = [], None
        while True:
            page = DESK.call("listDossiers", limit=2, after=after).json
            paged += [item["id"] for item in page["items"]]
            after = page["next"]
            if after is None:
                break
        self.assertEqual(paged, whole)

    def test_filters(self):
        dossier = opened()
        for name, value in {"state": "accepted", "unit": "TT_PVHCC", "officer": "tiepnhan",
                            "procedure": PROCEDURE, "field": dossier["field"],
                            "pending": "in_time", "received_from": "2026-03-01",
                            "received_to": "2026-12-31"}.items():
            found = DESK.call("listDossiers", **{name: value}).json["items"]
            self.assertIn(dossier["id"], [item["id"] for item in found], name)
        DESK.call("listDossiers", state="nosuch", faulty=True, expect="bad_parameter")

    def test_the_holder_looks_it_up_masked(self):
        """R-245."""
        dossier = opened()
        anyone = SERVER.client()
        seen = anyone.call("publicDossier", code=dossier["code"],
                           secret=dossier["track_secret"].lower()).json
        self.assertEqual(seen["applicant_name"], "Nông Thị M.")
        self.assertEqual(seen["status_text"], "Đã tiếp nhận")
        for code, secret in ((dossier["code"], "AAAAAA"), ("H55.128-260302-9999", "AAAAAA")):
            anyone.call("publicDossier", code=code, secret=secret, expect="not_found")

    def test_a_secret_of_six_letters_made_before_stays_good(self):
        """R-245, R-502: as long as it is, and no longer one is made of it."""
        dossier, anyone = opened(), SERVER.client()
        with sqlite3.connect(SERVER.data / "motcua.db") as store:
            store.execute("UPDATE dossier SET secret = 'K7M2QX' WHERE code = ?", (dossier["code"],))
        for secret in ("K7M2QX", "k7m 2qx"):
            seen = anyone.call("publicDossier", code=dossier["code"], secret=secret).json
            self.assertEqual(seen["code"], dossier["code"])
        for secret in ("K7M2QX222", "K7M2QY", "K7M2Q", dossier["track_secret"]):
            anyone.call("publicDossier", code=dossier["code"], secret=secret, expect="not_found")

    def test_dossiers_outlive_a_killed_server(self):
        dossier = opened()
        SERVER.kill()
        SERVER.start()
        fresh = SERVER.client("TIEP_NHAN").call("getDossier", dossier=dossier["id"]).json
        self.assertEqual(fresh["code"], dossier["code"])
        for client in (DESK, OFFICER, HEAD, LEADER, REGISTRY, DIRECTOR):
            client.port = SERVER.client().port  # their sessions have outlived it too


if __name__ == "__main__":
    unittest.main()
