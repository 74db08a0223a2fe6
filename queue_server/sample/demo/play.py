#!/usr/bin/python3
"""The demonstration: a year of the office behind it, and a day that plays itself.

usage: play.py year DATA_URL ACCOUNTS LAST_DAY [DAYS]    play the days up to and with LAST_DAY, then stop
       play.py day  DATA_URL ACCOUNTS DAY [SPEED]        play DAY at SPEED (1 .. 60; 1 is real time)

ACCOUNTS is a file of lines "account password"; those who are hired are added to it. The server must hold
a training centre with the sample data. During a day the speed follows the training clock: whoever sets
its rate (the keys 0 to 4 here, or an administrator) changes it for every screen at once.
"""
import datetime
import pathlib
import sys
import threading
import time
import urllib.parse

import clocks
import plan
from client import Client
from hours import Hours, moment
from office import Office
from staff import Staff

SAMPLE = pathlib.Path(__file__).resolve().parents[1]
OPENING = 7 * 60 + 15  # minute of the day at which a day begins
EVENING = 17 * 60 + 40
SEED = 128
SPEEDS = {"0": 0, "1": 1, "2": 10, "3": 30, "4": 60}  # key, then Enter


def read_accounts(path):
    return dict(line.split() for line in path.read_text("utf-8").splitlines() if line)


def keep_accounts(path, staff):
    path.write_text("".join(f"{a} {p}\n" for a, p in staff.passwords.items()), "utf-8")


def catalogue(client):
    """Every procedure, page by page."""
    after, out = "", []
    while True:
        page = client.get("/procedures?limit=500" + after)
        out += page["items"]
        if not page["next"]:
            return out
        after = "&after=" + urllib.parse.quote(page["next"])


def prepare(host, accounts):
    """Staff who can all sign in, and the hours of the office. Refuses a real centre before it changes anything."""
    known = read_accounts(accounts)
    staff = Staff(host, known)
    if not staff["quantri"].get("/me")["centre"]["training"]:
        sys.exit("play.py: this is no training centre; nothing was changed")
    if "tiepnhan4" not in known:
        staff.hire()
        keep_accounts(accounts, staff)
    return staff, Hours(SAMPLE / "holidays.json")


def give_up_sheets(client):
    """Say of every sheet that waits for a person (no_paper.py) that it was not printed."""
    while True:
        waiting = client.get("/print-jobs?state=attention&limit=500")["items"]
        for job in waiting:
            client.post(f"/print-jobs/{job['id']}/resolve", {"state": "cancelled", "note": "Trình diễn: không in"})
        if not waiting:
            return


def play_year(host, accounts, last, days):
    staff, hours = prepare(host, accounts)
    first = last - datetime.timedelta(days=days - 1)
    office = Office(staff, clocks.Jumping(staff["quantri"], moment(first, 0)), hours, SEED)
    office.work.learn(catalogue(staff["quantri"]))
    began = time.monotonic()
    days = list(hours.days(first, last))
    for number, day in enumerate(days, 1):
        office.day(day, left=len(days) - number)
        office.run(moment(day, EVENING))
        give_up_sheets(staff["giamdoc"])
        if day.day <= 1 or day == days[-1] or sys.stdout.isatty():
            print(f"\r{day}  {time.monotonic() - began:5.0f} s", end="", flush=True)
    print()


def listen_to_keys(clock):
    """The keys of the terminal set the speed; a thread of its own, for as long as there is a terminal."""
    for line in sys.stdin:
        speed = SPEEDS.get(line.strip())
        if speed is not None:
            clock.set(speed)
            print(f"  x{speed}", flush=True)


def play_days(host, accounts, day, speed):
    """Day after day, for ever; each begins a little before the doors open."""
    staff, hours = prepare(host, accounts)
    for kind, code in staff.welcome().items():
        print(f"  /{kind}: mã ghép / pairing code {code}", flush=True)
    keep_accounts(accounts, staff)
    clock = clocks.Flowing(staff["quantri"])
    threading.Thread(target=listen_to_keys, args=(clocks.Flowing(Client(host, "quantri", staff.passwords["quantri"])),),
                     daemon=True).start()
    while True:
        opening = moment(day, OPENING)
        if clock.now() < opening:
            clock.set(speed, opening)
        office = Office(staff, clock, hours, day.toordinal(), said=lambda refused: print(f"  ({refused.code})", flush=True))
        office.work.learn(catalogue(staff["quantri"]))
        office.day(day)
        office.work.adopt(day)
        print(f"{day}: {plan.kind(day)}", flush=True)
        office.run(moment(day, EVENING))
        day = next(hours.days(day + datetime.timedelta(days=1), day + datetime.timedelta(days=30)))


def main():
    what, url, accounts, day, *more = sys.argv[1:]
    host, accounts = urllib.parse.urlsplit(url).netloc, pathlib.Path(accounts)
    day = datetime.date.fromisoformat(day)
    if what == "year":
        play_year(host, accounts, day, int(more[0]) if more else 365)
    elif what == "day":
        play_days(host, accounts, day, int(more[0]) if more else 10)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
