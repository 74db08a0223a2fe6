#!/usr/bin/env python3
"""docs/tour.md does what it says: its commands are run in order, its output is compared.

The sh blocks run in one bash, with `set -o pipefail` and stopping at the first command that fails.
Each line of a text block must be found in what the block before it printed, in the same order;
other lines may stand between. Runs of blanks count as one, `…` stands for any text.
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOUR = ROOT / "docs" / "tour.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MARK = "=== block "
LIMIT_S = 60


def blocks(text):
    """(sh, text or "") of every block of commands, in order."""
    found = []
    for kind, body in BLOCK.findall(text):
        if kind == "sh":
            found.append((body, ""))
        elif kind == "text":
            if not found or found[-1][1]:
                raise ValueError("a text block that follows no sh block")
            found[-1] = (found[-1][0], body)
        else:
            raise ValueError(f"a block of kind {kind}")
    return found


def pattern(line):
    """What a line of a text block stands for."""
    parts = [re.escape(part) for part in " ".join(line.split()).split("…")]
    return re.compile(".*".join(part.replace(r"\ ", " ") for part in parts))


def missing(wanted, said):
    """The first line of `wanted` that `said` does not hold after those before it, or None."""
    lines = [" ".join(line.split()) for line in said.splitlines()]
    place = 0
    for line in wanted.splitlines():
        sought = pattern(line)
        while place < len(lines) and not sought.fullmatch(lines[place]):
            place += 1
        if place == len(lines):
            return line
        place += 1
    return None


def script(commands):
    """One bash script of all blocks; a mark on standard output before each."""
    lines = ["set -e -o pipefail", "exec 2>&1",
             "trap 'kill -9 $(jobs -p) 2>/dev/null || true; wait' EXIT"]
    for place, body in enumerate(commands):
        lines += [f"printf '\\n{MARK}{place}\\n'", body]
    return "\n".join(lines)


class Matching(unittest.TestCase):
    """The comparison itself can fail."""

    def test_lines_must_be_there_in_order(self):
        self.assertIsNone(missing("b 2\nd", "a\nb   2\nc\nd"))
        self.assertEqual(missing("d\nb", "b\nd"), "b")
        self.assertEqual(missing("b 3", "b 2"), "b 3")
        self.assertEqual(missing("b\nb", "b"), "b")

    def test_a_wildcard_takes_the_place_of_text_only_where_it_stands(self):
        self.assertIsNone(missing("p… ticket (x)", "p32   ticket (x)"))
        self.assertEqual(missing("p…", "q32"), "p…")

    def test_a_line_is_a_whole_line(self):
        self.assertEqual(missing("0 faults", "10 faults"), "0 faults")


class Tour(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="motcua-tour-", ignore_cleanup_errors=True)
        self.addCleanup(self.folder.cleanup)

    def play(self, commands):
        """Run them; exit status and everything they printed. Whatever they left behind is ended."""
        environment = dict(os.environ, TMPDIR=self.folder.name, LC_ALL="C.UTF-8",
                           HOME=self.folder.name)
        environment.pop("MOTCUA_SESSION", None)
        with open(pathlib.Path(self.folder.name) / "said", "wb+") as said:
            bash = subprocess.Popen(["bash", "-c", script(commands)], cwd=ROOT, env=environment,
                                    stdin=subprocess.DEVNULL, stdout=said, start_new_session=True)
            try:
                status = bash.wait(LIMIT_S)
            except subprocess.TimeoutExpired:
                status = "none: it took too long"
            finally:
                try:
                    os.killpg(bash.pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
                bash.wait()
            said.seek(0)
            return status, said.read().decode("utf-8", "replace")

    def test_every_command_of_the_tour_does_what_it_says(self):
        tour = blocks(TOUR.read_text("utf-8"))
        status, said = self.play([body for body, _ in tour])
        parts = re.split(rf"^{MARK}(\d+)\n", said, flags=re.MULTILINE)
        printed = {int(place): text for place, text in zip(parts[1::2], parts[2::2])}
        for place, (body, wanted) in enumerate(tour):
            got = printed.get(place)
            self.assertIsNotNone(got, f"never came to:\n{body}\nexit {status}\n{said[-2000:]}")
            line = missing(wanted, got)
            if line is not None:
                self.fail(f"after\n{body}\nthe line\n  {line}\nis not in\n{got}")
        self.assertEqual(status, 0, said[-2000:])


if __name__ == "__main__":
    unittest.main()
