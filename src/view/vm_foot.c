/*
 * The status line: what is typed, what just happened, what is about to leave,
 * and at its right the other incidents that are live.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/words.h"

#include <string.h>

enum {
	GAP_W = 20, /* columns of a screen that affords a blank at its edge */
};

#define SENDING_AFTER 100 /* ms until the line says that it waits */

/* ---- typing ---------------------------------------------------------- */

/* Bytes of @safe to leave out so that what stands at column @at is in view. */
static size_t
scroll_edit(const char *safe, int at, int room)
{
	size_t from = 0;
	int gone = 0;

	while (at - gone > room && safe[from]) {
		gone = text_width(safe) - text_width(safe + from);
		from = text_next(safe, from);
	}
	return from;
}

/* A line that is typed into, scrolled so that its cursor is seen. */
static void
put_edit(struct vm_make *m, struct vm_line *l, const char *mark,
	const struct line_edit *e)
{
	const char *text = str_get(&e->text);
	const char *safe = text_safe(m->a, text, false);
	int at = text_width(text_safe(m->a, arena_dupn(m->a, text, e->at),
		false));
	size_t from;

	vm_put(m->a, l, STYLE_ACCENT_BOLD, mark);
	from = scroll_edit(safe, at, m->in->w - 1 - l->end);
	at -= text_width(safe) - text_width(safe + from);
	m->vm->cursor_x = l->end + at < m->in->w ? l->end + at :
		m->in->w - 1;
	m->vm->cursor_y = m->in->h - 1;
	vm_put(m->a, l, STYLE_BOLD, safe + from);
}

static void
put_hint(struct vm_make *m, struct vm_line *l, const char *hint)
{
	if (!*hint || l->end + 4 > m->in->w)
		return;
	vm_tab(l, l->end + 3);
	vm_put(m->a, l, STYLE_DIM, hint);
}

/* Between two things; before the first one where there is room. */
static void
put_gap(struct vm_make *m, struct vm_line *l)
{
	vm_tab(l, l->end > 0 ? l->end + 2 : m->in->w >= GAP_W);
}

/* ---- what is about to leave ------------------------------------------ */

static bool
is_mine(const struct vm_make *m, const struct message *msg)
{
	const struct entry *e = incident_entry(m->inc, msg->n);

	return e && str_same(str_or(e->ev.by, ""), m->s->who);
}

/*
 * The first message that still can be taken back, one's own before others';
 * NULL when none can.
 */
static const struct message *
find_leaving(const struct vm_make *m, int *n)
{
	const struct message *first = NULL;

	*n = 0;
	if (!m->inc || m->inc->merged_into)
		return NULL;
	for (int i = m->inc->n_messages - 1; i >= 0; i--) {
		const struct message *msg = &m->inc->messages[i];

		if (msg->told != WHEN_NONE || clock_left(m->inc, msg, m->now))
			continue;
		if (!first || is_mine(m, msg) || !is_mine(m, first))
			first = msg;
		(*n)++;
	}
	return first;
}

static void
put_leaving(struct vm_make *m, struct vm_line *l)
{
	int n;
	const struct message *msg = find_leaving(m, &n);
	const struct entry *e = msg ? incident_entry(m->inc, msg->n) : NULL;
	when_ms left;

	if (!e)
		return;
	left = msg->at + numbers_get(&m->inc->numbers, NUM_TAKE_BACK, 1) -
		m->now;
	put_gap(m, l);
	vm_putf(m->a, l, STYLE_ACCENT_BOLD, "%s%s in %d s",
		words_message_name(m->inc, msg->n, m->a), n > 1 ?
		arena_printf(m->a, " and %d more go out", n - 1) :
		" goes out",
		(int)((left + WHEN_SECOND - 1) / WHEN_SECOND));
	vm_tab(l, l->end + 2);
	if (vm_writes(m->in) && is_mine(m, msg))
		vm_put(m->a, l, STYLE_DIM,
			"u takes it back" DOT "Enter sends now");
	else
		vm_putf(m->a, l, STYLE_DIM, "by %s", str_or(e->ev.by, "?"));
}

/* ---- what happened ---------------------------------------------------- */

static void
put_said(struct vm_make *m, struct vm_line *l)
{
	const struct screen *s = m->s;
	int64_t age = m->in->mono - s->said_at;

	if (!screen_says(s, m->in->mono))
		return;
	if (s->said == SAID_SENDING && age < SENDING_AFTER)
		return;
	put_gap(m, l);
	if (s->said == SAID_ERROR)
		vm_put(m->a, l, STYLE_ERROR, s->saying);
	else if (s->said == SAID_SENDING && age >= WHEN_SECOND)
		vm_putf(m->a, l, STYLE_WARN, "%s %s", s->saying,
			vm_span_of(m, age));
	else
		vm_put(m->a, l, s->said == SAID_SENDING ? STYLE_DIM :
			STYLE_STATUS, s->saying);
}

static void
put_store_error(struct vm_make *m, struct vm_line *l)
{
	when_ms age;

	if (!m->in->store_error || !vm_stale(m, &age))
		return;
	put_gap(m, l);
	vm_put(m->a, l, STYLE_ERROR, m->in->store_error);
}

/* ---- other incidents -------------------------------------------------- */

static void
put_other(struct vm_make *m, struct vm_line *l)
{
	int n;
	const struct summary *s = m->inc ? vm_other(m, &n) : NULL;
	enum attention_level level;
	struct vm_line right = {0};
	const char *worst;
	char name[16];

	if (!s)
		return;
	worst = vm_summary_worst(m, s, &level);
	vm_put(m->a, &right, STYLE_DIM, "also live: ");
	vm_putf(m->a, &right, STYLE_TEXT, "%s SEV%d",
		incident_name(s->number, name), s->severity);
	if (!s->restricted)
		vm_putf(m->a, &right, STYLE_DIM, " %s",
			stage_rows[s->stage].name);
	if (*worst)
		vm_putf(m->a, &right, level == LEVEL_BAD ? STYLE_BAD :
			STYLE_DIM, ", %s", worst);
	if (n > 1)
		vm_putf(m->a, &right, STYLE_DIM, DOT "+%d more", n - 1);
	if (!l->end)
		vm_tab(l, 1);
	if (l->end + 2 + 24 > m->in->w && l->end > 1)
		return;
	vm_clip(m->a, &right, m->in->w - l->end - (l->end > 1 ? 3 : 1));
	if (l->end == 1)
		vm_join(m->a, l, 1 + right.end, &right);
	else
		vm_join(m->a, l, m->in->w - 1, &right);
}

/* ---- the line --------------------------------------------------------- */

bool
vm_status_wanted(const struct vm_make *m)
{
	const struct screen *s = m->s;
	int n;

	return s->prompt || s->search || screen_says(s, m->in->mono) ||
		(!s->past.n && find_leaving(m, &n) != NULL);
}

void
vm_status(struct vm_make *m, struct vm_line *l)
{
	const struct screen *s = m->s;
	int w = m->in->w;

	if (s->prompt) {
		put_edit(m, l, ":", &s->line);
		put_hint(m, l, screen_says(s, m->in->mono) ? s->saying :
			s->hint);
	} else if (s->search) {
		put_edit(m, l, "/", &s->find);
		put_hint(m, l, screen_says(s, m->in->mono) ? s->saying :
			"Up and Down walk the hits, Esc leaves");
	} else {
		vm_tab(l, (m->in->practice || m->in->read_only) && w > 20);
		vm_badges(m, l);
		if (l->end)
			l->end--;
		if (s->said == SAID_ERROR)
			put_said(m, l);
		put_leaving(m, l);
		if (s->said != SAID_ERROR)
			put_said(m, l);
		put_store_error(m, l);
		vm_clip(m->a, l, w);
		put_other(m, l);
	}
	vm_clip(m->a, l, w);
}
