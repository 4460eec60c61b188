#include "lib/room.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
room_enter(struct room *r)
{
	assert_true(hash_init());
	folder_make(&r->folder);
	r->path = folder_path(&r->folder, "fg.db");
	r->loop = loop_new();
}

void
room_leave(struct room *r)
{
	loop_free(r->loop);
	folder_remove(&r->folder);
	free(r->path);
}

struct store *
room_open(struct room *r, const char *url, const struct store_options *opt)
{
	struct err err = {.code = ERR_NONE};
	struct store *s = store_open(r->loop, url, opt, &err);

	if (!s)
		fail_msg("%s: %s", url, err.text);
	return s;
}

struct id
room_id(uint32_t number)
{
	struct id id = {{0x0f}};

	memcpy(id.b + 12, &number, sizeof(number));
	return id;
}

/* Texts that stay good for the next seven calls. */
static const char *
room_text(const char *form, uint32_t number)
{
	static char texts[8][64];
	static unsigned next;
	char *text = texts[next++ % 8];
	char digits[16];
	const char *gap = strchr(form, '#');

	snprintf(digits, sizeof(digits), "%u", (unsigned)number);
	snprintf(text, 64, "%.*s%s%s", (int)(gap - form), form, digits,
		gap + 1);
	return text;
}

const char *
room_head(uint32_t number)
{
	return room_text("{\"v\":1,\"number\":#}", number);
}

const char *
room_data(uint32_t number)
{
	return room_text("{\"text\":\"entry #\"}", number);
}

struct store_draft
room_draft(uint32_t number)
{
	struct store_draft d = {
		.id = room_id(number),
		.salt = room_id(number + 1000000000),
		.head = room_head(number),
		.data = room_data(number),
	};

	return d;
}

void
room_answered(void *ctx, enum store_result result, uint32_t n,
	const struct err *why)
{
	struct room_answer *a = ctx;

	assert_false(a->done);
	assert_true((result == STORE_DONE) == (why == NULL));
	a->result = result;
	a->n = n;
	if (why)
		snprintf(a->why, sizeof(a->why), "%s", why->text);
	a->done = true;
}

struct room_answer
room_append(struct room *r, struct store *s, const struct store_append *a)
{
	struct room_answer answer = {.done = false};

	store_append(s, a, room_answered, &answer);
	assert_false(answer.done);
	assert_true(loop_until(r->loop, &answer.done, ROOM_WAIT_MS));
	return answer;
}

struct room_answer
room_add(struct room *r, struct store *s, uint32_t incident, uint32_t n)
{
	struct store_draft d = room_draft(n);
	struct store_append a = {
		.incident = incident,
		.n = n,
		.count = 1,
		.drafts = &d,
	};

	return room_append(r, s, &a);
}

void
room_fill(struct room *r, struct store *s, uint32_t incident,
	const uint32_t span[2])
{
	uint32_t n = span[0];

	while (n <= span[1]) {
		struct store_draft drafts[STORE_APPEND_MAX];
		char texts[STORE_APPEND_MAX][2][64];
		struct store_append a = {.incident = incident, .n = n};
		struct room_answer answer;

		a.drafts = drafts;
		for (; a.count < STORE_APPEND_MAX && n <= span[1]; n++) {
			struct store_draft *d = &drafts[a.count];

			*d = room_draft(n);
			d->head = memcpy(texts[a.count][0], d->head, 64);
			d->data = memcpy(texts[a.count][1], d->data, 64);
			a.count++;
		}
		answer = room_append(r, s, &a);
		if (answer.result != STORE_DONE)
			fail_msg("%u: %s", (unsigned)a.n, answer.why);
	}
}

static void
seen_look(struct room_seen *seen)
{
	if (seen->count >= seen->want && seen->states &&
	    seen->state == seen->want_state)
		seen->reached = true;
}

static void
seen_record(void *ctx, const struct store_record *r)
{
	struct room_seen *seen = ctx;

	if (!seen->count)
		seen->first = r->n;
	else if (r->n != seen->last + 1)
		seen->disorder = true;
	assert_int_equal(strlen(r->head), r->head_len);
	assert_int_equal(strlen(r->data), r->data_len);
	seen->last = r->n;
	seen->count++;
	seen->hash = r->hash;
	seen->salt = r->salt;
	snprintf(seen->head, sizeof(seen->head), "%s", r->head);
	snprintf(seen->data, sizeof(seen->data), "%s", r->data);
}

static void
seen_state(void *ctx, enum store_state state, const struct err *why)
{
	struct room_seen *seen = ctx;

	assert_true((state == STORE_LIVE) == (why == NULL));
	seen->state = state;
	seen->states++;
	seen->lives += state == STORE_LIVE;
	if (why)
		snprintf(seen->why, sizeof(seen->why), "%s", why->text);
	seen_look(seen);
}

struct store_sink
room_sink(struct room_seen *seen)
{
	return (struct store_sink){seen_record, seen_state, seen};
}

void
room_follow(struct store *s, struct room_seen *seen, uint32_t incident,
	const struct store_from *from)
{
	struct store_from start = {.incident = incident};
	struct store_sink sink = room_sink(seen);

	if (from) {
		start.after = from->after;
		start.hash = from->hash;
	}
	memset(seen, 0, sizeof(*seen));
	seen->follow = store_follow(s, &start, &sink);
}

bool
room_seen_until(struct room *r, struct room_seen *seen, int count,
	enum store_state state)
{
	seen->want = count;
	seen->want_state = state;
	seen->reached = false;
	seen_look(seen);
	return loop_until(r->loop, &seen->reached, ROOM_WAIT_MS);
}

void
room_done(void *ctx, const struct err *why)
{
	struct room_seen *seen = ctx;

	if (why)
		snprintf(seen->why, sizeof(seen->why), "%s", why->text);
	seen->reached = true;
}

bool
room_read(struct room *r, struct store *s, uint32_t incident,
	struct room_seen *seen)
{
	memset(seen, 0, sizeof(*seen));
	store_read(s, &(struct store_range){
		.incident = incident,
		.record = seen_record,
		.done = room_done,
		.ctx = seen,
	});
	assert_true(loop_until(r->loop, &seen->reached, ROOM_WAIT_MS));
	return !seen->why[0];
}

struct chain {
	struct hash prev;
	uint32_t bad;
	bool done;
};

static void
chain_record(void *ctx, const struct store_record *r)
{
	struct chain *c = ctx;
	struct hash link = hash_link(&c->prev, &r->salt, r->data, r->data_len,
		r->head, r->head_len);

	/* An erased entry has lost what its link was made of. */
	if (r->data_len && !hash_same(&link, &r->hash) && !c->bad)
		c->bad = r->n;
	c->prev = r->hash;
}

static void
chain_done(void *ctx, const struct err *why)
{
	struct chain *c = ctx;

	if (why)
		fail_msg("%s", why->text);
	c->done = true;
}

uint32_t
room_chain(struct room *r, struct store *s, uint32_t incident)
{
	struct chain c = {.bad = 0};

	store_read(s, &(struct store_range){
		.incident = incident,
		.record = chain_record,
		.done = chain_done,
		.ctx = &c,
	});
	assert_true(loop_until(r->loop, &c.done, ROOM_WAIT_MS));
	return c.bad;
}

static void
list_done(void *ctx, const struct err *why)
{
	struct room_list *list = ctx;

	if (why)
		fail_msg("%s", why->text);
	list->done = true;
}

static void
list_row(void *ctx, uint32_t incident, uint32_t last)
{
	struct room_list *list = ctx;
	size_t n = strlen(list->text);

	snprintf(list->text + n, sizeof(list->text) - n, "%u:%u ",
		(unsigned)incident, (unsigned)last);
}

void
room_list(struct room *r, struct store *s, struct room_list *list)
{
	memset(list, 0, sizeof(*list));
	store_incidents(s, &(struct store_list){
		.row = list_row,
		.done = list_done,
		.ctx = list,
	});
	assert_true(loop_until(r->loop, &list->done, ROOM_WAIT_MS));
}

static void
page_row(void *ctx, const struct store_summary *row)
{
	struct room_list *list = ctx;
	size_t n = strlen(list->text);

	snprintf(list->text + n, sizeof(list->text) - n, "%u:%u/%u %d %s ",
		(unsigned)row->incident, (unsigned)row->n, (unsigned)row->last,
		(int)row->rank, row->text);
}

void
room_page(struct room *r, struct store *s, const int page[2],
	struct room_list *list)
{
	memset(list, 0, sizeof(*list));
	store_summaries(s, &(struct store_page){
		.offset = page[0],
		.limit = page[1],
		.row = page_row,
		.done = list_done,
		.ctx = list,
	});
	assert_true(loop_until(r->loop, &list->done, ROOM_WAIT_MS));
}

void
room_set_summary(struct room *r, struct store *s,
	const struct store_summary *row)
{
	struct room_list list = {.done = false};

	store_set_summary(s, row, list_done, &list);
	assert_true(loop_until(r->loop, &list.done, ROOM_WAIT_MS));
}
