#!/usr/bin/env python3
"""The demonstration: a year behind a centre (here two weeks of it), and a day that plays itself.

The play goes through the ordinary API, so the server's own check and a count of the dossiers say whether
what it leaves is a centre; the numbers are the play's own ranges, not copied from a run.
"""
import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
from server import program  # noqa: E402

DEMO = ROOT / "queue_server" / "sample" / "demo" / "demo.sh"
DAY, DAYS = "2026-11-23", 14  # the play begins on 9 November: ten working days
DEADLINE_S = 240
STATES = ("arrived", "supplement_before", "refused", "accepted", "processing", "with_agency", "awaiting_supplement",
          "awaiting_payment", "suspended", "withdrawal_requested", "stopped", "result_ready", "returned")
SELDOM = ("dossier_extended", "dossier_reappointed", "dossier_corrected", "dossier_reopened", "dossier_receipt_issued",
          "dossier_scanned", "cash_closed", "petition_received", "petition_taken")


class Demonstration(unittest.TestCase):
    def test_a_past_and_a_day_that_plays_itself(self):
        with tempfile.TemporaryDirectory(prefix="motcua-demo-") as folder:
            build = program().parents[1]
            play = subprocess.Popen(["sh", str(DEMO), str(build), folder, "127.0.0.1:0", DAY, "60"],
                                    env={**os.environ, "DEMO_DAYS": str(DAYS)}, stdin=subprocess.PIPE,
                                    stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            try:
                url = self.await_address(play)
                accounts = dict(line.split() for line in (pathlib.Path(folder) / "accounts.txt").read_text().splitlines())
                for path in pathlib.Path(folder).rglob("*"):  # passwords and personal data
                    self.assertEqual(path.stat().st_mode & 0o077, 0, path)
                manager = contract.Client(url)
                manager.sign_in("giamdoc", accounts["giamdoc"])
                self.every_state(manager)
                self.the_past(manager)
                self.the_day(manager)
                manager.close()
                self.what_is_seldom(url, accounts["kiemtra"])
            finally:
                play.terminate()
                said = play.communicate(timeout=60)[0]
            checked = subprocess.run([program(), "check", "--data", f"{folder}/data"], capture_output=True,
                                     text=True, check=False, timeout=120)
            self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr + said)
            self.assertEqual(checked.stdout.splitlines()[-1], "0 faults")

    def await_address(self, play):
        for line in play.stdout:
            if "the demonstration: " in line:
                return line.split()[-1]
        self.fail(f"the demonstration ended with {play.wait()}")

    def every_state(self, manager):
        """Each state of dossier-states.md, for who looks on: found before the day has gone on with them."""
        found = {state: len(manager.call("listDossiers", state=state, limit=2).json["items"]) for state in STATES}
        self.assertEqual(found, dict.fromkeys(STATES, 2))

    def what_is_seldom(self, url, password):
        auditor = contract.Client(url)
        auditor.sign_in("kiemtra", password)
        found = {kind: len(auditor.call("readLog", kind=kind, limit=2).json["items"]) for kind in SELDOM}
        auditor.close()
        self.assertEqual(found, dict.fromkeys(SELDOM, 2))

    def the_past(self, manager):
        total = manager.call("reportOnTime", **{"from": "2026-11-09", "to": "2026-11-22", "by": "field"}).json["total"]
        resolved = sum(total["resolved"].values())
        still_open = sum(total["open"].values())
        self.assertEqual(total["carried_over"] + total["received"], resolved + still_open)
        self.assertGreater(total["received"], 100)  # ten days of some twenty
        self.assertGreater(resolved, 30)
        self.assertLess(total["resolved"]["late"] + total["open"]["overdue"], 0.06 * total["received"])  # plan: one in a hundred
        day = manager.call("reportQueue", date="2026-11-18").json
        self.assertGreater(day["total"]["served"], 10)
        self.assertLessEqual(day["total"]["served"], day["total"]["issued"])

    def the_day(self, manager):
        until = time.monotonic() + DEADLINE_S
        while time.monotonic() < until:
            calls = [call for queue in manager.call("getQueue").json["items"] for call in queue["calls"]]
            if len(calls) >= 3:
                return
            time.sleep(0.5)
        self.fail("nobody was called")

class RealCentre(unittest.TestCase):
    def test_a_centre_that_is_not_for_training_is_refused_before_anything_is_changed(self):
        asked = []

        class Real(http.server.BaseHTTPRequestHandler):
            def answer(self):
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                asked.append(f"{self.command} {self.path}")
                body = json.dumps({"token": "t", "centre": {"training": False}, "password": "p"}).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = answer

            def log_message(self, *_):
                pass

        with http.server.HTTPServer(("127.0.0.1", 0), Real) as real, tempfile.TemporaryDirectory() as folder:
            threading.Thread(target=real.serve_forever, daemon=True).start()
            accounts = pathlib.Path(folder) / "accounts.txt"
            accounts.write_text("quantri secret\n")
            for what in ("year", "day"):
                run = subprocess.run([sys.executable, DEMO.with_name("play.py"), what, f"http://127.0.0.1:{real.server_port}",
                                      accounts, DAY], capture_output=True, text=True, check=False, timeout=60)
                self.assertEqual(run.returncode, 1)
                self.assertIn("no training centre", run.stderr)
            real.shutdown()
            self.assertEqual(asked, ["POST /api/v1/session", "GET /api/v1/me"] * 2)
            self.assertEqual(accounts.read_text(), "quantri secret\n")


if __name__ == "__main__":
    unittest.main()
