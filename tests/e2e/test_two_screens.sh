#!/bin/sh
# Two dashboards on one file: each sees what the other writes, neither is the
# master, news never takes cursor or text from whoever works, and a store that
# went back or away is told from one that is fine.
. tests/e2e/lib.sh
fg=$1
db=$work/two.db
store="sqlite:$db"

quietly()
{
	"$fg" "$@" --store "$store" >"$work/said" 2>&1 || {
		cat "$work/said"
		give_up "fireground $*"
	}
}

# entries: how many the log has.
entries()
{
	"$fg" log INC-1 --store "$store" | grep -c .
}

watching()
{
	shows "$1" "● live  $2 watching"
}

quietly declare --as ana --take --severity 1 'EU checkout returns 5xx'
for i in 1 2 3 4 5 6 7 8 9; do
	quietly note --as mei "early word 0$i"
done

# Inverse is how a cursor looks without colours.
start ana 160x45 NO_COLOR=1 "$fg" --store "$store" --as ana
start raj 80x24 NO_COLOR=1 "$fg" --store "$store" --as raj
wait_for ana 'INC-1 '
wait_for raj 'INC-1 '
wait_until 'ana sees two watching' watching ana 2
wait_until 'raj sees two watching' watching raj 2

# ---- each sees the other's entries.

keys raj n
wait_for raj 'Write it down'
type_text raj 'the canary fails too'
keys raj Enter
wait_for ana 'raj: the canary fails too'
wait_for raj 'raj: the canary fails too'
keys ana n
wait_for ana 'Write it down'
type_text ana 'seen, thank you'
keys ana Enter
wait_for raj 'ana: seen, thank you'

# ---- cursor, scroll and text survive what others write.

# The row under the cursor, without what stands at its right.
cursor()
{
	screen_styled "$1" | grep -a '7m.*early word' |
		grep -ao 'early word [0-9]*'
}
at()
{
	[ "$(cursor "$1")" = "$2" ]
}
rows()
{
	screen "$1" | grep -o 'early word [0-9]*'
}

keys raj 5
wait_for raj 'Timeline'
keys raj Home
keys raj j j j j
wait_until 'raj has chosen a row' at raj 'early word 02'
before=$(rows raj)
keys ana n
wait_for ana 'Write it down'
type_text ana 'half of a sent'
wait_for ana 'half of a sent'
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	quietly note --as mei "late word $i"
done
wait_for raj '12 new below'
wait_for ana 'late word 12'
same 'the rows in view are as before' "$before" "$(rows raj)"
same 'the cursor is on the same entry' 'early word 02' "$(cursor raj)"
check 'the text is as it was' shows ana 'Text +half of a sent '
type_text ana 'ence'
keys ana Enter
wait_for ana 'ana: half of a sentence'
same 'it was written once, and whole' 1 "$("$fg" log INC-1 --store "$store" |
	grep -c 'half of a sentence$\|half of a sentence ')"
keys raj End
wait_for raj 'ana: half of a sentence'

# ---- neither is the master.

kill -s KILL "$(ask raj '#{pane_pid}')"
wait_until 'raj has crashed' is_dead raj
wait_until 'a crash is not counted any more' watching ana 1
quietly note --as mei 'after the first crash'
wait_for ana 'after the first crash'
start lee 160x45 NO_COLOR=1 "$fg" --store "$store" --as lee
wait_for lee 'INC-1 '
wait_until 'lee is seen' watching ana 2
kill -s KILL "$(ask ana '#{pane_pid}')"
wait_until 'ana has crashed' is_dead ana
wait_until 'and is gone' watching lee 1
keys lee n
wait_for lee 'Write it down'
type_text lee 'the other goes on'
keys lee Enter
wait_for lee 'lee: the other goes on'
same 'nothing was lost' 29 "$(entries)"
ends 0 "$fg" verify --store "$store"

# ---- another program holds the lock: said, kept, written when it lets go.

mkfifo "$work/lock"
sqlite3 "$db" <"$work/lock" >/dev/null 2>&1 &
exec 8>"$work/lock"
# It waits for who only looks whether it is locked, and for the dashboard.
echo '.timeout 10000' >&8
echo 'BEGIN IMMEDIATE;' >&8
is_locked()
{
	! sqlite3 "$db" 'BEGIN IMMEDIATE; ROLLBACK;' >/dev/null 2>&1
}
wait_until 'the store is locked' is_locked
keys lee n
wait_for lee 'Write it down'
type_text lee 'while it was busy'
keys lee Enter
wait_for lee 'is busy: another program'
check 'the text is kept' shows lee 'while it was busy'
check 'what is there can be read meanwhile' shows lee '● live'
echo 'ROLLBACK;' >&8
exec 8>&-
wait
keys lee Enter
wait_for lee 'lee: while it was busy'
same 'it was written once' 30 "$(entries)"

# ---- a removed file is noticed, and not written into the void.

mkdir "$work/away"
mv "$db" "$db"-* "$work/away"
keys lee n
wait_for lee 'Write it down'
type_text lee 'into the void'
keys lee Enter
wait_for lee 'no store at'
check 'the text is still there' shows lee 'into the void'
keys lee Escape
wait_gone lee 'Esc leaves'
wait_for lee 'NO SIGNAL|STALE|no store at|cannot be read'
check 'what was there stays on the screen' shows lee 'lee: the other goes on'
check 'no new store is made in its place' test ! -e "$db"
mv "$work"/away/* "$work"
wait_for lee '● live'
same 'nothing was written meanwhile' 30 "$(entries)"
quietly note --as mei 'it is back'
wait_for lee 'it is back'

# ---- an older copy in its place is no good news, even when it goes on.

ends 0 "$fg" copy "$store" "sqlite:$work/old.db"
quietly note --as mei 'written after the copy'
wait_for lee 'written after the copy'
keys lee n
wait_for lee 'Write it down'
type_text lee 'on top of what'
rm -f "$db"-wal "$db"-shm
mv "$work/old.db" "$db"
wait_for lee 'STORE WENT BACK'
quietly note --as mei 'another history'
keys lee Enter
wait_for lee 'nothing is written: the store went back'
check 'the text is kept' shows lee 'on top of what'
keys lee Escape
wait_gone lee 'Esc leaves'
check 'what was seen is kept' shows lee 'written after the copy'
check 'what is another history is not mixed in' shows_not lee 'another history'
same 'nothing was written on top of it' 32 "$(entries)"
ends 0 "$fg" verify --store "$store"
keys lee q q
wait_for lee 'parked .*q again leaves'
keys lee q
wait_exit lee
