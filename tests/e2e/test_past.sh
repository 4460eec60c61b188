#!/bin/sh
# Time travel in a terminal: the screen as it was, writes refused from keys,
# forms and the prompt, news counted, and the way back to the present.
. tests/e2e/lib.sh
fg=$1
. tests/e2e/desk.sh

rate=x1
story past
does ana declare --take --severity 1 'EU checkout returns 5xx'
does raj note 'the deploy began'
does ana advance --to dispatch --reason quick
does raj can --condition 'db stuck' --need 'approval to promote'
does raj note 'last words'

desk ana 120x40
wait_for ana 'last words'
check 'the present says so' shows ana '● live'

# ---- back, entry by entry and stage by stage.

keys ana '['
wait_for ana 'REPLAY .* entry 6 of 7'
check 'the last entry is not there' shows_not ana 'last words'
check 'the need was' shows ana 'approval to promote'
check 'nothing says live' shows_not ana 'live'
keys ana '['
wait_for ana 'REPLAY .* entry 5 of 7'
check 'the need was not yet' shows_not ana 'approval to promote'
keys ana '{'
wait_for ana 'REPLAY .* entry 3 of 7'
check 'it was in Verify' shows ana '● VERIFY'

# ---- nothing is written from there.

does ana log "$inc"
before=$out
for key in '>' '!' c . d t b p o m n h v u '<' s; do
	keys ana "$key"
	wait_for ana 'the past: Esc goes back to now'
	keys ana ']' '['
	wait_gone ana 'the past: Esc goes back to now'
done
for line in 'note from the past' 'advance' 'form note' 'take'; do
	keys ana :
	wait_for ana '^ ?:'
	type_text ana "$line"
	keys ana Enter
	wait_for ana 'the past: Esc goes back to now'
	keys ana ']' '['
	wait_gone ana 'the past: Esc goes back to now'
done
does ana log "$inc"
same 'nothing is in the log' "$before" "$out"

# ---- news is counted, and the view stays.

does raj note 'news of now'
wait_for ana '1 new entry'
check 'the moment is the same' shows ana 'REPLAY .* entry 3 of 8'
check 'the news is not of then' shows_not ana 'news of now'

# ---- what can be read is that of then.

keys ana B
wait_for ana 'Briefing'
check 'the briefing is of then' shows_not ana 'approval to promote'
keys ana Escape
wait_gone ana 'Briefing'

# ---- what is searched there is what was there then.

keys ana /
wait_for ana 'text, a name'
type_text ana stuck
wait_for ana 'no hit'
keys ana Escape
wait_gone ana 'no hit'
keys ana /
wait_for ana '^ ?/stuck'
type_text ana takes
keys ana Enter
wait_for ana '/takes: hit 1 of 1'
keys ana /
wait_for ana '^ ?/takes'
keys ana Escape
wait_gone ana '/takes'

# ---- the way back.

keys ana ']' ']' ']' ']' ']'
wait_for ana 'entry 8 of 8'
check 'it is there now' shows ana 'news of now'
keys ana ']'
wait_gone ana REPLAY
wait_for ana '● live'
keys ana '{'
wait_for ana 'REPLAY'
keys ana Escape
wait_for ana '● live'
keys ana n
wait_for ana 'Write it down'
type_text ana 'written in the present'
sends ana 'written in the present'

# ---- played from the beginning it comes to the present by itself.

keys ana :
wait_for ana '^ ?:'
type_text ana 'past first'
keys ana Enter
wait_for ana 'entry 1 of 9'
keys ana :
wait_for ana '^ ?:'
type_text ana 'speed 100000'
keys ana Enter
wait_for ana '100000 times as fast'
keys ana Space
wait_gone ana REPLAY
wait_for ana '● live'
keys ana q
keys ana q
wait_exit ana
