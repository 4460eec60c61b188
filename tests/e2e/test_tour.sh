#!/bin/sh
# The tour in a real terminal: with an empty home and nothing but the program,
# at two sizes and in between; keys are told and do nothing; at its end the
# terminal is as before, and no store was made, opened or written.
. tests/e2e/lib.sh
fg=$1
cp "$fg" "$work/fg"

# touring NAME SIZE [OPTION...]: the program alone, from a folder of its own.
touring()
{
	touring_name=$1
	touring_size=$2
	shift 2
	start "$touring_name" "$touring_size" "$work/fg" tour "$@"
	wait_for "$touring_name" 'Welcome.* 1 of 12'
	check 'it is a drill' shows "$touring_name" 'DRILL'
	check 'the sample incident is open' \
		shows "$touring_name" 'EU checkout returns 5xx'
}

# to_step NAME KEY N: a key that comes to step N.
to_step()
{
	keys "$1" "$2"
	wait_for "$1" " $3 of 12 "
}

# What tmux says of an end may have moved the line out of view.
says_farewell()
{
	term capture-pane -p -S - -t "=$1:" |
		grep -q 'When it is real: fireground declare "TITLE"'
}

# left NAME: it has ended well, and the terminal is as it was.
left()
{
	wait_exit "$1"
	wait_until 'how to go on is said' says_farewell "$1"
	same 'the terminal is itself again' '0 0' \
		"$(ask "$1" '#{alternate_on} #{mouse_any_flag}')"
}

# What lies in the home, the folders beside it and the one for sockets.
is_empty()
{
	same 'nothing was written' '' "$(find "$work/home" -type f)"
}

# ---- all of it, step by step and back, by each key that goes through it.

for size in 80x24 160x45; do
	name=t${size%x*}
	touring "$name" "$size"
	key=Space
	for step in 2 3 4 5 6 7 8 9 10 11 12; do
		to_step "$name" "$key" "$step"
		case $key in
		Space) key=Enter ;;
		Enter) key=Right ;;
		*) key=Space ;;
		esac
	done
	check 'the last one offers practice' shows "$name" ' p practise'
	to_step "$name" BSpace 11
	to_step "$name" Left 10
	check 'the timeline is in view' shows "$name" 'obj .*Confirm no double'
	keys "$name" Escape
	left "$name"
done
is_empty

# ---- keys are told, sizes change meanwhile.

touring odd 80x24 --as raj
check 'whoever was named is at the keys' shows odd 'you raj'
for step in 2 3 4 5; do
	to_step odd Space "$step"
done
keys odd c
wait_for odd 'c: file a CAN report. Not in the tour'
keys odd F5
wait_for odd 'F5 has no meaning in the tour: Space goes on'
keys odd p
wait_for odd 'p is for the end of the tour'
for size in 160x45 40x10 100x30 240x60 80x24; do
	resize odd "$size"
	wait_for odd 'CAN reports .* 5 of 12 '
	wait_for odd 'no needs are good|change and no needs'
done
check 'no form was opened' shows_not odd 'Esc leaves'
to_step odd Left 4
keys odd q
left odd
is_empty

# ---- practice: the same incident, with all keys, and nothing is kept.

touring more 100x30
for step in 2 3 4 5 6 7 8 9 10 11 12; do
	to_step more Space "$step"
done
keys more p
wait_for more 'practice: nothing leaves and nothing is kept'
keys more n
wait_for more 'Write it down'
type_text more 'tried in practice'
keys more Enter
wait_for more 'ana: tried in practice'
keys more :
wait_for more '^ ?:'
type_text more tour
keys more Enter
wait_for more 'fireground tour. in another terminal'
keys more q
wait_for more '1 live|in all|Live'
keys more q
left more
is_empty

# ---- the real store is not opened, whoever names it, and stays as it is.

store="sqlite:$work/real.db"
must "$fg" declare --store "$store" --config none --as ana 'A real one'
before=$(cat "$work/real.db"* | cksum; ls "$work")
FIREGROUND_STORE=$store
export FIREGROUND_STORE
touring real 80x24 --store "$store" --config none
check 'the real one is not to be seen' shows_not real 'A real one'
keys real q
left real
touring env 80x24
keys env q
left env
unset FIREGROUND_STORE
same 'the real store is what it was' "$before" \
	"$(cat "$work/real.db"* | cksum; ls "$work")"
must "$fg" status --read-only --store "$store" --config none
says 'A real one'
is_empty

# A store that cannot even be opened is no matter, and neither is no HOME.
start poor 80x24 -u HOME -u XDG_CONFIG_HOME -u XDG_DATA_HOME \
	"$work/fg" tour --config none --store sqlite:/nowhere/a.db
wait_for poor ' 1 of 12 '
keys poor q
left poor

# ---- without colours, without a sign beyond ASCII, with keys of one's own.

start plain 80x24 NO_COLOR=1 "$work/fg" tour --theme ascii
wait_for plain 'Welcome .* 1 of 12 '
check 'all is ASCII' test -z "$(screen plain | LC_ALL=C tr -d '\n -~')"
check 'no colour is set' test -z "$(screen_styled plain |
	LC_ALL=C grep -E "$(printf '\033')\[([0-9;]*;)?(3[0-7]|4[0-7]|[34]8)[;m]")"
to_step plain Space 2
keys plain q
left plain

mkdir -p "$work/home/config/fireground"
echo 'key F6 { command = "form can" }' >"$work/home/config/fireground/config"
touring own 80x24
for step in 2 3 4 5; do
	to_step own Space "$step"
done
check 'a key of my own is the one that is shown' \
	shows own 'F6 +file a CAN report'
keys own F6
wait_for own 'F6: form can. Not in the tour'
keys own q
left own
rm -r "$work/home/config"

# ---- the empty board and the help say where it is.

start board 80x24 "$fg" --store "$store-none" --config none --as ana
wait_for board 'New here\? .fireground tour'
keys board '?'
wait_for board 'Keys'
keys board End
wait_for board 'Reading this|In the tour|close it'
keys board Escape
wait_gone board 'Esc closes'
keys board q
wait_exit board

ends 2 "$fg" tour nonsense
run "$fg" tour </dev/null
check 'without a terminal it says so' test "$status" -ne 0
ends 0 "$fg" help tour
says 'practice'
