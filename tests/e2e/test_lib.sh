#!/bin/sh
# The library of the end-to-end tests itself: it sees what is on a screen, gives
# up on what is not, and never lets a test that failed end well.
. tests/e2e/lib.sh

start one 40x10 sh -c 'stty -echo; printf "hello \303\251 world\n"
	read line; printf "got [%s]\n" "$line"; read line; exit 3'
wait_for one 'hello é world'
type_text one '-a; "b" $HOME'
keys one Enter
wait_for one '^got \[-a; "b" \$HOME\]$'
wait_gone one 'nowhere to be seen'
same 'the size is the one asked for' '40 10' \
	"$(ask one '#{pane_width} #{pane_height}')"
resize one 60x20
same 'the size changes' '60 20' "$(ask one '#{pane_width} #{pane_height}')"
keys one Enter
wait_exit one 3

check 'home is not the home of whoever runs this' \
	test "$HOME" = "$work/home" -a ! -e "$HOME/.profile"
ends 2 sh -c 'echo no >&2; exit 2'
says '^no$'

# A test inside the test, which has to fail.
inner()
{
	{ echo '. tests/e2e/lib.sh'; cat; } >"$work/inner.sh"
	run env patience=1 TMPDIR="$work/tmp" sh "$work/inner.sh"
	same 'a test that fails ends with 1' 1 "$status"
}

inner <<'END'
start one 20x5 cat
wait_for one 'what never comes'
echo 'not reached'
END
says 'one never shows: what never comes'
says '^0 passed, 1 failed$'
check 'it ends there' sh -c '! printf "%s" "$1" | grep -q reached' - "$out"

inner <<'END'
ok 'fine'
same 'numbers' 1 2
END
says '^1 passed, 1 failed$'

inner <<'END'
ok 'fine'
exit 4
END
says 'ends early, with 4'

inner <<'END'
true
END
says 'ends early, with 0'
same 'nothing is left behind' '' "$(ls "$work/tmp")"
