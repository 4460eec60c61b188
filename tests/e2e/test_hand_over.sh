#!/bin/sh
# Command passed on: offered, accepted from the first line of the briefing on
# the other person's screen, declined, lapsed, taken back.  Until somebody
# accepts, whoever offered it commands, and both screens agree at every step.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1

# offers WHO TO: by keys.
offers()
{
	opens "$1" h 'Command: you hold it'
	put "$1" To "$2"
	sends "$1" "offered to $2"
}

# both REGEX: on both screens.
both()
{
	wait_for ana "$1"
	wait_for raj "$1"
}

does ana declare checkout returns 5xx --take
does ana scope half of all checkouts fail
does raj join
does raj can --condition 'the disk is full' --action 'emptying it' \
	--need 'a second pair of eyes'
does ana objective assign raj make room on db-1
desk ana 160x45
desk raj 80x24
both 'IC ana'

# ---- Offered and accepted.

offers ana raj
wait_for raj 'ana offers you command'
both 'IC ana'
both 'offered to raj'
opens raj a 'Enter accepts'
for line in 'half of all checkouts fail' 'make room on db-1' \
	'emptying it' 'a second pair of eyes' 'Promises'; do
	wait_for raj "$line"
done
wait_for raj 'Enter accept command'
keys raj Escape
wait_gone raj 'Enter accepts'
both 'IC ana'
# Later, from the same row: the first line accepts.
opens raj a 'Enter accepts'
enter raj
both 'IC raj'
wait_gone raj 'Enter accepts'
wait_gone ana 'offered to'
# What was ana's is raj's: the key bar of each says so.
wait_for raj '> next'
wait_gone ana '> next'
keys ana '>'
wait_for ana 'only the commander \(raj'

# ---- Declined.

offers raj ana
wait_for ana 'raj offers you command'
opens ana a 'Enter accepts'
opens ana h 'Command: raj offers it to you'
pick ana Do decline
put ana Reason 'my shift is over'
sends ana 'declines'
both 'IC raj'
wait_gone ana 'raj offers you command'
wait_gone raj 'offered to'

# ---- Taken back while the other reads the briefing: Enter is refused.

offers raj ana
wait_for ana 'raj offers you command'
opens ana a 'Enter accepts'
keys raj u
wait_gone raj 'offered to'
wait_gone ana 'Enter accepts'
poll is_read
keys ana Enter
wait_for ana 'command is not offered to anybody'
wait_gone ana 'Briefing'
both 'IC raj'

# ---- Accepted on one of two screens: the other one's Enter is refused.

offers raj ana
wait_for ana 'raj offers you command'
opens ana a 'Enter accepts'
does ana accept
both 'IC ana'
poll is_read
wait_gone ana 'Enter accepts'
keys ana Enter
wait_gone ana Briefing
does ana log --last 1
says 'ana accepts command from raj'

# ---- Lapsed after five minutes.

offers ana raj
at 14:04:59
desk ana 160x45
desk raj 80x24
both 'offered to raj'
wait_for raj 'ana offers you command'
at 14:05:00
desk ana 160x45
desk raj 80x24
both 'IC ana'
check 'ana sees no offer' shows_not ana 'offered to'
check 'raj sees no offer' shows_not raj 'offers you command|offered to'
keys raj a
wait_for raj 'nothing waits|no offer|read back'
refused 1 raj accept
says 'the offer has lapsed: ask ana'
both 'IC ana'
# It can be made again, by the line as well, and accepted by it.
does ana offer raj
wait_for raj 'ana offers you command'
does raj accept
both 'IC raj'
