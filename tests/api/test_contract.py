"""The server against docs/openapi.yaml: every operation, with right and with faulty requests.

For each operation that the contract has: nobody signed in, wrong role, wrong device, unknown
parameter, bad parameter; for each body: malformed, wrong content type, and one fault at a time in
every field (faults.py). Each must get its stable code, and nothing may have changed: the log has no
new row. What is here is generated from the contract; what a day looks like is in tests/flow.
"""
import pathlib
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests" / "api"), str(ROOT / "tests" / "support")]
import contract  # noqa: E402
import faults  # noqa: E402
import server  # noqa: E402

CONTRACT = contract.CONTRACT
# Ids that cannot exist: faults of the request's form come before "is it there".
NOBODY = {
    "site": "khong-co", "service": "Z", "printer": "khong-co", "backup": "khong-co",
    "ticket": "t999999999", "dossier": "d999999999", "print_job": "p999999999",
    "kind": "year", "from": "1999-01-01", "year": "2199",
          "counter": "khong-co", "account": "khong.co", "device": "khong-co",
          "help_call": "h999999999", "reminder": "n999999999", "petition": "k999999999",
          "person": "g999999999",
          "scan": "s999999999", "webhook": "khong-co", "mapping": "khong-co", "receipt": "b999999999",
          "procedure": "khong-co", "version": "1", "track_token": "x" * 20, "code": "H99.999-990101-0001"}
REQUIRED_QUERY = {"from": "2026-03-01", "to": "2026-03-31", "by": "field", "column": "received",
                  "date": "2026-03-10", "secret": "khongco", "format": "csv", "part": "0",
                  "kind": "month", "paper": "1", "field": "Hộ tịch",
                  "mapping": "khong-co"}
TOO_LONG = ("bad_value", "text_too_long")
STREAM = "streamEvents"  # an endless answer: only its refusals are tried here
MALFORMED = (b"", b"{", b'{"a":1,}', b"nothing", b'{"a":1} {}', b'{"a":1,"a":2}', b"\xff\xfe{}",
             b'{"a":"\xc3\x28"}', b'{"a":NaN}', b"[" * 100000, b'{"a":"\\ud800"}')


CLIENTS = {}


def setUpModule():
    global SERVER
    SERVER = server.Server()
    SERVER.__enter__()


def tearDownModule():
    SERVER.__exit__(None, None, None)


def arguments(operation):
    """Path and required query parameters, and an If-Match where one is asked for."""
    found = {name: NOBODY[name] for name in operation.parameters_in("path")}
    for name, parameter in operation.parameters_in("query").items():
        if parameter.get("required"):
            found[name] = REQUIRED_QUERY[name]
    if operation.versioned:
        found["If_Match"] = '"1"'
    return found


def call(client, operation, body=None, **more):
    """Call with a body that fits, unless another is given."""
    if body is None and operation.body_schema and "raw" not in more:
        body = faults.example_body(CONTRACT, operation)
    return client.call(operation.id, body=body, faulty=True, **{**arguments(operation), **more})


def codes_in(answer):
    """The problem's code, or those of its fields when there are several."""
    problem = answer.json or {}
    found = {problem.get("code")}
    if problem.get("code") == "invalid_fields":
        found |= {error["code"] for error in problem["errors"]}
    return found


class ContractTest(unittest.TestCase):
    """Each test goes through the operations it is about and gathers what differs."""

    def setUp(self):
        self.differences = []

    def tearDown(self):
        if self.differences:
            self.fail("\n".join([f"{len(self.differences)} differences:"] + self.differences))

    def attempt(self, place, operation, client, codes, status=None, **more):
        """Send one request; note a breach of the contract or another code than one of these."""
        try:
            answer = call(client, operation, expect=status, **more)
        except contract.Unexpected as error:
            self.differences.append(f"{operation.id}, {place}: {error}")
            return None
        except AssertionError as error:
            self.differences.append(f"{operation.id}, {place}: {error}")
            return None
        if codes and not codes & codes_in(answer):
            self.differences.append(
                f"{operation.id}, {place}: {answer.status} {answer.body[:200]!r}, not {codes}")
        return answer

    def everyone(self):
        """A client for each role, signed in once for all tests (signing in is slow on purpose)."""
        if not CLIENTS:
            CLIENTS.update({role: SERVER.client(role) for role in server.ACCOUNTS})
        return CLIENTS

    def someone(self, operation, clients):
        """A client whose role may call the operation (the administrator's where nobody must)."""
        return clients[operation.raw.get("x-roles", ["QUAN_TRI"])[0]]

    def test_without_a_session_every_closed_operation_is_unauthenticated(self):
        nobody = SERVER.client()
        stranger = SERVER.client()
        stranger.token = "A" * 43
        for operation in CONTRACT.operations:
            if not operation.public:
                for client in (nobody, stranger):
                    self.attempt("no session", operation, client, {"unauthenticated"}, any_status)

    def test_a_role_that_the_contract_does_not_name_is_refused(self):
        for role, client in self.everyone().items():
            for operation in CONTRACT.operations:
                if not operation.public and role not in operation.raw["x-roles"]:
                    codes = {"forbidden"} | ({"not_found"} if "{" in operation.path else set())
                    self.attempt(role, operation, client, codes, any_status)

    def test_a_device_of_a_kind_that_the_contract_does_not_name_is_refused(self):
        administrator = self.everyone()["QUAN_TRI"]
        site = administrator.call("getQueue").json["items"][0]["site"]
        for kind in ("kiosk", "board", "printer"):
            body = {"device": "thu-" + kind, "kind": kind, "site": site}
            token = administrator.call("createDevice", body=body).json["token"]
            device = SERVER.client()
            device.token = token
            self.assertEqual(device.call("getMe").json["device_kind"], kind)
            for operation in CONTRACT.operations:
                if not operation.public and kind not in operation.raw.get("x-devices", []):
                    codes = {"forbidden"} | ({"not_found"} if "{" in operation.path else set())
                    self.attempt(kind, operation, device, codes, any_status)
            administrator.call("deleteDevice", device="thu-" + kind)
            device.call("getMe", expect="unauthenticated")

    def test_an_unknown_parameter_is_refused(self):
        clients = self.everyone()
        for operation in CONTRACT.operations:
            self.attempt("?khong_co=1", operation, self.someone(operation, clients),
                         {"unknown_parameter"}, any_status, khong_co="1")

    def test_a_bad_parameter_is_refused(self):
        clients = self.everyone()
        for operation in CONTRACT.operations:
            client = self.someone(operation, clients)
            for name, parameter in operation.parameters_in("query").items():
                for value, codes in bad_values(name, parameter):
                    self.attempt(f"?{name}={value}", operation, client, codes, any_status,
                                 **{name: value})
                if parameter.get("required"):
                    self.attempt(f"without ?{name}", operation, client,
                                 {"bad_parameter", "not_found"}, any_status, **{name: None})

    def test_a_path_that_names_nothing_is_not_found(self):
        clients = self.everyone()
        for operation in CONTRACT.operations:
            if "{" in operation.path:
                self.attempt("nobody's id", operation, self.someone(operation, clients),
                             {"not_found"}, any_status)

    def test_an_unknown_path_or_method_is_refused(self):
        client = self.everyone()["QUAN_TRI"]
        for method, path, status in (("GET", "/khong-co", 404),
                                     ("GET", "/tickets/t1/khong-co", 404),
                                     ("DELETE", "/tickets", 405), ("POST", "/me", 405)):
            headers = {"Authorization": "Bearer " + client.token}
            raw = client.exchange(method, CONTRACT.base + path, headers, None)
            problem = contract.parse_json(raw.body)
            self.assertEqual((raw.status, problem["status"]), (status, status), path)
            self.assertEqual(CONTRACT.faults(contract.PROBLEM, problem), [])
            if status == 405:
                self.assertIn("GET", raw.headers["Allow"])

    def with_bodies(self):
        """Operations with a body, each with a client that may call it; the log stands still."""
        clients = self.everyone()
        before = last_seq(clients["KIEM_TRA"])
        for operation in CONTRACT.operations:
            if operation.body_schema:
                yield operation, self.someone(operation, clients)
        if last_seq(clients["KIEM_TRA"]) != before:
            self.differences.append("a refused request left a row in the log")

    def test_a_body_with_one_fault_is_refused_by_the_name_of_the_fault(self):
        for operation, client in self.with_bodies():
            for fault in faults.faults(CONTRACT, operation):
                answer = self.attempt(fault.what, operation, client, fault.codes, any_status,
                                      body=fault.body)
                self.check_pointer(operation, fault, answer)

    def check_pointer(self, operation, fault, answer):
        """A fault of a field names the field (a code that the catalogue lacks need not)."""
        named = {error["pointer"] for error in ((answer and answer.json) or {}).get("errors", [])}
        whole = answer is None or answer.status != 422 or answer.json["code"] == "unknown_class"
        if not whole and fault.pointer not in named:
            self.differences.append(f"{operation.id}, {fault.what}: errors name {sorted(named)}, "
                                    f"not {fault.pointer}")

    def test_a_malformed_body_is_refused(self):
        for operation, client in self.with_bodies():
            for raw in MALFORMED:
                if raw or operation.body_required:
                    codes = {"malformed"} if raw else {"malformed", "unsupported_media_type"}
                    self.attempt(repr(raw[:20]), operation, client, codes, any_status, raw=raw)
            for raw in (b"[]", b'"chu"', b"null", b"1"):
                self.attempt(repr(raw), operation, client, {"malformed", "wrong_type"},
                             any_status, raw=raw)

    def test_another_content_type_is_refused(self):
        for operation, client in self.with_bodies():
            for kind in ("text/plain", "application/x-www-form-urlencoded", None):
                self.attempt(f"content type {kind}", operation, client, {"unsupported_media_type"},
                             any_status, raw=b"{}", headers={"Content-Type": kind})

    def test_a_body_above_the_limit_is_refused(self):
        body = b'{"x":"' + b"x" * (1 << 20) + b'"}'
        for operation, client in self.with_bodies():
            self.attempt("a body above 1 MiB", operation, client, {"payload_too_large"},
                         any_status, raw=body)

    def test_without_a_usable_key_nothing_is_done(self):
        clients = self.everyone()
        while (any(b["state"] == "making"  # earlier tests asked for these; the log will tell
                   for b in clients["QUAN_TRI"].call("listBackups").json["items"]) or
               clients["GD_TT"].call("listPrintJobs", state="queued").json["items"]):
            time.sleep(0.05)
        before = last_seq(clients["KIEM_TRA"])
        for operation in CONTRACT.operations:
            if operation.keyed:
                client = self.someone(operation, clients)
                for key in (None, "", "short", "x" * 129, "with a blank"):
                    self.attempt(f"key {key!r:.20}", operation, client,
                                 {"idempotency_key_missing"}, any_status,
                                 headers={"Idempotency-Key": key})
        self.assertEqual(last_seq(clients["KIEM_TRA"]), before)

    def test_the_longest_text_that_the_contract_allows_is_not_too_long(self):
        clients = self.everyone()
        for operation in CONTRACT.operations:
            if operation.body_schema and operation.id not in ("createSession", "readCard", "previewPaper", "matchStatement"):
                for where, body in faults.longest(CONTRACT, operation):
                    answer = self.attempt(f"longest {where}", operation,
                                          self.someone(operation, clients), None, any_status,
                                          body=body)
                    for error in ((answer and answer.json) or {}).get("errors", []):
                        if error["pointer"] == where and error["code"] in TOO_LONG:
                            self.differences.append(f"{operation.id}: longest {where} refused")

    def test_every_list_and_look_up_answers_as_the_contract_says(self):
        clients = self.everyone()
        for operation in CONTRACT.operations:
            if operation.method == "get" and "{" not in operation.path and operation.id != STREAM:
                for role in operation.raw.get("x-roles", ["QUAN_TRI"]):
                    self.attempt(f"as {role}", operation, clients[role], None, 200)

    def test_messages_follow_the_language_asked_for(self):
        nobody = SERVER.client()
        for language, place in (("vi", 1), ("en", 2), ("en-GB, vi;q=0.5", 2),
                                ("vi-VN, vi;q=0.9, en;q=0.8", 1), ("", 1)):
            nobody.language = language
            problem = nobody.call("getMe", expect="unauthenticated").json
            self.assertEqual(problem["title"], contract.TABLE["unauthenticated"][place], language)


def any_status(answer):
    """For `expect`: whatever it is, the code is looked at afterwards."""
    return True


def bad_values(name, parameter):
    """Values that a query parameter may not have, each with the codes that may name it."""
    schema = CONTRACT.resolve(parameter["schema"])
    bad = {"bad_parameter"}
    if name == "secret":
        return
    if name == "after":
        yield "x" * 201, {"bad_cursor", "bad_parameter"}
        return
    if "enum" in schema or schema.get("type") == "array":
        yield "khong_co", bad
    if schema.get("type") == "integer":
        for value in ("khong", str(schema["minimum"] - 1), str(schema["maximum"] + 1), "1e2", "0x10"):
            yield value, bad
    if schema.get("type") == "boolean":
        yield "co", bad
    if schema.get("format") == "date":
        for value in ("2026-02-30", "10/03/2026", "2026-3-1", "hom-nay"):
            yield value, bad
    if "maxLength" in schema:
        yield "x" * (schema["maxLength"] + 1), bad
    if schema.get("minLength"):
        yield "", bad


def last_seq(client):
    """Number of the last row of the log."""
    return client.call("getQueue").json["items"][0]["seq"]


if __name__ == "__main__":
    unittest.main()
