/* News of an incident: entries of its log as what a channel is given. */
#include "relay/news.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "model/incident.h"

#include <stdio.h>
#include <string.h>

enum news_kind
news_kind_of(const struct incident *inc, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);
	const struct message *m = incident_message(inc, n);

	if (m && str_same(m->audience, "customers"))
		return NEWS_CUSTOMERS;
	if (m && m == inc->messages && (e->ev.kind == KIND_TAKEN ||
	    e->ev.kind == KIND_STAGE))
		return NEWS_DECLARED; /* declared and taken in one act */
	switch (e->ev.kind) {
	case KIND_DECLARED:
		return NEWS_DECLARED;
	case KIND_TAKEN:
	case KIND_ACCEPTED:
	case KIND_ASSUMED:
		return NEWS_COMMAND;
	case KIND_SEVERITY:
		return NEWS_SEVERITY;
	case KIND_STAGE:
	case KIND_CALLED:
	case KIND_CLOSED:
	case KIND_REOPENED:
		return NEWS_STAGE;
	case KIND_PAGED:
		return NEWS_PAGE;
	default:
		return NEWS_UPDATE;
	}
}

/* What the head of an incident's messages begins with. */
static bool
has_head(const char *text, const char *inc)
{
	return str_starts(text, inc);
}

static const char *
first_line(const char *text, struct arena *a)
{
	return arena_dupn(a, text, strcspn(text, "\n"));
}

static const char *
rest(const char *text)
{
	text += strcspn(text, "\n");
	return *text ? text + 1 : text;
}

/*
 * The last message counts; of those before it the first lines.  Customers read
 * what was written for them alone: the head of ours is not.
 */
static void
fill_message(const struct incident *inc, const int32_t *v, int n,
	struct arena *a, struct news *out)
{
	const struct message *m = incident_message(inc, (uint32_t)v[n - 1]);
	struct str also = {0};

	out->kind = news_kind_of(inc, (uint32_t)v[n - 1]);
	if (!m)
		return;
	if (has_head(m->text, out->inc) || out->kind == NEWS_CUSTOMERS) {
		out->headline = first_line(m->text, a);
		out->text = rest(m->text);
	} else {
		out->headline = inc->restricted ? arena_printf(a, "%s SEV%d",
			out->inc, inc->severity) : arena_printf(a,
			"%s SEV%d %s", out->inc, inc->severity, inc->title);
		out->text = m->text;
	}
	for (int i = 0; i < n - 1; i++) {
		m = incident_message(inc, (uint32_t)v[i]);
		if (m)
			str_addf(&also, "before: %s\n",
				first_line(m->text, a));
	}
	if (also.len)
		out->text = arena_printf(a, "%s%s%s", out->text,
			*out->text ? "\n" : "", str_get(&also));
	str_release(&also);
}

static void
fill_page(const struct incident *inc, const struct entry *e, struct arena *a,
	struct news *out)
{
	const struct need *need = incident_need(inc,
		(int32_t)event_int(&e->ev, F_NEED));

	out->kind = NEWS_PAGE;
	out->who = event_text(&e->ev, F_WHO);
	out->field = event_text(&e->ev, F_FIELD);
	out->need = need ? need->text : "";
	out->headline = inc->restricted ?
		arena_printf(a, "%s SEV%d needs you", out->inc,
			inc->severity) :
		arena_printf(a, "%s SEV%d needs you%s%s: %s", out->inc,
			inc->severity, *out->field ? " for " : "", out->field,
			inc->title);
	out->text = arena_printf(a, "%s%s%s%s%s", *out->need && !inc->restricted
		? "Needed: " : "", inc->restricted ? "" : out->need,
		*out->need && !inc->restricted ? "\n" : "",
		*inc->bridge ? "Bridge: " : "", inc->bridge);
}

static void
fill_state(const struct incident *inc, struct news *out)
{
	out->title = inc->restricted ? "" : inc->title;
	out->severity = inc->severity;
	out->stage = inc->stage;
	out->under_control = inc->under_control;
	out->all_clear = inc->all_clear;
	out->closed = inc->closed;
	out->customers_hit = inc->customers.affected != AFFECTED_NO;
	out->bridge = inc->bridge;
	out->commander = inc->command.holder;
}

void
news_of(const struct incident *inc, const int32_t *v, int n, when_ms now,
	struct arena *a, struct news *out)
{
	const struct entry *e = incident_entry(inc, (uint32_t)v[n - 1]);
	struct hash h = {{0}};
	char name[16], text[20];

	*out = (struct news){
		.headline = "", .text = "", .address = "", .who = "",
		.field = "", .need = "", .of = "", .remote = "", .now = now,
	};
	out->inc = out->thread = arena_dup(a, incident_name(inc->number, name));
	out->source = "/fireground";
	out->id = arena_printf(a, "%s-%d", out->inc, v[n - 1]);
	fill_state(inc, out);
	out->from = e->ev.by;
	out->when = event_when(&e->ev);
	memcpy(h.b, e->hash, sizeof(e->hash));
	out->hash = arena_dup(a, hash_short(&h, text));
	if (e->ev.kind == KIND_PAGED)
		fill_page(inc, e, a, out);
	else
		fill_message(inc, v, n, a, out);
	out->type = news_word(out->kind);
}
