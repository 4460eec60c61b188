/*
 * Which entries of a log somebody wants to see: of some kinds, by or about
 * some people, from some stages.  Within each of the three any will do; all
 * three must hold.
 *
 * Kinds are called by the tag that the timeline shows ("can"), by their name
 * in the log ("can.reported"), or by what stands before its dot
 * ("objective", "mitigation").
 */
#ifndef FG_MODEL_ENTRY_FILTER_H
#define FG_MODEL_ENTRY_FILTER_H

#include "base/err.h"
#include "model/event.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct entry;
struct incident;

#define FILTER_PEOPLE 8

/** All zero: everything is seen. */
struct entry_filter {
	uint64_t kinds;  /* a bit a kind (entry_filter.c); 0: all */
	unsigned stages; /* a bit a stage, by enum stage; 0: all */
	char who[FILTER_PEOPLE][NAME_MAX_BYTES + 1];
	int n_who;       /* 0: everybody */
};

/** What a word of a filter is about. */
enum filter_by { FILTER_KIND, FILTER_WHO, FILTER_STAGE };

/**
 * Adds a list such as "can,page" (commas or blanks between).  ERR_USAGE says
 * what there is; @f is untouched then.
 */
bool entry_filter_add(struct entry_filter *f, enum filter_by by,
	const char *list, struct err *err);

/**
 * Reads "kind can,page who raj stage mitigate" into @f, which is replaced; ""
 * and "none" give one that leaves nothing out.  The words kind, who and stage
 * can be left out: a word is a kind, else a stage, else somebody who has to do
 * with @inc (which may be NULL: nobody is known).
 */
bool entry_filter_read(struct entry_filter *f, const struct incident *inc,
	const char *text, struct err *err);

/** The bits of all kinds that are called @word; 0: none is. */
uint64_t entry_filter_bits(const char *word);

/** Whether it leaves anything out. */
bool entry_filter_on(const struct entry_filter *f);

/** Whether two see the same. */
bool entry_filter_same(const struct entry_filter *a,
	const struct entry_filter *b);

/**
 * Whether entry @e of @inc is seen.  People: its author, for whom a deputy
 * acted, and whoever it names: paged, owner of the objective, of the need.
 */
bool entry_filter_match(const struct entry_filter *f,
	const struct incident *inc, const struct entry *e);

/** For people, from @a: "can, page \u00b7 raj \u00b7 Mitigate". */
const char *entry_filter_words(const struct entry_filter *f,
	struct arena *a);

/** The kinds, people and stages of it alone, split by commas, from @a. */
const char *entry_filter_list(const struct entry_filter *f,
	enum filter_by by, struct arena *a);

/** Tag @i of those that an entry can have, once each; NULL past the end. */
const char *entry_filter_tag(int i);

/** How many entries of @inc have each of these tags; as many as there are. */
#define FILTER_TAGS 64
void entry_filter_count(const struct incident *inc,
	uint32_t count[FILTER_TAGS]);

#endif
