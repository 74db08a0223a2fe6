"""Where money is paid, and the VietQR text of what a dossier owes. Rules checked: R-417, R-419,
R-420, R-980."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

ACCOUNT = {"bank_bin": "970405", "account": "8500201012345", "receipt_series": "BL-26"}
PROCEDURE = "1.003583"


class PaymentQr(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # the day of the worked example; the first dossier of a day has number 0001
        cls.centre = server.Server(begins="2026-01-15T07:45:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.admin = cls.work.people["TIEP_NHAN"], cls.work.people["QUAN_TRI"]
        cls.first = cls.work.open(PROCEDURE, fees=[
            {"line": "Lệ phí", "amount": 10000, "mode": "after"},
            {"line": "Bản sao", "amount": 16000, "settled": {"method": "cash"}},
            {"line": "Phí khác", "amount": 5000, "exemption": "Hộ nghèo, giấy chứng nhận 12"}])

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def set_up(self, **changes):
        seen = self.admin.call("getPaymentSetup").headers["ETag"]
        return self.admin.call("setPaymentSetup", body={**ACCOUNT, **changes}, If_Match=seen)

    def ask(self, dossier, **more):
        return self.clerk.call("getPaymentQr", dossier=dossier["id"], **more)

    def test_the_worked_example_comes_out_of_the_office(self):
        self.set_up()
        self.assertEqual(self.first["code"], "H55.128-260115-0001")
        answer = self.ask(self.first).json
        self.assertEqual(answer["text"],
                         "00020101021238570010A00000072701270006970405011385002010123450208QRIBFTTA"
                         "53037045405100005802VN62230819H55 128 260115 0001630407C1")
        self.assertEqual((answer["amount"], answer["purpose"], answer["holder"]),
                         (10000, "H55 128 260115 0001", None))

    def test_the_holder_stands_in_the_code(self):
        self.set_up(holder="UBND XA MAU", city="THAI NGUYEN")
        self.assertIn("5802VN5911UBND XA MAU6011THAI NGUYEN62", self.ask(self.first).json["text"])

    def test_without_an_account_there_is_no_code(self):
        self.set_up(bank_bin=None, account=None)
        self.ask(self.first, expect="no_payment_account")

    def test_what_owes_nothing_has_no_code(self):
        self.set_up()
        paid = self.work.open(PROCEDURE, fees=[{"line": "Lệ phí", "amount": 8000,
                                                "settled": {"method": "cash"}}])
        self.ask(paid, expect="nothing_owed")
        self.ask(self.work.open(PROCEDURE), expect="nothing_owed")
        owing = self.work.open(PROCEDURE, fees=[{"line": "Lệ phí", "amount": 8000, "mode": "after"}])
        self.ask(owing)
        asked = self.work.act("TIEP_NHAN", "requestWithdrawal", owing, {"reason": "Người nộp đổi ý"})
        self.work.act("GD_TT", "stopDossier", asked, {"reason": "Theo đơn xin rút"})
        self.ask(owing, expect="nothing_owed")  # of a stopped one nothing is taken any more

    def test_a_dossier_without_a_code_is_named_by_the_one_it_came_with(self):
        self.set_up()
        owing = {"intake": "arrive", "fees": [{"line": "Lệ phí", "amount": 8000}]}
        bare = self.work.open(PROCEDURE, channel="post", **owing)
        self.ask(bare, expect="no_dossier_code")
        known = self.work.open(PROCEDURE, channel="post", external_code="H55.44-260114-0007",
                                **owing)
        self.assertEqual(self.ask(known).json["purpose"], "H55 44 260114 0007")

    def test_what_banks_do_not_take_is_refused_field_by_field(self):
        seen = self.admin.call("getPaymentSetup").headers["ETag"]
        for change in ({"bank_bin": "97040"}, {"account": "85 0020"}, {"holder": "Xã Mẫu"},
                       {"city": "Thái"}, {"receipt_series": "bl 26"}, {"account": None},
                       {"bank_bin": None}):
            answer = self.admin.call("setPaymentSetup", body={**ACCOUNT, **change}, If_Match=seen,
                                     expect="bad_value", faulty=True).json
            field = next(iter(change))
            self.assertEqual([error["pointer"] for error in answer["errors"]], ["/" + field])
        self.assertEqual(self.admin.call("getPaymentSetup").headers["ETag"], seen)

    def test_a_change_rests_on_the_version_seen_and_is_in_the_log(self):
        seen = self.admin.call("getPaymentSetup").headers["ETag"]
        answer = self.set_up(receipt_series="BL-27")
        self.assertEqual(answer.json["changed_by"], "quantri")
        refused = self.admin.call("setPaymentSetup", body=ACCOUNT, If_Match=seen,
                                  expect="version_conflict").json
        self.assertEqual(refused["current"]["receipt_series"], "BL-27")
        rows = list(self.admin.pages("readLog", subject="payment_setup"))
        self.assertEqual(rows[-1]["kind"], "payment_setup_changed")
        self.assertEqual(rows[-1]["data"]["payment_setup"], answer.json)

    def test_only_who_may_read_the_dossier_gets_its_code(self):
        self.set_up()
        self.assertEqual(self.centre.client("KIEM_TRA").call(
            "getPaymentQr", dossier=self.first["id"]).json["amount"], 10000)
        self.centre.client("PHAT_SO").call("getPaymentQr", dossier=self.first["id"],
                                           expect="forbidden")


if __name__ == "__main__":
    unittest.main()
