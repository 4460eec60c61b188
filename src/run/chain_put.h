/*
 * Putting chains into a store as they are: same numbers, ids and hashes.
 */
#ifndef FG_RUN_CHAIN_PUT_H
#define FG_RUN_CHAIN_PUT_H

#include "run/chain.h"

/** What became of one chain. */
struct chain_put {
	uint32_t incident;
	uint32_t before; /* entries that the store had */
	uint32_t after;  /* and has now */
	bool collision;  /* the number is another incident's there */
};

/**
 * Puts all chains into @s, or none: first each is compared with what is there
 * already, and one that differs refuses all (ERR_REFUSED, naming it; its row
 * of @done says collision).  What is there is not written again.  @done has
 * room for all chains.
 */
bool chains_put(struct loop *loop, struct store *s,
	const struct chains *all, struct chain_put *done, struct err *err);

#endif
