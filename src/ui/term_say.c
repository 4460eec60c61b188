/* What is said to a terminal beside frames, as strings of its OSC. */
#include "ui/term_self.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum {
	SAY_COLS = 120, /* columns of a title or a notification */
};

static const char osc_copy[] = "\033]52;c;";
static const char osc_title[] = "\033]2;";
static const char osc_end[] = "\033\\";

/* The title that the window had comes back, and is kept once more. */
static const char title_again[] = "\033[23;2t\033[22;2t";

/* Inside of tmux's own string every ESC is doubled; BEL ends the inner one. */
static const char notify[] = "\033]9;";
static const char notify_tmux[] = "\033Ptmux;\033\033]9;";

static bool
term_hears(const struct term *t)
{
	return t->links && !t->away && !t->gone;
}

/* Text within a string: what is beyond ASCII only where that is known. */
static void
say_text(struct term *t, const char *text)
{
	struct arena *a = arena_new(0);
	char *copy = arena_dup(a, text_clip(a, text, SAY_COLS));

	for (char *c = copy; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f ||
		    (t->next->ascii && (unsigned char)*c > 0x7e))
			*c = '?';
	term_out_text(&t->out, copy);
	arena_free(a);
}

bool
term_copy(struct term *t, const char *text, size_t n)
{
	struct arena *a;

	if (!term_hears(t))
		return false;
	a = arena_new(0);
	term_out_text(&t->out, osc_copy);
	term_out_text(&t->out, base64_text(a, text, n));
	term_out_text(&t->out, osc_end);
	arena_free(a);
	term_flush(t);
	return true;
}

void
term_title(struct term *t, const char *text)
{
	if (!t->titles || !term_hears(t) || !strcmp(str_get(&t->title), text))
		return;
	str_cut(&t->title, 0);
	str_add(&t->title, text);
	term_out_text(&t->out, osc_title);
	say_text(t, text);
	term_out_text(&t->out, osc_end);
	term_flush(t);
}

void
term_titles(struct term *t, bool on)
{
	t->titles = on;
	if (on || !t->title.len || !term_hears(t))
		return;
	str_cut(&t->title, 0);
	term_out_text(&t->out, title_again);
	term_flush(t);
}

void
term_notify(struct term *t, const char *text)
{
	const char *tmux = getenv("TMUX");
	bool wrapped = tmux && *tmux;

	if (!term_hears(t))
		return;
	term_out_text(&t->out, wrapped ? notify_tmux : notify);
	say_text(t, text);
	term_out_text(&t->out, "\a");
	if (wrapped)
		term_out_text(&t->out, osc_end);
	term_flush(t);
}
