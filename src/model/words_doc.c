#include "model/words_doc.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words_part.h"

#include <stdlib.h>
#include <string.h>

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		(c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Whether "&" at @s begins what Markdown reads as a character. */
static bool
is_entity(const char *s)
{
	size_t n;

	s++;
	if (*s == '#')
		s++;
	n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"0123456789");
	return n && s[n] == ';';
}

/*
 * Inside a word "_" and "#" mean nothing to Markdown, and a link that has
 * them must still work; everywhere else they are escaped.
 */
static bool
is_special(const char *s, char before)
{
	if (*s == '&')
		return is_entity(s);
	if (*s == '_' || *s == '#')
		return !is_word(before) || !is_word(s[1]);
	return strchr("\\`*[]<|~", *s) != NULL;
}

/*
 * Characters that steer a terminal, a line or the direction of the text;
 * unlike text_safe() this asks no locale, as a report is the same everywhere.
 */
static bool
is_steering(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x61c ||
		cp == 0x200e || cp == 0x200f ||
		(cp >= 0x2028 && cp <= 0x202e) ||
		(cp >= 0x2066 && cp <= 0x2069);
}

static void
put_steering(const struct doc *d, uint32_t cp)
{
	if (cp == '\n' || cp == '\t' || cp == 0x2028 || cp == 0x2029)
		str_addc(d->out, ' ');
	else if (cp < 0x20)
		str_addf(d->out, cp > 26 ? "^\\%c" : "^%c", (char)(cp + '@'));
	else if (cp < 0xa0)
		str_addf(d->out, "\\\\x%02x", (unsigned)cp);
}

void
doc_text(const struct doc *d, const char *s)
{
	char before = ' ';

	while (*s) {
		uint32_t cp;
		size_t n = text_decode(s, strnlen(s, 4), &cp);

		if (!n) {
			str_addf(d->out, "\\\\x%02x", (unsigned char)*s);
			n = 1;
		} else if (is_steering(cp)) {
			put_steering(d, cp);
		} else {
			if (is_special(s, before))
				str_addc(d->out, '\\');
			str_addn(d->out, s, n);
		}
		s += n;
		before = s[-1];
	}
}

void
doc_heading(const struct doc *d, const char *title)
{
	str_addf(d->out, "\n## %s\n\n", title);
}

void
doc_columns(const struct doc *d, const char *names)
{
	str_addc(d->out, '|');
	for (const char *s = names; *s; s++) {
		if (*s == '|')
			str_add(d->out, " |");
		else {
			if (s == names || s[-1] == '|')
				str_addc(d->out, ' ');
			str_addc(d->out, *s);
		}
	}
	str_add(d->out, " |\n|");
	for (const char *s = names; s; s = strchr(s, '|')) {
		s += *s == '|';
		str_add(d->out, "---|");
	}
	str_addc(d->out, '\n');
}

void
doc_cell(const struct doc *d, const char *s)
{
	str_add(d->out, "| ");
	doc_text(d, str_or(s, ""));
	str_addc(d->out, ' ');
}

void
doc_time(const struct doc *d, when_ms t)
{
	char stamp[WHEN_MAX];

	doc_cell(d, t == WHEN_NONE ? "" : words_stamp(t, stamp));
}

void
doc_number(const struct doc *d, long n)
{
	str_addf(d->out, "| %ld ", n);
}

void
doc_end(const struct doc *d)
{
	str_add(d->out, "|\n");
}

void
doc_fact(const struct doc *d, const char *what, const char *value)
{
	if (!value || !*value)
		return;
	doc_cell(d, what);
	doc_cell(d, value);
	doc_end(d);
}

static int
entry_order(const void *a, const void *b)
{
	const struct doc_entry *x = a, *y = b;

	if (x->when != y->when)
		return x->when < y->when ? -1 : 1;
	return x->e->ev.n < y->e->ev.n ? -1 : x->e->ev.n > y->e->ev.n;
}

struct doc_entry *
doc_entries(const struct doc *d, enum event_kind kind, int *n)
{
	struct doc_entry *v = mem_grow(NULL, d->inc->n + 1u, sizeof(*v));

	*n = 0;
	for (uint32_t i = 1; i <= d->inc->n; i++) {
		const struct entry *e = incident_entry(d->inc, i);

		if (kind != KIND_UNKNOWN && (e->ev.kind != kind ||
		    e->withdrawn_by || e->untrue))
			continue;
		v[*n].when = event_when(&e->ev);
		v[(*n)++].e = e;
	}
	qsort(v, (size_t)*n, sizeof(*v), entry_order);
	return v;
}
