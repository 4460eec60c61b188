#!/bin/sh
# globals.sh ALLOWED OBJECT...: no state hides in the program.
#
# Reads the symbols of the compiled objects, so that no way of writing it
# escapes: data with external linkage must be constant (a table with addresses
# in it lies in .data.rel.ro, which is), and a mutable static stands in
# ALLOWED, a line each: "src/FILE.c NAME why".  A line there that fits nothing
# is a fault too.
set -eu

allowed=$1; shift
export LC_ALL=C

nm --format=sysv --defined-only "$@" | awk -F '|' -v allowed="$allowed" '
function trim(s) { gsub(/^[ \t]+|[ \t]+$/, "", s); return s }
function say(text) { print text; bad = 1 }
BEGIN {
	while ((getline line < allowed) > 0) {
		if (line ~ /^#/ || line ~ /^[ \t]*$/)
			continue
		split(line, word, " ")
		may[word[1] " " word[2]] = 1
		if (word[3] == "")
			say(allowed ": no reason given: " line)
	}
}
/^Symbols from / {
	file = $0
	sub(/^Symbols from /, "", file)
	sub(/:$/, "", file)
	sub(/^build\/[^\/]*\//, "", file)
	sub(/[.]o$/, ".c", file)
	next
}
NF >= 7 {
	name = trim($1); class = trim($3); type = trim($4); section = trim($7)
	if (type != "OBJECT" && type != "TLS" && section != "*COM*")
		next
	if (section ~ /^[.](rodata|data[.]rel[.]ro)/)
		next
	sub(/[.][0-9]+$/, "", name)
	if (class ~ /[A-Z]/) {
		say(file ": " name ": a mutable global")
	} else if ((file " " name) in may) {
		seen[file " " name] = 1
	} else {
		say(file ": " name ": a mutable static (see " allowed ")")
	}
}
END {
	for (row in may)
		if (!(row in seen))
			say(allowed ": nothing fits \"" row "\"")
	exit bad
}'
