/* The lines that messages for the company are made from. */
#include "model/words_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"

#include <string.h>

void
telling_impact(const struct telling *t)
{
	str_addf(t->out, "Impact: %s\n",
		words_impact(t->inc, t->now, t->a));
}

void
telling_scope(const struct telling *t)
{
	str_addf(t->out, "Scope: %s\n",
		words_line(t->a, str_or(t->inc->scope, "not known yet")));
}

void
telling_command(const struct telling *t)
{
	const struct command *c = &t->inc->command;
	char day[WHEN_MAX];

	if (t->inc->all_clear) {
		str_addf(t->out, "Review: %s",
			str_or(t->inc->review.owner, "nobody yet"));
		if (t->inc->review.due != WHEN_NONE)
			str_addf(t->out, ", due %s",
				when_date(t->inc->review.due, day));
		str_addc(t->out, '\n');
		return;
	}
	str_addf(t->out, "Commander: %s", str_or(c->holder, "nobody yet"));
	if (str_or(c->deputy, NULL))
		str_addf(t->out, ", deputy %s", c->deputy);
	str_addc(t->out, '\n');
}

/* What @who works on: their open objectives, else the last action told. */
static void
people_work(const struct telling *t, const char *who)
{
	const struct report *r = incident_report(t->inc, who);
	const char *before = ": ";

	for (int i = 0; i < t->inc->n_objectives; i++) {
		const struct objective *o = &t->inc->objectives[i];

		if (!objective_open(o) || !str_same(o->who, who))
			continue;
		str_addf(t->out, "%s%s%s", before, words_line(t->a, o->text),
			o->state == OBJ_BLOCKED ? " (cannot complete)" : "");
		before = ", ";
	}
	if (before[0] == ':' && r && !r->internal)
		str_addf(t->out, "%s%s", *words_can_action(r->can) ? ": " : "",
			words_line(t->a, words_can_action(r->can)));
}

/* Here to work; the commander is named in a line of their own. */
static bool
people_joined(const struct incident *inc, const struct sme *sme)
{
	return sme->state == SME_JOINED && !incident_commands(inc, sme->name);
}

/* Whether the owner of objective @i has been named before. */
static bool
people_named(const struct incident *inc, int i)
{
	const char *who = inc->objectives[i].who;
	const struct sme *sme = incident_sme(inc, who);

	if (sme && people_joined(inc, sme))
		return true;
	for (int k = 0; k < i; k++)
		if (objective_open(&inc->objectives[k]) &&
		    str_same(inc->objectives[k].who, who))
			return true;
	return false;
}

/* Adds what stands between two people, and counts them. */
static void
people_next(const struct telling *t, const char *label, int *n)
{
	str_add(t->out, (*n)++ ? "; " : label);
}

static int
people_working(const struct telling *t)
{
	int n = 0;

	for (int i = 0; i < t->inc->n_smes; i++) {
		const struct sme *sme = &t->inc->smes[i];

		if (!people_joined(t->inc, sme))
			continue;
		people_next(t, "Working: ", &n);
		str_add(t->out, sme->name);
		if (str_or(sme->field, NULL))
			str_addf(t->out, " (%s)", sme->field);
		people_work(t, sme->name);
	}
	for (int i = 0; i < t->inc->n_objectives; i++) {
		const struct objective *o = &t->inc->objectives[i];

		if (!objective_open(o) || people_named(t->inc, i))
			continue;
		people_next(t, "Working: ", &n);
		str_add(t->out, str_or(o->who, "nobody"));
		people_work(t, o->who);
	}
	return n;
}

void
telling_people(const struct telling *t)
{
	int n = people_working(t), called = 0;

	if (n)
		str_addc(t->out, '\n');
	for (int i = 0; i < t->inc->n_smes; i++) {
		const struct sme *sme = &t->inc->smes[i];

		if (sme->state != SME_PAGED && sme->state != SME_ACKED)
			continue;
		people_next(t, "Called: ", &called);
		str_add(t->out, sme->name);
		if (str_or(sme->field, NULL))
			str_addf(t->out, " (%s)", sme->field);
		str_addf(t->out, " %s", words_sme(sme, t->now, t->a));
	}
	if (called)
		str_addc(t->out, '\n');
}

void
telling_customers(const struct telling *t)
{
	const char *line = words_customers_line(t->inc, t->now, t->a);

	str_addf(t->out, "C%s\n", line + 1);
}

/*
 * Whether the company was told something since the protocol was last set:
 * until a message has reached anybody each one carries it, as what was only
 * composed was told to nobody.
 */
static bool
meet_told(const struct incident *inc)
{
	uint32_t told = 0;

	for (int i = 0; i < inc->n_messages; i++)
		if (inc->messages[i].told != WHEN_NONE &&
		    inc->messages[i].n > told)
			told = inc->messages[i].n;
	if (!told)
		return false;
	for (uint32_t n = inc->n; n > told; n--) {
		const struct entry *e = incident_entry(inc, n);

		if (e->ev.kind == KIND_PROTOCOL && !e->withdrawn_by)
			return false;
	}
	return true;
}

void
telling_meet(const struct telling *t)
{
	if (str_or(t->inc->bridge, NULL))
		str_addf(t->out, "Bridge: %s\n",
			words_line(t->a, t->inc->bridge));
	if (str_or(t->inc->protocol, NULL) && !meet_told(t->inc))
		str_addf(t->out, "Protocol: %s\n",
			words_line(t->a, t->inc->protocol));
}

void
telling_next(const struct telling *t)
{
	when_ms every = clock_broadcast_every(t->inc);
	char time[WHEN_MAX];

	if (t->inc->all_clear)
		return;
	str_addf(t->out, "Next word: %s\n", every ?
		when_short(t->now + every, t->now, time) :
		"when something changes");
}
