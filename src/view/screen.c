#include "view/screen.h"

#include "base/mem.h"
#include "view/sift.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
screen_init(struct screen *s, const char *via)
{
	memset(s, 0, sizeof(*s));
	s->via = via;
	s->mode = MODE_BOARD;
	s->focus = PANE_BOARD;
	s->said_at = INT64_MIN / 2;
	s->past.speed = PAST_SPEED;
	s->sift = sift_new();
}

void
screen_release(struct screen *s)
{
	form_release(&s->form);
	parking_release(&s->parking);
	line_edit_release(&s->line);
	line_edit_release(&s->find);
	str_release(&s->draft);
	str_release(&s->stem);
	str_release(&s->copy);
	str_release(&s->over_text);
	str_release(&s->wants_run);
	screen_then_end(s);
	sift_free(s->sift);
	s->sift = NULL;
	for (int i = 0; i < s->n_history; i++)
		free(s->history[i]);
	free(s->history);
	s->history = NULL;
	s->n_history = 0;
}

void
screen_say(struct screen *s, enum said how, int64_t mono, const char *fmt,
	...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(s->saying, sizeof(s->saying), fmt, ap);
	va_end(ap);
	s->said = *s->saying ? how : SAID_NOTHING;
	s->said_at = mono;
}

bool
screen_says(const struct screen *s, int64_t mono)
{
	if (s->said == SAID_NOTHING)
		return false;
	return s->said != SAID_DONE || mono - s->said_at < SCREEN_SAID_MS;
}

const char *
screen_row(const struct screen *s)
{
	return s->pane[s->focus].row;
}

void
screen_close(struct screen *s)
{
	screen_then_end(s);
	if (screen_park(s))
		screen_say_parked(s);
}

const char *
screen_take_run(struct screen *s, struct arena *a)
{
	const char *line = arena_dup(a, str_get(&s->wants_run));

	str_cut(&s->wants_run, 0);
	return *line ? line : NULL;
}

void
screen_drop(struct screen *s)
{
	form_release(&s->form);
	s->over = OVER_NONE;
	s->over_scroll = 0;
	s->over_entry = 0;
	str_cut(&s->over_text, 0);
}

void
screen_show(struct screen *s, const char *title, const char *text)
{
	screen_close(s);
	snprintf(s->over_title, sizeof(s->over_title), "%s", title);
	str_add(&s->over_text, *text ? text : "nothing");
	s->over = OVER_TEXT;
	s->over_at = s->mono;
}

void
screen_prompt(struct screen *s, const char *text)
{
	line_edit_set(&s->line, text);
	str_cut(&s->stem, 0);
	str_cut(&s->draft, 0);
	s->completion = 0;
	s->at_history = s->n_history;
	s->hint[0] = '\0';
	s->n_offers = 0;
	s->prompt = true;
}

void
screen_remember(struct screen *s, const char *line)
{
	if (!*line || (s->n_history &&
	    !strcmp(s->history[s->n_history - 1], line)))
		return;
	if (s->n_history == SCREEN_HISTORY) {
		free(s->history[0]);
		memmove(s->history, s->history + 1,
			(SCREEN_HISTORY - 1) * sizeof(*s->history));
		s->n_history--;
	}
	s->history = mem_grow(s->history, (size_t)s->n_history + 1,
		sizeof(*s->history));
	s->history[s->n_history++] = mem_dup(line);
	s->remembered = true;
	s->at_history = s->n_history;
}
