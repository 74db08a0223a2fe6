"""The clock of the answer to dossiers from outside. Rules checked: R-503, R-504.

Working hours are 07:30-11:30 and 13:00-17:00, Monday to Friday: 8 of them from Friday 16:50 end on
Monday 16:50 (domain 9.4)."""
import pathlib
import sqlite3
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

PROCEDURE = "1.003583"
REFUSAL = {"reason_code": "out_of_scope", "reason": "Thủ tục thuộc thẩm quyền của cơ quan khác"}
ASKED = {"items": ["Giấy chứng sinh"], "reason": "Thiếu giấy chứng sinh"}


class AnswerClock(unittest.TestCase):
    def setUp(self):
        self.centre = server.Server()
        self.centre.__enter__()
        self.addCleanup(self.centre.__exit__, None, None, None)
        self.desk = self.centre.client("TIEP_NHAN")
        self.centre.clock("2026-03-06T16:50:00+07:00")  # a Friday

    def opened(self, **changes):
        body = {"procedure": PROCEDURE, "documents": [], "channel": "post",
                "applicant": {"kind": "citizen", "full_name": "Nông Thị Mẫu"},
                "result_delivery": "post", "intake": "arrive", **changes}
        return self.desk.call("createDossier", body=body, expect=201).json

    def act(self, operation, dossier, body):
        return self.desk.call(operation, dossier=dossier["id"], body=body,
                              If_Match=f'"{dossier["version"]}"').json

    def clocked(self, at, dossier):
        self.centre.clock(at)
        return self.desk.call("getDossier", dossier=dossier["id"]).json["answer"]

    def test_friday_16_50_is_answered_by_monday_16_50(self):
        """R-503, R-504."""
        first, second = self.opened(), self.opened()
        self.assertEqual(first["answer"], {
            "arrived_at": "2026-03-06T16:50:00+07:00", "due_at": "2026-03-09T16:50:00+07:00",
            "answered_at": None, "in_time": True})
        self.assertTrue(self.clocked("2026-03-09T16:50:00+07:00", first)["in_time"])
        refused = self.act("refuseDossier", first, REFUSAL)
        self.assertEqual(refused["answer"]["answered_at"], "2026-03-09T16:50:00+07:00")
        self.assertTrue(refused["answer"]["in_time"])
        self.assertFalse(self.clocked("2026-03-09T16:50:01+07:00", second)["in_time"])
        late = self.act("refuseDossier", second, REFUSAL)["answer"]
        self.assertEqual((late["answered_at"], late["in_time"]), ("2026-03-09T16:50:01+07:00", False))
        self.assertTrue(self.clocked("2026-03-11T09:00:00+07:00", first)["in_time"])

    def test_what_was_asked_for_and_brought_arrives_anew(self):
        """R-503, R-504."""
        asked = self.act("requestSupplement", self.opened(), ASKED)
        self.assertEqual(asked["answer"]["answered_at"], "2026-03-06T16:50:00+07:00")
        self.centre.clock("2026-03-10T09:00:00+07:00")
        paper = {"row": 2, "name": "Giấy chứng sinh", "form": "original", "originals": 1, "copies": 0}
        again = self.act("resubmitDossier", asked, {"documents": [paper]})["answer"]
        self.assertEqual((again["arrived_at"], again["due_at"], again["answered_at"]),
                         ("2026-03-10T09:00:00+07:00", "2026-03-11T09:00:00+07:00", None))
        self.centre.stop()
        self.centre.run("check", "--data", self.centre.data)

    def test_the_check_misses_an_answer_that_is_owed(self):
        """R-504: the state says that one is owed, the rows say none is."""
        dossier = self.opened()
        self.centre.stop()
        database = sqlite3.connect(self.centre.data / "motcua.db")
        database.execute("UPDATE dossier_answer SET answered_at = arrived_at")
        database.commit()
        database.close()
        said = self.centre.run("check", "--data", self.centre.data, expect=None)
        self.assertIn(f"dossier {dossier['id']}: arrived with 0 answers owed", said)

    def test_who_stands_at_the_counter_waits_for_no_answer(self):
        """R-503."""
        self.assertIsNone(self.opened(intake="refuse", channel="counter", refusal=REFUSAL)["answer"])


if __name__ == "__main__":
    unittest.main()
