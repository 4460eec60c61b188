#include "ui/term_info.h"

#include "base/key.h"
#include "base/str.h"
#include "ui/term_keys.h"
#include "ui/term_out.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <curses.h>
#include <term.h>

static const char advice[] = "set it to what your terminal is, "
	"for example TERM=xterm-256color";

/* tigetstr() has a pointer of its own for "no string at all". */
static const char *
info_text(const char *name)
{
	const char *text = tigetstr(name);

	return text && text != (const char *)-1 && *text ? text : NULL;
}

bool
term_info_check(const char **type, struct err *err)
{
	const char *name = *type ? *type : getenv("TERM");
	int why = 0;
	bool ok;

	if (!name || !*name)
		return err_set(err, ERR_USAGE, "TERM is not set: %s", advice);
	if (setupterm(name, STDOUT_FILENO, &why) != OK)
		return err_set(err, ERR_USAGE, why < 0 ?
			"TERM is \"%s\", and there is no terminal database "
			"here: install ncurses-base" :
			"TERM is \"%s\", which is no terminal that is known "
			"here: set it to what your terminal is, for example "
			"TERM=xterm-256color", name);
	ok = info_text("cup") && info_text("clear");
	del_curterm(cur_term);
	if (!ok)
		return err_set(err, ERR_USAGE, "TERM is \"%s\", a terminal "
			"that cannot place its cursor: %s", name, advice);
	*type = name;
	return true;
}

bool
term_info_scrolls(void)
{
	const char *text = info_text("csr");

	return text && str_starts(text, "\033[");
}

int
term_info_colours(void)
{
	return tigetnum("colors");
}

int
term_info_colours_of(const char *type)
{
	int why, n;

	if (setupterm(type, STDOUT_FILENO, &why) != OK)
		return 0;
	n = tigetnum("colors");
	del_curterm(cur_term);
	return n;
}

void
term_info_add(struct term_out *out, const char *name)
{
	const char *text = info_text(name);

	while (text && *text) {
		const char *pause = strstr(text, "$<");
		const char *end = pause ? strchr(pause, '>') : NULL;

		if (!end) {
			term_out_text(out, text);
			return;
		}
		term_out_add(out, text, (size_t)(pause - text));
		text = end + 1;
	}
}

void
term_info_learn(struct term_keys *keys)
{
	static const struct {
		const char *name;
		enum key_code code;
		unsigned mods;
	} rows[] = {
		{"kbs", KC_BACKSPACE, 0}, {"kdch1", KC_DELETE, 0},
		{"kich1", KC_INSERT, 0}, {"kent", KC_ENTER, 0},
		{"kcuu1", KC_UP, 0}, {"kcud1", KC_DOWN, 0},
		{"kcub1", KC_LEFT, 0}, {"kcuf1", KC_RIGHT, 0},
		{"khome", KC_HOME, 0}, {"kend", KC_END, 0},
		{"kpp", KC_PGUP, 0}, {"knp", KC_PGDN, 0},
		{"kcbt", KC_TAB, KM_SHIFT}, {"kri", KC_UP, KM_SHIFT},
		{"kind", KC_DOWN, KM_SHIFT}, {"kLFT", KC_LEFT, KM_SHIFT},
		{"kRIT", KC_RIGHT, KM_SHIFT}, {"kHOM", KC_HOME, KM_SHIFT},
		{"kEND", KC_END, KM_SHIFT}, {"kDC", KC_DELETE, KM_SHIFT},
		{"kf1", KC_F1, 0}, {"kf2", KC_F2, 0}, {"kf3", KC_F3, 0},
		{"kf4", KC_F4, 0}, {"kf5", KC_F5, 0}, {"kf6", KC_F6, 0},
		{"kf7", KC_F7, 0}, {"kf8", KC_F8, 0}, {"kf9", KC_F9, 0},
		{"kf10", KC_F10, 0}, {"kf11", KC_F11, 0},
		{"kf12", KC_F12, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		term_keys_learn(keys, info_text(rows[i].name), rows[i].code,
			rows[i].mods);
}

bool
term_info_is_plain(const char *type)
{
	static const char *const plain[] = {
		"linux", "vt1", "vt2", "vt3", "vt4", "vt5", "ansi", "cons25",
		"sun", "wy",
	};

	for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++)
		if (str_starts(type, plain[i]))
			return true;
	return false;
}
