#include "model/rules.h"

#include "base/str.h"
#include "model/clocks.h"

#include <stdio.h>

const char *
rules_right_name(enum right right)
{
	static const char *const names[] = {
		[RIGHT_ANYONE] = "anyone",
		[RIGHT_COMMAND] = "the commander",
		[RIGHT_STAFF] = "the commander, or the deputy",
		[RIGHT_EARLY] =
			"anyone before there is a commander, then the"
			" commander",
		[RIGHT_EARLY_STAFF] =
			"anyone before there is a commander, then the"
			" commander, or the deputy",
		[RIGHT_CLOSING] =
			"the commander; after All Clear the review owner",
		[RIGHT_END] =
			"the commander, before there is one whoever declared;"
			" after All Clear the review owner",
		[RIGHT_NOBODY] = "anyone",
	};

	return names[right];
}

/* Who asks, of which incident, when, and where a refusal goes. */
struct asker {
	const struct incident *inc;
	const char *who;
	when_ms now;
	struct err *err;
};

/* "ana, last acted 40s ago": whom to ask, and whether it is worth it. */
static void
say_holder(const struct asker *a, char *out, size_t size)
{
	const struct command *c = &a->inc->command;
	char span[WHEN_MAX];

	if (c->last_act == WHEN_NONE)
		snprintf(out, size, "%s", c->holder);
	else
		snprintf(out, size, "%s, last acted %s ago", c->holder,
			when_span(a->now - c->last_act, span));
}

static bool
refuse_command(const struct asker *a)
{
	const struct command *c = &a->inc->command;
	char name[16], holder[512];

	if (!*c->holder)
		return err_set(a->err, ERR_REFUSED,
			"nobody is in command of %s: `take` it first",
			incident_name(a->inc->number, name));
	if (clock_offer_stands(a->inc, a->now) &&
	    str_same(c->offer.to, a->who))
		return err_set(a->err, ERR_REFUSED,
			"only the commander can do this, and %s has offered"
			" you command: `accept` it first", c->holder);
	say_holder(a, holder, sizeof(holder));
	return err_set(a->err, ERR_REFUSED,
		"only the commander (%s) can do this%s: ask %s, or `assume`"
		" command if %s is gone", holder,
		incident_deputizes(a->inc, a->who) ? ", not the deputy" : "",
		c->holder, c->holder);
}

static bool
may_command(const struct asker *a)
{
	return incident_commands(a->inc, a->who) || refuse_command(a);
}

static bool
may_staff(const struct asker *a)
{
	const struct command *c = &a->inc->command;

	if (!*c->holder || !*c->deputy)
		return may_command(a);
	return incident_commands(a->inc, a->who) ||
		incident_deputizes(a->inc, a->who) ||
		err_set(a->err, ERR_REFUSED,
			"only the commander (%s) or the deputy (%s) can do"
			" this: ask one of them", c->holder, c->deputy);
}

static bool
may_end(const struct asker *a)
{
	const struct incident *inc = a->inc;

	if (*inc->command.holder)
		return may_command(a);
	return str_same(inc->declarer, a->who) ||
		err_set(a->err, ERR_REFUSED,
			"while nobody is in command only %s, who declared it,"
			" can do this: ask %s, or `take` command first",
			inc->declarer, inc->declarer);
}

/* The rights while the incident is live. */
static bool
may_live(const struct asker *a, enum right right)
{
	bool early = !*a->inc->command.holder;

	switch (right) {
	case RIGHT_EARLY:
		return early || may_command(a);
	case RIGHT_COMMAND:
	case RIGHT_CLOSING:
		return may_command(a);
	case RIGHT_EARLY_STAFF:
		return early || may_staff(a);
	case RIGHT_STAFF:
		return may_staff(a);
	case RIGHT_END:
		return may_end(a);
	case RIGHT_ANYONE:
	case RIGHT_NOBODY:
		break;
	}
	return true;
}

/* After All Clear the review owner does what only the commander could. */
static bool
may_in_care(const struct asker *a)
{
	const char *owner = a->inc->review.owner;
	char name[16];

	incident_name(a->inc->number, name);
	if (*owner && str_same(owner, a->who))
		return true;
	if (!*owner)
		return err_set(a->err, ERR_REFUSED,
			"command of %s ended with All Clear and nobody owns"
			" the review: take it first: `role review %s`",
			name, a->who);
	return err_set(a->err, ERR_REFUSED,
		"command of %s ended with All Clear: only the review owner"
		" (%s) can do this: ask %s, or take the role: `role review"
		" %s`", name, owner, owner, a->who);
}

static bool
refuse_closed(const struct asker *a)
{
	const struct incident *inc = a->inc;
	char name[16], into[16];

	incident_name(inc->number, name);
	if (inc->merged_into)
		return err_set(a->err, ERR_REFUSED,
			"%s was merged into %s: write there", name,
			incident_name(inc->merged_into, into));
	return err_set(a->err, ERR_REFUSED,
		"%s was closed by %s: `reopen` it first, or declare a new"
		" one: `declare`", name, inc->closed_by);
}

bool
rules_may(const struct incident *inc, const char *who, enum right right,
	when_ms now, struct err *err)
{
	const struct asker a = {inc, who, now, err};

	if (right == RIGHT_NOBODY)
		return true;
	if (!inc || !inc->declared)
		return err_set(err, ERR_REFUSED,
			"there is no such incident: `declare` one first");
	if (!who || !*who)
		return err_set(err, ERR_REFUSED,
			"who does this? say so with --as NAME, or with i on"
			" the screen");
	if (inc->closed)
		return refuse_closed(&a);
	if (right == RIGHT_ANYONE)
		return true;
	return inc->all_clear ? may_in_care(&a) : may_live(&a, right);
}

bool
rules_may_ended(const struct incident *inc, const char *who, struct err *err)
{
	const char *owner = inc->review.owner;

	if (!*owner || str_same(who, owner) ||
	    str_same(who, inc->command.former) ||
	    str_same(who, inc->declarer) ||
	    (inc->closed && str_same(who, inc->closed_by)))
		return true;
	return err_set(err, ERR_REFUSED, "that is for the review owner (%s):"
		" `review owner` takes the role", owner);
}
