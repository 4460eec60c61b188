/* Who is at the keys, and what they had put aside. */
#include "base/mem.h"
#include "cmd/act.h"
#include "cmd/screen_env.h"
#include "view/input.h"
#include "view/rows.h"
#include "view/screen.h"

#include <string.h>

/* ---- opening a form ---------------------------------------------------------- */

/* What waited for a name is decided on what was there when it was pressed. */
static void
keep_premise(const struct screen *s, struct form *form)
{
	const struct screen_then *then = &s->then;

	if (!then->due || then->incident != form->incident)
		return;
	form->stage_n = then->stage_n;
	form->command_n = then->command_n;
}

/* What was parked here by the same person goes on where it was left. */
void
screen_form_show(struct screen *s, struct form *form)
{
	struct parked *one = parking_like(&s->parking, form, s->who);

	if (!form->sending)
		form->token = ++s->tokens;
	if (one)
		parking_take(&s->parking, one, form);
	keep_premise(s, form);
	screen_close(s);
	s->form = *form;
	s->over = OVER_FORM;
	s->over_at = s->mono;
}

/* ---- texts that were put aside --------------------------------------------- */

static void
add_parked(const struct screen *s, struct outcome *out)
{
	int n = parking_count(&s->parking, s->who);
	const struct parked *one = parking_of(&s->parking, s->who, 0, NULL);
	const char *key = one ? parked_key(one) : "";

	if (!one)
		return;
	str_addf(&out->text, "; parked: %s", parked_name(one));
	if (one->form.incident && one->form.incident != s->incident)
		str_addf(&out->text, " in INC-%u",
			(unsigned)one->form.incident);
	else if (*key)
		str_addf(&out->text, ", %s goes on", key);
	if (n > 1)
		str_addf(&out->text, "; %d more", n - 1);
}

/*
 * The form as it would be opened now takes the text, if it still is about the
 * same; else it opens as it was left, and what it sends is decided then.
 */
static bool
act_resume(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	struct parked *one = parking_find(&s->parking,
		(int)vm_row_number(screen_row(s), "parked"));
	struct vm_in vm = screen_env(env);
	struct str why = {0};
	struct form_in in;
	struct form form;

	(void)args;
	(void)out;
	if (!one || !str_same(one->who, s->who))
		return err_set(err, ERR_REFUSED, "no text of yours was put"
			" aside here");
	if (!one->form.row->nameless && !screen_may_write(s, err))
		return false;
	screen_form_in(s, &vm, &in);
	in.row = one->form.row_id;
	if (form_open(&form, one->form.row->name, &in, &why) &&
	    parking_like(&s->parking, &form, s->who) == one) {
		screen_form_show(s, &form);
	} else {
		form_release(&form);
		form = one->form;
		form.opened = s->mono;
		memset(&one->form, 0, sizeof(one->form));
		parking_drop(&s->parking, one);
		screen_form_show(s, &form);
	}
	str_release(&why);
	return true;
}

/* ---- who -------------------------------------------------------------------- */

bool
cmd_asks_who(const struct cmd_env *env, const char *line)
{
	struct vm_in vm = screen_env(env);
	struct form_in in;

	screen_form_in(env->screen, &vm, &in);
	return screen_asks_who(env->screen, &in, line);
}

void
cmd_premise_press(struct cmd_premise *p, const struct incident *inc,
	const struct screen *s)
{
	cmd_premise_take(p, inc);
	if (!s->then.due || !p->taken || s->then.incident != p->incident)
		return;
	p->stage_n = s->then.stage_n;
	p->command_n = s->then.command_n;
}

static bool
act_who(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	const char *name = cmd_pos(args, 0);

	if (!act_name_ok(name, err))
		return false;
	str_cut(&out->text, 0);
	memcpy(s->who, name, strlen(name) + 1);
	act_say(out, "%s is at the keys", name);
	add_parked(s, out);
	screen_name_known(s);
	return true;
}

const struct cmd_row screen_who_rows[] = {
	SCREEN("who", act_who, "say who is at the keys",
		ARG_MUST("NAME", ARG_NAME, "one word")),
	SCREEN("resume", act_resume,
		"go on with the text under the cursor that was put aside",
		{.name = NULL}),
	{.name = NULL},
};
