#!/usr/bin/env python3
"""Every vector of working time through the built program: `due` and `between`, in batches.

usage: due_vectors.py QUEUE_SERVER
tests/data/working-time/due.tsv: calendar, policies, received, limit, pauses, answer.
tests/data/working-time/working-time.tsv: start, seconds, due, (other convention), end, seconds
between. Rules R-057, R-058 and all they rest on.
"""
import collections
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data" / "working-time"


def calendar(name):
    path = DATA / name
    return str(path if path.exists() else ROOT / "queue_server" / "sample" / name)


def ask(command, lines):
    done = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True,
                          timeout=120)
    answers = done.stdout.split("\n")[:-1]
    if done.returncode or len(answers) != len(lines):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}, {len(answers)} answers to "
                 f"{len(lines)} lines: {done.stderr}")
    return answers


def rows(name):
    with open(DATA / name, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if not line.startswith("#")]


def due_cases(binary):
    groups = collections.defaultdict(list)
    for name, policies, received, limit, pauses, answer in rows("due.tsv"):
        line = [received, limit] + ([] if pauses == "-" else [pauses])
        groups[name, policies].append(("\t".join(line), answer))
    for (name, policies), group in groups.items():
        command = [binary, "due", "--calendar", calendar(name), "--batch"]
        for policy in [] if policies == "-" else policies.split(","):
            command += ["--policy", policy]
        answers = ask(command, [line for line, _ in group])
        for (line, want), got in zip(group, answers):
            yield f"{name} {policies} {line}", want, got.replace("\t", " ")


def second_cases(binary):
    table = rows("working-time.tsv")
    options = ["--calendar", calendar("calendar.json"), "--batch"]
    answers = ask([binary, "due"] + options, [f"{r[0]}\tWORKING_SECONDS {r[1]}" for r in table])
    for row, got in zip(table, answers):
        yield f"{row[0]} + {row[1]} s", row[2] + "+07:00", got
    answers = ask([binary, "between"] + options, [f"{r[0]}\t{r[4]}" for r in table])
    for row, got in zip(table, answers):
        yield f"{row[0]} .. {row[4]}", row[5] if row[4] >= row[0] else "error order", got


def main():
    binary = sys.argv[1]
    passed, failed = 0, []
    for cases in (due_cases, second_cases):
        for name, want, got in cases(binary):
            if want == got:
                passed += 1
            else:
                failed.append(f"{name}: want {want}, got {got}")
    for line in failed[:10]:
        print(line)
    print(f"working time: {passed} vectors passed, {len(failed)} failed")
    sys.exit(1 if failed or passed == 0 else 0)


main()
