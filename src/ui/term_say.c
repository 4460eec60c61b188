/* What is said to a terminal beside frames, as strings of its OSC. */
#include "ui/term_self.h"

#include "base/hash.h"
#include "base/mem.h"

static const char osc_copy[] = "\033]52;c;";
static const char osc_end[] = "\033\\";

bool
term_copy(struct term *t, const char *text, size_t n)
{
	struct arena *a;

	if (!t->links || t->away || t->gone)
		return false;
	a = arena_new(0);
	term_out_text(&t->out, osc_copy);
	term_out_text(&t->out, base64_text(a, text, n));
	term_out_text(&t->out, osc_end);
	arena_free(a);
	term_flush(t);
	return true;
}
