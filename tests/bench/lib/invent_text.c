#include "bench/lib/invent.h"

#include "base/mem.h"

#include <stdio.h>

static const char *const people[] = {
	"raj", "li", "ines", "sam", "noor", "kofi", "jana", "pete",
};

static const char *const things[] = {
	"checkout", "billing-api", "db-eu-1", "db-eu-2", "the edge cache",
	"payment gateway", "orders queue", "session store", "search",
	"eu-west-1a", "the load balancer", "ledger", "mail relay",
};

static const char *const findings[] = {
	"p99 of %s went from 180 ms to %d ms",
	"error rate of %s is %d per minute, still rising",
	"restarted %s, %d connections came back",
	"%s: replication lag is %d s, was 2 s before the deploy",
	"asked the vendor of %s, ticket %d",
	"%s shows %d locks held by the nightly job",
	"drained a third of %s, waiting for %d requests to end",
	"graphs of %s look normal again since %d s, not yet convinced",
	"rolled %s back to build %d, smoke tests pass",
	"customer call: %s fails for order %d, card was not charged",
	"%s has %d%% of its memory in use, no leak seen so far \xe2\x80\x93 "
		"taking a heap profile to be sure before it is restarted",
	"compared %s with the replica: %d rows differ, all of them written "
		"after 13:40, none of them paid, list is in the shared folder",
};

#define COUNT(list) ((int)(sizeof(list) / sizeof((list)[0])))

const char *
invent_who(struct invent *v)
{
	return people[invent_roll(v, COUNT(people))];
}

const char *
invent_text(struct invent *v)
{
	const char *thing = things[invent_roll(v, COUNT(things))];
	const char *say = findings[invent_roll(v, COUNT(findings))];
	int number = 10 + invent_roll(v, 9000);

	/* The forms stand above; each takes a text and a number. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	return arena_printf(v->a, say, thing, number);
#pragma GCC diagnostic pop
}

const char *
invent_word(char out[16], int i)
{
	snprintf(out, 16, "%s", "............");
	for (int k = 0; k < 12; k++) {
		int letter = (k * 3 + i * 5) % 52;

		out[k] = (char)(letter < 26 ? 'a' + letter : 'A' + letter - 26);
	}
	return out;
}
