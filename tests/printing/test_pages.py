"""What stands on paper, read back from the finished page by programs that are not ours."""
import json
import os
import re
import subprocess
import tempfile
import unicodedata
import unittest

from child import JOBS, PROGRAM, Child, job, qr_of, render, run, text_of

FORMS = ["01", "01-long", "02", "03", "04", "05", "06", "07", "return", "handover", "papers", "fee",
         "survey", "report", "test", "ticket", "ticket-priority"]


def words(text):
    return re.sub(r"\s+", " ", text)


class Pages(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def page(self, value, *arguments):
        path = self.path("page.pdf")
        render(value, path, *arguments)
        return words(text_of(path))

    def test_receipt_has_the_sixteen_rows(self):
        """R-811, labels as domain 3.2 lists them."""
        text = self.page("01-long")
        for label in [
                "Số: 15/2026-TTPVHCC", "Mã hồ sơ: H55.128-260310-0007",
                "Trung tâm Phục vụ hành chính công xã Nghiên Loan",
                "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức: NÔNG THỊ MẪU",
                "Số định danh cá nhân/tổ chức: 006190012345",
                "Địa chỉ: Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên",
                "Số điện thoại: 0912 345 678", "Email: mai@example.vn", "Trường hợp ủy quyền",
                "Nội dung yêu cầu giải quyết: Đăng ký khai sinh", "Thành phần hồ sơ nộp gồm:",
                "Số lượng hồ sơ: 01 (bộ)",
                "Thời gian giải quyết hồ sơ theo quy định là: 01 ngày làm việc",
                "Thời gian nhận hồ sơ: 09 giờ 12 phút, ngày 10 tháng 3 năm 2026",
                "Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 12 phút, ngày 11 tháng 3 năm 2026",
                "Đăng ký nhận kết quả tại:", "Quyển số: 01/2026", "Số thứ tự: 0007",
                "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ"]:
            self.assertIn(label, text)
        for row in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                    "Nghiên Loan, ngày 10 tháng 3 năm 2026", "Lưu ý về ngày hẹn trả: Năm 2028"]:
            self.assertIn(row, text)

    def test_a_control_slip_has_each_hand_over_and_the_ledger(self):
        """R-813: columns as domain 3.7 lists them; who gave, who took; the stages in time or not."""
        text = self.page("06")
        for piece in ["PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Số: 03/2026/PKS-TTPVHCC",
                      "Mã hồ sơ: H55.128-260310-0007", "Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Kinh tế",
                      "Cơ quan phối hợp giải quyết hồ sơ: Cơ quan đăng ký kinh doanh cấp tỉnh",
                      "Ngày nhận: 09 giờ 12 phút, ngày 10 tháng 3 năm 2026",
                      "Ngày hẹn trả: 17 giờ 00 phút, ngày 13 tháng 3 năm 2026", "TÊN ĐƠN VỊ", "GHI CHÚ",
                      "1. Giao: Phòng Kinh tế (Trần Thị Thử)", "quá hạn", "16:20 13/03/2026",
                      "Cách tính ngày hẹn trả", "ngày tiếp nhận, không tính", "3 ngày"]:
            self.assertIn(piece, text)

    def test_the_book_has_the_eleven_columns_of_form_07(self):
        """R-814, domain 3.8; landscape."""
        text = self.page("07")
        for piece in ["SỔ THEO DÕI HỒ SƠ", "Số: 02/2026/STD-TTPVHCC", "STT", "Mã hồ sơ", "Tên TTHC",
                      "Lĩnh vực: Hộ tịch. Quyển số: 01/2026", "0007", "NÔNG THỊ",
                      "NGƯỜI THEO DÕI SỔ"]:
            self.assertIn(piece, text)
        shape = subprocess.run(["pdfinfo", self.path("page.pdf")], capture_output=True, check=True)
        width, height = map(float, re.search(r"Page size: +([\d.]+) x ([\d.]+)", shape.stdout.decode()).groups())
        self.assertGreater(width, height)

    def test_a_corrected_value_shows_the_old_one_struck(self):
        """R-816, domain 3.8: the old value is read on the page, with a line through it; the new one below has none."""
        path = self.path("page.pdf")
        render("07", path)
        struck, plain = {"14:20", "THỨ;", "THƯ"}, {"08:05", "THỬ", "09:12"}
        found = dict(self.lines_through(path, struck | plain))
        self.assertEqual(found, {**dict.fromkeys(struck, True), **dict.fromkeys(plain, False)})

    def lines_through(self, path, wanted):
        """Each of these words on the page, and whether a dark line runs through it from end to end (a stroke of a letter does not)."""
        subprocess.run(["pdftoppm", "-r", "288", "-gray", "-singlefile", path, self.path("p")], check=True)
        with open(self.path("p.pgm"), "rb") as file:
            head, size, _, pixels = file.read().split(b"\n", 3)
        width = int(size.split()[0])
        boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, check=True).stdout.decode()
        for *box, word in re.findall(r'xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<', boxes):
            if word in wanted:
                x1, y1, x2, y2 = (round(float(n) * 4) for n in box)
                rows = (pixels[y * width + x1 + 6:y * width + x2 - 6] for y in range(y1 + 1, y2))
                yield word, any(max(row) < 160 for row in rows)

    def test_the_list_of_papers_given_back(self):
        """R-815: who gets back which papers, and why; both sign."""
        text = self.page("papers")
        for piece in ["DANH MỤC GIẤY TỜ TRẢ LẠI", "NÔNG THỊ MẪU", "Dừng giải quyết theo đề nghị",
                      "Biên bản họp thành viên hộ gia đình", "Tổng số: 02 loại giấy tờ",
                      "NGƯỜI NHẬN LẠI", "NGƯỜI TRẢ"]:
            self.assertIn(piece, text)

    def test_a_survey_asks_five_questions_and_names_nobody(self):
        """R-819: the code of the dossier stands below the line to cut only; without a dossier there is no such part."""
        text = self.page("survey")
        for piece in ["PHIẾU ĐÁNH GIÁ, GÓP Ý", "Mã hồ sơ hoặc số phiếu (nếu muốn ghi): …", "Tiếp cận dịch vụ", "Thủ tục hành chính",
                      "Công chức: thái độ", "Kết quả: đúng hẹn", "Tiếp nhận, xử lý góp ý", "góp ý khác", "Phần giữ lại"]:
            self.assertIn(piece, text)
        self.assertEqual(text.count("□"), 25)
        kept = text.index("Phần giữ lại")
        self.assertNotIn("H55.128", text[:kept])
        self.assertIn("Mã hồ sơ: H55.128-260310-0007", text[kept:])
        value = job("survey")
        del value["content"]["url"], value["content"]["dossier_code"]
        self.assertNotIn("Phần giữ lại", self.page(value))

    def test_a_report_has_its_table_and_places_to_sign(self):
        """R-946: notes, columns, rows as they are, markup in a name is no markup."""
        text = self.page("report")
        for piece in ["BÁO CÁO KẾT QUẢ GIẢI QUYẾT HỒ SƠ ĐÚNG HẠN", "từ ngày 01/03/2026",
                      "Số liệu đến 16 giờ 50 phút", "(tử số)", "(mẫu số)",
                      "Chứng thực <bản sao> & chữ ký 12 11 12 91,67%", "Đất đai 0 0 0 –",
                      "Tổng cộng 52 50 52 96,15%", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"]:
            self.assertIn(piece, text)

    def test_a_report_of_many_rows_repeats_its_head_and_keeps_its_end_together(self):
        value = job("report")
        row = value["content"]["rows"][0]
        value["content"]["rows"] = [dict(row, c2=str(n)) for n in range(400)]
        text = self.page(value)
        pages = int(re.search(r"Trang 1/(\d+)", text)[1])
        self.assertGreater(pages, 5)
        self.assertIn(text.count("Lĩnh vực"), (pages - 1, pages))  # the end may stand alone
        last = text[text.index(f"Trang {pages - 1}/{pages}"):]
        for piece in ("NGƯỜI LẬP BIỂU", "Nguyễn Văn Mẫu", "THỦ TRƯỞNG ĐƠN VỊ"):
            self.assertIn(piece, last)

    def test_a_preview_says_so_and_has_dots_for_its_numbers(self):
        """R-931: on every page; the paper itself never says it."""
        value = dict(job("01-long"), preview=True)
        for number in ("number", "dossier_code", "url", "secret", "book_row"):
            value["content"][number] = None
        path = self.path("preview.pdf")
        render(value, path)
        for page in self.letters(path):
            self.assertIn("XEMTRƯỚC", page)
        text = words(text_of(path))
        self.assertIn("Số: ……", text)
        self.assertIn("Số thứ tự: ……", text)
        self.assertNotIn("Mã hồ sơ", text)
        render("01-long", path)
        self.assertNotIn("XEMTRƯỚC", "".join(self.letters(path)))

    def test_a_picture_goes_to_standard_output(self):
        def drawn(kind):
            return subprocess.run([PROGRAM, "render", "--type", kind, "--output", "-"],
                                  input=json.dumps(job("01")).encode(), capture_output=True)
        self.assertEqual(drawn("png").stdout[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual(drawn("pdf").stdout[:5], b"%PDF-")
        self.assertEqual((drawn("gif").returncode, drawn("gif").stdout), (1, b""))

    def test_delegation_is_printed_only_when_there_is_one(self):
        self.assertNotIn("ủy quyền", self.page("01"))

    def test_long_content_flows_and_repeats_the_table_head(self):
        """R-806"""
        path = self.path("long.pdf")
        render("01-long", path)
        pages = text_of(path).split("\f")[:-1]
        self.assertEqual(len(pages), 3)
        for number, page in enumerate(pages, 1):
            self.assertIn(f"Trang {number}/3", page)
            self.assertIn("H55.128-260310-0007", page)
        for page in pages[:2]:
            self.assertEqual(page.count("Tên giấy tờ"), 1)
        found = [int(n) for n in re.findall(r"số (\d+) của hồ sơ thử", "".join(pages))]
        self.assertEqual(found, list(range(1, 31)))

    def test_signatures_are_never_split(self):
        """R-806: for any number of papers, both signers, names and code are on one page."""
        for count in range(0, 26):
            value = job("01")
            value["content"]["papers"] = [{"name": f"Giấy tờ số {i}", "originals": 1}
                                          for i in range(count)]
            path = self.path("split.pdf")
            render(value, path)
            last = text_of(path).split("\f")[-2]
            for part in ["Vào Sổ theo dõi hồ sơ", "NGƯỜI NỘP HỒ SƠ", "NGƯỜI TIẾP NHẬN HỒ SƠ",
                         "Nguyễn Văn Mẫu", "9F3 C7A K2M", "Điện thoại hỗ trợ"]:
                self.assertIn(part, last, f"{count} papers")

    def test_text_comes_back_as_nfc_whatever_form_it_had(self):
        """R-800"""
        names = ["Nguyễn Thị Thuỳ Dương", "Y Ƀlim Niê Kđăm", "Đặng Ứng Kỳ", "H’Bia Êban"]
        for name in names:
            decomposed = job("01")
            decomposed["content"]["submitter"] = unicodedata.normalize("NFD", name)
            text = self.page(decomposed)
            self.assertIn(unicodedata.normalize("NFC", name), text)
            self.assertEqual(text, unicodedata.normalize("NFC", text))

    def test_every_vietnamese_letter_comes_back(self):
        letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
        value = job("01")
        value["content"]["request"] = " ".join(letters + letters.upper())
        text = self.page(value)
        self.assertIn(value["content"]["request"].replace(" ", ""), text.replace(" ", ""))

    def test_markup_in_values_is_text(self):
        value = job("01")
        value["content"]["result_place"] = "<b>An</b> & <span size='1'>Bình</span>"
        self.assertIn("<b>An</b> & <span size='1'>Bình</span>", self.page(value))

    def test_same_job_gives_the_same_bytes(self):
        """R-802: a later run, another process, another locale and time zone."""
        for name in FORMS:
            first = render(name, self.path("a.pdf"))
            os.environ["TZ"], before = "America/New_York", os.environ.get("TZ")
            second = render(name, self.path("b.pdf"))
            os.environ.pop("TZ") if before is None else os.environ.update(TZ=before)
            self.assertEqual(first, second, name)

    @staticmethod
    def letters(path):
        """The pages without blanks. Large slanted letters: plain reading order finds them where
        -layout may not."""
        raw = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
        return [re.sub(r"\s", "", page) for page in raw.stdout.decode().split("\f")[:-1]]

    def test_training_is_marked_on_every_page(self):
        """R-804"""
        path = self.path("training.pdf")
        for name in FORMS:
            for training in (False, True):
                render(job(name, training=training), path)
                for page in self.letters(path):
                    self.assertEqual("TẬPHUẤN" in page, training, name)

    def test_reprint_is_marked(self):
        """R-805"""
        for name in FORMS:
            self.assertNotIn("in lại", self.page(job(name, copy=1)))
            self.assertIn("Bản in lại lần 1 (in lần 2)", self.page(job(name, copy=2)))
            self.assertIn("Bản in lại lần 4 (in lần 5)", self.page(job(name, copy=5)))

    def test_priority_ticket_bears_the_mark_and_no_reason(self):
        """R-803"""
        text = self.page("ticket-priority")
        self.assertIn("ƯU TIÊN", text)
        self.assertIn("chưa đủ dữ liệu", text)
        self.assertNotIn("ƯU TIÊN", self.page("ticket"))
        value = job("ticket-priority")
        value["content"]["priority_reason"] = "người khuyết tật"
        done = run("render", "--output", self.path("no.pdf"), stdin=json.dumps(value).encode())
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"unknown_field content.priority_reason", done.stderr)
        self.assertFalse(os.path.exists(self.path("no.pdf")))

    def test_ticket_tells_what_the_visitor_needs(self):
        text = self.page("ticket")
        for part in ["A015", "Hộ tịch, chứng thực", "Quầy 1, 2", "20–35 phút", "7KQ4-XM2P",
                     "09:12 10/03/2026", "Máy lấy số 1", "báo lại quầy trong 15 phút"]:
            self.assertIn(part, text)

    def test_qr_codes_read_in_grey_and_in_black_and_white_at_203_dpi(self):
        for name in ["ticket", "01", "01-long", "02", "03", "04", "05", "06", "return", "papers", "fee", "survey"]:
            path = self.path("qr.pdf")
            render(name, path)
            for kind, ending in (("-gray", "pgm"), ("-mono", "pbm")):
                subprocess.run(["pdftoppm", "-r", "203", kind, path, self.path("qr")], check=True)
                found = []
                for picture in sorted(os.listdir(self.folder.name)):
                    if picture.endswith(ending):
                        found += qr_of(self.path(picture))
                        os.unlink(self.path(picture))
                self.assertEqual(found, [job(name)["content"]["url"]], f"{name} {kind}")

    def test_empty_optional_fields_leave_a_whole_page(self):
        for name in FORMS:
            value = job(name)
            for key in list(value["content"]):
                if value["content"][key] is None or key in (
                        "email", "phone", "address", "personal_id", "hotline", "note", "url",
                        "secret", "printed_by", "request", "fee", "book", "book_row", "submitter",
                        "warning", "basis", "papers", "code", "device", "counters"):
                    del value["content"][key]
            self.assertGreater(len(self.page(value)), 100, name)

    def test_longest_texts_stay_inside_the_page(self):
        value = job("01")
        value["content"]["papers"] = [{"name": "W" * 600, "originals": 9999}] * 3
        value["content"]["applicant"] = "Ẫ" * 250
        value["content"]["printed_by"] = "W" * 80
        path = self.path("wide.pdf")
        render(value, path)
        boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True,
                               check=True).stdout.decode()
        width, height = map(float, re.search(r'page width="([\d.]+)" height="([\d.]+)"',
                                             boxes).groups())
        for x, y in re.findall(r'xMax="([\d.]+)" yMax="([\d.]+)"', boxes):
            self.assertLess(float(x), width)
            self.assertLess(float(y), height)
        self.assertEqual(boxes.count("W" * 10) > 0, True)

    def test_unknown_letters_are_counted(self):
        child = Child()
        child.send(op="render", output=self.path("u.pdf"),
                   **job("01", content={**job("01")["content"], "submitter": "Mai ☎✂"}))
        self.assertEqual(child.wait("rendered")["unknown_glyphs"], 2)
        self.assertEqual(child.finish()[0], 0)

    def test_paper_size_follows_the_job(self):
        for arguments, size in ((["--paper", "a5"], "419.528 x 595.276"),
                                (["--paper", "a4"], "595.276 x 841.89")):
            render("01", self.path("size.pdf"), *arguments)
            told = subprocess.run(["pdfinfo", self.path("size.pdf")], capture_output=True,
                                  check=True).stdout.decode()
            self.assertIn(size, told)


class Manual(unittest.TestCase):
    def test_every_field_of_the_examples_is_in_the_manual(self):
        with open(os.path.join(JOBS, "..", "..", "..", "docs", "printer.1"), encoding="utf-8") as f:
            known = set(re.findall(r"[a-z0-9_]+", f.read()))
        for name in FORMS:
            value = job(name)
            names = set(value) | set(value["content"])
            for rows in value["content"].values():
                if isinstance(rows, list):
                    names.update(*rows)
            self.assertEqual(names - known, set(), name)


class Hostile(unittest.TestCase):
    """R-812: a bad line is answered by name, and the program goes on."""

    def test_each_bad_line_gets_its_error_and_the_next_is_served(self):
        good = {"op": "render", **job("01"), "output": "/nonexistent/p.pdf"}

        def changed(**content):
            value = json.loads(json.dumps(good))
            value["content"].update(content)
            return json.dumps(value).encode()

        with tempfile.TemporaryDirectory() as folder:
            cases = [
                (b"{", "malformed", None),
                (b"[]", "wrong_type", None),
                (b"\xff\xfe{}", "malformed", None),
                (b'{"op":"go","id":"a\\u0000b"}', "malformed", None),
                (b'{"op":"go",\x00"id":"a"}', "malformed", None),
                (b'{"op":"go","op":"go","id":"a"}', "malformed", None),
                (b"[" * 100000, "malformed", None),
                (b"x" * 1500000, "payload_too_large", None),
                (b'{"op":"dance"}', "bad_value", "op"),
                (b'{"id":"x"}', "missing_field", "op"),
                (b'{"op":5}', "wrong_type", "op"),
                (b'{"op":"go"}', "missing_field", "id"),
                (b'{"op":"go","id":"nobody"}', "not_found", "id"),
                (b'{"op":"go","id":"x","form":"01"}', "unknown_field", "form"),
                (b'{"op":"status","destination":"smtp://x"}', "bad_value", "destination"),
                (changed(colour="red"), "unknown_field", "content.colour"),
                (changed(**{"\u202eđ" * 40: 1}), "unknown_field", None),
                (changed(applicant=7), "wrong_type", "content.applicant"),
                (changed(applicant=""), "missing_field", "content.applicant"),
                (changed(applicant="\u200b \u200b"), "missing_field", "content.applicant"),
                (changed(applicant="a\u0007b"), "bad_value", "content.applicant"),
                (changed(procedure="x" * 900000), "bad_value", "content.procedure"),
                (changed(accepted_at="2026-02-30T09:00:00+07:00"), "bad_value",
                 "content.accepted_at"),
                (changed(papers=[{"name": "a"}, {"name": "b", "pages": 2}]), "unknown_field",
                 "content.papers[1].pages"),
                (changed(papers=[{"name": "a", "originals": -1}]), "bad_value",
                 "content.papers[0].originals"),
                (changed(papers=[3]), "wrong_type", "content.papers[0]"),
                (changed(papers=[{"name": "a"}] * 201), "bad_value", "content.papers"),
                (json.dumps({**good, "copy": 0}).encode(), "bad_value", "copy"),
                (json.dumps({**good, "paper": "80mm"}).encode(), "bad_value", "paper"),
                (json.dumps({**good, "form": "99"}).encode(), "bad_value", "form"),
                (json.dumps({**good, "output": "p.pdf"}).encode(), "bad_value", "output"),
                (json.dumps(good).encode(), "file_unreadable", "output"),
                (json.dumps({**good, "op": "print", "destination": "escpos+tcp://127.0.0.1:9"}
                            ).encode(), "bad_value", "destination"),
            ]
            child = Child()
            for line, code, field in cases:
                child.send_bytes(line + b"\n")
                event = child.next()
                self.assertEqual((event["event"], event["code"]), ("error", code), line[:80])
                if field:
                    self.assertEqual(event["field"], field)
            child.send_bytes(json.dumps({**good, "output": os.path.join(folder, "p.pdf")}
                                        ).encode())  # no line feed: the end of input ends it
            status, rest = child.finish()
            self.assertEqual(status, 0)
            self.assertEqual([e["event"] for e in rest], ["rendered"])
            self.assertEqual(os.listdir(folder), ["p.pdf"])


if __name__ == "__main__":
    unittest.main()
