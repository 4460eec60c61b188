#include "run/poller.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "loop/http.h"
#include "loop/loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SLOW_MS 60000 /* between two questions to one that is dead */
#define PATIENCE 5    /* questions in a row until it counts as dead */

/* One Alertmanager. */
struct member {
	struct poller *p;
	int source, url, number; /* number: of the list of alerts */
	struct http_call *call;
	struct loop_timer *timer;
	bool heard;        /* it has answered, or not, once */
	int failures;      /* in a row */
	when_ms good;      /* its last good answer, WHEN_NONE: none */
	char why[200];     /* the last failure */
};

struct poller {
	struct poller_ask ask;
	struct alerts *alerts;
	struct member members[ALERTS_MEMBERS];
	int n;
};

static void
failed(struct member *m, const char *why)
{
	struct arena *a = arena_new(512);

	m->failures++;
	snprintf(m->why, sizeof(m->why), "%s", text_safe(a, why, false));
	arena_free(a);
}

static void
take(struct member *m, const struct http_answer *got)
{
	struct poller *p = m->p;
	struct alerts_time at = {clock_now(p->ask.clock),
		loop_now(p->ask.loop)};
	char text[64];
	struct err err;

	if (got->fate != HTTP_ANSWERED) {
		failed(m, got->why);
	} else if (got->status != 200 || got->cut) {
		snprintf(text, sizeof(text), got->cut ? "its answer is over"
			" 8 MiB" : "HTTP %d", got->status);
		failed(m, text);
	} else if (!alerts_take(p->alerts, m->number, got->body, got->len, &at,
		    &err)) {
		failed(m, err.text);
	} else {
		m->failures = 0;
		m->good = at.now;
	}
	alerts_sweep(p->alerts, at.mono);
}

static void on_turn(void *ctx);

static void
on_answer(void *ctx, const struct http_answer *got)
{
	struct member *m = ctx;

	m->call = NULL;
	m->heard = true;
	take(m, got);
	m->timer = loop_after(m->p->ask.loop, m->failures >= PATIENCE ?
		SLOW_MS : SOURCE_EVERY_MS, on_turn, m);
	m->p->ask.changed(m->p->ask.ctx);
}

static void
on_turn(void *ctx)
{
	struct member *m = ctx;
	const struct sources *s = m->p->ask.sources;
	struct arena *a = arena_new(1024);
	struct request r;

	m->timer = NULL;
	source_request(s, m->source, s->v[m->source].urls.v[m->url], a, &r);
	m->call = http_send(m->p->ask.http, &r.http, on_answer, m);
	arena_wipe(a);
}

/* Those of one cluster stand together; a locked one is not asked. */
static void
add_members(struct poller *p)
{
	const struct sources *s = p->ask.sources;

	for (int i = 0; i < s->as.n; i++)
		for (int u = 0; u < s->v[i].urls.n && !s->as.v[i].locked; u++) {
			struct member *m = &p->members[p->n];

			m->number = alerts_member(p->alerts, i,
				s->v[i].watchdog);
			if (m->number < 0)
				return;
			m->p = p;
			m->source = i;
			m->url = u;
			m->good = WHEN_NONE;
			m->timer = loop_after(p->ask.loop, 0, on_turn, m);
			p->n++;
		}
}

struct poller *
poller_new(const struct poller_ask *ask)
{
	struct poller *p = mem_new(sizeof(*p));

	p->ask = *ask;
	p->alerts = alerts_new();
	add_members(p);
	return p;
}

void
poller_free(struct poller *p)
{
	if (!p)
		return;
	for (int i = 0; i < p->n; i++) {
		http_cancel(p->members[i].call);
		loop_timer_stop(p->members[i].timer);
	}
	alerts_free(p->alerts);
	free(p);
}

struct alerts *
poller_alerts(struct poller *p)
{
	return p->alerts;
}

bool
poller_ready(const struct poller *p)
{
	for (int i = 0; i < p->n; i++)
		if (!p->members[i].heard)
			return false;
	return true;
}

/* "am1.example.com:9093" of its url. */
static void
put_host(const struct member *m, struct str *out)
{
	const char *url = m->p->ask.sources->v[m->source].urls.v[m->url];
	const char *host = strstr(url, "://");

	host = host ? host + 3 : url;
	str_addn(out, host, strcspn(host, "/?#@"));
}

void
poller_trouble(const struct poller *p, struct str *out)
{
	when_ms now = clock_now(p->ask.clock);
	char span[WHEN_MAX];

	for (int i = 0; i < p->n; i++) {
		const struct member *m = &p->members[i];

		if (!m->failures)
			continue;
		str_addf(out, "%s ", p->ask.sources->as.v[m->source].name);
		put_host(m, out);
		if (m->good == WHEN_NONE)
			str_add(out, ": no answer yet");
		else
			str_addf(out, ": no answer for %s",
				when_span(now - m->good, span));
		str_addf(out, ": %s\n", m->why);
	}
	if (p->n && alerts_silent(p->alerts, loop_now(p->ask.loop)))
		str_add(out, "alerting is silent: no Watchdog for 2 minutes,"
			" so quiet means nothing\n");
}
