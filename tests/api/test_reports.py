"""GET /reports/on-time and its drill-down over HTTP: an empty centre, and two weeks that are played."""
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import fortnight  # noqa: E402
import server  # noqa: E402

MARCH = {"from": "2026-03-01", "to": "2026-03-31"}
NO_RATE = {"numerator": 0, "denominator": 0, "value": None}


class EmptyCentre(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server().__enter__()
        cls.centre.clock("2026-03-10T09:00:00+07:00")
        cls.manager = cls.centre.client("GD_TT")

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def test_a_centre_without_dossiers_has_no_rows_and_no_rate(self):
        for by in ("field", "procedure", "officer", "unit", "month"):
            report = self.manager.call("reportOnTime", by=by, **MARCH).json
            self.assertEqual(report["rows"], [])
            self.assertEqual(report["by"], by)
            self.assertEqual(report["total"]["rate"], NO_RATE)
            self.assertEqual(report["total"]["rate_extended"], NO_RATE)

    def test_a_period_that_has_not_ended_is_counted_up_to_now(self):
        report = self.manager.call("reportOnTime", by="unit", **MARCH).json
        self.assertEqual((report["complete"], report["as_of"]),
                         (False, "2026-03-10T09:00:00+07:00"))
        past = {"from": "2026-02-01", "to": "2026-02-28"}
        report = self.manager.call("reportOnTime", by="unit", **past).json
        self.assertEqual((report["complete"], report["as_of"]),
                         (True, "2026-02-28T23:59:59+07:00"))

    def test_a_period_must_be_one(self):
        for period in ({"from": "2026-03-31", "to": "2026-03-30"},
                       {"from": "2016-01-01", "to": "2026-03-30"},
                       {"from": "2026-02-29", "to": "2026-03-30"},
                       {"from": "2026-3-1", "to": "2026-03-30"}):
            self.manager.call("reportOnTime", by="unit", expect="bad_parameter", faulty=True,
                              **period)
        self.manager.call("reportOnTime", by="colour", expect="bad_parameter", faulty=True,
                          **MARCH)
        for missing in ("from", "to", "by"):
            given = {**MARCH, "by": "unit"}
            del given[missing]
            self.manager.call("reportOnTime", expect="bad_parameter", faulty=True, **given)

    def test_reports_are_for_those_who_answer_for_them(self):
        for role in server.ACCOUNTS:
            allowed = role in ("LD_PHONG", "LANH_DAO", "GD_TT", "TO_HOP_BC", "KIEM_TRA")
            self.centre.client(role).call("reportOnTime", by="unit",
                                          expect=200 if allowed else "forbidden", **MARCH)

    def test_the_drill_down_is_as_strict(self):
        whole = {**MARCH, "by": "unit", "column": "received"}
        page = self.manager.call("reportOnTimeDossiers", **whole).json
        self.assertEqual(page, {"items": [], "next": None})
        for change in ({"column": "colour"}, {"by": "colour"}, {"key": ""}, {"limit": 0},
                       {"to": "2026-02-01"}):
            self.manager.call("reportOnTimeDossiers", expect="bad_parameter", faulty=True,
                              **{**whole, **change})
        self.manager.call("reportOnTimeDossiers", expect="bad_cursor", faulty=True, after="t1",
                          **whole)


    def test_a_period_may_be_named(self):
        """R-310."""
        for name, first, last in (("month:2026-03", "2026-03-01", "2026-03-31"),
                                  ("reporting_month:2026-3", "2026-02-15", "2026-03-14"),
                                  ("quarter:2026-1", "2026-01-01", "2026-03-31"),
                                  ("reporting_nine_months:2026", "2025-12-15", "2026-09-14")):
            report = self.manager.call("reportOnTime", by="unit", period=name).json
            self.assertEqual((report["from"], report["to"]), (first, last))
            self.manager.call("reportOnTimeDossiers", by="unit", period=name, column="received")
        for faulty in ({"period": "month:2026-13"}, {"period": "month"}, {"period": "x" * 60},
                       {"period": "month:2026-03", "from": "2026-03-01"}):
            self.manager.call("reportOnTime", by="unit", expect="bad_parameter", faulty=True,
                              **faulty)

    def test_nothing_is_open(self):
        report = self.manager.call("reportOpen", by="field").json
        self.assertEqual((report["rows"], report["total"]["count"]), ([], 0))
        self.assertEqual((report["today"], report["closes_at"], report["next_working_day"]),
                         ("2026-03-10", "2026-03-10T17:00:00+07:00", "2026-03-11"))
        self.assertEqual(self.manager.call("reportOpenDossiers").json,
                         {"items": [], "next": None})
        for faulty in ({"by": "colour"}, {"pending": "late"}, {"days_from": "x"},
                       {"days_to": "1000000"}, {"due_today": "false"}, {"key": "k" * 300}):
            self.manager.call("reportOpenDossiers", expect="bad_parameter", faulty=True, **faulty)
        self.manager.call("reportOpen", expect="bad_parameter", faulty=True)
        for cursor in ("x", "12.t1", "12.", ".d1"):
            self.manager.call("reportOpenDossiers", expect="bad_cursor", after=cursor)

    def test_the_queue_of_several_days(self):
        """R-943."""
        report = self.manager.call("reportQueue", date="2026-03-10", days=31).json
        self.assertEqual((report["days"], report["days_used"], report["half_hours"]), (31, 0, []))
        for days in ("0", "32", "x", "-1"):
            self.manager.call("reportQueue", date="2026-03-10", days=days, faulty=True,
                              expect="bad_parameter")


COLUMNS = {"carried_over": lambda row: row["carried_over"], "received": lambda row: row["received"],
           "received_online": lambda row: row["received_online"],
           "early": lambda row: row["resolved"]["early"],
           "on_time": lambda row: row["resolved"]["on_time"],
           "late": lambda row: row["resolved"]["late"],
           "in_time": lambda row: row["open"]["in_time"],
           "overdue": lambda row: row["open"]["overdue"]}


def figures(row):
    return tuple(count(row) for count in COLUMNS.values())


class PlayedFortnight(unittest.TestCase):
    """The figures of support/fortnight.py."""

    @classmethod
    def setUpClass(cls):
        cls.centre = server.Server().__enter__()
        try:
            played = fortnight.Fortnight(cls.centre)
        except BaseException:
            cls.tearDownClass()
            raise
        cls.dossiers, cls.manager, cls.head = played.dossiers, played.manager, played.head

    @classmethod
    def tearDownClass(cls):
        cls.centre.__exit__(None, None, None)

    def report(self, first, last, by="unit", client=None):
        return (client or self.manager).call("reportOnTime", by=by, to=last,
                                             **{"from": first}).json

    def test_figures_of_the_first_week_and_of_the_rest(self):
        # by the 8th: A early; B, C, E, G open in time, D waits for papers
        self.assertEqual(figures(self.report("2026-03-02", "2026-03-08")["total"]),
                         (0, 6, 1, 1, 0, 0, 5, 0))
        # by the 10th: B on the day, F came, C, E and G are overdue, D waits
        self.assertEqual(figures(self.report("2026-03-09", "2026-03-10")["total"]),
                         (5, 1, 0, 0, 1, 0, 2, 3))
        # up to the 13th: C late, G withdrawn counts as on time (and late open: E)
        report = self.report("2026-03-11", "2026-03-31")
        self.assertEqual(figures(report["total"]), (5, 0, 0, 0, 1, 1, 2, 1))
        self.assertEqual(report["total"]["rate"], {"numerator": 1, "denominator": 2, "value": 50})
        self.assertEqual(report["total"]["rate_extended"],
                         {"numerator": 1, "denominator": 3, "value": 33.33})
        self.assertFalse(report["complete"])

    def test_the_past_is_as_it_was_then(self):
        """R-308: by the 3rd of March nothing had ended and nobody waited for papers."""
        rows = {row["key"]: figures(row)
                for row in self.report("2026-03-02", "2026-03-03", "officer")["rows"]}
        self.assertEqual(rows, {"thuly": (0, 5, 1, 0, 0, 0, 5, 0),
                                "tiepnhan": (0, 1, 0, 0, 0, 0, 1, 0)})

    def test_every_row_reconciles_and_every_figure_has_its_dossiers(self):
        for first, last in (("2026-03-02", "2026-03-08"), ("2026-03-09", "2026-03-10"),
                            ("2026-03-05", "2026-03-12"), ("2026-03-11", "2026-03-31")):
            for by in ("field", "procedure", "officer", "unit", "month"):
                report = self.report(first, last, by)
                rows = report["rows"]
                self.assertEqual([sum(column) for column in zip(*map(figures, rows))],
                                 list(figures(report["total"])))
                for row in rows + [report["total"]]:
                    self.assertEqual(row["carried_over"] + row["received"],
                                     sum(row["resolved"].values()) + sum(row["open"].values()))
                    for column, count in COLUMNS.items():
                        self.assertEqual(len(self.listed(first, last, by, column, row["key"])),
                                         count(row), (first, by, row["key"], column))

    def listed(self, first, last, by, column, key, limit=2):
        """Ids of a figure's dossiers, page by page."""
        found, after = [], None
        while True:
            more = {**({"after": after} if after else {}), **({"key": key} if key else {})}
            page = self.manager.call("reportOnTimeDossiers", by=by, column=column, to=last,
                                     limit=limit, **{"from": first}, **more).json
            self.assertLessEqual(len(page["items"]), limit)
            found += [item["id"] for item in page["items"]]
            after = page["next"]
            if not after:
                return found

    def test_the_dossiers_of_a_figure_are_named_newest_first(self):
        first, last = "2026-03-09", "2026-03-10"
        ids = {name: dossier["id"] for name, dossier in self.dossiers.items()}
        self.assertEqual(self.listed(first, last, "field", "overdue", None),
                         [ids["G"], ids["E"], ids["C"]])
        self.assertEqual(self.listed(first, last, "officer", "on_time", "thuly"), [ids["B"]])
        self.assertEqual(self.listed(first, last, "officer", "on_time", "tiepnhan"), [])

    def test_the_head_of_a_unit_sees_the_row_of_his_unit(self):
        """R-309."""
        mine = self.report("2026-03-02", "2026-03-08", client=self.head)
        rows = {row["key"]: row for row in self.report("2026-03-02", "2026-03-08")["rows"]}
        self.assertEqual(mine["rows"], [rows["VP_HDND_UBND"]])
        self.assertEqual(figures(mine["total"]), figures(rows["VP_HDND_UBND"]))
        page = self.head.call("reportOnTimeDossiers", by="unit", column="received",
                              to="2026-03-08", **{"from": "2026-03-02"}).json
        self.assertNotIn(self.dossiers["E"]["id"], [item["id"] for item in page["items"]])
        self.assertEqual(len(page["items"]), mine["total"]["received"])

    def open_items(self, client=None, limit=2, **filters):
        """The whole list, page by page."""
        found, after = [], None
        while True:
            more = {"after": after} if after else {}
            page = (client or self.manager).call("reportOpenDossiers", limit=limit, **filters,
                                                 **more).json
            self.assertLessEqual(len(page["items"]), limit)
            found += page["items"]
            after = page["next"]
            if not after:
                return found

    def test_what_is_open_by_working_days_left(self):
        """R-940, R-941: on the 13th E is overdue since the 9th, D waits for papers, F (of the
        10th, five working days) is due on the 17th, two working days ahead."""
        report = self.manager.call("reportOpen", by="unit").json
        ids = {name: dossier["id"] for name, dossier in self.dossiers.items()}
        cells = {dossier: cell["days_left"] for row in report["rows"]
                 for cell in row["days"] + [row["paused_cell"], row["undated_cell"]] if cell
                 for dossier in cell["ids"]}
        self.assertEqual(cells, {ids["E"]: -4, ids["F"]: 2, ids["D"]: None})
        self.assertEqual(report["total"], {"count": 3, "overdue": 1, "near_due": 0, "in_time": 1,
                                           "paused": 1, "due_today": 0, "due_today_signed": 0})
        listed = self.open_items()
        self.assertEqual([item["dossier"]["id"] for item in listed],
                         [ids["E"], ids["F"], ids["D"]])
        self.assertEqual([item["days_left"] for item in listed], [-4, 2, None])
        self.assertEqual([item["dossier"]["id"] for item in self.open_items(days_to=-1)],
                         [ids["E"]])
        self.assertEqual([item["dossier"]["id"] for item in self.open_items(pending="paused")],
                         [ids["D"]])

    def test_open_and_on_time_agree(self):
        """What is open now is what the report of a period up to now has open, row by row."""
        for by in ("field", "procedure", "officer", "unit", "month"):
            figures_now = {row["key"]: (row["count"] - row["overdue"], row["overdue"])
                           for row in self.manager.call("reportOpen", by=by).json["rows"]}
            figures_then = {row["key"]: tuple(row["open"].values())
                            for row in self.report("2026-03-02", "2026-03-31", by)["rows"]}
            self.assertEqual(figures_now,
                             {key: row for key, row in figures_then.items() if sum(row)})
            for key, (in_time, overdue) in figures_now.items():
                self.assertEqual(len(self.open_items(by=by, key=key or "-")), in_time + overdue)

    def test_the_head_of_a_unit_sees_what_is_open_there(self):
        """R-309."""
        mine = self.head.call("reportOpen", by="unit").json
        self.assertEqual([row["key"] for row in mine["rows"]], ["VP_HDND_UBND"])
        self.assertEqual(len(self.open_items(self.head)), mine["total"]["count"])
        self.assertLess(mine["total"]["count"], 3)

    def test_shares_add_up_to_a_hundred(self):
        """R-307."""
        total = self.report("2026-03-02", "2026-03-11")["total"]
        self.assertEqual(total["resolved"], {"early": 1, "on_time": 1, "late": 1})
        self.assertEqual(total["shares"], {"early": 33.34, "on_time": 33.33, "late": 33.33})
        self.assertIsNone(self.report("2026-03-02", "2026-03-02")["total"]["shares"])

    def test_z_after_a_kill_the_figures_are_the_same(self):
        """Last by its name: the sessions of the other tests are those of the process before."""
        before = self.report("2026-03-02", "2026-03-12")
        self.centre.kill()
        self.centre.start()
        manager = self.centre.client("GD_TT")
        self.assertEqual(self.report("2026-03-02", "2026-03-12", client=manager), before)


if __name__ == "__main__":
    unittest.main()
