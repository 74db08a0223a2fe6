#!/usr/bin/env python3
"""The commands `due` and `between` at their edges: lines, options, refusals, explanations.

usage: due_command.py QUEUE_SERVER
Expected values are read off the rules and the sample calendar. Rules R-057, R-058, R-060..R-062.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CALENDAR = str(ROOT / "queue_server" / "sample" / "holidays.json")
RULES = ["--rules", str(ROOT / "tests" / "data" / "queue" / "001.rules.json")]
BINARY = sys.argv[1]
failures = []


def run(*arguments, text=b""):
    done = subprocess.run([BINARY, *arguments], input=text, capture_output=True, timeout=60)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check(name, got, want):
    if got != want:
        failures.append(f"{name}: want {want!r}, got {got!r}")


def due(*arguments, calendar=CALENDAR, text=b""):
    return run("due", "--calendar", calendar, *arguments, text=text)


def lines_are_answered_in_order_and_cleaned():
    text = ("\ufeff# a comment\r\n"
            "2026-03-10T09:12\tSAME_DAY\r\n"
            "\r\n"
            "\n"
            "2026-03-10T15:01+07:00\tSAME_DAY\t2026-03-10T16:00/2026-03-10T16:30\n"
            "2026-03-10T02:12:00Z\tNONE\n"
            "2026-12-31T10:00\tWORKING_DAYS 1\n"
            "2026-03-10T10:00\tWORKING_DAYS 1\t2026-03-10T10:00/").encode()
    check("lines", due("--batch", text=text),
          (0, "2026-03-10T17:00:00+07:00\n2026-03-11T17:00:00+07:00\nnone\n"
              "2027-01-04T17:00:00+07:00\tunconfirmed\npaused\n", ""))


def errors_are_answers_in_their_order():
    cases = [
        ("2026-02-29T10:00\tTOMORROW", "error syntax"),
        ("2026-03-10T10:00", "error syntax"),
        ("2026-03-10T10:00\t", "error limit"),
        ("2026-03-10T10:00\tSAME_DAY\t", "error syntax"),
        ("2026-03-10T10:00\tSAME_DAY\tx/y\tz", "error syntax"),
        ("2026-03-10T10:00\tTOMORROW\t2026-03-11T10:00", "error syntax"),
        ("2026-03-10T10:00\tTOMORROW\t2026-03-11T10:00/2026-03-10T10:00", "error limit"),
        ("1950-03-10T10:00\tSAME_DAY\t1950-03-11T10:00/1950-03-10T10:00", "error pause_order"),
        ("1950-03-10T10:00\tSAME_DAY\t1950-03-09T10:00/", "error pause_before_receipt"),
        ("1950-03-10T10:00\tSAME_DAY", "error calendar_range"),
        ("2026-03-10T10:00\0\tSAME_DAY", "error syntax"),
        ("2026-03-10T10:00 \tSAME_DAY", "error syntax"),
    ]
    text = "\n".join(line for line, _ in cases).encode()
    check("errors", due("--batch", text=text), (0, "".join(a + "\n" for _, a in cases), ""))


def many_pauses_in_one_line_are_one_pause():
    pauses = ",".join(f"2026-03-{day:02}T{hour:02}:{minute:02}/2026-03-{day:02}T{hour:02}:59"
                      for day in (12, 11) for hour in range(24) for minute in range(59))
    line = f"2026-03-10T10:00\tWORKING_DAYS 2\t{pauses}\n".encode()
    check("many pauses", due("--batch", text=line), (0, "2026-03-12T17:00:00+07:00\n", ""))


def the_single_form_tells_errors_by_its_status():
    check("single", due("--received", "2026-03-10T10:00", "--limit", "WORKING_DAYS 1"),
          (0, "2026-03-11T17:00:00+07:00\n", ""))
    check("single, error", due("--received", "2026-03-10T10:00", "--limit", "WORKING_DAYS 0"),
          (1, "error limit\n", ""))
    check("single, pauses",
          due("--received", "2026-03-10T08:00", "--limit", "WORKING_HOURS 16",
              "--pause", "2026-03-10T15:00/2026-03-11T09:30", "--policy", "cutoff=none"),
          (0, "2026-03-12T13:30:00+07:00\n", ""))
    check("single, bad pause",
          due("--received", "2026-03-10T08:00", "--limit", "BAD", "--pause", "now"),
          (1, "error syntax\n", ""))


def wrong_options_are_refused_without_an_answer():
    single = ("--received", "2026-03-10T10:00", "--limit", "SAME_DAY")
    for arguments in [(), ("--batch", *single), ("--received", "2026-03-10T10:00"),
                      (*single, "--policy", "cutoff=25:00"), (*single, "--json"),
                      (*single, "--policy", "colour=red"), (*single, "more"), (*single, "--what"),
                      (*single, "--pause-reason", "none before it")]:
        status, out, err = due(*arguments)
        check(f"options {arguments}", (status, out, err != ""), (2, "", True))
    status, out, _ = run("due", *single)
    check("no calendar", (status, out), (2, ""))
    for command in ("due", "between"):
        status, out, _ = run(command, "--help")
        check(f"{command} --help", (status, out.startswith("usage:")), (0, True))


def an_unusable_calendar_is_refused_with_file_and_place():
    with open(CALENDAR, encoding="utf-8") as file:
        sound = json.load(file)
    doubled = json.loads(json.dumps(sound))
    doubled["compensatory_working_days"].append({"date": "2026-09-02", "status": "official"})
    broken = json.loads(json.dumps(sound))
    broken["days_off"][3]["date"] = "2026-02-30"
    for calendar, place in [(doubled, "2026-09-02"), (broken, "days_off[3].date")]:
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(calendar, file)
            file.flush()
            for command in ("due", "between"):
                status, out, err = run(command, "--calendar", file.name, "--batch")
                check(f"{command} {place}", (status, out, file.name in err and place in err),
                      (2, "", True))
    for path in (os.path.join(str(ROOT), "no-such-file"), str(ROOT)):
        status, out, err = due("--batch", calendar=path)
        check(path, (status, out, path in err), (2, "", True))


def an_explanation_adds_up():
    arguments = ("--received", "2026-08-28T16:00", "--limit", "WORKING_HOURS 9",
                 "--policy", "cutoff=15:00", "--pause", "2026-09-03T08:00/2026-09-03T09:00",
                 "--pause-reason", "chờ bổ sung", "--explain")
    status, out, _ = due(*arguments, "--json")
    ledger = json.loads(out)
    check("ledger status", status, 0)
    check("ledger due", ledger["due_at"], "2026-09-04T09:30:00+07:00")
    check("ledger sum", sum(s["counted"] for s in ledger["stretches"]), 9 * 3600)
    check("ledger amount", ledger["amount"], 9 * 3600)
    check("ledger moved", (ledger["moved_by"], ledger["cutoff"], ledger["effective_receipt"]),
          ("cutoff", "15:00", "2026-09-03T07:30:00+07:00"))
    check("ledger pause", [s["name"] for s in ledger["stretches"] if s["reason"] == "pause"],
          ["chờ bổ sung"])
    edges = [s["to"] for s in ledger["stretches"]]
    check("ledger gaps", [s["from"] for s in ledger["stretches"]],
          [ledger["received"]] + edges[:-1])
    status, out, _ = due(*arguments)
    lines = out.rstrip("\n").split("\n")
    check("explained lines", len(lines), len(ledger["stretches"]) + 2)
    check("explained due", lines[-2], "2026-09-04T09:30:00+07:00")
    check("explained calendar", "2026-11-22" in lines[-1], True)


def between_counts_seconds():
    text = ("2026-03-10T07:30\t2026-03-10T17:00\r\n"
            "2026-03-10T17:00\t2026-03-10T07:30\n"
            "1950-01-01T00:00\t1949-01-01T00:00\n"
            "1950-01-01T00:00\t1951-01-01T00:00\n"
            "2027-12-31T16:00\t2028-01-01T00:00\n"
            "2026-03-10T10:00\t2026-03-10T10:00\n"
            "2026-03-10T10:00\n"
            "2026-03-10T10:00\t2026-03-10T10:00\t\n").encode()
    check("between", run("between", "--calendar", CALENDAR, "--batch", text=text),
          (0, "28800\nerror order\nerror order\nerror calendar_range\n3600\n0\nerror syntax\n"
              "error syntax\n", ""))
    check("between, single", run("between", "--calendar", CALENDAR, "--start", "2026-03-10T07:30",
                                 "--end", "2026-03-11T07:30"), (0, "28800\n", ""))


def a_full_disk_is_not_a_success():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([BINARY, "due", "--calendar", CALENDAR, "--batch"],
                              input=b"2026-03-10T10:00\tSAME_DAY\n", stdout=full,
                              stderr=subprocess.PIPE, timeout=60)
    check("full disk", (done.returncode, b"standard output" in done.stderr), (1, True))


def a_reader_that_has_gone_ends_an_endless_batch():
    """As in `... | queue_server due --batch | head -1`, where the lines never end."""
    endless = {"due": "2026-03-10T10:00\tSAME_DAY", "replay": "0\tnext\t1",
               "between": "2026-03-10T10:00\t2026-03-10T11:00"}
    for command, line in endless.items():
        options = RULES if command == "replay" else ["--calendar", CALENDAR, "--batch"]
        lines = subprocess.Popen(["yes", line], stdout=subprocess.PIPE)
        batch = subprocess.Popen([BINARY, command, *options], stdin=lines.stdout,
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        lines.stdout.close()
        first = batch.stdout.readline()
        batch.stdout.close()
        try:
            check(f"{command}, reader gone", (batch.wait(20), first != b""), (1, True))
        except subprocess.TimeoutExpired:
            failures.append(f"{command}: goes on when nobody reads")
        for process in (lines, batch):
            process.kill()
            process.wait()


TESTS = [lines_are_answered_in_order_and_cleaned, errors_are_answers_in_their_order,
         many_pauses_in_one_line_are_one_pause, the_single_form_tells_errors_by_its_status,
         wrong_options_are_refused_without_an_answer,
         an_unusable_calendar_is_refused_with_file_and_place, an_explanation_adds_up,
         between_counts_seconds, a_full_disk_is_not_a_success,
         a_reader_that_has_gone_ends_an_endless_batch]
for test in TESTS:
    test()
for line in failures:
    print(line)
print(f"due and between: {len(TESTS)} tests, {len(failures)} failures")
sys.exit(1 if failures else 0)
