/* Opening a form, its fields, and the words that it stands for. */
#include "base/text.h"
#include "base/words.h"
#include "view/form_part.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct form_row *const groups[] = {
	forms_begin, forms_stage, forms_end, forms_command, forms_can,
	forms_told, forms_people, forms_work, forms_objective, forms_facts,
	forms_log, forms_find, forms_copy,
};

const struct form_row *
form_row(int i)
{
	for (size_t g = 0; g < sizeof(groups) / sizeof(groups[0]); g++)
		for (const struct form_row *r = groups[g]; r->name; r++)
			if (i-- == 0)
				return r;
	return NULL;
}

const struct form_row *
form_row_find(const char *name)
{
	for (size_t g = 0; g < sizeof(groups) / sizeof(groups[0]); g++)
		for (const struct form_row *r = groups[g]; r->name; r++)
			if (str_same(r->name, name))
				return r;
	return NULL;
}

/* ---- fields --------------------------------------------------------- */

int
form_field(const struct form *f, const char *label)
{
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++)
		if (!strcmp(f->row->f[i].label, label))
			return i;
	abort();
}

void
form_put(struct form *f, const char *label, const char *text)
{
	int i = form_field(f, label);

	str_cut(&f->text[i], 0);
	str_add(&f->text[i], text);
	f->at[i] = f->text[i].len;
}

void
form_putf(struct form *f, const char *label, const char *fmt, ...)
{
	char text[512];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	form_put(f, label, text);
}

void
form_put_time(struct form *f, const char *label, when_ms t,
	const struct form_in *in)
{
	char text[WHEN_MAX];

	if (t == WHEN_NONE)
		return;
	/* Beyond a day a time of day would be another day's. */
	if (t - in->now < WHEN_DAY && in->now - t < WHEN_DAY)
		form_put(f, label, when_clock(t, text));
	else
		form_put(f, label, when_iso(t, text));
}

void
form_subject(struct form *f, const char *who)
{
	snprintf(f->subject, sizeof(f->subject), "%s", who);
}

void
form_use(struct form *f, const char *label)
{
	f->field = form_field(f, label);
}

/* The first choice field, which decides about the others. */
static int
deciding(const struct form *f)
{
	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++)
		if (f->row->f[i].kind == FIELD_CHOICE)
			return i;
	return -1;
}

bool
form_has(const struct form *f, int i)
{
	const char *when = f->row->f[i].when;
	int by = deciding(f);
	struct form_option o;

	if (f->row->has && !f->row->has(f, i))
		return false;
	if (!when || by < 0)
		return true;
	o = form_chosen(f, by);
	return str_listed(when, o.label, (size_t)o.label_len);
}

bool
form_sees(const struct form *f, int i)
{
	enum field_kind kind = f->row->f[i].kind;

	return form_has(f, i) && kind != FIELD_HIDDEN &&
		(kind != FIELD_CHOICE || form_options(f, i) > 1);
}

void
form_say(struct form *f, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_linev(&f->body, fmt, ap);
	va_end(ap);
}

void
form_quote(struct form *f, const char *before, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		if (f->body.len)
			str_addc(&f->body, '\n');
		str_add(&f->body, before);
		str_addn(&f->body, text, n);
		text += n + (text[n] == '\n');
	}
}

void
form_title(struct form *f, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(f->title, sizeof(f->title), fmt, ap);
	va_end(ap);
}

bool
form_not(struct str *why, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_addv(why, fmt, ap);
	va_end(ap);
	return false;
}

bool
form_may(const struct form_in *in, enum right right, struct str *why)
{
	struct err err;

	return rules_may(in->inc, in->who, right, in->now, &err) ||
		form_not(why, "%s", err.text);
}

bool
form_live(const struct form_in *in, struct str *why)
{
	return form_may(in, RIGHT_ANYONE, why) && (!in->inc->all_clear ||
		form_not(why, "All Clear was called: < makes the incident live"
			" again"));
}

/* ---- opening -------------------------------------------------------- */

const char *
form_line(const char *name, const struct form_in *in)
{
	const struct form_row *row = form_row_find(name);
	const char *turn = row && row->turn && (row->no_incident ||
		(in->inc && in->inc->declared)) ? row->turn(in) : NULL;

	return turn && *turn == ':' ? turn + 1 : NULL;
}

static const struct form_row *
open_row(const char *name, const struct form_in *in, struct str *why)
{
	const struct form_row *row = form_row_find(name);
	const char *other;

	if (!row) {
		form_not(why, "there is no form '%.40s'", name);
		return NULL;
	}
	if (!*in->who && !row->nameless) {
		form_not(why, "who is at the keys? Press i and say your"
			" name");
		return NULL;
	}
	if (!row->no_incident && (!in->inc || !in->inc->declared)) {
		form_not(why, "no incident is open here: Enter opens the one"
			" under the cursor, D declares one");
		return NULL;
	}
	other = row->turn ? row->turn(in) : NULL;
	return other && *other != ':' ? form_row_find(other) : row;
}

bool
form_open(struct form *f, const char *name, const struct form_in *in,
	struct str *why)
{
	const struct form_row *row = open_row(name, in, why);

	memset(f, 0, sizeof(*f));
	if (!row)
		return false;
	f->row = row;
	f->opened = in->mono;
	snprintf(f->opener, sizeof(f->opener), "%s", name);
	snprintf(f->row_id, sizeof(f->row_id), "%s", in->row);
	if (in->inc) {
		f->incident = in->inc->number;
		f->stage_n = in->inc->stage_n;
		f->command_n = in->inc->command.n;
	}
	form_title(f, "%s", row->title);
	if (row->fill && !row->fill(f, in, why)) {
		form_release(f);
		return false;
	}
	if (in->only_asks)
		return true;
	for (int i = f->field; i < FORM_FIELDS && row->f[i].label; i++)
		if (form_sees(f, i)) {
			f->field = i;
			break;
		}
	for (int i = 0; i < FORM_FIELDS && row->f[i].label; i++)
		if (row->f[i].kind == FIELD_PERSON) {
			f->picked = f->text[i].len > 0;
			form_people_start(f, i, in);
		}
	f->clean = form_print(f);
	return true;
}

bool
form_opens(const char *name, const struct form_in *in, struct str *why)
{
	struct form_in asks = *in;
	struct form f = {0};
	bool opens;

	asks.only_asks = true;
	opens = form_open(&f, name, &asks, why);
	form_release(&f);
	return opens;
}

#define FNV_START UINT64_C(14695981039346656037)
#define FNV_TIMES UINT64_C(1099511628211)

uint64_t
form_print(const struct form *f)
{
	uint64_t h = FNV_START;

	for (int i = 0; i < FORM_FIELDS; i++) {
		const char *s = str_get(&f->text[i]);

		if (f->row->f[i].label && f->row->f[i].kind == FIELD_PERSON)
			continue;
		/* The end of each text counts, too. */
		do
			h = (h ^ (unsigned char)*s) * FNV_TIMES;
		while (*s++);
		h = (h ^ (uint64_t)f->choice[i]) * FNV_TIMES;
	}
	return h;
}

bool
form_changed(const struct form *f)
{
	return f->row && !f->row->nameless && f->typed &&
		form_print(f) != f->clean;
}

void
form_release(struct form *f)
{
	str_release(&f->body);
	for (int i = 0; i < FORM_FIELDS; i++) {
		str_release(&f->text[i]);
		str_release(&f->options[i]);
	}
	memset(f, 0, sizeof(*f));
}

void
form_refuse(struct form *f, const char *why)
{
	snprintf(f->error, sizeof(f->error), "%s", why);
	f->sending = false;
}
