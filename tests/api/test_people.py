"""The register of people. Rules checked: R-465, R-466, R-467, R-468, R-469, R-470, R-471, R-472,
R-473, R-475."""
import pathlib
import sqlite3
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import server  # noqa: E402

PROCEDURE = "1.003583"  # handled by VP_HDND_UBND
# personal ids of women born in 1990: province 006, 1, 90
MAI, HOA = "006190012345", "006190054321"
REASON = "Cùng một người, đã xem giấy tờ"


class People(unittest.TestCase):
    def setUp(self):
        self.centre = server.Server(begins="2026-03-02T09:00:00+07:00")
        self.centre.__enter__()
        self.addCleanup(self.centre.__exit__, None, None, None)
        self.desk = self.centre.client("TIEP_NHAN")
        self.director = self.centre.client("GD_TT")

    def opened(self, name, number=None, **applicant):
        """A dossier of this person; a stranger without a number shows his passport."""
        who = {"kind": "citizen", "full_name": name,
               "identity_document": "card" if number else "passport", **applicant}
        if number:
            who["personal_id"] = number
        documents = [{"row": row["row"], "name": row["name"], "form": row["form"], "originals": 1,
                      "copies": 0, "scan": {"file": f"trang-{row['row']}.pdf"}}
                     for row in self.desk.call("getProcedure", procedure=PROCEDURE).json["documents"]
                     if row["required"]]
        return self.desk.call("createDossier", expect=201, body={
            "procedure": PROCEDURE, "applicant": who, "documents": documents,
            "channel": "counter", "result_delivery": "counter", "intake": "accept"}).json

    def people(self, client=None, **query):
        return (client or self.desk).call("listPeople", **query).json["items"]

    def person(self, number):
        [found] = self.people(q=number)
        return found

    def named(self, name):
        return [person for person in self.people() if person["full_name"] == name]

    def show(self, person, **more):
        return self.desk.call("getPerson", person=person["id"], **more).json

    def dossiers(self, person):
        return [item["dossier"]["id"] for item in self.show(person)["dossiers"]]

    def merge(self, person, into, client=None, expect=None, reason=REASON):
        return (client or self.desk).call("mergePerson", person=person["id"], expect=expect,
                                          body={"into": into["id"], "reason": reason}).json

    def undo(self, person, expect=None):
        return self.desk.call("undoMerge", person=person["id"], expect=expect,
                              body={"reason": "Gộp nhầm"}).json

    def checked(self):
        self.centre.stop()
        return self.centre.run("check", "--data", self.centre.data)

    def test_one_document_is_one_person_and_a_name_is_not(self):
        """R-465."""
        first = self.opened("Nông Thị Mẫu", MAI)
        second = self.opened("Nông Thị Mẫu Hai", MAI, birth_date="1990-08-15")
        self.opened("Nông Thị Mẫu")
        self.opened("Nông Thị Mẫu")
        person = self.person(MAI)
        self.assertEqual((person["full_name"], person["birth_date"], person["number_kind"]),
                         ("Nông Thị Mẫu Hai", "1990-08-15", "personal_id"))
        self.assertEqual(self.dossiers(person), [second["id"], first["id"]])
        self.assertEqual(len(self.named("Nông Thị Mẫu")), 2)
        self.assertEqual({len(self.dossiers(one)) for one in self.named("Nông Thị Mẫu")}, {1})
        self.assertIn("people: 3 records", self.checked())

    def test_names_are_found_without_tones_in_the_order_of_given_names(self):
        """R-404, R-469: Ân < Ấn; then Dung < Đào; a page begins where the last one ended."""
        for name in ("Trần Văn Đào", "Lò Thị Dung", "Nguyễn Thị Ấn", "Hoàng Thị Ân", "Páo",
                     "Nguyễn Thị An"):
            self.opened(name)
        order = ["Nguyễn Thị An", "Hoàng Thị Ân", "Nguyễn Thị Ấn", "Lò Thị Dung", "Trần Văn Đào",
                 "Páo"]
        self.assertEqual([person["full_name"] for person in self.people()], order)
        paged, after = [], {}
        while True:
            page = self.desk.call("listPeople", limit="4", **after).json
            paged += [person["full_name"] for person in page["items"]]
            if not page["next"]:
                break
            after = {"after": page["next"]}
        self.assertEqual(paged, order)
        self.assertEqual([person["full_name"] for person in self.people(q="nguyen AN")],
                         ["Nguyễn Thị An", "Nguyễn Thị Ấn"])
        self.assertEqual([person["full_name"] for person in self.people(q="Đào")],
                         ["Trần Văn Đào"])
        self.assertEqual(self.people(q="guyen"), [])
        self.assertEqual(self.people(q="%"), [])
        self.desk.call("listPeople", after="g999999999", expect="bad_cursor")

    def test_a_unit_sees_the_people_of_its_dossiers_only(self):
        """R-468."""
        dossier = self.opened("Nông Thị Mẫu", MAI)
        self.opened("Lò Thị Mẫu", HOA)
        officer = self.centre.client("THU_LY")
        self.assertEqual(self.people(officer), [])
        self.assertEqual(self.people(officer, q=MAI), [])
        officer.call("getPerson", person=self.person(MAI)["id"], expect="not_found")
        self.desk.call("handOverDossier", dossier=dossier["id"], If_Match=f'"{dossier["version"]}"',
                       body={"account": "thuly"})
        self.assertEqual([person["number"] for person in self.people(officer)], [MAI])
        officer.call("getPerson", person=self.person(MAI)["id"], expect=200)
        officer.call("getPerson", person=self.person(HOA)["id"], expect="not_found")
        self.centre.client("PHAT_SO").call("listPeople", expect="forbidden")

    def test_a_correction_changes_the_record_or_finds_another(self):
        """R-466."""
        first = self.opened("Nông Thị Mẫu", MAI)
        other = self.opened("Nông Thị Mâu")
        [stranger] = self.named("Nông Thị Mâu")

        def correct(dossier, field, value):
            version = self.desk.call("getDossier", dossier=dossier["id"]).json["version"]
            asked = self.desk.call("askCorrection", dossier=dossier["id"], If_Match=f'"{version}"',
                                   body={"field": field, "value": value, "reason": REASON}).json
            self.director.call("correctDossier", dossier=dossier["id"],
                               If_Match=f'"{asked["version"]}"',
                               body={"correction": asked["corrections"][-1]["correction"],
                                     "reason": REASON})

        correct(other, "full_name", "Nông Thị Mậu")
        self.assertEqual(self.show(stranger)["full_name"], "Nông Thị Mậu")
        correct(other, "personal_id", HOA)
        self.assertEqual(self.person(HOA)["id"], stranger["id"])
        correct(first, "personal_id", HOA)
        self.assertEqual(self.dossiers(stranger), [other["id"], first["id"]])
        self.assertEqual(self.people(q=MAI), [])
        self.assertIn("0 faults", self.checked())

    def test_a_merge_shows_all_dossiers_and_its_undoing_restores(self):
        """R-471."""
        mine = self.opened("Nông Thị Mẫu", MAI)
        child = self.opened("Nông Thị Mẫu")
        third = self.opened("Nông Mẫu")
        person = self.person(MAI)
        [short] = self.named("Nông Mẫu")
        nameless = next(one for one in self.named("Nông Thị Mẫu") if not one["number"])
        before = [self.show(one) for one in (person, nameless, short)]
        self.merge(short, nameless)
        self.assertEqual(self.dossiers(nameless), [third["id"], child["id"]])
        self.assertEqual(self.merge(nameless, person)["id"], person["id"])
        self.assertEqual(self.dossiers(person), [third["id"], child["id"], mine["id"]])
        self.assertEqual(self.dossiers(nameless), [])
        self.assertEqual(self.show(nameless)["merged_into"], person["id"])
        self.assertEqual([one["id"] for one in self.people()], [person["id"]])
        self.undo(nameless)
        self.assertEqual(self.dossiers(nameless), [third["id"], child["id"]])
        self.assertEqual(self.show(short)["merged_into"], nameless["id"])
        self.undo(short)
        after = [self.show(one) for one in (person, nameless, short)]
        self.assertEqual([len(one.pop("merges")) for one in after], [1, 2, 1])
        for one in before:
            one.pop("merges")
        self.assertEqual(after, before)
        log = self.centre.client("QUAN_TRI").call("readLog").json["items"]
        told = [entry for entry in log if entry["kind"].startswith("person_")]
        self.assertEqual(sorted(entry["kind"] for entry in told),
                         ["person_merge_undone"] * 2 + ["person_merged"] * 2)
        self.assertNotIn(REASON, str(told))
        self.assertIn("0 faults", self.checked())

    def test_what_comes_with_the_number_of_a_merged_record_is_shown_where_it_stands(self):
        """R-465, R-471."""
        self.opened("Nông Thị Mẫu", MAI)
        self.opened("Lò Thị Mẫu", HOA)
        mai, hoa = self.person(MAI), self.person(HOA)
        self.merge(hoa, mai, self.director)
        late = self.opened("Lò Thị Mẫu", HOA)
        self.assertEqual(self.dossiers(mai)[0], late["id"])
        self.assertEqual(self.person(HOA)["id"], mai["id"])
        self.undo(hoa)
        self.assertEqual(self.dossiers(hoa)[0], late["id"])
        self.assertEqual(len(self.dossiers(mai)), 1)

    def test_merges_that_are_refused_change_nothing(self):
        """R-472, R-473."""
        self.opened("Nông Thị Mẫu", MAI)
        self.opened("Lò Thị Mẫu", HOA)
        self.opened("Nông Mẫu")
        mai, hoa = self.person(MAI), self.person(HOA)
        [short] = self.named("Nông Mẫu")
        self.merge(mai, mai, expect="person_is_the_same")
        self.merge(hoa, mai, expect="identity_differs")
        self.merge(short, mai, reason=" ", expect="bad_value")
        self.merge(short, {"id": "g999999999"}, expect=422)
        self.undo(short, expect="not_merged")
        self.merge(short, mai)
        self.merge(short, hoa, expect="person_merged")
        self.merge(hoa, short, self.director, expect="person_merged")
        self.merge(mai, short, expect="merge_cycle")
        self.assertEqual([one["id"] for one in self.people()], [hoa["id"], mai["id"]])
        self.assertEqual(len(self.show(mai)["merges"]), 1)
        self.merge(hoa, mai, self.director)
        self.assertEqual(len(self.dossiers(mai)), 3)
        self.assertIn("0 faults", self.checked())

    def test_likely_duplicates(self):
        """R-475."""
        born = {"birth_date": "1990-08-15"}
        self.opened("Nông Thị Mẫu", MAI, **born)
        self.opened("NÔNG THỊ MẬU", **born)
        self.opened("Nông Thị Mẫu", birth_date="1990-08-16")
        self.opened("Lò Thị Hoa", HOA, **born)
        self.opened("Lò Thị Hoa", "006190054322", **born)  # two people by their cards
        found = self.desk.call("listDuplicates").json["items"]
        self.assertEqual([one["full_name"] for one in found], ["Nông Thị Mẫu", "NÔNG THỊ MẬU"])
        self.merge(found[1], found[0])
        self.assertEqual(self.desk.call("listDuplicates").json["items"], [])

    def test_older_dossiers_are_entered_at_the_first_start_and_check_sees_faults(self):
        """R-467, R-470."""
        first = self.opened("Nông Thị Mẫu", MAI)
        second = self.opened("Nông Thị Mẫu", MAI)
        stranger = self.opened("Lò Thị Mẫu")
        expected = self.people()
        self.centre.stop()
        database = sqlite3.connect(self.centre.data / "motcua.db")
        with database:
            database.execute("UPDATE dossier_person SET person = NULL")
            database.execute("DELETE FROM person")
        self.assertIn("people: 3 of the dossiers' people are not in the register",
                      self.centre.run("check", "--data", self.centre.data, expect=1))
        self.centre.start()
        self.desk = self.centre.client("TIEP_NHAN")
        self.assertEqual(self.people(), expected)
        self.assertEqual(self.dossiers(self.person(MAI)), [second["id"], first["id"]])
        [other] = self.named("Lò Thị Mẫu")
        self.assertEqual(self.dossiers(other), [stranger["id"]])
        self.merge(other, self.person(MAI))
        self.assertIn("0 faults", self.checked())
        with database:
            database.execute("UPDATE person SET standing = id WHERE merged_into IS NOT NULL")
        self.assertIn("people: the merges of 1 records do not end at one that stands",
                      self.centre.run("check", "--data", self.centre.data, expect=1))
        database.close()


if __name__ == "__main__":
    unittest.main()
