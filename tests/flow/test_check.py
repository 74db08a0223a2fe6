"""`queue_server check` and `backup`: a sound centre is called sound, and each kind of damage is named.
Rule checked: R-976.

The damage is done to a stopped centre's database by the sqlite3 module, one kind at a time.
"""
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import fortnight  # noqa: E402
import server  # noqa: E402

DAMAGE = {
    "a row of the log changed": (
        "UPDATE event SET actor = 'ai.do' WHERE seq = (SELECT max(seq) - 1 FROM event)",
        "the hash of row"),
    "a row of the log missing": (
        "DELETE FROM event WHERE seq = (SELECT max(seq) - 1 FROM event)", "follows row"),
    "a ticket's state changed behind the log": (
        "UPDATE ticket SET state = 'done' WHERE state = 'waiting'", "the log says waiting"),
    "a ticket that the log does not know": (
        "DELETE FROM ticket WHERE state = 'called'", "tickets: "),
    "a figure changed": ("UPDATE queue_count SET waiting = waiting + 1", "counted"),
    "a series set back": ("UPDATE series SET last = last - 1 WHERE name LIKE 'ticket/%'",
                          "the series stands at"),
    "a ticket's sheet that is gone": (
        "DELETE FROM print_job WHERE subject LIKE 't%'", "tells of it, it is gone"),
    "a sheet of another ticket": (
        "UPDATE print_job SET subject = 't1' WHERE subject LIKE 't%' AND subject <> 't1'",
        "is of t1, the log says"),
    "a dossier's sheet that is gone": (
        "DELETE FROM print_job WHERE subject LIKE 'd%'", "tells of it, it is gone"),
    "a dossier's state changed behind the log": (
        "UPDATE dossier SET state = 'processing' WHERE state = 'accepted'",
        "the state is processing, the log says accepted"),
    "a dossier's verdict improved": (
        "UPDATE dossier SET verdict = 'on_time' WHERE verdict = 'late'",
        "the verdict is on_time, the log says late"),
    "an acceptance moved": (
        "UPDATE dossier SET accepted_at = accepted_at + 86400000 WHERE state = 'accepted'",
        "the acceptance is another instant"),
    "a due date moved": (
        "UPDATE dossier SET due_at = due_at + 86400000 WHERE ended_at IS NULL AND due_at IS NOT NULL",
        "the due date is another than recomputed"),
    "an end moved": (
        "UPDATE dossier SET ended_at = ended_at - 86400000 WHERE state = 'stopped'",
        "the end is another instant"),
    "a limit made longer": (
        "UPDATE dossier SET limit_text = 'WORKING_DAYS 9' WHERE verdict = 'late'",
        "the verdict is late, recomputed early"),
    "a pause made longer": (
        "UPDATE dossier_pause SET begun_at = begun_at - 3600000", "its pauses are not those"),
    "a step given to another": (
        "UPDATE dossier_step SET officer = 'tiepnhan' WHERE officer = 'thuly' AND dossier_id = "
        "(SELECT min(dossier_id) FROM dossier_step)", "its steps are not those"),
    "the responsible officer changed": (
        "UPDATE dossier SET officer = 'ldphong' WHERE state = 'awaiting_supplement'",
        "the officer is ldphong, the log says thuly"),
    "a dossier that is gone": (
        "DELETE FROM dossier WHERE state = 'accepted'", "dossiers: "),
    "a dossier that the log does not know": (
        "UPDATE dossier SET id = id + 100000 WHERE state = 'stopped'", "the log does not know it"),
    "a figure of a month changed": (
        "UPDATE dossier_count SET late = late - 1 WHERE grain = 2 AND dim = 4 AND late > 0",
        "of unit VP_HDND_UBND: late is 0, counted 1"),
    "a figure gone": (
        "DELETE FROM dossier_count WHERE grain = 1 AND dim = 1", "there is no row"),
    "a series of codes set back": (
        "UPDATE series SET last = last - 1 WHERE name LIKE 'dossier/%'", "dossier codes of"),
    "a series of book 07 set back": (
        "UPDATE series SET last = last - 1 WHERE name LIKE 'book/%'", "book of "),
    "a row of book 07 gone": (
        "UPDATE dossier SET book_row = NULL WHERE state = 'accepted'", "its series gave"),
    "a row of book 07 beyond its series": (
        "UPDATE dossier SET book_row = book_row + 100000 WHERE state = 'accepted'", "rows up to 1"),
    "a series of codes gone": (
        "DELETE FROM series WHERE name LIKE 'dossier/%'", "there is no series"),
    "a rating made better": ("UPDATE rating SET level = 5", "ratings of a ticket, level 2: 0 rows"),
    "a rating that is gone": ("DELETE FROM rating", "the log tells of 1"),
    "a rating said to be assisted": (
        "UPDATE rating SET assisted = 1", "level 2, assisted: 1 rows, the log tells of 0"),
    "a mark of a rating gone": ("DELETE FROM rated", "0 tickets and dossiers were rated"),
}


def run(*arguments):
    return subprocess.run([server.program(), *map(str, arguments)], capture_output=True, text=True,
                          timeout=60)


class Check(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="motcua-check-"))
        cls.centre = server.Server(folder=cls.folder / "centre")
        cls.centre.folder.mkdir()
        with cls.centre as centre:
            clerk = centre.client("TIEP_NHAN")
            for _ in range(3):
                clerk.call("createTicket", body={"site": "trung-tam", "service": "A", "class": "P0"})
            clerk.call("setCounter", counter="1", body={"state": "open"})
            clerk.call("callNext", counter="1")
            cls.rate(centre, clerk)
            cls.name_like_ids(centre.client("QUAN_TRI"))
            cls.amend(fortnight.Fortnight(centre), centre)
            cls.live = run("check", "--data", centre.data)
            cls.copied = run("backup", "--data", centre.data, "--output", cls.folder / "copy")
        cls.data = cls.centre.data

    @staticmethod
    def rate(centre, clerk):
        """A visit of another service, so that the damage above finds what it did, is rated."""
        ticket = clerk.call("createTicket", body={"site": "trung-tam", "service": "B",
                                                  "class": "P0"}).json
        clerk.call("finishTicket", ticket=clerk.call("getCounter", counter="1").json["ticket"]["id"])
        clerk.call("callTicket", counter="1", body={"ticket": ticket["id"], "reason": "thử"})
        clerk.call("finishTicket", ticket=ticket["id"])
        centre.client().call("rateTicket", track_token=ticket["track_token"],
                             body={"level": 2, "reasons": ["staff"]})
        clerk.call("callNext", counter="1")

    @staticmethod
    def name_like_ids(admin):
        """Codes that people chose and that look like the ids of sheets, tickets and dossiers."""
        for letter in "ptdh":
            admin.call("createDevice", body={"device": f"{letter}1", "kind": "board",
                                             "site": "trung-tam"}, expect=201)
            admin.call("createSite", body={"site": f"{letter}7", "name": "Trụ sở"}, expect=201)
        admin.call("createPrinter", expect=201, body={
            "printer": "p1", "name": "Máy", "destination": "cups:PHIEU", "site": "trung-tam",
            "paper": "80mm"})

    @classmethod
    def amend(cls, played, centre):
        """Monday the 16th becomes a day off while F is open: due on the 18th instead of the 17th."""
        calendar = json.loads((server.SAMPLE / "holidays.json").read_text("utf-8"))
        calendar["days_off"].append({"date": "2026-03-16", "status": "official",
                                     "name": "Nghỉ bù", "decree": "QĐ thử"})
        amended = cls.folder / "lich.json"
        amended.write_text(json.dumps(calendar, ensure_ascii=False), "utf-8")
        centre.run("import", "--data", centre.data, amended)
        due_moved = played.desk.call("getDossier", dossier=played.dossiers["F"]["id"]).json
        assert due_moved["legal_due_at"] == "2026-03-18T17:00:00+07:00", due_moved["legal_due_at"]
        played.dossiers["F"] = due_moved
        played.hand("F")
        centre.clock("2026-03-18T10:00:00+07:00")
        played.settle("F", "04/KQ")
        assert played.dossiers["F"]["verdict"] == "on_time"

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder, ignore_errors=True)

    def test_a_sound_centre_is_sound_beside_a_running_server(self):
        self.assertEqual(self.live.returncode, 0, self.live.stdout + self.live.stderr)
        self.assertIn("\n0 faults", self.live.stdout)
        self.assertIn("dossiers: 7 compared", self.live.stdout)

    def test_a_backup_is_a_centre_of_its_own_and_is_never_overwritten(self):
        self.assertEqual(self.copied.returncode, 0, self.copied.stderr)
        self.assertEqual(run("check", "--data", self.folder / "copy").returncode, 0)
        again = run("backup", "--data", self.data, "--output", self.folder / "copy")
        self.assertEqual(again.returncode, 1)

    def test_each_kind_of_damage_is_named(self):
        for what, (sql, sentence) in DAMAGE.items():
            with self.subTest(what):
                broken = self.folder / "broken"
                shutil.copytree(self.data, broken, ignore=shutil.ignore_patterns("*.sock"))
                database = sqlite3.connect(broken / "motcua.db")
                self.assertGreater(database.execute(sql).rowcount, 0)
                database.commit()
                database.close()
                answer = run("check", "--data", broken)
                shutil.rmtree(broken)
                self.assertEqual(answer.returncode, 1, answer.stdout)
                self.assertIn(sentence, answer.stdout)


if __name__ == "__main__":
    unittest.main()
