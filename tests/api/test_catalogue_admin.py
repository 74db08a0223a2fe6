"""The catalogue of procedures in administration: versions, export, import with a dry run, parts in words. Rules checked:
R-270, R-273, R-280, R-820, R-821, R-822, R-823.

Rows are made up; the law of a real one is published by the province.
"""
import copy
import json
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

SAMPLE = json.loads((server.SAMPLE / "procedures.json").read_text("utf-8"))
CODES = [row["code"] for row in SAMPLE["procedures"]]
ROW = {
    "code": "9.000001", "name": "Xác nhận thử", "field": "Hộ tịch", "handling_unit": "VP_HDND_UBND",
    "time_limit": {"unit": "WORKING_DAYS", "n": 5, "text": "05 ngày làm việc"},
    "fee": {"type": "BY_CHANNEL", "amount": 20000, "amount_online": 10000, "text": "20.000 đồng; trực tuyến 10.000 đồng"},
    "online_level": "MOT_PHAN",
    "documents": [{"name": "Tờ khai", "kind": "FORM", "required": True},
                  {"name": "Căn cước", "kind": "PRESENT", "required": True, "replace_by_data": "CSDL dân cư"}],
    "extension": {"reason": "Cần xác minh", "extra": {"unit": "WORKING_DAYS", "n": 3}},
    "steps": [{"unit": "TT_PVHCC", "task": "Nhận", "share": 0.1, "max_days": 0.5},
              {"unit": "handling_unit", "task": "Xử lý", "limit": {"unit": "WORKING_DAYS", "n": 4}}],
    "interlinked": [{"agency": "Cơ quan mẫu", "task": "Cho ý kiến", "limit": {"unit": "WORKING_DAYS", "n": 1}}],
    "result": "Giấy xác nhận"}
PARTS = {"process": ["Nộp hồ sơ.", "Nhận kết quả."], "applicants": ["Công dân Việt Nam"], "sets": 1,
         "conditions": ["Không"], "legal_basis": ["Luật mẫu số 1/2026/QH16"], "retention": "20 năm"}


def row(code="9.000001", **changes):
    return {**copy.deepcopy(ROW), "code": code, **changes}


class CatalogueCase(unittest.TestCase):
    """A centre of its own for each class; its clock stands at 02/03/2026."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server()
        cls.centre.__enter__()
        cls.admin = cls.centre.client("QUAN_TRI")
        cls.clerk = cls.centre.client("TIEP_NHAN")

    @classmethod
    def tearDownClass(cls):
        code, said = cls.centre.check_copy()
        cls.centre.__exit__(None, None, None)
        assert code == 0 and "0 faults" in said, said

    def put(self, *rows, raw=None, **more):
        data = raw if raw is not None else json.dumps({"procedures": rows}, ensure_ascii=False).encode()
        return self.admin.call("importProcedures", raw=data, faulty=True, **more)

    def look(self, *rows, **more):
        return self.put(*rows, dry_run=True, **more).json

    def last(self):
        return self.admin.call("readLog", order="newest", limit=1).json["items"][0]["seq"]

    def versions(self, code):
        return self.admin.call("listProcedureVersions", procedure=code).json["items"]

    def whole(self, code, version):
        return self.admin.call("getProcedureVersion", procedure=code, version=version).json


class Versions(CatalogueCase):
    def test_a_changed_row_is_a_new_version_from_its_day_and_the_old_one_stays_whole(self):  # R-820
        self.assertEqual(self.put(row("9.000010")).json["added"], 1)
        self.put(row("9.000010", name="Tên mới", effective_from="2026-07-01"))
        self.assertEqual(self.versions("9.000010"), [
            {"version": 2, "name": "Tên mới", "in_force": False, "effective_from": "2026-07-01", "effective_to": None},
            {"version": 1, "name": "Xác nhận thử", "in_force": True, "effective_from": "2026-03-02",
             "effective_to": "2026-06-30"}])
        self.assertEqual(self.whole("9.000010", 1)["name"], "Xác nhận thử")
        self.assertTrue(self.whole("9.000010", 1)["in_force"])
        self.assertEqual(self.whole("9.000010", 2)["name"], "Tên mới")
        self.assertEqual(self.clerk.call("getProcedure", procedure="9.000010").json["version"], 1)

    def test_what_is_not_there_is_not_found(self):
        self.admin.call("listProcedureVersions", procedure="9.999999", expect="not_found")
        for version in ("2", "0", "-1", "1x", "999999999", "9999999999"):
            self.admin.call("getProcedureVersion", procedure=CODES[0], version=version, faulty=True, expect="not_found")

    def test_a_dossier_keeps_the_version_that_it_pinned(self):  # R-280
        work = casework.Casework(self.centre)
        self.put(row("9.000011"))
        dossier = work.open("9.000011")
        self.put(row("9.000011", name="Đã đổi", documents=[]))
        kept = self.clerk.call("getDossier", dossier=dossier["id"]).json
        self.assertEqual((kept["procedure_version"], kept["procedure_name"]), (1, "Xác nhận thử"))
        self.assertEqual(len(self.whole("9.000011", 1)["documents"]), 2)
        self.assertEqual(self.clerk.call("getProcedure", procedure="9.000011").json["version"], 2)

    def test_the_details_are_those_of_the_row(self):
        self.put(row("9.000012", **PARTS))
        told = self.whole("9.000012", 1)
        self.assertEqual(told["fee"], {"kind": "by_channel", "amount": 20000, "amount_online": 10000,
                                       "text": ROW["fee"]["text"]})
        self.assertEqual(told["details"], {
            **PARTS, "missing": [], "result_on_paper": True,
            "extension": {"limit": "WORKING_DAYS 3", "reason": "Cần xác minh"},
            "steps": [{"row": 1, "unit": "TT_PVHCC", "task": "Nhận", "limit": None, "share_percent": 10, "max_days": 0.5},
                      {"row": 2, "unit": "handling_unit", "task": "Xử lý", "limit": "WORKING_DAYS 4",
                       "share_percent": None, "max_days": None}],
            "agency_steps": [{"row": 1, "agency": "Cơ quan mẫu", "task": "Cho ý kiến", "limit": "WORKING_DAYS 1"}]})
        self.assertEqual(self.clerk.call("getProcedure", procedure="9.000012").json["details"], told["details"])
        listed = self.clerk.call("listProcedures", q="9.000012").json["items"]
        self.assertNotIn("details", listed[0])

    def test_only_administration_and_inspection_read_versions(self):
        for role, may in (("QUAN_TRI", True), ("KIEM_TRA", True), ("TIEP_NHAN", False), ("GD_TT", False)):
            who = self.centre.client(role)
            for operation, more in (("listProcedureVersions", {"procedure": CODES[0]}), ("exportProcedures", {}),
                                    ("getProcedureVersion", {"procedure": CODES[0], "version": "1"})):
                who.call(operation, expect=200 if may else "forbidden", **more)
        self.centre.client("KIEM_TRA").call("importProcedures", raw=b"{}", faulty=True, expect="forbidden")


class Export(CatalogueCase):
    def test_an_export_reads_back_equal(self):  # R-822
        answer = self.admin.call("exportProcedures")
        self.assertIn('filename="procedures.json"', answer.headers["Content-Disposition"])
        rows = answer.json["procedures"]
        self.assertEqual([r["code"] for r in rows], sorted(CODES))
        named = {r["code"]: r for r in SAMPLE["procedures"]}
        for told in rows:
            given = named[told["code"]]
            for key, value in given.items():
                if value is not None:  # steps that a row leaves out are those of the file's template (R-246)
                    self.assertEqual(told[key], value, told["code"])
        before = self.last()
        for dry in (True, False):
            told = self.put(raw=answer.body, dry_run=dry).json
            self.assertEqual((told["rows"], told["unchanged"], told["added"], told["changed"], told["faults"]),
                             (len(CODES), len(CODES), 0, 0, []))
        self.assertEqual(self.last(), before)

    def test_it_holds_the_version_that_was_entered_last(self):
        self.put(row("9.000020"))
        self.put(row("9.000020", name="Sau này", effective_from="2027-01-01"))
        told = [r for r in self.admin.call("exportProcedures").json["procedures"] if r["code"] == "9.000020"]
        self.assertEqual([r["name"] for r in told], ["Sau này"])

    def test_the_command_line_writes_the_same_document(self):
        target = self.centre.folder / "xuat.json"
        self.centre.run("export", "--data", self.centre.data, "--procedures", "--output", target)
        self.assertEqual(target.read_bytes(), self.admin.call("exportProcedures").body)
        self.centre.run("export", "--data", self.centre.data, "--procedures", "--output", target, expect=1)
        self.assertIn("0 changed", self.centre.run("import", "--data", self.centre.data, target))


class Import(CatalogueCase):
    def test_a_dry_run_says_what_would_be_and_stores_nothing(self):  # R-821
        self.put(row("9.000030"), row("9.000031"))
        before = self.last()
        told = self.look(row("9.000030"), row("9.000031", name="Khác"), row("9.000032"), row("9.000033"))
        self.assertEqual((told["dry_run"], told["rows"], told["added"], told["changed"], told["unchanged"]),
                         (True, 4, 2, 1, 1))
        self.assertEqual((told["faults"], told["fault_count"]), ([], 0))
        self.assertEqual(self.last(), before)
        self.clerk.call("getProcedure", procedure="9.000032", expect="not_found")
        self.assertEqual(len(self.versions("9.000031")), 1)

    def test_every_fault_is_told_with_its_row_and_nothing_is_kept(self):  # R-270, R-821
        bad = [row("9.000040"), row("9.000041", handling_unit="KHONG_CO", result="", effective_to="mai"),
               row("9.000042", fee={"type": "FIXED", "text": "Có"}), "hàng này không phải dòng",
               row("9.000040", process="không phải danh sách", sets=0, applicants=[1])]
        told = self.look(*bad)
        self.assertEqual([(f["row"], f["procedure"], f["field"], f["finding"]) for f in told["faults"]], [
            (2, "9.000041", "result", "empty"), (2, "9.000041", "handling_unit", "unit"),
            (2, "9.000041", "effective_to", "value"),
            (3, "9.000042", "fee.amount", "price"),
            (4, None, None, "type"),
            (5, "9.000040", "process", "type"), (5, "9.000040", "applicants[0]", "type"), (5, "9.000040", "sets", "value"),
            (5, "9.000040", "code", "twice")])
        self.assertEqual(told["fault_count"], 9)
        unit = self.look(row("9.000041", handling_unit="KHONG_CO"), row("9.000041"))
        self.assertEqual([(f["row"], f["field"], f["finding"]) for f in unit["faults"]],
                         [(1, "handling_unit", "unit"), (2, "code", "twice")])
        before = self.last()
        refused = self.put(*bad, expect="procedures_malformed").json
        self.assertEqual([(e["pointer"], e["code"]) for e in refused["errors"]], [
            ("/procedures/1/result", "bad_value"), ("/procedures/1/handling_unit", "unknown_unit"),
            ("/procedures/1/effective_to", "bad_value"), ("/procedures/2/fee/amount", "missing_field"),
            ("/procedures/3", "wrong_type"), ("/procedures/4/process", "wrong_type"),
            ("/procedures/4/applicants/0", "wrong_type"), ("/procedures/4/sets", "bad_value"),
            ("/procedures/4/code", "bad_value")])
        self.assertEqual(self.last(), before)
        self.clerk.call("getProcedure", procedure="9.000040", expect="not_found")

    def test_the_words_are_those_of_the_language(self):
        vietnamese = self.centre.client("QUAN_TRI", language="vi")
        data = json.dumps({"procedures": [row(result="")]}).encode()
        said = [who.call("importProcedures", raw=data, dry_run=True, faulty=True).json["faults"][0]["message"]
                for who in (vietnamese, self.admin)]
        self.assertEqual(said, ["không được để trống", "must not be empty"])

    def test_what_is_no_catalogue_is_told_with_its_line(self):
        told = self.look(raw=b'{\n"procedures": [\n{"code" 1}]}')
        self.assertEqual((told["rows"], told["fault_count"]), (0, 1))
        self.assertEqual((told["faults"][0]["row"], told["faults"][0]["line"], told["faults"][0]["finding"]), (None, 3, "syntax"))
        self.put(raw=b"{", expect="procedures_malformed")
        for raw, finding in ((b"[]", "missing"), (b"{}", "missing"), (b'{"procedures": 1}', "type"),
                             (b'{"procedures": []}', "empty"), (b"\xff", "syntax"),
                             (b'{"procedures": [' + b"0," * 5000 + b"0]}", "too_many")):
            self.assertEqual([f["finding"] for f in self.look(raw=raw)["faults"]], [finding], raw[:30])
        self.put(raw=b"", dry_run=True)
        self.put(raw=b"x" * (8 << 20), dry_run=True)
        self.put(raw=b"x" * ((8 << 20) + 1), dry_run=True, expect="payload_too_large")
        self.put(raw=b"{}", headers={"Content-Type": "text/csv"}, expect="unsupported_media_type")
        self.put(raw=b"{}", dry_run="maybe", expect="bad_parameter")

    def test_a_file_with_a_mark_of_its_byte_order_is_read(self):
        told = self.look(raw=b"\xef\xbb\xbf" + json.dumps({"procedures": [row()]}).encode())
        self.assertEqual((told["faults"], told["added"]), ([], 1))

    def test_what_a_file_names_oddly_is_told_as_text(self):
        odd = {"a\tb\n\u0001" + "ệ" * 60: "\u0007", "~/": "\u0007"}
        told = self.look(row("ệ" * 60, **odd))
        self.assertTrue(all(f["finding"] for f in told["faults"]))
        refused = self.put(row("9.000050", **odd), expect="procedures_malformed").json
        self.assertIn("/procedures/0/~0~1", [e["pointer"] for e in refused["errors"]])

    def test_at_most_500_faults_are_told_and_all_are_counted(self):
        told = self.look(*["x"] * 700)
        self.assertEqual((len(told["faults"]), told["fault_count"]), (500, 700))

    def test_the_same_key_imports_once(self):
        data = json.dumps({"procedures": [row("9.000060")]}).encode()
        first = self.put(raw=data, once="khoa-thu-mot-lan")
        again = self.put(raw=data, once="khoa-thu-mot-lan")
        self.assertEqual(again.json, first.json)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")
        self.put(raw=data + b" ", once="khoa-thu-mot-lan", expect="idempotency_mismatch")
        self.assertEqual(len(self.versions("9.000060")), 1)

    def test_who_imported_stands_in_the_log(self):
        self.put(row("9.000070"))
        self.put(row("9.000070", name="Khác"), row("9.000071"))
        entries = self.admin.call("readLog", order="newest", limit=2).json["items"]
        self.assertEqual([(e["kind"], e["actor"], e["data"]) for e in entries], [
            ("procedures_imported", "quantri", {"rows": 2, "added": 1, "changed": 1}),
            ("procedure_changed", "quantri", {"version": 2, "effective_from": "2026-03-02"})])


class Parts(CatalogueCase):
    def test_a_mandatory_part_that_is_not_stated_is_warned_of_and_shown_as_missing(self):  # R-823
        told = self.look(row("9.000080"), row("9.000081", **PARTS), row("9.000082", process=[], applicants=["Tổ chức"]))
        self.assertEqual([(w["row"], w["field"], w["finding"]) for w in told["warnings"]], [
            (1, "process", "part_missing"), (1, "applicants", "part_missing"), (1, "sets", "part_missing"),
            (3, "process", "part_missing"), (3, "sets", "part_missing")])
        self.assertEqual((told["faults"], told["warning_count"]), ([], 5))
        self.assertEqual(self.put(row("9.000080")).json["warning_count"], 3)
        details = self.whole("9.000080", 1)["details"]
        self.assertEqual(details["missing"], ["process", "applicants", "sets"])
        self.assertEqual((details["process"], details["conditions"], details["sets"], details["retention"]),
                         ([], [], None, None))

    def test_the_page_of_the_citizens_shows_what_is_stated(self):
        self.put(row("9.000083", **PARTS), row("9.000084"))
        page = self.page("9.000083")
        for text in ("Nộp hồ sơ.", "Công dân Việt Nam", "Luật mẫu số 1/2026/QH16", "Trình tự thực hiện",
                     "Đối tượng thực hiện", "Căn cứ pháp lý", "Yêu cầu, điều kiện", "01 bộ"):
            self.assertIn(text, page)
        self.assertNotIn("Trình tự thực hiện", self.page("9.000084"))

    def page(self, code):
        answer = self.admin.exchange("GET", f"/thu-tuc/{code}", {"Accept-Language": "vi"}, None)
        self.assertEqual(answer.status, 200)
        return answer.body.decode()


class Terminal(CatalogueCase):
    def run_client(self, *arguments, expect=0):
        done = subprocess.run(
            [server.program("counter_client"), *map(str, arguments)], capture_output=True, text=True, timeout=60, check=False,
            env={"MOTCUA_SERVER": self.centre.base_url,
                 "MOTCUA_TOKEN": self.admin.token, "LANG": "C.UTF-8", "HOME": str(self.centre.folder)})
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done.stdout

    def test_import_versions_and_export_from_the_terminal(self):
        file, out = self.centre.folder / "nhap.json", self.centre.folder / "ra.json"
        file.write_text(json.dumps({"procedures": [row("9.000090"), row("9.000091", result="")]}), "utf-8")
        said = self.run_client("procedures", "import", "--file", file, "--dry-run")
        self.assertIn("9.000091", said)
        self.assertIn("không được để trống", said)
        self.run_client("procedures", "import", "--file", file, expect=1)
        file.write_text(json.dumps({"procedures": [row("9.000090")]}), "utf-8")
        self.run_client("procedures", "import", "--file", file)
        self.assertIn("2026", self.run_client("procedures", "versions", "9.000090"))
        self.assertIn("Xác nhận thử", self.run_client("procedures", "version", "9.000090", "1"))
        self.run_client("procedures", "export", "--output", out)
        self.assertEqual(out.read_bytes(), self.admin.call("exportProcedures").body)
        self.run_client("procedures", "import", expect=2)
        self.put(row("9.000092", **PARTS))
        said = self.run_client("procedures", "show", "9.000092")
        for text in ("Nhận kết quả.", "Công dân Việt Nam", "Luật mẫu số 1/2026/QH16", "20 năm"):
            self.assertIn(text, said)


if __name__ == "__main__":
    unittest.main()
