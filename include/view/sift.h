/*
 * What a filter and a search leave of a log, kept from frame to frame.
 *
 * Nothing is stored here that the screen and the log do not say: it is a
 * memory of entries that were looked at, so that the next frame looks at new
 * ones alone.  It is brought up to date by asking; filter and text are the
 * screen's.  Places count from 1 among the entries that are shown.
 */
#ifndef FG_VIEW_SIFT_H
#define FG_VIEW_SIFT_H

#include <stdbool.h>
#include <stdint.h>

struct incident;
struct screen;
struct sift;

/** A memory of nothing yet; freed by sift_free(), which takes NULL too. */
struct sift *sift_new(void);
void sift_free(struct sift *sift);

/** How many entries the timeline of @s shows. */
uint32_t sift_count(const struct screen *s, const struct incident *inc);

/** The entry at @place, 0 when there is none. */
uint32_t sift_entry(const struct screen *s, const struct incident *inc,
	uint32_t place);

/** How many entries are shown up to entry @n: its place, if it is shown. */
uint32_t sift_place(const struct screen *s, const struct incident *inc,
	uint32_t n);

/** Hits of the search among what is shown, as far as they are known. */
struct sift_hits {
	uint32_t n;   /* how many */
	uint32_t at;  /* how many up to the entry that was asked about */
	bool on_hit;  /* that entry is one */
	uint32_t from; /* the first entry that was looked at */
	bool whole;   /* all of them were */
};

/** What is known of the hits, seen from entry @n. */
struct sift_hits sift_hits(const struct screen *s,
	const struct incident *inc, uint32_t n);

/**
 * Looks at entries not looked at yet, the latest first, at most at a slice
 * that takes some milliseconds.  True when none is left.
 */
bool sift_look(const struct screen *s, const struct incident *inc);

/**
 * The hit before (-1) or after (1) entry @from, of those known; 0 when there
 * is none.  What was not looked at lies before all others.
 */
uint32_t sift_hit(const struct screen *s, const struct incident *inc,
	uint32_t from, int step);

#endif
