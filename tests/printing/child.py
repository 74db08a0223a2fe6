"""The printer program as the server runs it: JSON lines in and out, with a small outbox."""
import json
import os
import queue
import subprocess
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
JOBS = os.path.join(HERE, "..", "printer", "jobs")
PROGRAM = os.environ["PRINTER"]
LEAKS = os.path.join(HERE, "..", "support", "lsan.supp")
TIMEOUT = 30


def environment(**more):
    return {**os.environ, "LSAN_OPTIONS": f"suppressions={LEAKS}:print_suppressions=0", **more}


def job(name, **changes):
    with open(os.path.join(JOBS, name + ".json"), encoding="utf-8") as file:
        got = json.load(file)
    got.update(changes)
    return got


def order(name, destination, id_, **more):
    return {"op": "print", **job(name, id=id_), "destination": destination, "generation": 1, **more}


class Child:
    """A running `printer serve`."""

    def __init__(self, **more_environment):
        self.process = subprocess.Popen([PROGRAM, "serve"], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, env=environment(**more_environment))
        self.events = queue.Queue()
        self.seen = []
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.events.put(json.loads(line))

    def send_bytes(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, **request):
        self.send_bytes(json.dumps(request, ensure_ascii=False).encode() + b"\n")

    def next(self, timeout=TIMEOUT):
        try:
            event = self.events.get(timeout=timeout)
        except queue.Empty:
            raise AssertionError(f"no more events after {self.seen}") from None
        self.seen.append(event)
        return event

    def wait(self, *names, id_=None):
        """The next event with one of these names; "created" is answered with "go" on the way."""
        while True:
            event = self.next()
            if event["event"] in names and id_ in (None, event.get("id")):
                return event
            if event["event"] == "created":
                self.send(op="go", id=event["id"])

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.reader.join()
        self.process.stdin.close()
        self.process.stdout.close()

    def finish(self):
        """End of input; returns the exit status and all events that still came."""
        self.process.stdin.close()
        status = self.process.wait(TIMEOUT)
        self.reader.join()
        self.process.stdout.close()
        rest = []
        while not self.events.empty():
            rest.append(self.events.get())
        return status, rest


def run(*arguments, stdin=b"", env=None):
    """A command by hand."""
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=TIMEOUT,
                          env=env or environment(), check=False)


def render(name_or_job, path, *arguments):
    value = job(name_or_job) if isinstance(name_or_job, str) else name_or_job
    done = run("render", *arguments, "--output", path,
               stdin=json.dumps(value, ensure_ascii=False).encode())
    assert done.returncode == 0, done.stderr.decode()
    with open(path, "rb") as file:
        return file.read()


def text_of(pdf):
    return subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True,
                          ).stdout.decode()


def qr_of(picture):
    return subprocess.run(["zbarimg", "--nodbus", "-q", "--raw", picture], capture_output=True,
                          check=False).stdout.decode().split()
