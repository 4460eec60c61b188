#!/bin/sh
# --read-only refuses every write; whoever may not write can look.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"

"$fg" --as ana declare one --take >/dev/null
before=$("$fg" export)
for words in 'note x' 'declare two' 'take' 'advance' 'call under-control' \
	'can --same' 'import /dev/null' 'close --false-alarm' 'undo'; do
	# shellcheck disable=SC2086
	ends 1 "$fg" --as ana --read-only $words
	says 'read-only'
done
ends 1 "$fg" --read-only copy "$work/a.db" "$work/b.db"
check "no copy was made" [ ! -e "$work/b.db" ]
for words in status 'status --json' log brief report export verify doctor \
	'log --json'; do
	# shellcheck disable=SC2086
	ends 0 "$fg" --read-only $words
done
same "nothing was written" "$before" "$("$fg" export)"

# Another user, who may read the file and its folder alone.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null 2>&1; then
	chmod 755 "$work" "$work/home"
	cp "$fg" "$work/fg" && chmod 755 "$work/fg"
	as_other()
	{
		setpriv --reuid=65534 --regid=65534 --clear-groups \
			env FIREGROUND_STORE="$FIREGROUND_STORE" "$work/fg" "$@"
	}
	ends 0 as_other --config none status
	says 'INC-1'
	ends 0 as_other --config none log INC-1
	ends 3 as_other --config none --as x note INC-1 hello
	ends 0 as_other --config none verify
else
	chmod a-w "$work/a.db" "$work"
	ends 0 "$fg" --config none status
	ends 3 "$fg" --config none --as x note INC-1 hello
	chmod u+w "$work" "$work/a.db"
fi
same "nothing was written by another" "$before" "$("$fg" export)"
