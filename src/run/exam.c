/* What can be wrong with a config, a line each. */
#include "run/exam.h"

#include "base/mem.h"
#include "base/text.h"
#include "run/secrets.h"
#include "run/settings.h"
#include "view/keys.h"

#include <string.h>
#include <unistd.h>

void
exam_say(struct exam *x, enum exam_level level, const char *fmt, ...)
{
	static const char *const words[] = {"ok  ", "warn", "BAD "};
	struct arena *a = arena_new(1024);
	va_list ap;

	va_start(ap, fmt);
	str_addf(&x->out, "%s  %s\n", words[level],
		text_safe(a, arena_vprintf(a, fmt, ap), false));
	va_end(ap);
	arena_free(a);
	x->bad += level == EXAM_BAD;
}

bool
exam_end(struct exam *x, enum err_code code, struct err *err)
{
	bool ok = cli_print(x->cli, str_get(&x->out), err);

	str_release(&x->out);
	return ok && (!x->bad || err_set(err, code, "%d thing%s to put right",
		x->bad, x->bad == 1 ? "" : "s"));
}

bool
exam_config(struct exam *x)
{
	struct cli *cli = x->cli;
	const struct settings *set;
	struct err err;
	int on_call = 0;

	if (!world_open(&cli->world, &cli->line->opt, &err)) {
		exam_say(x, EXAM_BAD, "config: %s", err.text);
		return false;
	}
	set = cli->world.settings;
	exam_say(x, EXAM_OK, "config: %s", set->file ? set->file :
		"none, all is default (`fireground init` writes one)");
	exam_say(x, EXAM_OK, "you: %s, through %s%s", cli->world.who, cli->world.via,
		cli->world.named ? "" : " (set me = \"NAME\", or --as)");
	for (int i = 0; i < set->roster.n; i++)
		on_call += set->roster.people[i].on_call;
	if (!set->roster.n)
		exam_say(x, EXAM_WARN, "roster: empty: nobody can be paged by field, no"
			" phone is known; add `person NAME { ... }`");
	else if (!roster_on_call(&set->roster, FIELD_COMMANDER, NULL))
		exam_say(x, EXAM_WARN, "roster: %d people, no commander on call: give"
			" one field = commander, on-call = true",
			set->roster.n);
	else
		exam_say(x, EXAM_OK, "roster: %d people, %d on call", set->roster.n,
			on_call);
	return true;
}

/* Keys of the table that have another meaning are named, with both places. */
static void
say_keys(struct exam *x, const struct key_map *map)
{
	const struct key_bind *b;
	struct str replaced = {0};
	int n = 0;

	for (; (b = key_map_bind(map, n)); n++) {
		const struct key_row *was = key_map_replaces(map, n);

		if (was)
			str_addf(&replaced, "; %s is `%s` (%s), not `%s`",
				b->key, b->line, b->place, was->line);
	}
	exam_say(x, EXAM_OK, "keys: %d of your own%s", n, str_get(&replaced));
	str_release(&replaced);
}

/* As the dashboard will bind them, which would not open with a clash. */
void
exam_keys(struct exam *x)
{
	const struct settings *set = x->cli->world.settings;
	struct key_bind *binds = arena_alloc(x->cli->arena,
		(size_t)(set->n_keys + 1) * sizeof(*binds));
	struct key_map *map;
	struct err err;

	for (int i = 0; i < set->n_keys; i++)
		binds[i] = (struct key_bind){set->keys[i].key,
			set->keys[i].command, set->keys[i].where};
	map = key_map_new(binds, set->n_keys, &err);
	if (!map)
		exam_say(x, EXAM_BAD, "keys: %s", err.text);
	else if (set->n_keys)
		say_keys(x, map);
	key_map_free(map);
}

/* ---- channels ---------------------------------------------------------- */

/* A channel that waits for its secret is none that is wrong. */
static void
exam_channel(struct exam *x, const struct channel *c)
{
	const char *where = channel_where(c, x->cli->arena);

	if (c->program.n && access(c->program.v[0], X_OK) != 0)
		exam_say(x, EXAM_BAD, "channel %s: %s cannot be run", c->name,
			c->program.v[0]);
	else if (secrets_locked(c))
		exam_say(x, EXAM_OK, "channel %s: %s, its secret is printed by"
			" a program", c->name, where);
	else if (c->locked)
		exam_say(x, EXAM_BAD, "channel %s: %s", c->name, c->locked);
	else
		exam_say(x, EXAM_OK, "channel %s: %s", c->name, where);
}

/* "CHANNEL" or "CHANNEL ADDRESS" of each person. */
static void
exam_pages(struct exam *x, const struct settings *set)
{
	for (int i = 0; i < set->roster.n; i++) {
		const struct person *p = &set->roster.people[i];
		char *name = arena_dupn(x->cli->arena, p->page,
			strcspn(p->page, " "));

		if (*name && !channels_find(&set->channels, name))
			exam_say(x, EXAM_BAD, "person %s: page names '%s', and"
				" there is no such channel", p->name, name);
	}
}

static bool
is_reached(const struct channels *list, const char *audience)
{
	for (int i = 0; i < list->n; i++)
		if (channel_takes(&list->v[i], NEWS_UPDATE, audience))
			return true;
	return false;
}

void
exam_channels(struct exam *x)
{
	struct settings *set = x->cli->world.settings;
	struct secrets *secrets = secrets_take(&set->channels);

	for (int i = 0; i < set->channels.n; i++)
		exam_channel(x, &set->channels.v[i]);
	exam_pages(x, set);
	if (!is_reached(&set->channels, "company"))
		exam_say(x, EXAM_WARN, "channels: none to the company: what is"
			" to be told is told by hand (`fireground init -`"
			" shows how to give one)");
	for (int i = 0; i < set->channels.n; i++)
		memset(set->channels.v[i].text, 0,
			sizeof(set->channels.v[i].text));
	secrets_free(secrets);
}
