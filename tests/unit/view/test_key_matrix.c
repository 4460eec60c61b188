/*
 * Every key in every place, with whatever it needs missing: there is an
 * answer, and on a screen that only reads nothing is written.
 *
 * An answer is something to be seen: an entry, a form, another look of the
 * screen, or a sentence.  Where a key came one time too often (the cursor
 * stands at the last row already) that is said, too.
 */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "model/rules.h"
#include "view/keys.h"
#include "view/rows.h"
#include "view/tour.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(v) ((int)(sizeof(v) / sizeof((v)[0])))

/* ---- what the desk is like ------------------------------------------- */

typedef struct desk *make_fn(void);

static struct desk *
board_empty(void)
{
	return desk_new("ana");
}

static struct desk *
board_rows(void)
{
	struct desk *d = desk_incident("ana");

	summary_of(d->inc, &d->board[0]);
	d->n_board = 1;
	d->s.mode = MODE_BOARD;
	d->s.incident = 0;
	screen_focus(&d->s, PANE_BOARD);
	return d;
}

static struct desk *
loading(void)
{
	struct desk *d = desk_new("ana");

	d->s.mode = MODE_INCIDENT;
	d->s.incident = 17;
	screen_focus(&d->s, PANE_ATTENTION);
	return d;
}

static struct desk *
minute_one(void)
{
	struct desk *d = desk_new("ana");

	desk_run(d, "tomas", "declare EU checkout returns 5xx");
	return d;
}

static struct desk *
silent_store(void)
{
	struct desk *d = desk_busy();

	d->away = true;
	return d;
}

static struct desk *
went_back(void)
{
	struct desk *d = desk_busy();

	d->went_back = true;
	return d;
}

static struct desk *
after_care(void)
{
	struct desk *d = desk_busy();

	desk_run(d, "ana", "call all-clear");
	return d;
}

static struct desk *
closed(void)
{
	struct desk *d = desk_busy();

	desk_run(d, "ana", "close --false-alarm");
	return d;
}

static struct desk *
restricted(void)
{
	struct desk *d = desk_new("ana");

	desk_run(d, "tomas", "declare somebody was in --restricted --take");
	return d;
}

static struct desk *
merged(void)
{
	struct desk *d = desk_incident("ana");

	d->other = incident_at(d->inc, d->inc->n);
	d->other->number = 16;
	desk_run(d, "ana", "merge INC-17 --into INC-16");
	return d;
}

static const struct state {
	const char *name;
	make_fn *make;
	bool deep; /* in every place, by every person */
} states[] = {
	{"empty board", board_empty, false}, {"board", board_rows, false},
	{"loading", loading, false}, {"minute one", minute_one, false},
	{"busy", desk_busy, true}, {"store away", silent_store, false},
	{"store went back", went_back, false},
	{"after All Clear", after_care, false}, {"closed", closed, false},
	{"restricted", restricted, false}, {"merged", merged, false},
};

/* ---- where the keys go ----------------------------------------------- */

/* Keys of the panes that open the place. */
static const struct place {
	const char *name, *keys;
	enum key_where where; /* another one when it cannot be opened */
	bool deep;
} places[] = {
	{"panes", "", KEY_PANES, false}, {"help", "?", KEY_READ, true},
	{"prompt", ":", KEY_PROMPT, false},
	{"search", "/", KEY_SEARCH, false}, {"note", "n", KEY_FORM, true},
	{"briefing", "B", KEY_BRIEF, false},
	{"timeline", "5", KEY_INCIDENT, false},
	{"the past", "[", KEY_INCIDENT, false},
	{"pane 2", "2", KEY_INCIDENT, true},
	{"pane 3", "3", KEY_INCIDENT, true},
	{"pane 4", "4", KEY_INCIDENT, true},
	{"zoomed", "z", KEY_INCIDENT, true},
	{"an entry", "5 Up Enter", KEY_READ, true},
	{"next stage", ">", KEY_FORM, true}, {"CAN", "c", KEY_FORM, true},
	{"command", "h", KEY_FORM, true}, {"who", "i", KEY_FORM, true},
	{"the tour", "", KEY_TOUR, true},
};

static const char *const persons[] = {"ana", "", "raj"};

/* Keys that no row has, but a form or nobody knows. */
static const char *const others[] = {
	"F5", "C-x", "A-x", "x", "Space", "Backspace", "Delete", "Insert",
};

/* The cursor of what is typed stands at its edge: that can be seen. */
static bool
is_edge(const struct desk *d, const char *key)
{
	static const char *const edges[] = {
		"Left", "Right", "Home", "End", "Backspace", "Delete", "C-u",
		"C-k", "C-w",
	};

	if (!(key_place(&d->s) & (KEY_FORM | KEY_PROMPT | KEY_SEARCH)))
		return false;
	for (int i = 0; i < COUNT(edges); i++)
		if (!strcmp(edges[i], key))
			return true;
	return false;
}

/* ---- pressing ---------------------------------------------------------- */

struct walk {
	const struct state *state;
	const struct place *place;
	const char *who;
	bool read_only;
	struct desk *d;
	uint32_t n;        /* its entries when it was made */
	enum mode mode;
	when_ms now;
	int64_t mono;
	char *fresh;       /* what it looks like before the first key */
	int pressed, silent;
};

static bool
is_named_before(int row)
{
	for (int i = 0; i < row; i++)
		if (!strcmp(key_row(i)->key, key_row(row)->key))
			return true;
	return false;
}

/* The desk as its state makes it; what is on it is kept while it can be. */
static void
make_desk(struct walk *w)
{
	struct desk *d = w->d;

	if (d && d->inc && d->inc->n != w->n) {
		desk_free(d);
		d = NULL;
	}
	if (!d) {
		w->d = d = w->state->make();
		w->n = d->inc ? d->inc->n : 0;
		w->mode = d->s.mode;
		w->now = d->now;
		w->mono = d->mono;
		/* Many thousand frames are drawn: small ones will do. */
		d->h = 24;
		d->w = 80;
	}
	d->now = w->now;
	d->mono = w->mono;
	screen_release(&d->s);
	screen_init(&d->s, "ana@host");
	d->s.mode = w->mode;
	d->s.incident = w->mode == MODE_INCIDENT ? 17 : 0;
	screen_focus(&d->s, w->mode == MODE_INCIDENT ? PANE_ATTENTION :
		PANE_BOARD);
	snprintf(d->s.who, sizeof(d->s.who), "%s", w->who);
	d->s.read_only = w->read_only;
}

/* A desk in the state, with the place open; false: it cannot be there. */
static bool
begin(struct walk *w)
{
	make_desk(w);
	desk_wait(w->d, 1);
	if (w->place->where == KEY_TOUR)
		tour_begin(&w->d->s);
	if (*w->place->keys) {
		desk_keys(w->d, w->place->keys);
	} else {
		struct vm_in in;

		arena_reset(w->d->frame);
		in = desk_in(w->d);
		screen_drawn(&w->d->s, vm_build(&in));
	}
	w->d->s.said = SAID_NOTHING;
	/* That it cannot be opened was answered, too. */
	return key_place(&w->d->s) & w->place->where;
}

/* What is answered without a change: a sentence, the terminal's answer. */
static bool
is_said(const struct desk *d)
{
	const struct screen *s = &d->s;

	return s->wants_redraw || s->wants_quit || *s->form.error ||
		screen_says(s, d->mono);
}

static void
press(struct walk *w, const char *key, const char *before)
{
	struct desk *d = w->d;
	uint32_t n = d->inc ? d->inc->n : 0;
	bool edge = is_edge(d, key);

	d->s.wants_redraw = d->s.wants_quit = false;
	desk_quick(d, key);
	w->pressed++;
	if (w->read_only && d->inc && d->inc->n != n)
		fail_msg("%s, %s, %s reads only: %s writes: %s",
			w->state->name, w->place->name, w->who, key, d->ran);
	if (!edge && !is_said(d) && !strcmp(before, desk_look(d))) {
		w->silent++;
		print_error("%s, %s, '%s'%s: %s is not answered (%s)\n",
			w->state->name, w->place->name, w->who,
			w->read_only ? " reads only" : "", key, d->ran);
	}
}

/* Each key on a desk that is as if nobody had pressed any. */
static void
press_one(struct walk *w, const char *key)
{
	char *before;

	if (!begin(w))
		return;
	press(w, key, w->fresh);
	/* Once more: what it did is done now. */
	if (w->state->deep) {
		w->d->s.said = SAID_NOTHING;
		before = mem_dup(desk_look(w->d));
		press(w, key, before);
		free(before);
	}
}

static void
press_all(struct walk *w)
{
	const struct key_row *r;

	if (begin(w)) {
		w->fresh = mem_dup(desk_look(w->d));
		for (int i = 0; (r = key_row(i)); i++)
			if (!is_named_before(i))
				press_one(w, r->key);
		for (int i = 0; i < COUNT(others); i++)
			press_one(w, others[i]);
		free(w->fresh);
	}
	desk_free(w->d);
}

static void
walk_as(const struct state *state, const char *who, bool read_only,
	struct walk *sum)
{
	for (int i = 0; i < COUNT(places); i++) {
		struct walk w = {.state = state, .place = &places[i],
			.who = who, .read_only = read_only};

		if (places[i].deep && !state->deep)
			continue;
		press_all(&w);
		sum->pressed += w.pressed;
		sum->silent += w.silent;
	}
}

static void
check_walk(const struct walk *sum, int least)
{
	if (sum->pressed < least)
		fail_msg("only %d keys were pressed", sum->pressed);
	assert_int_equal(sum->silent, 0);
}

static void
test_every_key_is_answered_everywhere(void **state)
{
	struct walk sum = {.silent = 0};

	(void)state;
	for (int i = 0; i < COUNT(states); i++)
		for (int k = 0; k < COUNT(persons); k++)
			if (k < 2 || states[i].deep)
				walk_as(&states[i], persons[k], false, &sum);
	check_walk(&sum, 8000);
}

static void
test_no_key_writes_on_a_screen_that_reads(void **state)
{
	struct walk sum = {.silent = 0};

	(void)state;
	for (int i = 0; i < COUNT(states); i++)
		walk_as(&states[i], "ana", true, &sum);
	check_walk(&sum, 3000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_key_is_answered_everywhere),
		cmocka_unit_test(test_no_key_writes_on_a_screen_that_reads),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
