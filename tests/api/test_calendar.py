"""Amendments of the working calendar, years drafted by rule and confirmed, due dates as of a day.
Rules checked: R-066, R-067, R-068, R-070, R-071, R-072, R-073, R-074.

The sample calendar; dossiers of WORKING_DAYS 5 received on Monday 2 March 2026 are due on Monday 9
March. With Friday 6 March off: Tuesday 10 March. With Saturday 7 March worked: Saturday 7 March,
which takes nothing away. Its year 2027 is not confirmed, so 31 December 2026 is the last confirmed
day: from 2 September 2026 on fewer than 120 are left.
"""
import copy
import json
import unittest

import test_dossiers as base

CALENDAR = json.loads((base.server.SAMPLE / "holidays.json").read_text("utf-8"))
OFF = {"date": "2026-03-06", "name": "Nghỉ thử", "status": "official"}
WORKED = {"date": "2026-03-07", "works_for": "2026-03-06", "status": "official"}
ORDINARY, LATER = "2026-03-09T17:00:00+07:00", "2026-03-10T17:00:00+07:00"


def setUpModule():
    global ADMIN
    base.setUpModule()
    ADMIN = base.SERVER.client("QUAN_TRI")


def tearDownModule():
    base.tearDownModule()


def amended(off=(), worked=()):
    document = copy.deepcopy(CALENDAR)
    document["days_off"] += off
    document["compensatory_working_days"] += worked
    return document


def version():
    return ADMIN.call("getCalendar").json["version"]


def ask(body, dry_run=False, expect=200, **more):
    more.setdefault("If_Match", f'"{version()}"')
    return ADMIN.call("amendCalendar", body=body, dry_run=dry_run, expect=expect, **more).json


def amend(**body):
    """Dry run, then what it showed."""
    shown = ask(body, dry_run=True)
    return shown, ask(dict(body, token=shown["token"]))


def counts(answer):
    return {name: answer["moves"][name] for name in ("seen", "later", "earlier", "kept")}


def review():
    return base.SERVER.run("calendar", "review", "--data", base.SERVER.data)


def log(kind):
    return [row for row in ADMIN.pages("readLog") if row["kind"] == kind]


class Amendments(unittest.TestCase):
    """Each test sets days of its own, in the order of names."""

    def due(self, dossier):
        return base.DESK.call("getDossier", dossier=dossier["id"]).json["legal_due_at"]

    def test_1_a_dry_run_counts_and_changes_nothing(self):
        """R-070, R-071."""
        base.SERVER.clock("2026-03-02T10:00:00+07:00")
        first, second = base.opened(), base.opened()
        before = version()
        shown = ask({"document": amended([OFF])}, dry_run=True)
        self.assertEqual((shown["version"], shown["changed"]), (before, True))
        self.assertEqual(counts(shown), {"seen": 2, "later": 2, "earlier": 0, "kept": 0})
        self.assertRegex(shown["token"], "^[0-9a-f]{64}$")
        self.assertEqual(counts(ask({"document": amended([], [WORKED])}, dry_run=True)),
                         {"seen": 2, "later": 0, "earlier": 0, "kept": 2})
        self.assertFalse(ask({"document": amended()}, dry_run=True)["changed"])
        self.assertEqual(version(), before)
        self.assertEqual([self.due(d) for d in (first, second)], [ORDINARY, ORDINARY])

    def test_2_only_what_was_shown_is_applied(self):
        """R-071."""
        shown = ask({"document": amended([OFF])}, dry_run=True)
        other = amended([OFF, dict(OFF, date="2026-03-05")])
        ask({"document": other, "token": shown["token"]}, expect="dry_run_needed")
        ask({"document": amended([OFF])}, expect="dry_run_needed")
        base.SERVER.clock("2026-03-03T09:00:00+07:00")
        ask({"document": amended([OFF]), "token": shown["token"]}, expect="dry_run_needed")
        ask({"document": amended([OFF])}, dry_run=True, If_Match='"77"', expect="version_conflict")
        ask({"document": amended([OFF])}, If_Match='"77"', expect="version_conflict")
        for role in ("GD_TT", "TIEP_NHAN", "KIEM_TRA"):
            base.SERVER.client(role).call("amendCalendar", body={"document": amended([OFF])},
                                          dry_run=True, If_Match='"1"', expect="forbidden")
        self.assertEqual(version(), 1)

    def test_3_what_contradicts_itself_is_refused_with_every_date(self):
        """R-073."""
        both = amended([OFF, dict(OFF, date="2026-03-14")],
                       [dict(WORKED, date="2026-03-14"), dict(WORKED, date="2026-03-06")])
        off, up = len(CALENDAR["days_off"]), len(CALENDAR["compensatory_working_days"])
        for dry_run in (True, False):
            refused = ask({"document": both}, dry_run=dry_run, expect="calendar_contradiction")
            self.assertEqual([fault["pointer"] for fault in refused["errors"]],
                             [f"/document/days_off/{off}/date",
                              f"/document/compensatory_working_days/{up + 1}/date",
                              f"/document/days_off/{off + 1}/date",
                              f"/document/compensatory_working_days/{up}/date"])
        broken = amended([dict(OFF, date="2026-02-30")])
        refused = ask({"document": broken}, dry_run=True, expect="calendar_malformed")
        self.assertEqual([fault["pointer"] for fault in refused["errors"]],
                         [f"/document/days_off/{off}/date"])
        ask({}, dry_run=True, expect=422)
        ask({"version": 99}, dry_run=True, expect="not_found")
        self.assertEqual(version(), 1)

    def test_4_applied_and_reverted_every_promise_stands(self):
        """R-070, R-072, R-231."""
        dossier = base.opened()  # on the 3rd: due on the 10th
        shown, done = amend(document=amended([OFF]))
        self.assertEqual((done["version"], done["changed"], done["token"]), (2, True, None))
        self.assertEqual(counts(done), counts(shown))
        self.assertEqual(counts(done), {"seen": 3, "later": 3, "earlier": 0, "kept": 0})
        moved = base.DESK.call("getDossier", dossier=dossier["id"]).json
        self.assertEqual((moved["legal_due_at"], moved["promised_at"]),
                         ("2026-03-11T17:00:00+07:00", LATER))
        shown, back = amend(version=1)
        self.assertEqual(counts(back), {"seen": 3, "later": 0, "earlier": 3, "kept": 0})
        self.assertEqual((self.due(dossier), back["version"]), (LATER, 3))
        told = ADMIN.call("getCalendar").json
        self.assertEqual(told["followed"], dict(back["moves"], done=True))
        versions = ADMIN.call("listCalendarVersions").json["items"]
        self.assertEqual([row["version"] for row in versions], [3, 2, 1])
        self.assertEqual([row["entered_by"] for row in versions], ["quantri", "quantri", None])

    def test_5_the_ledger_of_a_day_is_what_a_clerk_saw(self):
        """R-074."""
        base.SERVER.clock("2026-03-09T08:00:00+07:00")
        dossier = base.opened()  # due on Monday the 16th
        base.SERVER.clock("2026-03-10T08:00:00+07:00")
        amend(document=amended([dict(OFF, date="2026-03-13")]))  # the 17th
        base.SERVER.clock("2026-03-11T08:00:00+07:00")
        amend(version=1)

        def seen(as_of):
            ledger = base.DESK.call("getLedger", dossier=dossier["id"], as_of=as_of).json
            return ledger["due_at"], ledger["calendar"]["title"]

        title = CALENDAR["meta"]["title"]
        self.assertEqual(seen("2026-03-09T17:00:00+07:00"), ("2026-03-16T17:00:00+07:00", title))
        self.assertEqual(seen("2026-03-10T17:00:00+07:00"), ("2026-03-17T17:00:00+07:00", title))
        self.assertEqual(seen("2026-03-11T17:00:00+07:00"), ("2026-03-16T17:00:00+07:00", title))
        base.DESK.call("getLedger", dossier=dossier["id"], as_of="2026-03-09T07:00:00+07:00",
                       expect="not_found")
        base.DESK.call("getLedger", dossier=dossier["id"], as_of="2026-03-09", faulty=True,
                       expect="bad_parameter")

    def test_6_a_year_is_warned_of_once_drafted_and_confirmed(self):
        """R-066, R-067, R-068."""
        base.SERVER.clock("2026-09-02T08:00:00+07:00")  # 120 days to 31 December
        review()
        told = ADMIN.call("getCalendar").json
        self.assertEqual((told["confirmed_until"], told["warning"], log("calendar_year_unconfirmed")),
                         ("2026-12-31", None, []))
        base.SERVER.clock("2026-09-03T08:00:00+07:00")
        review()
        review()
        told = ADMIN.call("getCalendar").json
        self.assertEqual(told["warning"], {"year": 2027, "days_left": 119})
        self.assertEqual(len(log("calendar_year_unconfirmed")), 1)
        self.assertEqual(log("calendar_year_drafted"), [])  # the sample reaches to the end of 2027

        now = version()
        ADMIN.call("confirmCalendarYear", year="2031", body={"decree": "TB mẫu"},
                   If_Match=f'"{now}"', expect="not_found")
        ADMIN.call("confirmCalendarYear", year="2027", body={"decree": "TB mẫu"}, If_Match='"1"',
                   expect="version_conflict")
        done = ADMIN.call("confirmCalendarYear", year="2027", body={"decree": "TB mẫu"},
                          If_Match=f'"{now}"').json
        self.assertEqual((done["version"], done["changed"]), (now + 1, True))
        told = ADMIN.call("getCalendar").json
        self.assertEqual((told["confirmed_until"], told["warning"]), ("2027-12-31", None))
        self.assertEqual({(day["status"], day["decree"]) for day in told["days_off"]
                          if day["date"].startswith("2027")}, {("official", "TB mẫu")})
        again = ADMIN.call("confirmCalendarYear", year="2027", body={"decree": "TB mẫu"},
                           If_Match=f'"{now + 1}"').json
        self.assertFalse(again["changed"])

        base.SERVER.clock("2027-01-04T08:00:00+07:00")
        review()
        told = ADMIN.call("getCalendar").json
        self.assertEqual((told["horizon"]["to"], told["unconfirmed_years"]), ("2028-12-31", [2028]))
        year = {day["date"]: day["status"] for day in told["days_off"] if day["date"] > "2028"}
        # Tết Mậu Thân: 26 January 2028, a Wednesday; Giỗ Tổ on 4 April
        for day in ("2028-01-03", "2028-01-25", "2028-01-26", "2028-01-31", "2028-04-04",
                    "2028-05-02", "2028-09-04", "2028-11-24"):
            self.assertEqual(year[day], "derived_by_rule", day)
        self.assertEqual(len(log("calendar_year_drafted")), 1)
        review()
        self.assertEqual(len(log("calendar_year_drafted")), 1)

    def test_7_the_command_line_does_the_same(self):
        """R-071, R-073."""
        run, data = base.SERVER.run, ["--data", base.SERVER.data]
        path = base.SERVER.folder / "lich.json"
        path.write_text(json.dumps(ADMIN.call("getCalendar").json and amended([OFF]),
                                   ensure_ascii=False), "utf-8")
        before = version()
        said = run("calendar", "amend", path, "--dry-run", *data)
        self.assertIn("open dossiers", said)
        token = said.split("token ")[1].strip()
        self.assertEqual(version(), before)
        run("calendar", "amend", path, "--token", "0" * 64, *data, expect=1)
        run("calendar", "amend", path, *data, expect=2)
        self.assertIn(f"version {before + 1}", run("calendar", "amend", path, "--token", token,
                                                   *data))
        said = run("calendar", "revert", before, "--dry-run", *data)
        run("calendar", "revert", before, "--token", said.split("token ")[1].strip(), *data)
        self.assertEqual(ADMIN.call("getCalendar").json["horizon"]["to"], "2028-12-31")
        run("calendar", "confirm", "2028", "--decree", "TB mẫu 2028", *data)
        self.assertEqual(ADMIN.call("getCalendar").json["unconfirmed_years"], [])


if __name__ == "__main__":
    unittest.main()
