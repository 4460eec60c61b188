/* Command and roles; acknowledging; taking back. */
#include "base/text.h"
#include "model/clocks.h"
#include "model/words.h"
#include "view/form_part.h"

#include <string.h>

static bool
offered_to_me(const struct form_in *in)
{
	return clock_offer_stands(in->inc, in->now) &&
		str_same(in->inc->command.offer.to, in->who);
}

static void
say_holder(struct form *f, const struct form_in *in)
{
	const struct command *c = &in->inc->command;
	char span[WHEN_MAX];

	if (!*c->holder) {
		form_say(f, "Nobody is in command.");
		return;
	}
	form_say(f, "%s has been in command for %s and last acted %s.", c->holder,
		when_span(in->now - c->since, span),
		form_ago(in, c->last_act));
	if (*c->deputy)
		form_say(f, "%s is the deputy.", c->deputy);
	if (clock_offer_stands(in->inc, in->now))
		form_say(f, "Command is offered to %s, %s.", c->offer.to,
			form_ago(in, c->offer.at));
}

static void
offer_holder(struct form *f)
{
	form_offer(f, "Do", "offer", "offer");
	form_offer(f, "Do", "deputy", "role");
	form_title(f, "Command: you hold it");
	form_put(f, "role", "deputy");
	form_use(f, "To");
}

static bool
fill_command(struct form *f, const struct form_in *in, struct str *why)
{
	const struct command *c = &in->inc->command;

	if (!incident_live(in->inc))
		return form_not(why, "command ended with All Clear: < goes"
			" back to a stage and asks for a commander");
	say_holder(f, in);
	if (incident_commands(in->inc, in->who)) {
		offer_holder(f);
	} else if (offered_to_me(in)) {
		form_offer(f, "Do", "accept", "accept");
		form_offer(f, "Do", "decline", "decline");
		form_title(f, "Command: %s offers it to you", c->holder);
	} else if (*c->holder) {
		/* Enter alone never takes command from anybody. */
		form_offer(f, "Do", "leave it", "clear");
		form_offer(f, "Do", "assume", "assume");
		form_title(f, "Assume command from %s", c->holder);
		form_say(f, "a assumes it: logged as assumed, loud on every"
			" screen.");
	} else {
		form_offer(f, "Do", "take", "take");
		form_title(f, "Take command");
	}
	return true;
}

static bool
fill_role(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;

	if (!form_may(in, RIGHT_ANYONE, why))
		return false;
	form_say(f, "customers: %s   scribe: %s   deputy: %s   review: %s",
		*inc->customers.owner ? inc->customers.owner : "nobody",
		*inc->scribe ? inc->scribe : "nobody",
		*inc->command.deputy ? inc->command.deputy : "nobody",
		*inc->review.owner ? inc->review.owner : "nobody");
	if (inc->all_clear)
		form_pick(f, "Role", "review");
	form_put(f, "Who", in->who);
	return true;
}

/* ---- acknowledging -------------------------------------------------- */

/* An objective of this person's that waits to be read back. */
static const struct objective *
unread(const struct form_in *in)
{
	int32_t here = form_about(in).objective;
	const struct objective *found = NULL;

	for (int i = 0; i < in->inc->n_objectives; i++) {
		const struct objective *o = &in->inc->objectives[i];

		if (o->state == OBJ_ASSIGNED && str_same(o->who, in->who) &&
		    (!found || o->id == here))
			found = o;
	}
	return found;
}

static bool
paged(const struct form_in *in)
{
	const struct sme *s = incident_sme(in->inc, in->who);

	return s && s->state == SME_PAGED;
}

static const char *
turn_ack(const struct form_in *in)
{
	int32_t here = form_about(in).objective;
	const struct objective *o = unread(in);

	if (offered_to_me(in))
		return ":briefing";
	if (o && (o->id == here || !paged(in)))
		return "understood";
	return NULL;
}

static bool
fill_ack(struct form *f, const struct form_in *in, struct str *why)
{
	const struct sme *s = incident_sme(in->inc, in->who);

	if (!paged(in))
		return form_not(why, "nothing waits for you to acknowledge,"
			" %s: no page, no objective, no offer", in->who);
	form_say(f, "Paged %s%s%s%s.", form_ago(in, s->paged),
		*s->field ? " for " : "", s->field,
		s->commander ? ", to take command" : "");
	return true;
}

static bool
fill_understood(struct form *f, const struct form_in *in, struct str *why)
{
	const struct objective *o = unread(in);

	if (!o)
		return form_not(why, "no objective of yours waits to be read"
			" back");
	f->about = o->id;
	form_title(f, "Read back objective %d", (int)o->id);
	form_quote(f, "> ", o->text);
	form_putf(f, "N", "%d", (int)o->id);
	return true;
}

/* ---- taking back ---------------------------------------------------- */

/* The last entry of whoever is at the keys that `undo` would withdraw. */
static const struct entry *
last_own(const struct form_in *in)
{
	for (uint32_t n = in->inc->n; n > 0; n--) {
		const struct entry *e = incident_entry(in->inc, n);

		if (str_same(e->ev.by, in->who) && !e->withdrawn_by &&
		    !e->untrue && e->ev.kind != KIND_WITHDRAWN &&
		    e->ev.kind != KIND_ERASED &&
		    e->ev.kind != KIND_DELIVERY_RELEASED)
			return e;
	}
	return NULL;
}

/* Within the ten seconds in which nothing has left it is done at once. */
static const char *
turn_undo(const struct form_in *in)
{
	const struct entry *e = last_own(in);
	when_ms hold = numbers_get(&in->inc->numbers, NUM_TAKE_BACK, 1);

	return e && in->now - e->ev.at < hold ? ":undo" : NULL;
}

static bool
fill_undo(struct form *f, const struct form_in *in, struct str *why)
{
	const struct entry *e = last_own(in);

	if (!e)
		return form_not(why, "there is no act of yours (%s) to take"
			" back", in->who);
	if (in->inc->closed && e->ev.kind != KIND_CLOSED)
		return form_not(why, "the incident is closed: only the"
			" closing can be withdrawn, < reopens it");
	form_title(f, "Take back entry %u", (unsigned)e->ev.n);
	form_say(f, "Your last act, %s:", form_ago(in, e->ev.at));
	form_quote(f, "> ", words_entry(in->inc, e, in->a));
	form_say(f, "It counts as never made; the log keeps both.");
	f->about = (int32_t)e->ev.n;
	return true;
}

const struct form_row forms_command[] = {
	{.name = "command", .title = "Command", .verb = "",
		.fill = fill_command, .f = {
		{.label = "Do", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "role", .kind = FIELD_HIDDEN, .word = "",
		 .when = "deputy"},
		{.label = "To", .kind = FIELD_NAME, .word = "",
		 .when = "offer|deputy", .required = true,
		 .hint = "who it goes to; Tab completes"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .when = "assume|decline", .hint = "if you have one"},
	}},
	{.name = "role", .title = "Give a role", .verb = "role",
		.fill = fill_role, .f = {
		{.label = "Role", .kind = FIELD_CHOICE, .word = "",
		 .choices = "customers|scribe|deputy|review"},
		{.label = "Who", .kind = FIELD_NAME, .word = "",
		 .hint = "empty: given back"},
	}},
	{.name = "ack", .title = "Acknowledge the page", .verb = "ack",
		.fill = fill_ack, .turn = turn_ack, .f = {
		{.label = "Here by", .kind = FIELD_NEXT, .word = "--eta",
		 .hint = "if you know: +10m, 14:25Z"},
	}},
	{.name = "understood", .title = "Read back",
		.verb = "objective understood", .fill = fill_understood,
		.f = {
		{.label = "N", .kind = FIELD_HIDDEN, .word = ""},
		{.label = "In your words", .kind = FIELD_LINE, .word = "",
		 .hint = "if it helps"},
	}},
	{.name = "undo", .title = "Take back", .verb = "undo",
		.fill = fill_undo, .turn = turn_undo,
		.f = {{.label = NULL}}},
	{.name = NULL},
};
