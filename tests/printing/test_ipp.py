"""Office printers: directly by IPP and through a queue of CUPS; two phases, one sheet."""
import hashlib
import json
import subprocess
import unittest

from child import Child, environment, job, order, qr_of, run, text_of
from sink import Sink
from virtual import Cups, Printer, free_port, until


class Direct(unittest.TestCase):
    def setUp(self):
        self.printer = Printer()
        self.addCleanup(self.printer.close)
        self.child = Child()
        self.addCleanup(self.end)

    def end(self):
        if self.child.process.poll() is None:
            self.assertEqual(self.child.finish()[0], 0)

    def restart(self):
        self.child.kill()
        self.child = Child()

    def test_receipt_arrives_byte_for_byte_on_a5(self):
        path = self.printer.of("kept.pdf")
        self.child.send(**order("01", self.printer.uri, "p1", output=path))
        rendered = self.child.wait("rendered")
        created = self.child.next()
        self.assertEqual((created["event"], created["generation"]), ("created", 1))
        self.assertEqual(self.printer.papers(), [])  # an empty job prints nothing
        self.child.send(op="go", id="p1", generation=1)
        self.child.wait("printed")
        sheet, = self.printer.papers()
        with open(sheet, "rb") as file:
            self.assertEqual(hashlib.sha256(file.read()).hexdigest(), rendered["sha256"])
        self.assertIn("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", text_of(sheet))

    def test_ticket_goes_to_an_office_printer_too(self):
        self.child.send(**order("ticket", self.printer.uri, "p1"))
        self.child.wait("printed")
        self.assertIn("A015", text_of(self.printer.papers()[0]))

    def test_killed_between_created_and_sent_prints_one_sheet(self):
        self.child.send(**order("01", self.printer.uri, "p1"))
        number = self.child.next()["job"]
        self.restart()
        self.child.send(**order("01", self.printer.uri, "p1", job=number))
        self.assertEqual([self.child.next()["event"] for _ in range(2)], ["sent", "printed"])
        self.assertEqual(len(self.printer.papers()), 1)

    def test_killed_before_the_number_was_stored_adopts_the_empty_job(self):
        self.child.send(**order("01", self.printer.uri, "p1"))
        number = self.child.next()["job"]
        self.restart()
        self.child.send(**order("01", self.printer.uri, "p1"))
        self.assertEqual(self.child.next()["job"], number)
        self.child.send(op="go", id="p1")
        self.child.wait("printed")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_killed_after_sending_is_not_sent_again(self):
        """R-807: the printer has it, but nobody saw that all of it arrived."""
        self.printer.set("hold", True)
        self.child.send(**order("01", self.printer.uri, "p1"))
        number = self.child.next()["job"]
        self.child.send(op="go", id="p1")
        self.child.wait("sent")
        self.restart()
        self.child.send(**order("01", self.printer.uri, "p1", job=number))
        event = self.child.next()
        self.assertEqual((event["event"], event["reason"], event["final"]),
                         ("attention", "unconfirmed", True))
        self.printer.set("hold", False)
        until(self.printer.papers, "the one sheet")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_killed_after_sent_was_stored_watches_the_job_to_its_end(self):
        self.printer.set("hold", True)
        self.child.send(**order("01", self.printer.uri, "p1"))
        number = self.child.next()["job"]
        self.child.send(op="go", id="p1")
        self.child.wait("sent")
        self.restart()
        self.child.send(**order("01", self.printer.uri, "p1", job=number, sent=True))
        self.printer.set("hold", False)
        self.assertEqual(self.child.next()["event"], "printed")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_restarted_printer_that_forgot_the_job_needs_a_person(self):
        """R-807: job numbers restart at 1, so number alone proves nothing."""
        self.child.send(**order("01", self.printer.uri, "p1"))
        number = self.child.next()["job"]
        self.restart()
        self.printer.stop()
        self.printer.start()
        self.child.send(**order("02", self.printer.uri, "other"))
        self.assertEqual(self.child.next()["job"], number)
        self.child.send(op="go", id="other")
        self.child.wait("printed")
        self.child.send(**order("01", self.printer.uri, "p1", job=number))
        event = self.child.next()
        self.assertEqual((event["event"], event["reason"]), ("attention", "unconfirmed"))

    def test_printer_that_jams_needs_a_person(self):
        self.printer.set("fail", True)
        self.child.send(**order("01", self.printer.uri, "p1"))
        event = self.child.wait("attention", "printed")
        self.assertEqual((event["event"], event["reason"], event["final"]),
                         ("attention", "aborted", True))
        self.printer.set("fail", False)
        self.child.send(**order("01", self.printer.uri, "p1", generation=2, copy=2))
        self.child.wait("printed")
        self.assertIn("Bản in lại lần 1", text_of(self.printer.papers()[0]))

    def test_paper_out_is_told_and_the_job_goes_on_when_there_is_some(self):
        """R-810"""
        self.printer.paper(0)
        self.printer.set("hold", True)
        self.child.send(**order("01", self.printer.uri, "p1"))
        event = self.child.wait("attention")
        self.assertEqual((event["reason"], event["final"]), ("out_of_paper", False))
        self.child.send(op="status", destination=self.printer.uri)
        self.assertEqual(self.child.wait("status")["state"], "out_of_paper")
        self.printer.paper(125)
        self.printer.set("hold", False)
        self.child.wait("printed")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_printer_that_is_off_is_tried_again(self):
        """R-807"""
        self.printer.stop()
        self.child.send(**order("01", self.printer.uri, "p1"))
        self.assertEqual(self.child.wait("retry")["reason"], "offline")
        self.child.send(op="status", destination=self.printer.uri)
        self.assertEqual(self.child.wait("status")["state"], "offline")
        self.printer.start()
        self.child.wait("printed")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_cancelled_job_leaves_the_printer_free(self):
        self.child.send(**order("01", self.printer.uri, "p1"))
        self.assertEqual(self.child.next()["event"], "created")
        self.child.send(op="cancel", id="p1")
        self.child.wait("cancelled")
        self.child.send(**order("01", self.printer.uri, "p2"))
        self.child.wait("printed")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_printing_by_hand_tells_what_happened(self):
        done = run("print", "--destination", self.printer.uri,
                   stdin=json.dumps(job("01")).encode())
        self.assertEqual(done.returncode, 0, done.stderr)
        events = [json.loads(line)["event"] for line in done.stdout.splitlines()]
        self.assertEqual(events, ["created", "sent", "printed"])
        self.assertEqual(len(self.printer.papers()), 1)
        off = run("print", "--destination", f"ipp://127.0.0.1:{free_port()}/ipp/print",
                  stdin=json.dumps(job("01")).encode())
        self.assertEqual((off.returncode, json.loads(off.stdout)["reason"]), (1, "offline"))


class Queue(unittest.TestCase):
    """Through cupsd, which rewrites the PDF on its way: compared by content."""

    def setUp(self):
        self.printer = Printer()
        self.addCleanup(self.printer.close)
        self.cups = Cups()
        self.addCleanup(self.cups.close)
        self.cups.queue("FORM", self.printer.uri, "everywhere")
        self.child = Child(CUPS_SERVER=self.cups.server)
        self.addCleanup(self.end)

    def end(self):
        if self.child.process.poll() is None:
            self.assertEqual(self.child.finish()[0], 0)

    def test_receipt_comes_out_of_the_queue(self):
        self.child.send(**order("01", "cups:FORM", "p1"))
        self.child.wait("printed")
        sheet, = self.printer.papers()
        self.assertIn("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", text_of(sheet))
        picture = self.printer.of("sheet")
        subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", sheet, picture],
                       check=True)
        self.assertEqual(qr_of(picture + ".pgm"), [job("01")["content"]["url"]])

    def test_killed_between_created_and_sent_prints_one_sheet(self):
        self.child.send(**order("01", "cups:FORM", "p1"))
        number = self.child.next()["job"]
        self.child.kill()
        self.child = Child(CUPS_SERVER=self.cups.server)
        self.child.send(**order("01", "cups:FORM", "p1", job=number))
        self.child.wait("printed")
        self.assertEqual(len(self.printer.papers()), 1)

    def test_killed_after_sending_prints_one_sheet(self):
        self.printer.set("hold", True)
        self.child.send(**order("01", "cups:FORM", "p1"))
        number = self.child.next()["job"]
        self.child.send(op="go", id="p1")
        self.child.wait("sent")
        self.child.kill()
        self.child = Child(CUPS_SERVER=self.cups.server)
        self.child.send(**order("01", "cups:FORM", "p1", job=number))
        self.printer.set("hold", False)
        self.assertEqual([self.child.next()["event"] for _ in range(2)], ["sent", "printed"])
        self.assertEqual(len(self.printer.papers()), 1)

    def test_paused_queue_is_told_and_goes_on(self):
        self.child.send(**order("01", "cups:FORM", "p0"))
        self.child.wait("printed")  # a fresh queue may come out of its pause by itself
        self.cups.run("cupsdisable", "FORM")
        self.child.send(**order("01", "cups:FORM", "p1"))
        event = self.child.wait("attention")
        self.assertEqual((event["reason"], event["final"]), ("paused", False))
        self.cups.run("cupsenable", "FORM")
        self.child.wait("printed")
        self.assertEqual(len(self.printer.papers()), 2)

    def test_unknown_queue_is_rejected(self):
        self.child.send(**order("01", "cups:NOBODY", "p1"))
        event = self.child.next()
        self.assertEqual((event["event"], event["reason"], event["final"]),
                         ("attention", "rejected", True))

    def test_raw_queue_passes_a_ticket_unchanged(self):
        sink = Sink()
        self.addCleanup(sink.close)
        self.cups.queue("POS", f"socket://127.0.0.1:{sink.port}", "raw")
        self.child.send(**order("ticket", "escpos+cups:POS", "p1"))
        self.child.wait("printed")
        self.assertTrue(sink.wait_papers(1))
        self.assertEqual((sink.papers[0].cuts, sink.papers[0].unknown), (1, 0))

    def test_destinations_lists_the_queues(self):
        done = run("destinations", "--json", env=environment(CUPS_SERVER=self.cups.server))
        found = {d["destination"]: d["state"] for d in json.loads(done.stdout)}
        self.assertEqual(found.get("cups:FORM"), "ready")


if __name__ == "__main__":
    unittest.main()
