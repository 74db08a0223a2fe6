"""Two ways to be at a time: jump there (a year behind), or wait for it (a day in front of somebody)."""
import datetime
import time

NEAR_S = 20   # events of a past year this near share an instant: half as many settings of the clock
LOOK_S = 0.2  # how often a waiting play looks at the centre's clock: its speed may be changed meanwhile


def text(at):
    return at.isoformat(timespec="seconds")


class Jumping:
    """The training clock is set to each instant and stands still there."""

    def __init__(self, admin, begins):
        self._admin, self._now = admin, begins

    def reach(self, at):
        if (at - self._now).total_seconds() >= NEAR_S:
            self._admin.put("/training/clock", {"now": text(at), "rate": 0})
            self._now = at


class Flowing:
    """The training clock runs, at any speed; the play waits until it is time."""

    def __init__(self, admin):
        self._admin = admin

    def now(self):
        return datetime.datetime.fromisoformat(self._admin.get("/training/clock")["now"])

    def reach(self, at):
        while self.now() < at:
            time.sleep(LOOK_S)

    def set(self, speed, at=None):
        """Let the clock run at `speed`, from `at` on or from where it is."""
        self._admin.put("/training/clock", {"now": text(at or self.now()), "rate": speed})
