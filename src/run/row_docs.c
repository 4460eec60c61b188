/* docs: the tables that the documentation holds. */
#include "run/rows.h"

#include "run/docs.h"

bool
run_docs(struct cli *cli, struct err *err)
{
	static const struct {
		const char *name;
		void (*fn)(struct str *out);
	} tables[] = {
		{"options", docs_options}, {"commands", docs_commands},
		{"keys", docs_keys}, {"events", docs_events},
		{"numbers", docs_numbers}, {"styles", docs_styles},
	};
	struct str out = {0};
	bool ok;

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (str_same(tables[i].name, cmd_pos(&cli->args, 0)))
			tables[i].fn(&out);
	ok = cli_print(cli, str_get(&out), err);
	str_release(&out);
	return ok;
}
