"""The office at work, one event after the other: people come, are called and served; dossiers move.

Everything goes through the ordinary API as the people of the centre, so what results is what a real
year would have left. The dice are seeded: the same day begins the same year.
"""
import datetime
import heapq
import random

import people
import plan
from casework import Casework
from client import Refused
from hours import SESSIONS, moment
from staff import AT_COUNTERS, SITE_OF

NO_SHOW, PARK, TRANSFER, BRINGS_DOSSIER = 0.05, 0.02, 0.015, 0.62
LOOK_AGAIN_MIN = 12  # an idle counter looks whether it may help another


class Office:
    """clock: a clocks.*; hours: Hours; seed: any number; said: called with each refusal of the server, which
    is otherwise an error of the play."""

    def __init__(self, staff, clock, hours, seed, said=None):
        self.staff, self.clock, self.hours, self._said = staff, clock, hours, said
        self.dice = random.Random(seed)
        self.work = Casework(self)
        self.idle, self.current, self.waiting = {}, {}, 0
        self._raters = {}      # ticket -> the link by which its holder will say how it was
        self._looking = set()  # idle counters that will look again
        self._events, self._count = [], 0
        self._anyone = staff.anyone()

    # ---- the order of events -----------------------------------------------------------------------
    def at(self, when, act, *what):
        """Let `act(when, *what)` happen at `when`."""
        self._count += 1
        heapq.heappush(self._events, (when, self._count, act, what))

    def run(self, until):
        """Everything up to `until`, in order."""
        while self._events and self._events[0][0] <= until:
            when, _, act, what = heapq.heappop(self._events)
            self.clock.reach(when)
            try:
                act(when, *what)
            except Refused as refused:
                if not self._said:
                    raise
                self._said(refused)  # somebody who looks on has done it already, or sits there now
                self._recover(when, *what)

    def _recover(self, at, *what):
        """A counter goes on with the next person a little later, unless a visitor has taken it over."""
        if what and what[0] in AT_COUNTERS:
            self.current.pop(what[0], None)
            self.at(at + minutes(2), self._resume, what[0])

    def _resume(self, at, counter):
        now = self._sitter(counter).get(f"/counters/{counter}")
        if now["officer"] == AT_COUNTERS[counter] and now["state"] == "open":
            self._call(at, counter, finish=True)

    # ---- a day -------------------------------------------------------------------------------------
    def day(self, day, share=1.0, left=None):
        """Plan a working day: opening, arrivals, the pause at noon, closing. `left`: working days after it until
        the play ends, None when it does not."""
        (morning, noon), (afternoon, evening) = SESSIONS
        self.waiting = 0  # a ticket ends with its day
        for counter in AT_COUNTERS:
            self.at(moment(day, morning + self.dice.uniform(0, 4)), self._open, counter)
            self.at(moment(day, noon), self._pause, counter)
            self.at(moment(day, afternoon + self.dice.uniform(0, 4)), self._open, counter)
            self.at(moment(day, evening), self._close, counter)
        for minute in plan.arrivals(self.dice, day, share):
            site, service = people.pick(self.dice, plan.SITES), people.pick(self.dice, plan.SERVICES)
            self.at(moment(day, minute), self.arrive, site, service, None)
        self.work.day(day, left)

    def _sitter(self, counter):
        return self.staff[AT_COUNTERS[counter]]

    def _open(self, at, counter):
        self._sitter(counter).put(f"/counters/{counter}", {"state": "open"})
        self.idle[counter] = True
        self._call(at, counter)

    def _pause(self, at, counter):
        self._leave(at, counter, "paused")

    def _close(self, at, counter):
        self._leave(at, counter, "closed")

    def _leave(self, at, counter, state):
        """Who is served is served to the end first."""
        if counter in self.current:
            self.at(at + minutes(4), self._leave, counter, state)
            return
        self.idle[counter] = False
        self._sitter(counter).put(f"/counters/{counter}", {"state": state})

    # ---- one visit ---------------------------------------------------------------------------------
    def arrive(self, at, site, service, collects):
        """Somebody takes a ticket; `collects` is the dossier whose result he comes for, or None."""
        ticket = self.staff["phatso"].post("/tickets", {
            "site": site, "service": service, "class": people.pick(self.dice, plan.CLASSES)})
        self.work.visit(ticket["id"], collects)
        if self.dice.random() < plan.RATES:
            self._raters[ticket["id"]] = ticket["track_token"]
        self.waiting += 1
        for counter in sorted(AT_COUNTERS, key=lambda _: self.dice.random()):
            if SITE_OF[counter] == site and self.idle.get(counter) and self._call(at, counter):
                return

    def _call(self, at, counter, finish=False):
        """Call the next; True when somebody comes."""
        answer = self._sitter(counter).post(f"/counters/{counter}/call-next", {"finish_current": finish})
        ticket = answer["ticket"]
        self.current.pop(counter, None)
        self.idle[counter] = ticket is None
        if ticket is None:
            if (self.waiting or self._said) and counter not in self._looking:
                self._looking.add(counter)
                self.at(at + minutes(LOOK_AGAIN_MIN), self._look_again, counter)
            return False
        self.current[counter] = ticket
        self.waiting -= 1
        if self.dice.random() < NO_SHOW:
            self.at(at + minutes(1.5), self._recall, counter, ticket)
        else:
            self.at(at + minutes(self.dice.uniform(0.2, 1.2)), self._start, counter, ticket)
        return True

    def _look_again(self, at, counter):
        """It may help another now; and who looks on may have taken a ticket that the play knows nothing of."""
        self._looking.discard(counter)
        if self.idle.get(counter):
            self._call(at, counter)

    def _act(self, counter, ticket, action, body=None):
        return self._sitter(counter).post(f"/tickets/{ticket['id']}/{action}", body)

    def _recall(self, at, counter, ticket):
        self._act(counter, ticket, "recall")
        self.at(at + minutes(1.5), self._no_show, counter, ticket)

    def _no_show(self, at, counter, ticket):
        self._act(counter, ticket, "no-show")
        self._call(at, counter)

    def _start(self, at, counter, ticket):
        self._act(counter, ticket, "start")
        needed = plan.serving_minutes(self.dice, ticket["service"])
        fate = self.dice.random()
        if fate < PARK:
            self.at(at + minutes(3), self._park, counter, ticket)
        elif fate < PARK + TRANSFER and SITE_OF[counter] == "trung-tam":
            self.at(at + minutes(3), self._transfer, counter, ticket)
        else:
            self.at(at + minutes(needed * 0.8), self._paperwork, counter, ticket)
            self.at(at + minutes(needed), self._finish, counter)
            if ticket["id"] in self._raters:
                self.at(at + minutes(needed + 3), self._rate, self._raters.pop(ticket["id"]))

    def _park(self, at, counter, ticket):
        self._act(counter, ticket, "park")
        self.at(at + minutes(self.dice.uniform(10, 30)), self._return, counter, ticket)
        self._call(at, counter)

    def _return(self, at, counter, ticket):
        self._act(counter, ticket, "return")
        self.waiting += 1
        if self.idle.get(counter):
            self._call(at, counter)

    def _transfer(self, at, counter, ticket):
        other = self.dice.choice([s for s in "ABCD" if s != ticket["service"]])
        self._act(counter, ticket, "transfer", {"service": other})
        self.waiting += 1
        self._call(at, counter)

    def _paperwork(self, at, counter, ticket):
        """What the person came for: a result to collect, papers to bring, or a dossier to hand in."""
        self.work.at_counter(at, self._sitter(counter), ticket, self.dice.random() < BRINGS_DOSSIER)

    def _rate(self, at, token):
        level = people.pick(self.dice, plan.LEVELS)
        reasons = {"reasons": ["access"]} if level < 3 else {}
        self._anyone.post(f"/public/tickets/{token}/rating", {"level": level, **reasons})

    def _finish(self, at, counter):
        self._call(at, counter, finish=True)


def minutes(n):
    return datetime.timedelta(seconds=round(n * 60))
