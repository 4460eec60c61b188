#!/bin/sh
# tree.sh: the top level holds what it is meant to hold, and nothing else.
set -eu

if git rev-parse --git-dir >/dev/null 2>&1; then
	names=$(git ls-files | sed 's|/.*||' | sort -u)
else
	names=$(ls -A)
fi
bad=0
for name in $names; do
	case $name in
	Makefile | README.md | LICENSE | src | include | tests | themes | docs)
		;;
	build | .git | .ci | .gitignore | .editorconfig | .clang-format) ;;
	*)
		echo "$name: has no place at the top level"
		bad=1
		;;
	esac
done
exit $bad
