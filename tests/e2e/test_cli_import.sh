#!/bin/sh
# Scenarios and exports: all or nothing, same hashes, twice adds nothing.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"

cat >"$work/s.scenario" <<'END'
# The short one.
2026-11-20T09:00Z mei declare EU checkout --severity 1 --impact-began 08:50Z
09:01Z ana take
+1m ana advance --to verify
+1m ana scope 38% of checkouts in Europe fail
09:05Z raj join --field database
+1m raj can --condition "primary stuck" --need "approval to promote"
+30s ana need met 1 go ahead
09:30Z mei customers We are looking into it --next 09:45Z
+1m ana advance --to mitigate --reason "no need to dispatch"
+1m ana diagnosis "the primary's disk"
+1m ana mitigation propose fail over
+1m ana mitigation approve 1
+1m raj mitigation execute 1
+5m raj mitigation worked 1
+1m ana call under-control
END

ends 0 "$fg" import "$work/s.scenario"
says '^INC-1 EU checkout: 15 entries, 15 of them new$'
ends 0 "$fg" status --json
says '"impact_began":"2026-11-20T08:50:00.000Z"'
says '"customer_impact_ms":3060000,"customer_impact_runs":false'
ends 0 "$fg" log INC-1 --last 1
says '^  15  2026-11-20 09:41:00Z  stage .*\(recorded '

# An error in any line writes nothing, and is named.
before=$("$fg" export)
sed 's/mitigation approve 1/mitigation approve 7/' "$work/s.scenario" \
	>"$work/bad.scenario"
ends 1 "$fg" import "$work/bad.scenario"
says 'bad\.scenario:13: '
printf '2026-11-20T09:00Z mei declare x\nhello\n' >"$work/bad.scenario"
ends 2 "$fg" import "$work/bad.scenario"
says 'bad\.scenario:2: a line is TIME NAME COMMAND'
for file in /dev/null "$work" "$work/none"; do
	ends 2 "$fg" import "$file"
done
printf 'a\000b\n' >"$work/bad.scenario"
ends 2 "$fg" import "$work/bad.scenario"
says 'binary'
same "nothing was written" "$before" "$("$fg" export)"

# From standard input, and again: a second incident.
run sh -c '"$1" import - <"$2"' sh "$fg" "$work/s.scenario"
same "import - ends well" 0 "$status"
says '^INC-2 EU checkout: 15 entries'

# Round trip: the same bytes, the same hashes, and twice adds nothing.
"$fg" --as ana erase INC-2 4 --reason 'names a customer' >/dev/null
"$fg" export >"$work/all.export"
check "an erased entry is null" grep -q '"data":null' "$work/all.export"
ends 0 "$fg" --store "$work/b.db" import "$work/all.export"
same "the export of the import is the export" "$(cat "$work/all.export")" \
	"$("$fg" --store "$work/b.db" export)"
ends 0 "$fg" --store "$work/b.db" import "$work/all.export"
says '^INC-1 EU checkout: 15 entries, 0 of them new$'
ends 0 "$fg" --store "$work/b.db" verify
says 'entry 4 was erased by ana'
same "verify sees the same hashes" "$("$fg" verify --json)" \
	"$("$fg" --store "$work/b.db" verify --json)"
same "status is the same" \
	"$("$fg" status --json | sed 's/"now":"[^"]*"//; s/_ms":[0-9]*//g')" \
	"$("$fg" --store "$work/b.db" status --json |
		sed 's/"now":"[^"]*"//; s/_ms":[0-9]*//g')"

# One more entry, one more line.
"$fg" --as mei note INC-1 one more >/dev/null
"$fg" export >"$work/more.export"
ends 0 "$fg" --store "$work/b.db" import "$work/more.export"
says '^INC-1 EU checkout: 16 entries, 1 of them new$'
ends 0 "$fg" copy "$FIREGROUND_STORE" "$work/c.db"
same "a copy is the same" "$("$fg" export)" \
	"$("$fg" --store "$work/c.db" export)"

# What was changed on the way is refused, whole.
sed '4s/38%/12%/' "$work/all.export" >"$work/bad.export"
ends 1 "$fg" --store "$work/d.db" import "$work/bad.export"
says 'entry [0-9]+ is damaged'
same "nothing of it was written" '' "$("$fg" --store "$work/d.db" export)"
sed '2d' "$work/all.export" >"$work/bad.export"
ends 2 "$fg" --store "$work/d.db" import "$work/bad.export"
says 'bad\.export:2: entry 3 of INC-1 stands where entry 2'
sed '4s/}$//' "$work/all.export" >"$work/bad.export"
ends 2 "$fg" --store "$work/d.db" import "$work/bad.export"
says 'bad\.export:4: '

# The number of another incident is not taken.
"$fg" --store "$work/e.db" --as raj declare mine >/dev/null
ends 1 "$fg" --store "$work/e.db" import "$work/all.export"
says 'INC-1 is another incident'
same "it has its one entry still" 1 \
	"$("$fg" --store "$work/e.db" export | wc -l)"

# A log of more entries than one append holds.
{
	echo '2026-11-20T09:00Z ana declare long --take'
	i=0
	while [ "$i" -lt 300 ]; do
		i=$((i + 1))
		echo "+1s mei note number $i"
	done
} >"$work/long.scenario"
ends 0 "$fg" --store "$work/l.db" import "$work/long.scenario"
says '303 entries, 303 of them new'
ends 0 "$fg" --store "$work/l.db" verify
says '303 entries, all as they were written'

# A damaged file of the store is found.
sqlite3 "$work/l.db" 'DROP TRIGGER event_guard_update;
	UPDATE event SET data = replace(data, "number 9", "number 8")
	WHERE n = 12;'
ends 1 "$fg" --store "$work/l.db" verify
says '^INC-1: entry 12 is damaged: '
ends 1 "$fg" --store "$work/l.db" verify --json
says '"damaged":12'
sqlite3 "$work/b.db" 'DELETE FROM summary WHERE incident = 2'
ends 0 "$fg" --store "$work/b.db" verify
says '^INC-2: .*summed up anew$'
ends 0 "$fg" --store "$work/b.db" status INC-2
