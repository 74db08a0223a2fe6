"""The checking client sees what is wrong: a good answer passes, each planted fault is a Breach."""
import copy
import http.client
import json
import unittest

import contract
import openapi

CONTRACT = contract.CONTRACT
TICKET = CONTRACT.document["components"]["schemas"]["Ticket"]["examples"][0]
ACCOUNT = CONTRACT.document["components"]["schemas"]["Account"]["examples"][0]


def answer(status, value, kind="application/json", **headers):
    """A raw answer as the wire would give it."""
    message = http.client.HTTPMessage()
    if kind:
        message["Content-Type"] = kind
    for name, text in headers.items():
        message[name.replace("_", "-")] = text
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return contract.Answer(status, message, body, None, None)


def problem(code, **facts):
    status, title, _ = contract.TABLE[code]
    value = {"type": "/problems/" + code, "title": title, "status": status, "code": code, **facts}
    return status, value, "application/problem+json"


def check(operation_id, raw):
    return contract.check_answer(CONTRACT.by_id[operation_id], raw)


class Answers(unittest.TestCase):
    def breach(self, words, operation_id, raw):
        with self.assertRaises(contract.Breach) as caught:
            check(operation_id, raw)
        self.assertIn(words, str(caught.exception))

    def test_good_answers_pass(self):
        self.assertEqual(check("getTicket", answer(200, TICKET)).json, TICKET)
        check("getAccount", answer(200, ACCOUNT, ETag='"1"'))
        check("createTicket", answer(*problem("service_closed")))
        check("getMe", answer(*problem("too_many_requests", retry_after_s=5), Retry_After="5"))
        check("deleteSession", answer(204, b"", None, Set_Cookie="x=; Max-Age=0"))

    def test_an_unknown_status_or_content_type_is_a_breach(self):
        self.breach("no such status", "getTicket", answer(202, TICKET))
        self.breach("content type", "getTicket", answer(200, TICKET, "text/html"))
        self.breach("a body where none belongs", "deleteSession",
                    answer(204, b"x", None, Set_Cookie="x="))

    def test_a_body_that_does_not_fit_is_a_breach(self):
        for change in ({"state": "asleep"}, {"extra": 1}, {"calls": -1}, {"issued_at": "now"},
                       {"issued_at": "2026-03-10T07:41:09Z"}, {"id": "12"}, {"counter": 3}):
            self.breach("getTicket -> 200", "getTicket", answer(200, {**TICKET, **change}))
        missing = copy.deepcopy(TICKET)
        del missing["version"]
        self.breach("'version' is a required property", "getTicket", answer(200, missing))

    def test_json_that_is_not_strict_is_a_breach(self):
        for raw in (b'{"a":1,"a":2}', b"{", b"\xff", b'{"a":NaN}', b""):
            self.breach("not JSON", "getTicket", answer(200, raw))

    def test_a_missing_or_wrong_header_is_a_breach(self):
        self.breach("header ETag is missing", "getAccount", answer(200, ACCOUNT))
        self.breach("ETag", "getAccount", answer(200, ACCOUNT, ETag='"2"'))
        self.breach("ETag", "getAccount", answer(200, ACCOUNT, ETag="1"))
        self.breach("Retry-After is missing", "getMe", answer(*problem("too_many_requests")))
        self.breach("differs", "getMe",
                    answer(*problem("too_many_requests", retry_after_s=5), Retry_After="6"))
        self.breach("takes no key", "getTicket",
                    answer(200, TICKET, Idempotent_Replayed="true"))

    def test_a_problem_of_another_kind_is_a_breach(self):
        self.breach("not a code of this operation", "startTicket", answer(*problem("once_only")))
        wrong = problem("not_found", state="x")[1]
        self.breach("the problem says", "getTicket",
                    answer(404, {**wrong, "status": 410}, "application/problem+json"))
        self.breach("type", "getTicket",
                    answer(404, {**wrong, "type": "/problems/x"}, "application/problem+json"))
        self.breach("without errors", "createTicket", answer(*problem("unknown_field")))
        self.breach("without what is allowed", "startTicket", answer(*problem("state_forbids")))
        self.breach("belongs to", "createTicket",
                    answer(409, {**problem("bad_value")[1], "status": 409},
                           "application/problem+json"))


class Requests(unittest.TestCase):
    def refused(self, operation_id, query=(), headers=None, body=None):
        with self.assertRaises(contract.BadRequest):
            contract.check_request(CONTRACT.by_id[operation_id], list(query), headers or {}, body)

    def test_a_request_outside_the_contract_is_a_fault_of_the_test(self):
        key = {"Idempotency-Key": "k" * 20}
        good = {"service": "A", "class": "P0"}
        contract.check_request(CONTRACT.by_id["createTicket"], [], key, good)
        self.refused("createTicket", body=good)
        self.refused("createTicket", headers={"Idempotency-Key": "short"}, body=good)
        self.refused("createTicket", headers=key)
        self.refused("createTicket", headers=key, body={**good, "sevice": "A"})
        self.refused("listTickets", query=[("khong_co", "1")])
        self.refused("listTickets", query=[("limit", "0")])
        self.refused("listTickets", query=[("state", "asleep")])
        self.refused("reportQueue")
        self.refused("getMe", body={})

    def test_a_path_finds_its_operation(self):
        self.assertEqual(CONTRACT.find("GET", "/tickets/t12").id, "getTicket")
        self.assertEqual(CONTRACT.find("POST", "/tickets/t12/no-show").id, "markNoShow")
        self.assertEqual(CONTRACT.find("GET", "/reports/on-time/dossiers").id,
                         "reportOnTimeDossiers")
        self.assertIsNone(CONTRACT.find("PATCH", "/tickets"))

    def test_every_error_of_the_table_is_read(self):
        text = openapi.ERROR_TABLE.read_text(encoding="utf-8")
        self.assertEqual(len(contract.TABLE), text.count("X(ERR_"))


if __name__ == "__main__":
    unittest.main()
