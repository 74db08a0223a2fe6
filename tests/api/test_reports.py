"""GET /reports/on-time and its drill-down over HTTP: an empty centre, and two weeks that are played."""
import csv
import io
import pathlib
import re
import subprocess
import sys
import time
import unittest
import xml.etree.ElementTree as xml
import zipfile

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
        month = self.manager.call("reportOnTime", by="unit").json
        self.assertEqual((month["from"], month["to"]), (MARCH["from"], MARCH["to"]))

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


def workbook(data):
    """Rows of the first sheet of an XLSX file, every cell as its text."""
    space = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        shared = ["".join(part.text or "" for part in item.iter("{%s}t" % space["s"])) for item in
                  xml.fromstring(book.read("xl/sharedStrings.xml")).findall("s:si", space)]
        sheet = xml.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = {}
    for cell in sheet.iter("{%s}c" % space["s"]):
        assert cell.find("s:f", space) is None  # no formula anywhere
        letters, number = re.match(r"([A-Z]+)(\d+)", cell.get("r")).groups()
        value = cell.findtext("s:v", "", space)
        rows.setdefault(int(number), {})[letters] = (shared[int(value)] if cell.get("t") == "s"
                                                     else value)
    return [list(row.values()) for _, row in sorted(rows.items())]


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

    def test_a_file_has_the_figures_of_the_report(self):
        """R-944: CSV and workbook, against the JSON, cell by cell."""
        march = {"from": "2026-03-02", "to": "2026-03-11"}
        for by in ("field", "procedure", "officer", "unit", "month"):
            report = self.report(march["from"], march["to"], by)
            expected = [[row["name"], *map(str, figures(row)), str(row["rate"]["numerator"]),
                         str(row["rate"]["denominator"])] for row in
                        report["rows"] + [{**report["total"], "name": "Total"}]]
            lines = self.csv("exportOnTime", by=by, **march)
            self.assertEqual([line[1:12] for line in lines[1:]], expected)
            self.assertEqual([line[15:17] for line in lines[1:]],
                             [["02/03/2026", "11/03/2026"]] * len(expected))
            book = workbook(self.manager.call("exportOnTime", by=by, format="xlsx", **march).body)
            head = next(i for i, row in enumerate(book) if row[:2] == lines[0][:2])
            self.assertEqual([row[1:12] for row in book[head + 1:]], expected)
            self.assertIn("02/03/2026 to 11/03/2026", book[1][0])
        total = lines[-1]
        self.assertEqual((total[12], total[14]), ("66,67%", "40,00%"))

    def csv(self, operation, **arguments):
        answer = self.manager.call(operation, format="csv", **arguments)
        self.assertIn("attachment; filename=", answer.headers["Content-Disposition"])
        self.assertEqual(answer.body[:3], b"\xef\xbb\xbf")
        return list(csv.reader(io.StringIO(answer.body[3:].decode("utf-8"), newline="")))

    def test_a_list_as_a_file(self):
        lines = self.csv("exportOpen", days_to=-1)
        self.assertEqual([line[0] for line in lines[1:]], [self.dossiers["E"]["code"]])
        self.assertEqual(lines[1][9], "-4")
        whole = self.csv("exportOpen")
        self.assertEqual([line[0] for line in whole[1:]],
                         [item["dossier"]["code"] for item in self.open_items()])
        for faulty in ({}, {"format": "pdf"}, {"format": "csv", "days_to": "x"}):
            self.manager.call("exportOpen", expect="bad_parameter", faulty=True, **faulty)
        self.manager.call("exportOnTime", by="field", expect="bad_parameter", faulty=True)

    def page(self, client, operation, **body):
        """Text of a report's page; it is made while one waits."""
        job = client.call(operation, body=body, expect=201).json
        self.assertEqual((job["form"], job["paper"], job["printer"]), ("report", "a4", None))
        for _ in range(100):
            answer = client.call("getPrintDocument", print_job=job["id"],
                                 expect=lambda answer: answer.status in (200, 409))
            if answer.status == 200:
                break
            time.sleep(0.1)
        done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=answer.body, check=True,
                              capture_output=True)
        return job["id"], " ".join(done.stdout.decode("utf-8").split())

    def test_a_report_on_paper(self):
        """R-946: period, how it was counted, numerator and denominator, places to sign."""
        _, text = self.page(self.manager, "printOnTime", by="unit",
                            **{"from": "2026-03-02", "to": "2026-03-11"})
        for piece in ("từ ngày 02/03/2026 đến hết ngày 11/03/2026", "trọn kỳ", "Tổng cộng",
                      "2 3 66,67%", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", "(tử số)", "(mẫu số)"):
            self.assertIn(piece, text)
        _, text = self.page(self.manager, "printOpen", days_to=-1)
        self.assertIn("DANH SÁCH HỒ SƠ QUÁ HẠN", text)
        self.assertIn("1 hồ sơ", text)
        self.assertIn("-4", text)
        for faulty in ({"by": "unit", "to": "2026-03-31"}, {"by": "unit", "period": "month:2026-13"},
                       {"by": "colour", "period": "month:2026-03"}):
            answer = self.manager.call("printOnTime", body=faulty, faulty=True, expect=422)
            self.assertEqual([error["code"] for error in answer.json["errors"]], ["bad_value"])
        self.manager.call("printOpen", body={"days_to": "late"}, faulty=True, expect=422)
        self.manager.call("printOpen", body={"colour": "red"}, faulty=True, expect=422)

    def test_the_same_key_makes_one_page(self):
        once = "report-key-0001"
        first = self.manager.call("printOpen", body={}, once=once).json
        again = self.manager.call("printOpen", body={}, once=once)
        self.assertEqual((again.json["id"], again.headers["Idempotent-Replayed"]),
                         (first["id"], "true"))
        self.manager.call("printOpen", body={"days_to": -1}, once=once,
                          expect="idempotency_mismatch")

    def test_a_page_is_for_its_maker_and_for_who_sees_the_centre(self):
        """R-945."""
        mine, text = self.page(self.head, "printOpen")
        self.assertNotIn(self.dossiers["E"]["code"], text)
        theirs, _ = self.page(self.manager, "printOpen")
        self.head.call("getPrintDocument", print_job=theirs, expect="forbidden")
        self.manager.call("getPrintDocument", print_job=mine, expect=200)
        self.centre.client("KIEM_TRA").call("getPrintDocument", print_job=mine, expect=200)
        self.centre.client("TIEP_NHAN").call("getPrintDocument", print_job=mine,
                                             expect="forbidden")
        self.centre.client("KIEM_TRA").call("printOpen", body={}, expect="forbidden")

    def test_z_after_a_kill_the_figures_are_the_same(self):
        """Last by its name: the sessions of the other tests are those of the process before."""
        before = self.report("2026-03-02", "2026-03-12")
        self.centre.kill()
        self.centre.start()
        manager = self.centre.client("GD_TT")
        self.assertEqual(self.report("2026-03-02", "2026-03-12", client=manager), before)


if __name__ == "__main__":
    unittest.main()
