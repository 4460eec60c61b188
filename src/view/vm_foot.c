/*
 * The status line: what is typed, what just happened, what is about to leave,
 * and at its right the other incidents that are live.  More than fits one
 * line takes the key bar's, and if need be rows of the panes.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/words.h"
#include "view/search.h"

#include <string.h>

enum {
	GAP_W = 20, /* columns of a screen that affords a blank at its edge */
};

#define UNDO "u takes it back"
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
	const struct line_edit *e, enum style style)
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
	vm_put(m->a, l, style, safe + from);
}

static void
put_hint(struct vm_make *m, struct vm_line *l, const char *hint)
{
	if (!*hint || l->end + 4 > m->in->w)
		return;
	vm_tab(l, l->end + 3);
	vm_put(m->a, l, STYLE_DIM, hint);
}

/* Where the search stands: at which hit, and what else can be done. */
static void
put_search(struct vm_make *m, struct vm_line *l)
{
	bool none;
	const char *says = search_says(m->s, m->inc, m->a, &none);

	if (*says) {
		vm_tab(l, l->end + 3);
		vm_put(m->a, l, none ? STYLE_ERROR : STYLE_ACCENT_BOLD, says);
	}
	if (m->s->said == SAID_ERROR && !none)
		put_hint(m, l, m->s->saying);
	else
		put_hint(m, l, none ? "Esc goes back" : *says ? "Up Down walk" DOT "Enter stays" DOT
			"Esc goes back" : "text, a name, #215" DOT
			"Esc goes back");
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
	/* What left long ago is not counted down again in the past. */
	if (!m->inc || m->inc->merged_into || m->s->past.n)
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

/* ---- parts of the line ------------------------------------------------ */

/* What is said, in the order in which it is; each wraps where it must. */
enum part { PART_SAID, PART_LEAVES, PART_HINT, PART_STORE, PARTS };

struct parts {
	const char *text[PARTS]; /* "" nothing */
	enum style style[PARTS];
};

static void
add_leaving(struct vm_make *m, struct parts *parts)
{
	int n;
	const struct message *msg = find_leaving(m, &n);
	const struct entry *e = msg ? incident_entry(m->inc, msg->n) : NULL;
	when_ms left;

	if (!e)
		return;
	left = msg->at + numbers_get(&m->inc->numbers, NUM_TAKE_BACK, 1) -
		m->now;
	parts->style[PART_LEAVES] = STYLE_ACCENT_BOLD;
	parts->text[PART_LEAVES] = arena_printf(m->a, "%s%s in %d s",
		words_message_name(m->inc, msg->n, m->a), n > 1 ?
		arena_printf(m->a, " and %d more go out", n - 1) :
		" goes out",
		(int)((left + WHEN_SECOND - 1) / WHEN_SECOND));
	parts->style[PART_HINT] = STYLE_DIM;
	/* Over the panes these two keys are a form's. */
	parts->text[PART_HINT] = vm_writes(m->in) && is_mine(m, msg) &&
		m->s->over == OVER_NONE ?
		UNDO DOT "Enter sends now" : arena_printf(m->a, "by %s",
			str_or(e->ev.by, "?"));
}

/* What the key bar says, too, does not push it away. */
static void
shorten_hint(struct parts *parts, int room)
{
	const char **hint = &parts->text[PART_HINT];
	const char *said = parts->text[PART_SAID];

	room -= text_width(parts->text[PART_LEAVES]) + 2;
	if (str_starts(*hint, UNDO) && text_width(*hint) > room -
	    (*said ? text_width(said) + 2 : 0))
		*hint = UNDO;
	if (text_width(*hint) > room)
		*hint = "";
}

static void
add_said(struct vm_make *m, struct parts *parts)
{
	const struct screen *s = m->s;
	int64_t age = m->in->mono - s->said_at;

	if (!screen_says(s, m->in->mono))
		return;
	if (s->said == SAID_SENDING && age < SENDING_AFTER)
		return;
	parts->text[PART_SAID] = s->saying;
	parts->style[PART_SAID] = s->said == SAID_ERROR ? STYLE_ERROR :
		s->said == SAID_SENDING ? STYLE_DIM :
		s->said == SAID_NEWS ? STYLE_WARN : STYLE_STATUS;
	if (s->said == SAID_SENDING && age >= WHEN_SECOND) {
		parts->style[PART_SAID] = STYLE_WARN;
		parts->text[PART_SAID] = arena_printf(m->a, "%s %s",
			s->saying, vm_span_of(m, age));
	}
}

static struct parts
find_parts(struct vm_make *m)
{
	struct parts out = {.text = {"", "", "", ""}};
	when_ms age;

	add_said(m, &out);
	add_leaving(m, &out);
	if (m->in->store_error && vm_stale(m, &age)) {
		out.text[PART_STORE] = m->in->store_error;
		out.style[PART_STORE] = STYLE_ERROR;
	}
	return out;
}

/* ---- other incidents -------------------------------------------------- */

/* What is left out of the other incident where there is no room. */
enum { OTHER_ALL, OTHER_STAGE, OTHER_WORST, OTHER_LEAST, OTHER_LEVELS };

static struct vm_line
say_other(struct vm_make *m, const struct summary *s, int n, int level)
{
	enum attention_level bad;
	const char *worst = vm_summary_worst(m, s, &bad);
	struct vm_line l = {0};
	char name[16];

	vm_put(m->a, &l, STYLE_DIM, level < OTHER_LEAST ? "also live: " :
		"also ");
	vm_put(m->a, &l, STYLE_TEXT, incident_name(s->number, name));
	if (level < OTHER_LEAST)
		vm_putf(m->a, &l, STYLE_TEXT, " SEV%d", s->severity);
	if (!s->restricted && level < OTHER_STAGE)
		vm_putf(m->a, &l, STYLE_DIM, " %s",
			stage_rows[s->stage].name);
	if (*worst && level < OTHER_WORST)
		vm_putf(m->a, &l, bad == LEVEL_BAD ? STYLE_BAD : STYLE_DIM,
			", %s", worst);
	if (n > 1)
		vm_putf(m->a, &l, STYLE_DIM, DOT "+%d more", n - 1);
	return l;
}

/* Behind what is said, at the right; alone at the left. */
static void
put_other(struct vm_make *m, struct vm_line *l)
{
	int n, w = m->in->w, level = 0;
	/* A replay is of one incident, and the same whatever else is live. */
	const struct summary *s = m->inc && !m->s->past.replay ?
		vm_other(m, &n) : NULL;
	int room = w - l->end - (l->end > 1 ? 3 : 1);
	struct vm_line right;

	if (!s)
		return;
	do
		right = say_other(m, s, n, level++);
	while (right.end > room && level < OTHER_LEVELS);
	if (right.end > room && l->end > 1)
		return;
	vm_clip(m->a, &right, room);
	vm_join(m->a, l, l->end <= 1 ? l->end + right.end : w - 1, &right);
}

/* ---- the lines -------------------------------------------------------- */

bool
vm_status_wanted(const struct vm_make *m)
{
	const struct screen *s = m->s;
	int n;

	return s->prompt || s->search || screen_says(s, m->in->mono) ||
		find_leaving(m, &n) != NULL;
}

/* DRILL and READ-ONLY, and the column behind them. */
static int
put_badges(struct vm_make *m, struct vm_line *l)
{
	int w = m->in->w;

	vm_tab(l, w >= GAP_W);
	vm_badges(m, l);
	if (l->n)
		l->end--;
	return l->n ? l->end + 2 : l->end;
}

/* What is typed has the line for itself. */
static bool
put_typed(struct vm_make *m, struct vm_pane *p)
{
	struct vm_line *l = &p->lines[0];

	if (m->s->prompt) {
		put_edit(m, l, ":", &m->s->line, STYLE_BOLD);
		put_hint(m, l, screen_says(m->s, m->in->mono) ?
			m->s->saying : m->lay.foot < 2 ? m->s->hint : "");
	} else if (m->s->search) {
		put_edit(m, l, "/", &m->s->find, m->s->find_kept ?
			STYLE_MATCH : STYLE_BOLD);
		put_search(m, l);
	} else {
		return false;
	}
	vm_clip(m->a, l, m->in->w);
	return true;
}

/* Adds a part behind what stands there; as a block of its own if it wraps. */
static void
put_part(struct vm_make *m, struct vm_pane *p, int indent,
	const struct vm_span *part)
{
	struct vm_block block = {indent, m->in->w - 1, part->style};
	struct vm_line *l = &p->lines[p->n - 1];

	if (!*part->text)
		return;
	if (l->n)
		vm_tail(m->a, p, l, &block, part->text);
	else
		vm_wrap(m->a, p, l, &block, part->text);
}

/*
 * The status lines, into @p: one unless there is more to say.  The badges
 * stand in the last one, where everything else is in line with them.
 */
void
vm_status(struct vm_make *m, struct vm_pane *p, int most)
{
	struct vm_line badges = {0};
	int indent = put_badges(m, &badges);
	struct parts parts = find_parts(m);
	struct vm_line *l = vm_pane_line(m->a, p);

	if (put_typed(m, p))
		return;
	shorten_hint(&parts, m->in->w - 1 - indent);
	vm_tab(l, indent);
	for (int i = 0; i < PARTS; i++) {
		put_part(m, p, indent, &(struct vm_span){
			.style = parts.style[i], .text = parts.text[i],
		});
		/* What leaves keeps a line, however much is said. */
		if (i == PART_SAID && *parts.text[PART_LEAVES])
			vm_cut_lines(m->a, p, most - 1, m->in->w);
	}
	vm_cut_lines(m->a, p, most, m->in->w);
	l = &p->lines[p->n - 1];
	for (int i = 0; i < l->n; i++) {
		vm_tab(&badges, l->spans[i].x);
		vm_put(m->a, &badges, l->spans[i].style, l->spans[i].text);
	}
	*l = badges;
	put_other(m, l);
	for (int i = 0; i < p->n; i++)
		vm_clip(m->a, &p->lines[i], m->in->w);
}
