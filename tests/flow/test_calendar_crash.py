#!/usr/bin/env python3
"""SIGKILL in the middle of an amendment with thousands of open dossiers; the next start goes on with
it; reverted, every row is what it was. Rules R-069, R-072, R-231.

Four dossiers are made through the API on Monday 2 March 2026 and copied in the database, ids apart.
With Friday 6 March off, each is due a working day later (working time 4.2 and 5):

    five working days                                   Monday 9     ->  Tuesday 10 March
    five, waiting for the payment since Monday 2 March  paused, and counted as above
    the same day, received before 15:00                 Monday 2 March, which stays
"""
import datetime
import json
import pathlib
import sqlite3
import subprocess
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "flow")]
import test_dossiers as base  # noqa: E402
from test_kill_loop import chain_faults  # noqa: E402

COPIES, PATIENCE_SECONDS = 1500, 45
SAME_DAY = "1.000656"
OFF = {"date": "2026-03-06", "name": "Nghỉ thử", "status": "official"}
# What tells only who changed a row last.
STAMPS = {"version", "changed_at", "changed_by", "changed_key"}


class Amended(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        base.setUpModule()
        cls.addClassCleanup(base.tearDownModule)
        cls.server = base.SERVER
        cls.server.clock("2026-03-02T10:00:00+07:00")
        cls.plain, cls.handed = base.opened(), base.handed(base.opened())
        owed = {"line": "Lệ phí thử", "amount": 10000, "notice": "thong-bao.pdf"}
        cls.paused = base.act(base.OFFICER, "requestPayment", base.handed(base.opened()), owed)
        cls.same_day = base.opened(procedure=SAME_DAY, documents=base.papers(SAME_DAY))
        cls.originals = [int(d["id"][1:]) for d in
                         (cls.plain, cls.handed, cls.paused, cls.same_day)]
        cls.server.stop()
        cls.copy_rows()
        cls.server.start()

    @classmethod
    def database(cls, mode="ro"):
        path = cls.server.data / "motcua.db"
        return sqlite3.connect(f"file:{path}?mode={mode}", uri=True, timeout=30)

    @classmethod
    def copy_rows(cls):
        """Each original COPIES times, pauses too; other codes, ids a million apart."""
        database = cls.database("rw")
        columns = [row[1] for row in database.execute("PRAGMA table_info(dossier)")]
        for name in ("dossier", "dossier_pause"):
            of = [row[1] for row in database.execute(f"PRAGMA table_info({name})")]
            key = "id" if name == "dossier" else "dossier_id"
            new = {key: f"{key} + 1000000 * ?1"}
            if name == "dossier":
                new["code"] = "code || '/' || ?1"
            chosen = ", ".join(new.get(column, column) for column in of)
            marks = ", ".join(str(i) for i in cls.originals)
            database.executemany(
                f"INSERT INTO {name} ({', '.join(of)}) SELECT {chosen} FROM {name}"
                f" WHERE {key} IN ({marks})", [(n,) for n in range(1, COPIES + 1)])
        database.commit()
        database.close()
        cls.columns = [column for column in columns if column not in STAMPS]

    def rows(self):
        database = self.database()
        rows = database.execute(f"SELECT {', '.join(self.columns)} FROM dossier ORDER BY id")
        found = rows.fetchall()
        pauses = database.execute("SELECT * FROM dossier_pause ORDER BY dossier_id, position")
        return found, pauses.fetchall()

    def progress(self):
        database = self.database()
        row = database.execute("SELECT version, last_id, seen, later, earlier, kept, ended_at"
                               " FROM calendar_apply ORDER BY version DESC LIMIT 1").fetchone()
        database.close()
        return row

    def until(self, what, reached):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not reached():
            self.assertLess(time.monotonic(), deadline, what)

    def calendar(self, days_off=()):
        document = json.loads((base.server.SAMPLE / "holidays.json").read_text("utf-8"))
        document["days_off"] += days_off
        path = self.server.folder / "lich.json"
        path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
        return path

    def command(self, *arguments):
        return [base.server.program(), "calendar", *map(str, arguments), "--data",
                str(self.server.data)]

    def test_killed_in_the_middle_it_goes_on_and_reverted_it_leaves_no_trace(self):
        before = self.rows()
        total = len(before[0])
        self.assertEqual(total, 4 * (COPIES + 1))
        path = self.calendar([OFF])
        shown = self.server.run("calendar", "amend", path, "--dry-run", "--data", self.server.data)
        moved = 3 * (COPIES + 1)
        self.assertIn(f"{total} open dossiers: {moved} would be due later, 0 would be due earlier "
                      "again, 0 would move", shown)
        token = shown.split("token ")[1].strip()
        asked = subprocess.Popen(self.command("amend", path, "--token", token),
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.until("the amendment begins", lambda: self.progress()[0] == 2)
        self.server.kill()
        asked.wait(PATIENCE_SECONDS)
        halfway = self.progress()
        self.assertIsNone(halfway[-1], "it was over before it was killed: more copies")
        self.assertLess(halfway[2], total)

        self.server.start()
        self.until("the start goes on", lambda: self.progress()[-1] is not None)
        self.assertEqual(self.progress()[2:6], (total, moved, 0, 0))
        database = self.database()
        dates = dict(database.execute(
            "SELECT due_day, count(*) FROM dossier GROUP BY due_day").fetchall())
        day = (datetime.date(2026, 3, 10) - datetime.date(1970, 1, 1)).days
        self.assertEqual(dates, {day: moved, day - 8: COPIES + 1})
        self.assertEqual(database.execute(
            "SELECT count(*), count(DISTINCT subject) FROM event WHERE kind = 'dossier_due_moved'"
        ).fetchone(), (moved, moved), "each dossier is moved once")
        self.assertEqual(list(chain_faults(database)), [])
        database.close()

        shown = self.server.run("calendar", "revert", 1, "--dry-run", "--data", self.server.data)
        said = self.server.run("calendar", "revert", 1, "--token",
                               shown.split("token ")[1].strip(), "--data", self.server.data)
        self.assertIn(f"0 due later, {moved} due earlier again", said)
        self.assertEqual(self.rows(), before)


if __name__ == "__main__":
    unittest.main()
