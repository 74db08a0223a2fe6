"""Scans of papers over the API, with their files. Rules R-460, R-461, R-462, R-463, R-464."""
import hashlib
import http.client
import os
import pathlib
import re
import sqlite3
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import contract  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
MIB = 1 << 20


def pdf(filling=b"mau"):
    return b"%PDF-1.7\n% " + filling + b"\n%%EOF\n"


def png(filling=b"mau"):
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + filling + b"\0\0\0\0IEND\xaeB`\x82"


def jpeg(filling=b"mau"):
    return b"\xff\xd8\xff\xe0\0\x10JFIF" + filling + b"\xff\xd9"


class ScanCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(options=["--scan-max", "2"], begins="2026-03-10T08:00:00+07:00")
        cls.centre.__enter__()
        cls.address = cls.centre.base_url.split("//")[1]
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def scan(self, dossier, data, kind="application/pdf", paper=1, who=None, **more):
        return (who or self.clerk).call("attachScan", dossier=dossier["id"], paper=paper, raw=data,
                                        headers={"Content-Type": kind}, **more)

    def scans(self, dossier):
        return self.clerk.call("listScans", dossier=dossier["id"]).json["items"]

    def path(self, sha256):
        return self.centre.data / "scans" / sha256[:2] / sha256

    def kept(self):
        """Names of all kept files, and what stands in `incoming`."""
        files = {p.name for p in (self.centre.data / "scans").glob("??/*")}
        return files, list((self.centre.data / "scans" / "incoming").iterdir())

    def check(self, *options, expect=0):
        return self.centre.run("check", "--data", self.centre.data, *options, expect=expect)


class Scans(ScanCase):
    def open(self):
        return self.work.open(PROCEDURE)

    def test_each_type_is_kept_by_its_digest_and_given_back_byte_for_byte(self):
        dossier = self.open()
        for data, kind, short in ((pdf(), "application/pdf", "pdf"), (png(), "image/png", "png"),
                                  (jpeg(), "image/jpeg", "jpeg")):
            made = self.scan(dossier, data, kind, name="Trang 1", expect=201).json
            sha256 = hashlib.sha256(data).hexdigest()
            self.assertEqual((made["type"], made["bytes"], made["sha256"], made["name"]),
                             (short, len(data), sha256, "Trang 1"))
            self.assertEqual(self.path(sha256).read_bytes(), data)
            self.assertEqual(self.path(sha256).stat().st_mode & 0o777, 0o400)
            given = self.clerk.call("getScanFile", dossier=dossier["id"], scan=made["id"])
            self.assertEqual(given.body, data)
            self.assertEqual(given.headers["Content-Type"], kind)
            self.assertTrue(given.headers["Content-Disposition"].startswith("attachment;"))
            self.assertEqual(given.headers["X-Content-Type-Options"], "nosniff")
        self.assertEqual([s["type"] for s in self.scans(dossier)], ["pdf", "png", "jpeg"])
        self.assertEqual(self.kept()[1], [])

    def test_the_bytes_decide_and_a_false_type_is_refused_by_name(self):
        dossier = self.open()
        self.assertEqual(self.scan(dossier, png(b"1"), "application/octet-stream").json["type"],
                         "png")
        before = self.kept()[0]
        self.scan(dossier, pdf(b"2"), "image/png", expect="scan_false_type")
        self.scan(dossier, b"MZ\x90\0 a program", "application/pdf", expect="scan_type")
        self.scan(dossier, b"#!/bin/sh\necho\n", "image/png", expect="scan_type")
        self.scan(dossier, b"", "application/pdf", expect="scan_type")
        self.scan(dossier, pdf(b"3")[:-8], "application/pdf", expect="scan_type")
        self.scan(dossier, b"GIF89a", "image/gif", expect="unsupported_media_type")
        self.assertEqual(len(self.scans(dossier)), 1)
        self.assertEqual(self.kept(), (before, []))

    def test_a_scan_above_the_limit_is_refused_and_leaves_nothing(self):
        dossier = self.open()
        most = pdf(os.urandom(2 * MIB - len(pdf(b""))))
        self.assertEqual(len(most), 2 * MIB)
        self.assertEqual(self.scan(dossier, most, expect=201).json["bytes"], 2 * MIB)
        before = self.kept()[0]
        self.scan(dossier, most + b"\n", expect="payload_too_large")
        self.assertEqual(self.kept()[0], before)
        self.assertEqual(len(self.scans(dossier)), 1)

    def test_chunks_without_a_length_are_counted_too(self):
        dossier = self.open()
        for pieces, status in ((3, 201), (40, 413)):
            connection = http.client.HTTPConnection(self.clerk.host, self.clerk.port, timeout=30)
            body = [pdf(os.urandom(64))[:-7]] + [os.urandom(65536)] * pieces + [b"\n%%EOF\n"]
            try:
                connection.request(
                    "POST", f"/api/v1/dossiers/{dossier['id']}/scans?paper=1", iter(body),
                    {"Authorization": "Bearer " + self.clerk.token, "Content-Type":
                     "application/pdf", "Idempotency-Key": contract.new_key(),
                     "Transfer-Encoding": "chunked"}, encode_chunked=True)
            except (BrokenPipeError, ConnectionResetError):
                pass  # refused before all was sent
            self.assertEqual(connection.getresponse().status, status)
            connection.close()

    def test_the_same_bytes_twice_are_one_file_and_two_scans(self):
        first, second = self.open(), self.open()
        data = pdf(b"hai lan")
        one = self.scan(first, data).json
        two = self.scan(second, data, paper=1).json
        self.assertEqual(one["sha256"], two["sha256"])
        self.assertEqual(len(list((self.centre.data / "scans").glob("??/" + one["sha256"]))), 1)
        self.clerk.call("removeScan", dossier=first["id"], scan=one["id"],
                        body={"reason": "quét nhầm"})
        self.assertEqual(self.clerk.call("getScanFile", dossier=second["id"],
                                         scan=two["id"]).body, data)

    def test_the_same_key_attaches_once_and_stands_for_these_bytes(self):
        dossier, key = self.open(), contract.new_key()
        first = self.scan(dossier, pdf(b"k"), once=key).json
        again = self.scan(dossier, pdf(b"k"), once=key)
        self.assertEqual(again.headers["Idempotent-Replayed"], "true")
        self.assertEqual(again.json, first)
        self.scan(dossier, pdf(b"other"), once=key, expect="idempotency_mismatch")
        self.assertEqual(len(self.scans(dossier)), 1)

    def test_no_text_of_a_request_becomes_a_path(self):
        dossier = self.open()
        for name in ("../../lock", "/etc/passwd", "a/b", "..", "motcua.db"):
            made = self.scan(dossier, pdf(name.encode()), name=name).json
            self.assertEqual(made["name"], name)
            self.assertTrue(self.path(made["sha256"]).exists())
        for scan in ("..", "s1%2F..", "lock", "s0", "incoming"):
            self.clerk.call("getScanFile", dossier=dossier["id"], scan=scan, faulty=True,
                            expect="not_found")
        for paper in ("0", "-1", "../1", "1x", "99999", "Result"):
            self.scan(dossier, pdf(), paper=paper, faulty=True, expect="bad_parameter")
        self.assertTrue(all(re.fullmatch("[0-9a-f]{64}", name) for name in self.kept()[0]))

    def test_a_paper_that_the_dossier_lacks_is_refused(self):
        self.scan(self.open(), pdf(), paper=999, expect="unknown_paper")

    def test_who_may_not_is_refused_before_the_bytes_are_read(self):
        dossier = self.open()
        auditor = self.centre.client("KIEM_TRA")
        self.scan(dossier, pdf(os.urandom(MIB)), who=auditor, expect="forbidden")
        nobody = self.centre.client()
        self.scan(dossier, pdf(os.urandom(MIB)), who=nobody, expect="unauthenticated")
        self.scan(dossier, pdf(), who=self.work.people["THU_LY"], expect="not_found")
        self.assertEqual(self.scans(dossier), [])
        self.assertEqual(auditor.call("listScans", dossier=dossier["id"]).json["items"], [])

    def test_an_officer_scans_for_his_unit_and_the_registry_the_result(self):
        dossier = self.work.hand(self.open())
        self.scan(dossier, pdf(b"bo sung"), who=self.work.people["THU_LY"], expect=201)
        registry = self.work.people["VAN_THU"]
        self.scan(dossier, pdf(b"giay"), who=registry, expect="forbidden")
        self.scan(dossier, pdf(b"ket qua"), who=registry, paper="result", expect=201)
        done = self.work.issue(dossier)
        self.scan(done, pdf(b"muon"), expect="state_forbids")
        self.scan(done, pdf(b"ket qua 2"), who=registry, paper="result", expect=201)

    def test_a_scan_answers_for_its_paper_before_the_hand_over(self):
        papers = self.work.papers(PROCEDURE)
        for paper in papers:
            del paper["scan"]
        dossier = self.work.open(PROCEDURE, documents=papers)
        refused = self.clerk.call("handOverDossier", dossier=dossier["id"],
                                  If_Match=f'"{dossier["version"]}"', body={"account": "thuly"},
                                  expect="scans_missing")
        self.assertEqual(len(refused.json["missing"]), len(papers))
        made = [self.scan(dossier, pdf(b"to %d" % n), paper=n).json
                for n in range(1, len(papers) + 1)]
        self.clerk.call("removeScan", dossier=dossier["id"], scan=made[0]["id"],
                        body={"reason": "mờ"})
        refused = self.clerk.call("handOverDossier", dossier=dossier["id"],
                                  If_Match=f'"{dossier["version"]}"', body={"account": "thuly"},
                                  expect="scans_missing")
        self.assertEqual(refused.json["missing"], [papers[0]["name"]])
        self.scan(dossier, pdf(b"to 1 lan 2"))
        self.work.act("TIEP_NHAN", "handOverDossier", dossier, {"account": "thuly"})

    def test_a_scan_that_was_taken_away_stays_in_the_list_with_its_reason(self):
        dossier = self.open()
        made = self.scan(dossier, pdf(b"nham")).json
        take = {"dossier": dossier["id"], "scan": made["id"]}
        self.clerk.call("removeScan", **take, body={"reason": " "}, expect="reason_missing")
        gone = self.clerk.call("removeScan", **take, body={"reason": "Quét nhầm"}).json
        self.assertEqual((gone["removed_by"], gone["reason"]), ("tiepnhan", "Quét nhầm"))
        self.assertEqual(self.scans(dossier), [gone])
        self.clerk.call("removeScan", **take, body={"reason": "nữa"}, expect="scan_removed")
        self.clerk.call("getScanFile", **take, expect="scan_removed")
        self.clerk.call("removeScan", dossier=dossier["id"], scan="s999999",
                        body={"reason": "nữa"}, expect="not_found")

    def test_the_log_tells_of_it_with_a_digest_and_no_name(self):
        dossier = self.open()
        made = self.scan(dossier, pdf(b"log"), name="Giấy khai sinh cháu Mẫu").json
        auditor = self.centre.client("KIEM_TRA")
        rows = list(auditor.pages("readLog", subject=dossier["id"]))
        told = [row for row in rows if row["kind"] == "dossier_scanned"]
        self.assertEqual([(t["data"]["scan"]["id"], t["actor"]) for t in told],
                         [(made["id"], "tiepnhan")])
        self.assertNotIn("Mẫu", str(told))
        self.assertNotIn(made["sha256"], str(told))
        same = self.clerk.call("getDossier", dossier=dossier["id"])
        self.assertEqual(same.json["version"], dossier["version"])


class Files(ScanCase):
    def test_a_kill_in_the_middle_of_an_upload_leaves_nothing(self):
        dossier = self.work.open(PROCEDURE)
        whole = pdf(os.urandom(MIB))
        connection = http.client.HTTPConnection(self.clerk.host, self.clerk.port, timeout=30)
        connection.putrequest("POST", f"/api/v1/dossiers/{dossier['id']}/scans?paper=1")
        for name, value in (("Authorization", "Bearer " + self.clerk.token),
                            ("Content-Type", "application/pdf"),
                            ("Idempotency-Key", contract.new_key()),
                            ("Content-Length", str(len(whole)))):
            connection.putheader(name, value)
        connection.endheaders(whole[:MIB // 2])
        incoming = self.centre.data / "scans" / "incoming"
        for _ in range(100000):
            if sum(p.stat().st_size for p in incoming.iterdir()) >= MIB // 4:
                break
        else:
            self.fail("nothing of the upload reached the disk")
        self.centre.kill()
        connection.close()
        self.assertNotEqual(list(incoming.iterdir()), [])
        self.centre.start(self.address)
        self.assertEqual(list(incoming.iterdir()), [])
        self.assertEqual(self.scans(dossier), [])
        self.check()
        self.scan(dossier, whole, expect=201)

    def test_the_check_finds_what_is_missing_changed_or_left_over(self):
        dossier = self.work.open(PROCEDURE)
        made = [self.scan(dossier, pdf(b"tep %d" % n)).json for n in range(3)]
        gone = self.scan(dossier, pdf(b"bo di")).json
        self.clerk.call("removeScan", dossier=dossier["id"], scan=gone["id"],
                        body={"reason": "nhầm"})
        self.assertIn(" 1 that nothing refers to, 0 taken away", self.check())
        refused = self.check("--sweep", expect=1)
        self.assertNotIn("taken away", refused)
        self.assertTrue(self.path(gone["sha256"]).exists())
        self.centre.stop()
        self.assertIn(" 1 that nothing refers to, 1 taken away", self.check("--sweep"))
        self.assertFalse(self.path(gone["sha256"]).exists())
        saved = self.path(made[0]["sha256"]).read_bytes()
        self.path(made[0]["sha256"]).unlink()
        changed = self.path(made[1]["sha256"])
        changed.chmod(0o600)
        changed.write_bytes(changed.read_bytes().replace(b"tep", b"TEP"))
        said = self.check(expect=1)
        self.assertIn(f"scan {made[0]['id']} of {dossier['id']}: its file {made[0]['sha256']} is "
                      "missing", said)
        self.assertIn(f"its file {made[1]['sha256']} was changed", said)
        self.assertNotIn(made[2]["sha256"], said)
        self.path(made[0]["sha256"]).write_bytes(saved)
        changed.write_bytes(changed.read_bytes().replace(b"TEP", b"tep"))
        self.check()
        with sqlite3.connect(self.centre.data / "motcua.db") as database:
            database.execute("UPDATE dossier_scan SET paper = 2 WHERE sha256 = ?",
                             (made[2]["sha256"],))
        self.assertIn("is not what row", self.check(expect=1))
        with sqlite3.connect(self.centre.data / "motcua.db") as database:
            database.execute("UPDATE dossier_scan SET paper = 1 WHERE sha256 = ?",
                             (made[2]["sha256"],))
        self.centre.start(self.address)

    def test_a_backup_has_the_scans(self):
        dossier = self.work.open(PROCEDURE)
        data = pdf(b"sao luu")
        made = self.scan(dossier, data).json
        output = self.centre.folder / "copy"
        self.centre.run("backup", "--data", self.centre.data, "--output", output)
        copied = output / "scans" / made["sha256"][:2] / made["sha256"]
        self.assertEqual(copied.read_bytes(), data)
        self.centre.run("check", "--data", output)
        self.path(made["sha256"]).rename(self.centre.folder / "aside")
        failed = self.centre.folder / "copy2"
        self.centre.run("backup", "--data", self.centre.data, "--output", failed, expect=1)
        self.assertFalse((failed / "motcua.db").exists())
        (self.centre.folder / "aside").rename(self.path(made["sha256"]))


if __name__ == "__main__":
    unittest.main()
