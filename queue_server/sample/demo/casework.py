"""The life of the play's dossiers: intake, hand-over, work, result, and what may come between.

About one in a hundred is late, as the best communes report; each kind of trouble has its share, so that
a year leaves a few dossiers in every state.
"""
import datetime

import people
from client import Refused
from hours import moment
from seldom import Seldom
from staff import HANDLES

REFUSED, SUPPLEMENT_BEFORE, SUPPLEMENT_LATER, WITHDRAWN, LATE, LEFT_LYING = 0.02, 0.03, 0.05, 0.012, 0.011, 0.012
REMOTE_PER_DAY, BY_PORTAL = 5, 0.7  # the rest comes by post and is checked first
# of the dossiers that earlier days left in a state, how many take their next step in a day
NEXT_STEP = {"arrived": 0.9, "supplement_before": 0.1, "accepted": 0.95, "processing": 0.15, "with_agency": 0.15,
             "awaiting_supplement": 0.15, "awaiting_payment": 0.15, "suspended": 0.1,
             "withdrawal_requested": 0.9, "result_ready": 0.3}
HAND_OVER_AT = (11 * 60 + 5, 16 * 60 + 35)  # minutes of the day: papers go to the units twice
IN_TIME_FOR_ROUND = 0.85                    # the others go with the next round


class Casework:
    """office: the Office it belongs to; its dice, hours, staff and events are used."""

    def __init__(self, office):
        self.office = office
        self._wishes = {}     # service -> [(procedure, weight)]
        self._papers = {}     # procedure -> documents of an intake
        self._visits = {}     # ticket -> dossier to collect, or None
        self._number = 0
        self._seldom = Seldom(self)

    @property
    def _dice(self):
        return self.office.dice

    def learn(self, catalogue):
        """Take the procedures that the play uses: handled by a unit with officers, with papers known."""
        fields = {}
        for entry in catalogue:
            if entry["unit"] in HANDLES:
                fields.setdefault(entry["field"], []).append(entry["procedure"])
        for service, wished in people.WISHES.items():
            self._wishes[service] = [(p, weight / len(fields[field])) for field, weight in wished
                                     for p in fields.get(field, [])]

    def _documents(self, procedure):
        if procedure not in self._papers:
            known = self.office.staff["tiepnhan1"].get(f"/procedures/{procedure}")
            self._papers[procedure] = (known, [
                {"row": row["row"], "name": row["name"], "form": row["form"], "originals": 1, "copies": 0,
                 "scan": {"file": f"trang-{row['row']}.pdf"}} for row in known["documents"] if row["required"]])
        return self._papers[procedure]

    def unit(self, procedure):
        """The unit that handles it."""
        return self._documents(procedure)[0]["unit"]

    def papers(self, procedure):
        """Its papers as an intake brings them, all there."""
        return self._documents(procedure)[1]

    def intake(self, at, procedure, **more):
        """The body of an intake by a citizen of the play, accepted unless `more` says otherwise."""
        return {"procedure": procedure, "applicant": people.applicant(self._dice, at.date()),
                "documents": self.papers(procedure), "channel": "counter",
                "result_delivery": "counter", "intake": "accept", **more}

    # ---- how dossiers come -------------------------------------------------------------------------
    def visit(self, ticket, collects):
        self._visits[ticket] = collects

    def at_counter(self, at, clerk, ticket, brings):
        collects = self._visits.pop(ticket["id"], None)
        if collects:
            clerk.act(self.now(collects), "return-result", {"receiver": {"kind": "applicant"}})
        elif brings and ticket["service"] in self._wishes:
            self._receive(at, clerk, ticket)

    def day(self, day, left=None):
        """What comes without a visit: dossiers from the portal and the post, received by the first clerk; and
        what is seldom. `left`: working days after it until the play ends, None when it does not."""
        self._number = 0
        self._seldom.day(day, left)
        for _ in range(self._dice.randint(0, 2 * REMOTE_PER_DAY)):
            minute = self._dice.choice((7 * 60 + 50, 9 * 60 + 5, 10 * 60 + 45, 13 * 60 + 20, 15 * 60))
            self.office.at(moment(day, minute + self._dice.uniform(0, 15)), self._remote)

    def _remote(self, at):
        clerk = self.office.staff["tiepnhan1"]
        procedure = people.pick(self._dice, self._wishes[people.pick(self._dice, (("A", 5), ("B", 3), ("C", 2)))])
        if self._dice.random() < BY_PORTAL:
            self.accepted(at, clerk, clerk.post("/dossiers", self.intake(at, procedure, channel="online")))
            return
        arrived = clerk.post("/dossiers", self.intake(at, procedure, channel="post", intake="arrive"))
        self.office.at(self.office.hours.later(at, self._dice.uniform(15, 200)), self.check, clerk, arrived)

    def check(self, at, clerk, dossier):
        """An arrival is looked at within its eight working hours."""
        fate = self._dice.random()
        if fate < SUPPLEMENT_BEFORE:
            clerk.act(dossier, "request-supplement", {"items": ["Bản chụp rõ nét của giấy tờ"], "reason": "Ảnh chụp bị mờ, không đọc được số"})
        else:
            self.accepted(at, clerk, clerk.act(dossier, "accept"))

    def _receive(self, at, clerk, ticket):
        procedure = people.pick(self._dice, self._wishes[ticket["service"]])
        fate, more = self._dice.random(), {}
        if fate < REFUSED:
            more = {"intake": "refuse", "refusal": {"reason_code": "out_of_scope", "reason": "Việc này thuộc thẩm quyền của cơ quan cấp tỉnh, đã hướng dẫn nơi nộp"}}
        elif fate < REFUSED + SUPPLEMENT_BEFORE:
            more = {"intake": "request_supplement", "supplement": {"items": ["Bản chính giấy tờ để đối chiếu"], "reason": "Chỉ có bản chụp, chưa có bản chính"}}
        dossier = clerk.post("/dossiers", self.intake(at, procedure, ticket=ticket["id"], **more))
        if not more:
            self.accepted(at, clerk, dossier)

    def adopt(self, day):
        """Go on with what earlier days left open: each takes its next step in the course of `day`, or waits."""
        opening = moment(day, 7 * 60 + 40)
        for state, share in NEXT_STEP.items():
            for found in self.office.staff["giamdoc"].get(f"/dossiers?state={state}&limit=500")["items"]:
                if self._dice.random() < share or self._presses(opening, found):
                    when = self.office.hours.later(opening, self._dice.uniform(0, 440))
                    self.office.at(when, self._step, found["id"])

    def _presses(self, at, dossier):
        """It is due within the working day."""
        return dossier["state"] == "processing" and dossier["legal_due_at"] and self._room(at, dossier) < 480

    def _step(self, at, dossier_id):
        """The next step of the main path, by whoever has to take it."""
        staff = self.office.staff
        dossier = staff["giamdoc"].get(f"/dossiers/{dossier_id}")
        state = dossier["state"]
        if state == "arrived":
            self.check(at, staff["tiepnhan1"], dossier)
        elif dossier["handover"]:
            self._confirm(at, dossier, dossier["handover"]["account"]["account"])
        elif state == "accepted":
            self._hand_over(at, staff[dossier["accepted_by"]["account"]], dossier, self.unit(dossier["procedure"]))
        elif state == "processing" and dossier["decision"]:
            self._issue(at, dossier)
        elif state == "processing":
            self._sign(at, dossier)
        elif state == "supplement_before":
            self._seldom.resubmit(at, dossier)
        elif state == "with_agency":
            self._seldom.step_result(at, dossier)
        elif state == "awaiting_supplement":
            self.bring(at, dossier)
        elif state == "awaiting_payment":
            self._seldom.paid(at, dossier)
        elif state == "suspended":
            self._seldom.go_on(at, dossier)
        elif state == "withdrawal_requested":
            self._stop(at, dossier)
        elif state == "result_ready":
            self._collect(at, dossier)

    # ---- how they are worked on --------------------------------------------------------------------
    def accepted(self, at, clerk, dossier):
        known = self._documents(dossier["procedure"])[0]
        unit = known["unit"]
        if self._dice.random() < WITHDRAWN:
            self.office.at(self.office.hours.later(at, self._dice.uniform(60, 600)), self._withdraw, clerk, dossier)
        elif (known["limit"] or "").startswith("SAME_DAY"):
            begun = clerk.act(dossier, "begin")
            self.office.at(self._ends(at, begun), self._sign, begun)
        else:
            self.office.at(self._next_round(at), self._hand_over, clerk, dossier, unit)

    def _next_round(self, at):
        day, minute = at.date(), at.hour * 60 + at.minute
        for when in HAND_OVER_AT:
            if minute < when and self._dice.random() < IN_TIME_FOR_ROUND:
                return at.replace(hour=when // 60, minute=when % 60, second=self._dice.randint(0, 59))
        following = self.office.hours.later(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time(), at.tzinfo), 1)
        return following.replace(hour=HAND_OVER_AT[0] // 60, minute=HAND_OVER_AT[0] % 60)

    def _hand_over(self, at, clerk, dossier, unit):
        receiver = "thuly" + HANDLES[unit]
        given = clerk.act(dossier, "hand-over", {"account": receiver})
        self.office.at(self.office.hours.later(at, self._dice.uniform(3, 18)), self._confirm, given, receiver)

    def _confirm(self, at, dossier, receiver):
        mine = self.office.staff[receiver].act(dossier, "confirm")
        if mine["promised_at"] and self._dice.random() < SUPPLEMENT_LATER and self._room(at, mine) > 900:
            self.office.at(self.office.hours.later(at, self._room(at, mine) * 0.3), self._ask, mine)
        else:
            self.finish(at, mine)

    def finish(self, at, dossier):
        """The rest of the main path: it is signed in time, mostly."""
        self.office.at(self._ends(at, dossier), self._sign, dossier)

    def _room(self, at, dossier):
        """Working minutes left until it is due."""
        return self.office.hours.between(at, datetime.datetime.fromisoformat(dossier["legal_due_at"]))

    def _ends(self, at, dossier):
        """When the leader signs: most well before the due time, about one in a hundred after it."""
        if not dossier["promised_at"]:
            return self.office.hours.later(at, self._dice.uniform(240, 2400))
        room = self._room(at, dossier)
        if self._dice.random() < LATE:
            return self.office.hours.later(at, room + self._dice.uniform(60, 960))
        return self.office.hours.later(at, max(5.0, min(room - 35, room * self._dice.triangular(0.3, 0.95, 0.75))))

    def _ask(self, at, dossier):
        """The head of the unit asks for papers; the person brings them days later; the clock stood still."""
        asked = self.office.staff.head(dossier["unit"]).act(dossier, "request-supplement", {
            "items": ["Giấy tờ chứng minh nội dung kê khai"], "reason": "Nội dung kê khai chưa khớp giấy tờ kèm theo"})
        self.office.at(self.office.hours.later(at, self._dice.uniform(400, 3800)), self.bring, asked)

    def bring(self, at, dossier):
        resumed = self.office.staff["tiepnhan2"].act(self.now(dossier), "resume", {"note": "Đã nộp đủ giấy tờ bổ sung"})
        self.finish(at, resumed)

    def _withdraw(self, at, clerk, dossier):
        asked = clerk.act(dossier, "request-withdrawal", {"reason": "Người dân tự nguyện rút hồ sơ"})
        self.office.at(self.office.hours.later(at, self._dice.uniform(30, 300)), self._stop, asked)

    def _stop(self, at, dossier):
        self.office.staff["giamdoc"].act(dossier, "stop", {"reason": "Theo đề nghị của người nộp hồ sơ"})

    def _sign(self, at, dossier):
        signed = self.office.staff["lanhdao"].act(self.now(dossier), "sign", {"outcome": "approved", "title": "Kết quả giải quyết", "file": "ket-qua.pdf"})
        self.office.at(self.office.hours.later(at, self._dice.uniform(4, 25)), self._issue, signed)

    def issue(self, at, dossier):
        """Under the next number of the day; the dossier, whose result may be fetched."""
        while True:
            self._number += 1
            try:
                return self.office.staff["vanthu"].act(dossier, "issue-result", {"number": f"{at:%m%d}-{self._number:03d}/{at.year}"})
            except Refused as refused:
                if refused.code != "duplicate_number":  # an earlier play of this day took it
                    raise

    def _issue(self, at, dossier):
        ready = self.issue(at, dossier)
        if self._dice.random() >= LEFT_LYING:
            self.office.at(self.office.hours.later(at, self._dice.expovariate(1 / 500)), self._collect, ready)

    def _collect(self, at, dossier):
        """A visit of its own: a ticket of the service that gives results, if there is time left today."""
        if at.hour * 60 + at.minute > 16 * 60 + 15:
            at = self.office.hours.later(at, 90)
            self.office.at(at, self._collect, dossier)
            return
        self.office.arrive(at, "trung-tam", "E", dossier)

    def now(self, dossier):
        """The dossier as it is now: others may have changed it since."""
        return self.office.staff["giamdoc"].get(f"/dossiers/{dossier['id']}")
