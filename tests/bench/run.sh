#!/bin/sh
# run.sh FIREGROUND FOLDER: all benches, on a store made for them.
#
# BENCH_ENTRIES, BENCH_LONGER, BENCH_RUNS and BENCH_IDLE (seconds) change what
# is measured; the targets are for 10,000 entries, 50,000 and 60 s.  Ends with 1 when one is missed.
set -eu

fireground=$1
folder=$2

work=$(mktemp -d "${TMPDIR:-/tmp}/fg-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' HUP INT TERM

# Nothing of whoever runs it is read or written.
for name in $(env | sed -n 's/^\(FIREGROUND_[A-Z_]*\)=.*/\1/p'); do
	unset "$name"
done
unset TMUX COLUMNS LINES
mkdir "$work/home"
export HOME="$work/home" LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color
export XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config"
export XDG_STATE_HOME="$work/home/state" XDG_CACHE_HOME="$work/home/cache"

made=$work/made.db
"$folder/make_incident" "sqlite:$made" "${BENCH_ENTRIES:-10000}"

# fresh NAME: $store, with nothing in it of what another bench has written.
fresh()
{
	store=$work/$1.db
	cp "$made" "$store"
	[ ! -e "$made-wal" ] || cp "$made-wal" "$store-wal"
}

result=0
fresh bench
"$folder/bench" "$fireground" "$folder" "sqlite:$store" || result=$?
[ "$result" -le 1 ] || exit "$result"
for name in htop tig; do
	path=$(command -v "$name") && set -- "$@" "$path"
done
shift 2
fresh beside
"$folder/beside" "$fireground" "$folder" "sqlite:$store" "$@" || result=1
fresh stall
"$folder/stall" "$fireground" "$folder" "sqlite:$store" || result=1
echo
echo "Keys in a timeline of ${BENCH_LONGER:-50000} entries, against those above:"
"$folder/make_incident" "sqlite:$work/longer.db" "${BENCH_LONGER:-50000}"
found=0
fresh finding
"$folder/finding" "$fireground" "sqlite:$store" "sqlite:$work/longer.db" ||
	found=$?
[ "$found" -le 1 ] || exit "$found"
[ "$found" -eq 0 ] || result=1
echo
echo "Inside one process, nothing to be met:"
fresh steps
"$folder/steps" "sqlite:$store"
exit "$result"
