/*
 * Words of the log that writing and reading events share.
 */
#ifndef FG_MODEL_EVENT_JSON_H
#define FG_MODEL_EVENT_JSON_H

/** The tags of a CAN report, by enum can_on and enum can_for. */
extern const char *const can_on_words[2];
extern const char *const can_for_words[2];

#endif
