/* import: a scenario, or an export, into the store. */
#include "run/rows.h"

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"
#include "run/board.h"
#include "run/chain_put.h"
#include "run/scenario.h"
#include "run/settings.h"
#include "run/submit_rules.h"
#include "run/wait.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

/* How often a scenario looks for numbers that nobody else took meanwhile. */
#define TRIES 20

struct importing {
	struct cli *cli;
	struct arena *a;
	const char *name;      /* of the file */
	struct str text;
	struct chains all;
	struct chain_put *done;
};

/* ---- saying what came ---------------------------------------------- */

static const char *
title_of(struct importing *im, uint32_t number)
{
	const struct summary *rows;
	int n;

	rows = board_rows(im->cli->world.board, &n);
	for (int i = 0; i < n; i++)
		if (rows[i].number == number)
			return rows[i].title;
	return "";
}

static bool
print_json(struct importing *im, struct err *err)
{
	struct str out = {0};
	bool ok;

	str_add(&out, "{\"incidents\":[");
	for (int i = 0; i < im->all.n; i++) {
		const struct chain_put *d = &im->done[i];

		json_write_next(&out);
		str_addf(&out, "{\"incident\":%u,\"entries\":%u,\"new\":%u}",
			(unsigned)d->incident, (unsigned)d->after,
			(unsigned)(d->after - d->before));
	}
	str_add(&out, "]}\n");
	ok = cli_print(im->cli, str_get(&out), err);
	str_release(&out);
	return ok;
}

static bool
print_done(struct importing *im, struct err *err)
{
	bool ok = wait_board(&im->cli->world, err);

	if (ok && im->cli->json)
		return print_json(im, err);
	for (int i = 0; ok && i < im->all.n; i++) {
		const struct chain_put *d = &im->done[i];

		ok = cli_printf(im->cli, err, "INC-%u %s: %u %s, %u of"
			" them new\n", (unsigned)d->incident,
			text_safe(im->a, title_of(im, d->incident), false),
			(unsigned)d->after, d->after == 1 ? "entry" : "entries",
			(unsigned)(d->after - d->before));
	}
	return ok;
}

static bool
put_all(struct importing *im, struct err *err)
{
	struct world *w = &im->cli->world;

	im->done = mem_grow(im->done, (size_t)im->all.n + 1,
		sizeof(*im->done));
	memset(im->done, 0, ((size_t)im->all.n + 1) * sizeof(*im->done));
	return chains_put(w->loop, w->store, &im->all, im->done, err);
}

/* ---- a scenario ---------------------------------------------------- */

/* Whether a number that was to be a new incident's was taken meanwhile. */
static bool
lost_number(const struct importing *im, uint32_t last)
{
	for (int i = 0; i < im->all.n; i++)
		if (im->done[i].collision && im->all.v[i].incident > last)
			return true;
	return false;
}

/* Whether anything of the scenario is in the store already. */
static bool
has_begun(const struct importing *im)
{
	for (int i = 0; i < im->all.n; i++)
		if (im->done[i].after > im->done[i].before)
			return true;
	return false;
}

static bool
import_scenario(struct importing *im, struct err *err)
{
	struct world *w = &im->cli->world;
	struct scenario s = {.name = im->name, .arena = im->a};

	if (!scenario_read(&s, im->text.s, w->settings->zone_min, err))
		return false;
	for (int i = 0; i < TRIES; i++) {
		uint32_t last;

		if (!wait_board(&im->cli->world, err))
			return false;
		last = board_last(w->board);
		chains_release(&im->all);
		if (!scenario_play(w, &s, im->cli->line->incident, &im->all,
		    err))
			return false;
		if (put_all(im, err))
			return true;
		if (!lost_number(im, last) || has_begun(im))
			return false;
	}
	return false;
}

static bool
import_text(struct importing *im, struct err *err)
{
	const char *at = str_get(&im->text);

	if (!im->text.len)
		return err_set(err, ERR_USAGE, "%s is empty", im->name);
	at += strspn(at, " \t\r\n");
	if (*at == '{')
		return chains_parse(im->name, im->text.s, im->a, &im->all,
			err) && put_all(im, err);
	return import_scenario(im, err);
}

bool
run_import(struct cli *cli, struct err *err)
{
	struct importing im = {.cli = cli, .a = arena_new(0)};
	const char *path = cmd_pos(&cli->args, 0);
	bool ok;

	im.name = strcmp(path, "-") ? path : "standard input";
	ok = submit_may(&cli->world, cli->args.row, err) &&
		cli_file(path, &im.text, err) && import_text(&im, err) &&
		print_done(&im, err);
	free(im.done);
	chains_release(&im.all);
	str_release(&im.text);
	arena_free(im.a);
	return ok;
}
