#!/bin/sh
# What the adapters send (the golden files of the unit tests), given to those
# who know the formats better: packages of npm that tests alone use.
. tests/e2e/lib.sh

golden=tests/unit/relay/golden
channels="node tests/peers/channels.mjs build/peers/node_modules"

$channels $golden >"$work/out" 2>"$work/err" || :
cat "$work/err"
while read -r line; do
	case $line in
	'ok '*) ok "${line#ok }" ;;
	*) fail "$line" ;;
	esac
done <"$work/out"
check 'all of it was looked at' test "$(grep -c '^ok ' "$work/out")" -ge 120

# Each example of the document is a config.
awk -v to="$work/example" '
	/^    (channel|person) / && !inside { inside = 1; n++ }
	/^$|^[^ ]/ { inside = 0 }
	inside { print > (to "." n) }' docs/channels.md
check 'there are examples' test -e "$work/example.12"
for example in "$work"/example.*; do
	chmod 600 "$example"
	ends 0 "$1" status --config "$example" --store "sqlite:$work/s.db"
done

# A check that cannot fail checks nothing.
cp -r $golden "$work/golden"
sed -i 's/"data":{"incident":"INC-17"/"data":{"incident":"INC-18"/' \
	"$work/golden/webhook.txt"
sed -i 's/"Bolder"/"Boldest"/' "$work/golden/teams.txt"
sed -i 's/"plain_text"/"mrkdwn"/' "$work/golden/slack.txt"
sed -i 's/"source":"[^"]*",//' "$work/golden/exec.txt"
sed -i 's/@\xe2\x80\x8beveryone/@everyone/' "$work/golden/discord.txt"
ends 1 $channels "$work/golden"
for what in webhook.*signature teams.*card slack.*blocks exec.*event \
	discord.*text; do
	says "^not ok $what"
done
