#!/bin/sh
# The Big List of Naughty Strings as titles, names, reports and notes: the log
# keeps them byte for byte, every screen stays aligned, and the terminal is
# left as it was.  The list is a package of npm that tests alone use.
. tests/e2e/lib.sh
fg=$1
vt=${fg%/*}/vt
list=build/peers/node_modules/big-list-of-naughty-strings/blns.json
naughty="node tests/peers/naughty.mjs $list"
store="sqlite:$work/notes.db"

check 'scenarios are made' $naughty make "$work"
ends 0 "$fg" import --store "$store" "$work/notes.scenario"
says '^INC-1 naughty: 9[0-9][0-9] entries'
ends 0 "$fg" import --store "sqlite:$work/titles.db" "$work/titles.scenario"
says '^INC-4[0-9][0-9] '
"$fg" export --store "$store" >"$work/notes.export"
check 'notes and reports are in the log as they came' \
	$naughty check "$work/notes.export"
"$fg" export --store "sqlite:$work/titles.db" >"$work/titles.export"
check 'titles are' $naughty check "$work/titles.export" titles
check 'the log is whole' "$fg" verify --store "$store" >"$work/out"
check 'names are taken, or refused with a sentence' \
	$naughty names "$fg" --store "$store" -i 1

# The command line with one string after the other would take minutes: the
# words go the same way from a scenario.  Some of it is said here, too.
for text in 'رررر"; DROP TABLE' '$(touch x)' '%s%n' '--help' '\"'; do
	ends 0 "$fg" note --store "$store" --as ana -i 1 -- "$text"
	check "kept: $text" sh -c '"$1" export --store "$2" |
		grep -qF -e "$(printf %s "$3" | sed "s/[\\\\\"]/\\\\&/g")"' \
		sh "$fg" "$store" "$text"
done

# A frame that is crooked is found: the second row is a column too wide.
printf '╭──╮\n│ab│\n╰──╯\n' >"$work/frame"
check 'a straight frame is one' "$vt" straight 4x3 <"$work/frame"
printf '╭──╮\n│a中│\n╰──╯\n' >"$work/frame"
ends 1 sh -c '"$1" straight 4x3 <"$2"' sh "$vt" "$work/frame"

# All entries, page by page, in an emulator that takes many of them for wider
# or narrower than we do; and the titles on the board.
for size in 80x24 160x45; do
	check "every page of entries is straight at $size" \
		"$vt" "$size" "$fg" --store "$store" --as ana -i 1 <<-END2
		wait naughty
		type 5z
		wait [0-9]+ entries
		pages \e[5~
		mode answers 0
	END2
	check "every title on the board is, too" \
		"$vt" "$size" "$fg" --store "sqlite:$work/titles.db" \
		--as ana <<-END3
		wait Incidents
		pages \e[6~
	END3
done

# The same in tmux, and the terminal is as it was.
straight_in_tmux()
{
	screen list >"$work/screen"
	"$vt" straight "$1" <"$work/screen"
}
moved()
{
	[ "$(screen list)" != "$(cat "$work/screen")" ]
}
start plain 80x24 cat
title=$(ask plain '#{pane_title}')
start list 80x24 sh -c "stty -g; '$fg' --store '$store' --as ana -i 1
	echo; echo 'it was here'; stty -g; exec cat"
wait_for list naughty
for size in 80x24 160x45; do
	resize list "$size"
	type_text list 5
	wait_for list "^╭─ Timeline|╮╭─ Timeline"
	wait_until "straight in tmux at $size" straight_in_tmux "$size"
	pages=0
	while [ "$pages" -lt 12 ]; do
		keys list PPage
		poll moved || give_up 'the page does not turn'
		poll straight_in_tmux "$size" || give_up "crooked at $size"
		pages=$((pages + 1))
	done
	ok "$pages pages are straight in tmux at $size"
	keys list End
done
keys list q q
wait_for list 'it was here'
same 'the main screen' '0 1 0' \
	"$(ask list '#{alternate_on} #{cursor_flag} #{mouse_any_flag}')"
screen list | grep -E '^[0-9a-f]+:[0-9a-f:]{40,}' >"$work/modes"
same 'the modes were looked at twice' 2 "$(($(wc -l <"$work/modes")))"
same 'and are those from before' 1 "$(($(sort -u "$work/modes" | wc -l)))"
same 'the title, too' "$title" "$(ask list '#{pane_title}')"
