#include "run/wait.h"

#include "loop/loop.h"
#include "run/board.h"
#include "run/world.h"

#include <stddef.h>

void
wait_answer(void *ctx, const struct err *why)
{
	struct wait *w = ctx;

	w->done = true;
	w->failed = why != NULL;
	if (why)
		w->err = *why;
}

bool
wait_done(struct loop *loop, struct wait *w, struct err *err)
{
	loop_until(loop, &w->done, -1);
	return !w->failed || err_set(err, w->err.code ? w->err.code :
		ERR_STORE, "%s", w->err.text);
}

bool
wait_board(struct world *w, struct err *err)
{
	struct wait wait = {.done = false};

	board_read(w->board, wait_answer, &wait);
	return wait_done(w->loop, &wait, err);
}
