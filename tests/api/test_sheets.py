"""Papers on demand: the control slip (form 06), the book of a field (form 07), the list of papers given back.

Expected texts and instants are worked out by hand: sessions 07:30-11:30 and 13:00-17:00, 5 working
days from Monday 2 March 2026 are due on Monday 9 March 17:00. Rules checked: R-813, R-814, R-815,
R-816, R-817, R-818,
R-819.
"""
import csv
import io
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"  # Hộ tịch, WORKING_DAYS 5


class Sheets(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-02T08:00:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.chief = cls.work.people["TIEP_NHAN"], cls.work.people["GD_TT"]

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def at(self, now):
        self.work.clock(f"{now}:00+07:00")

    def text(self, job):
        return self.work.printed(job["id"])

    def sheet(self, dossier, sheet, who=None, **more):
        more.setdefault("expect", 201)
        return (who or self.clerk).call("printSheet", dossier=dossier["id"], body={"sheet": sheet},
                                        **more)

    def test_1_a_control_slip_tells_who_had_it_and_whether_in_time(self):
        self.at("2026-03-02T09:15")
        dossier = self.work.open(PROCEDURE)
        self.at("2026-03-02T14:00")  # the stage of reception: 2 working hours, until 11:15
        handed = self.work.hand(dossier)
        job = self.sheet(handed, "control").json
        self.assertEqual((job["form"], job["paper"], job["subject"]), ("06", "a4", dossier["id"]))
        text = self.text(job)
        for piece in ("Số: 01/2026/PKS-TTPVHCC", dossier["code"], "Nông Thị Mẫu",
                      "1. Giao: người nộp hồ sơ", "09:15 02/03/2026", "14:00 02/03/2026", "quá hạn",
                      "2. Nhận: Văn phòng HĐND và UBND", "Ngày hẹn trả: 17 giờ 00 phút, ngày 09 tháng 3",
                      "ngày tiếp nhận, không tính", "nghỉ hằng tuần", "5 ngày", "phối hợp giải quyết hồ sơ: không có"):
            self.assertIn(piece, text)
        self.assertNotIn("kết quả của cả hồ sơ", text)
        type(self).handed = handed

    def test_2_each_slip_has_its_number_a_reprint_keeps_it(self):
        again = self.sheet(self.handed, "control").json
        self.assertIn("Số: 02/2026/PKS-TTPVHCC", self.text(again))
        copy = self.clerk.call("reprint", print_job=again["id"], body={"reason": "mờ chữ"}, expect=201).json
        text = self.text(copy)
        self.assertIn("Số: 02/2026/PKS-TTPVHCC", text)
        self.assertIn("Bản in lại lần 1", text)
        key = "phieu-kiem-soat-0001"
        once = self.sheet(self.handed, "control", once=key).json
        self.assertEqual(self.sheet(self.handed, "control", once=key).json["id"], once["id"])
        kinds = [e["kind"] for e in self.clerk.call("getHistory", dossier=self.handed["id"]).json["items"]]
        self.assertEqual(kinds.count("dossier_sheet_printed"), 3)

    def test_3_the_slip_ends_with_the_return_and_the_verdict(self):
        self.at("2026-03-09T16:00")
        ready = self.work.issue(self.handed)
        back = self.work.act("TIEP_NHAN", "returnResult", ready, {"receiver": {"kind": "applicant"}})
        text = self.text(self.sheet(back, "control").json)
        self.assertIn("kết quả của cả hồ sơ", text)
        self.assertIn("đúng hạn", text)
        self.assertIn("người nhận kết quả", text)

    def test_4_papers_are_listed_when_they_are_given_back_only(self):
        """R-815: of a refused dossier with the reason, never of an open one."""
        self.at("2026-03-10T08:00")
        dossier = self.work.open(PROCEDURE)
        self.sheet(dossier, "papers", expect="state_forbids")
        refused = self.work.open(PROCEDURE, intake="refuse", refusal={
            "reason_code": "not_eligible", "reason": "Không thuộc đối tượng của thủ tục này"})
        self.sheet(refused, "control", expect="state_forbids")
        text = self.text(self.sheet(refused, "papers").json)
        for piece in ("DANH MỤC GIẤY TỜ TRẢ LẠI", "Không thuộc đối tượng của thủ tục này", "Nông Thị Mẫu",
                      refused["documents"][0]["name"], "NGƯỜI NHẬN LẠI"):
            self.assertIn(piece, text)

    def test_5_a_sheet_that_is_none_and_who_may_not(self):
        self.sheet(self.handed, "07", expect="bad_value", faulty=True)
        self.sheet(self.handed, "control", who=self.work.people["LANH_DAO"], expect="forbidden")
        self.sheet(self.handed, "control", who=self.work.people["QUAN_TRI"], expect="forbidden")

    def test_6_the_book_has_its_rows_in_order_and_its_number(self):
        """R-814: what was accepted in the period, of one field; a refused dossier has no row."""
        other = self.work.open("2.000815", fees=[])  # of another field
        march = {"from": "2026-03-01", "to": "2026-03-31"}
        answer = self.clerk.call("exportBook", field="Hộ tịch", format="csv", **march)
        lines = list(csv.reader(io.StringIO(answer.body[3:].decode("utf-8"), newline="")))
        rows = [line for line in lines if line[0].isdigit()]
        self.assertEqual([row[0] for row in rows], ["0001", "0002"])
        self.assertEqual(rows[0][1], self.handed["code"])
        self.assertEqual(rows[0][3:5], ["Nông Thị Mẫu",
                                        "Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên; 0912 345 678"])
        self.assertEqual(rows[0][6:9], ["02/03/2026 09:15", "09/03/2026 17:00", "09/03/2026 16:00"])
        self.assertEqual(rows[1][8], "")
        self.assertNotIn(other["code"], answer.body.decode("utf-8"))
        april = {"from": "2026-04-01", "to": "2026-04-30"}
        empty = self.clerk.call("exportBook", field="Hộ tịch", format="csv", **april)
        self.assertNotIn(self.handed["code"], empty.body.decode("utf-8"))
        job = self.clerk.call("printBook", body={"field": "Hộ tịch", **march}, expect=201).json
        self.assertEqual((job["form"], job["printer"]), ("07", None))
        text = self.text(job)
        for piece in ("SỔ THEO DÕI HỒ SƠ", "Số: 01/2026/STD-TTPVHCC", "Lĩnh vực: Hộ tịch", "Quyển số: 01/2026",
                      "từ ngày 01/03/2026 đến hết ngày 31/03/2026", "Ký", "0001", "0002"):
            self.assertIn(piece, text)
        for who, reads in (("GD_TT", True), ("LD_PHONG", False), ("THU_LY", False)):
            self.work.people[who].call("getPrintDocument", print_job=job["id"], expect=200 if reads else "forbidden")
        self.work.people["THU_LY"].call("exportBook", field="Hộ tịch", format="csv", expect="forbidden")
        self.clerk.call("exportBook", field="Hộ tịch", expect="bad_parameter", faulty=True)
        self.clerk.call("printBook", body={"field": "Hộ tịch", "period": "month:2026-13"}, faulty=True, expect=422)

    def test_7_a_year_after_the_other_each_by_its_numbers(self):
        """R-814: an acceptance that was recorded too late goes back in time, its row stays where it is in the book."""
        director = self.work.people["GD_TT"]
        self.at("2026-12-31T09:00")
        first, last = (self.work.open(PROCEDURE) for _ in range(2))
        self.at("2026-12-31T10:00")
        asked = self.work.act("TIEP_NHAN", "askCorrection", last, {
            "field": "accepted_at", "value": "2026-12-31T08:10:00+07:00", "reason": "Ghi nhận muộn do mất điện"})
        self.work.act("GD_TT", "correctDossier", asked, {"correction": asked["corrections"][-1]["correction"],
                                                               "reason": "Đã đối chiếu"})
        self.at("2027-01-04T09:00")
        fresh = self.work.open(PROCEDURE)
        answer = director.call("exportBook", field="Hộ tịch", format="csv", **{"from": "2026-12-01", "to": "2027-01-31"})
        rows = [line[:2] for line in csv.reader(io.StringIO(answer.body[3:].decode("utf-8"), newline="")) if line[0].isdigit()]
        self.assertEqual(rows, [["0003", first["code"]], ["0004", last["code"]], ["0001", fresh["code"]]])

    def corrected(self, dossier, field, value):
        asked = self.work.act("TIEP_NHAN", "askCorrection", dossier, {"field": field, "value": value, "reason": "Theo sổ giấy"})
        return self.work.act("GD_TT", "correctDossier", asked, {"correction": asked["corrections"][-1]["correction"],
                                                                "reason": "Đã đối chiếu"})

    def test_7a_what_was_corrected_shows_what_stood_there(self):
        """R-816: of each approved correction, in the order in which they were approved; one only asked for is none yet."""
        self.at("2027-02-01T09:00")
        dossier = self.work.open(PROCEDURE)
        self.work.open(PROCEDURE)
        february = {"from": "2027-02-01", "to": "2027-02-28"}

        def rows(language):
            self.clerk.language = language
            answer = self.clerk.call("exportBook", field="Hộ tịch", format="csv", **february)
            return [r for r in csv.reader(io.StringIO(answer.body[3:].decode("utf-8"), newline="")) if r[0].isdigit()]

        self.at("2027-02-01T10:00")
        promised = rows("en")[0][7]  # as the receipt says, whatever is corrected
        for field, value in (("full_name", "Nông Thị Nhầm"), ("full_name", "Nông Thị Đúng"), ("phone", "0987654321"),
                             ("accepted_at", "2027-02-01T08:10:00+07:00"), ("email", "dung@example.vn")):
            dossier = self.corrected(dossier, field, value)
        self.work.act("TIEP_NHAN", "askCorrection", dossier, {"field": "address", "value": "Thôn Khuổi Ún", "reason": "Chưa rõ"})
        row, other = rows("vi")
        self.assertEqual(row[3], "Nông Thị Đúng (đã sửa; cũ: Nông Thị Mẫu; Nông Thị Nhầm)")
        self.assertEqual(row[4], "Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên; 0987 654 321 (đã sửa; cũ: 0912 345 678)")
        self.assertEqual(row[6:9], ["01/02/2027 08:10 (đã sửa; cũ: 01/02/2027 09:00)", promised, ""])
        self.assertNotIn("đã sửa", " ".join(other))
        self.assertEqual(rows("en")[0][3], "Nông Thị Đúng (corrected; was: Nông Thị Mẫu; Nông Thị Nhầm)")
        text = self.text(self.clerk.call("printBook", body={"field": "Hộ tịch", **february}, expect=201).json)
        self.assertIn("Phần gạch ngang là giá trị cũ", text)
        for piece in ("09:00", "08:10", "Nhầm", "Đúng", "0912 345", "0987 654"):
            self.assertIn(piece, text)
        self.assertNotIn("Khuổi Ún", text)

    def last_paper(self, dossier, form):
        """The text of the newest paper of that form."""
        jobs = (self.clerk.call("getPrintJob", print_job=job).json for job in dossier["print_jobs"])
        return self.text([job for job in jobs if job["form"] == form][-1])

    def test_7b_a_request_for_papers_bears_the_basis_of_each_and_who_allowed_a_second(self):
        """R-817"""
        self.at("2027-03-01T09:00")
        asked = {"items": ["Bản sao giấy chứng sinh", "Tờ khai ký lại"], "bases": ["khoản 1 Điều 16 Luật Hộ tịch", ""],
                 "reason": "Không đọc được số", "supplement_by": "2027-03-12"}
        before = self.work.open(PROCEDURE, intake="request_supplement", supplement=asked)
        text = self.last_paper(before, "02")
        for piece in ("Giai đoạn: trước tiếp nhận", "1. Bản sao giấy chứng sinh (căn cứ: khoản 1 Điều 16 Luật Hộ tịch)",
                      "2. Tờ khai ký lại Lý do: Không đọc được số", "17 giờ 00 phút, ngày 12 tháng 3 năm 2027"):
            self.assertIn(piece, text)
        for absent in ("Người phê duyệt", "Mã hồ sơ:"):
            self.assertNotIn(absent, text)
        self.assertEqual((before["supplement"]["items"], before["supplement"]["bases"]), (asked["items"], asked["bases"]))
        handed = self.work.hand(self.work.open(PROCEDURE))
        del asked["bases"]
        paused = self.work.act("LD_PHONG", "requestSupplement", handed, asked)
        text = self.last_paper(paused, "02")
        self.assertEqual(paused["supplement"]["bases"], ["", ""])
        self.assertIn("Giai đoạn: đang giải quyết", text)
        self.assertIn(f"Mã hồ sơ: {paused['code']}", text)
        for absent in ("căn cứ", "Người phê duyệt"):
            self.assertNotIn(absent, text)
        resumed = self.work.act("TIEP_NHAN", "resumeDossier", paused, {"note": "Đã nộp"})
        again = self.work.act("LANH_DAO", "requestSupplement", resumed, asked | {"override_reason": "Giấy tờ mới phát sinh"})
        leader = again["supplement"]["asked_by"]["name"]
        self.assertIn(f"Người phê duyệt yêu cầu bổ sung: {leader}", self.last_paper(again, "02"))
        self.work.act("LD_PHONG", "requestSupplement", handed, asked | {"bases": ["a", "b", "c"]}, faulty=True, expect=422)

    def withdrawn(self, more=None, **stop):
        fees = [{"line": "Lệ phí", "amount": 24000, "settled": {"method": "cash"}}, {"line": "Phí", "amount": 50000, "mode": "after"}]
        dossier = self.work.hand(self.work.open(PROCEDURE, fees=fees))
        asked = self.work.act("TIEP_NHAN", "requestWithdrawal", dossier, {"reason": "Không còn nhu cầu"} | (more or {}))
        return asked, self.work.act("GD_TT", "stopDossier", asked, {"reason": "Theo đề nghị của công dân"} | stop)

    def test_7c_a_stop_says_who_asked_when_and_how_and_what_becomes_of_the_fees(self):
        """R-818, domain 3.6"""
        self.at("2027-03-08T09:00")
        asked, stopped = self.withdrawn({"way": "written"}, refund=True, refund_reason="Chưa thực hiện công việc thu phí")
        self.assertEqual(asked["withdrawal"]["way"], "written")
        text = self.last_paper(stopped, "05")
        for piece in ("Thời gian nhận đề nghị dừng giải quyết: 09 giờ 00 phút, ngày 08 tháng 3 năm 2027",
                      "Hình thức đề nghị: văn bản đề nghị", "Lý do: Theo đề nghị của công dân",
                      "Căn cứ Điều 21 Nghị định số 118/2025/NĐ-CP",
                      "Trạng thái hồ sơ khi dừng: Đang xử lý; chưa có quyết định giải quyết",
                      stopped["documents"][0]["name"]):
            self.assertIn(piece, text)
        self.assertIn("24.000 đồng (Hai mươi tư nghìn đồng), hoàn lại. Lý do: Chưa thực hiện công việc thu phí", text)
        asked, stopped = self.withdrawn()
        self.assertIsNone(asked["withdrawal"]["way"])
        text = self.last_paper(stopped, "05")
        self.assertIn("Hình thức đề nghị: …", text)
        self.assertIn("24.000 đồng (Hai mươi tư nghìn đồng), không hoàn lại. Lý do: …", text)

    def test_7d_a_stop_that_nobody_asked_for_says_by_when_papers_were_due(self):
        """R-818: Article 21 is of who asks for it himself."""
        self.at("2027-03-15T09:00")
        handed = self.work.hand(self.work.open(PROCEDURE))
        paused = self.work.act("LD_PHONG", "requestSupplement", handed, {
            "items": ["Giấy chứng sinh"], "reason": "Còn thiếu", "supplement_by": "2027-03-17"})
        self.at("2027-03-18T08:00")
        text = self.last_paper(self.work.act("LD_PHONG", "stopDossier", paused, {"reason": "Quá hạn bổ sung"}), "05")
        for piece in ("hoàn thiện hồ sơ đã hết: 17 giờ 00 phút, ngày 17 tháng 3 năm 2027", "Lý do: Quá hạn bổ sung",
                      "Căn cứ Nghị định số 118/2025/NĐ-CP", "Trạng thái hồ sơ khi dừng: Chờ bổ sung; chưa có"):
            self.assertIn(piece, text)
        for absent in ("Điều 21", "Hình thức đề nghị"):
            self.assertNotIn(absent, text)

    def test_7e_a_survey_is_printed_on_demand_and_counts_as_none(self):
        """R-819: five questions; of a dossier without a code there is nothing to rate."""
        self.at("2027-03-22T09:00")
        dossier = self.work.open(PROCEDURE)
        job = self.sheet(dossier, "survey").json
        self.assertEqual((job["form"], job["paper"], job["subject"]), ("survey", "a5", dossier["id"]))
        text = self.text(job)
        self.assertEqual(text.count("□"), 25)
        self.assertIn(dossier["code"], text)
        self.assertNotIn("Nông Thị Mẫu", text)
        self.sheet(self.work.open(PROCEDURE, intake="arrive", channel="post"), "survey", expect="state_forbids")

    def test_8_the_check_holds(self):
        status, said = self.centre.check_copy()
        self.assertEqual(status, 0, said)


if __name__ == "__main__":
    unittest.main()
