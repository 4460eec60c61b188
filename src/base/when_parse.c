#include "base/when.h"

#include "base/civil.h"

#include <string.h>

#define QUOTE_MAX 40    /* bytes of a wrong word that a sentence repeats */
#define ISO_FORM "2026-11-22T14:31:19.123Z"
#define ISO_SHORT 20    /* bytes of it without a fraction */
#define NUMBER_DIGITS 9 /* of a duration; four of them cannot overflow */

/* How many bytes of @s to repeat, whole characters. */
static int
quote_len(const char *s)
{
	size_t n = strnlen(s, QUOTE_MAX + 1);

	if (n > QUOTE_MAX) {
		n = QUOTE_MAX;
		while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
			n--;
	}
	return (int)n;
}

/* Reads exactly @n digits at *@s and goes past them. */
static bool
take_digits(const char **s, int n, int *out)
{
	const char *p = *s;
	int v = 0;

	for (; n > 0; n--, p++) {
		if (*p < '0' || *p > '9')
			return false;
		v = v * 10 + (*p - '0');
	}
	*s = p;
	*out = v;
	return true;
}

static bool
take_char(const char **s, char c)
{
	if (**s != c)
		return false;
	(*s)++;
	return true;
}

static bool
take_date(const char **s, struct civil *c)
{
	return take_digits(s, 4, &c->year) && take_char(s, '-') &&
		take_digits(s, 2, &c->month) && take_char(s, '-') &&
		take_digits(s, 2, &c->day);
}

/* A fraction of a second, 1 to 9 digits; what is below 1 ms is dropped. */
static bool
take_fraction(const char **s, int *milli)
{
	int scale = 100;
	int n = 0;

	*milli = 0;
	for (; **s >= '0' && **s <= '9'; (*s)++, n++) {
		*milli += (**s - '0') * scale;
		scale /= 10;
	}
	return n >= 1 && n <= 9;
}

/* 13:41, 9:41, 13:41:05, 13:41:05.123 */
static bool
take_time(const char **s, struct civil *c)
{
	if (!take_digits(s, (*s)[0] && (*s)[1] == ':' ? 1 : 2, &c->hour) ||
		!take_char(s, ':') || !take_digits(s, 2, &c->minute))
		return false;
	if (!take_char(s, ':'))
		return true;
	if (!take_digits(s, 2, &c->second))
		return false;
	return !take_char(s, '.') || take_fraction(s, &c->milli);
}

/* Less than what any part of a time adds to it. */
#define NO_DIGITS (-100000)

/* The number of the two digits at @s. */
static inline int
two_digits(const char *s)
{
	unsigned tens = (unsigned)(unsigned char)s[0] - '0';
	unsigned ones = (unsigned)(unsigned char)s[1] - '0';

	return tens > 9 || ones > 9 ? NO_DIGITS : (int)(10 * tens + ones);
}

static inline int
one_digit(const char *s)
{
	return *s >= '0' && *s <= '9' ? *s - '0' : NO_DIGITS;
}

/*
 * Each part has its place, and civil_to() refuses what is below zero: the
 * fastest way, since a screen reads thousands of times when it opens.
 */
bool
when_parse_iso(const char *s, when_ms *out)
{
	size_t n = strnlen(s, sizeof(ISO_FORM));
	struct civil c;

	if ((n != sizeof(ISO_FORM) - 1 && n != ISO_SHORT) || s[4] != '-' ||
	    s[7] != '-' || s[10] != 'T' || s[13] != ':' || s[16] != ':' ||
	    s[n - 1] != 'Z' || (n > ISO_SHORT && s[19] != '.'))
		return false;
	c.year = 100 * two_digits(s) + two_digits(s + 2);
	c.month = two_digits(s + 5);
	c.day = two_digits(s + 8);
	c.hour = two_digits(s + 11);
	c.minute = two_digits(s + 14);
	c.second = two_digits(s + 17);
	c.milli = 0;
	if (n > ISO_SHORT)
		c.milli = 10 * two_digits(s + 20) + one_digit(s + 22);
	return civil_to(&c, out);
}

/* 1h30m: numbers with units, each smaller than the one before it. */
static bool
take_span(const char *s, when_ms *out)
{
	static const struct { char name; when_ms size; } units[] = {
		{'d', WHEN_DAY},
		{'h', WHEN_HOUR},
		{'m', WHEN_MINUTE},
		{'s', WHEN_SECOND},
	};
	size_t unit = 0;
	when_ms sum = 0;

	if (!*s)
		return false;
	while (*s) {
		int digits = 0;
		int v;

		while (s[digits] >= '0' && s[digits] <= '9')
			digits++;
		if (!digits || digits > NUMBER_DIGITS ||
			!take_digits(&s, digits, &v))
			return false;
		while (unit < 4 && units[unit].name != *s)
			unit++;
		if (unit == 4)
			return false;
		sum += v * units[unit++].size;
		s++;
	}
	*out = sum;
	return true;
}

/* What the forms have in common while they are read. */
struct reading {
	when_ms ref;
	enum when_mean mean;
	when_ms zone; /* east of UTC; 0 once a Z was read */
};

static bool
read_relative(const char *s, const struct reading *r, when_ms *out)
{
	bool past = *s == '-';
	when_ms d;

	if ((!past && *s != '+') || !take_span(s + 1, &d))
		return false;
	*out = past ? r->ref - d : r->ref + d;
	return true;
}

static bool
read_dated(const char *s, struct reading *r, when_ms *out)
{
	struct civil c = {0};

	if (!take_date(&s, &c) ||
		(!take_char(&s, 'T') && !take_char(&s, ' ')) ||
		!take_time(&s, &c))
		return false;
	if (take_char(&s, 'Z'))
		r->zone = 0;
	if (*s || !civil_to(&c, out))
		return false;
	*out -= r->zone;
	return true;
}

static bool
read_clock(const char *s, struct reading *r, when_ms *out)
{
	struct civil c = {.year = 1970, .month = 1, .day = 1};
	when_ms midnight, t;

	if (!take_time(&s, &c))
		return false;
	if (take_char(&s, 'Z'))
		r->zone = 0;
	if (*s || !civil_to(&c, &t))
		return false;

	/* The day is the one that the reference has in the zone. */
	midnight = r->ref + r->zone;
	midnight -= (midnight % WHEN_DAY + WHEN_DAY) % WHEN_DAY;
	t += midnight - r->zone;
	if (r->mean == WHEN_PAST && t > r->ref)
		t -= WHEN_DAY;
	else if (r->mean == WHEN_NEXT && t <= r->ref)
		t += WHEN_DAY;
	else if (r->mean == WHEN_FROM && t < r->ref)
		t += WHEN_DAY;
	*out = t;
	return true;
}

bool
when_parse(const char *s, when_ms ref, enum when_mean mean, int zone_min,
	when_ms *out, struct err *err)
{
	struct reading r = {ref, mean, zone_min * WHEN_MINUTE};
	when_ms t = ref;

	if (strcmp(s, "now") && !read_relative(s, &r, &t) &&
		!read_dated(s, &r, &t) && !read_clock(s, &r, &t))
		return err_set(err, ERR_USAGE, "'%.*s' is no time: write "
			"13:41Z, 13:41, 2026-11-22T13:41:05Z, -10m, +1h30m "
			"or now", quote_len(s), s);
	if (t < 0 || t >= CIVIL_END)
		return err_set(err, ERR_USAGE, "'%.*s' lies outside the years "
			"1970 to 9999: write a time within them",
			quote_len(s), s);
	*out = t;
	return true;
}

bool
when_parse_span(const char *s, when_ms *out, struct err *err)
{
	if (!strcmp(s, "-")) {
		*out = 0;
		return true;
	}
	if (!take_span(s, out))
		return err_set(err, ERR_USAGE, "'%.*s' is no duration: write "
			"90s, 10m, 1h, 1h30m, 3d, or - for none",
			quote_len(s), s);
	return true;
}
