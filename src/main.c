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
#include "run/cli.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <time.h>

static when_ms
system_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (when_ms)t.tv_sec * WHEN_SECOND + t.tv_nsec / 1000000;
}

/* Widths of characters come from it; no other category is ever set. */
static void
set_locale(void)
{
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8"))
		setlocale(LC_CTYPE, "C.UTF-8");
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
	struct app_options app = {&line->opt, line->incident, NULL};

	return line->help || line->version || line->n_words ? cli_run(line) :
		app_run(&app);
}

int
main(int argc, char **argv)
{
	struct cli_line line = {.opt = {.real = system_now,
		.version = FG_VERSION, .datadir = FG_DATADIR,
		.themes = app_about_themes}, .screen = app_screen_run};
	struct arena *a = arena_new(1024);
	struct err err;
	int code;

	set_locale();
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
