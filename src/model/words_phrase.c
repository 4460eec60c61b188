#include "model/words_phrase.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

#include <string.h>

static const struct phrase_row *const groups[] = {
	phrases_command, phrases_people, phrases_work, phrases_log,
};

const char *
phrase_tail(const struct phrase *p, const char *before, const char *s)
{
	if (!s || !*s)
		return "";
	return arena_printf(p->a, "%s%s", before, s);
}

const char *
phrase_field(const struct phrase *p, const char *before, enum event_field f)
{
	return phrase_tail(p, before, event_text(p->ev, f));
}

const char *
phrase_who(const struct phrase *p, enum event_field f)
{
	return str_or(event_text(p->ev, f), str_or(p->ev->by, "somebody"));
}

const char *
phrase_time(const struct phrase *p, enum event_field f)
{
	when_ms t = event_time(p->ev, f);
	char out[WHEN_MAX];

	if (t == WHEN_NONE)
		return "";
	return arena_dup(p->a, when_short(t, event_when(p->ev), out));
}

/* The text is gone; who took it away and why is all that is left. */
static const char *
phrase_erased(const struct incident *inc, const struct entry *e,
	struct arena *a)
{
	const struct entry *by = incident_entry(inc, e->erased_by);

	if (!by || !str_or(by->ev.by, NULL))
		return "[erased]";
	if (!str_or(by->text, NULL))
		return arena_printf(a, "[erased by %s]", by->ev.by);
	return arena_printf(a, "[erased by %s: %s]", by->ev.by, by->text);
}

static const struct phrase_row *
phrase_row(enum event_kind kind)
{
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		if (groups[i][kind].say)
			return &groups[i][kind];
	return NULL;
}

const char *
words_tag(const struct entry *e)
{
	const char *source;

	if (e->ev.kind != KIND_SIGNAL)
		return kind_rows[e->ev.kind].tag;
	source = event_text(&e->ev, F_SOURCE);
	if (str_same(source, "customer"))
		return kind_rows[KIND_TOLD].tag;
	return str_same(source, "staff") ? "staff" : kind_rows[KIND_SIGNAL].tag;
}

const char *
words_entry(const struct incident *inc, const struct entry *e,
	struct arena *a)
{
	const struct phrase_row *row = phrase_row(e->ev.kind);
	struct phrase p = {
		.inc = inc, .e = e, .ev = &e->ev, .a = a,
		.by = str_or(e->ev.by, "somebody"),
		.text = str_or(e->text, ""),
	};
	const char *said;

	if (e->erased_by)
		return words_line(a, phrase_erased(inc, e, a));
	if (e->ev.kind == KIND_UNKNOWN)
		return words_line(a, str_or(e->ev.raw, "unknown entry"));
	if (!row)
		return "damaged entry";
	if (e->deputy_of)
		p.by = arena_printf(a, "%s for %s", p.by, e->deputy_of);
	said = row->say(&p);
	if (e->deputy_of && !row->names)
		said = arena_printf(a, "%s  %s", said, p.by);
	return words_line(a, said);
}
