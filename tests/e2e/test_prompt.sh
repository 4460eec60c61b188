#!/bin/sh
# The prompt: what is typed is hinted at and completed, and its lines are there
# when the dashboard is opened again, but for the text of people.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="sqlite:$work/a.db"
kept=$work/home/state/fireground/history

"$fg" declare --as ana --take 'EU checkout' >/dev/null || give_up 'no incident'
start ana 120x30 "$fg" --as ana
wait_for ana 'IC ana'

# leave: the line, and what it has opened.
is_left()
{
	shows_not ana '^:|Esc closes'
}
leave()
{
	is_left || keys ana Escape
	wait_until 'nothing is open' is_left
}

# ---- hints and completion.

keys ana :
wait_for ana '^ Enter run'
type_text ana 'ne'
wait_for ana '^ need'
type_text ana 'ed '
wait_for ana 'need dispatch\|met\|refused\|drop'
keys ana C-u
type_text ana 'customers we look --next '
wait_for ana '^ --next TIME: when the next word comes'
keys ana C-u
type_text ana 'as'
keys ana Tab
wait_for ana '^ 1 of 2  assemble  assume'
keys ana Tab
wait_for ana '^ 2 of 2  assume  assemble'
wait_for ana '^:assume'
keys ana BTab
wait_for ana '^:assemble'
leave

# ---- lines, and those that begin as what is typed.

for line in 'note the password is xyzzy' 'status' 'scope 38% fail' 'keys'; do
	keys ana :
	wait_for ana '^:'
	type_text ana "$line"
	keys ana Enter
	wait_gone ana '^:'
	leave
done
keys ana :
keys ana Up
wait_for ana '^:keys'
keys ana C-u
type_text ana 'n'
keys ana Up
wait_for ana '^:note the password is xyzzy'
keys ana Up
wait_for ana 'no earlier line begins like that'
keys ana Down
wait_for ana '^:n$|^:n '
leave
keys ana q
wait_for ana 'in all'
keys ana q
wait_exit ana

# ---- the next time.

same 'it is for its user alone' 600 "$(stat -c %a "$kept")"
same 'no text of people is in it' "$(printf 'note \nstatus\nscope \nkeys')" \
	"$(cat "$kept")"
start ana2 120x30 "$fg" --as ana
wait_for ana2 'IC ana'
keys ana2 : Up Up
wait_for ana2 '^:scope'
type_text ana2 'all of it'
keys ana2 Enter
wait_for ana2 'all of it'
check 'it is appended' test "$(grep -c scope "$kept")" -eq 2
keys ana2 q
wait_for ana2 'in all'
keys ana2 q
wait_exit ana2

# ---- and not at all if somebody wishes so.

cp "$kept" "$work/before"
echo 'history = false' >"$work/conf"
start ana3 120x30 "$fg" --as ana --config "$work/conf"
wait_for ana3 'IC ana'
keys ana3 : Up
wait_for ana3 'no earlier line was typed'
type_text ana3 'brief'
keys ana3 Enter
wait_gone ana3 '^:'
check 'nothing is kept' cmp -s "$kept" "$work/before"

# ---- nothing of a restricted incident.

"$fg" declare --as ana --restricted 'somebody was in' >/dev/null
start ana4 120x30 "$fg" --as ana -i 2
wait_for ana4 'somebody was in'
keys ana4 :
type_text ana4 'page lee'
keys ana4 Enter
wait_gone ana4 '^:'
check 'nothing of it is kept' cmp -s "$kept" "$work/before"
keys ana4 q
wait_for ana4 'in all'
keys ana4 q
wait_exit ana4
start ana5 120x30 "$fg" --as ana -i 1
wait_for ana5 'EU checkout'
keys ana5 :
wait_for ana5 '^:'
type_text ana5 'page INC-2 raj'
keys ana5 Enter
wait_gone ana5 '^:'
check 'nor from elsewhere' cmp -s "$kept" "$work/before"
keys ana5 :
wait_for ana5 '^:'
type_text ana5 'page INC-1 raj'
keys ana5 Enter
wait_gone ana5 '^:'
wait_until 'of another it is' grep -qx 'page INC-1 raj' "$kept"

# ---- what is no command, and the help for those that are.

# typed WORDS REGEX: what the prompt answers.
typed()
{
	keys ana5 :
	wait_for ana5 '^:'
	type_text ana5 "$1"
	keys ana5 Enter
	wait_for ana5 "$2"
	shows ana5 '^:|Esc closes' && keys ana5 Escape
	wait_gone ana5 '^:|Esc closes'
}

typed frobnicate "'frobnicate' is no command: \`help\` lists them"
typed advnce "did you mean 'advance'"
typed help 'note +write a note|take command, when nobody holds it'
typed 'help need met' ':need met \[INC\] N \[TEXT\]'
typed 'help frobnicate' "'frobnicate' is no command"
