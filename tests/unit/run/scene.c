#include "unit/run/scene.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/words.h"
#include "loop/loop.h"
#include "run/board.h"
#include "store/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATIENCE_MS 30000

static when_ms
still(void)
{
	return SCENE_NOW;
}

static void
open_scene(struct scene *s, const char *store)
{
	struct world_options opt = {
		.store = store ? store : "memory:", .config = "none",
		.who = "ana", .real = still, .version = "test",
	};
	struct err err;

	if (!world_open(&s->w, &opt, &err) || !world_store(&s->w, &err))
		fail_msg("%s", err.text);
	s->submit = submit_new(&s->w);
	scene_board(s);
}

void
scene_enter(struct scene *s, const char *store)
{
	char *path = NULL;

	assert_true(hash_init());
	folder_make(&s->folder);
	if (store)
		path = folder_path(&s->folder, store);
	open_scene(s, path);
	free(path);
}

void
scene_second(struct scene *s, const struct scene *first)
{
	s->folder = first->folder;
	open_scene(s, store_name(first->w.store));
}

void
scene_second_leave(struct scene *s)
{
	submit_free(s->submit);
	world_close(&s->w);
}

void
scene_leave(struct scene *s)
{
	scene_second_leave(s);
	folder_remove(&s->folder);
}

char *
scene_path(const struct scene *s, const char *name)
{
	return folder_path(&s->folder, name);
}

void
scene_until(struct scene *s, const bool *done)
{
	assert_true(loop_until(s->w.loop, done, PATIENCE_MS));
}

static void
answered(void *ctx, const struct submit_answer *a)
{
	struct scene_answer *out = ctx;

	out->done = true;
	out->result = a->result;
	out->incident = a->incident;
	out->first = a->first;
	out->count = a->count;
	if (a->err)
		snprintf(out->why, sizeof(out->why), "%s", a->err->text);
	if (a->inc)
		snprintf(out->title, sizeof(out->title), "%s", a->inc->title);
	if (!a->outcome)
		return;
	out->kind = a->outcome->kind;
	snprintf(out->said, sizeof(out->said), "%s",
		str_get(&a->outcome->text));
	if (a->outcome->kind == OUT_RUN)
		snprintf(out->run, sizeof(out->run), "%s", a->outcome->run);
}

void
scene_send(struct scene *s, uint32_t incident, const char *line,
	struct scene_answer *out)
{
	struct arena *a = arena_new(1024);
	struct words w;

	memset(out, 0, sizeof(*out));
	assert_true(words_split(a, line, &w, NULL));
	submit_send(s->submit, &(struct submit_ask){
		.words = w.v + 1, .n_words = w.n - 1, .who = w.v[0],
		.incident = incident, .when = WHEN_NONE, .fn = answered,
		.ctx = out,
	});
	arena_free(a);
}

struct scene_answer
scene_do(struct scene *s, uint32_t incident, const char *line)
{
	struct scene_answer out;

	scene_send(s, incident, line, &out);
	scene_until(s, &out.done);
	return out;
}

struct scene_answer
scene_must(struct scene *s, uint32_t incident, const char *line)
{
	struct scene_answer out = scene_do(s, incident, line);

	if (out.result != SUBMIT_DONE)
		fail_msg("%s: %s", line, out.why);
	return out;
}

static void
board_done(void *ctx, const struct err *why)
{
	if (why)
		fail_msg("%s", why->text);
	*(bool *)ctx = true;
}

void
scene_board(struct scene *s)
{
	bool done = false;

	board_read(s->w.board, board_done, &done);
	scene_until(s, &done);
}
