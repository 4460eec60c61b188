#include "ui/term_self.h"

#include "ui/term_link.h"
#include "ui/term_unsure.h"

enum {
	TERM_SYNC = 512,  /* bytes; a longer frame is shown at once */
	TERM_BELL = 4096, /* bytes that wait; behind more no bell is rung */
};

static const char sync_on[] = "\033[?2026h";
static const char sync_off[] = "\033[?2026l";

bool
term_ready(struct term *t)
{
	bool ready = !t->away && !t->gone && !term_out_left(&t->out);

	if (!ready)
		t->refused = true;
	return ready;
}

struct canvas *
term_canvas(struct term *t)
{
	canvas_clear(t->next);
	return t->next;
}

/* Adds the bytes of the frame, which a terminal that can shows at once. */
static void
term_add_frame(struct term *t)
{
	bool sync = t->frame.len > TERM_SYNC;

	if (sync)
		term_out_text(&t->out, sync_on);
	term_out_add(&t->out, t->frame.bytes, t->frame.len);
	if (sync)
		term_out_text(&t->out, sync_off);
	term_out_clear(&t->frame);
}

bool
term_draw(struct term *t, int y, int x)
{
	struct canvas *drawn = t->next;
	struct term_frame f = {drawn, t->shown, t->full, y, x};
	const struct term_paint paint = {t->theme, t->depth};
	bool visible = y >= 0 && x >= 0;

	if (!term_ready(t))
		return false;
	term_curses_draw(t->curses, &f, &t->frame);
	term_unsure_add(&f, &paint, &t->frame);
	if (t->links)
		term_link_add(&f, &paint, &t->frame);
	if (visible != t->visible)
		term_out_add(&t->frame, t->words.cursor[visible].bytes,
			t->words.cursor[visible].len);
	t->visible = visible;
	t->full = false;
	t->refused = false;
	t->next = t->shown;
	t->shown = drawn;
	term_add_frame(t);
	term_flush(t);
	return true;
}

void
term_redraw(struct term *t)
{
	t->full = true;
}

void
term_bell(struct term *t)
{
	if (t->away || term_out_left(&t->out) > TERM_BELL)
		return;
	term_out_text(&t->out, "\a");
	term_flush(t);
}
