#!/bin/sh
# A terminal that several people share: i switches who acts, the login stays;
# the commander has the keys at once and a half-written report is there when
# its author is back; nobody is at the keys after a while, and then the next
# act asks who.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1

# be WHO NAME LETTERS: by i and first letters.
be()
{
	opens "$1" i 'Who is at the keys'
	type_text "$1" "$3"
	enter "$1" "you $2"
}

# by_of N: "by via" of entry N, as the log has it.
by_of()
{
	does ana log "$inc" --json
	printf '%s\n' "$out" | sed -n "$1{
		s/.*\"by\":\"\\([^\"]*\\)\",\"via\":\"\\([^\"]*\\)\".*/\\1 \\2/p
		}"
}

# last: the number of the last entry.
last()
{
	does ana log "$inc" --last 1
	echo "$out" | sed 's/^ *\([0-9]*\) .*/\1/'
}

# ---- i switches who acts; the login stays, and both can be seen.

does ana declare checkout returns 5xx --take
does raj join
does raj can --condition 'the copy is at 10%' --no-needs
n=$(last)
start room 160x45 "$fg" --store "$store" --config "$work/config" --shared \
	--as raj --clock "$now$rate" --seed 1
wait_for room 'you raj'
opens room n 'Write it down'
type_text room 'raj was here'
sends room 'raj: raj was here'
be room ana an
opens room n 'Write it down'
type_text room 'ana was here'
sends room 'ana: ana was here'
same 'both were written' $((n + 2)) "$(last)"
via=$(by_of $((n + 1)))
case $via in
"raj "*@*) ok 'the entry has who acted and the login' ;;
*) fail "by and via of raj: $via" ;;
esac
same 'the login is the same for both' "ana ${via#raj }" "$(by_of $((n + 2)))"
keys room 5 k Enter
wait_for room 'Entry [0-9]+'
wait_for room 'by  +(ana|raj)'
wait_for room "via  +${via#raj }"
keys room Escape
wait_gone room 'Entry [0-9]'

# ---- The commander takes the keys from a half-written report.

be room raj r
opens room c 'CAN report'
put room 'C +condition' 'the copy is at 42%'
keys room Escape
wait_gone room 'Esc leaves'
wait_for room 'parked: CAN report, c goes on'
be room ana an
check 'what is of raj is not of ana' shows_not room ' parked '
opens room '>' 'next stage'
check 'nor in what ana writes' shows_not room '42%'
enter room
poll shows_not room 'Esc leaves' || enter room
wait_for room '● DISPATCH'
opens room i 'Who is at the keys'
type_text room r
enter room 'raj is at the keys; parked: CAN report, c goes on'
opens room c 'Parked at'
check 'his text is there' shows room 'the copy is at 42%'
sends room 'raj: the copy is at 42%'
close room

# ---- Nobody is there in the beginning: the first act asks who.

start room 80x24 "$fg" --store "$store" --config "$work/config" --shared \
	--clock "$now$rate" --seed 1
wait_for room 'you nobody, i says who'
before=$(last)
opens room n 'Who acts\?'
wait_for room 'Then: Write it down'
wait_for room '→ ana +commander'
keys room Escape
wait_gone room 'Who acts'
wait_for room 'you nobody'
same 'Esc: nothing happened' "$before" "$(last)"
opens room n 'Who acts\?'
enter room 'Write it down'
check 'who was chosen is named' shows room 'you ana'
type_text room 'goes on as pressed'
sends room 'ana: goes on as pressed'
close room

# ---- After a while without a key nobody is at the keys.

sed 's/^bridge/idle = "1s"\nshared = true\nbridge/' "$work/config" \
	>"$work/idle"
start room 80x24 "$fg" --store "$store" --config "$work/idle" --as raj \
	--clock "$now$rate" --seed 1
wait_for room 'you raj'
opens room c 'CAN report'
type_text room ' and more'
wait_for room 'you nobody'
wait_for room 'nobody at the keys: raj left 1s ago, text parked; i says who'
check 'the form is closed' shows_not room 'Esc leaves'
before=$(last)
keys room .
wait_for room 'Who acts\?'
same 'nothing was written meanwhile' "$before" "$(last)"
keys room Escape
wait_gone room 'Who acts'
keys room q
wait_for room 'live'
keys room q
wait_for room '1 text is parked \(raj: CAN report\), kept for the next start: q again'
keys room q
wait_exit room

close room

# ---- What is typed outlives the program, parked or not, for its author alone.

start room 80x24 "$fg" --store "$store" --config "$work/config" --shared \
	--as raj --clock "$now$rate" --seed 1
wait_for room 'parked from before: CAN report'
opens room c 'Parked at'
wait_for room 'the copy is at 42% and more'
keys room C-x C-x
wait_for room 'thrown away'
opens room n 'Write it down'
type_text room 'nobody saw this yet'
is_kept()
{
	grep -rq 'nobody saw this yet' "$XDG_STATE_HOME/fireground/parked"
}
wait_until 'what is being typed is kept' is_kept
kill -s KILL "$(ask room '#{pane_pid}')"
wait_until 'it has crashed' is_dead room
close room
start room 80x24 "$fg" --store "$store" --config "$work/config" --shared \
	--as ana --clock "$now$rate" --seed 1
wait_for room 'you ana'
check 'another one gets nothing of it' shows_not room 'parked'
be room raj r
opens room n 'Parked at'
check 'its author has it' shows room 'nobody saw this yet'
sends room 'raj: nobody saw this yet'
kept_nothing()
{
	! is_kept
}
wait_until 'and what is written is kept no more' kept_nothing
close room

# ---- Each screen knows who else looks, and on which kind of screen.

start room 80x24 "$fg" --store "$store" --config "$work/config" --shared \
	--as raj --clock "$now$rate" --seed 1
wait_for room 'you raj'
start mei 160x45 "$fg" --store "$store" --config "$work/config" --as mei \
	--clock "$now$rate" --seed 1
wait_for mei 'Watching +raj \(shared\)'
wait_for mei '2 watching'
be room ana an
wait_for mei 'Watching +ana \(shared\)'
check 'nobody is there twice' shows_not mei 'Watching +[^│]*raj'
keys mei :
type_text mei watching
keys mei Enter
wait_for mei 'INC-1 +dashboard +mei +\(this screen\)'
wait_for mei 'INC-1 +shared +ana'
keys mei Escape
does li watching
says '^INC-1 +dashboard +mei$'
says '^INC-1 +shared +ana$'
does li watching INC-1 --json
same 'as JSON' '{"v":1,"watching":[{"who":"ana","screen":"shared",'\
'"incident":1},{"who":"mei","screen":"dashboard","incident":1}]}' "$out"
does li watching INC-2
says '^nobody is watching$'
kill -s KILL "$(ask room '#{pane_pid}')"
wait_gone mei 'Watching +ana'
does li watching INC-1
same 'who has crashed is gone' 'INC-1   dashboard  mei' "$out"
close room
close mei

# ---- Without --shared nothing of that happens.

sed 's/^bridge/idle = "1s"\nbridge/' "$work/config" >"$work/alone"
start one 80x24 "$fg" --store "$store" --config "$work/alone" --as raj \
	--clock "$now$rate" --seed 1
wait_for one 'you raj'
start two 80x24 "$fg" --store "$store" --config "$work/idle" --as li \
	--clock "$now$rate" --seed 1
wait_for two 'you nobody'
check 'one who is alone is not forgotten' shows one 'you raj'
