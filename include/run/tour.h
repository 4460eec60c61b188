/*
 * The practice store of `fireground tour`: in memory, with the sample.
 */
#ifndef FG_RUN_TOUR_H
#define FG_RUN_TOUR_H

#include "run/world.h"

/**
 * Opens @w with the settings of @opt on a practice store of its own, in
 * memory, that holds the sample incident; its clock goes on from the moment
 * of the sample, unless @opt has one.  No other store is opened, whatever
 * @opt names, and whoever is at the keys is the sample's commander, unless
 * @opt says who.  *@incident is its number.  False with @err; world_close()
 * may be called all the same.
 */
bool tour_open(struct world *w, const struct world_options *opt,
	uint32_t *incident, struct err *err);

#endif
