/* Keys of an open form: every character is text, Esc means nothing. */
#include "base/key.h"
#include "base/text.h"
#include "base/words.h"
#include "view/form_part.h"
#include "view/screen.h"

#include <stdio.h>
#include <string.h>

static bool
is_lines(const struct form *f)
{
	enum field_kind kind = f->row->f[f->field].kind;

	return kind == FIELD_TEXT || kind == FIELD_MANY;
}

/* The field in use becomes the next one that can be seen, in a circle. */
static void
go_field(struct form *f, int step)
{
	int n = 0;

	while (n < FORM_FIELDS && f->row->f[n].label)
		n++;
	for (int k = 0, i = f->field; k < n; k++) {
		i = (i + n + step) % n;
		if (form_sees(f, i)) {
			f->field = i;
			return;
		}
	}
}

bool
form_takes_text(const struct form *f)
{
	return !f->sending && f->row->f[f->field].label &&
		form_sees(f, f->field) &&
		f->row->f[f->field].kind != FIELD_CHOICE;
}

static bool
is_person(const struct form *f)
{
	return f->row->f[f->field].label &&
		f->row->f[f->field].kind == FIELD_PERSON;
}

/* Whoever is under the list's cursor is meant; true: that is news. */
static bool
settle(struct form *f, const struct form_in *in)
{
	bool changed = form_changed(f);
	bool other = is_person(f) &&
		form_people_settle(f, f->field, in);

	if (other && f->row->chose)
		f->row->chose(f, in, str_get(&f->text[f->field]));
	/* A report that was only opened holds nothing of anybody's yet. */
	if (other && !changed)
		f->clean = form_print(f);
	return other;
}

/* Up and Down stay in a text of several lines while there is a line. */
static bool
go_line(struct form *f, int step)
{
	struct str *text = &f->text[f->field];
	const char *s = str_get(text);
	size_t *at = &f->at[f->field];
	size_t start = *at, column, to;

	if (!is_lines(f))
		return false;
	while (start && s[start - 1] != '\n')
		start--;
	column = *at - start;
	if (step < 0) {
		if (!start)
			return false;
		to = start - 1;
		while (to && s[to - 1] != '\n')
			to--;
	} else {
		to = *at + strcspn(s + *at, "\n");
		if (!s[to++])
			return false;
	}
	*at = to;
	while (*at - to < column && s[*at] && s[*at] != '\n')
		*at = text_next(s, *at);
	return true;
}

static bool
is_alone(struct form *f)
{
	int from = f->field;
	bool alone;

	go_field(f, 1);
	alone = f->field == from;
	f->field = from;
	return alone;
}

static enum form_took
enter(struct form *f, const struct form_in *in)
{
	struct words words;

	if (!f->touched && in->mono - f->opened < FORM_HOLD)
		return FORM_YES;
	/* Who it is for comes first, and then what there is to say. */
	if (settle(f, in) && !is_alone(f)) {
		if (is_person(f))
			go_field(f, 1);
		return FORM_YES;
	}
	if (f->asks > 0) {
		f->asks--;
		f->asked = true;
		f->touched = false;
		f->opened = in->mono;
		for (int i = 0; f->row->f[i].label; i++)
			if (!strcmp(f->row->f[i].word, "--reason"))
				f->field = i;
		return FORM_YES;
	}
	if (!form_words(f, in->a, &words))
		return FORM_YES;
	f->sending = true;
	return FORM_SEND;
}

static enum form_took
choose(struct form *f, const struct key *key)
{
	int i = f->field;

	if (key_is(key, KC_LEFT))
		form_turn_choice(f, i, -1);
	else if (key_is(key, KC_RIGHT) ||
	    (key_is_text(key) && key->cp == ' '))
		form_turn_choice(f, i, 1);
	else if (!key_is_text(key))
		return FORM_NO;
	else if (!form_press(f, i, key))
		snprintf(f->error, sizeof(f->error), "no choice begins with"
			" that letter: Left and Right walk them");
	f->touched = f->typed = true;
	return FORM_YES;
}

static enum form_took
type(struct form *f, const struct key *key, const struct form_in *in)
{
	int i = f->field;
	struct line_edit edit;
	bool took;

	/* A name that was chosen gives way to the one that is typed. */
	if (is_person(f) && f->picked && key_is_text(key))
		form_put(f, f->row->f[i].label, "");
	edit = (struct line_edit){f->text[i], f->at[i]};
	took = line_edit_key(&edit, key, is_lines(f));
	f->text[i] = edit.text;
	f->at[i] = edit.at;
	if (!took)
		return FORM_NO;
	f->touched = f->typed = true;
	if (is_person(f)) {
		f->picked = false;
		form_people_start(f, i, in);
	}
	if (key->code == KC_PASTE && key->cut)
		snprintf(f->error, sizeof(f->error), "the paste was too long:"
			" its end is missing");
	return FORM_YES;
}

/* Alt and a letter sets the first choice field from anywhere. */
static bool
decide(struct form *f, const struct key *key)
{
	int i = 0;
	struct key plain = *key;

	if (key->code != KC_CHAR || !(key->mods & KM_ALT))
		return false;
	while (f->row->f[i].label && f->row->f[i].kind != FIELD_CHOICE)
		i++;
	if (!f->row->f[i].label || !form_sees(f, i))
		return false;
	if (key->cp >= '1' && key->cp <= '9') {
		if ((int)(key->cp - '1') >= form_options(f, i))
			return false;
		f->choice[i] = (int)(key->cp - '1');
		f->touched = f->typed = true;
		return true;
	}
	plain.mods = 0;
	if (!form_press(f, i, &plain))
		return false;
	f->touched = f->typed = true;
	return true;
}

/* The list of people is walked by arrows, and by Tab where it is alone. */
static bool
walk(struct form *f, const struct key *key, const struct form_in *in)
{
	bool tab = key->code == KC_TAB && is_alone(f);
	bool back = key_is(key, KC_UP) || key->mods & KM_SHIFT;

	if (!is_person(f) ||
	    (!tab && !key_is(key, KC_UP) && !key_is(key, KC_DOWN)))
		return false;
	form_people_walk(f, f->field, back ? -1 : 1, in);
	f->touched = f->typed = true;
	f->scroll = 0;
	f->error[0] = '\0';
	return true;
}

/* Keys that mean the same in every field; FORM_NO for others. */
static enum form_took
move(struct form *f, const struct key *key, const struct form_in *in)
{
	enum field_kind kind = f->row->f[f->field].kind;
	int from = f->field;

	if (walk(f, key, in))
		return FORM_YES;
	if (key->code == KC_TAB && settle(f, in) && !is_person(f))
		return FORM_YES; /* the form knows where to go on */
	if (key->code == KC_TAB && key->mods & KM_SHIFT) {
		go_field(f, -1);
	} else if (key->code == KC_TAB) {
		if ((kind == FIELD_NAME || kind == FIELD_WHOM ||
		    kind == FIELD_KINDS) &&
		    form_complete(f, f->field, in))
			f->touched = f->typed = true;
		else
			go_field(f, 1);
	} else if (key_is(key, KC_UP)) {
		if (!go_line(f, -1))
			go_field(f, -1);
	} else if (key_is(key, KC_DOWN)) {
		if (!go_line(f, 1))
			go_field(f, 1);
	} else if (key_is(key, KC_PGUP) || key_is(key, KC_PGDN)) {
		f->scroll += key->code == KC_PGUP ? -4 : 4;
		return FORM_YES;
	} else {
		return FORM_NO;
	}
	f->scroll = 0;
	if (f->field != from)
		form_message(f, in, from);
	return FORM_YES;
}

void
form_click(struct form *f, int field, int choice, const struct form_in *in)
{
	int from = f->field;

	if (f->sending || field < 0 || field >= FORM_FIELDS ||
	    !f->row->f[field].label || !form_sees(f, field))
		return;
	if (field != from)
		settle(f, in);
	f->field = field;
	f->scroll = 0;
	if (f->field != from)
		form_message(f, in, from);
	if (choice < 0 || choice >= form_options(f, field))
		return;
	f->choice[field] = choice;
	f->touched = f->typed = true;
	f->error[0] = '\0';
}

/* What was typed is thrown away by its author alone, who says so twice. */
static enum form_took
drop(struct form *f)
{
	if (!form_changed(f) && !f->parked)
		return FORM_CANCEL;
	if (f->drops)
		return FORM_DROP;
	f->drops = true;
	snprintf(f->error, sizeof(f->error), "C-x once more throws away what"
		" is typed here; Esc keeps it for later");
	return FORM_YES;
}

static bool
is_drop(const struct key *key)
{
	return key->code == KC_CHAR && key->mods == KM_CTRL &&
		key->cp == 'x';
}

enum form_took
form_key(struct form *f, const struct key *key, const struct form_in *in)
{
	enum form_took took;

	if (key_is(key, KC_ESC))
		return FORM_CANCEL;
	if (f->sending)
		return FORM_YES;
	if (is_drop(key))
		return drop(f);
	if (f->drops)
		f->error[0] = '\0';
	f->drops = false;
	if (key_is(key, KC_ENTER))
		return enter(f, in);
	took = move(f, key, in);
	if (took != FORM_NO)
		return took;
	f->scroll = 0;
	f->error[0] = '\0';
	if (decide(f, key))
		took = FORM_YES;
	else if (!f->row->f[f->field].label || !form_sees(f, f->field))
		took = key_is_text(key) ? FORM_YES : FORM_NO;
	else if (f->row->f[f->field].kind == FIELD_CHOICE)
		took = choose(f, key);
	else
		took = type(f, key, in);
	/* A choice can take away the field that was in use. */
	if (f->row->f[f->field].label && !form_sees(f, f->field))
		go_field(f, 1);
	return took;
}
