/*
 * fireground: a command line with a verb, or the dashboard without one.
 *
 * What differs from run to run is handed in here: clock, version, folders.
 */
#include "app.h"
#include "app_about.h"
#include "app_screens.h"
#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "run/cli.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static when_ms
system_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (when_ms)t.tv_sec * WHEN_SECOND + t.tv_nsec / 1000000;
}

/* The charset that the environment names, as in de_DE.ISO-8859-1; or NULL. */
static const char *
named_charset(void)
{
	static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	const char *value = NULL;

	for (size_t i = 0; i < 3 && (!value || !*value); i++)
		value = getenv(names[i]);
	value = value ? strchr(value, '.') : NULL;
	return value ? value + 1 : NULL;
}

/*
 * Widths of characters come from it; no other category is ever set.  Returns
 * whether it is of another charset than UTF-8 or ASCII: the terminal then
 * takes ASCII at most.  In plain "C" most terminals take UTF-8 today.
 */
static bool
set_locale(void)
{
	bool known = setlocale(LC_CTYPE, "") != NULL;
	const char *charset = known ? nl_langinfo(CODESET) : NULL;
	bool other = charset && strcmp(charset, "ANSI_X3.4-1968") != 0;

	if (charset && !strcmp(charset, "UTF-8"))
		return false;
	charset = named_charset();
	if (!known && charset)
		other = !str_same(charset, "UTF-8") &&
			!str_same(charset, "UTF8");
	setlocale(LC_CTYPE, "C.UTF-8");
	return other;
}

/* A pipe that broke, a file that may not grow: the write itself says so. */
static void
ignore(int signo)
{
	sigaction(signo, &(struct sigaction){.sa_handler = SIG_IGN}, NULL);
}

static int
run(const struct cli_line *line)
{
	struct app_options app = {
		.world = &line->opt, .incident = line->incident,
	};

	return line->help || line->version || line->n_words ? cli_run(line) :
		app_run(&app);
}

int
main(int argc, char **argv)
{
	struct cli_line line = {.opt = {
		.real = system_now, .version = FG_VERSION,
		.datadir = FG_DATADIR, .themes = app_about_themes,
		.theme_ok = app_about_theme, .colours = app_about_colours,
	}, .screen = app_screen_run};
	struct arena *a = arena_new(1024);
	struct err err;
	int code;

	line.opt.ascii = set_locale();
	ignore(SIGPIPE);
	ignore(SIGXFSZ);
	if (!hash_init()) {
		err_set(&err, ERR_STORE, "libsodium cannot be used here");
		code = cli_fail(&err);
	} else if (!cli_read(a, argc - 1, argv + 1, &line, &err)) {
		code = cli_fail(&err);
	} else {
		code = run(&line);
	}
	arena_free(a);
	return code;
}
