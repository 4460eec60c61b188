#!/bin/sh
# A wall that hangs for long: another user's, sizes, a store that goes and
# comes, incidents that come and go, and no more memory than at first.
. tests/e2e/lib.sh
fg=$1
store="$work/store/a.db"

"$fg" --store "$store" --as ana declare "EU checkout returns 5xx" --take \
	--impact-began -5m --customers yes >/dev/null
"$fg" --store "$store" --as raj can INC-1 --condition 'primary is stuck' \
	--action 'failing over' --need 'call +44 20 7946 0018' >/dev/null
"$fg" --store "$store" --as raj note INC-1 --internal 'the vault is open' \
	>/dev/null

# ---- The unit of docs/: its command as a user who may write nothing, in a
# network of its own where that can be had.

line=$(sed -n 's/^ExecStart=[^ ]* //p' docs/fireground-wall.service |
	sed "s|/srv/fireground/incidents.db|$store|")
check "the unit names the store" \
	sh -c 'case $1 in *"$2"*) ;; *) false ;; esac' sh "$line" "$store"
chmod -R go-w "$work/store"
snapshot()
{
	find "$work/store" -exec stat -c '%n %y %s %i' {} + | sort
	sha256sum "$store"
}
# shellcheck disable=SC2086
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null 2>&1; then
	chmod 755 "$work" "$work/home"
	cp "$fg" "$work/fg" && chmod 755 "$work/fg"
	net=
	unshare -n true 2>/dev/null && net='unshare -n'
	start wall 160x45 $net setpriv --reuid=65534 --regid=65534 \
		--clear-groups --no-new-privs "$work/fg" $line
else
	start wall 160x45 "$fg" $line
fi
wait_for wall 'CUSTOMERS HIT FOR'
wait_for wall 'primary is stuck'
wait_for wall 'call .phone.'
titled()
{
	[ "$(ask wall '#{pane_title}')" = 'wall: INC-1 SEV2 EU checkout returns 5xx' ]
}
wait_until "the window has its name" titled
check "internal words stand on no wall" shows_not wall 'vault'
before=$(snapshot)
keys wall n x Enter '>' Enter ':' q Escape
wait_exit wall 0
same "nothing was written" "$before" "$(snapshot)"

# ---- Sizes, and a terminal that goes away.

start sizes 80x24 "$fg" --config none --store "$store" wall
wait_for sizes 'IN COMMAND +ANA'
for size in 240x60 40x10 1x1 100x30 160x45; do
	resize sizes "$size"
done
wait_for sizes 'CUSTOMERS HIT FOR'
wait_for sizes 'Who is on it'
wait_for sizes 'What we know'
pid=$(ask sizes '#{pane_pid}')
close sizes
gone()
{
	! kill -0 "$pid" 2>/dev/null
}
wait_until "it ends with its terminal" gone

ends 2 "$fg" --config /nowhere/config --store "$store" wall
says '/nowhere/config'

# ---- The store goes, and comes back.

start wall2 80x24 "$fg" --config none --store "$store" wall
wait_for wall2 'IN COMMAND'
mv "$work/store" "$work/away"
wait_for wall2 'NO SIGNAL for 1[0-9] s'
wait_for wall2 'there is no store at'
wait_for wall2 'the picture is as of'
mv "$work/away" "$work/store"
wait_gone wall2 'NO SIGNAL'
"$fg" --store "$store" --as ana advance --to mitigate INC-1 >/dev/null 2>&1 ||
	"$fg" --store "$store" --as ana advance INC-1 --to mitigate >/dev/null
wait_for wall2 'MITIGATE'
keys wall2 q
wait_exit wall2 0

# ---- Days go by a second, incidents come and go.

old="practice:$work/old.db"
drill()
{
	"$fg" --store "$old" --clock 2026-11-22T14:00:00Z --as ana "$@" \
		>/dev/null || fail "cannot: $*"
}
for i in 1 2 3; do
	drill declare "Number $i is slow" --take
done
echo 'wall-turn = 0' >"$work/config"
# What a sanitizer keeps back of freed memory is not the wall's.
start year 80x24 env \
	ASAN_OPTIONS="${ASAN_OPTIONS-}:quarantine_size_mb=0:thread_local_quarantine_size_kb=0" \
	"$fg" --config "$work/config" --store "$old" \
	--clock 2026-11-22T14:00:00Zx100000 wall
wait_for year 'STAGE'
pid=$(ask year '#{pane_pid}')
pages()
{
	cut -d' ' -f2 "/proc/$pid/statm"
}
# round N: an incident comes, many frames are drawn, and it goes.
round()
{
	drill declare "Round $1 burns" --severity 1 --take
	term send-keys -t '=year:' -N 250 r
	wait_for year "Round $1 burns"
	drill close "INC-$(($1 + 3))" --false-alarm
	wait_gone year "Round $1 burns"
}
if [ -r "/proc/$pid/statm" ]; then
	for i in 1 2 3 4; do round $i; done
	before=$(pages)
	for i in 5 6 7 8 9 10 11 12; do round $i; done
	after=$(pages)
	check "2000 frames take less than 100 pages: $before, $after" \
		[ $((after - before)) -lt 100 ]
fi
kill -TERM "$pid"
wait_exit year 0
