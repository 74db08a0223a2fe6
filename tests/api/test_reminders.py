"""Reminders: made by the clock inside working hours, each once; heard, listed, taken note of, ended.

Rules checked: R-545, R-546, R-547, R-549, R-550, R-551, R-552, R-559. Sessions are 07:30-11:30 and
13:00-17:00. The walk runs in each new minute of the centre's clock; its events are waited for on
the stream. What is accepted on Monday 2026-03-02 within 5 working days is due on Monday the 9th."""
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

FIVE_DAYS = "1.003583"
DUE = "2026-03-09T17:00:00+07:00"


class Reminders(unittest.TestCase):
    def setUp(self):
        self.centre = server.Server(begins="2026-03-02T09:00:00+07:00")
        self.centre.__enter__()
        self.addCleanup(self.centre.__exit__, None, None, None)
        self.work = casework.Casework(self.centre)

    def stream(self, role="QUAN_TRI", topics="log", last=0):
        stream = self.work.people[role].events(topics=topics, last=last)
        self.addCleanup(stream.connection.close)
        return stream

    def next(self, stream, kind):
        """The data of the next event of this kind; two heartbeats without it: nothing will come."""
        silent = 0
        while True:
            event = stream.next()
            if event.kind == kind:
                return event.data
            silent += event.kind == "heartbeat"
            self.assertLess(silent, 2, f"no {kind}")

    def hears(self, stream, kind, reminder, level="officer"):
        """The next event of this kind must tell of this reminder."""
        data = self.next(stream, kind)
        self.assertEqual((data["reminder"], data["level"]), (reminder, level))
        return data

    def listed(self, role, to="me"):
        items = self.work.people[role].call("listReminders", to=to).json["items"]
        return [(item["kind"], item["level"], item["dossier"]["id"]) for item in items]

    def check(self, expect=0):
        self.centre.stop()
        return self.centre.run("check", "--data", self.centre.data, expect=expect)

    def test_a_due_date_is_told_of_once_and_goes_higher(self):
        """R-545, R-547, R-549, R-550."""
        dossier = self.work.hand(self.work.open(FIVE_DAYS))
        self.assertEqual(dossier["legal_due_at"], DUE)
        events = self.stream()
        self.work.clock("2026-03-06T07:30:00+07:00")
        told = self.hears(events, "reminder_made", "near_due")
        self.assertEqual((told["dossier"]["officer"], told["about"]), ("thuly", DUE))
        self.assertEqual(self.listed("THU_LY"), [("near_due", "officer", dossier["id"])])
        self.assertEqual(self.listed("TIEP_NHAN"), [])
        self.assertEqual(self.listed("LD_PHONG"), [])
        self.assertEqual(self.listed("LD_PHONG", "unit"), [("near_due", "officer", dossier["id"])])
        self.work.clock("2026-03-09T07:30:00+07:00")
        self.hears(events, "reminder_ended", "near_due")
        self.hears(events, "reminder_made", "due_today")
        self.work.clock("2026-03-10T07:30:00+07:00")
        self.hears(events, "reminder_made", "overdue")
        self.work.clock("2026-03-11T07:30:00+07:00")
        self.hears(events, "reminder_made", "overdue", "unit")
        self.work.clock("2026-03-13T07:30:00+07:00")
        self.hears(events, "reminder_made", "overdue", "leader")
        self.assertEqual(self.listed("LD_PHONG"), [("overdue", "unit", dossier["id"])])
        self.assertEqual(self.listed("LANH_DAO"), [("overdue", "leader", dossier["id"])])
        self.assertEqual(len(self.listed("GD_TT", "unit")), 3)
        self.assertIn("reminders: 5 compared with the log", self.check())

    def test_an_officer_hears_of_his_unit_and_no_other(self):
        """R-549, R-550."""
        self.work.hire("p1", "THU_LY", "P_KT")
        self.work.hire("p2", "THU_LY", "P_VHXH")
        mine = self.work.hand(self.work.open(FIVE_DAYS), "p1")
        other = self.work.hand(self.work.open(FIVE_DAYS), "p2")
        heard = self.stream("p2", "dossiers")
        self.work.clock("2026-03-10T07:30:00+07:00")
        told = self.hears(heard, "reminder_made", "overdue")
        self.assertEqual(told["dossier"]["id"], other["id"])
        self.assertEqual(self.listed("p1", "unit"), [("overdue", "officer", mine["id"])])

    def test_what_is_settled_leaves_the_list(self):
        """R-550: the list knows at once, the walk ends it."""
        dossier = self.work.hand(self.work.open(FIVE_DAYS))
        events = self.stream()
        self.work.clock("2026-03-10T08:00:00+07:00")
        self.hears(events, "reminder_made", "overdue")
        self.work.issue(dossier)
        self.assertEqual(self.listed("THU_LY"), [])
        self.work.clock("2026-03-10T08:01:00+07:00")
        self.hears(events, "reminder_ended", "overdue")
        self.check()

    def test_papers_handovers_and_answers_are_told_of(self):
        """R-546."""
        papers = self.work.papers(FIVE_DAYS)
        for paper in papers:
            del paper["scan"]
        bare = self.work.open(FIVE_DAYS, documents=papers)
        given = self.work.act("TIEP_NHAN", "handOverDossier", self.work.open(FIVE_DAYS),
                              {"account": "thuly"})
        arrived = self.work.open(FIVE_DAYS, documents=[], channel="post", intake="arrive")
        events = self.stream()
        self.work.clock("2026-03-02T14:30:00+07:00")
        self.hears(events, "reminder_made", "unscanned")
        self.assertEqual(self.listed("TIEP_NHAN"), [("unscanned", "officer", bare["id"])])
        self.work.clock("2026-03-02T15:00:00+07:00")
        self.hears(events, "reminder_made", "unconfirmed")
        self.assertEqual(self.listed("THU_LY"), [("unconfirmed", "officer", given["id"])])
        self.work.clock("2026-03-02T16:30:00+07:00")
        self.hears(events, "reminder_made", "answer")
        self.assertEqual(self.listed("TIEP_NHAN"), [("answer", "officer", arrived["id"]),
                                                    ("unscanned", "officer", bare["id"])])
        self.work.act("THU_LY", "confirmHandover", given)
        self.assertEqual(self.listed("THU_LY"), [])

    def test_a_result_that_nobody_fetches_is_told_of(self):
        """R-559: ready on Monday the 2nd, told on Tuesday the 10th, over once it is returned."""
        dossier = self.work.issue(self.work.hand(self.work.open(FIVE_DAYS)))
        events = self.stream()
        self.work.clock("2026-03-10T07:30:00+07:00")
        told = self.hears(events, "reminder_made", "uncollected")
        self.assertEqual(told["about"], "2026-03-02T09:00:00+07:00")
        self.assertEqual(self.listed("TIEP_NHAN"), [("uncollected", "officer", dossier["id"])])
        self.work.act("TIEP_NHAN", "returnResult", dossier, {"receiver": {"kind": "applicant"}})
        self.assertEqual(self.listed("TIEP_NHAN"), [])
        self.work.clock("2026-03-10T07:31:00+07:00")
        self.hears(events, "reminder_ended", "uncollected")
        self.check()

    def test_taking_note_is_for_who_is_addressed_and_once(self):
        """R-551."""
        self.work.hand(self.work.open(FIVE_DAYS))
        events = self.stream()
        self.work.clock("2026-03-10T08:00:00+07:00")
        reminder = self.hears(events, "reminder_made", "overdue")["subject"]
        call = {"reminder": reminder, "body": {}}
        self.work.people["LD_PHONG"].call("acknowledgeReminder", expect="forbidden", **call)
        noted = self.work.people["THU_LY"].call("acknowledgeReminder", **call).json
        self.assertEqual((noted["acknowledged_by"], noted["acknowledged_at"]),
                         ("thuly", "2026-03-10T08:00:00+07:00"))
        again = self.work.people["THU_LY"].call("acknowledgeReminder", **call).json
        self.assertEqual(again, noted)
        self.assertEqual(self.hears(events, "reminder_acknowledged", "overdue")["actor"], "thuly")
        self.assertEqual(self.listed("THU_LY"), [])
        self.work.clock("2026-03-11T08:00:00+07:00")  # it goes higher all the same
        self.hears(events, "reminder_made", "overdue", "unit")
        self.check()

    def test_what_is_over_cannot_be_taken_note_of(self):
        """R-551."""
        arrived = self.work.open(FIVE_DAYS, documents=[], channel="post", intake="arrive")
        events = self.stream()
        self.work.clock("2026-03-02T16:30:00+07:00")
        reminder = self.hears(events, "reminder_made", "answer")["subject"]
        self.work.act("TIEP_NHAN", "refuseDossier", arrived,
                      {"reason_code": "out_of_scope", "reason": "Không thuộc thẩm quyền"})
        self.work.clock("2026-03-02T16:31:00+07:00")
        self.hears(events, "reminder_ended", "answer")
        self.work.people["TIEP_NHAN"].call("acknowledgeReminder", reminder=reminder, body={},
                                           expect="state_forbids")

    def test_a_killed_server_tells_nothing_twice_and_forgets_nothing(self):
        """R-550."""
        first = self.work.hand(self.work.open(FIVE_DAYS))
        self.work.clock("2026-03-10T08:00:00+07:00")
        self.hears(self.stream(), "reminder_made", "overdue")
        second = self.work.open(FIVE_DAYS, documents=[], channel="post", intake="arrive")
        self.centre.kill()
        self.centre.start()
        self.work = casework.Casework(self.centre)
        events = self.stream()
        self.hears(events, "reminder_made", "overdue")
        self.work.clock("2026-03-11T08:00:00+07:00")  # 8 working hours later
        told = {(data["dossier"]["id"], data["reminder"], data["level"])
                for data in (self.next(events, "reminder_made") for _ in range(3))}
        self.assertEqual(told, {(first["id"], "overdue", "unit"), (second["id"], "answer", "officer"),
                                (second["id"], "answer", "unit")})
        self.check()

    def test_thresholds_are_values_of_the_set_up(self):
        """R-552."""
        rules = {"near_days": 2, "after_hours": {"near_due": [0, 0, None]}}
        path = self.centre.folder / "rules.json"
        path.write_text(json.dumps({"sites": [], "reminder_rules": rules}), encoding="utf-8")
        self.centre.run("import", "--data", self.centre.data, path)
        self.work.hand(self.work.open(FIVE_DAYS))
        events = self.stream()
        self.work.clock("2026-03-05T07:30:00+07:00")
        self.hears(events, "reminder_made", "near_due")
        self.hears(events, "reminder_made", "near_due", "unit")
        for rules, fault in (({"near_days": 31}, "near_days: a number from 0 to 30 is needed"),
                             ({"after_hours": {"overdue": [0, 8]}}, "after_hours.overdue: 3 working"),
                             ({"after_hours": {"x": [0, 0, 0]}}, "after_hours.x: no kind"),
                             ({"hours": 1}, "reminder_rules.hours: not a member of it")):
            path.write_text(json.dumps({"sites": [], "reminder_rules": rules}), encoding="utf-8")
            done = subprocess.run([server.program(), "import", "--data", self.centre.data, path],
                                  capture_output=True, text=True, check=False)
            self.assertIn(fault, done.stderr)

    def test_the_check_misses_a_reminder_that_is_gone(self):
        """R-550."""
        self.work.hand(self.work.open(FIVE_DAYS))
        self.work.clock("2026-03-10T08:00:00+07:00")
        self.hears(self.stream(), "reminder_made", "overdue")
        self.centre.stop()
        database = sqlite3.connect(self.centre.data / "motcua.db")
        database.execute("DELETE FROM reminder")
        database.commit()
        database.close()
        said = self.centre.run("check", "--data", self.centre.data, expect=None)
        self.assertIn("reminders made: 0 rows, the log tells of 1", said)
        self.assertIn("of the log: it is gone", said)


if __name__ == "__main__":
    unittest.main()
