"""The till: what a cashier took, his closings, the check. Rules checked: R-426, R-427, R-428."""
import pathlib
import sys
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"


def fee(amount, method=None, **more):
    return {"line": f"Phí {amount}", "amount": amount, **({"settled": {"method": method}} if method else {}), **more}


def amounts(**known):
    return {"cash": 0, "transfer": 0, "card": 0, "national_portal": 0, "province_gateway": 0, **known}


class Cash(unittest.TestCase):
    """Tests go on from each other, in the order of names. The clock stands still: order, not time, decides what a
    closing counts."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.director = cls.work.people["TIEP_NHAN"], cls.work.people["GD_TT"]
        cls.first = cls.work.open(PROCEDURE, fees=[
            fee(24000, "cash"), fee(8000, "transfer"), fee(50000, mode="after"), fee(5000, exemption="Hộ nghèo, số 12")])
        cls.work.open(PROCEDURE, fees=[fee(16000, "cash"), fee(7000, "national_portal"), fee(3000, "card")])

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def close(self, counted, reason=None, who=None, **more):
        more.setdefault("expect", 201)
        body = {"counted": counted, **({"reason": reason} if reason else {})}
        return (who or self.clerk).call("closeCash", body=body, **more)

    def test_1_what_was_taken_is_told_by_how_it_was_paid(self):
        """R-427: neither what is owed nor what is exempt; a transfer does not count as paid online."""
        till = self.clerk.call("getTill").json
        self.assertEqual(till, {"fees": 5, "total": 58000, "online": 7000, "refunds": 0,
                                "refunded": {"cash": 0, "transfer": 0}, "amounts": amounts(
            cash=40000, transfer=8000, card=3000, national_portal=7000)})
        self.assertEqual(self.director.call("getTill").json["fees"], 0)  # he took nothing

    def test_2_a_difference_has_a_reason(self):
        """R-428."""
        self.close(39000, expect="reason_missing")
        self.close(39000, "   ", expect="bad_value", faulty=True)
        self.close(-1, expect="bad_value", faulty=True)
        closing = self.close(39000, "Trả thừa một khách 1.000 đồng").json
        self.assertEqual((closing["fees"], closing["amounts"]["cash"], closing["counted"], closing["difference"]),
                         (5, 40000, 39000, -1000))
        type(self).first_closing = closing

    def test_3_a_second_closing_has_nothing_to_count(self):
        self.close(0, expect="nothing_to_close")
        self.assertEqual(self.clerk.call("getTill").json["fees"], 0)

    def test_4_what_is_taken_later_is_of_the_next(self):
        """R-426: a fee owed until now, paid as the result is fetched, in the same second by the clock."""
        ready = self.work.issue(self.work.hand(self.first))
        self.work.act("TIEP_NHAN", "returnResult", ready, {
            "receiver": {"kind": "applicant"},
            "fees": [{"line": "Phí 50000", "settled": {"method": "cash", "reference": "BL"}}]})
        closing = self.close(50000).json
        self.assertEqual((closing["fees"], closing["total"], closing["difference"], closing["reason"]),
                         (1, 50000, 0, None))

    def test_5_two_closings_at_once_count_each_fee_once(self):
        for _ in range(3):
            self.work.open(PROCEDURE, fees=[fee(2000, "cash")])
        answers = []

        def one(client):
            answers.append(self.close(6000, who=client, expect=lambda answer: True))

        clients = [self.centre.client("TIEP_NHAN") for _ in range(4)]
        threads = [threading.Thread(target=one, args=(client,)) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(answer.status for answer in answers), [201, 409, 409, 409])

    def test_6_a_cashier_sees_his_own_and_the_director_all(self):
        self.work.hire("tiepnhan9", "TIEP_NHAN", "TT_PVHCC")
        other = self.work.people["tiepnhan9"]
        other.call("createDossier", expect=201, body=self.work.intake(PROCEDURE, fees=[fee(1000, "cash")]))
        self.close(1000, who=other)
        self.assertEqual([each["total"] for each in other.call("listCashClosings").json["items"]], [1000])
        page = self.director.call("listCashClosings", limit=2).json
        rest = self.director.call("listCashClosings", limit=2, after=page["next"]).json
        self.assertEqual([each["total"] for each in page["items"] + rest["items"]], [1000, 6000, 50000, 58000])
        self.assertEqual(rest["items"][-1], self.first_closing)
        self.work.people["THU_LY"].call("listCashClosings", expect="forbidden")
        self.close(0, who=self.director, expect="forbidden")

    def test_7_the_check_sees_what_was_done_by_hand(self):
        self.assertIn("0 faults", self.centre.check_copy()[1])
        for change, seen in (
                ("UPDATE dossier_fee SET amount = amount + 1 WHERE method = 'card'", "5 fees of 58000 đồng, recounted"),
                ("UPDATE dossier_fee SET closing = NULL WHERE method = 'card'", "recounted 4 of 55000"),
                ("DELETE FROM cash_closing WHERE counted = 1000", "the log tells of 4 of 115000")):
            self.assertIn(seen, self.centre.check_copy(change)[1], change)


if __name__ == "__main__":
    unittest.main()
