/* Going through the tour. */
#include "view/tour.h"

#include "base/key.h"
#include "view/keys.h"
#include "view/rows.h"
#include "view/screen.h"

#include <string.h>

#define TAKES "Space goes on, Backspace back, q leaves"

const struct key_row *
tour_key_row(const struct vm_in *in, const char *line, const char **key)
{
	const struct key_row *r;

	for (int i = 0; (r = key_row(i)); i++)
		if (r->where & KEY_INCIDENT && !strcmp(r->line, line) &&
		    (*key = key_name(in, r)))
			return r;
	return NULL;
}

static void
show_step(struct screen *s, int i)
{
	const struct tour_step *step = tour_step(i);

	s->over = OVER_TOUR;
	s->over_scroll = 0;
	s->tour = i;
	screen_focus(s, step->about == TOUR_PANE ? step->pane :
		PANE_ATTENTION);
}

void
tour_begin(struct screen *s)
{
	s->mode = MODE_INCIDENT;
	show_step(s, 0);
}

/* Past the last step it ends. */
static enum screen_did
go_on(struct screen *s)
{
	if (tour_step(s->tour + 1))
		show_step(s, s->tour + 1);
	else
		s->wants_quit = true;
	return DID_SCREEN;
}

static enum screen_did
go_back(struct screen *s, const struct vm_in *in)
{
	if (s->tour > 0)
		show_step(s, s->tour - 1);
	else
		screen_say(s, SAID_DONE, in->mono, "this is the first step:"
			" Space goes on, q leaves");
	return DID_SCREEN;
}

/* Up and Down are for boxes that are too small for their text. */
static enum screen_did
scroll(struct screen *s, const struct vm_in *in, int step)
{
	const struct vm *vm = in->drawn ? in->drawn : vm_build(in);
	const struct vm_overlay *o = vm->over;
	int top = o ? o->top + step : -1;

	if (o && top >= 0 && top <= o->total - o->n)
		s->over_scroll = top;
	else
		screen_say(s, SAID_DONE, in->mono, "no more of this step is"
			" %s: %s", step < 0 ? "above" : "below", TAKES);
	return DID_SCREEN;
}

/* At the end the dashboard is left to whoever wants to try it. */
static enum screen_did
practise(struct screen *s, const struct vm_in *in)
{
	if (tour_step(s->tour + 1)) {
		screen_say(s, SAID_DONE, in->mono, "p is for the end of the"
			" tour: " TAKES);
		return DID_SCREEN;
	}
	screen_drop(s);
	screen_focus(s, PANE_ATTENTION);
	screen_say(s, SAID_DONE, in->mono, "practice: nothing leaves and"
		" nothing is kept; q, then q again, leaves");
	return DID_SCREEN;
}

/* Every other key is told what it would do, and does nothing. */
static enum screen_did
describe(struct screen *s, const struct key *key, const struct vm_in *in)
{
	struct vm_in below = *in;
	struct screen plain = *s;
	struct key_hit hit;
	char name[KEY_NAME_MAX];

	plain.over = OVER_NONE;
	below.screen = &plain;
	key_label(key, name);
	if (key->code == KC_PASTE)
		screen_say(s, SAID_DONE, in->mono, "nothing is pasted in the"
			" tour: " TAKES);
	else if (key_map_find(s->keys, &below, key, 1, &hit) == KEY_LINE)
		screen_say(s, SAID_DONE, in->mono, "%s: %s. Not in the tour:"
			" " TAKES, name, hit.row ? hit.row->help : hit.line);
	else
		screen_say(s, SAID_DONE, in->mono, "%s has no meaning in the"
			" tour: " TAKES, name);
	return DID_SCREEN;
}

static bool
is_char(const struct key *key, uint32_t c)
{
	return key->code == KC_CHAR && !key->mods && key->cp == c;
}

enum screen_did
tour_key(struct screen *s, const struct key *key, const struct vm_in *in)
{
	if (is_char(key, ' ') || key_is(key, KC_ENTER) ||
	    key_is(key, KC_RIGHT))
		return go_on(s);
	if (key_is(key, KC_BACKSPACE) || key_is(key, KC_LEFT))
		return go_back(s, in);
	if (key_is(key, KC_UP) || key_is(key, KC_DOWN))
		return scroll(s, in, key->code == KC_UP ? -1 : 1);
	if (is_char(key, 'p'))
		return practise(s, in);
	if (!is_char(key, 'q') && !key_is(key, KC_ESC))
		return describe(s, key, in);
	s->wants_quit = true;
	return DID_SCREEN;
}
