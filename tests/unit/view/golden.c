#include "unit/view/golden.h"

#include "base/mem.h"
#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define FOLDER "tests/unit/view/golden"

static const char *
golden_read(struct arena *a, const char *path)
{
	FILE *f = fopen(path, "re");
	struct str text = {0};
	char part[4096];
	const char *out;
	size_t n;

	if (!f)
		return "";
	while ((n = fread(part, 1, sizeof(part), f)) > 0)
		str_addn(&text, part, n);
	fclose(f);
	out = arena_dup(a, str_get(&text));
	str_release(&text);
	return out;
}

static void
golden_write(const char *path, const char *text)
{
	FILE *f = fopen(path, "we");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* Fails with the first line that differs. */
static void
golden_differ(const char *path, const char *is, const char *was)
{
	int line = 1;

	while (*is && *is == *was) {
		line += *is == '\n';
		is++;
		was++;
	}
	fail_msg("%s:%d: is \"%.*s\", was \"%.*s\" from there on", path, line,
		(int)strcspn(is, "\n"), is, (int)strcspn(was, "\n"), was);
}

void
golden_is(struct arena *a, const char *name, const char *is)
{
	const char *path = arena_printf(a, "%s/%s.txt", FOLDER, name);
	const char *write = getenv("FG_GOLDEN");
	const char *was;

	if (write && !strcmp(write, "write"))
		golden_write(path, is);
	was = golden_read(a, path);
	if (strcmp(is, was) != 0)
		golden_differ(path, is, was);
}

void
golden_check(struct shot *s, const char *name, int h, int w)
{
	const char *text = shot_text(s, h, w);

	golden_is(s->in.a, name, arena_printf(s->in.a, "%s%s", text,
		shot_styles(s, h, w)));
}

void
golden_add(struct golden *g, struct shot *s, int h, int w, const char *what)
{
	str_addf(&g->text, "== %dx%d%s%s\n%s", w, h, what ? " " : "",
		what ? what : "", shot_text(s, h, w));
}

void
golden_end(struct golden *g)
{
	struct arena *a = arena_new(0);

	golden_is(a, g->name, str_get(&g->text));
	arena_free(a);
	str_release(&g->text);
}
