/*
 * For you: what needs the person at the keys, worst first, and below it what
 * the stage still asks before the next one.
 */
#include "view/keys_now.h"
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/rules.h"

#include <string.h>

enum {
	MORE_MIN = 12,    /* columns that an age may take from its text */
	CHECKLIST_H = 50, /* rows of a screen that has room for all of it */
	FIXED_H = 4,      /* rows from which on the worst one does not scroll */
};

/* Whether who is at the keys may do what only staff may. */
static bool
leads(const struct vm_make *m)
{
	const struct incident *inc = m->inc;
	const char *who = m->s->who;

	if (incident_live(inc))
		return !*inc->command.holder || !*who ||
			incident_commands(inc, who) ||
			incident_deputizes(inc, who);
	return !*inc->review.owner || !*who ||
		str_same(inc->review.owner, who);
}

/* ---- one row -------------------------------------------------------- */

static void
put_mark(struct vm_make *m, struct vm_line *l, enum attention_level level)
{
	static const struct { enum style style; const char *mark; } marks[] = {
		[LEVEL_INFO] = {STYLE_DIM, "\u00b7 "},
		[LEVEL_WARN] = {STYLE_WARN, "\u2022 "},
		[LEVEL_BAD] = {STYLE_BAD_BOLD, "! "},
	};

	vm_put(m->a, l, marks[level].style, marks[level].mark);
}

/* The age alone, of "4m · the drain is limited". */
static const char *
first_part(struct vm_make *m, const char *more)
{
	const char *dot = strstr(more, DOT);

	return dot ? arena_dupn(m->a, more, (size_t)(dot - more)) : more;
}

static enum style
row_style(const struct attention *row)
{
	return strstr(str_or(row->more, ""), "LATE") ? STYLE_BAD : STYLE_DIM;
}

/* What it is about gives way to how late it is, which must be seen. */
static void
put_said(struct vm_make *m, struct vm_line *l, const struct attention *row,
	int edge)
{
	struct vm_line more = {0};
	const char *all = text_safe(m->a, str_or(row->more, ""), false);
	int room;

	vm_put(m->a, l, STYLE_TEXT, row->text);
	if (!*all) {
		vm_clip(m->a, l, edge);
		return;
	}
	room = edge - l->end - 2;
	more.cut = text_width(all) > room;
	vm_put(m->a, &more, row_style(row), more.cut ? first_part(m, all) :
		all);
	/* How late something is goes before what; what is no age does not. */
	if (more.end > room && more.end > MORE_MIN) {
		l->cut = true;
		vm_clip(m->a, l, edge);
		return;
	}
	vm_clip(m->a, l, edge - more.end - 2);
	vm_tab(l, l->end + 2);
	vm_join(m->a, l, l->end + more.end, &more);
	vm_clip(m->a, l, edge);
}

/* The same in full, in as many lines as it takes. */
static void
put_wrapped(struct vm_make *m, struct vm_pane *p, const struct attention *row,
	int edge)
{
	struct vm_block block = {2, edge, STYLE_TEXT};

	vm_wrap(m->a, p, &p->lines[p->n - 1], &block, row->text);
	block.style = row_style(row);
	vm_tail(m->a, p, &p->lines[p->n - 1], &block, row->more);
}

/*
 * The key that a row names.  Enter opens another incident, for whoever only
 * reads, too; but not while it would let a message go.
 */
static const char *
key_of(const struct vm_make *m, const struct attention *row)
{
	const char *key = str_or(row->key, "");

	if (!strcmp(key, "Enter"))
		return now_leaving(m->in) ? "" : key;
	return vm_writes(m->in) ? key : "";
}

/* Writes a row; in one line unless @whole. */
static void
put_row(struct vm_make *m, struct vm_pane *p, const struct attention *row,
	bool whole)
{
	struct vm_line *l = vm_pane_line(m->a, p);
	const char *key = key_of(m, row);
	int edge = vm_pane_w(p) - text_width(key) - 1;
	int first = p->n - 1;

	l->id = row->id;
	l->late = row->level == LEVEL_BAD;
	put_mark(m, l, row->level);
	if (whole)
		put_wrapped(m, p, row, edge);
	else
		put_said(m, l, row, edge);
	if (*key)
		vm_right(m->a, &p->lines[first], vm_pane_w(p),
			STYLE_ACCENT_BOLD, key);
}

/* ---- all rows -------------------------------------------------------- */

/* The rows in order, those of other incidents among them. */
struct rows {
	struct attention *v;
	int n;
};

/* Another live incident that nobody commands concerns everyone. */
static void
add_others(struct vm_make *m, struct rows *rows)
{
	for (int i = 0; i < m->in->n_board; i++) {
		const struct summary *s = &m->in->board[i];
		struct attention *row = &rows->v[rows->n];
		char name[16];

		if (!summary_live(s) || *str_or(s->commander, ""))
			return; /* by rank: those come first */
		if (s->number == m->inc->number)
			continue;
		*row = (struct attention){.level = LEVEL_BAD, .key = "Enter"};
		row->id = arena_printf(m->a, "inc:%lu",
			(unsigned long)s->number);
		row->text = arena_printf(m->a, "%s SEV%d has no commander",
			incident_name(s->number, name), s->severity);
		row->more = s->restricted ? "" : str_or(s->title, "");
		rows->n++;
	}
}

/* Texts of this person that were put aside wait for them, too. */
static void
add_parked(struct vm_make *m, struct rows *rows)
{
	const struct parked *one = NULL;

	while ((one = parking_of(&m->s->parking, m->s->who, m->inc->number,
	    one)))
		rows->v[rows->n++] = (struct attention){
			.level = LEVEL_INFO, .text = parked_name(one),
			.key = parked_key(one),
			.id = arena_printf(m->a, "parked:%d", one->id),
			.more = arena_printf(m->a, "parked %s ago",
				vm_span_of(m, m->now - one->form.parked)),
		};
}

static struct rows
find_rows(struct vm_make *m)
{
	size_t most = (size_t)(m->att.n + m->in->n_board +
		m->s->parking.n + 1);
	struct rows rows = {.v = arena_alloc(m->a, most * sizeof(*rows.v))};
	bool past = m->s->past.n > 0;
	bool others = past; /* what is of now is no part of the past */

	for (int i = 0; i < m->att.n; i++) {
		if (!others && m->att.v[i].sort > ATT_OFFERED) {
			add_others(m, &rows);
			others = true;
		}
		rows.v[rows.n++] = m->att.v[i];
	}
	if (!others)
		add_others(m, &rows);
	if (!past)
		add_parked(m, &rows);
	return rows;
}

/* Lines that a row takes in full. */
static int
row_lines(struct vm_make *m, const struct vm_pane *p,
	const struct attention *row)
{
	struct vm_pane try = {.r = p->r, .bare = p->bare};

	put_row(m, &try, row, true);
	return try.n;
}

/* Writes all rows into @h lines if they fit: the worst ones in full first. */
static void
put_rows(struct vm_make *m, struct vm_pane *p, int h)
{
	struct rows rows = find_rows(m);
	int spare = h - rows.n;

	for (int i = 0; i < rows.n; i++) {
		int more = spare > 0 ? row_lines(m, p, &rows.v[i]) - 1 : 1;

		put_row(m, p, &rows.v[i], more <= spare);
		spare -= more <= spare ? more : 0;
	}
	if (!rows.n)
		vm_put(m->a, vm_pane_line(m->a, p), STYLE_DIM,
			"nothing waits for you");
}

/* ---- the next stage ------------------------------------------------- */

struct next {
	struct criterion c[CRITERIA_MAX];
	int n, unmet;
	const char *key, *name;
};

/* What comes after this stage; false when nothing does, or not for us. */
static bool
find_next(struct vm_make *m, struct next *next)
{
	const struct incident *inc = m->inc;
	enum call call = rules_next_call(inc);

	if (inc->closed || !leads(m))
		return false;
	next->n = rules_criteria(inc, inc->stage, next->c);
	next->unmet = 0;
	for (int i = 0; i < next->n; i++)
		next->unmet += !next->c[i].met;
	next->key = ">";
	if (inc->stage + 1 == STAGE_COUNT) {
		next->key = ":";
		next->name = "close";
	} else if (call && stage_rows[inc->stage].ended_by == call) {
		next->key = "!";
		next->name = call_name(call);
	} else {
		next->name = stage_rows[inc->stage + 1].name;
	}
	return true;
}

static const char *
say_unmet(struct vm_make *m, const struct criterion *c)
{
	int open = 0;

	if (strcmp(c->id, "needs") != 0)
		return c->text;
	for (int i = 0; i < m->inc->n_needs; i++)
		open += m->inc->needs[i].state == NEED_OPEN;
	return arena_printf(m->a, open == 1 ? "%d need is open" :
		"%d needs are open", open);
}

static void
put_next(struct vm_make *m, struct vm_pane *p, const struct next *next,
	bool list)
{
	struct vm_line *l = vm_pane_line(m->a, p);
	const char *before = "";

	vm_putf(m->a, l, STYLE_ACCENT_BOLD, "%s ", next->key);
	vm_put(m->a, l, STYLE_BOLD, next->name);
	vm_tab(l, l->end + 2);
	if (!next->unmet)
		vm_put(m->a, l, STYLE_GOOD, "\u2713 ready");
	else if (list)
		vm_putf(m->a, l, STYLE_DIM, "%d of %d met",
			next->n - next->unmet, next->n);
	for (int i = 0; i < next->n && !list; i++) {
		if (next->c[i].met)
			continue;
		vm_putf(m->a, l, STYLE_DIM, "%s%s", before,
			say_unmet(m, &next->c[i]));
		before = ", ";
	}
	vm_clip(m->a, l, vm_pane_w(p));
	for (int i = 0; i < next->n && list; i++) {
		bool met = next->c[i].met;

		l = vm_pane_line(m->a, p);
		vm_put(m->a, l, met ? STYLE_GOOD : STYLE_DIM,
			met ? "  \u2713 " : "  \u25cb ");
		vm_put(m->a, l, met ? STYLE_DIM : STYLE_TEXT, met ?
			next->c[i].text : say_unmet(m, &next->c[i]));
		vm_clip(m->a, l, vm_pane_w(p));
	}
}

/* ---- the pane ------------------------------------------------------- */

static void
set_frame(struct vm_make *m, struct vm_pane *p)
{
	int rows = find_rows(m).n;

	p->title = "For you";
	if (!*m->s->who)
		p->title = *str_or(m->att.for_whom, "") ?
			arena_printf(m->a, "For %s", m->att.for_whom) :
			"For everyone";
	p->right = arena_printf(m->a, "%d", rows);
	if (m->att.snoozed)
		p->right = arena_printf(m->a, "%d" DOT "%d snoozed", rows,
			m->att.snoozed);
}

int
vm_attention_lines(struct vm_make *m, int w)
{
	struct vm_pane p = {.r = {0, 0, 0, w}, .bare = true};
	struct next next;

	put_rows(m, &p, INT16_MAX);
	if (!find_next(m, &next))
		return p.n;
	return p.n + (m->in->h < CHECKLIST_H ? 1 : 2 + next.n);
}

/* What the stage still asks, in one line or, with room for it, as a list. */
static void
put_tail(struct vm_make *m, struct vm_pane *tail, int h, int used)
{
	struct next next;

	if (h < 2 || !find_next(m, &next) || (h < 4 && used >= h))
		return; /* the worst rows are worth more */
	put_next(m, tail, &next, h - used > next.n);
}

/* The worst row stays at the top, whatever is looked at below it. */
static void
fix_worst(struct vm_pane *p, int h)
{
	while (p->fixed < p->n && p->lines[p->fixed].id &&
	    !strcmp(p->lines[p->fixed].id, p->lines[0].id))
		p->fixed++;
	if (p->fixed > h / 2)
		p->fixed = 0;
}

void
vm_attention(struct vm_make *m, struct vm_pane *p)
{
	int h = vm_pane_h(p);
	struct vm_pane tail = {.r = p->r, .bare = p->bare};
	struct next next;

	set_frame(m, p);
	put_rows(m, p, h - find_next(m, &next));
	put_tail(m, &tail, h, p->n);
	if (h - tail.n >= FIXED_H)
		fix_worst(p, h - tail.n);
	vm_window(m, p, h - tail.n);
	if (tail.n && p->n + tail.n < h)
		vm_pane_line(m->a, p);
	for (int i = 0; i < tail.n; i++)
		*vm_pane_line(m->a, p) = tail.lines[i];
}
