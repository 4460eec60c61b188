#include "app_alarm.h"

#include "app_line.h"
#include "base/mem.h"
#include "ui/term.h"
#include "view/vm.h"

#include <string.h>

static bool
is_set(const struct app *app, enum set set, const char *value)
{
	return !strcmp(app->screen.set[set].now, value);
}

/* Whether @id of this incident was there in the frame before. */
static bool
was_there(const struct app *app, const char *id)
{
	const char *s = str_get(&app->alarm.ids);
	size_t n = strlen(id);

	while (*s) {
		size_t len = strcspn(s, "\n");

		if (len == n && !memcmp(s, id, n))
			return true;
		s += len + (s[len] == '\n');
	}
	return false;
}

/* "INC-17: nobody is in command 6m (+1 more)"; somebody looks elsewhere. */
static void
notify(struct app *app, const char *text, int more)
{
	if (is_set(app, SET_NOTIFY, "off") ||
	    (is_set(app, SET_NOTIFY, "unfocused") && !app->screen.blurred))
		return;
	if (more)
		text = arena_printf(app->shown, "%s (+%d more)", text, more);
	term_notify(app->tty.term, text);
}

void
app_alarm(struct app *app)
{
	const struct vm *vm = app->vm;
	const char *first = NULL;
	int fresh = 0;

	/* The past is silent, and what is not read yet is not over. */
	if (vm->replay || !app_incident(app))
		return;
	if (app->alarm.incident != app->screen.incident)
		str_cut(&app->alarm.ids, 0);
	app->alarm.incident = app->screen.incident;
	for (int i = 0; i < vm->n_alarms; i++) {
		if (was_there(app, vm->alarms[i].id))
			continue;
		first = first ? first : vm->alarms[i].text;
		fresh++;
	}
	str_cut(&app->alarm.ids, 0);
	for (int i = 0; i < vm->n_alarms; i++)
		str_addf(&app->alarm.ids, "%s\n", vm->alarms[i].id);
	if (!fresh)
		return;
	app_alarm_ring(app);
	notify(app, first, fresh - 1);
}

void
app_alarm_ring(struct app *app)
{
	if (is_set(app, SET_BELL, "on"))
		term_bell(app->tty.term);
}

void
app_alarm_close(struct app *app)
{
	str_release(&app->alarm.ids);
}
