#!/bin/sh
# What fires, as a pair of real Alertmanagers says: one list, no alert twice,
# and an error where one does not answer.
. tests/e2e/lib.sh
. tests/e2e/alertmanager.sh
fg=$1
since=$(date -u -d '10 minutes ago' +%Y-%m-%dT%H:%M:%S.256Z)

manager one
one=$port
manager two
two=$port
cat >"$work/conf" <<END
source prod { url = {"http://127.0.0.1:$one", "http://127.0.0.1:$two/"} }
END
# alerts CODE [OPTION]...: what it lists.
alerts()
{
	alerts_code=$1
	shift
	ends "$alerts_code" "$fg" alerts --config "$work/conf" "$@"
}

# lines REGEX: how many lines of that match.
lines()
{
	printf '%s\n' "$out" | grep -cE -e "$1"
}

alerts 0
says '^nothing fires$'

checkout=$(alert CheckoutErrors "$since" '"service":"checkout"')
fires "$one" "$watchdog" "$checkout"
fires "$two" "$watchdog" "$checkout" "$(alert DiskFull "$since")"
alerts 0
says '^firing 10m  page  CheckoutErrors checkout: 5xx ratio 8%$'
says "^    [0-9a-f]{16}@$since\$"
same 'what both have stands once' 2 "$(lines '^firing')"
alerts 0 --json
same 'two have it' 1 "$(lines '"name":"CheckoutErrors".*"members":2\}')"

# ---- one that was started anew knows nothing, and the other still does.

close one
wait_until 'the first has ended' sh -c "! curl -s 127.0.0.1:$one/-/ready"
alerts 3
says '^firing 10m  page  CheckoutErrors'
says 'prod 127.0.0.1:[0-9]+: no answer yet: '
manager one "$one"
alerts 0
same 'nothing is missing' 2 "$(lines '^firing')"

# ---- what is silenced is listed as such.

curl -sSf -H 'Content-Type: application/json' -o "$work/silence" \
	"http://127.0.0.1:$two/api/v2/silences" -d '{"matchers":[{"name":
	"alertname","value":"DiskFull","isRegex":false,"isEqual":true}],
	"startsAt":"2020-01-01T00:00:00Z","endsAt":"2099-01-01T00:00:00Z",
	"createdBy":"ana","comment":"known"}'
is_silenced()
{
	"$fg" alerts --config "$work/conf" | grep -q '^silenced .* DiskFull'
}
wait_until 'it is silenced' is_silenced

# ---- wrong words.

ends 2 "$fg" alerts --config none
says 'no source of alerts is configured'
echo 'source x { watchdog = "Watchdog" url = "http://127.0.0.1:1" }' \
	>"$work/conf"
alerts 2
says 'is no LABEL=VALUE'
echo 'source x { url = "am.example.com" }' >"$work/conf"
alerts 2
says "conf:1: 'am.example.com' is no url"
echo 'source x { }' >"$work/conf"
alerts 2
says 'needs the url of its Alertmanager'
