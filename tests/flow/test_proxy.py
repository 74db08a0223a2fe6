"""Behind a proxy on this machine: whose address counts, and what is different over TLS; and the proxy
that the repository ships a configuration for (docs/operations.md, TLS). Rules checked: R-913."""
import http.client
import http.cookies
import json
import os
import pathlib
import shutil
import socket
import ssl
import subprocess
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

CADDYFILE = ROOT / "queue_server" / "sample" / "Caddyfile"
WAITING = "/api/v1/public/waiting?site=trung-tam"


def ask(connection, method, path, body=None, headers=None):
    """One request on an open connection: status, headers, JSON."""
    connection.request(method, path, json.dumps(body) if body else None,
                       {"Content-Type": "application/json", **(headers or {})})
    answer = connection.getresponse()
    text = answer.read()
    is_json = "json" in (answer.getheader("Content-Type") or "")
    return answer.status, answer.headers, json.loads(text) if is_json else text


def plain(centre):
    return http.client.HTTPConnection(centre.base_url.removeprefix("http://"), timeout=20)


def sign_in(connection, centre, headers=None):
    status, fields, said = ask(connection, "POST", "/api/v1/session", {
        "account": "phatso", "password": centre.passwords["phatso"]}, headers)
    return status, fields["Set-Cookie"], said


def tries_are_spent(connection, headers):
    """Look up public things until the address has no more tokens."""
    for _ in range(2000):
        if ask(connection, "GET", WAITING, headers=headers)[0] == 429:
            return True
    return False


def has_none_left(connection, headers):
    """Refused long before tries of its own (300, R-703) could be used up. The very next request may be let
    through: a try comes back every 100 ms."""
    return any(ask(connection, "GET", WAITING, headers=headers)[0] == 429 for _ in range(100))


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Proxy:
    """The shipped configuration, in front of a server, on free ports of loopback."""

    def __init__(self, centre):
        self.tls, self.http = free_port(), free_port()
        self.folder = centre.folder / "tls"
        home = centre.folder / "home"
        home.mkdir()
        self.log = open(centre.folder / "caddy", "wb")
        self.process = subprocess.Popen(
            ["caddy", "run", "--adapter", "caddyfile", "--config", CADDYFILE],
            stdout=self.log, stderr=self.log, env={
                "PATH": os.environ["PATH"], "HOME": str(home), "MOTCUA_TLS_DIR": str(self.folder),
                "MOTCUA_HTTPS": f"https://localhost:{self.tls}, https://127.0.0.1:{self.tls}",
                "MOTCUA_HTTP": f"http://:{self.http}",
                "MOTCUA_SERVER": centre.base_url.removeprefix("http://")})

    def __enter__(self):
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.tls), 1).close()
                connection = self.plain()
                status, _, root = ask(connection, "GET", "/motcua-lan.crt")
                connection.close()
                if status == 200:
                    self.root = root
                    return self
            except OSError:
                pass
            time.sleep(0.1)
        self.__exit__()
        raise AssertionError("the proxy did not start")

    def __exit__(self, *unused):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()

    def plain(self):
        return http.client.HTTPConnection("127.0.0.1", self.http, timeout=20)

    def secure(self, host="localhost"):
        """A connection that trusts the authority of this proxy and no other."""
        trust = ssl.create_default_context(cadata=self.root.decode())
        return http.client.HTTPSConnection(host, self.tls, timeout=20, context=trust)


@unittest.skipUnless(shutil.which("caddy"), "needs the package caddy")
class ShippedProxy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = cls.enterClassContext(server.Server(options=["--behind-proxy"]))
        cls.proxy = cls.enterClassContext(Proxy(cls.centre))

    def test_pages_and_the_api_come_through_tls(self):
        for host in ("localhost", "127.0.0.1"):
            connection = self.proxy.secure(host)
            self.addCleanup(connection.close)
            status, fields, page = ask(connection, "GET", "/")
            self.assertEqual(status, 200)
            self.assertIn(b"<title>", page)
            self.assertIn("default-src 'none'", fields["Content-Security-Policy"])
            status, cookie, _ = sign_in(connection, self.centre)
            self.assertEqual(status, 201)
            self.assertIn("; Secure", cookie)
            own = {"Cookie": cookie.split(";")[0], "Origin": f"https://{host}:{self.proxy.tls}",
                   "Idempotency-Key": f"tls-{host}-key"}
            status, _, ticket = ask(connection, "POST", "/api/v1/tickets",
                                    {"service": "A", "site": "trung-tam", "class": "P0"}, own)
            self.assertEqual(status, 201, ticket)
            status, _, said = ask(connection, "POST", "/api/v1/tickets", {"service": "A"},
                                  {**own, "Origin": "https://khac.example"})
            self.assertEqual((status, said["code"]), (403, "cross_site"))

    def test_an_event_arrives_at_once_and_the_stream_ends_with_its_reader(self):
        connection = self.proxy.secure()
        _, cookie, _ = sign_in(connection, self.centre)
        own = {"Cookie": cookie.split(";")[0]}
        reader = self.proxy.secure()
        reader.request("GET", "/api/v1/events?topics=queue&site=trung-tam", headers=own)
        stream = reader.getresponse()
        self.assertEqual(stream.status, 200)
        while not stream.readline().startswith(b"event: snapshot"):
            pass
        began = time.monotonic()
        status, _, ticket = ask(connection, "POST", "/api/v1/tickets",
                                {"service": "B", "site": "trung-tam", "class": "P0"},
                                {**own, "Idempotency-Key": "tls-stream-key"})
        self.assertEqual(status, 201, ticket)
        number = ticket["number"].encode()
        while number not in stream.readline():
            pass
        self.assertLess(time.monotonic() - began, 5)
        self.assertEqual(self.streams(), 1)
        stream.close()
        reader.close()
        deadline = time.monotonic() + 15
        while self.streams() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertEqual(self.streams(), 0)
        connection.close()

    def streams(self):
        connection = plain(self.centre)
        _, _, text = ask(connection, "GET", "/api/v1/metrics")
        connection.close()
        return int(text.split(b"\nmotcua_event_streams ")[1].split()[0])

    def test_only_the_authoritys_certificate_is_trusted_and_only_it_is_given_out(self):
        stranger = http.client.HTTPSConnection("localhost", self.proxy.tls, timeout=20,
                                               context=ssl.create_default_context())
        with self.assertRaises(ssl.SSLCertVerificationError):
            stranger.request("GET", "/")
        self.assertIn(b"BEGIN CERTIFICATE", self.proxy.root)
        self.assertNotIn(b"PRIVATE", self.proxy.root)
        connection = self.proxy.plain()
        for path in ("/root.key", "/motcua-lan.crt/../root.key", "/motcua-lan.key", "/root.crt"):
            self.assertIn(ask(connection, "GET", path)[0], (400, 404), path)
        connection.close()

    def test_plain_http_stays_and_sets_a_plain_cookie(self):
        connection = self.proxy.plain()
        self.assertEqual(ask(connection, "GET", "/")[0], 200)
        status, cookie, _ = sign_in(connection, self.centre)
        self.assertEqual(status, 201)
        self.assertTrue(cookie.startswith("motcua_session="))
        self.assertNotIn("Secure", cookie)
        connection.close()

    def test_what_a_client_says_of_its_address_is_dropped_by_the_proxy(self):
        connection = self.proxy.secure()
        self.assertTrue(tries_are_spent(connection, {"X-Forwarded-For": "192.0.2.7"}))
        for other in ("192.0.2.8", "192.0.2.8, 192.0.2.9"):
            self.assertTrue(has_none_left(connection, {"X-Forwarded-For": other}), other)
        connection.close()

    def test_a_server_that_is_away_is_said_in_both_languages(self):
        with server.Server(options=["--behind-proxy"]) as centre, Proxy(centre) as proxy:
            centre.stop()
            connection = proxy.secure()
            status, fields, text = ask(connection, "GET", "/kiosk")
            self.assertEqual((status, fields["Retry-After"]), (502, "5"))
            self.assertIn("chưa trả lời", text.decode())
            self.assertIn("does not answer", text.decode())
            connection.close()


@unittest.skipUnless(shutil.which("caddy"), "needs the package caddy")
class ServeLan(unittest.TestCase):
    """The script of `make run-lan`."""

    def setUp(self):
        self.centre = server.Server()
        self.addCleanup(shutil.rmtree, self.centre.folder)
        self.centre.prepare()
        self.ports = [str(free_port()) for _ in range(3)]

    def serve(self):
        began = subprocess.Popen(
            ["sh", ROOT / "queue_server" / "sample" / "serve_lan.sh", server.program(),
             self.centre.data, *self.ports], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True, env={**os.environ, "MOTCUA_NAMES": "localhost ::1 127.0.0.1",
                            "HOME": str(self.centre.folder)})
        self.addCleanup(began.stdout.close)
        self.addCleanup(began.stderr.close)
        return began

    def test_both_are_served_and_both_end(self):
        began = self.serve()
        try:
            said = ""
            while "fingerprint" not in said.lower():
                line = began.stdout.readline()
                self.assertTrue(line, said)
                said += line
            self.assertIn(f"https://[::1]:{self.ports[0]}/", said)
            root = (self.centre.data / "tls/pki/authorities/local/root.crt").read_text()
            trust = ssl.create_default_context(cadata=root)
            for attempt in range(100):
                try:
                    connection = http.client.HTTPSConnection("127.0.0.1", int(self.ports[0]),
                                                             timeout=5, context=trust)
                    status = ask(connection, "GET", "/api/v1/health")[0]
                    connection.close()
                    break
                except OSError:
                    time.sleep(0.1)
            self.assertEqual(status, 200)
        finally:
            began.terminate()
            code = began.wait(20)
        self.assertEqual(code, 0)
        for port in self.ports:
            with self.assertRaises(OSError):
                socket.create_connection(("127.0.0.1", int(port)), 1).close()

    def test_a_port_that_is_taken_is_said_and_the_server_ends_too(self):
        with socket.socket() as taken:
            taken.bind(("0.0.0.0", int(self.ports[0])))
            taken.listen()
            began = self.serve()
            _, errors = began.communicate(timeout=30)
        self.assertEqual(began.returncode, 1)
        self.assertIn("the proxy has ended", errors)
        self.assertIn("address already in use", errors)
        with self.assertRaises(OSError):
            socket.create_connection(("127.0.0.1", int(self.ports[2])), 1).close()


class Forwarded(unittest.TestCase):
    def connect(self, centre):
        connection = plain(centre)
        self.addCleanup(connection.close)
        return connection

    def test_each_client_of_the_proxy_has_tries_of_its_own(self):
        with server.Server(options=["--behind-proxy"]) as centre:
            connection = self.connect(centre)
            one, other = ({"X-Forwarded-For": a} for a in ("192.0.2.7", "2001:db8::9"))
            self.assertTrue(tries_are_spent(connection, one))
            # what the client itself put before is not looked at
            same = {"X-Forwarded-For": "198.51.100.1, 192.0.2.7"}
            self.assertTrue(has_none_left(connection, same))
            self.assertEqual(ask(connection, "GET", WAITING, headers=other)[0], 200)
            self.assertTrue(tries_are_spent(connection, {}))
            for nobody in ({"X-Forwarded-For": "khong phai dia chi"}, {"X-Forwarded-For": ""},
                           {"X-Forwarded-For": "198.51.100.1,"}):
                self.assertTrue(has_none_left(connection, nobody), nobody)

    def test_without_the_option_nobody_is_believed(self):
        with server.Server() as centre:
            connection = self.connect(centre)
            tls = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
            self.assertNotIn("Secure", sign_in(connection, centre, tls)[1])
            self.assertTrue(tries_are_spent(connection, {"X-Forwarded-For": "192.0.2.7"}))
            self.assertTrue(has_none_left(connection, {"X-Forwarded-For": "192.0.2.8"}))

    def test_the_cookie_over_tls_is_secure_and_apart_from_the_plain_one(self):
        with server.Server(options=["--behind-proxy"]) as centre:
            connection, tls = self.connect(centre), {"X-Forwarded-Proto": "https"}
            status, cookie, said = sign_in(connection, centre, tls)
            self.assertEqual(status, 201)
            self.assertRegex(cookie, r"^__Host-motcua_session=\S+; Path=/; .*; Secure$")
            pair = cookie.split(";")[0]
            for more, status in ((tls, 200), ({}, 401), ({"X-Forwarded-Proto": "http"}, 401)):
                self.assertEqual(ask(connection, "GET", "/api/v1/me",
                                     headers={"Cookie": pair, **more})[0], status)
            pair = f"motcua_session={said['token']}"
            self.assertEqual(ask(connection, "GET", "/api/v1/me",
                                 headers={"Cookie": pair, **tls})[0], 401)
            self.assertEqual(ask(connection, "GET", "/api/v1/me", headers={"Cookie": pair})[0], 200)


if __name__ == "__main__":
    unittest.main()
