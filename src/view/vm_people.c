/* SMEs: who was called, who is here, and when each was last heard. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "model/roster.h"

enum {
	WHO_MIN = 6, WHO_MAX = 12, /* columns of a name, of 80 */
	FIELD_MIN = 6,
	STATUS = 11, LAST = 8,
};

/* Columns of the table. */
struct columns {
	int who, field, status;
};

static void
widen(int *cols, const char *text, int most)
{
	int w = text_width(text) + 1;

	if (w > most)
		w = most;
	if (*cols < w)
		*cols = w;
}

static struct columns
fit_columns(const struct vm_make *m, int w)
{
	struct columns c = {WHO_MIN, FIELD_MIN, STATUS};
	const struct incident *inc = m->inc;

	for (int i = 0; i < inc->n_smes; i++) {
		widen(&c.who, inc->smes[i].name, w / 4 > WHO_MAX ? w / 4 :
			WHO_MAX);
		widen(&c.field, inc->smes[i].field, w);
	}
	if (c.who + c.field + STATUS + LAST > w)
		c.field = w - c.who - STATUS - LAST;
	if (c.field < FIELD_MIN)
		c.field = 0;
	return c;
}

/* ---- one person ------------------------------------------------------ */

struct status {
	const char *text, *last;
	enum style style, last_style;
	bool silent;
};

static void
paged_status(const struct vm_make *m, const struct sme *s,
	struct status *out)
{
	const char *times = s->pages > 1 ?
		arena_printf(m->a, " x%d", s->pages) : "";

	out->silent = s->ack_due != WHEN_NONE && m->now > s->ack_due;
	out->style = out->silent ? STYLE_BAD_BOLD : STYLE_WARN;
	if (out->silent) {
		out->last = "no ack";
		out->last_style = STYLE_BAD;
	}
	out->text = arena_printf(m->a, "paged %s%s",
		vm_span_of(m, m->now - s->paged), times);
}

static void
acked_status(const struct vm_make *m, const struct sme *s,
	struct status *out)
{
	out->text = "acked";
	out->style = STYLE_WARN;
	if (s->eta == WHEN_NONE)
		return;
	out->silent = m->now > s->eta;
	out->last = out->silent ? arena_printf(m->a, "%s over",
		vm_span_of(m, m->now - s->eta)) :
		arena_printf(m->a, "eta %s", vm_span_of(m, s->eta - m->now));
	out->last_style = out->silent ? STYLE_BAD : STYLE_TEXT;
}

static void
joined_status(const struct vm_make *m, const struct sme *s,
	struct status *out)
{
	int missed = clock_missed(m->inc, s, m->now);

	out->text = "working";
	out->style = STYLE_GOOD;
	if (incident_commands(m->inc, s->name)) {
		out->text = "commands";
		out->style = STYLE_NAME;
	}
	if (s->last_can != WHEN_NONE) {
		out->last = vm_span_of(m, m->now - s->last_can);
		out->last_style = STYLE_TEXT;
	} else if (missed) {
		out->last = "none";
	}
	if (missed) {
		out->last = arena_printf(m->a, "%s !", out->last);
		out->last_style = STYLE_BAD_BOLD;
	}
	out->silent = missed > 1;
}

static struct status
status_of(const struct vm_make *m, const struct sme *s)
{
	struct status out = {
		.text = "released", .last = "\u2013", .style = STYLE_DIM,
		.last_style = STYLE_DIM,
	};

	if (s->state == SME_PAGED)
		paged_status(m, s, &out);
	else if (s->state == SME_ACKED)
		acked_status(m, s, &out);
	else if (s->state == SME_JOINED)
		joined_status(m, s, &out);
	return out;
}

static void
put_person(struct vm_make *m, struct vm_pane *p, const struct sme *s,
	const struct columns *c)
{
	struct status st = status_of(m, s);
	bool gone = s->state == SME_RELEASED;
	struct vm_line *l = vm_pane_line(m->a, p);

	l->id = arena_printf(m->a, "sme:%s", s->name);
	l->late = st.silent || st.last_style == STYLE_BAD_BOLD;
	vm_cell(m->a, l, c->who - 1, gone ? STYLE_DIM : STYLE_BOLD, s->name);
	vm_tab(l, l->end + 1);
	if (c->field) {
		vm_cell(m->a, l, c->field - 1, gone ? STYLE_DIM : STYLE_TEXT,
			str_or(s->field, s->commander ? "commander" : ""));
		vm_tab(l, l->end + 1);
	}
	vm_cell(m->a, l, c->status - 1, st.style, st.text);
	vm_tab(l, l->end + 1);
	vm_put(m->a, l, st.last_style, st.last);
	vm_clip(m->a, l, vm_pane_w(p));
}

static void
put_heading(struct vm_make *m, struct vm_pane *p, const struct columns *c)
{
	struct vm_line *l = vm_pane_line(m->a, p);

	vm_cell(m->a, l, c->who, STYLE_DIM, "WHO");
	if (c->field)
		vm_cell(m->a, l, c->field, STYLE_DIM, "FIELD");
	vm_cell(m->a, l, c->status, STYLE_DIM, "STATUS");
	vm_put(m->a, l, STYLE_DIM, "LAST CAN");
	vm_clip(m->a, l, vm_pane_w(p));
}

/* ---- the pane -------------------------------------------------------- */

static void
set_frame(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;
	int called = 0, silent = 0;

	for (int i = 0; i < inc->n_smes; i++) {
		const struct sme *s = &inc->smes[i];

		if (s->state == SME_RELEASED ||
		    incident_commands(inc, s->name))
			continue;
		called++;
		silent += status_of(m, s).silent;
	}
	if (silent)
		p->right = arena_printf(m->a, "%d dispatched" DOT "%d silent",
			called, silent);
	else
		p->right = arena_printf(m->a, "%d dispatched", called);
}

/* Who was called to command and does: no SME, and owes no report. */
static bool
is_commander(const struct incident *inc, const struct sme *s)
{
	return s->last_can == WHEN_NONE && incident_commands(inc, s->name) &&
		(s->commander || str_same(s->field, FIELD_COMMANDER));
}

static void
put_smes(struct vm_make *m, struct vm_pane *p)
{
	const struct incident *inc = m->inc;
	struct columns c = fit_columns(m, vm_pane_w(p));

	if (!inc->n_smes) {
		vm_put(m->a, vm_pane_line(m->a, p), STYLE_DIM,
			"nobody was paged yet");
		return;
	}
	if (vm_pane_h(p) > 3) {
		put_heading(m, p, &c);
		p->fixed = 1;
	}
	for (int i = 0; i < inc->n_smes; i++)
		if (inc->smes[i].state != SME_RELEASED &&
		    !is_commander(inc, &inc->smes[i]))
			put_person(m, p, &inc->smes[i], &c);
	for (int i = 0; i < inc->n_smes; i++)
		if (inc->smes[i].state == SME_RELEASED)
			put_person(m, p, &inc->smes[i], &c);
}

void
vm_people(struct vm_make *m, struct vm_pane *p)
{
	set_frame(m, p);
	put_smes(m, p);
}
