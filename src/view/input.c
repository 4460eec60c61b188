/* What a key does: prompt, form, what is read, or the key table. */
#include "view/input.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/keys.h"
#include "view/mouse.h"
#include "view/screen.h"
#include "view/search.h"
#include "view/tour.h"

#include <stdio.h>
#include <string.h>

struct press {
	struct screen *s;
	const struct key *key;
	const struct vm_in *in;
	struct str *line;
};

void
screen_form_in(const struct screen *s, const struct vm_in *in,
	struct form_in *out)
{
	*out = (struct form_in){
		.inc = in->inc, .board = in->board, .n_board = in->n_board,
		.roster = in->roster, .who = s->who, .row = screen_row(s),
		.filter = &s->filter, .now = in->now, .mono = in->mono,
		.zone_min = in->zone_min, .vm = in,
		.a = in->a,
	};
}

static bool
is_redraw(const struct key *key)
{
	return key->code == KC_CHAR && key->mods == KM_CTRL &&
		key->cp == 'l';
}

/* ---- the prompt -------------------------------------------------------- */

/* The line before (-1) or after (1) that begins with what was typed. */
static bool
walk_history(struct screen *s, int step)
{
	const char *typed;
	int at = s->at_history;

	if (at == s->n_history) {
		str_cut(&s->draft, 0);
		str_add(&s->draft, str_get(&s->line.text));
	}
	typed = str_get(&s->draft);
	do
		at += step;
	while (at >= 0 && at < s->n_history &&
		!str_starts(s->history[at], typed));
	if (at < 0 || at > s->n_history)
		return false;
	s->at_history = at;
	line_edit_set(&s->line, at == s->n_history ? typed : s->history[at]);
	return true;
}

static enum screen_did
key_history(struct press *p, int step)
{
	struct screen *s = p->s;

	if (!walk_history(s, step))
		screen_say(s, SAID_DONE, p->in->mono, "%s",
			step > 0 ? "no later line was typed" :
			s->draft.len ? "no earlier line begins like that" :
			"no earlier line was typed");
	return DID_SCREEN;
}

static enum screen_did
run_prompt(struct press *p)
{
	struct screen *s = p->s;
	const char *text = str_get(&s->line.text);

	text += strspn(text, " ");
	s->prompt = false;
	if (!*text)
		return DID_SCREEN;
	str_add(p->line, text);
	screen_remember(s, text);
	return DID_LINE;
}

static enum screen_did
key_prompt(struct press *p)
{
	struct screen *s = p->s;
	const struct key *key = p->key;

	if (key_is(key, KC_ENTER))
		return run_prompt(p);
	if (key_is(key, KC_ESC)) {
		s->prompt = false;
		return DID_SCREEN;
	}
	if (key->code == KC_TAB) {
		str_add(p->line, key->mods & KM_SHIFT ? "complete prev" :
			"complete next");
		return DID_LINE;
	}
	s->n_offers = 0;
	if (key_is(key, KC_UP) || key_is(key, KC_DOWN))
		return key_history(p, key->code == KC_UP ? -1 : 1);
	if (!line_edit_key(&s->line, key, false))
		return DID_NOTHING;
	/* What is changed is a new line. */
	s->at_history = s->n_history;
	return DID_SCREEN;
}

/* ---- a form ------------------------------------------------------------ */

static void
leave_form(struct press *p)
{
	struct screen *s = p->s;
	bool sending = s->form.sending;

	screen_close(s);
	if (sending)
		screen_say(s, SAID_ERROR, p->in->mono, "it was being sent: the"
			" timeline shows whether it arrived");
}

static enum screen_did
key_form(struct press *p)
{
	struct screen *s = p->s;
	struct form_in in;

	screen_form_in(s, p->in, &in);
	switch (form_key(&s->form, p->key, &in)) {
	case FORM_SEND:
		return DID_FORM;
	case FORM_CANCEL:
		leave_form(p);
		return DID_SCREEN;
	case FORM_DROP:
		screen_say(s, SAID_DONE, p->in->mono, "thrown away: %s",
			s->form.title);
		screen_drop(s);
		screen_then_end(s);
		return DID_SCREEN;
	case FORM_YES:
		screen_rejoin(s);
		return DID_SCREEN;
	case FORM_NO:
		break;
	}
	return DID_NOTHING;
}

/* ---- the key table ------------------------------------------------------ */

/* Whether the key would mean something with an incident open. */
static bool
is_for_incident(const char *name)
{
	const struct key_row *r;

	for (int i = 0; (r = key_row(i)); i++)
		if (r->where & KEY_INCIDENT && !strcmp(r->key, name))
			return true;
	return false;
}

static enum screen_did
unknown_key(struct press *p)
{
	char name[KEY_NAME_MAX];

	key_label(p->key, name);
	if (key_place(p->s) == KEY_BOARD && is_for_incident(name))
		screen_say(p->s, SAID_ERROR, p->in->mono, "%s is for one"
			" incident: %s", name, p->in->n_board ?
			"Enter opens the one under the cursor" :
			"D declares the first");
	else
		screen_say(p->s, SAID_ERROR, p->in->mono, "%s has no meaning"
			" here: ? lists the keys", name);
	return DID_SCREEN;
}

/* A confirming Enter that nobody can have meant is not taken. */
static bool
too_soon(const struct press *p, const struct key_hit *hit)
{
	return p->s->over == OVER_BRIEF && hit->row &&
		hit->row->where == KEY_BRIEF && key_is(p->key, KC_ENTER) &&
		p->in->mono - p->s->over_at < FORM_HOLD;
}

/* A line of somebody's own that ends with a blank waits for the rest. */
static bool
is_unfinished(const char *line)
{
	size_t n = strlen(line);

	return n && line[n - 1] == ' ';
}

static enum screen_did
take_hit(struct press *p, const struct key_hit *hit)
{
	struct screen *s = p->s;
	struct err err;

	if (hit->row && hit->row->use & KEY_WRITES &&
	    !screen_may_write(s, &err)) {
		screen_say(s, SAID_ERROR, p->in->mono, "%s", err.text);
		return DID_SCREEN;
	}
	if (too_soon(p, hit)) {
		screen_say(s, SAID_ERROR, p->in->mono, "%s", KEY_TOO_FAST);
		return DID_SCREEN;
	}
	/* What is accepted from the briefing need not be read any more. */
	if (hit->row && hit->row->where == KEY_BRIEF)
		screen_close(s);
	if (hit->own && !strcmp(hit->line, KEY_UNBOUND)) {
		screen_say(s, SAID_ERROR, p->in->mono, "%s does nothing: it was"
			" unbound at %s", hit->own->key, hit->own->place);
		return DID_SCREEN;
	}
	if (!hit->row && is_unfinished(hit->line)) {
		screen_prompt(s, hit->line);
		return DID_SCREEN;
	}
	str_add(p->line, hit->line);
	return DID_LINE;
}

static enum screen_did
key_table(struct press *p)
{
	struct screen *s = p->s;
	struct key keys[SCREEN_PENDING];
	struct key_hit hit;
	int n = 0;

	if (p->key->code == KC_PASTE) {
		screen_say(s, SAID_ERROR, p->in->mono, "nothing is open to"
			" paste into: n opens a note");
		return DID_SCREEN;
	}
	for (; n < s->n_pending && n < SCREEN_PENDING - 1; n++)
		keys[n] = s->pending[n];
	keys[n++] = *p->key;
	s->n_pending = 0;
	switch (key_map_find(s->keys, p->in, keys, n, &hit)) {
	case KEY_LINE:
		return take_hit(p, &hit);
	case KEY_BEGUN:
		memcpy(s->pending, keys, (size_t)n * sizeof(*keys));
		s->n_pending = n;
		return DID_SCREEN;
	case KEY_NONE:
		break;
	}
	/* What was begun is forgotten; the key stands for itself. */
	if (n > 1 && key_map_find(s->keys, p->in, p->key, 1, &hit) ==
	    KEY_LINE)
		return take_hit(p, &hit);
	return unknown_key(p);
}

/* Nothing is done, and nothing forgotten, while another window is in use. */
static enum screen_did
key_window(struct screen *s, bool chosen)
{
	s->blurred = !chosen;
	if (chosen)
		s->focused_at = s->mono;
	return DID_NOTHING;
}

enum screen_did
screen_key(struct screen *s, const struct key *key, const struct vm_in *in,
	struct str *line)
{
	struct press p = {s, key, in, line};

	s->mono = in->mono;
	s->now = in->now;
	s->h = in->h;
	s->w = in->w;
	/* Whoever comes back late finds the keys free, and is asked. */
	if (screen_idle(s, in->mono, in->now))
		return DID_SCREEN;
	if (key->code == KC_FOCUS || key->code == KC_BLUR)
		return key_window(s, key->code == KC_FOCUS);
	s->key_at = in->mono;
	/* What was said was about the key before. */
	if (s->said != SAID_SENDING)
		s->said = SAID_NOTHING;
	if (key->code == KC_MOUSE)
		return screen_mouse(s, key, in, line);
	s->clicked[0] = '\0';
	s->leaving -= s->leaving > 0;
	if (is_redraw(key)) {
		str_add(line, "redraw");
		return DID_LINE;
	}
	if (s->prompt)
		return key_prompt(&p);
	if (s->search)
		return search_key(s, key, in) ? DID_SCREEN : DID_NOTHING;
	if (s->over == OVER_FORM)
		return key_form(&p);
	if (s->over == OVER_TOUR)
		return tour_key(s, key, in);
	return key_table(&p);
}
