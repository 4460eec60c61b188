/* What is planned, as the news that a channel is given. */
#include "relay/plan.h"

#include "base/mem.h"

static void
call_off(const struct plan_item *item, struct arena *a, struct news *out)
{
	out->kind = NEWS_STOP;
	out->type = news_word(NEWS_STOP);
	out->of = out->id;
	out->id = arena_printf(a, "%s-stop", out->id);
	out->headline = arena_printf(a, "%s stand down: %s need not come",
		out->inc, item->who);
	out->text = "The page is called off.";
}

void
plan_news(const struct plan_item *item, const struct incident *inc,
	const struct channel *c, when_ms now, struct arena *a,
	struct news *out)
{
	news_of(inc, item->entries, item->n, now, a, out);
	if (item->stop)
		call_off(item, a, out);
	if (*item->who)
		out->who = item->who;
	out->address = item->address;
	out->remote = item->remote;
	out->repeat = item->repeat && !c->adapter->idempotent;
}
