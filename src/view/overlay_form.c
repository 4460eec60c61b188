/* A form in its box: what it is about, its fields, and what is wrong. */
#include "view/overlay_part.h"

#include "base/text.h"
#include "view/form_part.h"
#include "view/input.h"
#include "view/screen.h"

#include <string.h>

struct draw {
	struct over_make *m;
	const struct form *f;
	struct form_in in;
	int label;  /* columns of the labels */
};

static bool
in_use(const struct draw *d, int i)
{
	return d->f->field == i;
}

/* ---- the lines above ------------------------------------------------- */

static enum style
body_style(const char *line, size_t *skip)
{
	static const struct {
		const char *mark;
		enum style style;
		size_t skip;
	} marks[] = {
		{"\u2713", STYLE_GOOD, 0}, {"\u25cb", STYLE_WARN, 0},
		{"! ", STYLE_BAD, 0}, {"> ", STYLE_BOLD, 2},
		{"C ", STYLE_CAN_C, 0}, {"A ", STYLE_CAN_A, 0},
		{"N ", STYLE_CAN_N, 0}, {"A-", STYLE_TEXT, 0},
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (str_starts(line, marks[i].mark)) {
			*skip = marks[i].skip;
			return marks[i].style;
		}
	*skip = 0;
	return STYLE_DIM;
}

static void
draw_body(struct draw *d)
{
	const char *s = str_get(&d->f->body);

	while (*s) {
		size_t n = strcspn(s, "\n"), skip;
		const char *line = arena_dupn(d->m->a, s, n);
		enum style style = body_style(line, &skip);

		over_text(d->m, style, skip ? 2 : 0, line + skip);
		s += n + (s[n] == '\n');
	}
}

/* A text that was put aside says since when, and how to be rid of it. */
static void
draw_parked(struct draw *d)
{
	char at[WHEN_MAX], span[WHEN_MAX];
	when_ms then = d->f->parked;

	if (!then)
		return;
	over_text(d->m, STYLE_ACCENT, 0, arena_printf(d->m->a, "Parked at"
		" %s, %s ago. C-x throws the text away.",
		when_short(then, d->in.now, at),
		when_span(d->in.now - then, span)));
}

/* ---- text ------------------------------------------------------------ */

struct typed {
	const char *text;  /* harmless */
	size_t at;         /* the cursor in it */
	enum style style;
	bool focus;
};

static void
put_part(struct draw *d, struct vm_line *l, const struct typed *t,
	const char *part)
{
	int pad = d->m->w - l->end - text_width(part);

	vm_put(d->m->a, l, t->style, arena_printf(d->m->a, "%s%*s", part,
		pad > 0 ? pad : 0, ""));
}

/* The cursor's column is left free at the end of each line. */
static void
put_typed(struct draw *d, struct vm_line *l, const struct typed *t)
{
	struct over_make *m = d->m;
	int cols = m->w - d->label - 1;
	size_t from = 0;

	for (;;) {
		size_t skip = 0;
		size_t n = text_wrap(t->text + from, cols > 0 ? cols : 1,
			&skip);
		const char *part = arena_dupn(m->a, t->text + from, n);
		bool last = !skip || (!t->text[from + skip] &&
			t->text[from + skip - 1] != '\n');

		vm_tab(l, d->label);
		if (t->focus && t->at >= from &&
		    (last || t->at < from + skip)) {
			size_t in = t->at - from < n ? t->at - from : n;

			m->cursor_line = m->p.n - 1;
			m->cursor_x = d->label + text_width(
				arena_dupn(m->a, part, in));
			if (m->cursor_x >= m->w)
				m->cursor_x = m->w - 1;
		}
		put_part(d, l, t, part);
		if (last)
			return;
		from += skip;
		l = over_line(m);
	}
}

static void
draw_text(struct draw *d, struct vm_line *l, int i)
{
	const struct form *f = d->f;
	const char *raw = str_get(&f->text[i]);
	const char *hint = f->row->f[i].hint;
	struct typed t = {
		.text = text_safe(d->m->a, raw, true),
		.at = strlen(text_safe(d->m->a, arena_dupn(d->m->a, raw,
			f->at[i]), true)),
		.focus = in_use(d, i),
	};

	t.style = t.focus ? STYLE_FIELD_FOCUS : STYLE_FIELD;
	if (*raw || !hint) {
		put_typed(d, l, &t);
		return;
	}
	vm_tab(l, d->label);
	if (t.focus) {
		d->m->cursor_line = d->m->p.n - 1;
		d->m->cursor_x = l->end < d->m->w ? l->end : d->m->w - 1;
	}
	vm_put(d->m->a, l, t.style, " ");
	vm_tab(l, l->end + 1);
	vm_wrap(d->m->a, &d->m->p, l, &(struct vm_block){
		l->end, d->m->w, STYLE_DIM,
	}, hint);
}

/* ---- choices --------------------------------------------------------- */

static void
draw_choice(struct draw *d, struct vm_line *l, int i)
{
	const struct form *f = d->f;
	struct over_make *m = d->m;
	bool focus = in_use(d, i);

	for (int k = 0; k < form_options(f, i); k++) {
		struct form_option o = form_option(f, i, k);
		bool here = k == f->choice[i];
		const char *text = text_safe(m->a, arena_printf(m->a,
			here ? "[%.*s]" : " %.*s ", o.label_len, o.label),
			false);

		if (l->end + text_width(text) > m->w && l->end > d->label)
			l = over_line(m);
		vm_tab(l, d->label);
		if (here && focus) {
			m->cursor_line = m->p.n - 1;
			m->cursor_x = l->end + 1 < m->w ? l->end + 1 : 0;
		}
		vm_put(m->a, l, here ? focus ? STYLE_FIELD_FOCUS :
			STYLE_FIELD : focus ? STYLE_FORM : STYLE_DIM, text);
		l->spans[l->n - 1].choice = k + 1;
		vm_clip(m->a, l, m->w);
	}
}

/* ---- below a field --------------------------------------------------- */

static void
draw_names(struct draw *d, int i)
{
	const char *text = str_get(&d->f->text[i]);
	const char **v;
	struct str line = {0};
	size_t from;
	int n;

	if (!in_use(d, i))
		return;
	n = form_fitting(d->f, i, &d->in, &v, &from);
	text += from;
	if (!n || (n == 1 && str_same(v[0], text)))
		return;
	str_add(&line, *text ? "Tab: " : "");
	for (int k = 0; k < n && k < 12; k++)
		str_addf(&line, "%s%s", k ? " " : "", v[k]);
	if (n > 12)
		str_addf(&line, " +%d", n - 12);
	over_text(d->m, STYLE_DIM, d->label, str_get(&line));
	str_release(&line);
}

static void
draw_below(struct draw *d, int i)
{
	enum field_kind kind = d->f->row->f[i].kind;
	const char *echo;
	bool bad;

	if (kind == FIELD_NAME || kind == FIELD_WHOM || kind == FIELD_KINDS)
		draw_names(d, i);
	if (kind == FIELD_PERSON && in_use(d, i))
		over_people(d->m, d->f, &d->in, i, d->label);
	if (kind != FIELD_PAST && kind != FIELD_NEXT && kind != FIELD_PLACE)
		return;
	echo = form_echo(d->f, i, &d->in, &bad);
	if (*echo)
		over_text(d->m, bad ? STYLE_BAD : STYLE_DIM, d->label, echo);
}

/* What is wrong is in view, however long the form is. */
static void
draw_wrong(struct draw *d)
{
	const struct form *f = d->f;

	if (f->sending)
		over_foot(d->m, STYLE_DIM, "sending ...");
	else if (f->asks)
		over_foot(d->m, STYLE_WARN, "Criteria are open: Enter, and"
			" Enter once more to go anyway.");
	else if (f->asked)
		over_foot(d->m, STYLE_WARN, "Enter goes on all the same; the"
			" reason stands in the review.");
	if (*f->error)
		over_foot(d->m, STYLE_ERROR, f->error);
}

/* ---- all of it ------------------------------------------------------- */

static void
draw_field(struct draw *d, int i)
{
	const struct form_field *field = &d->f->row->f[i];
	struct over_make *m = d->m;
	struct vm_line *l;
	int first = m->p.n;

	l = over_line(m);
	vm_put(m->a, l, in_use(d, i) ? STYLE_ACCENT_BOLD : STYLE_FORM,
		field->label);
	vm_clip(m->a, l, d->label > 1 ? d->label - 1 : d->label);
	if (field->kind == FIELD_CHOICE)
		draw_choice(d, l, i);
	else
		draw_text(d, l, i);
	draw_below(d, i);
	for (int k = first; k < m->p.n; k++)
		m->p.lines[k].field = i + 1;
	if (!in_use(d, i))
		return;
	m->keep_from = first;
	m->keep_to = m->p.n - 1;
}

static int
label_width(const struct draw *d)
{
	int most = 0;

	for (int i = 0; i < FORM_FIELDS && d->f->row->f[i].label; i++) {
		int w = text_width(d->f->row->f[i].label);

		if (form_sees(d->f, i) && w > most)
			most = w;
	}
	most += 2;
	return most > d->m->w / 2 ? d->m->w / 2 : most;
}

void
over_form(struct over_make *m)
{
	const struct screen *s = m->in->screen;
	const struct form *f = &s->form;
	struct draw d = {.m = m, .f = f};
	bool fields = false;

	if (!f->row)
		return;
	screen_form_in(s, m->in, &d.in);
	d.label = label_width(&d);
	m->title = text_safe(m->a, f->title, false);
	m->right = f->sending ? "sending" : f->row->nameless ?
		"Enter does it \u00b7 Esc leaves" :
		"Enter sends \u00b7 Esc leaves";
	draw_parked(&d);
	draw_body(&d);
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++)
		fields = fields || form_sees(f, i);
	if (m->p.n && fields && m->h > 12)
		over_line(m);
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++)
		if (form_sees(f, i))
			draw_field(&d, i);
	draw_wrong(&d);
}
