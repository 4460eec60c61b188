#include "relay/channel.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"
#include "model/delivery.h"
#include "model/event.h"

#include <string.h>

const struct channel_text_row channel_texts[CH_TEXTS] = {
	[CH_URL] = {"url", true},
	[CH_TOKEN] = {"token", true},
	[CH_KEY] = {"routing-key", true},
	[CH_API_KEY] = {"api-key", true},
	[CH_SIGN] = {"secret", true},
	[CH_USER] = {"user", false},
	[CH_PASSWORD] = {"password", true},
	[CH_FROM] = {"from", false},
	[CH_ROOM] = {"room", false},
	[CH_PAGE] = {"page", false},
	[CH_CA_FILE] = {"ca-file", false},
};

static const char *const words[NEWS_KINDS] = {
	[NEWS_DECLARED] = "declared", [NEWS_STAGE] = "stage",
	[NEWS_SEVERITY] = "severity", [NEWS_COMMAND] = "command",
	[NEWS_UPDATE] = "update", [NEWS_CUSTOMERS] = "customers",
	[NEWS_REMINDER] = "reminder", [NEWS_PAGE] = "page",
	[NEWS_STOP] = "stand-down", [NEWS_TEST] = "test",
};

const char *
news_word(enum news_kind k)
{
	return k < NEWS_KINDS ? words[k] : "";
}

static const char *
adapters_named(struct arena *a)
{
	const char *s = "";

	for (int i = 0; adapter_row(i); i++)
		s = arena_printf(a, "%s%s%s", s, i ? ", " : "",
			adapter_row(i)->name);
	return s;
}

/* The kinds of news in the config, as bits; none given: the adapter's. */
static bool
load_news(struct channel *c, const struct words *list, struct err *err)
{
	c->news = list->n ? 1u << NEWS_TEST : c->adapter->carries;
	for (int i = 0; i < list->n; i++) {
		int k = 0;

		while (k < NEWS_KINDS && !str_same(words[k], list->v[i]))
			k++;
		if (k == NEWS_KINDS)
			return err_set(err, ERR_USAGE, "'%.40s' is no kind of"
				" news: declared, stage, severity, command,"
				" update, customers, reminder, page,"
				" stand-down", list->v[i]);
		c->news |= 1u << k;
	}
	return true;
}

static bool
load_texts(struct channel *c, const struct conf *conf, struct arena *a,
	struct err *err)
{
	for (int i = 0; i < CH_TEXTS; i++) {
		const struct channel_text_row *row = &channel_texts[i];

		c->text[i] = conf_text(conf, "channel", c->name, row->name);
		if (row->secret)
			c->command[i] = conf_text(conf, "channel", c->name,
				arena_printf(a, "%s-command", row->name));
		if (c->text[i] && c->command[i])
			return err_set(err, ERR_USAGE, "%s and %s-command say"
				" the same: leave one out", row->name,
				row->name);
		if (!c->text[i] && !c->command[i] &&
		    c->adapter->needs & (1u << i) && !row->secret)
			return err_set(err, ERR_USAGE, "a channel of %s needs"
				" %s", c->adapter->name, row->name);
	}
	return true;
}

/* The log names the channel: by one word, as it names people. */
static bool
is_name(const char *s)
{
	return *s && strlen(s) <= NAME_MAX_BYTES && !strpbrk(s, " \t\r\n") &&
		!str_same(s, CHANNEL_HAND);
}

static bool
load(struct channel *c, const struct conf *conf, struct arena *a,
	struct err *err)
{
	const char *adapter = conf_text(conf, "channel", c->name, "adapter");

	c->where = conf_where(conf, "channel", c->name, NULL);
	if (!is_name(c->name))
		return err_set(err, ERR_USAGE, "channel '%.80s': a name is one"
			" word, and " CHANNEL_HAND " means no channel",
			c->name);
	c->adapter = adapter ? adapter_find(adapter) : NULL;
	if (!c->adapter)
		return err_set(err, ERR_USAGE, "channel %s: adapter is one of"
			" %s", c->name, adapters_named(a));
	c->to = *conf_list(conf, "channel", c->name, "to");
	c->audience = *conf_list(conf, "channel", c->name, "audience");
	c->program = *conf_list(conf, "channel", c->name, "program");
	c->components = *conf_list(conf, "channel", c->name, "components");
	c->confirm = conf_bool(conf, "channel", c->name, "confirm");
	c->plain = conf_bool(conf, "channel", c->name, "plain");
	return load_texts(c, conf, a, err) && load_news(c,
		conf_list(conf, "channel", c->name, "news"), err);
}

bool
channels_load(struct channels *out, const struct conf *conf, struct arena *a,
	struct err *err)
{
	out->n = 0;
	while (conf_title(conf, "channel", out->n))
		out->n++;
	out->v = arena_alloc(a, ((size_t)out->n + 1) * sizeof(*out->v));
	for (int i = 0; i < out->n; i++) {
		out->v[i].name = conf_title(conf, "channel", i);
		if (!load(&out->v[i], conf, a, err))
			return err_prefix(err, "%s: ", out->v[i].where);
	}
	return true;
}

const struct channel *
channels_find(const struct channels *list, const char *name)
{
	for (int i = 0; i < list->n; i++)
		if (str_same(list->v[i].name, name))
			return &list->v[i];
	return NULL;
}

const char *
channel_lacks(const struct channel *c)
{
	for (int i = 0; i < CH_TEXTS; i++)
		if (c->adapter->needs & (1u << i) && !c->text[i])
			return channel_texts[i].name;
	return NULL;
}

bool
channel_takes(const struct channel *c, enum news_kind kind,
	const char *audience)
{
	if (!(c->news & (1u << kind)))
		return false;
	for (int i = 0; i < c->audience.n; i++)
		if (str_same(c->audience.v[i], audience))
			return true;
	return false;
}

/* A url is a secret but for its host. */
const char *
channel_where(const struct channel *c, struct arena *a)
{
	const char *url = c->text[CH_URL];
	const char *host = url ? strstr(url, "://") : NULL;

	if (!host)
		return c->adapter->name;
	host += 3;
	return arena_printf(a, "%s at %s", c->adapter->name,
		arena_dupn(a, host, strcspn(host, "/?#@")));
}
