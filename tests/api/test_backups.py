"""Backups made on the server while it works. Rule checked: R-990."""
import json
import pathlib
import shutil
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
import server  # noqa: E402

PATIENCE_SECONDS = 30


def setUpModule():
    global SERVER
    SERVER = server.Server()
    SERVER.__enter__()


def tearDownModule():
    SERVER.__exit__(None, None, None)


class Backups(unittest.TestCase):
    def setUp(self):
        self.admin = SERVER.client("QUAN_TRI")

    def wait(self, name):
        """The backup, once it is no longer being made."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            found = self.admin.call("getBackup", backup=name, expect=lambda a: True)
            if found.status == 200 and found.json["state"] != "making":
                return found.json
            time.sleep(0.05)
        raise AssertionError(f"{name} is still being made")

    def make(self):
        return self.wait(self.admin.call("makeBackup", expect=202).json["backup"])

    def folder(self, name):
        return SERVER.data / "backups" / name

    def test_a_backup_is_verified_and_is_a_data_folder_of_its_own(self):
        made = self.make()
        self.assertEqual((made["state"], made["made_by"]), ("verified", "quantri"))
        checked = SERVER.run("check", "--data", self.folder(made["backup"]))
        self.assertIn("0 faults", checked)
        self.assertIn(f"log: {made['rows']} rows read", checked)
        self.assertEqual(self.admin.call("listBackups").json["items"][0], made)
        row = next(r for r in self.admin.pages("readLog", limit=500) if r["seq"] == made["rows"])
        self.assertEqual(row["hash"], made["hash"])

    def test_the_log_tells_who_made_it_and_what_came_of_it(self):
        made = self.make()
        rows = list(self.admin.pages("readLog", subject=made["backup"]))
        kinds = [(r["kind"], r["actor"]) for r in rows]
        self.assertEqual(kinds, [("backup_begun", "quantri"), ("backup_made", "quantri")])
        self.assertEqual(rows[1]["data"]["rows"], made["rows"])

    def test_a_download_is_the_database_byte_for_byte(self):
        made = self.make()
        parts = [self.admin.call("getBackupDatabase", backup=made["backup"], part=part).body
                 for part in range(made["parts"])]
        whole = b"".join(parts)
        self.assertEqual(whole, (self.folder(made["backup"]) / "motcua.db").read_bytes())
        self.assertEqual(len(whole), made["bytes"])
        self.admin.call("getBackupDatabase", backup=made["backup"], part=made["parts"],
                        expect="not_found")
        self.admin.call("getBackupDatabase", backup=made["backup"], faulty=True,
                        expect="bad_parameter")
        self.admin.call("getBackupDatabase", backup=made["backup"], part="-1", faulty=True,
                        expect="bad_parameter")

    def test_the_same_key_makes_one_backup(self):
        key = contract.new_key()
        first = self.admin.call("makeBackup", once=key, expect=202)
        again = self.admin.call("makeBackup", once=key, expect=202)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")
        self.assertEqual(first.json, again.json)
        self.wait(first.json["backup"])

    def test_of_many_asked_for_at_once_one_is_made_at_a_time(self):
        before = len(self.admin.call("listBackups").json["items"])
        answers = [self.admin.call("makeBackup", expect=lambda a: a.status in (202, 409))
                   for _ in range(5)]
        begun = [a.json["backup"] for a in answers if a.status == 202]
        self.assertTrue(all(a.json["code"] == "backup_running" for a in answers
                            if a.status == 409))
        self.assertTrue(begun)
        for name in begun:
            self.assertEqual(self.wait(name)["state"], "verified")
        self.assertEqual(len(self.admin.call("listBackups").json["items"]), before + len(begun))

    def test_what_a_killed_server_left_is_unfinished_and_not_given(self):
        name = "20260302-070000-999"
        self.folder(name).mkdir(parents=True)
        (self.folder(name) / "motcua.db").write_bytes(b"half a database")
        found = self.admin.call("getBackup", backup=name).json
        self.assertEqual((found["state"], found["bytes"], found["parts"]), ("unfinished", None, 0))
        self.admin.call("getBackupDatabase", backup=name, part=0, expect="not_found")
        (self.folder(name) / "facts.json").write_text(json.dumps({"bytes": "many"}))
        self.assertEqual(self.admin.call("getBackup", backup=name).json["state"], "unfinished")

    def test_a_name_is_never_a_path(self):
        for name in ("..", "20260302-070000-1%2F..", "lock", "20260302-070000-", "x" * 40):
            self.admin.call("getBackup", backup=name, faulty=True, expect="not_found")
            self.admin.call("getBackupDatabase", backup=name, part=0, faulty=True,
                            expect="not_found")

    def test_a_folder_of_another_name_is_no_backup(self):
        made = self.make()["backup"]
        for name in (made + "x", "20260302-07000x-1", "cu"):
            shutil.copytree(self.folder(made), self.folder(name))
            self.admin.call("getBackup", backup=name, expect="not_found")
            self.admin.call("getBackupDatabase", backup=name, part=0, expect="not_found")
            listed = [b["backup"] for b in self.admin.call("listBackups").json["items"]]
            self.assertNotIn(name, listed)
            shutil.rmtree(self.folder(name))

    def test_a_database_that_is_not_sound_makes_no_backup(self):
        other = server.Server()
        with other:
            admin = other.client("QUAN_TRI")
            other.stop()
            import sqlite3
            with sqlite3.connect(other.data / "motcua.db") as database:
                database.execute("UPDATE event SET actor = 'ai-do' WHERE seq = 3")
            database.close()
            other.start()
            admin = other.client("QUAN_TRI")
            name = admin.call("makeBackup", expect=202).json["backup"]
            until = time.monotonic() + PATIENCE_SECONDS
            rows = []
            while len(rows) < 2 and time.monotonic() < until:
                rows = list(admin.pages("readLog", subject=name))
            self.assertEqual([r["kind"] for r in rows], ["backup_begun", "backup_failed"])
            self.assertEqual(rows[1]["data"], {"code": "store_failed"})
            admin.call("getBackup", backup=name, expect="not_found")
            self.assertFalse((other.data / "backups" / name).exists())
            found = admin.call("checkLog").json
            self.assertEqual((found["to"], found["fault"]), (2, {"seq": 3, "breaks": ["hash"]}))

    def test_others_neither_make_nor_see_them(self):
        for role in ("KIEM_TRA", "GD_TT", "TIEP_NHAN"):
            client = SERVER.client(role)
            client.call("listBackups", expect="forbidden")
            client.call("makeBackup", expect="forbidden")
            client.call("getBackupDatabase", backup="20260302-070000-1", part=0,
                        expect="forbidden")


if __name__ == "__main__":
    unittest.main()
