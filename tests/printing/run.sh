#!/bin/sh
# Paper, end to end, on loopback: finished pages, a receipt printer, a virtual IPP printer, a private
# cupsd. usage: run.sh PRINTER_PROGRAM   (CC and PYTHON may be set; arguments after it go to unittest)
set -eu
PRINTER=$(realpath "$1"); shift
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${CC:-cc}" -D_GNU_SOURCE -shared -fPIC -O2 -o "$work/no_avahi.so" "$here/no_avahi.c" -ldl
export PRINTER NO_AVAHI="$work/no_avahi.so" PYTHONDONTWRITEBYTECODE=1 TMPDIR="$work"
chmod 755 "$work"
cd "$here"
[ $# -gt 0 ] || set -- test_pages test_escpos test_ipp
"${PYTHON:-/usr/bin/python3}" -W ignore -m unittest "$@"
