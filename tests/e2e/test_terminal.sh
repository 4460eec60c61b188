#!/bin/sh
# The terminal is left as it was found, however the dashboard ends, and every
# size shows something.
. tests/e2e/lib.sh
fg=$1
store="sqlite:$work/t.db"

# left NAME: the shell has the terminal again and finds it as before.
left()
{
	wait_for "$1" 'left with'
	same "$1: termios as before" "$(cat "$work/$1.before")" \
		"$(cat "$work/$1.after")"
	same "$1: the main screen" 0 "$(ask "$1" '#{alternate_on}')"
	same "$1: the title is as before" "$title" "$(ask "$1" '#{pane_title}')"
	same "$1: the cursor is shown" 1 "$(ask "$1" '#{cursor_flag}')"
	wait_until "$1: no bracketed paste" pasted_off "$1"
	same "$1: no reports of the mouse" 0 "$(ask "$1" '#{mouse_any_flag}')"
}

# tmux does not tell whether pastes are bracketed; the bytes sent to it do.
pasted_off()
{
	tr '\033' '\n' <"$work/$1.raw" | grep '^\[?2004[hl]' | tail -n 1 |
		grep -q '^\[?2004l'
}

cat >"$work/inner.sh" <<'END'
name=$1
shift
stty -g >"$work/$name.before"
sh -c 'echo $$ >"$work/$0.pid"; exec "$@"' "$name" "$@"
code=$?
stty -g >"$work/$name.after"
echo "left with $code"
exec cat
END
export work
asan=${ASAN_OPTIONS:-}:handle_segv=0:handle_abort=0

# begin NAME: a dashboard in a shell; $work/NAME.pid holds its process.  A
# sanitizer must not take its death for a defect.
begin()
{
	start "$1" 100x30 ASAN_OPTIONS="$asan" sh "$work/inner.sh" "$1" "$fg" \
		--store "$store" --as ana
	term pipe-pane -t "=$1:" "exec cat >'$work/$1.raw'"
	wait_for "$1" 'declare'
	same "$1: the title" fireground "$(ask "$1" '#{pane_title}')"
}

start plain 80x24 cat
title=$(ask plain '#{pane_title}')
close plain
begin quit
keys quit q
left quit
for signal in TERM INT HUP; do
	begin "s$signal"
	kill -s "$signal" "$(cat "$work/s$signal.pid")"
	left "s$signal"
done
for signal in SEGV ABRT QUIT; do
	begin "s$signal"
	kill -s "$signal" "$(cat "$work/s$signal.pid")"
	left "s$signal"
done

# Its last word is what ended it, and a shell hears of a death by signal.
left_with()
{
	screen "$1" | sed -n 's/^left with //p'
}
same 'q ends well' 0 "$(left_with quit)"
same 'TERM ends well' 0 "$(left_with sTERM)"
same 'a crash is one for the shell, too' $((128 + 11)) "$(left_with sSEGV)"

# Ctrl-Z gives the terminal to the shell, fg gives it back.
start job 100x30 sh -i
type_text job "\"$fg\" --store $store --as ana"
keys job Enter
wait_for job 'declare'
keys job C-z
wait_for job 'Stopped|Suspended'
same 'stopped: the main screen' 0 "$(ask job '#{alternate_on}')"
type_text job fg
keys job Enter
wait_for job 'declare'
keys job q
main_screen()
{
	[ "$(ask "$1" '#{alternate_on}')" = 0 ]
}
wait_until 'the shell has the terminal' main_screen job

is_over()
{
	! kill -0 "$1" 2>/dev/null
}

# The window of a dashboard that is stopped goes away: it ends, too.
start stopped 100x30 sh -i
type_text stopped "\"$fg\" --store $store --as stopped"
keys stopped Enter
wait_for stopped 'you stopped'
keys stopped C-z
wait_for stopped 'Stopped|Suspended'
pid=$(ps -eo pid,args | awk -v want="$store --as stopped" \
	'index($0, want) && !/awk/ { print $1; exit }')
check 'it is stopped' test "$(ps -o stat= -p "$pid" | cut -c1)" = T
close stopped
wait_until 'a stopped dashboard ends with its window' is_over "$pid"

# The window goes away: the program ends with it.
begin gone
pid=$(cat "$work/gone.pid")
close gone
wait_until 'the dashboard ends with its window' is_over "$pid"

# Every size shows something and takes keys; the last screen is a fresh one.
ends 0 "$fg" declare --store "$store" --as ana --take 'EU checkout 5xx' \
	--severity 1
start sizes 160x45 "$fg" --store "$store" --as ana
wait_for sizes 'INC-1'
for size in 80x24 1x1 2x2 3x7 40x10 10x3 200x5 300x100 79x23 100x30 6x60 \
	132x43; do
	resize sizes "$size"
	keys sizes j '?' q
done
resize sizes 160x45
wait_for sizes 'Timeline'
wait_for sizes 'EU checkout 5xx'
keys sizes C-l
start fresh 160x45 "$fg" --store "$store" --as ana
wait_for fresh 'EU checkout 5xx'

# What a clock shows differs from second to second; all else is equal.
stable()
{
	screen "$1" | sed -E 's/[0-9]+:[0-9]+(:[0-9]+)?Z?//g
		s/[0-9]+[smh]( ago)?//g; s/ +/ /g; s/[0-9] watching//'
}
equal()
{
	[ "$(stable sizes)" = "$(stable fresh)" ]
}
wait_until 'after many sizes the screen is a fresh one' equal

# The mouse: a click goes to a pane, the key bar can be pressed, and with
# mouse = off the terminal keeps it.  What tmux would send is pasted: all at
# once.
click()
{
	term set-buffer -b click "$(printf '\033[<0;%d;%dM\033[<0;%d;%dm' \
		"$2" "$3" "$2" "$3")"
	term paste-buffer -r -d -b click -t "=$1:"
}
resize sizes 80x24
wait_for sizes '^╭─ For you ─+ [0-9]+ ╮$'
wait_for sizes '  c CAN'
same 'clicks are reported' '1 1' "$(ask sizes '#{mouse_any_flag} #{mouse_sgr_flag}')"
at=$(screen sizes | grep -n '  c CAN' | sed 's/:.*//')
column=$(screen sizes | sed -n "${at}s/  c CAN.*//p" | wc -m)
click sizes "$((column + 3))" "$at"
wait_for sizes 'Enter sends .* Esc leaves'
keys sizes Escape
wait_gone sizes 'Enter sends .* Esc leaves'
printf 'mouse = off\n' >"$work/nomouse"
start nomouse 80x24 "$fg" --store "$store" --as ana --config "$work/nomouse"
wait_for nomouse 'EU checkout 5xx'
same 'no click is reported' 0 "$(ask nomouse '#{mouse_any_flag}')"
keys nomouse q
keys nomouse q

# y: the bridge link, or a row, into the clipboard.  tmux keeps what it is
# given in its buffer; where it is told not to, nothing is seen of it.
ends 0 "$fg" bridge --store "$store" --as ana https://meet.example.com/inc-1
buffer_is()
{
	[ "$(term show-buffer 2>/dev/null)" = "$1" ]
}
term set -s set-clipboard on
keys sizes y
wait_for sizes '^│   https://meet.example.com/inc-1 +│$'
wait_for sizes 'set-clipboard on'
keys sizes b Enter
wait_for sizes 'copied, if th'
wait_until 'tmux has the link' buffer_is https://meet.example.com/inc-1
keys sizes 1 y
wait_for sizes 'this row'
keys sizes t Enter
wait_gone sizes 'this row'
buffer_has_row()
{
	term show-buffer | grep -q 'customers not told\|say it by hand'
}
wait_until 'tmux has the row' buffer_has_row
term set -s set-clipboard off
keys sizes y
wait_for sizes 'bridge link'
keys sizes b Enter
wait_for sizes 'copied, if th'
check 'nothing of it is printed' shows_not sizes 'aHR0c'

# A new red row rings the bell, and notifies while another window is in use:
# in tmux by its own string, of which nothing is seen.
same 'the title' 'INC-1 SEV1 Verify: EU checkout 5xx' \
	"$(ask sizes '#{pane_title}')"
ends 0 "$fg" objective assign --store "$store" --as ana raj drain the edge
term pipe-pane -t "=sizes:" "exec cat >'$work/sizes.raw'"
term set-buffer -b blur "$(printf '\033[O')"
term paste-buffer -r -d -b blur -t '=sizes:'
ends 0 "$fg" objective cannot 1 --store "$store" --as raj it is rate-limited
wait_for sizes 'raj cannot complete'
rang()
{
	tr '\033\007' '\n\n' <"$work/sizes.raw" >"$work/sizes.lines"
	grep -q '^]9;INC-1: raj cannot complete' "$work/sizes.lines"
}
wait_until 'the desktop is told' rang
check 'nothing of it is printed' shows_not sizes ']9;'
check 'the reason is not told' sh -c "! grep ']9;.*rate-limited' \
	'$work/sizes.lines'"

# No terminal, or one we do not know: a clear sentence.
ends 2 "$fg" --store "$store"
says 'terminal'
start dumb 80x24 sh -c "TERM=dumb '$fg' --store $store; echo code \$?; exec cat"
wait_for dumb 'code 2'
wait_for dumb 'dumb'
start none 80x24 sh -c "unset TERM; '$fg' --store $store; echo code \$?; exec cat"
wait_for none 'code 2'
wait_for none 'TERM is not set'
start odd 80x24 sh -c "TERM=no-such '$fg' --store $store; echo code \$?; exec cat"
wait_for odd 'code 2'
wait_for odd 'no-such'
