/*
 * Keys as the terminal delivers them and as the key table names them.
 *
 * A name is what bindings, the key bar, the help and the tests write: "n",
 * "C-l", "Enter", "S-Tab", "F1", "A-x".  The codes are not called KEY_*,
 * since curses has macros of those names with other numbers.
 */
#ifndef FG_BASE_KEY_H
#define FG_BASE_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Keys that are no character: code, name. */
#define KEY_MAP(X) \
	X(KC_ENTER, "Enter") \
	X(KC_ESC, "Esc") \
	X(KC_TAB, "Tab") \
	X(KC_BACKSPACE, "Backspace") \
	X(KC_DELETE, "Delete") \
	X(KC_INSERT, "Insert") \
	X(KC_UP, "Up") \
	X(KC_DOWN, "Down") \
	X(KC_LEFT, "Left") \
	X(KC_RIGHT, "Right") \
	X(KC_HOME, "Home") \
	X(KC_END, "End") \
	X(KC_PGUP, "PgUp") \
	X(KC_PGDN, "PgDn") \
	X(KC_F1, "F1") \
	X(KC_F2, "F2") \
	X(KC_F3, "F3") \
	X(KC_F4, "F4") \
	X(KC_F5, "F5") \
	X(KC_F6, "F6") \
	X(KC_F7, "F7") \
	X(KC_F8, "F8") \
	X(KC_F9, "F9") \
	X(KC_F10, "F10") \
	X(KC_F11, "F11") \
	X(KC_F12, "F12")

#define KEY_ENUM(code, name) code,
enum key_code {
	KC_NONE,  /* no key */
	KC_CHAR,  /* a character, in key.cp */
	KEY_MAP(KEY_ENUM)
	KC_PASTE, /* text that was pasted, in key.text */
	KC_MOUSE, /* a click or a turn of the wheel, in key.mouse, y and x */
	KC_FOCUS, /* the terminal's window was chosen */
	KC_BLUR,  /* another window was */
	KC_COUNT
};
#undef KEY_ENUM

/** Bits of key.mods.  A capital letter is its own character, not a shift. */
enum {
	KM_CTRL = 1,
	KM_ALT = 2,
	KM_SHIFT = 4, /* only with keys that are no character: S-Tab */
};

/** What was done with the mouse. */
enum key_mouse {
	MOUSE_CLICK,   /* the left button went down */
	MOUSE_UP,      /* the wheel was turned away */
	MOUSE_DOWN,    /* and towards whoever holds the mouse */
};

struct key {
	enum key_code code;
	unsigned mods;    /* KM_* */
	uint32_t cp;      /* KC_CHAR: the code point; 'l' for C-l */
	const char *text; /* KC_PASTE: borrowed for the call; lines end in \n */
	size_t len;       /* KC_PASTE: bytes of text, which has no NUL inside */
	bool cut;         /* KC_PASTE: there was more than a paste may hold */
	enum key_mouse mouse; /* KC_MOUSE */
	int y, x;         /* KC_MOUSE: the cell, from 0 */
};

/** Size of any buffer that key_label() writes. */
#define KEY_NAME_MAX 24

/**
 * The name of @key in @out: "n", "C-l", "Space", "S-Tab", "Paste"; what has
 * no name is "?".  Returns @out.
 */
char *key_label(const struct key *key, char out[KEY_NAME_MAX]);

/**
 * Reads a name as key_label() writes it; names of keys and the letters of
 * modifiers (C- A- S-, also M- for A-) in any case; a character is taken as
 * it is.  False when @name names no key.
 */
bool key_parse(const char *name, struct key *out);

/** Whether it is the key @code without modifiers. */
bool key_is(const struct key *key, enum key_code code);

/** Whether two keys are the same, but for pasted text. */
bool key_same(const struct key *a, const struct key *b);

/** A character without Ctrl or Alt, the one that a text field takes. */
bool key_is_text(const struct key *key);

#endif
