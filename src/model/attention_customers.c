/* Rows about the one customer clock. */
#include "model/attention_find.h"

#include "model/clocks.h"

#define SOON (2 * WHEN_MINUTE) /* a duty is announced this long before */
#define NAMED 3                /* stages that a row names */

/* What customers have not heard: a call, a stage, or how it ended. */
static const char *
unheard_name(const struct unheard *u)
{
	if (u->call)
		return call_name(u->call);
	return u->stage ? stage_rows[u->stage].name : "the false alarm";
}

/* "customers not told: Dispatch, Mitigate"; the latest say the most. */
static const char *
not_told(const struct attention_find *f)
{
	const struct customers *c = &f->inc->customers;
	int first = c->n_unheard > NAMED ? c->n_unheard - NAMED : 0;
	const char *text = "customers not told: ";

	for (int i = first; i < c->n_unheard; i++)
		text = arena_printf(f->a, "%s%s%s", text,
			i > first ? ", " : "", unheard_name(&c->unheard[i]));
	return first ? arena_printf(f->a, "%s +%d more", text, first) : text;
}

static const char *
word_verb(const struct attention_find *f)
{
	when_ms next = clock_promise(f->inc);
	char span[WHEN_MAX];

	return next ? arena_printf(f->a, "customers \"...\" --next +%s",
		when_span(next, span)) : "customers \"...\"";
}

void
find_customers_late(struct attention_find *f)
{
	when_ms due = clock_customers_due(f->inc);

	if (due != WHEN_NONE && f->now > due)
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_BAD, .since = due,
		});
}

void
say_customers_late(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	char clock[WHEN_MAX];

	if (f->inc->customers.n_unheard)
		out->text = not_told(f);
	else
		out->text = arena_printf(f->a,
			"customers wait for the word promised for %s",
			when_short(h->since, f->now, clock));
	out->more = attention_due(f, h->since);
	out->verb = word_verb(f);
}

void
find_customers_due(struct attention_find *f)
{
	when_ms due = clock_customers_due(f->inc);

	if (due == WHEN_NONE || f->now > due)
		return;
	if (f->inc->customers.n_unheard || due - f->now <= SOON)
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_WARN, .since = due,
		});
}

void
say_customers_due(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	out->text = f->inc->customers.n_unheard ? not_told(f) :
		"the next word to customers";
	out->more = attention_due(f, h->since);
	out->verb = word_verb(f);
}

/*
 * A role that nobody has is the commander's and raises no row, but for this
 * one, and only once a second person has joined: of a team of two nobody can
 * be spared to speak.
 */
void
find_nobody_speaks(struct attention_find *f)
{
	if (*f->inc->command.holder && !*f->inc->customers.owner &&
	    clock_customers_due(f->inc) != WHEN_NONE &&
	    incident_joined(f->inc) > 1)
		attention_hit(f, (struct attention_hit){
			.level = LEVEL_WARN, .since = f->inc->since,
		});
}

void
say_nobody_speaks(const struct attention_find *f,
	const struct attention_hit *h, struct attention_said *out)
{
	(void)f;
	(void)h;
	out->text = "nobody speaks to customers";
	out->more = "it is the commander's until somebody has the role";
	out->verb = "role customers ...";
}
