"""HTTP/1.1 over raw sockets, byte for byte, and the small server it is tried on."""

import re
import socket
import struct
import subprocess
import time

ECHO_SERVER = "build-asan/tests/http/echo_server"
HOST = b"Host: x\r\n"
PATIENCE = 20  # seconds until a missing answer counts as missing


def get(target, fields=b"", host=HOST, version=b"1.1", method=b"GET"):
    return method + b" " + target + b" HTTP/" + version + b"\r\n" + host + fields + b"\r\n"


def post(target, body, fields=b""):
    length = b"Content-Length: %d\r\n" % len(body)
    return get(target, length + fields, method=b"POST") + body


def chunked(*chunks, target=b"/echo"):
    head = get(target, b"Transfer-Encoding: chunked\r\n", method=b"POST")
    return head + b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in chunks) + b"0\r\n\r\n"


class Reply:
    """One parsed reply: status, fields (lower case), body."""

    def __init__(self, status, fields, body):
        self.status, self.fields, self.body = status, fields, body


class Client:
    """A raw connection. `ended` tells how it ended: None, "end" or "reset"."""

    def __init__(self, port, receive_buffer=None):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(PATIENCE)
        try:
            self.socket.connect(("127.0.0.1", port))
        except OSError:
            self.socket.close()
            raise
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.bytes = b""
        self.ended = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        """Send; False when the server has closed already, which is no error here."""
        try:
            self.socket.sendall(data)
        except OSError:
            return False
        return True

    def finish(self):
        try:
            self.socket.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def reset(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def more(self):
        """Read once; False at the end."""
        if self.ended:
            return False
        try:
            data = self.socket.recv(65536)
        except ConnectionResetError:
            self.ended = "reset"
            return False
        if not data:
            self.ended = "end"
            return False
        self.bytes += data
        return True

    def until(self, wanted):
        """Read until `wanted` was received; False when the connection ends before."""
        while wanted not in self.bytes:
            if not self.more():
                return False
        return True

    def reply(self, head_only=False):
        """The next reply, or None when the connection ends before it is whole."""
        if not self.until(b"\r\n\r\n"):
            return None
        head, _, rest = self.bytes.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        status = int(re.fullmatch(r"HTTP/1\.1 (\d{3}) .+", lines[0])[1])
        fields = {}
        for line in lines[1:]:
            name, _, value = line.partition(": ")
            fields[name.lower()] = value
        length = 0 if head_only or status in (100, 204, 304) else int(fields["content-length"])
        while len(rest) < length:
            if not self.more():
                return None
            rest = self.bytes.partition(b"\r\n\r\n")[2]
        self.bytes = rest[length:]
        return Reply(status, fields, rest[:length])

    def replies(self, count):
        return [self.reply() for _ in range(count)]

    def rest(self):
        while self.more():
            pass
        return self.bytes


class Server:
    """A running echo_server; options are those of tests/http/echo_server.c."""

    def __init__(self, command=None, **options):
        arguments = [f"{name}={value}" for name, value in options.items()]
        self.process = subprocess.Popen([*(command or [ECHO_SERVER]), *arguments],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        self.port = int(line.rsplit(":", 1)[1])

    def client(self, **options):
        return Client(self.port, **options)

    def statuses(self, request, count=1):
        """The statuses that a request on a connection of its own gets."""
        with self.client() as client:
            client.send(request)
            return [r.status if r else None for r in client.replies(count)]

    def stats(self, through=None):
        """The counts, asked on a connection of its own or `through` an open one."""
        client = through or self.client()
        client.send(get(b"/stats"))
        lines = client.reply().body.decode().split("\n")
        if not through:
            client.socket.close()
        return {name: int(value) for name, value in (line.split() for line in lines if line)}

    def wait_for(self, through=None, **wanted):
        """Ask until the counts are as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            stats = self.stats(through)
            if all(stats[name] == value for name, value in wanted.items()):
                return stats
            time.sleep(0.02)
        raise AssertionError(f"never {wanted}: {stats}")

    def terminate(self):
        self.process.terminate()

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
        try:
            _, errors = self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()
            raise AssertionError("the server does not end") from None
        if self.process.returncode != 0 or errors:
            raise AssertionError(f"the server ended with {self.process.returncode}: {errors}")
