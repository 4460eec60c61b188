#!/bin/sh
# The wall: for reading alone, no key but q and r, and it waits for ever.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/store/a.db"

# Each file below the store's folder with its content and time of change.
snapshot()
{
	find "$work/store" -type f -exec sh -c 'for f; do
		sha256sum "$f"; stat -c "%n %Y %s" "$f"; done' sh {} + | sort
}

ends 2 "$fg" wall
says 'no terminal|not a terminal|terminal'
ends 2 "$fg" wall INC-1 something
ends 0 "$fg" help wall
says 'wall \[INC\]'

# It may be started before there is a store.
start wall 80x24 "$fg" --config none wall
wait_for wall 'Waiting for the store'
check "no store is made" [ ! -e "$work/store" ]
"$fg" --as ana declare "EU checkout returns 5xx" --impact-began -5m \
	--customers yes --take >/dev/null
wait_for wall 'EU checkout'
wait_for wall 'IN COMMAND +ANA'
wait_for wall 'STAGE +VERIFY'

# No key does anything, and nothing is written.
before=$(snapshot)
for key in a '>' '<' '!' c . m d t b p o n v h D u i / f g '[' ']' '{' '}' \
	B S s y z j k Enter Tab 1 9 : '?' Escape C-c C-z F1; do
	keys wall "$key"
done
keys wall C-l
type_text wall 'note something'
"$fg" --as ana note "a word from outside" >/dev/null
"$fg" --as ana advance --to mitigate >/dev/null
wait_for wall 'STAGE +MITIGATE'
check "no word of it is in the log" sh -c "! '$fg' log INC-1 | grep something"
before=$(snapshot)
keys wall n Enter x Enter r
resize wall 100x30
wait_for wall 'READ-ONLY'
same "the store is as it was" "$before" "$(snapshot)"
keys wall q
wait_exit wall 0

# One that is named; from the environment too.
"$fg" --as raj declare "Search is slow" --severity 3 >/dev/null
start one 80x24 FIREGROUND_INC=2 "$fg" --config none wall
wait_for one 'Search is slow'
term kill-session -t =one:
start named 80x24 "$fg" --config none wall INC-2
wait_for named 'Search is slow'

# A signal ends it, and the terminal is as it was.
kill -TERM "$(ask named '#{pane_pid}')"
wait_exit named 0

# The bridge as a code: what is on the screen, as a picture, is read by a
# program that knows nothing of us.
"$fg" --as ana bridge INC-1 "https://meet.example.com/inc-1?room=7" >/dev/null
start code 160x45 "$fg" --config none wall INC-1
wait_for code 'JOIN THE BRIDGE'
link='https://meet.example.com/inc-1?room=7'
has_link()
{
	screen code | sed 's/\xe2\x96\x88/#/g; s/\xe2\x96\x80/^/g
		s/\xe2\x96\x84/_/g; s/[^ -~]/./g' | awk '
	at == 0 { at = index($0, "JOIN THE BRIDGE"); next }
	index($0, "https:") == at { exit }
	{ row[++n] = substr($0 sprintf("%80s", ""), at) }
	END {
		side = 2 * n
		print "P1", 4 * side, 4 * side
		for (y = 0; y < side; y++) for (v = 0; v < 4; v++) {
			for (x = 1; x <= side; x++) {
				c = substr(row[int(y / 2) + 1], x, 1)
				d = c == "#" || c == (y % 2 ? "_" : "^")
				print d, d, d, d
			}
		}
	}' >"$work/code.pbm"
	[ "$(zbarimg --raw -q "$work/code.pbm")" = "$link" ]
}
wait_until "the code on the screen is the link" has_link
