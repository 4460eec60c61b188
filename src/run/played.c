#include "run/played.h"

#include "base/mem.h"
#include "run/board.h"
#include "run/chain_put.h"
#include "run/scenario.h"
#include "run/wait.h"
#include "run/world.h"
#include "store/store.h"

bool
played_open(struct world *w, bool practice, struct err *err)
{
	struct store_options options = {.practice = practice};

	w->store = store_open(world_loop(w), "memory:", &options, err);
	w->board = w->store ? board_new(w->store) : NULL;
	return w->store && wait_board(w, err);
}

bool
played_scenario(struct world *w, struct scenario *s, char *text, int zone_min,
	struct chains *out, struct err *err)
{
	w->lived = true;
	w->seeded = true;
	return scenario_read(s, text, zone_min, err) &&
		scenario_play(w, s, 0, out, err);
}

bool
played_put(struct world *w, struct chains *all, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chain_put *done = arena_alloc(a,
		((size_t)all->n + 1) * sizeof(*done));
	bool ok = chains_put(w->loop, w->store, all, done, err);

	arena_free(a);
	return ok;
}
