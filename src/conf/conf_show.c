#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "conf/conf_data.h"

#include <stdlib.h>
#include <string.h>

#define HELP_COLUMNS 72

/* Adds @text so that a config file gives it back. */
static void
text_add(struct str *out, const char *text)
{
	str_addc(out, '"');
	for (; *text; text++) {
		if (*text == '\n') {
			str_add(out, "\\n");
			continue;
		}
		if (strchr("\"\\$", *text))
			str_addc(out, '\\');
		str_addc(out, *text);
	}
	str_addc(out, '"');
}

/* Adds "name = value" as a file has it. */
static void
setting_add(struct str *out, const struct conf_option *row,
	const struct words *texts)
{
	bool bare = row->type == CONF_INT || row->type == CONF_BOOL;
	bool braces = row->type == CONF_LIST && texts->n != 1;

	str_addf(out, "%s = %s", row->name, braces ? "{" : "");
	for (int i = 0; i < texts->n; i++) {
		if (i)
			str_add(out, ", ");
		if (bare)
			str_add(out, texts->v[i]);
		else
			text_add(out, texts->v[i]);
	}
	if (braces)
		str_addc(out, '}');
}

static void
dump_option(const struct conf *c, const struct conf_option *row,
	const char *title, struct str *out)
{
	const char *where = conf_where(c, row->section, title, row->name);
	const char *text = NULL;
	char *one[2] = {NULL, NULL};
	struct words texts = {one, 0};

	if (row->type == CONF_LIST) {
		texts = *conf_list(c, row->section, title, row->name);
	} else {
		text = conf_text(c, row->section, title, row->name);
		one[0] = mem_dup(text);
		texts.n = text ? 1 : 0;
	}
	str_add(out, row->section ? "\t" : "");
	if (texts.n) {
		setting_add(out, row, &texts);
		str_addf(out, " # %s\n", where ? where : "default");
	} else {
		str_addf(out, "# %s is not set\n", row->name);
	}
	free(one[0]);
}

static void
dump_section(const struct conf *c, const struct conf_option *head,
	const char *title, struct str *out)
{
	const char *where = conf_where(c, head->section, title, NULL);

	str_addf(out, "\n%s ", head->section);
	if (title) {
		text_add(out, title);
		str_addc(out, ' ');
	}
	str_addf(out, "{ # %s\n", where ? where : "default");
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const struct conf_option *row = &c->tables[t].rows[i];

			if (row->name && conf_same(row->section, head->section))
				dump_option(c, row, title, out);
		}
	str_add(out, "}\n");
}

void
conf_dump(const struct conf *c, struct str *out)
{
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++)
			if (!c->tables[t].rows[i].section)
				dump_option(c, &c->tables[t].rows[i], NULL,
					out);
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const struct conf_option *row = &c->tables[t].rows[i];
			const char *title;

			if (row->type == CONF_SECTION)
				dump_section(c, row, NULL, out);
			if (row->type != CONF_TITLED)
				continue;
			for (int k = 0; (title = conf_title(c, row->section,
					k)); k++)
				dump_section(c, row, title, out);
		}
}

/* The help of a row, wrapped into comments that begin with @begin. */
static void
help_add(struct str *out, const char *begin, const char *help)
{
	size_t skip;
	size_t n;

	while ((n = text_wrap(help, HELP_COLUMNS, &skip)) || skip) {
		str_add(out, begin);
		str_addn(out, help, n);
		str_addc(out, '\n');
		help += skip;
	}
}

static void
starter_option(struct str *out, const struct conf_option *row)
{
	const char *begin = row->section ? "#\t" : "#";
	const char *text = row->fallback ? row->fallback : row->example;
	struct arena *a = arena_new(0);
	char *one[2] = {mem_dup(text ? text : ""), NULL};
	struct words texts = {one, 1};

	if (row->type == CONF_LIST && text &&
	    !words_split(a, text, &texts, NULL))
		abort();
	help_add(out, row->section ? "#\t# " : "# ", row->help);
	if (row->choices)
		str_addf(out, "%s# one of %s\n", begin, row->choices);
	str_add(out, begin);
	setting_add(out, row, &texts);
	str_add(out, row->section ? "\n" : "\n\n");
	free(one[0]);
	arena_free(a);
}

static void
starter_section(const struct conf_table *tables, int n,
	const struct conf_option *head, struct str *out)
{
	help_add(out, "# ", head->help);
	str_addf(out, "#%s ", head->section);
	if (head->type == CONF_TITLED) {
		text_add(out, head->example);
		str_addc(out, ' ');
	}
	str_add(out, "{\n");
	for (int t = 0; t < n; t++)
		for (int i = 0; i < tables[t].n; i++) {
			const struct conf_option *row = &tables[t].rows[i];

			if (row->name && conf_same(row->section, head->section))
				starter_option(out, row);
		}
	str_add(out, "#}\n\n");
}

void
conf_starter(const struct conf_table *tables, int n, struct str *out)
{
	for (int t = 0; t < n; t++)
		for (int i = 0; i < tables[t].n; i++)
			if (!tables[t].rows[i].section)
				starter_option(out, &tables[t].rows[i]);
	for (int t = 0; t < n; t++)
		for (int i = 0; i < tables[t].n; i++)
			if (!tables[t].rows[i].name)
				starter_section(tables, n,
					&tables[t].rows[i], out);
}
