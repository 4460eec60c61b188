# lib.sh: what end-to-end tests are written with.  POSIX sh, to be sourced:
#
#	. tests/e2e/lib.sh
#	fg=$1
#	start ana 80x24 "$fg" --store "sqlite:$work/a.db"
#	wait_for ana 'No incident'
#	keys ana D
#	type_text ana 'EU checkout returns 5xx'
#	keys ana Enter
#	wait_for ana 'INC-1 '
#
# Tests run in the top folder.  Each has a folder of its own, $work, with an
# empty home in it, and a private tmux server, the real terminal; both are gone
# when it ends.  Nothing here waits for a time: wait_* poll until the condition
# holds, and end the test with the screen shown when it does not for $patience
# seconds.  The last line printed is "N passed, N failed".

passed=0
failed=0
patience=${patience:-20}

work=$(mktemp -d "${TMPDIR:-/tmp}/fg.XXXXXX") || exit 3
mkdir "$work/home" "$work/tmp" "$work/run"
chmod 700 "$work/run"
for name in $(env | sed -n 's/^\(FIREGROUND_[A-Z_]*\)=.*/\1/p'); do
	unset "$name"
done
unset name TMUX TMUX_PANE VISUAL EDITOR
export HOME="$work/home" TMPDIR="$work/tmp" LC_ALL=C.UTF-8 TZ=UTC
export XDG_DATA_HOME="$work/home/data" XDG_CONFIG_HOME="$work/home/config"
export XDG_STATE_HOME="$work/home/state" XDG_CACHE_HOME="$work/home/cache"
export XDG_RUNTIME_DIR="$work/run" TMUX_TMPDIR="$work/run"
export USER=tester LOGNAME=tester

cat >"$work/tmux.conf" <<'END'
set -g default-terminal tmux-256color
set -s escape-time 0
set -s exit-empty off
set -g status off
set -g remain-on-exit on
set -g history-limit 5000
END

# The private server: nobody else's sessions are seen or touched.
term()
{
	tmux -u -L "fg-$$" -f "$work/tmux.conf" "$@"
}

# ---- Counting.

ok()
{
	passed=$((passed + 1))
	echo "ok   $*"
}

fail()
{
	failed=$((failed + 1))
	echo "FAIL $*"
}

# give_up TEXT: counts it and ends the test; what follows would make no sense.
give_up()
{
	fail "$@"
	exit 1
}

# check TEXT COMMAND...: the command ends well.
check()
{
	check_text=$1
	shift
	if "$@"; then ok "$check_text"; else fail "$check_text: $*"; fi
}

# same TEXT EXPECTED GOT: two texts are equal.
same()
{
	if [ "$2" = "$3" ]; then
		ok "$1"
		return 0
	fi
	fail "$1"
	printf '%s\n' "$2" >"$work/expected"
	printf '%s\n' "$3" >"$work/got"
	diff "$work/expected" "$work/got"
}

# run COMMAND...: into $out (both streams) and $status, without standard input.
run()
{
	status=0
	out=$("$@" 2>&1 </dev/null) || status=$?
}

# must COMMAND...: what a test cannot go on without; said only when it fails.
must()
{
	run "$@"
	[ "$status" -eq 0 ] || give_up "ends with $status: $*: $out"
}

# ends CODE COMMAND...: runs it, and its exit code is CODE.
ends()
{
	ends_code=$1
	shift
	run "$@"
	if [ "$status" -eq "$ends_code" ]; then
		ok "ends with $ends_code: $*"
		return 0
	fi
	fail "ends with $status, not $ends_code: $*"
	printf '%s\n' "$out"
}

# says REGEX: what the last run or ends printed matches.
says()
{
	if printf '%s\n' "$out" | grep -qE -e "$1"; then
		ok "says: $1"
		return 0
	fi
	fail "does not say: $1"
	printf '%s\n' "$out"
}

# ---- Terminals.  NAME is letters and digits.

# start NAME WxH COMMAND...: the command is the terminal's own process.
start()
{
	start_name=$1
	start_size=$2
	shift 2
	term new-session -d -s "$start_name" -x "${start_size%x*}" \
		-y "${start_size#*x}" -- env "$@" ||
		give_up "tmux cannot start $*"
}

# keys NAME KEY...: as tmux names them: a, Enter, Escape, Up, C-c, M-x.
keys()
{
	keys_name=$1
	shift
	term send-keys -t "=$keys_name:" -- "$@"
}

# type_text NAME TEXT: every character as it stands.
type_text()
{
	term send-keys -l -t "=$1:" -- "$2"
}

# screen NAME: what is to be seen, as text; screen_styled: with its styles.
screen()
{
	term capture-pane -p -t "=$1:"
}

screen_styled()
{
	term capture-pane -p -e -t "=$1:"
}

# ask NAME FORMAT: what tmux knows of the terminal: '#{cursor_x}',
# '#{alternate_on}', '#{pane_title}', '#{pane_pid}' (that of the command).
ask()
{
	term display-message -p -t "=$1:" "$2"
}

resize()
{
	term resize-window -t "=$1:" -x "${2%x*}" -y "${2#*x}"
}

# close NAME: the terminal goes away, as when its window is closed (SIGHUP).
close()
{
	term kill-session -t "=$1:"
}

show()
{
	echo "---- screen of $1"
	screen "$1"
	echo "----"
}

# poll COMMAND...: until it ends well; the only pause in all tests.
poll()
{
	poll_until=$(($(date +%s) + patience))
	until "$@"; do
		[ "$(date +%s)" -lt "$poll_until" ] || return 1
		sleep 0.03
	done
}

# shows NAME REGEX: at this moment.
shows()
{
	screen "$1" | grep -qE -e "$2"
}

shows_not()
{
	! shows "$@"
}

is_dead()
{
	[ "$(ask "$1" '#{pane_dead}')" = 1 ]
}

# wait_for NAME REGEX: some line of the screen matches.
wait_for()
{
	if poll shows "$1" "$2"; then
		ok "$1 shows: $2"
	else
		show "$1"
		give_up "$1 never shows: $2"
	fi
}

# wait_gone NAME REGEX: no line of the screen matches any more.
wait_gone()
{
	if poll shows_not "$1" "$2"; then
		ok "$1 does not show: $2"
	else
		show "$1"
		give_up "$1 goes on showing: $2"
	fi
}

# wait_until TEXT COMMAND...: the command ends well.
wait_until()
{
	wait_text=$1
	shift
	if poll "$@"; then
		ok "$wait_text"
	else
		give_up "$wait_text: never: $*"
	fi
}

# tmux sees the terminal close before it hears how the command ended, and at
# times (3.3a) never does, until another child of its ends.
has_status()
{
	term run-shell true
	[ -n "$(ask "$1" '#{pane_dead_status}#{pane_dead_signal}')" ]
}

# wait_exit NAME [CODE]: the command has ended, with CODE (or 0).
wait_exit()
{
	if ! poll is_dead "$1"; then
		show "$1"
		give_up "$1 does not end"
	fi
	poll has_status "$1" || :
	wait_status=$(ask "$1" '#{pane_dead_status}')
	if [ "$wait_status" = "${2:-0}" ]; then
		ok "$1 ends with ${2:-0}"
	else
		show "$1"
		fail "$1 ends with '$wait_status', not ${2:-0}"
	fi
}

# ---- The end.

lib_end()
{
	lib_status=$?
	trap - EXIT
	term kill-server 2>/dev/null
	rm -rf "$work"
	if [ $((passed + failed)) -eq 0 ] ||
	    { [ "$lib_status" -ne 0 ] && [ "$failed" -eq 0 ]; }; then
		fail "the test ends early, with $lib_status"
	fi
	echo "$passed passed, $failed failed"
	[ "$failed" -eq 0 ] || exit 1
	exit 0
}

trap lib_end EXIT
trap 'exit 130' INT
trap 'exit 143' HUP TERM
