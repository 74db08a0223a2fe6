#!/bin/sh
# The demonstration: a training centre with a year behind it, and a day that plays itself.
#
# usage: demo.sh BUILD_DIR DEMO_DIR HOST:PORT [DAY [SPEED]]
#
# The year is played once, through the API, into DEMO_DIR; later starts go on from there. It is written in
# memory first where there is room (nothing is lost if that goes wrong: it is played again).
set -eu
umask 077 # passwords and personal data are written
bin=$1/bin demo=$2 listen=$3 day=${4:-2026-11-23} speed=${5:-10}
here=$(dirname "$0")
python=${PYTHON:-/usr/bin/python3}
days=${DEMO_DAYS:-364}
server= play=

finish() { # the play first: it speaks to the server
    for pid in $play $server; do kill "$pid" 2>/dev/null || true; done
    wait
}
trap finish EXIT
trap 'exit 130' INT TERM
exec 3<&0 # the keys are for the play, which runs in the background so that this shell hears signals

start() { # DATA LISTEN [OPTION]...: serve, and wait until it listens; sets $server and $url
    data=$1 at=$2; shift 2
    "$bin/queue_server" serve --data "$data" --listen "$at" "$@" >"$data.said" 2>"$data.log" &
    server=$!
    while ! grep -q '^listening on ' "$data.said"; do
        kill -0 "$server" 2>/dev/null || { cat "$data.log" >&2; exit 1; }
        sleep 0.1
    done
    url=$(sed -n 's/^listening on //p' "$data.said")
}

if [ ! -e "$demo/data/motcua.db" ]; then
    mkdir -p "$demo"
    work=$(mktemp -d -p "$(test -w /dev/shm && echo /dev/shm || echo "$demo")")
    begins=$(date -d "$day - $days days" +%F)
    PUBLIC_URL="http://$listen" sh "$here/../make_centre.sh" "$bin/queue_server" "$work/data" "$here/.." "${begins}T07:00:00+07:00" >"$demo/centre.txt"
    sed -nE 's/^([a-z]+[0-9]*) +([0-9A-Z]{8,})  .*/\1 \2/p' "$demo/centre.txt" >"$demo/accounts.txt"
    echo "Đang chơi lại một năm của trung tâm, vài phút, một lần này thôi..."
    echo "Playing a year of the centre, a few minutes, only this once..."
    start "$work/data" 127.0.0.1:0 --printer "$(cd "$here" && pwd)/no_paper.py"
    "$python" "$here/play.py" year "$url" "$demo/accounts.txt" "$(date -d "$day - 1 day" +%F)" "$days" &
    play=$!
    wait "$play"
    play=
    kill "$server"
    wait "$server"
    server=
    mv "$work/data" "$demo/data"
    rm -rf "$work"
fi
chmod 600 "$demo/accounts.txt" "$demo/centre.txt" # one that was made before, too
start "$demo/data" "$listen"
echo
echo "Trung tâm trình diễn / the demonstration: $url"
echo "  /kiosk  /board  /counter  /manager  /admin   và / cho người dân (and / for citizens)"
echo
echo "Tài khoản / accounts: $demo/accounts.txt   (quầy 7/counter 7: khach, điều hành/manager: giamdoc, quản trị/admin: quantri)"
echo "Tốc độ / speed: 0 dừng/stop, 1 x1, 2 x10, 3 x30, 4 x60, rồi Enter; Ctrl+C để kết thúc / to end"
echo
"$python" "$here/play.py" day "$url" "$demo/accounts.txt" "$day" "$speed" <&3 &
play=$!
wait "$play"
