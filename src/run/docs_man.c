/* Generated parts of the man page: options, commands, keys, numbers, styles. */
#include "run/docs.h"

#include "base/str.h"
#include "base/when.h"
#include "cmd/cmd.h"
#include "model/numbers.h"
#include "view/keys.h"
#include "view/style.h"

#include <ctype.h>
#include <string.h>

/* Text as a line of mdoc; the first letter large when it is a sentence. */
static void
add_text(struct str *out, const char *text, bool sentence)
{
	if (*text == '.' || *text == '\'')
		str_add(out, "\\&");
	for (const char *p = text; *p; p++) {
		if (*p == '\\')
			str_add(out, "\\e");
		else if (*p == '-' && p[1] == '-')
			str_add(out, "\\-");
		else if (p == text && sentence)
			str_addc(out, (char)toupper((unsigned char)*p));
		else
			str_addc(out, *p);
		/* A new sentence begins a new line of the source. */
		if (sentence && *p == '.' && p[1] == ' ' &&
		    isupper((unsigned char)p[2])) {
			str_addc(out, '\n');
			p++;
		}
	}
}

static void
add_sentence(struct str *out, const char *text)
{
	size_t n = strlen(text);

	add_text(out, text, true);
	if (n && text[n - 1] != '.')
		str_addc(out, '.');
	str_addc(out, '\n');
}

/* One word of a usage: "[--to", "STAGE]". */
static void
add_usage_word(struct str *out, const char *s, size_t n)
{
	bool open = *s == '[', close = s[n - 1] == ']';

	s += open;
	n -= (size_t)open + (size_t)close;
	str_add(out, open ? " Oo " : " ");
	if (n > 2 && !strncmp(s, "--", 2))
		str_addf(out, "Fl Fl %.*s", (int)n - 2, s + 2);
	else
		str_addf(out, "%s %.*s", *s == '.' ? "No" : "Ar", (int)n, s);
	if (close)
		str_add(out, " Oc");
}

static void
add_usage(struct str *out, const struct cmd_row *row)
{
	struct str usage = {0};
	const char *p;

	cmd_usage(row, &usage);
	p = str_get(&usage) + strlen(row->name);
	str_addf(out, ".It Ic %s", row->name);
	while (*p) {
		size_t n;

		p += strspn(p, " ");
		n = strcspn(p, " ");
		if (n)
			add_usage_word(out, p, n);
		p += n;
	}
	str_addc(out, '\n');
	str_release(&usage);
}

static void
add_arg(struct str *out, const struct cmd_arg *a)
{
	if (str_starts(a->name, "--"))
		str_addf(out, ".It Fl Fl %s%s%s\n", a->name + 2,
			a->type == ARG_FLAG ? "" : " Ar ", cmd_arg_word(a));
	else
		str_addf(out, ".It Ar %s\n", a->name);
	add_sentence(out, a->help);
}

void
docs_options(struct str *out)
{
	str_add(out, ".Bl -tag -width Ds\n");
	for (int i = 0; i < cmd_common_count; i++)
		add_arg(out, &cmd_common[i]);
	str_add(out, ".It Fl Fl help , Fl h\nHelp, on the command that is"
		" named.\n.It Fl Fl version , Fl V\nThe version.\n.El\n");
}

static void
add_row(struct str *out, const struct cmd_row *row)
{
	add_usage(out, row);
	add_sentence(out, row->help);
	if (row->more)
		add_sentence(out, row->more);
	if ((row->use & USE_WRITE) && row->right != RIGHT_NOBODY &&
	    row->right != RIGHT_ANYONE)
		str_addf(out, "Who may: %s.\n", rules_right_name(row->right));
	if (!row->args[0].name)
		return;
	str_add(out, ".Bl -tag -width \"--impact-began\" -compact\n");
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++)
		add_arg(out, &row->args[i]);
	str_add(out, ".El\n");
}

void
docs_commands(struct str *out)
{
	const struct cmd_row *row;

	str_add(out, ".Bl -tag -width Ds\n");
	for (int i = 0; (row = cmd_row(i)); i++)
		if (!(row->use & USE_SCREEN))
			add_row(out, row);
	str_add(out, ".El\n.Pp\nOn the dashboard alone:\n"
		".Bl -tag -width Ds\n");
	for (int i = 0; (row = cmd_row(i)); i++)
		if (row->use & USE_SCREEN)
			add_row(out, row);
	str_add(out, ".El\n");
}

/* Whether the places of row @i were not met before. */
static bool
is_first_of(int i)
{
	const char *name = key_where_name(key_row(i)->where);

	for (int k = 0; k < i; k++)
		if (!strcmp(key_where_name(key_row(k)->where), name))
			return false;
	return true;
}

/* Whether a row before @i says the same: it differs in when it is shown. */
static bool
is_said(int i)
{
	const struct key_row *row = key_row(i);

	for (int k = 0; k < i; k++)
		if (!strcmp(key_row(k)->key, row->key) &&
		    !strcmp(key_row(k)->help, row->help) &&
		    !strcmp(key_where_name(key_row(k)->where),
		    key_where_name(row->where)))
			return true;
	return false;
}

static void
add_key(struct str *out, const struct key_row *row)
{
	/* A punctuation mark alone would end the macro's text. */
	str_add(out, ".It Ic \\&");
	add_text(out, row->key, false);
	str_addc(out, '\n');
	add_sentence(out, row->help);
	if (!*row->line)
		return;
	str_add(out, ".Pq Ic ");
	add_text(out, row->line, false);
	str_addc(out, '\n');
}

static void
add_keys_of(struct str *out, const char *name)
{
	const struct key_row *row;

	str_addf(out, ".Ss %c%s\n", toupper((unsigned char)*name), name + 1);
	str_add(out, ".Bl -tag -width \"Backspace\" -compact\n");
	for (int i = 0; (row = key_row(i)); i++)
		if (!strcmp(key_where_name(row->where), name) && !is_said(i))
			add_key(out, row);
	str_add(out, ".El\n");
}

void
docs_keys(struct str *out)
{
	const struct key_row *row;

	for (int i = 0; (row = key_row(i)); i++)
		if (is_first_of(i))
			add_keys_of(out, key_where_name(row->where));
}

static void
add_number(struct str *out, const struct numbers_row *row)
{
	str_addf(out, ".It Ic %s\n", row->name);
	add_sentence(out, row->help);
	str_add(out, "Default: ");
	for (int k = 0; k < row->wide; k++) {
		char t[WHEN_MAX];

		str_add(out, k ? ", " : "");
		if (!row->start[k])
			str_add(out, "none");
		else if (row->unit == UNIT_SPAN)
			str_add(out, when_span(row->start[k], t));
		else
			str_addf(out, "%d", (int)row->start[k]);
	}
	str_add(out, ".\n");
}

void
docs_numbers(struct str *out)
{
	str_add(out, ".Bl -tag -width Ds\n");
	for (int i = 0; i < NUM_COUNT; i++)
		add_number(out, &numbers_rows[i]);
	str_add(out, ".El\n");
}

void
docs_styles(struct str *out)
{
	str_add(out, ".Bl -tag -width \"band-operations\" -compact\n");
	for (int i = 0; i < STYLE_COUNT; i++) {
		str_addf(out, ".It Ic %s\n", style_name((enum style)i));
		add_sentence(out, style_help((enum style)i));
	}
	str_add(out, ".El\n");
}
