/* What is said about a line while it is typed, and what is kept of it. */
#include "cmd/find.h"

#include "base/mem.h"

#include <string.h>

#define DOT " \xc2\xb7 "

/* Adds a verb, or its second word, once. */
static void
add_word(struct str *s, const char *word, size_t n)
{
	if (s->len >= n && !strncmp(str_get(s) + s->len - n, word, n) &&
	    (s->len == n || str_get(s)[s->len - n - 1] == '|'))
		return;
	str_addf(s, "%s%.*s", s->len ? "|" : "", (int)n, word);
}

/*
 * The second words of a verb: "need dispatch|met|refused|drop"; of what is no
 * verb yet those that begin with it.
 */
static const char *
hint_verbs(const char *word, struct arena *a)
{
	size_t n = strlen(word);
	const struct cmd_row *r;
	struct str seconds = {0}, firsts = {0};
	const char *out;

	for (int i = 0; (r = cmd_row(i)); i++) {
		size_t first = strcspn(r->name, " ");

		if (strncasecmp(r->name, word, n))
			continue;
		if (first == n)
			add_word(&seconds, r->name + n + 1,
				strlen(r->name + n + 1));
		else
			add_word(&firsts, r->name, first);
	}
	out = seconds.len ? arena_printf(a, "%s %s", word,
		str_get(&seconds)) : arena_dup(a, str_get(&firsts));
	str_release(&seconds);
	str_release(&firsts);
	return out;
}

/* "--next TIME: when the next word comes", what is typed at the moment. */
static const char *
hint_arg(const struct cmd_row *row, const struct words *w, int used,
	bool whole, struct arena *a)
{
	struct words before = {w->v, whole ? w->n : w->n - 1};
	int pos;
	const struct cmd_arg *arg = find_arg_at(row, &before, used, &pos);
	const char *name;

	if (!arg)
		arg = find_positional(row, pos);
	/* The last one may take all words that are left. */
	for (; !arg && pos; pos--) {
		arg = find_positional(row, pos - 1);
		if (arg && !find_takes_rest(arg))
			return NULL;
	}
	if (!arg)
		return NULL;
	name = find_is_option(arg->name) ? arena_printf(a, "%s %s", arg->name,
		cmd_arg_word(arg)) : arg->type == ARG_CHOICE ?
		arena_printf(a, "%s %s", arg->name, arg->choices) : arg->name;
	return arena_printf(a, "%s: %s", name, arg->help);
}

const char *
cmd_hint(const char *line, struct arena *a)
{
	const struct cmd_row *row;
	const char *arg = NULL;
	struct words w;
	struct str s = {0};
	const char *out;
	size_t n = strlen(line);
	int used;
	bool whole = n && line[n - 1] == ' ';

	if (!words_split(a, line, &w, NULL) || !w.n)
		return "";
	if (!find_row(w.v, w.n, &row, &used, NULL))
		return w.n == 1 ? hint_verbs(w.v[0], a) : "";
	if (w.n > used || whole)
		arg = hint_arg(row, &w, used, whole, a);
	cmd_usage(row, &s);
	out = arg ? arena_printf(a, "%s" DOT "%s", arg, str_get(&s)) :
		arena_printf(a, "%s  - %s", str_get(&s), row->help);
	str_release(&s);
	return out;
}

/* ---- what is kept of a line ----------------------------------------------- */

/* Words of the program's own, numbers, times, names; no text of people. */
static bool
is_kept(const struct cmd_row *row, const struct cmd_arg *arg)
{
	switch (arg->type) {
	case ARG_TEXT:
	case ARG_FILTER:
	case ARG_PLACE:
	case ARG_FILE:
		return false;
	case ARG_WORD:
		return row->use & USE_SCREEN;
	default:
		return true;
	}
}

/* Whether the line is about something that is not for everybody. */
static bool
is_private(const struct words *w)
{
	for (int i = 0; i < w->n; i++)
		if (!strcmp(w->v[i], "--internal") ||
		    !strcmp(w->v[i], "--restricted"))
			return true;
	return false;
}

/* Whether it is about a restricted incident, chosen or named in it. */
static bool
is_restricted(const struct cmd_env *env, const struct words *w)
{
	if (env->inc && env->inc->restricted)
		return true;
	for (int i = 0; i < w->n; i++)
		for (int k = 0; k < env->n_board; k++)
			if (env->board[k].restricted &&
			    env->board[k].number == cmd_incident(w->v[i]))
				return true;
	return false;
}

struct keeping {
	const struct cmd_row *row;
	struct words in, out;
	int pos;
};

/* Word @i and, of an option, its value; returns the one behind. */
static int
keep_word(struct keeping *k, int i)
{
	char *word = k->in.v[i];
	const struct cmd_arg *arg;

	if (!find_is_option(word)) {
		arg = find_positional(k->row, k->pos++);
		if (arg && find_takes_rest(arg) && !is_kept(k->row, arg))
			return k->in.n;
		if (arg && is_kept(k->row, arg))
			k->out.v[k->out.n++] = word;
		return i + 1;
	}
	arg = cmd_arg_find(k->row, word);
	if (!arg || !is_kept(k->row, arg))
		return strchr(word, '=') ? i + 1 : i + 2;
	k->out.v[k->out.n++] = word;
	if (arg->type == ARG_FLAG || strchr(word, '=') || i + 1 >= k->in.n)
		return i + 1;
	k->out.v[k->out.n++] = k->in.v[i + 1];
	return i + 2;
}

const char *
cmd_kept(const struct cmd_env *env, const char *line)
{
	struct arena *a = env->arena;
	struct keeping k = {.pos = 0};
	struct cmd_args args;
	const char *kept;
	int used, i;

	/* Of what is no command nobody knows what it is. */
	if (!words_split(a, line, &k.in, NULL) ||
	    !cmd_parse(a, k.in.v, k.in.n, &args, NULL) ||
	    !find_row(k.in.v, k.in.n, &k.row, &used, NULL) ||
	    is_private(&k.in) || is_restricted(env, &k.in))
		return "";
	k.out.v = arena_alloc(a, ((size_t)k.in.n + 1) * sizeof(char *));
	for (i = 0; i < used; i++)
		k.out.v[k.out.n++] = k.in.v[i];
	if (i < k.in.n && cmd_incident(k.in.v[i]))
		k.out.v[k.out.n++] = k.in.v[i++];
	while (i < k.in.n)
		i = keep_word(&k, i);
	kept = words_join(a, k.out.v, k.out.n);
	/* What is left out waits to be typed. */
	return k.out.n < k.in.n ? arena_printf(a, "%s ", kept) : kept;
}
