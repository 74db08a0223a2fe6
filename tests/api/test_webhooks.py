"""Webhooks: partners who are posted the events of dossiers. Rules checked: R-533, R-534, R-535, R-536, R-537.

The partner is an HTTP server of the standard library on loopback; what it must receive is compared
with the log, its signature with one made by hmac of the standard library.
"""
import hashlib
import hmac
import http.server
import json
import pathlib
import sys
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

PROCEDURE = "1.003583"
WAIT = 60  # seconds: more than any wait of a good run


class Partner:
    """Keeps what was posted; answers 200 unless told otherwise."""

    def __init__(self):
        self.posts, self.refused = [], []
        self.answers = []  # statuses of the next posts
        self.heard = threading.Condition()
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                with outer.heard:
                    status = outer.answers.pop(0) if outer.answers else 200
                    (outer.posts if status // 100 == 2 else outer.refused).append((dict(self.headers), body, self.path))
                    outer.heard.notify_all()
                self.send_response(status)
                if status == 302:
                    self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *unused):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/motcua"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, holds):
        with self.heard:
            if not self.heard.wait_for(holds, WAIT):
                raise AssertionError(f"{len(self.posts)} posts, {len(self.refused)} refused: not what was awaited")

    def seqs(self):
        return [json.loads(body)["seq"] for _, body, _ in self.posts]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class Webhooks(unittest.TestCase):
    def setUp(self):
        self.centre = server.Server(begins="2026-03-10T08:00:00+07:00")
        self.centre.__enter__()
        self.addCleanup(self.centre.__exit__, None, None, None)
        self.work = casework.Casework(self.centre)
        self.chief = self.work.people["QUAN_TRI"]
        self.partner = Partner()
        self.addCleanup(self.partner.close)

    def make(self, code="tinh", url=None):
        return self.chief.call("createWebhook", body={"webhook": code, "url": url or self.partner.url},
                               expect=201).json

    def told(self):
        """Numbers of the log's rows that are about dossiers."""
        rows = self.chief.pages("readLog")
        return sorted(row["seq"] for row in rows if row["kind"].startswith("dossier_"))

    def test_each_event_of_a_dossier_comes_once_in_order_and_signed(self):
        """R-533, R-534: from when it was made; who applies stands nowhere in it."""
        before = self.work.open(PROCEDURE)
        secret = self.make()["secret"]
        dossier = self.work.issue(self.work.hand(self.work.open(PROCEDURE)))
        expected = [seq for seq in self.told() if seq > before["version"]]
        self.partner.wait(lambda: len(self.partner.posts) >= len(expected))
        self.assertEqual(self.partner.seqs(), expected)
        for headers, body, path in self.partner.posts:
            value = json.loads(body)
            self.assertEqual((path, headers["Motcua-Event"], headers["Motcua-Delivery"]),
                             ("/motcua", value["kind"], f"tinh/{value['seq']}"))
            fields = dict(part.split("=", 1) for part in headers["Motcua-Signature"].split(","))
            signed = hmac.new(secret.encode(), f"{fields['t']}.".encode() + body, hashlib.sha256).hexdigest()
            self.assertEqual(fields["v1"], signed)
            self.assertEqual((value["subject"], value["centre"], value["training"]), (dossier["id"], "H55.128", True))
            self.assertNotIn("Nông Thị Mẫu", body.decode())
            self.assertNotIn("006190012345", body.decode())
        self.assertEqual(json.loads(self.partner.posts[0][1])["data"]["dossier"]["code"], dossier["code"])

    def test_what_fails_is_tried_again_and_nothing_overtakes_it(self):
        """R-535: a redirect is a failure and not followed; the webhook tells why meanwhile."""
        self.partner.answers = [200, 302]
        self.make()
        self.work.hand(self.work.open(PROCEDURE))
        self.partner.wait(lambda: len(self.partner.refused) >= 1)
        failing = self.one()
        while failing["failures"] == 0:
            failing = self.one()
        self.assertEqual((failing["failures"], failing["failure"]), (1, "HTTP 302"))
        self.assertIsNotNone(failing["failing_since"])
        expected = self.told()
        self.partner.wait(lambda: len(self.partner.posts) >= len(expected))
        self.assertEqual(self.partner.seqs(), expected)
        again = [json.loads(body)["seq"] for _, body, _ in self.partner.refused]
        self.assertEqual(again, [expected[1]])
        self.assertEqual({path for _, _, path in self.partner.posts}, {"/motcua"})

    def one(self):
        return self.chief.call("listWebhooks").json["items"][0]

    def test_a_kill_loses_nothing(self):
        """R-533: what was not known to have arrived comes after the next start, under its name."""
        self.partner.answers = [503] * 1000
        self.make()
        self.work.open(PROCEDURE)
        self.partner.wait(lambda: self.partner.refused)
        self.centre.kill()
        with self.partner.heard:
            self.partner.answers = []
        self.centre.start()
        self.chief = self.centre.client("QUAN_TRI")
        self.partner.wait(lambda: self.partner.posts)
        self.assertEqual(self.partner.seqs()[:1], self.told()[:1])

    def test_one_that_is_stopped_is_told_all_when_it_is_resumed(self):
        """R-533; versions as everywhere."""
        made = self.make()["webhook"]
        self.chief.call("changeWebhook", webhook="tinh", body={"enabled": False}, If_Match='"1"',
                        expect="version_conflict")
        stopped = self.chief.call("changeWebhook", webhook="tinh", body={"enabled": False},
                                  If_Match=f'"{made["version"]}"').json
        self.assertEqual((stopped["enabled"], stopped["url"]), (False, self.partner.url))
        self.work.open(PROCEDURE)
        other = Partner()  # a second one hears it: the first would have, were it not stopped
        self.addCleanup(other.close)
        self.make("khac", other.url)
        self.work.open(PROCEDURE)
        other.wait(lambda: other.posts)
        self.assertEqual(self.partner.posts, [])
        self.chief.call("changeWebhook", webhook="tinh", body={"enabled": True},
                        If_Match=f'"{stopped["version"]}"')
        expected = self.told()
        self.partner.wait(lambda: len(self.partner.posts) >= len(expected))
        self.assertEqual(self.partner.seqs(), expected)
        self.assertEqual(other.seqs(), expected[1:])

    def test_a_dead_partner_does_not_hold_up_the_others(self):
        dead = Partner()
        dead.close()
        self.make("a-chet", dead.url)
        self.make("b-song")
        self.work.open(PROCEDURE)
        self.partner.wait(lambda: self.partner.posts)
        self.assertEqual(self.partner.seqs(), self.told())

    def test_secrets_are_shown_once_and_can_be_changed(self):
        """R-536."""
        first = self.make()["secret"]
        self.assertNotIn(first, self.chief.call("listWebhooks").body.decode())
        second = self.chief.call("newWebhookSecret", webhook="tinh").json["secret"]
        self.assertNotEqual(first, second)
        self.assertNotIn(second, json.dumps(list(self.chief.pages("readLog"))))
        self.work.open(PROCEDURE)
        self.partner.wait(lambda: self.partner.posts)
        headers, body, _ = self.partner.posts[0]
        stamp = headers["Motcua-Signature"].split(",")[0].removeprefix("t=")
        self.assertIn(hmac.new(second.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest(),
                      headers["Motcua-Signature"])

    def test_what_is_refused(self):
        """R-537, and the usual."""
        for url in ("ftp://vi-du.vn/", "https://", "http://ten:mat@vi-du.vn/", "https:///x", "tinh.vn"):
            self.chief.call("createWebhook", body={"webhook": "tinh", "url": url}, faulty=True, expect=422)
        for code in ("Tỉnh", "-a", "a b", "x" * 33):
            self.chief.call("createWebhook", body={"webhook": code, "url": self.partner.url}, faulty=True, expect=422)
        self.make()
        self.chief.call("createWebhook", body={"webhook": "tinh", "url": self.partner.url}, expect="duplicate")
        self.chief.call("changeWebhook", webhook="khong-co", body={}, If_Match='"1"', expect="not_found")
        self.work.people["GD_TT"].call("listWebhooks", expect="forbidden")
        self.chief.call("deleteWebhook", webhook="tinh", expect=204)
        self.chief.call("deleteWebhook", webhook="tinh", expect="not_found")
        for number in range(16):
            self.make(f"noi-{number}")
        self.chief.call("createWebhook", body={"webhook": "mot-nua", "url": self.partner.url}, expect="limit_reached")


if __name__ == "__main__":
    unittest.main()
