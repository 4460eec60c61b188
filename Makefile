# fireground - one Makefile, no recursion but into itself.
#
#   make                                build/release/fireground
#   make run [ARGS="..."]               installs what is missing, builds, opens
#   make check                          lints and every test
#   make SAN=address,undefined check    the same tests under sanitizers
#   make CC=clang                       another compiler, in a folder of its own
#   make LAYERS="base model" unit       the unit tests of some layers alone
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
PKGS       := ncursesw libcjson sqlite3 libconfuse libsodium

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
unit_c := $(sort $(foreach l,$(layers),$(wildcard tests/unit/$l/test_*.c)) \
          $(if $(LAYERS),,$(wildcard tests/store/test_*.c)))
with_c := $(sort $(wildcard tests/lib/*.c) $(filter-out $(unit_c), \
          $(foreach l,$(layers),$(wildcard tests/unit/$l/*.c))))
bench_c := $(sort $(wildcard tests/bench/*.c))
ends   := $(sort $(wildcard tests/screen/test_*.sh tests/store/test_*.sh \
          tests/e2e/test_*.sh))

objs  := $(srcs:%.c=$B/%.o)
units := $(unit_c:%.c=$B/%)
bench := $(bench_c:tests/bench/%.c=$B/bench/%)
alls  := $(objs) $(units:%=%.o) $(with_c:%.c=$B/%.o) $(bench_c:%.c=$B/%.o)
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
$(core) $(with):
	$(call say,AR)
	$Q ar rcs $@.$$$$ $^ && mv -f $@.$$$$ $@

$(units): $B/%: $B/%.o $(with) $(core)
	$(call say,LD)
	$Q$(CC) $(fg_ld) $(LDFLAGS) -o $@.$$$$ $^ $(pkg_lib) -lcmocka \
		$(LDLIBS) && mv -f $@.$$$$ $@

$(bench): $B/bench/%: $B/tests/bench/%.o $(core)
	$(call say,LD)
	$Q mkdir -p $(@D)
	$Q$(CC) $(fg_ld) $(LDFLAGS) -o $@.$$$$ $^ $(pkg_lib) -lutil \
		$(LDLIBS) && mv -f $@.$$$$ $@

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

$(units:%=%.o) $(with_c:%.c=$B/%.o): own = -Itests

# Version and folders are handed in by main.c alone: when they change, one
# file is compiled again.
$B/src/main.o: own = -DFG_VERSION='"$(VERSION)"' -DFG_DATADIR='"$(DATADIR)"'
$B/src/main.o: $B/main.flags

# Files that change only when the words in them do.
$B/flags:      export words = $(CC) $(fg_cpp) $(CPPFLAGS) $(fg_cc) $(CFLAGS)
$B/main.flags: export words = $(VERSION) $(DATADIR)
$B/flags $B/main.flags: FORCE
	$Q mkdir -p $(@D)
	$Q echo "$$words" | cmp -s - $@ || { $(PKG_CONFIG) --exists $(PKGS) || { \
		echo "fireground: libraries are missing: make deps" >&2; \
		exit 1; }; echo "$$words" >$@.$$$$; mv -f $@.$$$$ $@; }

-include $(alls:.o=.d)

unit: $(units)
	$Q tests/run $B $(units)

clean:
	$(RM) -r build

FORCE:
.PHONY: all unit clean FORCE
.SECONDARY:
.DELETE_ON_ERROR:
