"""The contract docs/openapi.yaml as Python objects: loading, references, operations, schemas.

Used by the lint, by the checking client (contract.py) and by the generated tests.
"""
import pathlib
import re

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "openapi.yaml"
ERROR_TABLE = ROOT / "queue_server" / "base" / "error.h"
ROUTE_TABLE = ROOT / "queue_server" / "api" / "routes.c"
DOMAIN = ROOT / "queue_server" / "domain"
PERMISSION_TABLE = DOMAIN / "permission.h"
METHODS = ("get", "put", "post", "patch", "delete")


# libyaml's loader where Debian's PyYAML has it: ten times as fast.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _UniqueKeys(_Loader):
    """A loader that refuses a key given twice: plain YAML would keep the second in silence."""


def _mapping(loader, node, deep=False):
    seen = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=deep)
        if key in seen:
            raise yaml.YAMLError(f"line {key_node.start_mark.line + 1}: key {key!r} given twice")
        seen.add(key)
    return loader.construct_mapping(node, deep)


_UniqueKeys.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def load(path=DOCUMENT):
    """The whole document as dicts and lists."""
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader=_UniqueKeys)


def parse(text):
    """The events of a YAML text, as the loader sees them."""
    return yaml.parse(text, Loader=_Loader)


def error_table(path=ERROR_TABLE):
    """{code: (status, vietnamese, english)} of the server's own table of errors."""
    text = path.read_text(encoding="utf-8").replace("\\\n", "\n")
    rows = re.findall(r'X\(ERR_\w+,\s*"(\w+)",\s*(\d+),\s*"([^"]*)",\s*"([^"]*)"\)', text)
    return {code: (int(status), vi, en) for code, status, vi, en in rows}


def permission_table(path=PERMISSION_TABLE):
    """{permission, "ticket-issue": set of role and device words} of the server's own table."""
    text = path.read_text(encoding="utf-8").replace("\\\n", "\n")
    word = r"ROLE_BIT\((\w+)\)"
    staff = set(re.findall(word, re.search(r"PERMISSION_STAFF\s(.*?)\n\n", text, re.S)[1]))
    row = r'X\((\w+),\s*(?:true|false),(.*?)\)\s*(?=X\(|/\*|\n\n)'
    rows = re.findall(row, text, re.S)
    return {
        name.lower().replace("_", "-"): set(re.findall(word, roles + ")")) | (staff if "PERMISSION_STAFF" in roles else set())
        for name, roles in rows
    }


def routes():
    """The server's table of routes: [(method, path with {} for parameters, flags, query)]."""
    source = ROUTE_TABLE.read_text(encoding="utf-8")
    source = re.sub(r'"\s*\n\s*"', "", source)  # a long text goes on in the next line
    short = {}
    for name, value in re.findall(r"#define (\w+)\s+(.*)", source):
        short[name] = set()
        for word in re.findall(r"[A-Z_]+", value):  # a short name may be made of earlier ones
            short[name] |= short.get(word, {word.removeprefix("ROUTE_")})
    found = []
    for row in re.findall(r'\{"(\w+)",\s*"([^"]+)",\s*\w+,\s*([\w| ]+?),\s*"([^"]*)"', source):
        method, path, words, query = row
        flags = set()
        for word in re.findall(r"[A-Z_]+", words):
            flags |= short.get(word, {word.removeprefix("ROUTE_")})
        found.append((method.lower(), path, flags, {n for n in query.split(",") if n}))
    return found


def dossier_rules():
    """Rows of the server's table of dossier actions that start from a recorded state:
    [(route, roles, codes of the guards, waits for a pending hand-over)]."""
    header = (DOMAIN / "dossier_action.h").read_text(encoding="utf-8").replace("\\\n", "\n")
    source = (DOMAIN / "dossier_action.c").read_text(encoding="utf-8")
    code_of = {name: code for name, code in re.findall(
        r'X\((ERR_\w+),\s*"(\w+)"', ERROR_TABLE.read_text(encoding="utf-8"))}
    routes = dict(re.findall(r'X\((\w+), "\w+", "([\w-]+)"', header))
    guards = {name: code_of[err] for name, err in re.findall(r"X\((\w+), (ERR_\w+),", header)}
    officers = re.search(r"#define OFFICERS(.*?)\n\n", source, re.S)[1]
    found = []
    for row in re.findall(r"\{(\.action = .*?)\},?\n(?=    \{|\};)", source, re.S):
        states = re.findall(r"S\((\w+)\)", row)
        if states != ["NEW"]:
            roles = row.replace("OFFICERS", officers)
            found.append((routes[re.match(r"\.action = ACTION_(\w+)", row)[1]],
                          set(re.findall(r"ROLE_BIT\((\w+)\)", roles)),
                          {guards[name] for name in re.findall(r"GUARD_(\w+)", row)},
                          "while_pending" not in row))
    return found


class Operation:
    """One method of one path, with its references resolved one level deep."""

    def __init__(self, contract, path, method, raw):
        self.contract, self.path, self.method, self.raw = contract, path, method, raw
        self.id = raw["operationId"]
        shared = contract.document["paths"][path].get("parameters", [])
        self.parameters = [contract.resolve(p) for p in shared + raw.get("parameters", [])]
        self.pattern = re.compile("^" + re.sub(r"\\{\w+\\}", "[^/]+", re.escape(path)) + "$")

    def parameters_in(self, place):
        """{name: parameter} of those in 'path', 'query' or 'header'."""
        return {p["name"]: p for p in self.parameters if p["in"] == place}

    @property
    def public(self):
        return not self.raw["security"]

    @property
    def changes(self):
        """Whether it may change something: it then has the common codes of `changing`."""
        return self.method != "get" and self.id not in ("readCard", "previewPaper", "matchStatement")

    @property
    def keyed(self):
        return "Idempotency-Key" in self.parameters_in("header")

    @property
    def versioned(self):
        return "If-Match" in self.parameters_in("header")

    @property
    def body_required(self):
        return self.body_schema is not None and self.raw["requestBody"].get("required", False)

    @property
    def takes_file(self):
        """Whether the request body is a file of one of several content types."""
        return "requestBody" in self.raw and self.body_schema is None

    @property
    def body_schema(self):
        """The schema of the request body (a reference), or None."""
        body = self.raw.get("requestBody")
        return body["content"].get("application/json", {}).get("schema") if body else None

    def conditions(self):
        """Names of the lists in x-common-errors that apply to this operation."""
        names = ["every"]
        headers = self.parameters_in("header")
        if self.parameters_in("query") or {"If-Match", "Last-Event-ID", "Counter-Seat"} & set(headers):
            names.append("parameter")
        after = self.parameters_in("query").get("after")
        if after and after["schema"].get("$ref", "").endswith("/Cursor"):
            names.append("list")
        tests = (
            ("identified", not self.public),
            ("named", "{" in self.path),
            ("changing", self.changes),
            ("keyed", self.keyed),
            ("body", self.body_schema is not None),
            ("versioned", self.versioned),
        )
        return names + [name for name, holds in tests if holds]

    def codes(self):
        """Every error code it may give, those of the listener not included."""
        common = self.contract.document["x-common-errors"]
        found = {code for name in self.conditions() for code in common[name]}
        return found | set(self.raw.get("x-errors", []))

    def response(self, status):
        """The response object for a status, resolved, or None when the contract has none."""
        raw = self.raw["responses"].get(str(status))
        return self.contract.resolve(raw) if raw else None


class Contract:
    """The document with the means to ask it questions."""

    def __init__(self, document=None):
        self.document = document or load()
        self.base = self.document["servers"][0]["url"]
        self.operations = [
            Operation(self, path, method, item[method])
            for path, item in self.document["paths"].items()
            for method in METHODS
            if method in item
        ]
        self.by_id = {operation.id: operation for operation in self.operations}
        self._validators = {}

    def resolve(self, value):
        """Follow a $ref, once or several times; a value without one is given back."""
        while isinstance(value, dict) and "$ref" in value:
            target = self.document
            for part in value["$ref"].removeprefix("#/").split("/"):
                target = target[part.replace("~1", "/").replace("~0", "~")]
            value = target
        return value

    def find(self, method, path):
        """The operation for a method and a path below the base, or None. Literal paths first."""
        method = method.lower()
        fitting = [o for o in self.operations if o.method == method and o.pattern.match(path)]
        return min(fitting, key=lambda o: o.path.count("{"), default=None)

    def validator(self, schema):
        """A JSON Schema (2020-12) validator for a schema of this document, formats checked."""
        key = repr(schema)
        if key not in self._validators:
            whole = {**schema, "components": self.document["components"]}
            self._validators[key] = jsonschema.Draft202012Validator(
                whole, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
            )
        return self._validators[key]

    def faults(self, schema, value):
        """What is wrong with a value, as lines of text; empty when it fits."""
        return [
            f"{'/' + '/'.join(str(p) for p in e.absolute_path)}: {e.message[:300]}"
            for e in self.validator(schema).iter_errors(value)
        ]
