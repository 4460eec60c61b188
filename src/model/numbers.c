#include "model/numbers.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define M(n) ((n) * WHEN_MINUTE)
#define D(n) ((n) * WHEN_DAY)
#define COUNT_MAX 1000

const struct numbers_row numbers_rows[NUM_COUNT] = {
	[NUM_COMMAND] = {"command", UNIT_SPAN, 4, {M(5), M(5), M(15), M(60)},
		"a commander is declared within"},
	[NUM_ACK] = {"ack", UNIT_SPAN, 4, {M(5), M(5), M(15), 0},
		"a page is acknowledged within, else it goes out again"},
	[NUM_CAN] = {"can", UNIT_SPAN, 4, {M(10), M(15), M(30), 0},
		"an SME's CAN report after joining, then every"},
	[NUM_TIMEBOX] = {"time-box", UNIT_SPAN, 4, {M(10), M(15), M(30), M(60)},
		"an objective's time box unless given"},
	[NUM_BROADCAST] = {"broadcast", UNIT_SPAN, 4, {M(20), M(30), M(60), 0},
		"the commander's broadcast every"},
	[NUM_WORD] = {"customer-word", UNIT_SPAN, 4, {M(10), M(15), M(30), 0},
		"customers: the first word, and one after each stage or call,"
		" within"},
	[NUM_PROMISE_BEFORE] = {"promise-before", UNIT_SPAN, 4,
		{M(10), M(15), M(30), 0},
		"customers: next word offered before Mitigate"},
	[NUM_PROMISE_MITIGATE] = {"promise-mitigate", UNIT_SPAN, 4,
		{M(20), M(30), M(60), 0},
		"customers: next word offered in Mitigate"},
	[NUM_PROMISE_AFTER] = {"promise-after", UNIT_SPAN, 4,
		{M(30), M(60), 0, 0},
		"customers: next word offered after Under Control"},
	[NUM_REVIEW] = {"review", UNIT_SPAN, 4, {D(3), D(7), D(14), D(30)},
		"the review is held within"},
	[NUM_ITEM] = {"action-item", UNIT_SPAN, 4, {D(7), D(30), D(60), D(90)},
		"an action item is done within, by priority P1 to P4"},
	[NUM_SLOWER] = {"slower", UNIT_TIMES, 1, {3},
		"CAN and broadcast intervals after Under Control, times"},
	[NUM_OFFER] = {"offer", UNIT_SPAN, 1, {M(5)},
		"an offer of command lapses after"},
	[NUM_SILENT] = {"silent", UNIT_SPAN, 1, {M(5)},
		"a commander is silent when the broadcast is overdue by"},
	[NUM_TAKE_BACK] = {"take-back", UNIT_SPAN, 1, {10 * WHEN_SECOND},
		"what reaches people can be taken back for"},
	[NUM_TIRED] = {"time-in-command", UNIT_SPAN, 2, {M(60), M(180)},
		"time in command: amber, red"},
	[NUM_SPAN] = {"span", UNIT_PEOPLE, 2, {5, 7},
		"direct reports above: amber, red"},
	[NUM_STALE] = {"stale", UNIT_SPAN, 1, {10 * WHEN_SECOND},
		"NO SIGNAL when the last good read is older than"},
};

void
numbers_init(struct numbers *n)
{
	for (int i = 0; i < NUM_COUNT; i++)
		memcpy(n->v[i], numbers_rows[i].start, sizeof(n->v[i]));
}

int64_t
numbers_get(const struct numbers *n, enum number which, int sev)
{
	int wide = numbers_rows[which].wide;

	if (sev < 1)
		sev = 1;
	if (sev > wide)
		sev = wide;
	return n->v[which][sev - 1];
}

enum number
numbers_find(const char *name)
{
	for (int i = 0; i < NUM_COUNT; i++)
		if (str_same(numbers_rows[i].name, name))
			return (enum number)i;
	return NUM_COUNT;
}

int64_t
numbers_max(enum number which)
{
	return numbers_rows[which].unit == UNIT_SPAN ? D(3650) : COUNT_MAX;
}

static bool
parse_count(const char *text, int64_t *out)
{
	char *end;
	long v = strtol(text, &end, 10);

	if (end == text || *end || v < 1 || v > COUNT_MAX)
		return false;
	*out = v;
	return true;
}

bool
numbers_set(struct numbers *n, enum number which, int sev, const char *text,
	struct err *err)
{
	const struct numbers_row *row = &numbers_rows[which];
	int64_t v = 0;

	if (sev < 1 || sev > row->wide)
		return err_set(err, ERR_USAGE, "%s has values 1 to %d, not %d",
			row->name, row->wide, sev);
	if (row->unit == UNIT_SPAN) {
		if (!when_parse_span(text, &v, err))
			return err_prefix(err, "%s: ", row->name);
		if (v > numbers_max(which))
			return err_set(err, ERR_USAGE,
				"%s: at most 3650 days", row->name);
	} else if (!parse_count(text, &v)) {
		return err_set(err, ERR_USAGE,
			"%s: '%s' is not a number from 1 to %d",
			row->name, text, COUNT_MAX);
	}
	n->v[which][sev - 1] = v;
	return true;
}
