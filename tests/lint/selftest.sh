#!/bin/sh
# selftest.sh: each lint finds what it is there for.
#
# Builds a small project that passes them all, then spoils it in one place at a
# time: the lint must fail, and must say why.  So no lint can be dead unnoticed.
set -u

top=$(pwd)
dir=$(mktemp -d "${TMPDIR:-/tmp}/fg-lint.XXXXXX") || exit 3
trap 'rm -rf "$dir"' EXIT
trap 'exit 130' INT HUP TERM
unset MAKEFLAGS MAKELEVEL MAKEOVERRIDES MFLAGS STRICT SAN LAYERS V
CC=${CC:-cc}
passed=0 failed=0

# The project that passes.
lay_out() {
	rm -rf "$dir/p"
	mkdir -p "$dir/p" && cd "$dir/p" || exit 3
	mkdir -p include/base include/model src/base src/model src/ui src/run \
		src/cmd tests/lint tests/unit/base docs .ci
	cp "$top/Makefile" .
	cp "$top/.ci/deps" .ci/
	cp "$top"/tests/lint/*.awk "$top"/tests/lint/*.sh tests/lint/
	cp "$top/tests/run" tests/
	echo '# NAME WHY' >tests/lint/globals.allow
	cp tests/lint/globals.allow tests/lint/exports.allow
	cat >include/base/two.h <<'END'
/* A number, and the one after it. */
#ifndef FG_BASE_TWO_H
#define FG_BASE_TWO_H

/** The number after @n. */
int two_next(int n);

#endif
END
	cat >src/base/two.c <<'END'
#include "base/two.h"

static const char *const names[] = {"one", "two"};

int
two_next(int n)
{
	return n + (names[n > 0][0] == 't');
}
END
	cat >src/main.c <<'END'
#include "base/two.h"

int
main(int argc, char **argv)
{
	(void)argv;
	return two_next(argc) == argc + 1;
}
END
	cat >docs/fireground.1 <<'END'
.Dd January 1, 2026
.Dt FIREGROUND 1
.Os
.Sh NAME
.Nm fireground
.Nd run an incident
.Sh SYNOPSIS
.Nm
END
	mkdir docs/screens
	cp "$top/docs/screens/readme.awk" docs/screens/
	echo 'picture a 80x24 now' >docs/screens/screens.list
	echo '<svg/>' >docs/screens/a.svg
	awk -f docs/screens/readme.awk docs/screens/screens.list \
		>docs/screens/README.md
	echo '[all](docs/screens/README.md#a) [far](https://example.com)' \
		>README.md
	cat >tests/unit/base/test_two.sh <<'END'
#!/bin/sh
echo "1 passed, 0 failed"
END
}

# lint NAME: runs one of them as the Makefile does.
lint() {
	files=$(find src include -name '*.[ch]' | sort)
	case $1 in
	layers | calls | style)
		LC_ALL=C awk -f "tests/lint/$1.awk" $files
		;;
	tree) sh tests/lint/tree.sh ;;
	globals | exports)
		rm -rf build
		for c in $(find src -name '*.c'); do
			mkdir -p "build/x/${c%/*}"
			$CC -std=c11 -O2 -Iinclude -Isrc -c \
				-o "build/x/${c%.c}.o" "$c" || return 3
		done
		sh "tests/lint/$1.sh" "tests/lint/$1.allow" \
			$(find build -name '*.o')
		;;
	shell)
		sh tests/lint/shell.sh $(find tests -name '*.sh')
		;;
	tests)
		sh tests/run build/x $(find tests/unit -name 'test_*')
		;;
	deps)
		PATH=$dir/p/bin sh .ci/deps build
		;;
	plain)
		make -s CC="$CC" build/x/src/base/two.o B=build/x
		;;
	strict)
		make -s STRICT=1 CC="$CC" build/x/src/base/two.o B=build/x
		;;
	*)
		make -s "lint-$1" CC="$CC" B=build/x
		;;
	esac
}

# passes LINT: nothing is found.
passes() {
	if out=$(lint "$1" 2>&1); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf 'lint %s fails without a reason:\n%s\n' "$1" "$out"
	fi
}

# finds LINT TEXT: the lint fails and says TEXT; then all is well again.
finds() {
	if out=$(lint "$1" 2>&1); then
		failed=$((failed + 1))
		echo "lint $1 is blind to: $2"
	elif ! printf '%s\n' "$out" | grep -qF -- "$2"; then
		failed=$((failed + 1))
		printf 'lint %s does not say "%s" but:\n%s\n' "$1" "$2" "$out"
	else
		passed=$((passed + 1))
	fi
	lay_out
}

# put FILE: standard input becomes FILE, its folder made.
put() {
	mkdir -p "${1%/*}"
	cat >"$1"
}

lay_out
for each in tree layers calls style globals exports shell links tests strict headers \
	cppcheck man; do
	passes $each
done
lay_out

# Layers.
echo '#include "model/m.h"' >>src/base/two.c
: >include/model/m.h
finds layers 'base may not include model'
echo '#include "ui/pane.h"' | put src/run/r.c
: >src/ui/pane.h
finds layers 'run may not include ui'
echo '#include "base/own.h"' | put src/model/m.c
: >src/base/own.h
finds layers 'is private to base'
echo '#include "two.h"' >>src/base/two.c
finds layers 'includes are named'
echo '#include "base/gone.h"' >>src/base/two.c
finds layers 'does not exist'
echo '#include <sqlite3.h>' >>src/base/two.c
finds layers '<sqlite3.h> may not be included here'
echo '#include <curses.h>' | put src/ui/pane.c
finds layers '<curses.h> may not be included here'
echo '#include <confuse.h>' | put src/model/event.c
finds layers '<confuse.h> may not be included here'
echo '#include <curses.h>' | put src/ui/term_own.h
finds layers '<curses.h> in a header'
echo '#include <pthread.h>' >>src/main.c
finds layers '<pthread.h> may not be included here'
echo '#include "base/two.h"' | put src/other/o.c
finds layers 'unknown layer other'
printf '#ifdef __linux__\n#endif\n' | put src/model/m.c
finds layers 'conditional code stands in base alone'
printf '#ifndef WRONG_H\n#define WRONG_H\n#endif\n' | put include/model/m.h
finds layers 'conditional code'
: | put src/base/own.h
echo '#include "base/own.h"' >>include/base/two.h
finds layers 'a public header includes a private one'

echo '#include "base/two.h"' >include/base/far.h
finds layers 'include/base/far.h: no other layer needs it'

# The top level.
mkdir tools
echo x >tools/x
finds tree 'tools: has no place'

# Calls.
for call in 'strcpy(a, b)' 'sprintf(a, "x")' 'atoi(a)' 'strtok(a, b)' \
	'system("x")' 'sleep(1)' 'fork()' 'malloc(3)' 'printf("x")' \
	'clock_gettime(0, 0)' 'getrandom(a, 1, 0)' 'gmtime(a)'; do
	printf 'int\nm(void)\n{\n\treturn %s;\n}\n' "$call" | put src/model/m.c
	finds calls "${call%%(*}()"
done
printf '/* fork( */\nchar s[] = "fork(";\nint n = x->open(3);\n' |
	put src/model/m.c
passes calls
printf 'int\nm(void)\n{\n\t/* a\n\tb */ return fork();\n}\n' | put src/cmd/m.c
finds calls 'fork()'

# Style.
awk 'BEGIN { for (i = 0; i < 401; i++) print "" }' | put src/base/long.c
finds style 'over 400 lines'
awk 'BEGIN { print "int\nlong_one(void)\n{"
	for (i = 0; i < 60; i++) print "\t;"; print "}" }' | put src/base/f.c
finds style 'long_one() has'
echo 'int x; ' >>src/base/two.c
finds style 'blanks at the end'
echo '        int x;' >>src/base/two.c
finds style 'indented by blanks'
awk 'BEGIN { printf "/*"; for (i = 0; i < 99; i++) printf "x"; print "*/" }' \
	>>src/base/two.c
finds style 'over 100 columns'
echo '/* Empty. */' | put src/base/string_util.c
finds style '"util" says nothing'
printf 'int\nevent_handler(void)\n{\n}\n' | put src/base/e.c
finds style '"handler" says nothing'
printf 'int process_all(void);\n' | put src/base/e.h
finds style '"process" says nothing'
printf 'int one_line(void)\n{\n}\n' | put src/base/e.c
finds style 'on its own line'
printf 'int\nf(int a, int b, int c, int d,\n\tint e, int g, int h)\n{\n}\n' |
	put src/base/e.c
finds style 'takes 7 parameters'
printf '\nint bare(void);\n' >>include/base/two.h
finds style 'without a comment'
printf '/* %sDO: all */\n' TO >>src/base/two.c
finds style 'a promise'

# What the objects hold.
echo 'int counter;' >>src/base/two.c
finds globals 'counter: a mutable global'
printf 'int\nn(void)\n{\n\tstatic int at;\n\treturn at++;\n}\n' >>src/base/two.c
finds globals 'at: a mutable static'
printf 'int\nn(void)\n{\n\tstatic int at;\n\treturn at++;\n}\n' >>src/base/two.c
echo 'src/base/two.c at for this test' >>tests/lint/globals.allow
passes globals
lay_out
echo 'src/base/two.c gone for this test' >>tests/lint/globals.allow
finds globals 'nothing fits'
printf 'int\nlonely(void)\n{\n\treturn 1;\n}\n' >>src/base/two.c
finds exports 'lonely is used by no other file'
printf 'int\nlonely(void)\n{\n\treturn 1;\n}\n' >>src/base/two.c
echo 'lonely for this test' >>tests/lint/exports.allow
passes exports
lay_out
echo 'gone for this test' >>tests/lint/exports.allow
finds exports 'nothing fits'

# Shell.
printf '#!/bin/sh\nif true; then\n' | put tests/e2e/test_x.sh
finds shell 'test_x.sh'
printf '#!/bin/sh\n%s 1\n' sleep | put tests/e2e/test_x.sh
finds shell 'not for a time'
printf '#!/bin/sh\nif %s a = b ]]; then :; fi\n' "[[" | put tests/e2e/test_x.sh
finds shell 'written for bash'

# What the Makefile does itself.
printf 'size_t two_size(void);\n' >>include/base/two.h
finds headers 'size_t'
printf 'int\ntwo_bad(void)\n{\n\tint a[2];\n\n\treturn a[2];\n}\n' \
	>>src/base/two.c
finds cppcheck 'two.c'
echo '.Xx' >>docs/fireground.1
finds man 'fireground.1'
printf 'int\ntwo_warned(int unused)\n{\n\treturn 1;\n}\n' >>src/base/two.c
passes plain
finds strict 'Werror'

# What documents link to is there.
echo 'see [this](docs/gone.md) or [that](docs)' | put ./README.md
finds links 'links to docs/gone.md, which is not there'
rm docs/screens/a.svg
finds links 'docs/screens/a.svg: not there: make pictures'
echo '<svg/>' | put docs/screens/b.svg
finds links 'docs/screens/b.svg: not in screens.list'
echo 'picture a 80x25 now' | put docs/screens/screens.list
finds links 'README.md: not what screens.list says'

# The tests are counted, not believed.
printf '#!/bin/sh\necho "2 passed, 1 failed"\nexit 1\n' |
	put tests/unit/base/test_a.sh
finds tests '3 passed, 1 failed'
printf '#!/bin/sh\necho "2 passed, 0 failed"\nexit 1\n' |
	put tests/unit/base/test_a.sh
finds tests '3 passed, 1 failed'
printf '#!/bin/sh\necho "[  PASSED  ] 2 test(s)."\necho "[  SKIPPED ] 1 test(s)"\n' |
	put tests/unit/base/test_a.sh
finds tests '3 passed, 1 failed'
printf '#!/bin/sh\nexit 0\n' | put tests/unit/base/test_a.sh
finds tests 'without saying what it checked'

# A system without apt-get is told the names and left alone.
mkdir bin
for tool in sed tr id sh cat; do
	ln -s "$(command -v $tool)" bin/$tool
done
finds deps 'This system has no apt-get'
mkdir bin
for tool in sed tr id sh cat; do
	ln -s "$(command -v $tool)" bin/$tool
done
finds deps 'libsodium-dev'

cd "$top" || exit 3
[ $failed -eq 0 ] || { echo "$passed lints proved, $failed did not"; exit 1; }
