#!/bin/sh
# Every journey in Chromium, one file after the other: run.sh NODE_TEST_FILE...
#
# A file that fails is run once more, and said to be unsteady when it passes then: a browser on a busy
# machine can be late, and one late paint must not hide what the other files find. A file listed as
# unsteady at the end is a fault to look into, in the journey or in the screen.
set -u
unsteady=
for file; do
    node --test "$file" && continue
    echo "== once more: $file"
    node --test "$file" || { echo "check-browser: $file failed twice"; exit 1; }
    unsteady="$unsteady $file"
done
[ -z "$unsteady" ] || echo "check-browser: UNSTEADY, passed at the second run:$unsteady"
