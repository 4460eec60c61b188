/* The report's sections about words: customers, company, lessons, items. */
#include "model/words_doc.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words_part.h"

#include <stdlib.h>
#include <string.h>

/* Whether the promise in word @i was kept; the next word decides. */
static const char *
promise_fate(const struct doc *d, const struct doc_entry *v, int n, int i)
{
	const struct incident *inc = d->inc;
	when_ms promised = event_time(&v[i].e->ev, F_NEXT);
	when_ms ended = inc->closed ? inc->closed_at : inc->all_clear_at;
	char span[WHEN_MAX];

	if (promised == WHEN_NONE)
		return "";
	if (i + 1 < n && v[i + 1].when <= promised)
		return "kept";
	if (i + 1 < n)
		return arena_printf(d->a, "missed by %s",
			when_span(v[i + 1].when - promised, span));
	if (!incident_live(inc) && ended != WHEN_NONE && ended <= promised)
		return "ended before";
	if (d->now > promised)
		return arena_printf(d->a, "%s LATE",
			when_span(d->now - promised, span));
	return "open";
}

static void
covers_cell(const struct doc *d, const struct texts *covers)
{
	struct str s = {0};

	for (int i = 0; covers && i < covers->n; i++) {
		str_add(&s, i ? ", " : "");
		str_add(&s, covers->v[i]);
	}
	doc_cell(d, str_get(&s));
	str_release(&s);
}

void
report_customers(const struct doc *d)
{
	struct doc_entry *v;
	int n;

	v = doc_entries(d, KIND_TOLD, &n);
	doc_heading(d, "Words to customers");
	doc_text(d, words_customers_line(d->inc, d->now, d->a));
	str_add(d->out, "\n");
	if (n) {
		str_add(d->out, "\n");
		doc_columns(d,
			"When|By|Through|Words|Covers|Promised next|Promise");
	}
	for (int i = 0; i < n; i++) {
		const struct event *ev = &v[i].e->ev;

		doc_time(d, v[i].when);
		doc_cell(d, str_or(event_text(ev, F_FROM), ev->by));
		doc_cell(d, event_text(ev, F_THROUGH));
		doc_cell(d, v[i].e->text);
		covers_cell(d, event_list(ev, F_COVERS));
		doc_time(d, event_time(ev, F_NEXT));
		doc_cell(d, promise_fate(d, v, n, i));
		doc_end(d);
	}
	free(v);
}

/* The first line of a message: what it is about. */
static const char *
message_about(const struct doc *d, const char *text)
{
	return arena_dupn(d->a, text, strcspn(text, "\n"));
}

void
report_messages(const struct doc *d)
{
	const struct incident *inc = d->inc;

	if (!inc->n_messages)
		return;
	doc_heading(d, "Messages to the company");
	doc_columns(d, "When|Entry|Audience|About|Told|Through");
	for (int i = 0; i < inc->n_messages; i++) {
		const struct message *m = &inc->messages[i];

		doc_time(d, m->when);
		doc_number(d, (long)m->n);
		doc_cell(d, m->audience);
		doc_cell(d, message_about(d, str_or(m->text, "")));
		if (m->told == WHEN_NONE)
			doc_cell(d, "NOT SENT");
		else
			doc_time(d, m->told);
		doc_cell(d, m->through);
		doc_end(d);
	}
}

void
report_lessons(const struct doc *d)
{
	const struct incident *inc = d->inc;

	doc_heading(d, "Lessons");
	if (!inc->n_lessons) {
		str_add(d->out, "None recorded.\n");
		return;
	}
	if (str_or(inc->review.text, NULL)) {
		str_add(d->out, "Review: ");
		doc_text(d, inc->review.text);
		str_add(d->out, "\n\n");
	}
	doc_columns(d, "When|Who|Lesson");
	for (int i = 0; i < inc->n_lessons; i++) {
		doc_time(d, inc->lessons[i].when);
		doc_cell(d, inc->lessons[i].by);
		doc_cell(d, inc->lessons[i].text);
		doc_end(d);
	}
}

static const char *
item_state(const struct doc *d, const struct item *item)
{
	char stamp[WHEN_MAX], span[WHEN_MAX];

	if (item->dropped)
		return "dropped";
	if (item->done != WHEN_NONE)
		return arena_printf(d->a, "done %s",
			words_stamp(item->done, stamp));
	if (item->due != WHEN_NONE && d->now > item->due)
		return arena_printf(d->a, "%s OVERDUE",
			when_span(d->now - item->due, span));
	return "open";
}

void
report_items(const struct doc *d)
{
	const struct incident *inc = d->inc;

	doc_heading(d, "Action items");
	if (!inc->n_items) {
		str_add(d->out, "None.\n");
		return;
	}
	doc_columns(d, "Item|Priority|What|Owner|Due|State|Why");
	for (int i = 0; i < inc->n_items; i++) {
		const struct item *item = &inc->items[i];

		doc_number(d, item->id);
		doc_cell(d, arena_printf(d->a, "P%d", item->priority));
		doc_cell(d, item->text);
		doc_cell(d, item->owner);
		doc_time(d, item->due);
		doc_cell(d, item_state(d, item));
		doc_cell(d, item->why);
		doc_end(d);
	}
}
