#!/bin/sh
# direct.sh FOLDER: terminfo entries with all colours, compiled into FOLDER, for
# the terminals that this host knows and that are able to.
#
# ncurses sends a colour as red, green and blue only by an entry that says how;
# few hosts have any.  The program takes fireground-TERM from FOLDER when
# COLORTERM says that the terminal knows them (src/ui/term_direct.c).
set -eu

command -v tic >/dev/null 2>&1 || {
	echo "no tic here (ncurses-bin): 256 colours at most" >&2
	exit 0
}
mkdir -p "$1"

sgr='%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm'
for type in xterm xterm-256color tmux tmux-256color screen screen-256color \
    screen.xterm-256color rxvt-unicode-256color alacritty contour foot \
    foot-extra ghostty gnome-256color iterm2 kitty konsole-256color \
    mlterm-256color st-256color vte-256color wezterm xterm-ghostty \
    xterm-kitty; do
	infocmp "$type" >/dev/null 2>&1 || continue
	cat <<END
fireground-$type|$type with all colours,
	RGB, ccc@, initc@, oc@, colors#0x1000000, pairs#0x10000,
	setaf=\\E[38;2;$sgr,
	setab=\\E[48;2;$sgr,
	setf@, setb@, use=$type,
END
done | tic -x -o "$1" -
