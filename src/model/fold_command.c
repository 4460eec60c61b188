/* Declaring, command, roles and the facts that frame an incident. */
#include "model/fold.h"

#include "base/str.h"

static int
severity_of(int64_t v)
{
	return v < 1 || v > NUMBERS_WIDE ? 2 : (int)v;
}

static enum impact
impact_of(const char *word)
{
	if (str_same(word, "known"))
		return IMPACT_BEGAN;
	return str_same(word, "none") ? IMPACT_NEVER : IMPACT_UNKNOWN;
}

static enum affected
affected_of(const char *word)
{
	if (str_same(word, "yes"))
		return AFFECTED_YES;
	return str_same(word, "no") ? AFFECTED_NO : AFFECTED_UNKNOWN;
}

static void
add_signal(struct incident *inc, const struct entry *e, const char *source,
	const char *text)
{
	struct signal *s = FOLD_ADD(inc, signals);

	s->source = source;
	s->text = text;
	s->when = event_when(&e->ev);
	s->n = e->ev.n;
}

static void
state_impact(struct incident *inc, const struct entry *e)
{
	inc->impact = impact_of(event_text(&e->ev, F_IMPACT));
	inc->began = event_time(&e->ev, F_BEGAN);
	if (inc->impact == IMPACT_BEGAN && inc->began == WHEN_NONE)
		inc->impact = IMPACT_UNKNOWN;
	if (inc->impact != IMPACT_BEGAN)
		inc->began = WHEN_NONE;
	fold_band_impact(inc);
}

/* As the author had them; what makes no sense is the nearest that does. */
static void
take_numbers(struct incident *inc, const struct numbers *n)
{
	inc->numbers = *n;
	for (int i = 0; i < NUM_COUNT; i++)
		for (int k = 0; k < NUMBERS_WIDE; k++) {
			int64_t *v = &inc->numbers.v[i][k];
			int64_t max = numbers_max((enum number)i);

			*v = *v < 0 ? 0 : *v > max ? max : *v;
		}
}

void
fold_declared(struct incident *inc, struct entry *e)
{
	when_ms when = event_when(&e->ev);
	const union value *v;

	if (inc->declared) {
		e->untrue = true;
		return;
	}
	inc->declared = true;
	inc->declared_n = e->ev.n;
	inc->since = when;
	inc->declarer = e->ev.by;
	inc->title = e->text;
	inc->service = event_text(&e->ev, F_SERVICE);
	inc->source = str_or(event_text(&e->ev, F_SOURCE), "staff");
	inc->bridge = event_text(&e->ev, F_BRIDGE);
	inc->protocol = event_text(&e->ev, F_PROTOCOL);
	inc->restricted = event_int(&e->ev, F_RESTRICTED) != 0;
	inc->severity = severity_of(event_int(&e->ev, F_SEVERITY));
	inc->highest = inc->severity;
	inc->severity_since = when;
	inc->customers.owner = event_text(&e->ev, F_OWNER);
	inc->customers.affected =
		affected_of(event_text(&e->ev, F_CUSTOMERS));
	v = event_value(&e->ev, F_NUMBERS);
	if (v && v->numbers)
		take_numbers(inc, v->numbers);
	add_signal(inc, e, inc->source, inc->title);
	fold_band_open(inc, BAND_CUSTOMER, when);
	fold_enter(inc, e, STAGE_DETECT, CALL_NONE);
	state_impact(inc, e);
}

/* Command passes to the author of @e. */
static void
pass_command(struct incident *inc, struct entry *e)
{
	struct command *c = &inc->command;
	when_ms when = event_when(&e->ev);
	struct sme *sme = fold_sme(inc, e->ev.by);

	if (*c->holder)
		c->former = c->holder;
	c->holder = e->ev.by;
	c->since = when;
	c->assumed = e->ev.kind == KIND_ASSUMED && *c->former;
	c->n = e->ev.n;
	c->last_act = when;
	c->offer.n = 0;
	if (str_same(c->deputy, c->holder))
		c->deputy = "";
	if (sme && sme->state != SME_RELEASED)
		fold_join(inc, sme, when);
	fold_broadcast_from(inc, when);
	fold_shift(inc, when);
}

void
fold_taken(struct incident *inc, struct entry *e)
{
	e->untrue = *inc->command.holder || !incident_live(inc);
	if (!e->untrue)
		pass_command(inc, e);
}

void
fold_offered(struct incident *inc, struct entry *e)
{
	struct command *c = &inc->command;

	e->untrue = !*c->holder || !*event_text(&e->ev, F_TO) ||
		!str_same(event_text(&e->ev, F_FROM), c->holder);
	if (e->untrue)
		return;
	c->offer.n = e->ev.n;
	c->offer.from = c->holder;
	c->offer.to = event_text(&e->ev, F_TO);
	c->offer.at = event_when(&e->ev);
}

static bool
offer_holds(const struct incident *inc, const struct entry *e)
{
	const struct offer *o = &inc->command.offer;

	return o->n && o->n == event_int(&e->ev, F_OFFER) &&
		str_same(o->from, inc->command.holder);
}

void
fold_accepted(struct incident *inc, struct entry *e)
{
	e->untrue = !offer_holds(inc, e) ||
		!str_same(inc->command.offer.to, e->ev.by);
	if (!e->untrue)
		pass_command(inc, e);
}

void
fold_declined(struct incident *inc, struct entry *e)
{
	e->untrue = !offer_holds(inc, e) ||
		!str_same(inc->command.offer.to, e->ev.by);
	if (!e->untrue)
		inc->command.offer.n = 0;
}

void
fold_assumed(struct incident *inc, struct entry *e)
{
	struct command *c = &inc->command;

	e->untrue = !incident_live(inc) || str_same(e->ev.by, c->holder) ||
		!str_same(event_text(&e->ev, F_FROM), c->holder);
	if (e->untrue)
		return;
	c->assumed_from = c->holder;
	c->assumed_at = event_when(&e->ev);
	pass_command(inc, e);
}

void
fold_role(struct incident *inc, struct entry *e)
{
	const char *role = event_text(&e->ev, F_ROLE);
	const char *who = event_text(&e->ev, F_WHO);

	if (str_same(role, "deputy"))
		inc->command.deputy = who;
	else if (str_same(role, "customers"))
		inc->customers.owner = who;
	else if (str_same(role, "scribe"))
		inc->scribe = who;
	else if (str_same(role, "review"))
		inc->review.owner = who;
}

void
fold_severity(struct incident *inc, struct entry *e)
{
	int sev = severity_of(event_int(&e->ev, F_SEVERITY));
	when_ms when = event_when(&e->ev);

	inc->severity_confirmed = true;
	if (sev != inc->severity)
		inc->severity_since = when;
	inc->severity = sev;
	if (sev < inc->highest)
		inc->highest = sev;
	fold_shift(inc, when);
}

void
fold_numbers(struct incident *inc, struct entry *e)
{
	enum number which = numbers_find(event_text(&e->ev, F_NUMBER));
	int64_t column = event_int(&e->ev, F_COLUMN);
	int64_t value = event_int(&e->ev, F_VALUE);

	e->untrue = which == NUM_COUNT || column < 1 || value < 0 ||
		column > numbers_rows[which].wide ||
		value > numbers_max(which);
	if (e->untrue)
		return;
	inc->numbers.v[which][column - 1] = value;
	fold_shift(inc, event_when(&e->ev));
}

void
fold_impact(struct incident *inc, struct entry *e)
{
	if (event_has(&e->ev, F_IMPACT))
		state_impact(inc, e);
	if (event_has(&e->ev, F_CUSTOMERS))
		inc->customers.affected =
			affected_of(event_text(&e->ev, F_CUSTOMERS));
	fold_customers_due(inc);
}

void
fold_signal(struct incident *inc, struct entry *e)
{
	add_signal(inc, e, str_or(event_text(&e->ev, F_SOURCE), "staff"),
		e->text);
}

void
fold_scope(struct incident *inc, struct entry *e)
{
	inc->scope = e->text;
}

void
fold_bridge(struct incident *inc, struct entry *e)
{
	inc->bridge = e->text;
}

void
fold_protocol(struct incident *inc, struct entry *e)
{
	inc->protocol = e->text;
}
