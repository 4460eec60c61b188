/* Finding a command: by name, nearly by name, and saying its form. */
#include "cmd/find.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

const struct cmd_row *
cmd_find(const char *name)
{
	const struct cmd_row *r;

	for (int i = 0; (r = cmd_row(i)); i++)
		if (str_same(r->name, name))
			return r;
	return NULL;
}

bool
find_is_incident(const char *word)
{
	return word && !strncasecmp(word, "INC-", 4) &&
		isdigit((unsigned char)word[4]) &&
		!word[4 + strspn(word + 4, "0123456789")];
}

uint32_t
cmd_incident(const char *word)
{
	unsigned long v;

	if (!find_is_incident(word))
		return 0;
	v = strtoul(word + 4, NULL, 10);
	return v < 1 || v > 999999999 ? 0 : (uint32_t)v;
}

bool
find_is_option(const char *word)
{
	return word[0] == '-' && word[1] == '-' && word[2];
}

const struct cmd_arg *
find_positional(const struct cmd_row *row, int i)
{
	for (int k = 0; k < CMD_ARGS && row->args[k].name; k++)
		if (!find_is_option(row->args[k].name) && i-- == 0)
			return &row->args[k];
	return NULL;
}

bool
find_takes_rest(const struct cmd_arg *a)
{
	return a->type == ARG_TEXT || a->type == ARG_FILTER ||
		a->type == ARG_PLACE;
}

const char *
cmd_arg_word(const struct cmd_arg *a)
{
	static const char *const words[] = {
		[ARG_TEXT] = "TEXT", [ARG_NAME] = "NAME", [ARG_INT] = "N",
		[ARG_PAST] = "TIME", [ARG_NEXT] = "TIME",
		[ARG_STAGE] = "STAGE", [ARG_SEVERITY] = "N",
		[ARG_PRIORITY] = "N", [ARG_INCIDENT] = "INC",
		[ARG_FLAG] = "", [ARG_FILE] = "FILE", [ARG_WORD] = "WORD",
		[ARG_KINDS] = "KIND,..", [ARG_NAMES] = "NAME,..",
		[ARG_STAGES] = "STAGE,..", [ARG_FILTER] = "TEXT",
		[ARG_PLACE] = "WHERE",
		[ARG_SETTING] = "NAME", [ARG_VALUE] = "VALUE",
	};

	return a->type == ARG_CHOICE ? a->choices : words[a->type];
}

static void
usage_arg(const struct cmd_arg *a, struct str *out)
{
	bool option = find_is_option(a->name);

	str_add(out, a->required ? " " : " [");
	str_add(out, a->name);
	if (option && a->type != ARG_FLAG)
		str_addf(out, " %s", cmd_arg_word(a));
	else if (a->type == ARG_CHOICE)
		str_addf(out, ":%s", a->choices);
	if (a->repeat)
		str_add(out, " ...");
	if (!a->required)
		str_add(out, "]");
}

void
cmd_usage(const struct cmd_row *row, struct str *out)
{
	str_add(out, row->name);
	if (!(row->use & USE_NO_INC))
		str_add(out, " [INC]");
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++)
		usage_arg(&row->args[i], out);
}

static bool
unknown_verb(const char *word, struct err *err)
{
	const struct cmd_row *r;
	const char *near = NULL;
	char verb[64];
	int best = 3;

	for (int i = 0; (r = cmd_row(i)); i++) {
		size_t len = strcspn(r->name, " ");
		int d;

		if (len >= sizeof(verb))
			continue;
		memcpy(verb, r->name, len);
		verb[len] = '\0';
		d = str_distance(word, verb);
		if (d < best) {
			best = d;
			near = r->name;
		}
	}
	if (!near)
		return err_set(err, ERR_USAGE, "'%.40s' is no command:"
			" `help` lists them", word);
	return err_set(err, ERR_USAGE, "'%.40s' is no command; did you mean"
		" '%.*s'?", word, (int)strcspn(near, " "), near);
}

/* Rows whose first word is @verb, as "met, refused, ...". */
static bool
wrong_subverb(const char *verb, const char *word, struct err *err)
{
	const struct cmd_row *r;
	struct str list = {0};
	size_t len = strlen(verb);

	for (int i = 0; (r = cmd_row(i)); i++)
		if (str_starts(r->name, verb) && r->name[len] == ' ')
			str_addf(&list, "%s%s", list.len ? ", " : "",
				r->name + len + 1);
	if (!list.len)
		return unknown_verb(verb, err);
	if (word)
		err_set(err, ERR_USAGE, "%s: '%.40s' is not one of: %s", verb,
			word, str_get(&list));
	else
		err_set(err, ERR_USAGE, "%s needs one of: %s", verb,
			str_get(&list));
	str_release(&list);
	return false;
}

/* Finds the row; *@used gets how many words its name took. */
bool
find_row(char *const *w, int n, const struct cmd_row **row, int *used,
	struct err *err)
{
	char two[128];

	*row = NULL;
	if (n > 1 && strlen(w[0]) + strlen(w[1]) + 2 <= sizeof(two)) {
		memcpy(two, w[0], strlen(w[0]));
		two[strlen(w[0])] = ' ';
		memcpy(two + strlen(w[0]) + 1, w[1], strlen(w[1]) + 1);
		*row = cmd_find(two);
		*used = 2;
	}
	if (!*row) {
		*row = strchr(w[0], ' ') ? NULL : cmd_find(w[0]);
		*used = 1;
	}
	return *row || wrong_subverb(w[0], n > 1 ? w[1] : NULL, err);
}

const struct cmd_arg *
find_arg_at(const struct cmd_row *row, const struct words *w, int from,
	int *pos)
{
	const struct cmd_arg *waits = NULL;

	*pos = 0;
	for (int i = from; i < w->n; i++) {
		if (waits || (i == from && cmd_incident(w->v[i]))) {
			waits = NULL;
			continue;
		}
		if (find_is_option(w->v[i]))
			waits = cmd_arg_find(row, w->v[i]);
		else
			++*pos;
		if (waits && waits->type == ARG_FLAG)
			waits = NULL;
	}
	return waits;
}
