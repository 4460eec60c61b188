/* Words that rows of the Attention list share. */
#include "model/attention_find.h"

#include "base/str.h"
#include "base/words.h"

#include <string.h>

bool
attention_mine(const struct attention_find *f, const char *name)
{
	return *f->who && str_same(f->who, name);
}

const char *
attention_span(const struct attention_find *f, when_ms t)
{
	char span[WHEN_MAX];

	return arena_dup(f->a,
		when_span(t < f->now ? f->now - t : t - f->now, span));
}

const char *
attention_due(const struct attention_find *f, when_ms due)
{
	const char *span = attention_span(f, due);

	return f->now > due ? arena_printf(f->a, "%s LATE", span) :
		arena_printf(f->a, "due in %s", span);
}

const char *
attention_line(const struct attention_find *f, const char *s)
{
	size_t n = strcspn(s, "\n");

	return s[n] ? arena_dupn(f->a, s, n) : s;
}

const char *
attention_person(const struct attention_find *f, const struct sme *sme)
{
	const char *field = sme->field;

	if (!*field && sme->commander)
		field = "commander";
	return *field ? arena_printf(f->a, "%s (%s)", sme->name, field) :
		sme->name;
}

const char *
attention_verb(const struct attention_find *f, const char *verb,
	const char *name)
{
	struct str line = {0};
	const char *out;

	str_addf(&line, "%s ", verb);
	words_quote(&line, name);
	out = arena_dup(f->a, str_get(&line));
	str_release(&line);
	return out;
}
