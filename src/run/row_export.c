/* export, copy, log --json, log --follow: entries as the log has them. */
#include "run/rows.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/words.h"
#include "cmd/log.h"
#include "loop/loop.h"
#include "run/chain_put.h"
#include "run/live.h"
#include "run/wait.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#define TICK_MS 1000

static bool
print_link(struct cli *cli, const struct chain_link *l, struct err *err)
{
	struct store_record r = {
		.salt = l->salt, .hash = l->hash,
		.head = l->head, .head_len = strlen(l->head),
		.data = l->data, .data_len = strlen(l->data),
	};
	struct str line = {0};
	bool ok;

	chain_line(&r, &line);
	ok = cli_print(cli, str_get(&line), err);
	str_release(&line);
	return ok;
}

static bool
print_chain(struct cli *cli, const struct chain *c, struct err *err)
{
	bool ok = true;

	for (uint32_t i = 0; ok && !cli->gone && i < c->n; i++)
		ok = print_link(cli, &c->links[i], err);
	return ok;
}

static bool
read_one(struct cli *cli, struct chain *c, struct err *err)
{
	return chain_read(cli->world.loop, cli->world.store, c, err) &&
		(c->n || err_set(err, ERR_USAGE, "there is no INC-%u",
			(unsigned)c->incident));
}

static bool
export_one(struct cli *cli, uint32_t incident, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chain c = {.incident = incident, .arena = a};
	bool ok = read_one(cli, &c, err) && print_chain(cli, &c, err);

	chain_release(&c);
	arena_free(a);
	return ok;
}

bool
run_export(struct cli *cli, struct err *err)
{
	uint32_t one = cmd_incident(cmd_pos(&cli->args, 0));
	struct chains all = {.n = 0};
	struct arena *a;
	bool ok;

	if (!one)
		one = cli->args.incident;
	if (one)
		return export_one(cli, one, err);
	a = arena_new(0);
	ok = chains_read(cli->world.loop, cli->world.store, a, &all, err);
	for (int i = 0; ok && i < all.n; i++)
		ok = print_chain(cli, &all.v[i], err);
	chains_release(&all);
	arena_free(a);
	return ok;
}

/* ---- copy ---------------------------------------------------------- */

static bool
copy_all(struct cli *cli, struct store *from, struct store *to,
	struct err *err)
{
	struct arena *a = arena_new(0);
	struct chains all = {.n = 0};
	struct chain_put *done = NULL;
	struct loop *loop = cli->world.loop;
	bool ok = chains_read(loop, from, a, &all, err);

	done = mem_new(((size_t)all.n + 1) * sizeof(*done));
	for (int i = 0; ok && i < all.n; i++)
		ok = !chain_check(&all.v[i], NULL, NULL, err);
	ok = ok && chains_put(loop, to, &all, done, err);
	for (int i = 0; ok && i < all.n; i++)
		ok = cli_printf(cli, err, "INC-%u: %u %s, %u of them"
			" new\n", (unsigned)done[i].incident,
			(unsigned)done[i].after,
			done[i].after == 1 ? "entry" : "entries",
			(unsigned)(done[i].after - done[i].before));
	free(done);
	chains_release(&all);
	arena_free(a);
	return ok;
}

bool
run_copy(struct cli *cli, struct err *err)
{
	struct store *from, *to = NULL;
	bool ok = false;

	if (cli->line->opt.read_only)
		return err_set(err, ERR_REFUSED, "copy: opened with"
			" --read-only, so nothing is written");
	cli->world.loop = loop_new();
	from = world_store_open(&cli->world, cmd_pos(&cli->args, 0), true,
		err);
	if (from)
		to = world_store_open(&cli->world, cmd_pos(&cli->args, 1),
			false, err);
	if (to)
		ok = copy_all(cli, from, to, err);
	store_close(from);
	store_close(to);
	return ok;
}

/* ---- log ----------------------------------------------------------- */

/* The entries of @inc, which is folded from @c, that are asked for. */
static bool
print_asked(struct cli *cli, const struct chain *c,
	const struct incident *inc, const uint32_t *after, struct err *err)
{
	struct entry_filter f;
	bool ok = log_filter(&cli->args, &f, err);
	uint32_t i = !ok ? 0 : after ? *after :
		log_after(&cli->args, inc, &f);

	for (; ok && !cli->gone && i < c->n && i < inc->n; i++)
		if (entry_filter_match(&f, inc, &inc->entries[i]))
			ok = print_link(cli, &c->links[i], err);
	return ok;
}

/* Those behind *@after, or by the options when it is NULL, as JSON lines. */
static bool
print_json(struct cli *cli, const uint32_t *after, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chain c = {.incident = cli->incident, .arena = a};
	struct incident *inc = incident_new(cli->incident);
	bool ok = read_one(cli, &c, err);

	for (uint32_t i = 0; ok && i < c.n; i++)
		incident_apply(inc, c.links[i].head, c.links[i].data,
			&c.links[i].hash);
	incident_settle(inc);
	ok = ok && print_asked(cli, &c, inc, after, err);
	incident_free(inc);
	chain_release(&c);
	arena_free(a);
	return ok;
}

struct following {
	struct cli *cli;
	struct live *live;
	uint32_t seen;
	struct entry_filter filter;
	bool begun, fresh;
	struct err err;
};

/* An option of the line that says how, and which, new ones are printed. */
static void
put_option(struct words *words, const struct cmd_given *given,
	struct arena *a)
{
	static const char those[] = "--kind|--who|--stage";

	if (!strcmp(given->name, "--full"))
		words->v[words->n++] = arena_dup(a, given->name);
	else if (str_listed(those, given->name, strlen(given->name)))
		words->v[words->n++] = arena_printf(a, "%s=%s", given->name,
			given->value);
}

/* Prints what is new as `log` prints it. */
static bool
print_new(struct following *f)
{
	struct cli *cli = f->cli;
	struct arena *a = arena_new(0);
	struct words words = {arena_alloc(a, ((size_t)cli->args.n_given + 3) *
		sizeof(char *)), 0};
	struct outcome out;
	struct cmd_args args;
	struct cmd_env env;
	bool ok;

	words.v[words.n++] = arena_dup(a, "log");
	if (f->seen)
		words.v[words.n++] = arena_printf(a, "--after=%u",
			(unsigned)f->seen);
	for (int i = 0; i < cli->args.n_given; i++)
		put_option(&words, &cli->args.given[i], a);
	world_env(&cli->world, a, &env);
	env.inc = live_incident(f->live);
	ok = cmd_parse(a, words.v, words.n, &args, &f->err) &&
		cmd_decide(&env, &args, NULL, &out, &f->err);
	if (ok) {
		ok = cli_print(cli, str_get(&out.text), &f->err);
		outcome_release(&out);
	}
	arena_free(a);
	return ok;
}

/* Printing may wait for the store, so it is not done in here. */
static void
news(void *ctx)
{
	struct following *f = ctx;

	f->fresh = true;
}

/* Prints what has come; false when it is over. */
static bool
print_news(struct following *f)
{
	const struct incident *inc = live_incident(f->live);
	const char *why;
	bool ok = true;

	f->fresh = false;
	if (live_state(f->live, &why) == STORE_WENT_BACK)
		return err_set(&f->err, ERR_STORE, "%s", why);
	if (!live_ready(f->live))
		return true;
	if (!f->begun)
		f->seen = log_after(&f->cli->args, inc, &f->filter);
	f->begun = true;
	if (inc->n <= f->seen)
		return true;
	if (f->cli->json)
		ok = print_json(f->cli, &f->seen, &f->err);
	else
		ok = print_new(f);
	f->seen = inc->n;
	return ok && !f->cli->gone;
}

static void
tick(void *ctx)
{
	struct following *f = ctx;

	store_tick(f->cli->world.store);
	loop_after(f->cli->world.loop, TICK_MS, tick, f);
}

static bool
follow(struct cli *cli, struct err *err)
{
	struct following f = {.cli = cli};

	if (!log_filter(&cli->args, &f.filter, err))
		return false;
	f.live = live_follow(cli->world.store, cli->incident, news, &f);
	tick(&f);
	while (loop_until(cli->world.loop, &f.fresh, -1) && print_news(&f))
		;
	live_close(f.live);
	return !f.err.code || err_set(err, f.err.code, "%s", f.err.text);
}

bool
run_log(struct cli *cli, struct err *err)
{
	return cmd_option(&cli->args, "--follow") ? follow(cli, err) :
		print_json(cli, NULL, err);
}
