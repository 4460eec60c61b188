#include "conf/source.h"

#include "base/mem.h"
#include "conf/source_file.h"

#include <stdlib.h>
#include <string.h>

/* Characters that end a word; '*' and a lone '+' libconfuse would drop. */
#define WORD_ENDS " #\"'\t\n{}()+,*="

struct scan {
	struct source *out;
	const struct source_file *file;
	const char *p;    /* NUL at the end */
	int line;         /* of @p in the file */
	int at;           /* line to blame */
	char last;        /* last sign; 'w' after a word or a text */
	int section_line; /* where the open section began, 0: none is open */
	int list_line;    /* the same of a list */
	bool placed;      /* @err names a place already */
	struct err *err;
};

static bool scan_file(struct source *s, const struct source_file *file,
	struct err *err);

/* Copies @n characters to the text. */
static void
emit(struct scan *sc, size_t n)
{
	for (; n; n--) {
		if (*sc->p == '\n') {
			sc->line++;
			sc->out->lines++;
		}
		str_addc(&sc->out->text, *sc->p++);
	}
}

/* Starts a run of lines of @path in the text, on a line of its own. */
static void
piece_add(struct source *s, const char *path, int line)
{
	if (s->n) {
		str_addc(&s->text, '\n');
		s->lines++;
	}
	s->pieces = mem_grow(s->pieces, (size_t)s->n + 1, sizeof(*s->pieces));
	s->pieces[s->n++] = (struct source_piece){path, s->lines, line};
}

static bool
comment_skip(struct scan *sc)
{
	if (sc->p[0] == '#' || sc->p[1] == '/') {
		sc->p += strcspn(sc->p, "\n");
		return true;
	}
	sc->at = sc->line;
	str_addc(&sc->out->text, ' ');
	for (sc->p += 2; sc->p[0] != '*' || sc->p[1] != '/';) {
		if (!*sc->p)
			return err_set(sc->err, ERR_USAGE,
				"this comment is never closed; end it with */");
		if (*sc->p == '\n')
			emit(sc, 1);
		else
			sc->p++;
	}
	sc->p += 2;
	return true;
}

/* At "${": libconfuse will put the value there, so it has to be one. */
static bool
variable_scan(struct scan *sc)
{
	char name[128] = "";
	const char *from = sc->p + 2;
	size_t all = strcspn(from, "}\n\"");
	size_t n = strspn(from, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789_");
	bool fallback = !strncmp(from + n, ":-", 2);

	if (from[all] != '}' || !n || n >= sizeof(name) ||
	    (n != all && !fallback))
		return err_set(sc->err, ERR_USAGE, "${ begins a variable: "
			"write ${NAME} or ${NAME:-TEXT}, or \\${ in quotes "
			"for the characters");
	memcpy(name, from, n);
	if (!fallback && !getenv(name))
		return err_set(sc->err, ERR_USAGE, "the environment has no "
			"%s; set it, or write ${%s:-TEXT}", name, name);
	emit(sc, all + 3);
	return true;
}

static bool
escape_scan(struct scan *sc, char quote)
{
	char c = sc->p[1];

	if (!c)
		return err_set(sc->err, ERR_USAGE, "the file ends in a text");
	if (quote == '"' && !strchr("\"\\nt$\n", c))
		return err_set(sc->err, ERR_USAGE, "\\%.*s is no escape; there "
			"are \\\" \\\\ \\n \\t \\$, and \\\\ is a backslash",
			c & 0x80 ? 0 : 1, sc->p + 1);
	emit(sc, 2);
	return true;
}

static bool
text_scan(struct scan *sc)
{
	char quote = *sc->p;
	bool ok = true;

	emit(sc, 1);
	while (ok && *sc->p != quote) {
		sc->at = sc->line;
		if (!*sc->p || *sc->p == '\n')
			return err_set(sc->err, ERR_USAGE, "a text has to end "
				"on its line: close it with %c, or end the "
				"line with \\ to go on", quote);
		if (*sc->p == '\\')
			ok = escape_scan(sc, quote);
		else if (quote == '"' && !strncmp(sc->p, "${", 2))
			ok = variable_scan(sc);
		else
			emit(sc, 1);
	}
	if (ok)
		emit(sc, 1);
	sc->last = 'w';
	return ok;
}

/* The file of include("FILE") at @sc->p, which is moved behind it. */
static char *
include_name(struct scan *sc)
{
	const char *p = sc->p + strlen("include");
	const char *name;
	char quote;
	size_t n;

	p += strspn(p, " \t");
	p++;
	p += strspn(p, " \t");
	quote = *p;
	if (quote != '"' && quote != '\'')
		return NULL;
	name = p + 1;
	n = strcspn(name, quote == '"' ? "\"\\$\n" : "'\\\n");
	p = name + n;
	if (!n || *p != quote)
		return NULL;
	p += 1 + strspn(p + 1, " \t");
	if (*p != ')')
		return NULL;
	sc->p = p + 1;
	return arena_dupn(sc->out->a, name, n);
}

static bool
include_scan(struct scan *sc)
{
	struct source_file sub = {.by = sc->file};
	const struct source_file *by;
	char *name = include_name(sc);
	int deep = 0;
	bool ok = false;

	if (!name)
		return err_set(sc->err, ERR_USAGE,
			"write include(\"FILE\") with a plain path");
	if (sc->section_line)
		return err_set(sc->err, ERR_USAGE, "include stands outside of "
			"sections, and one is open since line %d",
			sc->section_line);
	for (by = sc->file; by; by = by->by)
		deep++;
	if (deep >= SOURCE_DEEP)
		return err_set(sc->err, ERR_USAGE, "more than %d files include "
			"each other; include fewer", SOURCE_DEEP);
	sub.path = source_file_path(sc->out->a, name, sc->file->path);
	if (!source_file_read(&sub, SOURCE_BYTES - sc->out->bytes, sc->err))
		return err_prefix(sc->err, "include: ");
	if (source_file_repeats(&sub)) {
		err_set(sc->err, ERR_USAGE, "include: %s includes itself; take "
			"one of the lines out", sub.path);
	} else {
		ok = scan_file(sc->out, &sub, sc->err);
		sc->placed = !ok;
	}
	source_file_release(&sub);
	piece_add(sc->out, sc->file->path, sc->line);
	sc->last = '}';
	return ok;
}

static bool
word_scan(struct scan *sc)
{
	size_t n = strcspn(sc->p, WORD_ENDS);
	const char *next = sc->p + n;
	bool value = sc->last == '=' || sc->last == ',' || sc->list_line;

	if (!strncmp(sc->p, "${", 2)) {
		if (!variable_scan(sc))
			return false;
		next = sc->p;
		sc->last = 'w';
		if (!strchr(WORD_ENDS, *next) || *next == '#')
			return err_set(sc->err, ERR_USAGE, "put a text with a "
				"variable in it in quotes: \"...\"");
		return true;
	}
	if (!value && n == strlen("include") && !strncmp(sc->p, "include", n) &&
	    next[strspn(next, " \t")] == '(')
		return include_scan(sc);
	if ((*next && strchr("#*\"'", *next)) ||
	    (*next == '+' && next[1] != '=') ||
	    (*next == '{' && n && next[-1] == '$'))
		return err_set(sc->err, ERR_USAGE, "%c cannot stand here; put "
			"the whole text in quotes", *next);
	emit(sc, n);
	sc->last = 'w';
	return true;
}

static bool
brace_open(struct scan *sc)
{
	struct source *s = sc->out;

	if (sc->list_line) {
		return err_set(sc->err, ERR_USAGE, "the list opened in line "
			"%d is still open; close it with }", sc->list_line);
	} else if (sc->last == '=') {
		sc->list_line = sc->line;
	} else if (sc->section_line) {
		return err_set(sc->err, ERR_USAGE, "the section opened in line "
			"%d is still open; close it with }", sc->section_line);
	} else {
		if (s->n_opens == SOURCE_SECTIONS)
			return err_set(sc->err, ERR_USAGE, "more than %d "
				"sections", SOURCE_SECTIONS);
		sc->section_line = sc->line;
		s->opens = mem_grow(s->opens, (size_t)s->n_opens + 1,
			sizeof(*s->opens));
		s->opens[s->n_opens++] = s->lines;
	}
	sc->last = '{';
	emit(sc, 1);
	return true;
}

static bool
brace_close(struct scan *sc)
{
	if (sc->list_line && sc->last == '{')
		return err_set(sc->err, ERR_USAGE, "an empty list; leave the "
			"option out to have the default");
	if (sc->list_line)
		sc->list_line = 0;
	else if (sc->section_line)
		sc->section_line = 0;
	else
		return err_set(sc->err, ERR_USAGE,
			"this } closes nothing; is a { missing above?");
	sc->last = '}';
	emit(sc, 1);
	return true;
}

static bool
sign_scan(struct scan *sc)
{
	if (*sc->p == '*' || (*sc->p == '+' && sc->p[1] != '='))
		return err_set(sc->err, ERR_USAGE, "%c cannot stand here; put "
			"the whole text in quotes", *sc->p);
	if (*sc->p == '+')
		emit(sc, 1);
	sc->last = *sc->p;
	emit(sc, 1);
	return true;
}

static bool
token_scan(struct scan *sc)
{
	sc->at = sc->line;
	switch (*sc->p) {
	case ' ':
	case '\t':
	case '\n':
		emit(sc, 1);
		return true;
	case '/':
		if (sc->p[1] != '/' && sc->p[1] != '*')
			return word_scan(sc);
		return comment_skip(sc);
	case '#':
		return comment_skip(sc);
	case '"':
	case '\'':
		return text_scan(sc);
	case '{':
		return brace_open(sc);
	case '}':
		return brace_close(sc);
	case '=':
	case ',':
	case '(':
	case ')':
	case '+':
	case '*':
		return sign_scan(sc);
	default:
		return word_scan(sc);
	}
}

static bool
scan_file(struct source *s, const struct source_file *file, struct err *err)
{
	struct scan sc = {.out = s, .file = file, .p = file->text,
		.line = 1, .at = 1, .last = '}', .err = err};
	bool ok = true;

	s->bytes += file->len;
	piece_add(s, file->path, 1);
	while (ok && *sc.p)
		ok = token_scan(&sc);
	if (ok && (sc.list_line || sc.section_line)) {
		sc.at = sc.list_line ? sc.list_line : sc.section_line;
		ok = err_set(err, ERR_USAGE,
			"this { is never closed; end it with }");
	}
	if (ok && sc.last == '=')
		ok = err_set(err, ERR_USAGE, "a value is missing after =");
	if (!ok && !sc.placed)
		err_prefix(err, "%s:%d: ", file->path, sc.at);
	return ok;
}

bool
source_read(struct source *s, struct arena *a, const char *path,
	struct err *err)
{
	struct source_file file = {.path = arena_dup(a, path)};
	bool ok;

	*s = (struct source){.a = a, .lines = 1};
	if (!source_file_read(&file, SOURCE_BYTES, err))
		return false;
	ok = scan_file(s, &file, err);
	source_file_release(&file);
	return ok;
}

void
source_release(struct source *s)
{
	str_release(&s->text);
	free(s->pieces);
	free(s->opens);
}

const struct source_piece *
source_piece_of(const struct source *s, int line)
{
	int i = s->n - 1;

	while (i > 0 && s->pieces[i].from > line)
		i--;
	return &s->pieces[i];
}

int
source_line(const struct source *s, int line)
{
	const struct source_piece *piece = source_piece_of(s, line);

	return piece->line + (line - piece->from);
}
