#!/usr/bin/env python3
"""Play recorded days of the queue through `queue_server replay`, and lines and rules it must refuse.

usage: queue_days.py [QUEUE_SERVER]          (default build/bin/queue_server)

tests/data/queue/NNN.{rules.json,events,expected} were made by an independent writing of the rule.
Exit status 1 when anything differs. Rules checked: R-123 R-124."""
import glob
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
DAYS = os.path.join(HERE, "..", "data", "queue")
BINARY = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else "build/bin/queue_server")
failures = []


def replay(rules, events, *options):
    return subprocess.run([BINARY, "replay", "--rules", rules, *options], input=events,
                          capture_output=True, timeout=60)


def check(name, got, want):
    if got != want:
        failures.append(f"{name}: want {want!r}, got {got!r}")


def recorded_days():
    days = sorted(glob.glob(os.path.join(DAYS, "*.rules.json")))
    check("number of days", len(days), 40)
    for rules in days:
        stem = rules[: -len(".rules.json")]
        with open(stem + ".events", "rb") as file:
            events = file.read()
        with open(stem + ".expected", "rb") as file:
            want = file.read().split(b"\n")
        run = replay(rules, events)
        got = run.stdout.split(b"\n")
        name = os.path.basename(stem)
        check(f"{name} exit", run.returncode, 0)
        check(f"{name} lines", len(got), len(want))
        first = next((i for i, pair in enumerate(zip(got, want)) if pair[0] != pair[1]), None)
        if first is not None:
            check(f"{name} line {first + 1}", got[first], want[first])
        # --explain adds a column to the answers of next and changes nothing else
        explained = replay(rules, events, "--explain").stdout.split(b"\n")
        check(f"{name} explained", [line.rpartition(b"\t")[0] if b"\t" in line else line
                                    for line in explained] == got, True)


EXAMPLE = {
    "classes": {"P0": {"lane": "ordinary", "rank": 9, "target_s": 1800},
                "P1": {"lane": "urgent", "rank": 1, "target_s": 0},
                "P2": {"lane": "priority", "rank": 2, "target_s": 0},
                "P6": {"lane": "priority", "rank": 6, "target_s": 0, "late_becomes": "P0"}},
    "max_run": {"priority": 2, "ordinary": 1}, "hard_max_wait_s": None, "return_window_s": 900,
    "return_delay_s": 180, "appointment_late_s": 900,
    "counters": {"1": {"primary": ["A", "B"], "help": [{"service": "C", "after_s": 600}]},
                 "2": {"primary": ["A"], "help": []}}}

# Each line with its answer, in the order in which errors are asked for.
LINES = [
    ("", None), ("# a remark", None),
    ("27000", "error syntax"), ("27000\tnext", "error syntax"), ("27000\tnext\t1\t2", "error syntax"),
    ("27000\t\t1", "error syntax"), ("\tnext\t1", "error syntax"), ("27000\tnext\t", "error syntax"),
    ("27000\tNext\t1", "error syntax"), ("-1\tnext\t1", "error syntax"),
    ("+27000\tnext\t1", "error syntax"), (" 27000\tnext\t1", "error syntax"),
    ("27000.0\tnext\t1", "error syntax"), ("99999999999999999999\tnext\t1", "error syntax"),
    ("27000\tissue\tT1\tA", "error syntax"), ("27000\tissue\tT1\tA\tP0\tat=", "error syntax"),
    ("27000\tissue\tT1\tA\tP0\tAT=1", "error syntax"),
    ("27000\tissue\tT1\tA\tP0\tat=1\tx", "error syntax"),
    ("26000\tnext\t1", "-\tempty"),
    ("26500\tnext\tnowhere", "error unknown"),       # refused, but well formed: time is 26500 now
    ("26400\tnext\t1", "error time"),
    ("26400\tdance\t1", "error syntax"),             # syntax before time
    ("26400\tnext\tnowhere", "error time"),          # time before unknown
    ("27000\tissue\tT1\tD\tP0", "error unknown"), ("27000\tissue\tT1\tA\tP9", "error unknown"),
    ("27000\tissue\tT1\tA\tP0", "ok"),
    ("27000\tissue\tT1\tD\tP0", "error unknown"),    # unknown before duplicate
    ("27000\tissue\tT1\tA\tP0", "error duplicate"),
    ("27000\tcancel\tT2", "error unknown"), ("27000\tback\tT1", "error state"),
    ("27000\tcall\t1\tT1", "ok"),
    ("27000\tcall\t1\tT1", "error state"),           # state before counter_busy
    ("27000\tissue\tT2\tC\tP0", "ok"),
    ("27000\tcall\t1\tT2", "error counter_busy"), ("27000\tnext\t1", "error counter_busy"),
    ("27000\ttransfer\t2\tC\tcounter=2", "error state"),        # idle: before not_served
    ("27000\ttransfer\t1\tC\tcounter=2", "error not_served"),
    ("27000\ttransfer\t1\tC\tcounter=9", "error unknown"),
    ("27000\ttransfer\t1\tC\t2", "error syntax"),
    ("27000\tnoshow\t1", "ok"), ("27000\tnoshow\t1", "error state"),
    ("27900\tback\tT1", "ok"), ("28080\tnext\t2", "T1\tturn\t1080\t0"),
    ("28080\tnoshow\t2", "ok"), ("28080\tback\tT1", "error once_only"),
    ("28081\tcall\t2\tT2", "ok"), ("28081\tnoshow\t2", "ok"),
    ("28982\tback\tT2", "error too_late"), ("28982\tcancel\tT2", "ok"),
    ("28982\tissue\tvé số một\tA\tP0", "ok"), ("28990\tnext\t1", "vé số một\tturn\t8\t0"),
    ("28990\tpark\t1", "ok"), ("28990\treturn\tvé số một", "ok"), ("28990\tfinish\t1", "error state"),
]


def refused_lines(folder):
    rules = os.path.join(folder, "rules.json")
    with open(rules, "w", encoding="utf-8") as file:
        json.dump(EXAMPLE, file)
    for end in ("\n", ""):  # the last line may lack its newline
        run = replay(rules, ("\n".join(line for line, _ in LINES) + end).encode())
        got = run.stdout.decode().split("\n")[:-1]
        want = [(line, answer) for line, answer in LINES if answer is not None]
        check("answers", len(got), len(want))
        for (line, answer), answered in zip(want, got):
            check(repr(line), answered, answer)
        check("exit", run.returncode, 0)
    check("from Windows", replay(rules, b"\xef\xbb\xbf# day\r\n27000\tnext\t1\r\n").stdout, b"-\tempty\n")
    check("NUL in a line", replay(rules, b"27000\tnext\t1\0\n").stdout, b"error syntax\n")


def refused_rules(folder):
    rules = os.path.join(folder, "rules.json")
    for path, value, place in [(("classes", "P1", "lane"), "vip", "/classes/P1/lane"),
                               (("max_run", "priority"), 0, "/max_run/priority"),
                               (("counters", "2", "primary"), ["A", "A"], "/counters/2/primary/1")]:
        changed = json.loads(json.dumps(EXAMPLE))
        inner = changed
        for key in path[:-1]:
            inner = inner[key]
        inner[path[-1]] = value
        with open(rules, "w", encoding="utf-8") as file:
            json.dump(changed, file)
        run = replay(rules, b"27000\tnext\t1\n")
        check(f"{place} exit", run.returncode, 2)
        check(f"{place} output", run.stdout, b"")
        check(f"{place} named", place in run.stderr.decode(), True)
    with open(rules, "w", encoding="utf-8") as file:
        file.write('{"classes": {}\n')
    run = replay(rules, b"")
    check("broken JSON", (run.returncode, "line 2" in run.stderr.decode()), (2, True))
    check("no file", replay(os.path.join(folder, "none.json"), b"").returncode, 2)
    for options in ([], ["--rules"], ["--rules", rules, "--loud"]):
        run = subprocess.run([BINARY, "replay", *options], input=b"", capture_output=True, timeout=60)
        check(f"options {options}", (run.returncode, b"usage:" in run.stderr), (2, True))


recorded_days()
with tempfile.TemporaryDirectory() as scratch:
    refused_lines(scratch)
    refused_rules(scratch)
for failure in failures[:20]:
    print(failure)
print("queue_days:", "ok" if not failures else f"{len(failures)} failed")
sys.exit(1 if failures else 0)
