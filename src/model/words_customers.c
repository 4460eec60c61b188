/*
 * A draft for customers, in their words: no names, no notes, no reports.
 * What is affected is the scope sentence; the rest is general.
 */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "model/words_part.h"

#include <string.h>

/* "13:41 UTC", with the date on another day than today. */
static const char *
draft_time(when_ms t, when_ms now, struct arena *a)
{
	char time[WHEN_MAX];
	char *z = strrchr(when_short(t, now, time), 'Z');

	if (z)
		*z = '\0';
	return arena_printf(a, "%s UTC", time);
}

/* What is affected, without the stop at its end. */
static const char *
draft_what(const struct incident *inc, struct arena *a)
{
	const char *what = str_or(inc->scope, str_or(inc->title, NULL));
	size_t len;

	if (!what || inc->restricted)
		return "a part of our service";
	what = words_line(a, what);
	len = strlen(what);
	while (len && (what[len - 1] == '.' || what[len - 1] == ' '))
		len--;
	return arena_dupn(a, what, len);
}

static void
draft_problem(const struct incident *inc, struct str *out, struct arena *a)
{
	const char *how;

	if (inc->closed && inc->false_alarm)
		how = "This turned out to be no problem";
	else if (inc->all_clear || inc->closed)
		how = "The problem is over";
	else if (inc->under_control)
		how = "The problem is under control";
	else if (inc->customers.words)
		how = "The problem continues";
	else
		how = "We are looking into a problem";
	str_addf(out, "%s: %s.", how, draft_what(inc, a));
}

static void
draft_since(const struct incident *inc, when_ms now, struct str *out,
	struct arena *a)
{
	const struct intervals *hit = &inc->band[BAND_CUSTOMER];

	if (inc->closed && inc->false_alarm)
		return;
	if (inc->customers.affected == AFFECTED_NO ||
	    inc->impact == IMPACT_NEVER) {
		str_add(out, " As far as we know it does not affect you.");
	} else if (inc->impact == IMPACT_BEGAN && hit->n &&
	    !clock_runs(inc, BAND_CUSTOMER)) {
		str_addf(out, " It lasted from %s to %s.",
			draft_time(hit->v[0].start, now, a),
			draft_time(hit->v[hit->n - 1].end, now, a));
	} else if (inc->impact == IMPACT_BEGAN && hit->n) {
		str_addf(out, " It began at %s.",
			draft_time(hit->v[0].start, now, a));
	} else if (inc->declared) {
		str_addf(out, " We first saw it at %s.",
			draft_time(inc->since, now, a));
	}
}

static bool
draft_mitigating(const struct incident *inc)
{
	for (int i = 0; i < inc->n_mitigations; i++)
		if (inc->mitigations[i].state == MIT_APPROVED ||
		    inc->mitigations[i].state == MIT_EXECUTED)
			return true;
	return false;
}

static const char *
draft_doing(const struct incident *inc)
{
	if (inc->closed || inc->all_clear)
		return inc->false_alarm ? "" :
			" We will look at what happened and learn from it.";
	if (inc->under_control)
		return inc->repaired == REPAIR_OPEN ?
			" We are watching it and work on a lasting repair." :
			" We are watching it.";
	if (draft_mitigating(inc))
		return " We are putting a remedy in place.";
	if (inc->n_diagnoses)
		return " We have found the likely cause and work on a remedy.";
	if (inc->stage >= STAGE_DISPATCH)
		return " Several of our teams are working on it.";
	return " We are investigating.";
}

const char *
words_customers(const struct incident *inc, when_ms now, struct arena *a)
{
	when_ms promise = clock_promise(inc);
	struct str out = {0};

	draft_problem(inc, &out, a);
	draft_since(inc, now, &out, a);
	str_add(&out, draft_doing(inc));
	if (inc->closed || inc->all_clear)
		str_add(&out, " This is our last word on it.");
	else if (promise)
		str_addf(&out, " We will write again by %s.",
			draft_time(now + promise, now, a));
	else
		str_add(&out, " We will write again when there is news.");
	return words_take(a, &out);
}
