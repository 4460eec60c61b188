#include "app_line.h"

#include "app_here.h"
#include "app_past.h"
#include "base/mem.h"
#include "loop/loop.h"
#include "run/help.h"
#include "run/live.h"
#include "run/submit.h"
#include "ui/term.h"
#include "view/overlay.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
say_error(struct app *app, const char *text)
{
	screen_say(&app->screen, SAID_ERROR, loop_now(app->w.loop), "%s",
		text);
	app->dirty = true;
}

/* "INC-17: note 215", and what the command has to say beside. */
static void
say_done(struct app *app, const struct submit_answer *a)
{
	const char *more = a->outcome ? str_get(&a->outcome->text) : "";

	if (!a->count) {
		screen_say(&app->screen, SAID_DONE, loop_now(app->w.loop),
			"%s", *more ? more : "nothing to do");
		return;
	}
	screen_say(&app->screen, SAID_DONE, loop_now(app->w.loop),
		"INC-%u: %s %u%s%s", a->incident, a->args->row->name,
		a->first, *more ? "; " : "", more);
}

/* One line on its way, and the form that it came from. */
struct errand {
	struct app *app;
	uint32_t token;       /* of the form; 0: it came from none */
	struct errand *next;
};

/* Takes the errand off the list; returns the token of its form. */
static uint32_t
errand_end(struct errand *e)
{
	struct errand **at = &e->app->errands;
	uint32_t token = e->token;

	while (*at != e)
		at = &(*at)->next;
	*at = e->next;
	free(e);
	return token;
}

void
app_line_end(struct app *app)
{
	while (app->errands)
		errand_end(app->errands);
}

/* The form that was sent has been left meanwhile: its text is parked. */
static void
answer_parked(struct app *app, struct parked *one,
	const struct submit_answer *a)
{
	const char *key = parked_key(one);
	struct str text = {0};

	if (a->result == SUBMIT_DONE) {
		parking_drop(&app->screen.parking, one);
		say_done(app, a);
		return;
	}
	form_refuse(&one->form, a->err ? a->err->text : "not written");
	str_addf(&text, "%s; parked: %s%s%s%s", one->form.error,
		parked_name(one), *key ? ", " : "", key,
		*key ? " goes on" : "");
	say_error(app, str_get(&text));
	str_release(&text);
}

static void
on_answer(void *ctx, const struct submit_answer *a)
{
	struct app *app = ((struct errand *)ctx)->app;
	struct screen *s = &app->screen;
	uint32_t token = errand_end(ctx);
	struct parked *one = parking_sent(&s->parking, token);
	bool form = token && s->over == OVER_FORM && s->form.token == token;

	app->dirty = true;
	if (one)
		answer_parked(app, one, a);
	else if (a->result == SUBMIT_DONE && a->outcome &&
	    a->outcome->kind == OUT_RUN) {
		/* `can` without words: a form, where a shell has $EDITOR. */
		screen_say(s, SAID_NOTHING, 0, "%s", "");
		app_line(app, "form can");
	} else if (a->result == SUBMIT_DONE) {
		if (form)
			screen_drop(s);
		say_done(app, a);
		if (a->count && a->args && a->args->row->use & USE_NEW)
			app_open(app, a->incident);
	} else if (form) {
		s->said = SAID_NOTHING;
		form_refuse(&s->form, a->err ? a->err->text : "not written");
	} else {
		say_error(app, a->err ? a->err->text : "not written");
	}
	if (a->result == SUBMIT_DONE && a->count)
		s->undo_n = a->first;
}

static void
send(struct app *app, const struct words *words,
	const struct cmd_premise *premise, uint32_t incident)
{
	const struct form *f = &app->screen.form;
	struct errand *e = mem_new(sizeof(*e));
	struct submit_ask ask = {
		.words = words->v, .n_words = words->n, .premise = premise,
		.who = app->screen.who, .fn = on_answer, .ctx = e,
	};

	*e = (struct errand){app, f->sending ? f->token : 0, app->errands};
	app->errands = e;

	if (app->live && incident == app->screen.incident)
		ask.live = app->live;
	else
		ask.incident = incident;
	submit_send(app->submit, &ask);
	screen_say(&app->screen, SAID_SENDING, loop_now(app->w.loop), "%s",
		words->v[0]);
}

static void
env_of(struct app *app, struct cmd_env *env)
{
	world_env(&app->w, app->frame, env);
	env->inc = app_shown(app);
	env->whole = app_incident(app);
	env->now = app_now(app);
	env->who = app->screen.who;
	env->screen = &app->screen;
	env->here = app->watchers;
	env->n_here = app->n_watchers;
}

/* What a shell would do: nothing, but for the help. */
static void
run_elsewhere(struct app *app, const struct cmd_args *args)
{
	struct str text = {0};
	struct err err;

	if (strcmp(args->row->name, "help") != 0)
		screen_say(&app->screen, SAID_ERROR, loop_now(app->w.loop),
			"%s is for the command line: fireground %s",
			args->row->name, args->row->name);
	else if (help_text(cmd_pos(args, 0), true, app->frame, &text, &err))
		screen_show(&app->screen, "help", str_get(&text));
	else
		say_error(app, err.text);
	str_release(&text);
}

/*
 * What is decided here and now: the screen changes, or there is an answer.
 * The @form that asks for it stays open when it is refused.
 */
static void
run_here(struct app *app, const struct cmd_args *args, struct form *form)
{
	struct outcome out = {0};
	struct cmd_env env;
	struct err err;

	env_of(app, &env);
	if (!cmd_decide(&env, args, NULL, &out, &err)) {
		if (form)
			form_refuse(form, err.text);
		else
			say_error(app, err.text);
		return;
	}
	if (form)
		screen_drop(&app->screen);
	if (out.kind == OUT_TEXT)
		screen_show(&app->screen, args->row->name,
			str_get(&out.text));
	else if (out.kind == OUT_RUN)
		run_elsewhere(app, args);
	else if (out.text.len)
		screen_say(&app->screen, SAID_DONE, loop_now(app->w.loop),
			"%s", str_get(&out.text));
	outcome_release(&out);
}

/* The line's own incident, else the one @here. */
static uint32_t
incident_for(const struct cmd_args *args, uint32_t here)
{
	if (args->row->use & USE_NEW)
		return 0;
	return args->incident ? args->incident : here;
}

void
app_line(struct app *app, const char *line)
{
	struct cmd_premise premise;
	struct cmd_env env;
	struct cmd_args args;
	struct words words;
	uint32_t incident;
	struct err err;

	if (!words_split(app->frame, line, &words, &err) ||
	    !cmd_parse(app->frame, words.v, words.n, &args, &err)) {
		say_error(app, err.text);
		return;
	}
	if (!(args.row->use & USE_WRITE)) {
		run_here(app, &args, NULL);
		return;
	}
	if (!screen_may_write(&app->screen, &err)) {
		say_error(app, err.text);
		return;
	}
	incident = incident_for(&args, app->screen.incident);
	if (!incident && !(args.row->use & USE_NEW)) {
		say_error(app, "no incident is open: Enter on the board opens"
			" one, or name it: VERB INC-n");
		return;
	}
	env_of(app, &env);
	if (cmd_asks_who(&env, line))
		return;
	cmd_premise_press(&premise, app_incident(app), &app->screen);
	send(app, &words, &premise, incident);
}

void
app_form(struct app *app)
{
	struct form *f = &app->screen.form;
	struct cmd_premise premise = {
		.taken = f->incident != 0, .incident = f->incident,
		.stage_n = f->stage_n, .command_n = f->command_n,
	};
	struct cmd_args args;
	struct words words;
	struct err err;

	if (!form_words(f, app->frame, &words))
		return;
	if (!cmd_parse(app->frame, words.v, words.n, &args, &err)) {
		form_refuse(f, err.text);
		return;
	}
	if (!(args.row->use & USE_WRITE)) {
		run_here(app, &args, f);
		return;
	}
	if (!screen_may_write(&app->screen, &err)) {
		form_refuse(f, err.text);
		return;
	}
	f->sending = true;
	/* Another incident can have been opened since the form was. */
	send(app, &words, &premise, incident_for(&args, f->incident ?
		f->incident : app->screen.incident));
}

void
app_wants(struct app *app)
{
	struct screen *s = &app->screen;
	const char *line;

	/* A row's key may be a form that turns into another line. */
	while ((line = screen_take_run(s, app->frame)))
		app_line(app, line);
	if (s->copy.len && !term_copy(app->tty.term, s->copy.s, s->copy.len))
		say_error(app, "this terminal has no clipboard that a program"
			" could fill: copy by hand");
	str_cut(&s->copy, 0);
	if (s->then.due)
		screen_then_end(s);
	if (s->wants_open) {
		uint32_t n = s->wants_open;

		s->wants_open = 0;
		app_open(app, n);
	}
	if (s->wants_board) {
		s->wants_board = false;
		app_open(app, 0);
	}
	app_here_say(app);
	if (s->wants_quit)
		app->over = true;
}
