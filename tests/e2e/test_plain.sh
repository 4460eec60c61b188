#!/bin/sh
# --plain: what happens is printed as lines, whoever reads; what is typed is
# the same grammar.  Through pipes, for logs, and on a terminal.
. tests/e2e/lib.sh
fg=$1
store="sqlite:$work/a.db"

does()
{
	must "$fg" "$@" --store "$store" --config none
}

# prints REGEX: some line of what the first one printed so far.
prints()
{
	grep -qE -e "$1" "$work/log"
}
wait_line()
{
	poll prints "$1" || {
		cat "$work/log"
		give_up "never prints: $1"
	}
	ok "prints: $1"
}

# ---- a log: standard input is empty, it goes on for ever.

: >"$work/log"
"$fg" --plain --store "$store" --config none --as log \
	</dev/null >>"$work/log" 2>&1 &
logger=$!
wait_line '^No incident. `declare TITLE` begins one.$'
does declare --as ana --severity 1 --impact-began -10m --customers yes \
	'EU checkout returns 5xx'
wait_line '^INC-1: EU checkout returns 5xx. Severity 1, stage Detect'
wait_line '^Nobody is in command.$'
wait_line '^NOW: nobody is in command'
does take --as ana
wait_line '^[0-9:]*Z [a-z]*: ana takes command$'
wait_line '^DONE: nobody is in command'
does can --as raj --condition 'db is stuck' --need 'a disk'
wait_line '^[0-9:]*Z can: raj: db is stuck'
does note --as raj "$(printf 'one\033[2Jtwo')"
wait_line 'raj: one'
check 'no control character comes through' sh -c \
	"! LC_ALL=C grep -q '[[:cntrl:]]' '$work/log'"
does declare --as tomas --severity 3 'disk nearly full'
wait_line '^LIVE: INC-2, severity 3: disk nearly full. `open INC-2` goes'
does call all-clear --as ana -i 1
does note --as ana -i 1 'the end of it'
wait_line 'ana: the end of it'
lines=$(wc -l <"$work/log")
check 'a line each, none repeated' test "$(sort "$work/log" | uniq -d |
	wc -l)" -eq 0
kill -s TERM "$logger"
ends_well()
{
	wait "$logger"
}
check 'SIGTERM ends it well' ends_well
check 'and nothing more is printed' test "$(wc -l <"$work/log")" -eq "$lines"
ends 2 timeout 20 "$fg" --plain --store "$store" --config none INC-9
says 'there is no INC-9'

# ---- lines from a pipe are commands, and their answers are awaited.

printf '%s\n' 'note typed into a pipe' 'nonsense' 'severity 2' 'q' \
	'note after the end' >"$work/lines"
timeout 20 "$fg" --plain INC-2 --store "$store" --config none --as lee \
	<"$work/lines" >"$work/log" 2>&1
check 'q ends it' test $? -eq 0
wait_line '^INC-2 disk nearly full: note [0-9]+$'
wait_line "^REFUSED: .*nonsense"
does log INC-2 --last 2
printf '%s\n' "$out" >"$work/said"
check 'what was typed is in the log' grep -q 'typed into a pipe' "$work/said"
check 'and what stands behind q is not' sh -c \
	"! grep -q 'after the end' '$work/said'"

# ---- on a terminal: the same, and q ends it.

start lee 100x30 "$fg" --plain --store "$store" --config none --as lee -i 2
wait_for lee 'Type commands, such as: note TEXT'
wait_for lee '^INC-2: disk nearly full'
type_text lee 'note typed on a terminal'
keys lee Enter
wait_for lee '^INC-2 disk nearly full: note'
wait_for lee 'lee: typed on a terminal'
type_text lee 'call under-control'
keys lee Enter
wait_for lee '^REFUSED: nobody is in command of INC-2: .take. it first'
type_text lee 'who raj'
keys lee Enter
wait_for lee 'raj is at the keys'
type_text lee 'take'
keys lee Enter
wait_for lee 'raj takes command'
type_text lee 'status INC-1'
keys lee Enter
wait_for lee '^INC-1 SEV1'
type_text lee 'form can'
keys lee Enter
wait_for lee '^REFUSED: form is for the dashboard'
type_text lee 'help need met'
keys lee Enter
wait_for lee '^fireground need met'
type_text lee 'open INC-1'
keys lee Enter
wait_for lee '^INC-1: EU checkout returns 5xx'
check 'the terminal is as it was' test "$(ask lee '#{alternate_on}')" = 0
type_text lee 'q'
keys lee Enter
wait_exit lee

# ---- read-only: lines are refused, all else goes on.

start reader 100x30 "$fg" --plain --read-only --store "$store" \
	--config none --as eve -i 2
wait_for reader '^INC-2: disk nearly full'
type_text reader 'note from a reader'
keys reader Enter
wait_for reader '^REFUSED: .*read-only'
keys reader C-d
wait_exit reader
