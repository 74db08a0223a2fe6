#!/usr/bin/env python3
"""Bad input, one row for each kind: its own stable error in Vietnamese and in English, and nothing
of it stays - the log has not grown by a row.

The texts are those of the server's one table of errors, read from base/error.h.
"""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import unittest

FLOW = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(FLOW), str(FLOW.parent / "support")]
import raw_http  # noqa: E402  (needs the path above)
import server  # noqa: E402
from casework import APPLICANT, Casework  # noqa: E402
from print_shop import PrintShop, Printer  # noqa: E402

LANGUAGES = ("vi", "en")
SITE, WARD = "trung-tam", "1.003583"
NO_SUCH_TICKET, NO_SUCH_DOSSIER = "t999999999", "d999999999"
HUGE = b'{"site": "%s"}' % (b"x" * (1 << 20))


def ticket(**changes):
    return {"site": SITE, "service": "A", "class": "P0", **changes}


def text_of(code, language):
    return server.contract.TABLE[code][1 + LANGUAGES.index(language)]


class Sound(server.Server):
    """A centre with a ticket, a dossier and their paper made: nothing more is to come by itself."""

    def __enter__(self):
        super().__enter__()
        self.work = Casework(self)
        self.work.people["PHAT_SO"] = self.client("PHAT_SO")
        self.work.people["KIEM_TRA"] = self.client("KIEM_TRA")
        desk = self.work.people["TIEP_NHAN"]
        with desk.events(topics="print") as stream:
            stream.next()
            self.ticket = desk.call("createTicket", body=ticket()).json
            self.dossier = self.work.open(WARD)
            for job in (self.ticket["print_job"], self.dossier["print_jobs"][0]):
                stream.wait("print_created", subject=job)
        return self

    def sequence(self):
        """The last row of the log: a snapshot names it."""
        with self.work.people["KIEM_TRA"].events(topics="queue") as stream:
            return stream.next().data["seq"]


# What is typed or sent; who sends it; the operation; its arguments; the error that it must get.
# An argument may be a function of the centre.
ROWS = [
    ("unknown service", "PHAT_SO", "createTicket", {"body": ticket(service="Z")},
     "unknown_service"),
    ("unknown site", "PHAT_SO", "createTicket", {"body": ticket(site="bac-cuc")}, "unknown_site"),
    ("unknown class", "PHAT_SO", "createTicket", {"body": ticket(**{"class": "P9"}), "faulty": True}, "unknown_class"),
    ("closed counter", "TIEP_NHAN", "callNext", {"counter": "2"}, "counter_closed"),
    ("unknown counter", "TIEP_NHAN", "callNext", {"counter": "99"}, "not_found"),
    ("ticket typed wrong", "TIEP_NHAN", "recallTicket", {"ticket": NO_SUCH_TICKET}, "not_found"),
    ("number in place of an id", "TIEP_NHAN", "callTicket",
     {"counter": "1", "body": {"ticket": "A01x", "reason": "gọi lại"}, "faulty": True}, "bad_value"),
    ("dossier typed wrong", "TIEP_NHAN", "getDossier", {"dossier": NO_SUCH_DOSSIER}, "not_found"),
    ("dossier code typed wrong", None, "publicDossier",
     {"code": "H55.128-260302-9999", "secret": "AAAAAA"}, "not_found"),
    ("CCCD: the fourth digit is of no century yet", "TIEP_NHAN", "createDossier",
     {"body": lambda c: person(c, personal_id="006990012345")}, "personal_id_invalid"),
    ("CCCD: eleven digits", "TIEP_NHAN", "createDossier",
     {"body": lambda c: person(c, personal_id="00619001234")}, "personal_id_invalid"),
    ("CCCD: of another birth year", "TIEP_NHAN", "createDossier",
     {"body": lambda c: person(c, birth_date="1991-08-15")}, "personal_id_mismatch"),
    ("CCCD: of the other sex", "TIEP_NHAN", "createDossier",
     {"body": lambda c: person(c, sex="male")}, "personal_id_mismatch"),
    ("card: not seven fields", "TIEP_NHAN", "readCard", {"body": {"text": "006190012345|MAI"}},
     "card_qr_invalid"),
    ("card: a date that does not exist", "TIEP_NHAN", "readCard",
     {"body": {"text": "006190012345||NÔNG THỊ MẪU|31021990|Nữ|Thôn Nà Vài|20082021"}},
     "date_invalid"),
    ("birth date that does not exist", "TIEP_NHAN", "createDossier",
     {"body": lambda c: person(c, birth_date="1990-02-30")}, "date_invalid"),
    ("missing papers", "TIEP_NHAN", "createDossier",
     {"body": lambda c: c.work.intake(WARD, documents=c.work.papers(WARD)[:1])},
     "documents_missing"),
    ("unknown procedure", "TIEP_NHAN", "createDossier",
     {"body": lambda c: {**c.work.intake(WARD), "procedure": "9.999999"}}, "unknown_procedure"),
    ("a period outside the calendar of this world", "GD_TT", "reportOnTime",
     {"by": "unit", "from_": "2026-02-29", "to": "2026-03-01", "faulty": True}, "bad_parameter"),
    ("body too large", "PHAT_SO", "createTicket", {"raw": HUGE, "faulty": True},
     "payload_too_large"),
    ("body cut off", "PHAT_SO", "createTicket", {"raw": b'{"site": ', "faulty": True}, "malformed"),
    ("body in another encoding", "PHAT_SO", "createTicket",
     {"raw": '{"site": "trung-tâm"}'.encode("latin-1"), "faulty": True}, "malformed"),
    ("body that is not JSON", "PHAT_SO", "createTicket",
     {"raw": b"site=trung-tam", "faulty": True, "headers": {"Content-Type": "text/plain"}},
     "unsupported_media_type"),
    ("unknown field", "PHAT_SO", "createTicket", {"body": ticket(clas="P2"), "faulty": True},
     "unknown_field"),
    ("field left out", "PHAT_SO", "createTicket", {"body": {"site": SITE}, "faulty": True},
     "missing_field"),
    ("field of another type", "PHAT_SO", "createTicket", {"body": ticket(service=7),
                                                          "faulty": True}, "wrong_type"),
    ("no key", "PHAT_SO", "createTicket",
     {"body": ticket(), "faulty": True, "headers": {"Idempotency-Key": None}},
     "idempotency_key_missing"),
    ("repeated key, other body", "TIEP_NHAN", "createTicket",
     {"body": ticket(service="B"), "once": "khoa-da-dung"}, "idempotency_mismatch"),
    ("no version", "TIEP_NHAN", "handOverDossier",
     {"dossier": lambda c: c.dossier["id"], "body": {"unit": "VP_HDND_UBND"}, "faulty": True},
     "version_required"),
    ("stale version", "TIEP_NHAN", "handOverDossier",
     {"dossier": lambda c: c.dossier["id"], "body": {"unit": "VP_HDND_UBND"},
      "If_Match": lambda c: f'"{c.dossier["version"] - 1}"'}, "version_conflict"),
    ("what the state forbids", "LANH_DAO", "signDossier",
     {"dossier": lambda c: c.dossier["id"], "If_Match": lambda c: f'"{c.dossier["version"]}"',
      "body": {"outcome": "approved", "title": "Kết quả"}}, "state_forbids"),
    ("what is another's work", "PHAT_SO", "callNext", {"counter": "1"}, "forbidden"),
    ("nobody", None, "createTicket", {"body": ticket()}, "unauthenticated"),
    ("clock set back", "QUAN_TRI", "setTrainingClock",
     {"body": {"now": "2026-01-01T00:00:00+07:00", "rate": 0}}, "time"),
]


def person(centre, **changes):
    return centre.work.intake(WARD, applicant=dict(APPLICANT, **changes))


class ThroughTheApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = Sound()
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        desk = cls.centre.work.people["TIEP_NHAN"]
        with desk.events(topics="print") as stream:
            stream.next()
            made = desk.call("createTicket", body=ticket(), once="khoa-da-dung").json
            stream.wait("print_created", subject=made["print_job"])

    def test_each_gets_its_own_error_in_both_languages_and_changes_nothing(self):
        before = self.centre.sequence()
        for what, who, operation, arguments, code in ROWS:
            given = {name: value(self.centre) if callable(value) else value
                     for name, value in arguments.items()}
            for language in LANGUAGES:
                with self.subTest(what, language=language):
                    client = self.centre.work.people[who] if who else self.centre.client()
                    client.language = language
                    answer = client.call(operation, expect=code, **given).json
                    client.language = "en"
                    self.assertEqual(answer["status"], server.contract.TABLE[code][0])
                    self.assertEqual(answer["title"], text_of(code, language))
        self.assertEqual(self.centre.sequence(), before)
        self.assertIn("0 faults", self.centre.run("check", "--data", self.centre.data))

    def test_refusals_that_point_at_a_field_say_it_in_words(self):
        for language in LANGUAGES:
            client = self.centre.client("TIEP_NHAN", language)
            answer = client.call("createDossier", expect=422,
                                 body=person(self.centre, personal_id="006990012345")).json
            (error,) = answer["errors"]
            self.assertEqual((error["pointer"], error["code"], error["message"]),
                             ("/applicant/personal_id", "personal_id_invalid",
                              text_of("personal_id_invalid", language)))

    def test_what_is_not_http_or_comes_too_slowly_is_cut(self):
        """The header has ten seconds in all (R-752); the slow client began before the others."""
        before = self.centre.sequence()
        port = int(self.centre.base_url.rsplit(":", 1)[1])
        with raw_http.Client(port) as slow:
            slow.send(b"POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nAccept-")
            for bad in (b"GET /\x00 HTTP/1.1\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\xfc",
                        b"POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"):
                with raw_http.Client(port) as client:
                    client.send(bad)
                    self.assert_problem(client.reply(), "malformed")
            with raw_http.Client(port) as client:
                client.send(raw_http.get(b"/api/v1/health", b"X: " + b"x" * 20000 + b"\r\n"))
                self.assert_problem(client.reply(), "headers_too_large")
            self.assert_problem(slow.reply(), "request_timeout")
        self.assertEqual(self.centre.sequence(), before)

    def assert_problem(self, reply, code):
        problem = json.loads(reply.body)
        self.assertEqual((reply.status, problem["code"], problem["title"]),
                         (server.contract.TABLE[code][0], code, text_of(code, "vi")))


class OutsideTheCalendar(unittest.TestCase):
    def test_a_due_date_after_the_last_year_is_refused(self):
        """The sample calendar ends with 2027: five working days from 29 December are outside."""
        with server.Server(begins="2027-12-29T08:00:00+07:00") as centre:
            work = Casework(centre)
            body = work.intake(WARD)
            for language in LANGUAGES:
                desk = work.people["TIEP_NHAN"]
                desk.language = language
                answer = desk.call("createDossier", body=body, expect="calendar_range").json
                self.assertEqual(answer["title"], text_of("calendar_range", language))
            self.assertEqual(desk.call("listDossiers").json["items"], [])


class FullDisk(unittest.TestCase):
    """The disk fills up under the whole program (tests/support/full_disk.c, preloaded)."""

    @classmethod
    def setUpClass(cls):
        cls.centre = Sound()
        cls.addClassCleanup(shutil.rmtree, cls.centre.folder, ignore_errors=True)
        cls.flag = cls.centre.folder / "full"
        library = cls.centre.folder / "full_disk.so"
        subprocess.run([*os.environ.get("CC", "cc").split(), "-shared", "-fPIC", "-D_GNU_SOURCE",
                        "-O1", "-o", library, server.ROOT / "tests/support/full_disk.c"],
                       check=True)
        os.environ.update(LD_PRELOAD=str(library), MOTCUA_FULL_DISK=str(cls.flag),
                          ASAN_OPTIONS="verify_asan_link_order=0")
        try:
            cls.centre.__enter__()
        finally:
            for name in ("LD_PRELOAD", "MOTCUA_FULL_DISK", "ASAN_OPTIONS"):
                del os.environ[name]
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)

    def test_nothing_is_half_done_and_it_goes_on_when_there_is_room(self):
        people = self.centre.work.people
        desk = people["TIEP_NHAN"]
        before = self.centre.sequence()
        self.flag.touch()
        for language in LANGUAGES:
            desk.language = language
            answer = desk.call("createTicket", body=ticket(), once="khoa-khi-day", expect="disk_full")
            self.assertEqual((answer.status, answer.json["title"]),
                             (507, text_of("disk_full", language)))
            desk.call("createDossier", body=self.centre.work.intake(WARD), expect="disk_full")
        people["KIEM_TRA"].call("getHealth", expect="disk_full")
        self.assertEqual(self.centre.sequence(), before)
        self.assertEqual(len(desk.call("listTickets").json["items"]), 1)  # reading goes on
        self.flag.unlink()
        with desk.events(topics="print") as stream:
            stream.next()
            made = desk.call("createTicket", body=ticket(), once="khoa-khi-day", expect=201).json
            stream.wait("print_created", subject=made["print_job"])
        self.assertEqual(made["number"], "A002")  # the refused ones took no number
        people["KIEM_TRA"].call("getHealth", expect=200)
        self.assertIn("0 faults", self.centre.run("check", "--data", self.centre.data))


class NoPaper(unittest.TestCase):
    """A printer that is off or has no paper harms no ticket; what is wrong stands in the job."""

    def setUp(self):
        self.printer = Printer()
        self.addCleanup(lambda: self.printer.close())
        self.shop = PrintShop({SITE: self.printer.address})
        self.shop.__enter__()
        self.addCleanup(self.shop.__exit__, None, None, None)

    def test_out_of_paper(self):
        self.printer.paper_out = True
        job = self.shop.ticket()
        self.shop.wait_message(job, "hết giấy")
        self.assertEqual(self.shop.job(job)["state"], "queued")
        self.printer.paper_out = False
        self.assertEqual(self.shop.wait(job, "printed", "attention"), "printed")
        self.printer.wait_papers(1)
        self.assertEqual(len(self.printer.papers), 1)

    def test_switched_off(self):
        port = self.printer.port
        self.printer.close()
        job = self.shop.ticket()
        self.shop.wait_message(job, "mất kết nối")
        self.assertEqual(self.shop.job(job)["state"], "queued")
        self.printer = Printer(port)
        self.assertEqual(self.shop.wait(job, "printed", "attention"), "printed")
        self.printer.wait_papers(1)
        self.assertEqual(len(self.printer.papers), 1)


class Files(unittest.TestCase):
    """Databases and calendars that must not be touched or taken."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server()
        cls.addClassCleanup(shutil.rmtree, cls.centre.folder, ignore_errors=True)
        cls.centre.prepare()
        cls.database = cls.centre.data / "motcua.db"

    def refused(self, code, *arguments, status=1):
        """Run a command that is refused with this error, in both languages, changing no byte; what
        it said."""
        before = self.database.read_bytes()
        for language, locale in zip(LANGUAGES, ("vi_VN.UTF-8", "C.UTF-8")):
            done = subprocess.run([server.program(), *map(str, arguments)], capture_output=True,
                                  text=True, timeout=60, check=False,
                                  env={"PATH": os.environ["PATH"], "LC_ALL": locale})
            self.assertEqual((done.returncode, done.stdout), (status, ""), arguments)
            self.assertIn(f"{text_of(code, language)} ({code})", done.stderr)
        self.assertEqual(self.database.read_bytes(), before)
        return done.stderr

    def every_command(self, code):
        data = self.centre.data
        self.refused(code, "serve", "--data", data, "--listen", "127.0.0.1:0")
        self.refused(code, "import", "--data", data, server.SAMPLE / "centre.json")
        self.refused(code, "account", "disable", "phatso", "--data", data)
        self.refused(code, "check", "--data", data)
        self.refused(code, "backup", "--data", data, "--output", self.centre.folder / "copy")

    def changed(self, change):
        """Let `change` do something to the database; put it back at the end of the test."""
        kept = self.centre.folder / "kept"
        shutil.copy(self.database, kept)
        self.addCleanup(shutil.copy, kept, self.database)
        change()

    def pragma(self, name, value):
        with sqlite3.connect(self.database) as database:
            database.execute(f"PRAGMA {name} = {value}")
        database.close()

    def test_a_command_without_its_folder_names_what_is_missing(self):
        for command, words in {"serve": (), "init": (), "import": ("x.json",), "check": (),
                               "account": ("disable", "phatso"), "clock": ("confirm",),
                               "backup": ("--output", "x")}.items():
            done = subprocess.run([server.program(), command, *words], capture_output=True,
                                  text=True, timeout=60, check=False)
            self.assertEqual((done.returncode, done.stdout), (2, ""), command)
            self.assertTrue(done.stderr.startswith(
                f"queue_server {command}: --data DIR is missing\nusage: "), done.stderr)
        done = subprocess.run([server.program(), "backup", "--data", "x"], capture_output=True,
                              text=True, timeout=60, check=False)
        self.assertIn("--output DIR2 is missing", done.stderr)

    def test_a_database_of_a_newer_version(self):
        self.changed(lambda: self.pragma("user_version", 9999))
        self.every_command("database_newer")

    def test_a_database_of_another_program(self):
        self.changed(lambda: self.pragma("application_id", 42))
        self.every_command("database_foreign")

    def test_a_file_that_is_no_database(self):
        self.changed(lambda: self.database.write_bytes(b"Day la mot tep van ban.\n" * 400))
        self.every_command("database_foreign")

    def test_no_database_and_one_too_many(self):
        self.refused("database_missing", "serve", "--data", self.centre.folder / "nowhere")
        self.refused("database_exists", "init", "--data", self.centre.data, "--training")

    def test_a_second_server_on_the_same_data(self):
        with server.Server() as running:
            for language, locale in zip(LANGUAGES, ("vi_VN.UTF-8", "C.UTF-8")):
                done = subprocess.run(
                    [server.program(), "serve", "--data", running.data, "--listen", "127.0.0.1:0"],
                    capture_output=True, text=True, timeout=60, check=False,
                    env={"PATH": os.environ["PATH"], "LC_ALL": locale})
                self.assertEqual((done.returncode, done.stdout), (1, ""))
                self.assertIn(text_of("database_locked", language), done.stderr)
            running.client("PHAT_SO").call("createTicket", body=ticket())

    def test_a_calendar_that_contradicts_itself(self):
        """2026-08-22 is worked for 31 August: it cannot be a day off as well."""
        calendar = json.loads((server.SAMPLE / "holidays.json").read_text("utf-8"))
        calendar["days_off"].append({"date": "2026-08-22", "status": "official"})
        path = self.centre.folder / "calendar.json"
        path.write_text(json.dumps(calendar, ensure_ascii=False), "utf-8")
        for command in (("import", "--data", self.centre.data, path),
                        ("due", "--calendar", path, "--received", "2026-03-10T09:00",
                         "--limit", "WORKING_DAYS 5")):
            said = self.refused("calendar_contradiction", *command, status=2)
            self.assertIn("2026-08-22", said)
            self.assertIn(str(path), said)


if __name__ == "__main__":
    unittest.main()
