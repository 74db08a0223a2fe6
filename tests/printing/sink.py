"""A receipt printer on a TCP port of loopback: takes ESC/POS, gives back the picture.

Written from the command reference of such printers, not from our encoder: what it cannot parse is
counted in `unknown`, so a wrong byte count shows at once.
"""
import select
import socket
import threading


class Paper:
    """What came out: rows of dots, cuts, and bytes nobody understands."""

    def __init__(self, width=576):
        self.width = width
        self.row_bytes = (width + 7) // 8
        self.rows = []
        self.cuts = 0
        self.unknown = 0
        self.heights = []

    def pbm(self):
        return b"P4\n%d %d\n" % (self.width, len(self.rows)) + b"".join(self.rows)

    def feed(self, count):
        self.rows += [bytes(self.row_bytes)] * count


class Sink:
    """One connection at a time, as such printers have. Behaviour is set by the attributes."""

    def __init__(self, port=0):
        self.paper_out = False
        self.paper_out_after = False   # runs out while it prints
        self.silent = False            # answers no status request
        self.cut_after = None          # closes the connection after so many bytes
        self.papers = []
        self.connections = 0
        self.taken = threading.Condition()
        self.closing = False
        self.server = socket.socket()
        self.server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.server.bind(("127.0.0.1", port))
        self.server.listen(8)
        self.port = self.server.getsockname()[1]
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def close(self):
        self.closing = True
        self.thread.join()
        self.server.close()

    def _run(self):
        while not self.closing:
            if select.select([self.server], [], [], 0.05)[0]:
                connection, _ = self.server.accept()
                with connection:
                    self._talk(connection)

    def _talk(self, connection):
        paper, data, total = Paper(), b"", 0
        self.connections += 1
        while not self.closing:
            if not select.select([connection], [], [], 0.05)[0]:
                continue
            try:
                part = connection.recv(4096)
            except ConnectionError:
                break
            if not part:
                break
            total += len(part)
            data = self._parse(paper, data + part, connection)
            if self.cut_after is not None and total >= self.cut_after:
                break
        paper.unknown += len(data)
        if paper.rows:
            with self.taken:
                self.papers.append(paper)
                self.taken.notify_all()

    def _answer(self, connection, byte):
        if not self.silent:
            try:
                connection.send(bytes([byte]))
            except ConnectionError:
                pass

    def _parse(self, paper, data, connection):
        """Carry out the whole commands at the start of `data`; return the rest."""
        at = 0
        while at < len(data):
            need = self._command(paper, data[at:], connection)
            if need == 0:
                break
            at += need
        return data[at:]

    def _command(self, paper, d, connection):
        """Length of the command at the start of `d`, 0 when it is not whole yet."""
        head = d[:2]
        if len(d) < 2:
            return 0
        if head == b"\x1b@":
            return 2
        if head == b"\x1b3":
            return 3 if len(d) >= 3 else 0
        if head == b"\x1bJ":
            if len(d) < 3:
                return 0
            paper.feed(d[2])
            return 3
        if head == b"\x1dv":
            return self._raster(paper, d)
        if head == b"\x1dV":
            if len(d) < 4:
                return 0
            paper.cuts += 1
            return 4
        if head == b"\x1dr":
            if len(d) < 3:
                return 0
            self._answer(connection, 0x0C if self.paper_out_after else 0x00)
            return 3
        if head == b"\x10\x04":
            if len(d) < 3:
                return 0
            out = d[2] == 4 and self.paper_out
            self._answer(connection, 0x72 if out else 0x12)
            return 3
        paper.unknown += 1
        return 1

    @staticmethod
    def _raster(paper, d):
        if len(d) < 8:
            return 0
        width, height = d[4] | d[5] << 8, d[6] | d[7] << 8
        if len(d) < 8 + width * height:
            return 0
        paper.heights.append(height)
        for y in range(height):
            row = d[8 + y * width:8 + (y + 1) * width]
            paper.rows.append(row.ljust(paper.row_bytes, b"\0")[:paper.row_bytes])
        return 8 + width * height

    def wait_papers(self, count, timeout=20):
        with self.taken:
            return self.taken.wait_for(lambda: len(self.papers) >= count, timeout)
