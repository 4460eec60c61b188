/* Diagnosis, mitigations and the repair. */
#include "base/text.h"
#include "view/form_part.h"

#include <string.h>

static bool
is_open(const struct mitigation *m)
{
	return m->state != MIT_WORKED && m->state != MIT_FAILED;
}

/* The row's mitigation, or the latest one that has not ended. */
static const struct mitigation *
mitigation_here(const struct form_in *in)
{
	int32_t here = form_about(in).mitigation;

	if (here)
		return incident_mitigation(in->inc, here);
	for (int i = in->inc->n_mitigations - 1; i >= 0; i--)
		if (is_open(&in->inc->mitigations[i]))
			return &in->inc->mitigations[i];
	return NULL;
}

/* What comes next in the life of a mitigation stands first. */
static void
offer_steps(struct form *f, const struct form_in *in,
	const struct mitigation *m)
{
	bool boss = incident_commands(in->inc, in->who);

	if (!m || !is_open(m))
		return;
	if (m->state == MIT_PROPOSED && boss)
		form_offer(f, "What", "approve", "mitigation approve");
	if (m->state != MIT_EXECUTED)
		form_offer(f, "What", "execute", "mitigation execute");
	form_offer(f, "What", "worked", "mitigation worked");
	form_offer(f, "What", "failed", "mitigation failed");
}

static void
offer_repair(struct form *f, const struct form_in *in)
{
	if (!in->inc->under_control || !form_staff(in))
		return;
	form_offer(f, "What", "repaired", "repair done");
	form_offer(f, "What", "no repair needed", "repair not-needed");
}

static void
offer_mitigations(struct form *f, const struct form_in *in,
	const struct mitigation *here)
{
	for (int i = in->inc->n_mitigations - 1; i >= 0; i--) {
		const struct mitigation *m = &in->inc->mitigations[i];
		const char *id = arena_printf(in->a, "%d", (int)m->id);

		if (is_open(m) || m == here)
			form_offer(f, "Which", id, NULL);
		if (is_open(m))
			form_say(f, "%s: %s (by %s, %s)", id, m->text, m->by,
				m->state == MIT_PROPOSED ? "proposed" :
				m->state == MIT_APPROVED ? "approved" :
				"executed");
	}
	if (here)
		form_pick(f, "Which", arena_printf(in->a, "%d",
			(int)here->id));
}

static bool
fill_mitigation(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	const struct mitigation *m = mitigation_here(in);

	if (inc->closed || inc->all_clear)
		return form_may(in, RIGHT_CLOSING, why) && form_not(why,
			"mitigating ended with All Clear: < goes back");
	if (in->only_asks)
		return true;
	if (inc->n_diagnoses)
		form_say(f, "Diagnosis: %s",
			inc->diagnoses[inc->n_diagnoses - 1].text);
	offer_mitigations(f, in, m);
	if (inc->under_control)
		offer_repair(f, in);
	offer_steps(f, in, m);
	form_offer(f, "What", "diagnosis", "diagnosis");
	form_offer(f, "What", "propose", "mitigation propose");
	if (inc->n_diagnoses && !inc->under_control && (!m || !is_open(m)))
		form_pick(f, "What", "propose");
	form_put(f, "Seen by", in->who);
	return true;
}

#define STEPS "approve|execute|worked|failed"

const struct form_row forms_work[] = {
	{.name = "mitigation", .title = "Diagnosis and mitigation",
		.verb = "", .fill = fill_mitigation, .f = {
		{.label = "What", .kind = FIELD_CHOICE, .word = "@"},
		{.label = "Which", .kind = FIELD_CHOICE, .word = "",
		 .when = STEPS},
		{.label = "Remark", .kind = FIELD_LINE, .word = "",
		 .when = STEPS, .hint = "what was seen, if anything"},
		{.label = "Text", .kind = FIELD_TEXT, .word = "",
		 .when = "diagnosis|propose|repaired|no repair needed",
		 .required = true,
		 .hint = "what is wrong, what to do, what was done"},
		{.label = "Seen by", .kind = FIELD_NAME, .word = "--from",
		 .when = "worked", .hint = "who saw that it worked"},
	}},
	{.name = NULL},
};
