"""The pages of citizens as bytes: no browser, no script. Valid nesting, nothing that is typed becomes
markup, both languages whole, masked, the same answer for every wrong link, forms that work alone.
Rules checked: R-245, R-416, R-961, R-971, R-973, R-974, R-975."""
import html.parser
import http.client
import pathlib
import re
import sys
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=y>&amp;"
VOID = {"meta", "link", "input", "img", "br"}
# of an English page, what lang="vi" does not cover: the centre's name and the link to Vietnamese
TONES = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.I)


class Page(html.parser.HTMLParser):
    """Reads a page strictly: what is opened is closed, in order; ids are there once."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids = [], [], []
        self.elements, self.words, self.forms = [], [], []
        self.feed(text)
        self.close()
        self.faults += [f"<{name}> is never closed" for name, _ in self.open]

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.elements.append((tag, given))
        if len(given) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if "id" in given:
            self.ids.append(given["id"])
        self.faults += [f"{name}= stands inline" for name in given
                        if name.startswith("on") or name == "style"]
        if tag == "form":
            self.forms.append((given, {}))
        if tag in ("input", "button") and "name" in given:
            self.forms[-1][1].setdefault(given["name"], []).append(given.get("value", ""))
        if tag not in VOID:
            self.open.append((tag, given.get("lang", self.open[-1][1] if self.open else "")))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.words.append((self.open[-1][0], self.open[-1][1], data))

    def text(self, lang=None):
        return " ".join(data for _, of, data in self.words if lang is None or of == lang)

    def links(self):
        return [given["href"] for tag, given in self.elements if tag == "a"]


class Citizen(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T07:30:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk, cls.guide = cls.work.people["TIEP_NHAN"], cls.centre.client("PHAT_SO")
        counter = next(cls.clerk.pages("listCounters", site="trung-tam"))
        cls.counter, cls.service = counter["counter"], counter["services"]["primary"][0]
        cls.clerk.call("setCounter", counter=cls.counter, body={"state": "open"})
        cls.waiting = cls.take()
        cls.done = cls.serve()
        applicant = {**casework.APPLICANT, "full_name": "Người <b>mẫu</b> \"Mai\""}
        cls.dossier = cls.work.open("2.000908", applicant=applicant)

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    @classmethod
    def take(cls):
        body = {"site": "trung-tam", "service": cls.service, "class": "P0"}
        return cls.guide.call("createTicket", body=body).json

    @classmethod
    def serve(cls):
        ticket = cls.take()
        cls.clerk.call("callTicket", counter=cls.counter,
                       body={"ticket": ticket["id"], "reason": "thử"})
        cls.clerk.call("finishTicket", ticket=ticket["id"])
        return ticket

    def ask(self, path, method="GET", body=None, headers=None):
        connection = http.client.HTTPConnection(self.centre.base_url.removeprefix("http://"),
                                                timeout=10)
        sent = dict(headers or {})
        if body is not None:
            sent.setdefault("Content-Type", "application/x-www-form-urlencoded")
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        answer.text = answer.read().decode("utf-8")
        connection.close()
        return answer

    def page(self, path, status=200, **more):
        """A page that is whole: its fields, its nesting, its frame."""
        answer = self.ask(path, **more)
        self.assertEqual(answer.status, status, path)
        self.assertEqual(answer.getheader("Content-Type"), "text/html; charset=utf-8")
        page = Page(answer.text)
        self.assertEqual(page.faults, [], path)
        self.assertEqual(len(page.ids), len(set(page.ids)), page.ids)
        names = [tag for tag, _ in page.elements]
        for once in ("html", "head", "title", "body", "main", "h1"):
            self.assertEqual(names.count(once), 1, f"{path}: {once}")
        page.answer = answer
        return page

    def address(self, secret=None):
        return f"/hs/{self.dossier['code']}?secret={secret or self.dossier['track_secret']}"

    def every(self):
        """Every kind of page."""
        token = f"/t/{self.waiting['track_token']}"
        return ["/", token, f"/t/{self.done['track_token']}",
                f"/t/{self.done['track_token']}?muc=1&loi=1", self.address(), "/thu-tuc",
                "/thu-tuc?q=khai+sinh", "/thu-tuc?q=khongcogi", "/thu-tuc/1.001193", "/hai-long"]

    def test_every_page_is_whole_is_not_kept_and_loads_nothing_from_elsewhere(self):
        """R-973."""
        for path in self.every():
            page = self.page(path)
            answer = page.answer
            self.assertEqual(answer.getheader("Cache-Control"), "no-store")
            self.assertEqual(answer.getheader("X-Robots-Tag"), "noindex")
            self.assertEqual(answer.getheader("Referrer-Policy"), "same-origin")
            self.assertIsNone(answer.getheader("Set-Cookie"))
            self.assertIn("default-src 'none'", answer.getheader("Content-Security-Policy"))
            self.assertIn(("meta", {"name": "robots", "content": "noindex"}), page.elements)
            for tag, given in page.elements:
                loaded = given.get("src") or (given.get("href", "") if tag == "link" else "")
                self.assertNotRegex(loaded, "^(https?:)?//", path)
            head = self.ask(path, method="HEAD")
            self.assertEqual((head.status, head.text), (200, ""))

    def test_every_page_is_in_the_language_that_is_asked_for(self):
        """R-974."""
        name = self.clerk.call("getHealth") and "Trung tâm Phục vụ hành chính công xã Nghiên Loan"
        for path in self.every():
            self.assertIn(("html", {"lang": "vi"}), self.page(path).elements)
            joint = "&" if "?" in path else "?"
            for page in (self.page(f"{path}{joint}lang=en"),
                         self.page(path, headers={"Accept-Language": "en-GB,en;q=0.9"})):
                self.assertIn(("html", {"lang": "en"}), page.elements)
                english = [data.replace(name, "") for tag, lang, data in page.words
                           if lang == "en" and tag != "title"]
                for data in english:
                    self.assertNotRegex(data, TONES, path)
            other = self.page(f"{path}{joint}lang=en").links()
            self.assertTrue(any("lang=vi" in link for link in other), path)
        vietnamese = self.page("/?lang=vi", headers={"Accept-Language": "en"})
        self.assertIn(("html", {"lang": "vi"}), vietnamese.elements)

    def test_the_chosen_language_goes_with_every_link_and_form(self):
        for path in self.every():
            page = self.page(path + ("&" if "?" in path else "?") + "lang=en")
            for link in page.links():
                if link.startswith("/") and "lang=vi" not in link and link not in SCREENS:
                    self.assertIn("lang=en", link, path)
            for given, fields in page.forms:
                self.assertTrue("lang=en" in given["action"] or fields.get("lang") == ["en"])

    def test_nothing_that_is_typed_becomes_markup(self):
        quoted = urllib.parse.quote(EVIL)
        for path, status in ((f"/thu-tuc?q={quoted}", 200), (f"/?lang={quoted}&{quoted}=1", 200),
                             (f"/hs?code={quoted}&secret={quoted}", 404),
                             (f"/t/{urllib.parse.quote('<b>', safe='')}", 404),
                             (f"/thu-tuc/{urllib.parse.quote('<b>', safe='')}", 404),
                             (f"{self.address()}&muc={quoted}&loi={quoted}", 200)):
            page = self.page(path, status)
            for tag, given in page.elements:
                self.assertNotEqual(tag, "img", path)
                self.assertTrue(tag != "script" or given["src"].startswith("/a/citizen-"), path)
        self.assertIn(EVIL, self.page(f"/thu-tuc?q={quoted}").text())
        page = self.page(self.address())
        self.assertNotIn("<b>mẫu", page.answer.text)
        self.assertIn("Người <b>mẫu</b>", page.text())

    def test_a_link_of_a_messenger_with_more_in_it_opens_too(self):
        """R-973."""
        self.page(f"/t/{self.waiting['track_token']}?fbclid=abc&utm_source=x&lang=&lang=en&a&a")

    def test_a_dossier_is_masked(self):
        text = self.page(self.address()).answer.text
        for hidden in ("006190012345", "0912 345 678", "912345678", "Nà Vài", "15/08/1990"):
            self.assertNotIn(hidden, text)
        for shown in ("••••2345", "09xx xxx x78", "17:00, thứ "):
            self.assertIn(shown, text)

    def test_unknown_and_wrong_links_get_the_same_page(self):
        token, secret = self.waiting["track_token"], self.dossier["track_secret"]
        wrong = "AAAAAA" if secret != "AAAAAA" else "BBBBBB"
        for one, other in ((f"/t/{token[:-1]}", "/t/khong-co"), (f"/t/{'x' * 120}", "/t/x"),
                           (self.address(wrong), "/hs/H55.128-260310-9999?secret=" + wrong),
                           (f"/hs/{self.dossier['code']}", "/hs/khong-co")):
            pages = [re.sub(r'href="[^"]*lang=[^"]*"', "", self.page(path, 404).answer.text)
                     for path in (one, other)]
            self.assertEqual(pages[0], pages[1])
            self.assertIn('action="/hs"', pages[0])  # what can be done

    def test_the_look_up_form_opens_a_dossier(self):
        page = self.page("/")
        given, fields = next((g, f) for g, f in page.forms if g["action"] == "/hs")
        self.assertEqual(set(fields), {"code", "secret"})
        asked = {"code": self.dossier["code"], "secret": self.dossier["track_secret"].lower()}
        found = self.page("/hs?" + urllib.parse.urlencode(asked))
        self.assertIn(self.dossier["code"], found.text())

    def send(self, page, button, **more):
        """Press a button of the rating form as a browser does; the answer."""
        given, fields = page.forms[-1]
        self.assertEqual(given["method"], "post")
        body = {name: values for name, values in fields.items()
                if name in ("secret",) or (name == "level" and len(values) == 1)}
        body.update(button)
        body.update(more)
        return self.ask(given["action"], "POST", urllib.parse.urlencode(body, doseq=True))

    def answers(self):
        """As managers see them: for everybody else today's answers do not count yet."""
        return self.centre.client("GD_TT").call(
            "reportSatisfaction", by="group", period="year:2026").json["total"]["answers"]

    def test_a_visit_is_rated_by_one_touch_and_looking_again_sends_nothing(self):
        """R-975."""
        ticket = self.serve()
        path = f"/t/{ticket['track_token']}"
        page = self.page(path)
        self.assertEqual(page.forms[-1][1]["level"], ["5", "4", "3", "2", "1"])
        for word in ("Rất hài lòng", "Hài lòng", "Bình thường", "Không hài lòng",
                     "Rất không hài lòng"):
            self.assertIn(word, page.text())
        before = self.answers()
        for _ in range(2):  # the second touch changes nothing
            answer = self.send(page, {"level": "5"})
            self.assertEqual((answer.status, answer.getheader("Location")),
                             (303, path + "#danh-gia"))
        again = self.page(path)
        self.assertEqual(len(again.forms), 0)
        self.assertIn("Đã ghi nhận đánh giá", again.text())
        after = self.answers()
        self.assertEqual(after, before + 1)

    def test_a_bad_level_comes_back_for_its_reasons(self):
        """R-975: what lacks something is asked for again, and nothing is kept."""
        path = f"/t/{self.serve()['track_token']}"
        first = self.send(self.page(path + "?lang=en"), {"level": "1"})
        self.assertEqual(first.getheader("Location"), path + "?lang=en&muc=1#danh-gia")
        asked = self.page(path + "?lang=en&muc=1")
        self.assertEqual(asked.forms[-1][1]["reasons"],
                         ["access", "procedure", "staff", "result", "feedback"])
        self.assertNotIn("There is a problem", asked.text())
        none = self.send(asked, {})
        self.assertEqual(none.getheader("Location"), path + "?lang=en&muc=1&loi=1#danh-gia")
        fault = self.page(path + "?lang=en&muc=1&loi=1")
        self.assertIn("No reason is chosen", fault.text())
        title = next(data for tag, _, data in fault.words if tag == "title")
        self.assertTrue(title.startswith("Error: "))
        self.send(fault, {"reasons": ["staff", "result"]})
        self.assertIn("Your answer was kept", self.page(path + "?lang=en").text())

    def test_a_dossier_is_rated_with_its_secret(self):
        dossier = self.work.open("2.000908")
        secret = dossier["track_secret"]
        path = f"/hs/{dossier['code']}?secret={secret}"
        self.assertIn("Khi xong việc", self.page(path).text())
        dossier = self.work.issue(self.work.act("TIEP_NHAN", "beginDossier", dossier))
        self.assertIn("Mời ông/bà mang Giấy hẹn", self.page(path).text())
        self.work.act("TIEP_NHAN", "returnResult", dossier, {"receiver": {"kind": "applicant"}})
        page = self.page(path)
        self.assertEqual(page.forms[-1][1]["secret"], [secret])
        answer = self.send(page, {"level": "4"})
        self.assertEqual(answer.getheader("Location"), path + "#danh-gia")
        self.assertIn("Đã ghi nhận đánh giá", self.page(path).text())
        wrong = self.ask(f"/hs/{dossier['code']}/danh-gia", "POST", "level=4&secret=AAAAAA")
        self.assertEqual(wrong.status, 404)
        self.assertEqual(Page(wrong.text).faults, [])

    def test_a_form_that_is_no_form_is_refused_as_a_page(self):
        path = f"/t/{self.done['track_token']}/danh-gia"
        for body, kind, status in ((b"{}", "application/json", 415), (b"level=%zz", None, 400),
                                   (b"level=5&x=" + b"a" * 5000, None, 413),
                                   (b"level=5&secret=%ff", None, 400)):
            answer = self.ask(path, "POST", body, {"Content-Type": kind} if kind else None)
            self.assertEqual(answer.status, status, body[:20])
            self.assertEqual(Page(answer.text).faults, [])
        for body in (b"", b"level=", b"level=9", b"level=abc", b"reasons=staff"):
            answer = self.ask(path, "POST", body)
            self.assertEqual(answer.status, 303, body)
        self.assertIn("level", self.page(f"/t/{self.done['track_token']}").forms[-1][1])
        self.assertEqual(self.ask(path).status, 405)

    def test_a_pause_is_explained_and_what_is_asked_for_stands_there(self):
        opened = self.work.open("1.004873")
        secret = opened["track_secret"]
        dossier = self.work.hand(opened)
        self.work.act("LD_PHONG", "requestSupplement", dossier,
                      {"items": ["Bản sao <i>mẫu</i>"], "reason": "Thiếu giấy tờ"})
        path = f"/hs/{dossier['code']}?secret={secret}"
        text = self.page(path).text()
        for shown in ("Tạm dừng tính thời gian", "thời gian giải quyết tạm dừng",
                      "Bản sao <i>mẫu</i>"):
            self.assertIn(shown, text)

    def test_every_text_is_used(self):
        folder = ROOT / "queue_server" / "page"
        table = (folder / "page_texts.h").read_text("utf-8")
        names = set(re.findall(r"^    X\((\w+),", table, re.M))
        used = set(re.findall(r"\bSAY_(\w+)", "".join(
            path.read_text("utf-8") for path in folder.glob("*.c"))))
        days = {"TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"}  # by number
        self.assertEqual(names - used - days, set())

    def test_the_training_band_is_on_every_page(self):
        for path in self.every():
            self.assertIn("TẬP HUẤN", self.page(path).text())

    def test_a_search_forgives_tones_and_pages_on(self):
        with_tones = self.page("/thu-tuc?q=" + urllib.parse.quote("khai sinh"))
        without = self.page("/thu-tuc?q=" + urllib.parse.quote("KHAI SINH"))
        toned = self.page("/thu-tuc?q=" + urllib.parse.quote("chứng thực"))
        plain = self.page("/thu-tuc?q=chung+thuc")

        def found(page):
            return [link for link in page.links() if link.startswith("/thu-tuc/")]
        self.assertEqual(found(with_tones), found(without))
        self.assertEqual(found(toned), found(plain))
        self.assertGreater(len(found(plain)), 3)
        seen, path = [], "/thu-tuc"
        while path:
            page = self.page(path)
            seen += found(page)
            path = next((given["href"] for tag, given in page.elements
                         if tag == "a" and given.get("rel") == "next"), None)
        self.assertEqual((len(seen), len(set(seen))), (95, 95))

    def test_a_procedure_tells_papers_fee_limit_and_where_to_file(self):
        page = self.page("/thu-tuc/1.001193")
        for shown in ("Đăng ký khai sinh", "Thời hạn", "Phí, lệ phí", "Tờ khai đăng ký khai sinh",
                      "xuất trình, không nộp", "Không cần giấy khi tra cứu được"):
            self.assertIn(shown, page.text())
        self.assertIn("https://dichvucong.gov.vn/", page.links())


SCREENS = ("/kiosk", "/board", "/counter", "/cashier", "/scans", "/petitions", "/manager", "/admin")

if __name__ == "__main__":
    unittest.main()
