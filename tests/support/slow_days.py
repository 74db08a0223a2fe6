"""Working days and due dates, slowly: written from the rules of working time alone, to hold against.

Nothing here is fast or shared with the server: each date is looked at by itself, each second of a
time limit is walked in minutes.
"""
import datetime

VIETNAM = datetime.timezone(datetime.timedelta(hours=7))
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
ONE_DAY = datetime.timedelta(days=1)
ONE_MINUTE = datetime.timedelta(minutes=1)
CUTOFF = datetime.time(15, 0)  # of SAME_DAY, the default policy


def at(date, time):
    return datetime.datetime.combine(date, time, VIETNAM)


class Days:
    """A calendar in the format of holidays.json, without partial days off."""

    def __init__(self, calendar):
        self.rest = set(calendar["weekly_rest"])
        self.off = {row["date"] for row in calendar["days_off"]}
        self.made_up = {row["date"] for row in calendar["compensatory_working_days"]}
        self.sessions = sorted((row["effective_from"], row["sessions"])
                               for row in calendar["working_sessions"] if row["effective_from"])
        if calendar.get("partial_days_off"):
            raise ValueError("partial days off are not counted here")

    def works(self, date):
        day = date.isoformat()
        return day in self.made_up or (WEEKDAYS[date.weekday()] not in self.rest and
                                       day not in self.off)

    def hours(self, date):
        """[(from, to)] of a working day, [] of another."""
        if not self.works(date):
            return []
        rows = [sessions for since, sessions in self.sessions if since <= date.isoformat()]
        return [(at(date, datetime.time.fromisoformat(a)), at(date, datetime.time.fromisoformat(b)))
                for a, b in rows[-1]]

    def end(self, date):
        return self.hours(date)[-1][1]

    def next(self, date):
        """The first working day after `date`."""
        date += ONE_DAY
        while not self.works(date):
            date += ONE_DAY
        return date

    def first(self, date):
        """`date`, or the first working day after it."""
        return date if self.works(date) else self.next(date)


def is_day_limit(limit):
    return limit != "NONE" and not limit.startswith("WORKING_HOURS")


def due(days, received, limit, pauses=()):
    """When a dossier is due: working time 4 and 5, for whole limits and pauses that have ended.
    None for a limit NONE."""
    unit, _, number = limit.partition(" ")
    pauses = sorted(pauses)
    if unit == "NONE":
        return None
    if unit == "WORKING_HOURS":
        return time_due(days, received, int(number) * 60, pauses)
    base = received.date()
    if unit == "SAME_DAY":
        today = days.works(base) and received.time() <= CUTOFF and received < days.end(base)
        date = base if today else days.next(base)
    elif unit == "WORKING_DAYS":
        date = base
        for _ in range(int(number)):
            date = days.next(date)
    elif unit == "CALENDAR_DAYS":
        date = base + int(number) * ONE_DAY
    else:
        raise ValueError(limit)
    return days.end(pushed(days, base, date, pauses, unit == "CALENDAR_DAYS"))


def pushed(days, base, date, pauses, calendar_days):
    """The due day after each pause: it moves by the days paused, each once, and lies in no pause."""
    paused, counted, raw = set(), 0, date
    date = days.first(raw)
    for begin, end in pauses:
        if begin.date() > date:
            break
        day = begin.date() + ONE_DAY
        while day <= end.date():
            if day > base:
                paused.add(day)
            day += ONE_DAY
        moved = len([day for day in paused if calendar_days or days.works(day)])
        if calendar_days:
            raw += (moved - counted) * ONE_DAY
            date = days.first(raw)
        else:
            for _ in range(moved - counted):
                date = days.next(date)
        counted = moved
        if date < end.date():
            date = raw = days.first(end.date())
    return date


def time_due(days, received, minutes, pauses):
    """Minute by minute; receipt and pauses of a time limit begin and end on whole minutes here."""
    moment, left = received, minutes
    while left:
        hours = days.hours(moment.date())
        working = any(a <= moment < b for a, b in hours)
        if working and not any(a <= moment < b for a, b in pauses):
            left -= 1
        moment += ONE_MINUTE
    return moment
