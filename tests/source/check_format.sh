#!/bin/sh
# Every C source and header is as .clang-format has it, and every header compiles alone.
# Releases of clang-format differ in small things; the layout is that of FORMAT_RELEASE (Debian 12).
# usage: check_format.sh COMPILER FLAG...     Run at the root of the tree.
set -eu
bad=0
FORMAT_RELEASE=14
files=$(find queue_server printer counter_client tests -name '*.[ch]' ! -path '*/corpus/*')
release=$(clang-format --version | sed 's/.*version \([0-9]*\).*/\1/')
if [ "$release" = $FORMAT_RELEASE ]; then
    # shellcheck disable=SC2086
    clang-format --dry-run -Werror $files || bad=1
else
    echo "check_format: layout not compared, clang-format is $release, not $FORMAT_RELEASE"
fi
for header in $(echo "$files" | grep '\.h$'); do
    echo "#include \"${header#queue_server/}\"" | "$@" -x c -fsyntax-only - ||
        { echo "$header does not compile alone"; bad=1; }
done
exit $bad
