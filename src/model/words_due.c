/*
 * The customers line: when they were last told, what they were promised, how
 * late that is, and what they have not heard of.
 */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "model/words_part.h"

struct due {
	const struct incident *inc;
	const struct customers *c;
	when_ms now;
	when_ms due;         /* WHEN_NONE: no clock runs */
	struct str out;
};

/* "6m LATE" or "due in 4m" */
static void
due_when(struct due *d, const char *before)
{
	char span[WHEN_MAX];

	if (d->now > d->due)
		str_addf(&d->out, "%s%s LATE", before,
			when_span(d->now - d->due, span));
	else
		str_addf(&d->out, "%sdue in %s", before,
			when_span(d->due - d->now, span));
}

/* Why no clock runs. */
static const char *
due_rests(const struct due *d, struct arena *a)
{
	const struct incident *inc = d->inc;

	if (inc->merged_into)
		return arena_printf(a, "goes on in INC-%lu",
			(unsigned long)inc->merged_into);
	if (inc->false_alarm)
		return "none owed, false alarm";
	if (inc->all_clear || inc->closed)
		return "ended";
	if (inc->restricted)
		return "no clock, restricted";
	if (!numbers_get(&inc->numbers, NUM_WORD, inc->severity))
		return arena_printf(a, "no clock at SEV%d", inc->severity);
	return "no next word promised";
}

static void
due_told(struct due *d, const char *before)
{
	char time[WHEN_MAX];

	str_addf(&d->out, "%stold %s", before,
		when_short(d->c->told, d->now, time));
	if (str_or(d->c->by, NULL))
		str_addf(&d->out, " by %s", d->c->by);
}

/* A missed promise stays visible; one that is late now is shown as such. */
static void
due_missed(struct due *d)
{
	when_ms missed = d->c->missed;
	char time[WHEN_MAX], span[WHEN_MAX];

	if (missed == WHEN_NONE)
		return;
	if (d->due != WHEN_NONE && missed == d->c->promised)
		return;
	str_addf(&d->out, ", promised %s, missed by %s",
		when_short(missed, d->now, time),
		when_span(d->c->made_good - missed, span));
}

static const char *
unheard_name(const struct unheard *u)
{
	if (u->call)
		return call_name(u->call);
	return u->stage ? stage_rows[u->stage].name : "false alarm";
}

static void
due_unheard(struct due *d)
{
	int said = 0;

	for (int i = 0; i < d->c->n_unheard; i++) {
		const char *name = unheard_name(&d->c->unheard[i]);
		bool again = false;

		for (int k = 0; k < i && !again; k++)
			again = unheard_name(&d->c->unheard[k]) == name;
		if (again)
			continue;
		str_addf(&d->out, "%s%s", said++ ? ", " : ", not told: ",
			name);
	}
}

static void
due_promised(struct due *d, struct arena *a)
{
	const struct customers *c = d->c;
	char time[WHEN_MAX];

	if (c->promised != WHEN_NONE && incident_live(d->inc))
		str_addf(&d->out, ", next promised %s",
			when_short(c->promised, d->now, time));
	if (d->due == WHEN_NONE) {
		str_addf(&d->out, ", %s", due_rests(d, a));
		return;
	}
	if (d->now > d->due || c->promised == WHEN_NONE ||
	    d->due < c->promised)
		due_when(d, ", ");
}

const char *
words_customers_line(const struct incident *inc, when_ms now,
	struct arena *a)
{
	const struct customers *c = &inc->customers;
	struct due d = {.inc = inc, .c = c, .now = now,
		.due = clock_customers_due(inc),
	};

	str_add(&d.out, "customers: ");
	if (c->affected == AFFECTED_NO && d.due == WHEN_NONE) {
		str_add(&d.out, "not affected");
		if (c->told != WHEN_NONE)
			due_told(&d, ", ");
	} else if (c->told != WHEN_NONE) {
		due_told(&d, "");
		due_promised(&d, a);
	} else if (d.due != WHEN_NONE) {
		due_when(&d, "not told, first word ");
	} else {
		str_addf(&d.out, "not told, %s", due_rests(&d, a));
	}
	due_missed(&d);
	if (c->told != WHEN_NONE && d.due != WHEN_NONE)
		due_unheard(&d);
	return words_line(a, words_take(a, &d.out));
}
