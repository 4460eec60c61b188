/* A command that writes: submit it, and say where it went. */
#include "run/rows.h"

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "model/words.h"
#include "run/courier.h"
#include "run/submit.h"

#include <stdio.h>

struct writing {
	struct cli *cli;
	bool done, ok;
	char run[32];     /* the run row that goes on; "" */
	bool carries;     /* a courier of ours has something to do */
	struct cli_told told;
	struct str head;  /* of the JSON, until it has */
	struct err *err;
};

/* ---- as text ------------------------------------------------------- */

/* Times as they were understood: "happened 23:55Z yesterday, 10 min ago". */
static void
add_times(const struct submit_answer *a, struct arena *arena,
	const struct world *w, struct str *out)
{
	struct cmd_env env;
	char echo[WHEN_MAX * 2];
	when_ms t;

	world_env(w, arena, &env);
	env.now = env.ref = a->now;
	for (int i = 0; i < a->args->n_given; i++) {
		const char *name = a->args->given[i].name;
		const struct cmd_arg *arg = cmd_arg_find(a->args->row, name);

		if (!arg || (arg->type != ARG_PAST && arg->type != ARG_NEXT) ||
		    !cmd_time(&env, a->args, name, &t, NULL) ||
		    t == WHEN_NONE)
			continue;
		str_addf(out, "%s: %s\n", name + 2,
			when_echo(t, a->now, echo));
	}
}

/* What was let go with them is no news of its own. */
static bool
is_aside(const struct submit_answer *a, int i, const struct entry *e)
{
	return i && i == a->count - 1 && e->ev.kind == KIND_DELIVERY_RELEASED;
}

static void
add_head(const struct submit_answer *a, const struct world *w,
	struct arena *arena, struct str *out)
{
	str_addf(out, "%s:", cli_where(a->inc, arena));
	for (int i = 0; i < a->count; i++) {
		const struct entry *e = incident_entry(a->inc,
			a->first + (uint32_t)i);

		if (e && !is_aside(a, i, e))
			str_addf(out, "%s %s %u", i ? "," : "", words_tag(e),
				(unsigned)e->ev.n);
	}
	str_addc(out, '\n');
	add_times(a, arena, w, out);
	if (a->outcome->text.len)
		str_addf(out, "%s\n", text_safe(arena,
			str_get(&a->outcome->text), true));
}

void
cli_answer(const struct submit_answer *a, const struct world *w,
	struct arena *arena, struct str *out)
{
	struct cli_told t = {a->incident, a->first, a->count};

	add_head(a, w, arena, out);
	cli_told_text(a->inc, w, &t, arena, out);
}

/* ---- as JSON ------------------------------------------------------- */

static void
add_entries(const struct submit_answer *a, struct str *out)
{
	json_write_key(out, "entries");
	str_addc(out, '[');
	for (int i = 0; i < a->count; i++) {
		const struct entry *e = incident_entry(a->inc,
			a->first + (uint32_t)i);

		if (e && is_aside(a, i, e))
			continue;
		json_write_next(out);
		json_write_int(out, a->first + (uint32_t)i);
	}
	str_addc(out, ']');
	json_write_key(out, "tags");
	str_addc(out, '[');
	for (int i = 0; i < a->count; i++) {
		const struct entry *e = incident_entry(a->inc,
			a->first + (uint32_t)i);

		if (e && is_aside(a, i, e))
			continue;
		json_write_next(out);
		json_write_text(out, e ? words_tag(e) : "");
	}
	str_addc(out, ']');
}

static void
add_json(const struct submit_answer *a, struct str *out)
{
	str_addc(out, '{');
	json_put_int(out, "incident", a->incident);
	json_put_text(out, "title", a->inc->title);
	add_entries(a, out);
	json_put_text(out, "said", str_get(&a->outcome->text));
}

/* ---- the answer ---------------------------------------------------- */

static void
add_told(struct writing *w, const struct incident *inc, struct arena *arena,
	struct str *out)
{
	if (w->cli->json) {
		cli_told_json(inc, &w->cli->world, &w->told, arena, out);
		str_add(out, "}\n");
	} else {
		cli_told_text(inc, &w->cli->world, &w->told, arena, out);
	}
}

/* What is carried is said when it was; a line of text comes before it. */
static void
add_answer(struct writing *w, const struct submit_answer *a,
	struct arena *arena, struct str *out)
{
	struct cli_told t = {a->incident, a->first, a->count};

	w->carries = w->cli->courier && cli_tells(a->inc, &t);
	w->told = t;
	if (w->cli->json)
		add_json(a, out);
	else
		add_head(a, &w->cli->world, arena, out);
	if (!w->carries)
		add_told(w, a->inc, arena, out);
	else if (w->cli->json)
		str_addf(&w->head, "%s", str_get(out));
	if (w->carries && w->cli->json)
		str_cut(out, 0);
}

static void
print_answer(struct writing *w, const struct submit_answer *a)
{
	struct arena *arena = arena_new(0);
	struct str out = {0};

	if (a->outcome->kind != OUT_EVENTS)
		str_add(&out, text_safe(arena,
			str_get(&a->outcome->text), true));
	else if (!a->inc)
		str_addf(&out, "INC-%u: written as entry %u, but the store"
			" cannot be read now\n", (unsigned)a->incident,
			(unsigned)a->first);
	else
		add_answer(w, a, arena, &out);
	w->ok = cli_print(w->cli, str_get(&out), w->err);
	str_release(&out);
	arena_free(arena);
}

static void
answered(void *ctx, const struct submit_answer *a)
{
	struct writing *w = ctx;

	w->done = true;
	if (a->result != SUBMIT_DONE) {
		*w->err = *a->err;
		return;
	}
	if (a->outcome->kind == OUT_RUN) {
		snprintf(w->run, sizeof(w->run), "%s", a->outcome->run);
		w->ok = true;
		return;
	}
	print_answer(w, a);
}

/* The courier of this command carries what it told. */
static void
carry(struct writing *w)
{
	const struct incident *inc = cli_carry(w->cli, &w->told);
	struct arena *arena = arena_new(0);
	struct str out = {0};

	str_add(&out, str_get(&w->head));
	if (inc)
		add_told(w, inc, arena, &out);
	else
		str_add(&out, w->cli->json ? "}\n" : "NOT SENT: the store"
			" cannot be read now\n");
	w->ok = cli_print(w->cli, str_get(&out), w->err);
	str_release(&out);
	str_release(&w->head);
	arena_free(arena);
}

bool
cli_write(struct cli *cli, char *const *words, int n, struct err *err)
{
	struct writing w = {.cli = cli, .err = err};
	struct submit *s = submit_new(&cli->world);
	const struct run_row *row;

	if (!cli->courier)
		cli->courier = courier_open(&cli->world, NULL, NULL);
	submit_send(s, &(struct submit_ask){
		.words = words, .n_words = n, .incident = cli->incident,
		.let_go = cli->courier != NULL, .when = WHEN_NONE,
		.fn = answered, .ctx = &w,
	});
	loop_until(cli->world.loop, &w.done, -1);
	submit_free(s);
	if (w.ok && w.carries)
		carry(&w);
	if (!w.ok || !*w.run)
		return w.ok;
	row = run_row_find(w.run);
	return row ? row->fn(cli, err) : err_set(err, ERR_USAGE, "%s is for"
		" the dashboard", w.run);
}
