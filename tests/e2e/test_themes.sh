#!/bin/sh
# Themes: `set theme` shows one while it is typed, Esc goes back, Enter keeps;
# themes of one's own, broken ones too; --theme; what `themes` lists.
. tests/e2e/lib.sh
fg=$1
export FIREGROUND_STORE="$work/a.db"
mkdir -p "$work/home/config/fireground/themes"
mine=$work/home/config/fireground/themes/mine.theme
bad=$work/home/config/fireground/themes/bad.theme

# The colour of the accent is 214 in the dark theme, 130 in the light one; the
# focused frame, which is always there, has it.
coloured()
{
	screen_styled "$1" | grep -q "38;5;$2[m;]"
}

wears()
{
	wait_until "$1 has colour $2" coloured "$1" "$2"
}

ends 0 "$fg" --as ana declare --take 'EU checkout returns 5xx'
start ana 140x24 "$fg" --as ana
wait_for ana 'IC ana'
wears ana 214

# ---- shown while it is typed.

keys ana :
type_text ana 'set theme lig'
wait_for ana '^ ?:set theme lig'
check 'half a name changes nothing' coloured ana 214
keys ana Tab
wait_for ana '^ ?:set theme light'
wears ana 130
keys ana Escape
wait_gone ana '^ ?:set'
wears ana 214

keys ana :
type_text ana 'set theme light'
wears ana 130
keys ana Enter
wait_for ana 'theme = "light" in the config keeps it'
wears ana 130

# ---- of one's own: a file that comes while the dashboard runs, and changes.

printf 'base = light\nhelp = "mine alone"\nstyle frame-focus { fg = 201 }\n' \
	>"$mine"
keys ana :
type_text ana 'set theme mi'
keys ana Tab
wears ana 201
keys ana Enter
wait_for ana 'theme = "mine" in the config keeps it'
printf 'style frame-focus { fg = 99 }\n' >"$mine"
keys ana :
type_text ana 'set theme mine'
keys ana Enter
wears ana 99

# ---- a broken one is told and changes nothing.

printf 'style frame-focus { fg = 99 }\nstyle frame { fg = blue }\n' >"$bad"
keys ana :
type_text ana 'set theme bad'
wait_for ana 'bad.theme:2:'
keys ana Enter
wait_for ana '^ ?[^:].*bad.theme:2:'
check 'the theme stays' coloured ana 99
keys ana :
type_text ana 'set'
keys ana Enter
wait_for ana 'theme = mine'
keys ana q
wait_gone ana 'theme = mine'
keys ana :
type_text ana 'set theme nothing'
keys ana Enter
wait_for ana "no theme 'nothing': dark"

run "$fg" themes
same 'themes ends with 0' 0 "$status"
says '^dark .*built in'
says '^mine .*mine.theme'
says '^bad .*BROKEN: .*bad.theme:2: '

# ---- another for one run, and one that cannot be taken.

start light 80x24 "$fg" --as ana --theme light
wait_for light 'IC ana'
wears light 130
start broken 80x24 "$fg" --as ana --theme bad
wait_for broken 'bad.theme:2:'
wears broken 214
start none 160x24 "$fg" --as ana --theme nosuch
wait_for none 'no theme "nosuch": take one of dark, light'
wears none 214

ends 0 "$fg" doctor
says '^ok    theme: default'
says '^ok    colours: '
ends 0 "$fg" --theme bad doctor
says '^warn  theme: .*bad.theme:2: '

# ---- without colour, and without a sign beyond ASCII.

# No cell is coloured; bold, reversed and the like remain.
is_plain()
{
	! screen_styled "$1" | grep -qE '\[([0-9;]*;)?[349][0-7](;|m)'
}

start plain 140x40 NO_COLOR=1 "$fg" --as ana --theme deuteranopia
wait_for plain 'IC ana'
check 'NO_COLOR takes the colours from any theme' is_plain plain
check 'and leaves what is reversed' sh -c 'printf "%s\n" "$1" | grep -q "\[[0-9;]*7m"' \
	sh "$(screen_styled plain)"

is_ascii()
{
	! screen "$1" | LC_ALL=C grep -q '[^ -~]'
}

"$fg" --as ana note 'José: „Größe“ is 中' >/dev/null
start ascii 140x40 "$fg" --as ana --theme ascii
wait_for ascii 'IC ana'
wait_for ascii 'Jose: "Grose" is [?][?]'
check 'the theme ascii shows ASCII alone' is_ascii ascii
keys ascii '?'
wait_for ascii 'Keys'
check 'help, too' is_ascii ascii
keys ascii Escape
keys ascii c
wait_for ascii 'CAN report'
check 'and a form' is_ascii ascii

start old 100x30 TERM=vt100 "$fg" --as ana
wait_for old 'IC ana'
check 'so does an old terminal' is_ascii old
start latin 100x30 LC_ALL=de_DE.ISO-8859-1 "$fg" --as ana
wait_for latin 'IC ana'
check 'and a locale of another charset' is_ascii latin
start posix 100x30 LC_ALL=C "$fg" --as ana
wait_for posix 'IC ana'
check 'plain C gets signs, as terminals have them today' shows posix '─'
