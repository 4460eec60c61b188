/*
 * A screen that several people share: who acts is asked when nobody is at the
 * keys, and after a while without a key nobody is.
 */
#include "view/screen.h"

#include "base/str.h"
#include "model/incident.h"
#include "view/form_part.h"

#include <stdio.h>
#include <string.h>

/* ---- nobody comes --------------------------------------------------------- */

bool
screen_idle(struct screen *s, int64_t mono, when_ms now)
{
	char who[sizeof(s->who)], span[WHEN_MAX];
	bool kept;

	if (!s->shared || !*s->who || !s->idle_ms ||
	    mono - s->key_at < s->idle_ms)
		return false;
	memcpy(who, s->who, sizeof(who));
	s->mono = mono;
	s->now = now;
	kept = s->over == OVER_FORM && screen_park(s);
	if (s->prompt)
		screen_remember(s, str_get(&s->line.text));
	s->prompt = s->search = false;
	s->n_pending = 0;
	screen_then_end(s);
	s->who[0] = '\0';
	screen_say(s, SAID_NEWS, mono, "nobody at the keys: %s left %s ago%s;"
		" i says who", who, when_span(s->idle_ms, span),
		kept ? ", text parked" : "");
	return true;
}

/* ---- who acts? ------------------------------------------------------------- */

/* "Next stage" for `form advance`, else the line itself. */
static const char *
line_name(const char *line)
{
	const struct form_row *r;

	for (int i = 0; str_starts(line, "form ") && (r = form_row(i)); i++)
		if (!strcmp(r->name, line + strlen("form ")))
			return r->title;
	return line;
}

bool
screen_asks_who(struct screen *s, const struct form_in *in, const char *line)
{
	struct str why = {0};
	struct form f;

	if (!s->shared || *s->who || s->read_only)
		return false;
	if (!form_open(&f, "who", in, &why)) {
		str_release(&why);
		return false;
	}
	form_say(&f, "Nobody is at the keys. Then: %s", line_name(line));
	snprintf(f.title, sizeof(f.title), "Who acts?");
	screen_close(s);
	str_add(&s->then.line, line);
	snprintf(s->then.row, sizeof(s->then.row), "%s", screen_row(s));
	if (in->inc) {
		s->then.incident = in->inc->number;
		s->then.stage_n = in->inc->stage_n;
		s->then.command_n = in->inc->command.n;
	}
	s->form = f;
	s->over = OVER_FORM;
	s->over_at = s->mono;
	return true;
}

void
screen_name_known(struct screen *s)
{
	struct pane_state *st = &s->pane[s->focus];

	if (!s->then.line.len)
		return;
	s->then.due = true;
	str_cut(&s->wants_run, 0);
	str_add(&s->wants_run, str_get(&s->then.line));
	if (*s->then.row)
		snprintf(st->row, sizeof(st->row), "%s", s->then.row);
}

void
screen_then_end(struct screen *s)
{
	str_release(&s->then.line);
	s->then = (struct screen_then){.due = false};
}
