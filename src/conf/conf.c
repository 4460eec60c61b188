#include "conf/conf.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf_check.h"
#include "conf/conf_data.h"
#include "conf/source.h"

#include <confuse.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ARENA_BYTES 16384 /* mostly rows for libconfuse */
#define LIST_MAX 256 /* texts of one list */

/* An option that no file can name; it leads callbacks to their load. */
#define LOAD " "

/* One reading, as libconfuse's callbacks need it. */
struct load {
	struct conf *conf;
	struct source source;
	int closed;  /* sections that have ended */
	bool failed; /* @err is set; the first error counts */
	struct err *err;
};

static int option_take(cfg_t *cfg, cfg_opt_t *opt);
static int section_take(cfg_t *cfg, cfg_opt_t *opt);

/* What libconfuse says, and what to do then. */
static const struct hint {
	const char *says;
	const char *todo;
} hints[] = {
	{"missing equal sign", "; write NAME = VALUE"},
	{"missing title", "; write SECTION TITLE { ... }"},
	{"missing opening brace", "; write SECTION { ... }, with a title only "
		"where the section has one"},
	{"attempt to append", "; write = instead of +="},
	{"unexpected token", "; a list is {\"a\", \"b\"}, and a text with "
		"blanks stands in quotes"},
	{"premature end", "; a value or a section is missing"},
};

/* Puts the place before what @l->err says; always false. */
static bool
fail_at(struct load *l, int line)
{
	if (!l->failed)
		err_prefix(l->err, "%s:%d: ",
			source_piece_of(&l->source, line)->path,
			source_line(&l->source, line));
	l->failed = true;
	return false;
}

/* The section that libconfuse is in; NULL at the top. */
static const char *
section_of(const cfg_t *cfg)
{
	return strcmp(cfg->name, "root") != 0 ? cfg->name : NULL;
}

static void __attribute__((format(printf, 2, 0)))
error_take(cfg_t *cfg, const char *fmt, va_list ap)
{
	struct load *l = cfg_getptr(cfg, LOAD);
	const char *todo = "";
	char text[256];

	if (l->failed)
		return;
	if (!strncmp(fmt, "no such option", strlen("no such option"))) {
		conf_unknown(l->conf, section_of(cfg), va_arg(ap, char *),
			l->err);
		fail_at(l, cfg->line);
		return;
	}
	vsnprintf(text, sizeof(text), fmt, ap);
	for (size_t i = 0; i < sizeof(hints) / sizeof(*hints); i++)
		if (str_starts(text, hints[i].says))
			todo = hints[i].todo;
	err_set(l->err, ERR_USAGE, "%s%s", text, todo);
	fail_at(l, cfg->line);
}

static struct conf_value *
value_add(struct load *l, const struct conf_option *row, const char *title)
{
	struct conf *c = l->conf;

	if (c->n == c->room) {
		c->room = c->room ? c->room * 2 : 64;
		c->values = mem_grow(c->values, (size_t)c->room,
			sizeof(*c->values));
	}
	c->values[c->n] = (struct conf_value){
		.row = row, .title = arena_dup(c->a, title)};
	return &c->values[c->n++];
}

static void
place_set(struct load *l, struct conf_value *v, int line)
{
	v->path = source_piece_of(&l->source, line)->path;
	v->line = source_line(&l->source, line);
}

/* Whether an option is set again in the file that has set it. */
static bool
twice_check(struct load *l, const struct conf_value *v, int line)
{
	if (strcmp(v->path, source_piece_of(&l->source, line)->path) != 0 ||
	    v->line == source_line(&l->source, line))
		return true;
	return err_set(l->err, ERR_USAGE,
		"'%s' is set in line %d already; keep one", v->row->name,
		v->line);
}

/* Sets @v, or the next text of it, to the newest of libconfuse's @texts. */
static bool
text_set(struct load *l, struct conf_value *v, const char *text, int at)
{
	struct arena *a = l->conf->a;

	if (at >= LIST_MAX)
		return err_set(l->err, ERR_USAGE,
			"'%s' has more than %d texts", v->row->name, LIST_MAX);
	if (v->row->type == CONF_LIST && !at)
		v->text.v = arena_alloc(a, (LIST_MAX + 1) * sizeof(char *));
	else if (!at)
		v->text.v = arena_alloc(a, 2 * sizeof(char *));
	v->text.v[at] = arena_dup(a, text);
	v->text.v[at + 1] = NULL;
	v->text.n = at + 1;
	return true;
}

/*
 * Takes over what was read last: called after each text of a list, and for
 * lists in braces once more at the end.
 */
static bool
value_take(struct load *l, cfg_t *cfg, cfg_opt_t *opt)
{
	const struct conf_option *row =
		conf_row(l->conf, section_of(cfg), opt->name);
	struct conf_value *v = conf_value(l->conf, row, cfg->title);
	int at = (int)cfg_opt_size(opt) - 1;
	const char *text = cfg_opt_getnstr(opt, (unsigned)at);

	if (v && at == v->text.n - 1 && row->type == CONF_LIST &&
	    !strcmp(v->text.v[at], text))
		return true;
	if (v && !at && !twice_check(l, v, cfg->line))
		return false;
	if (!conf_check(row, text, l->err))
		return err_prefix(l->err, "%s: ", row->name);
	if (!v)
		v = value_add(l, row, cfg->title);
	if (!at)
		place_set(l, v, cfg->line);
	return text_set(l, v, text, at);
}

static int
option_take(cfg_t *cfg, cfg_opt_t *opt)
{
	struct load *l = cfg_getptr(cfg, LOAD);

	if (value_take(l, cfg, opt))
		return 0;
	fail_at(l, cfg->line);
	return -1;
}

/*
 * The title of the section that has just ended, if it is a new one: it is
 * among those that ended in this line.
 */
static const char *
title_find(const struct load *l, const cfg_t *cfg, cfg_opt_t *opt)
{
	const struct conf_option *row = conf_row(l->conf, opt->name, NULL);

	for (unsigned i = cfg_opt_size(opt); i > 0; i--) {
		const cfg_t *sec = cfg_opt_getnsec(opt, i - 1);

		if (sec->line == cfg->line && sec->title &&
		    !conf_value(l->conf, row, sec->title))
			return sec->title;
	}
	return NULL;
}

static int
section_take(cfg_t *cfg, cfg_opt_t *opt)
{
	struct load *l = cfg_getptr(cfg, LOAD);
	const struct conf_option *row = conf_row(l->conf, opt->name, NULL);
	int line = l->source.opens[l->closed++];
	const char *title = NULL;

	if (row->type == CONF_TITLED) {
		title = title_find(l, cfg, opt);
		if (!title)
			return 0;
		if (!conf_check(row, title, l->err)) {
			err_prefix(l->err, "%s: ", row->section);
			fail_at(l, line);
			return -1;
		}
	} else if (conf_value(l->conf, row, NULL)) {
		return 0;
	}
	place_set(l, value_add(l, row, title), line);
	return 0;
}

/* The options that libconfuse is to know in @section (NULL: at the top). */
static cfg_opt_t *
options_make(struct load *l, const char *section, void **load)
{
	const struct conf *c = l->conf;
	cfg_opt_t *opts;
	size_t n = 2;
	cfg_opt_t *to;

	for (int t = 0; t < c->n_tables; t++)
		n += (size_t)c->tables[t].n;
	opts = arena_alloc(c->a, n * sizeof(*opts));
	to = opts;
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const struct conf_option *row = &c->tables[t].rows[i];
			bool list = row->type == CONF_LIST;
			bool titled = row->type == CONF_TITLED;

			if (row->name && conf_same(row->section, section))
				*to++ = (cfg_opt_t){.name = row->name,
					.type = CFGT_STR,
					.flags = CFGF_NODEFAULT |
						(list ? CFGF_LIST : 0),
					.validcb = option_take};
			else if (!row->name && !section)
				*to++ = (cfg_opt_t){.name = row->section,
					.type = CFGT_SEC,
					.flags = titled ?
						CFGF_MULTI | CFGF_TITLE : 0,
					.subopts = options_make(l,
						row->section, load),
					.validcb = section_take};
		}
	*to++ = (cfg_opt_t){.name = LOAD, .type = CFGT_PTR,
		.flags = CFGF_NODEFAULT, .simple_value = {.ptr = load}};
	*to = (cfg_opt_t)CFG_END();
	return opts;
}

/* A list's number of texts is known at the end of the file alone. */
static bool
counts_check(const struct conf *c, struct err *err)
{
	for (int i = 0; i < c->n; i++)
		if (!conf_check_count(c->values[i].row, c->values[i].text.n,
				err))
			return err_prefix(err, "%s:%d: ", c->values[i].path,
				c->values[i].line);
	return true;
}

static bool
text_parse(struct load *l)
{
	void *self = l;
	cfg_opt_t *opts = options_make(l, NULL, &self);
	cfg_t *cfg = cfg_init(opts, CFGF_NONE);
	bool ok;

	if (!cfg)
		return err_set(l->err, ERR_STORE, "out of memory");
	cfg_set_error_function(cfg, error_take);
	ok = cfg_parse_buf(cfg, str_get(&l->source.text)) == CFG_SUCCESS;
	if (!ok && !l->failed) {
		/* libconfuse has no words for a few: "" = 1, " " = 1. */
		err_set(l->err, ERR_USAGE, "this is no NAME = VALUE");
		fail_at(l, cfg->line);
	}
	cfg_free(cfg);
	return ok;
}

static bool
file_load(struct conf *c, const char *path, struct err *err)
{
	struct err own = {0};
	struct load l = {.conf = c, .err = err ? err : &own};
	bool ok = source_read(&l.source, c->a, path, l.err) &&
		text_parse(&l) && counts_check(c, l.err);

	source_release(&l.source);
	return ok;
}

/* Splits the defaults of lists; they stand in our rows, so they are right. */
static void
lists_split(struct conf *c)
{
	for (int t = 0; t < c->n_tables; t++)
		for (int i = 0; i < c->tables[t].n; i++) {
			const struct conf_option *row = &c->tables[t].rows[i];
			struct conf_default *d;

			if (row->type != CONF_LIST)
				continue;
			c->lists = mem_grow(c->lists, (size_t)c->n_lists + 1,
				sizeof(*c->lists));
			d = &c->lists[c->n_lists++];
			*d = (struct conf_default){.row = row};
			if (row->fallback && !words_split(c->a, row->fallback,
					&d->text, NULL))
				abort();
		}
}

struct conf *
conf_load(const char *path, const struct conf_table *tables, int n,
	struct err *err)
{
	struct conf *c = mem_new(sizeof(*c));

	c->a = arena_new(ARENA_BYTES);
	c->tables = tables;
	c->n_tables = n;
	lists_split(c);
	if (path && !file_load(c, path, err)) {
		conf_free(c);
		return NULL;
	}
	return c;
}

void
conf_free(struct conf *c)
{
	if (!c)
		return;
	arena_free(c->a);
	free(c->values);
	free(c->lists);
	free(c);
}
