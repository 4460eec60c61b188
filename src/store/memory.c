#include "store/memory.h"

#include "base/mem.h"
#include "store/local.h"

#include <stdlib.h>
#include <string.h>

struct memory_entry {
	struct id id, salt;
	struct hash hash;
	char *head;
	char *data;
};

struct memory_incident {
	uint32_t number;
	uint32_t last; /* places 1 .. last are entries[0 .. last - 1] */
	uint32_t cap;
	struct memory_entry *entries;
	/* Which place an id has: open addressing, 0 is free, at most half full. */
	uint32_t *places;
	uint32_t places_cap; /* a power of two */
	bool has_summary;
	struct store_summary summary; /* its text is on the heap */
};

struct memory {
	struct local local;
	struct memory_incident **incidents; /* by number */
	size_t count, cap;
	bool is_here;
	struct store_presence here;
};

static struct memory *
memory_of(struct local *l)
{
	return (struct memory *)l;
}

/* Where @number is or belongs in the list. */
static size_t
incident_find(const struct memory *m, uint32_t number)
{
	size_t low = 0, high = m->count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->incidents[mid]->number < number)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

static struct memory_incident *
incident_get(const struct memory *m, uint32_t number)
{
	size_t at = incident_find(m, number);

	if (at < m->count && m->incidents[at]->number == number)
		return m->incidents[at];
	return NULL;
}

static struct memory_incident *
incident_make(struct memory *m, uint32_t number)
{
	size_t at = incident_find(m, number);
	struct memory_incident *inc;

	if (at < m->count && m->incidents[at]->number == number)
		return m->incidents[at];
	if (m->count == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 16;
		m->incidents = mem_grow(m->incidents, m->cap,
			sizeof(*m->incidents));
	}
	memmove(m->incidents + at + 1, m->incidents + at,
		(m->count - at) * sizeof(*m->incidents));
	inc = mem_new(sizeof(*inc));
	inc->number = number;
	m->incidents[at] = inc;
	m->count++;
	return inc;
}

static void
incident_free(struct memory_incident *inc)
{
	for (uint32_t i = 0; i < inc->last; i++) {
		free(inc->entries[i].head);
		free(inc->entries[i].data);
	}
	free(inc->entries);
	free(inc->places);
	free((char *)inc->summary.text);
	free(inc);
}

/* The slot of @id: the one that has its place, or the free one for it. */
static uint32_t *
place_slot(const struct memory_incident *inc, const struct id *id)
{
	uint32_t words[4], at;

	memcpy(words, id->b, sizeof(words));
	at = words[0] ^ words[1] ^ words[2] ^ words[3];
	for (at ^= at >> 16;; at++) {
		uint32_t *slot = &inc->places[at & (inc->places_cap - 1)];

		if (!*slot || memcmp(&inc->entries[*slot - 1].id, id,
				sizeof(*id)) == 0)
			return slot;
	}
}

/* The place of @id, 0 when the incident does not have it. */
static uint32_t
place_of(const struct memory_incident *inc, const struct id *id)
{
	return inc && inc->places ? *place_slot(inc, id) : 0;
}

static void
places_grow(struct memory_incident *inc)
{
	free(inc->places);
	inc->places_cap = inc->places_cap ? 2 * inc->places_cap : 64;
	inc->places = mem_new(inc->places_cap * sizeof(*inc->places));
	for (uint32_t n = 1; n <= inc->last; n++)
		*place_slot(inc, &inc->entries[n - 1].id) = n;
}

static void
entry_add(struct memory_incident *inc, const struct store_draft *d)
{
	struct hash prev = {{0}};
	struct memory_entry *e;

	if (inc->last)
		prev = inc->entries[inc->last - 1].hash;
	if (inc->last == inc->cap) {
		inc->cap = inc->cap ? 2 * inc->cap : 64;
		inc->entries = mem_grow(inc->entries, inc->cap,
			sizeof(*inc->entries));
	}
	if (2 * (inc->last + 1) > inc->places_cap)
		places_grow(inc);
	e = &inc->entries[inc->last];
	e->id = d->id;
	e->salt = *d->data ? d->salt : (struct id){{0}};
	e->head = mem_dup(d->head);
	e->data = mem_dup(d->data);
	e->hash = d->hash ? *d->hash : hash_link(&prev, &e->salt, e->data,
		strlen(e->data), e->head, strlen(e->head));
	*place_slot(inc, &d->id) = ++inc->last;
}

static void
summary_put(struct memory_incident *inc, const struct store_summary *row)
{
	free((char *)inc->summary.text);
	inc->summary = *row;
	inc->summary.text = mem_dup(row->text);
	inc->has_summary = true;
}

/* Whether @a may be written; else @out has the answer. */
static bool
append_check(const struct memory_incident *inc, const struct store_append *a,
	struct local_answer *out)
{
	uint32_t last = inc ? inc->last : 0;

	for (int i = 0; i < a->count; i++) {
		uint32_t there = place_of(inc, &a->drafts[i].id);

		if (there)
			return local_there(out, there);
		for (int k = 0; k < i; k++)
			if (memcmp(&a->drafts[k].id, &a->drafts[i].id,
					sizeof(struct id)) == 0)
				return local_twice(out);
	}
	if (a->n != last + 1)
		return local_misplaced(out, a, last);
	if (a->erase > last + (uint32_t)a->count)
		return local_no_entry(out, a->erase);
	return true;
}

static enum local_try
memory_append(struct local *l, const struct store_append *a,
	struct local_answer *out)
{
	struct memory *m = memory_of(l);
	struct memory_incident *inc = incident_get(m, a->incident);

	if (!append_check(inc, a, out))
		return LOCAL_OK;
	inc = incident_make(m, a->incident);
	for (int i = 0; i < a->count; i++)
		entry_add(inc, &a->drafts[i]);
	if (a->erase) {
		struct memory_entry *e = &inc->entries[a->erase - 1];

		memset(e->data, 0, strlen(e->data));
		e->salt = (struct id){{0}};
	}
	if (a->summary)
		summary_put(inc, &(struct store_summary){
			.incident = a->incident,
			.n = inc->last,
			.rank = a->rank,
			.text = a->summary,
		});
	out->result = STORE_DONE;
	return LOCAL_OK;
}

static enum local_try
memory_read(struct local *l, const struct local_read *r, struct err *err)
{
	static const struct id none = {{0}};
	struct memory_incident *inc = incident_get(memory_of(l), r->incident);
	int64_t left = r->limit;

	(void)err;
	if (!inc)
		return LOCAL_OK;
	for (uint32_t n = r->from; n <= inc->last; n++) {
		const struct memory_entry *e = &inc->entries[n - 1];
		struct store_record record = {
			.incident = r->incident,
			.n = n,
			.id = r->lean ? none : e->id,
			.salt = r->lean ? none : e->salt,
			.head = e->head,
			.head_len = strlen(e->head),
			.data = e->data,
			.data_len = strlen(e->data),
			.hash = e->hash,
		};

		if ((r->to && n > r->to) || left-- == 0)
			break;
		if (!r->row(r->ctx, &record))
			break;
	}
	return LOCAL_OK;
}

/* Lower ranks first, then the newest incident. */
static int
summary_order(const void *pa, const void *pb)
{
	const struct store_summary *a = pa, *b = pb;

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return a->incident > b->incident ? -1 : a->incident < b->incident;
}

static enum local_try
memory_summaries(struct local *l, const struct store_page *page,
	struct err *err)
{
	struct memory *m = memory_of(l);
	struct store_summary *rows = mem_new((m->count + 1) * sizeof(*rows));
	size_t n = 0;

	(void)err;
	for (size_t i = 0; i < m->count; i++) {
		if (!m->incidents[i]->has_summary)
			continue;
		rows[n] = m->incidents[i]->summary;
		rows[n++].last = m->incidents[i]->last;
	}
	qsort(rows, n, sizeof(*rows), summary_order);
	for (size_t i = 0; i < n; i++) {
		if (i < (size_t)page->offset)
			continue;
		if (page->limit >= 0 &&
		    i >= (size_t)page->offset + (size_t)page->limit)
			break;
		page->row(page->ctx, &rows[i]);
	}
	free(rows);
	return LOCAL_OK;
}

static enum local_try
memory_incidents(struct local *l, const struct store_list *list,
	struct err *err)
{
	struct memory *m = memory_of(l);

	(void)err;
	for (size_t i = 0; i < m->count; i++)
		list->row(list->ctx, m->incidents[i]->number,
			m->incidents[i]->last);
	return LOCAL_OK;
}

static enum local_try
memory_set_summary(struct local *l, const struct store_summary *row,
	struct err *err)
{
	struct memory_incident *inc = incident_get(memory_of(l), row->incident);

	(void)err;
	if (inc && inc->last == row->n)
		summary_put(inc, row);
	return LOCAL_OK;
}

/* Nobody else can write here, and there is nothing to listen to. */
static enum local_try
memory_check(struct local *l, bool *changed, struct err *err)
{
	(void)l;
	(void)err;
	*changed = false;
	return LOCAL_OK;
}

static void
memory_listen(struct local *l)
{
	(void)l;
}

static void
memory_here(struct local *l, const struct store_presence *p)
{
	struct memory *m = memory_of(l);

	m->is_here = p != NULL;
	if (p)
		m->here = *p;
}

static int
memory_present(struct local *l, struct store_presence *out, int max)
{
	struct memory *m = memory_of(l);

	if (!m->is_here || max < 1)
		return 0;
	out[0] = m->here;
	return 1;
}

static void
memory_close(struct local *l)
{
	struct memory *m = memory_of(l);

	for (size_t i = 0; i < m->count; i++)
		incident_free(m->incidents[i]);
	free(m->incidents);
	free(m->local.base.name);
	free(m);
}

static const struct local_ops memory_ops = {
	.close = memory_close,
	.append = memory_append,
	.read = memory_read,
	.summaries = memory_summaries,
	.incidents = memory_incidents,
	.set_summary = memory_set_summary,
	.check = memory_check,
	.listen = memory_listen,
	.here = memory_here,
	.present = memory_present,
};

struct store *
memory_open(struct loop *loop, const char *rest,
	const struct store_options *opt, struct err *err)
{
	struct memory *m;

	if (*rest) {
		err_set(err, ERR_USAGE, "memory:%s: a memory store has no "
			"name, it cannot be shared: say memory:", rest);
		return NULL;
	}
	m = mem_new(sizeof(*m));
	local_init(&m->local, loop, &memory_ops);
	m->local.base.name = mem_dup("memory:");
	m->local.base.practice = opt->practice;
	m->local.base.read_only = opt->read_only;
	return &m->local.base;
}
