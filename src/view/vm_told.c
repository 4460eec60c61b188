/*
 * Told: what customers know and what the company knows, in the words that
 * they were last told it.
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "model/words.h"

enum { INDENT = 2 };

/* The entry of the last word that customers had; NULL when there was none. */
static const struct entry *
last_word(const struct incident *inc)
{
	if (inc->customers.told == WHEN_NONE)
		return NULL;
	for (uint32_t n = inc->n; n > 0; n--) {
		const struct entry *e = incident_entry(inc, n);

		if (e->ev.kind == KIND_TOLD && !e->withdrawn_by &&
		    event_when(&e->ev) == inc->customers.told)
			return e;
	}
	return NULL;
}

/* Whom it was told, and below it how and what: one row. */
static void
put_head(struct vm_make *m, struct vm_pane *p, const char *whom,
	const char *id)
{
	struct vm_line *l;

	if (p->n)
		vm_pane_line(m->a, p);
	l = vm_pane_line(m->a, p);
	l->id = id;
	vm_put(m->a, l, STYLE_BOLD, whom);
}

static void
put_how(struct vm_make *m, struct vm_pane *p, enum style style,
	const char *how)
{
	struct vm_block block = {INDENT, vm_pane_w(p), style};

	vm_tail(m->a, p, &p->lines[p->n - 1], &block, how);
}

static void
put_words(struct vm_make *m, struct vm_pane *p, const char *text)
{
	struct vm_block block = {INDENT, vm_pane_w(p), STYLE_TEXT};
	const char *id = p->lines[p->n - 1].id;
	struct vm_line *l;

	if (!*str_or(text, ""))
		return;
	l = vm_pane_line(m->a, p);
	l->id = id;
	vm_tab(l, INDENT);
	vm_wrap(m->a, p, l, &block, text);
}

/* "14:05Z by mei · status page" */
static const char *
say_how(struct vm_make *m, when_ms when, const char *by, const char *through)
{
	return arena_printf(m->a, "%s%s%s%s%s", vm_clock(m, when),
		*str_or(by, "") ? " by " : "", str_or(by, ""),
		*str_or(through, "") ? DOT : "", str_or(through, ""));
}

static void
put_customers(struct vm_make *m, struct vm_pane *p)
{
	const struct customers *c = &m->inc->customers;
	const struct entry *e = last_word(m->inc);

	put_head(m, p, "Customers", e ? vm_row_id(m->a, "entry:", e->ev.n) :
		NULL);
	if (c->told == WHEN_NONE) {
		put_how(m, p, STYLE_DIM, c->affected == AFFECTED_NO ?
			"not affected" : "nothing yet");
		return;
	}
	put_how(m, p, STYLE_DIM, say_how(m, c->told, c->by, c->through));
	put_words(m, p, c->text);
}

static void
put_message(struct vm_make *m, struct vm_pane *p, const struct message *msg)
{
	const struct entry *e = incident_entry(m->inc, msg->n);

	put_head(m, p, "Company", vm_row_id(m->a, "entry:", msg->n));
	if (msg->told != WHEN_NONE)
		put_how(m, p, STYLE_DIM, say_how(m, msg->told, e->ev.by,
			msg->through));
	else if (clock_left(m->inc, msg, m->now))
		put_how(m, p, STYLE_WARN, "has reached nobody yet");
	else
		put_how(m, p, STYLE_DIM, "about to leave");
	put_words(m, p, msg->text);
}

/* What the company knows, and before it what it has not heard yet. */
static void
put_company(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;
	int i = inc->n_messages - 1, last = i;

	while (i >= 0 && inc->messages[i].told == WHEN_NONE)
		i--;
	if (last > i)
		put_message(m, p, &inc->messages[last]);
	if (i >= 0)
		put_message(m, p, &inc->messages[i]);
	if (last >= 0)
		return;
	put_head(m, p, "Company", NULL);
	put_how(m, p, STYLE_DIM, "nothing yet");
}

static void
set_frame(struct vm_make *m, struct vm_pane *p)
{
	int words = m->inc->customers.words, sent = m->inc->n_messages;

	p->right = arena_printf(m->a, "customers %d" DOT "company %d", words,
		sent);
}

void
vm_told(struct vm_make *m, struct vm_pane *p)
{
	if (!m->inc->declared)
		return;
	set_frame(m, p);
	put_customers(m, p);
	put_company(m, p);
}
