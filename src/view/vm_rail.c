/*
 * The stage rail: where the incident is among the eight stages, and below it
 * the bands of the impact with the two calls that end them.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/rules.h"

#include <string.h>

#define DONE "\u2713"
#define LATER "\u25cb"
#define NOW "\u25cf"
#define SKIPPED "\u2013"
#define H "\u2500"
#define HEAVY "\u2501"
#define STOP "\u2524"

#define STAGES (STAGE_COUNT - 1)

/* One stage of the rail. */
struct stop {
	const char *mark, *name, *span;
	enum style mark_style, name_style;
	bool here;
	int x, w; /* columns of its label */
};

struct rail {
	struct stop stop[STAGE_COUNT];
	bool spans;   /* durations are shown */
	bool calls;   /* the calls stand between the stages */
	const char *gap; /* between mark and name */
};

static const struct visit *
last_visit(const struct incident *inc, enum stage s)
{
	for (int i = inc->n_visits - 1; i >= 0; i--)
		if (inc->visits[i].stage == s)
			return &inc->visits[i];
	return NULL;
}

static void
set_stop(struct vm_make *m, struct rail *r, enum stage s)
{
	const struct incident *inc = m->inc;
	const struct visit *v = last_visit(inc, s);
	struct stop *at = &r->stop[s];

	*at = (struct stop){
		.mark = LATER, .name = stage_rows[s].name, .span = "",
		.mark_style = STYLE_DIM, .name_style = STYLE_DIM,
		.here = s == inc->stage && !inc->closed,
	};
	if (s == STAGE_ACTION_ITEMS && !*r->gap)
		at->name = "Items";
	if (v && (r->spans || at->here))
		at->span = vm_span_of(m, clock_stage(inc, s, m->now));
	if (at->here) {
		at->mark = NOW;
		at->name = text_upper(m->a, at->name);
	} else if (v && s <= inc->stage) {
		at->mark = v->unmet ? "!" : DONE;
		at->mark_style = v->unmet ? STYLE_WARN : STYLE_GOOD;
		at->name_style = STYLE_TEXT;
	} else if (s < inc->stage) {
		at->mark = SKIPPED;
	}
}

static int
stop_width(const struct rail *r, const struct stop *s)
{
	int w = 1 + text_width(r->gap) + text_width(s->name);

	if (*s->span)
		w += 1 + text_width(s->span);
	if (s->here)
		w = 5 + text_width(s->name) + text_width(s->span);
	return w;
}

static enum call
call_after(enum stage s)
{
	return stage_rows[s].ended_by;
}

/* Sets the stops; returns the columns of all with one blank between them. */
static int
set_rail(struct vm_make *m, struct rail *r)
{
	int sum = 0;

	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		struct stop *at = &r->stop[s];

		set_stop(m, r, (enum stage)s);
		at->w = stop_width(r, at);
		sum += at->w + (s + 1 < STAGE_COUNT);
		if (r->calls && call_after((enum stage)s))
			sum += 2;
	}
	return sum;
}

/* Gives each stop its column: evenly if that will do, else as they come. */
static void
space_rail(struct rail *r, int w, int sum)
{
	int last = r->stop[STAGE_COUNT - 1].w > 16 ?
		r->stop[STAGE_COUNT - 1].w : 16;
	int step = (w - 2 - last) / (STAGES - 1);
	int spare = w - 2 - sum, x = 1;
	bool even = true;

	for (int s = STAGE_DETECT; s < STAGE_COUNT - 1; s++)
		even = even && r->stop[s].w + 2 <= step;
	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		int left = STAGE_COUNT - 1 - s;
		int more = left && spare > 0 ? spare / left : 0;

		r->stop[s].x = even ? 1 + (s - 1) * step : x;
		x += r->stop[s].w + 1 + more;
		spare -= more;
	}
}

static void
put_stop(struct vm_make *m, struct vm_line *l, const struct rail *r,
	const struct stop *s)
{
	if (s->here) {
		vm_putf(m->a, l, STYLE_ACCENT_BLOCK, " " NOW " %s%s%s ",
			s->name, *s->span ? " " : "", s->span);
		return;
	}
	vm_putf(m->a, l, s->mark_style, "%s%s", s->mark, r->gap);
	vm_put(m->a, l, s->name_style, s->name);
	if (*s->span)
		vm_putf(m->a, l, STYLE_DIM, " %s", s->span);
}

/* A line from here to column @to, with a blank at either end. */
static void
put_line(struct vm_make *m, struct vm_line *l, int to, const char *glyph)
{
	struct str s = {0};

	for (int i = to - l->end - 2; i > 0; i--)
		str_add(&s, glyph);
	if (s.len) {
		vm_tab(l, l->end + 1);
		vm_put(m->a, l, STYLE_FRAME, arena_dup(m->a, str_get(&s)));
	}
	str_release(&s);
	vm_tab(l, to);
}

static void
put_wide(struct vm_make *m, struct vm_line *l, const struct rail *r)
{
	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		const struct stop *at = &r->stop[s];

		if (s == STAGE_DETECT)
			vm_tab(l, at->x);
		else
			put_line(m, l, at->x, H);
		put_stop(m, l, r, at);
	}
}

static void
put_close(struct vm_make *m, struct vm_line *l, const struct rail *r)
{
	for (int s = STAGE_DETECT; s < STAGE_COUNT; s++) {
		vm_tab(l, l->end + (s > STAGE_DETECT));
		put_stop(m, l, r, &r->stop[s]);
		if (r->calls && call_after((enum stage)s))
			vm_put(m->a, l, STYLE_DIM, " " STOP);
	}
}

/* No room for eight: the present one and what comes next. */
static void
put_here(struct vm_make *m, struct vm_line *l, const struct rail *r)
{
	const struct incident *inc = m->inc;
	enum call call = rules_next_call(inc);
	int done = inc->closed ? STAGES : (int)inc->stage - 1;

	for (int i = 0; i < done && m->in->w >= 40; i++)
		vm_put(m->a, l, STYLE_GOOD, DONE);
	vm_tab(l, l->end + (l->end > 0));
	if (inc->closed) {
		vm_put(m->a, l, STYLE_GOOD, "closed");
		return;
	}
	put_stop(m, l, r, &r->stop[inc->stage]);
	if (m->in->w < 30)
		return;
	if (inc->stage + 1 < STAGE_COUNT)
		vm_putf(m->a, l, STYLE_DIM, " then %s",
			call && call == call_after(inc->stage) ?
			call_name(call) : stage_rows[inc->stage + 1].name);
}

/* How the rail is said, the fullest first. */
static const struct rail ways[] = {
	{.spans = true, .gap = " "},
	{.gap = " "},
	{.calls = true, .gap = ""},
	{.gap = ""},
};

#define WAYS (sizeof(ways) / sizeof(ways[0]))

/* The way that fits @w columns; WAYS when none does. */
static size_t
choose_way(struct vm_make *m, struct rail *r, int w)
{
	for (size_t i = 0; i < WAYS; i++) {
		int sum;

		if (ways[i].calls && m->lay.rails > 1)
			continue; /* they stand in the rows of the bands */
		*r = ways[i];
		sum = set_rail(m, r);
		if (sum + 2 <= w || (i > 1 && sum <= w)) {
			space_rail(r, w, sum);
			return i;
		}
	}
	return WAYS;
}

/* ---- the bands ------------------------------------------------------ */

struct band_row {
	enum band band;
	enum call call;
	enum style style;
	const char *name;
	enum band later;  /* stands at the end of the same row */
	const char *later_name;
};

static const struct band_row bands[] = {
	{BAND_CUSTOMER, CALL_UNDER_CONTROL, STYLE_BAND_CUSTOMERS,
		"Customer impact", BAND_LEARNING, "Learning"},
	{BAND_OPERATIONS, CALL_ALL_CLEAR, STYLE_BAND_OPERATIONS,
		"Operations impact", BAND_PREVENTION, "Prevention"},
};

/* Up to column @to: heavy for what was, light for what is still to come. */
static void
put_heavy(struct vm_make *m, struct vm_line *l, enum style style, int to)
{
	struct str s = {0};

	for (int i = l->end; i < to; i++)
		str_add(&s, style == STYLE_FRAME ? H : HEAVY);
	if (s.len)
		vm_put(m->a, l, style, arena_dup(m->a, str_get(&s)));
	str_release(&s);
}

/* The column that stands for now: within the block of the stage. */
static int
now_column(const struct vm_make *m, const struct rail *r, int call,
	int least)
{
	const struct stop *at = &r->stop[m->inc->stage];
	int x = at->x + at->w * 3 / 4;

	if (x < least)
		x = least;
	return x < call ? x : call;
}

static when_ms
called_at(const struct incident *inc, enum call call)
{
	return call == CALL_UNDER_CONTROL ? inc->under_control_at :
		inc->all_clear_at;
}

static void
put_call(struct vm_make *m, struct vm_line *l, const struct band_row *b,
	bool over)
{
	when_ms at = called_at(m->inc, b->call);
	char time[WHEN_MAX];
	const char *when = over && at != WHEN_NONE ? when_clock(at, time) : "";

	vm_putf(m->a, l, over ? STYLE_GOOD : STYLE_DIM, " %s%s%s ",
		call_name(b->call), *when ? " " : "", when);
	vm_put(m->a, l, over ? STYLE_GOOD : STYLE_DIM, STOP);
}

/* Learning and Prevention have their own stage: they run, are over or wait. */
static void
put_later(struct vm_make *m, struct vm_line *l, const struct band_row *b,
	const struct rail *r)
{
	const struct stop *at = &r->stop[band_first(b->later)];
	bool runs = clock_runs(m->inc, b->later);
	bool was = m->inc->band[b->later].n > 0;
	int end = at->x + 17;

	if (l->end >= at->x)
		return;
	vm_tab(l, at->x);
	vm_putf(m->a, l, runs ? STYLE_ACCENT : was ? STYLE_TEXT : STYLE_DIM,
		"%s ", b->later_name);
	if (was)
		vm_put(m->a, l, runs ? STYLE_ACCENT : STYLE_TEXT,
			vm_span_of(m, clock_band(m->inc, b->later, m->now)));
	if (end > m->in->w - 1)
		end = m->in->w - 1;
	if (!was)
		put_heavy(m, l, STYLE_FRAME, end);
}

static void
put_band(struct vm_make *m, struct vm_line *l, const struct band_row *b,
	const struct rail *r)
{
	const struct incident *inc = m->inc;
	bool runs = clock_runs(inc, b->band);
	bool was = inc->band[b->band].n > 0;
	bool over = was && !runs;
	int stop = r->stop[call_enters(b->call)].x - 2;
	int call = stop - text_width(call_name(b->call)) - 2;

	if (over && called_at(inc, b->call) != WHEN_NONE)
		call -= 7; /* its time */
	vm_tab(l, 1);
	vm_putf(m->a, l, was ? b->style : STYLE_DIM, "%s ", b->name);
	if (!was)
		vm_put(m->a, l, STYLE_DIM, "none ");
	else
		put_heavy(m, l, b->style, runs ? now_column(m, r, call,
			l->end + 1) : call);
	put_heavy(m, l, STYLE_FRAME, call);
	put_call(m, l, b, over);
	put_later(m, l, b, r);
}

void
vm_rail(struct vm_make *m, struct vm_line *l, int row)
{
	struct rail r;
	size_t way;

	if (!m->inc->declared)
		return;
	way = choose_way(m, &r, m->in->w);
	if (row)
		put_band(m, l, &bands[row - 1], &r);
	else if (way == WAYS)
		put_here(m, l, &r);
	else if (way >= 2 && m->lay.rails == 1)
		put_close(m, l, &r);
	else
		put_wide(m, l, &r);
}
