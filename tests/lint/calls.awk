# calls.awk FILE...: functions that nothing, or only some layers, may call.
#
# Comments, strings and character constants are taken out first.  A row is a
# set of functions, the files that may call them, and why.

BEGIN {
	row("strcpy strcat sprintf vsprintf gets strtok strncpy strncat stpcpy " \
		"alloca", "^$", "writes without knowing how much fits")
	row("atoi atol atoll atof", "^$", "takes any text for a number")
	row("gmtime localtime ctime asctime rand srand random srandom tmpnam " \
		"tempnam mktemp", "^$", "hidden state; there is a better one")
	row("signal", "^$", "sigaction says what happens next time")
	row("system popen", "^$", "runs a shell")
	row("sleep usleep nanosleep clock_nanosleep",
		"^tests/(e2e|bench|peers)/", "only the loop waits")
	row("fork vfork posix_spawn posix_spawnp execv execvp execve execl " \
		"execlp execle waitpid wait", "^(src/run|tests)/",
		"only run starts other programs")
	row("clock_gettime gettimeofday time timespec_get",
		"^(src/(base|loop|main|app)|tests/)", "the clock is handed in by main")
	row("getrandom getentropy randombytes_buf randombytes_random " \
		"randombytes_uniform", "^(src/(base|main|app)|tests/)",
		"ids are handed in by main")
	row("setlocale", "^(src/(base|main|app)|tests/)", "main sets the locale once")
	row("fopen fdopen freopen open openat creat read write stat lstat fstat " \
		"printf vprintf puts putchar fprintf vfprintf fputs fputc fwrite " \
		"fread getline getenv secure_getenv poll select",
		"^(src/(base|conf|loop|store|relay|ui|run|main|app)|tests/)",
		"model, view and cmd do no input and output")
	row("malloc calloc realloc strdup strndup asprintf vasprintf",
		"^(src/base|tests)/", "base/mem.h never fails")
}

function row(names, where, why,    list, n, i)
{
	n = split(names, list, " ")
	for (i = 1; i <= n; i++) {
		place[list[i]] = where
		reason[list[i]] = why
	}
}

FNR == 1 {
	inside = 0
}

{
	line = bare($0)
	while (match(line, /[A-Za-z_][A-Za-z0-9_]*[ \t]*\(/)) {
		before = RSTART > 1 ? substr(line, RSTART - 1, 1) : ""
		name = substr(line, RSTART, RLENGTH - 1)
		sub(/[ \t]+$/, "", name)
		if (before !~ /[.>]/ && (name in place) &&
		    FILENAME !~ place[name]) {
			printf "%s:%d: %s(): %s\n", FILENAME, FNR, name,
				reason[name]
			bad = 1
		}
		line = substr(line, RSTART + RLENGTH)
	}
}

# The line without what is not code; `inside` carries an open comment over.
function bare(s,    out, c, two, quote)
{
	out = ""
	quote = ""
	while (s != "") {
		c = substr(s, 1, 1)
		two = substr(s, 1, 2)
		if (inside) {
			if (two == "*/") {
				inside = 0
				s = substr(s, 3)
				continue
			}
		} else if (quote != "") {
			if (c == "\\") {
				s = substr(s, 3)
				continue
			}
			if (c == quote)
				quote = ""
		} else if (two == "/*") {
			inside = 1
			s = substr(s, 3)
			continue
		} else if (two == "//") {
			break
		} else if (c == "\"" || c == "'") {
			quote = c
		} else {
			out = out c
		}
		s = substr(s, 2)
	}
	return out
}

END {
	exit bad
}
