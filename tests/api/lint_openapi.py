#!/usr/bin/python3
"""Check docs/openapi.yaml: is the contract whole, strict, and in step with the table of errors?

    /usr/bin/python3 tests/api/lint_openapi.py [FILE]

Prints one line for each fault and exits 1, or says that all is well and exits 0. Each check is a
function `check_*` that yields faults; test_lint_openapi.py plants a fault for each of them.
"""
import re
import sys

import jsonschema

import openapi

# Codes of the server's table that no answer of the API carries, by reason.
COMMAND_LINE = {
    "ok", "database_newer", "database_older", "database_foreign", "database_missing",
    "database_locked", "database_exists", "file_unreadable", "web_folder_malformed",
    "address_in_use", "address_unusable",
}
FILES_AND_REPLAY = {
    "syntax", "limit", "order", "pause_order", "pause_before_receipt",
    "rules_malformed", "unknown", "state",
}
NOT_IN_API = COMMAND_LINE | FILES_AND_REPLAY

RESPONSE_OF_STATUS = {
    400: "Malformed", 401: "Unauthenticated", 403: "Forbidden", 404: "NotFound",
    405: "MethodNotAllowed", 408: "RequestTimeout", 409: "Conflict", 412: "VersionConflict",
    413: "TooLarge", 415: "MediaType", 422: "Refused", 428: "VersionRequired", 429: "TooMany",
    431: "HeadersTooLarge", 500: "ServerFault", 503: "Unavailable", 507: "DiskFull",
}


def walk(value, place=""):
    """Every dict of the document with its place, outermost first."""
    if isinstance(value, dict):
        yield place, value
        for key, inner in value.items():
            yield from walk(inner, f"{place}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, f"{place}/{index}")


def walk_schemas(value, place):
    """Every schema inside a schema, itself first; examples are data and left out."""
    yield place, value
    for key in ("properties",):
        for name, inner in value.get(key, {}).items():
            yield from walk_schemas(inner, f"{place}/{name}")
    if isinstance(value.get("items"), dict):
        yield from walk_schemas(value["items"], place + "/items")
    for key in ("oneOf", "anyOf", "allOf"):
        for index, inner in enumerate(value.get(key, [])):
            yield from walk_schemas(inner, f"{place}/{key}/{index}")


def all_schemas(contract):
    """Every schema of components, parameters and headers, with its place."""
    parts = contract.document["components"]
    for name, schema in parts["schemas"].items():
        yield from walk_schemas(schema, f"schemas/{name}")
    for kind in ("parameters", "headers"):
        for name, part in parts[kind].items():
            yield from walk_schemas(part["schema"], f"{kind}/{name}")
    for operation in contract.operations:
        for parameter in operation.raw.get("parameters", []):
            if "schema" in parameter:
                yield from walk_schemas(parameter["schema"], f"{operation.id}/{parameter['name']}")


def check_text(contract, text):
    """No anchors or aliases, no tabs, no line above 100 characters."""
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > 100:
            yield f"line {number}: {len(line)} characters"
        if "\t" in line:
            yield f"line {number}: a tab"
    for event in openapi.parse(text):
        if getattr(event, "anchor", None):
            yield f"line {event.start_mark.line + 1}: an anchor or alias"


def check_references(contract, text):
    """Every $ref leads somewhere, and every component is used."""
    used = set()
    for place, value in walk(contract.document):
        reference = value.get("$ref")
        if isinstance(reference, str):
            used.add(reference)
            try:
                contract.resolve({"$ref": reference})
            except KeyError:
                yield f"{place}: {reference} leads nowhere"
    streamed = {"EventData", "EventSnapshot", "EventHeartbeat"}
    for kind, parts in contract.document["components"].items():
        for name in parts:
            described = kind == "securitySchemes" or name in streamed
            listener = kind == "responses" and name in (
                "MethodNotAllowed", "RequestTimeout", "HeadersTooLarge")
            if f"#/components/{kind}/{name}" not in used and not described and not listener:
                yield f"components/{kind}/{name}: nothing uses it"


def check_operations(contract, text):
    """Each operation has a unique id, a known tag, a summary, security, its path's parameters."""
    tags = {tag["name"] for tag in contract.document["tags"]}
    seen = set()
    for operation in contract.operations:
        raw = operation.raw
        if operation.id in seen:
            yield f"{operation.id}: the operationId is given twice"
        seen.add(operation.id)
        if not raw.get("tags") or not set(raw["tags"]) <= tags:
            yield f"{operation.id}: tags {raw.get('tags')}"
        if not re.search(r"\(.+\)", raw.get("summary", "")):
            yield f"{operation.id}: the summary lacks the Vietnamese term in brackets"
        if "security" not in raw:
            yield f"{operation.id}: no security"
        named = set(re.findall(r"\{(\w+)\}", operation.path))
        if named != set(operation.parameters_in("path")):
            yield f"{operation.id}: path parameters {sorted(operation.parameters_in('path'))}"
        names = [(p["in"], p["name"]) for p in operation.parameters]
        if len(names) != len(set(names)):
            yield f"{operation.id}: a parameter is given twice"


def check_callers(contract, text):
    """x-roles and x-devices name known words and agree with security."""
    schemas = contract.document["components"]["schemas"]
    roles, devices = set(schemas["Role"]["enum"]), set(schemas["DeviceKind"]["enum"])
    for operation in contract.operations:
        raw = operation.raw
        if operation.public:
            if "x-roles" in raw or "x-devices" in raw:
                yield f"{operation.id}: public, yet x-roles or x-devices"
            continue
        if not raw.get("x-roles") or not set(raw["x-roles"]) <= roles:
            yield f"{operation.id}: x-roles {raw.get('x-roles')}"
        if not set(raw.get("x-devices", [])) <= devices:
            yield f"{operation.id}: x-devices {raw['x-devices']}"
        if ({"device": []} in raw["security"]) != bool(raw.get("x-devices")):
            yield f"{operation.id}: x-devices and security disagree"


def check_errors_of_operations(contract, text):
    """The refusals listed are those of the codes that the operation may give, no more, no fewer."""
    table = openapi.error_table()
    enumeration = contract.document["components"]["schemas"]["ProblemCode"]["enum"]
    used = set(contract.document["x-common-errors"]["listener"])
    for operation in contract.operations:
        codes = operation.codes()
        used |= codes
        for code in sorted(codes - set(enumeration)):
            yield f"{operation.id}: code {code} is not in ProblemCode"
        due = {table[code][0] for code in codes if code in table}
        listed = {int(s) for s in operation.raw["responses"] if int(s) >= 400}
        if due != listed:
            yield f"{operation.id}: refusals {sorted(listed)}, codes make {sorted(due)}"
        for status in listed:
            name = RESPONSE_OF_STATUS.get(status)
            shared = {"$ref": f"#/components/responses/{name}"}
            if operation.raw["responses"][str(status)] != shared:
                yield f"{operation.id}: {status} is not the shared response {name}"
    for code in sorted(set(enumeration) - used):
        yield f"ProblemCode {code}: no operation gives it"


def check_errors_of_table(contract, text):
    """ProblemCode holds the codes of error.h that the API may give, each with an example."""
    table = openapi.error_table()
    parts = contract.document["components"]
    enumeration = parts["schemas"]["ProblemCode"]["enum"]
    for code in sorted(set(table) - NOT_IN_API - set(enumeration)):
        yield f"error.h: {code} is not in ProblemCode"
    for code in sorted(set(enumeration) - set(table)):
        yield f"ProblemCode {code} is not in error.h"
    for code in sorted(set(enumeration) & NOT_IN_API):
        yield f"ProblemCode {code} is one that the lint says the API never gives"
    for code in sorted(NOT_IN_API - set(table)):
        yield f"lint: {code} is not in error.h"
    for status, name in RESPONSE_OF_STATUS.items():
        examples = parts["responses"][name]["content"]["application/problem+json"]["examples"]
        due = {code for code in enumeration if code in table and table[code][0] == status}
        if set(examples) != due:
            yield f"responses/{name}: examples {sorted(set(examples) ^ due)}"
        for code, example in examples.items():
            value = example["value"]
            if (value["code"], value["status"]) != (code, status):
                yield f"responses/{name}/{code}: the example is of another code or status"
            if code in table and value["title"] != table[code][1]:
                yield f"responses/{name}/{code}: title differs from error.h"


def check_schemas(contract, text):
    """Every schema is valid and bounded: closed objects, limited texts, lists and numbers."""
    for place, schema in all_schemas(contract):
        try:
            jsonschema.Draft202012Validator.check_schema(schema)
        except jsonschema.SchemaError as error:
            yield f"{place}: {error.message}"
            continue
        kinds = schema.get("type", [])
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if "object" in kinds:
            yield from _closed(place, schema)
        named = "enum" in schema or "const" in schema
        if "array" in kinds and "maxItems" not in schema:
            yield f"{place}: a list without maxItems"
        if {"integer", "number"} & set(kinds) and not named:
            if not {"minimum", "maximum"} <= set(schema):
                yield f"{place}: a number without minimum and maximum"
        bounded = named or "maxLength" in schema or "pattern" in schema or "headers/" in place
        if "string" in kinds and not bounded:
            yield f"{place}: a text without maxLength, pattern or enum"


def _closed(place, schema):
    properties = schema.get("properties", {})
    if "x-open" in schema and "maxProperties" not in schema:
        yield f"{place}: an open object without maxProperties"
    if "properties" in schema and schema.get("additionalProperties") is not ("x-open" in schema):
        yield f"{place}: an object that is not closed"
    if "properties" not in schema and "maxProperties" not in schema:
        yield f"{place}: an open object without maxProperties"
    for name in schema.get("required", []):
        if name not in properties:
            yield f"{place}: required {name} is not a property"
    for name in properties:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            yield f"{place}: property {name} is not snake_case"


def check_answers(contract, text):
    """Every JSON answer and request has a named schema; every list answer is items and next."""
    for operation in contract.operations:
        holders = [r for s, r in operation.raw["responses"].items() if int(s) < 300]
        if operation.body_schema:
            holders.append(operation.raw["requestBody"])
        for holder in holders:
            for kind, media in holder.get("content", {}).items():
                if kind == "application/json" and "$ref" not in media["schema"]:
                    yield f"{operation.id}: an unnamed schema"
        if operation.parameters_in("query").get("limit"):
            reference = operation.raw["responses"]["200"]["content"]["application/json"]["schema"]
            if set(contract.resolve(reference)["properties"]) != {"items", "next"}:
                yield f"{operation.id}: a paged answer that is not items and next"
        if operation.changes and not operation.keyed and operation.id not in UNKEYED:
            yield f"{operation.id}: changes something without an Idempotency-Key"


UNKEYED = {"createSession", "deleteSession", "createAccount", "createDevice", "createPairing",
           "pairDevice", "newPassword",
           "createWebhook", "newWebhookSecret"}  # api.md: secrets


# What the server's table of permissions calls these operations. Actions on dossiers have a table of
# their own; sessions, /me, cards and reading the training clock are open to everybody signed in.
PERMISSION_OF = {
    "ticket-issue": "createTicket checkIn callHelp",
    "ticket-call": "recallTicket startTicket finishTicket markNoShow parkTicket transferTicket "
                   "callNext callTicket undoAtCounter",
    "ticket-come-back": "comeBackTicket returnTicket",
    "ticket-cancel": "cancelTicket",
    "counter-sit": "setCounter",
    "ticket-list": "listTickets",
    "ticket-read": "getTicket listHelpCalls getKiosk",
    "queue-read": "listCounters getCounter",
    "dossier-open": "createDossier",
    "dossier-read": "listDossiers getDossier getLedger getHistory listScans listHeldScans getScanFile "
                    "listPeople listDuplicates getPerson",
    "statement-match": "matchStatement",
    "cash-close": "closeCash",
    "cash-read": "listCashClosings getTill",
    "sheet-print": "printSheet",
    "book-read": "exportBook",
    "book-print": "printBook",
    "refund-pay": "payRefund",
    "receipt-issue": "issueReceipt",
    "receipt-void": "askVoidReceipt",
    "receipt-decide": "voidReceipt keepReceipt",
    "receipt-read": "listDossierReceipts listReceipts getReceipt",
    "dossier-import": "importDossiers importDossierTable",
    "import-mapping-read": "listImportMappings getImportMapping",
    "dossier-scan": "attachScan reuseScan removeScan assignInboxScan discardInboxScan",
    "inbox-read": "listScannerInbox getInboxFile getScannerFolder",
    "person-merge": "mergePerson undoMerge",
    "petition-enter": "createPetition",
    "petition-read": "listPetitions getPetition",
    "petition-settle": "actOnPetition",
    "report-read": "reportPetitions reportOnTime reportOnTimeDossiers reportOpen reportOpenDossiers reportQueue "
                   "reportApart exportOnTime exportOpen",
    "report-print": "printOnTime printOpen",
    "report-closed-read": "listClosedReports getClosedReport",
    "report-close": "closeReport",
    "log-read": "readLog checkLog",
    "events-read": "streamEvents getQueue",
    "print-read": "listPrintJobs getPrintJob getPrintDocument",
    "print-again": "reprint resolvePrintJob",
    "catalogue-read": "listSites listServices listUnits listAgencies listProcedures getProcedure getCalendar",
    "setup-read": "getSetup getQueueRules findPrinters listProcedureVersions getProcedureVersion exportProcedures",
    "catalogue-change": "createSite changeSite createService changeService createCounter "
                        "changeCounter createPrinter changePrinter testPrinter "
                        "setQueueRules putImportMapping importProcedures",
    "account-manage": "listAccounts createAccount getAccount changeAccount newPassword",
    "device-manage": "listDevices createDevice deleteDevice createPairing",
    "webhook-manage": "listWebhooks createWebhook changeWebhook newWebhookSecret deleteWebhook",
    "backup-manage": "listBackups makeBackup getBackup getBackupDatabase",
    "training-clock": "setTrainingClock",
}


def check_permissions(contract, text):
    """x-roles and x-devices are those of the server's table (and GD_TT where he may act)."""
    table = openapi.permission_table()
    for permission, operations in PERMISSION_OF.items():
        for name in operations.split():
            raw = contract.by_id[name].raw
            said = set(raw["x-roles"]) | {device.upper() for device in raw.get("x-devices", [])}
            due = set(table.get(permission, ()))
            if "acting_reason" in _properties(contract, name):
                due.add("GD_TT")
            if said != due:
                yield f"{name}: {permission} says {sorted(due)}, not {sorted(said)}"


def check_routes(contract, text):
    """Every route of the server's table is in the contract, with the same parameters and body."""
    known = {(o.method, re.sub(r"\{\w+\}", "{}", o.path)): o for o in contract.operations}
    for method, path, flags, query in openapi.routes():
        operation = known.get((method, path))
        if operation is None:
            yield f"routes.c: {method} {path} is not in the contract"
            continue
        if query != set(operation.parameters_in("query")):
            yield f"{operation.id}: routes.c knows the parameters {sorted(query)}"
        has_body = operation.body_schema is not None
        for flag, holds in (("PUBLIC", operation.public), ("KEYED", operation.keyed),
                            ("VERSIONED", operation.versioned),
                            ("FILE", operation.takes_file),
                            ("BODY", operation.body_required),
                            ("MAY_BODY", has_body and not operation.body_required)):
            if (flag in flags) != holds:
                yield f"{operation.id}: {flag} is {flag in flags} in routes.c"


def check_dossier_actions(contract, text):
    """The routes, roles and guards of dossier actions are those of the server's state table."""
    prefix = "/dossiers/{dossier}/"
    operations = {o.path.removeprefix(prefix): o for o in contract.operations
                  if o.path.startswith(prefix) and o.method == "post"
                  and not o.path.startswith((prefix + "scans", prefix + "receipts", prefix + "sheets",
                                              prefix + "refunds"))}
    roles, codes = {}, {}
    for route, role_set, guards, blocked in openapi.dossier_rules():
        roles.setdefault(route, set()).update(role_set)
        codes.setdefault(route, {"state_forbids"}).update(guards)
        if blocked and route in ("request-supplement", "sign", "issue-result", "begin"):
            codes[route].add("handover_pending")  # from a state in which one can be pending
    for route in sorted(set(roles) ^ set(operations)):
        yield f"{route}: in the contract or in the state table, not in both"
    for route in sorted(set(roles) & set(operations)):
        operation = operations[route]
        due = set(roles[route])
        if "acting_reason" in _properties(contract, operation.id) and due & ACTED_FOR:
            due.add("GD_TT")
        if set(operation.raw["x-roles"]) != due:
            yield f"{operation.id}: the state table says {sorted(due)}"
        for code in sorted(codes[route] - set(operation.raw["x-errors"])):
            yield f"{operation.id}: a guard gives {code}, x-errors lacks it"
    words = {route.replace("-", "_") for route in roles}
    listed = set(contract.document["components"]["schemas"]["DossierAction"]["enum"])
    for word in sorted(words ^ listed):
        yield f"DossierAction: {word} is in one of the two only"


ACTED_FOR = {"TIEP_NHAN", "LD_PHONG"}  # in whose place the director may act


def _properties(contract, name):
    schema = contract.by_id[name].body_schema
    return contract.resolve(schema).get("properties", {}) if schema else {}


def check_examples(contract, text):
    """Every example fits its schema."""
    for place, schema in all_schemas(contract):
        for example in schema.get("examples", []):
            for fault in contract.faults(schema, example):
                yield f"{place}: example{fault}"
    for kind in ("parameters", "headers"):
        for name, part in contract.document["components"][kind].items():
            if "example" in part:
                for fault in contract.faults(part["schema"], part["example"]):
                    yield f"{kind}/{name}: example{fault}"
    for place, value in walk(contract.document):
        if "schema" in value and "examples" in value:
            for name, example in value["examples"].items():
                for fault in contract.faults(value["schema"], example["value"]):
                    yield f"{place}/{name}: example{fault}"


CHECKS = (
    check_text, check_references, check_operations, check_callers, check_errors_of_operations,
    check_errors_of_table, check_schemas, check_answers, check_permissions, check_routes,
    check_dossier_actions, check_examples,
)


def lint(document, text):
    """All faults of a document, as lines of text."""
    contract = openapi.Contract(document)
    return [fault for check in CHECKS for fault in check(contract, text)]


def main(arguments):
    path = openapi.pathlib.Path(arguments[0]) if arguments else openapi.DOCUMENT
    text = path.read_text(encoding="utf-8")
    faults = lint(openapi.load(path), text)
    for fault in faults:
        print(f"{path.name}: {fault}")
    if not faults:
        contract = openapi.Contract(openapi.load(path))
        print(f"{path.name}: {len(contract.operations)} operations, no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
