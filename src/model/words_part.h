/*
 * Pieces that several sorts of words are made from.
 */
#ifndef FG_MODEL_WORDS_PART_H
#define FG_MODEL_WORDS_PART_H

#include "model/words.h"

/** @s in one line: newlines and tabs as blanks; @s itself when it is one. */
const char *words_line(struct arena *a, const char *s);

/** The text of @s in @a; @s is released. */
const char *words_take(struct arena *a, struct str *s);

/** "2026-11-22 14:31:19Z", "-" when not set; @out has WHEN_MAX bytes. */
char *words_stamp(when_ms t, char out[WHEN_MAX]);

/** "INC-17 SEV1 EU checkout returns 5xx"; restricted: without the title. */
const char *words_head(const struct incident *inc, struct arena *a);

/** "for customers since 13:41Z (T+00:50)", "none", "not known yet". */
const char *words_impact(const struct incident *inc, when_ms now,
	struct arena *a);

/** "alert, 2m before customers", "customers, 3m before us". */
const char *words_first(const struct incident *inc, struct arena *a);

/** A band's time: "50m", ">=50m" when its start is not known, "none". */
const char *words_band(const struct incident *inc, enum band b, when_ms now,
	struct arena *a);

/** "working", "paged 7m", "acked, eta 14:35Z", "released". */
const char *words_sme(const struct sme *sme, when_ms now, struct arena *a);

/** The words of states: "proposed", "open". */
const char *words_mitigation_state(enum mitigation_state state);
const char *words_objective_state(enum objective_state state);
const char *words_need_state(enum need_state state);

/** The first condition, action or need of a report; "" when it has none. */
const char *words_can_first(const struct can *can, bool *is_need);

/** The first action of a report; "". */
const char *words_can_action(const struct can *can);

/* ---- lines of a message for the company (words_lines.c) ------------- */

/** What the lines of a message are made from. */
struct telling {
	const struct incident *inc;
	when_ms now;
	struct arena *a;
	struct str *out;
};

/** One line each, with its newline; nothing when there is nothing to say. */
void telling_impact(const struct telling *t);
void telling_scope(const struct telling *t);
void telling_command(const struct telling *t);
void telling_people(const struct telling *t);
void telling_customers(const struct telling *t);

/** Bridge, and the protocol until the company has been told it. */
void telling_meet(const struct telling *t);

/** When the next word comes. */
void telling_next(const struct telling *t);

#endif
