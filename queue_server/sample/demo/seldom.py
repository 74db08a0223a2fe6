"""What happens seldom: every state that a dossier can be in, and what is done beside the main path.

A year has a few of each, on days of their own; its last days leave at least two dossiers in every state,
for who looks on. Each course takes a dossier of its own from intake on, as the people of the centre would.
"""
import datetime

from hours import moment
from staff import HANDLES

PLAIN = ("1.003583", "1.013227", "1.001776", "1.014028", "1.010038")  # limits of 5 to 10 working days
FORWARDED = "1.010803"  # its second stage is at the province
TAXED = "1.013978"      # land: the tax office says what is owed
EXTENDED = "1.004884"   # five days, and twenty more when something must be verified elsewhere
COPIES = "2.000635"     # 8,000 đồng a copy, the same day
COPY_FEE = 8000
RESTS = (6 * 480, 10 * 480)  # working minutes in which somebody else has it: longer than LEAVES reaches back
DENIED = 0.25  # of withdrawals
PETITION = ("Đèn đường đầu thôn bị hỏng", "Đề nghị lắp biển báo ở đoạn đường dốc", "Mương thoát nước bị tắc, nước tràn ra đường",
            "Loa truyền thanh thôn mất tiếng", "Đề nghị niêm yết thêm mẫu tờ khai tại nhà văn hóa thôn")
PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""


class Seldom:
    """work: the Casework whose office and main path are used."""

    def __init__(self, work):
        self._work, self._office = work, work.office
        self._taken = {}  # clerk -> cash of today
        # course, every so many days, on which of them, and on these working days before the last
        self._courses = (
            (self._forward, 13, 0, (4, 3, 1)), (self._owe, 13, 1, (4, 3, 2)), (self._suspend, 13, 2, (4, 3, 1)),
            (self._ask, 13, 3, (3, 2, 1)), (self._ask_first, 13, 4, (3, 2, 1)), (self._refuse, 13, 5, (3, 2)),
            (self._withdraw, 13, 6, (4, 3, 2)), (self._extend, 13, 7, (4, 3, 2)), (self._apologise, 13, 8, (4, 2)),
            (self._correct, 13, 9, (3, 2)), (self._reopen, 13, 10, (4, 3)), (self._forget, 26, 11, ()),
            (self._pay, 3, 1, (2, 1)), (self._petition, 4, 2, (3, 1)))

    def day(self, day, left=None):
        """Plan a day; `left`: working days after it until the play ends, None when it does not."""
        for number, (course, every, on, leaves) in enumerate(self._courses):
            if day.toordinal() % every == on or left in leaves:
                self._office.at(moment(day, 7 * 60 + 45 + 9 * number + self._dice.uniform(0, 8)), course)
        if left == 0:
            for minute in (16 * 60 + 20, 16 * 60 + 36, 16 * 60 + 44):
                self._office.at(moment(day, minute), self._evening)
        self._office.at(moment(day, 16 * 60 + 50), self._close_tills)

    # ---- what they share ---------------------------------------------------------------------------
    @property
    def _dice(self):
        return self._work.office.dice

    def _after(self, at, least, most, act, *what):
        self._office.at(self._office.hours.later(at, self._dice.uniform(least, most)), act, *what)

    def _rest(self, at, act, dossier):
        self._after(at, *RESTS, act, dossier)

    def _plain(self):
        return self._dice.choice(PLAIN)

    def _act(self, who, dossier, action, body=None):
        return self._office.staff[who].act(self._work.now(dossier), action, body)

    def _head(self, dossier, action, body=None):
        return self._act("ldphong" + HANDLES[dossier["unit"]], dossier, action, body)

    def _worked_on(self, at, procedure, then):
        """A dossier that an officer of its unit has taken over; then `then(at, dossier, officer)`."""
        clerk = self._office.staff["tiepnhan1"]
        dossier = clerk.post("/dossiers", self._work.intake(at, procedure, channel="online"))
        officer = "thuly" + HANDLES[self._work.unit(procedure)]
        self._after(at, 10, 30, self._give, dossier, officer, then)

    def _give(self, at, dossier, officer, then):
        given = self._act("tiepnhan1", dossier, "hand-over", {"account": officer})
        self._after(at, 3, 18, self._take, given, officer, then)

    def _take(self, at, dossier, officer, then):
        mine = self._act(officer, dossier, "confirm")
        self._after(at, 20, 60, then, mine, officer)

    # ---- the clock stands still, or an agency has it -----------------------------------------------
    def _forward(self, at):
        self._worked_on(at, FORWARDED, self._send)

    def _send(self, at, dossier, officer):
        row = next(row["row"] for row in dossier["agency_plan"] if row["agency"] != "UBND xã")
        self._rest(at, self.step_result, self._act(officer, dossier, "forward", {"steps": [{"row": row}]}))

    def step_result(self, at, dossier):
        now = self._work.now(dossier)
        for step in now["agency_steps"]:
            if not step["ended_at"]:
                now = self._act("tiepnhan1", now, "step-result", {"step": step["step"], "note": "Đã nhận văn bản trả lời"})
        self._work.finish(at, now)

    def _owe(self, at):
        self._worked_on(at, TAXED, self._notice)

    def _notice(self, at, dossier, officer):
        owed = {"line": "Tiền sử dụng đất", "amount": 50000 * self._dice.randint(6, 60), "notice": "thong-bao-thue.pdf"}
        self._rest(at, self.paid, self._act(officer, dossier, "request-payment", owed))

    def paid(self, at, dossier):
        owed = [fee for fee in self._work.now(dossier)["fees"] if fee["state"] != "settled"]
        self._work.finish(at, self._act("tiepnhan2", dossier, "resume", {"fees": [
            {"line": fee["line"], "settled": {"method": "transfer", "reference": f"GD-{self._dice.randint(10000, 99999)}"}} for fee in owed]}))

    def _suspend(self, at):
        self._worked_on(at, self._plain(), self._on_a_basis)

    def _on_a_basis(self, at, dossier, officer):
        basis, reason = self._dice.choice((("dispute", "Có đơn tranh chấp, chờ kết quả hòa giải"), ("court", "Chờ bản án có hiệu lực")))
        self._rest(at, self.go_on, self._head(dossier, "suspend", {"basis": basis, "reason": reason}))

    def go_on(self, at, dossier):
        self._work.finish(at, self._head(dossier, "resume", {"note": "Lý do tạm dừng không còn"}))

    def _ask(self, at):
        self._worked_on(at, self._plain(), self._ask_now)

    def _ask_now(self, at, dossier, officer):
        self._rest(at, self._work.bring, self._asked(dossier))

    def _asked(self, dossier):
        return self._head(dossier, "request-supplement", {
            "items": ["Giấy tờ chứng minh nơi cư trú"], "reason": "Nơi cư trú kê khai chưa khớp dữ liệu dân cư"})

    def _forget(self, at):
        """Papers that nobody ever brings: after their date the head of the unit stops it."""
        self._worked_on(at, self._plain(), self._forgotten)

    def _forgotten(self, at, dossier, officer):
        asked = self._asked(dossier)
        self._office.at(self._office.hours.later(at + datetime.timedelta(days=32), 30), self._give_up, asked)

    def _give_up(self, at, dossier):
        self._head(dossier, "stop", {"reason": "Quá hạn bổ sung, người nộp không bổ sung"})

    # ---- before acceptance -------------------------------------------------------------------------
    def _ask_first(self, at):
        clerk = self._office.staff["tiepnhan2"]
        asked = clerk.post("/dossiers", self._work.intake(at, self._plain(), intake="request_supplement", supplement={
            "items": ["Bản chính giấy tờ để đối chiếu"], "reason": "Chỉ có bản chụp, chưa có bản chính"}))
        self._rest(at, self.resubmit, asked)

    def resubmit(self, at, dossier):
        papers = self._work.papers(dossier["procedure"])
        again = self._act("tiepnhan2", dossier, "resubmit", {"documents": papers, "note": "Đã nộp bản chính"})
        self._after(at, 15, 90, self._work.check, self._office.staff["tiepnhan2"], again)

    def _refuse(self, at):
        self._office.staff["tiepnhan3"].post("/dossiers", self._work.intake(at, self._plain(), intake="refuse", refusal={
            "reason_code": "out_of_scope", "reason": "Việc này thuộc thẩm quyền của xã nơi thường trú, đã hướng dẫn nơi nộp"}))

    def _evening(self, at):
        """The last hour: one by post, one accepted that goes to its unit the next day, one withdrawn."""
        clerk = self._office.staff["tiepnhan1"]
        clerk.post("/dossiers", self._work.intake(at, self._plain(), channel="post", intake="arrive"))
        clerk.post("/dossiers", self._work.intake(at, self._plain()))
        asked = clerk.post("/dossiers", self._work.intake(at, self._plain()))
        self._act("tiepnhan1", asked, "request-withdrawal", {"reason": "Người dân đề nghị rút để nộp ở nơi khác"})

    # ---- rarer steps of the main path --------------------------------------------------------------
    def _withdraw(self, at):
        self._worked_on(at, self._plain(), self._withdrawn)

    def _withdrawn(self, at, dossier, officer):
        asked = self._act("tiepnhan1", dossier, "request-withdrawal", {"reason": "Người dân tự nguyện rút hồ sơ"})
        denied = self._dice.random() < DENIED
        self._after(at, 30, 300, self._deny if denied else self._stop, asked)

    def _stop(self, at, dossier):
        self._act("giamdoc", dossier, "stop", {"reason": "Theo đề nghị của người nộp hồ sơ"})

    def _deny(self, at, dossier):
        kept = self._act("giamdoc", dossier, "deny-withdrawal", {"reason": "Người nộp đổi ý, đề nghị giải quyết tiếp"})
        self._work.finish(at, kept)

    def _extend(self, at):
        self._worked_on(at, EXTENDED, self._extended)

    def _extended(self, at, dossier, officer):
        self._work.finish(at, self._act("lanhdao", dossier, "extend", {"reason": "Cần xác minh nơi đăng ký trước đây"}))

    def _apologise(self, at):
        self._worked_on(at, self._plain(), self._apologised)

    def _apologised(self, at, dossier, officer):
        due = datetime.datetime.fromisoformat(dossier["legal_due_at"])
        promise = self._office.hours.later(due, 2 * 480)
        self._work.finish(at, self._act("lanhdao", dossier, "apologise", {
            "new_time": promise.isoformat(timespec="seconds"), "reason": "Chờ xác minh của thôn, chưa kịp trả đúng hẹn"}))

    def _correct(self, at):
        self._worked_on(at, self._plain(), self._misspelt)

    def _misspelt(self, at, dossier, officer):
        right = dossier["applicant"]["full_name"] + " Sửa"
        asked = self._act(officer, dossier, "ask-correction", {"field": "full_name", "value": right, "reason": "Gõ thiếu một chữ so với thẻ"})
        self._after(at, 20, 120, self._corrected, asked)

    def _corrected(self, at, dossier):
        number = dossier["corrections"][-1]["correction"]
        self._work.finish(at, self._act("giamdoc", dossier, "correct", {"correction": number, "reason": "Đã đối chiếu thẻ căn cước"}))

    def _reopen(self, at):
        self._worked_on(at, self._plain(), self._sign_soon)

    def _sign_soon(self, at, dossier, officer):
        signed = self._act("lanhdao", dossier, "sign", {"outcome": "approved", "title": "Kết quả giải quyết", "file": "ket-qua.pdf"})
        self._after(at, 5, 20, self._issue_wrongly, signed)

    def _issue_wrongly(self, at, dossier):
        self._after(at, 20, 90, self._reopened, self._work.issue(at, dossier))

    def _reopened(self, at, dossier):
        self._work.finish(at, self._act("lanhdao", dossier, "reopen", {"reason": "Kết quả ghi sai ngày sinh"}))

    # ---- money, scans, petitions -------------------------------------------------------------------
    def _pay(self, at):
        """Copies paid in cash: a receipt, the papers scanned, and the till closed in the evening."""
        account = self._dice.choice(("tiepnhan2", "tiepnhan3"))
        clerk, amount = self._office.staff[account], COPY_FEE * self._dice.randint(1, 5)
        dossier = clerk.post("/dossiers", self._work.intake(at, COPIES, fees=[
            {"line": "Lệ phí cấp bản sao trích lục", "amount": amount, "settled": {"method": "cash"}}]))
        self._taken[account] = self._taken.get(account, 0) + amount
        clerk.post(f"/dossiers/{dossier['id']}/receipts", {})
        clerk.upload(f"/dossiers/{dossier['id']}/scans?paper=1&name=Trang-1", PAGE, "application/pdf")
        self._work.accepted(at, clerk, self._work.now(dossier))

    def _close_tills(self, at):
        for account, taken in self._taken.items():
            self._office.staff[account].post("/cash-closings", {"counted": taken})
        self._taken.clear()

    def _petition(self, at):
        more = {"full_name": "Nông Thị Phản Ánh", "phone": "0912 345 678"} if self._dice.random() < 0.6 else {}
        entered = self._office.staff["tiepnhan3"].post("/petitions", {
            "kind": self._dice.choice(("feedback", "proposal")), "channel": "phone", "content": self._dice.choice(PETITION), **more})
        self._after(at, 60, 600, self._take_petition, entered)

    def _settle(self, petition, action, text=None):
        body = {"action": action, **({"text": text} if text else {})}
        return self._office.staff["giamdoc"].post(f"/petitions/{petition['id']}/act", body, petition["version"])

    def _take_petition(self, at, petition):
        fate = self._dice.random()
        if fate < 0.1:
            self._settle(petition, "forward", "Công ty điện lực")
        elif fate < 0.15:
            self._settle(petition, "refuse", "Nội dung không thuộc thẩm quyền của xã, đã hướng dẫn nơi gửi")
        else:
            self._after(at, 960, 4800, self._answer_petition, self._settle(petition, "take"))

    def _answer_petition(self, at, petition):
        answered = self._settle(petition, "answer", "Đã kiểm tra và giao thôn khắc phục xong trong tuần")
        if petition["kind"] == "feedback":
            self._settle(answered, "publish")
