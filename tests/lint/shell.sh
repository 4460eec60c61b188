#!/bin/sh
# shell.sh FILE...: the shell scripts parse, and no test waits for a time.
#
# A test waits for a condition; the one pause stands in tests/e2e/lib.sh, in
# wait_for and its kin.  Benches may let time pass: they measure it.
set -u

bad=0
for file in "$@"; do
	case $(head -n 1 "$file") in
	*bash*) bash -n "$file" || bad=1 ;;
	*)
		sh -n "$file" || bad=1
		if grep -nE '^[[:space:]]*(local|declare|typeset) |[^:]\[\[ ' \
			"$file"; then
			echo "$file: written for bash, run by sh"
			bad=1
		fi
		;;
	esac
	case $file in
	tests/e2e/lib.sh | tests/bench/* | tests/lint/shell.sh) continue ;;
	esac
	if grep -nE '^[^#]*(^|[^[:alnum:]_-])u?sleep [0-9.$"]' "$file"; then
		echo "$file: a test waits for a condition, not for a time"
		bad=1
	fi
done
exit $bad
