"""The office's hours, read from holidays.json. A small slow reading of its own: only to plan a play."""
import datetime
import json

ZONE = datetime.timezone(datetime.timedelta(hours=7))
SESSIONS = ((7 * 60 + 30, 11 * 60 + 30), (13 * 60, 17 * 60))  # minutes of the day


class Hours:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            known = json.load(file)
        self._off = {d["date"] for d in known["days_off"] if d["weekday_off"]}
        self._extra = {d["date"] for d in known["compensatory_working_days"]}

    def works(self, day):
        return str(day) in self._extra or (day.weekday() < 5 and str(day) not in self._off)

    def days(self, first, last):
        """Working days, both ends included."""
        while first <= last:
            if self.works(first):
                yield first
            first += datetime.timedelta(days=1)

    def later(self, at, minutes):
        """The instant when `minutes` of working time have passed since `at`."""
        day, minute = at.date(), at.hour * 60 + at.minute + at.second / 60
        while True:
            if self.works(day):
                for begins, ends in SESSIONS:
                    start = max(begins, minute)
                    if start < ends and start + minutes <= ends:
                        return moment(day, start + minutes)
                    minutes -= max(0, ends - start)
            day, minute = day + datetime.timedelta(days=1), 0

    def between(self, first, last):
        """Working minutes from `first` to `last`."""
        total, day = 0.0, first.date()
        while day <= last.date():
            if self.works(day):
                for begins, ends in SESSIONS:
                    a = max(moment(day, begins), first)
                    b = min(moment(day, ends), last)
                    total += max(0.0, (b - a).total_seconds() / 60)
            day += datetime.timedelta(days=1)
        return total


def moment(day, minute):
    """`minute` of the day, to the second, in the office's zone."""
    return datetime.datetime.combine(day, datetime.time(), ZONE) + datetime.timedelta(seconds=round(minute * 60))
