"""Receipts of fees: numbers, lines, voids by two people, the paper, the check. Rules checked: R-421, R-422, R-423, R-424,
R-425."""
import pathlib
import sqlite3
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
COPIES = {"line": "Phí chứng thực, 12 trang", "amount": 24000, "settled": {"method": "cash"}}
STATUS = {"line": "Lệ phí hộ tịch", "amount": 8000, "settled": {"method": "transfer"}}
OWED = {"line": "Lệ phí trước bạ", "amount": 50000, "mode": "after"}
EXEMPT = {"line": "Phí khác", "amount": 5000, "exemption": "Hộ nghèo, giấy chứng nhận 12"}


class Receipts(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.director = cls.work.people["TIEP_NHAN"], cls.work.people["GD_TT"]
        cls.paid = cls.work.open(PROCEDURE, fees=[COPIES, OWED, STATUS, EXEMPT])

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def issue(self, dossier, body=None, **more):
        more.setdefault("expect", 201)
        return self.clerk.call("issueReceipt", dossier=dossier["id"], body=body or {}, **more)

    def change(self, who, operation, receipt, body=None, **more):
        return who.call(operation, receipt=receipt["id"], body=body, **more)

    def test_1_what_was_paid_goes_on_a_receipt_once(self):
        """R-421, R-422: neither what is owed nor what is exempt; the second time there is nothing left."""
        made = self.issue(self.paid).json
        self.assertEqual([(line["fee"], line["amount"], line["method"]) for line in made["lines"]],
                         [(1, 24000, "cash"), (3, 8000, "transfer")])
        self.assertEqual((made["series"], made["number"], made["total"], made["state"], made["payer"]),
                         ("BL", 1, 32000, "issued", "Nông Thị Mẫu"))
        self.issue(self.paid, expect="nothing_to_receipt")
        type(self).first = made

    def test_2_the_same_key_gives_the_same_receipt(self):
        other = self.work.open(PROCEDURE, fees=[COPIES])
        key = "bien-lai-mot-lan-1"
        once = self.issue(other, {"payer": "Lường Văn Thử"}, once=key)
        again = self.issue(other, {"payer": "Lường Văn Thử"}, once=key)
        self.assertEqual(once.json, again.json)
        self.assertEqual((once.json["number"], once.json["payer"]), (2, "Lường Văn Thử"))

    def test_3_what_is_paid_later_goes_on_the_next(self):
        """Paid as the result is fetched: the line that was owed."""
        ready = self.work.issue(self.work.hand(self.paid))
        self.work.act("TIEP_NHAN", "returnResult", ready, {
            "receiver": {"kind": "applicant"},
            "fees": [{"line": OWED["line"], "settled": {"method": "national_portal", "reference": "DVC-1"}}]})
        made = self.issue(self.paid).json
        self.assertEqual([(line["fee"], line["method"]) for line in made["lines"]], [(2, "national_portal")])
        self.assertEqual((made["number"], made["total"]), (3, 50000))

    def test_4_before_acceptance_and_to_strangers_there_is_none(self):
        waits = self.work.open(PROCEDURE, intake="request_supplement", documents=[], fees=[COPIES],
                               supplement={"items": ["Giấy chứng sinh"], "reason": "Chưa có trong hồ sơ nộp"})
        self.issue(waits, expect="state_forbids")
        self.work.people["THU_LY"].call("issueReceipt", dossier=self.paid["id"], body={}, expect="forbidden")
        self.work.people["QUAN_TRI"].call("listReceipts", expect="forbidden")
        self.clerk.call("getReceipt", receipt="b999999", expect="not_found")

    def test_5_a_receipt_is_voided_by_two_people_and_keeps_its_number(self):
        """R-423, R-424."""
        self.change(self.director, "voidReceipt", self.first, expect="state_forbids")  # nobody asked
        self.change(self.clerk, "askVoidReceipt", self.first, {"reason": "  "}, expect="reason_missing")
        asked = self.change(self.clerk, "askVoidReceipt", self.first, {"reason": "Ghi nhầm người nộp"}).json
        self.assertEqual((asked["state"], asked["asked_by"]), ("void_asked", server.ACCOUNTS["TIEP_NHAN"][0]))
        self.issue(self.paid, expect="nothing_to_receipt")  # it stands until somebody decides
        self.change(self.clerk, "askVoidReceipt", self.first, {"reason": "Lần nữa"}, expect="state_forbids")
        self.change(self.clerk, "voidReceipt", self.first, expect="forbidden")
        kept = self.change(self.director, "keepReceipt", self.first).json
        self.assertEqual((kept["state"], kept["reason"]), ("issued", None))
        self.change(self.director, "askVoidReceipt", self.first, {"reason": "Ghi nhầm số tiền"})
        self.change(self.director, "voidReceipt", self.first, expect="separation_of_duties")
        self.change(self.director, "keepReceipt", self.first, expect="separation_of_duties")

    def test_6_its_lines_go_on_a_new_one(self):
        self.work.hire("giamdoc2", "GD_TT", "TT_PVHCC")
        second = self.work.people["giamdoc2"]
        voided = self.change(second, "voidReceipt", self.first).json
        self.assertEqual((voided["state"], voided["number"], voided["voided_by"]), ("voided", 1, "giamdoc2"))
        self.change(second, "voidReceipt", self.first, expect="state_forbids")
        made = self.issue(self.paid).json
        self.assertEqual((made["number"], made["total"]), (4, 32000))

    def test_7_the_register_has_all_of_them(self):
        page = self.clerk.call("listReceipts", limit=3).json
        rest = self.clerk.call("listReceipts", limit=3, after=page["next"]).json
        self.assertEqual([(each["number"], each["state"]) for each in page["items"] + rest["items"]],
                         [(4, "issued"), (3, "issued"), (2, "issued"), (1, "voided")])
        self.assertIsNone(rest["next"])
        own = self.clerk.call("listDossierReceipts", dossier=self.paid["id"]).json["items"]
        self.assertEqual([each["number"] for each in own], [1, 3, 4])

    def test_8_the_paper_says_the_amount_in_words(self):
        """R-425. The words are those of the money set's rules, written down by hand."""
        job = self.clerk.call("listDossierReceipts", dossier=self.paid["id"]).json["items"][-1]["print_job"]
        self.assertEqual(self.clerk.call("getPrintJob", print_job=job).json["form"], "fee")
        content = self.row("SELECT content FROM print_job WHERE id = ?", int(job[1:]))
        for words in ("Ba mươi hai nghìn đồng", '"32.000"', '"0000004"', "tiền mặt", "chuyển khoản", "Nông Thị Mẫu"):
            self.assertIn(words, content)

    def test_9_the_check_sees_what_was_done_by_hand(self):
        self.assertEqual(self.centre.check_copy()[1].splitlines()[-1], "0 faults")
        for change, seen in (
                ("UPDATE receipt SET total = total + 1 WHERE number = 4", "its total is 32001, its lines are 32000"),
                ("UPDATE receipt SET voided_by = NULL WHERE number = 1", "2 of its lines stand on another one too"),
                ("UPDATE receipt SET number = 9 WHERE number = 2", "4 up to 9, the series stands at 4"),
                ("DELETE FROM receipt WHERE number = 3", "it is gone")):
            self.assertIn(seen, self.centre.check_copy(change)[1], change)

    def row(self, sql, *values):
        with sqlite3.connect(f"file:{self.centre.data}/motcua.db?mode=ro", uri=True) as base:
            return base.execute(sql, values).fetchone()[0]


if __name__ == "__main__":
    unittest.main()
