/* What became of messages and pages: a line for each channel. */
#include "run/rows.h"

#include "base/json_write.h"
#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/courier.h"
#include "run/here.h"
#include "run/settings.h"
#include "store/store.h"
#include "view/watch.h"

#include <string.h>

#define CARRY_MS 10000   /* that a command carries what it told */
#define WRITE_MS 6000    /* until the last outcomes are written */
#define TICK_MS 1000

/* Whether entry @n is for a person: a page that its channel carries. */
static const struct person *
paged(const struct incident *inc, const struct world *w, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);

	return e && e->ev.kind == KIND_PAGED ? roster_find(
		&w->settings->roster, event_text(&e->ev, F_WHO)) : NULL;
}

/* Whether @c is to carry the message or page of entry @n. */
static bool
takes(const struct channel *c, const struct incident *inc,
	const struct world *w, uint32_t n)
{
	const struct message *m = incident_message(inc, n);
	const struct person *p = paged(inc, w, n);
	size_t len = p ? strcspn(p->page, " \t") : 0;

	if (p)
		return strlen(c->name) == len &&
			!strncmp(c->name, p->page, len);
	if (!m || (inc->restricted &&
	    incident_entry(inc, n)->ev.kind != KIND_BROADCAST))
		return false;
	return channel_takes(c, news_kind_of(inc, n), m->audience);
}

static bool
is_told(const struct incident *inc, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);

	return e && (e->ev.kind == KIND_PAGED || incident_message(inc, n));
}

bool
cli_tells(const struct incident *inc, const struct cli_told *t)
{
	for (int i = 0; i < t->count; i++)
		if (is_told(inc, t->first + (uint32_t)i))
			return true;
	return false;
}

/* ---- carrying ------------------------------------------------------ */

static void
on_tick(void *ctx)
{
	struct world *w = ctx;

	store_tick(w->store);
	loop_after(w->loop, TICK_MS, on_tick, w);
}

/* Whether it is known of all of them what became of them. */
static bool
is_carried(const struct cli *cli, const struct cli_told *t)
{
	const struct incident *inc = courier_incident(cli->courier);
	const struct channels *list = &cli->world.settings->channels;

	if (!inc || !courier_idle(cli->courier))
		return false;
	for (int i = 0; i < t->count; i++)
		for (int k = 0; k < list->n; k++) {
			uint32_t n = t->first + (uint32_t)i;
			const struct channel *c = &list->v[k];
			const struct delivery *d = incident_delivery(inc, n,
				false, c->name);

			if (!c->locked && takes(c, inc, &cli->world, n) &&
			    (!d || d->state == DELIVERY_CLAIMED))
				return false;
		}
	return true;
}

const struct incident *
cli_carry(struct cli *cli, const struct cli_told *t)
{
	struct loop *loop = cli->world.loop;
	int64_t end = loop_now(loop) + CARRY_MS;

	courier_serve(cli->courier, t->incident);
	on_tick(&cli->world);
	while (!is_carried(cli, t) && loop_now(loop) < end)
		loop_turn(loop, end - loop_now(loop));
	courier_hurry(cli->courier);
	end = loop_now(loop) + WRITE_MS;
	while (courier_busy(cli->courier) && loop_now(loop) < end)
		loop_turn(loop, end - loop_now(loop));
	return courier_incident(cli->courier);
}

/* ---- saying -------------------------------------------------------- */

struct telling {
	const struct incident *inc;
	const struct world *w;
	struct arena *a;
	struct str *out;
	bool courier;        /* one is running */
};

static bool
courier_runs(const struct world *w, struct arena *a)
{
	struct watcher *here;
	int n = w->settings->channels.n ? here_list(w->store, a, &here) : 0;

	for (int i = 0; i < n; i++)
		if (!strcmp(here[i].screen, COURIER_SCREEN))
			return true;
	return false;
}

/* What a channel has of it, as a sentence without a stop. */
static const char *
how(const struct telling *t, const struct channel *c, uint32_t n)
{
	const struct delivery *d = incident_delivery(t->inc, n, false,
		c->name);
	when_ms now = clock_now(&t->w->clock);
	int64_t wait = d && d->until != WHEN_NONE ? d->until - now : 0;
	bool waits = !d || !delivery_settled(d);
	const char *s;

	if (!d && c->locked)
		s = c->locked;
	else
		s = courier_says(d ? d->state : DELIVERY_LATER, wait,
			d ? d->why : "", t->a);
	if (d && d->state == DELIVERY_CONFIRM)
		return arena_printf(t->a, "NOT SENT, %s: `fireground delivery"
			" retry INC-%u %u --channel %s`", s,
			(unsigned)t->inc->number, (unsigned)n, c->name);
	if (d && d->state == DELIVERY_SENT)
		return s;
	return arena_printf(t->a, "NOT SENT, %s%s", s, waits && !t->courier ?
		"; no courier is running (`fireground deliver`)" : "");
}

/* Why nobody was told, before what is to be done about it. */
static const char *
why_not(const struct telling *t, const struct message *m)
{
	const struct channels *list = &t->w->settings->channels;
	bool any = false, waits = false;

	if (store_practice(t->w->store))
		return "practice: ";
	for (int i = 0; i < list->n; i++) {
		const struct delivery *d = incident_delivery(t->inc, m->n,
			false, list->v[i].name);

		if (!takes(&list->v[i], t->inc, t->w, m->n))
			continue;
		any = true;
		waits |= !d || !delivery_settled(d);
	}
	if (!list->n)
		return "no channel configured: ";
	if (!any)
		return "no channel carries it: ";
	return waits && !t->courier ? "no courier is running: " : "";
}

static void
say_by_hand(struct telling *t, const struct message *m)
{
	str_addf(t->out, "NOT SENT: %ssay it by hand, then `fireground"
		" broadcast INC-%u --said %u`:\n%s\n", why_not(t, m),
		(unsigned)t->inc->number, (unsigned)m->n,
		text_safe(t->a, m->text, true));
}

static void
begin(struct telling *t, const struct incident *inc, const struct world *w,
	struct arena *a, struct str *out)
{
	*t = (struct telling){inc, w, a, out, courier_runs(w, a)};
}

void
cli_told_text(const struct incident *inc, const struct world *w,
	const struct cli_told *told, struct arena *a, struct str *out)
{
	const struct channels *list = &w->settings->channels;
	struct telling t;

	if (!cli_tells(inc, told))
		return;
	begin(&t, inc, w, a, out);
	for (int i = 0; i < told->count; i++) {
		uint32_t n = told->first + (uint32_t)i;
		const struct message *m = incident_message(inc, n);

		for (int k = 0; k < list->n && !store_practice(w->store); k++)
			if (takes(&list->v[k], inc, w, n))
				str_addf(out, "%s: %s\n", list->v[k].name,
					how(&t, &list->v[k], n));
		if (m && m->told == WHEN_NONE)
			say_by_hand(&t, m);
	}
}

/* ---- as JSON ------------------------------------------------------- */

static const char *
state_word(const struct channel *c, const struct delivery *d)
{
	if (!d)
		return c->locked ? "locked" : "waiting";
	if (d->state == DELIVERY_SENT)
		return "sent";
	return d->state == DELIVERY_CLAIMED ? "claimed" :
		delivery_word(d->state);
}

static void
put_channels(struct telling *t, uint32_t n)
{
	const struct channels *list = &t->w->settings->channels;
	struct str *out = t->out;

	json_write_key(out, "channels");
	str_addc(out, '[');
	for (int i = 0; i < list->n; i++) {
		const struct channel *c = &list->v[i];
		const struct delivery *d = incident_delivery(t->inc, n, false,
			c->name);

		if (!takes(c, t->inc, t->w, n))
			continue;
		json_write_next(out);
		str_addc(out, '{');
		json_put_text(out, "channel", c->name);
		json_put_text(out, "state", state_word(c, d));
		json_put_text(out, "why", d ? d->why : c->locked ? c->locked :
			"");
		json_put_bool(out, "repeat", d && d->repeat);
		str_addc(out, '}');
	}
	str_addc(out, ']');
}

static void
put_message(struct telling *t, const struct message *m)
{
	struct str *out = t->out;

	json_write_next(out);
	str_addc(out, '{');
	json_put_int(out, "entry", m->n);
	json_put_bool(out, "sent", m->told != WHEN_NONE);
	json_put_text(out, "text", m->text);
	put_channels(t, m->n);
	str_addc(out, '}');
}

static void
put_page(struct telling *t, const struct entry *e)
{
	struct str *out = t->out;

	json_write_next(out);
	str_addc(out, '{');
	json_put_int(out, "entry", e->ev.n);
	json_put_text(out, "who", event_text(&e->ev, F_WHO));
	put_channels(t, e->ev.n);
	str_addc(out, '}');
}

void
cli_told_json(const struct incident *inc, const struct world *w,
	const struct cli_told *told, struct arena *a, struct str *out)
{
	struct telling t;

	begin(&t, inc, w, a, out);
	json_write_key(out, "messages");
	str_addc(out, '[');
	for (int i = 0; i < told->count; i++) {
		const struct message *m = incident_message(inc,
			told->first + (uint32_t)i);

		if (m)
			put_message(&t, m);
	}
	str_addc(out, ']');
	json_write_key(out, "pages");
	str_addc(out, '[');
	for (int i = 0; i < told->count; i++) {
		const struct entry *e = incident_entry(inc,
			told->first + (uint32_t)i);

		if (e && e->ev.kind == KIND_PAGED)
			put_page(&t, e);
	}
	str_addc(out, ']');
}
