"""Ratings by link, what is published of them, opening hours. Rules checked: R-416, R-961..R-965,
R-967, R-970, R-972."""
import hashlib
import pathlib
import sqlite3
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import casework  # noqa: E402
import contract  # noqa: E402
import server  # noqa: E402

YEAR = {"from_": "2026-01-01", "to": "2026-12-31"}


class Ratings(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server(begins="2026-03-10T07:30:00+07:00")
        cls.centre.__enter__()
        cls.work = casework.Casework(cls.centre)
        cls.clerk = cls.work.people["TIEP_NHAN"]
        cls.guide = cls.centre.client("PHAT_SO")
        cls.phone = cls.centre.client()
        counter = next(cls.clerk.pages("listCounters", site="trung-tam"))
        cls.counter, cls.service = counter["counter"], counter["services"]["primary"][0]
        cls.clerk.call("setCounter", counter=cls.counter, body={"state": "open"})

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def take(self):
        body = {"site": "trung-tam", "service": self.service, "class": "P0"}
        return self.guide.call("createTicket", body=body).json

    def serve(self):
        """A ticket whose visit is done."""
        ticket = self.take()
        self.clerk.call("callTicket", counter=self.counter,
                        body={"ticket": ticket["id"], "reason": "thử"})
        self.clerk.call("startTicket", ticket=ticket["id"])
        self.clerk.call("finishTicket", ticket=ticket["id"])
        return ticket

    def rate(self, ticket, level, reasons=(), client=None, **more):
        return (client or self.phone).call("rateTicket", track_token=ticket["track_token"],
                                           body={"level": level, "reasons": list(reasons)}, **more)

    def published(self, **more):
        return self.phone.call("publicSatisfaction", **more).json

    def known(self):
        """What managers see, today's answers with it."""
        return self.work.people["GD_TT"].call("reportSatisfaction", by="group", **YEAR).json

    def test_a_visit_is_rated_once_and_a_second_answer_changes_nothing(self):
        ticket = self.serve()
        seen = self.phone.call("publicTicket", track_token=ticket["track_token"]).json
        self.assertEqual(seen["rating"], "open")
        before, shown = self.known()["total"]["answers"], self.published()
        key = contract.new_key()
        first = self.rate(ticket, 4, once=key)
        self.assertEqual(first.json, {"level": 4, "reasons": [], "assisted": False})
        self.assertEqual(self.rate(ticket, 4, once=key).json, first.json)  # the same request again
        self.rate(ticket, 1, ["staff"], expect="already_rated")
        self.assertEqual(self.known()["total"]["answers"], before + 1)
        self.assertEqual(self.published(), shown)  # not on the day itself: R-964
        seen = self.phone.call("publicTicket", track_token=ticket["track_token"]).json
        self.assertEqual(seen["rating"], "given")

    def keys(self):
        """What is kept of requests without an account."""
        database = sqlite3.connect(self.centre.data / "motcua.db")
        try:
            return database.execute("SELECT key, digest FROM idempotency WHERE actor = ''").fetchall()
        finally:
            database.close()

    def test_what_is_kept_of_a_request_does_not_say_whose_answer_it_was(self):
        """R-964: neither the key nor a digest that the link alone makes, and no row of refusals."""
        ticket, key = self.serve(), contract.new_key()
        self.rate(ticket, 3, once=key)
        kept = self.keys()
        asked = (f"POST\n/api/v1/public/tickets/{ticket['track_token']}/rating\n\n"
                 '{"level": 3, "reasons": []}')
        of_link = hashlib.sha256(asked.encode()).digest()
        rows = {row[0]: bytes(row[1]) for row in kept}
        self.assertEqual(rows[hashlib.sha256(key.encode()).hexdigest()],
                         hashlib.sha256(key.encode() + of_link).digest())
        self.assertNotIn(of_link, rows.values())
        self.assertNotIn(key, rows)
        self.rate(ticket, 4, expect="already_rated")
        self.assertEqual(self.keys(), kept)

    def test_a_key_of_another_answer_is_refused_and_the_answer_is_not_lost(self):
        """R-605 for requests without an account: a phone that uses a key twice hears of it."""
        one, other, key = self.serve(), self.serve(), contract.new_key()
        before = self.known()["total"]["answers"]
        self.rate(one, 5, once=key)
        self.rate(one, 1, ["staff"], once=key, expect="idempotency_mismatch")
        self.rate(other, 5, once=key, expect="idempotency_mismatch")
        self.assertEqual(self.known()["total"]["answers"], before + 1)
        self.rate(other, 2, ["staff"])
        self.assertEqual(self.known()["total"]["answers"], before + 2)

    def test_a_visit_that_is_not_done_cannot_be_rated(self):
        waiting, gone = self.take(), self.take()
        self.guide.call("cancelTicket", ticket=gone["id"], body={"reason": "thử"})
        for ticket in (waiting, gone):
            self.rate(ticket, 5, expect="rating_closed")
        seen = self.phone.call("publicTicket", track_token=waiting["track_token"]).json
        self.assertEqual(seen["rating"], "not_yet")

    def test_a_bad_level_needs_a_reason_and_unknown_ones_are_refused(self):
        ticket = self.serve()
        self.rate(ticket, 2, expect="reason_missing")
        self.rate(ticket, 1, [], expect="reason_missing")
        self.rate(ticket, 1, ["nobody"], expect="bad_value", faulty=True)
        self.rate(ticket, 6, expect="bad_value", faulty=True)
        self.assertEqual(self.rate(ticket, 1, ["result", "access"]).json["reasons"],
                         ["access", "result"])

    def test_a_link_that_opens_nothing_rates_nothing(self):
        ticket = self.serve()
        for token in (ticket["id"], "x" * 32, ticket["track_token"][:-1]):
            self.phone.call("rateTicket", track_token=token, body={"level": 5}, faulty=True,
                            expect="not_found")

    def test_nobody_learns_from_the_log_whose_answer_it_was(self):
        ticket = self.serve()
        self.rate(ticket, 2, ["staff"])
        rows = list(self.centre.client("KIEM_TRA").pages("readLog"))
        given = [row for row in rows if row["kind"] == "rating_given"][-1]
        self.assertEqual(given["subject"], "rating")
        self.assertIsNone(given["actor"])
        self.assertEqual(given["data"], {"kind": "ticket", "channel": "counter", "level": 2,
                                         "reasons": ["staff"], "assisted": False})

    def test_an_answer_of_somebody_who_is_signed_in_is_assisted_and_apart(self):
        before = self.known()
        self.assertTrue(self.rate(self.serve(), 5, client=self.clerk).json["assisted"])
        after = self.known()
        self.assertEqual(after["assisted"], before["assisted"] + 1)
        self.assertEqual(after["total"], before["total"])

    def test_a_dossier_is_rated_once_it_was_returned(self):
        dossier = self.work.open("2.000908")
        secret, code = dossier["track_secret"], dossier["code"]
        self.phone.call("rateDossier", code=code, body={"secret": secret, "level": 5},
                        expect="rating_closed")
        seen = self.phone.call("publicDossier", code=code, secret=secret).json
        self.assertEqual((seen["applicant_id"], seen["applicant_phone"]),
                         ("••••2345", "09xx xxx x78"))
        self.assertEqual((seen["rating"], seen["paused_since"]), ("not_yet", None))
        dossier = self.work.issue(self.work.act("TIEP_NHAN", "beginDossier", dossier))
        self.work.act("TIEP_NHAN", "returnResult", dossier, {"receiver": {"kind": "applicant"}})
        for wrong in ("AAAAAA", secret + "A"):
            self.phone.call("rateDossier", code=code, body={"secret": wrong, "level": 5},
                            expect="not_found")
        given = self.phone.call("rateDossier", code=code, body={"secret": secret, "level": 5})
        self.assertEqual(given.json["level"], 5)
        self.phone.call("rateDossier", code=code, body={"secret": secret, "level": 4},
                        expect="already_rated")
        seen = self.phone.call("publicDossier", code=code, secret=secret).json
        self.assertEqual(seen["rating"], "given")
        chief = self.work.people["GD_TT"]
        for by, key in (("field", "Chứng thực"), ("procedure", "2.000908"), ("group", "dossier"),
                        ("unit", seen and dossier["unit"]), ("month", "2026-03")):
            rows = chief.call("reportSatisfaction", by=by, **YEAR).json["rows"]
            self.assertIn(key, [row["key"] for row in rows], by)
        months = [chief.call("reportSatisfaction", by="group", **period).json for period in
                  ({"period": "month:2026-03"}, {}, {"from_": "2026-03-01", "to": "2026-03-31"})]
        self.assertEqual(months[0], months[1])  # without a period: this month
        self.assertEqual(months[0], months[2])
        officers = chief.call("reportSatisfaction", by="officer", **YEAR).json
        self.assertEqual(officers["rows"], [])  # fewer than ten answers say who gave them

    def test_opening_hours_are_those_of_the_calendar(self):
        hours = self.phone.call("publicHours").json
        self.assertTrue(hours["open"])
        self.assertEqual(hours["closes_at"], "2026-03-10T11:30:00+07:00")
        self.assertEqual([day["kind"] for day in hours["days"]],
                         ["ordinary"] * 4 + ["weekly_rest"] * 2 + ["ordinary"])
        self.assertEqual(hours["days"][0]["sessions"],
                         [{"from": "07:30", "to": "11:30"}, {"from": "13:00", "to": "17:00"}])


class Published(unittest.TestCase):
    def test_a_group_is_published_from_thirty_answers_on_and_old_visits_are_closed(self):
        with server.Server(begins="2026-03-10T07:30:00+07:00") as centre:
            scene = Ratings()
            scene.centre, scene.phone = centre, centre.client()
            scene.clerk, scene.guide = centre.client("TIEP_NHAN"), centre.client("PHAT_SO")
            counter = next(scene.clerk.pages("listCounters", site="trung-tam"))
            scene.counter, scene.service = counter["counter"], counter["services"]["primary"][0]
            scene.clerk.call("setCounter", counter=scene.counter, body={"state": "open"})
            for number in range(29):
                scene.rate(scene.serve(), 5 if number else 1, [] if number else ["staff"])
            self.assertEqual(scene.published()["total"]["answers"], 0)  # of today nothing
            asked = scene.published(from_="2026-03-10", to="2026-03-10")
            self.assertEqual((asked["total"]["answers"], asked["groups"]), (0, []))
            centre.clock("2026-03-11T07:30:00+07:00")
            few = scene.published()["total"]
            self.assertEqual((few["answers"], few["index"], few["low"], few["levels"],
                              few["reasons"], few["verdict"]), (29, None, None, [], {}, "few"))
            def report():
                return centre.client("GD_TT").call("reportSatisfaction", by="group", **YEAR).json
            for row in (report()["total"], *report()["rows"]):  # managers know no single levels
                self.assertEqual((row["answers"], row["index"]["numerator"], row["levels"],
                                  row["reasons"], row["verdict"]), (29, 28, [], {}, "few"))
            late = scene.serve()
            scene.clerk.call("setCounter", counter=scene.counter, body={"state": "open"})
            scene.rate(scene.serve(), 4)
            self.assertEqual(scene.published(from_="2026-03-01", to="2026-03-31")["to"],
                             "2026-03-10")
            centre.clock("2026-03-12T07:30:00+07:00")
            told = scene.published()
            self.assertEqual(told["to"], "2026-03-11")
            total = told["total"]
            # 29 of 30 by Wilson's score: 83.33 .. 99.41 (computed by hand from the formula)
            self.assertEqual((total["index"]["value"], total["low"], total["high"]),
                             (96.67, 83.33, 99.41))
            self.assertEqual((total["verdict"], total["levels"]), ("met", [1, 0, 0, 1, 28]))
            self.assertEqual(total["reasons"]["staff"], 1)
            self.assertEqual(report()["total"]["levels"], [1, 0, 0, 1, 28])
            self.assertEqual([row["key"] for row in told["groups"]], ["ticket"])
            self.assertEqual([row["key"] for row in told["months"]], ["2026-03"])
            centre.clock("2026-03-18T07:30:01+07:00")
            scene.rate(late, 5, expect="rating_closed")
            again = scene.phone.call("publicTicket", track_token=late["track_token"]).json
            self.assertEqual(again["rating"], "past")

    def test_who_tries_many_links_must_wait_and_nobody_else(self):
        with server.Server() as centre:
            phone = centre.client()
            codes = [phone.call("publicTicket", track_token="x" * 20, faulty=True,
                                expect=lambda answer: True).json["code"] for _ in range(105)]
            self.assertEqual(codes[:100], ["not_found"] * 100)
            self.assertEqual(codes[100:], ["too_many_requests"] * 5)
            phone.call("publicDossier", code="H55.128-260310-0001", secret="AAAAAA",
                       expect="too_many_requests")
            phone.call("rateTicket", track_token="x" * 20, body={"level": 5}, faulty=True,
                       expect="too_many_requests")
            phone.call("publicWaiting")  # what needs no link goes on


if __name__ == "__main__":
    unittest.main()
