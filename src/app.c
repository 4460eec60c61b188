/*
 * The dashboard.  A turn of the loop: keys, the store's news and timers
 * change state; then, if anything did and the terminal takes bytes, one frame
 * is built and drawn.
 */
#include "app.h"

#include "app_here.h"
#include "app_history.h"
#include "app_keep.h"
#include "app_line.h"
#include "app_past.h"
#include "base/mem.h"
#include "loop/loop.h"
#include "model/clocks.h"
#include "run/board.h"
#include "run/cli.h"
#include "run/live.h"
#include "run/settings.h"
#include "run/submit.h"
#include "store/store.h"
#include "ui/frame.h"
#include "ui/term.h"
#include "view/answer.h"
#include "view/keys.h"
#include "view/overlay.h"
#include "view/rows.h"
#include "view/search.h"

#include <stdio.h>
#include <string.h>

#define FIRST_FRAME 150 /* ms to wait for the store before drawing */
#define PRESENT_EVERY 5 /* ticks between looks at who else is here */

static void
on_change(void *ctx)
{
	struct app *app = ctx;

	app->dirty = true;
}

void
app_open(struct app *app, uint32_t incident)
{
	app_past_leave(app);
	live_close(app->live);
	app->live = NULL;
	app->vm = NULL;
	if (incident != app->screen.incident)
		screen_forget(&app->screen);
	app->screen.incident = incident;
	app->screen.mode = incident ? MODE_INCIDENT : MODE_BOARD;
	app->screen.undo_n = 0;
	screen_focus(&app->screen, incident ? PANE_ATTENTION : PANE_BOARD);
	if (incident)
		app->live = live_follow(app->w.store, incident, on_change,
			app);
	app_here_say(app);
	app_here_look(app);
	app->dirty = true;
}

const struct incident *
app_incident(const struct app *app)
{
	const struct incident *inc;

	if (!app->live || !live_ready(app->live))
		return NULL;
	inc = live_incident(app->live);
	return inc->declared ? inc : NULL;
}

static void
fill_store_state(struct app *app, struct vm_in *in)
{
	enum store_state state;
	const char *why = NULL;

	if (app->live) {
		state = live_state(app->live, &why);
		in->went_back = state == STORE_WENT_BACK;
		in->store_error = state == STORE_LIVE ? NULL : why;
	} else if (!board_ready(app->w.board, &why)) {
		in->store_error = why;
	}
}

/* What a frame is built from; what has to be made for it is from @a. */
static void
fill_vm_in(struct app *app, struct arena *a, struct vm_in *in)
{
	const struct settings *set = app->w.settings;

	memset(in, 0, sizeof(*in));
	in->inc = app->screen.mode == MODE_INCIDENT ? app_shown(app) : NULL;
	in->board = board_rows(app->w.board, &in->n_board);
	in->board_total = in->n_board;
	in->screen = &app->screen;
	in->roster = &set->roster;
	in->now = app_now(app);
	in->mono = loop_now(app->w.loop);
	in->last_good = store_last_good(app->w.store);
	in->zone = set->zone;
	in->zone_min = set->zone_min;
	in->read_only = app->screen.read_only;
	in->store = store_name(app->w.store);
	in->practice = store_practice(app->w.store);
	in->watching = app->watching;
	in->here = app->watchers;
	in->n_here = app->n_watchers;
	in->a = a;
	in->drawn = app->vm;
	fill_store_state(app, in);
	app_past_fill(app, in);
	in->ascii = term_is_ascii(app->tty.term);
	term_size(app->tty.term, &in->h, &in->w);
}

static void
draw(struct app *app)
{
	struct vm_in in;
	struct vm *vm;

	if (!app->drawable || !term_ready(app->tty.term))
		return;
	app->vm = NULL;
	arena_reset(app->shown);
	fill_vm_in(app, app->shown, &in);
	app->vm = vm = vm_build(&in);
	screen_drawn(&app->screen, vm);
	if (app->screen.wants_redraw)
		term_redraw(app->tty.term);
	app->screen.wants_redraw = false;
	frame_draw(term_canvas(app->tty.term), vm);
	if (!term_draw(app->tty.term, vm->cursor_y, vm->cursor_x))
		return;
	term_title(app->tty.term, vm->title);
	app_alarm(app);
	app->dirty = false;
}

static void
on_frame(void *ctx)
{
	struct app *app = ctx;

	app->dirty = true;
}

static void
on_end(void *ctx, int signo)
{
	struct app *app = ctx;

	(void)signo;
	app->over = true;
}

static void
on_key(void *ctx, const struct key *key)
{
	struct app *app = ctx;
	struct screen *s = &app->screen;
	struct str line = {0};
	struct vm_in in, after;
	struct answer answer;
	enum screen_did did;

	arena_reset(app->frame);
	fill_vm_in(app, app->frame, &in);
	s->mono = in.mono;
	answer_begin(&answer, key, &in);
	did = screen_key(s, key, &in, &line);
	app_history_note(app);
	switch (did) {
	case DID_LINE:
		app_line(app, str_get(&line));
		break;
	case DID_FORM:
		app_form(app);
		break;
	case DID_NOTHING:
	case DID_SCREEN:
		break;
	}
	app_wants(app);
	fill_vm_in(app, app->frame, &after);
	after.now = in.now;
	after.mono = in.mono;
	answer_end(&answer, str_get(&line), &after, s);
	str_release(&line);
	app_past_play(app);
	if (s->prompt)
		snprintf(s->hint, sizeof(s->hint), "%s",
			cmd_hint(str_get(&s->line.text), app->frame));
	app_set(app);
	app->dirty = true;
}

/* Once a second, on the second: the clocks move. */
static void
on_tick(void *ctx)
{
	struct app *app = ctx;
	when_ms now = clock_now(&app->w.clock);

	store_tick(app->w.store);
	if (screen_idle(&app->screen, loop_now(app->w.loop), now))
		app_here_left(app);
	app_keep_save(app);
	if (++app->ticks % PRESENT_EVERY == 0)
		app_here_look(app);
	app->dirty = true;
	loop_after(app->w.loop, 1000 - now % 1000, on_tick, app);
}

static void
on_patience(void *ctx)
{
	struct app *app = ctx;

	app->drawable = true;
	app->dirty = true;
}

/* The first frame waits a moment for the store, so that it is a whole one. */
static void
look_ready(struct app *app)
{
	const struct summary *rows;
	uint32_t only;
	int n;

	if (app->drawable || !board_ready(app->w.board, NULL))
		return;
	if (!app->chosen) {
		rows = board_rows(app->w.board, &n);
		only = cmd_only_live(rows, n);
		app->chosen = true;
		if (!app->screen.incident && only)
			app_open(app, only);
	}
	if (!app->live || live_ready(app->live)) {
		app->drawable = true;
		app_past_play(app);
	}
}

static bool
bind_keys(struct app *app, struct err *err)
{
	const struct settings *set = app->w.settings;
	struct key_bind *binds = arena_alloc(app->life,
		(size_t)(set->n_keys + 1) * sizeof(*binds));

	for (int i = 0; i < set->n_keys; i++) {
		binds[i].key = set->keys[i].key;
		binds[i].line = set->keys[i].command;
		binds[i].place = set->keys[i].where;
	}
	app->keys = key_map_new(binds, set->n_keys, err);
	app->screen.keys = app->keys;
	return app->keys;
}

/* The store, and a screen of the present or what a verb shows. */
static bool
open_world(struct app *app, const struct app_options *o, uint32_t *incident,
	struct err *err)
{
	*incident = o->incident;
	if (o->open)
		return o->open(app, o, incident, err);
	if (!world_open(&app->w, o->world, err) || !world_store(&app->w, err))
		return false;
	screen_init(&app->screen, app->w.via);
	app->screen.read_only = o->world->read_only;
	return true;
}

static bool
open_all(struct app *app, const struct app_options *o, struct err *err)
{
	struct term_options t = {
		.ctx = app, .on_key = on_key, .on_frame = on_frame,
		.on_end = on_end,
	};

	uint32_t incident;

	app->life = arena_new(0);
	app->frame = arena_new(0);
	app->shown = arena_new(0);
	app->present = arena_new(0);
	if (!open_world(app, o, &incident, err))
		return false;
	app_here_open(app);
	if (!bind_keys(app, err))
		return false;
	app_set_open(app);
	if (!app_term_open(&app->tty, &app->w, &t, err))
		return false;
	app_set_opened(app);
	app->submit = submit_new(&app->w);
	app_keep_open(app);
	app_history_open(app);
	board_watch(app->w.board, on_change, app);
	app->chosen = incident != 0;
	app_open(app, incident);
	app->screen.past.plays = app->screen.past.replay;
	loop_after(app->w.loop, FIRST_FRAME, on_patience, app);
	on_tick(app);
	return true;
}

static void
close_all(struct app *app)
{
	app_term_close(&app->tty);
	submit_free(app->submit);
	app_past_leave(app);
	app_keep_close(app);
	app_line_end(app);
	live_close(app->live);
	key_map_free(app->keys);
	screen_release(&app->screen);
	world_close(&app->w);
	arena_free(app->frame);
	arena_free(app->shown);
	arena_free(app->present);
	arena_free(app->life);
	app_set_close(app);
	app_alarm_close(app);
}

/* A long log is searched a slice a turn, so that keys come in between. */
static bool
search_on(struct app *app)
{
	const struct incident *inc = app->screen.mode == MODE_INCIDENT ?
		app_shown(app) : NULL;

	if (!search_busy(&app->screen, inc))
		return false;
	search_go_on(&app->screen, inc, loop_now(app->w.loop));
	app->dirty = true;
	return true;
}

int
app_run(const struct app_options *o)
{
	struct app app = {.over = false};
	struct err err = {0};
	int code = 0;

	if (!open_all(&app, o, &err)) {
		close_all(&app);
		return cli_fail(&err);
	}
	while (!app.over) {
		loop_turn(app.w.loop, search_on(&app) ? 0 : -1);
		look_ready(&app);
		if (app.dirty && !app.over)
			draw(&app);
	}
	close_all(&app);
	return code;
}
