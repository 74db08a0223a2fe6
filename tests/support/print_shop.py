"""A training centre with printers: a server, receipt printers on loopback, and what came out.

    with PrintShop({"trung-tam": printer.address}) as shop:
        job = shop.ticket("trung-tam")          # id of its print job
        shop.wait(job, "printed")               # by the event stream, no polling
"""
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "printing"), str(ROOT / "tests" / "support")]
import server  # noqa: E402  (needs the path above)
from sink import Sink  # noqa: E402

PATIENCE_S = 40
LOOK = b"\x10\x04"   # DLE EOT: asks for a status
FENCE = b"\x1dr"     # GS r: asks once the paper is out
LOOKS_BEFORE_LEAVE = 2


class Printer(Sink):
    """A receipt printer that a test can hold at two moments of a sheet's life."""

    def __init__(self, port=0):
        self.hold_look = False     # when the program looks again, after the server's "go"
        self.hold_fence = False    # when it has the whole sheet and is asked whether it is out
        self.held = threading.Event()
        self.let_go = threading.Event()
        self.looks = 0
        super().__init__(port)

    @property
    def address(self):
        return f"escpos+tcp://127.0.0.1:{self.port}"

    def release(self):
        """Go on as a good printer does."""
        self.hold_look = self.hold_fence = False
        self.let_go.set()

    def close(self):
        self.release()
        super().close()

    def _talk(self, connection):
        self.looks = 0
        super()._talk(connection)

    def _command(self, paper, d, connection):
        if len(d) >= 3:
            self.looks += d[:2] == LOOK
            if (self.hold_fence and d[:2] == FENCE) or \
                    (self.hold_look and self.looks > LOOKS_BEFORE_LEAVE):
                self.held.set()
                self.let_go.wait(PATIENCE_S)
        return super()._command(paper, d, connection)


def text_of(pdf):
    """The text of a PDF given as bytes."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        return subprocess.run(["pdftotext", "-layout", file.name, "-"], capture_output=True,
                              check=True).stdout.decode()


def codes_on(paper):
    """The texts of the QR codes on a receipt."""
    with tempfile.NamedTemporaryFile(suffix=".pbm") as file:
        file.write(paper.pbm())
        file.flush()
        return subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", file.name],
                              capture_output=True, check=False).stdout.decode().split()


class PrintShop(server.Server):
    """The sample centre, with a printer for tickets at some of its sites."""

    def __init__(self, printers, options=(), services=None):
        super().__init__(options)
        self.printers = printers   # address by site
        self.services = services   # name by code, in place of the sample's
        self.stream = None

    def prepare(self):
        super().prepare()
        centre = json.loads((server.SAMPLE / "centre.json").read_text("utf-8"))
        centre["printers"] = [
            {"printer": f"M{i}", "name": f"Máy in {site}", "destination": address, "site": site,
             "paper": "80mm"} for i, (site, address) in enumerate(self.printers.items())]
        for service in centre["services"] if self.services else []:
            service["name"] = self.services.get(service["service"], service["name"])
        path = self.folder / "centre.json"
        path.write_text(json.dumps(centre, ensure_ascii=False), "utf-8")
        self.run("import", "--data", self.data, path)

    def start(self):
        super().start()
        self.desk = self.client("PHAT_SO")
        self.listen()

    def listen(self, last=None):
        """Begin to hear the events of printing, with the snapshot or after event `last`."""
        if self.stream:
            self.stream.__exit__()
        self.stream = self.desk.events(topics="print", last=last, timeout=PATIENCE_S)
        self.snapshot = None if last else self.stream.next().data
        self.states = {}           # of each job, in the order heard
        self.messages_of = {}

    def _gone(self):
        if self.stream:
            self.stream.__exit__()
        self.stream = None
        super()._gone()

    def ticket(self, site="trung-tam", service="A"):
        body = {"site": site, "service": service, "class": "P0"}
        return self.desk.call("createTicket", body=body).json["print_job"]

    def job(self, job):
        return self.desk.call("getPrintJob", print_job=job).json

    def hear(self):
        """Take the next event of a print job. Heartbeats come while nothing happens, so that a wait
        in vain ends."""
        event = self.stream.next()
        if event.kind == "heartbeat" and time.monotonic() > self.patient_until:
            raise AssertionError(f"in vain: {self.states}\n{self.messages()}")
        if event.kind.startswith("print_"):
            seen = event.data["print_job"]
            self.states.setdefault(seen["id"], []).append(seen["state"])
            self.messages_of.setdefault(seen["id"], []).append(seen["message"])

    def wait(self, job, *states):
        """Listen until the job is in one of these states; which."""
        self.patient_until = time.monotonic() + PATIENCE_S
        while not self.states.get(job) or self.states[job][-1] not in states:
            self.hear()
        return self.states[job][-1]

    def wait_message(self, job, part):
        """Listen until a job says something."""
        self.patient_until = time.monotonic() + PATIENCE_S
        while not any(m and part in m for m in self.messages_of.get(job, [])):
            self.hear()

    def document(self, job, expect=200):
        return self.desk.call("getPrintDocument", print_job=job, expect=expect).body

    def document_again(self, job):
        """A page that has to be made again: ask until it is there."""
        deadline = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline:
            answer = self.desk.call("getPrintDocument", print_job=job,
                                    expect=lambda a: a.status in (200, 409))
            if answer.status == 200:
                return answer.body
        raise AssertionError(f"the page of {job} did not come back")

    def program_pid(self):
        """Process id of the printer program, the server's only child; None when it has none."""
        path = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        children = pathlib.Path(path).read_text().split()
        return int(children[0]) if children else None

    def kill_program(self):
        os.kill(self.program_pid(), signal.SIGKILL)

    def metric(self, name):
        text = self.desk.call("getMetrics").body.decode()
        return int(next(line.split()[1] for line in text.splitlines()
                        if line.startswith(f"motcua_{name} ")))
