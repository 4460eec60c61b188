#include "run/submit_rules.h"

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
