/*
 * One key from the bytes of a terminal: what xterm and its kin send.
 *
 * The forms that are known: control characters, UTF-8, Esc before a key for
 * Alt, CSI and SS3 keys with xterm's, rxvt's and the Linux console's
 * modifiers, CSI u, modifyOtherKeys, the brackets of a paste, SGR reports of
 * the mouse, and focus.  Other mouse reports, answers to questions that nobody
 * asked (CSI ?, OSC, DCS, APC) and whatever else follows the grammar of
 * ECMA-48 are known as things to drop.
 */
#ifndef FG_UI_TERM_SEQ_H
#define FG_UI_TERM_SEQ_H

#include "base/key.h"

#include <stdbool.h>
#include <stddef.h>

enum term_seq_kind {
	TERM_SEQ_MORE,  /* not whole yet */
	TERM_SEQ_KEY,   /* a key */
	TERM_SEQ_SKIP,  /* bytes that are no key */
	TERM_SEQ_PASTE, /* a paste begins behind these bytes */
};

struct term_seq {
	enum term_seq_kind kind;
	size_t len;     /* bytes of it; 0 with TERM_SEQ_MORE */
	struct key key; /* of TERM_SEQ_KEY */
};

/**
 * Reads what @n > 0 bytes at @s begin with.  @last: nothing more will come,
 * so that what is not whole is a key by itself, or dropped; never MORE then.
 */
struct term_seq term_seq_read(const char *s, size_t n, bool last);

#endif
