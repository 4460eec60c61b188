#include "run/draft.h"

#include "base/mem.h"
#include "base/str.h"
#include "run/world.h"

#include <string.h>

static bool
id_is_set(const struct id *id)
{
	static const struct id none;

	return memcmp(id, &none, sizeof(none)) != 0;
}

/* The id of draft @i: its own, that of the intent, or that of its place. */
static struct id
pick_id(const struct world *w, const struct draft_set *set, int i)
{
	const struct event *e = set->events[i];
	struct world_place place = {e->incident, e->n, i, "id"};

	if (id_is_set(&e->id))
		return e->id;
	if (w->seeded)
		return world_id(w, &place);
	if (!set->ids->made)
		for (int k = 0; k < OUTCOME_DRAFTS; k++)
			set->ids->id[k] = id_random();
	set->ids->made = true;
	return set->ids->id[i];
}

/* Their size was checked with the drafts: event_check(). */
static void
make_texts(const struct draft_set *set, const struct event *e,
	struct store_draft *d)
{
	struct str head = {0}, data = {0};

	event_head(e, &head);
	event_data(e, &data);
	d->head = arena_dup(set->arena, str_get(&head));
	d->data = arena_dup(set->arena, str_get(&data));
	str_release(&head);
	str_release(&data);
}

void
draft_summary(const struct incident *inc, struct arena *a,
	struct store_summary *out)
{
	struct summary s;
	struct str text = {0};

	summary_of(inc, &s);
	summary_write(&s, &text);
	*out = (struct store_summary){
		.incident = inc->number, .n = inc->n, .last = inc->n,
		.rank = s.rank, .text = arena_dup(a, str_get(&text)),
	};
	str_release(&text);
}

/* Folds the drafts into a copy of the state and sums it up. */
static void
add_summary(const struct draft_set *set, const struct hash *hash,
	struct store_append *out)
{
	struct incident *fresh = set->inc ? NULL : incident_new(set->number);
	struct incident *after = incident_with(set->inc ? set->inc : fresh,
		set->events, set->n);
	struct store_summary row;

	after->hash = *hash;
	draft_summary(after, set->arena, &row);
	out->rank = row.rank;
	out->summary = row.text;
	incident_free(after);
	incident_free(fresh);
}

void
draft_append(const struct world *w, const struct draft_set *set,
	struct store_append *out)
{
	struct store_draft *drafts = arena_alloc(set->arena,
		(size_t)set->n * sizeof(*drafts));
	struct hash hash = {{0}};
	uint32_t last = 0;

	if (set->inc) {
		hash = set->inc->hash;
		last = set->inc->n;
	}
	*out = (struct store_append){
		.incident = set->number, .n = last + 1, .count = set->n,
		.drafts = drafts, .erase = set->erase,
	};
	for (int i = 0; i < set->n; i++) {
		struct event *e = set->events[i];
		struct world_place place;

		e->incident = set->number;
		e->n = last + 1 + (uint32_t)i;
		place = (struct world_place){e->incident, e->n, i, "salt"};
		e->id = pick_id(w, set, i);
		drafts[i].id = e->id;
		drafts[i].salt = world_id(w, &place);
		make_texts(set, e, &drafts[i]);
		hash = hash_link(&hash, &drafts[i].salt, drafts[i].data,
			strlen(drafts[i].data), drafts[i].head,
			strlen(drafts[i].head));
	}
	if (!w->sparse || !last)
		add_summary(set, &hash, out);
}
