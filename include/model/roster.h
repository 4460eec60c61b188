/*
 * Who can be called: people as the config has them.
 *
 * The roster only gives commands their defaults (whom to page for a field,
 * which phone to show); what was done with it stands in the log.
 */
#ifndef FG_MODEL_ROSTER_H
#define FG_MODEL_ROSTER_H

#include <stdbool.h>

/** Fields with a meaning of their own. */
#define FIELD_COMMANDER "commander"
#define FIELD_CUSTOMERS "customers"

struct person {
	const char *name;
	const char *field;  /* "database"; "" when not given */
	const char *zone;   /* "Europe/Berlin"; "" when not given */
	const char *phone;  /* "" when not given */
	const char *page;   /* how to page, kept for the courier; "" */
	bool on_call;
};

struct roster {
	const struct person *people; /* in the order of the config */
	int n;
};

/** The person called @name (case folded), or NULL; @r may be NULL. */
const struct person *roster_find(const struct roster *r, const char *name);

/**
 * The on-call person of @field after @after (NULL: the first), or NULL;
 * the order is the config's.
 */
const struct person *roster_on_call(const struct roster *r, const char *field,
	const char *after);

#endif
