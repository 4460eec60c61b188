/*
 * What channels are sent, compared byte for byte with golden/NAME.txt.
 */
#ifndef FG_TESTS_RELAY_GOLDEN_H
#define FG_TESTS_RELAY_GOLDEN_H

#include "lib/play.h"
#include "relay/channel.h"

/**
 * The channel "it" of a config whose section holds @lines; lives as long as
 * @a and until channel_drop().
 */
const struct channel *channel_of(struct arena *a, const char *lines);
void channel_drop(void);

/** The play of an incident in Mitigate, with hostile words in it. */
struct play *news_play(void);

/** News of the entry @n of @p, sent at 14:31:19.500Z; 0: the last one. */
struct news news_from(struct play *p, uint32_t n);

/** Room for what news_every() makes. */
#define NEWS_EVERY 12

/**
 * One piece of news of each kind, hostile words and all, and the first stage
 * once more as a repeat; a page to @address.  Returns how many.
 */
int news_every(struct play *p, const char *address, struct news *out);

/**
 * Fails unless what the channel builds for the @n news of @v (those it can
 * carry) is golden/@name.txt: method, url, headers, body of each part.  With
 * FG_GOLDEN=write the file is made anew.
 */
void golden_requests(const struct channel *c, const struct news *v, int n,
	const char *name);

#endif
