/* Rows about command, the stage and what the company was told. */
#include "model/attention_find.h"

#include "base/str.h"
#include "model/clocks.h"
#include "model/rules.h"

#include <string.h>

#define SOON (2 * WHEN_MINUTE) /* a duty is announced this long before */

/* A reopened incident asks for a commander from then on. */
static when_ms
uncommanded_since(const struct incident *inc)
{
	return *inc->command.former ? inc->stage_since : inc->since;
}

static when_ms
command_due(const struct incident *inc)
{
	return uncommanded_since(inc) +
		numbers_get(&inc->numbers, NUM_COMMAND, inc->severity);
}

void
find_no_commander(struct attention_find *f)
{
	if (*f->inc->command.holder)
		return;
	attention_hit(f, (struct attention_hit){
		.level = f->now > command_due(f->inc) ? LEVEL_BAD : LEVEL_WARN,
		.since = uncommanded_since(f->inc),
	});
}

void
say_no_commander(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	out->text = "nobody is in command";
	out->more = arena_printf(f->a, "%s, %s", attention_span(f, h->since),
		attention_due(f, command_due(f->inc)));
	out->verb = "take";
}

void
find_silent(struct attention_find *f)
{
	when_ms since;

	if (clock_silent(f->inc, f->now, &since))
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_BAD,
			.since = since,
			.who = f->inc->command.holder,
			.mine = !f->nameless &&
				incident_commands(f->inc, f->who),
		});
}

void
say_silent(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const char *span = attention_span(f, h->since);
	char clock[WHEN_MAX];

	if (h->mine) {
		out->text = arena_printf(f->a,
			"everybody sees you as silent for %s", span);
		out->more = "tell the company, or anybody may assume command";
		out->key = "b";
		out->verb = "broadcast";
		return;
	}
	out->text = arena_printf(f->a, "COMMANDER SILENT %s", span);
	out->more = arena_printf(f->a, "%s last acted %s", h->who,
		when_short(h->since, f->now, clock));
	out->verb = "assume";
}

void
find_offered(struct attention_find *f)
{
	const struct offer *o = &f->inc->command.offer;

	if (clock_offer_stands(f->inc, f->now) && attention_mine(f, o->to))
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_WARN, .since = o->at, .who = o->from,
		});
}

void
say_offered(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	when_ms lapse = numbers_get(&f->inc->numbers, NUM_OFFER, 1);

	out->text = arena_printf(f->a, "%s offers you command", h->who);
	out->more = arena_printf(f->a, "lapses in %s",
		attention_span(f, h->since + lapse));
	out->verb = "accept";
}

/* ---- telling the company ------------------------------------------- */

/* Once a phase is over, only the word that ended it is still worth saying. */
static when_ms
worth_saying_from(const struct incident *inc)
{
	if (inc->closed)
		return inc->closed_at;
	return inc->all_clear ? inc->all_clear_at : WHEN_NONE;
}

/* A false alarm of which nobody has heard has nobody to call off. */
static bool
is_unheard_of(const struct incident *inc)
{
	for (int i = 0; i < inc->n_messages; i++)
		if (inc->messages[i].told != WHEN_NONE)
			return false;
	return inc->closed && inc->false_alarm && !inc->n_smes;
}

void
find_told_nobody(struct attention_find *f)
{
	when_ms from = worth_saying_from(f->inc);

	if (is_unheard_of(f->inc) || f->inc->merged_into)
		return;
	for (int i = 0; i < f->inc->n_messages; i++) {
		const struct message *m = &f->inc->messages[i];

		if (m->told != WHEN_NONE || m->when < from ||
		    !clock_left(f->inc, m, f->now))
			continue;
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_BAD, .since = m->when,
			.about = (int32_t)m->n, .what = m,
		});
	}
}

/* A sentence as a part of another one. */
static const char *
without_stop(const struct attention_find *f, const char *s)
{
	size_t n = strlen(s);

	return n && s[n - 1] == '.' ? arena_dupn(f->a, s, n - 1) : s;
}

void
say_told_nobody(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	const struct message *m = h->what;
	const char *line = attention_line(f, m->text);

	out->text = str_same(m->audience, "company") ?
		arena_printf(f->a, "say it by hand: %s", line) :
		arena_printf(f->a, "say it by hand to %s: %s", m->audience,
			line);
	out->more = attention_span(f, m->when);
	out->brief = without_stop(f, line);
	out->verb = f->n_hits > 1 && incident_live(f->inc) ?
		"broadcast --said all --through bridge" :
		arena_printf(f->a, "broadcast --said %d --through bridge",
			(int)h->about);
}

void
find_broadcast_due(struct attention_find *f)
{
	when_ms due = f->inc->command.broadcast_due;

	if (due != WHEN_NONE && due - f->now <= SOON)
		attention_hit(f, (struct attention_hit){
			.level = f->now > due ? LEVEL_WARN : LEVEL_INFO,
			.since = due,
		});
}

void
say_broadcast_due(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	out->text = "the company waits for your broadcast";
	if (!incident_commands(f->inc, f->who))
		out->text = arena_printf(f->a,
			"the company waits for %s's broadcast",
			f->inc->command.holder);
	out->more = attention_due(f, h->since);
	out->verb = "broadcast";
}

/* ---- the stage ----------------------------------------------------- */

/* Nobody can move the stage while nobody is in charge. */
static bool
can_move(const struct incident *inc)
{
	return incident_live(inc) ? *inc->command.holder :
		*inc->review.owner;
}

void
find_ready(struct attention_find *f)
{
	if (can_move(f->inc) && !rules_ahead_stage(f->inc) && !rules_unmet(f->inc))
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_INFO, .since = f->inc->stage_since,
		});
}

static void
say_call(enum call call, const char *why, const struct attention_find *f,
	struct attention_said *out)
{
	out->text = arena_printf(f->a, "%s: call %s", why, call_name(call));
	out->key = "!";
	out->verb = arena_printf(f->a, "call %s", call_word(call));
}

void
say_ready(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	enum stage stage = f->inc->stage;
	char name[16];

	(void)h;
	if (stage == STAGE_MITIGATE) {
		say_call(CALL_UNDER_CONTROL, "a mitigation worked", f, out);
	} else if (stage == STAGE_REPAIR) {
		say_call(CALL_ALL_CLEAR, "the repair is settled", f, out);
	} else if (stage == STAGE_ACTION_ITEMS) {
		out->text = arena_printf(f->a,
			"every action item is settled: close %s",
			incident_name(f->inc->number, name));
		out->key = ":";
		out->verb = "close";
	} else {
		out->text = arena_printf(f->a, "ready for %s",
			stage_rows[stage + 1].name);
		out->more = "all criteria are met";
		out->verb = "advance";
	}
}

void
find_ahead(struct attention_find *f)
{
	if (can_move(f->inc) && rules_ahead_stage(f->inc))
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_INFO, .since = f->inc->stage_since,
		});
}

void
say_ahead(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	enum stage to = rules_ahead_stage(f->inc);

	(void)h;
	out->text = rules_ahead(f->inc);
	out->more = arena_printf(f->a, "this is %s",
		stage_rows[f->inc->stage].name);
	out->verb = arena_printf(f->a, "advance --to %s", stage_rows[to].word);
	if (to > STAGE_MITIGATE) { /* entered by the call alone */
		out->key = "!";
		out->verb = "call under-control";
	}
}

/* ---- one person's load --------------------------------------------- */

/* 0 below both limits of @which, else a level; a limit of 0 is none. */
static enum attention_level
above(const struct incident *inc, enum number which, int64_t v)
{
	int64_t amber = numbers_get(&inc->numbers, which, 1);
	int64_t red = numbers_get(&inc->numbers, which, 2);

	if (red && v > red)
		return LEVEL_BAD;
	return amber && v > amber ? LEVEL_WARN : LEVEL_INFO;
}

void
find_tired(struct attention_find *f)
{
	const struct command *c = &f->inc->command;
	enum attention_level level;

	if (!*c->holder || !incident_joined(f->inc))
		return;
	level = above(f->inc, NUM_TIRED, f->now - c->since);
	if (level != LEVEL_INFO)
		attention_hit(f, (struct attention_hit){
			.level = level, .since = c->since,
		});
}

void
say_tired(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const char *span = attention_span(f, h->since);

	if (!f->nameless && incident_commands(f->inc, f->who))
		out->text = arena_printf(f->a,
			"you have been in command for %s", span);
	else
		out->text = arena_printf(f->a,
			"%s has been in command for %s",
			f->inc->command.holder, span);
	out->more = "hand over while you are fresh";
	out->verb = "offer ...";
}

void
find_span(struct attention_find *f)
{
	enum attention_level level;

	if (!*f->inc->command.holder || !incident_joined(f->inc))
		return;
	level = above(f->inc, NUM_SPAN, incident_joined(f->inc));
	if (level != LEVEL_INFO)
		attention_hit(f, (struct attention_hit){
			.level = level, .since = f->inc->command.since,
		});
}

void
say_span(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	int column = h->level == LEVEL_BAD ? 2 : 1;

	out->text = arena_printf(f->a, "%d direct reports",
		incident_joined(f->inc));
	out->more = arena_printf(f->a, "above %d: release whoever is done",
		(int)numbers_get(&f->inc->numbers, NUM_SPAN, column));
	out->verb = "release ...";
}
