/*
 * What the files that read and write events as JSON share.
 *
 * event_json.c holds the one tree that is parsed at a time; it lives in a
 * buffer that is used again for the next event.
 */
#ifndef FG_MODEL_EVENT_JSON_H
#define FG_MODEL_EVENT_JSON_H

#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct cJSON;
struct event;

/** Words of a CAN report's tags, by enum can_on and enum can_for. */
extern const char *const can_on_words[2];
extern const char *const can_for_words[2];

/**
 * The tree of @text, NULL when it is no JSON object.  It is valid until
 * json_close(), which must be called before the next json_open().
 */
struct cJSON *json_open(const char *text);
void json_close(struct cJSON *tree);

/**
 * The last member of @obj called @name; NULL when there is none, or @obj is
 * no object.
 */
const struct cJSON *json_member(const struct cJSON *obj, const char *name);

/** Whether arrays and objects in @item nest at most @depth deep. */
bool json_flat(const struct cJSON *item, int depth);

/** Values of @item, false when it has another type; texts are from @a. */
bool json_text(struct arena *a, const struct cJSON *item, const char **out);
bool json_int(const struct cJSON *item, int64_t *out);
bool json_time(const struct cJSON *item, when_ms *out);

/** The place of string @item in @words (two of them), -1 for none. */
int json_word(const struct cJSON *item, const char *const words[2]);

/**
 * Reads @head into @e; *@kind gets the kind's name, from @a.  False when
 * something is missing or wrong; what could be read is set all the same.
 */
bool event_read_head(struct arena *a, const char *head, struct event *e,
	const char **kind);

#endif
