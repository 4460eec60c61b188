/* What frames an incident: severity, scope, impact, customers. */
#include "base/text.h"
#include "view/form_part.h"

#include <string.h>

/* What is still missing comes first. */
static const char *
missing(const struct incident *inc)
{
	if (inc->stage <= STAGE_DETECT && inc->impact == IMPACT_UNKNOWN)
		return "impact";
	if (!inc->severity_confirmed)
		return "severity";
	return *inc->scope ? "severity" : "scope";
}

static void
say_facts(struct form *f, const struct form_in *in)
{
	const struct incident *inc = in->inc;
	char echo[WHEN_MAX * 2];

	form_say(f, "SEV%d%s; impact %s; customers %s", inc->severity,
		inc->severity_confirmed ? "" : " (not confirmed)",
		inc->impact == IMPACT_NEVER ? "none" :
		inc->impact == IMPACT_UNKNOWN ? "not known yet" :
		when_echo(inc->began, in->now, echo),
		inc->customers.affected == AFFECTED_YES ? "affected" :
		inc->customers.affected == AFFECTED_NO ? "not affected" :
		"not known yet");
}

static bool
fill_severity(struct form *f, const struct form_in *in, struct str *why)
{
	const struct incident *inc = in->inc;
	char sev[2] = {(char)('0' + inc->severity), '\0'};

	if (!form_may(in, RIGHT_EARLY, why))
		return false;
	say_facts(f, in);
	form_pick(f, "What", missing(inc));
	form_use(f, form_is(f, "What", "scope") ? "Scope" :
		form_is(f, "What", "impact") ? "Impact" : "Severity");
	form_pick(f, "Severity", sev);
	form_put(f, "Scope", inc->scope);
	if (inc->impact == IMPACT_BEGAN)
		form_put_time(f, "Began", inc->began, in);
	return true;
}

/* The time counts only for an impact that has begun. */
static bool
has_severity(const struct form *f, int i)
{
	return strcmp(f->row->f[i].label, "Began") != 0 ||
		form_is(f, "Impact", "began");
}

const struct form_row forms_facts[] = {
	{.name = "severity", .title = "Severity, scope and impact",
		.verb = "", .fill = fill_severity, .has = has_severity,
		.f = {
		{.label = "What", .kind = FIELD_CHOICE, .word = "@",
		 .choices = "severity|scope|impact|customers=impact"},
		{.label = "Severity", .kind = FIELD_CHOICE, .word = "",
		 .choices = "1|2|3|4", .when = "severity"},
		{.label = "Why", .kind = FIELD_LINE, .word = "",
		 .when = "severity", .hint = "if you have a reason"},
		{.label = "Scope", .kind = FIELD_LINE, .word = "",
		 .when = "scope", .required = true,
		 .hint = "what is broken, for whom, in one sentence"},
		{.label = "Impact", .kind = FIELD_CHOICE, .word = "!",
		 .choices = "began=|never=--no-impact|unknown=--unknown",
		 .when = "impact"},
		{.label = "Began", .kind = FIELD_PAST, .word = "--began",
		 .when = "impact", .required = true,
		 .hint = "when: 13:41Z, -10m"},
		{.label = "Affected", .kind = FIELD_CHOICE,
		 .word = "--customers", .choices = "yes|no|unknown",
		 .when = "customers"},
		{.label = "Reason", .kind = FIELD_LINE, .word = "--reason",
		 .when = "customers", .hint = "\"no\" ends the customer"
		 " clock and needs one"},
	}},
	{.name = NULL},
};
