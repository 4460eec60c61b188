# table.awk THEME...: the themes of these files as a C table, so that they are
# built in (src/ui/theme.h).
#
# The files keep to a form that is narrower than what the program reads: one
# option or one style a line, and a theme that another is based on stands before
# it.  A test reads them by the program's own reader, and compares.

BEGIN {
	n_fields = split("fg bg fg16 bg16 fg24 bg24 attr mono", fields)
	while ((getline line < "include/view/style.h") > 0)
		if (line ~ /^\tX\(STYLE_/) {
			split(line, part, /[(", ]+/)
			enum[part[3]] = part[2]
			order[++styles] = part[3]
		}
	print "/* Made of themes/ by themes/table.awk. */"
	print "#include \"ui/theme_builtin.h\"\n"
}

FNR == 1 {
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/[.]theme$/, "", name)
	names[++n] = name
}

/^#/ || /^$/ { next }

$1 == "style" {
	if (!($2 in enum))
		fail("no style " $2)
	style($2)
	next
}

{
	value = $0
	sub(/^[a-z]+ = "?/, "", value)
	sub(/"$/, "", value)
	said[name, $1] = value
	if ($1 == "base") {
		if (!(value in known))
			fail("no theme " value " yet")
		for (i = 1; i <= styles; i++)
			for (k in fields)
				row[name, order[i], fields[k]] = \
					row[value, order[i], fields[k]]
	}
	known[name] = 1
}

function fail(what) {
	print FILENAME ":" FNR ": " what > "/dev/stderr"
	failed = 1
	exit 1
}

function style(title,    text, word, value) {
	text = $0
	sub(/^[^{]*[{] */, "", text)
	sub(/ *[}]$/, "", text)
	while (match(text, /^[a-z0-9]+ = ([{][^}]*[}]|"[^"]*"|[^ ]+)/)) {
		word = substr(text, 1, index(text, " ") - 1)
		value = substr(text, length(word) + 4, RLENGTH - length(word) - 3)
		text = substr(text, RLENGTH + 1)
		sub(/^ +/, "", text)
		if (word == "fg" || word == "bg")
			row[name, title, word "24"] = -1
		row[name, title, word] = as_c(value)
	}
	if (text != "")
		fail("cannot read " text)
}

# "{bold, reverse}" is LOOK_BOLD | LOOK_REVERSE, "#ffaf00" 0xffaf00.
function as_c(value) {
	gsub(/[{}"]/, "", value)
	sub(/^#/, "0x", value)
	if (value == "none")
		return 0
	if (value ~ /^[a-z]/) {
		value = toupper(value)
		gsub(/, */, " | LOOK_", value)
		return "LOOK_" value
	}
	return value
}

# One style as a row; true colours are rarely given.
function c_row(name, title,    k, text, value) {
	text = "\t[" enum[title] "] = {"
	for (k = 1; k <= n_fields; k++) {
		value = row[name, title, fields[k]]
		if (value == "")
			value = fields[k] ~ /24$/ ? -1 : 0
		text = text value (k < n_fields ? ", " : "},")
	}
	return text
}

function is(name, word, value) {
	return said[name, word] == value ? "true" : "false"
}

END {
	if (failed)
		exit 1
	for (i = 1; i <= n; i++) {
		printf "static const struct theme_row rows_%s[STYLE_COUNT] = {\n",
			names[i]
		for (s = 1; s <= styles; s++)
			print c_row(names[i], order[s])
		print "};\n"
	}
	print "const struct theme theme_table[] = {"
	for (i = 1; i <= n; i++)
		printf "\t{\"%s\", \"%s\", %s, %s, %s, rows_%s},\n", names[i],
			said[names[i], "help"], is(names[i], "mono", "true"),
			is(names[i], "glyphs", "ascii"),
			is(names[i], "ground", "light"), names[i]
	print "};\n\nconst int theme_table_n = " n ";"
}
