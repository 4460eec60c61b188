#include "base/key.h"

#include "base/str.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define KEY_ROW(code, name) [code] = name,
static const char *const names[KC_COUNT] = {KEY_MAP(KEY_ROW)};
#undef KEY_ROW

static const char space[] = "Space";

char *
key_label(const struct key *key, char out[KEY_NAME_MAX])
{
	char cp[5] = "";
	const char *name = cp;

	if (key->code == KC_PASTE)
		name = "Paste";
	else if (key->code == KC_MOUSE)
		name = "Mouse";
	else if (key->code != KC_CHAR)
		name = key->code < KC_COUNT ? names[key->code] : NULL;
	else if (key->cp == ' ')
		name = space;
	else if (key->cp > ' ' && key->cp != 0x7f)
		text_encode(key->cp, cp);
	if (!name || !*name)
		name = "?";
	snprintf(out, KEY_NAME_MAX, "%s%s%s%s",
		key->mods & KM_CTRL ? "C-" : "",
		key->mods & KM_ALT ? "A-" : "",
		key->mods & KM_SHIFT ? "S-" : "", name);
	return out;
}

/* The modifiers before a name; *name goes on behind them. */
static unsigned
key_parse_mods(const char **name)
{
	unsigned mods = 0;

	for (; (*name)[0] && (*name)[1] == '-' && (*name)[2]; *name += 2) {
		switch ((*name)[0]) {
		case 'C':
		case 'c':
			mods |= KM_CTRL;
			break;
		case 'A':
		case 'a':
		case 'M':
		case 'm':
			mods |= KM_ALT;
			break;
		case 'S':
		case 's':
			mods |= KM_SHIFT;
			break;
		default:
			return mods;
		}
	}
	return mods;
}

/* A terminal sends the same byte for C-i and Tab, so they are one key. */
static void
key_join(struct key *key)
{
	if (key->code != KC_CHAR || !(key->mods & KM_CTRL))
		return;
	if (key->cp >= 'A' && key->cp <= 'Z')
		key->cp += 'a' - 'A';
	if (key->cp == 'i')
		key->code = KC_TAB;
	else if (key->cp == 'm')
		key->code = KC_ENTER;
	else if (key->cp == '[')
		key->code = KC_ESC;
	else
		return;
	key->cp = 0;
	key->mods &= ~(unsigned)KM_CTRL;
}

bool
key_parse(const char *name, struct key *out)
{
	struct key key = {.mods = key_parse_mods(&name)};
	size_t len = strlen(name);

	/* A single character is the usual name, and none of the list. */
	for (int i = 0; i < KC_COUNT && len > 1 && !key.code; i++)
		if (names[i] && str_same(names[i], name))
			key.code = (enum key_code)i;
	if (!key.code) {
		if (str_same(name, space))
			key.cp = ' ';
		else if (!len || text_decode(name, len, &key.cp) != len)
			return false;
		if (key.cp < ' ' || (key.cp >= 0x7f && key.cp < 0xa0) ||
		    key.mods & KM_SHIFT)
			return false;
		key.code = KC_CHAR;
	}
	key_join(&key);
	*out = key;
	return true;
}

bool
key_is(const struct key *key, enum key_code code)
{
	return key->code == code && !key->mods;
}

bool
key_same(const struct key *a, const struct key *b)
{
	return a->code == b->code && a->mods == b->mods &&
		(a->code != KC_CHAR || a->cp == b->cp);
}

bool
key_is_text(const struct key *key)
{
	return key->code == KC_CHAR && !(key->mods & (KM_CTRL | KM_ALT));
}
