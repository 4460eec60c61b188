/* Rows about SMEs: pages, and CAN reports that are late. */
#include "model/attention_find.h"

#include "model/clocks.h"

#define SOON (2 * WHEN_MINUTE) /* a duty is announced this long before */

/* "7m · +44 20 ...": how long, and the number to call if there is one. */
static const char *
with_phone(const struct attention_find *f, const char *span,
	const struct sme *sme)
{
	return *sme->phone ?
		arena_printf(f->a, "%s \302\267 %s", span, sme->phone) : span;
}

void
find_not_acked(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_smes; i++) {
		const struct sme *s = &f->inc->smes[i];

		if (s->state != SME_PAGED || s->ack_due == WHEN_NONE ||
		    (!f->nameless && attention_mine(f, s->name)))
			continue;
		attention_hit(f, (struct attention_hit){
			.level = f->now > s->ack_due ? LEVEL_BAD : LEVEL_WARN,
			.since = s->paged, .who = s->name, .what = s,
		});
	}
}

void
say_not_acked(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct sme *s = h->what;
	const char *who = attention_person(f, s);
	const char *span = attention_span(f, s->paged);

	out->text = arena_printf(f->a, h->level == LEVEL_BAD ?
		"%s has not acked" : "call %s", who);
	out->more = with_phone(f, h->level == LEVEL_BAD ? span :
		arena_printf(f->a, "paged %s ago", span), s);
	out->brief = arena_printf(f->a, "%s %s", s->name, span);
	out->verb = attention_verb(f, "page", s->name);
}

/* ---- CAN reports --------------------------------------------------- */

void
find_can_late(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_smes; i++) {
		const struct sme *s = &f->inc->smes[i];

		if (!clock_missed(f->inc, s, f->now) ||
		    (!f->nameless && attention_mine(f, s->name)))
			continue;
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_WARN, .since = s->can_due,
			.who = s->name, .what = s,
		});
	}
}

/* Since the last report, or since they came. */
static const char *
unheard_of(const struct attention_find *f, const struct sme *s)
{
	return attention_span(f, s->last_can != WHEN_NONE &&
		s->last_can > s->joined ? s->last_can : s->joined);
}

void
say_can_late(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct sme *s = h->what;
	const char *late = arena_printf(f->a, "%s %s%s", s->name,
		unheard_of(f, s), clock_missed(f->inc, s, f->now) > 1 ?
		" CALL THEM" : "");
	bool call = clock_missed(f->inc, s, f->now) > 1 && *s->phone;

	out->text = arena_printf(f->a, "CAN late: %s", late);
	out->more = call ? s->phone : "";
	out->brief = call ? arena_printf(f->a, "%s %s", late, s->phone) : late;
	out->verb = attention_verb(f, "page", s->name);
}

void
find_can_mine(struct attention_find *f)
{
	const struct sme *s = *f->who ? incident_sme(f->inc, f->who) : NULL;

	if (!s || s->state != SME_JOINED || s->can_due == WHEN_NONE ||
	    incident_commands(f->inc, s->name) || s->can_due - f->now > SOON)
		return;
	attention_hit(f, (struct attention_hit){
		.level = clock_missed(f->inc, s, f->now) ? LEVEL_BAD :
			LEVEL_INFO,
		.since = s->can_due, .what = s, .mine = true,
	});
}

void
say_can_mine(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct sme *s = h->what;
	const char *boss = f->inc->command.holder;
	bool reported = s->last_can != WHEN_NONE;

	out->text = h->level != LEVEL_BAD ? "your CAN is due" : !*boss ?
		"your CAN is late" :
		arena_printf(f->a, "%s asks: your CAN is late", boss);
	out->more = arena_printf(f->a, "%s \302\267 c files it%s",
		h->level == LEVEL_BAD ? unheard_of(f, s) :
		arena_printf(f->a, "in %s", attention_span(f, s->can_due)),
		reported ? ", . says no change" : "");
	out->verb = reported ? "can --same" : "can";
}

/* ---- pages --------------------------------------------------------- */

void
find_paged(struct attention_find *f)
{
	const struct sme *s = *f->who ? incident_sme(f->inc, f->who) : NULL;
	const struct need *need;

	if (!s || s->state != SME_PAGED)
		return;
	need = incident_need(f->inc, s->need);
	if (need && !need_open(need))
		return; /* paging stopped: what it was for is settled */
	attention_hit(f, (struct attention_hit){
		.level = s->ack_due != WHEN_NONE && f->now > s->ack_due ?
			LEVEL_BAD : LEVEL_WARN,
		.since = s->paged, .what = s, .mine = true,
	});
}

void
say_paged(const struct attention_find *f, const struct attention_hit *h,
	struct attention_said *out)
{
	const struct sme *s = h->what;

	out->text = "you are paged";
	if (s->commander)
		out->text = "you are paged to take command";
	else if (*s->field)
		out->text = arena_printf(f->a, "you are paged: %s", s->field);
	out->more = arena_printf(f->a, "%s \302\267 a acknowledges",
		attention_span(f, h->since));
	out->verb = "ack";
}

/* When somebody who acknowledged should be here; WHEN_NONE: any time. */
static when_ms
expected(const struct incident *inc, const struct sme *s)
{
	when_ms within = numbers_get(&inc->numbers, NUM_ACK, inc->severity);

	if (s->eta != WHEN_NONE)
		return s->eta;
	return within && s->acked != WHEN_NONE ? s->acked + within : WHEN_NONE;
}

void
find_acked_silent(struct attention_find *f)
{
	for (int i = 0; i < f->inc->n_smes; i++) {
		const struct sme *s = &f->inc->smes[i];
		when_ms due = expected(f->inc, s);

		if (s->state != SME_ACKED || due == WHEN_NONE ||
		    f->now <= due ||
		    (!f->nameless && attention_mine(f, s->name)))
			continue;
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_WARN, .since = due, .who = s->name,
			.what = s,
		});
	}
}

void
say_acked_silent(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	const struct sme *s = h->what;
	const char *span = attention_span(f, h->since);

	out->text = arena_printf(f->a, "%s acked and is not here",
		attention_person(f, s));
	out->more = with_phone(f, s->eta == WHEN_NONE ?
		arena_printf(f->a, "acked %s ago",
			attention_span(f, s->acked)) :
		arena_printf(f->a, "eta passed %s ago", span), s);
	out->brief = arena_printf(f->a, "%s %s", s->name, span);
	out->verb = attention_verb(f, "page", s->name);
}
