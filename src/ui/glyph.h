/*
 * The signs that stand beside colours, lines and corners, each with a form
 * in ASCII of the same width, for terminals that cannot show them.
 *
 * Text may hold these characters directly too: a canvas in ASCII turns all
 * of them, wherever they come from.
 */
#ifndef FG_UI_GLYPH_H
#define FG_UI_GLYPH_H

#include <stdint.h>

/* A row: enumerator, code point, UTF-8, ASCII, what it says. */
#define GLYPH_MAP(X) \
	X(GLYPH_H, 0x2500, "\u2500", '-', "line") \
	X(GLYPH_V, 0x2502, "\u2502", '|', "upright line") \
	X(GLYPH_TOP_LEFT, 0x256d, "\u256d", '+', "corner") \
	X(GLYPH_TOP_RIGHT, 0x256e, "\u256e", '+', "corner") \
	X(GLYPH_BOTTOM_LEFT, 0x2570, "\u2570", '+', "corner") \
	X(GLYPH_BOTTOM_RIGHT, 0x256f, "\u256f", '+', "corner") \
	X(GLYPH_HEAVY, 0x2501, "\u2501", '=', "band, the part that was") \
	X(GLYPH_CALL, 0x2524, "\u2524", '|', "a call ends a band") \
	X(GLYPH_DONE, 0x2713, "\u2713", 'v', "done, met") \
	X(GLYPH_FAILED, 0x2717, "\u2717", 'x', "failed, cannot") \
	X(GLYPH_NOW, 0x25cf, "\u25cf", '*', "going on, open") \
	X(GLYPH_HALF, 0x25d0, "\u25d0", '%', "acknowledged, on the way") \
	X(GLYPH_LATER, 0x25cb, "\u25cb", 'o', "not yet") \
	X(GLYPH_BULLET, 0x2022, "\u2022", '*', "a row of Attention") \
	X(GLYPH_DOT, 0x00b7, "\u00b7", '-', "between two things") \
	X(GLYPH_ARROW, 0x2192, "\u2192", '>', "becomes, goes to") \
	X(GLYPH_BACK, 0x2190, "\u2190", '<', "back") \
	X(GLYPH_UP, 0x2191, "\u2191", '^', "more above") \
	X(GLYPH_DOWN, 0x2193, "\u2193", 'v', "more below") \
	X(GLYPH_NONE, 0x2013, "\u2013", '-', "nothing there") \
	X(GLYPH_DASH, 0x2014, "\u2014", '-', "dash") \
	X(GLYPH_MORE, 0x2026, "\u2026", '~', "text was cut") \
	X(GLYPH_BLOCK, 0x2588, "\u2588", '#', "large figure") \
	X(GLYPH_BLOCK_UP, 0x2580, "\u2580", '"', "large figure") \
	X(GLYPH_BLOCK_DOWN, 0x2584, "\u2584", '_', "large figure")

#define GLYPH_ENUM(glyph, cp, utf8, ascii, help) glyph,
enum glyph {
	GLYPH_MAP(GLYPH_ENUM)
	GLYPH_COUNT
};
#undef GLYPH_ENUM

/** The glyph as UTF-8; a canvas turns it into ASCII where needed. */
const char *glyph_text(enum glyph glyph);

/**
 * @cp in ASCII: itself, its form in the table, the letter without its accent,
 * or '?'.
 */
uint32_t glyph_ascii(uint32_t cp);

#endif
