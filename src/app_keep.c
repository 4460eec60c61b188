#include "app_keep.h"

#include "app_line.h"
#include "base/str.h"
#include "loop/loop.h"
#include "run/keep.h"
#include "store/store.h"

static void
say_found(struct app *app)
{
	struct screen *s = &app->screen;
	const struct parked *one = parking_of(&s->parking, s->who, 0, NULL);

	if (one)
		screen_say(s, SAID_NEWS, loop_now(app->w.loop), "parked from"
			" before: %s%s", parked_name(one),
			parking_count(&s->parking, s->who) > 1 ? " and more" :
			"");
}

/* A log in memory is gone with the program, and so are texts about it. */
void
app_keep_open(struct app *app)
{
	const char *store = store_name(app->w.store);
	struct screen *s = &app->screen;
	struct str found = {0};

	if (s->read_only || s->past.replay || str_starts(store, "memory"))
		return;
	app->keep = keep_open(store, &found);
	s->keeps = app->keep != NULL;
	if (parking_read(&s->parking, str_get(&found)))
		say_found(app);
	str_release(&found);
	app_keep_save(app);
}

void
app_keep_save(struct app *app)
{
	struct str text = {0};

	if (!app->keep)
		return;
	screen_write_parked(&app->screen, &text);
	app->screen.keeps = keep_save(app->keep, str_get(&text));
	str_release(&text);
}

void
app_keep_close(struct app *app)
{
	app_keep_save(app);
	keep_close(app->keep);
	app->keep = NULL;
}
