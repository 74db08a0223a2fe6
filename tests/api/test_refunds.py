"""Fees given back after a dossier was stopped, and how the till counts them. Rules checked: R-430, R-431, R-432."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
FEES = [{"line": "Lệ phí", "amount": 24000, "settled": {"method": "cash"}},
        {"line": "Phí bản sao", "amount": 8000, "settled": {"method": "cash"}},
        {"line": "Phí trả sau", "amount": 50000, "mode": "after"}]


class Refunds(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.director = cls.work.people["TIEP_NHAN"], cls.work.people["GD_TT"]

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def stopped(self, refund):
        dossier = self.work.open(PROCEDURE, fees=FEES)
        asked = self.work.act("TIEP_NHAN", "requestWithdrawal", dossier, {"reason": "Người nộp đổi ý"})
        return self.work.act("GD_TT", "stopDossier", asked,
                             {"reason": "Theo đơn xin rút", "refund": refund})

    def pay(self, dossier, fee, method="cash", who=None, **more):
        more.setdefault("expect", 201)
        body = {"fee": fee, "method": method}
        if "reference" in more:
            body["reference"] = more.pop("reference")
        return (who or self.clerk).call("payRefund", dossier=dossier["id"], body=body, **more)

    def test_1_without_a_stop_and_a_refund_nothing_is_given_back(self):
        """R-430: an open dossier, one that was stopped without, a line that was never paid, one there is not."""
        self.pay(self.work.open(PROCEDURE, fees=FEES), 1, expect="no_refund_due")
        self.pay(self.stopped(False), 1, expect="no_refund_due")
        type(self).dossier = self.stopped(True)
        self.assertEqual([fee["state"] for fee in self.dossier["fees"]], ["refund_due", "refund_due", "due"])
        self.pay(self.dossier, 3, expect="no_refund_due")
        self.pay(self.dossier, 4, expect="no_refund_due")
        self.pay(self.dossier, 0, expect=422, faulty=True)
        self.pay(self.dossier, 1, "card", expect=422, faulty=True)
        self.pay(self.dossier, 1, "transfer", expect="missing_field")
        self.pay(self.dossier, 1, who=self.director, expect="forbidden")

    def test_2_each_line_is_given_back_once(self):
        """R-430, R-431: the same key is the same refund; the log tells of it without the reference."""
        key = "hoan-tra-mot-lan-01"
        line = self.pay(self.dossier, 1, once=key).json
        self.assertEqual((line["state"], line["refunded"]["method"], line["refunded"]["by"], line["amount"]),
                         ("refunded", "cash", "tiepnhan", 24000))
        self.assertEqual(self.pay(self.dossier, 1, once=key).json, line)
        self.pay(self.dossier, 1, expect="refund_paid")
        self.pay(self.dossier, 2, "transfer", reference="UNC 0099812")
        now = self.clerk.call("getDossier", dossier=self.dossier["id"]).json
        self.assertEqual([fee["state"] for fee in now["fees"]], ["refunded", "refunded", "due"])
        self.assertEqual(now["fees"][1]["refunded"]["reference"], "UNC 0099812")
        self.assertEqual(now["fees"][0]["settled"]["method"], "cash")  # how it was paid stays
        rows = [row for row in self.work.people["QUAN_TRI"].pages("readLog") if row["kind"] == "dossier_refund_paid"]
        self.assertEqual(sorted(row["data"]["refund"]["amount"] for row in rows), [8000, 24000])
        self.assertNotIn("0099812", str(rows))

    def test_3_the_till_counts_what_was_given_back(self):
        """R-432: 3 dossiers paid 32,000 each in cash, of them the first two lines; 24,000 went back in cash."""
        till = self.clerk.call("getTill").json
        taken = 3 * 32000
        self.assertEqual((till["amounts"]["cash"], till["refunds"], till["refunded"]),
                         (taken, 2, {"cash": 24000, "transfer": 8000}))
        closing = self.clerk.call("closeCash", body={"counted": taken - 24000}, expect=201).json
        self.assertEqual((closing["difference"], closing["refunds"], closing["total"]), (0, 2, taken))
        self.assertEqual(self.clerk.call("getTill").json["refunds"], 0)
        self.clerk.call("closeCash", body={"counted": 0}, expect="nothing_to_close")

    def test_4_a_closing_of_refunds_alone(self):
        other = self.stopped(True)
        self.clerk.call("closeCash", body={"counted": 32000}, expect=201)
        self.pay(other, 2)
        closing = self.clerk.call("closeCash", body={"counted": 0, "reason": "Chi từ quỹ"}, expect=201).json
        self.assertEqual((closing["fees"], closing["refunds"], closing["difference"]), (0, 1, 8000))
        self.assertEqual(self.clerk.call("listCashClosings").json["items"][0], closing)

    def test_5_a_refusal_gives_back_too_and_another_one_pays_it_out(self):
        """R-430: at intake and later; who granted it does not pay it out."""
        refusal = {"reason_code": "not_eligible", "reason": "Không thuộc đối tượng của thủ tục này"}
        at_once = self.work.open(PROCEDURE, fees=FEES, intake="refuse", refusal={**refusal, "refund": True})
        missing = {"items": ["Bản chính giấy chứng sinh"], "reason": "Thiếu giấy tờ"}
        later = self.work.open(PROCEDURE, fees=FEES, intake="request_supplement", supplement=missing)
        kept = self.work.act("TIEP_NHAN", "refuseDossier", self.work.open(
            PROCEDURE, fees=FEES, intake="request_supplement", supplement=missing), refusal)
        later = self.work.act("TIEP_NHAN", "refuseDossier", later, {**refusal, "refund": True})
        self.assertEqual([fee["state"] for fee in kept["fees"]], ["settled", "settled", "due"])
        self.work.hire("tiepnhan8", "TIEP_NHAN", "TT_PVHCC")
        for dossier in (at_once, later):
            self.assertEqual([fee["state"] for fee in dossier["fees"]], ["refund_due", "refund_due", "due"])
            self.pay(dossier, 1, expect="separation_of_duties")
            self.assertEqual(self.pay(dossier, 1, who=self.work.people["tiepnhan8"]).json["refunded"]["by"], "tiepnhan8")

    def test_6_the_check_recounts_them(self):
        """R-431: and sees a refund made by hand, one taken away, a closing changed."""
        status, said = self.centre.check_copy()
        self.assertEqual(status, 0, said)
        for change, what in (("UPDATE dossier_fee SET refund_method = 'cash', refunded_by = 'x' WHERE refund_method IS NULL",
                              "refunds:"),
                             ("UPDATE dossier_fee SET refund_method = NULL WHERE refund_method = 'transfer'", "refunds:"),
                             ("UPDATE cash_closing SET refunded_cash = 1 WHERE refunds = 1", "refunds of 1 đồng"),
                             ("UPDATE dossier_fee SET refund_closing = NULL WHERE refund_method = 'cash'", "recounted")):
            status, said = self.centre.check_copy(change)
            self.assertNotEqual(status, 0, change)
            self.assertIn(what, said)


if __name__ == "__main__":
    unittest.main()
