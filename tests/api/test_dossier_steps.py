"""Internal steps by the catalogue and who is responsible, through the API.

Expected instants are counted by hand: sessions 07:30-11:30 and 13:00-17:00 of the sample centre, a
day of the calendar has 8 working hours. At the end `queue_server check` recounts the whole centre.
"""
import json
import sqlite3
import subprocess
import unittest

import test_dossiers as base
import test_dossier_clock as life

OWN_STEPS = "2.000908"  # SAME_DAY with steps of 2, 3, 2 and 1 working hours


def setUpModule():
    life.setUpModule()


def tearDownModule():
    base.tearDownModule()


class Steps(unittest.TestCase):
    """Each test sets days of its own, in the order of names."""

    def test_1_the_template_splits_the_limit_and_each_step_is_late_by_itself(self):
        """R-246, R-247. WORKING_DAYS 5 from Monday 2 March 09:15: shares of 5, 5, 65, 10, 10, 5 %."""
        life.clock("2026-03-02T09:15")
        dossier = base.opened()
        plan = dossier["internal_plan"]
        self.assertEqual([(row["row"], row["owner"], row["limit"]) for row in plan],
                         [(1, "TT_PVHCC", "WORKING_DAYS 0.25"), (2, "LD_PHONG", "WORKING_DAYS 0.25"),
                          (3, "VP_HDND_UBND", "WORKING_DAYS 3.25"), (4, "LD_PHONG", "WORKING_DAYS 0.5"),
                          (5, "LANH_DAO", "WORKING_DAYS 0.5"), (6, "VAN_THU", "WORKING_DAYS 0.25")])
        self.assertEqual([row["progress"] for row in plan], ["current"] + ["waiting"] * 5)
        # 2 working hours from 09:15: 11:15
        self.assertEqual((dossier["steps"][0]["row"], dossier["steps"][0]["due_at"],
                          dossier["steps"][0]["late"]), (1, "2026-03-02T11:15:00+07:00", False))
        life.clock("2026-03-02T14:00")
        late = base.handed(dossier)
        first, second = late["steps"]
        self.assertTrue(first["late"])  # handed over at 14:00
        # 26 working hours from 14:00: 3 today, 8 each on Tuesday and Wednesday, 7 on Thursday
        self.assertEqual((second["row"], second["due_at"], second["late"]),
                         (3, "2026-03-05T16:00:00+07:00", False))
        # the legal date is that of the whole, untouched by the late step
        self.assertEqual((late["legal_due_at"], late["pending"]),
                         (dossier["legal_due_at"], "in_time"))
        self.assertEqual([row["progress"] for row in late["internal_plan"]],
                         ["done", "done", "current", "waiting", "waiting", "waiting"])
        life.clock("2026-03-05T16:00")
        self.assertFalse(base.OFFICER.call("getDossier", dossier=late["id"]).json["steps"][1]["late"])
        life.clock("2026-03-05T16:01")
        self.assertTrue(base.OFFICER.call("getDossier", dossier=late["id"]).json["steps"][1]["late"])

    def test_2_steps_of_its_own_come_before_the_template(self):
        """R-246. 2 + 3 + 2 + 1 working hours of a SAME_DAY procedure, from 08:00."""
        life.clock("2026-03-06T08:00")
        dossier = base.opened(procedure=OWN_STEPS, documents=base.papers(OWN_STEPS))
        self.assertEqual([row["limit"] for row in dossier["internal_plan"]],
                         [f"WORKING_HOURS {hours}" for hours in (2, 3, 2, 1)])
        self.assertEqual(dossier["steps"][0]["due_at"], "2026-03-06T10:00:00+07:00")

    def test_3_a_pause_moves_the_internal_date_as_well(self):
        """R-247. Handed over on Monday 9 March 08:00: 26 working hours are 7.5 today, 8, 8 and 2.5 on Thursday: 10:00;
        paused from Tuesday 10:00 to Wednesday 10:00, 8 working hours: Friday 10:00."""
        life.clock("2026-03-09T08:00")
        dossier = base.handed(base.opened())
        self.assertEqual(dossier["steps"][1]["due_at"], "2026-03-12T10:00:00+07:00")
        life.clock("2026-03-10T10:00")
        paused = life.act(base.HEAD, "suspendDossier", dossier, {"basis": "court"})
        self.assertEqual((paused["steps"][1]["due_at"], paused["steps"][1]["late"]), (None, False))
        life.clock("2026-03-11T10:00")
        resumed = life.act(base.HEAD, "resumeDossier", paused, {})
        self.assertEqual(resumed["steps"][-1]["due_at"], "2026-03-13T10:00:00+07:00")

    def test_4_work_that_goes_on_keeps_its_clock_and_work_that_comes_back_has_a_new_one(self):
        """R-247."""
        life.clock("2026-03-16T08:00")
        dossier = base.handed(base.opened())
        due = dossier["steps"][1]["due_at"]
        life.clock("2026-03-17T08:00")
        passed = life.act(base.HEAD, "reassignDossier", dossier,
                          {"account": "thuly2", "reason": "Nghỉ phép"})
        self.assertEqual((passed["steps"][2]["row"], passed["steps"][2]["due_at"]), (3, due))
        reviewed = life.act(base.HEAD, "reassignDossier", passed,
                            {"account": "ldphong", "reason": "Xem xét"})
        # half a day from 08:00: 12:00 is in the break, so 30 minutes after 13:00
        self.assertEqual((reviewed["steps"][3]["row"], reviewed["steps"][3]["due_at"]),
                         (4, "2026-03-17T13:30:00+07:00"))
        life.clock("2026-03-18T08:00")
        back = life.act(base.HEAD, "reassignDossier", reviewed,
                        {"account": "thuly2", "reason": "Làm lại"})
        # 26 working hours from Wednesday 08:00: Saturday does not count, Monday 23 March 10:00
        self.assertEqual((back["steps"][4]["row"], back["steps"][4]["due_at"]),
                         (3, "2026-03-23T10:00:00+07:00"))

    def test_5_the_hour_of_the_hand_over_is_the_centres(self):
        """R-214, R-248. Wednesday 25 March: 15:00 is in time, 15:01 starts on Thursday; with 16:00
        in the set-up 15:30 is in time."""
        life.clock("2026-03-25T15:00")
        self.assertEqual(base.handed(base.opened())["steps"][1]["starts_at"],
                         "2026-03-25T15:00:00+07:00")
        life.clock("2026-03-25T15:01")
        self.assertEqual(base.handed(base.opened())["steps"][1]["starts_at"],
                         "2026-03-26T07:30:00+07:00")
        self.import_rules({"confirm_until": "16:00"})
        life.clock("2026-03-25T15:30")
        self.assertEqual(base.handed(base.opened())["steps"][1]["starts_at"],
                         "2026-03-25T15:30:00+07:00")
        for wrong, told in (({"confirm_until": "3 giờ"}, "confirm_until: a time like 15:00"),
                            ({"confirm_till": "15:00"}, "confirm_till: not a member"),
                            ({"apology_days": -1}, "apology_days: a number of days")):
            self.import_rules(wrong, told)

    def import_rules(self, rules, fault=None):
        path = base.SERVER.folder / "rules.json"
        path.write_text(json.dumps({"sites": [], "dossier_rules": rules}), encoding="utf-8")
        done = run("import", "--data", base.SERVER.data, path)
        self.assertEqual(done.returncode != 0, bool(fault), done.stderr)
        self.assertIn(fault or "", done.stderr)

    def test_9_exactly_one_is_responsible_at_each_moment(self):
        """R-249: `queue_server check` finds nothing, and a planted gap."""
        done = run("check", "--data", base.SERVER.data)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        copy = base.SERVER.folder / "copy"
        self.assertEqual(run("backup", "--data", base.SERVER.data, "--output", copy).returncode, 0)
        with sqlite3.connect(copy / "motcua.db") as store:
            store.execute("UPDATE dossier_step SET ended_at = ended_at - 1000 WHERE step = 1 AND"
                          " dossier_id = (SELECT max(dossier_id) FROM dossier_step WHERE step = 2)")
        done = run("check", "--data", copy)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("not exactly one is responsible", done.stdout + done.stderr)


def run(*arguments):
    return subprocess.run([base.server.program(), *map(str, arguments)], capture_output=True,
                          text=True, timeout=60, check=False)


if __name__ == "__main__":
    unittest.main()
