/* set: the settings that can be changed while the dashboard runs. */
#include "cmd/act.h"

#include "view/screen.h"

static void
list_values(const struct set_state *state, struct str *out)
{
	for (int i = 0; i < state->n; i++)
		str_addf(out, "%s%s", i ? " " : "", state->values[i]);
}

/* "theme = dark", what it is for, and what else it may be. */
static void
list_setting(const struct screen *s, enum set set, struct str *out)
{
	const struct set_state *state = &s->set[set];

	str_addf(out, "%s = %s\n  %s\n  one of: ", set_name(set), state->now,
		set_help(set));
	list_values(state, out);
	str_addc(out, '\n');
}

static bool
list_all(const struct screen *s, struct outcome *out)
{
	out->kind = OUT_TEXT;
	for (int i = 0; i < SET_COUNT; i++)
		if (s->set[i].n)
			list_setting(s, (enum set)i, &out->text);
	str_add(&out->text, "\n:set NAME VALUE changes one for this run; the"
		" config makes it stay.\n");
	return true;
}

static bool
fail_unknown(const char *name, struct err *err)
{
	struct str all = {0};

	for (int i = 0; i < SET_COUNT; i++)
		str_addf(&all, "%s%s", i ? ", " : "", set_name((enum set)i));
	err_set(err, ERR_USAGE, "there is no setting '%.40s' to be changed"
		" here: %s", name, str_get(&all));
	str_release(&all);
	return false;
}

static bool
act_set(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	const char *name = cmd_pos(args, 0), *value = cmd_pos(args, 1);
	enum set set;

	if (!name)
		return list_all(s, out);
	set = set_find(name);
	if (set == SET_COUNT || !s->set[set].n)
		return fail_unknown(name, err);
	if (!value) {
		out->kind = OUT_TEXT;
		list_setting(s, set, &out->text);
		return true;
	}
	if (!set_change(&s->set[set], set, value, err))
		return false;
	act_say(out, "for this run; %s = \"%s\" in the config keeps it",
		set_name(set), s->set[set].now);
	return true;
}

const struct cmd_row act_set_rows[] = {
	{"set", USE_SCREEN | USE_NO_INC, RIGHT_NOBODY, PREMISE_NONE, act_set,
		"change a setting of this screen while it runs",
		{ARG("NAME", ARG_SETTING, "the setting; all are listed if left"
			" out"),
		ARG("VALUE", ARG_VALUE, "its new value; Tab completes it, and"
			" a theme is shown while it stands at the prompt")},
		"What is set holds until the dashboard ends; the option of the"
		" same name in the config makes it stay."},
	{.name = NULL},
};
