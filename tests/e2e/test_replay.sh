#!/bin/sh
# replay: an incident played from a store or a file, and frames of it that
# depend on nothing but the log.
. tests/e2e/lib.sh
fg=$1
db=$work/replay.db
store="sqlite:$db"
scenario=docs/incidents/checkout.scenario

does()
{
	must "$fg" "$@" --store "$store"
}

does import "$scenario"
does export INC-1
printf '%s\n' "$out" >"$work/export"

# ---- frames: no terminal, no home, no zone and no day go into them.

frame()
{
	run "$fg" replay --frame --size 120x40 --at 14:27Z --as ana "$@"
	[ "$status" -eq 0 ] || give_up "no frame: $out"
	printf '%s\n' "$out"
}

frame INC-1 --store "$store" >"$work/one"
cat >"$work/config" <<END
me = "raj"
zone = "Asia/Tokyo"
theme = "light"
END
TZ=Asia/Tokyo HOME=/nowhere TERM= LANG=C frame INC-1 --store "$store" \
	--config "$work/config" >"$work/two"
same 'the same log and size are the same bytes' "$(cat "$work/one")" \
	"$(cat "$work/two")"
frame "$work/export" >"$work/two"
same 'an export is the same log' "$(cat "$work/one")" "$(cat "$work/two")"
"$fg" replay - --frame --size 120x40 --at 14:27Z --as ana \
	<"$work/export" >"$work/two"
same 'and so is one that comes through a pipe' "$(cat "$work/one")" \
	"$(cat "$work/two")"
check 'it says REPLAY and the moment' \
	grep -q 'REPLAY 2026-11-22 14:27:00Z' "$work/one"
same 'it has as many rows as were asked for' 33 "$("$fg" replay --frame \
	"$work/export" --size 90x33 | wc -l | tr -d ' ')"
frame INC-1 --store "$store" --ansi --config "$work/config" >"$work/three"
frame INC-1 --store "$store" --ansi >"$work/two"
same 'no theme of a config goes into it' "$(cat "$work/two")" \
	"$(cat "$work/three")"
check 'colours are SGR' grep -q "$(printf '\033')\\[0;1;38;5;" "$work/two"
same 'beside them it is the same' "$(cat "$work/one")" \
	"$(sed "s/$(printf '\033')\\[[0-9;]*m//g; s/ *\$//" "$work/two")"
ends 0 "$fg" replay "$scenario" --frame --at 3
says 'entry 3 of 38'
ends 2 "$fg" replay 1
says "no file '1'.*fireground replay INC-1"
ends 2 "$fg" replay nowhere.scenario
says "no file 'nowhere.scenario'; an incident is named INC-17"
check 'no store was made for it' test ! -e "$XDG_DATA_HOME/fireground"
for at in 'T+10m' '13:54Z' '2026-11-22T13:54Z'; do
	ends 0 "$fg" replay "$scenario" --frame --at "$at"
	says 'REPLAY 2026-11-22 13:54:00Z'
done

if [ -c /dev/full ]; then
	ends 3 sh -c '"$1" replay --frame "$2" >/dev/full' sh "$fg" "$scenario"
	says 'standard output: No space left'
fi

# ---- where there is none, or all have ended.

other="sqlite:$work/other.db"
ends 0 "$fg" status --store "$other"
ends 2 "$fg" replay --frame --store "$other"
says 'there is no incident to be played'
for n in 1 2; do
	ends 0 "$fg" declare "number $n" --store "$other" --as ana
	ends 0 "$fg" close "INC-$n" --false-alarm --store "$other" --as ana
done
ends 2 "$fg" replay --frame --store "$other"
says 'fireground replay INC-1'
ends 0 "$fg" replay INC-2 --frame --store "$other"
says 'number 2'

# ---- what is no log, moment or size.

ends 2 "$fg" replay INC-7 --frame --store "$store"
says 'there is no INC-7'
ends 1 "$fg" replay INC-1 --frame --store "$store" --at 99
says 'no entry 99'
ends 1 "$fg" replay INC-1 --frame --store "$store" --at 2026-11-21T10:00Z
says 'nothing was known before'
ends 2 "$fg" replay INC-1 --frame --store "$store" --size 80
ends 2 "$fg" replay INC-1 --frame --store "$store" --size 80x0
ends 2 "$fg" replay INC-1 --store "$store" --speed 0
says 'speed'
ends 2 "$fg" replay "$work/none"
sed 's/Rolled back/Rolled over/' "$work/export" >"$work/forged"
run "$fg" replay "$work/forged" --frame
check 'a forged log is not played' test "$status" -ne 0
says 'forged'

# ---- played on a screen: nothing is written, nobody is counted.

before=$(sha256sum "$db" | cut -d' ' -f1)
start play 120x40 "$fg" replay INC-1 --config none --store "$store" \
	--speed 600
wait_for play 'REPLAY .* entry [0-9]+ of 38 · 600x'
wait_for play 'entry [1-3][0-9] of 38'
keys play Space
wait_for play 'Space plays'
keys play '['
keys play '{' '{' '{'
wait_for play 'REPLAY'
for key in n '>' c D; do
	keys play "$key"
	wait_for play 'this is a replay: nothing is written here'
	keys play B
	wait_for play 'Briefing'
	keys play Escape
	wait_gone play 'Briefing'
done
keys play :
wait_for play '^ ?:'
type_text play 'note from a replay'
keys play Enter
wait_for play 'this is a replay: nothing is written here'
keys play Escape
wait_gone play 'nothing is written here'
check 'Esc does not leave it' shows play REPLAY
keys play :
wait_for play '^ ?:'
type_text play 'past 38'
keys play Enter
wait_for play 'entry 38 of 38 · END'
keys play ']'
wait_for play 'this is the last entry'
keys play :
wait_for play '^ ?:'
type_text play 'past first'
keys play Enter
wait_for play 'entry 1 of 38'
keys play Space
wait_for play '600x'
keys play :
wait_for play '^ ?:'
type_text play 'speed 100000'
keys play Enter
wait_for play 'entry 38 of 38 · END'
keys play q
wait_exit play
same 'the store is as it was' "$before" "$(sha256sum "$db" | cut -d' ' -f1)"

# ---- from a file, by somebody who looks at a quiet stretch.

start quiet 100x30 "$fg" replay docs/incidents/github-2018-10-21.scenario \
	--config none --at 2018-10-22T01:00Z --speed 60 --as coordinator
wait_for quiet 'entry 26 of 47'
check 'it is seen by whom it says' shows quiet 'you coordinator'
wait_for quiet 'without an entry, passed over'
wait_for quiet 'entry 2[78] of 47'
keys quiet q
wait_exit quiet
