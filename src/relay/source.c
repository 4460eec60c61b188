#include "relay/source.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"
#include "relay/channel_part.h"
#include "relay/write.h"

#include <string.h>

#define WAIT_MS 5000
#define ANSWER_MOST (8 << 20) /* bytes: some thousand alerts */
#define BIT(t) (1u << (t))

/* Everything is asked for and looked through here: a filter with a slip in it
 * is answered as if all were quiet. */
#define PATH "/api/v2/alerts"

static const struct adapter alertmanager = {.name = "alertmanager"};

static bool
load(struct sources *out, int i, const struct conf *conf, struct arena *a,
	struct err *err)
{
	const struct channel_section section = {conf, "source",
		BIT(CH_USER) | BIT(CH_PASSWORD) | BIT(CH_TOKEN) |
		BIT(CH_CA_FILE)};
	struct channel *c = &out->as.v[i];
	struct source *s = &out->v[i];
	const char *option;

	c->name = conf_title(conf, "source", i);
	c->where = conf_where(conf, "source", c->name, NULL);
	c->adapter = &alertmanager;
	s->urls = *conf_list(conf, "source", c->name, "url");
	s->watchdog = conf_text(conf, "source", c->name, "watchdog");
	if (!s->urls.n)
		return err_set(err, ERR_USAGE, "a source needs the url of its"
			" Alertmanager, or of each when there are several");
	for (int k = 0; k < s->urls.n; k++)
		if (!str_starts(s->urls.v[k], "https://") &&
		    !str_starts(s->urls.v[k], "http://"))
			return err_set(err, ERR_USAGE, "'%.60s' is no url:"
				" https://am.example.com", s->urls.v[k]);
	return channel_texts_load(c, &section, a, &option, err);
}

bool
sources_load(struct sources *out, const struct conf *conf, struct arena *a,
	struct err *err)
{
	int n = 0, members = 0;

	while (conf_title(conf, "source", n))
		n++;
	out->as.n = n;
	out->as.v = arena_alloc(a, ((size_t)n + 1) * sizeof(*out->as.v));
	out->v = arena_alloc(a, ((size_t)n + 1) * sizeof(*out->v));
	for (int i = 0; i < n; i++) {
		if (!load(out, i, conf, a, err))
			return err_prefix(err, "%s: ", out->as.v[i].where);
		members += out->v[i].urls.n;
	}
	return members <= ALERTS_MEMBERS || err_set(err, ERR_USAGE,
		"%d Alertmanagers are asked at most", ALERTS_MEMBERS);
}

void
source_request(const struct sources *s, int i, const char *url,
	struct arena *a, struct request *out)
{
	const struct channel *c = &s->as.v[i];
	size_t n = strlen(url);

	while (n && url[n - 1] == '/')
		n--;
	memset(out, 0, sizeof(*out));
	out->http = (struct http_request){
		.method = "GET", .wait_ms = WAIT_MS, .most = ANSWER_MOST,
		.ca_file = c->text[CH_CA_FILE], .user = c->text[CH_USER],
		.password = c->text[CH_PASSWORD],
		.url = arena_printf(a, "%.*s" PATH, (int)n, url),
	};
	write_header(a, out, "Accept", "application/json");
	if (c->text[CH_TOKEN])
		write_header(a, out, "Authorization", arena_printf(a,
			"Bearer %s", c->text[CH_TOKEN]));
}
