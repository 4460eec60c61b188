# style.awk FILE...: sizes and names, for C sources and headers.
#
# A file of at most 400 lines (one that says "Generated" in its first line may
# be longer), a function of at most 60, at most 6 parameters (aim for 4), lines
# of at most 100 columns (aim for 80), no blanks at a line's end, indented by
# tabs; names without the words that say nothing; every declaration in a public
# header under a comment.

BEGIN {
	vague = "^(manager|handler|helper|helpers|util|utils|process|mgr)$"
}

FNR == 1 {
	n = split(FILENAME, part, "/")
	names(part[n])
	generated = /Generated/
	public = FILENAME ~ /^include\/.*[.]h$/
	head = 0
	last = ""
}

FNR == 401 && !generated {
	say("over 400 lines")
}

/[ \t\r]$/ {
	say("blanks at the end of the line")
}

/^        / || /^\t* +\t/ {
	say("indented by blanks")
}

length($0) > 60 {
	if (columns($0) > 100 && !generated)
		say("over 100 columns")
}

/(^|[^A-Za-z0-9_])(TO[D]O|FIX[M]E|XX[X]|HAC[K])([^A-Za-z0-9_]|$)/ {
	say("a promise instead of the work")
}

# Column 0: the name of a function, in its declaration or its definition.
/^[a-z].*[(]/ && !/^[a-z_]+ *=/ && !/^typedef/ {
	split($0, part, "(")
	if (match(part[1], /[a-z_0-9]+$/)) {
		name = substr(part[1], RSTART)
		names(name)
		head = FNR
		alone = RSTART == 1
		params = ""
	}
}

head && !open_brace {
	params = params $0
}

/^{/ && head {
	open_brace = head
	if (!alone)
		say("the return type of " name "() stands on its own line")
	count()
}

/^}/ && open_brace {
	if (FNR - open_brace > 60)
		say(name "() has " FNR - open_brace + 1 " lines")
	open_brace = 0
	head = 0
}

/;[ \t]*$/ && head && !open_brace {
	count()
	head = 0
}

public && /^[a-z].*[ *][a-z_0-9]+[(]/ && !/^typedef/ && last == "" {
	say("a declaration without a comment")
}

{
	last = $0
}

function names(text,    word, i, k)
{
	sub(/[.].*/, "", text)
	k = split(text, word, "_")
	for (i = 1; i <= k; i++)
		if (word[i] ~ vague)
			say("\"" word[i] "\" says nothing, in " text)
}

function count(    depth, i, c, commas)
{
	commas = 0
	depth = 0
	for (i = 1; i <= length(params); i++) {
		c = substr(params, i, 1)
		if (c == "(")
			depth++
		else if (c == ")" && --depth == 0)
			break
		else if (c == "," && depth == 1)
			commas++
	}
	if (commas > 5)
		say(name "() takes " commas + 1 " parameters")
}

# Columns with tabs of 8; a byte inside a UTF-8 character counts nothing.
function columns(s,    i, n, c)
{
	gsub(/[\200-\277]/, "", s)
	n = 0
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		n += c == "\t" ? 8 - n % 8 : 1
	}
	return n
}

function say(text)
{
	printf "%s:%d: %s\n", FILENAME, FNR, text
	bad = 1
}

END {
	exit bad
}
