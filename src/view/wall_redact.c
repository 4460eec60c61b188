/*
 * What hangs in a corridor must not tell how to reach people.
 *
 * Telephone numbers and mail addresses are put out of sight.  A number is
 * one that is written as people write them: behind a +, or in groups; what
 * looks like a date, a time, an amount, an address of a host or the number of
 * a ticket stays, since the wall would be of no use without it.
 */
#include "view/wall_part.h"

#include "base/mem.h"
#include "base/str.h"

#include <string.h>

enum {
	DIGITS_MIN = 7, DIGITS_MAX = 15, /* of a number in groups, or with + */
	BARE_MIN = 9,    /* of one that is a single group */
	GROUPS_MAX = 12,
};

/* Digits with what stands before them. */
struct group {
	size_t at;
	int n;
};

struct run {
	struct group g[GROUPS_MAX];
	int n;
	int digits;
	bool plus;     /* it begins with + */
	bool dots;     /* nothing but dots stands between the groups */
	size_t end;    /* byte behind the last group */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Whether a number may begin at @at: not within a word, a ticket, a time. */
static bool
may_begin(const char *s, size_t at)
{
	char before = at ? s[at - 1] : ' ';

	if (!is_digit(s[at]) && s[at] != '+' && s[at] != '(')
		return false;
	if (before == ':' && at > 1 && is_digit(s[at - 2]))
		return false;
	return !is_digit(before) && !is_letter(before) &&
		!strchr("#-_./%$@", before);
}

/* Bytes of what may stand between two groups at @s, 0: nothing of the sort. */
static size_t
between(const char *s)
{
	static const char *const gaps[] = {
		") (", ")-", ") ", " (", "(", ")", " ", "-", ".", "/",
		"\u00a0", "\u2011", "\u2013", "\u202f",
	};

	for (size_t i = 0; i < sizeof(gaps) / sizeof(gaps[0]); i++) {
		size_t n = strlen(gaps[i]);

		if (!strncmp(s, gaps[i], n) && is_digit(s[n]))
			return n;
	}
	return 0;
}

/* A group belongs to something else when it is followed by this. */
static bool
goes_on(const char *s)
{
	return is_letter(*s) || *s == '%' || *s == '_' ||
		(*s == ':' && is_digit(s[1]));
}

static void
read_run(const char *s, size_t at, struct run *r)
{
	size_t gap;

	memset(r, 0, sizeof(*r));
	r->dots = true;
	r->plus = s[at] == '+';
	at += r->plus;
	at += s[at] == '(';
	while (r->n < GROUPS_MAX) {
		int n = (int)strspn(s + at, "0123456789");

		if (!n || goes_on(s + at + n) ||
		    (r->n && r->digits + n > DIGITS_MAX))
			return;
		r->g[r->n++] = (struct group){at, n};
		r->digits += n;
		r->end = at + (size_t)n;
		gap = between(s + r->end);
		if (!gap)
			return;
		if (gap != 1 || s[r->end] != '.')
			r->dots = false;
		at = r->end + gap;
	}
}

static bool
is_year(const char *s, const struct group *g)
{
	return g->n == 4 && (!strncmp(s + g->at, "19", 2) ||
		!strncmp(s + g->at, "20", 2));
}

/* "2026-11-22", "22.11.2026", "11/22/2026": three groups of a date. */
static bool
is_date(const char *s, const struct run *r)
{
	const struct group *g = r->g;

	return r->n >= 3 && g[1].n <= 2 &&
		((is_year(s, &g[0]) && g[2].n <= 2) ||
		(g[0].n <= 2 && is_year(s, &g[2])));
}

/* "1 000 000": groups of three behind a short one. */
static bool
is_amount(const struct run *r)
{
	for (int i = 1; i < r->n; i++)
		if (r->g[i].n != 3)
			return false;
	return r->n > 1 && r->g[0].n < 3;
}

/* Bytes of the number that begins at @at, 0 when none does. */
static size_t
phone_at(const char *s, size_t at)
{
	struct run r;

	read_run(s, at, &r);
	if (r.digits < DIGITS_MIN || r.digits > DIGITS_MAX)
		return 0;
	if (r.plus)
		return r.end - at;
	if (r.n == 1)
		return r.digits >= BARE_MIN ? r.end - at : 0;
	if (is_date(s, &r) || (r.n == 2 && is_year(s, &r.g[0]) &&
	    is_year(s, &r.g[1])))
		return 0;
	if (s[r.g[0].at] == '0')
		return r.n > 2 || !r.dots ? r.end - at : 0;
	return r.dots || is_amount(&r) ? 0 : r.end - at;
}

/* Bytes to pass over so that the next look does not begin inside of this. */
static size_t
pass(const char *s, size_t at)
{
	struct run r;

	read_run(s, at, &r);
	if (is_date(s, &r))
		return r.g[2].at + (size_t)r.g[2].n - at;
	if (r.n > 1 && (r.dots || is_amount(&r)))
		return r.end - at;
	return 1 + strspn(s + at + 1, "0123456789");
}

static bool
is_mail(char c)
{
	return is_letter(c) || is_digit(c) || (c && strchr("._%+-", c));
}

/* Bytes of the mail address that begins at @s, 0 when none does. */
static size_t
mail_at(const char *s)
{
	size_t n = 0, host, dots = 0;

	while (is_mail(s[n]))
		n++;
	if (!n || s[n] != '@')
		return 0;
	for (host = n + 1; is_letter(s[host]) || is_digit(s[host]) ||
	    s[host] == '-' || (s[host] == '.' && is_letter(s[host + 1]));
	    host++)
		dots += s[host] == '.';
	return dots ? host : 0;
}

const char *
wall_redact(struct arena *a, const char *s)
{
	struct str out = {0};
	size_t at = 0;

	while (s[at]) {
		bool fresh = !at || !is_mail(s[at - 1]);
		size_t n = fresh ? mail_at(s + at) : 0;

		if (n) {
			str_add(&out, WALL_MAIL);
		} else if (may_begin(s, at) && (n = phone_at(s, at)) > 0) {
			str_add(&out, WALL_PHONE);
		} else {
			n = is_digit(s[at]) ? pass(s, at) : 1;
			str_addn(&out, s + at, n);
		}
		at += n;
	}
	s = arena_dup(a, str_get(&out));
	str_release(&out);
	return s;
}
