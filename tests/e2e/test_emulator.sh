#!/bin/sh
# The same screens in a second terminal emulator; a storm of sizes; a terminal
# that stops reading.  Clocks stand still, so that screens can be compared.
. tests/e2e/lib.sh
fg=$1
vt=${fg%/*}/vt
store="practice:$work/p.db"
clock=2026-11-22T14:31:19Z

# fire WORD...: one command on the store.
fire()
{
	"$fg" "$@" --store "$store" --config tests/data/checkout.config \
		--as ana --clock "$clock" --seed 7
}

# emulator TEXT SIZE: a dashboard in the emulator, driven by standard input.
emulator()
{
	emulator_size=$2
	check "$1" "$vt" "$emulator_size" "$fg" --store "$store" --as ana \
		--config tests/data/checkout.config --clock "$clock" -i 1 \
		>"$work/vt.log"
	grep -E '^(ok|FAIL)' "$work/vt.log"
	if grep -q '^FAIL' "$work/vt.log"; then cat "$work/vt.log"; fi
}

# still NAME FILE: two looks in a row see the same, which FILE gets.
still()
{
	screen "$1" >"$2"
	term run-shell true
	[ "$(screen "$1")" = "$(cat "$2")" ]
}

ends 0 "$fg" import --store "$store" --config tests/data/checkout.config \
	--clock "$clock" --seed 7 docs/incidents/checkout.scenario

check 'text moves nothing, whatever terminals take for its width' \
	"$vt" widths

# SIZE KEYS REGEX: what is typed, and what is to be seen then.
while read -r size typed regex; do
	[ "$typed" != - ] || typed=
	start one "$size" "$fg" --store "$store" --as ana -i 1 --clock "$clock" \
		--config tests/data/checkout.config
	wait_for one 'DISPATCH|Dispatch'
	type_text one "$typed"
	wait_for one "$regex"
	wait_until "the screen stands still" still one "$work/seen"
	close one
	emulator "the same at $size after '$typed'" "$size" <<-END2
		wait DISPATCH|Dispatch
		type $typed
		same $work/seen
		mode answers 0
	END2
done <<'END1'
40x10 - DISPATCH
80x24 - For.you
80x24 2 CAN.reports
80x24 n Write.it.down
100x30 ? Esc.close
132x43 B Esc.closes
160x45 - Timeline
160x45 c Enter.sends
240x60 5z Timeline
END1

# 500 sizes, while entries arrive and a form is open: its text is intact, and
# the screen in the end is that of a program just started.
note='half a sentence, while everything moves'
emulator 'a storm of sizes' 80x24 <<END3
wait For you
type n
wait Write it down
type $note
wait $note
begin for i in 1 2 3 4 5 6 7 8 9 10; do "$fg" note -i 1 "gust \$i" --store "$store" --config tests/data/checkout.config --as raj --clock $clock || exit 1; done
storm 500 3
finish
size 160x45
wait $note
wait gust 10
settle 50
save $work/storm
bytes \x18\x18
gone Write it down
END3
emulator 'after the storm the screen is a fresh one' 160x45 <<END4
wait gust 10
type n
wait Write it down
type $note
same $work/storm
bytes \x18\x18
gone Write it down
END4

# A terminal that stops reading, full to the brim, while 500 entries arrive and
# somebody types on: the loop goes on, and in the end the screen is a fresh one.
{
	cat docs/incidents/checkout.scenario
	awk 'BEGIN { for (i = 1; i <= 500; i++)
		printf "2026-11-22T14:31:00Z raj note entry %d of a burst\n", i }'
} >"$work/more.scenario"
store="practice:$work/more.db"
run fire import "$work/more.scenario"
says '539 of them new'
fire export >"$work/more.export"
store="practice:$work/stall.db"
run fire import docs/incidents/checkout.scenario
says '39 of them new'
emulator 'a terminal that stops reading' 160x45 <<END6
wait For you
stall
bytes \x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c\x0c
run "$fg" import "$work/more.export" --store "$store" --config tests/data/checkout.config >/dev/null
type nblind but heard
bytes \r
until "$fg" log -i 1 --store "$store" --config tests/data/checkout.config | grep -q 'blind but heard'
go
wait blind but heard
bytes \e
settle 100
save $work/stalled
END6
emulator 'after the stall the screen is a fresh one' 160x45 <<END7
same $work/stalled
END7

# Right after attach from terminals of another size and type the screen is that
# of a program just started there; so it is with two at once.
store="practice:$work/p.db"
for size in 80x24 120x40; do
	emulator "a fresh screen of $size" $size <<-END8
		wait gust 10
		settle 200
		save $work/fresh-$size
	END8
done
attach()
{
	attach_size=$1
	attach_type=$2
	"$vt" "$attach_size" env "TERM=$attach_type" tmux -u -L "fg-$$" \
		-f "$work/tmux.conf" attach -t '=shared' >"$work/vt.log" ||
		{ cat "$work/vt.log"; return 1; }
}
start shared 160x45 "$fg" --store "$store" --as ana -i 1 --clock "$clock" \
	--config tests/data/checkout.config
wait_for shared 'gust 10'
# Else C-b d, typed at once, are no keys to tmux but a paste.
term set -g assume-paste-time 0
check 'after attach from an xterm of 80x24 the screen is a fresh one' \
	attach 80x24 xterm <<END9
same $work/fresh-80x24
bytes \x02d
end 0
END9
check 'and from a vt100 of 120x40, also when a third has come and gone' \
	attach 120x40 vt100 <<END10
same $work/fresh-120x40
begin printf 'wait For you\nbytes \\\\x02d\nend 0\n' | TERM=xterm "$vt" 100x30 tmux -u -L fg-$$ -f "$work/tmux.conf" attach -t =shared >"$work/other.log"
finish
same $work/fresh-120x40
bytes \x02d
end 0
END10
