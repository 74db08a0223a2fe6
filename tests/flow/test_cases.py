#!/usr/bin/env python3
"""Cases of working time that other systems got wrong, each by the command `due`.

The numbers are those of tests/data/cases.tsv, which names the tests of the other cases as well. Sessions
07:30-11:30 and 13:30-17:00, Monday to Friday, unless a case says otherwise: a day has 7.5 hours. Each
expected instant is worked out by hand beside it. Rules R-032, R-040..R-057.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import server  # noqa: E402  (needs the path above)

ROOT = pathlib.Path(__file__).resolve().parents[2]
TET = [f"2026-02-{day}" for day in (16, 17, 18, 19, 20)]  # Monday to Friday
OFF_2026 = ["2026-01-01", "2026-01-02", *TET, "2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01",
            "2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24"]
MADE_UP_2026 = ["2026-01-10", "2026-08-22"]


def calendar(off=(), made_up=(), **more):
    return {"meta": {"title": "Lịch thử", "horizon": ["2014-01-01", "2045-12-31"]},
            "weekly_rest": ["T7", "CN"],
            "working_sessions": [{"effective_from": "2014-01-01",
                                  "sessions": [["07:30", "11:30"], ["13:30", "17:00"]]}],
            "days_off": [{"date": date, "status": "official"} for date in off],
            "compensatory_working_days": [{"date": date, "status": "official"} for date in made_up],
            **more}


YEAR = calendar(OFF_2026, MADE_UP_2026)
PLAIN = calendar()


def ask(document, received, limit, *pauses, policy=(), environment=None):
    """(exit status, standard output, standard error) of `queue_server due`."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(document, file, ensure_ascii=False)
        file.flush()
        options = [word for pause in pauses for word in ("--pause", pause)]
        options += [word for one in policy for word in ("--policy", one)]
        done = subprocess.run([server.program(), "due", "--calendar", file.name, "--received", received,
                               "--limit", limit, *options], capture_output=True, text=True, timeout=20,
                              check=False, env={**os.environ, **(environment or {})})
    return done.returncode, done.stdout.strip(), done.stderr


class Cases(unittest.TestCase):
    def due(self, received, limit, expected, *pauses, document=YEAR, **more):
        """`expected`: "2026-03-10 17:00" of local time, or what is said instead."""
        _, said, faults = ask(document, received, limit, *pauses, **more)
        if expected[0].isdigit():
            date, time = expected.split()
            expected = f"{date}T{time}{':00' if len(time) == 5 else ''}+07:00"
        self.assertEqual(said.split("\t")[0], expected, f"{received} {limit} {pauses} {faults}")

    # ---- A: the instant of receipt. Tuesday 10 March 2026, next working day the 11th ------------
    def three(self, received, same_day, one_day, one_hour, document=YEAR):
        for limit, expected in (("SAME_DAY", same_day), ("WORKING_DAYS 1", one_day),
                                ("WORKING_HOURS 1", one_hour)):
            self.due(received, limit, expected, document=document)

    def test_01_a_second_before_the_office_opens(self):
        self.three("2026-03-10T07:29:59", "2026-03-10 17:00", "2026-03-11 17:00", "2026-03-10 08:30")

    def test_02_the_second_it_opens(self):
        self.three("2026-03-10T07:30:00", "2026-03-10 17:00", "2026-03-11 17:00", "2026-03-10 08:30")

    def test_03_the_second_the_morning_ends(self):
        """Sessions are half-open: nothing of the morning is left, the hour is 13:30 to 14:30."""
        self.three("2026-03-10T11:30:00", "2026-03-10 17:00", "2026-03-11 17:00", "2026-03-10 14:30")

    def test_04_at_lunch(self):
        self.three("2026-03-10T12:00:00", "2026-03-10 17:00", "2026-03-11 17:00", "2026-03-10 14:30")

    def test_05_the_second_the_afternoon_begins(self):
        self.three("2026-03-10T13:30:00", "2026-03-10 17:00", "2026-03-11 17:00", "2026-03-10 14:30")

    def test_06_around_the_cut_off(self):
        """15:00:00 is not after 15:00."""
        self.due("2026-03-10T14:59:59", "SAME_DAY", "2026-03-10 17:00")
        self.due("2026-03-10T15:00:00", "SAME_DAY", "2026-03-10 17:00")
        self.due("2026-03-10T15:00:01", "SAME_DAY", "2026-03-11 17:00")

    def test_07_the_second_the_day_ends(self):
        self.three("2026-03-10T17:00:00", "2026-03-11 17:00", "2026-03-11 17:00", "2026-03-11 08:30")
        self.due("2026-03-10T16:59:59", "SAME_DAY", "2026-03-10 17:00", policy=["cutoff=none"])
        self.due("2026-03-10T17:00:00", "SAME_DAY", "2026-03-11 17:00", policy=["cutoff=none"])

    def test_08_the_last_second_of_the_date(self):
        self.three("2026-03-10T23:59:59", "2026-03-11 17:00", "2026-03-11 17:00", "2026-03-11 08:30")

    def test_09_on_a_saturday(self):
        """The 7th: day 1 is Monday the 9th."""
        self.three("2026-03-07T09:00:00", "2026-03-09 17:00", "2026-03-09 17:00", "2026-03-09 08:30")

    def test_10_late_on_a_sunday(self):
        self.three("2026-03-08T23:59:00", "2026-03-09 17:00", "2026-03-09 17:00", "2026-03-09 08:30")

    def test_11_the_first_and_the_last_second_of_tet(self):
        """Off from Monday 16 to Friday 20 February; the 21st and 22nd are a weekend."""
        for received in ("2026-02-16T00:00:00", "2026-02-20T23:59:59"):
            self.three(received, "2026-02-23 17:00", "2026-02-23 17:00", "2026-02-23 08:30")

    def test_12_on_a_make_up_saturday_around_the_cut_off(self):
        """22 August 2026 is a day of work; the next is Monday the 24th."""
        self.due("2026-08-22T15:00:00", "SAME_DAY", "2026-08-22 17:00")
        self.due("2026-08-22T15:00:01", "SAME_DAY", "2026-08-24 17:00")

    def test_13_on_a_weekday_that_was_swapped_off(self):
        """Monday 31 August; 1 and 2 September are holidays."""
        self.three("2026-08-31T09:00:00", "2026-09-03 17:00", "2026-09-03 17:00", "2026-09-03 08:30")

    def test_14_reception_on_saturday_does_not_make_it_a_day_that_counts(self):
        open_saturday = {**YEAR, "saturday_reception": {"enabled": True, "hours": ["07:30", "11:30"]}}
        self.three("2026-03-07T09:00:00", "2026-03-09 17:00", "2026-03-09 17:00", "2026-03-09 08:30",
                   document=open_saturday)

    # ---- B: the duration -------------------------------------------------------------------------
    def test_15_a_limit_of_the_same_day(self):
        """On 30 April: 1 May is a holiday, then a weekend, so Monday 4 May."""
        self.due("2026-03-10T09:00:00", "SAME_DAY", "2026-03-10 17:00")
        self.due("2026-03-10T15:30:00", "SAME_DAY", "2026-03-11 17:00")
        self.due("2026-03-07T10:00:00", "SAME_DAY", "2026-03-09 17:00")
        self.due("2026-04-30T10:00:00", "SAME_DAY", "2026-05-04 17:00")

    def test_16_half_a_day_over_lunch_night_weekend_and_tet(self):
        """Half of 7.5 hours is 3:45. From 09:30 two hours, then 1:45 from 13:30; from 15:30 an hour and
        a half, then 2:15 from 07:30."""
        self.due("2026-03-10T09:30:00", "WORKING_DAYS 0.5", "2026-03-10 15:15")
        self.due("2026-03-10T15:30:00", "WORKING_DAYS 0.5", "2026-03-11 09:45")
        self.due("2026-03-13T15:30:00", "WORKING_DAYS 0.5", "2026-03-16 09:45")
        self.due("2026-02-13T15:30:00", "WORKING_DAYS 0.5", "2026-02-23 09:45")

    def test_17_one_two_twenty_and_two_hundred_and_fifty_days(self):
        """20: three to Friday the 13th, fifteen to 3 April, two more. 250 are fifty whole weeks."""
        self.due("2026-03-10T10:00:00", "WORKING_DAYS 1", "2026-03-11 17:00")
        self.due("2026-03-10T10:00:00", "WORKING_DAYS 2", "2026-03-12 17:00")
        self.due("2026-03-10T10:00:00", "WORKING_DAYS 20", "2026-04-07 17:00")
        self.due("2026-03-10T10:00:00", "WORKING_DAYS 250", "2027-02-23 17:00", document=PLAIN)

    def test_18_calendar_days_that_end_on_a_rest_day_roll(self):
        """2 + 5 is Saturday the 7th; 25 April + 5 is a holiday before a holiday before a weekend."""
        self.due("2026-03-02T10:00:00", "CALENDAR_DAYS 5", "2026-03-09 17:00")
        self.due("2026-04-25T10:00:00", "CALENDAR_DAYS 5", "2026-05-04 17:00")

    def test_19_months_end_with_the_shorter_month(self):
        """28 February 2026 is a Saturday; 30 April a holiday; 29 February 2028 a Tuesday."""
        self.due("2026-01-31T10:00:00", "CALENDAR_MONTHS 1", "2026-03-02 17:00")
        self.due("2026-03-31T10:00:00", "CALENDAR_MONTHS 1", "2026-05-04 17:00")
        self.due("2028-01-31T10:00:00", "CALENDAR_MONTHS 1", "2028-02-29 17:00", document=PLAIN)

    def test_20_hours_over_lunch_night_and_weekend(self):
        self.due("2026-03-10T11:00:00", "WORKING_HOURS 1", "2026-03-10 14:00")
        self.due("2026-03-10T16:30:00", "WORKING_HOURS 1", "2026-03-11 08:00")
        self.due("2026-03-13T16:30:00", "WORKING_HOURS 1", "2026-03-16 08:00")

    def test_21_a_duration_that_exhausts_a_session_ends_with_it(self):
        self.due("2026-03-10T13:30:00", "WORKING_HOURS 3.5", "2026-03-10 17:00")
        self.due("2026-03-10T07:30:00", "WORKING_HOURS 4", "2026-03-10 11:30")
        self.due("2026-03-10T07:30:00", "WORKING_HOURS 7.5", "2026-03-10 17:00")

    def test_22_fractions_of_a_day(self):
        """A quarter of 7:30 is 1:52:30; one and a half are 7:30 and 3:45."""
        self.due("2026-03-10T07:30:00", "WORKING_DAYS 0.25", "2026-03-10 09:22:30")
        self.due("2026-03-10T07:30:00", "WORKING_DAYS 1.5", "2026-03-11 11:15")

    def test_23_a_million_days_are_an_error_and_no_loop(self):
        self.due("2026-03-10T10:00:00", "WORKING_DAYS 1000000", "error limit")
        self.due("2026-03-10T10:00:00", "WORKING_DAYS 100000", "error calendar_range")
        self.due("2026-03-10T10:00:00", "WORKING_SECONDS 1000000000000", "error calendar_range")

    # ---- C: the calendar -------------------------------------------------------------------------
    def test_24_a_make_up_saturday_counts(self):
        """From Thursday 20 August: Friday 21, Saturday 22, Monday 24."""
        self.due("2026-08-20T10:00:00", "WORKING_DAYS 3", "2026-08-24 17:00")

    def test_25_a_swap_across_the_years(self):
        """31 December 2018 for Saturday 5 January 2019; Saturday 27 December 2014 for 2 January 2015."""
        first = calendar(["2018-12-31", "2019-01-01"], ["2019-01-05"])
        self.due("2018-12-28T10:00:00", "WORKING_DAYS 2", "2019-01-03 17:00", document=first)
        self.due("2018-12-28T10:00:00", "WORKING_DAYS 5", "2019-01-07 17:00", document=first)
        second = calendar(["2015-01-01", "2015-01-02"], ["2014-12-27"])
        self.due("2014-12-26T10:00:00", "WORKING_DAYS 1", "2014-12-27 17:00", document=second)
        self.due("2014-12-26T10:00:00", "WORKING_DAYS 4", "2014-12-31 17:00", document=second)
        self.due("2014-12-26T10:00:00", "WORKING_DAYS 5", "2015-01-05 17:00", document=second)

    def test_26_a_holiday_on_sunday_takes_the_monday(self):
        """26 April 2026 is a Sunday, the 27th is off."""
        self.due("2026-04-24T10:00:00", "WORKING_DAYS 1", "2026-04-28 17:00")

    def test_27_holidays_that_cross_the_new_year(self):
        """31 December to 2 January, then a weekend: Monday the 5th."""
        crossing = calendar(["2025-12-31", "2026-01-01", "2026-01-02"])
        self.due("2025-12-30T10:00:00", "WORKING_DAYS 1", "2026-01-05 17:00", document=crossing)

    def test_28_dates_that_are_named_twice_count_once(self):
        """From Friday 28 August 16:30: half an hour, Thursday 3 September 7.5, then half an hour."""
        twice = calendar(OFF_2026 + OFF_2026[::-1], MADE_UP_2026 * 2)
        for document in (YEAR, twice):
            self.due("2026-08-28T09:00:00", "WORKING_DAYS 2", "2026-09-04 17:00", document=document)
            self.due("2026-08-28T16:30:00", "WORKING_HOURS 8.5", "2026-09-04 08:00", document=document)

    def test_29_half_a_day_off(self):
        """31 December ends at 11:30; a flood closes from 10:00 on. An hour of the morning is left, the
        other is the next day's."""
        closing = calendar(partial_days_off=[{"date": "2026-12-31", "from": "12:00", "to": "17:00"},
                                             {"date": "2026-03-10", "from": "10:00", "to": "17:00"}])
        self.due("2026-12-31T09:00:00", "SAME_DAY", "2026-12-31 11:30", document=closing)
        self.due("2026-12-31T10:30:00", "WORKING_HOURS 2", "2027-01-01 08:30", document=closing)
        self.due("2026-03-10T08:00:00", "SAME_DAY", "2026-03-10 10:00", document=closing)
        self.due("2026-03-10T09:30:00", "WORKING_HOURS 1", "2026-03-11 08:00", document=closing)

    def test_30_a_day_that_is_both_off_and_made_up_is_refused_by_name(self):
        status, said, faults = ask(calendar(["2026-03-14"], ["2026-03-14"]), "2026-03-10T09:00:00", "SAME_DAY")
        self.assertEqual((status, said), (2, ""))
        self.assertIn("2026-03-14", faults)

    def test_31_no_working_time_at_all_is_an_error_in_finite_time(self):
        idle = {**PLAIN, "weekly_rest": ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]}
        for limit in ("SAME_DAY", "WORKING_DAYS 1", "WORKING_HOURS 1", "CALENDAR_DAYS 1"):
            self.due("2026-03-10T09:00:00", limit, "error calendar_range", document=idle)

    def test_32_beyond_the_horizon_it_fails_loudly(self):
        self.due("2045-12-29T09:00:00", "WORKING_DAYS 1", "error calendar_range", document=PLAIN)
        self.due("2046-01-02T09:00:00", "SAME_DAY", "error calendar_range", document=PLAIN)
        self.due("2013-12-31T09:00:00", "WORKING_DAYS 1", "error calendar_range", document=PLAIN)

    def test_33_the_29th_of_february(self):
        self.due("2028-02-28T09:00:00", "WORKING_DAYS 1", "2028-02-29 17:00", document=PLAIN)
        self.due("2028-02-29T09:00:00", "CALENDAR_MONTHS 12", "2029-02-28 17:00", document=PLAIN)
        self.due("2026-02-29T09:00:00", "SAME_DAY", "error syntax", document=PLAIN)

    def test_35_two_calendars_share_nothing(self):
        """The same question to each in turn."""
        closed = calendar(["2026-03-11"])
        for _ in range(2):
            self.due("2026-03-10T09:00:00", "WORKING_DAYS 1", "2026-03-11 17:00", document=PLAIN)
            self.due("2026-03-10T09:00:00", "WORKING_DAYS 1", "2026-03-12 17:00", document=closed)

    # ---- D: pauses -------------------------------------------------------------------------------
    def test_36_a_pause_within_a_holiday_is_nothing(self):
        """From 12 February: 13, 23, 24, 25, 26. In hours 5 + 7.5, and 3.5 on the 23rd."""
        pause = "2026-02-16T08:00:00/2026-02-20T16:00:00"
        self.due("2026-02-12T10:00:00", "WORKING_DAYS 5", "2026-02-26 17:00", pause)
        self.due("2026-02-12T10:00:00", "WORKING_HOURS 16", "2026-02-23 11:00", pause)

    def test_37_a_pause_across_tet(self):
        """After the 13th up to the 24th lie two working days, 23 and 24: from 26 February to 2 March."""
        self.due("2026-02-12T10:00:00", "WORKING_DAYS 5", "2026-03-02 17:00", "2026-02-13T10:00:00/2026-02-24T09:00:00")

    def test_38_a_pause_from_friday_16_59_to_monday_07_31(self):
        """One working day, Monday; two minutes of working time. 7 + 7.5 hours to Friday, 5.5 on Monday."""
        pause = "2026-03-13T16:59:00/2026-03-16T07:31:00"
        self.due("2026-03-09T10:00:00", "WORKING_DAYS 7", "2026-03-18 17:00")
        self.due("2026-03-09T10:00:00", "WORKING_DAYS 7", "2026-03-19 17:00", pause)
        self.due("2026-03-12T08:00:00", "WORKING_HOURS 20", "2026-03-16 15:00")
        self.due("2026-03-12T08:00:00", "WORKING_HOURS 20", "2026-03-16 15:02", pause)

    def test_39_pauses_on_the_bounds_of_sessions(self):
        for pause in ("2026-03-10T11:30:00/2026-03-10T13:30:00", "2026-03-10T17:00:00/2026-03-11T07:30:00"):
            self.due("2026-03-10T08:00:00", "WORKING_HOURS 8", "2026-03-11 08:30", pause)
        # from 08:00 to the end of the morning: 3.5 hours more, so 4 on the 11th and half an hour at 13:30
        self.due("2026-03-10T08:00:00", "WORKING_HOURS 8", "2026-03-11 14:00",
                 "2026-03-10T08:00:00/2026-03-10T11:30:00")

    def test_40_a_hundred_pauses_of_half_a_minute_do_not_drift(self):
        """100 x 30 s are 50 minutes: 3.5 hours to 11:30, 1.5 to 15:00, so 15:50."""
        pauses = [f"2026-03-10T{8 + minute // 60:02}:{minute % 60:02}:10/2026-03-10T{8 + minute // 60:02}:{minute % 60:02}:40"
                  for minute in range(0, 200, 2)]
        self.due("2026-03-10T08:00:00", "WORKING_HOURS 5", "2026-03-10 15:50", *pauses)

    def test_41_overlapping_pauses_are_their_union(self):
        """09:00 to 10:30 is an hour and a half. Of 5, 6 and 9 March each counts once."""
        self.due("2026-03-10T08:00:00", "WORKING_HOURS 4", "2026-03-10 15:30",
                 "2026-03-10T09:00:00/2026-03-10T10:00:00", "2026-03-10T09:30:00/2026-03-10T10:30:00")
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 7", "2026-03-16 17:00",
                 "2026-03-04T09:00:00/2026-03-09T09:00:00", "2026-03-05T09:00:00/2026-03-09T08:00:00")

    def test_42_a_pause_after_the_due_date_cures_nothing(self):
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 2", "2026-03-04 17:00", "2026-03-06T08:00:00/2026-03-09T08:00:00")
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 2", "2026-03-04 17:00", "2026-03-06T08:00:00/")

    def test_43_resumed_in_the_same_second(self):
        for limit in ("WORKING_DAYS 3", "WORKING_HOURS 22"):
            _, plain, _ = ask(YEAR, "2026-03-02T08:00:00", limit)
            self.assertEqual(ask(YEAR, "2026-03-02T08:00:00", limit, "2026-03-03T09:00:00/2026-03-03T09:00:00")[1], plain)
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 3", "2026-03-05 17:00", "2026-03-03T09:00:00/2026-03-03T09:00:00")

    def test_44_a_pause_that_is_never_resumed(self):
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 3", "paused", "2026-03-03T09:00:00/")

    def test_46_a_pause_over_a_day_that_is_declared_off_later(self):
        """Before: due the 11th, and three days. With 6 March off: due the 12th, and the 5th and 9th."""
        pause = "2026-03-04T09:00:00/2026-03-09T09:00:00"
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 7", "2026-03-16 17:00", pause)
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 7", "2026-03-16 17:00", pause, document=calendar(["2026-03-06"]))

    def test_47_a_pause_that_is_recorded_late_counts_as_in_order(self):
        first, second = "2026-03-04T09:00:00/2026-03-05T09:00:00", "2026-03-06T09:00:00/2026-03-10T09:00:00"
        for pauses in ((first, second), (second, first)):
            # 11 March, and the 5th, 9th and 10th
            self.due("2026-03-02T08:00:00", "WORKING_DAYS 7", "2026-03-16 17:00", *pauses)

    def test_48_pauses_of_an_hour_do_not_add_days(self):
        pauses = [f"2026-03-{day:02}T09:00:00/2026-03-{day:02}T10:00:00" for day in (3, 4, 5, 6)]
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 5", "2026-03-09 17:00", *pauses)
        self.due("2026-03-02T08:00:00", "WORKING_DAYS 5", "2026-03-10 17:00", "2026-03-04T16:30:00/2026-03-05T08:00:00")

    # ---- I: the platform -------------------------------------------------------------------------
    def test_70_the_time_zone_of_the_machine_changes_nothing(self):
        for zone in ("UTC", "Asia/Ho_Chi_Minh", "America/New_York", "Pacific/Kiritimati"):
            self.due("2026-03-10T15:00:01", "SAME_DAY", "2026-03-11 17:00", environment={"TZ": zone})

    def test_71_the_old_offsets_of_the_country_do_not_leak_in(self):
        """Saigon had UTC+8 in 1970: here it is +07:00 always."""
        old = {**PLAIN, "meta": {"title": "Lịch cũ", "horizon": ["1969-01-01", "1971-12-31"]},
               "working_sessions": [{"effective_from": "1969-01-01", "sessions": [["07:30", "11:30"], ["13:30", "17:00"]]}]}
        self.due("1970-03-10T09:00:00", "WORKING_DAYS 1", "1970-03-11 17:00", document=old,
                 environment={"TZ": "Asia/Ho_Chi_Minh"})
        self.due("1970-03-10T02:00:00Z", "WORKING_HOURS 1", "1970-03-10 10:00", document=old,
                 environment={"TZ": "Asia/Ho_Chi_Minh"})

    def test_73_after_2038(self):
        """19 January 2038, 03:14:07 UTC is 10:14:07 here, a Tuesday; 2040-03-09 is a Friday."""
        self.due("2038-01-19T10:14:08", "WORKING_HOURS 1", "2038-01-19 11:14:08", document=PLAIN)
        self.due("2040-03-09T16:30:00", "WORKING_HOURS 1", "2040-03-12 08:00", document=PLAIN)


class Table(unittest.TestCase):
    """tests/data/cases.tsv: each of the 79 cases has a test, or says why not."""

    def test_every_case_has_its_test(self):
        rows = [line.split("\t") for line in (ROOT / "tests" / "data" / "cases.tsv").read_text("utf-8").splitlines()
                if not line.startswith("#")]
        self.assertEqual(sorted({int(number) for number, _, _ in rows}), list(range(1, 80)))
        for number, file, test in rows:
            if file == "-":
                self.assertGreater(len(test), 20, number)
                continue
            self.assertRegex((ROOT / file).read_text("utf-8"), rf"\b{re.escape(test)}\(", number)


if __name__ == "__main__":
    unittest.main()
