/* alerts: what fires now, asked once. */
#include "run/rows.h"

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"
#include "loop/http.h"
#include "loop/loop.h"
#include "run/poller.h"
#include "run/secrets.h"
#include "run/settings.h"

#include <string.h>

#define LIMIT_MS 10000 /* each member has 5 s */

struct asking {
	struct poller *poller;
	bool done;
};

static void
on_change(void *ctx)
{
	struct asking *a = ctx;

	a->done = poller_ready(a->poller);
}

static const char *
state_word(const struct alert *a)
{
	return a->state == ALERT_SUPPRESSED ? "silenced" :
		a->unsure ? "unknown" : "firing";
}

/* "firing 3m  page  CheckoutErrors checkout: 5xx 8%", then its key. */
static void
put_line(const struct cli *cli, const struct alert *a, when_ms now,
	struct str *out)
{
	char span[WHEN_MAX];
	struct str line = {0};

	str_addf(&line, "%s %s  %s%s%s%s%s", state_word(a),
		when_span(now > a->starts ? now - a->starts : 0, span),
		a->severity, *a->severity ? "  " : "", a->name,
		*a->service ? " " : "", a->service);
	if (*a->summary)
		str_addf(&line, ": %s", a->summary);
	str_addf(out, "%s\n    %s\n", text_safe(cli->arena, str_get(&line),
		false), text_safe(cli->arena, a->key, false));
	str_release(&line);
}

static void
put_json(const struct alert *a, struct str *out)
{
	str_addc(out, '{');
	json_put_text(out, "key", a->key);
	json_put_text(out, "state", state_word(a));
	json_put_time(out, "starts", a->starts);
	json_put_text(out, "name", a->name);
	json_put_text(out, "severity", a->severity);
	json_put_text(out, "service", a->service);
	json_put_text(out, "summary", a->summary);
	json_put_text(out, "labels", a->labels);
	json_put_text(out, "runbook", a->runbook);
	json_put_int(out, "members", a->members);
	str_add(out, "}\n");
}

/* Silence of alerting shows after two minutes, which one question has not. */
static void
put_all(struct cli *cli, struct poller *p, struct str *out)
{
	when_ms now = clock_now(&cli->world.clock);
	const struct alert *v;
	int n;

	v = alerts_list(poller_alerts(p), &n);
	for (int i = 0; i < n; i++) {
		if (cli->json)
			put_json(&v[i], out);
		else
			put_line(cli, &v[i], now, out);
	}
	if (!n && !cli->json)
		str_add(out, "nothing fires\n");
}

/* What one did not answer is an error, whatever the others have said. */
static bool
report(struct cli *cli, struct poller *p, struct err *err)
{
	struct str out = {0}, trouble = {0};
	bool ok;

	poller_trouble(p, &trouble);
	put_all(cli, p, &out);
	ok = cli_print(cli, str_get(&out), err);
	if (ok && trouble.len) {
		str_cut(&trouble, trouble.len - 1);
		ok = err_set(err, ERR_STORE, "%s", str_get(&trouble));
	}
	str_release(&out);
	str_release(&trouble);
	return ok;
}

/* Secrets that a program prints are fetched here and now. */
static bool
unlock(struct secrets *secrets, struct channels *list, struct err *err)
{
	for (int i = 0; i < list->n; i++)
		if (!secrets_unlock(secrets, &list->v[i], err))
			return false;
	return true;
}

bool
run_alerts(struct cli *cli, struct err *err)
{
	struct sources *s = &cli->world.settings->sources;
	struct secrets *secrets = secrets_take(&s->as);
	struct loop *loop = world_loop(&cli->world);
	struct http *http = http_new(loop, "fireground");
	struct asking a = {.done = false};
	struct poller_ask ask = {loop, http, s, &cli->world.clock, on_change,
		&a};
	bool ok;

	if (!s->as.n)
		ok = err_set(err, ERR_USAGE, "no source of alerts is"
			" configured: add `source NAME { url = \"https://...\""
			" }` to the config");
	else
		ok = unlock(secrets, &s->as, err);
	if (ok) {
		a.poller = poller_new(&ask);
		loop_until(loop, &a.done, LIMIT_MS);
		ok = report(cli, a.poller, err);
		poller_free(a.poller);
	}
	http_free(http);
	secrets_free(secrets);
	return ok;
}
