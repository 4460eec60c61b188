#include "cmd/moment.h"

#include "base/str.h"
#include "base/text.h"
#include "model/entry_place.h"
#include "model/incident.h"

#include <stdlib.h>
#include <string.h>

struct moment
moment_of(const struct incident *inc, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);

	return (struct moment){n, e ? e->moment : WHEN_NONE};
}

struct moment
moment_at(const struct incident *inc, when_ms t)
{
	return (struct moment){incident_place_at(inc, t), t};
}

/* ---- reading ------------------------------------------------------------ */

/* "#63", "63"; 0: it is none. */
static uint32_t
entry_number(const char *text)
{
	size_t n;

	text += *text == '#';
	n = strspn(text, "0123456789");
	return n && n < 10 && !text[n] ? (uint32_t)strtoul(text, NULL, 10) :
		0;
}

/*
 * A time of day is of the day that is looked at, or of the next one that
 * there is: what is asked for lies within the incident.
 */
static bool
read_time(const struct incident *inc, const char *text, when_ms base,
	int zone_min, when_ms *out, struct err *err)
{
	when_ms day = base - base % WHEN_DAY, other;
	when_ms first = moment_of(inc, 1).at;

	if (*text == '-' || *text == '+' || !strcmp(text, "now"))
		return when_parse(text, base, WHEN_PAST, zone_min, out, err);
	if (!when_parse(text, day, WHEN_FROM, zone_min, out, err) ||
	    !when_parse(text, day + WHEN_DAY, WHEN_FROM, zone_min, &other,
	    err))
		return false;
	if (*out < first && (other <= base ||
	    other <= moment_of(inc, inc->n).at))
		*out = other;
	return true;
}

/* The entry that is meant by "first", "last" or a stage; 0: by neither. */
static uint32_t
named(const struct incident *inc, const char *text)
{
	enum stage stage = stage_find(text);

	if (str_same(text, "first"))
		return 1;
	if (str_same(text, "last"))
		return inc->n;
	for (int i = inc->n_visits - 1; stage && i >= 0; i--)
		if (inc->visits[i].stage == stage)
			return inc->visits[i].n;
	return 0;
}

bool
moment_read(const struct incident *inc, const char *text, when_ms base,
	int zone_min, struct moment *out, struct err *err)
{
	uint32_t n = entry_number(text);
	char name[16], first[WHEN_MAX];
	when_ms t;

	if (named(inc, text)) {
		*out = moment_of(inc, named(inc, text));
		return true;
	}
	if (stage_find(text))
		return err_set(err, ERR_REFUSED, "%s has not been in %s",
			incident_name(inc->number, name),
			stage_rows[stage_find(text)].name);
	if (n || *text == '#') {
		*out = moment_of(inc, n);
		return (n && n <= inc->n) || err_set(err, ERR_REFUSED,
			"there is no entry %.20s: %s has 1 to %u", text,
			incident_name(inc->number, name), (unsigned)inc->n);
	}
	if (str_starts(text, "T+")) {
		if (!entry_elapsed(text + 2, &t, err))
			return false;
		t += inc->since;
	} else if (!read_time(inc, text, base, zone_min, &t, err)) {
		return false;
	}
	*out = moment_at(inc, t);
	return out->n || err_set(err, ERR_REFUSED, "%s begins %s: nothing was"
		" known before", incident_name(inc->number, name),
		when_short(moment_of(inc, 1).at, t, first));
}

/* ---- stepping ----------------------------------------------------------- */

/* The stage that was entered last before @n, or first after it. */
static uint32_t
stage_entry(const struct incident *inc, uint32_t n, bool after)
{
	uint32_t found = 0;

	for (int i = 0; i < inc->n_visits; i++) {
		uint32_t at = inc->visits[i].n;

		if (after && at > n && (!found || at < found))
			found = at;
		if (!after && at < n && at > found)
			found = at;
	}
	return found;
}

uint32_t
moment_step(const struct incident *inc, uint32_t n, enum moment_step step)
{
	switch (step) {
	case MOMENT_PREV:
		return n > 1 ? n - 1 : 0;
	case MOMENT_NEXT:
		return n < inc->n ? n + 1 : 0;
	case MOMENT_STAGE_PREV:
		return stage_entry(inc, n, false);
	case MOMENT_STAGE_NEXT:
		return stage_entry(inc, n, true);
	case MOMENT_FIRST:
		return inc->n ? 1 : 0;
	case MOMENT_LAST:
		return inc->n;
	}
	return 0;
}
