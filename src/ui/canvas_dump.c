#include "ui/canvas.h"

#include "base/str.h"
#include "base/text.h"

static void
dump_cp(struct str *out, uint32_t cp)
{
	char bytes[4];

	str_addn(out, bytes, text_encode(cp, bytes));
}

/* Ends a row: blanks behind @keep bytes go. */
static void
dump_end(struct str *out, size_t keep)
{
	str_cut(out, keep);
	str_addc(out, '\n');
}

void
canvas_dump(const struct canvas *c, struct str *out)
{
	for (int y = 0; y < c->h; y++) {
		size_t keep = out->len;

		for (int x = 0; x < c->w; x++) {
			const struct cell *cell = canvas_cell(c, y, x);

			if (!cell->width)
				continue;
			dump_cp(out, cell->cp);
			for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
				dump_cp(out, cell->marks[i]);
			if (cell->cp != ' ' || cell->marks[0])
				keep = out->len;
		}
		dump_end(out, keep);
	}
}

void
canvas_dump_styles(const struct canvas *c, struct str *out)
{
	for (int y = 0; y < c->h; y++) {
		size_t keep = out->len;

		for (int x = 0; x < c->w; x++) {
			const struct cell *cell = canvas_cell(c, y, x);
			bool empty = cell->cp == ' ' &&
				cell->style == STYLE_TEXT;

			str_addc(out, empty ? ' ' :
				style_letter((enum style)cell->style));
			if (!empty)
				keep = out->len;
		}
		dump_end(out, keep);
	}
}

void
canvas_dump_shades(const struct canvas *c, struct str *out)
{
	static const char letters[SHADE_COUNT] = {' ', '>', '~'};

	for (int y = 0; y < c->h; y++) {
		size_t keep = out->len;

		for (int x = 0; x < c->w; x++) {
			const struct cell *cell = canvas_cell(c, y, x);

			str_addc(out, letters[cell->shade]);
			if (cell->shade != SHADE_NONE)
				keep = out->len;
		}
		dump_end(out, keep);
	}
}
