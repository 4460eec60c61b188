#include "view/park.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/form_part.h"
#include "view/keys.h"
#include "view/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMED = 3 /* texts that a line names before it counts */ };

/* ---- the list ----------------------------------------------------------- */

void
parking_release(struct parking *p)
{
	for (int i = 0; i < p->n; i++)
		form_release(&p->v[i].form);
	free(p->v);
	*p = (struct parking){.n = 0};
}

struct parked *
parking_find(const struct parking *p, int id)
{
	for (int i = 0; i < p->n; i++)
		if (p->v[i].id == id)
			return &p->v[i];
	return NULL;
}

const struct parked *
parking_of(const struct parking *p, const char *who, uint32_t incident,
	const struct parked *before)
{
	int i = before ? (int)(before - p->v) : p->n;

	while (--i >= 0) {
		const struct parked *one = &p->v[i];

		if (str_same(one->who, who) && (!incident ||
		    one->form.row->no_incident ||
		    one->form.incident == incident))
			return one;
	}
	return NULL;
}

int
parking_count(const struct parking *p, const char *who)
{
	int n = 0;

	for (int i = 0; i < p->n; i++)
		n += str_same(p->v[i].who, who);
	return n;
}

void
parking_add(struct parking *p, struct form *f, const char *who)
{
	struct parked *one;

	p->v = mem_grow(p->v, (size_t)p->n + 1, sizeof(*p->v));
	one = &p->v[p->n++];
	*one = (struct parked){.id = ++p->last, .form = *f};
	snprintf(one->who, sizeof(one->who), "%s", who);
	one->form.drops = false;
	memset(f, 0, sizeof(*f));
}

static void
forget(struct parking *p, struct parked *one)
{
	size_t at = (size_t)(one - p->v);

	p->n--;
	memmove(one, one + 1, ((size_t)p->n - at) * sizeof(*one));
}

void
parking_drop(struct parking *p, struct parked *one)
{
	form_release(&one->form);
	forget(p, one);
}

struct parked *
parking_sent(const struct parking *p, uint32_t token)
{
	for (int i = 0; token && i < p->n; i++)
		if (p->v[i].form.token == token && p->v[i].form.sending)
			return &p->v[i];
	return NULL;
}

/* ---- which is which ------------------------------------------------------- */

/* The field that says whom the form is about, or -1. */
static int
person_field(const struct form *f)
{
	for (int i = 0; f->row->chose && f->row->f[i].label; i++)
		if (f->row->f[i].kind == FIELD_PERSON)
			return i;
	return -1;
}

/* Whom or what it is about, beside the number. */
static const char *
subject(const struct form *f)
{
	int i = person_field(f);

	return i >= 0 ? str_get(&f->text[i]) : *f->subject ? f->subject :
		f->title;
}

struct parked *
parking_like(const struct parking *p, const struct form *f, const char *who)
{
	for (int i = p->n - 1; i >= 0; i--) {
		const struct form *old = &p->v[i].form;

		if (old->row == f->row && str_same(p->v[i].who, who) &&
		    (f->row->no_incident || old->incident == f->incident) &&
		    old->about == f->about && str_same(subject(old),
		    subject(f)))
			return &p->v[i];
	}
	return NULL;
}

/* A choice is found again by what it says: news can have added others. */
static void
take_choice(struct form *f, const struct form *old, int i)
{
	struct form_option was = form_chosen(old, i);

	for (int k = 0; k < form_options(f, i); k++) {
		struct form_option o = form_option(f, i, k);

		if (o.label_len == was.label_len && !memcmp(o.label,
		    was.label, (size_t)o.label_len))
			f->choice[i] = k;
	}
}

void
parking_take(struct parking *p, struct parked *one, struct form *f)
{
	struct form *old = &one->form;

	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++) {
		struct str text = f->text[i];

		if (f->row->f[i].kind == FIELD_CHOICE) {
			take_choice(f, old, i);
		} else if (f->row->f[i].kind != FIELD_HIDDEN) {
			f->text[i] = old->text[i];
			f->at[i] = old->at[i];
			old->text[i] = text;
		}
	}
	f->field = form_sees(f, old->field) ? old->field : f->field;
	f->typed = true;
	f->picked = old->picked;
	snprintf(f->pick, sizeof(f->pick), "%s", old->pick);
	snprintf(f->base, sizeof(f->base), "%s", old->base);
	snprintf(f->opener, sizeof(f->opener), "%s", old->opener);
	snprintf(f->error, sizeof(f->error), "%s", old->error);
	f->parked = old->parked;
	f->sending = old->sending;
	if (old->sending)
		f->token = old->token;
	parking_drop(p, one);
}

/* ---- names ---------------------------------------------------------------- */

const char *
parked_name(const struct parked *one)
{
	return one->form.title;
}

const char *
parked_key(const struct parked *one)
{
	char line[sizeof(one->form.opener) + 5];
	const struct key_row *r;

	snprintf(line, sizeof(line), "form %s", one->form.opener);
	for (int i = 0; (r = key_row(i)); i++)
		if (!strcmp(r->line, line))
			return r->key;
	return "";
}

/* ---- on a screen ------------------------------------------------------------ */

bool
screen_park(struct screen *s)
{
	bool kept = s->over == OVER_FORM && form_changed(&s->form);

	if (kept) {
		s->form.parked = s->now;
		parking_add(&s->parking, &s->form, s->who);
	}
	screen_drop(s);
	return kept;
}

void
screen_say_parked(struct screen *s)
{
	const struct parked *one = &s->parking.v[s->parking.n - 1];
	const char *key = parked_key(one);

	screen_say(s, SAID_DONE, s->mono, "parked: %s%s%s%s",
		parked_name(one), *key ? ", " : "", key,
		*key ? " goes on" : "");
}

void
screen_rejoin(struct screen *s)
{
	struct form *f = &s->form;
	struct parked *one;

	if (person_field(f) < 0 || f->parked || form_changed(f))
		return;
	one = parking_like(&s->parking, f, s->who);
	if (one)
		parking_take(&s->parking, one, f);
}

void
screen_name_parked(const struct screen *s, struct str *out)
{
	int n = s->parking.n;

	str_addf(out, "%d text%s parked (", n, n == 1 ? " is" : "s are");
	for (int i = n - 1; i >= 0 && n - i <= NAMED; i--)
		str_addf(out, "%s%s: %s", i < n - 1 ? ", " : "",
			s->parking.v[i].who, parked_name(&s->parking.v[i]));
	str_add(out, n > NAMED ? " ...)" : ")");
	str_add(out, s->keeps ? ", kept for the next start" :
		" and will be lost");
}
