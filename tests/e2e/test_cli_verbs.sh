#!/bin/sh
# A whole incident by commands: where each entry went, what is to be said by
# hand, and what the printing verbs make of it.
. tests/e2e/lib.sh
fg=$1
db="sqlite:$work/a.db"
export FIREGROUND_STORE="$db"

is_json()
{
	printf '%s' "$1" >"$work/json"
	[ "$(sqlite3 :memory: "SELECT json_valid(readfile('$work/json'))")" = 1 ]
}

ends 0 "$fg" status
says '^No incident\. `fireground declare TITLE` begins one\.$'
ends 0 "$fg" --as ana declare EU checkout returns 5xx --severity 1 --take
says '^INC-1 EU checkout returns 5xx: stage 1, cmd 2, stage 3$'
says '^NOT SENT: no channel configured: say it by hand, then `fireground broadcast INC-1 --said 3`:$'
says '^Commander: ana'
ends 0 "$fg" --as ana broadcast --said 3 --through '#incidents'
says '^INC-1 EU checkout returns 5xx: [a-z]+ 4$'

# A bare number is text.
ends 0 "$fg" --as mei note 503 errors
says '^INC-1 EU checkout returns 5xx: note 5$'
ends 0 "$fg" --as mei note --json it is the cdn
same "JSON of a write" \
	'{"incident":1,"title":"EU checkout returns 5xx","entries":[6],"tags":["note"],"said":"","messages":[],"pages":[]}' \
	"$out"
ends 0 "$fg" --as mei note --happened -10m seen earlier
says '^happened: .* 10 min ago$'

ends 0 "$fg" --as raj join --field database
ends 0 "$fg" --as raj can --condition 'customers: half of all fail' \
	--action 'failing over' --need 'approval to promote' --next +15m
says '^next: .* in 15 min$'
ends 0 "$fg" --as ana need met 1 promote
ends 0 "$fg" --as ana scope 38% of checkouts fail
ends 0 "$fg" --as ana severity 1
ends 0 "$fg" --as mei customers We are on it --through 'status page'
says 'next word promised for'
ends 0 "$fg" --as ana advance --to mitigate --reason 'nothing to dispatch'
ends 0 "$fg" --as raj diagnosis the primary is stuck
ends 0 "$fg" --as raj mitigation propose fail over
ends 0 "$fg" --as ana mitigation approve 1
ends 0 "$fg" --as raj mitigation execute 1
ends 0 "$fg" --as raj mitigation worked 1

ends 0 "$fg" status
says '^INC-1 SEV1  EU checkout returns 5xx  Mitigate '
says 'IC ana'
ends 0 "$fg" status --json
says '"stage":"mitigate"'
says '"commander":"ana"'
check "status --json is JSON" is_json "$out"

ends 0 "$fg" log
says '^   5  .*Z  note +mei: 503 errors$'
ends 0 "$fg" log --last 1
same "log --last 1 is one line" 1 "$(printf '%s\n' "$out" | wc -l)"
ends 0 "$fg" log --last 1 --full
says '^        [a-z]'
ends 0 "$fg" log --json
printf '%s\n' "$out" >"$work/lines"
bad=0
while IFS= read -r line; do
	is_json "$line" || bad=$((bad + 1))
done <"$work/lines"
same "every line of log --json is JSON" 0 "$bad"
same "log --json is the export" "$("$fg" export INC-1)" "$out"
ends 0 "$fg" brief
says '^Command +ana'
ends 0 "$fg" report
says '^# INC-1 EU checkout returns 5xx$'

ends 0 "$fg" --as ana call under-control
ends 0 "$fg" --as ana repair done replaced
ends 0 "$fg" --as ana call all-clear
ends 0 "$fg" --as ana lesson test the failover
ends 0 "$fg" --as ana action open practise it --priority P1 --owner raj
ends 0 "$fg" --as ana review held
ends 0 "$fg" status
says '^After-care$'
says '1 action item'
ends 0 "$fg" --as raj action done 1 practised
ends 0 "$fg" --as ana advance
ends 0 "$fg" --as ana close
ends 0 "$fg" status
says '^No open incident\.$'
says '^1 closed$'
ends 1 "$fg" --as ana note INC-1 too late
says 'closed'
ends 0 "$fg" verify
says '^INC-1: [0-9]+ entries, all as they were written, head '

# Which incident: the only live one, the only uncontrolled one, or a question.
ends 0 "$fg" --as ana declare one --take
ends 0 "$fg" --as mei declare two
ends 2 "$fg" --as ana note which
says 'which incident\? Nothing was written'
says '^  fireground note INC-2 which'
says '^  fireground note INC-3 which'
ends 0 "$fg" --as ana note INC-3 this
says '^INC-3 two: note '
ends 0 "$fg" --as ana note -i 2 that
says '^INC-2 one: note '
FIREGROUND_INC=3
export FIREGROUND_INC
ends 0 "$fg" --as ana note by the shell
says '^INC-3 two: note '
unset FIREGROUND_INC
ends 0 "$fg" --as mei merge INC-3 --into INC-2
says 'INC-3 goes on as INC-2'
ends 1 "$fg" --as ana note INC-3 late
says 'INC-2'

# Nobody is left to read: no error, and what was written stays.
"$fg" log INC-1 | head -n 1 >/dev/null
ends 0 "$fg" status
run sh -c '"$1" status >/dev/full' sh "$fg"
same "a full disk under the output ends with 3" 3 "$status"
says 'No space left'

# The practice clock stands still and ids repeat.
practice()
{
	"$fg" --store "practice:$1" --clock 2026-11-22T14:00Z --seed 7 \
		--config none --as ana "$2" "$3" "$4" >/dev/null
}
for one in p q; do
	practice "$work/$one.db" declare x --take
	practice "$work/$one.db" note hello there
done
same "practice runs repeat" \
	"$("$fg" --store "$work/p.db" export | sed 's/"via":"[^"]*"//')" \
	"$("$fg" --store "$work/q.db" export | sed 's/"via":"[^"]*"//')"
ends 2 "$fg" --clock 2026-11-22T14:00Z note x
says 'practice stores'
ends 2 "$fg" --seed 7 note x
says 'practice stores'

# The editor: the text is kept until it is written.
printf '#!/bin/sh\nprintf "condition: from the editor\\n" >>"$1"\n' \
	>"$work/ed"
printf '#!/bin/sh\nprintf "nonsense\\n" >>"$1"\n' >"$work/bad-ed"
chmod +x "$work/ed" "$work/bad-ed"
ends 0 env EDITOR="$work/ed" "$fg" --as raj can -i 2
says '^INC-2 one: can '
ends 0 "$fg" log INC-2 --last 1
says 'from the editor'
ends 2 env EDITOR="$work/bad-ed" "$fg" --as raj can -i 2
says 'line [0-9]+ is no condition'
kept=$(printf '%s\n' "$out" | sed -n 's/.*what you typed is in //p')
check "the typed text is kept" grep -q nonsense "$kept"
ends 2 env EDITOR=false "$fg" --as raj can -i 2
says 'nothing was written'
printf '#!/bin/sh\n: >"$1"\n' >"$work/ed"
ends 2 env EDITOR="$work/ed" "$fg" --as li can -i 2
says 'the report is empty'

# Whoever leaves the editor without a change files nothing, least of all the
# last report once more.
last=$("$fg" log INC-2 | grep -c .)
mkdir "$work/edited"
ends 2 env EDITOR=true TMPDIR="$work/edited" "$fg" --as raj can -i 2
says 'left as it was'
same 'no report is filed' "$last" "$("$fg" log INC-2 | grep -c .)"
same 'and no file is left' '' "$(ls -A "$work/edited")"

# doctor, init, completion.
ends 0 "$fg" doctor
says '^ok    store: sqlite:'
ends 0 "$fg" init
ends 2 "$fg" init
says 'is there already'
ends 0 "$fg" status
for shell in bash zsh; do
	ends 0 "$fg" completion "$shell"
	says 'declare'
done
ends 0 "$fg" --version
says '^fireground '
ends 0 "$fg" help advance
says '^fireground advance '
ends 0 "$fg" advance --help
says '^fireground advance '
ends 0 "$fg" need met --help
says '^fireground need met '
