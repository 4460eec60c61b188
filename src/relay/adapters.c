/* The table of adapters: a row a kind of channel. */
#include "relay/adapters.h"

#include "base/str.h"

#define BIT(k) (1u << (k))
#define ALL (BIT(NEWS_KINDS) - 1)
#define PAGES (BIT(NEWS_PAGE) | BIT(NEWS_STOP) | BIT(NEWS_TEST))
#define PUBLIC (BIT(NEWS_CUSTOMERS) | BIT(NEWS_TEST))

static const struct adapter rows[] = {
	{.name = "slack", .chars = 9000, .gap_ms = 1000,
		.needs = BIT(CH_URL), .carries = ALL, .can = ALL,
		.build = slack_build, .classify = slack_classify},
	{.name = "mattermost", .chars = 16000, .gap_ms = 100,
		.needs = BIT(CH_URL), .carries = ALL, .can = ALL,
		.build = mattermost_build, .classify = slack_classify},
	{.name = "rocketchat", .chars = 5000, .gap_ms = 250,
		.needs = BIT(CH_URL), .carries = ALL, .can = ALL,
		.build = rocketchat_build, .classify = rocketchat_classify},
	{.name = "discord", .chars = 2000, .gap_ms = 500,
		.needs = BIT(CH_URL), .carries = ALL, .can = ALL,
		.build = discord_build},
	{.name = "teams", .chars = 8000, .gap_ms = 250,
		.needs = BIT(CH_URL), .carries = ALL, .can = ALL,
		.build = teams_build},
	{.name = "matrix", .idempotent = true, .chars = 8000, .gap_ms = 200,
		.needs = BIT(CH_URL) | BIT(CH_TOKEN) | BIT(CH_ROOM),
		.carries = ALL, .can = ALL, .check = matrix_check,
		.build = matrix_build, .classify = matrix_classify},
	{.name = "email", .chars = 100000,
		.needs = BIT(CH_URL) | BIT(CH_FROM), .carries = ALL,
		.can = ALL, .check = mail_check, .parts = mail_parts,
		.build = mail_build},
	{.name = "pagerduty", .idempotent = true, .chars = 4000,
		.gap_ms = 500, .needs = BIT(CH_KEY), .carries = PAGES,
		.can = PAGES, .build = pagerduty_build,
		.classify = pagerduty_classify, .poll = pagerduty_poll,
		.polled = pagerduty_polled},
	{.name = "statuspage", .idempotent = true, .chars = 25000,
		.gap_ms = 1000, .needs = BIT(CH_TOKEN) | BIT(CH_PAGE),
		.carries = PUBLIC, .can = PUBLIC, .check = statuspage_check,
		.parts = statuspage_parts, .build = statuspage_build,
		.classify = statuspage_classify, .find = statuspage_find,
		.found = statuspage_found},
	{.name = "webhook", .idempotent = true, .chars = 16000,
		.needs = BIT(CH_URL), .carries = ALL, .can = ALL,
		.check = webhook_check, .build = webhook_build},
	{.name = "exec", .chars = 16000, .carries = ALL, .can = ALL,
		.check = exec_check, .build = exec_build},
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
