#!/usr/bin/python3
"""Files have at most 500 lines, functions at most 60, lines at most 100 columns.

Run at the root of the tree. C sources and headers, and SQL; columns are characters. The browser's
TypeScript, styles and tests have at most 500 lines a file too; 160 columns in core/ and tools/.
"""

import pathlib
import sys

FILE_LINES, FUNCTION_LINES, COLUMNS = 500, 60, 100
FOLDERS = ("queue_server", "printer", "counter_client", "sql", "tests")
SUFFIXES = (".c", ".h", ".sql")
WEB = "counter_client/web"
WEB_FOLDERS = (f"{WEB}/src", f"{WEB}/tools", f"{WEB}/test", "tests/browser")
WEB_SUFFIXES = (".ts", ".tsx", ".css", ".mjs")
WEB_NARROW, WEB_COLUMNS = (f"{WEB}/src/core/", f"{WEB}/tools/"), 160
GENERATED = "schema.d.ts"


def functions(lines):
    """(first line, lines) of each function: from the brace in column 0 to the one that ends it."""
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            start = number
        elif line == "}" and start is not None:
            yield start, number - start + 1
            start = None


def columns_of(path):
    """The columns that a file may have, or None."""
    if path.suffix in SUFFIXES:
        return COLUMNS
    return WEB_COLUMNS if path.as_posix().startswith(WEB_NARROW) else None


def faults(path):
    columns = columns_of(path)
    lines = path.read_text(encoding="utf-8").split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    if len(lines) > FILE_LINES:
        yield f"{path}: {len(lines)} lines"
    for number, line in enumerate(lines, 1):
        if columns and len(line) > columns:
            yield f"{path}:{number}: {len(line)} columns"
        if line != line.rstrip():
            yield f"{path}:{number}: blanks at the end"
        if "\t" in line:
            yield f"{path}:{number}: a tab"
    if path.suffix in (".c", ".h"):
        for start, length in functions(lines):
            if length > FUNCTION_LINES:
                yield f"{path}:{start}: a function of {length} lines"


def main():
    found = [
        fault
        for folders, suffixes in ((FOLDERS, SUFFIXES), (WEB_FOLDERS, WEB_SUFFIXES))
        for folder in folders
        for path in sorted(pathlib.Path(folder).rglob("*"))
        if path.suffix in suffixes and path.is_file() and "corpus" not in path.parts
        and path.name != GENERATED
        for fault in faults(path)
    ]
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
