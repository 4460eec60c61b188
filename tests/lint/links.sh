#!/bin/sh
# links.sh FILE.md...: what a document links to is there: a file or a folder
# beside it.  Of docs/screens also: every picture is shown by its README, every
# picture of screens.list is there, and README.md is what readme.awk makes.
set -eu

bad=0
complain()
{
	echo "$*"
	bad=1
}

# links FILE: what stands in the brackets behind [text], one a line.
links()
{
	awk '{
		while (match($0, /\]\([^)]*\)/)) {
			print substr($0, RSTART + 2, RLENGTH - 3)
			$0 = substr($0, RSTART + RLENGTH)
		}
	}' "$1"
}

for file in "$@"; do
	for link in $(links "$file"); do
		case $link in
		*:* | '#'*) continue ;;
		esac
		[ -e "$(dirname "$file")/${link%%#*}" ] ||
			complain "$file: links to $link, which is not there"
	done
done

screens=docs/screens
[ -e "$screens" ] || exit $bad
for name in $(awk '$1 == "picture" { print $2 }' "$screens/screens.list"); do
	[ -s "$screens/$name.svg" ] ||
		complain "$screens/$name.svg: not there: make pictures"
done
for file in "$screens"/*.svg; do
	[ -e "$file" ] || continue
	name=${file##*/}
	grep -qF "]($name)" "$screens/README.md" ||
		complain "$file: not in screens.list: remove it"
done
awk -f "$screens/readme.awk" "$screens/screens.list" |
	cmp -s - "$screens/README.md" ||
	complain "$screens/README.md: not what screens.list says: make pictures"
exit $bad
