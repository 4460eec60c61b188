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
	same "$1: the cursor is shown" 1 "$(ask "$1" '#{cursor_flag}')"
	same "$1: no bracketed paste" 0 "$(ask "$1" '#{bracket_paste_flag}')"
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

# ends_by NAME SIGNAL: starts a dashboard and ends it by that signal.
begin()
{
	start "$1" 100x30 sh "$work/inner.sh" "$1" "$fg" --store "$store" \
		--as ana
	wait_for "$1" 'declare'
}

begin quit
keys quit q
left quit
for signal in TERM INT HUP; do
	begin "s$signal"
	kill -s "$signal" "$(cat "$work/s$signal.pid")"
	left "s$signal"
done
for signal in SEGV ABRT; do
	begin "s$signal"
	ASAN_OPTIONS=handle_segv=0 kill -s "$signal" \
		"$(cat "$work/s$signal.pid")"
	left "s$signal"
done

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
wait_until 'the shell has the terminal' sh -c \
	"[ \"\$(tmux -L fg-$$ display-message -p -t '=job:' \
	'#{alternate_on}')\" = 0 ]"

# The window goes away: the program ends with it.
begin gone
pid=$(cat "$work/gone.pid")
close gone
wait_until 'the dashboard ends with its window' sh -c "! kill -0 $pid 2>&1"

# Every size shows something and takes keys; the last screen is a fresh one.
ends 0 "$fg" declare --store "$store" --as ana --take 'EU checkout 5xx' \
	--severity 1
start sizes 160x45 "$fg" --store "$store" --as ana
wait_for sizes 'INC-1'
for size in 80x24 1x1 2x2 3x7 40x10 10x3 200x5 300x100 79x23 100x30 6x60 \
	132x43; do
	resize sizes "$size"
	keys sizes j n Escape
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

# No terminal, or one we do not know: a clear sentence.
ends 2 "$fg" --store "$store"
says 'terminal'
start dumb 80x24 sh -c "TERM=dumb '$fg' --store $store; echo code \$?; exec cat"
wait_for dumb 'code 2'
wait_for dumb 'dumb'
start odd 80x24 sh -c "TERM=no-such '$fg' --store $store; echo code \$?; exec cat"
wait_for odd 'code 2'
wait_for odd 'no-such'
