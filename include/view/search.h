/*
 * Searching the timeline: the `/` line, and the hits that are walked.
 *
 * Hits are looked for from the latest entry back, a slice at a time, so that
 * a key never waits for a long log: search_go_on() does the next one.
 */
#ifndef FG_VIEW_SEARCH_H
#define FG_VIEW_SEARCH_H

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct incident;
struct key;
struct screen;
struct vm_in;

/** Opens the line; what was searched last is kept, and its hits walked. */
void search_open(struct screen *s);

/** Gives a key to the open line; false when it means nothing to it. */
bool search_key(struct screen *s, const struct key *key,
	const struct vm_in *in);

/** Searches for @text and goes to its latest hit; false: there is none. */
bool search_for(struct screen *s, const struct incident *inc,
	const char *text);

/** Whether some of @inc (NULL: none) has not been looked at yet. */
bool search_busy(const struct screen *s, const struct incident *inc);

/** Looks at some more, and goes to the hit that is looked for. */
void search_go_on(struct screen *s, const struct incident *inc,
	int64_t mono);

/** Hits stand out no longer. */
void search_end(struct screen *s);

/** "hit 3 of 41", "41 hits", from @a; *@none: there is not one. */
const char *search_says(const struct screen *s, const struct incident *inc,
	struct arena *a, bool *none);

#endif
