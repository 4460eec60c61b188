#!/bin/sh
# log --follow prints entries as they come, from whoever writes them.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"

"$fg" --as ana declare one >/dev/null
"$fg" log --follow >"$work/text" 2>&1 &
text=$!
"$fg" --read-only log --follow --json >"$work/json" 2>&1 &
json=$!
wait_until "what was there is printed" grep -q 'DETECT' "$work/text"
wait_until "as JSON, too" grep -q '"n":1' "$work/json"
"$fg" --as mei note hello >/dev/null
wait_until "what comes is printed" grep -q '^   2 .*mei: hello$' "$work/text"
wait_until "as JSON, too" grep -q '"n":2' "$work/json"
"$fg" --as mei note more >/dev/null
wait_until "and so on" grep -q '^   3 .*mei: more$' "$work/text"
wait_until "as JSON, too" grep -q '"n":3' "$work/json"
kill "$text" "$json"
wait "$text" "$json" 2>/dev/null || :
same "each once" 3 "$(grep -c . "$work/text")"
same "JSON lines are the export" "$("$fg" export)" "$(cat "$work/json")"

# It ends when nobody reads any more.
mkfifo "$work/pipe"
"$fg" log --follow >"$work/pipe" 2>"$work/err" &
pid=$!
head -n 1 "$work/pipe" >/dev/null
gone()
{
	"$fg" --as mei note on >/dev/null
	! kill -0 "$pid" 2>/dev/null
}
wait_until "it ends with its reader" gone
code=0
wait "$pid" || code=$?
same "and well" 0 "$code"
same "in silence" '' "$(cat "$work/err")"

# Only some of them, in every form.
n=$("$fg" log | wc -l)
same "--json --last 2" "$("$fg" export | tail -n 2)" \
	"$("$fg" log --json --last 2)"
same "--json --after" "$("$fg" export | tail -n 1)" \
	"$("$fg" log --json --after $((n - 1)))"
"$fg" log --follow --last 1 >"$work/tail" 2>&1 &
text=$!
wait_until "the last one is printed" grep -q . "$work/tail"
"$fg" --as mei note after it >/dev/null
wait_until "and what comes" grep -q 'after it' "$work/tail"
kill "$text"
wait "$text" 2>/dev/null || :
same "but nothing before" 2 "$(grep -c . "$work/tail")"

# Only some kinds, people and stages: in every form the same ones.
"$fg" --as raj can --condition stuck --no-needs >/dev/null
"$fg" --as ana note raj is on it >/dev/null
"$fg" --as raj note it moves >/dev/null
says_which()
{
	run "$fg" log "$@"
	same "log $*" "$which" "$(printf '%s\n' "$out" |
		sed 's/^.*Z  [a-z]* *//; s/  *$//')"
}
which='raj: stuck
raj: it moves'
says_which --who raj
which='raj: it moves'
says_which --who raj --kind can,note --last 1
which=
says_which --stage mitigate
same "--json --who" 2 "$("$fg" log --json --who raj | grep -c '"by":"raj"')"
same "and nobody else" 2 "$("$fg" log --json --who raj | grep -c .)"
ends 2 "$fg" log --kind nonsense
says "there is no kind of entry 'nonsense'; there are: stage cmd"
ends 2 "$fg" log --follow --stage nowhere
says "there is no stage 'nowhere'"
"$fg" log --follow --kind can >"$work/some" 2>&1 &
text=$!
wait_until "what is asked for is printed" grep -q stuck "$work/some"
"$fg" --as ana note not this >/dev/null
"$fg" --as raj can --condition better --no-needs >/dev/null
wait_until "and what comes" grep -q better "$work/some"
kill "$text"
wait "$text" 2>/dev/null || :
same "but nothing else" 2 "$(grep -c . "$work/some")"
