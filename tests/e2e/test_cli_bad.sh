#!/bin/sh
# Bad input: every command with missing, extra, oversized, binary and malformed
# arguments ends with 1 or 2 and a sentence, and nothing is written.
. tests/e2e/lib.sh
fg=$1
db=$work/a.db
export FIREGROUND_STORE="$db"

ends 0 "$fg" --as ana declare one --take
before=$("$fg" export)

# refused COMMAND...: ends with 1 or 2, one sentence on standard error, nothing
# on standard output.
bad=0
tried=0
refused()
{
	tried=$((tried + 1))
	status=0
	"$fg" --as ana "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
	case $status in
	1 | 2) ;;
	*) bad=$((bad + 1)); echo "ends with $status: $*" ;;
	esac
	if [ -s "$work/out" ] || ! grep -q '^fireground: ' "$work/err"; then
		bad=$((bad + 1))
		echo "does not say why: $*"
		head -c 300 "$work/err"
	fi
}

# Words that the parser takes for an argument of each kind.
words_for()
{
	case $1 in
	N) echo 1 ;;
	STAGE) echo repair ;;
	TIME) echo +5m ;;
	INC) echo INC-1 ;;
	WHO | NAME) echo raj ;;
	SEVERITY | PRIORITY) echo 2 ;;
	*:*) echo "${1#*:}" | sed 's/|.*//' ;;
	*'|'*) echo "$1" | sed 's/|.*//' ;;
	*) echo x ;;
	esac
}

long=$(head -c 70000 /dev/zero | tr '\0' x)
binary=$(printf 'a\377\376\001b')

# The table as help has it: NAME and usage of every verb that takes arguments.
"$fg" help | sed -n 's/^  \([a-z][a-z -]*[a-z]\)   *.*/\1/p' >"$work/names"
check "help lists the commands" [ "$(wc -l <"$work/names")" -gt 60 ]

while read -r name; do
	# A word for init is a file to write.
	[ "$name" != init ] || continue
	usage=$("$fg" help "$name" | sed -n '1s/^fireground //p')
	form=${usage#"$name"}
	must=$(printf '%s\n' "$form" | sed 's/\[[^]]*\]//g')

	# shellcheck disable=SC2086
	set -- $name
	[ -z "$(printf '%s' "$must" | tr -d ' ')" ] || refused "$@"
	refused "$@" --frobnicate
	refused "$@" --as
	refused "$@" --as 'two words' x
	refused "$@" --as "$long" x
	refused "$@" --store "frob:$work/b.db" x

	# Whatever is asked for, given too large, and an option without value.
	given=
	for word in $must; do
		case $word in
		--*) given="$given $word" ;;
		*) given="$given $(words_for "$word")" ;;
		esac
	done
	case $form in
	*TEXT* | *TITLE*) ;;
	*)
		# shellcheck disable=SC2086
		refused "$@" $given one two three four five
		;;
	esac
	printf '%s\n' "$form" | tr ' []' '\n\n\n' >"$work/form"
	for option in $(grep '^--' "$work/form"); do
		value=$(sed -n "/^$option\$/{n;p;}" "$work/form" | head -1)
		case $value in
		'' | --*) refused "$@" "$option=x" ;;
		TIME) refused "$@" "$option" 25:99 ;;
		N) refused "$@" "$option" -1; refused "$@" "$option" 1e9 ;;
		STAGE | *'|'*) refused "$@" "$option" frob ;;
		INC) refused "$@" "$option" 17x ;;
		NAME) refused "$@" "$option" '' ;;
		*) refused "$@" "$option" ;;
		esac
	done
	for word in $must; do
		case $word in
		N | SEVERITY | STAGE | WHO | NAME | *:*)
			refused "$@" ''
			refused "$@" "$long"
			refused "$@" 'no such thing'
			;;
		esac
	done
done <"$work/names"
same "every command refuses what it cannot take" 0 "$bad"
check "many forms were tried" [ "$tried" -gt 500 ]
same "nothing of it was written" "$before" "$("$fg" export)"

# Oversized texts say how large, and are never cut.
ends 2 "$fg" --as ana note "$long"
says '70000'
ends 2 "$fg" --as ana declare "$(head -c 201 /dev/zero | tr '\0' t)"
says '201'
ends 2 "$fg" --as ana advance --reason "$(head -c 1001 /dev/zero | tr '\0' t)"
says '1001'
same "nothing of it was written either" "$before" "$("$fg" export)"

# Binary text is kept as it is and shown harmless.
ends 0 "$fg" --as ana note "$binary"
ends 0 "$fg" log --last 1
says 'a\\xff\\xfe\^Ab$'
"$fg" export >"$work/e"
ends 0 "$fg" --store "$work/b.db" import "$work/e"
same "bytes survive export and import" "$(cat "$work/e")" \
	"$("$fg" --store "$work/b.db" export)"

# Stores that are none.
echo hello >"$work/text.db"
ends 3 "$fg" --store "$work/text.db" status
ends 3 "$fg" --store "$work/text.db" note x
ends 3 "$fg" --store "$work/text.db" doctor
says '^BAD   store: '
: >"$work/empty.db"
ends 0 "$fg" --store "$work/empty.db" status
ends 3 "$fg" --store "$work" note x
ends 3 "$fg" --store /proc/nowhere/fg.db note x
ends 2 "$fg" --store etcd:http://localhost status
ends 3 "$fg" --read-only --store "$work/none.db" status
check "--read-only makes no file" [ ! -e "$work/none.db" ]

# A config with an error is refused whole; none goes on without.
mkdir -p "$XDG_CONFIG_HOME/fireground"
printf 'me = ana\nfrob = 1\n' >"$XDG_CONFIG_HOME/fireground/config"
ends 2 "$fg" status
says 'config:2: '
ends 2 "$fg" note x
ends 0 "$fg" --config none status
ends 0 "$fg" help
ends 2 "$fg" doctor
says '^BAD   config: .*config:2: '
ends 2 "$fg" --config "$work/no.conf" status
rm "$XDG_CONFIG_HOME/fireground/config"

ends 2 "$fg" frobnicate
ends 2 "$fg" nte x
says "did you mean 'note'"
ends 2 "$fg" need
ends 2 "$fg" need frob 1
ends 2 "$fg" ''
ends 2 "$fg" 'need met' x
ends 2 "$fg" select
ends 2 "$fg" note INC-99 x
ends 2 "$fg" log INC-99
ends 2 "$fg" status INC-99
ends 2 "$fg" export INC-99
ends 2 "$fg" verify INC-99
