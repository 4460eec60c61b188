#!/bin/sh
# Finding in the timeline: search as you type, filter, go to, follow.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1

story find
does ana declare --take checkout returns 5xx
does raj join --field database
does raj can --condition 'replica is stuck' --need 'a second pair of eyes'
does mei note two customers asked
at 14:05:00
does ana advance --to mitigate
does raj can --condition 'replica catches up' --no-needs

# ---- Search.

desk ana 100x30
keys ana /
type_text ana replica
wait_for ana 'hit 2 of 2'
keys ana Up
wait_for ana 'hit 1 of 2'
keys ana Up
wait_for ana "no earlier entry has 'replica'"
keys ana Enter
wait_for ana '/replica: hit 1 of 2'
does mei note the replica again
wait_for ana '/replica: hit 1 of 3'
keys ana / Down
wait_for ana 'hit 2 of 3'
type_text ana 'pair of eyes'
wait_for ana 'hit 1 of 1'
wait_for ana 'match inside|pair of eyes'
type_text ana xyz
wait_for ana 'no hit'
keys ana Escape
wait_gone ana 'no hit|pair of eyesxyz'
wait_for ana 'entry 5 of'

# ---- Filter.

opens ana f 'Filter the timeline'
type_text ana nope
enter ana "there is no kind of entry 'nope'"
keys ana C-u
type_text ana can,not
keys ana Tab
wait_for ana 'Kinds *can,note'
keys ana C-w
type_text ana can
to ana Who
type_text ana raj
enter ana 'filter: can · raj · 2 of'
check 'others are not shown' shows_not ana 'customers asked'
wait_for ana 'newer not shown'
does mei note not this one
does raj can --condition 'replica is back' --no-needs
wait_for ana 'filter: can · raj · 3 of'
wait_for ana 'replica is back'
opens ana f 'Show *\[all\]'
enter ana
wait_gone ana 'filter:'
keys ana :
type_text ana 'filter stage mit'
keys ana Tab
wait_for ana ':filter stage mitigate'
keys ana Enter
wait_for ana 'filter: Mitigate'
keys ana Escape
wait_gone ana 'filter:'

# ---- Go to.

opens ana g 'Go to'
type_text ana T+5m
wait_for ana '14:05Z, .*: entry'
keys ana C-u
type_text ana '#99'
wait_for ana 'there is no entry #99'
keys ana C-u
type_text ana '#2'
wait_for ana ': entry 2'
enter ana 'entry 2 of'

# ---- A whole entry, and those beside it.

keys ana Enter
wait_for ana 'Entry 2 of .* cmd'
wait_for ana 'hash  *[0-9a-f]{4} [0-9a-f]{4}'
keys ana Right
wait_for ana 'Entry 3 of'
keys ana Left Left
wait_for ana 'Entry 1 of'
keys ana Left
wait_for ana 'this is the first entry'
keys ana Escape
wait_gone ana 'Entry 1 of'

# ---- Follow: what comes is counted, and nothing moves.

keys ana z Home
wait_for ana 'entry 1 of'
for text in one two three four five six seven eight nine ten eleven twelve; do
	does mei note "$text"
done
wait_for ana '↓ [0-9]+ new below, End follows'
keys ana End
wait_gone ana 'new below'
wait_for ana 'mei: twelve'
wait_for ana 'follow'

# ---- In the past, too; and it comes to an end.

keys ana /
type_text ana replica
keys ana Enter
wait_for ana '/replica: hit'
keys ana '['
wait_for ana 'REPLAY'
wait_for ana '/replica: (hit [0-9]+ of )?[0-9]+'
check 'no search is under way' shows_not ana 'searching'
