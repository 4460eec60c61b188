#include "ui/term_cell.h"

#include "base/text.h"
#include "ui/canvas.h"
#include "ui/term_out.h"

#include <stdio.h>

static void
cell_colour(struct term_out *out, int colour, bool ground)
{
	char sgr[32];
	int base = ground ? 40 : 30;

	if (colour < 0)
		return;
	if (colour & LOOK_RGB)
		snprintf(sgr, sizeof(sgr), ";%d;2;%d;%d;%d", base + 8,
			colour >> 16 & 255, colour >> 8 & 255, colour & 255);
	else if (colour < 8)
		snprintf(sgr, sizeof(sgr), ";%d", base + colour);
	else if (colour < 16)
		snprintf(sgr, sizeof(sgr), ";%d", base + 60 + colour - 8);
	else
		snprintf(sgr, sizeof(sgr), ";%d;5;%d", base + 8, colour);
	term_out_text(out, sgr);
}

static void
cell_look(struct term_out *out, struct look look)
{
	static const struct { int bit; const char *sgr; } rows[] = {
		{LOOK_BOLD, ";1"}, {LOOK_DIM, ";2"}, {LOOK_ITALIC, ";3"},
		{LOOK_UNDERLINE, ";4"}, {LOOK_REVERSE, ";7"},
	};

	term_out_text(out, "\033[0");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (look.attr & rows[i].bit)
			term_out_text(out, rows[i].sgr);
	cell_colour(out, look.fg, false);
	cell_colour(out, look.bg, true);
	term_out_text(out, "m");
}

void
term_cell_add(const struct term_paint *paint, const struct cell *cell,
	struct term_out *out)
{
	char bytes[4];

	cell_look(out, theme_look(paint->theme, paint->depth,
		(enum style)cell->style, (enum shade)cell->shade));
	term_out_add(out, bytes, text_encode(cell->cp, bytes));
	for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
		term_out_add(out, bytes, text_encode(cell->marks[i], bytes));
}
