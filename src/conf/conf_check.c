#include "conf/conf_check.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "conf/conf_data.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define SHOWN_BYTES 60 /* of a value in a sentence */

/* The bytes of @s to show in a sentence: no half character. */
static int
shown(const char *s)
{
	size_t n = strlen(s);

	if (n > SHOWN_BYTES)
		for (n = SHOWN_BYTES; n && ((unsigned char)s[n] >> 6) == 2;)
			n--;
	return (int)n;
}

bool
conf_read_bool(const char *text, bool *out)
{
	*out = str_same(text, "true") || str_same(text, "yes") ||
		str_same(text, "on");
	return *out || str_same(text, "false") || str_same(text, "no") ||
		str_same(text, "off");
}

bool
conf_read_int(const char *text, long *out)
{
	char *end;

	errno = 0;
	*out = strtol(text, &end, 10);
	return end != text && !*end && !errno && *text != ' ';
}

static bool
int_check(const struct conf_option *row, const char *value, struct err *err)
{
	bool limits = row->min || row->max;
	long n;

	if (!conf_read_int(value, &n))
		return err_set(err, ERR_USAGE,
			"'%.*s' is not a whole number", shown(value), value);
	if (limits && (n < row->min || n > row->max))
		return err_set(err, ERR_USAGE, "%ld is not from %ld to %ld", n,
			row->min, row->max);
	return true;
}

static bool
choice_check(const char *choices, const char *value, struct err *err)
{
	size_t len = strlen(value);
	const char *p = choices;

	while (*p) {
		size_t n = strcspn(p, "|");

		if (n == len && !memcmp(p, value, n))
			return true;
		p += n + (p[n] == '|');
	}
	return err_set(err, ERR_USAGE, "'%.*s' is not one of %s", shown(value),
		value, choices);
}

static bool
text_check(const char *value, struct err *err)
{
	if (!text_valid(value, strlen(value)))
		return err_set(err, ERR_USAGE, "is not UTF-8 text");
	for (const char *p = value; *p; p++)
		if (((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') ||
		    *p == 0x7F)
			return err_set(err, ERR_USAGE, "has a control "
				"character (0x%02X)", (unsigned char)*p);
	return true;
}

bool
conf_check(const struct conf_option *row, const char *value, struct err *err)
{
	bool truth;

	if (!text_check(value, err))
		return false;
	switch (row->type) {
	case CONF_INT:
		if (!int_check(row, value, err))
			return false;
		break;
	case CONF_BOOL:
		if (!conf_read_bool(value, &truth))
			return err_set(err, ERR_USAGE, "'%.*s' is neither true "
				"nor false", shown(value), value);
		break;
	case CONF_SECTION:
	case CONF_TITLED:
	case CONF_TEXT:
	case CONF_LIST:
		break;
	}
	if (row->choices && !choice_check(row->choices, value, err))
		return false;
	return !row->check || row->check(value, err);
}

bool
conf_check_count(const struct conf_option *row, int n, struct err *err)
{
	if (row->type != CONF_LIST || (!row->min && !row->max) ||
	    (n >= row->min && n <= row->max))
		return true;
	if (row->min == row->max)
		return err_set(err, ERR_USAGE,
			"%s has %ld value%s, not %d", row->name, row->min,
			row->min == 1 ? "" : "s", n);
	return err_set(err, ERR_USAGE, "%s has %ld to %ld values, not %d",
		row->name, row->min, row->max, n);
}

/* The name by which @row is known in @section, or NULL. */
static const char *
name_in(const struct conf_option *row, const char *section)
{
	if (row->name)
		return conf_same(row->section, section) ? row->name : NULL;
	return section ? NULL : row->section;
}

/* Adds the names known in @section to @all; returns the nearest to @name. */
static const char *
names_find(const struct conf *c, const char *section, const char *name,
	struct str *all)
{
	const char *nearest = NULL;
	int least = INT_MAX;

	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const char *known =
				name_in(&c->tables[t].rows[i], section);
			int d = known ? str_distance(name, known) : INT_MAX;

			if (!known)
				continue;
			str_addf(all, "%s%s", all->len ? ", " : "", known);
			if (d < least) {
				least = d;
				nearest = known;
			}
		}
	/* Two letters may be wrong, in a short name one of three. */
	return least <= 2 && least * 3 <= (int)strlen(name) ? nearest : NULL;
}

/* The section that has the option @name, or NULL. */
static const char *
home_find(const struct conf *c, const char *name)
{
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const struct conf_option *row = &c->tables[t].rows[i];

			if (row->section && row->name &&
			    conf_same(row->name, name))
				return row->section;
		}
	return NULL;
}

bool
conf_unknown(const struct conf *c, const char *section, const char *name,
	struct err *err)
{
	struct str all = {0};
	const char *nearest = names_find(c, section, name, &all);
	const char *home = home_find(c, name);
	const char *in = section ? " in section " : "";
	int n = shown(name);

	if (!section)
		section = "";
	if (home && !conf_same(home, section))
		err_set(err, ERR_USAGE, "no option '%.*s'%s%s; it belongs into "
			"the section %s { }", n, name, in, section, home);
	else if (conf_row(c, NULL, name))
		err_set(err, ERR_USAGE, "no option '%.*s'%s%s; it belongs "
			"outside of sections", n, name, in, section);
	else if (nearest)
		err_set(err, ERR_USAGE, "no option '%.*s'%s%s; is '%s' meant?",
			n, name, in, section, nearest);
	else
		err_set(err, ERR_USAGE, "no option '%.*s'%s%s; there are: %s "
			"(a text with blanks stands in quotes)", n, name, in,
			section, str_get(&all));
	str_release(&all);
	return false;
}
