"""The built screens: packed, immutable, served by their manifest with a strict policy; what is served
without them. The pages of citizens: test_citizen.py. Rules checked: R-717, R-718, R-910, R-911."""
import gzip
import http.client
import os
import pathlib
import shutil
import sys
import tempfile
import unittest
import unittest.mock

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

SCRIPT = b"console.log('xin chao');\n" * 40
PAGE = '<!doctype html><title>Kiosk thử</title><script type="module" src="/a/kiosk-A1B2.js">' \
       "</script>"


def get(centre, path, method="GET", headers=None):
    """One request: the answer and its body."""
    host = centre.base_url.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=10)
    connection.request(method, path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def lay_out(folder):
    """A folder as the build makes it: a page, and a script in three codings (the bytes of .br are
    no brotli: the server sends what lies there)."""
    folder = pathlib.Path(folder)
    (folder / "a").mkdir(parents=True)
    packed = gzip.compress(SCRIPT)
    (folder / "a" / "kiosk-A1B2.js").write_bytes(SCRIPT)
    (folder / "a" / "kiosk-A1B2.js.gz").write_bytes(packed)
    (folder / "a" / "kiosk-A1B2.js.br").write_bytes(b"brotli")
    page = PAGE.encode()
    (folder / "kiosk.html").write_bytes(page)
    (folder / "manifest.txt").write_text(
        f"/a/kiosk-A1B2.js\ttext/javascript\ti\t0011223344556677\t{len(SCRIPT)}\t{len(packed)}\t6\n"
        f"/kiosk.html\ttext/html\tr\t8899aabbccddeeff\t{len(page)}\t0\t0\n")
    return folder


class Screens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="motcua-web-")
        lay_out(pathlib.Path(cls.folder) / "web")
        cls.centre = server.Server(options=["--web", f"{cls.folder}/web"])
        cls.centre.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)
        shutil.rmtree(cls.folder)

    def get(self, *arguments, **named):
        return get(self.centre, *arguments, **named)

    def test_a_page_is_found_by_its_name_and_asked_for_again(self):
        for path in ("/kiosk", "/kiosk/", "/kiosk?site=2"):
            answer, body = self.get(path)
            self.assertEqual((answer.status, body), (200, PAGE.encode()), path)
            self.assertEqual(answer.getheader("Content-Type"), "text/html; charset=utf-8")
            self.assertEqual(answer.getheader("Cache-Control"), "no-cache")
            self.assertIsNone(answer.getheader("Vary"))
            self.assertIn("frame-src 'self' blob:", answer.getheader("Content-Security-Policy"))
            self.assertNotIn("unsafe", answer.getheader("Content-Security-Policy"))

    def test_a_file_is_sent_in_the_smallest_coding_that_is_taken(self):
        seen = set()
        for accept, coding, wanted in (("gzip, deflate, br", "br", b"brotli"),
                                       ("gzip, br;q=0", "gzip", None), (None, None, SCRIPT),
                                       ("identity", None, SCRIPT)):
            headers = {"Accept-Encoding": accept} if accept else {}
            answer, body = self.get("/a/kiosk-A1B2.js", headers=headers)
            self.assertEqual(answer.getheader("Content-Encoding"), coding, accept)
            self.assertEqual(body if wanted else gzip.decompress(body), wanted or SCRIPT)
            self.assertEqual(answer.getheader("Vary"), "Accept-Encoding")
            self.assertEqual(answer.getheader("Cache-Control"),
                             "public, max-age=31536000, immutable")
            seen.add(answer.getheader("ETag"))
            again, body = self.get("/a/kiosk-A1B2.js", headers={
                **headers, "If-None-Match": f'"x", W/{answer.getheader("ETag")}'})
            self.assertEqual((again.status, body), (304, b""))
            self.assertEqual(again.getheader("ETag"), answer.getheader("ETag"))
        self.assertEqual(len(seen), 3)  # each coding has a tag of its own

    def test_the_head_of_a_file_is_that_of_its_body(self):
        answer, body = self.get("/a/kiosk-A1B2.js", "HEAD", {"Accept-Encoding": "br"})
        self.assertEqual((answer.status, body), (200, b""))
        self.assertEqual(answer.getheader("Content-Length"), "6")

    def test_nothing_but_the_files_of_the_manifest_is_found(self):
        for path in ("/manifest.txt", "/kiosk.html", "/a", "/a/", "/a/kiosk-A1B2.js/",
                     "/a/kiosk-A1B2.js.br", "/a/../kiosk", "/%2e%2e/etc/passwd", "/a%2fkiosk",
                     "//kiosk", "/Kiosk", "/kiosk/../../data/motcua.db"):
            answer, body = self.get(path)
            self.assertIn(answer.status, (400, 404), path)
            self.assertIn(b'"code"', body)

    def test_a_changed_folder_is_served_after_the_next_start_whole(self):
        other = lay_out(pathlib.Path(self.folder) / "other")
        with server.Server(options=["--web", other]) as centre:
            shutil.rmtree(other)
            answer, body = get(centre, "/a/kiosk-A1B2.js")
            self.assertEqual((answer.status, body), (200, SCRIPT))


class Start(unittest.TestCase):
    """Which folder is served, and what is said when none can be."""

    def setUp(self):
        self.tree = pathlib.Path(tempfile.mkdtemp(prefix="motcua-tree-"))
        self.addCleanup(shutil.rmtree, self.tree)
        (self.tree / "bin").mkdir()
        for name in ("queue_server", "printer"):
            shutil.copy(server.program(name), self.tree / "bin" / name)
        moved = unittest.mock.patch.dict(os.environ, {"MOTCUA_BUILD": str(self.tree)})
        moved.start()
        self.addCleanup(moved.stop)

    def test_without_screens_the_server_starts_and_says_so(self):
        with server.Server() as centre:
            self.assertIn("the screens are not built", centre.messages())
            self.assertIn('id="no-screens"', get(centre, "/")[1].decode())
            self.assertEqual(get(centre, "/kiosk")[0].status, 404)
            self.assertEqual(get(centre, "/api/v1/health")[0].status, 200)

    def test_the_screens_beside_the_program_are_found(self):
        for place in ("web", "share/motcua/web"):
            folder = lay_out(self.tree / place)
            with server.Server() as centre:
                self.assertEqual(get(centre, "/kiosk")[0].status, 200)
                self.assertNotIn(b"no-screens", get(centre, "/")[1])
                self.assertNotIn("not built", centre.messages())
            shutil.rmtree(folder)

    def test_a_folder_that_is_not_as_its_manifest_says_stops_the_start(self):
        for spoil, place in (
                (lambda web: (web / "manifest.txt").unlink(), "manifest.txt: "),
                (lambda web: (web / "kiosk.html").write_text("other"), "kiosk.html: "),
                (lambda web: (web / "manifest.txt").write_text("/../x\n"), "manifest.txt:1: ")):
            folder = lay_out(self.tree / "spoilt")
            spoil(folder)
            centre = server.Server(options=["--web", folder])
            with self.assertRaises(AssertionError) as failed:
                centre.__enter__()
            self.assertIn(f"{folder}/{place}", str(failed.exception))
            self.assertRegex(str(failed.exception), r"\((web_folder_malformed|file_unreadable)\)")
            shutil.rmtree(folder)


class Plain(unittest.TestCase):
    """A server whose screens are not built: the pages of citizens are there all the same."""

    def test_other_paths_and_methods_are_problems(self):
        with server.Server() as centre:
            for path, method in (("/a/../x", "GET"), ("/khong-co", "GET"), ("/khong-co", "POST"),
                                 ("/", "POST"), ("/%2e%2e/etc/passwd", "GET")):
                answer, body = get(centre, path, method)
                self.assertIn(answer.status, (400, 404, 405), path)
                self.assertEqual(answer.getheader("Content-Type"), "application/problem+json")
                self.assertIn(b'"code"', body)


if __name__ == "__main__":
    unittest.main()
