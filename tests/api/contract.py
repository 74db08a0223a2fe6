"""A client that holds every request it sends, and every answer it gets, to docs/openapi.yaml.

    client = Client(base_url)                     # http://127.0.0.1:PORT
    client.sign_in("tiepnhan1", password)
    ticket = client.call("createTicket", body={"service": "A", "class": "P0"}).json
    client.call("startTicket", ticket=ticket["id"], expect=409)

`call` names an operation by its operationId; path, query and header parameters are keyword
arguments (`-` written `_`). Keys are made unless given. A request that breaks the contract is a
fault of the test and raises BadRequest, unless `faulty=True` says that it is meant. An answer that
breaks it raises Breach: unknown status, wrong content type, a body that does not fit its schema, a
missing header, an error code that this operation may not give.
"""
import collections
import http.client
import json
import os
import urllib.parse

import openapi

CONTRACT = openapi.Contract()
TABLE = openapi.error_table()
PROBLEM = {"$ref": "#/components/schemas/Problem"}


class Breach(AssertionError):
    """The server's answer is not what the contract says."""


class BadRequest(AssertionError):
    """The test's own request is not what the contract allows."""


class Unexpected(AssertionError):
    """The answer keeps the contract but is not the one that the test waits for."""


Answer = collections.namedtuple("Answer", "status headers body json operation")
Event = collections.namedtuple("Event", "id kind data")

# (operationId, status, code or None) of every answer seen by this process.
SEEN = set()


def new_key():
    """An Idempotency-Key: a UUID of version 7 would do; any visible characters are accepted."""
    return os.urandom(16).hex()


def parse_json(raw):
    """Strict JSON: UTF-8, no key twice, no NaN. Raises ValueError."""

    def once(pairs):
        found = dict(pairs)
        if len(found) != len(pairs):
            raise ValueError("a key given twice")
        return found

    def never(text):
        raise ValueError(f"{text} is not JSON")

    return json.loads(raw.decode("utf-8"), object_pairs_hook=once, parse_constant=never)


class Client:
    """One user of the API. Not safe for use by several threads: make one for each."""

    def __init__(self, base_url, token=None, language="en", timeout=30):
        parts = urllib.parse.urlsplit(base_url)
        self.host, self.port = parts.hostname, parts.port
        self.token, self.language, self.timeout = token, language, timeout
        self._connection = None

    def close(self):
        """Close the kept connection; the next request opens another."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def sign_in(self, account, password):
        """Open a session; later requests carry its token."""
        answer = self.call("createSession", body={"account": account, "password": password})
        self.token = answer.json["token"]
        return answer.json

    def call(self, operation_id, body=None, expect=None, faulty=False, raw=None, headers=None,
             once=None, **arguments):
        """Call an operation.

        body      JSON value, or None for no body     raw     bytes sent instead, as they are
        expect    a status, an error code, or a test of the answer; else any answer below 400
        faulty    the request may break the contract  once    Idempotency-Key; made when None
        headers   more headers; a value of None takes a header away
        arguments path, query and header parameters, `-` written `_`
        """
        operation = CONTRACT.by_id[operation_id]
        path, query, sent = self._place(operation, arguments)
        if operation.keyed:
            sent["Idempotency-Key"] = once or new_key()
        payload = raw
        if raw is None and body is not None:
            payload = json.dumps(body, ensure_ascii=False).encode("utf-8")
        if payload is not None:
            sent["Content-Type"] = "application/json"
        sent = self._with(sent, headers)
        if not faulty:
            check_request(operation, query, sent, body)
        target = CONTRACT.base + path + ("?" + urllib.parse.urlencode(query) if query else "")
        answer = self.exchange(operation.method.upper(), target, sent, payload)
        checked = check_answer(operation, answer)
        _compare(checked, expect)
        return checked

    @staticmethod
    def _place(operation, arguments):
        """Sort arguments into path, query and headers; what fits nowhere goes to the query."""
        path, query, headers = operation.path, [], {}
        spelled = {name.replace("-", "_"): name for name in operation.parameters_in("header")}
        for name, value in arguments.items():
            name = name.rstrip("_")  # from_ for `from`
            if name in operation.parameters_in("path"):
                path = path.replace("{%s}" % name, urllib.parse.quote(str(value), safe=""))
            elif name in spelled:
                headers[spelled[name]] = str(value)
            elif value is not None:
                query.append((name, str(value).lower() if isinstance(value, bool) else str(value)))
        return path, query, headers

    def _with(self, sent, more):
        sent.setdefault("Accept-Language", self.language)
        if self.token:
            sent["Authorization"] = "Bearer " + self.token
        sent.update(more or {})
        return {name: value for name, value in sent.items() if value is not None}

    def exchange(self, method, target, headers, payload):
        """Send one request, on the kept connection when it still lives. Returns a raw Answer."""
        for attempt in (1, 2):
            fresh = self._connection is None
            if fresh:
                self._connection = http.client.HTTPConnection(
                    self.host, self.port, timeout=self.timeout)
            try:
                self._connection.request(method, target, payload, headers)
                reply = self._connection.getresponse()
                body = reply.read()
                break
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError):
                self.close()
                if fresh or attempt == 2:
                    raise
        if reply.will_close:
            self.close()
        return Answer(reply.status, reply.headers, body, None, None)

    def events(self, topics=None, site=None, last=None, timeout=40):
        """Open the event stream: an EventStream, to be used in a `with`."""
        query = {k: v for k, v in (("topics", topics), ("site", site)) if v}
        return EventStream(self, query, last, timeout)

    def pages(self, operation_id, **arguments):
        """Every item of a list, page by page."""
        while True:
            page = self.call(operation_id, **arguments).json
            yield from page["items"]
            if page["next"] is None:
                return
            arguments["after"] = page["next"]


class EventStream:
    """Server-sent events, each checked as it is read: form, schema, order of seq."""

    def __init__(self, client, query, last, timeout):
        self.operation = CONTRACT.by_id["streamEvents"]
        self.connection = http.client.HTTPConnection(client.host, client.port, timeout=timeout)
        headers = client._with({"Accept": "text/event-stream"}, {})
        if last is not None:
            headers["Last-Event-ID"] = str(last)
        target = CONTRACT.base + "/events" + ("?" + urllib.parse.urlencode(query) if query else "")
        self.connection.request("GET", target, None, headers)
        self.reply = self.connection.getresponse()
        self.last = int(last) if last is not None else None
        self._begun = False
        if self.reply.status != 200:
            raw = Answer(self.reply.status, self.reply.headers, self.reply.read(), None, None)
            raise Unexpected(f"event stream: {check_answer(self.operation, raw)}")
        _require(_media(self.reply.headers) == "text/event-stream", "content type of the stream")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.connection.close()

    def next(self):
        """The next event (heartbeats too). Raises TimeoutError or, at the end, StopIteration."""
        fields = {"data": []}
        while True:
            line = self.reply.readline()
            if line == b"":
                raise StopIteration
            text = line.decode("utf-8").rstrip("\r\n")
            if text == "":
                if fields["data"]:
                    return self._checked(fields)
                continue
            name, _, value = text.partition(":")
            value = value.removeprefix(" ")
            if name == "data":
                fields["data"].append(value)
            elif name:
                fields[name] = value

    def wait(self, kind, **facts):
        """Read on until an event of this kind whose data holds these facts; others are let by."""
        while True:
            event = self.next()
            if event.kind == kind and all(event.data.get(k) == v for k, v in facts.items()):
                return event

    def _checked(self, fields):
        kind = fields.get("event", "message")
        data = parse_json("\n".join(fields["data"]).encode("utf-8"))
        special = {"snapshot": "EventSnapshot", "heartbeat": "EventHeartbeat"}
        name = special.get(kind, "EventData")
        schema = {"$ref": f"#/components/schemas/{name}"}
        faults = CONTRACT.faults(schema, data)
        _require(not faults, f"event {kind}: {faults}")
        if name == "EventData":
            _require(data["kind"] == kind, f"event {kind} says kind {data['kind']}")
            _require(fields.get("id") == str(data["seq"]), f"event {kind}: id is not its seq")
            _require(self.last is None or data["seq"] > self.last, f"event {data['seq']} twice")
        if not self._begun and self.last is None:
            _require(kind == "snapshot", f"the first event is {kind}, not snapshot")
        self._begun = True
        if name != "EventHeartbeat":
            self.last = data["seq"]
        SEEN.add(("streamEvents", 200, kind))
        return Event(fields.get("id"), kind, data)


def check_request(operation, query, headers, body):
    """Raise BadRequest unless the contract allows this request."""
    known = operation.parameters_in("query")
    for name, value in query:
        if name not in known:
            raise BadRequest(f"{operation.id}: no query parameter {name}")
        faults = CONTRACT.faults(known[name]["schema"], _typed(known[name]["schema"], value))
        if faults:
            raise BadRequest(f"{operation.id}: ?{name}={value}: {faults}")
    given = {name for name, _ in query}
    for name, parameter in known.items():
        if parameter.get("required") and name not in given:
            raise BadRequest(f"{operation.id}: query parameter {name} is missing")
    lower = {name.lower(): value for name, value in headers.items()}
    for name, parameter in operation.parameters_in("header").items():
        value = lower.get(name.lower())
        if value is None and parameter.get("required"):
            raise BadRequest(f"{operation.id}: header {name} is missing")
        if value is not None:
            faults = CONTRACT.faults(parameter["schema"], value)
            if faults:
                raise BadRequest(f"{operation.id}: {name}: {faults}")
    if body is None:
        if operation.body_required:
            raise BadRequest(f"{operation.id}: a body is asked for")
    elif operation.body_schema is None:
        raise BadRequest(f"{operation.id}: takes no body")
    else:
        faults = CONTRACT.faults(operation.body_schema, body)
        if faults:
            raise BadRequest(f"{operation.id}: body: {faults}")


def _typed(schema, text):
    """A query parameter's text as the value that its schema speaks of."""
    schema = CONTRACT.resolve(schema)
    if schema.get("type") == "integer" and text.removeprefix("-").isdigit():
        return int(text)
    if schema.get("type") == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if schema.get("type") == "array":
        return text.split(",")
    return text


def check_answer(operation, answer):
    """The answer with its JSON, or Breach."""
    place = f"{operation.id} -> {answer.status}"
    listener = {TABLE[c][0]: c for c in CONTRACT.document["x-common-errors"]["listener"]}
    described = operation.response(answer.status)
    if described is None and answer.status in listener:
        name = {405: "MethodNotAllowed", 408: "RequestTimeout", 431: "HeadersTooLarge"}
        described = CONTRACT.document["components"]["responses"][name[answer.status]]
    _require(described is not None,
             f"{place}: the contract has no such status: {answer.body[:400]}")
    _check_headers(place, operation, described, answer)
    content = described.get("content")
    if content is None:
        _require(answer.body == b"", f"{place}: a body where none belongs")
        SEEN.add((operation.id, answer.status, None))
        return answer._replace(operation=operation)
    kind = _media(answer.headers)
    _require(kind in content, f"{place}: content type {kind}, not {sorted(content)}")
    value = None
    if kind.endswith("json"):
        try:
            value = parse_json(answer.body)
        except ValueError as error:
            raise Breach(f"{place}: not JSON ({error}): {answer.body[:400]}") from error
        faults = CONTRACT.faults(content[kind]["schema"], value)
        _require(not faults, f"{place}: {faults}")
    if kind == "application/problem+json":
        _check_problem(place, operation, answer, value)
    elif value is not None and "ETag" in described.get("headers", {}):
        holder = value.get("account") if isinstance(value.get("account"), dict) else value
        _require(answer.headers["ETag"] == '"%d"' % holder["version"],
                 f"{place}: ETag {answer.headers['ETag']}, version {holder['version']}")
    SEEN.add((operation.id, answer.status, value.get("code") if answer.status >= 400 else None))
    return answer._replace(json=value, operation=operation)


def _check_headers(place, operation, described, answer):
    for name, raw in described.get("headers", {}).items():
        header = CONTRACT.resolve(raw)
        value = answer.headers.get(name)
        if value is None:
            _require(not header.get("required"), f"{place}: header {name} is missing")
        else:
            faults = CONTRACT.faults(header["schema"], _typed(header["schema"], value))
            _require(not faults, f"{place}: header {name}: {value}: {faults}")
    if answer.headers.get("Idempotent-Replayed") is not None:
        _require(operation.keyed, f"{place}: replayed, though it takes no key")


def _check_problem(place, operation, answer, problem):
    code, status = problem["code"], answer.status
    allowed = operation.codes() | set(CONTRACT.document["x-common-errors"]["listener"])
    _require(problem["status"] == status, f"{place}: the problem says {problem['status']}")
    _require(code in allowed, f"{place}: {code} is not a code of this operation")
    _require(TABLE[code][0] == status, f"{place}: {code} belongs to {TABLE[code][0]}")
    _require(problem["type"] == "/problems/" + code, f"{place}: type {problem['type']}")
    if "retry_after_s" in problem:
        _require(answer.headers.get("Retry-After") == str(problem["retry_after_s"]),
                 f"{place}: Retry-After differs from retry_after_s")
    if code in ("unknown_field", "missing_field", "wrong_type", "invalid_fields"):
        _require(problem.get("errors"), f"{place}: {code} without errors")
    if code == "state_forbids":
        _require("allowed" in problem, f"{place}: state_forbids without what is allowed")


def _compare(answer, expect):
    if expect is None:
        good = answer.status < 400
    elif callable(expect):
        good = expect(answer)
    elif isinstance(expect, int):
        good = answer.status == expect
    else:
        good = answer.json is not None and answer.json.get("code") == expect
    if not good:
        raise Unexpected(f"{answer.operation.id}: expected {expect or 'success'}, got "
                         f"{answer.status} {answer.body[:600].decode('utf-8', 'replace')}")


def _media(headers):
    return (headers.get("Content-Type") or "").partition(";")[0].strip().lower()


def _require(holds, message):
    if not holds:
        raise Breach(message)
