#include "relay/channel.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"
#include "model/delivery.h"
#include "model/event.h"
#include "relay/channel_part.h"

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

/* What @can holds, as a person writes it. */
static const char *
kinds_named(struct arena *a, unsigned can)
{
	const char *s = "";

	for (int k = 0; k < NEWS_TEST; k++)
		if (can & (1u << k))
			s = arena_printf(a, "%s%s%s", s, *s ? ", " : "",
				words[k]);
	return s;
}

/* The kinds of news in the config, as bits; none given: the adapter's. */
static bool
load_news(struct channel *c, const struct words *list, struct arena *a,
	struct err *err)
{
	unsigned can = c->adapter->can;

	c->news = list->n ? 1u << NEWS_TEST : c->adapter->carries;
	for (int i = 0; i < list->n; i++) {
		int k = 0;

		while (k < NEWS_TEST && !str_same(words[k], list->v[i]))
			k++;
		if (k == NEWS_TEST || !(can & (1u << k)))
			return err_set(err, ERR_USAGE, "%s carries no news"
				" called '%.40s', but %s", c->adapter->name,
				list->v[i], kinds_named(a, can));
		c->news |= 1u << k;
	}
	return true;
}

bool
channel_texts_load(struct channel *c, const struct channel_section *s,
	struct arena *a, const char **option, struct err *err)
{
	for (int i = 0; i < CH_TEXTS; i++) {
		const struct channel_text_row *row = &channel_texts[i];

		if (!(s->has & (1u << i)))
			continue;
		c->text[i] = conf_text(s->conf, s->name, c->name, row->name);
		if (row->secret)
			c->command[i] = conf_text(s->conf, s->name, c->name,
				arena_printf(a, "%s-command", row->name));
		*option = row->name;
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
	const char **option, struct err *err)
{
	const struct channel_section section = {conf, "channel", ~0u};
	const char *adapter = conf_text(conf, "channel", c->name, "adapter");

	if (!is_name(c->name))
		return err_set(err, ERR_USAGE, "channel '%.80s': a name is one"
			" word, and " CHANNEL_HAND " means no channel",
			c->name);
	*option = "adapter";
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
	if (!channel_texts_load(c, &section, a, option, err))
		return false;
	*option = "news";
	return load_news(c, conf_list(conf, "channel", c->name, "news"), a,
		err) && channel_check(c, option, err);
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
		struct channel *c = &out->v[i];
		const char *option = NULL;

		c->name = conf_title(conf, "channel", i);
		c->where = conf_where(conf, "channel", c->name, NULL);
		if (!load(c, conf, a, &option, err))
			return err_prefix(err, "%s: ", str_or(!option ? NULL :
				conf_where(conf, "channel", c->name, option),
				c->where));
	}
	return true;
}

/*
 * An address that is spoken to: mail by its own schemes, all else by https;
 * without TLS this machine alone, which is seen to again when connected.
 */
static bool
check_url(const struct channel *c, struct err *err)
{
	const char *url = c->text[CH_URL];
	bool mail = c->adapter->needs & (1u << CH_FROM);

	if (!url)
		return true;
	if (strpbrk(url, " \t\r\n"))
		return err_set(err, ERR_USAGE, "the url has blanks");
	if (mail && !str_starts(url, "smtp://") && !str_starts(url, "smtps://"))
		return err_set(err, ERR_USAGE, "a mail's url is"
			" smtp://HOST:587 (STARTTLS) or smtps://HOST:465");
	if (!mail && !str_starts(url, "https://") &&
	    !str_starts(url, "http://127.") &&
	    !str_starts(url, "http://localhost") &&
	    !str_starts(url, "http://[::1]"))
		return err_set(err, ERR_USAGE, "the url begins with https://"
			" (http:// leads to this machine alone)");
	return true;
}

/* Anybody can be an audience; one that is nearly ours is a slip. */
static bool
check_audience(const struct channel *c, struct err *err)
{
	static const char *const known[] = {"company", "responders",
		"customers"};

	for (int i = 0; i < c->audience.n; i++)
		for (size_t k = 0; k < sizeof(known) / sizeof(*known); k++) {
			int far = str_distance(known[k], c->audience.v[i]);

			if (far > 0 && far <= 2 &&
			    !str_same(known[k], c->audience.v[i]))
				return err_set(err, ERR_USAGE, "audience"
					" '%.40s': write %s",
					c->audience.v[i], known[k]);
		}
	return true;
}

bool
channel_check(const struct channel *c, const char **option, struct err *err)
{
	*option = channel_texts[CH_URL].name;
	if (!check_url(c, err))
		return false;
	*option = "audience";
	if (!check_audience(c, err))
		return false;
	return !c->adapter->check || c->adapter->check(c, option, err);
}

const struct channel *
channels_find(const struct channels *list, const char *name)
{
	for (int i = 0; i < list->n; i++)
		if (str_same(list->v[i].name, name))
			return &list->v[i];
	return NULL;
}

/* Pages go out though nobody can see yet who acknowledges them. */
const char *
channel_lacks(const struct channel *c)
{
	for (int i = 0; i < CH_TEXTS; i++)
		if (!c->text[i] && (c->adapter->needs & (1u << i) ||
		    (c->command[i] && i != CH_API_KEY)))
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
