"""The row of the on-time report, counted one dossier at a time from what was done to it.

From the rules of counting alone: nothing is asked of the server, nothing is kept between two counts.
"""
import collections
import datetime

from slow_days import ONE_DAY, VIETNAM, due, is_day_limit

COLUMNS = ("carried_over", "received", "received_online", "early", "on_time", "late", "in_time",
           "overdue")


class Told:
    """What was done to one dossier: filled by who does it."""

    def __init__(self, procedure, field, limit, channel, accepted_at, clerk):
        self.procedure, self.field, self.channel = procedure, field, channel
        self.limits = [(accepted_at, limit)]       # since when which
        self.accepted_at = accepted_at
        self.responsible = [(accepted_at, *clerk)]  # since when, account, unit
        self.pauses = []                           # [from, to or None]
        self.ended_at, self.stopped = None, False

    def end(self, moment, stopped=False):
        self.ended_at, self.stopped = moment, stopped

    def reopen(self):
        self.ended_at = None


def midnight(date):
    return datetime.datetime.combine(date, datetime.time(), VIETNAM)


class Counting:
    """calendars: [(in force since, Days)], the first since ever."""

    def __init__(self, calendars):
        self.calendars = calendars

    def in_force(self, moment):
        return [days for since, days in self.calendars if since <= moment][-1]

    def due(self, told, moment):
        """As the log stood then: of two calendars the later."""
        limit = [limit for since, limit in told.limits if since <= moment][-1]
        pauses = [(a, b) for a, b in told.pauses if b and b <= moment]
        found = [due(days, told.accepted_at, limit, pauses)
                 for days in (self.in_force(told.accepted_at), self.in_force(moment))]
        return limit, (None if limit == "NONE" else max(found))

    def verdict(self, told):
        limit, due_at = self.due(told, told.ended_at)
        if told.stopped or due_at is None:
            return "on_time"
        if is_day_limit(limit):
            late = told.ended_at.date() > due_at.date()
        else:
            late = told.ended_at > due_at
        if late:
            return "late"
        return "early" if told.ended_at.date() < due_at.date() else "on_time"

    def is_overdue(self, told, moment):
        """Pending at `moment`, the last second of a period or now."""
        if any(a <= moment and (b is None or b > moment) for a, b in told.pauses):
            return False
        limit, due_at = self.due(told, moment)
        if due_at is None:
            return False
        return due_at.date() < moment.date() if is_day_limit(limit) else due_at < moment

    def columns(self, told, begin, end, now):
        """The columns where a dossier counts in a period [begin, end)."""
        found = []
        ended = told.ended_at is not None and told.ended_at < end
        if told.accepted_at >= end or (told.ended_at is not None and told.ended_at < begin):
            return found
        if told.accepted_at < begin:
            found.append("carried_over")
        else:
            found.append("received")
            if told.channel == "online":
                found.append("received_online")
        if ended:
            found.append(self.verdict(told))
        else:
            last = min(end - datetime.timedelta(seconds=1), now)
            found.append("overdue" if self.is_overdue(told, last) else "in_time")
        return found

    def key(self, told, by, end):
        """The row where it stands."""
        if by in ("field", "procedure"):
            return getattr(told, by)
        if by == "month":
            return told.accepted_at.strftime("%Y-%m")
        until = told.ended_at if told.ended_at is not None and told.ended_at < end else end
        _, account, unit = [row for row in told.responsible if row[0] <= until][-1]
        return account if by == "officer" else unit

    def rows(self, dossiers, by, first, last, now):
        """{key: {column: count}} of the dates first .. last, both inclusive."""
        begin, end = midnight(first), midnight(last + ONE_DAY)
        rows = collections.defaultdict(lambda: dict.fromkeys(COLUMNS, 0))
        for told in dossiers:
            for column in self.columns(told, begin, end, now):
                rows[self.key(told, by, end)][column] += 1
        return dict(rows)
