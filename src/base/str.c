#include "base/str.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define STR_FIRST 64 /* bytes: most lines fit without growing */
#define NAME_BYTES 40 /* longer words are compared by their beginning */

/* Makes room for @n more bytes and a NUL. */
static void
str_room(struct str *str, size_t n)
{
	size_t cap = str->cap ? str->cap : STR_FIRST;

	if (str->cap - str->len > n)
		return;
	if (n > SIZE_MAX / 4 - str->len)
		cap = SIZE_MAX; /* mem_grow dies of it */
	while (cap - str->len <= n)
		cap *= 2;
	str->s = mem_grow(str->s, cap, 1);
	str->cap = cap;
}

void
str_addn(struct str *str, const char *s, size_t n)
{
	str_room(str, n);
	if (n)
		memcpy(str->s + str->len, s, n);
	str->len += n;
	str->s[str->len] = '\0';
}

void
str_add(struct str *str, const char *s)
{
	str_addn(str, s, strlen(s));
}

void
str_addc(struct str *str, char c)
{
	str_addn(str, &c, 1);
}

void
str_addv(struct str *str, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	str_room(str, STR_FIRST);
	va_copy(again, ap);
	n = vsnprintf(str->s + str->len, str->cap - str->len, fmt, ap);
	if (n < 0)
		n = 0;
	if ((size_t)n >= str->cap - str->len) {
		str_room(str, (size_t)n);
		vsnprintf(str->s + str->len, (size_t)n + 1, fmt, again);
	}
	va_end(again);
	str->len += (size_t)n;
	str->s[str->len] = '\0';
}

void
str_addf(struct str *str, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_addv(str, fmt, ap);
	va_end(ap);
}

void
str_linev(struct str *str, const char *fmt, va_list ap)
{
	if (str->len)
		str_addc(str, '\n');
	str_addv(str, fmt, ap);
}

void
str_cut(struct str *str, size_t len)
{
	if (len >= str->len)
		return;
	str->len = len;
	str->s[len] = '\0';
}

const char *
str_get(const struct str *str)
{
	return str->s ? str->s : "";
}

char *
str_take(struct str *str)
{
	char *s = str->s ? str->s : mem_dup("");

	*str = (struct str){0};
	return s;
}

void
str_release(struct str *str)
{
	free(str->s);
	*str = (struct str){0};
}

const char *
str_or(const char *s, const char *other)
{
	return s && *s ? s : other;
}

static char
fold(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool
str_same(const char *a, const char *b)
{
	while (*a && fold(*a) == fold(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

bool
str_starts(const char *s, const char *prefix)
{
	return !strncmp(s, prefix, strlen(prefix));
}

const char *
str_find(const char *hay, const char *needle)
{
	for (;; hay++) {
		size_t n = 0;

		while (needle[n] && fold(hay[n]) == fold(needle[n]))
			n++;
		if (!needle[n])
			return hay;
		if (!*hay)
			return NULL;
	}
}

bool
str_listed(const char *list, const char *s, size_t n)
{
	while (*list) {
		size_t len = strcspn(list, "|");

		if (len == n && !strncasecmp(list, s, n))
			return true;
		list += len + (list[len] == '|');
	}
	return false;
}

int
str_distance(const char *a, const char *b)
{
	int cost[NAME_BYTES + 1];
	int n = 0;

	for (; n < NAME_BYTES && b[n]; n++)
		cost[n] = n;
	cost[n] = n;
	for (int i = 0; i < NAME_BYTES && a[i]; i++) {
		int corner = cost[0]++;

		for (int j = 0; j < n; j++) {
			int best = corner + (a[i] != b[j]);

			corner = cost[j + 1];
			if (corner + 1 < best)
				best = corner + 1;
			if (cost[j] + 1 < best)
				best = cost[j] + 1;
			cost[j + 1] = best;
		}
	}
	return cost[n];
}
