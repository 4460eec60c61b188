#!/bin/sh
# Every key of the table, pressed on a real terminal in every place that a
# screen which only reads can come to: none is silent, none ends the program,
# and the store and its export are the same bytes as before.
. tests/e2e/lib.sh
fg=$1
store="sqlite:$work/a.db"

does()
{
	must "$fg" "$@" --store "$store" --config none
}

does declare --as ana --take --severity 1 --impact-began -10m \
	'EU checkout returns 5xx'
does page --as ana raj
does can --as raj --condition 'db is stuck' --need 'a second pair of eyes'
does objective assign --as ana raj 'promote the replica'
does mitigation propose --as raj 'roll back'
does offer --as ana raj

# The keys of the table, as tmux names them; q is pressed at the end.
"$fg" docs keys | sed -n 's/^\.It Ic \\&//p' | sort -u | sed '
	s/^Esc$/Escape/; s/^PgUp$/PPage/; s/^PgDn$/NPage/; s/^S-Tab$/BTab/
	s/^Backspace$/BSpace/
	s/^A-/M-/; /^q$/d' >"$work/keys"
check 'the table has many keys' test "$(wc -l <"$work/keys")" -gt 50

# What the store is: every file, every byte.
sum()
{
	cat "$work/a.db" "$work/a.db-wal" 2>/dev/null | cksum
	"$fg" export --read-only --store "$store" --config none INC-1 | cksum
}

# What lies over the panes is closed, and what was said is gone.
is_plain()
{
	if shows reader '^ ?:|^/|Esc (closes|leaves)|─ sending'; then
		keys reader Escape
		return 1
	fi
}

# board, incident: where the reader is; and back there after a key.
in_board()
{
	is_plain || return 1
	shows reader 'in all' && return
	keys reader q
	return 1
}
in_incident()
{
	is_plain || return 1
	shows reader 'IC ana' && return
	keys reader Enter
	return 1
}

pressed=0
# press PLACE KEY...: each key of the table behind the keys that open a place.
press()
{
	press_in=$1
	shift
	while read -r key; do
		wait_until_quietly "in_$press_in"
		[ $# -eq 0 ] || keys reader "$@"
		keys reader "$key"
		pressed=$((pressed + 1))
		! is_dead reader || give_up "$key ends the program"
	done <"$work/keys"
}
wait_until_quietly()
{
	poll "$@" || {
		show reader
		give_up "never: $*"
	}
}

start reader 160x45 "$fg" --store "$store" --config none --as ana \
	--read-only
wait_for reader 'IC ana'
before=$(sum)

press incident
press incident '?'
press incident B
press incident 5 Enter
press incident :
press incident /
press incident z
press board
press board '?'
press board :
check "$pressed keys were pressed" test "$pressed" -gt 500
wait_until_quietly in_incident

# One that writes says why it does not, one that came too often that it did.
keys reader n
wait_for reader 'read-only: entries are made elsewhere'
keys reader 1
wait_for reader 'the keys go to that pane already'
keys reader Escape
wait_gone reader 'already'
keys reader Escape
wait_for reader 'nothing is open here'
keys reader F5
wait_for reader 'F5 has no meaning here'
same 'nothing was written' "$before" "$(sum)"

wait_until_quietly in_board
keys reader q
wait_exit reader
same 'nor when it ended' "$before" "$(sum)"
