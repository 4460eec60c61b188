/*
 * Completion for shells, made from the table: verbs, subverbs, options and
 * the values of those arguments that have only so many.
 */
#include "cmd/find.h"

#include "model/entry_filter.h"

#include <stddef.h>
#include <string.h>

/* Words of the choices "a|b|c", blanks between. */
static void
add_choices(struct str *out, const char *choices)
{
	for (; *choices; choices++)
		str_addc(out, *choices == '|' ? ' ' : *choices);
}

/* But for the tag of what cannot be read, which a shell would expand. */
static void
add_kinds(struct str *out)
{
	const char *tag, *before = "";

	for (int i = 0; (tag = entry_filter_tag(i)); i++) {
		if (*tag == '?')
			continue;
		str_addf(out, "%s%s", before, tag);
		before = " ";
	}
}

static void
add_values(struct str *out, const struct cmd_arg *arg)
{
	if (arg->type == ARG_CHOICE)
		add_choices(out, arg->choices);
	else if (arg->type == ARG_KINDS)
		add_kinds(out);
	else if (arg->type == ARG_STAGE || arg->type == ARG_STAGES)
		for (int i = STAGE_DETECT; i < STAGE_COUNT; i++)
			str_addf(out, "%s%s", i > STAGE_DETECT ? " " : "",
				stage_rows[i].word);
	else if (arg->type == ARG_SEVERITY)
		str_add(out, "1 2 3 4");
	else if (arg->type == ARG_PRIORITY)
		str_add(out, "P1 P2 P3 P4");
}

/* The words that may follow the verb @row, options last. */
static void
add_words(struct str *out, const struct cmd_row *row)
{
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++) {
		const struct cmd_arg *arg = &row->args[i];

		if (find_is_option(arg->name)) {
			str_addf(out, "%s ", arg->name);
		} else {
			add_values(out, arg);
			str_addc(out, ' ');
		}
	}
	if (row->use & USE_WRITE)
		str_add(out, "--happened --reason --as ");
	if (row->use & USE_JSON)
		str_add(out, "--json ");
	str_add(out, "--store --config");
}

/* A function that prints what may follow: verb and second word are $1, $2. */
static void
add_table(struct str *out)
{
	const struct cmd_row *r;
	const char *last = "";

	str_add(out, "_fireground_words() {\n\tcase \"$1 $2\" in\n");
	for (int i = 0; (r = cmd_row(i)); i++) {
		if ((r->use & USE_SCREEN) || !strchr(r->name, ' '))
			continue;
		str_addf(out, "\t'%s') echo '", r->name);
		add_words(out, r);
		str_add(out, "' ;;\n");
	}
	for (int i = 0; (r = cmd_row(i)); i++) {
		size_t n = strcspn(r->name, " ");

		if (r->use & USE_SCREEN)
			continue;
		if (!r->name[n]) {
			str_addf(out, "\t'%s '*) echo '", r->name);
			add_words(out, r);
			str_add(out, "' ;;\n");
			continue;
		}
		if (!strncmp(last, r->name, n + 1))
			continue;
		last = r->name;
		str_addf(out, "\t'%.*s '*) echo '", (int)n, r->name);
		for (int k = i; cmd_row(k); k++)
			if (!strncmp(cmd_row(k)->name, r->name, n + 1))
				str_addf(out, "%s ", cmd_row(k)->name + n + 1);
		str_add(out, "' ;;\n");
	}
	str_add(out, "\t*) echo '");
	last = "";
	for (int i = 0; (r = cmd_row(i)); i++) {
		size_t n = strcspn(r->name, " ");

		if ((r->use & USE_SCREEN) || (strlen(last) >= n &&
		    !strncmp(last, r->name, n) && strchr(last, ' ')))
			continue;
		last = r->name;
		str_addf(out, "%.*s ", (int)n, r->name);
	}
	str_add(out, "' ;;\n\tesac\n}\n");
}

static const char option_values[] =
	"_fireground_values() {\n"
	"\tcase \"$1\" in\n";

static bool
has_values(const struct cmd_arg *arg)
{
	struct str values = {0};
	bool any;

	add_values(&values, arg);
	any = values.len > 0;
	str_release(&values);
	return any;
}

/* A function that prints the values of option $1, if there are few. */
static void
add_options(struct str *out)
{
	const struct cmd_row *r;

	str_add(out, option_values);
	for (int i = 0; (r = cmd_row(i)); i++) {
		for (int k = 0; k < CMD_ARGS && r->args[k].name; k++) {
			const struct cmd_arg *arg = &r->args[k];

			if (!find_is_option(arg->name) || !has_values(arg))
				continue;
			str_addf(out, "\t'%s %s') echo '", r->name,
				arg->name);
			add_values(out, arg);
			str_add(out, "' ;;\n");
		}
	}
	str_add(out, "\tesac\n}\n");
}

static const char bash[] =
	"_fireground() {\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]}\n"
	"\tlocal prev=${COMP_WORDS[COMP_CWORD-1]}\n"
	"\tlocal one=${COMP_WORDS[1]} two=${COMP_WORDS[2]} list\n"
	"\tif [ \"$COMP_CWORD\" -le 1 ]; then one= two=; fi\n"
	"\tif [ \"$COMP_CWORD\" -le 2 ]; then two=; fi\n"
	"\tcase $prev in\n"
	"\t--config|-c) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n"
	"\t--*) list=$(_fireground_values \"$one $prev\")\n"
	"\t\t[ -n \"$list\" ] || list=$(_fireground_values"
	" \"$one $two $prev\") ;;\n"
	"\tesac\n"
	"\t[ -n \"$list\" ] || list=$(_fireground_words \"$one\" \"$two\")\n"
	"\tCOMPREPLY=($(compgen -W \"$list\" -- \"$cur\"))\n"
	"\tcase \"$one\" in import|copy|init)\n"
	"\t\tCOMPREPLY+=($(compgen -f -- \"$cur\")) ;;\n"
	"\tesac\n"
	"}\n"
	"complete -F _fireground fireground\n";

static const char zsh[] =
	"_fireground() {\n"
	"\tlocal one two prev list\n"
	"\tprev=${words[CURRENT-1]}\n"
	"\t(( CURRENT > 2 )) && one=${words[2]}\n"
	"\t(( CURRENT > 3 )) && two=${words[3]}\n"
	"\tcase $prev in\n"
	"\t--*) list=$(_fireground_values \"$one $prev\")\n"
	"\t\t[[ -n $list ]] || list=$(_fireground_values"
	" \"$one $two $prev\") ;;\n"
	"\tesac\n"
	"\t[[ -n $list ]] || list=$(_fireground_words \"$one\" \"$two\")\n"
	"\tcompadd -- ${=list}\n"
	"\tcase $one in import|copy|init) _files ;; esac\n"
	"}\n"
	"compdef _fireground fireground\n";

void
cmd_shell(const char *shell, struct str *out)
{
	bool z = str_same(shell, "zsh");

	str_add(out, z ? "#compdef fireground\n" :
		"# bash completion for fireground\n");
	add_table(out);
	add_options(out);
	str_add(out, z ? zsh : bash);
}
