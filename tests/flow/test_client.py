"""One-shot commands of counter_client against a real server, and its table against the contract.

Run: python3 -m unittest tests/flow/test_client.py   (MOTCUA_BUILD names another build tree)
"""
import json
import os
import pathlib
import re
import socket
import stat
import subprocess
import sys
import tempfile
import threading
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server as servers  # noqa: E402  (needs the path above)

import yaml  # noqa: E402

CONTRACT = servers.ROOT / "docs" / "openapi.yaml"
CARD = "006190012345||NÔNG THỊ MẪU|15081990|Nữ|Thôn Nà Vài|20082021"
DONE, REFUSED, USAGE, UNREACHABLE = 0, 1, 2, 3


class Client:
    """The program with one person's session."""

    def __init__(self, folder, url, name):
        self.session = folder / f"session-{name}"
        self.url = url

    def run(self, *words, text=None, expect=DONE, language="vi"):
        """Run a command; its standard output and error."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.session.parent),
                       "MOTCUA_SESSION": str(self.session), "LANG": "C.UTF-8"}
        if self.url:
            environment["MOTCUA_SERVER"] = self.url
        done = subprocess.run([servers.program("counter_client"), "--lang", language,
                               *map(str, words)], input=text, capture_output=True, text=True,
                              timeout=60, env=environment, check=False)
        if done.returncode != expect:
            raise AssertionError(f"{words}: exit {done.returncode}, not {expect}\n"
                                 f"{done.stdout}{done.stderr}")
        return done.stdout, done.stderr

    def json(self, *words, **options):
        return json.loads(self.run(*words, "--json", **options)[0])


class TableAgainstContract(unittest.TestCase):
    """Every command is a route of the contract, every option a part of its request."""

    @classmethod
    def setUpClass(cls):
        cls.contract = yaml.safe_load(CONTRACT.read_text("utf-8"))
        said = subprocess.run([servers.program("counter_client"), "--list-commands", "--json"],
                              capture_output=True, text=True, check=True)
        cls.commands = json.loads(said.stdout)

    def resolve(self, node):
        while isinstance(node, dict) and "$ref" in node:
            target = self.contract
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            node = target
        return node

    def operation(self, command):
        path = self.contract["paths"].get(command["path"])
        self.assertIsNotNone(path, f"{command['name']}: no path {command['path']}")
        operation = path.get(command["method"].lower())
        self.assertIsNotNone(operation, f"{command['name']}: no {command['method']}")
        parameters = [self.resolve(each)
                      for each in path.get("parameters", []) + operation.get("parameters", [])]
        return operation, parameters

    def body_fields(self, schema, prefix=""):
        """Names of a body's fields, inner ones with dots, by what they are."""
        schema = self.resolve(schema)
        for choice in schema.get("oneOf", []):
            yield from self.body_fields(choice, prefix)
        for name, field in schema.get("properties", {}).items():
            yield prefix + name
            yield from self.body_fields(field, f"{prefix}{name}.")

    def test_every_command_is_an_operation(self):
        for command in self.commands:
            self.operation(command)

    def test_every_operation_for_people_has_a_command(self):
        routes = {(each["method"], each["path"]) for each in self.commands}
        for path, operations in self.contract["paths"].items():
            for method in operations.keys() - {"parameters"}:
                if path.startswith("/public/") or path == "/metrics" or self.is_for_a_screen(path, method):
                    continue
                self.assertIn((method.upper(), path), routes)

    def is_for_a_screen(self, path, method):
        """The set-up, the manager's exports, what only a screen can show or a device ask, and the
        bytes of scans; the calendar is amended by `queue_server calendar` as well, dossiers
        are imported by `queue_server import`."""
        set_up = {"/sites": ("post",), "/services": ("post",), "/counters": ("post",),
                  "/sites/{site}": ("patch",), "/services/{service}": ("patch",),
                  "/counters/{counter}": ("patch",), "/accounts/{account}/password": ("post",),
                  "/devices/{device}/pairing": ("post",), "/devices/pair": ("post",),
                  "/calendar": ("put",), "/kiosk": ("get",), "/print-previews": ("post",), "/payment-statements": ("post",), "/log/check": ("get",)}
        if path.endswith("/payment-qr") or "/scans" in path or path.startswith(("/dossier-imports", "/import-mappings")):
            return True
        parts = ("/calendar/", "/payment-setup", "/setup", "/printers", "/queue-rules", "/backups", "/webhooks", "/reports/open",
                 "/reports/satisfaction", "/reports/on-time/export", "/reports/on-time/print", "/books/export")
        return method in set_up.get(path, ()) or path.startswith(parts)

    def test_options_are_parts_of_the_request(self):
        for command in self.commands:
            operation, parameters = self.operation(command)
            content = operation.get("requestBody", {}).get("content", {})
            fields = set(self.body_fields(content.get("application/json", {}).get("schema", {})))
            known = {"path": {p["name"] for p in parameters if p["in"] == "path"},
                     "query": {p["name"] for p in parameters if p["in"] == "query"},
                     "body": fields}
            for option in command["options"]:
                self.assertIn(option["field"], known[option["place"]],
                              f"{command['name']} --{option['name']}")
                self.assertTrue(option["help"], f"no help: --{option['name']}")

    def test_what_must_be_given_can_be_given(self):
        for command in self.commands:
            operation, parameters = self.operation(command)
            options = {(each["place"], each["field"].split(".")[0]) for each in command["options"]}
            for parameter in parameters:
                if parameter.get("required") and parameter["in"] in ("path", "query"):
                    self.assertIn((parameter["in"], parameter["name"]), options, command["name"])
            schema = operation.get("requestBody", {}).get("content", {})
            schema = self.resolve(schema.get("application/json", {}).get("schema", {}))
            for field in set(schema.get("required", [])) - {"password"}:
                self.assertIn(("body", field), options, command["name"])

    def test_headers_are_those_of_the_operation(self):
        for command in self.commands:
            operation, parameters = self.operation(command)
            headers = {p["name"] for p in parameters if p["in"] == "header"}
            self.assertEqual("Idempotency-Key" in headers, command["keyed"], command["name"])
            self.assertEqual("If-Match" in headers, command["versioned"], command["name"])
            self.assertEqual("requestBody" in operation, command["body"], command["name"])
            self.assertEqual(operation.get("security") == [], command["public"], command["name"])


class LostConnections(unittest.TestCase):
    """A server that hears a request and dies, a few times over."""

    def serve(self, losses, body=b"{}"):
        """Drop that many connections after their request, answer the next; the keys heard."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(listener.close)
        keys = []

        def run():
            for turn in range(losses + 1):
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return  # closed: the test is over
                with connection:
                    heard = b""
                    while b"{" not in heard:
                        heard += connection.recv(65536)
                    keys.append(re.search(rb"Idempotency-Key: (\S+)", heard)[1].decode())
                    if turn == losses:
                        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                           b"Content-Length: %d\r\nConnection: close\r\n\r\n"
                                           b"%s" % (len(body), body))

        threading.Thread(target=run, daemon=True).start()
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [servers.program("counter_client"), "ticket", "start", "t1", "--json"],
                env={"MOTCUA_SERVER": f"http://127.0.0.1:{listener.getsockname()[1]}",
                     "MOTCUA_TOKEN": "x" * 26, "HOME": folder},
                capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, keys

    def test_a_lost_answer_is_asked_for_again_with_the_same_key(self):
        status, keys = self.serve(2)
        self.assertEqual(status, DONE)
        self.assertEqual(len(keys), 3)
        self.assertEqual(len(set(keys)), 1)
        self.assertRegex(keys[0], "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-")

    def test_an_answer_that_cannot_be_read_is_no_success(self):
        for body in (b'{"id":', b"<html>a page of a proxy</html>", b""):
            self.assertEqual(self.serve(0, body)[0], UNREACHABLE)

    def test_it_gives_up_after_a_few_attempts(self):
        status, keys = self.serve(10)
        self.assertEqual(status, UNREACHABLE)
        self.assertEqual((len(keys), len(set(keys))), (4, 1))


class OneShot(unittest.TestCase):
    """A morning at the counter by commands."""

    @classmethod
    def setUpClass(cls):
        cls.server = servers.Server()
        cls.server.__enter__()
        cls.addClassCleanup(cls.server.__exit__, None, None, None)
        cls.people = {}

    def person(self, role):
        """The client of a role, signed in; each has its own session."""
        if role not in self.people:
            account = servers.ACCOUNTS[role][0]
            client = Client(self.server.folder, self.server.base_url, account)
            client.run("sign-in", account, "--password-stdin",
                       text=self.server.passwords[account] + "\n")
            self.people[role] = client
        return self.people[role]

    def test_a_session_is_kept_for_its_owner_alone_and_ends(self):
        client = Client(self.server.folder, self.server.base_url, "again")
        account = servers.ACCOUNTS["PHAT_SO"][0]
        client.run("sign-in", account, "--password-stdin", text=self.server.passwords[account])
        self.assertEqual(stat.S_IMODE(client.session.stat().st_mode), 0o600)
        self.assertEqual(client.json("me")["account"], account)
        client.url = None  # the stored session knows the server
        self.assertEqual(client.json("me")["account"], account)
        client.run("sign-out")
        self.assertFalse(client.session.exists())
        client.run("me", expect=USAGE)  # no server any more
        client.url = self.server.base_url
        self.assertIn("sign-in", client.run("me", expect=REFUSED)[1])

    def test_a_wrong_password_is_refused_with_words(self):
        client = Client(self.server.folder, self.server.base_url, "wrong")
        _, said = client.run("sign-in", "tiepnhan", "--password-stdin", text="không phải\n",
                             expect=REFUSED)
        self.assertIn("wrong_password", said)

    def test_tickets_and_calls(self):
        clerk = self.person("TIEP_NHAN")
        clerk.run("counter", "set", "2", "open")
        ticket = clerk.json("ticket", "issue", "E", "--site", "trung-tam")
        number = ticket["number"]
        self.assertEqual(ticket["class"], "P0")
        called = clerk.json("call-next", "--counter", "2")
        self.assertEqual(called["ticket"]["id"], ticket["id"])
        self.assertEqual(clerk.json("ticket", "recall", number)["calls"], 2)
        self.assertEqual(clerk.json("ticket", "no-show", number)["state"], "no_show")
        self.assertEqual(clerk.json("ticket", "come-back", number)["state"], "waiting")
        said, _ = clerk.run("call-next", "2")
        self.assertIn("Không có ai để gọi", said)
        clerk.run("call", number, "--counter", "2", "--reason", "Khách quay lại quầy")
        clerk.run("ticket", "start", number)
        clerk.run("ticket", "park", number)
        clerk.run("ticket", "return", number)
        self.assertEqual(clerk.json("call-next", "2")["ticket"]["number"], number)
        following = clerk.json("ticket", "issue", "E", "--site", "trung-tam", "--class", "P4")
        both = clerk.json("call-next", "2", "--finish")
        self.assertEqual((both["finished"]["number"], both["ticket"]["id"]),
                         (number, following["id"]))
        moved = clerk.json("ticket", "transfer", following["id"], "C", "--counter", "4")
        self.assertEqual((moved["service"], moved["only_counter"]), ("C", "4"))
        clerk.run("ticket", "cancel", following["id"], "--reason", "Công dân về")
        said, _ = clerk.run("ticket", "list", "--service", "E")
        self.assertRegex(said, rf"{number} +{ticket['id']} +xong")
        clerk.run("counter", "set", "2", "closed")

    def test_a_refusal_names_the_code_and_the_fields(self):
        clerk = self.person("TIEP_NHAN")
        _, said = clerk.run("ticket", "issue", "Z", "--site", "trung-tam", expect=REFUSED)
        self.assertIn("unknown_service", said)
        _, said = clerk.run("ticket", "issue", "--file", "-", text='{"service": 7}',
                            expect=REFUSED)
        self.assertIn("/service", said)
        self.assertIn("wrong_type", said)
        clerk.run("ticket", "finish", "t999999999", expect=REFUSED)

    def test_the_same_key_asks_once(self):
        clerk = self.person("TIEP_NHAN")
        words = ("ticket", "issue", "D", "--site", "trung-tam", "--key", "phieu-thu-1")
        self.assertEqual(clerk.json(*words)["id"], clerk.json(*words)["id"])

    def test_usage_errors_are_told_without_a_request(self):
        client = Client(self.server.folder, "http://127.0.0.1:1", "usage")
        for words in (["nope"], ["ticket"], ["ticket", "issue", "--nope"],
                      ["ticket", "issue"], ["ticket", "issue", "A", "B"],
                      ["ticket", "issue", "A", "--class"], ["ticket", "nope"]):
            if words != ["ticket"]:
                client.run(*words, expect=USAGE)
        said, _ = client.run("ticket", "--help")
        self.assertIn("ticket transfer", said)
        self.assertIn("--appointment", client.run("ticket", "issue", "--help")[0])

    def test_an_unreachable_server_is_its_own_exit_status(self):
        client = Client(self.server.folder, "http://127.0.0.1:1", "nobody")
        _, said = client.run("version", expect=UNREACHABLE)
        self.assertIn("không kết nối được máy chủ", said)

    def test_a_dossier_without_papers_is_told_which_are_missing(self):
        words = ("dossier", "open", "--procedure", "1.003583", "--card", CARD)
        seen = self.person("TIEP_NHAN").json(*words, "--dry-run")
        self.assertEqual([fault["code"] for fault in seen["faults"]], ["documents_missing"])
        _, said = self.person("TIEP_NHAN").run(*words, expect=REFUSED)
        self.assertIn("documents_missing", said)

    def test_procedures_are_found_without_tones(self):
        found = self.person("TIEP_NHAN").json("procedures", "search", "khai sinh luu dong")
        self.assertEqual([each["procedure"] for each in found["items"]], ["1.003583"])

    def test_a_card_is_read_from_the_scanner(self):
        card = self.person("TIEP_NHAN").json("card", "-", text=CARD + "\r\n")
        self.assertEqual((card["personal_id"], card["sex"], card["birth_date"]),
                         ("006190012345", "female", "1990-08-15"))

    def test_a_dossier_lives_from_intake_to_return(self):
        self.person("QUAN_TRI").run("clock", "set", "2026-03-10T08:30:00+07:00")
        clerk = self.person("TIEP_NHAN")
        intake = ("dossier", "open", "--procedure", "1.003583", "--card", CARD, "--paper", "all")
        preview, _ = clerk.run(*intake, "--dry-run")
        # received on Tuesday the 10th: five working days end on Tuesday the 17th
        self.assertIn("Hẹn trả: 17:00 17/03/2026", preview)
        faulty = clerk.json(*intake, "--dry-run", "--phone", "123")
        self.assertEqual([(each["pointer"], each["code"]) for each in faulty["faults"]],
                         [("/applicant/phone", "phone_invalid")])
        dossier = clerk.json(*intake)
        code, job = dossier["code"], dossier["print_jobs"][0]
        self.assertEqual(dossier["promised_at"], "2026-03-17T17:00:00+07:00")
        scans = [f"--scan={place}=giay-{place}.pdf"
                 for place in range(1, len(dossier["documents"]) + 1)]
        _, said = clerk.run("dossier", "hand-over", code, "--unit", "VP_HDND_UBND", "--version",
                            dossier["version"] + 1, *scans, expect=REFUSED)
        self.assertIn("version_conflict", said)
        clerk.run("dossier", "hand-over", code, "--unit", "VP_HDND_UBND", *scans)
        self.person("THU_LY").run("dossier", "confirm", code)
        asked = self.person("LD_PHONG").json(
            "dossier", "request-supplement", code, "--item", "Bản sao giấy chứng sinh",
            "--reason", "Giấy chứng sinh không đọc được số")
        self.assertEqual((asked["state"], asked["legal_due_at"]), ("awaiting_supplement", None))
        self.person("QUAN_TRI").run("clock", "set", "2026-03-12T08:30:00+07:00")
        resumed = clerk.json("dossier", "resume", code, "--paper", "2:1")
        self.assertEqual(resumed["legal_due_at"], "2026-03-19T17:00:00+07:00")
        self.person("LANH_DAO").run("dossier", "sign", code, "--outcome", "approved", "--title",
                                    "Giấy khai sinh")
        issued = self.person("VAN_THU").json("dossier", "issue-result", code, "--number", "15/2026")
        self.assertEqual(issued["verdict"], "early")
        _, said = clerk.run("dossier", "refuse", code, "--refusal-code", "other", "--reason",
                            "Lý do này đủ hai mươi chữ cái", expect=REFUSED)
        self.assertIn("state_forbids", said)
        self.assertEqual(clerk.json("dossier", "return-result", code)["state"], "returned")
        self.assertIn("Chờ bổ sung hồ sơ", clerk.run("dossier", "ledger", code)[0])
        self.assertIn("Trả kết quả", clerk.run("dossier", "history", code)[0])

        manager = self.person("GD_TT")
        period = ("--from", "2026-03-01", "--to", "2026-03-31")
        report = manager.json("report", "on-time", *period, "--by", "procedure")
        row = next(each for each in report["rows"] if each["key"] == "1.003583")
        self.assertEqual(row["resolved"], {"early": 1, "on_time": 0, "late": 0})
        behind = manager.json("report", "dossiers", *period, "--by", "procedure", "--key",
                              "1.003583", "--column", "early")
        self.assertEqual([each["code"] for each in behind["items"]], [code])

        page = self.server.folder / "page.pdf"
        clerk.run("print", "document", job, "-o", page)
        self.assertEqual(page.read_bytes()[:5], b"%PDF-")
        again = clerk.json("print", "reprint", job, "--reason", "Kẹt giấy")
        self.assertEqual(again["copy"], 2)

    def test_accounts_and_devices_are_made_and_shown_once(self):
        admin = self.person("QUAN_TRI")
        made = admin.json("account", "add", "thuly2", "--name", "Trần Thị Thử", "--role", "THU_LY",
                          "--unit", "P_KT")
        self.assertGreaterEqual(len(made["password"]), 12)
        self.assertTrue(admin.json("account", "set", "thuly2", "--disabled", "true")["disabled"])
        kiosk = admin.json("device", "add", "kiosk-7", "--device-kind", "kiosk", "--site",
                           "trung-tam")
        self.assertGreaterEqual(len(kiosk["token"]), 20)
        admin.run("device", "remove", "kiosk-7")
        self.assertNotIn("kiosk-7", admin.run("device", "list")[0])

    def test_english_is_there(self):
        said, _ = self.person("TIEP_NHAN").run("counter", "show", "3", language="en")
        self.assertIn("State", said)

    def test_events_begin_with_a_snapshot(self):
        said, _ = self.person("TIEP_NHAN").run("events", "--topics", "queue", "--count", "1",
                                               "--json")
        self.assertIn("queues", json.loads(said))


if __name__ == "__main__":
    unittest.main()
