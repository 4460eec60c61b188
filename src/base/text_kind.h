/*
 * What a code point is to a terminal: the one place that decides it.
 */
#ifndef FG_BASE_TEXT_KIND_H
#define FG_BASE_TEXT_KIND_H

#include <stdbool.h>
#include <stdint.h>

/** What text_kind() returns when it is no number of columns. */
enum {
	KIND_CONTROL = -1, /* would move the cursor or worse */
	KIND_UNKNOWN = -2, /* not assigned: terminals disagree on its width */
	KIND_HIDDEN = -3,  /* invisible, and able to deceive */
};

/** Whether a byte is one column by itself: nearly all are, so ask first. */
static inline bool
text_plain(char c)
{
	return c >= 0x20 && c < 0x7f;
}

/** 2 or 1 columns, 0 for a mark on what stands before it, or a KIND_*. */
int text_kind(uint32_t cp);

#endif
