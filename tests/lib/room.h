/*
 * A room for a store under test: a loop, a folder of its own, and forms of
 * the store's calls that turn the loop until the answer is there.
 */
#ifndef FG_TESTS_LIB_ROOM_H
#define FG_TESTS_LIB_ROOM_H

#include "lib/folder.h"
#include "loop/loop.h"
#include "store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* A wait that never ends must fail, and on a slow machine not too early. */
#define ROOM_WAIT_MS 30000

struct room {
	struct loop *loop;
	struct folder folder;
	char *path; /* of the store in it */
};

/** A loop and a folder; room_leave() removes both. */
void room_enter(struct room *r);
void room_leave(struct room *r);

/** Opens; a failure fails the test with its sentence. */
struct store *room_open(struct room *r, const char *url,
	const struct store_options *opt);

/** The same id and text for the same number, at most 9 digits. */
struct id room_id(uint32_t number);
const char *room_head(uint32_t number);
const char *room_data(uint32_t number);
struct store_draft room_draft(uint32_t number);

/** The answer to an append. */
struct room_answer {
	bool done;
	enum store_result result;
	uint32_t n;
	char why[1024];
};

/** Appends and waits. */
struct room_answer room_append(struct room *r, struct store *s,
	const struct store_append *a);

/** One entry @number at place @n of @incident; true: STORE_DONE. */
struct room_answer room_add(struct room *r, struct store *s,
	uint32_t incident, uint32_t n);

/** Fills the places @from .. @to of @incident with entries of that number. */
void room_fill(struct room *r, struct store *s, uint32_t incident,
	const uint32_t span[2]);

/** Asks, not waiting: for the answer that @a gets. */
void room_answered(void *ctx, enum store_result result, uint32_t n,
	const struct err *why);

/** A follower that keeps what it is given. */
struct room_seen {
	struct store_follow *follow;
	uint32_t first, last; /* places */
	int count;
	bool disorder;        /* a place was not the one after the last */
	struct hash hash;     /* of the last */
	char head[96], data[96]; /* of the last, the beginning */
	struct id salt;
	enum store_state state;
	char why[1024];
	int states;           /* how often a state was told */
	int lives;
	/* What room_seen_until() waits for. */
	int want;
	enum store_state want_state;
	bool reached;
};

/** A sink that fills @seen. */
struct store_sink room_sink(struct room_seen *seen);

/** Follows from the place after @after; @hash as store_from has it. */
void room_follow(struct store *s, struct room_seen *seen, uint32_t incident,
	const struct store_from *from);

/** Waits until @seen has @count entries in all and is in @state. */
bool room_seen_until(struct room *r, struct room_seen *seen, int count,
	enum store_state state);

/** What a question into @ctx, a struct room_seen, ends with. */
void room_done(void *ctx, const struct err *why);

/** Reads all of one incident into @seen; false with seen->why. */
bool room_read(struct room *r, struct store *s, uint32_t incident,
	struct room_seen *seen);

/** The first place whose link of the chain is wrong, 0 when all are right. */
uint32_t room_chain(struct room *r, struct store *s, uint32_t incident);

/** Rows as text, one after the other, each with a blank behind it. */
struct room_list {
	char text[512];
	bool done;
};

/** All incidents, "NUMBER:LAST ". */
void room_list(struct room *r, struct store *s, struct room_list *list);

/** @page is offset and limit; rows are "NUMBER:N/LAST RANK TEXT ". */
void room_page(struct room *r, struct store *s, const int page[2],
	struct room_list *list);

/** Sets and waits. */
void room_set_summary(struct room *r, struct store *s,
	const struct store_summary *row);

#endif
