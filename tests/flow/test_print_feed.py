#!/usr/bin/env python3
"""From the print outbox to paper and back, with the real server and the real printer program.

Rules R-650 R-651 R-652 R-653 R-654 R-655 R-656 R-657 R-658 R-659."""
import collections
import pathlib
import stat
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from print_shop import PrintShop, Printer, codes_on, text_of  # noqa: E402  (needs the path above)

PROCEDURE = "1.003583"  # Đăng ký khai sinh lưu động, of the sample catalogue
APPLICANT = {"kind": "citizen", "full_name": "Nông Thị Mẫu", "personal_id": "006190012345",
             "birth_date": "1990-08-15", "sex": "female", "phone": "0912 345 678",
             "address": "Thôn Nà Vài, xã Nghiên Loan, tỉnh Thái Nguyên", "identity_document": "card"}
HOSTILE = '<b>"A"</b> & {"op":"go"} \\n %s 🙂 \u202eabc'


class Kept(unittest.TestCase):
    """A centre without printers: pages are kept."""

    @classmethod
    def setUpClass(cls):
        cls.shop = PrintShop({}, services={"B": HOSTILE, "C": "Đ" * 90}).__enter__()
        cls.addClassCleanup(cls.shop.__exit__, None, None, None)

    def kept(self, **ticket):
        job = self.shop.ticket(**ticket)
        self.shop.wait(job, "created")
        return job

    def test_the_page_is_kept_and_opened(self):
        """R-654"""
        job = self.kept()
        pdf = self.shop.document(job)
        text = text_of(pdf)
        for words in ("TẬP HUẤN", "Hộ tịch", "A0"):
            self.assertIn(words, text)
        self.assertEqual(self.shop.document(job), pdf)
        self.assertEqual(self.shop.job(job)["printer"], None)
        self.assertGreater(self.shop.metric("print_jobs_kept_total"), 0)

    def test_a_page_that_is_lost_is_made_again_the_same(self):
        """R-654"""
        job = self.kept()
        pdf = self.shop.document(job)
        page = self.shop.data / "print" / f"{job[1:]}.pdf"
        self.assertEqual(page.read_bytes(), pdf)
        page.unlink()
        self.assertEqual(self.shop.document_again(job), pdf)
        self.assertNotIn("not the one", self.shop.messages())

    def test_hostile_names_come_out_as_they_are(self):
        text = text_of(self.shop.document(self.kept(service="B")))
        self.assertIn('<b>"A"</b> & {"op":"go"}', " ".join(text.split()))
        self.assertIn("Đ", text_of(self.shop.document(self.kept(service="C"))))

    def test_the_page_of_a_dossier_is_for_those_who_may_read_it(self):
        """R-203, R-659"""
        reception, officer = self.shop.client("TIEP_NHAN"), self.shop.client("THU_LY")
        rows = reception.call("getProcedure", procedure=PROCEDURE).json["documents"]
        dossier = reception.call("createDossier", body={
            "procedure": PROCEDURE, "applicant": APPLICANT, "channel": "counter",
            "result_delivery": "counter", "intake": "accept",
            "documents": [{"row": row["row"], "name": row["name"], "form": row["form"],
                           "originals": 1, "copies": 0, "scan": {"file": f"{row['row']}.pdf"}}
                          for row in rows if row["required"]]}).json
        receipt, = dossier["print_jobs"]
        self.shop.wait(receipt, "created")
        page = reception.call("getPrintDocument", print_job=receipt)
        self.assertIn(dossier["code"], text_of(page.body))
        self.assertIn("NÔNG THỊ MẪU", text_of(page.body).upper())
        for client in (self.shop.desk, officer, self.shop.client("QUAN_TRI")):
            client.call("getPrintDocument", print_job=receipt, expect="forbidden")
        self.shop.desk.call("reprint", print_job=receipt, body={"reason": "x"}, expect="forbidden")
        reception.call("handOverDossier", dossier=dossier["id"], body={"account": "thuly"},
                       If_Match=f'"{dossier["version"]}"')
        self.assertEqual(officer.call("getPrintDocument", print_job=receipt).body, page.body)

    def test_a_reprint_is_a_new_job_with_the_next_copy_number(self):
        """R-655"""
        first = self.kept()
        again = [self.shop.desk.call("reprint", print_job=first, body={"reason": reason}).json
                 for reason in ("Kẹt giấy", "Mờ")]
        self.assertEqual([job["copy"] for job in again], [2, 3])
        self.shop.wait(again[1]["id"], "created")
        self.assertIn("2", text_of(self.shop.document(again[0]["id"])))
        self.assertNotEqual(self.shop.document(again[0]["id"]), self.shop.document(first))
        self.shop.desk.call("reprint", print_job=first, body={"reason": " "},
                            expect="reason_missing")

    def test_only_attention_is_resolved(self):
        """R-656"""
        self.shop.desk.call("resolvePrintJob", print_job=self.kept(), body={"state": "printed"},
                            expect="state_forbids")

    def test_who_may_read_does_not_print(self):
        job = self.kept()
        inspector = self.shop.client("KIEM_TRA")
        inspector.call("getPrintDocument", print_job=job)
        inspector.call("reprint", print_job=job, body={"reason": "x"}, expect="forbidden")
        inspector.call("resolvePrintJob", print_job=job, body={"state": "printed"},
                       expect="forbidden")
        self.shop.client().call("getPrintDocument", print_job=job, expect="unauthenticated")

    def test_lists_are_paged_newest_first(self):
        jobs = [self.kept() for _ in range(5)]
        listed = [job["id"] for job in self.shop.desk.pages("listPrintJobs", limit=2)]
        self.assertEqual(listed[:5], jobs[::-1])
        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual(sorted(listed, key=lambda job: -int(job[1:])), listed)
        made = list(self.shop.desk.pages("listPrintJobs", state="created", limit=3))
        self.assertEqual([job["id"] for job in made], listed)
        self.assertEqual(list(self.shop.desk.pages("listPrintJobs", state="printed")), [])
        subject = self.shop.job(jobs[0])["subject"]
        of_one = self.shop.desk.call("listPrintJobs", subject=subject).json["items"]
        self.assertEqual([job["id"] for job in of_one], [jobs[0]])

    def test_odd_names_of_jobs_are_not_found(self):
        """R-659"""
        for name in ("p0", "p999999999", "18", "..", "p1%00", "p18/../p18", "p018", "p" + "9" * 30):
            self.shop.desk.call("getPrintDocument", print_job=name, faulty=True, expect=404
                                if "/" not in name and "%00" not in name else
                                lambda answer: answer.status in (400, 404))
        self.shop.desk.call("listPrintJobs", state="lost", faulty=True, expect="bad_parameter")
        self.shop.desk.call("listPrintJobs", subject="../x", faulty=True, expect="bad_parameter")
        self.shop.desk.call("listPrintJobs", after="t1", faulty=True, expect="bad_cursor")


class OnPaper(unittest.TestCase):
    """Two sites with a receipt printer each."""

    def setUp(self):
        self.printer, self.other = Printer(), Printer()
        for printer in (self.printer, self.other):
            self.addCleanup(printer.close)
        self.shop = PrintShop({"trung-tam": self.printer.address, "an-thang": self.other.address})
        self.shop.__enter__()
        self.addCleanup(self.shop.__exit__, None, None, None)

    def papers(self, count):
        self.printer.wait_papers(count)
        return len(self.printer.papers)

    def test_a_ticket_comes_out_once_and_its_page_is_kept(self):
        """R-650, R-651, R-652"""
        job = self.shop.ticket()
        self.assertEqual(self.shop.wait(job, "printed", "attention"), "printed")
        self.assertEqual(self.shop.states[job], ["created", "sent", "printed"])
        self.assertEqual(self.papers(1), 1)
        self.assertEqual(self.printer.papers[0].unknown, 0)
        self.assertIn("A001", text_of(self.shop.document(job)))
        self.assertEqual(self.shop.metric("print_jobs_printed_total"), 1)

    def test_without_paper_it_waits_and_says_so(self):
        """R-657: the other printer goes on meanwhile."""
        self.printer.paper_out = True
        job = self.shop.ticket()
        self.shop.wait_message(job, "hết giấy")
        self.assertEqual(self.shop.job(job)["state"], "queued")
        other = self.shop.ticket("an-thang")
        self.assertEqual(self.shop.wait(other, "printed", "attention"), "printed")
        self.shop.listen()
        self.assertEqual([(j["id"], j["state"]) for j in self.shop.snapshot["print_jobs"]],
                         [(job, "queued")])
        self.printer.paper_out = False
        self.assertEqual(self.shop.wait(job, "printed", "attention"), "printed")
        self.assertEqual((self.papers(1), self.shop.job(job)["message"]), (1, None))

    def test_a_printer_that_is_off_gets_everything_once_when_it_is_back(self):
        """R-653, R-657: over a kill of the server too, and more jobs than are handed on at once."""
        port = self.printer.port
        self.printer.close()
        jobs = [self.shop.ticket() for _ in range(40)]
        self.shop.wait_message(jobs[0], "mất kết nối")
        other = self.shop.ticket("an-thang")
        self.assertEqual(self.shop.wait(other, "printed", "attention"), "printed")
        self.shop.desk.call("getHealth")
        self.shop.kill()
        self.printer = Printer(port)
        self.addCleanup(self.printer.close)
        self.shop.start()
        waiting = {job["id"] for job in self.shop.snapshot["print_jobs"]}
        for job in jobs:
            if job in waiting:
                self.shop.wait(job, "printed", "attention")
            self.assertEqual(self.shop.job(job)["state"], "printed")
        self.assertEqual((self.papers(40), len(self.other.papers)), (40, 1))

    def ended_while(self, end):
        """Hold a sheet in the printer, `end` what has it in hand; it asks for a person."""
        job = self.shop.ticket()
        self.assertTrue(self.printer.held.wait(30))
        end()
        self.printer.release()
        self.assertEqual(self.papers(1), 1)
        if not any(seen["id"] == job and seen["state"] == "attention"
                   for seen in self.shop.snapshot["print_jobs"]):
            self.shop.wait(job, "attention", "printed")
        self.assertEqual(self.shop.job(job)["state"], "attention")
        self.assertIn("hãy xem giấy", self.shop.job(job)["message"])
        return job

    def restart(self):
        self.shop.kill()
        self.shop.start()

    def test_a_sheet_that_may_be_out_is_never_printed_again_by_itself(self):
        """R-653, R-655, R-656"""
        for end in (self.shop.kill_program, self.restart):
            with self.subTest(end=end.__name__):
                self.printer.papers.clear()
                self.printer.held.clear()
                self.printer.let_go.clear()
                self.printer.hold_fence = True
                job = self.ended_while(end)
                after = self.shop.ticket()
                self.assertEqual(self.shop.wait(after, "printed", "attention"), "printed")
                self.assertEqual(self.papers(2), 2)
                again = self.shop.desk.call("reprint", print_job=job,
                                            body={"reason": "Không thấy giấy"}).json
                self.assertEqual((again["copy"], again["state"]), (2, "queued"))
                self.assertEqual(self.shop.wait(again["id"], "printed", "attention"), "printed")
                self.assertEqual(self.papers(3), 3)
                found = self.shop.desk.call("resolvePrintJob", print_job=job,
                                            body={"state": "cancelled", "note": "Kẹt"}).json
                self.assertEqual((found["state"], found["message"]), ("cancelled", None))
                self.shop.desk.call("resolvePrintJob", print_job=job, body={"state": "printed"},
                                    expect="state_forbids")

    def test_leave_that_was_given_is_not_given_twice(self):
        """R-651, R-653: killed after "go", before anything was sent."""
        for end in (self.shop.kill_program, self.restart):
            with self.subTest(end=end.__name__):
                self.printer.papers.clear()
                self.printer.held.clear()
                self.printer.let_go.clear()
                self.printer.hold_look = True
                job = self.shop.ticket()
                self.assertTrue(self.printer.held.wait(30))
                end()
                self.printer.release()
                after = self.shop.ticket()
                self.assertEqual(self.shop.wait(after, "printed", "attention"), "printed")
                self.assertIn(self.shop.job(job)["state"], ("attention", "printed"))
                self.assertLessEqual(self.papers(2), 2)

    def test_no_kill_makes_a_second_sheet_or_loses_a_job(self):
        """R-651, R-653: the program and the server are killed at odd moments of 30 jobs."""
        tokens = {}
        for round_, end in enumerate([self.shop.kill_program, self.restart] * 3):
            for _ in range(5):
                body = {"site": "trung-tam", "service": "A", "class": "P0"}
                ticket = self.shop.desk.call("createTicket", body=body).json
                tokens[ticket["print_job"]] = ticket["track_token"]
            for _ in range(2 * round_ + 1):  # events until the kill: 1, 3, 5 .. 11
                self.shop.hear()
            end()
        self.shop.listen()
        for job in self.shop.snapshot["print_jobs"]:
            if job["state"] != "attention":
                self.shop.wait(job["id"], "printed", "attention")
        states = {job: self.shop.job(job)["state"] for job in tokens}
        self.assertEqual(set(states.values()) - {"attention"}, {"printed"})
        printed = sum(state == "printed" for state in states.values())
        self.assertTrue(self.papers(printed) >= printed > 20)
        sheets = collections.Counter(code for paper in self.printer.papers if paper.cuts
                                     for code in codes_on(paper))
        for job, token in tokens.items():
            out = sheets[f"http://localhost:8080/t/{token}"]
            self.assertIn(out, (1,) if states[job] == "printed" else (0, 1), job)

    def test_a_stop_finishes_the_sheet_in_the_printer(self):
        self.printer.hold_fence = True
        job = self.shop.ticket()
        waiting = self.shop.ticket()
        self.assertTrue(self.printer.held.wait(30))
        self.printer.release()
        self.shop.stop()
        self.shop.start()
        unsettled = [seen["id"] for seen in self.shop.snapshot["print_jobs"]]
        self.assertNotIn(job, unsettled)
        self.assertEqual(self.shop.job(job)["state"], "printed")
        if waiting in unsettled:
            self.assertEqual(self.shop.wait(waiting, "printed", "attention"), "printed")
        self.assertEqual(self.papers(2), 2)


class Troubled(unittest.TestCase):
    """Printer programs that are missing, die or talk nonsense."""

    def setUp(self):
        self.shop = None

    def program(self, script):
        path = self.shop.folder / "program"
        path.write_text("#!/bin/sh\n" + script)
        path.chmod(stat.S_IRWXU)
        return path

    def open(self, script=None):
        self.shop = PrintShop({})
        self.shop.options = ["--printer", str(self.program(script) if script else "/no/such")]
        self.shop.__enter__()
        self.addCleanup(self.shop.__exit__, None, None, None)

    def mend(self):
        """Start again with the real program."""
        self.shop.stop()
        self.shop.options = []
        self.shop.start()

    def test_a_missing_program_stops_nobody(self):
        """R-658"""
        self.open()
        job = self.shop.ticket()
        self.shop.wait_message(job, "Không chạy được")
        self.shop.desk.call("getHealth")
        self.assertEqual(self.shop.job(job)["state"], "queued")
        self.shop.document(job, expect="page_not_ready")
        self.assertEqual(self.shop.metric("printer_program_running"), 0)
        self.assertGreater(self.shop.metric("printer_program_deaths_total"), 0)
        self.mend()
        if self.shop.job(job)["state"] == "queued":
            self.shop.wait(job, "created")
        self.assertIsNone(self.shop.job(job)["message"])
        self.assertIn("A001", text_of(self.shop.document(job)))

    def test_a_job_at_which_it_always_dies_asks_for_a_person(self):
        """R-658"""
        self.open("read -r line\nexit 7\n")
        job = self.shop.ticket()
        self.assertEqual(self.shop.wait(job, "attention", "created"), "attention")
        self.assertIn("cứ dừng", self.shop.job(job)["message"])
        self.assertGreaterEqual(self.shop.metric("printer_program_deaths_total"), 3)
        self.shop.desk.call("getHealth")

    def test_nonsense_is_passed_over(self):
        """A line without end ends the program; a job that is not its own is not touched."""
        self.open("read -r line\n"
                  "echo nonsense\n"
                  "echo '{\"event\":\"printed\",\"id\":\"p1\",\"confirmed\":true}'\n"
                  "echo '{\"event\":\"rendered\",\"id\":\"'\"p../x\"'\",\"sha256\":\"1\"}'\n"
                  "echo '[]'\n"
                  "echo '{\"event\":\"created\",\"id\":\"p18\",\"job\":-5}'\n"
                  "head -c 300000 /dev/zero\nsleep 60\n")
        job = self.shop.ticket()
        self.assertEqual(self.shop.wait(job, "attention", "created", "printed"), "attention")
        self.shop.desk.call("getHealth")
        self.assertGreaterEqual(self.shop.metric("printer_program_deaths_total"), 3)

    def test_an_unusable_address_is_told(self):
        self.shop = PrintShop({"trung-tam": 'lpt1:"};{'})
        self.shop.__enter__()
        self.addCleanup(self.shop.__exit__, None, None, None)
        job = self.shop.ticket()
        self.assertEqual(self.shop.wait(job, "attention", "printed"), "attention")
        self.assertIn("bad_value", self.shop.job(job)["message"])


if __name__ == "__main__":
    unittest.main()
