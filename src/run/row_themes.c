/* themes: what a screen may look like. */
#include "run/rows.h"

bool
run_themes(struct cli *cli, struct err *err)
{
	const struct world_options *opt = &cli->line->opt;
	struct str out = {0};
	bool ok;

	if (opt->themes)
		opt->themes(opt->datadir, &out);
	ok = cli_print(cli, str_get(&out), err);
	str_release(&out);
	return ok;
}
