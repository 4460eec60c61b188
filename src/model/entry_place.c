#include "model/entry_place.h"

#include "base/str.h"
#include "model/incident.h"

#include <stdlib.h>
#include <string.h>

#define FORMS "a time (14:10Z, 14:10, -10m, 2026-11-22 14:10Z), T+25m since" \
	" the declaration, an entry (#215), first, last, or a stage"

/* The first entry at @t or later. */
static void
at_time(const struct incident *inc, when_ms t, struct entry_place *out)
{
	uint32_t n = 1;

	while (n <= inc->n && event_when(&inc->entries[n - 1].ev) < t)
		n++;
	*out = (struct entry_place){n > inc->n ? 0 : n, t};
}

static bool
at_number(const struct incident *inc, const char *text,
	struct entry_place *out, struct err *err)
{
	unsigned long n = strtoul(text + (*text == '#'), NULL, 10);

	if (n < 1 || n > inc->n)
		return err_set(err, ERR_USAGE, "there is no entry %.20s: they"
			" are #1 to #%lu", text, (unsigned long)inc->n);
	*out = (struct entry_place){(uint32_t)n, WHEN_NONE};
	return true;
}

static bool
at_stage(const struct incident *inc, enum stage stage,
	struct entry_place *out, struct err *err)
{
	for (int i = inc->n_visits - 1; i >= 0; i--)
		if (inc->visits[i].stage == stage) {
			*out = (struct entry_place){inc->visits[i].n,
				inc->visits[i].start};
			return true;
		}
	return err_set(err, ERR_USAGE, "the incident has not been in %s",
		stage_rows[stage].name);
}

static bool
is_number(const char *text)
{
	text += *text == '#';
	return *text && !text[strspn(text, "0123456789")];
}

bool
entry_elapsed(const char *text, when_ms *out, struct err *err)
{
	size_t n = strspn(text, "0123456789");
	const char *minutes = text + n + 1;

	if (n && n < 6 && text[n] == ':' && *minutes >= '0' &&
	    *minutes < '6' && strspn(minutes, "0123456789") == 2 &&
	    !minutes[2]) {
		*out = strtol(text, NULL, 10) * WHEN_HOUR +
			strtol(minutes, NULL, 10) * WHEN_MINUTE;
		return true;
	}
	if (n && when_parse_span(text, out, err))
		return true;
	return err_set(err, ERR_USAGE, "'%.40s' is no time since the"
		" declaration: T+25m, T-3m, T+1h30m, T+01:30", text);
}

static bool
at_elapsed(const struct incident *inc, const char *text,
	struct entry_place *out, struct err *err)
{
	when_ms span;

	if (!entry_elapsed(text + 2, &span, err))
		return false;
	at_time(inc, inc->since + (text[1] == '-' ? -span : span), out);
	return true;
}

bool
entry_place(const struct incident *inc, const char *text, when_ms now,
	int zone_min, struct entry_place *out, struct err *err)
{
	enum stage stage;
	struct err why;
	when_ms t;

	text += strspn(text, " ");
	stage = stage_find(text);
	if (is_number(text))
		return at_number(inc, text, out, err);
	if (stage)
		return at_stage(inc, stage, out, err);
	if ((*text == 'T' || *text == 't') && (text[1] == '+' ||
	    text[1] == '-'))
		return at_elapsed(inc, text, out, err);
	if (str_same(text, "first") || str_same(text, "last")) {
		*out = (struct entry_place){str_same(text, "first") &&
			inc->n ? 1 : inc->n, WHEN_NONE};
		return true;
	}
	if (!when_parse(text, now, WHEN_PAST, zone_min, &t, &why))
		return err_set(err, ERR_USAGE, "'%.40s' is nowhere: write "
			FORMS, text);
	at_time(inc, t, out);
	return true;
}
