/*
 * A CAN report as lines of text, as an editor shows it.
 *
 *	condition customers: checkout fails
 *	  action mitigate: fail over to db-eu-2
 *	  need: approval to promote
 *	next: 04:30Z
 */
#ifndef FG_RUN_CAN_TEXT_H
#define FG_RUN_CAN_TEXT_H

#include "base/err.h"
#include "base/words.h"

#include <stdbool.h>

struct arena;
struct incident;
struct str;

/** The last report of @who with open needs, and how to write one. */
void can_text_write(const struct incident *inc, const char *who,
	struct str *out);

/**
 * The options of `can` that @text, which is changed, stands for.  ERR_USAGE
 * names the line that is none; so does a text with nothing in it.
 */
bool can_text_read(struct arena *a, char *text, struct words *out,
	struct err *err);

#endif
