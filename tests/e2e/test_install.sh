#!/bin/sh
# make install puts everything in its place, whatever the place is called, and
# make uninstall leaves nothing of it.
. tests/e2e/lib.sh
fg=$1
dest="$work/a place with blanks"

# -o all: what is installed is the build under test, as it is.
build()
{
	run make -o all B="${fg%/*}" DESTDIR="$dest" PREFIX=/opt/fire "$@"
	[ "$status" -eq 0 ] || printf '%s\n' "$out"
	check "make $*" test "$status" -eq 0
}

placed()
{
	check "$1 is installed" test -s "$dest/opt/fire/$1"
}

build install
placed bin/fireground
placed share/man/man1/fireground.1
placed share/bash-completion/completions/fireground
placed share/zsh/site-functions/_fireground
for file in themes/*.theme; do
	[ ! -e "$file" ] || placed "share/fireground/$file"
done
for file in docs/incidents/*.scenario docs/*.service; do
	[ ! -e "$file" ] || placed "share/fireground/examples/${file##*/}"
done
placed share/fireground/terminfo/f/fireground-xterm-256color
check 'curses reads the entries of true colours' env \
	TERMINFO="$dest/opt/fire/share/fireground/terminfo" \
	infocmp -x fireground-xterm-256color
check 'the program runs from there' "$dest/opt/fire/bin/fireground" --version
check 'bash reads its completion' bash -n \
	"$dest/opt/fire/share/bash-completion/completions/fireground"
check 'zsh reads its completion' zsh -n \
	"$dest/opt/fire/share/zsh/site-functions/_fireground"

mkdir -p "$dest/opt/fire/share/other"
echo mine >"$dest/opt/fire/bin/other"
build uninstall
same 'nothing of it is left, and nothing else is gone' './opt/fire/bin/other
./opt/fire/share/other' \
	"$(cd "$dest" && find . ! -type d -o -type d -empty | sort)"
rm -r "$dest/opt/fire/share/other" "$dest/opt/fire/bin/other"
build install
build uninstall
check 'no folder is left either' test -z "$(ls -A "$dest" 2>/dev/null)"
