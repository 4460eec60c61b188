#include "run/replay.h"

#include "base/mem.h"
#include "cmd/cmd.h"
#include "run/board.h"
#include "run/chain_put.h"
#include "run/live.h"
#include "run/played.h"
#include "run/rows.h"
#include "run/scenario.h"
#include "run/settings.h"
#include "run/wait.h"
#include "store/store.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* ---- a file -------------------------------------------------------------- */

static bool
read_scenario(struct world *w, const char *name, char *text, struct arena *a,
	struct chains *out, struct err *err)
{
	struct scenario s = {.name = name, .arena = a};

	return played_scenario(w, &s, text, w->settings->zone_min, out, err);
}

static bool
read_file(struct world *w, const char *path, struct arena *a,
	struct chains *out, struct err *err)
{
	const char *name = strcmp(path, "-") ? path : "standard input";
	struct str text = {0};
	const char *at;
	bool ok;

	if (!cli_file(path, &text, err))
		return false;
	at = str_get(&text);
	at += strspn(at, " \t\r\n");
	if (!*at)
		ok = err_set(err, ERR_USAGE, "%s is empty", name);
	else if (*at == '{')
		ok = chains_parse(name, text.s, a, out, err);
	else
		ok = read_scenario(w, name, text.s, a, out, err);
	str_release(&text);
	return ok;
}

/* Who writes 1 for INC-1 is told so. */
static bool
is_there(const char *path, const char *line, struct err *err)
{
	bool number = strspn(path, "0123456789") == strlen(path);

	if (!strcmp(path, "-") || access(path, F_OK) == 0 || errno != ENOENT)
		return true;
	return err_set(err, ERR_USAGE, "there is no file '%.80s'; an incident"
		" is named INC-%.9s: fireground %s INC-%.9s", path,
		number ? path : "17", line, number ? path : "17");
}

/* The store is in memory, and holds what is in the file. */
static bool
open_file(struct world *w, const struct replay_ask *ask, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chains all = {.n = 0};
	bool ok;

	ok = is_there(ask->file, ask->line, err) &&
		played_open(w, false, err) &&
		read_file(w, ask->file, a, &all, err) &&
		played_put(w, &all, err);
	chains_release(&all);
	arena_free(a);
	return ok;
}

/* ---- which incident ------------------------------------------------------- */

/* All have ended, and can be played: each as the line to type. */
static bool
ask_which(const struct summary *rows, int n, const char *line,
	struct err *err)
{
	struct str list = {0};
	char name[16];

	if (!n)
		return err_set(err, ERR_USAGE, "there is no incident to be"
			" played");
	for (int i = 0; i < n; i++)
		str_addf(&list, "\n  fireground %s %s", line,
			incident_name(rows[i].number, name));
	err_set(err, ERR_USAGE, "which incident? One of:%s", str_get(&list));
	str_release(&list);
	return false;
}

static bool
choose(struct world *w, const struct replay_ask *ask, uint32_t *number,
	struct err *err)
{
	struct cmd_args none = {.n_given = 0};
	const struct summary *rows;
	int n;

	*number = ask->incident;
	if (*number && !ask->file)
		return true;
	if (!wait_board(w, err))
		return false;
	rows = board_rows(w->board, &n);
	/* What has ended is played as well, where there is no other. */
	if (n == 1)
		*number = rows[0].number;
	else if (!*number && (!n || rows[0].closed)) /* they come last */
		return ask_which(rows, n, ask->line, err);
	else if (!*number)
		*number = cmd_choose(&none, 0, rows, n, ask->line, err);
	return *number != 0;
}

static struct live *
read_incident(struct world *w, uint32_t number, struct err *err)
{
	struct live *live = live_new(w->store, number);
	struct wait wait = {.done = false};
	bool ok;

	live_catch_up(live, wait_answer, &wait);
	ok = wait_done(w->loop, &wait, err);
	if (ok && !live_incident(live)->declared)
		ok = err_set(err, ERR_USAGE, "there is no INC-%u; `fireground"
			" status` lists all", (unsigned)number);
	if (ok)
		return live;
	live_close(live);
	return NULL;
}

struct live *
replay_open(struct world *w, const struct world_options *opt,
	const struct replay_ask *ask, struct err *err)
{
	struct world_options own = *opt;
	uint32_t number;

	own.read_only = !ask->file;
	own.nobody = true;
	if (!world_open(w, &own, err))
		return NULL;
	/* Who looks on is said, or nobody: the config's `me` is no part of
	 * the log. */
	if (!opt->who)
		w->who[0] = '\0';
	if (!(ask->file ? open_file(w, ask, err) :
	    world_store(w, err)) || !choose(w, ask, &number, err))
		return NULL;
	return read_incident(w, number, err);
}
