"""What the centre consists of: sites, services, units, procedures, the calendar. Expected values
are those of the sample files. Rules checked: R-281, R-282.
"""
import json
import pathlib
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
import server  # noqa: E402

PROCEDURES = json.loads((server.SAMPLE / "procedures.json").read_text("utf-8"))["procedures"]
HOLIDAYS = json.loads((server.SAMPLE / "holidays.json").read_text("utf-8"))
CENTRE = json.loads((server.SAMPLE / "centre.json").read_text("utf-8"))


def setUpModule():
    global SERVER
    SERVER = server.Server()
    SERVER.__enter__()


def tearDownModule():
    SERVER.__exit__(None, None, None)


class Catalogue(unittest.TestCase):
    def setUp(self):
        self.clerk = SERVER.client("TIEP_NHAN")

    def codes(self, **arguments):
        return [p["procedure"] for p in self.clerk.pages("listProcedures", **arguments)]

    def test_sites_services_and_units_are_those_of_the_sample(self):
        for operation, key, rows in (("listSites", "site", CENTRE["sites"]),
                                     ("listServices", "service", CENTRE["services"]),
                                     ("listUnits", "unit", CENTRE["units"])):
            wanted = [row[key] for row in rows]
            listed = [row[key] for row in self.clerk.pages(operation)]
            self.assertCountEqual(listed, wanted)
            by_two = [row[key] for row in self.clerk.pages(operation, limit=2)]
            self.assertEqual(by_two, listed)

    def test_the_queue_names_its_site_and_its_services_in_both_languages(self):
        for operation in ("getQueue", "publicWaiting"):
            told = self.clerk.call(operation).json["items"]
            self.assertEqual({q["site"]: q["site_name"] for q in told},
                             {row["site"]: row["name"] for row in CENTRE["sites"]})
            self.assertEqual({(s["service"], s["name"], s["name_en"]) for s in told[0]["services"]},
                             {(row["service"], row["name"], row["name_en"])
                              for row in CENTRE["services"]})

    def test_a_cursor_that_no_list_gave_is_refused(self):
        self.clerk.call("listSites", after="nowhere", expect="bad_cursor")

    def test_every_procedure_is_listed_once_in_order(self):
        wanted = sorted(row["code"] for row in PROCEDURES)
        self.assertEqual(self.codes(limit=500), wanted)
        self.assertEqual(self.codes(limit=7), wanted)

    def test_a_procedure_says_what_its_row_says(self):
        rows = {row["code"]: row for row in PROCEDURES}
        for code in ("1.001193", "1.003583", "1.004222", "3.000182", "1.004946"):
            row, told = rows[code], self.clerk.call("getProcedure", procedure=code).json
            self.assertEqual(told["name"], row["name"])
            self.assertEqual(told["limit_text"], row["time_limit"]["text"])
            self.assertTrue(told["limit"].startswith(row["time_limit"]["unit"]))
            self.assertEqual(told["cutoff"], row["time_limit"].get("cutoff"))
            self.assertEqual(told["fee"]["text"], row["fee"]["text"])
            self.assertEqual([d["name"] for d in told["documents"]],
                             [d["name"] for d in row["documents"]])
            self.assertEqual([d["replace_by_data"] for d in told["documents"]],
                             [d.get("replace_by_data") for d in row["documents"]])
            self.assertTrue(told["in_force"])
        self.clerk.call("getProcedure", procedure="9.999999", expect="not_found")

    def test_a_mountain_commune_has_its_longer_limit(self):
        told = self.clerk.call("getProcedure", procedure="1.012796").json
        self.assertEqual(told["limit"], "WORKING_DAYS 18")  # "xã miền núi: không quá 18 ngày"

    def test_search_forgives_tones_and_finds_beginnings(self):
        born = self.codes(q="khai sinh", limit=500)
        self.assertIn("1.001193", born)
        self.assertEqual(self.codes(q="KHAI SINH"), born)
        self.assertEqual(self.codes(q="sinh  khải"), born)
        self.assertEqual(self.codes(q="đang ky khai si lưu"), ["1.003583"])
        self.assertEqual(self.codes(q="1.00358"), ["1.003583"])
        self.assertEqual(self.codes(q="hai sinh"), [])  # the middle of a word is no word
        self.assertEqual(self.codes(q="zzz"), [])
        self.assertEqual(self.codes(field="Cư trú"),
                         sorted(r["code"] for r in PROCEDURES if r["field"] == "Cư trú"))
        self.assertEqual(self.codes(field="cu tru"), [])  # a field is written exactly
        self.clerk.call("listProcedures", q="x" * 201, expect="bad_parameter", faulty=True)

    def test_citizens_find_procedures_without_an_account(self):
        public = SERVER.client()
        found = list(public.pages("publicProcedures", q="thuong tru", limit=2))
        self.assertIn("1.004222", [p["procedure"] for p in found])

    def test_the_calendar_is_that_of_the_sample(self):
        answer = self.clerk.call("getCalendar")
        told = answer.json
        self.assertEqual(answer.headers["ETag"], f'"{told["version"]}"')
        self.assertEqual(told["title"], HOLIDAYS["meta"]["title"])
        self.assertEqual(told["weekly_rest"], ["T7", "CN"])
        self.assertEqual([d["date"] for d in told["days_off"]],
                         [d["date"] for d in HOLIDAYS["days_off"]])
        self.assertEqual([d["date"] for d in told["compensatory_working_days"]],
                         [d["date"] for d in HOLIDAYS["compensatory_working_days"]])
        self.assertEqual(told["horizon"]["from"], "2025-07-01")  # the first sessions row
        self.assertNotIn(2026, told["unconfirmed_years"])
        self.assertIn(2027, told["unconfirmed_years"])  # only proposed days
        self.assertEqual(told["working_sessions"][0]["sessions"],
                         [{"from": "07:30", "to": "11:30"}, {"from": "13:00", "to": "17:00"}])
        self.assertEqual(len(told["working_sessions"]), 1)  # the template is none

    def test_a_stranger_does_not_read_the_sites(self):
        SERVER.client().call("listSites", expect="unauthenticated")


if __name__ == "__main__":
    unittest.main()
