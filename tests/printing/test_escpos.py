"""Receipt printers: the bytes, what happens without paper or power, and never two sheets."""
import os
import pty
import select
import socket
import tempfile
import threading
import tty
import unittest

from child import Child, job, order, qr_of, render
from sink import Paper, Sink

URL = job("ticket")["content"]["url"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Receipt(unittest.TestCase):
    def setUp(self):
        self.sink = Sink()
        self.addCleanup(self.sink.close)
        self.address = f"escpos+tcp://127.0.0.1:{self.sink.port}"
        self.child = Child()
        self.addCleanup(self.end)
        self.ended = False

    def end(self):
        if not self.ended:
            self.ended = True
            self.assertEqual(self.child.finish()[0], 0)

    def code_on(self, paper):
        with tempfile.NamedTemporaryFile(suffix=".pbm") as file:
            file.write(paper.pbm())
            file.flush()
            return qr_of(file.name)

    def test_ticket_comes_out_once_whole_and_readable(self):
        self.child.send(**order("ticket", self.address, "p1"))
        self.assertEqual(self.child.wait("sent", "attention")["event"], "sent")
        self.assertTrue(self.child.wait("printed")["confirmed"])
        self.sink.wait_papers(1)
        paper, = self.sink.papers
        self.assertEqual((paper.cuts, paper.unknown), (1, 0))
        self.assertEqual(self.code_on(paper), [URL])
        self.assertTrue(all(height <= 128 and height % 48 for height in paper.heights))
        self.assertEqual([e["event"] for e in self.child.seen], ["created", "sent", "printed"])

    def test_nothing_is_sent_before_go(self):
        """R-808"""
        self.child.send(**order("ticket", self.address, "p1"))
        self.assertEqual(self.child.next()["event"], "created")
        self.child.send(op="cancel", id="p1")
        self.assertEqual(self.child.next()["event"], "cancelled")
        self.end()
        self.assertEqual(self.sink.papers, [])

    def test_without_paper_nothing_is_sent_until_there_is_some(self):
        """R-810"""
        self.sink.paper_out = True
        self.child.send(**order("ticket", self.address, "p1"))
        event = self.child.wait("attention")
        self.assertEqual((event["reason"], event["final"]), ("out_of_paper", False))
        self.child.send(op="status", destination=self.address)
        self.assertEqual(self.child.wait("status")["state"], "out_of_paper")
        self.assertEqual(self.sink.papers, [])
        self.sink.paper_out = False
        self.child.wait("printed")
        self.sink.wait_papers(1)
        self.assertEqual(len(self.sink.papers), 1)

    def test_paper_that_runs_out_while_printing_is_left_to_a_person(self):
        """R-807"""
        self.sink.paper_out_after = True
        self.child.send(**order("ticket", self.address, "p1"))
        event = self.child.wait("attention", "printed")
        self.assertEqual((event["event"], event["reason"], event["final"]),
                         ("attention", "out_of_paper", True))
        self.sink.wait_papers(1)
        self.assertEqual(len(self.sink.papers), 1)

    def test_printer_that_breaks_off_gets_no_second_sheet_by_itself(self):
        """R-807"""
        self.sink.cut_after = 20000
        self.child.send(**order("ticket", self.address, "p1"))
        event = self.child.wait("attention", "printed", "retry")
        self.assertEqual((event["event"], event["reason"], event["final"]),
                         ("attention", "unconfirmed", True))
        self.sink.cut_after = None
        self.child.send(**order("ticket", self.address, "p1", generation=2, copy=2))
        self.child.wait("printed")
        self.sink.wait_papers(2)
        self.assertEqual(len(self.sink.papers), 2)

    def test_printer_that_answers_nothing_is_unconfirmed(self):
        self.sink.silent = True
        self.child.send(**order("ticket", self.address, "p1"))
        event = self.child.wait("attention", "printed")
        self.assertEqual(event.get("reason"), "unconfirmed")
        self.child.send(**order("ticket", self.address + "?status=none", "p2"))
        event = self.child.wait("attention", "printed", id_="p2")
        self.assertEqual((event["event"], event["confirmed"]), ("printed", False))
        self.assertTrue(self.sink.wait_papers(2))

    def test_printer_that_is_off_is_tried_again_and_prints_once(self):
        """R-807: what was surely not sent is sent again by itself."""
        port = free_port()
        self.child.send(**order("ticket", f"escpos+tcp://127.0.0.1:{port}", "p1"))
        waits = [self.child.wait("retry") for _ in range(2)]
        self.assertEqual([(w["reason"], w["after_s"]) for w in waits],
                         [("offline", 1), ("offline", 2)])
        late = Sink.__new__(Sink)
        original = socket.socket.bind

        def bind_there(self_, _address):
            return original(self_, ("127.0.0.1", port))

        socket.socket.bind = bind_there
        try:
            late.__init__()
        finally:
            socket.socket.bind = original
        self.addCleanup(late.close)
        self.child.wait("printed")
        late.wait_papers(1)
        self.assertEqual(len(late.papers), 1)

    def test_printer_that_is_off_holds_nobody_else_up(self):
        off = f"escpos+tcp://127.0.0.1:{free_port()}"
        self.child.send(**order("ticket", off, "p1"))
        self.child.wait("retry")
        with tempfile.TemporaryDirectory() as folder:
            for i in range(5):
                self.child.send(op="render", **job("01", id=f"r{i}"), output=f"{folder}/{i}.pdf")
                self.child.wait("rendered", id_=f"r{i}")
        self.child.send(**order("ticket", self.address, "p2"))
        self.child.wait("printed", id_="p2")
        self.child.send(op="cancel", id="p1")
        self.child.wait("cancelled", id_="p1")

    def test_jobs_to_one_printer_come_out_one_after_the_other(self):
        """R-809"""
        for i in range(6):
            self.child.send(**order("ticket", self.address, f"p{i}"))
        for i in range(6):
            self.child.wait("printed", id_=f"p{i}")
        spans = {}
        for at, event in enumerate(self.child.seen):
            spans.setdefault(event["id"], []).append(at)
        ends = sorted((min(span), max(span)) for span in spans.values())
        for (_, end), (begin, _) in zip(ends, ends[1:]):
            self.assertLess(end, begin)
        self.sink.wait_papers(6)
        self.assertEqual(len(self.sink.papers), 6)

    def test_same_job_twice_is_refused_and_a_newer_one_takes_its_place(self):
        off = f"escpos+tcp://127.0.0.1:{free_port()}"
        self.child.send(**order("ticket", off, "p1"))
        self.child.wait("retry")
        self.child.send(**order("ticket", off, "p1"))
        self.assertEqual(self.child.wait("error")["code"], "duplicate")
        self.child.send(**order("ticket", self.address, "p1", generation=2, copy=2))
        self.child.wait("printed", id_="p1")
        self.assertIn(("cancelled", 1), [(e["event"], e.get("generation"))
                                         for e in self.child.seen])

    def test_killed_before_go_prints_one_sheet_in_the_next_run(self):
        self.child.send(**order("ticket", self.address, "p1"))
        self.assertEqual(self.child.next()["event"], "created")
        self.child.kill()
        self.child = Child()  # the server had not stored "created": the order is as new
        self.child.send(**order("ticket", self.address, "p1"))
        self.child.wait("printed")
        self.sink.wait_papers(1)
        self.assertEqual(len(self.sink.papers), 1)

    def test_killed_after_created_was_stored_is_left_to_a_person(self):
        """R-807"""
        self.child.send(**order("ticket", self.address, "p1"))
        self.assertEqual(self.child.next()["job"], 1)
        self.child.kill()
        self.child = Child()
        self.child.send(**order("ticket", self.address, "p1", job=1))
        event = self.child.next()
        self.assertEqual((event["event"], event["reason"], event["final"]),
                         ("attention", "unconfirmed", True))
        self.end()
        self.assertEqual(self.sink.papers, [])

    def test_end_of_input_finishes_what_is_in_hand(self):
        off = f"escpos+tcp://127.0.0.1:{free_port()}"
        self.child.send(**order("ticket", off, "p1"))
        self.child.send(**order("ticket", self.address, "p2"))
        self.child.wait("created", id_="p2")
        self.child.send(op="go", id="p2")
        self.ended = True
        status, rest = self.child.finish()
        self.assertEqual(status, 0)
        self.assertIn(("p2", "printed"), [(e["id"], e["event"]) for e in rest])

    def test_status_tells_ready_and_offline(self):
        for address, state in ((self.address, "ready"),
                               (f"escpos+tcp://127.0.0.1:{free_port()}", "offline"),
                               ("escpos+dev:///dev/nonexistent/lp0", "offline")):
            self.child.send(op="status", destination=address)
            event = self.child.wait("status")
            self.assertEqual((event["destination"], event["state"]), (address, state))


class Device(unittest.TestCase):
    def test_device_file_gets_the_same_bytes(self):
        with tempfile.TemporaryDirectory() as folder:
            expected = render("ticket", os.path.join(folder, "t.escpos"))
        master, slave = pty.openpty()
        tty.setraw(master)
        tty.setraw(slave)
        path = os.ttyname(slave)
        got, done = bytearray(), threading.Event()

        def printer():
            while not done.is_set():
                if not select.select([master], [], [], 0.05)[0]:
                    continue
                part = os.read(master, 4096)
                got.extend(part)
                for ask, answer in ((b"\x10\x04\x04", b"\x12"), (b"\x10\x04\x01", b"\x12"),
                                    (b"\x1dr\x01", b"\x00")):
                    if part.endswith(ask):
                        os.write(master, answer)

        thread = threading.Thread(target=printer)
        thread.start()
        child = Child()
        child.send(**order("ticket", "escpos+dev://" + path, "p1"))
        self.assertEqual(child.wait("printed", "attention")["event"], "printed")
        self.assertEqual(child.finish()[0], 0)
        done.set()
        thread.join()
        os.close(slave)
        os.close(master)
        self.assertIn(bytes(expected), bytes(got))


    def test_what_is_no_printer_is_not_written_over(self):
        """R-992: a file, even one that lies below /dev, and a link there that leads to a file."""
        child = Child()
        with tempfile.TemporaryDirectory(dir="/dev/shm") as folder:
            victim, link = os.path.join(folder, "victim"), os.path.join(folder, "lp0")
            with open(victim, "w", encoding="utf-8") as file:
                file.write("precious")
            os.symlink(os.path.abspath(__file__), link)
            for path in (victim, link):
                child.send(op="status", destination="escpos+dev://" + path)
                self.assertEqual(child.wait("status")["state"], "offline")
            child.send(**order("ticket", "escpos+dev://" + victim, "p1"))
            self.assertEqual(child.wait("retry")["reason"], "offline")
            child.send(op="cancel", id="p1")
            child.wait("cancelled", id_="p1")
            with open(victim, encoding="utf-8") as file:
                self.assertEqual(file.read(), "precious")
        self.assertEqual(child.finish()[0], 0)


class Raster(unittest.TestCase):
    def test_escpos_file_shows_the_same_picture_as_the_printer_prints(self):
        with tempfile.TemporaryDirectory() as folder:
            data = render("ticket-priority", os.path.join(folder, "t.escpos"))
        paper = Paper()
        sink = Sink()
        rest = sink._parse(paper, data, None)
        sink.close()
        self.assertEqual((rest, paper.cuts, paper.unknown), (b"", 1, 0))
        black_rows = [row for row in paper.rows if row == b"\xff" * 72]
        self.assertGreater(len(black_rows), 2 * 8)  # the bands TẬP HUẤN and ƯU TIÊN


if __name__ == "__main__":
    unittest.main()
