/* The table of adapters: a row a kind of channel. */
#include "relay/adapters.h"

#include "base/str.h"

#define BIT(k) (1u << (k))
#define TALK (BIT(NEWS_DECLARED) | BIT(NEWS_STAGE) | BIT(NEWS_SEVERITY) | \
	BIT(NEWS_COMMAND) | BIT(NEWS_UPDATE) | BIT(NEWS_TEST))

static const struct adapter rows[] = {
	{.name = "slack", .chars = 3000, .gap_ms = 1000,
		.needs = BIT(CH_URL), .carries = TALK,
		.build = slack_build, .classify = slack_classify},
};

#define ROWS (int)(sizeof(rows) / sizeof(*rows))

const struct adapter *
adapter_row(int i)
{
	return i >= 0 && i < ROWS ? &rows[i] : NULL;
}

const struct adapter *
adapter_find(const char *name)
{
	for (int i = 0; i < ROWS; i++)
		if (str_same(rows[i].name, name))
			return &rows[i];
	return NULL;
}
