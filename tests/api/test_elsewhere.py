"""Dossiers received here for agencies elsewhere, and the reverse (phi địa giới). Rules checked: R-436, R-437, R-438, R-439,
R-440, R-441, R-442."""
import json
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.005461"  # five working days, received for others
KEPT = "1.003583"       # not received for others
OTHER, ENDED, OURS = "H55.129", "H55.130", "H55.128"
CENTRE = json.loads((ROOT / "queue_server/sample/centre.json").read_text(encoding="utf-8"))
DECISION = {"outcome": "approved", "title": "Trích lục khai tử", "number": "15/TLKT", "file": "trich-luc.pdf"}


class Elsewhere(unittest.TestCase):
    """Tests go on from each other, in the order of names."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-02T08:00:00+07:00")  # a Monday
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.leader = cls.work.people["TIEP_NHAN"], cls.work.people["LANH_DAO"]

    def total(self):
        """What the on-time report of the quarter counts: received, resolved, open."""
        row = self.leader.call("reportOnTime", by="field", from_="2026-01-01", to="2026-03-31").json["total"]
        return row["received"], sum(row["resolved"].values()), sum(row["open"].values())

    def apart(self):
        return self.leader.call("reportApart", from_="2026-03-01", to="2026-03-31").json["beyond_boundary"]

    def take_in(self, document, fails=False):
        path = self.centre.folder / "centre.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        done = subprocess.run([server.program(), "import", "--data", self.centre.data, path], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual(done.returncode == 0, not fails, done.stderr)
        return done.stderr

    def test_1_agencies_are_known_with_their_days(self):
        listed = self.clerk.call("listAgencies").json["items"]
        self.assertEqual([each["agency"] for each in listed], [OTHER, ENDED])
        self.assertEqual((listed[1]["effective_to"], listed[1]["successor"], listed[0]["effective_to"]),
                         ("2025-06-30", OTHER, None))
        self.assertEqual(self.clerk.call("listAgencies", limit=1).json["next"] is None, False)
        for change, told in (({"agencies": [{"agency": "15", "name": "Sai"}]}, "agencies[0].agency"),
                             ({"agencies": [{"agency": OTHER, "name": "A", "successor": "H55.9"}]}, "successor"),
                             ({"agencies": [{"agency": OTHER, "name": "A", "effective_from": "mai"}]}, "effective_from"),
                             ({"agencies": [{"agency": OTHER, "name": "A", "end": "x"}]}, "not a member"),
                             ({"agencies": [{"agency": OTHER, "name": "A", "effective_from": "2026-02-01",
                                             "effective_to": "2026-01-01"}]}, "before effective_from"),
                             ({"agencies": [{"agency": OTHER, "name": "A"}, {"agency": OTHER, "name": "B"}]}, "agencies[1]")):
            self.assertIn(told, self.take_in({**CENTRE, **change}, fails=True), change)
        self.assertEqual(self.clerk.call("listAgencies").json["items"], listed)

    def test_2_only_a_known_agency_at_work_and_a_procedure_that_is_received_for_others(self):
        for agency, code in (("H55.131", "unknown_agency"), (ENDED, "unknown_agency")):
            answer = self.clerk.call("createDossier", expect=code, body=self.work.intake(PROCEDURE, competent_agency=agency))
            self.assertEqual(answer.json["errors"][0]["pointer"], "/competent_agency")
        self.clerk.call("createDossier", expect="boundary_kept", body=self.work.intake(KEPT, competent_agency=OTHER))
        self.clerk.call("createDossier", expect=422, faulty=True, body=self.work.intake(PROCEDURE, competent_agency="Nà Vài"))
        self.assertFalse(self.work.open(PROCEDURE, competent_agency=OURS)["decided_elsewhere"])
        self.assertEqual(len(self.clerk.call("listDossiers").json["items"]), 1)

    def test_3_it_is_received_here_with_our_code_and_counts_in_no_figure_of_ours(self):
        before = self.total()
        made = type(self).dossier = self.work.open(PROCEDURE, competent_agency=OTHER)
        self.assertEqual((made["receiving_agency"], made["competent_agency"], made["competent_agency_name"],
                          made["decided_elsewhere"], made["unit"]),
                         (OURS, OTHER, "UBND xã Láng Giềng (mẫu)", True, "TT_PVHCC"))
        self.assertTrue(made["code"].startswith(OURS))
        self.assertEqual(made["legal_due_at"], "2026-03-09T17:00:00+07:00")  # five working days after Monday
        self.assertEqual(made["agency_plan"], [{"row": 0, "agency": "UBND xã Láng Giềng (mẫu)",
                                                "task": "Giải quyết hồ sơ phi địa giới"}])
        self.assertEqual(self.total(), before)
        self.assertEqual(self.leader.call("reportOpen", by="field").json["total"]["count"], 1)
        self.assertEqual(self.apart(), {"received_for_others": 1, "received_by_others": 0,
                                        "procedures_enabled": 84, "procedures_published": 95})

    def test_4_the_agency_decides_it_and_nobody_here(self):
        self.assertIn("forward", self.dossier["actions"])
        self.work.act("TIEP_NHAN", "forwardDossier", self.dossier, {"steps": [{"row": 1}]}, expect="no_such_step")
        sent = self.work.act("TIEP_NHAN", "forwardDossier", self.dossier, {"steps": [{"row": 0}], "note": "Gửi bản điện tử"})
        step = sent["agency_steps"][0]
        self.assertEqual((sent["state"], step["row"], step["agency"], step["due_at"]),
                         ("with_agency", 0, "UBND xã Láng Giềng (mẫu)", sent["legal_due_at"]))
        self.work.act("TIEP_NHAN", "endAgencyStep", sent, {"step": 1}, expect="missing_field")
        back = self.work.act("TIEP_NHAN", "endAgencyStep", sent, {"step": 1, "decision": DECISION, "note": "Nhận qua bưu chính"})
        self.assertEqual((back["state"], back["decision"]["title"], back["decision"]["number"], back["decision"]["signed_by"]),
                         ("processing", DECISION["title"], DECISION["number"], None))
        self.assertNotIn("sign", back["actions"])
        self.work.act("LANH_DAO", "signDossier", back, {"outcome": "approved", "title": "Ký hộ"}, expect="decided_elsewhere")
        type(self).back = back

    def test_5_its_number_is_of_another_series_and_it_is_returned_here(self):
        ours = self.work.hand(self.work.open(PROCEDURE))
        ours = self.work.act("LANH_DAO", "signDossier", ours, {"outcome": "approved", "title": "Trích lục"})
        ours = self.work.act("VAN_THU", "issueResult", ours, {"number": DECISION["number"]})
        before = self.total()
        ready = self.work.act("VAN_THU", "issueResult", self.back, {"number": DECISION["number"]})
        done = self.work.act("TIEP_NHAN", "returnResult", ready, {"receiver": {"kind": "applicant"}})
        self.assertEqual((done["state"], done["outcome"]), ("returned", "approved"))
        self.assertEqual(self.total(), before)

    def test_6a_the_receipt_and_the_book_say_who_decides(self):
        """R-438: the text of the page as the printing program made it."""
        texts = [self.work.printed(job) for job in self.clerk.call("getDossier", dossier=self.dossier["id"]).json["print_jobs"]]
        text, = [text for text in texts if "GIẤY TIẾP NHẬN HỒ SƠ" in text]
        self.assertIn("Cơ quan giải quyết hồ sơ (phi địa giới): UBND xã Láng Giềng (mẫu)", text)
        book = self.work.people["GD_TT"].call("exportBook", field="Hộ tịch", format="csv", from_="2026-03-01", to="2026-03-31")
        rows = [row for row in book.body.decode("utf-8").splitlines() if self.dossier["code"] in row]
        self.assertEqual(len(rows), 1)
        self.assertIn("UBND xã Láng Giềng (mẫu)", rows[0])

    def test_6_a_decision_is_of_the_agency_that_decides_only(self):
        """Of a step of a procedure's own plan it is refused, and changes nothing."""
        linked = self.work.hand(self.work.open("3.000722"))
        sent = self.work.act("THU_LY", "forwardDossier", linked, {"steps": [{"row": 2}]})
        refused = self.work.act("THU_LY", "endAgencyStep", sent, {"step": 1, "decision": DECISION}, expect="bad_value")
        self.assertEqual(refused["errors"][0]["pointer"], "/decision")
        self.assertEqual(self.clerk.call("getDossier", dossier=sent["id"]).json["version"], sent["version"])

    def test_7_what_another_received_for_us_is_ours(self):
        before, crossed = self.total(), self.apart()
        line = {"status": 1, "external_code": "H55.129-260302-0001", "procedure": PROCEDURE, "channel": "post",
                "applicant": {key: casework.APPLICANT[key] for key in ("kind", "full_name", "personal_id", "birth_date", "sex")},
                "receiving_agency": OTHER, "competent_agency": OURS, "arrived_at": "2026-03-02T07:30:00+07:00"}
        away = {**line, "external_code": "H55.129-260302-0002", "receiving_agency": OURS, "competent_agency": ENDED}
        self.clerk.call("importDossiers", body={"dossiers": [line, away]}, expect="unknown_agency")
        self.clerk.call("importDossiers", body={"dossiers": [line]})
        arrived, = [each for each in self.clerk.call("listDossiers").json["items"] if each["state"] == "arrived"]
        arrived = self.clerk.call("getDossier", dossier=arrived["id"]).json
        self.assertEqual((arrived["receiving_agency"], arrived["decided_elsewhere"]), (OTHER, False))
        self.work.act("TIEP_NHAN", "acceptDossier", arrived, {"documents": self.work.papers(PROCEDURE)})
        self.assertEqual(self.total(), (before[0] + 1, before[1], before[2] + 1))
        self.assertEqual(self.apart(), {**crossed, "received_by_others": 1})

    def test_8_a_unit_that_works_no_more_is_handed_nothing(self):
        units = [{**unit, "effective_to": "2026-03-01"} if unit["unit"] == "P_VHXH" else unit for unit in CENTRE["units"]]
        dossier = self.work.open(PROCEDURE)
        self.take_in({**CENTRE, "units": units})
        self.assertEqual([unit["effective_to"] for unit in self.clerk.call("listUnits").json["items"] if unit["unit"] == "P_VHXH"],
                         ["2026-03-01"])
        self.work.act("TIEP_NHAN", "handOverDossier", dossier, {"unit": "P_VHXH"}, expect="receiver_unknown")
        self.take_in(CENTRE)
        self.work.act("TIEP_NHAN", "handOverDossier", dossier, {"unit": "P_VHXH"})

    def test_9_the_check_holds(self):
        status, said = self.centre.check_copy()
        self.assertEqual(status, 0, said)
        status, said = self.centre.check_copy(f"UPDATE dossier SET elsewhere = 0 WHERE competent_agency = '{OTHER}'")
        self.assertEqual(status, 1, said)
        self.assertIn("whether it is decided elsewhere", said)


if __name__ == "__main__":
    unittest.main()
