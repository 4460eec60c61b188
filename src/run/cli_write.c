/* A command that writes: submit it, and say where it went. */
#include "run/rows.h"

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "model/words.h"
#include "run/submit.h"

#include <stdio.h>

struct writing {
	struct cli *cli;
	bool done, ok;
	char run[32];     /* the run row that goes on; "" */
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

static void
add_message(const struct submit_answer *a, const struct message *m,
	struct arena *arena, struct str *out)
{
	str_addf(out, "NOT SENT: say it by hand, then `fireground broadcast"
		" INC-%u --said %u`:\n%s\n", (unsigned)a->incident,
		(unsigned)m->n, text_safe(arena, m->text, true));
}

void
cli_answer(const struct submit_answer *a, const struct world *w,
	struct arena *arena, struct str *out)
{
	str_addf(out, "%s:", cli_where(a->inc, arena));
	for (int i = 0; i < a->count; i++) {
		const struct entry *e = incident_entry(a->inc,
			a->first + (uint32_t)i);

		if (e)
			str_addf(out, "%s %s %u", i ? "," : "", words_tag(e),
				(unsigned)e->ev.n);
	}
	str_addc(out, '\n');
	add_times(a, arena, w, out);
	if (a->outcome->text.len)
		str_addf(out, "%s\n", text_safe(arena,
			str_get(&a->outcome->text), true));
	for (int i = 0; i < a->count; i++) {
		const struct message *m = incident_message(a->inc,
			a->first + (uint32_t)i);

		if (m && m->told == WHEN_NONE)
			add_message(a, m, arena, out);
	}
}

/* ---- as JSON ------------------------------------------------------- */

static void
add_entries(const struct submit_answer *a, struct str *out)
{
	json_write_key(out, "entries");
	str_addc(out, '[');
	for (int i = 0; i < a->count; i++) {
		json_write_next(out);
		json_write_int(out, a->first + (uint32_t)i);
	}
	str_addc(out, ']');
	json_write_key(out, "tags");
	str_addc(out, '[');
	for (int i = 0; i < a->count; i++) {
		const struct entry *e = incident_entry(a->inc,
			a->first + (uint32_t)i);

		json_write_next(out);
		json_write_text(out, e ? words_tag(e) : "");
	}
	str_addc(out, ']');
}

static void
add_messages(const struct submit_answer *a, struct str *out)
{
	json_write_key(out, "messages");
	str_addc(out, '[');
	for (int i = 0; i < a->count; i++) {
		const struct message *m = incident_message(a->inc,
			a->first + (uint32_t)i);

		if (!m)
			continue;
		json_write_next(out);
		str_addc(out, '{');
		json_put_int(out, "entry", m->n);
		json_put_bool(out, "sent", m->told != WHEN_NONE);
		json_put_text(out, "text", m->text);
		str_addc(out, '}');
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
	add_messages(a, out);
	str_add(out, "}\n");
}

/* ---- the answer ---------------------------------------------------- */

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
	else if (w->cli->json)
		add_json(a, &out);
	else
		cli_answer(a, &w->cli->world, arena, &out);
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

bool
cli_write(struct cli *cli, char *const *words, int n, struct err *err)
{
	struct writing w = {.cli = cli, .err = err};
	struct submit *s = submit_new(&cli->world);
	const struct run_row *row;

	submit_send(s, &(struct submit_ask){
		.words = words, .n_words = n, .incident = cli->incident,
		.when = WHEN_NONE, .fn = answered, .ctx = &w,
	});
	loop_until(cli->world.loop, &w.done, -1);
	submit_free(s);
	if (!w.ok || !*w.run)
		return w.ok;
	row = run_row_find(w.run);
	return row ? row->fn(cli, err) : err_set(err, ERR_USAGE, "%s is for"
		" the dashboard", w.run);
}
