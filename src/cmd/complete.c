/* What could stand at the end of a line, by the table and what is known. */
#include "cmd/find.h"

#include "base/mem.h"
#include "view/screen.h"

#include <stdlib.h>
#include <string.h>

struct finder {
	struct arena *a;
	const struct cmd_env *env;
	const char *stem;   /* what was typed of the last word */
	const char *list;   /* what stands before it, up to a comma; "" */
	const struct words *words; /* the whole ones before it */
	const char *before; /* the word before it; "" */
	struct texts out;
	int cap;
};

static void
offer(struct finder *f, const char *word)
{
	size_t n = strlen(f->stem);

	if (strncasecmp(word, f->stem, n))
		return;
	for (int i = 0; i < f->out.n; i++)
		if (!strcmp(f->out.v[i] + strlen(f->list), word))
			return;
	if (f->out.n == f->cap) {
		const char **old = f->out.v;

		f->cap = f->cap ? f->cap * 2 : 32;
		f->out.v = arena_alloc(f->a, (size_t)f->cap * sizeof(*old));
		if (old)
			memcpy(f->out.v, old,
				(size_t)f->out.n * sizeof(*old));
	}
	f->out.v[f->out.n++] = arena_printf(f->a, "%s%s", f->list, word);
}

static void
offer_choices(struct finder *f, const char *choices)
{
	while (*choices) {
		size_t n = strcspn(choices, "|");

		offer(f, arena_dupn(f->a, choices, n));
		choices += n + (choices[n] == '|');
	}
}

static void
offer_people(struct finder *f)
{
	const struct incident *inc = f->env->inc;

	for (int i = 0; f->env->roster && i < f->env->roster->n; i++)
		offer(f, f->env->roster->people[i].name);
	for (int i = 0; inc && i < inc->n_smes; i++)
		offer(f, inc->smes[i].name);
	if (inc && *inc->command.holder)
		offer(f, inc->command.holder);
}

static void
offer_incidents(struct finder *f)
{
	char name[16];

	for (int i = 0; i < f->env->n_board; i++)
		offer(f, incident_name(f->env->board[i].number, name));
}

static void
offer_stages(struct finder *f)
{
	for (int i = STAGE_DETECT; i < STAGE_COUNT; i++)
		offer(f, stage_rows[i].word);
}

/* The tags of entries, but for that of what cannot be read. */
static void
offer_kinds(struct finder *f)
{
	const char *tag;

	for (int i = 0; (tag = entry_filter_tag(i)); i++)
		if (*tag != '?')
			offer(f, tag);
}

/* Behind `kind`, `who` or `stage` only such words, else all that may stand. */
static void
offer_filter(struct finder *f)
{
	const char *key = "";

	for (int i = 0; i < f->words->n; i++)
		if (str_listed("kind|who|stage", f->words->v[i],
		    strlen(f->words->v[i])))
			key = f->words->v[i];
	if (!*key)
		offer_choices(f, f->words->n > 1 ? "kind|who|stage" :
			"none|kind|who|stage");
	if (!*key || str_same(key, "kind"))
		offer_kinds(f);
	if (!*key || str_same(key, "stage"))
		offer_stages(f);
	if (!*key || str_same(key, "who"))
		offer_people(f);
}

/*
 * Places of the incident: the stages that it was in, and, once T is typed,
 * since the declaration each minute in which something took place.
 */
static void
offer_places(struct finder *f, const char *choices)
{
	const struct incident *inc = f->env->whole ? f->env->whole :
		f->env->inc;
	when_ms last = -1;

	offer_choices(f, choices ? choices : "");
	for (int i = 0; inc && i < inc->n_visits; i++)
		offer(f, stage_rows[inc->visits[i].stage].word);
	if (strncasecmp(f->stem, "T", 1) != 0)
		return;
	for (uint32_t i = 0; inc && i < inc->n; i++) {
		when_ms t = (event_when(&inc->entries[i].ev) - inc->since) /
			WHEN_MINUTE;

		if (t > last)
			offer(f, arena_printf(f->a, "T+%02d:%02d",
				(int)(t / 60), (int)(t % 60)));
		last = when_later(t, last);
	}
}

static void
offer_numbers(struct finder *f, int n)
{
	for (int i = 1; i <= n; i++)
		offer(f, arena_printf(f->a, "%d", i));
}

/* The settings of this screen; there are none without one. */
static void
offer_settings(struct finder *f)
{
	const struct screen *s = f->env->screen;

	for (int i = 0; s && i < SET_COUNT; i++)
		if (s->set[i].n)
			offer(f, set_name((enum set)i));
}

/* What the setting that was typed before may be. */
static void
offer_setting_values(struct finder *f)
{
	const struct screen *s = f->env->screen;
	enum set set = set_find(f->before);

	for (int i = 0; s && set < SET_COUNT && i < s->set[set].n; i++)
		offer(f, s->set[set].values[i]);
}

/* Of a list the member behind the last comma is completed. */
static void
split_list(struct finder *f)
{
	const char *comma = strrchr(f->stem, ',');

	if (!comma)
		return;
	f->list = arena_dupn(f->a, f->stem, (size_t)(comma + 1 - f->stem));
	f->stem = comma + 1;
}

/* Values of an argument, as far as there are only so many. */
static void
offer_values(struct finder *f, const struct cmd_arg *arg)
{
	if (arg->type >= ARG_KINDS)
		split_list(f);
	switch (arg->type) {
	case ARG_NAME:
	case ARG_NAMES:
		offer_people(f);
		break;
	case ARG_CHOICE:
		offer_choices(f, arg->choices);
		break;
	case ARG_STAGE:
	case ARG_STAGES:
		offer_stages(f);
		break;
	case ARG_KINDS:
		offer_kinds(f);
		break;
	case ARG_FILTER:
		offer_filter(f);
		break;
	case ARG_PLACE:
		offer_places(f, arg->choices);
		break;
	case ARG_INCIDENT:
		offer_incidents(f);
		break;
	case ARG_SEVERITY:
		offer_numbers(f, NUMBERS_WIDE);
		break;
	case ARG_PRIORITY:
		offer_choices(f, "P1|P2|P3|P4");
		break;
	case ARG_SETTING:
		offer_settings(f);
		break;
	case ARG_VALUE:
		offer_setting_values(f);
		break;
	default:
		break;
	}
}

static void
offer_verbs(struct finder *f)
{
	const struct cmd_row *r;

	for (int i = 0; (r = cmd_row(i)); i++)
		offer(f, arena_dupn(f->a, r->name, strcspn(r->name, " ")));
}

/* Second words of the verbs that begin with @verb; false: there are none. */
static bool
offer_subverbs(struct finder *f, const char *verb)
{
	size_t n = strlen(verb);
	const struct cmd_row *r;
	bool any = false;

	for (int i = 0; (r = cmd_row(i)); i++) {
		if (strncasecmp(r->name, verb, n) || r->name[n] != ' ')
			continue;
		offer(f, r->name + n + 1);
		any = true;
	}
	return any;
}

static void
offer_options(struct finder *f, const struct cmd_row *row)
{
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++)
		if (find_is_option(row->args[i].name))
			offer(f, row->args[i].name);
	if (row->use & USE_WRITE) {
		offer(f, "--happened");
		offer(f, "--reason");
	}
}

/* The words behind the verb: @w[from] .. @w[n - 1], then the stem. */
static void
offer_arguments(struct finder *f, const struct cmd_row *row,
	const struct words *w, int from)
{
	int pos;
	const struct cmd_arg *arg = find_arg_at(row, w, from, &pos);

	f->before = w->n > from ? w->v[w->n - 1] : "";
	if (arg) {
		offer_values(f, arg);
		return;
	}
	arg = find_positional(row, pos);
	/* A filter goes on as long as it likes. */
	if (!arg && pos && find_positional(row, 0)->type == ARG_FILTER)
		arg = find_positional(row, 0);
	if (arg)
		offer_values(f, arg);
	if (w->n == from && !(row->use & USE_NO_INC))
		offer_incidents(f);
	if (!arg || !find_takes_rest(arg) || str_starts(f->stem, "-"))
		offer_options(f, row);
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Splits what was typed into whole words and the stem of the last one. */
static void
split(struct finder *f, const char *line, struct words *w)
{
	const char *blank = strrchr(line, ' ');

	f->stem = arena_dup(f->a, blank ? blank + 1 : line);
	if (!words_split(f->a, blank ? arena_dupn(f->a, line,
	    (size_t)(blank - line)) : "", w, NULL))
		w->n = 0;
}

struct texts
cmd_complete(const struct cmd_env *env, const char *line, struct arena *a)
{
	struct finder f = {.a = a, .env = env, .list = ""};
	const struct cmd_row *row;
	struct words w;
	int used;

	split(&f, line, &w);
	f.words = &w;
	if (!w.n) {
		if (!strchr(line, ' '))
			offer_verbs(&f);
	} else if (w.n > 1 || !offer_subverbs(&f, w.v[0])) {
		if (find_row(w.v, w.n, &row, &used, NULL))
			offer_arguments(&f, row, &w, used);
	}
	if (f.out.n)
		qsort(f.out.v, (size_t)f.out.n, sizeof(*f.out.v), by_text);
	return f.out;
}
