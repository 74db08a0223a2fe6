"""Bank statements: whose payments they show. Rules checked: R-418, R-429."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"


class Statements(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-01-15T07:45:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]
        owes = [{"line": "Lệ phí", "amount": 10000, "mode": "after"}, {"line": "Phí", "amount": 5000, "mode": "after"},
                {"line": "Bản sao", "amount": 16000, "settled": {"method": "cash"}}]
        cls.first = cls.work.open(PROCEDURE, fees=owes)                      # H55.128-260115-0001, 15,000 owed
        cls.second = cls.work.open(PROCEDURE, fees=owes[:1], external_code="H05.12-260115-0002")
        cls.paid = cls.work.open(PROCEDURE, fees=owes[2:])                   # owes nothing

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def match(self, *lines):
        body = {"lines": [{"text": text, "amount": amount} for text, amount in lines]}
        return [(each["match"], each["dossier_code"], each["owed"])
                for each in self.clerk.call("matchStatement", body=body).json["lines"]]

    def test_a_code_is_found_however_the_bank_wrote_it(self):
        for text in ("H55 128 260115 0001", "NONG THI MAU chuyen tien H55.128-260115-0001 FT26015123",
                     "MBVCB.1234.H551282601150001.CT tu"):
            self.assertEqual(self.match((text, 15000)), [("matched", "H55.128-260115-0001", 15000)], text)

    def test_another_amount_is_told_and_the_code_of_elsewhere_is_known(self):
        self.assertEqual(self.match(("H55 128 260115 0001", 10000), ("H05 12 260115 0002", 10000)),
                         [("differs", "H55.128-260115-0001", 15000), ("matched", "H55.128-260115-0002", 10000)])

    def test_what_names_nobody_who_owes_is_unknown(self):
        """Paid already; another code because a digit goes on; no code at all."""
        self.assertEqual(self.paid["code"], "H55.128-260115-0003")
        self.assertEqual(self.match(("H55 128 260115 0003", 16000), ("H55.128-260115-00017", 15000), ("tien dien", 1)),
                         [("unknown", None, None)] * 3)

    def test_the_same_statement_again_says_the_same_and_settles_nothing(self):
        line = ("H55 128 260115 0001", 15000)
        self.assertEqual(self.match(line, line), self.match(line, line))
        self.assertEqual(self.clerk.call("getDossier", dossier=self.first["id"]).json["version"], self.first["version"])

    def test_others_may_not(self):
        self.work.people["THU_LY"].call("matchStatement", body={"lines": []}, expect="forbidden")


if __name__ == "__main__":
    unittest.main()
