#!/bin/sh
# Forms own the keyboard and lose no text: Esc, refusals, pastes, the moment in
# which no Enter counts, taking back, the prompt, help, and a screen that may
# not write.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1

# entries: how many there are.
entries()
{
	does ana log "$inc"
	printf '%s\n' "$out" | wc -l
}

# unchanged TEXT: no entry more than there were.
unchanged()
{
	same "$1: nothing is written" "$before" "$(entries)"
}

# esc WHO REGEX: Escape alone, until what shows REGEX is gone.
esc()
{
	keys "$1" Escape
	wait_gone "$1" "$2"
}

does ana declare checkout returns 5xx --take
does raj join
does raj can --condition 'the disk is full' --need 'a second pair of eyes'
does ana objective assign raj make room
desk ana 100x30
before=$(entries)

# ---- Esc: nothing has happened.

for key in '>' '<' ! c d t b p o m n h v s g i D; do
	opens ana "$key" 'Esc leaves'
	type_text ana 'q?:1'
	esc ana 'Esc leaves'
done
wait_for ana 'IC ana'
unchanged 'Esc'

# ---- Whatever is typed is text.

opens ana n 'Write it down'
put ana Text 'q?:>!./hDu[1]{}zrB 5'
wait_for ana 'q\?:>!\./hDu\[1\]\{\}zrB 5'
sends ana 'ana: q\?:>!\./hDu'
before=$((before + 1))
unchanged 'but that note'

# ---- A refusal keeps the text.

opens ana v 'Severity, scope and impact'
pick ana What scope
put ana Scope 'cards are not charged'
does raj assume
wait_for ana 'YOU ARE NOT IN COMMAND'
wait_for ana 'cards are not charged'
enter ana
wait_for ana 'only the commander \(raj'
wait_for ana 'cards are not charged'
does raj offer ana
does ana accept
wait_for ana 'IC ana'
keys ana Enter
wait_gone ana 'Esc leaves|─ sending'
wait_for ana 'scope cards are not charged'

# The stage the key was pressed in has gone: never applied twice.
opens ana '>' 'Verify: next stage Dispatch'
put ana Reason 'I know enough'
does ana advance
wait_for ana '● DISPATCH'
enter ana
enter ana 'now in Dispatch: the stage was changed by ana'
wait_for ana 'I know enough'
esc ana 'Esc leaves'
wait_for ana '● DISPATCH'

# Command that somebody else took in the same moment.
does ana call all-clear
does ana reopen --to verify
wait_for ana 'nobody is in command'
opens ana h 'Take command'
does raj take
wait_for ana 'IC raj'
enter ana 'raj commands now: command was changed by raj'
esc ana 'Esc leaves'
does raj offer ana
does ana accept
wait_for ana 'IC ana'

# ---- A paste is text: newlines stay lines, control bytes harm nothing.

# paste WHO FILE: as a terminal pastes, between its brackets.
paste_file()
{
	term load-buffer -b paste "$2"
	term paste-buffer -p -r -b paste -t "=$1:"
}

printf 'line one\nline\033[31m two\007\tend\033]0;title\007\010\n\302\233q:q!\n' \
	>"$work/paste"
before=$(entries)
opens ana n 'Write it down'
paste_file ana "$work/paste"
wait_for ana 'q:q!'
unchanged 'a paste is not a key'
enter ana
wait_gone ana 'Esc leaves|─ sending'
wait_for ana 'ana: line one'
check 'the title is not the paste'"'"'s' test "$(ask ana '#{pane_title}')" != title
does ana log "$inc" --json
printf '%s\n' "$out" | tail -n 1 >"$work/pasted"
check 'the log has its lines' grep -q 'line one\\nline' "$work/pasted"
check 'and its bytes' grep -q 'u001b\[31m two' "$work/pasted"
before=$((before + 1))
unchanged 'but one note'

# In a field of one line they become blanks.
opens ana o 'Give an objective'
put ana Owner raj
to ana Objective
paste_file ana "$work/paste"
wait_for ana 'line one line'
esc ana 'Esc leaves'
unchanged 'a paste into one line'

# Where nothing is open a paste does nothing.
printf 'q\nD\n:quit\n' >"$work/paste"
paste_file ana "$work/paste"
wait_for ana 'nothing is open to paste into'
wait_for ana 'IC ana'
unchanged 'a paste outside'

# ---- An Enter that nobody can have meant is not taken; any other is.

opens ana c 'CAN report'
put ana 'Report of' ana
put ana 'C +condition' 'I watch the graphs'
sends ana 'ana: I watch the graphs'
before=$(entries)
keys ana . Enter
wait_for ana 'No change'
wait_for ana 'Esc leaves'
unchanged 'Enter in the same moment'
opened=$(ms)
sends ana 'ana: no change'
before=$((before + 1))
unchanged 'but with an Enter of its own'
keys ana n
type_text ana 'typed in one go'
keys ana Enter
wait_for ana 'ana: typed in one go'
before=$((before + 1))
unchanged 'typing shows that it is meant'

# ---- Taken back while it is counted down, or let go.

story leaves
does ana declare checkout returns 5xx --take
does ana numbers take-back 1 2m
at 14:10:00
rate=x1
desk ana 100x30
wait_for ana 'say it by hand'
opens ana '>' 'Verify: next stage Dispatch'
enter ana
sends ana '● DISPATCH'
wait_for ana 'Stage Dispatch goes out in 1[012][0-9] s +u takes it back'
wait_for ana 'Stage Dispatch goes out in (11[0-8]|[0-9][0-9]) s'
keys ana u
wait_for ana '● VERIFY'
wait_for ana 'DISPATCH.*withdrawn'
wait_gone ana 'goes out in'
opens ana '>' 'Verify: next stage Dispatch'
enter ana
sends ana '● DISPATCH'
wait_for ana 'Stage Dispatch goes out in .* u takes it back . Enter sends now'
opened=$(ms)
enter ana
wait_gone ana 'goes out in'
wait_for ana 'Stage Dispatch leaves at once'
wait_for ana '● DISPATCH'
does ana log "$inc"
says 'DISPATCH .*WITHDRAWN by 6'
same 'four entries more' 8 "$(printf '%s\n' "$out" | wc -l)"
rate=
# Word has left: what is taken back now is put right by a broadcast.
at 14:20:00
does ana broadcast --said all --through bridge
desk ana 100x30
opens ana : 'Tab complete'
fill ana '=withdraw 7' Enter
wait_for ana '● VERIFY'
wait_for ana 'Correction'

# ---- The prompt: completion, history, Esc.

story prompt
does ana declare checkout returns 5xx --take
does raj join
does raj can --condition 'the disk is full'
desk ana 100x30
wait_for ana 'the disk is full'
before=$(entries)
opens ana : 'Tab complete'
type_text ana 'not'
keys ana Tab
wait_for ana '^:note'
wait_for ana 'TEXT: the note'
type_text ana 'the first'
keys ana Enter
wait_for ana 'ana: the first'
opens ana : 'Tab complete'
fill ana '=objective und' Tab
wait_for ana ':objective understood'
fill ana C-u '=release r' Tab
wait_for ana ':release raj'
keys ana C-u
fill ana '=need ' Tab
wait_for ana ':need dispatch'
keys ana Tab
wait_for ana ':need drop'
keys ana BTab
wait_for ana ':need dispatch'
keys ana C-u Up
wait_for ana ':note the first'
keys ana C-w
type_text ana 'second'
keys ana Enter
wait_for ana 'ana: the second'
opens ana : 'Tab complete'
keys ana Up Up
wait_for ana ':note the first'
keys ana Down
wait_for ana ':note the second'
type_text ana ' q?'
wait_for ana ':note the second q\?'
esc ana ':note the second q'
before=$((before + 2))
unchanged 'Esc in the prompt'
# What is wrong is said, and the line can be had again.
opens ana : 'Tab complete'
fill ana '=advnce' Enter
wait_for ana "did you mean 'advance'"
opens ana : 'Tab complete'
keys ana Up
wait_for ana '^:advnce'
esc ana ':advnce'
for line in 'status' 'log' 'brief'; do
	opens ana : 'Tab complete'
	type_text ana "$line"
	keys ana Enter
	wait_for ana 'Esc closes'
	esc ana 'Esc closes'
done
unchanged 'what only prints'

# ---- Help: every key, and the way out.

for size in 160x45 80x24 40x10; do
	resize ana "$size"
	opens ana '?' '─ Keys ─'
	keys ana End
	keys ana Home
	wait_for ana 'Waits for you|acknowledge|Enter|next'
	keys ana '?'
	wait_gone ana '─ Keys ─'
done
resize ana 100x30
opens ana '?' '─ Keys ─'
keys ana q
wait_gone ana '─ Keys ─'
wait_for ana 'IC ana'
unchanged 'help'

# ---- A screen that may not write: every key is pressed, nothing is written.

start reads 100x30 "$fg" --read-only --store "$store" --config "$work/config" \
	--as ana --clock "$now" --seed 1
wait_for reads 'READ-ONLY'
for key in a '>' '!' c . d t b p o m n h v u D '<' s; do
	keys reads "$key"
	wait_for reads 'this screen is read-only'
	keys reads Escape
	wait_gone reads 'this screen is read-only'
done
opens reads / 'text, a name, #215'
type_text reads 'second'
wait_for reads '/second'
esc reads '/second'
opens reads B Briefing
esc reads Briefing
opens reads '?' '─ Keys ─'
esc reads '─ Keys ─'
opens reads g '─ Go to ─'
put reads Where 14:00Z
enter reads
wait_gone reads '─ Go to ─'
keys reads Escape
for key in Tab BTab 1 2 3 4 5 j k Down Up PageDown PageUp Home End z z r C-l; do
	keys reads "$key"
done
keys reads 1
wait_for reads '─ For you ─'
keys reads Enter
wait_for reads 'this screen is read-only'
check 'no form is open' shows_not reads 'Esc leaves'
opens reads : 'Tab complete'
fill reads '=note by the line' Enter
wait_for reads 'read-only'
opens reads : 'Tab complete'
fill reads '=form can' Enter
wait_for reads 'this screen is read-only'
check 'no form is open' shows_not reads 'Esc leaves'
unchanged 'a screen that may not write'
opens reads i 'Who is at the keys'
put reads Name raj
enter reads
wait_for reads 'you raj'
keys reads q
wait_for reads 'Enter open'
keys reads D
wait_for reads 'this screen is read-only'
keys reads q
wait_exit reads
unchanged 'a screen that may not write'
