"""Faulty requests made from the contract: for each operation with a body, one fault at a time.

Pure: nothing is sent here. A body is made from the schema's own example; every field of it, at
every depth, is taken away, given a wrong type, a wrong value, an unknown neighbour.
"""
import collections
import copy

# what: words for the failing test; body: the faulty body; pointer: where the fault is (None: any);
# codes: the codes that may name it.
Fault = collections.namedtuple("Fault", "what body pointer codes")

WRONG_VALUES = ({"khong": 1}, 12345, "chữ", True, ["khong"])
UNKNOWN = "khong_co_o_nay"


def example_body(contract, operation):
    """A body that fits: the first example of the schema, else one made of its required fields."""
    return copy.deepcopy(_example(contract, operation.body_schema))


def _example(contract, schema):
    schema = contract.resolve(schema)
    if schema.get("examples"):
        return schema["examples"][0]
    if schema.get("type") == "object":
        names = list(schema.get("required", []))
        if len(names) < schema.get("minProperties", 0):
            names = list(schema["properties"])[:schema["minProperties"]]
        return {name: _example(contract, schema["properties"][name]) for name in names}
    return _plain(contract, schema)


def _plain(contract, schema):
    if "enum" in schema:
        return schema["enum"][0]
    if "oneOf" in schema:
        return _example(contract, schema["oneOf"][0])
    kind = schema["type"] if isinstance(schema["type"], str) else schema["type"][0]
    made = {"integer": schema.get("minimum", 0), "boolean": True, "array": [], "string": "Thử"}
    return made[kind]


def alternatives(contract, schema):
    """A schema without references, as the list of what it may be (oneOf opened)."""
    schema = contract.resolve(schema)
    if "oneOf" in schema:
        return [found for one in schema["oneOf"] for found in alternatives(contract, one)]
    return [schema]


def kinds(contract, schema):
    """The JSON types that a schema allows."""
    found = set()
    for one in alternatives(contract, schema):
        named = one.get("type", [])
        found |= set(named if isinstance(named, list) else [named])
    return found


def kind_of(value):
    """The JSON type of a value."""
    if value is None:
        return "null"
    names = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array",
             dict: "object"}
    return names[type(value)]


def faults(contract, operation):
    """Every fault of an operation's body."""
    body = example_body(contract, operation)
    yield from _object_faults(contract, operation.body_schema, body, body, [])


def longest(contract, operation):
    """(pointer, body) for each text of the body: as long as it may be. Texts with a pattern or a
    list of words are left out."""
    body = example_body(contract, operation)
    yield from _longest(contract, operation.body_schema, body, body, [])


def _longest(contract, schema, whole, value, path):
    shape = next(s for s in alternatives(contract, schema) if s.get("type") == "object")
    for name, inner in shape.get("properties", {}).items():
        for one in alternatives(contract, inner):
            if "maxLength" in one and not {"pattern", "enum", "format"} & set(one):
                yield pointer(path + [name]), _put(whole, path + [name], "x" * one["maxLength"])
        if isinstance(value.get(name), dict):
            yield from _longest(contract, inner, whole, value[name], path + [name])


def _object_faults(contract, schema, whole, value, path):
    """Faults of an object that stands at `path` in the whole body."""
    shape = next(s for s in alternatives(contract, schema) if s.get("type") == "object")
    if "properties" in shape:  # else it is a map, whose keys are data
        yield Fault(f"unknown field at {pointer(path)}", _put(whole, path + [UNKNOWN], 1),
                    pointer(path + [UNKNOWN]), {"unknown_field"})
    for name in shape.get("required", []):
        yield Fault(f"{pointer(path + [name])} missing", _drop(whole, path + [name]),
                    pointer(path + [name]), {"missing_field"})
    for name, inner in shape.get("properties", {}).items():
        here = path + [name]
        yield from _type_faults(contract, inner, whole, here, name in shape.get("required", []))
        yield from _value_faults(contract, inner, whole, here)
        if name in value:
            yield from _nested(contract, inner, whole, value[name], here)


def _nested(contract, schema, whole, value, path):
    if isinstance(value, dict):
        yield from _object_faults(contract, schema, whole, value, path)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        shape = next(s for s in alternatives(contract, schema) if s.get("type") == "array")
        yield from _object_faults(contract, shape["items"], whole, value[0], path + [0])


def _type_faults(contract, schema, whole, path, required):
    allowed = kinds(contract, schema)
    if not allowed:
        return  # passed over: any value will do
    for wrong in WRONG_VALUES:
        kind = kind_of(wrong)
        if kind not in allowed and not (kind == "integer" and "number" in allowed):
            yield Fault(f"{pointer(path)} is {kind}", _put(whole, path, wrong), pointer(path),
                        {"wrong_type"})
    if required and "null" not in allowed:  # null counts as left out
        yield Fault(f"{pointer(path)} is null", _put(whole, path, None), pointer(path),
                    {"missing_field"})


def _value_faults(contract, schema, whole, path):
    shapes = [s for s in alternatives(contract, schema) if s.get("type") != "null"]
    if len(shapes) != 1:
        return
    shape, where = shapes[0], pointer(path)
    if "enum" in shape and "string" in kinds(contract, schema):
        yield Fault(f"{where} outside its list", _put(whole, path, "khong_co"), where,
                    {"bad_value", "unknown_class"})
    elif "maxLength" in shape:
        yield Fault(f"{where} too long", _put(whole, path, "x" * (shape["maxLength"] + 1)), where,
                    {"text_too_long", "bad_value"})
    if kinds(contract, schema) & {"integer"} and "maximum" in shape:
        yield Fault(f"{where} too large", _put(whole, path, shape["maximum"] + 1), where,
                    {"bad_value"})
        yield Fault(f"{where} too small", _put(whole, path, shape["minimum"] - 1), where,
                    {"bad_value"})


def pointer(path):
    """A JSON Pointer."""
    return "".join(f"/{part}" for part in path)


def _put(whole, path, value):
    changed = copy.deepcopy(whole)
    place = changed
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return changed


def _drop(whole, path):
    changed = copy.deepcopy(whole)
    place = changed
    for part in path[:-1]:
        place = place[part]
    del place[path[-1]]
    return changed
