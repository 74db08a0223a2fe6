#!/bin/sh
# Every C source and header is as .clang-format has it, and every header compiles alone.
# usage: check_format.sh COMPILER FLAG...     Run at the root of the tree.
set -eu
bad=0
files=$(find queue_server printer counter_client tests -name '*.[ch]' ! -path '*/corpus/*')
# shellcheck disable=SC2086
clang-format --dry-run -Werror $files || bad=1
for header in $(echo "$files" | grep '\.h$'); do
    echo "#include \"${header#queue_server/}\"" | "$@" -x c -fsyntax-only - ||
        { echo "$header does not compile alone"; bad=1; }
done
exit $bad
