#include "run/tour.h"

#include "base/mem.h"
#include "run/chain_put.h"
#include "run/played.h"
#include "run/sample.h"
#include "run/scenario.h"
#include "run/settings.h"

/*
 * The log is decided by the settings that everybody has, so that the roster,
 * the numbers and the bridge of this host are no part of it.
 */
static bool
make_sample(const struct world_options *opt, struct arena *a,
	struct chains *out, struct err *err)
{
	const struct world_options plain = {
		.store = "memory:", .config = "none", .nobody = true,
		.real = opt->real, .version = opt->version,
	};
	struct scenario s = {.name = "the sample incident", .arena = a};
	struct world w = {.store = NULL};
	bool ok;

	ok = world_open(&w, &plain, err) && played_open(&w, true, err) &&
		played_scenario(&w, &s, arena_dup(a, sample_scenario), 0, out,
			err);
	world_close(&w);
	return ok;
}

static bool
put_sample(struct world *w, struct err *err)
{
	struct arena *a = arena_new(0);
	struct chains all = {.n = 0};
	bool ok = make_sample(&w->opt, a, &all, err) &&
		played_put(w, &all, err);

	chains_release(&all);
	arena_free(a);
	return ok;
}

bool
tour_open(struct world *w, const struct world_options *opt,
	uint32_t *incident, struct err *err)
{
	struct world_options own = *opt;

	*incident = SAMPLE_INCIDENT;
	own.store = "memory:";
	own.shared = false;
	if (!own.who)
		own.who = SAMPLE_WHO;
	if (!own.clock)
		own.clock = SAMPLE_NOW "x1";
	if (!world_open(w, &own, err))
		return false;
	w->settings->shared = false;
	return played_open(w, true, err) && put_sample(w, err);
}
