/*
 * The eight stages, the four bands over them and the two calls.
 *
 * Bands overlap and are no partition of the stages: Customer Impact runs from
 * before Detect to the call Under Control, Operations Impact from Detect to
 * All Clear.
 */
#ifndef FG_MODEL_STAGE_H
#define FG_MODEL_STAGE_H

#include <stdbool.h>

enum stage {
	STAGE_NONE,
	STAGE_DETECT,
	STAGE_ASSEMBLE,
	STAGE_VERIFY,
	STAGE_DISPATCH,
	STAGE_MITIGATE,
	STAGE_REPAIR,
	STAGE_REVIEW,
	STAGE_ACTION_ITEMS,
	STAGE_COUNT
};

enum band {
	BAND_CUSTOMER,
	BAND_OPERATIONS,
	BAND_LEARNING,
	BAND_PREVENTION,
	BAND_COUNT
};

enum call { CALL_NONE, CALL_UNDER_CONTROL, CALL_ALL_CLEAR };

struct stage_row {
	const char *name;   /* "Detect", as people see it */
	const char *word;   /* "detect", as commands and the log have it */
	const char *what;   /* one line of help */
	enum call ended_by; /* the call that ends it, if any */
};

/** Rows by enum stage; row STAGE_NONE is empty. */
extern const struct stage_row stage_rows[STAGE_COUNT];

/** The stage called @word ("mitigate", "action-items"), or STAGE_NONE. */
enum stage stage_find(const char *word);

/** "Customer Impact" ... */
const char *band_name(enum band b);

/** The first stage of a band. */
enum stage band_first(enum band b);

/** "Under Control", "All Clear"; and as a word "under-control". */
const char *call_name(enum call c);
const char *call_word(enum call c);

/** The stage that a call enters: Repair, Review. */
enum stage call_enters(enum call c);

/** The call called @word, or CALL_NONE. */
enum call call_find(const char *word);

#endif
