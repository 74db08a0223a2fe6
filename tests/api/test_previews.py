"""What an officer sees before he accepts: the picture of the paper, and lists by due date.

One server for all tests, with the printer program of the build.
"""
import pathlib
import struct
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import server  # noqa: E402

DAYS5, SAME_DAY = "1.003583", "1.001193"


def setUpModule():
    global SERVER, WORK, DESK
    SERVER = server.Server()
    SERVER.__enter__()
    SERVER.clock("2026-03-02T09:12:00+07:00")
    WORK = casework.Casework(SERVER)
    DESK = WORK.people["TIEP_NHAN"]


def tearDownModule():
    SERVER.__exit__(None, None, None)


def picture(body, **more):
    """The raw answer; held to the contract."""
    return DESK.call("previewPaper", body=body, **more)


def size(png):
    if png[:8] != b"\x89PNG\r\n\x1a\n":
        raise AssertionError("no PNG")
    return struct.unpack(">II", png[16:24])


class Preview(unittest.TestCase):
    def test_the_receipt_is_seen_before_it_exists(self):
        """R-930: nothing is stored, no number is taken."""
        log = SERVER.client("KIEM_TRA")
        code = WORK.open(DAYS5)["code"]
        last = log.call("readLog", limit=500).json["items"][-1]["seq"]
        answer = picture(WORK.intake(DAYS5), expect=200)
        self.assertEqual(answer.headers["Content-Type"], "image/png")
        width, height = size(answer.body)
        self.assertAlmostEqual(height / width, 210 / 148, places=1)  # A5
        dossiers = [event for event in log.call("readLog", after=last, limit=500).json["items"]
                    if not event["kind"].startswith("print_")]  # of the receipt just before
        self.assertEqual(dossiers, [])
        self.assertEqual(int(WORK.open(DAYS5)["code"][-4:]), int(code[-4:]) + 1)
        for job in DESK.call("listPrintJobs", limit=500).json["items"]:
            self.assertIsNotNone(job["subject"])

    def test_what_is_on_the_paper_is_in_the_picture(self):
        """R-930: another name is another picture; the same intake at the same moment is the same."""
        one, again = picture(WORK.intake(DAYS5)).body, picture(WORK.intake(DAYS5)).body
        self.assertEqual(one, again)
        other = dict(casework.APPLICANT, full_name="Nông Thị Nháp")
        self.assertNotEqual(one, picture(WORK.intake(DAYS5, applicant=other)).body)
        self.assertNotEqual(one, picture(WORK.intake(SAME_DAY)).body)

    def test_a_guard_does_not_hide_the_paper_a_faulty_field_does(self):
        """R-930."""
        size(picture(WORK.intake(DAYS5, documents=[], fees=[{"line": "Lệ phí", "amount": 8000}]),
                     expect=200).body)
        wrong = dict(casework.APPLICANT, phone="1")
        errors = picture(WORK.intake(DAYS5, applicant=wrong), expect="phone_invalid").json["errors"]
        self.assertEqual([error["pointer"] for error in errors], ["/applicant/phone"])
        picture(dict(WORK.intake(DAYS5), procedure="9.999999"), expect="unknown_procedure")

    def test_the_other_papers_of_an_intake(self):
        asked = {"items": ["Giấy chứng sinh"], "reason": "Thiếu giấy chứng sinh bản chính"}
        body = WORK.intake(DAYS5, intake="request_supplement", supplement=asked, documents=[])
        a4 = size(picture(body, expect=200).body)
        refusal = {"reason_code": "out_of_scope", "reason": "Thủ tục thuộc thẩm quyền của cấp tỉnh"}
        body = WORK.intake(DAYS5, intake="refuse", refusal=refusal, documents=[])
        self.assertEqual(size(picture(body, expect=200).body), a4)
        picture(WORK.intake(DAYS5, intake="arrive", channel="post"), expect=422)

    def test_only_who_receives_dossiers_may_look(self):
        for role in ("THU_LY", "KIEM_TRA"):
            SERVER.client(role).call("previewPaper", body=WORK.intake(DAYS5), expect="forbidden")

    def test_without_a_printer_program_it_says_so(self):
        with server.Server(options=["--printer", "/nonexistent/printer"]) as bare:
            work = casework.Casework(bare)
            work.people["TIEP_NHAN"].call("previewPaper", body=work.intake(DAYS5),
                                          expect="printer_unavailable")


class ByDueDate(unittest.TestCase):
    def test_what_becomes_late_first_stands_first_page_by_page(self):
        """R-932."""
        late = [WORK.open(DAYS5) for unused in range(3)]
        soon = [WORK.open(SAME_DAY) for unused in range(2)]
        mine = {one["id"] for one in late + soon}
        seen, after = [], None
        while True:
            page = DESK.call("listDossiers", order="due", limit=2, after=after).json
            seen += page["items"]
            after = page["next"]
            if after is None:
                break
        dues = [row["legal_due_at"] for row in seen]
        self.assertEqual(dues, sorted(dues))
        ids = [row["id"] for row in seen]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertLessEqual(mine, set(ids))
        self.assertEqual({row["id"] for row in seen if row["procedure"] == SAME_DAY},
                         {one["id"] for one in soon})
        self.assertEqual(DESK.call("listDossiers", order="due", officer="lanhdao").json["items"], [])

    def test_what_has_ended_is_not_there(self):
        one = WORK.issue(WORK.hand(WORK.open(DAYS5)))
        rows = DESK.call("listDossiers", order="due", limit=500).json["items"]
        self.assertNotIn(one["id"], {row["id"] for row in rows})
        self.assertIn(one["id"], {row["id"] for row in
                                  DESK.call("listDossiers", order="received").json["items"]})

    def test_a_unit_sees_its_own(self):
        """R-203."""
        given = WORK.hand(WORK.open(DAYS5))
        waits = WORK.act("TIEP_NHAN", "handOverDossier", WORK.open(DAYS5), {"unit": "VP_HDND_UBND"})
        kept = WORK.open(DAYS5)
        rows = WORK.people["THU_LY"].call("listDossiers", order="due", limit=500).json["items"]
        ids = {row["id"] for row in rows}
        self.assertIn(given["id"], ids)
        self.assertNotIn(kept["id"], ids)
        waiting = {row["id"]: row["handover"] for row in rows if row["handover"]}
        self.assertEqual(list(waiting), [waits["id"]])
        self.assertEqual(waiting[waits["id"]], waits["handover"])

    def test_a_wrong_order_or_cursor_is_refused(self):
        DESK.call("listDossiers", order="due", q="mai", expect="bad_parameter")
        DESK.call("listDossiers", order="name", faulty=True, expect="bad_parameter")
        for after in ("d1", "1.", "1.x", ".1", "1.2.3"):
            DESK.call("listDossiers", order="due", after=after, expect="bad_cursor")


if __name__ == "__main__":
    unittest.main()
