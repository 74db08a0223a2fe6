"""The first page: served with a strict policy, cached by its digest, complete in both languages,
and speaking to its own server only. Rules checked: R-717, R-718."""
import http.client
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

WEB = ROOT / "counter_client" / "web"


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server()
        cls.centre.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def get(self, path, method="GET", headers=None):
        host = self.centre.base_url.removeprefix("http://")
        connection = http.client.HTTPConnection(host, timeout=10)
        connection.request(method, path, headers=headers or {})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def test_the_page_and_its_files_are_served_as_they_stand_in_the_repository(self):
        for path, name, kind in (("/", "index.html", "text/html"),
                                 ("/t/ABC234", "index.html", "text/html"),
                                 ("/hs/H55.128-260310-0007", "index.html", "text/html"),
                                 ("/first.css", "first.css", "text/css"),
                                 ("/first.js", "first.js", "text/javascript")):
            answer, body = self.get(path)
            self.assertEqual(answer.status, 200)
            self.assertTrue(answer.getheader("Content-Type").startswith(kind))
            self.assertEqual(body, (WEB / name).read_bytes())

    def test_nothing_may_come_from_elsewhere_or_stand_inline(self):
        answer, _ = self.get("/")
        policy = answer.getheader("Content-Security-Policy")
        self.assertIn("default-src 'none'", policy)
        self.assertIn("script-src 'self'", policy)
        self.assertNotIn("unsafe", policy)
        html = (WEB / "index.html").read_text("utf-8")
        self.assertNotRegex(html, r"<script>|<style|style=|onclick=")
        for name in ("index.html", "first.css", "first.js"):
            self.assertNotRegex((WEB / name).read_text("utf-8"), r"https?://")

    def test_what_is_hidden_stays_hidden_whatever_its_layout(self):
        css = (WEB / "first.css").read_text("utf-8")
        self.assertIn("[hidden]{display:none!important}", css)

    def test_an_unchanged_page_is_not_sent_again(self):
        first, _ = self.get("/first.js")
        again, body = self.get("/first.js", headers={"If-None-Match": first.getheader("ETag")})
        self.assertEqual((again.status, body), (304, b""))

    def test_other_paths_and_methods_are_problems(self):
        for path, method in (("/first.js/../x", "GET"), ("/khong-co", "GET"), ("/", "POST"),
                             ("/%2e%2e/etc/passwd", "GET")):
            answer, body = self.get(path, method)
            self.assertIn(answer.status, (400, 404), path)
            self.assertEqual(answer.getheader("Content-Type"), "application/problem+json")
            self.assertIn(b'"code"', body)

    def test_both_languages_have_every_text_and_every_text_is_used(self):
        script = (WEB / "first.js").read_text("utf-8")
        blocks = [script[script.index(f"\n  {name}: {{"):] for name in ("vi", "en")]
        keys = [set(re.findall(r"(\w+): [\"{]", block[:block.index("\n  },")])) for block in blocks]
        self.assertEqual(keys[0] - {"vi"}, keys[1] - {"en"})
        states = set(re.findall(r"(\w+): \"", re.search(r"states: {(.*?)}", script)[1]))
        classes = set(re.findall(r"(\w+): \"", re.search(r"classes: {(.*?)}", script)[1]))
        # every class of the sample but that of people with an appointment, who are known by it
        rules = json.loads((server.SAMPLE / "centre.json").read_text("utf-8"))["queue_rules"]
        self.assertEqual(classes, set(rules["classes"]) - {"P6"})
        rest = script[script.index("const state = "):]
        for key in keys[0] - states - classes - {"vi", "states"}:
            self.assertRegex(rest, rf"\b{key}\b")


if __name__ == "__main__":
    unittest.main()
