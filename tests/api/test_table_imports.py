"""Dossiers of a table that another system wrote, by a saved mapping of columns. Rules checked: R-520, R-521, R-522, R-523,
R-524.

The tables are made up in the style of a province's system; every name is fictional.
"""
import json
import pathlib
import sys
import unittest

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

    def test_99_the_check_finds_no_fault(self):
        said = self.centre.run("check", "--data", self.centre.data)
        self.assertEqual(said.strip().splitlines()[-1], "0 faults")


if __name__ == "__main__":
    unittest.main()
