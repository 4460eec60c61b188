#include "unit/model/seen.h"

#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>

struct attention_list
seen_list(struct made *m, const char *who, double min)
{
	return attention_of(made_fold(m), who, made_at(min), m->a);
}

const struct attention *
seen_row(struct made *m, const char *who, double min, enum attention_sort sort)
{
	struct attention_list list = seen_list(m, who, min);

	for (int i = 0; i < list.n; i++)
		if (list.v[i].sort == sort)
			return &list.v[i];
	return NULL;
}

/* A verb may leave words open, but must split into words. */
static void
assert_verb(const char *verb)
{
	struct arena *a = arena_new(0);
	struct words words;

	assert_true(words_split(a, verb, &words, NULL));
	assert_true(words.n > 0);
	arena_free(a);
}

void
seen_assert(const struct attention *row, const struct attention *want)
{
	assert_non_null(row);
	assert_string_equal(row->text, want->text);
	assert_string_equal(row->more, want->more);
	assert_string_equal(row->key, want->key);
	assert_string_equal(row->verb, want->verb);
	assert_int_equal(row->level, want->level);
	assert_verb(row->verb);
}
