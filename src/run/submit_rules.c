#include "run/submit_rules.h"

#include "base/mem.h"
#include "cmd/cmd.h"
#include "run/live.h"
#include "run/world.h"

bool
submit_may(const struct world *w, const struct cmd_row *row, struct err *err)
{
	if (!(row->use & USE_WRITE))
		return err_set(err, ERR_USAGE, "%s writes nothing", row->name);
	if (w->opt.read_only)
		return err_set(err, ERR_REFUSED, "%s: opened with --read-only,"
			" so nothing is written", row->name);
	return true;
}

bool
submit_may_on(const struct live *l, struct err *err)
{
	const char *why;

	if (!l || live_state(l, &why) != STORE_WENT_BACK)
		return true;
	return err_set(err, ERR_STORE, "nothing is written: %s", why);
}

void
submit_let_go(const struct cmd_env *env, uint32_t last, struct outcome *out)
{
	struct ints *list = arena_alloc(env->arena, sizeof(*list));
	int n = out->n_drafts;
	struct event *e;

	list->v = arena_alloc(env->arena,
		(size_t)OUTCOME_DRAFTS * sizeof(*list->v));
	for (int i = 0; i < n; i++) {
		e = out->drafts[i];
		if (e->kind == KIND_PAGED || *event_text(e, F_MESSAGE))
			list->v[list->n++] = (int32_t)last + 1 + i;
	}
	if (!list->n || n == OUTCOME_DRAFTS)
		return;
	e = outcome_add(env, out, KIND_DELIVERY_RELEASED);
	e->happened = out->drafts[0]->happened;
	event_put(e, F_ENTRIES, (union value){.ints = list});
}
