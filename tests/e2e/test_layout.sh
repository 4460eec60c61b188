#!/bin/sh
# Panes: in view where there is room, else one key away; zoomed; and what is
# looked at stays while others report.
. tests/e2e/lib.sh
fg=$1
. tests/e2e/desk.sh

story layout
does ana declare 'checkout returns 5xx' --severity 1 --customers yes --take
does ana scope 'half of all checkouts in Europe fail'
does ana customers 'We look into failing checkouts.' --next +20m
for who in raj li tomas; do
	does "$who" join
	does "$who" can --condition "$who sees errors" \
		--action "$who looks at the logs" --need "time for $who"
done
does ana objective assign raj 'Promote the replica'

# ---- all of them, then one place for most of them ----------------------
desk ana 160x45
for title in 'For you' Command SMEs 'CAN reports' Objectives Told; do
	wait_for ana "─ $title ─"
done
wait_for ana 'We look into failing checkouts'
wait_for ana 'Promote the replica .*raj'
resize ana 80x24
wait_for ana '2 CAN 3 · 3 SMEs 3 · 4 command · 6 objectives 1 · 7 told'
keys ana 7
wait_for ana '─ Told ─'
wait_for ana 'We look into failing checkouts'
keys ana 6
wait_for ana '○ Promote the replica'
keys ana 1
wait_for ana '○ Promote the replica'
keys ana Tab
wait_for ana '─ CAN reports ─'

# ---- zoomed, the worst row stays ----------------------------------------
keys ana z
wait_gone ana '─ For you ─'
wait_for ana '[!•] .*needs'
wait_for ana 'For you \+[0-9]+ more'
wait_for ana 'N ● time for tomas'
keys ana z
wait_for ana '─ For you ─'

# ---- what is looked at stays ---------------------------------------------
keys ana End
wait_for ana '│ N ● time for tomas'
wait_for ana '2 above'
does raj can --condition 'raj sees more' --action 'raj looks again' \
	--need 'more time' --need 'and hands'
wait_for ana '4 above'
shows ana '│ N ● time for tomas' && ok 'the same rows are in view' ||
	fail 'the rows in view have moved'

# ---- low screens ---------------------------------------------------------
resize ana 40x10
wait_for ana '^ *ana '
wait_for ana 'VERIFY'
wait_for ana 'T\+00:00'
wait_for ana '^[!•]'
wait_for ana '── CAN'
keys ana 7
wait_for ana '── told'
resize ana 160x45
wait_for ana '─ Timeline'
