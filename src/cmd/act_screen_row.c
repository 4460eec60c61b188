/* Forms, the row under the cursor, and completing the prompt. */
#include "base/mem.h"
#include "base/text.h"
#include "cmd/act.h"
#include "cmd/screen_env.h"
#include "view/form.h"
#include "view/input.h"
#include "view/keys.h"
#include "view/rows.h"
#include "view/screen.h"

#include <stdio.h>
#include <string.h>

/* Until a key has come the size of the smallest usual terminal will do. */
struct vm_in
screen_env(const struct cmd_env *env)
{
	const struct screen *s = env->screen;

	return (struct vm_in){
		.inc = env->inc, .board = env->board, .n_board = env->n_board,
		.board_total = env->n_board, .screen = s,
		.roster = env->roster, .now = env->now, .mono = s->mono,
		.last_good = s->mono, .zone_min = env->zone_min,
		.store = "", .read_only = s->read_only,
		.h = s->h ? s->h : 24, .w = s->w ? s->w : 80,
		.a = env->arena,
	};
}

static void
run_next(struct screen *s, const char *line)
{
	str_cut(&s->wants_run, 0);
	str_add(&s->wants_run, line);
}

/* ---- forms ---------------------------------------------------------------- */

static bool
is_form(const char *name, bool *nameless, struct err *err)
{
	const struct form_row *r;
	struct str names = {0};

	for (int i = 0; (r = form_row(i)); i++) {
		if (str_same(r->name, name)) {
			str_release(&names);
			*nameless = r->nameless;
			return true;
		}
		str_addf(&names, "%s%s", i ? ", " : "", r->name);
	}
	err_set(err, ERR_USAGE, "there is no form '%.40s'; there are: %s",
		name, str_get(&names));
	str_release(&names);
	return false;
}

bool
screen_form(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	struct vm_in vm = screen_env(env);
	const char *name = cmd_pos(args, 0), *line;
	struct str why = {0};
	struct form_in in;
	struct form form = {0};
	bool nameless;

	(void)out;
	if (!is_form(name, &nameless, err))
		return false;
	if (!nameless && cmd_asks_who(env, arena_printf(env->arena,
	    "form %s", name)))
		return true;
	screen_form_in(s, &vm, &in);
	line = *s->who ? form_line(name, &in) : NULL;
	if (line) {
		run_next(s, line);
		return true;
	}
	if (!form_open(&form, name, &in, &why)) {
		err_set(err, ERR_REFUSED, "%s", str_get(&why));
		str_release(&why);
		return false;
	}
	/* One that needs nobody's name is about this screen alone. */
	if (!form.row->nameless && !screen_may_write(s, err)) {
		form_release(&form);
		return false;
	}
	screen_form_show(s, &form);
	return true;
}

/* ---- the row under the cursor --------------------------------------------- */

void
screen_read(struct screen *s, uint32_t n)
{
	screen_close(s);
	s->over = OVER_ENTRY;
	s->over_entry = n;
	s->over_at = s->mono;
}

/* The entry of a row that is one, or a report. */
static uint32_t
entry_of(const struct cmd_env *env, const char *row)
{
	const struct report *r;

	if (!str_starts(row, "can:"))
		return vm_row_number(row, "entry");
	r = incident_report(env->inc, row + 4);
	return !r ? 0 : r->n ? r->n : r->last_n;
}

bool
screen_act(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	struct vm_in in = screen_env(env);
	const char *row = arena_dup(env->arena, screen_row(s));
	const char *line = env->inc ? vm_row_line(&in, row) : "open";
	uint32_t n = line ? 0 : entry_of(env, row);

	(void)args;
	(void)out;
	if (!line && !n && s->focus == PANE_TIMELINE)
		n = env->inc->n;
	if (n)
		screen_read(s, n);
	else if (!line)
		return err_set(err, ERR_REFUSED, "nothing is selected here:"
			" ? lists the keys");
	else if (vm_row_attention(&in, row) && !screen_may_write(s, err))
		return false;
	else if (str_starts(line, "prompt "))
		screen_prompt(s, line + strlen("prompt "));
	else
		run_next(s, line);
	return true;
}

/* ---- the prompt ------------------------------------------------------------ */

/* The words that fit, from the one in the line on. */
static void
show_offers(struct screen *s, const struct texts *found)
{
	size_t at = 0;

	s->offers[0] = '\0';
	for (int i = 0; i < found->n && at < sizeof(s->offers); i++)
		at += (size_t)snprintf(s->offers + at, sizeof(s->offers) - at,
			"%s%s", i ? "\n" : "", found->v[(s->completion + i) %
			found->n]);
}

/* The next of the words that fit; the first Tab takes the first one. */
static void
step_offer(struct screen *s, const struct texts *found, bool next)
{
	if (!s->n_offers)
		s->completion = 0;
	else
		s->completion = (s->completion + (next ? 1 : found->n - 1)) %
			found->n;
	s->n_offers = found->n > 1 ? found->n : 0;
	show_offers(s, found);
}

bool
screen_complete(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct screen *s = env->screen;
	const char *stem, *blank;
	struct texts found;
	struct str line = {0};

	(void)out;
	if (!s->prompt)
		return err_set(err, ERR_REFUSED, "complete is for the prompt:"
			" : opens it");
	if (!s->n_offers) {
		str_cut(&s->stem, 0);
		str_add(&s->stem, str_get(&s->line.text));
	}
	stem = str_get(&s->stem);
	found = cmd_complete(env, stem, env->arena);
	if (!found.n)
		return err_set(err, ERR_REFUSED, "nothing completes that");
	step_offer(s, &found, str_same(cmd_pos(args, 0), "next"));
	blank = strrchr(stem, ' ');
	str_addn(&line, stem, blank ? (size_t)(blank + 1 - stem) : 0);
	str_add(&line, found.v[s->completion]);
	if (found.n == 1)
		str_addc(&line, ' ');
	line_edit_set(&s->line, str_get(&line));
	str_release(&line);
	return true;
}
