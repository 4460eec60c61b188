# desk.sh: dashboards in terminals, and the same store from the command line.
# To be sourced behind lib.sh.
#
# Stores are practice stores with a clock that is handed in and ids from a
# seed, so that what is typed and what is pressed can be compared byte for
# byte.  With $rate empty the clock stands still at $now.

day=2026-11-22
now=${day}T14:00:00Z
rate=
inc=INC-1
store="practice:$work/keys.db"
words="practice:$work/words.db"
desks=

cat >"$work/config" <<'END'
bridge = "https://meet.example.com/inc-%n"
protocol = "one voice at a time; say who you are; facts before theories"
person ana   { field = "commander" on-call = true phone = "+44 20 7946 0101" }
person tomas { field = "billing" on-call = true phone = "+44 20 7946 0102" }
person raj   { field = "database" on-call = true phone = "+44 20 7946 0103" }
person li    { field = "network" on-call = true phone = "+44 20 7946 0104" }
person mei   { field = "customers" on-call = true phone = "+44 20 7946 0107" }
END

# at TIME: the clock of all that is started from now on; open screens, whose
# clocks stand still, are closed.
at()
{
	for at_who in $desks; do
		close "$at_who"
	done
	desks=
	now=${day}T$1Z
}

# story NAME: another pair of stores, and the beginning of the day.
story()
{
	story_name=$1
	echo "---- $story_name"
	at 14:00:00
	store="practice:$work/$story_name-keys.db"
	words="practice:$work/$story_name-words.db"
}

# fire WHO WORD...: a command of WHO.
fire()
{
	fire_who=$1
	shift
	"$fg" "$@" --store "$store" --config "$work/config" --as "$fire_who" \
		--clock "$now$rate" --seed 1
}

# does WHO WORD...: a command that ends well; what it prints is in $out.
does()
{
	must fire "$@"
}

# by_words WHO WORD...: the same, on the store of commands.
by_words()
{
	by_keys=$store
	store=$words
	does "$@"
	store=$by_keys
}

# alike TEXT: what was pressed and what was typed are the same bytes.
alike()
{
	does ana export "$inc"
	alike_keys=$out
	by_words ana export "$inc"
	same "$1: by keys and by commands" "$alike_keys" "$out"
}

# refused CODE WHO WORD...: a command that ends with CODE.
refused()
{
	refused_code=$1
	shift
	ends "$refused_code" fire "$@"
}

# desk WHO SIZE [OPTION...]: the dashboard of WHO.
desk()
{
	desk_who=$1
	desk_size=$2
	shift 2
	start "$desk_who" "$desk_size" "$fg" --store "$store" \
		--config "$work/config" --as "$desk_who" \
		--clock "$now$rate" --seed 1 "$@"
	desks="$desks $desk_who"
	wait_for "$desk_who" "you $desk_who"
}

# ms: milliseconds of a clock that goes on.
ms()
{
	date +%s%3N
}

# opens WHO KEY REGEX: that one key opens what shows REGEX.
opens()
{
	keys "$1" "$2"
	wait_for "$1" "$3"
	opened=$(ms)
}

is_read()
{
	[ $(($(ms) - opened)) -gt 300 ]
}

# enter WHO [REGEX]: one Enter, once what opened last has been there for 0.3 s:
# an Enter that nobody can have meant for it is not taken.
enter()
{
	poll is_read
	keys "$1" Enter
	[ $# -lt 2 ] || wait_for "$1" "$2"
	opened=$(ms)
}

# sends WHO REGEX: one Enter sends the form, and REGEX shows then.
sends()
{
	enter "$1"
	wait_gone "$1" 'Esc leaves|─ sending'
	wait_for "$1" "$2"
}

has_entry()
{
	run fire "$1" log "$inc" --last 1
	[ "$(echo "$out" | sed 's/^ *\([0-9]*\) .*/\1/')" = "$2" ]
}

# wrote WHO N: entry N is the last one in the store, and the form is gone.
wrote()
{
	if poll has_entry "$1" "$2"; then
		ok "$1 wrote entry $2"
	else
		show "$1"
		give_up "$1 does not write entry $2, the last is: $out"
	fi
	wait_gone "$1" 'Esc leaves|─ sending'
}

# here WHO: where the cursor stands, and that line of the screen.
here()
{
	here_at=$(ask "$1" '#{cursor_x} #{cursor_y}')
	printf '%s ' "$here_at"
	screen "$1" | sed -n "$((${here_at#* } + 1))p"
}

is_field()
{
	here "$1" | grep -qE -e "│ $2 "
}

has_moved()
{
	[ "$(here "$1")" != "$2" ]
}

# to WHO LABEL: Tab until that field of the form is in use.
to()
{
	to_left=20
	until is_field "$1" "$2"; do
		to_left=$((to_left - 1))
		to_at=$(here "$1")
		keys "$1" Tab
		if [ "$to_left" -eq 0 ] || ! poll has_moved "$1" "$to_at"; then
			show "$1"
			give_up "$1 does not come to the field $2"
		fi
	done
}

# pick WHO LABEL CHOICE: Right until the field is set to the choice.
pick()
{
	to "$1" "$2"
	pick_left=12
	until is_field "$1" "$2 .*\\[$3\\]"; do
		pick_left=$((pick_left - 1))
		pick_at=$(here "$1")
		keys "$1" Right
		if [ "$pick_left" -eq 0 ] ||
		    ! poll has_moved "$1" "$pick_at"; then
			show "$1"
			give_up "$1: $2 cannot be set to $3"
		fi
	done
}

# put WHO LABEL TEXT: instead of what stands in the field, which is one line.
put()
{
	to "$1" "$2"
	keys "$1" C-e C-u
	type_text "$1" "$3"
}

# erase WHO: all lines of a text, with the cursor at its beginning.
erase()
{
	for erase_line in 1 2 3 4 5 6 7 8 9 10 11 12; do
		keys "$1" C-k C-d
	done
}

# fill WHO [KEY|=TEXT]...: keys, and texts as they stand.
fill()
{
	fill_who=$1
	shift
	for fill_part in "$@"; do
		case $fill_part in
		=*) type_text "$fill_who" "${fill_part#=}" ;;
		*) keys "$fill_who" "$fill_part" ;;
		esac
	done
}
