/* Rows about needs, objectives, the review and action items. */
#include "model/attention_find.h"

#include "model/clocks.h"

/* "objective answer 2 more-time --until +10m" */
static const char *
answer_verb(const struct attention_find *f, int32_t id)
{
	when_ms box = numbers_get(&f->inc->numbers, NUM_TIMEBOX,
		f->inc->severity);
	char span[WHEN_MAX];

	return arena_printf(f->a, "objective answer %d more-time --until +%s",
		(int)id, when_span(box ? box : 15 * WHEN_MINUTE, span));
}

static bool
is_over(const struct attention_find *f, const struct objective *o)
{
	return (o->state == OBJ_ASSIGNED || o->state == OBJ_UNDERSTOOD) &&
		o->due != WHEN_NONE && f->now > o->due;
}

/* Reports @o; @level, since when, and whether it is the viewer's own. */
static void
hit_objective(struct attention_find *f, const struct objective *o,
	enum attention_level level, when_ms since)
{
	attention_hit(f, (struct attention_hit){
		.level = level, .since = since, .about = o->id, .what = o,
		.mine = !f->nameless && attention_mine(f, o->who),
	});
}

void
find_blocked(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_objectives; i++) {
		const struct objective *o = &f->inc->objectives[i];

		if (o->state == OBJ_BLOCKED)
			hit_objective(f, o, LEVEL_BAD, o->changed);
	}
}

void
say_blocked(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct objective *o = h->what;
	const char *text = attention_line(f, o->text);
	const char *span = attention_span(f, o->changed);

	out->text = arena_printf(f->a, "%s cannot complete: %s", o->who, text);
	out->more = !*o->why ? span : arena_printf(f->a, "%s \302\267 %s",
		span, attention_line(f, o->why));
	out->brief = arena_printf(f->a, "%s: %s %s", o->who, text, span);
	out->verb = answer_verb(f, o->id);
}

void
find_read_back(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_objectives; i++) {
		const struct objective *o = &f->inc->objectives[i];
		bool mine = o->state == OBJ_ASSIGNED &&
			attention_mine(f, o->who);

		if (o->state == OBJ_ASSIGNED &&
		    (mine || (f->staff && !is_over(f, o))))
			hit_objective(f, o, mine ? LEVEL_WARN : LEVEL_INFO,
				o->since);
	}
}

void
say_read_back(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct objective *o = h->what;
	const char *text = attention_line(f, o->text);
	const char *span = attention_span(f, o->since);

	out->verb = arena_printf(f->a, "objective understood %d", (int)o->id);
	if (h->mine) {
		out->text = arena_printf(f->a, "read back: %s", text);
		out->more = arena_printf(f->a, "%s \302\267 a says understood",
			span);
		out->brief = arena_printf(f->a, "%s %s", text, span);
		return;
	}
	out->text = arena_printf(f->a, "%s has not read back: %s", o->who,
		text);
	out->more = span;
	out->brief = arena_printf(f->a, "%s: %s %s", o->who, text, span);
	out->key = "o";
}

/* One not read back is the owner's to read back, not yet to finish. */
void
find_overdue(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_objectives; i++) {
		const struct objective *o = &f->inc->objectives[i];

		/* Most have ended: of those no name is compared. */
		if (is_over(f, o) && (attention_mine(f, o->who) ?
		    o->state == OBJ_UNDERSTOOD : f->staff))
			hit_objective(f, o, LEVEL_WARN, o->due);
	}
}

void
say_overdue(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct objective *o = h->what;
	const char *text = attention_line(f, o->text);
	const char *late = attention_due(f, o->due);

	out->more = late;
	if (h->mine) {
		out->text = arena_printf(f->a, "your time is over: %s", text);
		out->brief = arena_printf(f->a, "yours: %s %s", text, late);
		out->verb = arena_printf(f->a, "objective done %d",
			(int)o->id);
		return;
	}
	out->text = arena_printf(f->a, "%s is over time: %s", o->who, text);
	out->brief = arena_printf(f->a, "%s: %s %s", o->who, text, late);
	out->verb = answer_verb(f, o->id);
}

/* For the owner alone: what is running, or waits for a decision. */
void
find_objective(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_objectives; i++) {
		const struct objective *o = &f->inc->objectives[i];

		if ((o->state == OBJ_UNDERSTOOD ||
		    (o->state == OBJ_BLOCKED && !f->staff)) &&
		    !is_over(f, o) && attention_mine(f, o->who))
			hit_objective(f, o, LEVEL_INFO, o->since);
	}
}

void
say_objective(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct objective *o = h->what;
	const char *text = attention_line(f, o->text);

	out->text = arena_printf(f->a, o->state == OBJ_BLOCKED ?
		"you cannot complete: %s" : "objective: %s", text);
	if (o->state == OBJ_BLOCKED)
		out->more = arena_printf(f->a, "waiting for %s %s",
			f->inc->command.holder, attention_span(f, o->changed));
	else if (o->due != WHEN_NONE)
		out->more = arena_printf(f->a, "%s left",
			attention_span(f, o->due));
	out->brief = arena_printf(f->a, "%s %s", text,
		out->more ? out->more : "");
	out->verb = arena_printf(f->a, "objective done %d", (int)o->id);
}

/* ---- needs --------------------------------------------------------- */

void
find_need(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_needs; i++) {
		const struct need *n = &f->inc->needs[i];

		if (n->state == NEED_OPEN)
			attention_hit(f, (struct attention_hit){
				.level = LEVEL_WARN, .since = n->since,
				.about = n->id, .what = n,
			});
	}
}

void
say_need(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct need *n = h->what;
	const char *text = attention_line(f, n->text);

	out->text = arena_printf(f->a, "%s needs: %s", n->who, text);
	out->more = attention_span(f, n->since);
	out->brief = arena_printf(f->a, "%s: %s %s", n->who, text, out->more);
	out->verb = arena_printf(f->a, "need met %d", (int)n->id);
}

/* An offer of command that we made and that nobody has answered yet. */
static void
find_offer_made(struct attention_find *f)
{
	const struct offer *o = &f->inc->command.offer;

	if (clock_offer_stands(f->inc, f->now) && attention_mine(f, o->from))
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_INFO, .since = o->at, .who = o->to,
		});
}

/* Who sees all has open needs in a row of their own. */
void
find_waiting(struct attention_find *f)
{
	find_offer_made(f);
	for (int i = 0; i < f->inc->n_needs; i++) {
		const struct need *n = &f->inc->needs[i];

		if (need_open(n) && attention_mine(f, n->who) &&
		    !(f->staff && n->state == NEED_OPEN))
			attention_hit(f, (struct attention_hit){
				.level = LEVEL_INFO, .since = n->since,
				.about = n->id, .what = n,
			});
	}
}

static void
say_offer_made(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	when_ms lapse = numbers_get(&f->inc->numbers, NUM_OFFER, 1);

	out->text = arena_printf(f->a, "command is offered to %s", h->who);
	out->more = arena_printf(f->a, "lapses in %s, until then it is yours",
		attention_span(f, h->since + lapse));
	out->brief = arena_printf(f->a, "%s to accept command", h->who);
	out->key = "h";
	out->verb = attention_verb(f, "offer", h->who);
}

void
say_waiting(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct need *n = h->what;
	const char *whom, *text, *span;

	if (!n) {
		say_offer_made(f, h, out);
		return;
	}
	text = attention_line(f, n->text);
	span = attention_span(f, n->since);
	whom = n->state == NEED_DISPATCHED && *n->sent ? n->sent :
		f->inc->command.holder;
	out->text = arena_printf(f->a, "you need: %s", text);
	out->more = arena_printf(f->a, "waiting for %s %s", whom, span);
	out->brief = arena_printf(f->a, "%s %s", text, span);
	out->verb = arena_printf(f->a, "need met %d", (int)n->id);
}

/* ---- after All Clear ----------------------------------------------- */

struct left {
	int needs, objectives;
	int32_t need, objective; /* the first of each, 0: none */
};

static struct left
count_left(const struct incident *inc)
{
	struct left left = {0};

	for (int i = inc->n_needs - 1; i >= 0; i--)
		if (need_open(&inc->needs[i])) {
			left.needs++;
			left.need = inc->needs[i].id;
		}
	for (int i = inc->n_objectives - 1; i >= 0; i--)
		if (objective_open(&inc->objectives[i])) {
			left.objectives++;
			left.objective = inc->objectives[i].id;
		}
	return left;
}

void
find_left_open(struct attention_find *f)
{
	struct left left = count_left(f->inc);

	if (left.needs || left.objectives)
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_WARN, .since = f->inc->all_clear_at,
		});
}

static const char *
counted(const struct attention_find *f, int n, const char *what)
{
	return arena_printf(f->a, "%d %s%s", n, what, n == 1 ? "" : "s");
}

void
say_left_open(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	struct left left = count_left(f->inc);

	(void)h;
	out->text = arena_printf(f->a, "left open: %s%s%s",
		left.needs ? counted(f, left.needs, "need") : "",
		left.needs && left.objectives ? ", " : "",
		left.objectives ? counted(f, left.objectives, "objective") :
		"");
	out->more = "settle them, or make them action items";
	out->verb = left.need ?
		arena_printf(f->a, "need met %d", (int)left.need) :
		arena_printf(f->a, "objective done %d", (int)left.objective);
	if (!left.need)
		out->key = "o";
}

void
find_review(struct attention_find *f)
{
	const struct review *r = &f->inc->review;
	enum attention_level level = LEVEL_INFO;

	if (r->due == WHEN_NONE || r->held != WHEN_NONE)
		return;
	if (f->now > r->due)
		level = LEVEL_BAD;
	else if (r->due - f->now <= WHEN_DAY)
		level = LEVEL_WARN;
	attention_hit(f, (struct attention_hit){
		.level = level, .since = r->due,
	});
}

void
say_review(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	out->text = "hold the review";
	out->more = attention_due(f, h->since);
	out->verb = "review held \"...\"";
	if (*f->inc->review.owner)
		return;
	out->text = "nobody owns the review";
	out->verb = *f->who ? attention_verb(f, "role review", f->who) :
		"role review ...";
}

void
find_item(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_items; i++) {
		const struct item *it = &f->inc->items[i];

		if (it->done != WHEN_NONE || it->dropped ||
		    it->due == WHEN_NONE || f->now <= it->due ||
		    (!f->staff && !attention_mine(f, it->owner)))
			continue;
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_BAD, .since = it->due,
			.about = it->id, .what = it,
		});
	}
}

void
say_item(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct item *it = h->what;
	const char *what = arena_printf(f->a, "P%d %s", it->priority,
		attention_line(f, it->text));
	const char *late = attention_due(f, it->due);

	out->text = arena_printf(f->a, "action item overdue: %s", what);
	out->more = !*it->owner ? late :
		arena_printf(f->a, "%s \302\267 %s", late, it->owner);
	out->brief = arena_printf(f->a, "%s %s", what, late);
	out->verb = arena_printf(f->a, "action done %d \"...\"", (int)it->id);
}
