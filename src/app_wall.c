/*
 * The wall: the store is read, nothing is ever written; the keys that leave
 * and draw anew are all it knows.  What cannot be read is tried again for
 * ever, and says so.
 */
#include "app_wall.h"

#include "app_term.h"
#include "base/key.h"
#include "base/mem.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/cli.h"
#include "run/live.h"
#include "run/settings.h"
#include "store/store.h"
#include "ui/frame.h"
#include "ui/term.h"
#include "view/wall.h"

#include <stdio.h>
#include <string.h>

#define FIRST_FRAME 150 /* ms to wait for the store before drawing */

struct wall {
	struct world w;
	struct app_term tty;
	struct arena *frame;     /* one frame */
	uint32_t only;           /* the incident that was named; 0: all */
	struct live *live;       /* of the one that is large, or NULL */
	struct live *next;       /* the one to come, until it has been read */
	struct err why;          /* why the store cannot be opened */
	int64_t begun;           /* loop_now() of the start */
	bool dirty, drawable, redraw, over;
};

static void
on_change(void *ctx)
{
	struct wall *wall = ctx;

	wall->dirty = true;
}

/* ---- reading ----------------------------------------------------------- */

/*
 * Those who look on are counted; a store that is opened for reading may have
 * no place where that could be written, and then does not count us.
 */
static void
be_here(struct wall *wall)
{
	struct store_presence p = {
		.incident = wall->live ?
			live_incident(wall->live)->number : wall->only,
	};

	snprintf(p.screen, sizeof(p.screen), "wall");
	store_here(wall->w.store, &p);
}

/* Opens the store, unless it is open; what is wrong is tried again. */
static bool
open_store(struct wall *wall, struct err *err)
{
	if (wall->w.store)
		return true;
	if (!world_store(&wall->w, &wall->why)) {
		*err = wall->why;
		wall->dirty = true;
		return err->code != ERR_USAGE;
	}
	board_watch(wall->w.board, on_change, wall);
	be_here(wall);
	return true;
}

/* When the last good read was, in the time of the loop; -1: never. */
static int64_t
last_good(const struct wall *wall)
{
	if (!wall->w.store || !board_ready(wall->w.board, NULL))
		return -1;
	return store_last_good(wall->w.store);
}

static void
fill_in(struct wall *wall, struct wall_in *in)
{
	const char *why = NULL;
	int64_t good = last_good(wall);

	memset(in, 0, sizeof(*in));
	in->only = wall->only;
	in->vm.now = clock_now(&wall->w.clock);
	in->vm.mono = loop_now(wall->w.loop);
	in->vm.last_good = good < 0 ? wall->begun : good;
	in->read_at = good < 0 ? WHEN_NONE :
		in->vm.now - (in->vm.mono - good);
	in->vm.read_only = true;
	in->turn = wall->w.settings->wall_turn;
	in->ascii = term_is_ascii(wall->tty.term);
	in->vm.a = wall->frame;
	term_size(wall->tty.term, &in->vm.h, &in->vm.w);
	if (!wall->w.store) {
		in->vm.store_error = wall->why.text;
		return;
	}
	in->vm.store = store_name(wall->w.store);
	in->vm.practice = store_practice(wall->w.store);
	in->vm.board = board_rows(wall->w.board, &in->vm.n_board);
	if (!board_ready(wall->w.board, &why))
		in->vm.store_error = why;
	if (!wall->live)
		return;
	if (live_incident(wall->live)->declared)
		in->vm.inc = live_incident(wall->live);
	in->vm.went_back = live_state(wall->live, &why) == STORE_WENT_BACK;
	in->vm.store_error = why;
}

/*
 * Follows the incident that is to be large.  The one before it stays until
 * the new one has been read, so that no frame is half of one.
 */
static void
choose(struct wall *wall, const struct wall_in *in)
{
	uint32_t want = wall_choose(in);

	if (wall->next && live_incident(wall->next)->number != want) {
		live_close(wall->next);
		wall->next = NULL;
	}
	if (wall->live ? live_incident(wall->live)->number == want : !want)
		return;
	if (want && !wall->next)
		wall->next = live_follow(wall->w.store, want, on_change,
			wall);
	if (want && !live_ready(wall->next))
		return;
	live_close(wall->live);
	wall->live = wall->next;
	wall->next = NULL;
	be_here(wall);
}

/* ---- drawing ----------------------------------------------------------- */

static void
draw(struct wall *wall)
{
	struct wall_in in;
	struct vm *vm;

	arena_reset(wall->frame);
	fill_in(wall, &in);
	if (wall->w.store) {
		choose(wall, &in);
		fill_in(wall, &in);
	}
	wall->drawable |= last_good(wall) >= 0 && !wall->next;
	if (!wall->drawable || !term_ready(wall->tty.term))
		return;
	vm = wall_build(&in);
	if (wall->redraw)
		term_redraw(wall->tty.term);
	wall->redraw = false;
	frame_draw(term_canvas(wall->tty.term), vm);
	if (!term_draw(wall->tty.term, vm->cursor_y, vm->cursor_x))
		return;
	term_title(wall->tty.term, vm->title);
	wall->dirty = false;
}

/* ---- events ------------------------------------------------------------ */

static void
on_key(void *ctx, const struct key *key)
{
	struct wall *wall = ctx;
	char name[KEY_NAME_MAX];

	key_label(key, name);
	wall->over |= !strcmp(name, "q");
	wall->redraw |= !strcmp(name, "r") || !strcmp(name, "C-l");
	wall->dirty |= wall->redraw;
}

static void
on_end(void *ctx, int signo)
{
	struct wall *wall = ctx;

	(void)signo;
	wall->over = true;
}

/* Once a second, on the second: the clocks move, the store is looked at. */
static void
on_tick(void *ctx)
{
	struct wall *wall = ctx;
	struct err err;

	if (wall->w.store)
		store_tick(wall->w.store);
	else
		open_store(wall, &err);
	wall->dirty = true;
	loop_after(wall->w.loop,
		1000 - clock_now(&wall->w.clock) % 1000, on_tick, wall);
}

static void
on_patience(void *ctx)
{
	struct wall *wall = ctx;

	wall->drawable = true;
	wall->dirty = true;
}

static bool
open_all(struct wall *wall, const struct app_options *o, struct err *err)
{
	struct term_options t = {
		.ctx = wall, .on_key = on_key, .on_frame = on_change,
		.on_end = on_end,
	};
	struct world_options opt = *o->world;

	opt.read_only = true;
	opt.nobody = true;
	wall->only = o->incident;
	wall->frame = arena_new(0);
	if (!world_open(&wall->w, &opt, err))
		return false;
	wall->w.loop = loop_new();
	wall->begun = loop_now(wall->w.loop);
	if (!open_store(wall, err) ||
	    !app_term_open(&wall->tty, &wall->w, &t, err))
		return false;
	term_titles(wall->tty.term, !strcmp(wall->w.settings->title, "on"));
	loop_after(wall->w.loop, FIRST_FRAME, on_patience, wall);
	on_tick(wall);
	return true;
}

static void
close_all(struct wall *wall)
{
	app_term_close(&wall->tty);
	live_close(wall->next);
	live_close(wall->live);
	world_close(&wall->w);
	arena_free(wall->frame);
}

int
app_wall_run(const struct app_options *o)
{
	struct wall wall = {.begun = 0};
	struct err err = {.code = ERR_NONE};

	if (!open_all(&wall, o, &err)) {
		close_all(&wall);
		return cli_fail(&err);
	}
	while (!wall.over) {
		loop_turn(wall.w.loop, -1);
		if (wall.dirty && !wall.over)
			draw(&wall);
	}
	close_all(&wall);
	return 0;
}
