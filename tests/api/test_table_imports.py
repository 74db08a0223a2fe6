"""Dossiers of a table that another system wrote, by a saved mapping of columns. Rules checked: R-520, R-521, R-522, R-523,
R-524, R-525, R-526.

The tables are made up in the style of a province's system; every name is fictional.
"""
import io
import json
import pathlib
import subprocess
import sys
import unittest
import zipfile
from xml.sax.saxutils import escape

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
CSV = "text/csv"

# Two header rows below a title: names above span the columns to their right.
HEADER = ("DANH SÁCH HỒ SƠ TIẾP NHẬN TỪ XA,,,,,,,,,\r\n"
          "STT,Số hồ sơ,Thủ tục hành chính,,Người nộp hồ sơ,,,Hình thức nộp,Ngày nộp,Ghi chú\r\n"
          ",,Mã,Tên,Họ và tên,Số định danh,Ngày sinh,,,\r\n")
MAPPING = {
    "header_row": 2, "header_rows": 2,
    "columns": [
        {"header": "Số hồ sơ", "member": "external_code"},
        {"header": "Thủ tục hành chính / Mã", "member": "procedure"},
        {"header": "Người nộp hồ sơ / Họ và tên", "member": "applicant.full_name"},
        {"header": "Người nộp hồ sơ / Số định danh", "member": "applicant.personal_id"},
        {"header": "Người nộp hồ sơ / Ngày sinh", "member": "applicant.birth_date", "date": "dd/MM/yyyy"},
        {"header": "Hình thức nộp", "member": "channel",
         "values": {"Trực tuyến": "online", "Bưu chính công ích": "post", "Trực tiếp": "counter"}},
        {"header": "Ngày nộp", "member": "arrived_at", "date": "dd/MM/yyyy HH:mm"}],
    "constants": {"status": "1", "applicant.kind": "citizen", "applicant.sex": "female", "receiving_agency": "H05.12"}}


def row(code, **changes):
    cells = {"no": "1", "code": code, "procedure": PROCEDURE, "title": "Khai sinh", "name": "Nông Thị Mẫu",
             "id": "006190012345", "born": "15/08/1990", "way": "Trực tuyến", "at": "10/03/2026 08:00", "note": "",
             **changes}
    return ",".join(cells.values()) + "\r\n"


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PARTS = {
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="r"><workbookPr/><sheets><sheet name="Hồ sơ" sheetId="7" '
                       'r:id="rId3"/><sheet name="Khác" sheetId="8" r:id="rId4"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="rId4" Target="worksheets/sheet8.xml"/>'
                                  '<Relationship Id="rId3" Target="worksheets/sheet7.xml"/></Relationships>'}


class Stream(io.BytesIO):
    """What cannot be sought in, as a socket: sizes then stand behind the entries, not before them."""

    def seekable(self):
        return False

    def tell(self):
        raise io.UnsupportedOperation

    seek = tell


def cell(place, value, shared):
    """A number as a number, (text,) as an inline text, a text as a shared one."""
    if isinstance(value, (int, float)):
        return f'<c r="{place}" s="3"><v>{value!r}</v></c>'
    if isinstance(value, tuple):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value[0])}</t></is></c>'
    shared.append(value)
    return f'<c r="{place}" t="s"><v>{len(shared) - 1}</v></c>'


def workbook(rows, streamed=False, **parts):
    """A workbook as ECMA-376 18 has it, of {row: {column: value}}; `parts` replaces parts, None takes one out."""
    shared = []
    body = "".join(f'<row r="{number}">' + "".join(cell(f"{column}{number}", value, shared) for column, value in cells.items())
                   + "</row>" for number, cells in rows.items())
    texts = "".join(f"<si><r><t>{escape(text[:3])}</t></r><r><t xml:space=\"preserve\">{escape(text[3:])}</t></r>"
                    "<rPh><t>không đọc</t></rPh></si>" for text in shared)
    every = {**PARTS, "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>',
             "xl/worksheets/sheet7.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData><mergeCells count="1">'
                                         '<mergeCell ref="E2:G2"/></mergeCells></worksheet>',
             **{name.replace("__", "/").replace("_xml", ".xml"): part for name, part in parts.items()}}
    packed = Stream() if streamed else io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in every.items():
            if part is not None:
                archive.writestr(name, part)
    return packed.getvalue()


def sheet(*codes, at=46091 + 8 / 24, **more):
    """The table of HEADER as a spreadsheet keeps it: merged cells hold their value in the first one."""
    rows = {1: {"A": "DANH SÁCH HỒ SƠ TIẾP NHẬN TỪ XA"},
            2: {"A": "STT", "B": "Số hồ sơ", "C": "Thủ tục hành chính", "E": "Người nộp hồ sơ", "H": "Hình thức nộp",
                "I": "Ngày nộp", "J": "Ghi chú"},
            3: {"C": "Mã", "D": "Tên", "E": "Họ và tên", "F": "Số định danh", "G": "Ngày sinh"}}
    for number, code in enumerate(codes):
        rows[5 + number] = {"A": 1, "B": code, "C": (PROCEDURE,), "E": "Nông Thị Mẫu", "F": "006190012345", "G": 33100,
                            "H": "Trực tuyến", "I": at, "J": "<b> & "}
    return workbook(rows, **more)


class Tables(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T09:15:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]
        cls.admin = cls.centre.client("QUAN_TRI")

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def load(self, data, mapping="tinh", kind=CSV, who=None, **more):
        data = data.encode("utf-8") if isinstance(data, str) else data
        return (who or self.clerk).call("importDossierTable", mapping=mapping, raw=data,
                                        headers={"Content-Type": kind}, **more)

    def faults(self, data, **more):
        refused = self.load(data, expect=422, **more).json
        return [(each["pointer"], each["code"]) for each in refused["errors"]]

    def dossiers(self):
        return {each["external_code"]: each for each in self.clerk.call("listDossiers").json["items"]}

    def save(self, name, document, **more):
        return self.admin.call("putImportMapping", mapping=name, body=document, **more)

    def test_01_a_mapping_is_saved_under_a_version_and_in_the_log(self):
        made = self.save("tinh", MAPPING, expect=201)
        self.assertEqual(made.json["document"], MAPPING)
        found = self.clerk.call("getImportMapping", mapping="tinh")
        self.assertEqual((found.json, found.headers["ETag"]), (made.json, f'"{made.json["version"]}"'))
        self.assertEqual([each["mapping"] for each in self.clerk.call("listImportMappings").json["items"]], ["tinh"])
        self.save("tinh", MAPPING, expect="version_required")
        self.save("tinh", MAPPING, If_Match='"999"', expect="version_conflict")
        again = self.save("tinh", MAPPING, If_Match=f'"{made.json["version"]}"').json
        self.assertGreater(again["version"], made.json["version"])
        kinds = [each["kind"] for each in self.admin.call("readLog", limit=50).json["items"]]
        self.assertEqual(kinds.count("import_mapping_saved"), 2)
        self.save("khac", MAPPING, If_Match='"1"', expect="not_found")
        self.clerk.call("putImportMapping", mapping="khac", body=MAPPING, expect="forbidden")
        self.work.people["THU_LY"].call("getImportMapping", mapping="tinh", expect="forbidden")
        self.clerk.call("getImportMapping", mapping="khac", expect="not_found")

    def test_02_what_is_no_mapping_is_refused_with_each_fault(self):
        columns = [{"header": "Mã", "member": "external_code", "date": "dd/MM/yyyy"},
                   {"header": "Ngày", "member": "arrived_at", "date": "dd/MM"},
                   {"header": "Tên", "member": "applicant.name"},
                   {"header": "Mã 2", "member": "external_code"},
                   {"header": "Kênh", "member": "channel", "values": {"Mạng": 1}}]
        refused = self.save("sai", {"header_rows": 3, "columns": columns, "constants": {"channel": "online", "la": "x"}},
                            expect=422, faulty=True).json
        found = {(each["pointer"], each["code"]) for each in refused["errors"]}
        self.assertEqual(found, {
            ("/header_rows", "bad_value"), ("/columns/0/date", "bad_value"), ("/columns/1/date", "bad_value"),
            ("/columns/2/member", "bad_value"), ("/columns/3/member", "duplicate"), ("/columns/4/values/Mạng", "wrong_type"),
            ("/constants/channel", "duplicate"), ("/constants/la", "bad_value"), ("/columns", "missing_field")})

    def test_03_a_table_with_two_header_rows_arrives(self):
        """The mark of the encoding, CR LF, a field in quotes with a line end and quotes, an empty row, all forms of code."""
        text = HEADER + row("H05.12-260310-0001", note='"Gọi ""trước""\r\nkhi trả, nhé"') \
            + row("000.12.05.H05-260310-0002", way="Bưu chính công ích") + ",,,,,,,,,\r\n" \
            + row("G09.10-260310-010003", at="9/3/2026 16:50")
        tried = self.load(b"\xef\xbb\xbf" + text.encode("utf-8"), dry_run="true").json
        self.assertEqual(tried, {"dry_run": True, "lines": 3, "imported": 3, "known": 0})
        self.assertEqual(self.dossiers(), {})
        done = self.load(b"\xef\xbb\xbf" + text.encode("utf-8")).json
        self.assertEqual(done, {"dry_run": False, "lines": 3, "imported": 3, "known": 0})
        found = self.dossiers()
        self.assertEqual(sorted(found), ["000.12.05.H05-260310-0002", "G09.10-260310-010003", "H05.12-260310-0001"])
        first = self.clerk.call("getDossier", dossier=found["H05.12-260310-0001"]["id"]).json
        self.assertEqual((first["state"], first["receiving_agency"], first["channel"]), ("arrived", "H05.12", "online"))
        self.assertEqual(first["answer"]["arrived_at"], "2026-03-10T08:00:00+07:00")
        self.assertEqual({key: first["applicant"][key] for key in ("full_name", "personal_id", "birth_date", "sex")},
                         {"full_name": "Nông Thị Mẫu", "personal_id": "006190012345", "birth_date": "1990-08-15",
                          "sex": "female"})
        second = self.clerk.call("getDossier", dossier=found["000.12.05.H05-260310-0002"]["id"]).json
        self.assertEqual(second["channel"], "post")
        third = self.clerk.call("getDossier", dossier=found["G09.10-260310-010003"]["id"]).json
        self.assertEqual(third["answer"]["arrived_at"], "2026-03-09T16:50:00+07:00")

    def test_04_the_same_table_twice_changes_nothing_and_a_key_keeps_its_answer(self):
        text = HEADER + row("H05.12-260310-0001") + row("H05.12-260310-0004")
        first = self.load(text, once="bang-so-4-lan-1")
        self.assertEqual((first.json["imported"], first.json["known"]), (1, 1))
        again = self.load(text, once="bang-so-4-lan-1")
        self.assertEqual((again.json, again.headers["Idempotent-Replayed"]), (first.json, "true"))
        self.assertEqual(self.load(text).json["known"], 2)
        self.load(HEADER + row("H05.12-260310-0009"), once="bang-so-4-lan-1", expect="idempotency_mismatch")

    def test_05_each_refused_row_is_told_and_nothing_is_half_imported(self):
        before = sorted(self.dossiers())
        found = self.faults(
            HEADER + row("H05.12-260310-0010") + row("H05.12-260310-0011", procedure="9.999999") + row("12")
            + row("H05.12-260310-0013", way="Chim câu") + row("H05.12-260310-0010") + row("H05.12-260310-0015", at="10.03.2026")
            + row("H05.12-260310-0016", at="31/02/2026 08:00") + row("H05.12-260310-0017", at="10/03/2026 10:00")
            + row("H05.12-260310-0018", name="") + row("H05.12-260310-0019", id="12"))
        self.assertEqual(sorted(found), sorted([
            ("/rows/5/procedure", "unknown_procedure"), ("/rows/6/external_code", "code_invalid"),
            ("/rows/7/channel", "value_not_mapped"), ("/rows/8/external_code", "duplicate_code"),
            ("/rows/9/arrived_at", "bad_value"), ("/rows/10/arrived_at", "date_invalid"),
            ("/rows/11/arrived_at", "bad_value"), ("/rows/12/applicant/full_name", "missing_field"),
            ("/rows/13/applicant/personal_id", "personal_id_invalid")]))
        self.assertEqual(sorted(self.dossiers()), before)

    def test_06_what_is_no_table_or_another_one_is_refused(self):
        before = sorted(self.dossiers())
        self.assertEqual(self.faults(HEADER + 'a,"b\r\n'), [("/rows/4", "not_a_table")])
        self.assertEqual(self.faults(HEADER.encode("utf-8") + b"\xff\xfe,1\r\n"), [("/rows/4", "not_a_table")])
        self.assertEqual(self.faults(HEADER.replace("Số hồ sơ", "Mã số") + row("H05.12-260310-0020")),
                         [("/columns/0/header", "no_such_column")])
        self.assertEqual(self.faults(HEADER.replace("STT", "Số hồ sơ") + row("H05.12-260310-0020")),
                         [("/columns/0/header", "column_twice")])
        self.assertEqual(self.faults(HEADER), [("/rows", "missing_field")])
        self.assertEqual(self.faults(HEADER + "".join(row(f"H05.12-260310-{n:04}") for n in range(1000, 2001))),
                         [("/rows", "bad_value")])
        self.load(HEADER, mapping="khong-co", expect="not_found")
        self.load(HEADER, kind="application/pdf", expect="unsupported_media_type")
        self.load(HEADER, who=self.work.people["THU_LY"], expect="forbidden")
        self.assertEqual(sorted(self.dossiers()), before)

    def test_07_headers_agree_whatever_their_blanks_and_composition(self):
        """NFD, as a Mac writes it, and a line end inside the header."""
        import unicodedata
        text = unicodedata.normalize("NFD", HEADER).replace("Ngày nộp", "x")
        text = text.replace(unicodedata.normalize("NFD", "Hình thức nộp"), '"' + unicodedata.normalize("NFD", "Hình thức\n nộp") + '"')
        done = self.load(text + row("H05.12-260310-0030", way=unicodedata.normalize("NFD", "Trực tuyến"))).json
        self.assertEqual(done["imported"], 1)

    def test_08_serial_numbers_and_another_separator(self):
        """46091 is 10/03/2026 in the system of 1900, 44629 in that of 1904: 1462 days apart. A third is 08:00."""
        columns = [dict(each) for each in MAPPING["columns"]]
        columns[6]["date"] = "serial"
        for name, system, days in (("so-1900", 1900, 46091), ("so-1904", 1904, 46091 - 1462)):
            self.save(name, {**MAPPING, "separator": ";", "columns": columns, "date_system": system}, expect=201)
            code = f"H05.12-260310-{system}"
            done = self.load((HEADER + row(code, at=f"{days}.333333333336")).replace(",", ";"), mapping=name).json
            self.assertEqual(done["imported"], 1)
            dossier = self.clerk.call("getDossier", dossier=self.dossiers()[code]["id"]).json
            self.assertEqual(dossier["answer"]["arrived_at"], "2026-03-10T08:00:00+07:00")

    def test_09_a_workbook_arrives(self):
        """33100 is 15/08/1990; 46091 and a third 10/03/2026 08:00. Row 4 is empty, and counts."""
        done = self.load(sheet("H05.12-260310-0041", "000.12.05.H05-260310-0042"), kind=XLSX).json
        self.assertEqual((done["lines"], done["imported"]), (2, 2))
        dossier = self.clerk.call("getDossier", dossier=self.dossiers()["H05.12-260310-0041"]["id"]).json
        self.assertEqual((dossier["answer"]["arrived_at"], dossier["applicant"]["birth_date"]),
                         ("2026-03-10T08:00:00+07:00", "1990-08-15"))
        streamed = sheet("H05.12-260310-0041", streamed=True)
        self.assertNotEqual(streamed, sheet("H05.12-260310-0041"))
        self.assertEqual(self.load(streamed, kind=XLSX).json["known"], 1)
        self.assertEqual(self.faults(sheet("H05.12-260310-0043", "12"), kind=XLSX), [("/rows/6/external_code", "code_invalid")])
        self.assertEqual(self.faults(sheet("H05.12-260310-0043", at="10/03/2026"), kind=XLSX),
                         [("/rows/5/arrived_at", "bad_value")])

    def test_10_a_workbook_that_counts_from_1904(self):
        book = PARTS["xl/workbook.xml"].replace("<workbookPr/>", '<workbookPr date1904="1"/>')
        data = sheet("H05.12-260310-0051", at=46091 - 1462 + 8 / 24, xl__workbook_xml=book)
        refused = self.faults(data, kind=XLSX)  # 33100 is then 16/08/1994, and the number says 1990
        self.assertEqual(refused, [("/rows/5/applicant/personal_id", "personal_id_mismatch")])
        data = sheet("H05.12-260310-0051", at=46091 + 8 / 24, xl__workbook_xml=book)
        self.assertIn(("/rows/5/arrived_at", "bad_value"), self.faults(data, kind=XLSX))  # in four years

    def test_11_what_is_no_workbook_is_refused_and_nothing_bursts(self):
        before = sorted(self.dossiers())
        good = sheet("H05.12-260310-0061")
        part = "xl__worksheets__sheet7_xml"
        entity = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet>&a;&b;</worksheet>'
        row5 = '<worksheet><sheetData><row r="5"><c r="B5" t="s"><v>7</v></c></row></sheetData></worksheet>'
        for data, found in (
                (good[:len(good) // 2], "not_a_table"), (b"PK\x03\x04" + bytes(100), "not_a_table"),
                (sheet("x", **{part: None}), "not_a_table"), (sheet("x", xl__workbook_xml=None), "not_a_table"),
                (sheet("x", **{part: "<worksheet><sheetData>"}), "not_a_table"), (sheet("x", **{part: entity}), "not_a_table"),
                (sheet("x", **{part: row5, "xl__sharedStrings_xml": "<sst/>"}), "not_a_table"),
                (sheet("x", **{part: row5.replace("B5", "B4")}), "not_a_table"),
                (sheet("x", **{part: row5.replace('"5"', '"2000000"').replace("B5", "B2000000")}), "bad_value"),
                (sheet("x", **{part: row5.replace("B5", "XFD5").replace(' t="s"', "")}), "bad_value"),
                (sheet("x", **{part: "<worksheet>" + " " * (40 << 20) + "</worksheet>"}), "bad_value"),
                (sheet("x", **{f"la__{n}": "" for n in range(1000)}), "bad_value")):
            refused = self.faults(data, kind=XLSX)
            self.assertEqual([code for _, code in refused], [found], refused)
            self.assertRegex(refused[0][0], r"^/rows(/\d+)?$")
        self.assertEqual(sorted(self.dossiers()), before)

    def run_command(self, *arguments, fails=None):
        done = subprocess.run([server.program(), *arguments], capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, fails or 0, done.stderr)
        return done.stderr if fails else done.stdout

    def test_12_the_command_line_does_the_same(self):
        data, folder = ("--data", str(self.centre.data)), self.centre.folder
        (folder / "bang.json").write_text(json.dumps(MAPPING), encoding="utf-8")
        self.run_command("mapping", "put", "lenh", str(folder / "bang.json"), *data)
        self.assertIn("lenh\n", self.run_command("mapping", "list", *data))
        self.assertEqual(json.loads(self.run_command("mapping", "show", "lenh", *data)), MAPPING)
        (folder / "bang.json").write_text("{}", encoding="utf-8")
        self.assertIn("missing_field", self.run_command("mapping", "put", "lenh", str(folder / "bang.json"), *data, fails=1))
        (folder / "bang.csv").write_text(HEADER + row("H05.12-260310-0071"), encoding="utf-8", newline="")
        (folder / "bang.xlsx").write_bytes(sheet("H05.12-260310-0071", "H05.12-260310-0072"))
        load = ("import", *data, "--mapping", "lenh")
        self.assertEqual(self.run_command(*load, str(folder / "bang.csv"), str(folder / "bang.xlsx")),
                         "dossiers: 1 rows read, 1 imported, 0 known before\n"
                         "dossiers: 2 rows read, 1 imported, 1 known before\n")
        (folder / "bang.csv").write_text(HEADER + row("H05.12-260310-0073") + row("12") + row("H05.12-260310-0074", at="mai"),
                                         encoding="utf-8", newline="")
        said = self.run_command(*load, str(folder / "bang.csv"), fails=2)
        self.assertRegex(said, r"row 5, /external_code: .*\(code_invalid\)")
        self.assertRegex(said, r"row 6, /arrived_at: .*\(bad_value\)")
        self.assertIn("2 faults", said)
        self.assertNotIn("H05.12-260310-0073", self.dossiers())
        self.assertIn("--mapping", self.run_command("import", *data, str(folder / "bang.csv"), fails=2))
        self.assertIn("not_found", self.run_command("import", *data, "--mapping", "la", str(folder / "bang.csv"), fails=2))

    def written(self, centre, name, *more):
        path = centre.folder / name
        path.unlink(missing_ok=True)
        self.run_command("export", "--data", str(centre.data), "--output", str(path), "--arrived", *more)
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        return path

    def lines(self, centre):
        """What a centre has, but for the versions of its procedures."""
        lines = [json.loads(each) for each in self.written(centre, "ra.jsonl").read_text(encoding="utf-8").splitlines()]
        for each in lines:
            del each["procedure_version"]
        return sorted(lines, key=lambda each: each["external_code"])

    def test_13_what_is_exported_is_read_back(self):
        """R-526: lines with papers, a fee and a representative; a table with a telephone, which a spreadsheet would compute."""
        self.clerk.call("importDossiers", body={"dossiers": [{
            "status": 1, "external_code": "H05.12-260310-0081", "procedure": PROCEDURE, "channel": "post",
            "result_delivery": "post", "arrived_at": "2026-03-10T07:30:00+07:00", "content": "Một việc, \"hai\" nơi",
            "applicant": {"kind": "citizen", "full_name": "Lò Văn Mẫu", "phone": "0912345678", "address": "=1+1"},
            "representative": {"full_name": "Nông Thị Mẫu", "personal_id": "006190012345", "authorisation": "Giấy 1"},
            "components": [{"row": 1, "name": "Tờ khai", "kind": "form", "digitised": True, "file": "to-khai.pdf"},
                           {"row": 2, "name": "Giấy chứng sinh", "kind": "original", "from_data": True}],
            "fees": [{"line": "Lệ phí", "amount": 8000, "mode": "after"}]}]})
        here = self.lines(self.centre)
        self.assertEqual(len(here), len(self.dossiers()))
        mine = next(each for each in here if each["external_code"] == "H05.12-260310-0081")
        self.assertEqual((mine["applicant"]["full_name"], mine["arrived_at"], mine["fees"][0]["amount"], mine["status"]),
                         ("Lò Văn Mẫu", "2026-03-10T07:30:00+07:00", 8000, 1))
        self.assertEqual([each["kind"] for each in mine["components"]], ["form", "data"])
        accepted = self.work.open(PROCEDURE)
        every = self.centre.folder / "ca.jsonl"
        self.run_command("export", "--data", str(self.centre.data), "--output", str(every))
        mine = next(each for each in map(json.loads, every.read_text(encoding="utf-8").splitlines())
                    if each.get("code") == accepted["code"])
        self.assertEqual(mine["accepted_at"], accepted["accepted_at"])
        self.assertFalse({"ended_at", "returned_at", "result"} & mine.keys(), mine)  # what has not come is not told
        with server.Server(begins="2026-03-10T09:15:00+07:00") as other:
            self.run_command("import", "--data", str(other.data), str(self.centre.folder / "ra.jsonl"))
            self.assertEqual(self.lines(other), here)
        bare = [{key: value for key, value in each.items() if key not in ("components", "fees")} for each in here]
        header = self.written(self.centre, "ra.csv").read_text(encoding="utf-8-sig").splitlines()[0]
        columns = [{"header": name.strip('"'), "member": name.strip('"')} for name in header.split(",")]
        for name, row_of_header in (("ra.csv", 1), ("ra.xlsx", 3)):
            path = self.written(self.centre, name)
            with server.Server(begins="2026-03-10T09:15:00+07:00") as other:
                (other.folder / "bang.json").write_text(json.dumps({"header_row": row_of_header, "columns": columns}))
                self.run_command("mapping", "put", "xuat", str(other.folder / "bang.json"), "--data", str(other.data))
                self.run_command("import", "--data", str(other.data), "--mapping", "xuat", str(path))
                there = self.lines(other)
                self.assertEqual([{**each, "components": 0, "fees": 0} for each in there],
                                 [{**each, "components": 0, "fees": 0} for each in bare])
            self.assertIn("file_unreadable", self.run_command("export", "--data", str(self.centre.data), "--output", str(path),
                                                              fails=1))

    def test_98_the_check_finds_no_fault(self):
        said = self.centre.run("check", "--data", self.centre.data)
        self.assertEqual(said.strip().splitlines()[-1], "0 faults")
        self.assertIn("mappings of columns: 4 compared with the log\n", said)

    def test_99_the_check_finds_a_mapping_that_was_tampered_with(self):
        for change, told in (("UPDATE import_mapping SET document = replace(document, 'Ngày nộp', 'Ngày') WHERE mapping = 'tinh'",
                              "mapping tinh: is not the document"),
                             ("DELETE FROM import_mapping WHERE mapping = 'tinh'", "mapping tinh: is not there")):
            status, said = self.centre.check_copy(change)
            self.assertEqual(status, 1)
            self.assertIn(told, said)


if __name__ == "__main__":
    unittest.main()
