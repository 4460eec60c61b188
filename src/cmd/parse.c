#include "cmd/cmd.h"

#include "base/mem.h"
#include "cmd/find.h"

#include <stdlib.h>
#include <string.h>

const struct cmd_arg *
cmd_arg_find(const struct cmd_row *row, const char *name)
{
	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++)
		if (!strcmp(row->args[i].name, name))
			return &row->args[i];
	for (int i = 0; i < cmd_common_count; i++)
		if (!strcmp(cmd_common[i].name, name))
			return &cmd_common[i];
	return NULL;
}

static bool
level_ok(const char *word, const char *prefix)
{
	size_t n = strlen(prefix);

	if (!strncasecmp(word, prefix, n))
		word += n;
	return word[0] >= '1' && word[0] <= '4' && !word[1];
}

static bool
number_ok(const char *word)
{
	size_t n = strspn(word, "0123456789");

	return n > 0 && n < 7 && !word[n] && strtol(word, NULL, 10) > 0;
}

/* Whether @value can be an argument @a; times are read later. */
static bool
check_value(const struct cmd_row *row, const struct cmd_arg *a,
	const char *value, struct err *err)
{
	const char *wants = NULL;

	if (a->type == ARG_INT && !number_ok(value))
		wants = "a number from 1 to 999999";
	else if (a->type == ARG_SEVERITY && !level_ok(value, "SEV"))
		wants = "a severity from 1 to 4";
	else if (a->type == ARG_PRIORITY && !level_ok(value, "P"))
		wants = "a priority from P1 to P4";
	else if (a->type == ARG_INCIDENT && !cmd_incident(value))
		wants = "an incident such as INC-17";
	else if (a->type == ARG_STAGE && !stage_find(value))
		wants = "a stage: detect, assemble, verify, dispatch,"
			" mitigate, repair, review, action-items";
	else if (a->type == ARG_CHOICE &&
	    !str_listed(a->choices, value, strlen(value)))
		wants = a->choices;
	else if (a->type == ARG_NAME && (strlen(value) > NAME_MAX_BYTES ||
	    !*value || value[strcspn(value, " \t\n")]))
		wants = "one word of at most 64 bytes";
	else if (!find_takes_rest(a) && !*value)
		wants = "something, not nothing";
	if (!wants)
		return true;
	return err_set(err, ERR_USAGE, "%s: %s is %s, not '%.60s'", row->name,
		a->name, wants, value);
}

struct parse {
	struct arena *a;
	char *const *w;
	int n, i;       /* words, and the next one */
	int pos;        /* positionals so far */
	bool plain;     /* after "--": no options any more */
	struct cmd_args *out;
};

static bool
take_option(struct parse *p, struct err *err)
{
	const struct cmd_row *row = p->out->row;
	char *name = arena_dup(p->a, p->w[p->i]);
	char *eq = strchr(name, '=');
	const struct cmd_arg *a;
	const char *value = "";
	struct str usage = {0};

	if (eq)
		*eq = '\0';
	a = cmd_arg_find(row, name);
	if (!a) {
		cmd_usage(row, &usage);
		err_set(err, ERR_USAGE, "%s has no option %.60s; it is: %s",
			row->name, name, str_get(&usage));
		str_release(&usage);
		return false;
	}
	p->i++;
	if (a->type == ARG_FLAG && eq)
		return err_set(err, ERR_USAGE, "%s: %s takes no value",
			row->name, name);
	if (a->type != ARG_FLAG && eq)
		value = eq + 1;
	else if (a->type != ARG_FLAG && (p->i >= p->n ||
	    cmd_arg_find(row, p->w[p->i])))
		return err_set(err, ERR_USAGE, "%s: %s needs a value: %s",
			row->name, name, a->help);
	else if (a->type != ARG_FLAG)
		value = p->w[p->i++];
	if (a->type != ARG_FLAG && !check_value(row, a, value, err))
		return false;
	p->out->given[p->out->n_given].name = a->name;
	p->out->given[p->out->n_given++].value = value;
	return true;
}

/* The rest of the words, up to the next option, as one text. */
static const char *
take_rest(struct parse *p)
{
	struct str text = {0};
	const char *out;

	while (p->i < p->n && (p->plain || !find_is_option(p->w[p->i]))) {
		if (!p->plain && !strcmp(p->w[p->i], "--")) {
			p->plain = true;
			p->i++;
			continue;
		}
		str_addf(&text, "%s%s", text.len ? " " : "", p->w[p->i++]);
	}
	out = arena_dup(p->a, str_get(&text));
	str_release(&text);
	return out;
}

static bool
take_positional(struct parse *p, struct err *err)
{
	const struct cmd_row *row = p->out->row;
	const struct cmd_arg *a = find_positional(row, p->pos);
	struct str usage = {0};
	const char *before, *value;

	if (!a) {
		cmd_usage(row, &usage);
		err_set(err, ERR_USAGE, "%s: '%.60s' is one word too many; it"
			" is: %s", row->name, p->w[p->i], str_get(&usage));
		str_release(&usage);
		return false;
	}
	if (!find_takes_rest(a)) {
		value = p->w[p->i];
		if (check_value(row, a, value, err)) {
			p->out->pos[p->pos++] = value;
			p->i++;
			return true;
		}
		/* A number that may be left out was: this is what follows. */
		if (a->required || !find_positional(row, p->pos + 1))
			return false;
		p->pos++;
		return take_positional(p, err);
	}
	before = p->out->pos[p->pos];
	value = take_rest(p);
	p->out->pos[p->pos] = before && *value ?
		arena_printf(p->a, "%s %s", before, value) :
		before ? before : value;
	return true;
}

static bool
check_required(const struct cmd_args *args, struct err *err)
{
	const struct cmd_row *row = args->row;
	struct str usage = {0};
	int pos = 0;

	for (int i = 0; i < CMD_ARGS && row->args[i].name; i++) {
		const struct cmd_arg *a = &row->args[i];
		const char *v = find_is_option(a->name) ?
			cmd_option(args, a->name) : args->pos[pos++];

		/* A text of blanks says nothing. */
		if (!a->required || (v && (v[strspn(v, " \t\r\n")] ||
		    !find_takes_rest(a))))
			continue;
		cmd_usage(row, &usage);
		err_set(err, ERR_USAGE, "%s needs %s (%s); it is: %s",
			row->name, a->name, a->help, str_get(&usage));
		str_release(&usage);
		return false;
	}
	return true;
}

bool
cmd_parse(struct arena *a, char *const *words, int n, struct cmd_args *out,
	struct err *err)
{
	struct parse p = {.a = a, .w = words, .n = n, .out = out};

	memset(out, 0, sizeof(*out));
	if (n < 1)
		return err_set(err, ERR_USAGE, "no command: fireground help"
			" lists them");
	if (!find_row(words, n, &out->row, &p.i, err))
		return false;
	out->given = arena_alloc(a, (size_t)n * sizeof(*out->given) + 1);
	if (p.i < n && !(out->row->use & USE_NO_INC) &&
	    find_is_incident(words[p.i])) {
		out->incident = cmd_incident(words[p.i]);
		/* As text it would go to another incident than was meant. */
		if (!out->incident)
			return err_set(err, ERR_USAGE, "%s: there is no"
				" %.60s", out->row->name, words[p.i]);
		p.i++;
	}
	while (p.i < n) {
		if (!p.plain && !strcmp(words[p.i], "--")) {
			p.plain = true;
			p.i++;
		} else if (!p.plain && find_is_option(words[p.i])) {
			if (!take_option(&p, err))
				return false;
		} else if (!take_positional(&p, err)) {
			return false;
		}
	}
	if (cmd_option(out, "--incident"))
		out->incident = cmd_incident(cmd_option(out, "--incident"));
	return check_required(out, err);
}

const char *
cmd_option(const struct cmd_args *args, const char *name)
{
	for (int i = args->n_given - 1; i >= 0; i--)
		if (!strcmp(args->given[i].name, name))
			return args->given[i].value;
	return NULL;
}

const char *
cmd_pos(const struct cmd_args *args, int i)
{
	return args->pos[i];
}

int64_t
cmd_int(const struct cmd_args *args, int i)
{
	const char *s = args->pos[i];

	return s ? strtol(s, NULL, 10) : 0;
}
