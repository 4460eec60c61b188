#!/bin/sh
# What is told arrives: by the command that tells it, or by `deliver`; a
# channel that does not take it is named, and nothing is lost by it.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="sqlite:$work/a.db"

mkdir "$work/s"
start peer 80x24 node tests/peers/stand-in.mjs "$work/s"
wait_until 'the stand-in listens' test -s "$work/s/port"
at=http://127.0.0.1:$(cat "$work/s/port")

cat >"$work/conf" <<END
me = ana
channel company { adapter = slack  url = "$at/slack/a" }
channel hook {
	adapter = webhook  url = "$at/webhook/a"
	secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
}
channel pager {
	adapter = pagerduty  url = "$at/pagerduty"
	routing-key = "0123456789abcdef0123456789abcdef"
}
person raj { field = database  on-call = true  page = pager }
END
chmod 600 "$work/conf"

# does CODE VERB...: as ana, by that config.
does()
{
	does_code=$1
	shift
	ends "$does_code" "$fg" "$@" --config "$work/conf"
}

# got PATH: how many requests came there.
got()
{
	grep -c "\"path\":\"$1" "$work/s/requests"
}

# answers PATH LIST: what the next requests get.
answers()
{
	must curl -sSf "$at/-/answers?path=$1" -d "$2"
}

# ---- the command carries what it tells.

does 0 declare 'checkout <!channel> fails' --take
says '^company: sent$'
says '^hook: sent$'
does 0 page raj
says '^pager: sent$'
same 'the chat has it' 1 "$(got /slack/a)"
same 'the program has it' 1 "$(got /webhook/a)"
same 'the pager has it' 1 "$(got /pagerduty)"
same 'nothing of it is what the real ones would refuse' 0 \
	"$(grep -vc '"bad":""' "$work/s/requests")"
check 'nobody is called by a title' \
	sh -c '! grep -q "<!channel>: stage" "$1"' sh "$work/s/requests"
does 0 log
says 'accepted by company'
says 'Page of raj accepted by pager'
says 'Page of raj leaves at once, says ana'

# ---- a channel that is gone: said, kept, and the text is there to be read.

answers /slack/a '[{"status":404,"body":"no_service\u001b]0;x\u0007"}]'
does 0 broadcast 'we know more'
says '^company: NOT SENT, .*404'
says '^hook: sent$'
check 'no escape of the other side' \
	sh -c '! printf %s "$1" | grep -q "$(printf "\033")"' sh "$out"
does 0 log
says 'NOT SENT, nothing goes through company: 404 no_service'
n=$(printf '%s\n' "$out" | sed -n 's/^ *\([0-9]*\) .*we know more$/\1/p')
does 0 delivery retry "$n" --channel company
does 0 deliver --once
says "INC-1 $n company: sent"
same 'it arrived' 3 "$(got /slack/a)"

# ---- too much: later, by a courier that runs.

answers /slack/a '[{"status":503,"headers":{"retry-after":"1"}}]'
does 0 broadcast 'and more'
says '^company: '
start courier 120x20 "$fg" deliver --config "$work/conf"
wait_until 'it arrived in the end' sh -c \
	'grep -c "and more" "$1" | grep -qx 3' sh "$work/s/requests"

# ---- what a dashboard tells is carried by that courier, after its seconds.

start ana 120x30 "$fg" -i 1 --config "$work/conf"
wait_for ana 'IC ana'
keys ana :
wait_for ana '^:'
type_text ana 'broadcast told from a screen'
keys ana Enter
wait_for ana 'told from a screen'
wait_until 'the courier carries it' sh -c \
	'grep -c "told from a screen" "$1" | grep -qx 2' sh "$work/s/requests"
wait_for ana 'by ana · company'
keys ana q
wait_for ana 'in all'
keys ana q
wait_exit ana
keys courier C-c
wait_exit courier

# ---- nothing is told of what is restricted, and practice stays inside.

before=$(wc -l <"$work/s/requests")
does 0 declare --restricted 'somebody was in'
ends 0 "$fg" declare 'a drill' --config "$work/conf" \
	--store "practice:$work/p.db"
same 'nothing left' "$before" "$(wc -l <"$work/s/requests")"

# ---- without a channel all is as before: the words, to be said by hand.

ends 0 "$fg" declare 'no channel' --config none --as ana \
	--store "sqlite:$work/b.db"
says 'NOT SENT'
says 'say it by hand'
ends 2 "$fg" deliver --config none --as ana --store "sqlite:$work/b.db"
says 'no channel is configured'

# ---- what the config says, looked at without doing it.

does 0 channels
says '^company: slack at 127.0.0.1:[0-9]+, for company: declared'
does 0 config check
says 'no commander on call'
chmod 644 "$work/conf"
does 2 config check
says 'BAD +channel company: .* others can read: chmod 600'
