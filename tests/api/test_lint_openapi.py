"""The lint of the contract: clean on docs/openapi.yaml, and each check sees a planted fault."""
import copy
import unittest

import lint_openapi as lint
import openapi

TEXT = openapi.DOCUMENT.read_text(encoding="utf-8")
DOCUMENT = openapi.load()


def faults_of(check, change=lambda document: None, text=TEXT):
    """What one check says about the document after a change, as one text."""
    document = copy.deepcopy(DOCUMENT)
    change(document)
    return "\n".join(check(openapi.Contract(document), text))


class Lint(unittest.TestCase):
    def saw(self, found, *words):
        for word in words:
            self.assertIn(word, found)

    def test_the_contract_has_no_fault(self):
        self.assertEqual(lint.lint(DOCUMENT, TEXT), [])

    def test_an_anchor_a_tab_and_a_long_line_are_seen(self):
        for fault, word in (("\nx: &a 1\ny: *a\n", "anchor"), ("\n# \t\n", "tab"),
                            ("\n# " + "x" * 100, "characters")):
            self.saw(faults_of(lint.check_text, text=TEXT + fault), word)

    def test_a_key_given_twice_is_seen(self):
        with self.assertRaises(openapi.yaml.YAMLError):
            openapi.yaml.load("a: 1\na: 2\n", Loader=openapi._UniqueKeys)

    def test_a_reference_that_leads_nowhere_and_an_unused_part_are_seen(self):
        def change(document):
            schemas = document["components"]["schemas"]
            schemas["Ticket"]["properties"]["site"] = {"$ref": "#/components/schemas/Sote"}
            schemas["Orphan"] = {"type": "boolean"}
        self.saw(faults_of(lint.check_references, change), "Sote leads nowhere",
                 "Orphan: nothing uses it")

    def test_an_operation_without_its_parts_is_seen(self):
        def change(document):
            document["paths"]["/me"]["get"].update(
                operationId="getSession", tags=["Nothing"], summary="Who am I")
            del document["paths"]["/tickets/{ticket}"]["parameters"]
            del document["paths"]["/version"]["get"]["security"]
        document = copy.deepcopy(DOCUMENT)
        change(document)
        contract = openapi.Contract(document)
        self.saw("\n".join(lint.check_operations(contract, TEXT)), "operationId is given twice",
                 "tags ['Nothing']", "Vietnamese term", "getTicket: path parameters",
                 "getVersion: no security")

    def test_an_unknown_role_and_a_device_without_security_are_seen(self):
        def change(document):
            document["paths"]["/me"]["get"].update(
                {"x-roles": ["KHACH"], "security": [{"bearer": []}]})
        self.saw(faults_of(lint.check_callers, change), "x-roles ['KHACH']",
                 "x-devices and security disagree")

    def test_a_role_that_the_table_of_permissions_does_not_give_is_seen(self):
        def change(document):
            document["paths"]["/log"]["get"]["x-roles"].append("GD_TT")
        self.saw(faults_of(lint.check_permissions, change), "readLog: log-read says")

    def test_a_route_that_differs_from_the_server_is_seen(self):
        def change(document):
            paths = document["paths"]
            del paths["/version"]
            paths["/tickets"]["get"]["parameters"].pop()
            paths["/counters/{counter}/call-next"]["post"]["requestBody"]["required"] = True
        self.saw(faults_of(lint.check_routes, change), "get /version is not in the contract",
                 "listTickets: routes.c knows", "callNext: BODY is False",
                 "callNext: MAY_BODY is True")

    def test_a_dossier_action_that_differs_from_the_state_table_is_seen(self):
        def change(document):
            paths = document["paths"]
            paths["/dossiers/{dossier}/sign"]["post"]["x-roles"].append("LD_PHONG")
            paths["/dossiers/{dossier}/sign"]["post"]["x-errors"].remove("result_missing")
            del paths["/dossiers/{dossier}/begin"]
            document["components"]["schemas"]["DossierAction"]["enum"].append("bury")
        self.saw(faults_of(lint.check_dossier_actions, change), "signDossier: the state table",
                 "gives result_missing", "begin: in the contract or", "bury is in one")

    def test_a_missing_refusal_and_an_unlisted_code_are_seen(self):
        def change(document):
            del document["paths"]["/tickets"]["post"]["responses"]["409"]
            document["paths"]["/tickets"]["post"]["x-errors"].append("tired")
        self.saw(faults_of(lint.check_errors_of_operations, change), "createTicket: refusals",
                 "code tired is not in ProblemCode")

    def test_a_code_that_leaves_the_enumeration_or_its_example_is_seen(self):
        def change(document):
            parts = document["components"]
            parts["schemas"]["ProblemCode"]["enum"].remove("once_only")
            media = parts["responses"]["Conflict"]["content"]["application/problem+json"]
            media["examples"]["counter_busy"]["value"]["title"] = "Quầy bận"
        self.saw(faults_of(lint.check_errors_of_table, change),
                 "error.h: once_only is not in ProblemCode", "title differs from error.h")

    def test_an_unbounded_schema_is_seen(self):
        def change(document):
            schemas = document["components"]["schemas"]
            schemas["Site"]["properties"].update(
                note={"type": "string"}, n={"type": "integer"}, NoSnake={"type": "boolean"},
                list={"type": "array", "items": {"type": "boolean"}})
            schemas["Unit"]["additionalProperties"] = True
            schemas["Unit"]["required"].append("ghost")
            schemas["Version"]["minimum"] = "one"
        self.saw(faults_of(lint.check_schemas, change), "a text without", "a number without",
                 "a list without", "not closed", "required ghost", "schemas/Version: ",
                 "not snake_case")

    def test_an_example_that_does_not_fit_is_seen(self):
        def change(document):
            document["components"]["schemas"]["TicketCreate"]["examples"][0]["class"] = "P9"
        self.saw(faults_of(lint.check_examples, change), "schemas/TicketCreate: example")

    def test_a_change_without_a_key_and_an_unpaged_list_are_seen(self):
        def change(document):
            document["paths"]["/tickets"]["post"]["parameters"] = []
            document["components"]["schemas"]["SiteList"]["properties"]["total"] = {}
        self.saw(faults_of(lint.check_answers, change), "createTicket: changes something without",
                 "listSites: a paged answer")


if __name__ == "__main__":
    unittest.main()
