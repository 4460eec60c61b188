#!/bin/sh
# The documentation says what the program's own tables say.
. tests/e2e/lib.sh
fg=$1

run sh docs/generate.sh "$fg" --check
same "man page and events.md are the program's tables" 0 "$status"
[ "$status" -eq 0 ] || printf '%s\n' "$out"

for part in options commands keys numbers events; do
	run "$fg" docs "$part"
	same "docs $part" 0 "$status"
done

# Every command has its help, by itself and in the list.
"$fg" help >"$work/help"
"$fg" docs commands | sed -n 's/^\.It Ic \([a-z -]*[a-z]\).*/\1/p' |
	sed 's/ Oo.*//; s/ Ar.*//; s/ Fl.*//' >"$work/names"
check "there are commands" [ "$(wc -l <"$work/names")" -gt 60 ]
missing=0
while read -r name; do
	"$fg" help "$name" >"$work/out" 2>&1 || missing=$((missing + 1))
done <"$work/names"
same "every command has its help" 0 "$missing"
