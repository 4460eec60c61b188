/* clipboard: text for the clipboard of the terminal. */
#include "cmd/act.h"

#include "view/screen.h"

#include <string.h>

#define MOST 8192 /* bytes; terminals and what lies between take no more */

static bool
act_clipboard(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const char *text = cmd_pos(args, 0);
	size_t n = strlen(text);

	if (n > MOST)
		return err_set(err, ERR_REFUSED, "that is too long to be"
			" copied: %zu bytes, and %d go", n, MOST);
	str_cut(&env->screen->copy, 0);
	str_add(&env->screen->copy, text);
	act_say(out, "copied, if this terminal allows it (tmux: set-clipboard"
		" on; every client gets it)");
	return true;
}

const struct cmd_row act_clipboard_rows[] = {
	{"clipboard", USE_SCREEN | USE_NO_INC, RIGHT_NOBODY, PREMISE_NONE,
		act_clipboard, "copy text to the clipboard of the terminal",
		{ARG_MUST("TEXT", ARG_TEXT, "at most 8192 bytes")},
		"It is sent as OSC 52: terminals may refuse it and never say"
		" so. In tmux(1) set-clipboard must be on, and every attached"
		" client gets the text."},
	{.name = NULL},
};
