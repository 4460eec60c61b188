#include "run/carry_line.h"

#include "base/mem.h"

static void
word(struct carry_line *l, const char *s)
{
	l->v[l->n++] = s;
}

/* The verb, and which entries: "12,14". */
static void
begin(struct carry_line *l, const char *verb, const struct plan_item *item,
	struct arena *a)
{
	const char *entries = "";

	for (int i = 0; i < item->n; i++)
		entries = arena_printf(a, "%s%s%d", entries, i ? "," : "",
			item->entries[i]);
	l->n = 0;
	word(l, "delivery");
	word(l, verb);
	word(l, entries);
}

static void
end(struct carry_line *l, const struct channel *c,
	const struct plan_item *item, uint32_t claim, struct arena *a)
{
	word(l, arena_printf(a, "--channel=%s", c->name));
	if (claim)
		word(l, arena_printf(a, "--claim=%u", (unsigned)claim));
	if (item->stop)
		word(l, "--stop");
}

void
carry_line_claim(struct carry_line *l, const struct channel *c,
	const struct plan_item *item, struct arena *a)
{
	begin(l, "claim", item, a);
	end(l, c, item, item->claim, a);
}

static void
sent(struct carry_line *l, const struct carry_end *e, struct arena *a)
{
	begin(l, "sent", e->item, a);
	if (*e->remote)
		word(l, arena_printf(a, "--remote=%s", e->remote));
	if (e->item->repeat && !e->channel->adapter->idempotent)
		word(l, "--repeat");
}

static void
failed(struct carry_line *l, const struct carry_end *e, struct arena *a)
{
	begin(l, "failed", e->item, a);
	word(l, delivery_word(e->end->state));
	if (e->end->state == DELIVERY_LATER)
		word(l, arena_printf(a, "--until=+%llds",
			(long long)(e->end->wait + 999) / 1000));
	if (e->end->repeat)
		word(l, "--repeat");
	if (*e->why)
		word(l, arena_printf(a, "--reason=%s", e->why));
}

void
carry_line_end(struct carry_line *l, const struct carry_end *e,
	struct arena *a)
{
	if (e->end->then == PLAN_WRITE_SENT)
		sent(l, e, a);
	else
		failed(l, e, a);
	end(l, e->channel, e->item, e->claim, a);
}
