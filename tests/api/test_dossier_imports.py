"""Dossiers that arrived outside: ho_so.jsonl by the command and by the API. Rules checked: R-503, R-505, R-506, R-507,
R-508."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
PERSON = {"kind": "citizen", "full_name": "Nông Thị Mẫu", "personal_id": "006190012345",
          "birth_date": "1990-08-15", "sex": "female"}


def line(code, **changes):
    return {"status": 1, "external_code": code, "procedure": PROCEDURE, "applicant": PERSON, "channel": "online",
            "receiving_agency": "H05.12", "arrived_at": "2026-03-10T08:00:00+07:00",
            "components": [{"row": 1, "name": "Tờ khai", "kind": "form", "digitised": True, "file": "to-khai.pdf"},
                           {"row": 2, "name": "Giấy chứng sinh", "kind": "original", "from_data": True}],
            "events": [], "schema": "ho_so/1", **changes}


class Imports(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T09:15:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def load(self, text, fails=False):
        """`queue_server import` of a file; what it says, its errors after a failure."""
        path = self.centre.folder / "ho_so.jsonl"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        done = subprocess.run([server.program(), "import", "--data", self.centre.data, path], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 2 if fails else 0, done.stderr)
        return done.stderr if fails else done.stdout

    def lines(self, *dossiers):
        return "".join(json.dumps(each, ensure_ascii=False) + "\n" for each in dossiers)

    def codes(self):
        return sorted(each["external_code"] for each in self.clerk.call("listDossiers").json["items"])

    def test_1_the_old_the_new_and_the_central_form_arrive(self):
        """As Windows writes them: a mark of the encoding, CR and LF, an empty line at the end."""
        text = self.lines(line("H05.12-260310-0001"), line("000.12.05.H05-260310-0002"), line("G09.10-260310-010003"))
        said = self.load(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8") + b"\r\n")
        self.assertEqual(said, "dossiers: 3 lines read, 3 imported, 0 known before\n")
        self.assertEqual(self.codes(), ["000.12.05.H05-260310-0002", "G09.10-260310-010003", "H05.12-260310-0001"])

    def test_2_the_answer_is_owed_from_the_arrival_outside(self):
        """R-503: 8 working hours from 08:00: 3.5 before the break, 4 after it, half an hour tomorrow."""
        found = self.clerk.call("listDossiers", code="H05.12-260310-0001").json["items"][0]
        dossier = self.clerk.call("getDossier", dossier=found["id"]).json
        self.assertEqual((dossier["state"], dossier["receiving_agency"]), ("arrived", "H05.12"))
        self.assertEqual((dossier["answer"]["arrived_at"], dossier["answer"]["due_at"]),
                         ("2026-03-10T08:00:00+07:00", "2026-03-11T08:00:00+07:00"))
        self.assertEqual([(each["name"], each["form"]) for each in dossier["documents"]],
                         [("Tờ khai", "form"), ("Giấy chứng sinh", "data")])

    def test_3_the_same_file_twice_changes_nothing(self):
        text = self.lines(line("H05.12-260310-0001"), line("H05.12-260310-0004"))
        self.assertEqual(self.load(text), "dossiers: 2 lines read, 1 imported, 1 known before\n")
        self.assertEqual(self.load(text), "dossiers: 2 lines read, 0 imported, 2 known before\n")
        self.assertEqual(len(self.codes()), 4)

    def test_4_each_refused_line_is_explained_and_nothing_is_half_imported(self):
        before = self.codes()
        said = self.load(self.lines(
            line("H05.12-260310-0010"), line("H05.12-260310-0011", procedure="9.999999"), line("12"),
            line("H05.12-260310-0013", status=4), line("H05.12-260310-0010"),
            line("H05.12-260310-0015", arrived_at="2026-03-10T10:00:00+07:00"),
            line("H05.12-260310-0016", applicant={**PERSON, "birth_date": "1990-02-30"}),
            line("H05.12-260310-0017", la="gì")), fails=True)
        for number, member, code in ((2, "/procedure", "unknown_procedure"), (3, "/external_code", "code_invalid"),
                                     (4, "/status", "not_an_arrival"), (5, "/external_code", "duplicate_code"),
                                     (6, "/arrived_at", "bad_value"), (7, "/applicant/birth_date", ""),
                                     (8, "/la", "unknown_field")):
            self.assertRegex(said, rf"line {number}, {member}: .*{code}")
        self.assertNotIn("line 1,", said)
        self.assertEqual(self.codes(), before)

    def test_5_a_line_cut_in_half_loads_nothing(self):
        before = self.codes()
        text = self.lines(line("H05.12-260310-0020"), line("H05.12-260310-0021"))
        said = self.load(text[:-30], fails=True)
        self.assertIn("line 2, column ", said)
        self.assertIn("nothing was loaded", said)
        self.assertIn("nothing was loaded", self.load("", fails=True))
        self.assertEqual(self.codes(), before)

    def test_6_the_api_does_the_same(self):
        body = {"dossiers": [line("H05.12-260310-0030")]}
        tried = self.clerk.call("importDossiers", body={**body, "dry_run": True}).json
        self.assertEqual(tried, {"dry_run": True, "lines": 1, "imported": 1, "known": 0})
        self.assertNotIn("H05.12-260310-0030", self.codes())
        self.assertEqual(self.clerk.call("importDossiers", body=body).json["imported"], 1)
        self.assertEqual(self.clerk.call("importDossiers", body=body).json["known"], 1)
        wrong = {"dossiers": [line("H05.12-260310-0031"), line("H05.12-260310-0032", procedure="9.999999")]}
        refused = self.clerk.call("importDossiers", body=wrong, expect=422).json
        self.assertEqual([(each["pointer"], each["code"]) for each in refused["errors"]],
                         [("/dossiers/1/procedure", "unknown_procedure")])
        self.work.people["THU_LY"].call("importDossiers", body=body, expect="forbidden")

    def test_7_what_arrived_is_accepted_with_a_code_of_ours(self):
        found = self.clerk.call("listDossiers", code="H05.12-260310-0030").json["items"][0]
        dossier = self.clerk.call("getDossier", dossier=found["id"]).json
        accepted = self.work.act("TIEP_NHAN", "acceptDossier", dossier, {
            "documents": self.work.papers(PROCEDURE)})
        self.assertRegex(accepted["code"], r"^H55\.128-260310-\d{4}$")
        self.assertEqual(accepted["external_code"], "H05.12-260310-0030")
        self.assertTrue(accepted["answer"]["in_time"])
        job = accepted["print_jobs"][0]
        with sqlite3.connect(f"file:{self.centre.data}/motcua.db?mode=ro", uri=True) as base:
            content, = base.execute("SELECT content FROM print_job WHERE id = ?", (int(job[1:]),)).fetchone()
        self.assertEqual((json.loads(content)["dossier_code"], json.loads(content)["note"]),
                         (accepted["code"], "Mã hồ sơ tại nơi gửi: H05.12-260310-0030"))

    def test_8_the_check_finds_no_fault(self):
        said = self.centre.run("check", "--data", self.centre.data)
        self.assertEqual(said.strip().splitlines()[-1], "0 faults")


if __name__ == "__main__":
    unittest.main()
