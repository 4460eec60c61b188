#!/bin/sh
# Who may only read: another Unix user watches the store live, with and without
# a writer that has it open, and --read-only refuses every verb that writes.
. tests/e2e/lib.sh
fg=$1
umask 022
chmod 755 "$work" "$work/home"
mkdir "$work/theirs"
db=$work/theirs/a.db
store="sqlite:$db"

# The program where everybody may run it.
cp "$fg" "$work/fg"
chmod 755 "$work/fg"

# reader COMMAND...: as a user who may write neither the store nor its folder.
# Not being root, we take the right to write from ourselves meanwhile.
other=
if [ "$(id -u)" -eq 0 ]; then
	other='setpriv --reuid=65534 --regid=65534 --clear-groups'
	check 'there is another user' $other true
fi
forbid()
{
	[ -n "$other" ] || chmod a-w "$db" "$db"-* "$work/theirs"
}
allow()
{
	[ -n "$other" ] || chmod u+w "$work/theirs" "$db" "$db"-*
}
reader()
{
	forbid
	reader_status=0
	$other "$work/fg" --config none --store "$store" "$@" ||
		reader_status=$?
	allow
	return "$reader_status"
}

# What the store holds, byte for byte, and what lies beside it.
sum()
{
	cat "$db" "$db-wal" | cksum
	ls -A "$work/theirs"
}

does()
{
	must "$fg" "$@" --store "$store"
}

does declare --as ana --take --severity 1 'EU checkout returns 5xx'
does note --as mei 'before anybody looked'

# ---- nobody has the store open.

before=$(sum)
ends 0 reader status
says 'INC-1'
ends 0 reader log
says 'before anybody looked'
for words in 'status --json' 'brief' 'report' 'export' 'verify' \
    'doctor --read-only'; do
	# shellcheck disable=SC2086
	ends 0 reader $words
done
ends 3 reader note --as nobody 'from the wall'
says 'cannot be written by user'
says '--read-only'
ends 3 reader declare --as nobody 'from the wall'
ends 1 reader note --read-only --as nobody 'from the wall'
says 'read-only'
ends 3 reader
says 'cannot be written by user'
same 'the reader has written nothing' "$before" "$(sum)"

# The screen of the reader; a folder that is forbidden to all is no case for
# writers, so without root it is allowed again once the screen stands.
forbid
# shellcheck disable=SC2086
start wall 160x45 $other "$work/fg" --config none --store "$store" --read-only
wait_for wall 'before anybody looked'
allow
check 'it says that it only reads' shows wall 'read-only|READ-ONLY|reading'

does note --as mei 'nobody else has it open'
wait_for wall 'nobody else has it open'

# ---- a writer has it open.

start ana 160x45 "$fg" --store "$store" --as ana
wait_for ana '● live'
keys ana n
wait_for ana 'Write it down'
type_text ana 'typed on a screen'
keys ana Enter
wait_for wall 'ana: typed on a screen'
does severity 2 --as ana
wait_for wall 'SEV2'

# ---- and not any more, crashed with all it had open.

kill -s KILL "$(ask ana '#{pane_pid}')"
wait_until 'the writer has crashed' is_dead ana
does note --as mei 'after the crash'
wait_for wall 'after the crash'
check 'the reader is live' shows wall '● live'

# ---- what is typed at the reader's screen changes nothing.

before=$(sum)
for key in '>' '<' '!' a c . d t b p o m n h v u s D; do
	keys wall "$key"
done
for line in 'note from the wall' 'declare another' 'advance' 'undo' 'take'; do
	keys wall :
	wait_for wall '^ ?:'
	type_text wall "$line"
	keys wall Enter
	wait_for wall 'read-only'
done
check 'no form was opened' shows_not wall 'Esc leaves'
same 'nothing is written from a screen that reads' "$before" "$(sum)"
keys wall q
keys wall q
wait_exit wall

# ---- --read-only refuses every verb that writes, whoever may write.

# Words that the parser takes for what a verb must be given.
words_for()
{
	case $1 in
	N | SEVERITY) echo 1 ;;
	STAGE) echo repair ;;
	TIME) echo +5m ;;
	INC) echo INC-1 ;;
	FILE) echo /dev/null ;;
	NUMBER) echo can ;;
	COLUMN) echo 1 ;;
	VALUE) echo 5m ;;
	FROM) echo "$store" ;;
	TO) echo "$work/theirs/b.db" ;;
	*:*) echo "${1#*:}" | sed 's/|.*//' ;;
	*) echo x ;;
	esac
}

"$fg" help | sed -n '/^Options/q; s/^  \([a-z][a-z -]*[a-z]\)   *.*/\1/p' \
	>"$work/names"
check 'help lists the verbs' test "$(wc -l <"$work/names")" -gt 60
before=$(sum)
wrong=0
refused=0
while read -r name; do
	case $name in
	status | log | brief | report | export | verify | doctor | init | \
	    completion | help | version | docs | themes | wall | \
	    replay | tour | watching | plain | 'config check' | channels | \
	    alerts)
		continue
		;;
	esac
	must=$("$fg" help "$name" | sed -n '1s/^fireground //p' |
		sed 's/\[[^]]*\]//g')
	given=
	for word in ${must#"$name"}; do
		case $word in
		--*) given="$given $word" ;;
		*) given="$given $(words_for "$word")" ;;
		esac
	done
	# shellcheck disable=SC2086
	run "$fg" --as ana --store "$store" --read-only $name $given
	refused=$((refused + 1))
	case "$status $out" in
	'1 '*read-only*) ;;
	*)
		wrong=$((wrong + 1))
		echo "$name$given: ends with $status: $out"
		;;
	esac
done <"$work/names"
same "--read-only refuses all $refused verbs that write" 0 "$wrong"
check 'these are many' test "$refused" -gt 50
same 'and nothing is written' "$before" "$(sum)"
ends 3 "$fg" --read-only --store "sqlite:$work/theirs/none.db" status
check 'reading makes no store' test ! -e "$work/theirs/none.db"
