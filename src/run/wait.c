#include "run/wait.h"

#include "loop/loop.h"

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
