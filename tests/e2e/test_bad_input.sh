#!/bin/sh
# What comes from outside and is wrong: hostile bytes in every command, stores
# that are none, a full disk, a broken config, scenario and export.  Always a
# sentence and the exit code of its kind, and nothing half written.
. tests/e2e/lib.sh
fg=$1
umask 022
db=$work/a.db
export FIREGROUND_STORE="$db"

"$fg" --as ana declare --take one >/dev/null
before=$("$fg" export)
unchanged()
{
	same "$1" "$before" "$("$fg" export)"
}

# ---- hostile bytes in every command.

# A title that sets the terminal's title and colour, a C1 introducer, a bell,
# a bidi override, half a character, DEL, and a line of its own.
evil=$(printf 'a\033]0;owned\007\033[31m\302\233m\342\200\256b\377\302\177\nc')

# harmless FILE: nothing in it that a terminal obeys, and only whole characters.
harmless()
{
	LC_ALL=C tr -d '\011\012\040-\176\200-\377' <"$1" >"$work/bad"
	[ ! -s "$work/bad" ] && iconv -f UTF-8 -t UCS-4 <"$1" >/dev/null 2>&1 &&
		! LC_ALL=C grep -q "$(printf '\302[\200-\237]')" "$1" &&
		! grep -q "$(printf '\342\200[\252-\256]')" "$1"
}

"$fg" help | sed -n '/^Options/q; s/^  \([a-z][a-z -]*[a-z]\)   *.*/\1/p' \
	>"$work/names"
check 'help lists the commands' test "$(grep -c . "$work/names")" -gt 60
raw=0
wrong=0
tried=0
hostile()
{
	tried=$((tried + 1))
	status=0
	"$fg" --as ana "$@" >"$work/said" 2>&1 </dev/null || status=$?
	harmless "$work/said" || {
		raw=$((raw + 1))
		printf 'raw bytes: '
		printf '%s ' "$@" | cat -v
		echo
		cat -v "$work/said"
	}
	case $status in
	1 | 2) ;;
	*)
		wrong=$((wrong + 1))
		printf 'ends with %s: ' "$status"
		printf '%s ' "$@" | cat -v
		echo
		;;
	esac
}
while read -r name; do
	# shellcheck disable=SC2086
	set -- $name
	hostile "$@" "--$evil"
	hostile "$@" --as "$evil" x
	hostile "$@" --incident "$evil"
	hostile "$@" --frob "$evil"
	case $name in
	doctor | init | completion | help | version | docs) continue ;;
	esac
	hostile "$@" --happened "$evil" x x x
	hostile "$@" --store "etcd:$evil" x x x
	hostile "$@" --config "$work/$evil" x x x
done <"$work/names"
hostile "$evil"
hostile "$evil" x
hostile need "$evil"
hostile help "$evil"
hostile note "INC-99999999999" x
hostile call "$evil"
hostile severity "$evil"
hostile advance --to "$evil"
hostile impact --began "$evil"
hostile customers x --next "$evil"
hostile page "$evil"
hostile role deputy "$evil"
hostile import "$work/$evil"
hostile --clock "$evil" status
hostile --seed "$evil" status
hostile "--$evil" status
same 'no hostile byte reaches the terminal' 0 "$raw"
same 'each ends with 1 or 2' 0 "$wrong"
check 'many were tried' test "$tried" -gt 400
run env FIREGROUND_INC="$evil" "$fg" status
printf '%s\n' "$out" >"$work/said"
check 'nor from the environment' harmless "$work/said"
for name in STORE CONFIG; do
	run env "FIREGROUND_$name=$work/$evil" "$fg" --read-only status
	printf '%s\n' "$out" >"$work/said"
	check "nor from FIREGROUND_$name" harmless "$work/said"
done
unchanged 'nothing of it was written'

# ---- stores that are none.

# no_store CODE REGEX URL: for reading, writing and the dashboard.
no_store()
{
	ends "$1" "$fg" --store "$3" --as ana status
	says "$2"
	ends "$1" "$fg" --store "$3" --as ana declare x
	says "$2"
	ends "$1" "$fg" --store "$3" --as ana import /dev/null
	dashboard "$1" "$2" --store "$3"
}

# dashboard CODE REGEX OPTION...: it does not open, but says why.
cat >"$work/then.sh" <<'END'
"$@"
echo "code $?"
exec cat
END
start keep 10x5 cat
dashboard()
{
	dash_code=$1
	dash_says=$2
	shift 2
	start screen 160x30 sh "$work/then.sh" "$fg" --as ana "$@"
	wait_for screen "^code $dash_code"
	check "the dashboard says: $dash_says" shows screen "$dash_says"
	same 'it leaves the main screen' 0 "$(ask screen '#{alternate_on}')"
	close screen
}

sum()
{
	cksum <"$1"
}
head -c 5000 /dev/urandom >"$work/noise"
noise=$(sum "$work/noise")
no_store 3 'not an SQLite file' "$work/noise"
same 'it is left alone' "$noise" "$(sum "$work/noise")"

sqlite3 "$work/other.db" 'CREATE TABLE t(x); INSERT INTO t VALUES(1)'
other=$(sum "$work/other.db")
no_store 3 'another program' "$work/other.db"
same 'it is left alone, too' "$other" "$(sum "$work/other.db")"
check 'nothing is put beside it' test ! -e "$work/other.db-wal" -a \
	! -e "$work/other.db-bell"

"$fg" --store "$work/newer.db" --as ana declare x >/dev/null
sqlite3 "$work/newer.db" 'PRAGMA user_version=99'
no_store 3 'newer' "$work/newer.db"

no_store 3 'folder, not a store' "$work/home"
no_store 2 'etcd|scheme|sqlite' etcd:https://127.0.0.1/x
no_store 2 'sqlite' frob:x

# A damaged page in the middle is found by whoever reads it, and said.
"$fg" --store "$work/torn.db" --as ana declare --take x >/dev/null
i=0
while [ "$i" -lt 20 ]; do
	i=$((i + 1))
	echo "+1m ana note $i $(head -c 4000 /dev/zero | tr '\0' y)"
done | sed '1s/^+1m/2026-11-20T09:00Z/' >"$work/many.scenario"
ends 0 "$fg" --store "$work/torn.db" import "$work/many.scenario" -i 1
sqlite3 "$work/torn.db" 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
dd if=/dev/urandom of="$work/torn.db" bs=4096 seek=8 count=12 conv=notrunc \
	2>/dev/null
run "$fg" --store "$work/torn.db" verify
check 'a torn store fails' test "$status" -eq 1 -o "$status" -eq 3
says 'damaged|malformed'

# ---- no right to write, and no room.

if [ "$(id -u)" -eq 0 ]; then
	chmod 755 "$work"
	cp "$fg" "$work/fg"
	chmod 755 "$work/fg"
	mkdir -m 755 "$work/theirs"
	other()
	{
		setpriv --reuid=65534 --regid=65534 --clear-groups \
			"$work/fg" --config none --as x "$@"
	}
	ends 3 other --store "$work/theirs/new.db" declare x
	says 'Permission denied'
	ends 3 other --store "$work/theirs/a/b/new.db" declare x
	says 'Permission denied'
	ends 3 other --store "$db" note x
	says 'cannot be written by user'
	mkdir -m 700 "$work/hidden"
	"$fg" --store "$work/hidden/a.db" --as ana declare x >/dev/null
	ends 3 other --store "$work/hidden/a.db" status
	says 'cannot be reached: Permission denied'
	check 'nothing is made where it is not allowed' \
		test -z "$(ls -A "$work/theirs")"
fi

# fills COMMAND...: notes until the store cannot grow any more.
fills()
{
	run "$@" note "$(head -c 7000 /dev/zero | tr '\0' z)"
	tries=0
	while [ "$status" -eq 0 ] && [ "$tries" -lt 500 ]; do
		tries=$((tries + 1))
		run "$@" note "$(head -c 7000 /dev/zero | tr '\0' z)"
	done
	same 'a full disk is a failure of the store' 3 "$status"
	says 'disk full|no free space|the disk under .* failed'
	says 'nothing was written'
}

# By a limit of file size, which anybody can set.
mkdir "$work/small"
"$fg" --store "$work/small/a.db" --as ana declare --take x >/dev/null
limited()
{
	(
		ulimit -f 400
		exec "$fg" --store "$work/small/a.db" --as ana "$@"
	)
}
fills limited
kept=$("$fg" --store "$work/small/a.db" export | grep -c .)
ends 0 "$fg" --store "$work/small/a.db" verify
ends 0 "$fg" --store "$work/small/a.db" --as ana note 'room again'
same 'what was there is there, and one more' $((kept + 1)) \
	"$("$fg" --store "$work/small/a.db" export | grep -c .)"

# By a file system that is full, where one may be mounted.
mkdir "$work/tiny"
if [ "$(id -u)" -eq 0 ] &&
    mount -t tmpfs -o size=400k tmpfs "$work/tiny" 2>/dev/null; then
	trap 'umount -l "$work/tiny"; lib_end' EXIT
	tiny()
	{
		"$fg" --store "$work/tiny/a.db" --as ana "$@"
	}
	tiny declare --take x >/dev/null
	fills tiny
	kept=$(tiny export | grep -c .)
	check 'it can still be read' test "$kept" -gt 5
	start screen 160x45 "$fg" --store "$work/tiny/a.db" --as ana
	wait_for screen 'INC-1 '
	keys screen n
	wait_for screen 'Write it down'
	type_text screen "$(head -c 3000 /dev/zero | tr '\0' k)"
	keys screen Enter
	wait_for screen 'disk full|no free space'
	check 'the form keeps the text' shows screen 'kkkkkkkk'
	keys screen Escape
	wait_gone screen 'Esc leaves'
	keys screen q q
	wait_for screen 'parked .*q again leaves'
	keys screen q
	wait_exit screen
	close screen
	ends 0 mount -o remount,size=4m "$work/tiny"
	ends 0 tiny note 'room again'
	same 'nothing was lost' $((kept + 1)) "$(tiny export | grep -c .)"
	ends 0 tiny verify
	umount "$work/tiny"
	trap lib_end EXIT
fi

# What prints to a full device says so: a backup must not end well half way.
for words in export status 'status --json' log report help 'completion bash' \
	'init -' 'docs keys'; do
	status=0
	# shellcheck disable=SC2086
	"$fg" $words >/dev/full 2>"$work/said" || status=$?
	same "$words to a full device fails" 3 "$status"
	check 'and says so' grep -qi 'space' "$work/said"
done
status=0
"$fg" export 2>&1 >/dev/null | grep . && status=1
same 'a reader that has gone is no failure' 0 "$("$fg" export | : ; echo $?)"

# ---- a config with an error.

mkdir -p "$XDG_CONFIG_HOME/fireground"
conf=$XDG_CONFIG_HOME/fireground/config
# broken LINE TEXT: TEXT is a config whose error is in LINE.
broken()
{
	printf '%b' "$2" >"$conf"
	for words in status 'note x' 'declare x' export; do
		# shellcheck disable=SC2086
		ends 2 env -u FIREGROUND_STORE "$fg" --as ana $words
		says "fireground/config:$1: "
	done
	dashboard 2 "config:$1: "
	ends 2 "$fg" doctor
	says "config:$1: "
	check 'nothing is written elsewhere' test ! -e "$XDG_DATA_HOME"
	ends 0 "$fg" --config none --as ana status
}
broken 2 'me = ana\nstoer = "/srv/fg.db"\n'
broken 3 '# a comment\n\nstore = "/srv/fg.db\n'
broken 1 'zone = "Nowhere/Land"\n'
broken 3 'me = ana\nperson raj {\n  frob = 1\n}\n'
broken 2 'person raj { phone = "1" }\nperson "two words" { }\n'
broken 1 'me = "two words"\n'
broken 3 'me = ana\nnumbers {\n  can = {"ten", "5m", "5m", "5m"}\n}\n'
broken 2 'numbers {\n  can = {"5m", "5m"}\n}\n'
broken 1 'include("/nowhere/at/all")\n'
broken 3 'key "C-n" {\n  command = "note "\n  where = frob\n}\n'
printf 'me = ana\n\033[31m = 1\n' >"$conf"
run "$fg" status
printf '%s\n' "$out" >"$work/said"
same 'hostile bytes in a config are an error' 2 "$status"
check 'and are not echoed' harmless "$work/said"
head -c 3000 /dev/urandom >"$conf"
ends 2 "$fg" status
mkdir "$work/conf.d"
ends 2 "$fg" --config "$work/conf.d" status
ends 2 "$fg" --config "$work/none.conf" status
says 'none.conf'
rm "$conf"

# ---- scenarios.

lines()
{
	echo '2026-11-20T09:00Z mei declare scenario of many lines'
	lines_i=2
	while [ "$lines_i" -le 60 ]; do
		case $lines_i in
		40) printf '%s\n' "$1" ;;
		*) echo "+10s mei note line $lines_i" ;;
		esac
		lines_i=$((lines_i + 1))
	done
}
for line in '+10s mei frobnicate' '+10s mei advance' 'tomorrow mei note x' \
	'+10s mei note' '+10s' '+10s mei note "open' '+10s mei need met 7' \
	'+10s mei note INC-99 x' '+10s mei quit' '2020-01-01T00:00Z mei note x' \
	'+10s mei import x' "+10s mei advance --to ${evil%?c}" '+10s two words note' \
	"+10s mei note $(head -c 9000 /dev/zero | tr '\0' x)"; do
	lines "$line" >"$work/bad.scenario"
	run "$fg" import "$work/bad.scenario"
	check "an error in line 40 ends with 1 or 2: $(printf '%.30s' "$line" |
		cat -v)" test "$status" -eq 1 -o "$status" -eq 2
	says 'bad.scenario:40: '
	printf '%s\n' "$out" >"$work/said"
	check 'and is said harmlessly' harmless "$work/said"
done
printf '2026-11-20T09:00Z mei declare x\000y\n' >"$work/bad.scenario"
ends 2 "$fg" import "$work/bad.scenario"
: >"$work/bad.scenario"
ends 2 "$fg" import "$work/bad.scenario"
run "$fg" import "$work"
check 'a folder is no scenario' test "$status" -ne 0
unchanged 'nothing of any of them is written'

# ---- exports that were damaged on the way.

"$fg" --store "$work/src.db" --as ana declare --take two >/dev/null
for i in 1 2 3 4 5 6; do
	"$fg" --store "$work/src.db" --as ana note "word $i" >/dev/null
done
"$fg" --store "$work/src.db" export >"$work/good"
same 'nine lines' 9 "$(grep -c . "$work/good")"
# damaged TEXT SED: the export as SED leaves it is refused, by its line.
damaged()
{
	sed "$2" "$work/good" >"$work/bad"
	check "$1 differs" sh -c "! cmp -s '$work/good' '$work/bad'"
	run "$fg" --store "$work/dst.db" import "$work/bad"
	check "$1 is refused" test "$status" -eq 1 -o "$status" -eq 2
	says "${3:-bad}"
	same "$1: nothing is written" '' \
		"$("$fg" --store "$work/dst.db" export)"
}
"$fg" --store "$work/dst.db" status >/dev/null
damaged 'a word that was changed' '5s/word 2/word 9/' '5|entry 5'
damaged 'a head that was changed' '4s/"by":"ana"/"by":"eve"/' 'entry 4|:4'
# Its first digit becomes f, or 0 when it was f.
damaged 'a hash that was changed' '7s/"hash":"f/"hash":"@/
7s/"hash":"[0-9a-e]/"hash":"f/
7s/"hash":"@/"hash":"0/' 'entry 7|:7'
damaged 'a line that is missing' 4d ':4: '
damaged 'a line that stands twice' 4p ':5: '
damaged 'a first line that is missing' 1d ':1: '
damaged 'a line that was cut' '$s/.\{40\}$//' ':9: '
damaged 'a line that is no JSON' '6s/.*/hello/' ':6: '
damaged 'a line of another kind' '6s/.*/{"a":1}/' ':6: '
damaged 'a field that is missing' '6s/"salt":"[0-9a-f]*",//' ':6: '
damaged 'hostile bytes in a line' "6s/word 3/$(printf '\033[31m')/" ':6: |entry 6'
damaged 'two exports in one' '$s/$/{"head":{}}/' ':9: '
ends 0 "$fg" --store "$work/dst.db" import "$work/good"
ends 0 "$fg" --store "$work/dst.db" import "$work/good"
says '0 of them new'
same 'the good one has the same bytes' "$(cat "$work/good")" \
	"$("$fg" --store "$work/dst.db" export)"

# Another history under the same number is not mixed in.
run "$fg" import "$work/good"
same 'another history is refused' 1 "$status"
says 'INC-1'
unchanged 'and not mixed in'
