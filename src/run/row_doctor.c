/* doctor: a line for each thing that can be wrong on this host. */
#include "run/exam.h"

#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/settings.h"
#include "run/wait.h"
#include "store/store.h"

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

static void
exam_space(struct exam *x, const char *path)
{
	struct statvfs fs;
	int64_t left;
	const char *mib = "MiB free beside the store";

	if (statvfs(path, &fs) != 0) {
		exam_say(x, EXAM_WARN, "disk: %s: %s", path, strerror(errno));
		return;
	}
	left = (int64_t)fs.f_bavail * (int64_t)fs.f_frsize;
	exam_say(x, left < FREE_BAD ? EXAM_BAD :
		left < FREE_WARN ? EXAM_WARN : EXAM_OK,
		"disk: %lld %s%s", (long long)(left >> 20), mib,
		left < FREE_WARN ? ": make room, writes will fail" : "");
}

static void
exam_file(struct exam *x, const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		exam_say(x, EXAM_BAD, "store: %s: %s", path, strerror(errno));
		return;
	}
	exam_say(x, access(path, W_OK) == 0 ? EXAM_OK : EXAM_WARN,
		"permissions: %04o, %s"
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
		exam_say(x, EXAM_BAD, "store: %s", err.text);
		return;
	}
	name = store_name(cli->world.store);
	exam_say(x, EXAM_OK, "store: %s%s", name, store_practice(cli->world.store) ?
		" (practice)" : "");
	if (str_starts(name, "sqlite:"))
		exam_file(x, name + strlen("sqlite:"));
	board_read(cli->world.board, wait_answer, &wait);
	if (!wait_done(cli->world.loop, &wait, &err)) {
		exam_say(x, EXAM_BAD, "log: %s", err.text);
		return;
	}
	board_rows(cli->world.board, &n);
	exam_say(x, EXAM_OK, "log: %d incident%s (`fireground verify` checks every"
		" entry)", n, n == 1 ? "" : "s");
}

static void
exam_terminal(struct exam *x)
{
	const char *term = getenv("TERM");
	const char *codeset = nl_langinfo(CODESET);

	if (!term || !*term || !strcmp(term, "dumb"))
		exam_say(x, EXAM_WARN, "terminal: TERM is %s: the dashboard needs one"
			" that can place text, such as xterm-256color",
			term && *term ? term : "not set");
	else
		exam_say(x, EXAM_OK, "terminal: %s%s", term,
			isatty(STDOUT_FILENO) ? "" : " (not on this output)");
	exam_say(x, strcmp(codeset, "UTF-8") ? EXAM_WARN : EXAM_OK,
		"locale: %s%s", codeset,
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
		exam_say(x, EXAM_OK, "theme: %s", name);
	else
		exam_say(x, EXAM_WARN, "theme: %s", err.text);
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
	exam_say(x, EXAM_OK, "colours: %s", str_get(&text));
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
		exam_say(x, EXAM_BAD, "clock: %s is long past: set the system's clock",
			iso);
	else if (last > now + SKEW)
		exam_say(x, EXAM_WARN, "clock: %s, but the log goes on to %s later: a"
			" clock is wrong, here or where that was written",
			iso, when_span(last - now, span));
	else
		exam_say(x, EXAM_OK, "clock: %s", iso);
}

bool
run_doctor(struct cli *cli, struct err *err)
{
	struct exam x = {.cli = cli};
	int usage; /* of what is bad, that which the config says */

	if (exam_config(&x)) {
		exam_keys(&x);
		exam_channels(&x);
		exam_theme(&x);
		usage = x.bad;
		exam_store(&x);
	} else {
		usage = x.bad;
	}
	exam_terminal(&x);
	exam_colours(&x);
	exam_clock(&x);
	return exam_end(&x, usage ? ERR_USAGE : ERR_STORE, err);
}
