/* Telling people: customers and the company. */
#include "base/text.h"
#include "model/clocks.h"
#include "model/words.h"
#include "view/form_part.h"

#include <string.h>

/* What the last word went through; most teams have one place for it. */
static const char *
usual_place(const struct incident *inc)
{
	return inc->customers.through && *inc->customers.through ?
		inc->customers.through : "status page";
}

static bool
fill_customers(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	when_ms promise = clock_promise(inc);

	if (inc->closed && clock_customers_due(inc) == WHEN_NONE)
		return form_not(why, "the incident is closed and no word is"
			" owed");
	if (in->only_asks)
		return true;
	form_quote(f, "", words_customers_line(inc, in->now, in->a));
	form_put(f, "Words", words_customers(inc, in->now, in->a));
	if (promise)
		form_put_time(f, "Next word", in->now + promise, in);
	form_put(f, "Told by", *inc->customers.owner ?
		inc->customers.owner : in->who);
	form_put(f, "Through", usual_place(inc));
	return true;
}

/* ---- the company ---------------------------------------------------- */

static void
offer_said(struct form *f, const struct form_in *in, const struct message *m,
	int many)
{
	form_offer(f, "What", "said by hand",
		arena_printf(in->a, "--said %u", (unsigned)m->n));
	if (many > 1)
		form_offer(f, "What", "all said by hand", "--said all");
	form_title(f, "Say it by hand, then say where");
	form_say(f, "Message %u%s reached nobody:", (unsigned)m->n, many > 1 ?
		arena_printf(in->a, ", one of %d that", many) : "");
	form_quote(f, "> ", m->text);
}

static bool
fill_broadcast(struct form *f, const struct form_in *in, struct str *why)
{
	int many;
	const struct message *m = form_unsaid(in, &many);
	struct str not_staff = {0};
	bool staff = form_may(in, RIGHT_STAFF, &not_staff);

	if (!m && !staff)
		str_add(why, str_get(&not_staff));
	str_release(&not_staff);
	if (!m && !staff)
		return false;
	if (in->only_asks)
		return true;
	if (m)
		offer_said(f, in, m, many);
	if (staff)
		form_offer(f, "What", "write a message", "");
	form_put(f, "Message", words_broadcast(in->inc, in->now, in->a));
	form_put(f, "Said on", "the bridge");
	f->at[form_field(f, "Message")] = 0;
	if (m)
		form_use(f, "Said on");
	return true;
}

const struct form_row forms_told[] = {
	{.name = "customers", .title = "Customers told", .verb = "customers",
		.fill = fill_customers, .f = {
		{.label = "Words", .kind = FIELD_TEXT, .word = "",
		 .required = true, .hint = "what they were told"},
		{.label = "Next word", .kind = FIELD_NEXT, .word = "--next",
		 .hint = "when the next word comes: +15m, 14:25Z"},
		{.label = "Told by", .kind = FIELD_NAME, .word = "--from"},
		{.label = "Through", .kind = FIELD_LINE, .word = "--through",
		 .hint = "status page, mail, phone ..."},
	}},
	{.name = "broadcast", .title = "Broadcast to the company",
		.verb = "broadcast", .fill = fill_broadcast, .f = {
		{.label = "What", .kind = FIELD_CHOICE, .word = "!"},
		{.label = "Said on", .kind = FIELD_LINE,
		 .word = "--through",
		 .when = "said by hand|all said by hand",
		 .hint = "where: the bridge, #incidents, mail"},
		{.label = "Message", .kind = FIELD_TEXT, .word = "",
		 .when = "write a message", .required = true,
		 .hint = "what is known, who works on what, the next word"},
		{.label = "Audience", .kind = FIELD_NAME,
		 .word = "--audience", .when = "write a message",
		 .hint = "empty: the company"},
	}},
	{.name = NULL},
};
