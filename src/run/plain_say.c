#include "run/plain_say.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/attention.h"
#include "model/incident.h"
#include "model/summary.h"
#include "model/words.h"

#include <stdlib.h>
#include <string.h>

#define FIRST_REMINDER (5 * WHEN_MINUTE)

/* A row of Attention that was said; texts are its own. */
struct plain_row {
	char *id, *text, *verb;
	enum attention_level level;
	int joined;
	when_ms since;    /* when it was said */
	when_ms next;     /* when it is repeated, if it is late then */
	bool here;        /* among the rows of now */
};

static void
row_release(struct plain_row *row)
{
	free(row->id);
	free(row->text);
	free(row->verb);
}

void
plain_said_release(struct plain_said *said)
{
	for (int i = 0; i < said->n_rows; i++)
		row_release(&said->rows[i]);
	free(said->rows);
	free(said->live);
	memset(said, 0, sizeof(*said));
}

static void
say(struct str *out, struct arena *a, const char *text)
{
	str_addf(out, "%s\n", text_safe(a, text, false));
}

/* ---- entries ----------------------------------------------------------- */

/*
 * "14:31Z note: mei: we know", with who wrote it where the words do not say
 * so.
 */
static void
say_entry(const struct incident *inc, const struct entry *e, when_ms now,
	struct str *out, struct arena *a)
{
	const char *words = words_entry(inc, e, a);
	const char *by = str_or(e->ev.by, "?");
	char at[WHEN_MAX];

	when_short(event_when(&e->ev), now, at);
	say(out, a, arena_printf(a, "%s %s: %s%s%s", at, words_tag(e), words,
		str_find(words, by) ? "" : ", by ", str_find(words, by) ? "" :
		by));
}

static void
say_entries(struct plain_said *said, const struct incident *inc, when_ms now,
	struct str *out)
{
	struct arena *a = arena_new(0);

	for (; said->seen < inc->n; said->seen++) {
		say_entry(inc, &inc->entries[said->seen], now, out, a);
		arena_reset(a);
	}
	arena_free(a);
}

/* ---- what needs somebody -------------------------------------------------- */

static struct plain_row *
find_row(struct plain_said *said, const char *id)
{
	for (int i = 0; i < said->n_rows; i++)
		if (!strcmp(said->rows[i].id, id))
			return &said->rows[i];
	return NULL;
}

static const char *
whole(const struct attention *row, struct arena *a)
{
	return *str_or(row->more, "") ? arena_printf(a, "%s, %s", row->text,
		row->more) : row->text;
}

static void
add_row(struct plain_said *said, const struct attention *row, when_ms now)
{
	said->rows = mem_grow(said->rows, (size_t)said->n_rows + 1,
		sizeof(*said->rows));
	said->rows[said->n_rows++] = (struct plain_row){
		.id = mem_dup(row->id), .text = mem_dup(row->text),
		.verb = mem_dup(row->verb), .level = row->level,
		.joined = row->joined, .since = now,
		.next = now + FIRST_REMINDER, .here = true,
	};
}

/* One row of now; true when it is news. */
static bool
take_row(struct plain_said *said, const struct attention *row, when_ms now)
{
	struct plain_row *old = find_row(said, row->id);
	bool news = !old || row->joined > old->joined ||
		row->level > old->level;

	if (!old) {
		add_row(said, row, now);
		return true;
	}
	old->here = true;
	old->joined = row->joined;
	old->level = row->level;
	if (strcmp(old->text, row->text) != 0) {
		free(old->text);
		old->text = mem_dup(row->text);
	}
	return news;
}

/* Whether another row says by now what this one did: due, then late. */
static bool
is_followed(const struct plain_said *said, const struct plain_row *gone)
{
	for (int i = 0; i < said->n_rows; i++)
		if (said->rows[i].here &&
		    !strcmp(said->rows[i].verb, gone->verb))
			return true;
	return false;
}

static void
drop_gone(struct plain_said *said, struct str *out, struct arena *a)
{
	int kept = 0;

	for (int i = 0; i < said->n_rows; i++)
		if (!said->rows[i].here && out &&
		    !is_followed(said, &said->rows[i]))
			say(out, a, arena_printf(a, "DONE: %s",
				said->rows[i].text));
	for (int i = 0; i < said->n_rows; i++) {
		if (said->rows[i].here)
			said->rows[kept++] = said->rows[i];
		else
			row_release(&said->rows[i]);
	}
	said->n_rows = kept;
}

static void
say_rows(struct plain_said *said, const struct attention_list *list,
	when_ms now, struct str *out, struct arena *a)
{
	for (int i = 0; i < said->n_rows; i++)
		said->rows[i].here = false;
	for (int i = 0; i < list->n; i++)
		if (take_row(said, &list->v[i], now))
			say(out, a, arena_printf(a, "NOW: %s",
				whole(&list->v[i], a)));
	drop_gone(said, out, a);
}

/* What is late for 5, 10, 20 ... minutes is said again, in one line. */
static void
remind(struct plain_said *said, const struct attention_list *list,
	when_ms now, struct str *out, struct arena *a)
{
	const char *line = NULL;

	if (said->reminded && now - said->reminded < WHEN_MINUTE)
		return;
	for (int i = 0; i < list->n; i++) {
		struct plain_row *row = find_row(said, list->v[i].id);

		if (!row || row->level != LEVEL_BAD || now < row->next)
			continue;
		row->next = now + (now - row->since);
		line = line ? arena_printf(a, "%s; %s", line,
			whole(&list->v[i], a)) :
			arena_printf(a, "STILL: %s", whole(&list->v[i], a));
	}
	if (!line)
		return;
	said->reminded = now;
	say(out, a, line);
}

void
plain_news(struct plain_said *said, const struct incident *inc,
	const char *who, when_ms now, struct str *out)
{
	struct arena *a = arena_new(0);
	struct attention_list list = attention_of(inc, who, now, a);

	say_entries(said, inc, now, out);
	say_rows(said, &list, now, out, a);
	remind(said, &list, now, out, a);
	arena_free(a);
}

/* ---- the beginning ---------------------------------------------------------- */

static void
say_command(const struct incident *inc, when_ms now, struct str *out,
	struct arena *a)
{
	const struct command *c = &inc->command;
	char span[WHEN_MAX];

	if (!incident_live(inc))
		return;
	if (*c->holder)
		say(out, a, arena_printf(a, "%s is in command for %s.",
			c->holder, when_span(now - c->since, span)));
	else
		say(out, a, "Nobody is in command.");
}

void
plain_begin(struct plain_said *said, const struct incident *inc,
	const char *who, when_ms now, struct str *out)
{
	struct arena *a = arena_new(0);
	struct attention_list list = attention_of(inc, who, now, a);
	char name[16], span[WHEN_MAX];

	say(out, a, arena_printf(a, "%s: %s. Severity %d, stage %s for %s%s.",
		incident_name(inc->number, name), inc->title, inc->severity,
		stage_rows[inc->stage].name,
		when_span(now - inc->stage_since, span), inc->closed ?
		", closed" : inc->all_clear ? ", after All Clear" : ""));
	say_command(inc, now, out, a);
	if (*inc->scope)
		say(out, a, arena_printf(a, "Scope: %s", inc->scope));
	say(out, a, words_customers_line(inc, now, a));
	said->seen = inc->n;
	say_rows(said, &list, now, out, a);
	arena_free(a);
}

/* ---- the store, and other incidents ------------------------------------------- */

void
plain_signal(struct plain_said *said, const struct plain_signal *s,
	struct str *out)
{
	bool lost = s->back || s->age > s->stale;
	struct arena *a;
	char span[WHEN_MAX];

	if (lost == said->lost)
		return;
	said->lost = lost;
	a = arena_new(0);
	if (s->back)
		say(out, a, "STORE WENT BACK: what was said here is not in the"
			" store any more; nothing is written.");
	else if (lost)
		say(out, a, arena_printf(a, "NO SIGNAL for %s%s%s: what was"
			" said may be out of date.", when_span(s->age, span),
			s->why ? ", " : "", s->why ? s->why : ""));
	else
		say(out, a, "The signal is back.");
	arena_free(a);
}

static bool
is_named(const struct plain_said *said, uint32_t number)
{
	for (int i = 0; i < said->n_live; i++)
		if (said->live[i] == number)
			return true;
	return false;
}

void
plain_board(struct plain_said *said, const struct summary *rows, int n,
	uint32_t open, struct str *out)
{
	struct arena *a = arena_new(0);
	char name[16];

	for (int i = 0; i < n; i++) {
		const struct summary *s = &rows[i];

		if (!summary_live(s) || is_named(said, s->number))
			continue;
		said->live = mem_grow(said->live, (size_t)said->n_live + 1,
			sizeof(*said->live));
		said->live[said->n_live++] = s->number;
		if (s->number == open)
			continue;
		incident_name(s->number, name);
		say(out, a, arena_printf(a, "LIVE: %s, severity %d: %s. `open"
			" %s` goes there.", name, s->severity, s->restricted ?
			"restricted" : s->title, name));
	}
	arena_free(a);
}
