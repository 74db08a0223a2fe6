"""How many come, and when: seasons, market days, the hours of a day."""
from hours import SESSIONS

USUAL = 34  # tickets on a plain day at all sites
SEASON = {1: 0.9, 2: 0.7, 3: 1.15, 4: 1.0, 5: 1.0, 6: 1.1, 7: 1.15, 8: 1.3, 9: 1.1, 10: 1.0, 11: 1.0, 12: 0.95}
WEEKDAY = (1.25, 1.0, 0.95, 0.95, 0.85, 0.6, 0.6)
MARKET_EVERY = 5     # the market of the mountain communes comes every fifth day
MARKET = 1.55
PEAKS = ((8 * 60 + 10, 35, 5), (9 * 60 + 40, 40, 4), (13 * 60 + 50, 40, 3), (15 * 60 + 10, 35, 2))  # minute, spread, weight
LAST_MORNING, LAST = 11 * 60 + 10, 16 * 60 + 30
SITES = (("trung-tam", 8), ("an-thang", 1), ("xuan-la", 1))
SERVICES = (("A", 50), ("B", 20), ("C", 20), ("D", 10))
CLASSES = (("P0", 86), ("P2", 5), ("P3", 3), ("P4", 3), ("P5", 3))
RATES = 0.09         # of those served, how many say how it was
LEVELS = ((5, 58), (4, 32), (3, 7), (2, 2), (1, 1))
SERVING = {"A": (9, 0.5), "B": (14, 0.5), "C": (12, 0.5), "D": (8, 0.4), "E": (4, 0.4)}  # median minutes, spread


def is_market(day):
    return day.toordinal() % MARKET_EVERY == 0


def kind(day):
    return "phiên chợ / market day" if is_market(day) else "ngày thường / plain day"


def arrivals(dice, day, share=1.0):
    """Minutes of the day at which people take a ticket, sorted."""
    mean = USUAL * share * SEASON[day.month] * WEEKDAY[day.weekday()] * (MARKET if is_market(day) else 1)
    number = max(3, round(dice.gauss(mean, mean ** 0.5)))
    out = []
    while len(out) < number:
        minute, spread, _ = dice.choices(PEAKS, [p[2] for p in PEAKS])[0]
        at = dice.gauss(minute, spread)
        if SESSIONS[0][0] <= at < LAST_MORNING or SESSIONS[1][0] <= at < LAST:
            out.append(at)
    return sorted(out)


def serving_minutes(dice, service):
    median, spread = SERVING[service]
    return min(45.0, median * dice.lognormvariate(0, spread))
