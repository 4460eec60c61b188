/* Deciding a scenario in memory, before anything is written. */
#include "run/scenario.h"

#include "base/mem.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/chain_put.h"
#include "run/live.h"
#include "run/submit.h"
#include "run/wait.h"
#include "run/world.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#define LIVES 64 /* incidents that one scenario may write to */

struct stage_play {
	struct world *real;
	struct world world;       /* the same, on a store in memory */
	struct submit *submit;
	struct live *lives[LIVES]; /* kept folded from line to line */
	int n_lives;
	/* What the last line came to. */
	bool done;
	uint32_t incident;
	struct err err;
};

static void
answered(void *ctx, const struct submit_answer *a)
{
	struct stage_play *p = ctx;

	p->done = true;
	p->incident = a->incident;
	p->err.code = ERR_NONE;
	if (a->result != SUBMIT_DONE)
		p->err = *a->err;
	else if (a->outcome->kind != OUT_EVENTS)
		err_set(&p->err, ERR_USAGE, "%s asks for more than a line"
			" can say", a->args->row->name);
}

static struct live *
find_live(struct stage_play *p, uint32_t incident)
{
	for (int i = 0; i < p->n_lives; i++)
		if (live_incident(p->lives[i])->number == incident)
			return p->lives[i];
	if (p->n_lives == LIVES)
		return NULL;
	return p->lives[p->n_lives++] = live_new(p->world.store, incident);
}

/* Copies an incident of the real store into the one in memory. */
static bool
bring(struct stage_play *p, uint32_t incident, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chains one = {.n = 0};
	struct chain_put put;
	bool ok;

	ok = chain_read(p->real->loop, p->real->store,
		chains_get(&one, a, incident), err);
	if (ok && !one.v[0].n)
		ok = err_set(err, ERR_USAGE, "there is no INC-%u",
			(unsigned)incident);
	ok = ok && chains_put(p->real->loop, p->world.store, &one, &put, err);
	chains_release(&one);
	arena_free(a);
	return ok;
}

static bool
play_line(struct stage_play *p, const struct scenario_line *line,
	uint32_t *current, struct err *err)
{
	struct submit_ask ask = {
		.words = line->words, .n_words = line->n_words,
		.who = line->who, .scenario = true, .when = line->when,
		.fn = answered, .ctx = p,
	};

	ask.incident = line->incident ? line->incident : *current;
	if (!line->fresh && !ask.incident)
		return err_set(err, ERR_USAGE, "which incident? `declare` one"
			" first, or name it: %s INC-n", line->words[0]);
	if (!line->fresh)
		ask.live = find_live(p, ask.incident);
	if (!line->fresh && !ask.live)
		return err_set(err, ERR_USAGE, "a scenario writes to at most"
			" %d incidents", LIVES);
	/* Who commands what matters as soon as there are two. */
	if ((line->fresh || p->n_lives > 1) &&
	    !wait_board(&p->world, err))
		return false;
	p->done = false;
	submit_send(p->submit, &ask);
	loop_until(p->real->loop, &p->done, -1);
	if (p->err.code)
		return err_set(err, p->err.code, "%s", p->err.text);
	if (line->fresh)
		*current = p->incident;
	return true;
}

static bool
play_lines(struct stage_play *p, const struct scenario *s,
	uint32_t incident, struct err *err)
{
	uint32_t current = incident;

	for (int i = 0; i < s->n; i++)
		if (!play_line(p, &s->lines[i], &current, err))
			return err_prefix(err, "%s:%d: ", s->name,
				s->lines[i].number);
	return true;
}

/* Every incident that was there before and is named, once. */
static bool
bring_all(struct stage_play *p, const struct scenario *s, uint32_t incident,
	struct err *err)
{
	uint32_t last = board_last(p->real->board);

	p->world.numbers_after = last;
	for (int i = 0; i < s->n; i++) {
		uint32_t named[2] = {s->lines[i].incident, s->lines[i].into};

		for (int k = 0; k < 2; k++)
			if (named[k] && named[k] <= last &&
			    !bring(p, named[k], err))
				return err_prefix(err, "%s:%d: ", s->name,
					s->lines[i].number);
	}
	return !incident || bring(p, incident, err);
}

bool
scenario_play(struct world *w, const struct scenario *s, uint32_t incident,
	struct chains *out, struct err *err)
{
	struct stage_play p = {.real = w, .world = *w};
	bool ok;

	if (s->lines[0].fresh)
		incident = 0;
	p.world.store = store_open(w->loop, "memory:", NULL, err);
	if (!p.world.store)
		return false;
	p.world.board = board_new(p.world.store);
	p.world.sparse = true;
	p.submit = submit_new(&p.world);
	ok = bring_all(&p, s, incident, err) &&
		play_lines(&p, s, incident, err) &&
		chains_read(w->loop, p.world.store, s->arena, out, err);
	for (int i = 0; i < p.n_lives; i++)
		live_close(p.lives[i]);
	submit_free(p.submit);
	board_free(p.world.board);
	store_close(p.world.store);
	return ok;
}
