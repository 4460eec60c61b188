/* One line, or a few lines, of typing. */
#include "base/key.h"
#include "base/text.h"
#include "view/screen.h"

#include <string.h>

void
line_edit_set(struct line_edit *l, const char *text)
{
	struct str copy = {0};

	str_add(&copy, text);
	str_release(&l->text);
	l->text = copy;
	l->at = copy.len;
}

void
line_edit_release(struct line_edit *l)
{
	str_release(&l->text);
	l->at = 0;
}

/* Puts @n bytes in place of those from @from to @to; the cursor is behind. */
static void
edit_replace(struct line_edit *l, size_t from, size_t to, const char *s,
	size_t n)
{
	struct str out = {0};
	const char *old = str_get(&l->text);

	str_addn(&out, old, from);
	str_addn(&out, s, n);
	l->at = out.len;
	str_add(&out, old + to);
	str_release(&l->text);
	l->text = out;
}

static void
edit_insert(struct line_edit *l, const char *s, size_t n)
{
	edit_replace(l, l->at, l->at, s, n);
}

/* A paste: in one line its line ends and tabs become blanks. */
static void
edit_paste(struct line_edit *l, const struct key *key, bool lines)
{
	struct str clean = {0};
	size_t n = key->len;

	while (!lines && n && key->text[n - 1] == '\n')
		n--;
	for (size_t i = 0; i < n; i++) {
		char c = key->text[i];

		str_addc(&clean, c == '\t' || (c == '\n' && !lines) ? ' ' : c);
	}
	edit_insert(l, str_get(&clean), clean.len);
	str_release(&clean);
}

static size_t
line_start(const struct line_edit *l)
{
	const char *s = str_get(&l->text);
	size_t at = l->at;

	while (at && s[at - 1] != '\n')
		at--;
	return at;
}

static size_t
line_end(const struct line_edit *l)
{
	return l->at + strcspn(str_get(&l->text) + l->at, "\n");
}

static bool
is_gap(char c)
{
	return c == ' ' || c == '\n';
}

static size_t
word_before(const struct line_edit *l)
{
	const char *s = str_get(&l->text);
	size_t at = l->at;

	while (at && is_gap(s[at - 1]))
		at--;
	while (at && !is_gap(s[at - 1]))
		at--;
	return at;
}

static size_t
word_after(const struct line_edit *l)
{
	const char *s = str_get(&l->text);
	size_t at = l->at;

	while (s[at] && is_gap(s[at]))
		at++;
	while (s[at] && !is_gap(s[at]))
		at++;
	return at;
}

static size_t
before(const struct line_edit *l)
{
	return l->at ? text_prev(str_get(&l->text), l->at) : 0;
}

static size_t
after(const struct line_edit *l)
{
	return l->at < l->text.len ? text_next(str_get(&l->text), l->at) :
		l->text.len;
}

static bool
edit_ctrl(struct line_edit *l, uint32_t cp, bool lines)
{
	switch (cp) {
	case 'a':
		l->at = line_start(l);
		return true;
	case 'e':
		l->at = line_end(l);
		return true;
	case 'b':
		l->at = before(l);
		return true;
	case 'f':
		l->at = after(l);
		return true;
	case 'd':
		edit_replace(l, l->at, after(l), "", 0);
		return true;
	case 'h':
		edit_replace(l, before(l), l->at, "", 0);
		return true;
	case 'k':
		edit_replace(l, l->at, line_end(l), "", 0);
		return true;
	case 'u':
		edit_replace(l, line_start(l), l->at, "", 0);
		return true;
	case 'w':
		edit_replace(l, word_before(l), l->at, "", 0);
		return true;
	case 'j':
		if (lines)
			edit_insert(l, "\n", 1);
		return lines;
	default:
		return false;
	}
}

static bool
edit_alt(struct line_edit *l, const struct key *key, bool lines)
{
	if (key->code == KC_ENTER && lines)
		edit_insert(l, "\n", 1);
	else if (key->code == KC_BACKSPACE)
		edit_replace(l, word_before(l), l->at, "", 0);
	else if (key->code == KC_LEFT ||
	    (key->code == KC_CHAR && key->cp == 'b'))
		l->at = word_before(l);
	else if (key->code == KC_RIGHT ||
	    (key->code == KC_CHAR && key->cp == 'f'))
		l->at = word_after(l);
	else
		return false;
	return true;
}

static bool
edit_code(struct line_edit *l, const struct key *key, bool lines)
{
	switch (key->code) {
	case KC_PASTE:
		edit_paste(l, key, lines);
		return true;
	case KC_BACKSPACE:
		edit_replace(l, before(l), l->at, "", 0);
		return true;
	case KC_DELETE:
		edit_replace(l, l->at, after(l), "", 0);
		return true;
	case KC_LEFT:
		l->at = before(l);
		return true;
	case KC_RIGHT:
		l->at = after(l);
		return true;
	case KC_HOME:
		l->at = line_start(l);
		return true;
	case KC_END:
		l->at = line_end(l);
		return true;
	default:
		return false;
	}
}

bool
line_edit_key(struct line_edit *l, const struct key *key, bool lines)
{
	char utf8[4];

	if (l->at > l->text.len)
		l->at = l->text.len;
	if (key_is_text(key)) {
		edit_insert(l, utf8, text_encode(key->cp, utf8));
		return true;
	}
	if (key->mods & KM_ALT)
		return edit_alt(l, key, lines);
	if (key->code == KC_CHAR)
		return edit_ctrl(l, key->cp, lines);
	if (key->mods & KM_CTRL && (key->code == KC_LEFT ||
	    key->code == KC_RIGHT)) {
		l->at = key->code == KC_LEFT ? word_before(l) : word_after(l);
		return true;
	}
	return edit_code(l, key, lines);
}
