"""March 2026 of a commune, played through the API of a training centre by a seeded dice.

Hundreds of dossiers of eleven procedures go their ways: hand-overs confirmed, declined and taken
back, supplements, payments, suspensions, other officers, withdrawals granted and denied, apologies,
extensions, results on the day, late, wrong and opened again. The calendar is amended twice while
they are open, and the server is killed in the middle of an answer. Beside each dossier stands what
was done to it (slow_report.Told), from the requests alone.
"""
import datetime
import http.client
import json
import random
import threading

import server
from casework import Casework
from slow_days import ONE_DAY, VIETNAM, Days
from slow_report import Counting, Told

FIRST, LAST = datetime.date(2026, 3, 2), datetime.date(2026, 3, 31)
SLOTS = ("07:45:00", "09:20:00", "11:30:00", "13:00:00", "15:00:00", "15:00:01", "16:59:00")
AFTER_CUTOFF = "15:00:01"  # only dossiers of the same day come then
PROCEDURES = ("1.003583", "1.004837", "1.004845", "1.000894", "3.000467", "1.002211", "1.001776",
              "1.014028", "1.001570", "1.004946", "2.000424")
EXTENDED = "1.000689"  # WORKING_DAYS 3, to 8 by its extension
OFFICERS = {"VP_HDND_UBND": ("thuly", "canbo2"), "P_KT": ("canbo3",), "P_VHXH": ("canbo4", "canbo5")}
HEADS = {"VP_HDND_UBND": "LD_PHONG", "P_KT": "truongphong2", "P_VHXH": "truongphong3"}
AMENDED = {datetime.date(2026, 3, 11): ([], ["2026-03-13"]),  # a day off: due dates move later
           datetime.date(2026, 3, 19): (["2026-03-21"], ["2026-03-13"])}  # and a Saturday of work
KILLED = datetime.date(2026, 3, 17)


class Month:
    """Plays when it is made. `dossiers` is [(as last answered, Told)]."""

    def __init__(self, centre, seed):
        self.centre, self.dice = centre, random.Random(seed)
        self.work = Casework(centre)
        self.people = self.work.people
        for unit, accounts in OFFICERS.items():
            for account in accounts:
                self.hire(account, "THU_LY", unit)
        for unit, account in HEADS.items():
            self.hire(account, "LD_PHONG", unit)
        self.hire("motcua2", "TIEP_NHAN", "TT_PVHCC")
        self.people.update(tiepnhan=self.people["TIEP_NHAN"], thuly=self.people["THU_LY"])
        known = [self.people["TIEP_NHAN"].call("getProcedure", procedure=code).json
                 for code in (*PROCEDURES, EXTENDED)]
        self.known = {one["procedure"]: one for one in known}
        self.papers = {code: self.work.papers(code) for code in self.known}
        self.calendar = json.loads((server.SAMPLE / "holidays.json").read_text("utf-8"))
        since_ever = datetime.datetime(1970, 1, 1, tzinfo=VIETNAM)
        self.counting = Counting([(since_ever, Days(self.calendar))])
        self.dossiers, self.now, self.numbers, self.killed = [], None, 0, 0
        self.clerks = {}
        self.play()

    def hire(self, account, role, unit):
        if account not in ("thuly", "LD_PHONG"):
            self.work.hire(account, role, unit)

    # ---- time ----------------------------------------------------------------------------------
    def clock(self, date, slot):
        self.now = datetime.datetime.fromisoformat(f"{date}T{slot}+07:00")
        self.work.clock(self.now.isoformat())

    def play(self):
        date = FIRST
        while date <= LAST:
            if date in AMENDED:
                self.clock(date, "07:31:00")
                self.amend(*AMENDED[date])
            if self.counting.in_force(datetime.datetime.combine(date, datetime.time(23), VIETNAM)).works(date):
                for slot in SLOTS:
                    self.clock(date, slot)
                    self.slot(slot, date)
            date += ONE_DAY
        self.clock(LAST, "23:59:59")

    def amend(self, made_up, off):
        """Import the calendar anew, with these days in it and without those of the last time."""
        calendar = json.loads(json.dumps(self.calendar))
        calendar["days_off"] += [{"date": day, "status": "official", "name": "Nghỉ thử",
                                  "decree": "Quyết định mẫu"} for day in off]
        calendar["compensatory_working_days"] += [
            {"date": day, "status": "official", "name": "Làm bù thử"} for day in made_up]
        path = self.centre.folder / "lich.json"
        path.write_text(json.dumps(calendar, ensure_ascii=False), "utf-8")
        self.centre.run("import", "--data", self.centre.data, path)
        self.counting.calendars.append((self.now, Days(calendar)))

    def slot(self, slot, date):
        late_only = slot == AFTER_CUTOFF
        for _ in range(self.dice.randint(1, 3) if not late_only else 1):
            self.receive(late_only)
        if slot == "13:00:00" and date == KILLED:
            self.receive_through_a_crash()
        if late_only:
            return
        for index, (dossier, told) in enumerate(self.dossiers):
            if self.dice.random() < 0.4 and dossier["state"] not in ("returned", "stopped"):
                self.dossiers[index] = (self.step(dossier, told) or dossier, told)

    # ---- intake --------------------------------------------------------------------------------
    def intake(self, same_day):
        if same_day:
            code = self.dice.choice(("1.000894", "3.000467"))
        else:
            code = self.dice.choice((*PROCEDURES, EXTENDED))
        channel = "online" if self.dice.random() < 0.25 else "counter"
        clerk = self.dice.choice(("tiepnhan", "motcua2"))
        return clerk, self.work.intake(code, channel=channel, documents=self.papers[code])

    def receive(self, same_day):
        clerk, body = self.intake(same_day)
        self.enter(clerk, self.people[clerk].call("createDossier", body=body, expect=201).json)

    def enter(self, clerk, dossier):
        told = Told(dossier["procedure"], dossier["field"], self.known[dossier["procedure"]]["limit"],
                    dossier["channel"], self.now, (clerk, "TT_PVHCC"))
        self.clerks[dossier["id"]] = clerk
        self.dossiers.append((dossier, told))

    def receive_through_a_crash(self):
        """SIGKILL while intakes are on their way; those without an answer are sent again with their key."""
        for round_ in range(3):
            asked = [(clerk, body, f"crash-{round_}-{n}") for n in range(4)
                     for clerk, body in [self.intake(False)]]
            begun = threading.Event()

            def cut():
                begun.wait()
                self.centre.kill()

            knife = threading.Thread(target=cut)
            knife.start()
            answers = []
            for number, (clerk, body, key) in enumerate(asked):
                if number == 1 + round_:
                    begun.set()
                answers.append(self.send(clerk, body, key))
            knife.join()
            self.centre.start()
            for client in self.people.values():
                client.close()
                client.port = int(self.centre.base_url.rpartition(":")[2])
            self.killed += 1
            for (clerk, body, key), answer in zip(asked, answers):
                self.enter(clerk, answer or self.send(clerk, body, key))

    def send(self, clerk, body, key):
        """The dossier, or None when there was no answer."""
        try:
            return self.people[clerk].call("createDossier", body=body, once=key, expect=201).json
        except (OSError, http.client.HTTPException):
            self.people[clerk].close()
            return None

    # ---- one step of one dossier ---------------------------------------------------------------
    def act(self, who, operation, dossier, body=None):
        return self.work.act(who, operation, dossier, body)

    def step(self, dossier, told):
        """What somebody does to it now, as it stands on his screen; None when nobody does anything."""
        seen = self.people["LANH_DAO"].call("getDossier", dossier=dossier["id"]).json
        return getattr(self, seen["state"])(seen, told)

    def unit_of(self, dossier):
        return self.known[dossier["procedure"]]["unit"]

    def accepted(self, dossier, told):
        clerk = self.clerks[dossier["id"]]
        if dossier["handover"]:
            return self.answer_handover(dossier, told, clerk)
        if self.dice.random() < 0.05:
            return self.act(clerk, "requestWithdrawal", dossier, {"reason": "Người dân xin rút"})
        if told.limits[0][1].startswith("SAME_DAY"):
            return self.act(clerk, "beginDossier", dossier)
        officer = self.dice.choice(OFFICERS[self.unit_of(dossier)])
        return self.act(clerk, "handOverDossier", dossier, {"account": officer})

    def answer_handover(self, dossier, told, giver):
        receiver = dossier["handover"]["account"]["account"]
        fate = self.dice.random()
        if fate < 0.06:
            return self.act(receiver, "declineHandover", dossier, {"reason": "Không thuộc phần việc"})
        if fate < 0.1:
            return self.act(giver, "recallHandover", dossier)
        told.responsible.append((self.now, receiver, self.unit_of(dossier)))
        return self.act(receiver, "confirmHandover", dossier)

    def processing(self, dossier, told):
        if dossier["handover"]:
            return self.answer_handover(dossier, told, told.responsible[-1][1])
        if dossier["decision"]:
            return self.issue(dossier, told)
        fate, officer = self.dice.random(), told.responsible[-1][1]
        if officer in ("tiepnhan", "motcua2"):
            return self.sign(dossier) if fate < 0.4 else None
        if fate < 0.12:
            return self.pause(dossier, told, officer)
        if fate < 0.17:
            return self.other_officer(dossier, told)
        if fate < 0.2:
            return self.act(self.clerks[dossier["id"]], "requestWithdrawal", dossier,
                            {"reason": "Người dân xin rút"})
        if fate < 0.26:
            return self.more_time(dossier, told)
        return self.sign(dossier) if fate < 0.36 else None

    def before_due(self, told):
        """Not after the due date: until then a clock may be stopped, a limit extended."""
        return not self.counting.is_overdue(told, self.now)

    def pause(self, dossier, told, officer):
        if not self.before_due(told):
            return None
        head, kind = HEADS[self.unit_of(dossier)], self.dice.random()
        if kind < 0.5 and not any(row["kind"] == "supplement" for row in dossier["pauses"]):
            paused = self.act(head, "requestSupplement", dossier, {
                "items": ["Bản sao giấy tờ mẫu"], "reason": "Hồ sơ còn thiếu"})
        elif kind < 0.75:
            paused = self.act(officer, "requestPayment", dossier, {
                "line": f"Nghĩa vụ mẫu {len(dossier['pauses'])}", "amount": 150000, "notice": "thong-bao.pdf"})
        else:
            paused = self.act(head, "suspendDossier", dossier, {"basis": "dispute", "reason": "Có đơn"})
        told.pauses.append([self.now, None])
        return paused

    def resume(self, dossier, told, who, body):
        resumed = self.act(who, "resumeDossier", dossier, body)
        told.pauses[-1][1] = self.now
        return resumed

    def awaiting_supplement(self, dossier, told):
        if self.dice.random() < 0.1:
            return self.act("TIEP_NHAN", "requestWithdrawal", dossier, {"reason": "Người dân xin rút"})
        if self.dice.random() < 0.4:
            return self.resume(dossier, told, "TIEP_NHAN", {"note": "Đã nộp đủ giấy tờ"})
        return None

    def awaiting_payment(self, dossier, told):
        if self.dice.random() < 0.6:
            return None
        owed = [{"line": fee["line"], "settled": {"method": "transfer", "reference": "GD-MAU"}}
                for fee in dossier["fees"] if fee["state"] != "settled"]
        return self.resume(dossier, told, "TIEP_NHAN", {"fees": owed})

    def suspended(self, dossier, told):
        if self.dice.random() < 0.6:
            return None
        return self.resume(dossier, told, HEADS[self.unit_of(dossier)], {})

    def other_officer(self, dossier, told):
        unit = self.unit_of(dossier)
        others = [one for one in OFFICERS[unit] if one != told.responsible[-1][1]]
        if not others:
            return None
        moved = self.act("GD_TT", "reassignDossier", dossier,
                         {"account": others[0], "reason": "Cán bộ nghỉ phép"})
        told.responsible.append((self.now, others[0], unit))
        return moved

    def more_time(self, dossier, told):
        if dossier["procedure"] != EXTENDED or len(told.limits) > 1 or not self.before_due(told):
            return None
        extended = self.act("LANH_DAO", "extendDossier", dossier, {"reason": "Cần xác minh"})
        told.limits.append((self.now, "WORKING_DAYS 8"))
        return extended

    def sign(self, dossier):
        return self.act("LANH_DAO", "signDossier", dossier, {"outcome": "approved", "title": "Kết quả mẫu"})

    def issue(self, dossier, told):
        self.numbers += 1
        ready = self.act("VAN_THU", "issueResult", dossier, {"number": f"{self.numbers}/KQ-2026"})
        told.end(self.now)
        return ready

    def withdrawal_requested(self, dossier, told):
        if self.dice.random() < 0.5:
            return self.act("GD_TT", "denyWithdrawal", dossier, {"reason": "Đã có kết quả thẩm định"})
        stopped = self.act("GD_TT", "stopDossier", dossier, {"reason": "Theo đề nghị của công dân"})
        told.end(self.now, stopped=True)
        return stopped

    def result_ready(self, dossier, told):
        fate = self.dice.random()
        if fate < 0.04:
            again = self.act("LANH_DAO", "reopenDossier", dossier, {"reason": "Sai tên"})
            told.reopen()
            return again
        if fate < 0.4:
            return self.act("TIEP_NHAN", "returnResult", dossier, {"receiver": {"kind": "applicant"}})
        return None
