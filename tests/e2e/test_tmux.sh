#!/bin/sh
# What docs/tmux.md says of tmux: a server of its own for the incident, people
# with screens of several sizes, some of whom only look.  The clients of the
# inner server are terminals of the outer one.
. tests/e2e/lib.sh
fg=$1
store="sqlite:$work/a.db"
server="fg-inner-$$"

inner()
{
	env -u TMUX tmux -u -L "$server" "$@"
}
inner_end()
{
	inner kill-server 2>/dev/null
	lib_end
}
trap inner_end EXIT

# client NAME SIZE [OPTION...]: somebody attaches with a terminal.
client()
{
	client_name=$1
	client_size=$2
	shift 2
	start "$client_name" "$client_size" env -u TMUX TERM=tmux-256color \
		tmux -u -L "$server" attach "$@"
}

"$fg" declare --store "$store" --config none --as ana --take --severity 1 \
	'EU checkout returns 5xx' >/dev/null || give_up 'no incident'

# The config of docs/tmux.md, as it stands there.
sed -n '/^    # inc.conf/,/^$/s/^    //p' docs/tmux.md >"$work/inc.conf"
check 'the docs hold a config' test "$(grep -c '^set' "$work/inc.conf")" -gt 6
inner -f "$work/inc.conf" new-session -d -s inc-1 -x 160 -y 45 \
	"$(cd "$(dirname "$fg")" && pwd)/fireground" --store "$store" \
	--config none --shared -i 1
has_size()
{
	[ "$(inner display-message -p -t inc-1: '#{pane_width}x#{pane_height}')" \
		= "$1" ]
}

# ---- sizes: everybody sees all of it, the smallest screen decides.

client ana 160x45
wait_for ana 'EU checkout'
wait_until 'it is as large as the only client' has_size 160x45
client raj 100x30
wait_for raj 'EU checkout'
wait_until 'with window-size smallest as the smallest' has_size 100x30
wait_for ana '···'
check 'the key bar is to be seen on both' shows raj 'help'
check 'the key bar is to be seen on both' shows ana 'help'

# ---- who only looks: keys are not taken, the size is not asked for.

client mei 80x24 -r
wait_for mei 'EU checkout'
check 'who only looks does not make it smaller' has_size 100x30
keys mei D
keys raj D
wait_for raj 'Who is at the keys|who is at the keys|Declare'
keys raj Escape
wait_gone raj 'Esc (closes|leaves)'
keys mei D
keys mei n
keys raj F5
wait_for raj 'F5 has no meaning here'
check 'keys of one who looks do nothing' shows_not raj 'Esc (closes|leaves)'

# ---- somebody goes: the others stay, and have the room.

keys raj C-b d
wait_exit raj
wait_until 'it has the room again' has_size 160x45
close ana
close mei
client lee 132x43
wait_for lee 'EU checkout'
check 'the screen has lived on without anybody' has_size 132x43

# ---- q leaves the program; the pane stays, and R starts it again.

keys lee q
wait_for lee 'in all'
keys lee q
is_dead()
{
	[ "$(inner display-message -p -t inc-1: '#{pane_dead}')" = 1 ]
}
wait_until 'the program has ended, its pane stays' is_dead
keys lee C-b R
wait_for lee 'EU checkout'
