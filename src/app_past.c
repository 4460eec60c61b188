#include "app_past.h"

#include "base/mem.h"
#include "cmd/moment.h"
#include "loop/loop.h"
#include "model/attention.h"
#include "run/clock.h"
#include "view/vm.h"

enum {
	FRAME_MS = 200,  /* between two frames of what is played */
	QUIET_MS = 4000, /* without an entry, then it goes to the next one */
	LEAD_MS = 1000,  /* and comes there this long before */
	STEPS = 64,      /* entries that are folded one by one */
};

/* ---- the state of then -------------------------------------------------- */

static void
forget(struct app *app)
{
	/* The frame on the screen may borrow its texts. */
	if (app->was)
		app->vm = NULL;
	incident_free(app->was);
	app->was = NULL;
}

/* What was erased meanwhile must not be read in the past either. */
static bool
erased_since(const struct incident *inc, uint32_t n)
{
	for (uint32_t i = n + 1; i <= inc->n; i++)
		if (incident_entry(inc, i)->ev.kind == KIND_ERASED)
			return true;
	return false;
}

/* The next entry costs nothing; the one before is folded from the first. */
const struct incident *
app_shown(struct app *app)
{
	const struct incident *inc = app_incident(app);
	uint32_t n = app->screen.past.n;

	if (!inc || !n)
		return inc;
	if (n > inc->n)
		n = inc->n;
	if (app->was && (app->was->n > n || app->was->n + STEPS < n ||
	    erased_since(inc, app->was_of)))
		forget(app);
	if (!app->was)
		app->was = incident_at(inc, n);
	while (app->was->n < n && incident_next(app->was, inc))
		continue;
	app->was_of = inc->n;
	return app->was;
}

when_ms
app_now(const struct app *app)
{
	return app->screen.past.n ? app->screen.past.at :
		clock_now(&app->w.clock);
}

void
app_past_leave(struct app *app)
{
	app->screen.past.plays = false;
	app_past_play(app);
	screen_present(&app->screen);
	forget(app);
}

/* ---- the present meanwhile ---------------------------------------------- */

void
app_past_fill(struct app *app, struct vm_in *in)
{
	const struct incident *inc = app_incident(app);
	struct attention_list list;

	if (!inc || !app->screen.past.n)
		return;
	in->present_n = inc->n;
	in->present = clock_now(&app->w.clock);
	if (app->screen.past.replay)
		return;
	list = attention_of(inc, app->screen.who, in->present, in->a);
	for (int i = 0; i < list.n; i++)
		in->present_red += list.v[i].level == LEVEL_BAD;
}

/* ---- playing ------------------------------------------------------------ */

/*
 * Where nothing was said for long the next entry comes soon all the same, as
 * much before it as can be seen.
 */
static void
pass_quiet(struct app *app, const struct incident *inc, int64_t mono)
{
	struct past *past = &app->screen.past;
	const struct entry *next = incident_entry(inc, past->n + 1);
	when_ms lead = (when_ms)past->speed * LEAD_MS;
	char span[WHEN_MAX];

	if (!next || mono - app->quiet < QUIET_MS ||
	    next->moment - past->at <= lead)
		return;
	screen_say(&app->screen, SAID_DONE, mono, "%s without an entry, passed"
		" over", when_span(next->moment - lead - past->at, span));
	past->at = next->moment - lead;
}

static void
play_to_the_end(struct app *app, const struct incident *inc)
{
	struct moment last = moment_of(inc, inc->n);

	screen_past(&app->screen, inc, last.n, last.at);
	app->screen.past.plays = false;
	if (app->screen.past.replay)
		return;
	screen_present(&app->screen);
	screen_say(&app->screen, SAID_DONE, loop_now(app->w.loop),
		"played up to the last entry: this is now");
}

static void
play_on(struct app *app, const struct incident *inc)
{
	struct past *past = &app->screen.past;
	int64_t mono = loop_now(app->w.loop);
	uint32_t n = past->n;
	struct moment to;

	past->at += (mono - app->played) * past->speed;
	app->played = mono;
	pass_quiet(app, inc, mono);
	to = moment_at(inc, past->at);
	if (to.n >= inc->n) {
		play_to_the_end(app, inc);
		return;
	}
	if (to.n == n)
		return;
	app->quiet = mono;
	screen_past(&app->screen, inc, to.n, to.at);
}

static void
on_play(void *ctx)
{
	struct app *app = ctx;
	const struct incident *inc = app_incident(app);

	app->play = NULL;
	if (inc && app->screen.past.n)
		play_on(app, inc);
	if (app->screen.past.plays)
		app->play = loop_after(app->w.loop, FRAME_MS, on_play, app);
	app->dirty = true;
}

void
app_past_play(struct app *app)
{
	bool plays = app->screen.past.plays;

	if (!plays) {
		loop_timer_stop(app->play);
		app->play = NULL;
	} else if (!app->play) {
		app->played = app->quiet = loop_now(app->w.loop);
		app->play = loop_after(app->w.loop, FRAME_MS, on_play, app);
	}
}
