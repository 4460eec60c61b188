/*
 * The text of a summary: "v=1", then every field of the table below in its
 * order as name=value, with tabs between them.  Values are decimal numbers,
 * "-" for an instant that is not set, and texts whose bytes below a blank,
 * "%", DEL and (unless all is UTF-8) those above are %XX.  Anything else is
 * not a summary of this version: the reader folds the events instead.
 */
#include "model/summary.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <limits.h>
#include <stddef.h>
#include <string.h>

enum sort { SORT_INT, SORT_U32, SORT_BOOL, SORT_TIME, SORT_TEXT, SORT_HASH };

struct summary_row {
	const char *name;
	enum sort sort;
	size_t at;   /* offset in struct summary */
	int64_t max; /* of a number */
};

#define ROW(name, sort, max) \
	{#name, SORT_##sort, offsetof(struct summary, name), max}
#define TIME(name) ROW(name, TIME, INT64_MAX)
#define BOOL(name) ROW(name, BOOL, 1)

/* Enums are written and read as ints. */
_Static_assert(sizeof(enum stage) == sizeof(int), "an enum is no int");
_Static_assert(sizeof(enum affected) == sizeof(int), "an enum is no int");
_Static_assert(sizeof(enum impact) == sizeof(int), "an enum is no int");

static const struct summary_row rows[] = {
	ROW(v, INT, SUMMARY_VERSION), ROW(number, U32, UINT32_MAX),
	ROW(n, U32, UINT32_MAX), TIME(rank),
	ROW(title, TEXT, 0), ROW(commander, TEXT, 0), ROW(service, TEXT, 0),
	ROW(source, TEXT, 0), ROW(severity, INT, 4), ROW(highest, INT, 4),
	ROW(stage, INT, STAGE_COUNT - 1), BOOL(restricted), BOOL(closed),
	BOOL(false_alarm), BOOL(all_clear), BOOL(under_control),
	ROW(merged_into, U32, UINT32_MAX), ROW(affected, INT, AFFECTED_NO),
	TIME(since), TIME(stage_since), TIME(command_since), TIME(updated),
	TIME(began), ROW(impact, INT, IMPACT_NEVER), TIME(customer_base),
	TIME(ops_base), TIME(customer_run), TIME(ops_run), TIME(told),
	TIME(promised), TIME(customers_due), TIME(can_due),
	TIME(broadcast_due), TIME(review_due), TIME(review_held),
	TIME(item_due), TIME(closed_at), TIME(all_clear_at),
	TIME(item_dues[0]), TIME(item_dues[1]), TIME(item_dues[2]),
	TIME(item_dues[3]), TIME(item_dues[4]), TIME(item_dues[5]),
	TIME(item_dues[6]), TIME(item_dues[7]), ROW(needs, INT, INT_MAX),
	ROW(smes, INT, INT_MAX), ROW(items, INT, INT_MAX),
	ROW(messages, INT, INT_MAX), ROW(hash, HASH, 0),
};

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

static void
put_number(struct str *out, int64_t v)
{
	char digits[24], *p = digits + sizeof(digits);
	uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;

	if (v == WHEN_NONE) {
		str_addc(out, '-');
		return;
	}
	do
		*--p = (char)('0' + u % 10);
	while (u /= 10);
	if (v < 0)
		*--p = '-';
	str_addn(out, p, (size_t)(digits + sizeof(digits) - p));
}

static void
put_text(struct str *out, const char *s)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t len = s ? strlen(s) : 0;
	bool plain = text_valid(s ? s : "", len);

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c >= ' ' && c != '%' && c != 0x7f && (plain || c < 0x80)) {
			str_addc(out, (char)c);
			continue;
		}
		str_addc(out, '%');
		str_addc(out, hex[c >> 4]);
		str_addc(out, hex[c & 15]);
	}
}

static void
put_value(struct str *out, const struct summary_row *row, const char *at)
{
	char hex[HASH_HEX];
	int64_t v = 0;
	uint32_t u;
	int i;
	bool b;

	switch (row->sort) {
	case SORT_TEXT:
		put_text(out, *(const char *const *)(const void *)at);
		return;
	case SORT_HASH:
		str_add(out, hash_hex((const struct hash *)(const void *)at,
			hex));
		return;
	case SORT_INT:
		memcpy(&i, at, sizeof(i));
		v = i;
		break;
	case SORT_U32:
		memcpy(&u, at, sizeof(u));
		v = u;
		break;
	case SORT_BOOL:
		memcpy(&b, at, sizeof(b));
		v = b;
		break;
	case SORT_TIME:
		memcpy(&v, at, sizeof(v));
		break;
	}
	put_number(out, v);
}

void
summary_write(const struct summary *s, struct str *out)
{
	for (size_t i = 0; i < N_ROWS; i++) {
		if (i)
			str_addc(out, '\t');
		str_add(out, rows[i].name);
		str_addc(out, '=');
		put_value(out, &rows[i], (const char *)s + rows[i].at);
	}
}

/* A number that fits, or "-" where an instant may be. */
static bool
get_number(const struct summary_row *row, const char *s, size_t len,
	int64_t *out)
{
	bool minus = len && *s == '-';
	int64_t v = 0;

	if (minus && len == 1) {
		*out = WHEN_NONE;
		return row->sort == SORT_TIME;
	}
	if (minus && row->sort != SORT_TIME)
		return false;
	if (len <= minus || len - minus > 19)
		return false;
	for (size_t i = minus; i < len; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		if (v > (INT64_MAX - (s[i] - '0')) / 10)
			return false;
		v = v * 10 + (s[i] - '0');
	}
	*out = minus ? -v : v;
	return v <= row->max;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static const char *
get_text(struct arena *a, const char *s, size_t len)
{
	char *out = arena_dupn(a, s, len), *to = out;

	for (size_t i = 0; i < len; i++) {
		int high, low;

		if (s[i] != '%') {
			*to++ = s[i];
			continue;
		}
		if (len - i < 3)
			return NULL;
		high = hex_digit(s[i + 1]);
		low = hex_digit(s[i + 2]);
		if (high < 0 || low < 0 || !(high | low))
			return NULL;
		*to++ = (char)(high << 4 | low);
		i += 2;
	}
	*to = '\0';
	return out;
}

static bool
get_hash(const char *s, size_t len, struct hash *out)
{
	char hex[HASH_HEX];

	if (len != HASH_HEX - 1)
		return false;
	memcpy(hex, s, len);
	hex[len] = '\0';
	return hash_parse(hex, out);
}

/* Where a value stands in the text, and its place in the summary. */
struct value_at {
	const char *s;
	size_t len;
	char *to;
};

static bool
get_value(struct arena *a, const struct summary_row *row, struct value_at v)
{
	const char *text;
	int64_t n;

	if (row->sort == SORT_TEXT) {
		text = get_text(a, v.s, v.len);
		memcpy(v.to, &text, sizeof(text));
		return text != NULL;
	}
	if (row->sort == SORT_HASH)
		return get_hash(v.s, v.len, (struct hash *)(void *)v.to);
	if (!get_number(row, v.s, v.len, &n))
		return false;
	if (row->sort == SORT_TIME)
		memcpy(v.to, &n, sizeof(n));
	else if (row->sort == SORT_BOOL)
		memcpy(v.to, &(bool){n != 0}, sizeof(bool));
	else
		memcpy(v.to, &(uint32_t){(uint32_t)n}, sizeof(uint32_t));
	return true;
}

bool
summary_read(struct arena *a, const char *text, struct summary *out)
{
	struct summary s = {0};

	for (size_t i = 0; i < N_ROWS; i++) {
		size_t name = strlen(rows[i].name);
		struct value_at v = {.to = (char *)&s + rows[i].at};

		if (i && *text++ != '\t')
			return false;
		if (strncmp(text, rows[i].name, name) || text[name] != '=')
			return false;
		v.s = text + name + 1;
		v.len = strcspn(v.s, "\t");
		text = v.s + v.len;
		if (!get_value(a, &rows[i], v))
			return false;
	}
	if (*text || s.v != SUMMARY_VERSION)
		return false;
	*out = s;
	return true;
}
