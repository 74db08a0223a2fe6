"""Papers that the office holds of a person need not be brought again. Rules checked: R-433, R-434, R-435."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
PDF = b"%PDF-1.7\n% giay chung sinh\n%%EOF\n"
OTHER = dict(casework.APPLICANT, full_name="Nông Văn Khác", personal_id="006090054321", sex="male")


class Reuse(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]
        cls.first = cls.work.open(PROCEDURE)
        cls.kept = cls.scan(cls.first, PDF)

    @classmethod
    def scan(cls, dossier, data, paper=1):
        return cls.clerk.call("attachScan", dossier=dossier["id"], paper=paper, raw=data, name="giấy.pdf", expect=201,
                              headers={"Content-Type": "application/pdf"}).json

    def held(self, dossier, who=None):
        return (who or self.clerk).call("listHeldScans", dossier=dossier["id"]).json["items"]

    def reuse(self, dossier, scan=None, source=None, paper=2, who=None, **more):
        more.setdefault("expect", 201)
        body = {"paper": paper, "from_dossier": (source or self.first)["id"], "scan": (scan or self.kept)["id"]}
        return (who or self.clerk).call("reuseScan", dossier=dossier["id"], body=body, **more).json

    def test_1_what_is_held_of_a_person_is_listed(self):
        type(self).second = self.work.open(PROCEDURE)
        one, = self.held(self.second)
        self.assertEqual((one["dossier"], one["dossier_code"], one["scan"], one["paper"], one["result"], one["bytes"]),
                         (self.first["id"], self.first["code"], self.kept["id"], self.first["documents"][0]["name"], False, len(PDF)))
        self.assertEqual(self.held(self.first), [])                                # not of itself
        self.assertEqual(self.held(self.work.open(PROCEDURE, applicant=OTHER)), [])  # nor of somebody else

    def test_2_it_stands_for_a_paper_once_and_says_whence(self):
        key = "dung-lai-mot-lan-01"
        made = self.reuse(self.second, once=key)
        self.assertEqual(made["reused_from"], {"dossier": self.first["id"], "scan": self.kept["id"]})
        self.assertEqual((made["paper"], made["sha256"], made["bytes"], made["added_by"]), (2, self.kept["sha256"], len(PDF), "tiepnhan"))
        self.assertEqual(self.reuse(self.second, once=key), made)
        listed = self.clerk.call("listScans", dossier=self.second["id"]).json["items"]
        self.assertEqual(listed, [made])
        files = list((self.centre.data / "scans").glob("??/*"))
        self.assertEqual(len(files), 1)  # the bytes are kept once
        told = [row for row in self.work.people["QUAN_TRI"].pages("readLog") if row["kind"] == "dossier_scanned"][-1]
        self.assertEqual(told["data"]["scan"]["reused_from"], made["reused_from"])
        self.assertEqual(self.held(self.work.open(PROCEDURE))[0]["scan"], self.kept["id"])  # the first, not its copy
        self.assertEqual(len(self.held(self.work.open(PROCEDURE))), 1)

    def test_3_nothing_else_may_stand_for_it(self):
        stranger = self.work.open(PROCEDURE, applicant=OTHER)
        self.reuse(stranger, expect="not_held")                                    # of another person
        self.reuse(self.second, paper=99, expect="unknown_paper")
        self.reuse(self.second, scan={"id": "s999999"}, expect="not_held")
        self.reuse(self.second, source=self.second, expect="not_held")             # its own
        self.reuse(self.second, scan={"id": "x"}, expect=422, faulty=True)
        self.reuse(self.second, who=self.work.people["LANH_DAO"], expect="forbidden")

    def test_4_what_was_taken_away_or_stopped_is_not_held(self):
        dossier = self.work.open(PROCEDURE)
        gone = self.scan(self.first, PDF + b"2", paper=2)
        self.assertEqual(len(self.held(dossier)), 2)
        self.clerk.call("removeScan", dossier=self.first["id"], scan=gone["id"], body={"reason": "Nhầm hồ sơ"})
        self.reuse(dossier, scan=gone, expect="not_held")
        stopped = self.work.open(PROCEDURE)
        kept = self.scan(stopped, PDF + b"3")
        asked = self.work.act("TIEP_NHAN", "requestWithdrawal", stopped, {"reason": "Đổi ý"})
        self.work.act("GD_TT", "stopDossier", asked, {"reason": "Theo đơn"})
        self.reuse(dossier, scan=kept, source=stopped, expect="not_held")
        self.assertEqual([one["scan"] for one in self.held(dossier)], [self.kept["id"]])

    def test_5_a_result_is_held_once_it_is_ready(self):
        dossier = self.work.open(PROCEDURE)
        theirs = self.work.hand(self.work.open(PROCEDURE, applicant=OTHER))
        other = self.work.open(PROCEDURE, applicant=OTHER)
        draft = self.work.people["THU_LY"].call("attachScan", dossier=theirs["id"], paper="result", raw=PDF + b"4", name="kết quả.pdf",
                                                expect=201, headers={"Content-Type": "application/pdf"}).json
        self.assertEqual(self.held(other), [])
        self.reuse(other, scan=draft, source=theirs, expect="not_held")
        self.work.issue(theirs)
        self.assertEqual([(one["scan"], one["result"]) for one in self.held(other)], [(draft["id"], True)])
        self.assertEqual([one["scan"] for one in self.held(dossier)], [self.kept["id"]])  # not of another person

    def test_6_only_where_the_reader_may_read(self):
        """R-434: an officer of a unit sees what his unit has, or what he has acted on."""
        mine = self.work.hand(self.work.open(PROCEDURE))
        officer = self.work.people["THU_LY"]
        self.assertEqual(self.held(mine, officer), [])      # the first dossier is with reception still
        self.reuse(mine, who=officer, expect="not_held")
        self.work.hand(self.first)
        self.assertEqual([one["scan"] for one in self.held(mine, officer)], [self.kept["id"]])
        self.assertEqual(self.reuse(mine, who=officer)["added_by"], "thuly")

    def test_7_the_check_holds_it_against_where_it_is_from(self):
        self.assertEqual(self.centre.check_copy()[0], 0)
        status, said = self.centre.check_copy("UPDATE dossier_scan SET from_scan = 999999 WHERE from_scan IS NOT NULL")
        self.assertNotEqual(status, 0)
        self.assertIn("not what it was taken over from", said)


if __name__ == "__main__":
    unittest.main()
