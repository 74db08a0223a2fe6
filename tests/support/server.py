"""A queue_server for tests: a training centre in a temporary folder, on a free port of loopback.

    with Server() as server:                  # init --training, import, accounts, serve
        clerk = server.client("TIEP_NHAN")    # signed in, holds answers to the contract
        server.clock("2026-03-10T07:30:00+07:00")
        server.kill()                         # SIGKILL, as a power cut would
        server.start()                        # the same data again

Every process is ended by its own pid. On a failure the server's messages are printed.
"""
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "api"))
import contract  # noqa: E402  (needs the path above)

SAMPLE = ROOT / "queue_server" / "sample"
READY = re.compile(r"listening on (http://\S+)")
START_SECONDS = 20
STOP_SECONDS = 20
# One account of each role, by the name that the sample data gives it.
ACCOUNTS = {
    "PHAT_SO": ("phatso", None), "TIEP_NHAN": ("tiepnhan", "TT_PVHCC"),
    "THU_LY": ("thuly", "VP_HDND_UBND"), "LD_PHONG": ("ldphong", "VP_HDND_UBND"),
    "LANH_DAO": ("lanhdao", "LANH_DAO"), "VAN_THU": ("vanthu", "VP_HDND_UBND"),
    "GD_TT": ("giamdoc", "TT_PVHCC"), "TO_HOP_BC": ("tohop", "TT_PVHCC"),
    "QUAN_TRI": ("quantri", None), "KIEM_TRA": ("kiemtra", None),
}


def program(name="queue_server"):
    """Path of a built program; MOTCUA_BUILD names another build tree than build/."""
    return ROOT / os.environ.get("MOTCUA_BUILD", "build") / "bin" / name


class Server:
    """A training centre with one account for each role. Not safe for use by several threads."""

    def __init__(self, options=(), folder=None, begins="2026-03-02T07:00:00+07:00"):
        self.options = list(options)
        self.begins = begins  # where the training clock stands at first: no test depends on today
        self.folder = pathlib.Path(folder or tempfile.mkdtemp(prefix="motcua-test-"))
        self._keeps_folder = folder is not None
        self.data = self.folder / "data"
        self.passwords = {}
        self.process = None
        self.base_url = None
        self._messages = None
        self._clients = []

    def __enter__(self):
        try:
            self.prepare()
            self.start()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind, *unused):
        self._end(show=kind is not None)

    def run(self, *arguments, expect=0, text=None):
        """Run a command of queue_server to its end; its standard output."""
        done = subprocess.run([program(), *map(str, arguments)], input=text, capture_output=True,
                              text=True, timeout=60, check=False)
        if expect is not None and done.returncode != expect:
            raise AssertionError(f"queue_server {' '.join(map(str, arguments))}: exit "
                                 f"{done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def check_copy(self, change=None):
        """`check` on a copy of the data, changed by hand with SQL; its exit code and what it said."""
        copy = pathlib.Path(tempfile.mkdtemp(dir=self.folder)) / "data"
        self.run("backup", "--data", self.data, "--output", copy)
        if change:
            base = sqlite3.connect(copy / "motcua.db")
            base.execute(change)
            base.commit()
            base.close()
        done = subprocess.run([program(), "check", "--data", copy], capture_output=True, text=True,
                              timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    def prepare(self):
        """Make the centre, load the sample catalogue, make the administrator's account."""
        self.run("init", "--data", self.data, "--training", "--clock", self.begins)
        self.run("import", "--data", self.data, *sorted(SAMPLE.glob("*.json")))
        for role, (account, unit) in ACCOUNTS.items():
            unit_options = ["--unit", unit] if unit else []
            said = self.run("account", "add", account, "--data", self.data, "--name",
                            f"Tài khoản thử {role}", "--roles", role, *unit_options)
            self.passwords[account] = said.split()[-1]

    def start(self, address="127.0.0.1:0"):
        """Serve on a free port, or at an address that clients know already; returns when the
        server says that it listens."""
        self._messages = open(self.folder / "messages", "ab")
        self.process = subprocess.Popen(
            [program(), "serve", "--data", self.data, "--listen", address, *self.options],
            stdout=subprocess.PIPE, stderr=self._messages)
        ready = threading.Event()
        threading.Thread(target=self._read, args=(self.process, ready), daemon=True).start()
        if not ready.wait(START_SECONDS) or self.base_url is None:
            self.kill()
            raise AssertionError("the server did not start:\n" + self.messages())
        return self.base_url

    def _read(self, process, ready):
        """Read standard output to its end (in a thread): it must never fill up."""
        with process.stdout as lines:
            for line in lines:
                found = READY.search(line.decode("utf-8", "replace"))
                if found:
                    self.base_url = found[1]
                    ready.set()
        ready.set()

    def stop(self):
        """SIGTERM; the server must finish what it accepted and exit with 0."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(STOP_SECONDS)
        self._gone()
        if code != 0:
            raise AssertionError(f"the server stopped with {code}:\n{self.messages()}")

    def kill(self):
        """SIGKILL: nothing is said, nothing is finished."""
        self.process.kill()
        self.process.wait()
        self._gone()

    def _gone(self):
        self.process = None
        self.base_url = None
        self._messages.close()

    def messages(self):
        """What the server wrote to standard error, all starts together."""
        path = self.folder / "messages"
        return path.read_text("utf-8", "replace") if path.exists() else ""

    def client(self, role=None, language="en"):
        """A client signed in with the account of a role; without one, an anonymous client. It is
        closed with the server."""
        made = contract.Client(self.base_url, language=language)
        self._clients.append(made)
        if role:
            account = ACCOUNTS[role][0]
            made.sign_in(account, self.passwords[account])
        return made

    def clock(self, now, rate=0):
        """Set the training clock."""
        self.client("QUAN_TRI").call("setTrainingClock", body={"now": now, "rate": rate})

    def _end(self, show=False):
        for made in self._clients:
            made.close()
        if self.process:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self._gone()
        if show:
            sys.stderr.write(self.messages())
        if not self._keeps_folder:
            shutil.rmtree(self.folder, ignore_errors=True)
