/*
 * No key is silent: one that changed nothing to be seen gets a sentence.
 *
 * Keys that cannot be used are refused by whoever decides, with the reason.
 * What is left are keys that came one time too often or where they have
 * nothing to act on (the cursor is at the last row already): that is noticed
 * by comparing the frames before and after, so that it holds for any key.
 */
#ifndef FG_VIEW_ANSWER_H
#define FG_VIEW_ANSWER_H

#include "base/str.h"

#include <stdbool.h>

struct key;
struct screen;
struct vm;
struct vm_in;

/** A key that is on its way. */
struct answer {
	const struct key *key;
	const struct vm *drawn; /* the frame before it, when that is on the
			    * screen and nothing was said; NULL: */
	struct str before; /* the same as text, but for what was said */
	char row[96];      /* that was selected */
	bool typed;        /* the key is a character where one is typed */
	bool over;         /* something was said that Esc takes away */
};

/**
 * Before @key is given to the screen of @in, whose time is to be that of
 * answer_end(), which must follow.
 */
void answer_begin(struct answer *a, const struct key *key,
	const struct vm_in *in);

/**
 * After what @key asked for was done; @line is what ran, or "".  Where nothing
 * has changed and nothing was said, @in's screen says why.
 */
void answer_end(struct answer *a, const char *line,
	const struct vm_in *in, struct screen *s);

/** Adds a text that is the same for two frames that look the same. */
void vm_print(const struct vm *vm, struct str *out);

#endif
