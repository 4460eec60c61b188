/* What each adapter sends for each kind of news: golden/ADAPTER.txt. */
#include "unit/relay/golden.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct {
	const char *name, *address, *lines;
} rows[] = {
	{"slack", "U024BE7LH", "adapter = slack\n"
		"url = 'https://hooks.slack.com/services/T0/B0'"},
	{"mattermost", "@li", "adapter = mattermost\n"
		"url = 'https://chat.example.com/hooks/abc'"},
	{"rocketchat", "@li", "adapter = rocketchat\n"
		"url = 'https://rocket.example.com/hooks/abc/def'"},
	{"discord", "80351110224678912", "adapter = discord\n"
		"url = 'https://discord.com/api/webhooks/1/abc?thread_id=7'"},
	{"teams", "", "adapter = teams\n"
		"url = 'https://prod-00.logic.azure.com/workflows/abc?sig=def'"},
	{"matrix", "@li:example.com", "adapter = matrix\n"
		"url = 'https://matrix.example.com/'\ntoken = syt_abc\n"
		"room = '!abc:example.com'"},
	{"email", "li@example.com", "adapter = email\n"
		"url = 'smtp://mail.example.com:587/ops.example.com'\n"
		"user = fireground\npassword = 'p'\n"
		"from = 'incidents@example.com'\n"
		"to = {'all@example.com', 'cs@example.com'}"},
	{"pagerduty", "", "adapter = pagerduty\n"
		"routing-key = '0123456789abcdef0123456789abcdef'"},
	{"webhook", "li", "adapter = webhook\n"
		"url = 'https://hooks.example.com/in'\ntoken = 't'\n"
		"secret = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='"},
	{"exec", "li", "adapter = exec\nprogram = {'/usr/bin/tell', '--all x'}"},
	{"statuspage", "", "adapter = statuspage\npage = abc123\n"
		"token = 't'\ncomponents = {b13yz5g2cw10, c0}"},
};

#define ROWS (int)(sizeof(rows) / sizeof(*rows))

static void
test_every_kind(void **state)
{
	struct news v[NEWS_EVERY];

	(void)state;
	for (int i = 0; i < ROWS; i++) {
		struct play *p = news_play();
		int n = news_every(p, rows[i].address, v);

		golden_requests(channel_of(p->arena, rows[i].lines), v, n,
			rows[i].name);
		channel_drop();
		play_free(p);
	}
}

/* No adapter is forgotten above. */
static void
test_every_adapter(void **state)
{
	(void)state;
	for (int i = 0; adapter_row(i); i++) {
		int k = 0;

		while (k < ROWS && strcmp(rows[k].name, adapter_row(i)->name))
			k++;
		assert_in_range(k, 0, ROWS - 1);
	}
}

/* What customers are told later: an update, the end, and what was learnt. */
static void
test_statuspage_story(void **state)
{
	struct play *p = news_play();
	struct news v[4];

	(void)state;
	play(p, "14:40Z ana call under-control",
		"14:41Z ana broadcast --audience customers 'Payments work"
		" again. We watch.'", NULL);
	v[0] = news_from(p, 0);
	play(p, "15:00Z ana call all-clear",
		"15:01Z ana broadcast --audience customers 'It is over.'",
		NULL);
	v[1] = news_from(p, 0);
	play(p, "16:00Z ana advance --to action-items",
		"16:01Z ana broadcast --audience customers 'A deploy was"
		" wrong.\nIt cannot happen again.'", NULL);
	v[2] = news_from(p, 0);
	v[3] = v[2];
	for (int i = 0; i < 3; i++)
		v[i].remote = "p31zjtct2jer";
	golden_requests(channel_of(p->arena, rows[ROWS - 1].lines), v, 4,
		"statuspage-story");
	channel_drop();
	play_free(p);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_adapter),
		cmocka_unit_test(test_every_kind),
		cmocka_unit_test(test_statuspage_story),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
