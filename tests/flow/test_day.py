#!/usr/bin/env python3
"""The day that must work, through the API: queue, dossiers, paper and the manager's figures.

Every expected value is worked out by hand from the rules, the working beside it; sessions are
07:30-11:30 and 13:00-17:00, Monday to Friday. docs/tour.md plays the same by commands.
"""
import collections
import concurrent.futures
import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server  # noqa: E402  (needs the path above)
from casework import Casework  # noqa: E402
from print_shop import text_of  # noqa: E402

COUNTERS, CALLS_EACH, ISSUERS = 8, 25, 4
TICKETS = COUNTERS * CALLS_EACH
HEARD_BEFORE_BREAK = 70
SITE = "trung-tam"


class BusyCentre(server.Server):
    """A centre whose first site has eight counters for service A, and an officer for each."""

    def prepare(self):
        super().prepare()
        centre = json.loads((server.SAMPLE / "centre.json").read_text("utf-8"))
        others = [c for c in centre["counters"] if c["site"] != SITE]
        centre["counters"] = others + [
            {"counter": f"q{i}", "site": SITE, "name": f"Quầy {i}", "primary": ["A"], "help": []}
            for i in range(COUNTERS)]
        path = self.folder / "centre.json"
        path.write_text(json.dumps(centre, ensure_ascii=False), "utf-8")
        self.run("import", "--data", self.data, path)

    def officers(self):
        """A client for each counter, each signed in with an account of its own, sitting there."""
        chief, found = self.client("QUAN_TRI"), []
        for i in range(COUNTERS):
            made = chief.call("createAccount", body={
                "account": f"quay{i}", "name": f"Tài khoản thử {i}", "roles": ["TIEP_NHAN"],
                "unit": "TT_PVHCC"}).json
            found.append(self.client())
            found[-1].sign_in(f"quay{i}", made["password"])
            found[-1].call("setCounter", counter=f"q{i}", body={"state": "open"})
        return found


class Listener(threading.Thread):
    """Hears the queue, breaks the connection once, and comes back with Last-Event-ID."""

    def __init__(self, client):
        super().__init__(daemon=True)
        self.client, self.heard, self.fault = client, [], None
        self.stream = client.events(topics="queue")
        self.first = self.stream.next()

    def run(self):
        try:
            with self.stream:
                while len(self.heard) < HEARD_BEFORE_BREAK:
                    self.hear(self.stream)
            with self.client.events(topics="queue", last=self.heard[-1].id) as stream:
                while not self.at_the_end(self.heard[-1]):
                    self.hear(stream)
        except BaseException as fault:  # told by the test, in its own thread
            self.fault = fault

    def hear(self, stream):
        event = stream.next()
        if event.kind != "heartbeat":
            self.heard.append(event)

    @staticmethod
    def at_the_end(event):
        return event.kind == "counter_changed" and event.data["state"] == "closed"


class ManyCounters(unittest.TestCase):
    """Eight counters call as fast as they can while people still come."""

    @classmethod
    def setUpClass(cls):
        cls.centre = BusyCentre()
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.centre.clock("2026-03-10T08:00:00+07:00")
        officers = cls.centre.officers()
        desks = [cls.centre.client("PHAT_SO") for _ in range(ISSUERS)]
        cls.listener = Listener(cls.centre.client("GD_TT"))
        cls.listener.start()
        with concurrent.futures.ThreadPoolExecutor(COUNTERS + ISSUERS) as pool:
            issued = [pool.submit(cls.issue, desk) for desk in desks]
            called = [pool.submit(cls.call, officer, f"q{i}")
                      for i, officer in enumerate(officers)]
            cls.issued = [ticket for done in issued for ticket in done.result()]
            cls.called = [ticket for done in called for ticket in done.result()]
        officers[0].call("setCounter", counter="q0", body={"state": "closed"})
        cls.listener.join(60)

    @staticmethod
    def issue(desk):
        body = {"site": SITE, "service": "A", "class": "P0"}
        return [desk.call("createTicket", body=body).json for _ in range(TICKETS // ISSUERS)]

    @staticmethod
    def call(officer, counter):
        """Call until 25 people have come; the last of them is finished too."""
        found = []
        while len(found) < CALLS_EACH:
            body = {"finish_current": True}
            ticket = officer.call("callNext", counter=counter, body=body).json["ticket"]
            if ticket:
                found.append(ticket)
        officer.call("finishTicket", ticket=found[-1]["id"])
        return found

    def test_no_ticket_is_called_twice_and_nobody_is_left(self):
        """8 x 25 calls for 200 tickets."""
        self.assertEqual(len({t["id"] for t in self.called}), TICKETS)
        self.assertEqual({t["id"] for t in self.called}, {t["id"] for t in self.issued})

    def test_numbers_are_those_of_the_series_each_once(self):
        """R-122: A001 .. A200, a letter and three digits, no gap."""
        self.assertEqual(sorted(t["number"] for t in self.issued),
                         [f"A{i:03}" for i in range(1, TICKETS + 1)])

    def test_the_stream_told_every_change_once_across_a_break(self):
        self.assertIsNone(self.listener.fault)
        kinds = collections.Counter(event.kind for event in self.listener.heard)
        self.assertNotIn("snapshot", kinds)
        for kind, tickets in (("ticket_issued", self.issued), ("ticket_called", self.called),
                              ("ticket_finished", self.called)):
            told = [e.data["subject"] for e in self.listener.heard if e.kind == kind]
            self.assertEqual(sorted(told), sorted(t["id"] for t in tickets), kind)
        seqs = [event.data["seq"] for event in self.listener.heard]
        self.assertEqual(seqs, sorted(set(seqs)))

    def test_the_stream_and_the_log_say_the_same(self):
        """Each event of a ticket in the log was on the stream, in the order of the log."""
        inspector = self.centre.client("KIEM_TRA")
        first, last = self.listener.first.data["seq"], self.listener.heard[-1].data["seq"]
        logged = [(row["seq"], row["kind"]) for row in inspector.pages("readLog", limit=500)
                  if first < row["seq"] <= last and row["kind"].startswith("ticket_")]
        heard = [(e.data["seq"], e.kind) for e in self.listener.heard
                 if e.kind.startswith("ticket_")]
        self.assertEqual(sorted(logged), heard)

    def test_every_ticket_is_on_paper_once(self):
        jobs = [ticket["print_job"] for ticket in self.issued]
        self.assertEqual(len(set(jobs)), TICKETS)
        listed = {job["id"]: job for job in
                  self.centre.client("PHAT_SO").pages("listPrintJobs", limit=500)}
        self.assertEqual(sorted(listed[job]["subject"] for job in jobs),
                         sorted(ticket["id"] for ticket in self.issued))

    def test_the_centre_is_sound(self):
        self.assertIn("0 faults", self.centre.run("check", "--data", self.centre.data))


class BusinessDay(unittest.TestCase):
    def test_a_day_ends_at_local_midnight_and_not_at_seven(self):
        """R-120, R-122: 07:00 local is midnight in UTC, which resets nothing."""
        with server.Server(begins="2026-03-10T06:59:59+07:00") as centre:
            desk, chief = centre.client("PHAT_SO"), centre.client("QUAN_TRI")
            body = {"site": SITE, "service": "A", "class": "P0"}

            def take(now):
                chief.call("setTrainingClock", body={"now": now, "rate": 0})
                return desk.call("createTicket", body=body).json

            first = take("2026-03-10T06:59:59+07:00")
            seen = [first] + [take(now) for now in (
                "2026-03-10T07:00:00+07:00", "2026-03-10T23:59:59+07:00",
                "2026-03-11T00:00:00+07:00")]
            self.assertEqual([(t["number"], t["business_date"]) for t in seen],
                             [("A001", "2026-03-10"), ("A002", "2026-03-10"),
                              ("A003", "2026-03-10"), ("A001", "2026-03-11")])
            self.assertEqual(desk.call("getTicket", ticket=first["id"]).json["state"], "cancelled")


# Received on Tuesday 10 March 2026 at 09:00. working-time.md 4.1-4.4:
DUE_DATES = {
    "1.001193": "2026-03-10T17:00:00+07:00",  # SAME_DAY, before 15:00
    "1.001570": "2026-03-13T17:00:00+07:00",  # WORKING_DAYS 3: 11, 12, 13
    "1.003583": "2026-03-17T17:00:00+07:00",  # 5: 11, 12, 13, 16, 17
    "1.014027": "2026-03-24T17:00:00+07:00",  # 10: .. 17, 18, 19, 20, 23, 24
    "1.010803": "2026-04-02T17:00:00+07:00",  # 17: .. 25, 26, 27, 30, 31, 1, 2
    "1.001699": "2026-04-14T17:00:00+07:00",  # 25: .. 3, 6, 7, 8, 9, 10, 13, 14
    "1.004946": "2026-03-11T14:30:00+07:00",  # WORKING_HOURS 12: 2.5 + 4, then 4 + 1.5
    "1.002211": "2026-03-16T17:00:00+07:00",  # CALENDAR_DAYS 5: Sunday 15 rolls to Monday
    "1.013225": "2026-03-25T17:00:00+07:00",  # 15: Wednesday
    "2.002409": "2026-04-09T17:00:00+07:00",  # 30: 31 days in March, Thursday 9 April
    "3.000182": None,                         # NONE
}
MARCH = {"from_": "2026-03-01", "to": "2026-03-31"}
BYS = ("field", "procedure", "officer", "unit", "month")
FIXED_KEYS = ("field", "procedure", "month")  # statistics.md 3: keys that cannot change

# What stands in the report of March on the 13th in the evening, worked out in Office.play:
# carried over, received, early, on time, late, open in time, overdue
UNITS = {"VP_HDND_UBND": (0, 6, 1, 2, 2, 0, 1), "P_KT": (0, 1, 0, 1, 0, 0, 0),
         "P_VHXH": (0, 3, 0, 1, 1, 1, 0), "TT_PVHCC": (0, 3, 1, 2, 0, 0, 0)}
FIELDS = {"Hộ tịch": (0, 6, 2, 2, 1, 0, 1), "Đăng ký kinh doanh": (0, 1, 0, 1, 0, 0, 0),
          "Bảo trợ xã hội": (0, 2, 0, 1, 0, 1, 0), "Trẻ em": (0, 2, 0, 1, 1, 0, 0),
          "Hòa giải cơ sở": (0, 1, 0, 0, 1, 0, 0), "Giáo dục và đào tạo": (0, 1, 0, 1, 0, 0, 0)}
TOTAL = (0, 13, 2, 6, 3, 1, 1)
COLUMNS = ("carried_over", "received", "early", "on_time", "late", "in_time", "overdue")


def figures(row):
    """A row of the report as the tuple of COLUMNS."""
    return (row["carried_over"], row["received"], row["resolved"]["early"],
            row["resolved"]["on_time"], row["resolved"]["late"], row["open"]["in_time"],
            row["open"]["overdue"])


class Office:
    """Two weeks of March, each dossier with the due date and verdict that it must get."""

    def __init__(self, work):
        self.work, self.d = work, {}
        work.hire("kinhte", "THU_LY", "P_KT")
        work.hire("vanhoa", "THU_LY", "P_VHXH")

    def play(self):
        work, d = self.work, self.d
        work.clock("2026-03-02T09:00:00+07:00")  # Monday
        d[1] = work.hand(work.open("1.003583"))            # WD 5: 3, 4, 5, 6, 9 -> Mon 9
        d[2] = work.hand(work.open("1.001570"), "kinhte")  # WD 3: 3, 4, 5 -> Thu 5
        d[3] = work.hand(work.open("1.004837"))            # WD 3 -> Thu 5
        work.clock("2026-03-03T15:00:00+07:00")
        d[4] = work.act("TIEP_NHAN", "beginDossier", work.open("1.001193"))  # at the cut-off
        work.clock("2026-03-03T15:00:01+07:00")
        d[5] = work.act("TIEP_NHAN", "beginDossier", work.open("1.001193"))  # after it: Wed 4
        d[6] = work.hand(work.open("1.003583"))            # WD 5: 4, 5, 6, 9, 10 -> Tue 10
        work.clock("2026-03-03T15:30:00+07:00")
        d[4] = work.issue(d[4], "TIEP_NHAN")               # the day it is due: on time
        d[5] = work.issue(d[5], "TIEP_NHAN")               # the day before: early
        work.clock("2026-03-04T08:00:00+07:00")
        d[7] = work.open("1.014027")                       # WD 10: 5 .. 18 -> Wed 18
        work.clock("2026-03-05T10:00:00+07:00")
        d[1], d[2] = work.issue(d[1]), work.issue(d[2])    # 5 < 9: early; 5 = 5: on time
        d[6] = work.act("LD_PHONG", "requestSupplement", d[6],
                        {"items": ["Bản chính"], "reason": "Bản sao mờ"})
        d[8] = work.hand(work.open("1.004837"))            # WD 3: 6, 9, 10 -> Tue 10, forgotten
        d[9] = work.hand(work.open("1.002211", channel="online"))  # CD 5 -> Tue 10
        work.clock("2026-03-06T10:00:00+07:00")
        d[3] = work.issue(d[3])                            # 6 > 5: late
        self.second_week()

    def second_week(self):
        work, d = self.work, self.d
        work.clock("2026-03-09T16:00:00+07:00")  # Monday
        d[7] = work.act("TIEP_NHAN", "requestWithdrawal", d[7], {"reason": "Công dân rút"})
        d[7] = work.act("GD_TT", "stopDossier", d[7], {"reason": "Công dân rút"})  # on time
        d[10] = work.hand(work.open("1.001699"), "vanhoa")  # WD 25: open in time
        # WH 12: 1 on Monday, 8 on Tuesday, 3 of Wednesday -> Wed 11, 10:30
        d[11] = work.hand(work.open("1.004946"), "vanhoa")
        d[12] = work.hand(work.open("1.004946"), "vanhoa")
        work.clock("2026-03-10T16:00:00+07:00")
        # the pause of 5 .. 10: 6, 9 and 10 are working days after the 5th -> Tue 10 + 3 = Fri 13
        d[6] = work.act("TIEP_NHAN", "resumeDossier", d[6], {"note": "Đã nộp bản chính"})
        d[13] = work.hand(work.open("3.000182"))            # no limit: on time whenever
        work.clock("2026-03-11T10:30:00+07:00")
        d[11] = work.issue(d[11])                           # the second it is due: on time
        work.clock("2026-03-11T10:30:01+07:00")
        d[12] = work.issue(d[12])                           # a second later: late
        work.clock("2026-03-12T09:00:00+07:00")
        d[9], d[13] = work.issue(d[9]), work.issue(d[13])   # 12 > 10: late; on time
        refusal = {"reason_code": "out_of_scope", "reason": "Thuộc thẩm quyền của cấp tỉnh"}
        d[14] = work.open("1.003583", intake="refuse", refusal=refusal)
        d[15] = work.open("1.003583", intake="request_supplement", documents=[], supplement={
            "items": ["Tờ khai"], "reason": "Chưa có tờ khai"})
        work.clock("2026-03-13T17:00:00+07:00")
        d[6] = work.issue(d[6])                             # Fri 13 = Fri 13: on time
        d[1] = work.act("TIEP_NHAN", "returnResult", d[1], {"receiver": {"kind": "applicant"}})
        work.clock("2026-03-13T17:30:00+07:00")


class Dossiers(unittest.TestCase):
    """One centre; the tests run in the order of their numbers, for its clock only goes forward."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server()
        cls.centre.__enter__()
        cls.addClassCleanup(cls.centre.__exit__, None, None, None)
        cls.work = Casework(cls.centre)
        cls.office = Office(cls.work)
        cls.office.play()
        cls.manager = cls.centre.client("TO_HOP_BC")

    def report(self, by, first="2026-03-01", last="2026-03-31"):
        return self.manager.call("reportOnTime", by=by, from_=first, to=last).json

    def test_1_verdicts_are_those_of_the_rule(self):
        """R-301: frozen when the dossier ended."""
        wanted = {1: "early", 2: "on_time", 3: "late", 4: "on_time", 5: "early", 6: "on_time",
                  7: "on_time", 8: None, 9: "late", 10: None, 11: "on_time", 12: "late",
                  13: "on_time", 14: None, 15: None}
        for number, dossier in self.office.d.items():
            now = self.work.people["GD_TT"].call("getDossier", dossier=dossier["id"]).json
            self.assertEqual(now["verdict"], wanted[number], number)
        states = [self.office.d[n]["state"] for n in (1, 7, 14, 15)]
        self.assertEqual(states, ["returned", "stopped", "refused", "supplement_before"])

    def test_1_a_pause_moves_the_due_date_and_not_the_promise(self):
        """R-053, R-215, R-231"""
        moved = self.office.d[6]
        self.assertEqual((moved["promised_at"], moved["legal_due_at"]),
                         ("2026-03-10T17:00:00+07:00", "2026-03-13T17:00:00+07:00"))
        self.assertEqual([(p["from"], p["to"]) for p in moved["pauses"]],
                         [("2026-03-05T10:00:00+07:00", "2026-03-10T16:00:00+07:00")])

    def test_1_the_cut_off_of_the_same_day(self):
        """R-041, R-042, R-044"""
        self.assertEqual([self.office.d[n]["legal_due_at"] for n in (4, 5)],
                         ["2026-03-03T17:00:00+07:00", "2026-03-04T17:00:00+07:00"])

    def test_2_the_rows_hold_what_was_worked_out_by_hand(self):
        """R-303"""
        for by, wanted in (("unit", UNITS), ("field", FIELDS)):
            report = self.report(by)
            self.assertEqual({r["key"]: figures(r) for r in report["rows"]}, wanted)
            self.assertEqual(figures(report["total"]), TOTAL)
        total = report["total"]
        self.assertEqual(total["received_online"], 1)
        # 8 of 11 that ended; 8 of those and the one that should have
        self.assertEqual(total["rate"], {"numerator": 8, "denominator": 11, "value": 72.73})
        self.assertEqual(total["rate_extended"],
                         {"numerator": 8, "denominator": 12, "value": 66.67})

    def check_balance(self, report):
        """Every row balances; rows add up to the total."""
        for row in [*report["rows"], report["total"]]:
            carried, received, *rest = figures(row)
            self.assertEqual(carried + received, sum(rest), row)
        added = [sum(column) for column in zip(*(figures(r) for r in report["rows"]))]
        self.assertEqual(tuple(added or (0,) * 7), figures(report["total"]))

    def test_2_every_row_balances_for_every_split_of_the_month(self):
        """R-304: the parts' flows add up; what is open before is carried over after."""
        day = datetime.date(2026, 3, 1)
        whole = {by: self.report(by) for by in BYS}
        while day < datetime.date(2026, 3, 31):
            following = day + datetime.timedelta(days=1)
            for by in BYS:
                one = self.report(by, last=day.isoformat())
                two = self.report(by, first=following.isoformat())
                self.check_balance(one)
                self.check_balance(two)
                self.check_joint(by, one, two, whole[by], day)
            day = following

    def check_joint(self, by, one, two, whole, day):
        pairs = {None: [r["total"] for r in (one, two, whole)]}
        if by in FIXED_KEYS:
            for key in {row["key"] for row in whole["rows"]}:
                found = [[r for r in part["rows"] if r["key"] == key] for part in
                         (one, two, whole)]
                pairs[key] = [rows[0] if rows else None for rows in found]
        for key, rows in pairs.items():
            before, after, both = (figures(r) if r else (0,) * 7 for r in rows)
            self.assertEqual(before[5] + before[6], after[0], (by, key, day))
            self.assertEqual([before[i] + after[i] for i in range(1, 5)], list(both[1:5]),
                             (by, key, day))

    def test_3_behind_a_figure_stand_the_dossiers_that_it_counts(self):
        accepted = {d["id"] for n, d in self.office.d.items() if n <= 13}
        for by in BYS:
            report = self.report(by)
            for column, place in zip(COLUMNS, range(len(COLUMNS))):
                seen = []
                for row in report["rows"]:
                    ids = self.behind(by, column, key=row["key"])
                    self.assertEqual(len(ids), figures(row)[place], (by, row["key"], column))
                    seen += ids
                self.assertEqual(sorted(seen), sorted(self.behind(by, column)))
                self.assertEqual(len(seen), len(set(seen)))
                self.assertLessEqual(set(seen), accepted)
        ids = {n: d["id"] for n, d in self.office.d.items()}
        self.assertEqual(set(self.behind("unit", "late")), {ids[3], ids[9], ids[12]})
        self.assertEqual(self.behind("field", "overdue"), [ids[8]])
        self.assertEqual(self.behind("month", "received_online"), [ids[9]])

    def behind(self, by, column, **key):
        return [item["id"] for item in self.manager.pages(
            "reportOnTimeDossiers", by=by, column=column, limit=3, **key, **MARCH)]

    def test_4_the_receipt_holds_code_and_promise_and_leads_to_the_look_up(self):
        """R-242, R-245"""
        dossier = self.office.d[1]
        page = self.page_of(dossier)
        text = " ".join(text_of(page).split())
        self.assertIn(dossier["code"], text)
        self.assertIn("17 giờ 00 phút, ngày 09 tháng 3 năm 2026", text)
        self.assertNotIn("chưa chính thức", text)
        (url,) = self.codes_in(page)
        parts = urllib.parse.urlsplit(url)
        self.assertTrue(parts.path.endswith("/" + dossier["code"]), url)
        secret = urllib.parse.parse_qs(parts.query)["secret"][0]
        seen = self.centre.client().call("publicDossier", code=dossier["code"], secret=secret)
        self.assertEqual(seen.json["applicant_name"], "Nông Thị M.")
        for hidden in ("006190012345", "Nà Vài", "912345678", "Mai"):
            self.assertNotIn(hidden, seen.body.decode())
        with urllib.request.urlopen(self.centre.base_url + parts.path + "?" + parts.query) as web:
            self.assertEqual((web.status, web.headers.get_content_type()), (200, "text/html"))

    def page_of(self, dossier):
        """The PDF of the receipt, once the printer program has made it."""
        desk = self.work.people["TIEP_NHAN"]
        job = dossier["print_jobs"][0]
        with desk.events(topics="print") as stream:
            waiting = {j["id"] for j in stream.next().data["print_jobs"]
                       if j["state"] == "queued"}
            if job in waiting:
                stream.wait("print_created", subject=job)
        return desk.call("getPrintDocument", print_job=job).body

    @staticmethod
    def codes_in(page):
        """The texts of the QR codes on the first page of a PDF."""
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder) / "page"
            subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", "-", str(root)],
                           input=page, check=True)
            said = subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", f"{root}.png"],
                                  capture_output=True, check=True).stdout.decode()
        return re.findall(r"\S+", said)

    def test_5_due_dates_of_every_kind_of_limit(self):
        """R-044, R-045, R-046, R-047, R-048; across days off and a make-up Saturday."""
        with server.Server(begins="2026-03-10T09:00:00+07:00") as other:
            work = Casework(other)
            for procedure, due in DUE_DATES.items():
                preview = work.people["TIEP_NHAN"].call("createDossier", dry_run=True, body=
                                                        work.intake(procedure)).json
                self.assertEqual((preview["due_at"], preview["faults"]), (due, []), procedure)
            # Friday 24 April: Monday is off for the Hùng Kings, Thursday and Friday for 30 April
            # and 1 May. WD 5: 28, 29, 4, 5, 6 May
            work.clock("2026-04-24T09:00:00+07:00")
            self.assertEqual(work.open("1.003583")["legal_due_at"], "2026-05-06T17:00:00+07:00")
            # Friday 21 August: Saturday 22 is worked for Monday 31. WD 5: 22, 24, 25, 26, 27
            work.clock("2026-08-21T09:00:00+07:00")
            self.assertEqual(work.open("1.003583")["legal_due_at"], "2026-08-27T17:00:00+07:00")

    def test_6_a_due_date_in_a_year_not_decided_carries_its_warning(self):
        """R-056: Monday 28 December; WD 5: 29, 30, 31, (1 January off) 4, 5."""
        self.work.clock("2026-12-28T09:00:00+07:00")
        preview = self.work.people["TIEP_NHAN"].call(
            "createDossier", dry_run=True, body=self.work.intake("1.003583")).json
        dossier = self.work.open("1.003583")
        self.assertEqual(dossier["legal_due_at"], "2027-01-05T17:00:00+07:00")
        for answer in (preview, dossier):
            self.assertEqual([w["code"] for w in answer["warnings"]], ["unconfirmed_year"])
        text = " ".join(text_of(self.page_of(dossier)).split())
        self.assertIn("17 giờ 00 phút, ngày 05 tháng 01 năm 2027", text)
        self.assertIn("lịch nghỉ của năm này chưa chính thức", text)

    def test_7_the_centre_is_sound(self):
        self.assertIn("0 faults", self.centre.run("check", "--data", self.centre.data))


if __name__ == "__main__":
    unittest.main()
