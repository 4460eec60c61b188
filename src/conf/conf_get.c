#include "base/mem.h"
#include "conf/conf_check.h"
#include "conf/conf_data.h"

#include <stdlib.h>
#include <string.h>

bool
conf_same(const char *a, const char *b)
{
	return a && b ? !strcmp(a, b) : a == b;
}

const struct conf_option *
conf_row(const struct conf *c, const char *section, const char *option)
{
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const struct conf_option *row = &c->tables[t].rows[i];

			if (conf_same(row->section, section) &&
			    conf_same(row->name, option))
				return row;
		}
	return NULL;
}

struct conf_value *
conf_value(const struct conf *c, const struct conf_option *row,
	const char *title)
{
	/* From the end: it is mostly asked for what was read last. */
	for (int i = c->n - 1; i >= 0; i--)
		if (c->values[i].row == row &&
		    conf_same(c->values[i].title, title))
			return &c->values[i];
	return NULL;
}

/* The row of an option that somebody asks for: there must be one. */
static const struct conf_option *
conf_known(const struct conf *c, const char *section, const char *option)
{
	const struct conf_option *row = conf_row(c, section, option);

	if (!row || !option)
		abort();
	return row;
}

const char *
conf_text(const struct conf *c, const char *section, const char *title,
	const char *option)
{
	const struct conf_option *row = conf_known(c, section, option);
	const struct conf_value *v = conf_value(c, row, title);

	return v ? v->text.v[0] : row->fallback;
}

const struct words *
conf_list(const struct conf *c, const char *section, const char *title,
	const char *option)
{
	const struct conf_option *row = conf_known(c, section, option);
	const struct conf_value *v = conf_value(c, row, title);

	if (v)
		return &v->text;
	for (int i = 0; i < c->n_lists; i++)
		if (c->lists[i].row == row)
			return &c->lists[i].text;
	abort();
}

long
conf_int(const struct conf *c, const char *section, const char *title,
	const char *option)
{
	const char *text = conf_text(c, section, title, option);
	long n = 0;

	return text && conf_read_int(text, &n) ? n : 0;
}

bool
conf_bool(const struct conf *c, const char *section, const char *title,
	const char *option)
{
	const char *text = conf_text(c, section, title, option);
	bool truth = false;

	return text && conf_read_bool(text, &truth) && truth;
}

const char *
conf_title(const struct conf *c, const char *section, int i)
{
	for (int k = 0; k < c->n; k++)
		if (c->values[k].row->type == CONF_TITLED &&
		    conf_same(c->values[k].row->section, section) && !i--)
			return c->values[k].title;
	return NULL;
}

const char *
conf_where(const struct conf *c, const char *section, const char *title,
	const char *option)
{
	const struct conf_option *row = conf_row(c, section, option);
	const struct conf_value *v;

	if (!row)
		abort();
	v = conf_value(c, row, title);
	return v ? arena_printf(c->a, "%s:%d", v->path, v->line) : NULL;
}
