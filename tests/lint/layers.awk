# layers.awk FILE...: who may include what.
#
# The table of docs/architecture.md.  Files are named as from the top of the
# project (src/LAYER/x.c, include/LAYER/x.h); what stands directly in src/
# wires everything and may include anything.  Every header must be among the
# arguments, since a header in src/ is private to its layer.

BEGIN {
	may["base"] = "base"
	may["conf"] = "base conf"
	may["model"] = "base model"
	may["loop"] = "base loop"
	may["store"] = "base conf model loop store"
	may["relay"] = "base conf model loop relay"
	may["cmd"] = "base conf model view cmd"
	may["view"] = "base model view"
	may["ui"] = "base conf view ui"
	may["run"] = "base conf model loop store relay cmd view run"

	# A library's header, and the only files that may see it.
	only["curses.h"] = "^src/ui/term[^/]*[.]c$"
	only["ncurses.h"] = only["curses.h"]
	only["ncursesw/curses.h"] = only["curses.h"]
	only["ncursesw/ncurses.h"] = only["curses.h"]
	only["term.h"] = only["curses.h"]
	only["sqlite3.h"] = "^src/store/[^/]*[.]c$"
	only["sys/inotify.h"] = "^src/store/[^/]*[.]c$"
	only["sodium.h"] = "^src/base/hash[^/]*[.]c$"
	only["cjson/cJSON.h"] = "^src/base/tree[.]c$"
	only["qrencode.h"] = "^src/base/qr[.]c$"
	only["confuse.h"] = "^src/conf/[^/]*[.]c$"
	only["curl/curl.h"] = "^src/loop/[^/]*[.]c$"
	only["dlfcn.h"] = "^src/loop/[^/]*[.]c$"
	only["spawn.h"] = "^src/run/[^/]*[.]c$"
	only["sys/wait.h"] = "^src/run/[^/]*[.]c$"
	only["pthread.h"] = "^$"
	only["threads.h"] = "^$"

	for (i = 1; i < ARGC; i++)
		given[ARGV[i]] = 1
}

FNR == 1 {
	n = split(FILENAME, part, "/")
	layer = n == 3 ? part[2] : "app"
	header = FILENAME ~ /[.]h$/
	if (layer != "app" && !(layer in may))
		say("unknown layer " layer)
	if (header)
		guard = toupper("FG_" (n == 3 ? part[2] "_" : "") part[n])
	gsub(/[^A-Z0-9_]/, "_", guard)
}

# A header closes its guard, named after its place; nothing else in a header
# or a source is left to the preprocessor, but what base hides.
/^[ \t]*#[ \t]*(if|ifdef|ifndef|elif|else)/ && layer != "base" {
	if (!header || $0 != "#ifndef " guard)
		say("conditional code stands in base alone: " $0)
}

header && /^#define FG_[A-Z0-9_]*_H$/ && $2 != guard {
	say("guard is not " guard)
}

/^[ \t]*#[ \t]*include/ {
	if (match($0, /"[^"]*"/))
		ours(substr($0, RSTART + 1, RLENGTH - 2))
	else if (match($0, /<[^>]*>/))
		theirs(substr($0, RSTART + 1, RLENGTH - 2))
	else
		say("unreadable include")
}

function ours(name,    to, place)
{
	if (name !~ /^[a-z]+\/[a-z0-9_]+[.]h$/) {
		if (layer != "app" || !(("src/" name) in given))
			say("\"" name "\": includes are named \"layer/file.h\"")
		return
	}
	to = substr(name, 1, index(name, "/") - 1)
	if (layer != to || FILENAME ~ /^include\//)
		needed["include/" name] = 1
	if (layer != "app" && !index(" " may[layer] " ", " " to " "))
		say(layer " may not include " to ": \"" name "\"")
	if (("src/" name) in given) {
		if (layer != to)
			say("\"" name "\" is private to " to)
		if (header && FILENAME ~ /^include\//)
			say("\"" name "\": a public header includes a private one")
	} else if (!(("include/" name) in given)) {
		say("\"" name "\" does not exist")
	}
}

function theirs(name)
{
	if (name ~ /^(base|conf|model|loop|store|relay|cmd|view|ui|run)\//)
		say("<" name ">: our own headers stand in quotes")
	if (!(name in only))
		return
	if (header)
		say("<" name "> in a header: every includer would see it")
	else if (FILENAME !~ only[name])
		say("<" name "> may not be included here")
}

function say(text)
{
	printf "%s:%d: %s\n", FILENAME, FNR, text
	bad = 1
}

# A header is public because another layer needs it, or a public header does.
END {
	for (i = 1; i < ARGC; i++)
		if (ARGV[i] ~ /^include\// && !(ARGV[i] in needed)) {
			print ARGV[i] ": no other layer needs it: its place is src"
			bad = 1
		}
	exit bad
}
