#!/bin/sh
# generate.sh PROGRAM [--check]: the generated parts of the documentation.
#
# What stands between the marks of docs/fireground.1, and the whole of
# docs/events.md, is what PROGRAM says of its own tables.  With --check nothing
# is written: it ends with 1 and the difference when they are not the same.
set -eu

program=$1
check=${2-}
here=$(dirname "$0")
made=$(mktemp -d "${TMPDIR:-/tmp}/fg-docs.XXXXXX")
trap 'rm -rf "$made"' EXIT

for part in options commands keys numbers styles events; do
	"$program" docs "$part" >"$made/$part"
done

awk -v made="$made" '
/^\.\\" begin generated / {
	print
	while ((getline line < (made "/" $4)) > 0)
		print line
	inside = 1
	next
}
/^\.\\" end generated / { inside = 0 }
!inside { print }
' "$here/fireground.1" >"$made/fireground.1"

bad=0
put()
{
	if [ -z "$check" ]; then
		cp "$1" "$2"
	elif ! diff -u "$2" "$1"; then
		bad=1
	fi
}

put "$made/fireground.1" "$here/fireground.1"
put "$made/events" "$here/events.md"
if [ "$bad" -ne 0 ]; then
	echo "the tables have changed: sh docs/generate.sh PROGRAM" >&2
fi
exit "$bad"
