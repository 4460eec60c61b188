/* Lines that are typed: the same grammar, answered in sentences. */
#include "run/plain.h"

#include "base/mem.h"
#include "base/words.h"
#include "run/here.h"
#include "run/live.h"
#include "run/submit.h"

#include <string.h>

#define TYPED_BYTES 65536 /* of a line; one that is longer is refused */

static void
say_refused(struct plain *p, const struct err *err)
{
	struct arena *a = arena_new(0);

	plain_put(p, arena_printf(a, "REFUSED: %s", err->text));
	arena_free(a);
}

static void
on_answer(void *ctx, const struct submit_answer *answer)
{
	struct plain *p = ctx;
	struct arena *a = arena_new(0);

	if (answer->result != SUBMIT_DONE)
		say_refused(p, answer->err);
	else if (answer->outcome->kind == OUT_RUN)
		plain_put(p, "Give it in words: `help can` says how.");
	else if (answer->count && answer->inc)
		cli_answer(answer, p->w, a, &p->out);
	else
		plain_put(p, str_get(&answer->outcome->text));
	if (answer->result == SUBMIT_DONE && answer->count &&
	    answer->args->row->use & USE_NEW)
		plain_open(p, answer->incident);
	arena_free(a);
	p->dirty = true;
}

static void
write_line(struct plain *p, const struct words *words,
	const struct cmd_args *args)
{
	struct cmd_premise premise;
	struct submit_ask ask = {
		.words = words->v, .n_words = words->n, .premise = &premise,
		.who = p->screen.who, .fn = on_answer, .ctx = p,
	};

	if (args->incident && args->incident != p->open)
		ask.incident = args->incident;
	else if (!(args->row->use & USE_NEW))
		ask.live = p->live;
	if (!ask.live && !ask.incident && !(args->row->use & USE_NEW)) {
		plain_put(p, "REFUSED: no incident is open here: `open INC-n`"
			" goes to one, or name it behind the verb.");
		return;
	}
	cmd_premise_take(&premise, plain_incident(p));
	submit_send(p->submit, &ask);
}

/* Of the dashboard's commands those that have a meaning without a screen. */
static bool
is_for_screen(const struct cmd_row *row)
{
	static const char *const known[] = {"who", "open", "board"};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (!strcmp(row->name, known[i]))
			return false;
	return row->use & (USE_SCREEN | USE_TERM | USE_RUN);
}

static void
take_wishes(struct plain *p)
{
	struct screen *s = &p->screen;

	if (s->wants_open)
		plain_open(p, s->wants_open);
	if (s->wants_board) {
		plain_open(p, 0);
		plain_put(p, "No incident is open here.");
	}
	s->wants_open = 0;
	s->wants_board = false;
}

/* What is decided here and now: text, or who acts on which incident. */
static void
run_here(struct plain *p, const struct cmd_args *args, struct arena *a)
{
	struct outcome out;
	struct cmd_env env;
	struct watcher *here;
	struct err err;

	world_env(p->w, a, &env);
	env.inc = plain_incident(p);
	env.who = p->screen.who;
	env.screen = &p->screen;
	if (args->row->use & USE_HERE) {
		env.n_here = here_list(p->w->store, a, &here);
		env.here = here;
	}
	if (args->incident && args->incident != p->open &&
	    !(args->row->use & USE_NO_INC))
		plain_put(p, "REFUSED: another incident is open here: `open INC-n`"
			" goes to one.");
	else if (!env.inc && !(args->row->use & USE_NO_INC))
		plain_put(p, "REFUSED: no incident is open here: `open INC-n` goes"
			" to one.");
	else if (!cmd_decide(&env, args, NULL, &out, &err))
		say_refused(p, &err);
	else {
		if (out.text.len)
			plain_put(p, str_get(&out.text));
		outcome_release(&out);
	}
	take_wishes(p);
}

static void
help(struct plain *p, const struct cmd_args *args)
{
	plain_flush(p);
	p->cli->args = *args;
	run_row_find("help")->fn(p->cli, &p->err);
	p->err.code = ERR_NONE;
}

static void
run_line(struct plain *p, const char *line)
{
	struct arena *a = arena_new(0);
	struct cmd_args args;
	struct words words;
	struct err err;

	line += strspn(line, " \t");
	if (!strcmp(line, "q") || !strcmp(line, "quit"))
		p->ended = true;
	else if (!words_split(a, line, &words, &err) || (words.n &&
	    !cmd_parse(a, words.v, words.n, &args, &err)))
		say_refused(p, &err);
	else if (!words.n)
		;
	else if (!strcmp(args.row->name, "help"))
		help(p, &args);
	else if (is_for_screen(args.row))
		plain_put(p, arena_printf(a, "REFUSED: %s is for %s.",
			args.row->name, args.row->use & USE_SCREEN ?
			"the dashboard" : "the command line"));
	else if (args.row->use & USE_WRITE)
		write_line(p, &words, &args);
	else
		run_here(p, &args, a);
	arena_free(a);
}

/* Whole lines of what was typed are run, in their order. */
void
plain_typed(struct plain *p, bool last)
{
	const char *from = str_get(&p->typed), *end;
	struct str rest = {0};

	while (!p->ended && (end = strchr(from, '\n'))) {
		struct str line = {0};

		str_addn(&line, from, (size_t)(end - from));
		run_line(p, str_get(&line));
		str_release(&line);
		from = end + 1;
	}
	if (last && *from && !p->ended)
		run_line(p, from);
	else
		str_add(&rest, from);
	str_release(&p->typed);
	p->typed = rest;
	if (p->typed.len <= TYPED_BYTES)
		return;
	str_cut(&p->typed, 0);
	plain_put(p, "REFUSED: that line is too long.");
}
