/*
 * What writing and reading events share: words of the log, the head.
 */
#ifndef FG_MODEL_EVENT_JSON_H
#define FG_MODEL_EVENT_JSON_H

#include <stdbool.h>

struct arena;
struct event;

/** The tags of a CAN report, by enum can_on and enum can_for. */
extern const char *const can_on_words[2];
extern const char *const can_for_words[2];

/** Gives @e, whose kind is set, room for its values; all are absent. */
void event_room(struct arena *a, struct event *e);

/** Room for a kind's name; those of newer programs may be longer than ours. */
#define EVENT_KIND_SIZE 128

/**
 * Reads a head into @e, whose data is left empty, and the kind's name into
 * @kind; memory from @a.  False when it is damaged; what could be read is set.
 */
bool event_head_read(struct arena *a, const char *head, struct event *e,
	char kind[EVENT_KIND_SIZE]);

#endif
