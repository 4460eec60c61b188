# fireground - one Makefile, no recursion but into itself.
#
#   make                                build/release/fireground
#   make run [ARGS="..."]               installs what is missing, builds, opens
#   make check                          lints and every test
#   make SAN=address,undefined check    the same tests under sanitizers
#   make CC=clang                       another compiler, in a folder of its own
#   make LAYERS="base model" unit       the unit tests of some layers alone
#   make golden                         screens of the tests anew, to look at
#   make pictures                       docs/screens anew, by the real program
#   make lint bench deps install uninstall clean
#
# V=1 shows the commands.  Objects of each kind of build live in build/KIND.

NAME    := fireground
VERSION := $(shell git describe --tags --dirty 2>/dev/null || echo 0.1.0)

PREFIX  ?= /usr/local
BINDIR  ?= $(PREFIX)/bin
DATADIR ?= $(PREFIX)/share/$(NAME)
MANDIR  ?= $(PREFIX)/share/man/man1
BASHDIR ?= $(PREFIX)/share/bash-completion/completions
ZSHDIR  ?= $(PREFIX)/share/zsh/site-functions

PKG_CONFIG ?= pkg-config
INSTALL    ?= install
PKGS       := ncursesw sqlite3 libconfuse libsodium libqrencode libcjson

# Asked once, when first used, and in silence: on a fresh machine there is no
# pkg-config yet, and reading this file must not fail there.
pkg_cpp = $(eval pkg_cpp := $$(shell $(PKG_CONFIG) --cflags $(PKGS) \
          2>/dev/null))$(pkg_cpp)
pkg_lib = $(eval pkg_lib := $$(shell $(PKG_CONFIG) --libs $(PKGS) \
          2>/dev/null))$(pkg_lib)

# CFLAGS, CPPFLAGS, LDFLAGS and LDLIBS belong to whoever builds; ours are kept
# apart.
CFLAGS ?= -O2 -g
WARN   := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wvla \
          -Wmissing-prototypes -Wformat=2 -Wundef -Wwrite-strings
fg_cpp  = -Iinclude -Isrc -D_GNU_SOURCE $(pkg_cpp)
fg_cc  := -std=c11 $(WARN)
fg_ld  := -Wl,--as-needed

# Each kind of build has its own folder, so switching never rebuilds the other.
comma := ,
kind  := $(if $(SAN),$(subst $(comma),-,$(SAN)),release)
kind  := $(kind)$(if $(filter-out cc gcc,$(notdir $(CC))),-$(notdir $(CC)))
B     := build/$(kind)
ifdef SAN
fg_cc += -fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer
fg_ld += -fsanitize=$(SAN)
endif

# LAYERS narrows a build to some layers: their tests then run while another
# layer is being taken apart.
layers := $(if $(LAYERS),$(LAYERS),*)
srcs   := $(sort $(if $(LAYERS),,$(wildcard src/*.c)) \
          $(foreach l,$(layers),$(wildcard src/$l/*.c)))
hdrs   := $(sort $(wildcard src/*.h) \
          $(foreach l,$(layers),$(wildcard include/$l/*.h src/$l/*.h)))
# The themes that are built in are a table made of themes/, with the default
# first and whatever another is based on before it.
builtin := $(foreach t,dark light contrast deuteranopia tritanopia mono ascii, \
           themes/$t.theme)
table   := build/made/theme_table.c
# The sample incident of the tour is built in as well.
sample  := build/made/sample.c
srcs    += $(if $(filter src/ui/theme_builtin.c,$(srcs)),$(table))
srcs    += $(if $(filter src/run/tour.c,$(srcs)),$(sample))
unit_c := $(sort $(foreach l,$(layers),$(wildcard tests/unit/$l/test_*.c)) \
          $(if $(LAYERS),,$(wildcard tests/store/test_*.c)))
with_c := $(sort $(wildcard tests/lib/*.c) $(filter-out $(unit_c), \
          $(foreach l,$(layers),$(wildcard tests/unit/$l/*.c))))
bench_c := $(sort $(wildcard tests/bench/*.c))
parts_c := $(sort $(wildcard tests/bench/lib/*.c))
vt_c   := $(sort $(wildcard tests/vt/*.c))
ends   := $(sort $(wildcard tests/screen/test_*.sh tests/store/test_*.sh \
          tests/e2e/test_*.sh))

objs  := $(srcs:%.c=$B/%.o)
units := $(unit_c:%.c=$B/%)
goldens = $(patsubst %.c,$B/%,$(shell grep -l golden $(unit_c)))
bench := $(bench_c:tests/bench/%.c=$B/bench/%)
parts := $(if $(parts_c),$B/bench/parts.a)
peers := $(if $(LAYERS),,build/peers/ok)
vt    := $(if $(LAYERS),,$B/vt)
alls  := $(objs) $(units:%=%.o) $(with_c:%.c=$B/%.o) \
         $(bench_c:%.c=$B/%.o) $(parts_c:%.c=$B/%.o) $(vt_c:%.c=$B/%.o)
core  := $B/core$(if $(LAYERS),-$(subst $() $(),-,$(LAYERS))).a
with  := $(if $(with_c),$(core:.a=-tests.a))

Q   := $(if $(V),,@)
say  = $(if $(V),,@printf '  %-5s %s\n' $1 $(or $2,$@))

# As many jobs as cores, unless whoever calls has said how many.
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
again = $(MAKE) --no-print-directory \
        $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(JOBS))

all: $B/$(NAME)

# Two people may build in one folder at once: whatever is made is made under a
# name of its own and moved into place.
$B/$(NAME): $(objs)
	$(call say,LD)
	$Q$(CC) $(fg_ld) $(LDFLAGS) -o $@.$$$$ $^ $(pkg_lib) $(LDLIBS) && \
		mv -f $@.$$$$ $@

$(core): $(filter-out $B/src/main.o,$(objs))
$(with): $(with_c:%.c=$B/%.o)
$(parts): $(parts_c:%.c=$B/%.o) $B/tests/vt/emulator.o
$(core) $(with) $(parts):
	$(call say,AR)
	$Q mkdir -p $(@D)
	$Q ar rcs $@.$$$$ $^ && mv -f $@.$$$$ $@

$(units): $B/%: $B/%.o $(with) $(core)
	$(call say,LD)
	$Q$(CC) $(fg_ld) $(LDFLAGS) -o $@.$$$$ $^ $(pkg_lib) -lcmocka -lm \
		$(LDLIBS) && mv -f $@.$$$$ $@

$(bench): $B/bench/%: $B/tests/bench/%.o $(parts) $(core)
	$(call say,LD)
	$Q$(CC) $(fg_ld) $(LDFLAGS) -o $@.$$$$ $^ $(pkg_lib) \
		$(shell $(PKG_CONFIG) --libs vterm) -lutil $(LDLIBS) && \
		mv -f $@.$$$$ $@

$B/bench/turns.so: tests/bench/turns/turns.c tests/bench/turns/turns.h
	$(call say,LD)
	$Q mkdir -p $(@D)
	$Q$(CC) $(fg_cpp) -Itests $(fg_cc) $(if $(STRICT),-Werror) -O2 -fPIC \
		-shared -o $@ $<

# The terminal emulator that end-to-end tests look at screens in.
$B/vt: $(vt_c:%.c=$B/%.o) $(core)
	$(call say,LD)
	$Q$(CC) $(fg_ld) $(LDFLAGS) -o $@.$$$$ $^ $(pkg_lib) \
		$(shell $(PKG_CONFIG) --libs vterm) -lutil $(LDLIBS) && \
		mv -f $@.$$$$ $@

# What tests alone need of npm, in a folder that all kinds of build share.
$(peers): tests/peers/package.json tests/peers/package-lock.json
	$(call say,NPM,$(@D))
	$Q mkdir -p $(@D) && cp $^ $(@D) && cd $(@D) && \
		npm ci --silent --no-audit --no-fund --ignore-scripts
	$Q touch $@

# What the compiler complained about is kept beside the object, so that a
# strict build knows which objects to make again, now with -Werror.
$B/%.o: %.c $B/flags
	$(call say,CC)
	$Q mkdir -p $(@D)
	$Q t=$(@:.o=).$$$$; \
	if $(CC) $(fg_cpp) $(own) $(CPPFLAGS) $(fg_cc) $(if $(STRICT),-Werror) \
		$(CFLAGS) -MMD -MP -MT $@ -MF $$t.d -c -o $$t.o $< 2>$$t.warn; \
	then cat $$t.warn >&2; mv -f $$t.warn $(@:.o=.warn); \
		mv -f $$t.d $(@:.o=.d); mv -f $$t.o $@; \
	else cat $$t.warn >&2; rm -f $$t.*; exit 1; fi

ifdef STRICT
$(patsubst %.warn,%.o,$(shell find $B -name '*.warn' -size +0c 2>/dev/null)): \
	FORCE
endif

$(units:%=%.o) $(with_c:%.c=$B/%.o) $(bench_c:%.c=$B/%.o) \
	$(parts_c:%.c=$B/%.o) $(vt_c:%.c=$B/%.o): own = -Itests

# Version and folders are handed in by main.c alone: when they change, one
# file is compiled again.
$B/src/main.o: own = -DFG_VERSION='"$(VERSION)"' -DFG_DATADIR='"$(DATADIR)"'
$B/src/main.o: $B/main.flags

$(table): themes/table.awk $(builtin) include/view/style.h
	$(call say,MAKE)
	$Q mkdir -p $(@D)
	$Q LC_ALL=C awk -f themes/table.awk $(builtin) >$@.$$$$ && mv -f $@.$$$$ $@

$(sample): docs/incidents/sample.awk docs/incidents/checkout.scenario
	$(call say,MAKE)
	$Q mkdir -p $(@D)
	$Q LC_ALL=C awk -f $^ >$@.$$$$ && mv -f $@.$$$$ $@

# Files that change only when the words in them do.
$B/flags:      export words = $(CC) $(fg_cpp) $(CPPFLAGS) $(fg_cc) $(CFLAGS)
$B/main.flags: export words = $(VERSION) $(DATADIR)
$B/flags $B/main.flags: FORCE
	$Q mkdir -p $(@D)
	$Q echo "$$words" | cmp -s - $@ || { .ci/deps --check build && \
		echo "$$words" >$@.$$$$ && mv -f $@.$$$$ $@; }

-include $(alls:.o=.d)

unit: $(units) $(vt) $(peers)
	$Q tests/run $B $(units)

# What is installed where, and what for: .ci/deps.
deps:
	$Q .ci/deps build check

deps-check:
	$Q .ci/deps --check build check

# The libraries are asked for once more after they have been installed: hence
# the second make.
run:
	$Q .ci/deps build
	$Q $(again) all
	$Q exec $B/$(NAME) $(ARGS)

# The generated parts of the man page, and docs/events.md.
docs: $B/$(NAME)
	$(call say,DOCS)
	$Q sh docs/generate.sh $<

# What screens look like changed on purpose: git diff shows all that did.
golden: $B/$(NAME) $(goldens)
	$Q rm -f tests/unit/*/golden/*.txt
	$Q for t in $(goldens); do FG_GOLDEN=write $$t >/dev/null 2>&1 || \
	    exit 1; done
	$Q FG_GOLDEN=write sh tests/screen/test_frames.sh $< | tail -n 1

# The same program draws the same pictures: git diff shows what has changed.
pictures:
	$Q .ci/deps build pictures
	$Q $(again) all
	$Q sh docs/screens/make.sh $B/$(NAME)

check:
	$Q .ci/deps build check
	$Q $(again) STRICT=1 all $(units) $(vt) $(peers)
	$Q $(again) STRICT=1 -k lint
	$Q tests/run $B $(units) $(ends)

bench:
	$Q .ci/deps build check bench
	$Q $(again) all benches
	$Q sh tests/bench/run.sh $B/$(NAME) $B/bench

benches: $(bench) $B/bench/turns.so

# All that can be compiled, for a look at it by another compiler.
everything: all $(units) benches $(vt)

# Lints.  Those that look at one file leave a stamp, and look again only when
# it, or a header it includes, has changed.
texts   := $(sort $(wildcard src/*.[ch] src/*/*.[ch] include/*/*.h))
tests_c := $(sort $(wildcard tests/*/*.[ch] tests/*/*/*.[ch]))
scripts := $(sort tests/run .ci/run .ci/deps docs/generate.sh \
           $(wildcard docs/*/*.sh) \
           $(wildcard tests/*/*.sh tests/*/*/*.sh))
lints   := lint-selftest lint-tree lint-layers lint-calls lint-style lint-globals \
           lint-exports lint-shell lint-man lint-links lint-headers lint-cppcheck

# Objects of a sanitizer hold its own data beside ours, and the sources are
# the same: there is nothing to add to what a plain build has looked at.
ifdef SAN
lint:
	$Q echo '  LINT  belongs to the plain make check, not to SAN=$(SAN)'
else
lint: $(lints)
endif

awk = LC_ALL=C awk -f tests/lint/$1.awk

lint-selftest: $B/lint/selftest.ok

$B/lint/selftest.ok: Makefile tests/run .ci/deps $(wildcard tests/lint/*)
	$(call say,LINT,selftest)
	$Q mkdir -p $(@D)
	$Q CC='$(CC)' sh tests/lint/selftest.sh
	$Q touch $@

lint-tree:
	$(call say,LINT,tree)
	$Q sh tests/lint/tree.sh

lint-layers:
	$(call say,LINT,layers)
	$Q $(call awk,layers) $(texts)

lint-calls:
	$(call say,LINT,calls)
	$Q $(call awk,calls) $(texts) $(tests_c)

lint-style:
	$(call say,LINT,style)
	$Q $(call awk,style) $(texts) $(tests_c)

lint-globals: $(objs)
	$(call say,LINT,globals)
	$Q sh tests/lint/globals.sh tests/lint/globals.allow $(objs)

lint-exports: $(objs)
	$(call say,LINT,exports)
	$Q sh tests/lint/exports.sh tests/lint/exports.allow $(objs)

lint-shell:
	$(call say,LINT,shell)
	$Q sh tests/lint/shell.sh $(scripts)

lint-man:
	$(call say,LINT,docs/$(NAME).1)
	$Q mandoc -T lint -W warning docs/$(NAME).1

lint-links:
	$(call say,LINT,links)
	$Q sh tests/lint/links.sh $(wildcard *.md docs/*.md docs/*/*.md)

lint-headers: $(hdrs:%=$B/lint/%.ok)
lint-cppcheck: $(srcs:%=$B/lint/%.ok)

$B/lint/%.h.ok: %.h $B/flags
	$(call say,HDR,$<)
	$Q mkdir -p $(@D)
	$Q echo 'extern int alone;' | $(CC) $(fg_cpp) $(fg_cc) -Werror -MMD -MP \
		-MT $@ -MF $(@:.ok=.d) -fsyntax-only -x c -include $< -
	$Q touch $@

-include $(hdrs:%=$B/lint/%.d)

$B/lint/%.c.ok: %.c $B/%.o
	$(call say,CPPCK,$<)
	$Q mkdir -p $(@D)
	$Q cppcheck --quiet --error-exitcode=1 --std=c11 --inline-suppr \
		--enable=warning,performance,portability --max-configs=1 \
		--suppress=missingIncludeSystem --template=gcc \
		-Iinclude -Isrc -D__linux__ -DFG_VERSION='""' \
		-DFG_DATADIR='""' $<
	$Q touch $@

# Installing.  The completions come out of the program's own command table.
themes    := $(wildcard themes/*.theme)
examples  := $(wildcard docs/incidents/*.scenario docs/*.service)
to         = $(DESTDIR)$1

install: all
	$Q mkdir -p $B/completion
	$Q $B/$(NAME) completion bash >$B/completion/$(NAME)
	$Q $B/$(NAME) completion zsh >$B/completion/_$(NAME)
	$(INSTALL) -d '$(call to,$(BINDIR))' '$(call to,$(MANDIR))' \
		'$(call to,$(DATADIR))/themes' '$(call to,$(DATADIR))/examples' \
		'$(call to,$(BASHDIR))' '$(call to,$(ZSHDIR))'
	$(INSTALL) -m 755 $B/$(NAME) '$(call to,$(BINDIR))/$(NAME)'
	$(INSTALL) -m 644 docs/$(NAME).1 '$(call to,$(MANDIR))/$(NAME).1'
	$(INSTALL) -m 644 $B/completion/$(NAME) '$(call to,$(BASHDIR))/$(NAME)'
	$(INSTALL) -m 644 $B/completion/_$(NAME) '$(call to,$(ZSHDIR))/_$(NAME)'
	$(if $(themes),$(INSTALL) -m 644 $(themes) '$(call to,$(DATADIR))/themes')
	$Q sh themes/direct.sh '$(call to,$(DATADIR))/terminfo'
	$(if $(examples),$(INSTALL) -m 644 $(examples) \
		'$(call to,$(DATADIR))/examples')

# Folders that others use too are left alone, but inside a DESTDIR, where they
# go once they are empty.
uninstall:
	$(RM) '$(call to,$(BINDIR))/$(NAME)' '$(call to,$(MANDIR))/$(NAME).1' \
		'$(call to,$(BASHDIR))/$(NAME)' '$(call to,$(ZSHDIR))/_$(NAME)'
	$(RM) -r '$(call to,$(DATADIR))'
	$Q if [ -n '$(DESTDIR)' ] && cd '$(DESTDIR)' 2>/dev/null; then \
		for d in '$(BINDIR)' '$(MANDIR)' '$(DATADIR)' '$(BASHDIR)' \
			'$(ZSHDIR)'; do \
			d=".$$d"; \
			while [ "$$d" != . ]; do \
				rmdir "$$d" 2>/dev/null || [ ! -e "$$d" ] || break; \
				d=$${d%/*}; \
			done; \
		done; \
	fi

clean:
	$(RM) -r build

FORCE:
.PHONY: all docs golden pictures unit deps deps-check run check bench benches everything lint $(lints) \
	install uninstall clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
