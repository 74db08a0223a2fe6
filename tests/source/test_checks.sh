#!/bin/sh
# A check that cannot fail proves nothing: plant one fault of each kind in a copy of the tree and
# see the check name it. usage: test_checks.sh COMPILER FLAG...     Run at the root of the tree.
set -eu
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
git ls-files -z --cached --others --exclude-standard -- queue_server printer counter_client sql \
    docs tests .clang-format ':!tests/fuzz/corpus' ':!tests/data' |
    xargs -0 tar -cf - 2>/dev/null | tar -xf - -C "$copy"
cd "$copy"
missed=0 planted=0

# must_find MESSAGE CHECK...: the check fails and says MESSAGE (a fixed text)
must_find() {
    message=$1
    shift
    planted=$((planted + 1))
    if "$@" >said 2>&1; then
        echo "passed with a fault planted: $message"
        missed=$((missed + 1))
    elif ! grep -qF -- "$message" said; then
        echo "did not name the fault: $message"
        missed=$((missed + 1))
    fi
}
# plant FILE TEXT MESSAGE CHECK...: add TEXT to a new or present file, and take it away again
plant() {
    file=$1 text=$2
    shift 2
    present=false
    if [ -e "$file" ]; then
        present=true
        cp "$file" kept
    fi
    printf '%b' "$text" >>"$file"
    must_find "$@"
    if $present; then mv kept "$file"; else rm "$file"; fi
}
layers='sh tests/source/check_layers.sh'
calls='sh tests/source/check_calls.sh'
rules='sh tests/source/check_rules.sh'
size='python3 tests/source/check_size.py'
sql='python3 tests/source/check_sql.py'

# layers
plant queue_server/base/x.c '#include "domain/role.h"\n' base/x.c $layers
plant queue_server/domain/x.c '#include "store/store.h"\n' domain/x.c $layers
plant queue_server/store/x.c '#include "usecase/command.h"\n' store/x.c $layers
plant queue_server/usecase/x.c '#include "api/api.h"\n' usecase/x.c $layers
plant queue_server/api/x.c '#include "http/router.h"\n' api/x.c $layers
plant queue_server/page/x.c '#include "http/router.h"\n' page/x.c $layers
plant queue_server/http/x.c '#include "live/event_stream.h"\n' http/x.c $layers
plant queue_server/live/x.c '#include "command/command.h"\n' live/x.c $layers
plant printer/x.c '#include "domain/role.h"\n' printer/x.c $layers
plant queue_server/store/x.c '#include <sqlite3.h>\n' store/x.c $layers
plant queue_server/usecase/x.c '#include <uv.h>\n' usecase/x.c $layers
plant queue_server/api/x.c '#include <xlsxwriter.h>\n' api/x.c $layers
plant queue_server/api/x.c '#include <expat.h>\n' api/x.c $layers
plant queue_server/api/x.c '#include <cups/cups.h>\n' api/x.c $layers
plant queue_server/domain/x.c '#include <stdio.h>\n' domain/x.c $layers
for folder in api page; do
    plant queue_server/$folder/x.c 'enum err x_run(struct store_tx *tx, struct command *command);\n' \
        'a use case outside usecase/' $layers
done

plant queue_server/page/x.c 'text_add(out, name);\n' 'a page writes past its escapes' $calls

# purity: of objects, so they are compiled
compile_pure() {
    printf '%b' "$1" >x.c
    shift
    "$@" -c -o x.o x.c
}
compile_pure '#include "base/clock.h"\nint x(void);\nint x(void) { return clock_monotonic_ms() > 0; }' \
    "$@"
must_find clock_monotonic_ms sh tests/source/check_pure.sh x.o --
compile_pure '#include <stdlib.h>\nvoid *x(void);\nvoid *x(void) { return malloc(9); }\n' "$@"
must_find malloc sh tests/source/check_pure.sh x.o --
compile_pure 'int x(void);\nint x(void) { static int n; return ++n; }\n' "$@"
must_find 'holds variables' sh tests/source/check_pure.sh x.o --
rm -f x.c x.o

# calls
plant queue_server/api/x.c 'void x(char *a) { strcpy(a, "b"); }\n' api/x.c $calls
plant printer/x.c 'int x(char *a) { return atoi(a); }\n' printer/x.c $calls
plant queue_server/usecase/x.c 'long x(void) { return time(0); }\n' usecase/x.c $calls
plant queue_server/store/x.c 'void x(void) { usleep(10); }\n' store/x.c $calls
plant queue_server/http/x.c 'int x(void) { return rand(); }\n' http/x.c $calls

# rules
plant queue_server/domain/role.c '/* R-989 */\n' 'R-989: quoted but absent' $rules
plant docs/rules.md '| R-988 | Nobody knows it. | nowhere |\n' 'R-988: not quoted by the code' $rules
plant docs/rules.md '| R-988 | Nobody knows it. | nowhere |\n' 'R-988: no test quotes it' $rules
cp docs/rules.md rules_kept
printf '| R-988 | Nobody knows it. | nowhere |\n' >>docs/rules.md
plant tests/unit/test_x.c '/* R-987..R-991 */\n' 'R-988: no test quotes it' $rules
plant tests/unit/test_x.c '/* R-988..R-991 */\n' 'R-988: no test quotes it' $rules
mv rules_kept docs/rules.md
plant tests/unit/test_x.c '/* R-987..R-989 */\n' 'R-989: quoted but absent' $rules
plant docs/rules.md '| R-600 | Once more. | nowhere |\n' 'R-600: stands in docs/rules.md twice' $rules
plant docs/rules.md '| R-600 | Once more. | nowhere |\n' 'docs/rules.md: its rows are out of order' $rules

# sizes
lines() { awk -v n="$1" -v t="$2" 'BEGIN{for (i = 0; i < n; i++) print t}'; }
plant queue_server/domain/x.h "$(lines 501 '/* x */')\n" 'x.h: 501 lines' $size
plant queue_server/domain/x.c "void x(void)\n{\n$(lines 59 '    ;')\n}\n" 'of 61 lines' $size
plant queue_server/domain/x.c "/* $(lines 95 x | tr -d '\n') */\n" columns $size
plant sql/queries/x.sql "-- One line. \n" 'blanks at the end' $size
plant counter_client/web/src/ui/x.tsx "$(lines 501 '// x')\n" 'x.tsx: 501 lines' $size
plant counter_client/web/src/core/x.ts "// $(lines 160 x | tr -d '\n')\n" columns $size
plant tests/browser/x.test.mjs "// One line. \n" 'blanks at the end' $size

# SQL
query() { # body, message
    plant sql/queries/ticket_planted.sql "-- Something about a ticket.\n$1\n" \
        "ticket_planted.sql: $2" $sql
}
plant sql/queries/ticket_planted.sql 'SELECT 1\n' 'the first line is no sentence' $sql
plant sql/queries/planted_get.sql '-- Something else.\nSELECT 1\n' 'not named after a table' $sql
query 'SELECT id FROM ticket WHERE id = $1' 'not used by the code'
query 'SELECT 1; SELECT 2' 'more than one statement'
query '' 'no statement'
query 'SELECT id FROM ticket WHERE id = ?' 'a parameter that is not $n: ?'
query 'SELECT id FROM ticket WHERE id = :id' 'a parameter that is not $n: :name'
query 'SELECT id FROM ticket WHERE id = $2' 'parameters with a gap'
query 'SELECT id FROM ticket WHERE counter IS $1' 'not in the shared dialect: IS with a parameter'
query 'INSERT OR IGNORE INTO ticket (id) VALUES ($1)' 'not in the shared dialect: INSERT OR'
query 'REPLACE INTO ticket (id) VALUES ($1)' 'not in the shared dialect: REPLACE INTO'
query "SELECT id FROM ticket WHERE site GLOB 'T*'" 'not in the shared dialect: GLOB'
query "SELECT strftime('x', \$1)" 'not in the shared dialect: a function of SQLite'
query "SELECT json_extract(\$1, 'x')" 'not in the shared dialect: a json function'
query 'SELECT group_concat(id) FROM ticket' 'not in the shared dialect: a function of SQLite'
query 'SELECT id FROM ticket WHERE site ILIKE $1' 'not in the shared dialect: ILIKE'
query 'SELECT id::text FROM ticket' 'not in the shared dialect: a cast by ::'
query 'SELECT max(number, 1) FROM ticket' 'not in the shared dialect: max of two values'
next=$(printf '%04d' $(($(ls sql/migrations | wc -l) + 1)))
migration() { # text, message
    plant "sql/migrations/${next}_planted.sql" "$1\n" "$2" $sql
}
migration 'CREATE TABLE p (\n    centre_id INTEGER NOT NULL,\n    PRIMARY KEY (centre_id)\n);' \
    'table p is not STRICT'
migration 'CREATE TABLE p (\n    id INTEGER NOT NULL,\n    PRIMARY KEY (id)\n) STRICT;' \
    'table p does not begin with centre_id'
migration 'CREATE TABLE p (\n    centre_id INTEGER NOT NULL,\n    a INTEGER,\n    PRIMARY KEY (a)\n) STRICT;' \
    'a key of table p does not begin with centre_id'
migration 'CREATE INDEX p_site ON ticket (site, number);' 'index p_site does not begin with'
plant sql/migrations/0999_planted.sql '\n' 'not number' $sql

# format and headers: on a small tree, these two checks being slow
find printer tests counter_client queue_server -name '*.[ch]' ! -path '*/base/[a-i]*' -exec rm {} +
plant queue_server/domain/x.c 'int  x( void ) ;\n' domain/x.c sh tests/source/check_format.sh true
plant queue_server/domain/x.h '#ifndef X\n#define X\nint x(nowhere y);\n#endif\n' \
    'domain/x.h does not compile alone' sh tests/source/check_format.sh "$@"

[ $missed = 0 ] || { echo "$missed of $planted planted faults were missed"; exit 1; }
echo "the checks see each of $planted planted faults"
