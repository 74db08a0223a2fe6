#!/bin/sh
# Serve a centre on the office's network, over TLS and plain HTTP: queue_server on loopback, Debian's
# caddy in front of it by the Caddyfile beside this script. Ctrl-C, or SIGTERM, ends both.
#
#   usage: serve_lan.sh QUEUE_SERVER DATA_DIR [HTTPS_PORT [HTTP_PORT [SERVER_PORT]]]
#
# The authority and its key are made in DATA_DIR/tls at the first start. Which names and numbers it
# vouches for is MOTCUA_NAMES, or else localhost, this machine's name and its addresses.
set -eu
[ $# -ge 2 ] || { sed -n '2,8s/^# \{0,1\}//p' "$0"; exit 2; }
program=$1 data=$2 https=${3:-8443} http=${4:-8000} port=${5:-8080}
here=$(cd "$(dirname "$0")" && pwd)
command -v caddy >/dev/null || { echo 'caddy is not installed: apt-get install caddy' >&2; exit 1; }
[ -d "$data" ] || { echo "$data: no such folder" >&2; exit 1; }
data=$(cd "$data" && pwd)

names=${MOTCUA_NAMES:-localhost $(hostname) $(hostname -I 2>/dev/null || true)}
addresses=
for name in $names; do
    case $name in *:*) name="[$name]" ;; esac # an IPv6 address
    addresses="$addresses${addresses:+, }https://$name:$https"
done

"$program" serve --data "$data" --listen "127.0.0.1:$port" --behind-proxy &
server=$!
MOTCUA_TLS_DIR="$data/tls" MOTCUA_HTTPS="$addresses" MOTCUA_HTTP="http://:$http" \
    MOTCUA_SERVER="127.0.0.1:$port" \
    caddy run --adapter caddyfile --config "$here/Caddyfile" 2>"$data/caddy.log" &
proxy=$!
stopped=
trap 'trap "" INT TERM; stopped=yes; kill "$proxy" "$server" 2>/dev/null || true' INT TERM

# wait until the proxy answers, or one of the two has ended
root="$data/tls/pki/authorities/local/root.crt"
while [ ! -s "$root" ] && kill -0 "$server" 2>/dev/null && kill -0 "$proxy" 2>/dev/null; do
    sleep 0.2
done
if [ -s "$root" ]; then
    echo
    for name in $names; do
        case $name in *:*) name="[$name]" ;; esac
        echo "  https://$name:$https/   http://$name:$http/"
    done
    echo
    echo "  to be trusted by the office's machines: http://THIS-MACHINE:$http/motcua-lan.crt"
    ! command -v openssl >/dev/null ||
        openssl x509 -in "$root" -noout -fingerprint -sha256 | sed 's/^/  /'
fi
# when one ends, so does the other
while kill -0 "$server" 2>/dev/null && kill -0 "$proxy" 2>/dev/null; do sleep 0.5; done
status=0
if [ -z "$stopped" ] && kill -0 "$server" 2>/dev/null; then
    echo 'the proxy has ended:' >&2
    tail -n 3 "$data/caddy.log" >&2
    status=1
fi
[ -n "$stopped" ] || kill "$proxy" "$server" 2>/dev/null || true # a second signal would not wait
wait "$server" || status=$?
wait "$proxy" 2>/dev/null || true
exit "$status"
