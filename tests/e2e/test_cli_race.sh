#!/bin/sh
# Writers at the same time: exactly one wins each race, nothing is lost.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"

# together N COMMAND...: N of them at once; codes in $work/code.*, what they
# said in $work/said.*
together()
{
	n=$1
	shift
	rm -f "$work"/code.* "$work"/said.*
	i=0
	pids=
	while [ "$i" -lt "$n" ]; do
		i=$((i + 1))
		(
			code=0
			"$@" >"$work/said.$i" 2>&1 || code=$?
			echo "$code" >"$work/code.$i"
		) &
		pids="$pids $!"
	done
	for pid in $pids; do
		wait "$pid" || :
	done
}

with_code()
{
	cat "$work"/code.* | grep -cx "$1" || :
}

round=0
while [ "$round" -lt 5 ]; do
	round=$((round + 1))
	"$fg" --as ana declare "race $round" >/dev/null
	together 4 "$fg" take -i "$round" --as raj
	same "one takes command ($round)" 1 "$(with_code 0)"
	same "the others are refused ($round)" 3 "$(with_code 1)"
	check "and told who has it ($round)" grep -q 'raj' "$work"/said.*
	together 4 "$fg" advance -i "$round" --as raj --to verify
	same "one advances ($round)" 1 "$(with_code 0)"
	same "the others are refused ($round)" 3 "$(with_code 1)"
	ends 0 "$fg" status --json "INC-$round"
	says '"stage":"verify"'
done

together 6 "$fg" declare another --as mei
same "each declares" 6 "$(with_code 0)"
same "each has a number of its own" 6 \
	"$(cat "$work"/said.* | sed -n 's/^\(INC-[0-9]*\) .*/\1/p' | sort -u |
		wc -l)"
same "numbers go on without a gap" 11 \
	"$("$fg" status --json | tr ',' '\n' | grep -c '"name":"INC-')"

together 12 "$fg" note -i 1 --as mei everybody writes
same "every note is taken" 12 "$(with_code 0)"
same "each at a place of its own" 12 \
	"$(cat "$work"/said.* | sort -u | grep -c 'note [0-9]*$')"
ends 0 "$fg" verify
