#include "view/answer.h"

#include "base/key.h"
#include "base/str.h"
#include "view/keys.h"
#include "view/screen.h"

#include <stdio.h>
#include <string.h>

/* The frame as it would be if nothing had been said. */
static void
look(const struct vm_in *in, struct str *out)
{
	struct screen quiet = *in->screen;
	struct vm_in without = *in;

	quiet.said = SAID_NOTHING;
	without.screen = &quiet;
	vm_print(vm_build(&without), out);
}

/* The wheel may turn on at the end, and a window is chosen in silence. */
static bool
is_pressed(const struct key *key)
{
	return key->code != KC_MOUSE && key->code != KC_FOCUS &&
		key->code != KC_BLUR;
}

/* A character that is typed is seen: no frame is made to find that out. */
static bool
is_typed(const struct key *key, const struct screen *s)
{
	enum key_where where = key_place(s);

	if (!key_is_text(key))
		return false;
	return where & (KEY_PROMPT | KEY_SEARCH) ||
		(where == KEY_FORM && form_takes_text(&s->form));
}

void
answer_begin(struct answer *a, const struct key *key, const struct vm_in *in)
{
	*a = (struct answer){
		.key = key, .over = screen_says(in->screen, in->mono),
		.typed = is_typed(key, in->screen),
	};
	if (!is_pressed(key) || a->typed)
		return;
	snprintf(a->row, sizeof(a->row), "%s", screen_row(in->screen));
	if (in->drawn && !a->over && in->drawn->size.h == in->h &&
	    in->drawn->size.w == in->w)
		a->drawn = in->drawn;
	else
		look(in, &a->before);
}

/* ---- typing ----------------------------------------------------------- */

/* At the edge of a text the cursor itself shows why nothing happens. */
static bool
is_edit(const struct key *key)
{
	static const enum key_code codes[] = {
		KC_LEFT, KC_RIGHT, KC_HOME, KC_END, KC_BACKSPACE, KC_DELETE,
	};

	if (key->code == KC_CHAR && key->mods == KM_CTRL)
		return strchr("abdefhkuw", (int)key->cp) != NULL;
	for (size_t i = 0; i < sizeof(codes) / sizeof(codes[0]); i++)
		if (key->code == codes[i])
			return true;
	return false;
}

static const char *
about_form(const struct form *f, const struct key *key)
{
	if (f->sending)
		return "it is being sent: what came of it is said here";
	if (key_is(key, KC_ENTER))
		return KEY_TOO_FAST;
	if (key->code == KC_TAB || key_is(key, KC_UP) ||
	    key_is(key, KC_DOWN))
		return "the form has no other field";
	if (key_is(key, KC_PGUP) || key_is(key, KC_PGDN))
		return "there is no more of the form that way";
	if (key_is_text(key))
		return "nothing is typed here: Enter sends it, Esc leaves";
	return NULL;
}

static const char *
about_prompt(const struct key *key)
{
	if (key->code == KC_TAB)
		return "that is all there is to complete";
	return NULL;
}

/* ---- the panes and what lies over them ---------------------------------- */

/* What a line of the key table has come to when nothing changed. */
static const struct {
	const char *line;
	const char *over, *panes; /* while something is read; else */
} idle[] = {
	{"move up", "it begins here", "no row is above"},
	{"move pgup", "it begins here", "no row is above"},
	{"move home", "it begins here", "this is the first row"},
	{"move down", "it ends here", "no row is below"},
	{"move pgdn", "it ends here", "no row is below"},
	{"move end", "it ends here", "this is the last row"},
	{"focus", "the keys go to that pane already",
		"the keys go to that pane already"},
	{"zoom", "what is read has all the room it needs",
		"this pane has all the room there is"},
	{"clear", "nothing is open here: q leaves this view",
		"nothing is open here: q leaves this view"},
};

static const char *
about_line(const char *line, bool over)
{
	for (size_t i = 0; i < sizeof(idle) / sizeof(idle[0]); i++)
		if (str_starts(line, idle[i].line))
			return over ? idle[i].over : idle[i].panes;
	return NULL;
}

/* ---- saying it ----------------------------------------------------------- */

static void
say(const struct answer *a, const struct vm_in *in, struct screen *s,
	const char *why)
{
	char name[KEY_NAME_MAX], text[256];
	enum key_where where = key_place(s);

	if (!why && where & (KEY_PANES | KEY_OVER))
		snprintf(text, sizeof(text), "%s changes nothing here",
			key_label(a->key, name));
	else if (!why)
		snprintf(text, sizeof(text), "%s has no meaning here: Esc"
			" leaves", key_label(a->key, name));
	else
		snprintf(text, sizeof(text), "%s", why);
	if (where == KEY_FORM)
		snprintf(s->form.error, sizeof(s->form.error), "%s", text);
	else
		screen_say(s, SAID_DONE, in->mono, "%s", text);
}

/* The cursor went to another row of a pane that is seen: that is seen, too. */
static bool
has_moved(const struct answer *a, const struct screen *s)
{
	const struct vm *vm = a->drawn;

	if (!strcmp(a->row, screen_row(s)) || s->over != OVER_NONE || vm->over)
		return false;
	for (int i = 0; i < vm->n_panes; i++)
		if (vm->panes[i].id == s->focus)
			return vm->panes[i].focused && vm->panes[i].n > 0;
	return false;
}

/* A frame is dear: one is made only where the cursor alone does not tell. */
static bool
is_same(struct answer *a, const struct vm_in *in)
{
	struct vm_in then = *in;
	struct str now = {0};
	bool same;

	if (a->drawn && has_moved(a, in->screen))
		return false;
	if (a->drawn) {
		vm_print(a->drawn, &a->before);
		then.now = a->drawn->now;
		then.mono = a->drawn->mono;
	}
	look(&then, &now);
	same = now.len == a->before.len &&
		!memcmp(str_get(&now), str_get(&a->before), now.len);
	str_release(&now);
	return same;
}

/* Whether there is an answer already, or the key needs none. */
static bool
is_answered(const struct answer *a, const struct screen *s)
{
	enum key_where where = key_place(s);

	if (s->said != SAID_NOTHING || s->wants_redraw || s->wants_quit)
		return true;
	if (where == KEY_FORM && *s->form.error)
		return true;
	if (where & (KEY_FORM | KEY_PROMPT | KEY_SEARCH))
		return is_edit(a->key);
	return a->over && key_is(a->key, KC_ESC);
}

void
answer_end(struct answer *a, const char *line, const struct vm_in *in,
	struct screen *s)
{
	enum key_where where = key_place(s);

	if (is_pressed(a->key) && !a->typed && !is_answered(a, s) &&
	    is_same(a, in))
		say(a, in, s, where == KEY_FORM ?
			about_form(&s->form, a->key) :
			where == KEY_PROMPT ? about_prompt(a->key) :
			where == KEY_SEARCH ? NULL :
			about_line(line, s->over != OVER_NONE));
	str_release(&a->before);
}
