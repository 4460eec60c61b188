#!/bin/sh
# make.sh PROGRAM [NAME...]: makes the pictures of this folder, all of them or
# those that are named, and README.md.
#
# The real program runs in a terminal of the size that screens.list says, on a
# practice store with a clock that is handed in; keys are pressed, and what the
# terminal shows is drawn by draw.mjs.  The same program makes the same bytes.
. tests/e2e/lib.sh
. tests/e2e/desk.sh
fg=$1
shift
top=$PWD
here=$top/docs/screens
case $fg in /*) ;; *) fg=$top/$fg ;; esac
only=" $* "
unset COLORTERM NO_COLOR
# A wall that lost its store names it: the folder has the same name each time.
stores=/tmp/fireground
mkdir "$stores" || give_up "is another make.sh at work, or was one killed?"
trap 'status=$?; rm -rf "$stores"; (exit "$status"); lib_end' EXIT

cp tests/data/checkout.config "$work/config"
cd "$work" || exit 3

# moment NAME CLOCK LOG...: where its store is, and what is in it.
moment()
{
	store=practice:$stores/$1/incidents.db
	now=${2%x*}
	mkdir "$stores/$1"
	echo "$2" >"$stores/$1/clock"
	shift 2
	for moment_log in "$@"; do
		case $moment_log in UNTIL:*) continue ;; esac
		cp "$top/$moment_log" log
		case " $* " in *' UNTIL:'*)
			awk -v until="${*##*UNTIL:}" '$1 <= until' \
				"$top/$moment_log" >log ;;
		esac
		does ana import log
	done
}

# One screen as it is now, with and without its styles.
shoot()
{
	term capture-pane -e -N -p -t =screen: >shot &&
		sed 's/\x1b\[[0-9;:]*m//g' shot >text
}

# Two looks at it are the same, so it is no frame that is half drawn.
is_steady()
{
	shoot && grep -qE -e "$steady_for" text || return 1
	cp shot before
	steady_from=$(ms)
	poll is_later && shoot && cmp -s before shot
}

is_later()
{
	[ $(($(ms) - steady_from)) -gt 80 ]
}

# until_shown REGEX
until_shown()
{
	steady_for=$1
	if ! poll is_steady; then
		show screen
		give_up "$name never shows: $1"
	fi
	opened=$(ms)
}

# picture NAME SIZE MOMENT [light]
picture()
{
	name=$1
	size=$2
	place=$stores/$3
	store=practice:$place/incidents.db
	now=$(cat "$place/clock")
	ground=${4:-dark}
	says=
}

draw()
{
	node "$here/draw.mjs" "$size" "$ground" \
		"$(ask screen '#{?cursor_flag,#{cursor_x}#,#{cursor_y},}')" \
		"$says" <shot >picture || give_up "$name cannot be drawn"
	cp picture "$here/$name.svg"
	close screen
	[ ! -d "$place.lost" ] || mv "$place.lost" "$place"
	ok "$name"
	name=
}

wanted()
{
	case "$only" in '  ' | *" $name "*) ;; *) return 1 ;; esac
}

# step WORD REST: a line of screens.list that belongs to a picture.
step()
{
	case $1 in
	says) says=$2 ;;
	run)
		# shellcheck disable=SC2086
		start screen "$size" "$fg" --store "$store" --seed 1 \
			--config config --clock "$now" $2
		;;
	wait) until_shown "$2" ;;
	keys)
		# shellcheck disable=SC2086
		keys screen $2
		;;
	type) type_text screen "$2" ;;
	enter) enter screen ;;
	lose) mv "$place" "$place.lost" ;;
	*) give_up "$here/screens.list: $1 is no word of it" ;;
	esac
}

name=
while read -r word rest; do
	case $word in
	'' | '#'*) [ -z "$word" ] && [ -n "$name" ] && draw ;;
	part) ;;
	moment)
		# shellcheck disable=SC2086
		moment $rest
		;;
	picture)
		# shellcheck disable=SC2086
		picture $rest
		wanted || name=
		;;
	*) [ -z "$name" ] || step "$word" "$rest" ;;
	esac
done <"$here/screens.list"
[ -z "$name" ] || draw
awk -f "$here/readme.awk" "$here/screens.list" >"$here/README.md"
