/* Phrases: CAN reports, needs, pages, those who come and go, customers. */
#include "model/words_phrase.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

#include <string.h>

/* "  by mei" when somebody wrote down what another did or said. */
static const char *
written_by(const struct phrase *p, const char *who)
{
	if (str_same(who, str_or(p->ev->by, "somebody")))
		return "";
	return arena_printf(p->a, "  by %s", p->by);
}

static const char *
say_can(const struct phrase *p)
{
	const char *who = phrase_who(p, F_FROM);
	const char *by = written_by(p, who);
	bool is_need;
	const char *first = words_can_first(event_can(p->ev, F_REPORT),
		&is_need);

	if (*first)
		return arena_printf(p->a, is_need ? "%s needs %s%s" :
			"%s: %s%s", who, first, by);
	if (event_int(p->ev, F_SAME))
		return arena_printf(p->a, "%s: no change%s", who, by);
	if (event_int(p->ev, F_NO_NEEDS))
		return arena_printf(p->a, "%s: no needs%s", who, by);
	return arena_printf(p->a, "%s: empty report%s", who, by);
}

/* "need of raj", or by its number when its report is gone. */
static const char *
need_of(const struct phrase *p)
{
	int64_t id = event_int(p->ev, F_NEED);
	const struct need *need = incident_need(p->inc, (int32_t)id);

	if (!need || !str_or(need->who, NULL))
		return arena_printf(p->a, "need %lld", (long long)id);
	return arena_printf(p->a, "need of %s", need->who);
}

static const char *
need_text(const struct phrase *p, const char *before)
{
	const struct need *need = incident_need(p->inc,
		(int32_t)event_int(p->ev, F_NEED));

	return phrase_tail(p, before, need ? need->text : "");
}

static const char *
say_need_dispatched(const struct phrase *p)
{
	return arena_printf(p->a, "%s " ARROW " %s%s", need_of(p),
		str_or(event_text(p->ev, F_WHO), "somebody"),
		need_text(p, ": "));
}

static const char *
say_need_met(const struct phrase *p)
{
	return arena_printf(p->a, "%s met by %s%s%s", need_of(p), p->by,
		need_text(p, ": "), phrase_tail(p, "  ", p->text));
}

static const char *
say_need_refused(const struct phrase *p)
{
	return arena_printf(p->a, "%s refused by %s%s%s", need_of(p), p->by,
		need_text(p, ": "), phrase_tail(p, "  ", p->text));
}

static const char *
say_need_dropped(const struct phrase *p)
{
	return arena_printf(p->a, "%s dropped by %s%s%s", need_of(p), p->by,
		need_text(p, ": "), phrase_tail(p, "  ", p->text));
}

static const char *
say_paged(const struct phrase *p)
{
	const char *who = str_or(event_text(p->ev, F_WHO), "somebody");
	const char *why = phrase_field(p, "  ", F_REASON);
	const char *role = event_text(p->ev, F_ROLE);
	const char *what = event_text(p->ev, F_FIELD);

	if (*role)
		return arena_printf(p->a, "%s paged as %s%s", who, role, why);
	if (*what)
		return arena_printf(p->a, "%s paged for %s%s", who, what, why);
	return arena_printf(p->a, "%s paged%s%s", who, need_text(p, ": "),
		why);
}

static const char *
say_acknowledged(const struct phrase *p)
{
	const char *who = phrase_who(p, F_WHO);
	const char *by = written_by(p, who);
	when_ms left = event_time(p->ev, F_ETA);
	char span[WHEN_MAX];

	if (left == WHEN_NONE)
		return arena_printf(p->a, "%s acked%s", who, by);
	left -= event_when(p->ev);
	return arena_printf(p->a, "%s acked, eta %s%s", who,
		when_span(left, span), by);
}

static const char *
say_joined(const struct phrase *p)
{
	const char *who = phrase_who(p, F_WHO);

	return arena_printf(p->a, "%s joined%s%s", who,
		phrase_field(p, " for ", F_FIELD), written_by(p, who));
}

static const char *
say_released(const struct phrase *p)
{
	return arena_printf(p->a, "%s released%s%s", phrase_who(p, F_WHO),
		phrase_field(p, ", work goes to ", F_TO),
		phrase_field(p, ": ", F_REASON));
}

static const char *
say_told(const struct phrase *p)
{
	return arena_printf(p->a, "Customers told by %s%s",
		phrase_who(p, F_FROM), phrase_tail(p, ": ", p->text));
}

static const char *
say_waived(const struct phrase *p)
{
	return arena_printf(p->a, "%s waives %s%s", p->by,
		str_or(event_text(p->ev, F_ROW), "a customer word"),
		phrase_tail(p, ": ", p->text));
}

/*
 * A composed message begins with the incident's name and title, which every
 * reader of its timeline knows: only what follows is shown.
 */
static const char *
message_news(const struct phrase *p, const char *text)
{
	const char *head = words_head(p->inc, p->a);
	char name[16];
	const char *colon;

	incident_name(p->inc->number, name);
	if (p->inc->title && p->inc->title[0] && str_starts(text, name)) {
		colon = str_find(text, p->inc->title);
		if (colon)
			text = colon + strlen(p->inc->title);
	} else if (str_starts(text, head)) {
		text += strlen(head);
	}
	while (*text == ':' || *text == ' ')
		text++;
	return text;
}

/* The lines of a message in one, with dots between them. */
static const char *
message_line(const struct phrase *p, const char *text)
{
	struct str s = {0};

	for (; *text; text++) {
		if (*text == '\n' && text[1])
			str_add(&s, " \u00b7 ");
		else if (*text != '\n')
			str_addc(&s, *text);
	}
	return words_take(p->a, &s);
}

static const char *
say_broadcast(const struct phrase *p)
{
	const char *to = str_or(event_text(p->ev, F_AUDIENCE), "company");

	return arena_printf(p->a, "%s to %s%s%s", p->by,
		str_same(to, "company") ? "the " : "", to,
		phrase_tail(p, ": ",
			message_line(p, message_news(p, p->text))));
}

const char *
words_message_name(const struct incident *inc, uint32_t n, struct arena *a)
{
	const struct entry *e = incident_entry(inc, n);

	switch (e ? e->ev.kind : KIND_UNKNOWN) {
	case KIND_DECLARED:
		return "Declaration";
	case KIND_TAKEN:
	case KIND_ACCEPTED:
	case KIND_ASSUMED:
		return arena_printf(a, "Command of %s",
			str_or(e->ev.by, "somebody"));
	case KIND_SEVERITY:
		return arena_printf(a, "SEV%lld",
			(long long)event_int(&e->ev, F_SEVERITY));
	case KIND_STAGE:
		return arena_printf(a, "Stage %s", stage_rows[
			stage_find(event_text(&e->ev, F_TO))].name);
	case KIND_CALLED:
		return str_or(call_name(call_find(
			event_text(&e->ev, F_CALL))), "Call");
	case KIND_BROADCAST:
		return "Update";
	case KIND_CLOSED:
		return "End";
	case KIND_REOPENED:
		return "Reopening";
	default:
		return arena_printf(a, "Message %u", (unsigned)n);
	}
}

static const char *
message_names(const struct phrase *p)
{
	const struct ints *n = event_ints(p->ev, F_ENTRIES);
	const char *first;

	if (!n || !n->n)
		return "Messages";
	first = words_message_name(p->inc, (uint32_t)n->v[0], p->a);
	if (n->n == 1)
		return first;
	return arena_printf(p->a, "%s and %d more", first, n->n - 1);
}

/* "Stage Mitigate", "Page of raj", "Stand-down of raj". */
static const char *
delivery_names(const struct phrase *p)
{
	const struct ints *n = event_ints(p->ev, F_ENTRIES);
	const struct entry *e = n->n == 1 ?
		incident_entry(p->inc, (uint32_t)n->v[0]) : NULL;

	if (!e || e->ev.kind != KIND_PAGED)
		return message_names(p);
	return arena_printf(p->a, "%s of %s",
		event_int(p->ev, F_STOP) ? "Stand-down" : "Page",
		event_text(&e->ev, F_WHO));
}

static const char *
say_delivery_released(const struct phrase *p)
{
	return arena_printf(p->a, "%s leaves at once, says %s",
		delivery_names(p), p->by);
}

static bool
by_hand(const struct event *ev)
{
	const char *by = event_text(ev, F_CHANNEL);

	return !*by || str_same(by, CHANNEL_HAND);
}

static const char *
say_delivery_sent(const struct phrase *p)
{
	const struct ints *n = event_ints(p->ev, F_ENTRIES);
	const struct message *m = n->n ?
		incident_message(p->inc, (uint32_t)n->v[0]) : NULL;
	const char *to = str_or(m ? m->audience : NULL, "company");

	if (by_hand(p->ev))
		return arena_printf(p->a, "%s told to %s by %s%s",
			message_names(p), to, p->by,
			phrase_field(p, ": ", F_THROUGH));
	return arena_printf(p->a, "%s%s%s accepted by %s%s",
		delivery_names(p), m ? " for " : "", m ? to : "",
		event_text(p->ev, F_CHANNEL), event_int(p->ev, F_REPEAT) ?
		", perhaps for the second time" : "");
}

static const char *
say_delivery_claimed(const struct phrase *p)
{
	return arena_printf(p->a, "%s on the way to %s", delivery_names(p),
		event_text(p->ev, F_CHANNEL));
}

static const char *
say_delivery_failed(const struct phrase *p)
{
	static const char *const said[] = {
		[DELIVERY_LATER] = "NOT YET at", [DELIVERY_UNSURE] =
			"MAY HAVE reached", [DELIVERY_MESSAGE] = "REFUSED by",
		[DELIVERY_CHANNEL] = "NOT SENT, nothing goes through",
		[DELIVERY_EXPIRED] = "GIVEN UP as too old for",
	};
	enum delivery_state state = DELIVERY_LATER;

	delivery_find(event_text(p->ev, F_OUTCOME), &state);
	return arena_printf(p->a, "%s %s %s%s", delivery_names(p),
		said[state], event_text(p->ev, F_CHANNEL),
		phrase_field(p, ": ", F_REASON));
}

static const char *
say_delivery_retried(const struct phrase *p)
{
	const char *channel = event_text(p->ev, F_CHANNEL);

	return arena_printf(p->a, "%s is sent again%s%s, says %s",
		delivery_names(p), *channel ? " through " : "", channel,
		p->by);
}

const struct phrase_row phrases_people[KIND_COUNT] = {
	[KIND_CAN] = {say_can, true},
	[KIND_NEED_DISPATCHED] = {say_need_dispatched, false},
	[KIND_NEED_MET] = {say_need_met, true},
	[KIND_NEED_REFUSED] = {say_need_refused, true},
	[KIND_NEED_DROPPED] = {say_need_dropped, true},
	[KIND_PAGED] = {say_paged, false},
	[KIND_ACKNOWLEDGED] = {say_acknowledged, true},
	[KIND_JOINED] = {say_joined, true},
	[KIND_RELEASED] = {say_released, false},
	[KIND_TOLD] = {say_told, false},
	[KIND_WAIVED] = {say_waived, true},
	[KIND_BROADCAST] = {say_broadcast, true},
	[KIND_DELIVERY_RELEASED] = {say_delivery_released, true},
	[KIND_DELIVERY_SENT] = {say_delivery_sent, true},
	[KIND_DELIVERY_CLAIMED] = {say_delivery_claimed, true},
	[KIND_DELIVERY_FAILED] = {say_delivery_failed, true},
	[KIND_DELIVERY_RETRIED] = {say_delivery_retried, true},
};
