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
		[RIGHT_REOPEN] =
			"the review owner; after a false alarm who closed,"
			" declared or commanded it",
		[RIGHT_ALWAYS] = "anyone, also once it is closed",
		[RIGHT_NOBODY] = "anyone",
	};

	return names[right];
}

/* " (ana, last acted 40s ago)": whom to ask, and whether it is worth it. */
static void
holder_in_words(const struct incident *inc, when_ms now, char *out,
	size_t size)
{
	const struct command *c = &inc->command;
	char span[WHEN_MAX];

	if (c->last_act == WHEN_NONE)
		snprintf(out, size, "%s", c->holder);
	else
		snprintf(out, size, "%s, last acted %s ago", c->holder,
			when_span(now - c->last_act, span));
}

static bool
refuse_command(const struct incident *inc, const char *who, when_ms now,
	struct err *err)
{
	const struct command *c = &inc->command;
	char name[16], holder[512];

	if (!*c->holder)
		return err_set(err, ERR_REFUSED,
			"nobody is in command of %s: `take` it first",
			incident_name(inc->number, name));
	if (clock_offer_stands(inc, now) && str_same(c->offer.to, who))
		return err_set(err, ERR_REFUSED,
			"only the commander can do this, and %s has offered"
			" you command: `accept` it first", c->holder);
	holder_in_words(inc, now, holder, sizeof(holder));
	return err_set(err, ERR_REFUSED,
		"only the commander (%s) can do this%s: ask %s, or `assume`"
		" command if %s is gone", holder,
		incident_deputizes(inc, who) ? ", not the deputy" : "",
		c->holder, c->holder);
}

static bool
refuse_staff(const struct incident *inc, const char *who, when_ms now,
	struct err *err)
{
	const struct command *c = &inc->command;

	if (!*c->holder || !*c->deputy)
		return refuse_command(inc, who, now, err);
	return err_set(err, ERR_REFUSED,
		"only the commander (%s) or the deputy (%s) can do this: ask"
		" one of them", c->holder, c->deputy);
}

static bool
may_end(const struct incident *inc, const char *who, when_ms now,
	struct err *err)
{
	if (*inc->command.holder || str_same(inc->declarer, who))
		return incident_commands(inc, who) || !*inc->command.holder ||
			refuse_command(inc, who, now, err);
	return err_set(err, ERR_REFUSED,
		"while nobody is in command only %s, who declared it, can do"
		" this: ask %s, or `take` command first", inc->declarer,
		inc->declarer);
}

/* The rights while the incident is live. */
static bool
may_live(const struct incident *inc, const char *who, enum right right,
	struct err *err, when_ms now)
{
	bool early = !*inc->command.holder;
	bool commands = incident_commands(inc, who);
	char name[16];

	switch (right) {
	case RIGHT_EARLY:
		if (early)
			return true;
		/* fall through */
	case RIGHT_COMMAND:
	case RIGHT_CLOSING:
		return commands || refuse_command(inc, who, now, err);
	case RIGHT_EARLY_STAFF:
		if (early)
			return true;
		/* fall through */
	case RIGHT_STAFF:
		return commands ||
			(!early && incident_deputizes(inc, who)) ||
			refuse_staff(inc, who, now, err);
	case RIGHT_END:
		return may_end(inc, who, now, err);
	case RIGHT_REOPEN:
		return err_set(err, ERR_REFUSED,
			"%s is live: there is nothing to reopen",
			incident_name(inc->number, name));
	case RIGHT_ANYONE:
	case RIGHT_ALWAYS:
	case RIGHT_NOBODY:
		break;
	}
	return true;
}

/* After All Clear the review owner does what only the commander could. */
static bool
may_in_care(const struct incident *inc, const char *who, struct err *err)
{
	const char *owner = inc->review.owner;
	char name[16];

	incident_name(inc->number, name);
	if (*owner && str_same(owner, who))
		return true;
	if (!*owner)
		return err_set(err, ERR_REFUSED,
			"command of %s ended with All Clear and nobody owns"
			" the review: take it first: `review owner %s`",
			name, who);
	return err_set(err, ERR_REFUSED,
		"command of %s ended with All Clear: only the review owner"
		" (%s) can do this: ask %s, or take the role: `review owner"
		" %s`", name, owner, owner, who);
}

static bool
may_reopen_closed(const struct incident *inc, const char *who,
	struct err *err)
{
	const char *owner = inc->review.owner;
	char name[16];

	incident_name(inc->number, name);
	if (*owner)
		return str_same(owner, who) || err_set(err, ERR_REFUSED,
			"%s is closed: only the review owner (%s) can reopen"
			" it: ask %s, or declare a new one: `declare`", name,
			owner, owner);
	if (str_same(inc->closed_by, who) || str_same(inc->declarer, who) ||
	    (*inc->command.former && str_same(inc->command.former, who)))
		return true;
	return err_set(err, ERR_REFUSED,
		"%s is closed: only %s, who closed it, can reopen it: ask %s,"
		" or declare a new one: `declare`", name, inc->closed_by,
		inc->closed_by);
}

static bool
may_when_closed(const struct incident *inc, const char *who,
	enum right right, struct err *err)
{
	char name[16], into[16];

	incident_name(inc->number, name);
	if (inc->merged_into)
		return err_set(err, ERR_REFUSED,
			"%s was merged into %s: write there", name,
			incident_name(inc->merged_into, into));
	if (right == RIGHT_REOPEN)
		return may_reopen_closed(inc, who, err);
	return err_set(err, ERR_REFUSED,
		"%s is closed, by %s: `reopen` it first, or declare a new one:"
		" `declare`", name, inc->closed_by);
}

bool
rules_may(const struct incident *inc, const char *who, enum right right,
	when_ms now, struct err *err)
{
	if (right == RIGHT_NOBODY)
		return true;
	if (!inc || !inc->declared)
		return err_set(err, ERR_REFUSED,
			"there is no such incident: `declare` one first");
	if (!who || !*who)
		return err_set(err, ERR_REFUSED,
			"who does this? say so with --as NAME, or with i on"
			" the screen");
	if (right == RIGHT_ALWAYS)
		return true;
	if (inc->closed)
		return may_when_closed(inc, who, right, err);
	if (right == RIGHT_ANYONE)
		return true;
	if (inc->all_clear)
		return may_in_care(inc, who, err);
	return may_live(inc, who, right, err, now);
}
