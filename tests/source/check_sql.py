#!/usr/bin/python3
"""The SQL of the server: one statement a file, in the dialect that SQLite and PostgreSQL share.

Run at the root of the tree. Queries: a first line that is a sentence, one statement, parameters
$1 .. $n without a gap, no word of either engine alone, named after the table they touch, used by
the code. Migrations: numbered without a gap, every table STRICT, centre_id the first column, and
first in every primary key and index.
"""

import pathlib
import re
import sys

# Words that only one of the two engines knows, or that they understand differently.
FOREIGN = [
    (r"\bIS (NOT )?\$\d", "IS with a parameter"),
    (r"\bINSERT OR\b", "INSERT OR"),
    (r"\bREPLACE INTO\b", "REPLACE INTO"),
    (r"\bUPDATE OR\b", "UPDATE OR"),
    (r"\bGLOB\b", "GLOB"),
    (r"\bNOCASE\b", "NOCASE"),
    (r"\bROWID\b", "rowid"),
    (r"\b(strftime|julianday|unixepoch|datetime|printf|format|instr|iif|ifnull|group_concat|total|"
     r"random|changes|last_insert_rowid|typeof|hex|unhex|char|unicode|quote)\s*\(", "a function of "
     "SQLite"),
    (r"\bjson(b)?(_\w+)?\s*\(", "a json function"),
    (r"\b(string_agg|concat|strpos|position|lpad|rpad|greatest|least|generate_series|extract|now|"
     r"to_char|array_agg|any|unnest)\s*\(", "a function of PostgreSQL"),
    (r"::", "a cast by ::"),
    (r"\bILIKE\b", "ILIKE"),
    (r"\bDISTINCT ON\b", "DISTINCT ON"),
    (r"\bLATERAL\b", "LATERAL"),
    (r"\bFOR UPDATE\b", "FOR UPDATE"),
    (r"\bDELETE FROM \w+ USING\b", "DELETE USING"),
    (r"\bFETCH FIRST\b", "FETCH FIRST"),
    (r"\bON CONSTRAINT\b", "ON CONSTRAINT"),
    (r"\bPRAGMA\b", "PRAGMA"),
    (r'"', "a quoted name"),
    (r"\bx'[0-9a-f]*'", "a blob written out"),
    (r"\bmax\s*\([^()]*,", "max of two values"),
    (r"\bmin\s*\([^()]*,", "min of two values"),
]
TABLE = r"CREATE TABLE (\w+) \((.*?)\)\s*((?:STRICT|WITHOUT ROWID|,|\s)*);"
# Parameters that are not $n.
PARAMETERS = [(r"\?", "?"), (r"(?<![:\w]):\w", ":name"), (r"@\w", "@name")]


def without_comments(text):
    return "\n".join(line.split("--")[0] for line in text.split("\n"))


def without_strings(text):
    return re.sub(r"'(?:[^']|'')*'", "''", text)


def query_faults(path, tables, used):
    text = path.read_text(encoding="utf-8")
    first = text.split("\n")[0]
    bare = without_comments(text)
    words = without_strings(bare)
    if not re.match(r"-- [A-Z].*[.;,:]?$", first) or len(first) < 12:
        yield "the first line is no sentence"
    if not words.strip():
        yield "no statement"
    if ";" in words:
        yield "more than one statement, or a semicolon"
    for pattern, name in FOREIGN:
        if re.search(pattern, words if name != "a blob written out" else bare, re.IGNORECASE):
            yield f"not in the shared dialect: {name}"
    for pattern, name in PARAMETERS:
        if re.search(pattern, words):
            yield f"a parameter that is not $n: {name}"
    numbers = {int(number) for number in re.findall(r"\$(\d+)", words)}
    if numbers != set(range(1, len(numbers) + 1)):
        yield f"parameters with a gap: {sorted(numbers)}"
    subjects = {table.removesuffix("_version") for table in tables} | {"report"}
    if not any(path.stem.startswith(subject + "_") for subject in subjects):
        yield "not named after a table"
    if f"STMT_{path.stem.upper()}" not in used:
        yield "not used by the code"


def columns_of(body):
    """The parts of a CREATE TABLE's body, commas inside brackets left alone."""
    parts, depth, part = [], 0, ""
    for letter in body:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    return parts + [part.strip()]


def migration_faults(path):
    text = without_strings(without_comments(path.read_text(encoding="utf-8")))
    for name, body, options in re.findall(TABLE, text, re.S):
        parts = columns_of(body)
        if "STRICT" not in options:
            yield f"table {name} is not STRICT"
        if not parts[0].startswith("centre_id"):
            yield f"table {name} does not begin with centre_id"
        keys = [p for p in parts if re.match(r"(PRIMARY KEY|UNIQUE)\b", p)]
        if not keys and "PRIMARY KEY" not in parts[0]:
            yield f"table {name} has no primary key"
        for key in keys:
            if not re.search(r"\(\s*centre_id\b", key):
                yield f"a key of table {name} does not begin with centre_id"
    for name, columns in re.findall(r"CREATE (?:UNIQUE )?INDEX (\w+) ON \w+ \(([^)]*)", text):
        if not columns.strip().startswith("centre_id"):
            yield f"index {name} does not begin with centre_id"
    made = len(re.findall(r"\bCREATE TABLE\b", text))
    read = len(re.findall(TABLE, text, re.S))
    if made != read:
        yield "a CREATE TABLE that this check cannot read"


def main():
    migrations = sorted(pathlib.Path("sql/migrations").glob("*.sql"))
    queries = sorted(pathlib.Path("sql/queries").glob("*.sql"))
    schema = "".join(path.read_text(encoding="utf-8") for path in migrations)
    tables = re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", schema)
    used = {word for path in pathlib.Path("queue_server").rglob("*.[ch]")
            for word in re.findall(r"\bSTMT_[A-Z0-9_]+", path.read_text(encoding="utf-8"))}
    found = []
    for number, path in enumerate(migrations, 1):
        if not re.fullmatch(rf"{number:04}_[a-z_]+", path.stem):
            found.append(f"{path}: not number {number:04} of the migrations")
        found += [f"{path}: {fault}" for fault in migration_faults(path)]
    for path in queries:
        found += [f"{path}: {fault}" for fault in query_faults(path, tables, used)]
    if not queries or not migrations:
        found.append("no SQL found: run at the root of the tree")
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
