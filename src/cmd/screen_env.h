/*
 * What commands of the dashboard share.
 */
#ifndef FG_CMD_SCREEN_ENV_H
#define FG_CMD_SCREEN_ENV_H

#include "cmd/cmd.h"
#include "view/form.h"
#include "view/vm.h"

/** What the view needs to know, of what a command knows. */
struct vm_in screen_env(const struct cmd_env *env);

/**
 * Shows a form that was opened, which is taken: with the text that the same
 * person has put aside, and the premise of the key that it waited for.
 */
void screen_form_show(struct screen *s, struct form *form);

/** Opens a form, or what is meant instead of it here. */
cmd_fn screen_form;

/** Shows the moment @text of the past, as `past` reads it. */
bool screen_go_to(const struct cmd_env *env, const char *text,
	struct err *err);

/** Does what Enter does on the row under the cursor. */
cmd_fn screen_act;

/** Puts the next or previous completion into the prompt. */
cmd_fn screen_complete;

/** Opens entry @n over the panes. */
void screen_read(struct screen *s, uint32_t n);

/** Ends the filter of the timeline, and says so if there was one. */
void screen_show_all(const struct cmd_env *env, struct outcome *out);

/** Rows of commands that change the screen alone; @more is for the man page. */
#define SCREEN_MORE(name, fn, help, more, ...) \
	{name, USE_SCREEN | USE_NO_INC, RIGHT_NOBODY, PREMISE_NONE, fn, help, \
		{__VA_ARGS__}, more}
#define SCREEN(name, fn, help, ...) \
	SCREEN_MORE(name, fn, help, NULL, __VA_ARGS__)
#define NOTHING {.name = NULL}

#endif
