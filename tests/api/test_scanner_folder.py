"""What an office scanner writes into the watched folder. Rules R-560..R-566."""
import hashlib
import os
import pathlib
import sys
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import contract  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
MIB = 1 << 20
WAIT_SECONDS = 60


def pdf(filling=b"mau"):
    return b"%PDF-1.7\n% " + filling + b"\n%%EOF\n"


def until(what, look):
    """Wait until look() gives something true; it."""
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"{what}: not within {WAIT_SECONDS} s")


class ScannerCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        cls.scanner = cls.centre.folder / "may-quet"
        cls.scanner.mkdir()
        cls.centre.options = ["--scan-max", "2", "--scanner-folder", str(cls.scanner)]
        cls.centre.__enter__()
        cls.address = cls.centre.base_url.split("//")[1]
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def inbox(self, who=None):
        return list((who or self.clerk).pages("listScannerInbox"))

    def named(self, name):
        return [scan for scan in self.inbox() if scan["name"] == name]

    def arrives(self, name):
        """The one of this name, once it is in the list and its file out of the folder."""
        found = until(name, lambda: self.named(name))
        until(f"{name} leaves the folder", lambda: not os.path.lexists(self.scanner / name))
        return found[0]

    def put(self, name, data):
        (self.scanner / name).write_bytes(data)

    def assign(self, dossier, scan, who=None, paper=1, **more):
        return (who or self.clerk).call("assignInboxScan", dossier=dossier["id"],
                                        body={"scan": scan["id"], "paper": paper}, **more)

    def told(self, kind):
        return [row for row in self.work.people["QUAN_TRI"].pages("readLog") if row["kind"] == kind]

    def check(self, *options, expect=0):
        return self.centre.run("check", "--data", self.centre.data, *options, expect=expect)

    def kept(self, data):
        sha256 = hashlib.sha256(data).hexdigest()
        return self.centre.data / "scans" / sha256[:2] / sha256


class Folder(ScannerCase):
    def test_a_file_is_taken_in_and_leaves_the_folder(self):
        data = pdf(b"to khai")
        self.put("Giấy khai sinh 1.pdf", data)
        scan = self.arrives("Giấy khai sinh 1.pdf")
        self.assertEqual((scan["type"], scan["bytes"], scan["refused"]), ("pdf", len(data), None))
        self.assertEqual(self.kept(data).read_bytes(), data)
        self.assertEqual(self.kept(data).stat().st_mode & 0o777, 0o400)
        given = self.clerk.call("getInboxFile", scan=scan["id"])
        self.assertEqual(given.body, data)
        self.assertTrue(given.headers["Content-Disposition"].startswith("attachment;"))
        self.assertEqual(given.headers["X-Content-Type-Options"], "nosniff")
        told = [row for row in self.told("scanner_scan_arrived") if row["subject"] == scan["id"]]
        self.assertEqual(len(told), 1)
        self.assertIsNone(told[0]["actor"])
        self.assertNotIn("khai sinh", str(told))
        self.assertNotIn(hashlib.sha256(data).hexdigest(), str(told))
        self.assertEqual(self.clerk.call("getScannerFolder").json, {"state": "watched"})
        self.check()

    def test_a_file_that_is_still_written_is_not_taken_before_its_end(self):
        """R-560: the other one was written after it and is taken before it."""
        whole = pdf(os.urandom(5000))
        with open(self.scanner / "dai.pdf", "wb") as growing:
            growing.write(whole[:100])
            growing.flush()
            self.put("sau.pdf", pdf(b"sau"))
            self.arrives("sau.pdf")
            self.assertEqual(self.named("dai.pdf"), [])
            self.assertTrue((self.scanner / "dai.pdf").exists())
            growing.write(whole[100:])
        scan = self.arrives("dai.pdf")
        self.assertEqual(self.clerk.call("getInboxFile", scan=scan["id"]).body, whole)

    def test_a_file_that_grows_all_the_time_is_not_taken(self):
        with open(self.scanner / "lon-dan.pdf", "wb") as growing:
            growing.write(pdf())
            self.put("moc.pdf", pdf(b"moc"))

            def grown():
                growing.write(b" \n%%EOF\n")
                growing.flush()
                return self.named("moc.pdf")
            until("moc.pdf", grown)
            self.assertEqual(self.named("lon-dan.pdf"), [])
        self.arrives("lon-dan.pdf")

    def test_hidden_and_partial_names_are_left_alone_until_they_have_their_own(self):
        for name in (".an.pdf", "x.part", "y.TMP"):
            self.put(name, pdf(name.encode()))
        self.put("moc 2.pdf", pdf(b"moc 2"))
        self.arrives("moc 2.pdf")
        for name in (".an.pdf", "x.part", "y.TMP"):
            self.assertEqual(self.named(name), [])
            self.assertTrue((self.scanner / name).exists())
        (self.scanner / "x.part").rename(self.scanner / "x.pdf")
        self.arrives("x.pdf")
        (self.scanner / ".an.pdf").unlink()
        (self.scanner / "y.TMP").unlink()

    def refused(self, name, why):
        scan = self.arrives(name)
        self.assertEqual((scan["refused"], scan["type"]), (why, None))
        aside = self.scanner / "tu-choi" / f"{scan['id']}-{name}"
        until(str(aside), lambda: os.path.lexists(aside))
        self.assertIn("\n", aside.with_name(aside.name + ".ly-do.txt").read_text("utf-8"))
        rows = [r for r in self.told("scanner_scan_refused") if r["subject"] == scan["id"]]
        self.assertEqual([r["data"]["scan"]["refused"] for r in rows], [why])
        self.clerk.call("getInboxFile", scan=scan["id"], expect="not_found")
        self.assign(self.work.open(PROCEDURE), scan, expect="not_found")
        return scan, aside

    def test_what_is_no_scan_is_refused_with_its_reason(self):
        """R-561: nothing is run, nothing is lost."""
        program = f"#!/bin/sh\ntouch {self.scanner}/da-chay\n".encode()
        self.put("chay.pdf", program)
        (self.scanner / "chay.pdf").chmod(0o755)
        scan, aside = self.refused("chay.pdf", "scan_type")
        self.assertEqual(aside.read_bytes(), program)
        self.assertFalse((self.scanner / "da-chay").exists())
        gone = self.clerk.call("discardInboxScan", scan=scan["id"],
                               body={"reason": "Không phải giấy tờ"}).json
        self.assertEqual((gone["discarded_by"], gone["reason"]), ("tiepnhan", "Không phải giấy tờ"))
        self.assertEqual(self.named("chay.pdf"), [])
        self.check()

    def test_a_file_above_the_limit_is_refused(self):
        self.put("qua-lon.pdf", pdf(bytes(2 * MIB)))
        self.refused("qua-lon.pdf", "too_large")
        self.assertEqual(list((self.centre.data / "scans" / "incoming").iterdir()), [])

    def test_a_link_is_not_followed(self):
        secret = self.centre.folder / "bi-mat.pdf"
        secret.write_bytes(pdf(b"bi mat"))
        (self.scanner / "lien-ket.pdf").symlink_to(secret)
        _, aside = self.refused("lien-ket.pdf", "not_a_file")
        self.assertTrue(aside.is_symlink())
        self.assertEqual(secret.read_bytes(), pdf(b"bi mat"))
        self.assertFalse(self.kept(pdf(b"bi mat")).exists())

    def test_a_pipe_stops_nobody(self):
        os.mkfifo(self.scanner / "ong.pdf")
        self.refused("ong.pdf", "not_a_file")

    def test_a_folder_in_it_is_left_alone_and_said_once(self):
        (self.scanner / "thu-muc").mkdir()
        self.put("thu-muc/trong.pdf", pdf())
        until("said", lambda: "thu-muc is left alone" in self.centre.messages())
        self.put("moc 3.pdf", pdf(b"moc 3"))
        self.arrives("moc 3.pdf")
        self.assertTrue((self.scanner / "thu-muc" / "trong.pdf").exists())
        self.assertEqual(self.centre.messages().count("thu-muc is left alone"), 1)

    def test_odd_names_are_only_shown(self):
        """R-562."""
        for raw, shown in ((b"x\\..\\..\\y.pdf", "x\\..\\..\\y.pdf"), (b"a\xff\x01.pdf", "a??.pdf"),
                           (b"$(reboot);.pdf", "$(reboot);.pdf"), (b"<b>.pdf", "<b>.pdf"),
                           (b"n" * 250 + b".pdf", "n" * 200)):
            with open(os.fsencode(self.scanner) + b"/" + raw, "wb") as file:
                file.write(pdf(raw))
            until(shown, lambda: self.named(shown))
            until("it leaves", lambda: raw not in os.listdir(os.fsencode(self.scanner)))
        self.check()

    def test_the_same_file_twice_is_two_scans_and_one_file(self):
        data = pdf(b"hai lan")
        self.put("trang.pdf", data)
        first = self.arrives("trang.pdf")
        self.put("trang.pdf", data)
        until("a second", lambda: len(self.named("trang.pdf")) == 2)
        ids = {scan["id"] for scan in self.named("trang.pdf")}
        self.assertIn(first["id"], ids)
        self.assertEqual(len(list((self.centre.data / "scans").glob(f"??/{self.kept(data).name}"))),
                         1)
        self.clerk.call("discardInboxScan", scan=first["id"], body={"reason": "quét hai lần"})
        other = (ids - {first["id"]}).pop()
        self.assertEqual(self.clerk.call("getInboxFile", scan=other).body, data)
        self.check()

    def test_the_newest_come_first_a_page_at_a_time(self):
        for n in range(3):
            self.put(f"to {n}.pdf", pdf(b"to %d" % n))
            self.arrives(f"to {n}.pdf")
        ids = [int(scan["id"][1:]) for scan in self.inbox()]
        self.assertEqual(ids, sorted(ids, reverse=True))
        paged = [scan["id"] for scan in self.clerk.pages("listScannerInbox", limit=1)]
        self.assertEqual(paged, [f"s{n}" for n in ids])


class Assigning(ScannerCase):
    def scan(self, name):
        self.put(name, pdf(name.encode()))
        return self.arrives(name)

    def test_one_becomes_the_scan_of_a_paper(self):
        dossier, scan = self.work.open(PROCEDURE), self.scan("cccd.pdf")
        made = self.assign(dossier, scan, paper=2, expect=201).json
        self.assertEqual((made["paper"], made["name"], made["added_by"], made["reused_from"]),
                         (2, "cccd.pdf", "tiepnhan", None))
        self.assertEqual(self.clerk.call("getScanFile", dossier=dossier["id"],
                                         scan=made["id"]).body, pdf(b"cccd.pdf"))
        self.assertEqual(self.named("cccd.pdf"), [])
        told = [r for r in self.told("dossier_scanned") if r["subject"] == dossier["id"]]
        self.assertEqual(told[-1]["data"]["scan"]["from_inbox"], scan["id"])
        self.assign(dossier, scan, expect="scan_assigned")
        self.clerk.call("getInboxFile", scan=scan["id"], expect="scan_assigned")
        self.clerk.call("discardInboxScan", scan=scan["id"], body={"reason": "x"},
                        expect="scan_assigned")
        self.check()

    def test_the_same_key_assigns_once(self):
        dossier, scan, key = self.work.open(PROCEDURE), self.scan("khoa.pdf"), contract.new_key()
        first = self.assign(dossier, scan, once=key).json
        again = self.assign(dossier, scan, once=key)
        self.assertEqual((again.json, again.headers["Idempotent-Replayed"]), (first, "true"))

    def test_two_who_assign_at_once_are_one_winner(self):
        """R-564."""
        for n in range(5):
            scan = self.scan(f"tranh {n}.pdf")
            pairs = [(self.work.open(PROCEDURE), self.centre.client("TIEP_NHAN"))
                     for _ in range(2)]
            gate, codes = threading.Barrier(2), []

            def take(dossier, who):
                gate.wait()
                answer = self.assign(dossier, scan, who=who, expect=lambda answer: True)
                codes.append(answer.json.get("code", answer.status))
            threads = [threading.Thread(target=take, args=pair) for pair in pairs]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            self.assertEqual(sorted(codes, key=str), [201, "scan_assigned"])
            have = [self.clerk.call("listScans", dossier=d["id"]).json["items"] for d, _ in pairs]
            self.assertEqual(sorted(map(len, have)), [0, 1])
        self.check()

    def test_the_rights_are_those_of_attaching(self):
        dossier, scan = self.work.open(PROCEDURE), self.scan("quyen.pdf")
        auditor = self.centre.client("KIEM_TRA")
        self.assertEqual(self.inbox(auditor), self.inbox())
        self.assign(dossier, scan, who=auditor, expect="forbidden")
        self.assign(dossier, scan, who=self.work.people["THU_LY"], expect="not_found")
        self.assign(dossier, scan, who=self.work.people["VAN_THU"], expect="forbidden")
        self.assign(dossier, scan, paper=99, expect="unknown_paper")
        self.assign(dossier, scan, paper=0, expect="state_forbids")
        self.assign(dossier, {"id": "s999999"}, expect="not_found")
        leader = self.work.people["LANH_DAO"]
        leader.call("listScannerInbox", expect="forbidden")
        leader.call("getInboxFile", scan=scan["id"], expect="forbidden")
        handed = self.work.hand(dossier)
        self.assign(handed, scan, who=self.work.people["VAN_THU"], paper=0, expect=201)

    def test_a_scan_of_nobody_is_discarded_with_a_reason(self):
        """R-565."""
        scan = self.scan("vo-chu.pdf")
        self.clerk.call("discardInboxScan", scan=scan["id"], body={"reason": " "},
                        expect="reason_missing")
        self.clerk.call("discardInboxScan", scan=scan["id"], body={"reason": "Trang trắng"})
        self.assertEqual(self.named("vo-chu.pdf"), [])
        self.clerk.call("discardInboxScan", scan=scan["id"], body={"reason": "nữa"},
                        expect="scan_removed")
        self.assign(self.work.open(PROCEDURE), scan, expect="scan_removed")
        self.clerk.call("getInboxFile", scan=scan["id"], expect="scan_removed")
        told = [r for r in self.told("scanner_scan_discarded") if r["subject"] == scan["id"]]
        self.assertEqual([r["actor"] for r in told], ["tiepnhan"])
        self.assertNotIn("trắng", str(told))

    def test_who_scans_for_his_unit_hears_of_it(self):
        """R-566: a scan of no dossier is of no unit."""
        with self.work.people["THU_LY"].events(topics="dossiers") as events:
            self.put("nghe.pdf", pdf(b"nghe"))
            event = events.wait("scanner_scan_arrived")
        self.assertEqual(event.data["scan"]["type"], "pdf")
        self.assertNotIn("nghe", str(event.data))

    def test_the_check_knows_them(self):
        """R-566: the sweep leaves their bytes, and rows are held against the log."""
        scan, gone = self.scan("quet 1.pdf"), self.scan("quet 2.pdf")
        made = self.assign(self.work.open(PROCEDURE), self.scan("quet 3.pdf")).json
        self.clerk.call("discardInboxScan", scan=gone["id"], body={"reason": "nhầm"})
        copy = self.centre.folder / "copy"
        self.centre.run("backup", "--data", self.centre.data, "--output", copy)
        self.assertTrue((copy / "scans" / self.kept(pdf(b"quet 1.pdf")).relative_to(
            self.centre.data / "scans")).exists())
        self.centre.run("check", "--data", copy)
        for change in (
                f"UPDATE inbox_scan SET name = 'khac' WHERE id = {scan['id'][1:]}",
                f"UPDATE inbox_scan SET bytes = 1 WHERE id = {scan['id'][1:]}",
                f"DELETE FROM inbox_scan WHERE id = {scan['id'][1:]}",
                f"UPDATE inbox_scan SET ended_at = 1, ended_by = 'x' WHERE id = {scan['id'][1:]}",
                f"UPDATE inbox_scan SET ended_at = NULL WHERE id = {gone['id'][1:]}",
                "UPDATE inbox_scan SET scan_id = 1 WHERE scan_id IS NOT NULL",
                f"UPDATE dossier_scan SET sha256 = 'x' WHERE id = {made['id'][1:]}",
                "INSERT INTO inbox_scan SELECT centre_id, 9999999, name, written_ns, salt, sha256, "
                "type, bytes, refused, arrived_at, NULL, NULL, NULL, NULL, NULL FROM inbox_scan "
                f"WHERE id = {scan['id'][1:]}"):
            code, said = self.centre.check_copy(change)
            self.assertEqual(code, 1, change)
            self.assertIn("FAULT scan", said, change)
        self.centre.stop()
        self.assertIn("taken away", self.check("--sweep"))
        self.assertTrue(self.kept(pdf(b"quet 1.pdf")).exists())
        self.assertTrue(self.kept(pdf(b"quet 3.pdf")).exists())
        self.assertFalse(self.kept(pdf(b"quet 2.pdf")).exists())
        file = self.kept(pdf(b"quet 1.pdf"))
        file.rename(self.centre.folder / "aside")
        self.assertIn(f"scan {scan['id']} from the scanner: its file", self.check(expect=1))
        (self.centre.folder / "aside").rename(file)
        self.centre.start(self.address)


class Stops(ScannerCase):
    def test_a_kill_at_any_moment_takes_each_file_once(self):
        """R-563: killed again and again while files come, each is recorded once."""
        names = [f"tep {n}.pdf" for n in range(40)]
        for round_, at in enumerate((0.0, 2.0, 2.05, 2.1, 2.2, 2.3, 2.5)):
            for name in names[round_ * 5:round_ * 5 + 5]:
                self.put(name, pdf(name.encode() + os.urandom(MIB // 2)))
            began = time.monotonic()
            until("the moment", lambda: time.monotonic() - began >= at)
            self.centre.kill()
            self.check()
            self.centre.start(self.address)
        for name in names[35:]:
            self.put(name, pdf(name.encode()))
        for name in names:
            self.arrives(name)
        came = sorted(s["name"] for s in self.inbox() if s["name"].startswith("tep"))
        self.assertEqual(came, sorted(names))
        self.assertEqual(list((self.centre.data / "scans" / "incoming").iterdir()), [])
        self.assertEqual([p for p in self.scanner.iterdir() if p.name != "tu-choi"], [])
        self.check()

    def test_a_file_that_was_recorded_and_stayed_is_taken_away_and_not_recorded_again(self):
        """R-563: the server was killed between the commit and the folder; also when somebody gave
        the scan to a dossier in the meantime."""
        for assigned in (False, True):
            name = f"con-lai {assigned}.pdf"
            self.put(name, pdf(name.encode()))
            before = (self.scanner / name).stat()
            scan = self.arrives(name)
            if assigned:
                self.assign(self.work.open(PROCEDURE), scan)
            self.centre.kill()
            self.put(name, pdf(name.encode()))
            os.utime(self.scanner / name, ns=(before.st_atime_ns, before.st_mtime_ns))
            self.centre.start(self.address)
            until("it leaves", lambda: not (self.scanner / name).exists())
            self.assertEqual(len(self.named(name)), 0 if assigned else 1)
            told = [r for r in self.told("scanner_scan_arrived")]
            self.assertEqual(sum(r["subject"] == scan["id"] for r in told), 1)
        self.check()

    def test_a_file_on_its_way_out_gets_its_name_back(self):
        """R-563: killed while it had the hidden name."""
        self.centre.kill()
        self.put(".motcua.giua-duong.pdf", pdf(b"giua duong"))
        self.centre.start(self.address)
        self.arrives("giua-duong.pdf")

    def test_a_refused_file_that_stayed_is_told_once(self):
        self.put("sai.pdf", b"khong phai")
        before = (self.scanner / "sai.pdf").stat()
        scan = self.arrives("sai.pdf")
        aside = self.scanner / "tu-choi" / f"{scan['id']}-sai.pdf"
        self.centre.kill()
        until("aside", aside.exists)
        aside.rename(self.scanner / "sai.pdf")
        os.utime(self.scanner / "sai.pdf", ns=(before.st_atime_ns, before.st_mtime_ns))
        self.centre.start(self.address)
        until("aside again", aside.exists)
        self.assertEqual([s["id"] for s in self.named("sai.pdf")], [scan["id"]])
        self.clerk.call("discardInboxScan", scan=scan["id"], body={"reason": "đã xem"})

    def test_a_folder_that_is_gone_is_waited_for(self):
        away = self.scanner.with_name("di-vang")
        self.scanner.rename(away)
        self.centre.stop()
        self.centre.start(self.address)
        until("unreachable",
              lambda: self.clerk.call("getScannerFolder").json["state"] == "unreachable")
        away.rename(self.scanner)
        until("watched", lambda: self.clerk.call("getScannerFolder").json["state"] == "watched")
        self.put("tro-lai.pdf", pdf(b"tro lai"))
        self.arrives("tro-lai.pdf")

    def test_the_data_folder_is_never_cleared(self):
        options = self.centre.options
        self.centre.stop()
        self.centre.options = ["--scanner-folder", str(self.centre.data / "scans")]
        self.centre.start(self.address)
        until("said", lambda: "it is the data folder or in it" in self.centre.messages())
        self.assertTrue((self.centre.data / "scans" / "incoming").exists())
        self.assertFalse((self.centre.data / "scans" / "tu-choi").exists())
        self.centre.stop()
        self.centre.options = options
        self.centre.start(self.address)

    def test_without_the_option_nothing_is_watched(self):
        options = self.centre.options
        self.centre.stop()
        self.centre.options = []
        self.centre.start(self.address)
        self.assertEqual(self.clerk.call("getScannerFolder").json, {"state": "off"})
        self.centre.stop()
        self.centre.options = options
        self.centre.start(self.address)


if __name__ == "__main__":
    unittest.main()
