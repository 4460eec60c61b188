/*
 * Phrases of the timeline: one function a kind, in four tables by enum
 * event_kind.  A kind stands in exactly one of them.
 */
#ifndef FG_MODEL_WORDS_PHRASE_H
#define FG_MODEL_WORDS_PHRASE_H

#include "model/words.h"

#define ARROW "\u2192"

/** What a phrase is made from. */
struct phrase {
	const struct incident *inc;
	const struct entry *e;
	const struct event *ev;
	const char *by;   /* "tomas", or for a deputy "tomas for ana" */
	const char *text; /* the main text as last corrected; "" */
	struct arena *a;
};

struct phrase_row {
	const char *(*say)(const struct phrase *p); /* NULL: not of this table */
	bool names; /* the phrase says who acted; else a deputy is added */
};

extern const struct phrase_row phrases_command[KIND_COUNT];
extern const struct phrase_row phrases_people[KIND_COUNT];
extern const struct phrase_row phrases_work[KIND_COUNT];
extern const struct phrase_row phrases_log[KIND_COUNT];

/** @before and @s joined; "" when @s is empty. */
const char *phrase_tail(const struct phrase *p, const char *before,
	const char *s);

/** The tail of a free text that is no main text: the event's field. */
const char *phrase_field(const struct phrase *p, const char *before,
	enum event_field f);

/** The name in @f, or whoever made the entry. */
const char *phrase_who(const struct phrase *p, enum event_field f);

/** "14:25Z", with the date on another day than the entry's; "" when none. */
const char *phrase_time(const struct phrase *p, enum event_field f);

#endif
