#!/bin/sh
# Many at once: one wins each race and the others are told, nothing that was
# acknowledged is ever lost, and no place in the log is empty or filled twice.
# With FIREGROUND_LONG set writers are killed for 20 seconds, else 60 of them.
long=${FIREGROUND_LONG:-}
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"

# go N SCRIPT: N shells with the number of each in $i, let go at one moment;
# exit codes in code.I, what each said in said.I.
go()
{
	go_n=$1
	rm -f "$work"/code.* "$work"/said.* "$work/gate"
	mkfifo "$work/gate"
	# Kept open, so that whoever comes late finds the word waiting.
	exec 9<>"$work/gate"
	i=0
	go_pids=
	while [ "$i" -lt "$go_n" ]; do
		i=$((i + 1))
		(
			read -r _ <"$work/gate"
			exec 9<&-
			code=0
			eval "$2" >"$work/said.$i" 2>&1 || code=$?
			echo "$code" >"$work/code.$i"
		) &
		go_pids="$go_pids $!"
	done
	# One line each, of one byte: nobody can take half of another's.
	i=0
	while [ "$i" -lt "$go_n" ]; do
		i=$((i + 1))
		echo
	done >&9
	exec 9<&-
	for pid in $go_pids; do
		wait "$pid" || :
	done
}

ended()
{
	cat "$work"/code.* | grep -cx "$1" || :
}

stage()
{
	"$fg" status --json "$1" | sed -n 's/.*"stage":"\([^"]*\)".*/\1/p'
}

# ---- two screens of one commander, each with the same form open.

# answered NAME: Enter was taken, and the form has gone or says why not.  A
# form that has just opened takes none, so it is pressed until then.
answered()
{
	shows "$1" 'next stage' || return 0
	shows "$1" 'stage was changed by' && return 0
	keys "$1" Enter
	return 1
}

both_answered()
{
	answered one
	answered_one=$?
	answered two && [ "$answered_one" -eq 0 ]
}

# lost: the screens that say so now.
lost()
{
	for lost_name in one two; do
		shows "$lost_name" 'stage was changed by ana' &&
			echo "$lost_name"
	done
}

"$fg" --as ana declare --take 'EU checkout returns 5xx' >/dev/null
for name in one two; do
	start "$name" 120x40 "$fg" --as ana
	wait_for "$name" 'INC-1 '
	keys "$name" 5
done
for to in Dispatch Mitigate; do
	for name in one two; do
		keys "$name" '>'
		wait_for "$name" "next stage $to"
	done
	wait_until "both are answered about $to" both_answered
	same "one of them moved the incident, one stage" \
		"$(printf '%s' "$to" | tr '[:upper:]' '[:lower:]')" \
		"$(stage INC-1)"
	loser=$(lost)
	check "the other is told ($loser)" test "$loser" = one -o \
		"$loser" = two
	check 'and what changed' shows "$loser" "now in $to: "
	keys "$loser" Escape
	wait_gone "$loser" 'next stage'
done
same 'the log has each move once' 2 \
	"$("$fg" log INC-1 | grep -cE ' stage +(DISPATCH|MITIGATE)')"
close one
close two

# ---- many processes: take, advance, declare.

round=1
while [ "$round" -lt 7 ]; do
	round=$((round + 1))
	name=INC-$round
	"$fg" --as mei declare "race $round" >/dev/null
	go 2 '"$fg" take "$name" --as "racer$i"'
	same "$name: one takes command" '1 1' "$(ended 0) $(ended 1)"
	holder=$("$fg" status --json "$name" |
		sed -n 's/.*"commander":"\([^"]*\)".*/\1/p')
	check "$name: the other is told who has it" \
		grep -q "$holder" "$work/said.$((3 - ${holder#racer}))"

	# From Assemble, which take has entered, each to the same stage.
	go 2 '"$fg" advance "$name" --as "$holder" --to verify'
	same "$name: one advances" '1 1' "$(ended 0) $(ended 1)"
	same "$name: by one stage" verify "$(stage "$name")"
done

# Said without a stage, each that was done is one move, each other none.
"$fg" --as mei declare --take 'no stage named' >/dev/null
go 2 '"$fg" advance INC-8 --as mei'
won=$(ended 0)
case $won in
1) at=dispatch ;;
2) at=mitigate ;;
*) at=none ;;
esac
same 'as many moves as were done' "$at" "$(stage INC-8)"
check 'at least one was' test "$won" -ge 1

go 6 '"$fg" declare "new $i" --as "racer$i"'
same 'everyone declares' 6 "$(ended 0)"
same 'each has a number of its own' '9 10 11 12 13 14 ' \
	"$(awk 'FNR == 1 { print }' "$work"/said.* |
		sed -n 's/^INC-\([0-9]*\) .*/\1/p' | sort -n | tr '\n' ' ')"

# ---- 8 processes append: notes one by one, scenarios as a whole.

# A sanitizer makes each process many times slower.
each=50
if grep -q __asan_init "$fg"; then each=20; fi

# scenario N: the lines of one.
scenario()
{
	echo "2026-11-20T09:00Z mei declare scenario $1"
	scenario_i=0
	while [ "$scenario_i" -lt 99 ]; do
		scenario_i=$((scenario_i + 1))
		echo "+10s mei note word $scenario_i of scenario $1"
	done
}
for n in 1 2 3 4; do
	scenario "$n" >"$work/$n.scenario"
done

notes()
{
	notes_i=0
	while [ "$notes_i" -lt "$each" ]; do
		notes_i=$((notes_i + 1))
		"$fg" note INC-1 --as "writer$1" "word $notes_i of writer $1" ||
			return
	done
}
before=$("$fg" log INC-1 | grep -c .)
go 12 'if [ "$i" -le 8 ]; then notes "$i"
	else "$fg" import "$work/$((i - 8)).scenario"; fi'
same 'all of them end well' 12 "$(ended 0)"
grep -hv '^INC-' "$work"/said.*
same 'every note has a place of its own' $((8 * each)) \
	"$(cat "$work"/said.[1-8] | grep -o 'note [0-9]*$' | sort -u | grep -c .)"

# The places of an export are 1, 2, 3 ...
dense()
{
	"$fg" export "$1" | sed 's/.*"n":\([0-9]*\),.*/\1/' |
		awk '$1 != NR { exit 1 } END { exit !NR }'
}
same 'the log has all of them' $((before + 8 * each)) \
	"$("$fg" log INC-1 | grep -c .)"
check 'without a gap' dense INC-1
i=0
while [ "$i" -lt 8 ]; do
	i=$((i + 1))
	check "in the order of writer $i" sh -c '
		"$1" log INC-1 | sed -n "s/.*word \([0-9]*\) of writer $2.*/\1/p" |
		awk "\$1 != NR { exit 1 } END { exit NR != $3 }"' - \
		"$fg" "$i" "$each"
done
for n in 15 16 17 18; do
	same "INC-$n: a scenario alone" 100 "$("$fg" log "INC-$n" | grep -c .)"
	same "INC-$n: of one file" 1 "$("$fg" export "INC-$n" |
		grep -o 'of scenario [0-9]' | sort -u | grep -c .)"
	check "INC-$n: without a gap" dense "INC-$n"
done
ends 0 "$fg" verify

# ---- writers are killed at random: what was acknowledged is there.

# spin N: as many turns of this shell.
spin()
{
	turns=0
	while [ "$turns" -lt "$1" ]; do
		turns=$((turns + 1))
	done
}

# A sanitizer must not take one that was killed for a defect.
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0"

# Random numbers, one a line; from a seed, so that a failure comes again.
awk 'BEGIN { srand(17); while (n++ < 20000) print int(rand() * 1000) }' \
	>"$work/random"
exec 3<"$work/random"
: >"$work/acknowledged"
kills=0
kept=0
tries=0
# How long to wait before the kill: longer while most are killed, shorter while
# most are not, since nobody knows how fast this machine is now.
range=2000
over=$(($(date +%s) + 20))
more()
{
	if [ -n "$long" ]; then
		[ "$(date +%s)" -lt "$over" ]
	else
		{ [ "$kills" -lt 60 ] || [ "$kept" -lt 30 ]; } &&
			[ "$tries" -lt 600 ]
	fi
}
while more; do
	pids=
	for lane in 1 2 3; do
		tries=$((tries + 1))
		"$fg" note INC-2 --as mei "try $tries." >/dev/null 2>&1 &
		pids="$pids $!:$tries"
	done
	for pid in $pids; do
		read -r share <&3
		spin $((range * share / 1000))
		kill -s KILL "${pid%:*}" 2>/dev/null
		if wait "${pid%:*}" 2>/dev/null; then
			echo "try ${pid#*:}." >>"$work/acknowledged"
			kept=$((kept + 1))
			range=$((range * 19 / 20 + 1))
		else
			kills=$((kills + 1))
			range=$((range * 21 / 20 + 50))
		fi
	done
done
exec 3<&-
echo "$kills killed, $kept acknowledged"
check 'many were killed' test "$kills" -ge 30
check 'and many were not' test "$kept" -ge 10
"$fg" log INC-2 | grep -o 'try [0-9]*\.' | sort >"$work/there"
same 'nothing acknowledged is lost' '' \
	"$(sort "$work/acknowledged" | comm -23 - "$work/there")"
same 'nothing is there twice' '' "$(uniq -d "$work/there")"
check 'without a gap' dense INC-2
ends 0 "$fg" verify
ends 0 "$fg" note INC-2 --as mei 'and it goes on'
