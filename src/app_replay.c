#include "app_replay.h"

#include "app_line.h"
#include "base/mem.h"
#include "cmd/cmd.h"
#include "cmd/moment.h"
#include "run/cli.h"
#include "run/live.h"
#include "run/replay.h"
#include "run/settings.h"
#include "store/store.h"
#include "ui/frame.h"
#include "view/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define FRAME_THEME "default" /* whatever the config of this host says */
#define SIDE_MAX 1000 /* rows, or columns, of a frame that is printed */

/* ---- what was asked for --------------------------------------------------- */

/* A whole number from 1 on that ends before @end; 0: it is none. */
static int
number_of(const char *s, size_t n, int most)
{
	long v = n && n < 8 && strspn(s, "0123456789") >= n ?
		strtol(s, NULL, 10) : 0;

	return v <= most ? (int)v : 0;
}

static bool
read_speed(const struct cmd_args *args, int *out, struct err *err)
{
	const char *s = cmd_option(args, "--speed");

	*out = s ? number_of(s, strlen(s), PAST_SPEED_MAX) : PAST_SPEED;
	return *out || err_set(err, ERR_USAGE, "--speed: '%.40s' is no whole"
		" number of 1 to %d", s, PAST_SPEED_MAX);
}

static bool
read_size(const struct cmd_args *args, struct vm_in *in, struct err *err)
{
	const char *s = cmd_option(args, "--size"), *x;
	struct winsize size = {.ws_row = 24, .ws_col = 80};

	if (!s) {
		ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
		in->h = size.ws_row ? size.ws_row : 24;
		in->w = size.ws_col ? size.ws_col : 80;
		return true;
	}
	x = strchr(s, 'x');
	in->w = x ? number_of(s, (size_t)(x - s), SIDE_MAX) : 0;
	in->h = x ? number_of(x + 1, strlen(x + 1), SIDE_MAX) : 0;
	return (in->w && in->h) || err_set(err, ERR_USAGE, "--size: '%.40s'"
		" is no size: columns x rows, 160x45, each at most %d", s,
		SIDE_MAX);
}

/* Played from the first entry on, printed as of the last, or --at. */
static bool
read_moment(const struct cmd_args *args, const struct incident *inc,
	bool last, int zone_min, struct moment *out, struct err *err)
{
	const char *at = cmd_option(args, "--at");
	/* -10m is before the end; 14:10Z of the first day that has it. */
	uint32_t base = at && *at == '-' ? inc->n : 1;

	*out = moment_of(inc, last ? inc->n : 1);
	if (!at || moment_read(inc, at, moment_of(inc, base).at, zone_min,
	    out, err))
		return true;
	return err_prefix(err, "--at: ");
}

static struct live *
open_log(struct world *w, const struct app_options *o, struct err *err)
{
	struct replay_ask ask = {
		.file = cmd_pos(o->args, 0), .incident = o->incident,
		.line = "replay",
	};

	/* `replay --frame INC-17`: it need not stand right behind the verb. */
	if (ask.file && cmd_incident(ask.file)) {
		ask.incident = cmd_incident(ask.file);
		ask.file = NULL;
	}
	return replay_open(w, o->world, &ask, err);
}

/* ---- one frame ------------------------------------------------------------ */

/* The screen of whoever looks on at that moment. */
static void
frame_screen(struct screen *s, const struct world *w,
	const struct incident *whole, const struct moment *at)
{
	screen_init(s, "");
	snprintf(s->who, sizeof(s->who), "%s", w->who);
	s->mode = MODE_INCIDENT;
	s->incident = whole->number;
	screen_focus(s, PANE_ATTENTION);
	s->past.replay = true;
	screen_past(s, whole, at->n, at->at);
}

/* Nothing of this host or this day goes into it. */
static bool
print_frame(const struct world *w, const struct incident *whole,
	const struct moment *at, const struct vm_in *size, const char *theme,
	struct err *err)
{
	struct arena *a = arena_new(0);
	struct incident *was = incident_at(whole, at->n);
	const struct roster nobody = {NULL, 0};
	struct str out = {0};
	bool gone = false, ok;
	struct screen s;
	struct vm_in in = {
		.inc = was, .screen = &s, .roster = &nobody, .now = at->at,
		.store = "", .practice = store_practice(w->store),
		.present_n = whole->n, .h = size->h, .w = size->w, .a = a,
	};

	frame_screen(&s, w, whole, at);
	frame_print(vm_build(&in), theme, &out);
	ok = cli_put(str_get(&out), &gone, err);
	str_release(&out);
	screen_release(&s);
	incident_free(was);
	arena_free(a);
	return ok;
}

static int
run_frame(const struct app_options *o)
{
	struct world w = {.store = NULL};
	struct vm_in size = {.h = 0};
	struct err err = {.code = ERR_NONE};
	struct live *live = NULL;
	struct moment at;
	bool ok;

	ok = read_size(o->args, &size, &err) &&
		(live = open_log(&w, o, &err)) != NULL &&
		read_moment(o->args, live_incident(live), true, 0, &at, &err);
	ok = ok && print_frame(&w, live_incident(live), &at, &size,
		!cmd_option(o->args, "--ansi") ? NULL : o->world->theme ?
		o->world->theme : FRAME_THEME,
		&err);
	live_close(live);
	world_close(&w);
	return ok ? 0 : cli_fail(&err);
}

/* ---- playing --------------------------------------------------------------- */

/* A screen that is on the first moment of what is asked for. */
static bool
open_replay(struct app *app, const struct app_options *o,
	uint32_t *incident, struct err *err)
{
	struct live *live = open_log(&app->w, o, err);
	struct past *past = &app->screen.past;
	struct moment at;
	bool ok;

	if (!live)
		return false;
	*incident = live_incident(live)->number;
	screen_init(&app->screen, app->w.via);
	ok = read_speed(o->args, &past->speed, err) &&
		read_moment(o->args, live_incident(live), false,
			app->w.settings->zone_min, &at, err);
	if (ok)
		screen_past(&app->screen, live_incident(live), at.n, at.at);
	past->replay = true;
	live_close(live);
	return ok;
}

int
app_replay_run(const struct app_options *o)
{
	struct app_options own = *o;

	own.open = open_replay;
	return cmd_option(o->args, "--frame") ? run_frame(o) : app_run(&own);
}
