#include "view/sift.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/entry_filter.h"
#include "model/entry_find.h"
#include "model/incident.h"
#include "view/screen.h"

#include <stdlib.h>
#include <string.h>

#define SLICE 4096 /* entries searched at a time: a few milliseconds */
#define FORGET 256 /* entries searched until their texts are forgotten */

/* Numbers of entries, rising; they grow at both ends. */
struct rise {
	uint32_t *v;
	uint32_t begin, end; /* v[begin] to v[end - 1] */
	uint32_t cap;
};

struct sift {
	/* The log that was looked at: */
	uint32_t number, rewritten;
	/* By the filter, from the first entry up to @filtered: */
	struct entry_filter filter;
	struct rise shown;
	uint32_t filtered;
	/* By the search, from entry @from up to @to, of what is shown: */
	struct str text;
	struct rise hits;
	uint32_t from, to;   /* from > to: nothing */
	struct arena *a;     /* what is put into words to be searched */
};

struct sift *
sift_new(void)
{
	struct sift *sift = mem_new(sizeof(*sift));

	sift->from = 1;
	return sift;
}

void
sift_free(struct sift *sift)
{
	if (!sift)
		return;
	free(sift->shown.v);
	free(sift->hits.v);
	str_release(&sift->text);
	arena_free(sift->a);
	free(sift);
}

/* ---- rising numbers ---------------------------------------------------- */

static void
rise_clear(struct rise *r)
{
	r->begin = r->end = r->cap / 2;
}

/* Room at both ends. */
static void
rise_grow(struct rise *r)
{
	uint32_t n = r->end - r->begin, cap = n * 2 + 64;
	uint32_t *v = mem_grow(NULL, cap, sizeof(*v));
	uint32_t begin = (cap - n) / 2;

	if (n)
		memcpy(v + begin, r->v + r->begin, n * sizeof(*v));
	free(r->v);
	*r = (struct rise){v, begin, begin + n, cap};
}

static void
rise_add(struct rise *r, uint32_t n)
{
	if (r->end == r->cap)
		rise_grow(r);
	r->v[r->end++] = n;
}

static void
rise_add_first(struct rise *r, uint32_t n)
{
	if (!r->begin)
		rise_grow(r);
	r->v[--r->begin] = n;
}

static uint32_t
rise_n(const struct rise *r)
{
	return r->end - r->begin;
}

/* Member @i, from 0. */
static uint32_t
rise_at(const struct rise *r, uint32_t i)
{
	return i < rise_n(r) ? r->v[r->begin + i] : 0;
}

/* How many are at most @n. */
static uint32_t
rise_up_to(const struct rise *r, uint32_t n)
{
	uint32_t low = r->begin, high = r->end;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (r->v[mid] <= n)
			low = mid + 1;
		else
			high = mid;
	}
	return low - r->begin;
}

/* ---- up to date -------------------------------------------------------- */

static void
forget_hits(struct sift *sift)
{
	rise_clear(&sift->hits);
	sift->from = 1;
	sift->to = 0;
}

/* Whether the log is the one looked at, but for entries that came since. */
static bool
is_same_log(const struct sift *sift, const struct incident *inc)
{
	return sift->number == inc->number &&
		sift->rewritten == inc->rewritten &&
		sift->filtered <= inc->n && sift->to <= inc->n;
}

/* The memory of @s, of this log and this filter. */
static struct sift *
know(const struct screen *s, const struct incident *inc)
{
	struct sift *sift = s->sift;
	bool filtered = entry_filter_on(&s->filter);

	if (!is_same_log(sift, inc) ||
	    !entry_filter_same(&sift->filter, &s->filter)) {
		sift->number = inc->number;
		sift->rewritten = inc->rewritten;
		sift->filter = s->filter;
		rise_clear(&sift->shown);
		sift->filtered = 0;
		forget_hits(sift);
	}
	for (; filtered && sift->filtered < inc->n; sift->filtered++) {
		const struct entry *e = &inc->entries[sift->filtered];

		if (entry_filter_match(&s->filter, inc, e))
			rise_add(&sift->shown, e->ev.n);
	}
	return sift;
}

/* ---- what is shown ------------------------------------------------------ */

uint32_t
sift_count(const struct screen *s, const struct incident *inc)
{
	return entry_filter_on(&s->filter) ? rise_n(&know(s, inc)->shown) :
		inc->n;
}

uint32_t
sift_entry(const struct screen *s, const struct incident *inc, uint32_t place)
{
	if (entry_filter_on(&s->filter))
		return place ? rise_at(&know(s, inc)->shown, place - 1) : 0;
	return place <= inc->n ? place : 0;
}

uint32_t
sift_place(const struct screen *s, const struct incident *inc, uint32_t n)
{
	if (entry_filter_on(&s->filter))
		return rise_up_to(&know(s, inc)->shown, n);
	return n <= inc->n ? n : inc->n;
}

/* ---- what is searched ---------------------------------------------------- */

static bool
is_hit(struct sift *sift, const struct incident *inc, uint32_t n)
{
	const struct entry *e = incident_entry(inc, n);

	if (!sift->a)
		sift->a = arena_new(0);
	if (n % FORGET == 0)
		arena_reset(sift->a);
	return entry_filter_match(&sift->filter, inc, e) &&
		entry_holds(inc, e, str_get(&sift->text), sift->a);
}

/*
 * A text that goes on from the one before it is in no entry that the shorter
 * one was not in.  A number is: "#21" is not "#215".
 */
static void
narrow(struct sift *sift, const struct incident *inc)
{
	struct rise old = sift->hits;

	sift->hits = (struct rise){0};
	for (uint32_t i = old.begin; i < old.end; i++)
		if (is_hit(sift, inc, old.v[i]))
			rise_add(&sift->hits, old.v[i]);
	free(old.v);
}

static bool
is_number(const char *text)
{
	text += *text == '#';
	return !text[strspn(text, "0123456789")];
}

/* The memory, of this text too, with the entries that came since. */
static struct sift *
know_text(const struct screen *s, const struct incident *inc)
{
	struct sift *sift = know(s, inc);
	const char *text = str_get(&s->find.text);
	const char *old = str_get(&sift->text);
	bool narrows = *old && !is_number(text) && str_find(text, old);

	if (strcmp(text, old) != 0) {
		str_cut(&sift->text, 0);
		str_add(&sift->text, text);
		if (narrows)
			narrow(sift, inc);
		else
			forget_hits(sift);
	}
	if (sift->from > sift->to) {
		sift->from = inc->n + 1;
		sift->to = inc->n;
	}
	while (*text && sift->to < inc->n)
		if (is_hit(sift, inc, ++sift->to))
			rise_add(&sift->hits, sift->to);
	return sift;
}

bool
sift_look(const struct screen *s, const struct incident *inc)
{
	struct sift *sift = know_text(s, inc);

	if (!sift->text.len)
		return true;
	for (int i = 0; i < SLICE && sift->from > 1; i++)
		if (is_hit(sift, inc, --sift->from))
			rise_add_first(&sift->hits, sift->from);
	return sift->from <= 1;
}

struct sift_hits
sift_hits(const struct screen *s, const struct incident *inc, uint32_t n)
{
	const struct sift *sift = know_text(s, inc);
	struct sift_hits out = {
		.n = rise_n(&sift->hits), .at = rise_up_to(&sift->hits, n),
		.from = sift->from, .whole = sift->from <= 1,
	};

	out.on_hit = out.at && rise_at(&sift->hits, out.at - 1) == n;
	return out;
}

uint32_t
sift_hit(const struct screen *s, const struct incident *inc, uint32_t from,
	int step)
{
	const struct sift *sift = know_text(s, inc);
	uint32_t i;

	if (step > 0)
		return rise_at(&sift->hits, rise_up_to(&sift->hits, from));
	i = from ? rise_up_to(&sift->hits, from - 1) : 0;
	return i ? rise_at(&sift->hits, i - 1) : 0;
}
