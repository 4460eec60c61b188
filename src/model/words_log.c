/* Phrases: notes, what changes earlier entries, after-care, ends. */
#include "model/words_phrase.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

static const char *
say_note(const struct phrase *p)
{
	return arena_printf(p->a, "%s: %s", p->by, p->text);
}

static const char *
say_snoozed(const struct phrase *p)
{
	return arena_printf(p->a, "%s snoozes %s%s%s", p->by,
		str_or(event_text(p->ev, F_ROW), "a row"),
		phrase_tail(p, " until ", phrase_time(p, F_UNTIL)),
		phrase_tail(p, ": ", p->text));
}

static const char *
say_corrected(const struct phrase *p)
{
	return arena_printf(p->a, "%s corrects %lld%s", p->by,
		(long long)event_int(p->ev, F_ENTRY),
		phrase_field(p, ": ", F_TEXT));
}

/*
 * The phrase of the entry that is withdrawn.  That of another withdrawal or
 * correction is left out, so that no chain of them is ever followed.
 */
static const char *
target_phrase(const struct phrase *p)
{
	const struct entry *e;
	int64_t n = event_int(p->ev, F_ENTRY);

	if (n < 1 || n >= p->ev->n)
		return "";
	e = incident_entry(p->inc, (uint32_t)n);
	if (!e || e->ev.kind == KIND_WITHDRAWN)
		return "";
	return words_entry(p->inc, e, p->a);
}

static const char *
say_withdrawn(const struct phrase *p)
{
	return arena_printf(p->a, "%s withdraws %lld%s%s", p->by,
		(long long)event_int(p->ev, F_ENTRY),
		phrase_tail(p, ": ", target_phrase(p)),
		phrase_tail(p, "  ", p->text));
}

static const char *
say_erased(const struct phrase *p)
{
	return arena_printf(p->a, "%s erased the text of %lld%s", p->by,
		(long long)event_int(p->ev, F_ENTRY),
		phrase_tail(p, ": ", p->text));
}

static const char *
say_item_opened(const struct phrase *p)
{
	when_ms due = event_time(p->ev, F_UNTIL);
	int64_t priority = event_int(p->ev, F_PRIORITY);
	char day[WHEN_MAX];

	return arena_printf(p->a, "P%lld %s%s%s",
		(long long)(priority ? priority : 3), p->text,
		phrase_field(p, " " ARROW " ", F_OWNER),
		due == WHEN_NONE ? "" :
		phrase_tail(p, ", due ", when_date(due, day)));
}

static const char *
item_text(const struct phrase *p)
{
	int64_t id = event_int(p->ev, F_ITEM);
	const struct item *item = incident_item(p->inc, (int32_t)id);

	return arena_printf(p->a, "%lld%s", (long long)id,
		phrase_tail(p, ": ", item ? item->text : ""));
}

static const char *
say_item_done(const struct phrase *p)
{
	return arena_printf(p->a, "%s did item %s%s", p->by, item_text(p),
		phrase_tail(p, "  ", p->text));
}

static const char *
say_item_dropped(const struct phrase *p)
{
	return arena_printf(p->a, "%s drops item %s%s", p->by, item_text(p),
		phrase_tail(p, "  ", p->text));
}

static const char *
say_review(const struct phrase *p)
{
	return arena_printf(p->a, "review held by %s%s", p->by,
		phrase_tail(p, ": ", p->text));
}

static const char *
say_merged(const struct phrase *p)
{
	return arena_printf(p->a, "MERGED  into INC-%lld%s",
		(long long)event_int(p->ev, F_INCIDENT),
		phrase_field(p, ": ", F_REASON));
}

static const char *
say_received(const struct phrase *p)
{
	return arena_printf(p->a, "takes over INC-%lld%s",
		(long long)event_int(p->ev, F_INCIDENT),
		phrase_field(p, ": ", F_TITLE));
}

static const char *
say_closed(const struct phrase *p)
{
	const struct texts *unmet = event_list(p->ev, F_UNMET);
	struct str s = {0};

	str_addf(&s, "CLOSED  %sby %s", event_int(p->ev, F_FALSE_ALARM) ?
		"false alarm, " : "", p->by);
	str_add(&s, phrase_tail(p, ": ", p->text));
	for (int i = 0; unmet && i < unmet->n; i++) {
		str_add(&s, i ? ", " : "; unmet: ");
		str_add(&s, unmet->v[i]);
	}
	return words_take(p->a, &s);
}

static const char *
say_reopened(const struct phrase *p)
{
	enum stage to = stage_find(event_text(p->ev, F_TO));

	return arena_printf(p->a, "REOPENED  by %s%s%s", p->by,
		phrase_tail(p, ", stage ", stage_rows[to].name),
		phrase_tail(p, ": ", p->text));
}

const struct phrase_row phrases_log[KIND_COUNT] = {
	[KIND_SNOOZED] = {say_snoozed, true},
	[KIND_NOTE] = {say_note, true},
	[KIND_CORRECTED] = {say_corrected, true},
	[KIND_WITHDRAWN] = {say_withdrawn, true},
	[KIND_ERASED] = {say_erased, true},
	[KIND_LESSON] = {say_note, true},
	[KIND_ITEM_OPENED] = {say_item_opened, false},
	[KIND_ITEM_DONE] = {say_item_done, true},
	[KIND_ITEM_DROPPED] = {say_item_dropped, true},
	[KIND_REVIEW] = {say_review, true},
	[KIND_MERGED] = {say_merged, false},
	[KIND_RECEIVED] = {say_received, false},
	[KIND_CLOSED] = {say_closed, true},
	[KIND_REOPENED] = {say_reopened, true},
};
