/* verify: whether every entry is what it was when it was written. */
#include "run/rows.h"

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/chain.h"
#include "run/draft.h"
#include "run/wait.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

struct verifying {
	struct cli *cli;
	struct chains all;
	struct arena *a;
	uint32_t one;         /* verify it alone; 0: all */
	int damaged;
	struct str json;
};

struct verified {
	const struct chain *chain;
	struct arena *a;
	struct str said;      /* lines about erased entries */
	struct str erased;    /* their places, for JSON */
	uint32_t bad;         /* first damaged place */
	struct err why;
	bool stale;           /* its summary had to be made again */
};

static void
erased(void *ctx, uint32_t n, const char *sentence)
{
	struct verified *v = ctx;

	str_addf(&v->said, "INC-%u: %s\n", (unsigned)v->chain->incident,
		text_safe(v->a, sentence, false));
	str_addf(&v->erased, "%s%u", v->erased.len ? "," : "", (unsigned)n);
}

/* ---- summaries ----------------------------------------------------- */

/* Rows of the store, to see which are out of date. */
struct cached {
	struct wait wait;
	uint32_t incident;
	const struct store_summary *want;
	bool same;
};

static void
cached_row(void *ctx, const struct store_summary *row)
{
	struct cached *c = ctx;

	if (row->incident == c->incident)
		c->same = row->n == c->want->n &&
			row->rank == c->want->rank && row->text &&
			!strcmp(row->text, c->want->text);
}

static void
cached_done(void *ctx, const struct err *why)
{
	wait_answer(&((struct cached *)ctx)->wait, why);
}

/* Sums the incident up anew, and replaces what the store has if it differs. */
static bool
resummarize(struct verifying *run, struct verified *v, struct err *err)
{
	struct store *s = run->cli->world.store;
	struct loop *loop = run->cli->world.loop;
	struct incident *inc = incident_new(v->chain->incident);
	struct store_summary row;
	struct cached c = {.incident = inc->number, .want = &row};
	struct store_page page = {.limit = -1, .row = cached_row,
		.done = cached_done, .ctx = &c};
	struct wait wait = {.done = false};
	bool ok;

	for (uint32_t i = 0; i < v->chain->n; i++) {
		const struct chain_link *l = &v->chain->links[i];

		incident_apply(inc, l->head, l->data, &l->hash);
	}
	incident_settle(inc);
	draft_summary(inc, run->a, &row);
	store_summaries(s, &page);
	ok = wait_done(loop, &c.wait, err);
	v->stale = ok && !c.same;
	if (v->stale && !store_read_only(s)) {
		store_set_summary(s, &row, wait_answer, &wait);
		ok = wait_done(loop, &wait, err);
	}
	incident_free(inc);
	return ok;
}

/* ---- saying it ----------------------------------------------------- */

static const char *
head_hash(const struct chain *c, char out[20])
{
	return c->n ? hash_short(&c->links[c->n - 1].hash, out) : "-";
}

static bool
print_text(struct verifying *run, const struct verified *v, struct err *err)
{
	const struct chain *c = v->chain;
	char hash[20];

	if (!cli_print(run->cli, str_get(&v->said), err))
		return false;
	if (v->bad)
		return cli_printf(run->cli, err, "%s\n", v->why.text);
	return cli_printf(run->cli, err, "INC-%u: %u %s written, head %s%s\n",
		(unsigned)c->incident, (unsigned)c->n, c->n == 1 ?
		"entry, as it was" : "entries, all as they were",
		head_hash(c, hash), !v->stale ? "" :
		store_read_only(run->cli->world.store) ?
		"; its summary is out of date" : "; summed up anew");
}

static void
add_json(struct verifying *run, const struct verified *v)
{
	struct str *out = &run->json;
	const struct chain *c = v->chain;
	char hex[HASH_HEX] = "";

	json_write_next(out);
	str_addc(out, '{');
	json_put_int(out, "incident", c->incident);
	json_put_int(out, "entries", c->n);
	json_write_key(out, "damaged");
	if (v->bad)
		json_write_int(out, v->bad);
	else
		str_add(out, "null");
	str_addf(out, ",\"erased\":[%s],\"hash\":\"%s\"}", str_get(&v->erased),
		c->n ? hash_hex(&c->links[c->n - 1].hash, hex) : "");
}

static bool
verify_one(struct verifying *run, const struct chain *c, struct err *err)
{
	struct verified v = {.chain = c, .a = run->a};
	bool ok = true;

	v.bad = chain_check(c, erased, &v, &v.why);
	if (v.bad)
		run->damaged++;
	else
		ok = resummarize(run, &v, err);
	if (ok && run->cli->json)
		add_json(run, &v);
	else if (ok)
		ok = print_text(run, &v, err);
	str_release(&v.said);
	str_release(&v.erased);
	return ok;
}

static bool
verify_all(struct verifying *run, struct err *err)
{
	struct cli *cli = run->cli;
	bool ok, found = !run->one;

	ok = chains_read(cli->world.loop, cli->world.store, run->a, &run->all,
		err);
	str_add(&run->json, "{\"v\":1,\"incidents\":[");
	for (int i = 0; ok && i < run->all.n; i++) {
		if (run->one && run->all.v[i].incident != run->one)
			continue;
		found = true;
		ok = verify_one(run, &run->all.v[i], err);
	}
	if (ok && !found)
		ok = err_set(err, ERR_USAGE, "there is no INC-%u",
			(unsigned)run->one);
	str_addf(&run->json, "],\"damaged\":%d}\n", run->damaged);
	if (ok && cli->json)
		ok = cli_print(cli, str_get(&run->json), err);
	if (ok && !cli->json && !run->all.n)
		ok = cli_print(cli, "the store is empty\n", err);
	return ok;
}

/* To sum up anew it writes; who may not write can check all the same. */
static bool
open_either(struct cli *cli, struct err *err)
{
	if (world_store(&cli->world, err))
		return true;
	if (cli->world.opt.read_only)
		return false;
	cli->world.opt.read_only = true;
	return world_store(&cli->world, NULL);
}

bool
run_verify(struct cli *cli, struct err *err)
{
	struct verifying run = {.cli = cli, .a = arena_new(0)};
	bool ok;

	run.one = cmd_incident(cmd_pos(&cli->args, 0));
	if (!run.one)
		run.one = cli->args.incident;
	ok = open_either(cli, err) && verify_all(&run, err);
	if (ok && run.damaged)
		ok = err_set(err, ERR_REFUSED, "%d incident%s damaged",
			run.damaged, run.damaged == 1 ? " is" : "s are");
	chains_release(&run.all);
	str_release(&run.json);
	arena_free(run.a);
	return ok;
}
