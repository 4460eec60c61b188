#!/bin/sh
# exports.sh ALLOWED OBJECT...: a function that other files can call is called.
#
# A function with external linkage that no other object of the program refers
# to is dead, or should be static.  Those that only tests or benches call stand
# in ALLOWED, a line each: "NAME why"; a line there that fits nothing is a fault.
set -eu

allowed=$1; shift
export LC_ALL=C

if found=$(nm --format=posix -A "$@" | awk -v allowed="$allowed" '
function say(text) { print text; bad = 1 }
BEGIN {
	while ((getline line < allowed) > 0) {
		if (line ~ /^#/ || line ~ /^[ \t]*$/)
			continue
		split(line, word, " ")
		may[word[1]] = 1
		if (word[2] == "")
			say(allowed ": no reason given: " line)
	}
	may["main"] = seen["main"] = 1
}
$3 == "T" || $3 == "D" || $3 == "R" {
	file = $1
	sub(/:$/, "", file)
	sub(/^build\/[^\/]*\//, "", file)
	sub(/[.]o$/, ".c", file)
	from[$2] = file
}
$3 == "U" { used[$2] = 1 }
END {
	for (name in from) {
		if (name in used)
			continue
		if (name in may)
			seen[name] = 1
		else
			say(from[name] ": " name " is used by no other file")
	}
	for (name in may)
		if (!(name in seen))
			say(allowed ": nothing fits \"" name "\"")
	exit bad
}'); then
	exit 0
fi
echo "$found" | sort
exit 1
