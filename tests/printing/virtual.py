"""A virtual IPP printer and a private cupsd, on free ports of loopback, ended by their own pid."""
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

EVE = "/usr/sbin/ippeveprinter"
CUPSD = "/usr/sbin/cupsd"
COMMAND = """#!/bin/sh
[ -f {ctl}/fail ] && {{ echo "ERROR: simulated paper jam" >&2; exit 1; }}
while [ -f {ctl}/hold ]; do sleep 0.05; done
cp "$1" "{out}/$IPP_JOB_ID.new" && mv "{out}/$IPP_JOB_ID.new" "{out}/$IPP_JOB_ID.pdf"
"""
CUPS_FILES = """FileDevice Yes
FatalErrors config listen log permissions
User lp
Group lp
SystemGroup root
LogFileGroup root
AccessLog {dir}/log/access_log
ErrorLog {dir}/log/error_log
PageLog {dir}/log/page_log
CacheDir {dir}/cache
DataDir /usr/share/cups
DocumentRoot /usr/share/cups/doc-root
RequestRoot {dir}/spool
ServerBin /usr/lib/cups
ServerRoot {dir}/etc
StateDir {dir}/run
TempDir {dir}/spool/tmp
Printcap
SyncOnClose Yes
"""
CUPSD_CONF = """LogLevel warn
ErrorPolicy retry-job
JobRetryInterval 5
PreserveJobHistory 86400
PreserveJobFiles 3600
IdleExitTimeout 0
Listen 127.0.0.1:{port}
Listen {dir}/run/cups.sock
Browsing No
BrowseLocalProtocols none
DefaultAuthType None
WebInterface No
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues none
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow localhost
  </Limit>
</Policy>
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(condition, what, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError("waited in vain: " + what)
        time.sleep(0.02)


def port_open(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


class Folder:
    def __init__(self, *names):
        self.path = tempfile.mkdtemp()
        os.chmod(self.path, 0o755)
        for name in names:
            os.makedirs(os.path.join(self.path, name))

    def of(self, *names):
        return os.path.join(self.path, *names)


def no_avahi(folder):
    """The preloaded library, built into the folder unless a runner has built it (NO_AVAHI)."""
    built = os.environ.get("NO_AVAHI")
    if not built:
        built = folder.of("no_avahi.so")
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "no_avahi.c")
        subprocess.run(["cc", "-D_GNU_SOURCE", "-shared", "-fPIC", "-O2", "-o", built, source,
                        "-ldl"], check=True)
    return built


class Printer(Folder):
    """ippeveprinter: A5 and A4, prints by copying into out/."""

    def __init__(self, formats="application/pdf,image/pwg-raster,image/urf"):
        super().__init__("spool", "out", "ctl")
        self.formats = formats
        self.port = free_port()
        self.uri = f"ipp://127.0.0.1:{self.port}/ipp/print"
        with open(self.of("print.sh"), "w", encoding="utf-8") as file:
            file.write(COMMAND.format(ctl=self.of("ctl"), out=self.of("out")))
        os.chmod(self.of("print.sh"), 0o755)
        self.process = None
        self.preload = no_avahi(self)
        self.start()

    def start(self):
        with open(self.of("log"), "ab") as log:
            self.process = subprocess.Popen(
                [EVE, "-r", "off", "-n", "127.0.0.1", "-p", str(self.port), "-d", self.of("spool"),
                 "-k", "-D", "file:///dev/null", "-c", self.of("print.sh"), "-f", self.formats,
                 "-s", "10,10", "Virtual"], stdout=log, stderr=log,
                env={**os.environ, "LD_PRELOAD": self.preload})
        until(lambda: port_open(self.port), "ippeveprinter")

    def stop(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        self.set("hold", False)
        self.stop()
        shutil.rmtree(self.path, ignore_errors=True)

    def set(self, name, on):
        path = self.of("ctl", name)
        if on:
            open(path, "wb").close()
        elif os.path.exists(path):
            os.unlink(path)

    def papers(self):
        return sorted(self.of("out", name) for name in os.listdir(self.of("out"))
                      if name.endswith(".pdf"))

    def paper(self, level):
        """Sheets in the A5 and A4 trays."""
        urllib.request.urlopen(
            f"http://127.0.0.1:{self.port}/media?size1=iso_a5_148x210mm&type1=stationery"
            f"&level1={level}&size2=iso_a4_210x297mm&type2=stationery&level2={level}").read()


class Cups(Folder):
    """A private cupsd with nothing of the machine's own."""

    def __init__(self):
        super().__init__("etc", "spool/tmp", "cache", "run", "log")
        self.port = free_port()
        self.server = f"127.0.0.1:{self.port}"
        self.environment = {**os.environ, "CUPS_SERVER": self.server}
        with open(self.of("etc", "cups-files.conf"), "w", encoding="utf-8") as file:
            file.write(CUPS_FILES.format(dir=self.path))
        with open(self.of("etc", "cupsd.conf"), "w", encoding="utf-8") as file:
            file.write(CUPSD_CONF.format(dir=self.path, port=self.port))
        self.process = None
        self.start()

    def start(self):
        with open(self.of("log", "stdout"), "ab") as log:
            self.process = subprocess.Popen(
                [CUPSD, "-f", "-c", self.of("etc", "cupsd.conf"), "-s",
                 self.of("etc", "cups-files.conf")], stdout=log, stderr=log)
        until(lambda: port_open(self.port), "cupsd")

    def queue(self, name, uri, model):
        self.run("lpadmin", "-p", name, "-E", "-v", uri, "-m", model,
                 "-o", "printer-error-policy=retry-job")

    def run(self, *command):
        subprocess.run(command, check=True, env=self.environment, stderr=subprocess.DEVNULL)

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.path, ignore_errors=True)
