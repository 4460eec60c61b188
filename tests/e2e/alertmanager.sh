# alertmanager.sh: real Alertmanagers for end-to-end tests; after lib.sh.

printf 'route: {receiver: none}\nreceivers: [{name: none}]\n' \
	>"$work/alertmanager.yml"

# manager NAME [PORT]: one runs, on a free port unless given; $port is its.  It
# takes a hang-up for a wish to read its config again, so a shell ends it.
manager()
{
	: >"$work/$1.log"
	start "$1" 200x50 sh -c 'prometheus-alertmanager "$@" 2>"$0" &
		trap "kill $!" HUP TERM; wait' "$work/$1.log" --config.file="$work/alertmanager.yml" \
		--storage.path="$work/$1" --cluster.listen-address= \
		--web.listen-address="127.0.0.1:${2:-0}"
	wait_until "$1 listens" grep -q 'msg="Listening on"' "$work/$1.log"
	port=$(sed -n 's/.*"Listening on" address=127.0.0.1:\([0-9]*\).*/\1/p' \
		"$work/$1.log" | tail -n 1)
}

# fires PORT ALERT...: it has them, as JSON; they end in an hour at most.
fires()
{
	fires_port=$1
	shift
	curl -sSf -H 'Content-Type: application/json' \
		"http://127.0.0.1:$fires_port/api/v2/alerts" \
		-d "[$(printf '%s,' "$@" | sed 's/,$//')]" ||
		give_up "no alert can be given to $fires_port"
}

watchdog='{"labels":{"alertname":"Watchdog"}}'

# alert NAME SINCE [LABELS]: one as JSON; LABELS: "service":"x".
alert()
{
	printf '{"labels":{"alertname":"%s","severity":"page"%s},' "$1" \
		"${3:+,$3}"
	printf '"annotations":{"summary":"5xx ratio 8%%"},"startsAt":"%s"}' "$2"
}
