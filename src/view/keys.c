/* What keys mean: the person's own first, then the table. */
#include "view/keys.h"

#include "base/mem.h"
#include "base/str.h"
#include "view/screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct own {
	struct key keys[SCREEN_PENDING];
	int n;
	const struct key_bind *bind;
};

struct key_map {
	struct own *own;
	int n;
};

const char *
key_where_name(unsigned where)
{
	static const struct {
		unsigned where;
		const char *name;
	} names[] = {
		{KEY_PANES | KEY_OVER | KEY_FORM, "anywhere"},
		{KEY_PANES, "board and incident"},
		{KEY_INCIDENT, "incident"}, {KEY_BOARD, "board"},
		{KEY_OVER, "over the panes"}, {KEY_BRIEF, "briefing"},
		{KEY_READ, "help and entry"}, {KEY_FORM, "form"},
		{KEY_PROMPT, "prompt"}, {KEY_SEARCH, "search"},
		{KEY_TOUR, "tour"},
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if ((where & names[i].where) == names[i].where)
			return names[i].name;
	return "";
}

enum key_where
key_place(const struct screen *s)
{
	if (s->prompt)
		return KEY_PROMPT;
	if (s->search)
		return KEY_SEARCH;
	if (s->over == OVER_FORM)
		return KEY_FORM;
	if (s->over == OVER_TOUR)
		return KEY_TOUR;
	if (s->over == OVER_BRIEF)
		return KEY_BRIEF;
	if (s->over != OVER_NONE)
		return KEY_READ;
	return s->mode == MODE_BOARD ? KEY_BOARD : KEY_INCIDENT;
}

/* ---- the person's own ------------------------------------------------ */

static bool
is_kept(const struct key *key)
{
	struct key kept;
	static const char *const names[] = {"Esc", "Enter", "C-s", "C-q"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (key_parse(names[i], &kept) && key_same(&kept, key))
			return true;
	return false;
}

static bool
read_keys(struct own *own, struct err *err)
{
	const struct key_bind *bind = own->bind;
	const char *s = bind->key;
	char name[KEY_NAME_MAX];

	for (s += strspn(s, " "); *s; s += strspn(s, " ")) {
		size_t n = strcspn(s, " ");

		if (own->n == SCREEN_PENDING)
			return err_set(err, ERR_USAGE, "%s: '%s' has more than"
				" %d keys", bind->place, bind->key,
				SCREEN_PENDING);
		snprintf(name, sizeof(name), "%.*s", (int)n, s);
		if (n >= sizeof(name) ||
		    !key_parse(name, &own->keys[own->n]))
			return err_set(err, ERR_USAGE, "%s: there is no key"
				" '%.*s': write a, C-a, A-a, F5, S-Tab",
				bind->place, (int)n, s);
		if (is_kept(&own->keys[own->n]))
			return err_set(err, ERR_USAGE, "%s: %s keeps its"
				" meaning: choose another key", bind->place,
				name);
		own->n++;
		s += n;
	}
	return own->n > 0 || err_set(err, ERR_USAGE, "%s: no key is named",
		bind->place);
}

/* How many keys two of them begin with alike. */
static int
alike(const struct own *own, const struct key *keys, int n)
{
	int i = 0;

	while (i < own->n && i < n && key_same(&own->keys[i], &keys[i]))
		i++;
	return i;
}

static bool
clashes_with_own(const struct key_map *map, const struct own *own,
	struct err *err)
{
	for (int i = 0; i < map->n; i++) {
		const struct own *other = &map->own[i];
		int n = alike(other, own->keys, own->n);

		if (n < own->n && n < other->n)
			continue;
		err_set(err, ERR_USAGE, "%s: '%s' %s '%s', which is bound at"
			" %s", own->bind->place, own->bind->key,
			own->n == other->n ? "is" : n == own->n ?
			"is the beginning of" : "begins with",
			other->bind->key, other->bind->place);
		return true;
	}
	return false;
}

/* A key of the table would have to wait for what follows. */
static bool
clashes_with_table(const struct own *own, struct err *err)
{
	const struct key_row *r;
	struct key key;

	for (int i = 0; own->n > 1 && (r = key_row(i)); i++) {
		if (!(r->where & (KEY_PANES | KEY_OVER)) ||
		    !key_parse(r->key, &key) ||
		    !key_same(&key, &own->keys[0]))
			continue;
		err_set(err, ERR_USAGE, "%s: '%s' begins with %s, which is"
			" `%s`: begin with another key", own->bind->place,
			own->bind->key, r->key, r->line);
		return true;
	}
	return false;
}

struct key_map *
key_map_new(const struct key_bind *binds, int n, struct err *err)
{
	struct key_map *map = mem_new(sizeof(*map));

	map->own = mem_new((size_t)(n + 1) * sizeof(*map->own));
	for (int i = 0; i < n; i++) {
		struct own *own = &map->own[map->n];

		own->bind = &binds[i];
		if (!read_keys(own, err) || clashes_with_own(map, own, err) ||
		    clashes_with_table(own, err)) {
			key_map_free(map);
			return NULL;
		}
		map->n++;
	}
	return map;
}

void
key_map_free(struct key_map *map)
{
	if (!map)
		return;
	free(map->own);
	free(map);
}

const struct key_bind *
key_map_bind(const struct key_map *map, int i)
{
	return map && i >= 0 && i < map->n ? map->own[i].bind : NULL;
}

const struct key_row *
key_map_replaces(const struct key_map *map, int i)
{
	const struct key_bind *b = key_map_bind(map, i);
	const struct key_row *r;
	char name[KEY_NAME_MAX];

	if (!b || map->own[i].n != 1)
		return NULL;
	key_label(&map->own[i].keys[0], name);
	for (int k = 0; (r = key_row(k)); k++)
		if (r->where & (KEY_PANES | KEY_OVER) &&
		    !strcmp(r->key, name))
			return r;
	return NULL;
}

/* ---- finding --------------------------------------------------------- */

static enum key_found
find_own(const struct key_map *map, const struct key *keys, int n,
	struct key_hit *out)
{
	for (int i = 0; map && i < map->n; i++) {
		const struct own *own = &map->own[i];

		if (alike(own, keys, n) < n)
			continue;
		if (own->n > n)
			return KEY_BEGUN;
		out->line = own->bind->line;
		out->own = own->bind;
		return KEY_LINE;
	}
	return KEY_NONE;
}

/* What the key called @name means at @where now; NULL: nothing. */
static const struct key_row *
find_row(const struct vm_in *in, unsigned where, const char *name)
{
	const struct key_row *r, *found = NULL;

	for (int i = 0; (r = key_row(i)); i++) {
		if (!(r->where & where) || !*r->line ||
		    strcmp(r->key, name) != 0)
			continue;
		found = r;
		if (!r->now || r->now(in))
			break;
	}
	return found;
}

enum key_found
key_map_find(const struct key_map *map, const struct vm_in *in,
	const struct key *keys, int n, struct key_hit *out)
{
	enum key_where where = key_place(in->screen);
	enum key_where below = in->screen->mode == MODE_BOARD ? KEY_BOARD :
		KEY_INCIDENT;
	enum key_found found = KEY_NONE;
	char name[KEY_NAME_MAX];

	memset(out, 0, sizeof(*out));
	if (where & (KEY_PANES | KEY_OVER))
		found = find_own(map, keys, n, out);
	if (found != KEY_NONE || n != 1)
		return found;
	key_label(&keys[0], name);
	out->row = find_row(in, where, name);
	/* What is read keeps the keys of the panes below it. */
	if (!out->row && where & KEY_OVER)
		out->row = find_row(in, below, name);
	if (!out->row)
		return KEY_NONE;
	out->line = out->row->line;
	return KEY_LINE;
}

/* The person's own key for @line, or for a key alone: NULL, nobody has it. */
static const struct key_bind *
own_for(const struct key_map *map, const char *line, const char *key)
{
	for (int i = 0; map && i < map->n; i++)
		if ((line && !strcmp(map->own[i].bind->line, line)) ||
		    (key && !strcmp(map->own[i].bind->key, key)))
			return map->own[i].bind;
	return NULL;
}

const char *
key_name(const struct vm_in *in, const struct key_row *r)
{
	const struct key_map *map = in->screen->keys;
	const struct key_bind *own;

	if (!*r->line || !(r->where & (KEY_PANES | KEY_OVER)))
		return r->key;
	own = own_for(map, r->line, NULL);
	if (own)
		return own->key;
	if (own_for(map, NULL, r->key))
		return NULL;
	return find_row(in, r->where, r->key) == r ? r->key : NULL;
}

const char *
key_line(const char *name, enum key_where where)
{
	const struct key_row *r;

	for (int i = 0; (r = key_row(i)); i++)
		if (r->where & where && !strcmp(r->key, name) && *r->line)
			return r->line;
	return NULL;
}
