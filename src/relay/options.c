/* The options of the config that this layer reads. */
#include "conf/conf.h"
#include "relay/channel.h"

#include <string.h>

#define TEXT(n, e, h) {.section = "channel", .name = n, .type = CONF_TEXT, \
	.example = e, .help = h}
#define SECRET(n, e, h) TEXT(n, e, h), \
	{.section = "channel", .name = n "-command", .type = CONF_TEXT, \
	 .example = "pass show fireground/" n, \
	 .help = "prints it on its first line, when it is needed"}

#define SOURCE_TEXT(n, e, h) {.section = "source", .name = n, \
	.type = CONF_TEXT, .example = e, .help = h}
#define SOURCE_SECRET(n, e, h) SOURCE_TEXT(n, e, h), \
	SOURCE_TEXT(n "-command", "pass show fireground/" n, \
		"prints it on its first line, when it is needed; it counts" \
		" more than one that stands here")

static bool
label_check(const char *value, struct err *err)
{
	const char *eq = strchr(value, '=');

	if (eq && eq > value && eq[1])
		return true;
	return err_set(err, ERR_USAGE, "'%.60s' is no LABEL=VALUE, such as"
		" alertname=Watchdog", value);
}

static const struct conf_option rows[] = {
	{.section = "channel", .type = CONF_TITLED, .example = "company",
		.help = "A way to the company, to experts or to customers."
		" What is secret is best printed by a program (url-command);"
		" in this file it is taken only when nobody else may read it"
		" (chmod 600)"},
	TEXT("adapter", "slack", "what is at the other end: slack, mattermost,"
		" rocketchat, discord, teams, matrix, email, pagerduty,"
		" statuspage, webhook or exec"),
	SECRET("url", "https://hooks.slack.com/services/T000/B000/XXXX",
		"where it is sent: a chat's webhook url, which is a secret;"
		" smtp://HOST:587 or smtps://HOST:465 for email; the server"
		" of Matrix; pagerduty and statuspage know theirs"),
	SECRET("token", "syt_...", "who we are, for Matrix, Statuspage and webhooks"),
	SECRET("routing-key", "0123456789abcdef0123456789abcdef",
		"of the PagerDuty service that pages (Integrations, Events API"
		" v2)"),
	SECRET("api-key", "u+...", "of PagerDuty, read-only, by which"
		" acknowledgements are seen"),
	SECRET("secret", "whsec_...", "signs what a webhook is sent: whsec_ and"
		" 24 to 64 random bytes in base64"),
	TEXT("user", "fireground", "who we are at the mail server"),
	SECRET("password", "...", "of that user"),
	TEXT("from", "incidents@example.com", "whom a mail is from: the address"
		" alone"),
	{.section = "channel", .name = "to", .type = CONF_LIST,
		.example = "all@example.com",
		.help = "whom a mail goes to, each by a mail of its own"},
	TEXT("room", "!abc:example.com", "the id of a Matrix room"),
	TEXT("page", "abc123", "the id of a Statuspage page"),
	TEXT("ca-file", "/etc/ssl/company.pem",
		"the authority that the other end is verified by, instead of"
		" the system's"),
	{.section = "channel", .name = "program", .type = CONF_LIST,
		.example = "/usr/local/bin/tell",
		.help = "for exec: the whole path of a program, and its words,"
		" without a shell; it gets a CloudEvent on standard input, and"
		" ends with 0 (done), 75 (later) or 65 (refused)"},
	{.section = "channel", .name = "components", .type = CONF_LIST,
		.example = "b13yz5g2cw10",
		.help = "ids of Statuspage: what is shown as broken while"
		" customers are hit"},
	{.section = "channel", .name = "audience", .type = CONF_LIST,
		.fallback = "company",
		.help = "who reads it: company, responders, customers, or"
		" another name that broadcasts are made for"},
	{.section = "channel", .name = "news", .type = CONF_LIST,
		.example = "declared stage",
		.help = "what it carries: declared, stage, severity, command,"
		" update, customers, reminder, page, stand-down; as a rule all"
		" that is of use there"},
	{.section = "channel", .name = "confirm", .type = CONF_BOOL,
		.fallback = "true",
		.help = "whether a person agrees to the first post of an"
		" incident that customers will read"},
	{.section = "channel", .name = "plain", .type = CONF_BOOL,
		.fallback = "false",
		.help = "mail without TLS, to a server on this machine alone"},

	{.section = "source", .type = CONF_TITLED, .example = "prod",
		.help = "An Alertmanager that is asked what fires, every 15 s."
		" Nothing is declared by itself: alerts are proposed"},
	{.section = "source", .name = "url", .type = CONF_LIST,
		.example = "https://am1.example.com https://am2.example.com",
		.help = "where; of a cluster each member, whose alerts are"
		" shown once"},
	{.section = "source", .name = "watchdog", .type = CONF_TEXT,
		.fallback = "alertname=Watchdog", .check = label_check,
		.help = "the alert that always fires: without it nobody can"
		" tell quiet from broken"},
	SOURCE_TEXT("user", "fireground", "who we are, for basic"
		" authentication"),
	SOURCE_SECRET("password", "...", "of that user"),
	SOURCE_SECRET("token", "...", "a bearer's, behind a proxy"),
	SOURCE_TEXT("ca-file", "/etc/ssl/company.pem",
		"the authority that it is verified by, instead of the"
		" system's"),
};

const struct conf_table relay_options = {rows,
	(int)(sizeof(rows) / sizeof(*rows))};
