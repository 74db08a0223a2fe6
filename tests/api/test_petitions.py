"""The register of petitions. Rules checked: R-553, R-554, R-555, R-556, R-557, R-558.

2026-03-02 is a Monday: its last days are Wednesday the 4th (2), Monday the 9th (5) and Monday the
23rd (15 working days)."""
import json
import pathlib
import sqlite3
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

PETITION = {"kind": "feedback", "channel": "phone", "content": "Đèn đường thôn Nà Vài bị hỏng"}
PERSON = {"full_name": "Nông Thị Mẫu", "phone": "0912 345 678"}


class Petitions(unittest.TestCase):
    def setUp(self):
        self.centre = server.Server(begins="2026-03-02T09:00:00+07:00")
        self.centre.__enter__()
        self.addCleanup(self.centre.__exit__, None, None, None)
        self.people = {role: self.centre.client(role)
                       for role in ("TIEP_NHAN", "GD_TT", "TO_HOP_BC", "QUAN_TRI", "PHAT_SO")}

    def enter(self, **more):
        return self.people["TIEP_NHAN"].call("createPetition", body={**PETITION, **more},
                                             expect=201).json

    def act(self, petition, action, text=None, **more):
        body = {"action": action, **({"text": text} if text else {})}
        more.setdefault("If_Match", f'"{petition["version"]}"')
        return self.people["GD_TT"].call("actOnPetition", petition=petition["id"], body=body,
                                         **more).json

    def clock(self, now):
        self.people["QUAN_TRI"].call("setTrainingClock", body={"now": now, "rate": 0})

    def test_from_receipt_to_a_published_answer(self):
        """R-553, R-554."""
        petition = self.enter(**PERSON)
        self.assertEqual((petition["year"], petition["number"], petition["state"]),
                         (2026, 1, "received"))
        self.assertEqual((petition["due_on"], petition["ask_by"]), ("2026-03-04", "2026-03-09"))
        self.assertEqual(petition["person"], {"full_name": "Nông Thị Mẫu", "phone": "0912 345 678",
                                              "confidential": False, "masked": False})
        self.assertEqual(self.enter(kind="proposal")["number"], 2)
        taken = self.act(petition, "take")
        self.assertEqual(taken["due_on"], "2026-03-23")
        asked = self.act(taken, "request_supplement", "Cột đèn số mấy?")
        self.assertEqual(asked["asked_for"], "Cột đèn số mấy?")
        self.act(asked, "request_supplement", "Còn gì nữa?", expect="state_forbids")
        self.act(asked, "answer", expect="reason_missing")
        self.act(petition, "answer", "Sẽ sửa", expect="version_conflict")
        self.clock("2026-03-24T08:00:00+07:00")
        answered = self.act(asked, "answer", "Đã thay bóng đèn")
        self.assertEqual((answered["state"], answered["outcome"], answered["late"],
                          answered["due_on"]), ("answered", "Đã thay bóng đèn", True, "2026-03-26"))
        published = self.act(answered, "publish")
        self.assertEqual((published["published_at"], published["due_on"]),
                         ("2026-03-24T08:00:00+07:00", None))
        self.centre.stop()
        self.assertIn("petitions: 2 compared with the log",
                      self.centre.run("check", "--data", self.centre.data))

    def test_a_confidential_person_is_masked_for_readers_and_in_no_event(self):
        """R-555."""
        petition = self.enter(confidential=True, **PERSON)
        self.assertEqual(petition["person"]["full_name"], "Nông Thị Mẫu")  # who entered it
        seen = {role: self.people[role].call("getPetition", petition=petition["id"]).json["person"]
                for role in ("TO_HOP_BC", "GD_TT")}
        self.assertEqual(seen["TO_HOP_BC"], {"full_name": "Nông Thị M.", "phone": "09xx xxx x78",
                                             "confidential": True, "masked": True})
        self.assertFalse(seen["GD_TT"]["masked"])
        log = self.people["QUAN_TRI"].call("readLog").json["items"]
        told = [entry for entry in log if entry["kind"].startswith("petition_")]
        self.assertEqual(len(told), 1)
        for private in ("Mẫu", "912", "Đèn"):
            self.assertNotIn(private, json.dumps(told, ensure_ascii=False))
        self.people["PHAT_SO"].call("listPetitions", expect="forbidden")
        self.people["TIEP_NHAN"].call("createPetition", body={**PETITION, "phone": "12"},
                                      expect="phone_invalid")

    def test_lists_and_figures(self):
        """R-554, R-556."""
        late, forwarded, refused = self.enter(), self.enter(), self.enter(kind="proposal")
        self.act(forwarded, "forward", "Công ty điện lực")
        self.clock("2026-03-05T08:00:00+07:00")
        self.act(refused, "refuse", "Không thuộc thẩm quyền")  # a day too late
        fresh = self.enter()
        listed = self.people["TIEP_NHAN"].call("listPetitions", late="true").json["items"]
        self.assertEqual([item["id"] for item in listed], [late["id"]])
        page = self.people["TIEP_NHAN"].call("listPetitions", state="received", limit=1).json
        self.assertEqual([item["id"] for item in page["items"]], [fresh["id"]])
        rest = self.people["TIEP_NHAN"].call("listPetitions", state="received", limit=1,
                                             after=page["next"]).json
        self.assertEqual([item["id"] for item in rest["items"]], [late["id"]])
        report = self.people["TO_HOP_BC"].call("reportPetitions", period="month:2026-03").json
        self.assertEqual((report["received"], report["feedback"], report["proposals"],
                          report["open_late"]), (4, 3, 1, 1))
        self.assertEqual(report["states"], {"received": 2, "processing": 0, "answered": 0,
                                            "forwarded": 1, "refused": 1})
        self.assertEqual((report["in_time"]["numerator"], report["in_time"]["denominator"]), (2, 4))
        empty = self.people["TO_HOP_BC"].call("reportPetitions", period="month:2026-02").json
        self.assertIsNone(empty["in_time"]["value"])

    def test_limits_are_values_of_the_set_up(self):
        """R-558."""
        path = self.centre.folder / "rules.json"
        path.write_text(json.dumps({"sites": [], "petition_rules": {"sort_days": 1}}), "utf-8")
        self.centre.run("import", "--data", self.centre.data, path)
        self.assertEqual(self.enter()["due_on"], "2026-03-03")
        for rules, fault in (({"sort_days": 0}, "sort_days: working days from 1 to 100"),
                             ({"days": 3}, "petition_rules.days: not a member of it")):
            path.write_text(json.dumps({"sites": [], "petition_rules": rules}), "utf-8")
            done = subprocess.run([server.program(), "import", "--data", self.centre.data, path],
                                  capture_output=True, text=True, check=False)
            self.assertIn(fault, done.stderr)

    def test_the_check_finds_what_was_changed_or_is_gone(self):
        """R-557."""
        self.enter()
        gone = self.enter()
        self.enter()
        self.centre.stop()
        database = sqlite3.connect(self.centre.data / "motcua.db")
        database.execute("UPDATE petition SET state = 'answered' WHERE number = 1")
        database.execute("DELETE FROM petition WHERE number = 2")
        database.commit()
        database.close()
        said = self.centre.run("check", "--data", self.centre.data, expect=None)
        for fault in ("is answered, the log says received", f"petition {gone['id']}: row",
                      "petitions of 2026: 2 numbers given up to 3"):
            self.assertIn(fault, said)


if __name__ == "__main__":
    unittest.main()
