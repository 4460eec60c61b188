#include "run/cli.h"

#include "base/mem.h"
#include "base/text.h"
#include "base/words.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/courier.h"
#include "run/here.h"
#include "run/live.h"
#include "run/rows.h"
#include "run/wait.h"
#include "store/store.h"

#include <string.h>

static bool
open_world(struct cli *cli, struct err *err)
{
	struct world_options opt = cli->line->opt;

	/* Asking for the login costs as much as reading the board. */
	opt.nobody = !(cli->args.row->use & USE_WRITE);
	return cli->world.settings || world_open(&cli->world, &opt, err);
}

/*
 * For reading, a store is opened so that nothing is written: whoever may not
 * write can look.  One that is not there yet is made, and is empty.
 */
static bool
open_reading(struct cli *cli, struct err *err)
{
	if (!open_world(cli, err))
		return false;
	cli->world.opt.read_only = true;
	if (world_store(&cli->world, err))
		return true;
	if (cli->line->opt.read_only)
		return false;
	cli->world.opt.read_only = false;
	return world_store(&cli->world, err);
}

static bool
open_writing(struct cli *cli, struct err *err)
{
	return open_world(cli, err) && world_store(&cli->world, err);
}

/* Finds out which incident is meant; the board must have been read. */
static bool
choose(struct cli *cli, struct err *err)
{
	const struct cli_line *line = cli->line;
	const struct summary *rows;
	int n;

	rows = board_rows(cli->world.board, &n);
	cli->incident = cmd_choose(&cli->args, line->incident, rows, n,
		words_join(cli->arena, line->words, line->n_words), err);
	return cli->incident != 0;
}

static bool
run_row(struct cli *cli, const char *name, struct err *err)
{
	const struct run_row *row = run_row_find(name);

	if (!row)
		return err_set(err, ERR_USAGE, "%s is for the dashboard",
			name);
	if ((row->needs == NEEDS_WORLD && !open_world(cli, err)) ||
	    (row->needs == NEEDS_READING && !open_reading(cli, err)) ||
	    (row->needs == NEEDS_WRITING && !open_writing(cli, err)))
		return false;
	return row->fn(cli, err);
}

static bool
print_outcome(struct cli *cli, struct cmd_env *env, struct err *err)
{
	struct outcome out;
	bool ok;

	if (!cmd_decide(env, &cli->args, NULL, &out, err))
		return false;
	if (out.kind == OUT_RUN)
		ok = run_row(cli, out.run, err);
	else
		ok = cli_print(cli, str_get(&out.text), err);
	outcome_release(&out);
	return ok;
}

/* A row that prints: what it needs is read, nothing else. */
static bool
run_print(struct cli *cli, struct err *err)
{
	bool whole = cli->args.row->use & USE_NO_INC;
	struct wait wait = {.done = false};
	struct cmd_env env;
	struct live *live;
	bool ok;

	if (!open_reading(cli, err))
		return false;
	cli->incident = cli->args.incident ? cli->args.incident :
		cli->line->incident;
	if ((whole || !cli->incident) && !wait_board(&cli->world, err))
		return false;
	world_env(&cli->world, cli->arena, &env);
	if (cli->args.row->use & USE_HERE) {
		struct watcher *here;

		env.n_here = here_list(cli->world.store, cli->arena, &here);
		env.here = here;
	}
	if (whole)
		return print_outcome(cli, &env, err);
	if (!cli->incident && !choose(cli, err))
		return false;
	live = live_new(cli->world.store, cli->incident);
	live_catch_up(live, wait_answer, &wait);
	ok = wait_done(cli->world.loop, &wait, err);
	env.inc = live_incident(live);
	if (ok && !env.inc->n)
		ok = err_set(err, ERR_USAGE, "there is no INC-%u; `fireground"
			" status` lists all", (unsigned)cli->incident);
	ok = ok && print_outcome(cli, &env, err);
	live_close(live);
	return ok;
}

static bool
run_write(struct cli *cli, struct err *err)
{
	if (cli->line->opt.read_only)
		return open_reading(cli, err) && cli_write(cli,
			cli->line->words, cli->line->n_words, err);
	if (!open_writing(cli, err) || !wait_board(&cli->world, err))
		return false;
	if (!(cli->args.row->use & USE_NO_INC) && !choose(cli, err))
		return false;
	return cli_write(cli, cli->line->words, cli->line->n_words, err);
}

static bool
run_command(struct cli *cli, struct err *err)
{
	const struct cli_line *line = cli->line;
	const struct cmd_row *row;

	if (!cmd_parse(cli->arena, line->words, line->n_words, &cli->args,
	    err))
		return false;
	row = cli->args.row;
	cli->json = cmd_option(&cli->args, "--json") != NULL;
	if (row->use & USE_SCREEN)
		return err_set(err, ERR_USAGE, "%s is for the dashboard:"
			" `fireground` opens it", row->name);
	if (row->use & USE_TERM) {
		cli->code = line->screen(line, &cli->args);
		return true;
	}
	if (row->use & USE_RUN)
		return run_row(cli, row->name, err);
	return row->use & USE_WRITE ? run_write(cli, err) :
		run_print(cli, err);
}

/* `fireground VERB --help` is `fireground help VERB`. */
static bool
run_asked_help(struct cli *cli, struct err *err)
{
	char **words = arena_alloc(cli->arena, 3 * sizeof(*words));
	const struct cli_line *line = cli->line;
	int n = 1;

	words[0] = arena_dup(cli->arena, line->help ? "help" : "version");
	if (line->help && line->n_words)
		words[n++] = words_join(cli->arena, line->words,
			line->n_words > 1 && line->words[1][0] != '-' ? 2 : 1);
	return cmd_parse(cli->arena, words, n, &cli->args, err) &&
		run_row(cli, words[0], err);
}

int
cli_run(const struct cli_line *line)
{
	struct cli cli = {.line = line, .arena = arena_new(0)};
	struct err err = {.code = ERR_NONE};
	bool ok;

	ok = line->help || line->version ? run_asked_help(&cli, &err) :
		run_command(&cli, &err);
	if (!ok)
		cli.code = cli_fail(&err);
	courier_free(cli.courier);
	world_close(&cli.world);
	arena_free(cli.arena);
	return cli.code;
}
