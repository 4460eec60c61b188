/* help, version, completion: what the command table says of itself. */
#include "run/help.h"
#include "run/rows.h"

#include "base/mem.h"

#include <string.h>

/* Those without a function are for the command line alone. */
static void
add_prompt_list(struct str *out)
{
	const struct cmd_row *r;

	str_add(out, ": takes these; Tab completes them, and ? lists the"
		" keys.\n\n");
	for (int i = 0; (r = cmd_row(i)); i++)
		if (r->fn || !strcmp(r->name, "help"))
			str_addf(out, "  %-22s %s\n", r->name, r->help);
	str_add(out, "\n`help COMMAND` explains one.\n");
}

static void
add_list(struct str *out)
{
	const struct cmd_row *r;

	str_add(out, "fireground [OPTIONS]            open the dashboard\n"
		"fireground COMMAND [INC] ...    one act, and out\n\n");
	for (int i = 0; (r = cmd_row(i)); i++)
		if (!(r->use & USE_SCREEN))
			str_addf(out, "  %-22s %s\n", r->name, r->help);
	str_add(out, "\nOptions, anywhere in the line:\n");
	for (int i = 0; i < cmd_common_count; i++)
		str_addf(out, "  %-22s %s\n", cmd_common[i].name,
			cmd_common[i].help);
	str_add(out, "\n`fireground help COMMAND` explains one.\n");
}

static void
add_arg(const struct cmd_arg *a, struct str *out)
{
	struct str name = {0};

	str_add(&name, a->name);
	if (*a->name == '-')
		str_addf(&name, " %s", a->type == ARG_CHOICE ? "WORD" :
			cmd_arg_word(a));
	str_addf(out, "  %-22s %s%s%s%s\n", str_get(&name), a->help,
		a->type == ARG_CHOICE ? ": " : "",
		a->type == ARG_CHOICE ? a->choices : "",
		a->repeat ? " (may repeat)" : "");
	str_release(&name);
}

static void
add_row(const struct cmd_row *r, bool prompt, struct str *out)
{
	str_add(out, prompt ? ":" : "fireground ");
	cmd_usage(r, out);
	str_addf(out, "\n\n%s\n", r->help);
	if ((r->use & USE_WRITE) && r->right != RIGHT_NOBODY)
		str_addf(out, "Who may: %s\n", rules_right_name(r->right));
	if (r->args[0].name)
		str_addc(out, '\n');
	for (int i = 0; i < CMD_ARGS && r->args[i].name; i++)
		add_arg(&r->args[i], out);
	if (r->more)
		str_addf(out, "\n%s\n", r->more);
}

/* All rows whose first word is @word; how many there are. */
static int
add_group(const char *word, struct str *out)
{
	size_t n = strlen(word);
	const struct cmd_row *r;
	int found = 0;

	for (int i = 0; (r = cmd_row(i)); i++)
		if (!strncmp(r->name, word, n) && r->name[n] == ' ') {
			str_addf(out, "  %-22s %s\n", r->name, r->help);
			found++;
		}
	return found;
}

bool
help_text(const char *name, bool prompt, struct arena *a, struct str *out,
	struct err *err)
{
	size_t n = strcspn(name ? name : "", " ");
	const struct cmd_row *row;

	if (!n) {
		prompt ? add_prompt_list(out) : add_list(out);
		return true;
	}
	row = cmd_find(name);
	if (!row && name[n])
		row = cmd_find(arena_dupn(a, name, n));
	if (row)
		add_row(row, prompt, out);
	else if (!add_group(arena_dupn(a, name, n), out))
		return err_set(err, ERR_USAGE, "'%.60s' is no command: `help`"
			" lists them", name);
	return true;
}

bool
run_help(struct cli *cli, struct err *err)
{
	struct str out = {0};
	bool ok;

	ok = help_text(cmd_pos(&cli->args, 0), false, cli->arena, &out, err) &&
		cli_print(cli, str_get(&out), err);
	str_release(&out);
	return ok;
}

bool
run_version(struct cli *cli, struct err *err)
{
	return cli_printf(cli, err, "fireground %s\n",
		cli->line->opt.version);
}

bool
run_completion(struct cli *cli, struct err *err)
{
	struct str out = {0};
	bool ok;

	cmd_shell(cmd_pos(&cli->args, 0), &out);
	ok = cli_print(cli, str_get(&out), err);
	str_release(&out);
	return ok;
}
