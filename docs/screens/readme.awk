# readme.awk: README.md of this folder from screens.list.

# Prose, in lines of at most 80 columns.
function fold(text,    n, words, i, line)
{
	n = split(text, words, " ")
	for (i = 1; i <= n; i++) {
		if (line != "" && length(line " " words[i]) > 80) {
			print line
			line = ""
		}
		line = line (line == "" ? "" : " ") words[i]
	}
	print line "\n"
}

function step(text)
{
	steps = steps (steps == "" ? "" : ", then ") text
}

# The sentence, the picture, and what made it.
function finish()
{
	if (name == "")
		return
	printf "### %s\n\n", name
	fold(says)
	printf "![%s](%s.svg)\n\n", name, name
	printf "`fireground %s` at %s, moment *%s*%s\n\n", run, size, moment, \
		steps == "" ? "" : "; " steps
	name = steps = run = ""
}

{ rest = $0; sub(/^[a-z]+ */, "", rest) }

$1 == "moment" {
	logs = $4
	for (i = 5; i <= NF; i++)
		logs = logs ($i ~ /^UNTIL:/ ? " until " substr($i, 7) : " and " $i)
	moments = moments sprintf("| *%s* | %s | %s |\n", $2, $3, logs)
}

$1 == "part" {
	finish()
	if (moments != "") {
		print "<!-- made by make.sh from screens.list -->"
		print "# What fireground looks like\n"
		fold("Every picture is what the real program shows in a terminal of that" \
			" size (`make pictures` makes them anew, from screens.list): a" \
			" practice store, so `DRILL` stands on them, a clock that is handed" \
			" in, and the keys that are named. The login and the host of whoever" \
			" makes them are in the log and so in its hash; else the same program" \
			" makes the same bytes.")
		print "| moment | clock | log |\n|---|---|---|"
		print moments
		moments = ""
	}
	printf "## %s\n\n", rest
}

$1 == "picture" {
	finish()
	name = $2
	size = $3
	moment = $4
}

$1 == "says" { says = rest }
$1 == "run" { run = rest }
$1 == "keys" { step("`" rest "`") }
$1 == "type" { step("the text `" rest "`") }
$1 == "enter" { step("`Enter`") }
$1 == "lose" { step("the store is taken away") }

END { finish() }
