/*
 * Parked texts as lines of words, so that they outlive the program.  A form
 * begins with `form` and ends with `end`; one without its end is passed over.
 */
#include "view/park.h"

#include "base/mem.h"
#include "base/words.h"
#include "view/form_part.h"
#include "view/screen.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- writing -------------------------------------------------------------- */

static void
put(struct str *out, const char *what, const char *label, const char *text)
{
	str_add(out, what);
	if (label) {
		str_addc(out, ' ');
		words_quote(out, label);
	}
	str_addc(out, ' ');
	words_quote(out, text);
	str_addc(out, '\n');
}

static void
put_choice(struct str *out, const struct form *f, int i)
{
	struct form_option o = form_chosen(f, i);
	struct str text = {0};

	if (f->options[i].len)
		put(out, "options", f->row->f[i].label,
			str_get(&f->options[i]));
	str_addn(&text, o.label, (size_t)o.label_len);
	put(out, "choice", f->row->f[i].label, str_get(&text));
	str_release(&text);
}

static void
put_form(struct str *out, const struct form *f, const char *who, when_ms at)
{
	str_addf(out, "form %s ", f->row->name);
	words_quote(out, who);
	str_addf(out, " %" PRIu32 " %" PRId64 " %" PRIu32 " %" PRIu32 " %"
		PRId32 "\n", f->incident, at, f->stage_n, f->command_n,
		f->about);
	put(out, "title", NULL, f->title);
	put(out, "subject", NULL, f->subject);
	put(out, "opener", NULL, f->opener);
	put(out, "row", NULL, f->row_id);
	put(out, "base", NULL, f->base);
	put(out, "body", NULL, str_get(&f->body));
	if (f->row->f[0].label)
		put(out, "field", NULL, f->row->f[f->field].label);
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++) {
		if (f->row->f[i].kind == FIELD_CHOICE)
			put_choice(out, f, i);
		else if (f->text[i].len)
			put(out, "text", f->row->f[i].label,
				str_get(&f->text[i]));
	}
	str_add(out, "end\n");
}

void
screen_write_parked(const struct screen *s, struct str *out)
{
	const struct parking *p = &s->parking;

	for (int i = 0; i < p->n; i++)
		put_form(out, &p->v[i].form, p->v[i].who,
			p->v[i].form.parked);
	if (s->over == OVER_FORM && form_changed(&s->form))
		put_form(out, &s->form, s->who, s->now);
}

/* ---- reading --------------------------------------------------------------- */

struct reading {
	struct parking *p;
	struct form form;  /* row NULL: none is begun */
	char who[72];
	int n;
};

static void
begin(struct reading *r, const struct words *w)
{
	form_release(&r->form);
	if (w->n != 8)
		return;
	r->form.row = form_row_find(w->v[1]);
	snprintf(r->who, sizeof(r->who), "%s", w->v[2]);
	r->form.incident = (uint32_t)strtoul(w->v[3], NULL, 10);
	r->form.parked = strtoll(w->v[4], NULL, 10);
	r->form.stage_n = (uint32_t)strtoul(w->v[5], NULL, 10);
	r->form.command_n = (uint32_t)strtoul(w->v[6], NULL, 10);
	r->form.about = (int32_t)strtol(w->v[7], NULL, 10);
}

/* The field called @label, or -1: another version may have had it. */
static int
labelled(const struct form *f, const char *label)
{
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++)
		if (!strcmp(f->row->f[i].label, label))
			return i;
	return -1;
}

static void
take_line(struct form *f, const char *what, const char *text)
{
	const struct {
		const char *what;
		char *to;
		size_t size;
	} lines[] = {
		{"title", f->title, sizeof(f->title)},
		{"subject", f->subject, sizeof(f->subject)},
		{"opener", f->opener, sizeof(f->opener)},
		{"row", f->row_id, sizeof(f->row_id)},
		{"base", f->base, sizeof(f->base)},
	};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (!strcmp(lines[i].what, what))
			snprintf(lines[i].to, lines[i].size, "%s", text);
	if (!strcmp(what, "body"))
		str_add(&f->body, text);
	if (!strcmp(what, "field") && labelled(f, text) >= 0)
		f->field = labelled(f, text);
}

static void
take_field(struct form *f, const struct words *w)
{
	const char *what = w->v[0], *text = w->v[2];
	int i = labelled(f, w->v[1]);

	if (i < 0)
		return;
	if (!strcmp(what, "options")) {
		str_add(&f->options[i], text);
	} else if (!strcmp(what, "text")) {
		form_put(f, w->v[1], text);
		if (f->row->f[i].kind == FIELD_PERSON) {
			f->picked = true;
			snprintf(f->pick, sizeof(f->pick), "%s", text);
		}
	} else if (!strcmp(what, "choice")) {
		form_pick(f, w->v[1], text);
	}
}

static void
take_words(struct reading *r, const struct words *w)
{
	if (!strcmp(w->v[0], "form")) {
		begin(r, w);
	} else if (!r->form.row) {
		return;
	} else if (!strcmp(w->v[0], "end")) {
		r->form.typed = true;
		parking_add(r->p, &r->form, r->who);
		r->n++;
	} else if (w->n == 2) {
		take_line(&r->form, w->v[0], w->v[1]);
	} else if (w->n == 3) {
		take_field(&r->form, w);
	}
}

int
parking_read(struct parking *p, const char *lines)
{
	struct reading r = {.p = p};
	struct arena *a = arena_new(0);

	while (*lines) {
		size_t n = strcspn(lines, "\n");
		struct words w;
		struct err err;

		arena_reset(a);
		if (words_split(a, arena_dupn(a, lines, n), &w, &err) && w.n)
			take_words(&r, &w);
		lines += n + (lines[n] == '\n');
	}
	form_release(&r.form);
	arena_free(a);
	return r.n;
}
