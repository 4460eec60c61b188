#include "view/set.h"

#include "base/str.h"
#include "view/screen.h"

#include <stdio.h>
#include <string.h>

#define VERB "set"

struct set_row {
	const char *name;
	bool tried;
	const char *help;
};

#define SET_ROW(set, name, tried, help) [set] = {name, tried, help},
static const struct set_row rows[SET_COUNT] = {SET_MAP(SET_ROW)};
#undef SET_ROW

const char *
set_name(enum set set)
{
	return rows[set].name;
}

const char *
set_help(enum set set)
{
	return rows[set].help;
}

enum set
set_find(const char *name)
{
	int i = 0;

	while (i < SET_COUNT && !str_same(rows[i].name, name))
		i++;
	return (enum set)i;
}

/* The value spelled as its list has it, or NULL. */
static const char *
value_find(const struct set_state *state, const char *text, size_t n)
{
	for (int i = 0; i < state->n; i++)
		if (strlen(state->values[i]) == n &&
		    str_listed(state->values[i], text, n))
			return state->values[i];
	return NULL;
}

bool
set_change(struct set_state *state, enum set set, const char *value,
	struct err *err)
{
	const char *found = value_find(state, value, strlen(value));
	struct str all = {0};

	if (found) {
		snprintf(state->now, sizeof(state->now), "%s", found);
		state->changes++;
		return true;
	}
	for (int i = 0; i < state->n; i++)
		str_addf(&all, "%s%s", i ? ", " : "", state->values[i]);
	err_set(err, ERR_USAGE, "there is no %s '%.40s': %s", set_name(set),
		value, str_get(&all));
	str_release(&all);
	return false;
}

/* The next word of *@text: where it begins; its length into @n. */
static const char *
next_word(const char **text, size_t *n)
{
	const char *word = *text + strspn(*text, " ");

	*n = strcspn(word, " ");
	*text = word + *n;
	return word;
}

static bool
is_word(const char *word, const char *at, size_t n)
{
	return strlen(word) == n && str_listed(word, at, n);
}

/* The value in a line "set NAME VALUE", if it is one of @set. */
static const char *
value_typed(const struct screen *s, enum set set)
{
	const char *text = str_get(&s->line.text);
	const char *word, *value;
	size_t n;

	word = next_word(&text, &n);
	if (!is_word(VERB, word, n))
		return NULL;
	word = next_word(&text, &n);
	if (!is_word(set_name(set), word, n))
		return NULL;
	word = next_word(&text, &n);
	value = value_find(&s->set[set], word, n);
	next_word(&text, &n);
	return n ? NULL : value;
}

const char *
set_wanted(const struct screen *s, enum set set)
{
	const char *typed = s->prompt && rows[set].tried ?
		value_typed(s, set) : NULL;

	return typed ? typed : s->set[set].now;
}
