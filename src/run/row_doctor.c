/* doctor: a line for each thing that can be wrong on this host. */
#include "run/rows.h"

#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/settings.h"
#include "run/wait.h"
#include "store/store.h"
#include "view/keys.h"

#include <errno.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define FREE_BAD (INT64_C(16) << 20)   /* a WAL alone may need that */
#define FREE_WARN (INT64_C(256) << 20)
#define SKEW (2 * WHEN_SECOND)
#define YEAR_2024 INT64_C(1704067200000) /* before this was written */

enum level { OK, WARN, BAD };

struct exam {
	struct cli *cli;
	struct str out;
	int bad;
};

static void say(struct exam *x, enum level level, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static void
say(struct exam *x, enum level level, const char *fmt, ...)
{
	static const char *const words[] = {"ok  ", "warn", "BAD "};
	struct arena *a = arena_new(1024);
	va_list ap;

	va_start(ap, fmt);
	str_addf(&x->out, "%s  %s\n", words[level],
		text_safe(a, arena_vprintf(a, fmt, ap), false));
	va_end(ap);
	arena_free(a);
	x->bad += level == BAD;
}

static bool
exam_config(struct exam *x)
{
	struct cli *cli = x->cli;
	const struct settings *set;
	struct err err;
	int on_call = 0;

	if (!world_open(&cli->world, &cli->line->opt, &err)) {
		say(x, BAD, "config: %s", err.text);
		return false;
	}
	set = cli->world.settings;
	say(x, OK, "config: %s", set->file ? set->file :
		"none, all is default (`fireground init` writes one)");
	say(x, OK, "you: %s, through %s%s", cli->world.who, cli->world.via,
		cli->world.named ? "" : " (set me = \"NAME\", or --as)");
	for (int i = 0; i < set->roster.n; i++)
		on_call += set->roster.people[i].on_call;
	if (!set->roster.n)
		say(x, WARN, "roster: empty: nobody can be paged by field, no"
			" phone is known; add `person NAME { ... }`");
	else if (!roster_on_call(&set->roster, FIELD_COMMANDER, NULL))
		say(x, WARN, "roster: %d people, no commander on call: give"
			" one field = commander, on-call = true",
			set->roster.n);
	else
		say(x, OK, "roster: %d people, %d on call", set->roster.n,
			on_call);
	return true;
}

/* Keys of the table that have another meaning are named, with both places. */
static void
say_keys(struct exam *x, const struct key_map *map)
{
	const struct key_bind *b;
	struct str replaced = {0};
	int n = 0;

	for (; (b = key_map_bind(map, n)); n++) {
		const struct key_row *was = key_map_replaces(map, n);

		if (was)
			str_addf(&replaced, "; %s is `%s` (%s), not `%s`",
				b->key, b->line, b->place, was->line);
	}
	say(x, OK, "keys: %d of your own%s", n, str_get(&replaced));
	str_release(&replaced);
}

/* As the dashboard will bind them, which would not open with a clash. */
static void
exam_keys(struct exam *x)
{
	const struct settings *set = x->cli->world.settings;
	struct key_bind *binds = arena_alloc(x->cli->arena,
		(size_t)(set->n_keys + 1) * sizeof(*binds));
	struct key_map *map;
	struct err err;

	for (int i = 0; i < set->n_keys; i++)
		binds[i] = (struct key_bind){set->keys[i].key,
			set->keys[i].command, set->keys[i].where};
	map = key_map_new(binds, set->n_keys, &err);
	if (!map)
		say(x, BAD, "keys: %s", err.text);
	else if (set->n_keys)
		say_keys(x, map);
	key_map_free(map);
}

static void
exam_space(struct exam *x, const char *path)
{
	struct statvfs fs;
	int64_t left;
	const char *mib = "MiB free beside the store";

	if (statvfs(path, &fs) != 0) {
		say(x, WARN, "disk: %s: %s", path, strerror(errno));
		return;
	}
	left = (int64_t)fs.f_bavail * (int64_t)fs.f_frsize;
	say(x, left < FREE_BAD ? BAD : left < FREE_WARN ? WARN : OK,
		"disk: %lld %s%s", (long long)(left >> 20), mib,
		left < FREE_WARN ? ": make room, writes will fail" : "");
}

static void
exam_file(struct exam *x, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		say(x, BAD, "store: %s: %s", path, strerror(errno));
		return;
	}
	say(x, access(path, W_OK) == 0 ? OK : WARN, "permissions: %04o, %s"
		" write; readable by %s", (unsigned)st.st_mode & 07777,
		access(path, W_OK) == 0 ? "you may" : "you may NOT",
		st.st_mode & S_IROTH ? "everybody on this host" :
		st.st_mode & S_IRGRP ? "its group" : "you alone");
	exam_space(x, path);
}

static void
exam_store(struct exam *x)
{
	struct cli *cli = x->cli;
	struct wait wait = {.done = false};
	const char *name;
	struct err err;
	int n;

	if (!world_store(&cli->world, &err)) {
		say(x, BAD, "store: %s", err.text);
		return;
	}
	name = store_name(cli->world.store);
	say(x, OK, "store: %s%s", name, store_practice(cli->world.store) ?
		" (practice)" : "");
	if (str_starts(name, "sqlite:"))
		exam_file(x, name + strlen("sqlite:"));
	board_read(cli->world.board, wait_answer, &wait);
	if (!wait_done(cli->world.loop, &wait, &err)) {
		say(x, BAD, "log: %s", err.text);
		return;
	}
	board_rows(cli->world.board, &n);
	say(x, OK, "log: %d incident%s (`fireground verify` checks every"
		" entry)", n, n == 1 ? "" : "s");
}

static void
exam_terminal(struct exam *x)
{
	const char *term = getenv("TERM");
	const char *codeset = nl_langinfo(CODESET);

	if (!term || !*term || !strcmp(term, "dumb"))
		say(x, WARN, "terminal: TERM is %s: the dashboard needs one"
			" that can place text, such as xterm-256color",
			term && *term ? term : "not set");
	else
		say(x, OK, "terminal: %s%s", term,
			isatty(STDOUT_FILENO) ? "" : " (not on this output)");
	say(x, strcmp(codeset, "UTF-8") ? WARN : OK, "locale: %s%s", codeset,
		strcmp(codeset, "UTF-8") ? ": set LC_CTYPE to a UTF-8 one" :
		"");
}

/* A screen opens all the same, with the default theme. */
static void
exam_theme(struct exam *x)
{
	const struct world_options *opt = &x->cli->line->opt;
	const struct settings *set = x->cli->world.settings;
	const char *name = opt->theme ? opt->theme : set->theme;
	struct err err;

	if (!opt->theme_ok)
		return;
	if (opt->theme_ok(opt->datadir, name, &err))
		say(x, OK, "theme: %s", name);
	else
		say(x, WARN, "theme: %s", err.text);
}

static void
exam_colours(struct exam *x)
{
	const struct world_options *opt = &x->cli->line->opt;
	const struct settings *set = x->cli->world.settings;
	struct str text = {0};

	if (!opt->colours)
		return;
	opt->colours(opt->datadir, set ? set->colours : "auto", &text);
	say(x, OK, "colours: %s", str_get(&text));
	str_release(&text);
}

/* The latest entry of the log, WHEN_NONE when there is none. */
static when_ms
last_entry(const struct exam *x)
{
	const struct summary *rows = NULL;
	when_ms last = WHEN_NONE;
	int n = 0;

	if (x->cli->world.board)
		rows = board_rows(x->cli->world.board, &n);
	for (int i = 0; i < n; i++)
		if (rows[i].updated > last)
			last = rows[i].updated;
	return last;
}

static void
exam_clock(struct exam *x)
{
	when_ms now = x->cli->line->opt.real();
	when_ms last = last_entry(x);
	char iso[WHEN_MAX], span[WHEN_MAX];

	when_iso(now, iso);
	if (now < YEAR_2024)
		say(x, BAD, "clock: %s is long past: set the system's clock",
			iso);
	else if (last > now + SKEW)
		say(x, WARN, "clock: %s, but the log goes on to %s later: a"
			" clock is wrong, here or where that was written",
			iso, when_span(last - now, span));
	else
		say(x, OK, "clock: %s", iso);
}

bool
run_doctor(struct cli *cli, struct err *err)
{
	struct exam x = {.cli = cli};
	int usage; /* of what is bad, that which the config says */
	bool ok;

	if (exam_config(&x)) {
		exam_keys(&x);
		exam_theme(&x);
		usage = x.bad;
		exam_store(&x);
	} else {
		usage = x.bad;
	}
	exam_terminal(&x);
	exam_colours(&x);
	exam_clock(&x);
	ok = cli_print(cli, str_get(&x.out), err);
	str_release(&x.out);
	if (ok && x.bad)
		ok = err_set(err, usage ? ERR_USAGE : ERR_STORE, "%d thing%s"
			" to put right", x.bad, x.bad == 1 ? "" : "s");
	return ok;
}
