#include "view/search.h"

#include "base/mem.h"
#include "model/incident.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/sift.h"

#include <string.h>

static bool
has_text(const struct screen *s)
{
	return s->find.text.len > 0;
}

void
search_open(struct screen *s)
{
	s->search = s->find_on = true;
	s->find_kept = has_text(s);
	s->find.at = s->find.text.len;
	s->find_step = 0;
	s->find_back = s->pane[PANE_TIMELINE];
}

void
search_end(struct screen *s)
{
	s->search = s->find_on = s->find_kept = false;
	s->find_step = 0;
}

/* ---- looking for a hit --------------------------------------------------- */

/* The selected entry; behind the last one while the end is followed. */
static uint32_t
here(const struct screen *s, const struct incident *inc)
{
	uint32_t n = vm_row_number(s->pane[PANE_TIMELINE].row, "entry");

	return n ? n : inc->n + 1;
}

/* The nearest hit is known once all between here and it was looked at. */
static uint32_t
nearest(const struct screen *s, const struct incident *inc, bool *known)
{
	struct sift_hits hits = sift_hits(s, inc, s->find_from);
	uint32_t n = sift_hit(s, inc, s->find_from, s->find_step);

	*known = hits.whole || (s->find_step < 0 ? n != 0 :
		hits.from <= s->find_from + 1);
	return *known ? n : 0;
}

/* Goes to the hit that is looked for, or says that there is none. */
static void
settle(struct screen *s, const struct incident *inc, int64_t mono)
{
	bool known;
	uint32_t n;

	if (!s->find_step)
		return;
	n = nearest(s, inc, &known);
	if (!known)
		return;
	if (n)
		screen_entry(s, n);
	else
		screen_say(s, SAID_ERROR, mono, "no %s entry has '%s'",
			s->find_step < 0 ? "earlier" : "later",
			str_get(&s->find.text));
	s->find_step = 0;
}

bool
search_busy(const struct screen *s, const struct incident *inc)
{
	return inc && s->find_on && has_text(s) && !sift_hits(s, inc, 0).whole;
}

void
search_go_on(struct screen *s, const struct incident *inc, int64_t mono)
{
	if (search_busy(s, inc))
		sift_look(s, inc);
	settle(s, inc, mono);
}

static void
look(struct screen *s, const struct vm_in *in, uint32_t from, int step)
{
	if (!in->inc || !has_text(s))
		return;
	s->find_step = step;
	s->find_from = from;
	settle(s, in->inc, in->mono);
	if (s->find_step)
		search_go_on(s, in->inc, in->mono);
}

bool
search_for(struct screen *s, const struct incident *inc, const char *text)
{
	uint32_t n;

	line_edit_set(&s->find, text);
	search_open(s);
	s->search = false;
	while (!(n = sift_hit(s, inc, inc->n + 1, -1)) && !sift_look(s, inc))
		;
	n = sift_hit(s, inc, inc->n + 1, -1);
	if (n)
		screen_entry(s, n);
	else
		search_end(s);
	return n != 0;
}

/* ---- the line ------------------------------------------------------------- */

/* What is typed takes the place of what was kept from last time. */
static bool
type(struct screen *s, const struct key *key)
{
	bool kept = s->find_kept;

	s->find_kept = false;
	if (kept && (key_is_text(key) || key_is(key, KC_BACKSPACE)))
		line_edit_set(&s->find, "");
	return line_edit_key(&s->find, key, false) ||
		(kept && key_is(key, KC_BACKSPACE));
}

static void
go_back(struct screen *s)
{
	s->pane[PANE_TIMELINE] = s->find_back;
}

bool
search_key(struct screen *s, const struct key *key, const struct vm_in *in)
{
	s->said = SAID_NOTHING;
	if (key_is(key, KC_ENTER)) {
		s->search = false;
		if (!has_text(s))
			search_end(s);
	} else if (key_is(key, KC_ESC)) {
		go_back(s);
		search_end(s);
	} else if (key_is(key, KC_UP)) {
		look(s, in, in->inc ? here(s, in->inc) : 0, -1);
	} else if (key_is(key, KC_DOWN)) {
		look(s, in, in->inc ? here(s, in->inc) : 0, 1);
	} else if (!type(s, key)) {
		return false;
	} else if (has_text(s)) {
		/* While it is typed the latest hit is shown. */
		look(s, in, in->inc ? in->inc->n + 1 : 0, -1);
	} else {
		s->find_step = 0;
		go_back(s);
	}
	return true;
}

/* ---- in words ------------------------------------------------------------- */

const char *
search_says(const struct screen *s, const struct incident *inc,
	struct arena *a, bool *none)
{
	struct sift_hits hits;

	*none = false;
	if (!inc || !has_text(s))
		return "";
	hits = sift_hits(s, inc, here(s, inc));
	*none = hits.whole && !hits.n;
	if (*none)
		return "no hit";
	if (!hits.n)
		return "searching ...";
	if (!hits.whole)
		return arena_printf(a, "%lu so far ...",
			(unsigned long)hits.n);
	if (hits.on_hit)
		return arena_printf(a, "hit %lu of %lu",
			(unsigned long)hits.at, (unsigned long)hits.n);
	return arena_printf(a, hits.n == 1 ? "%lu hit" : "%lu hits",
		(unsigned long)hits.n);
}
