#include "ui/canvas.h"

#include "base/str.h"
#include "base/text.h"
#include "ui/theme.h"

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

/* The text of a cell with its marks. */
static void
dump_cell(struct str *out, const struct cell *cell)
{
	dump_cp(out, cell->cp);
	for (int i = 0; i < CELL_MARKS && cell->marks[i]; i++)
		dump_cp(out, cell->marks[i]);
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
			dump_cell(out, cell);
			if (cell->cp != ' ' || cell->marks[0])
				keep = out->len;
		}
		dump_end(out, keep);
	}
}

/* ---- in colours ---------------------------------------------------------- */

static void
dump_look(struct str *out, struct look look)
{
	static const struct {
		uint16_t attr;
		const char *sgr;
	} attrs[] = {
		{LOOK_BOLD, ";1"}, {LOOK_DIM, ";2"}, {LOOK_ITALIC, ";3"},
		{LOOK_UNDERLINE, ";4"}, {LOOK_REVERSE, ";7"},
	};

	str_add(out, "\033[0");
	for (size_t i = 0; i < sizeof(attrs) / sizeof(attrs[0]); i++)
		if (look.attr & attrs[i].attr)
			str_add(out, attrs[i].sgr);
	if (look.fg >= 0)
		str_addf(out, ";38;5;%d", look.fg);
	if (look.bg >= 0)
		str_addf(out, ";48;5;%d", look.bg);
	str_addc(out, 'm');
}

static bool
same_look(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attr == b.attr;
}

void
canvas_dump_colours(const struct canvas *c, const struct theme *theme,
	struct str *out)
{
	const struct look plain = {-1, -1, 0};

	for (int y = 0; y < c->h; y++) {
		struct look now = plain;

		for (int x = 0; x < c->w; x++) {
			const struct cell *cell = canvas_cell(c, y, x);
			struct look look;

			if (!cell->width)
				continue;
			look = theme_look(theme, DEPTH_256,
				(enum style)cell->style,
				(enum shade)cell->shade);
			if (!same_look(look, now))
				dump_look(out, look);
			now = look;
			dump_cell(out, cell);
		}
		if (!same_look(now, plain))
			dump_look(out, plain);
		str_addc(out, '\n');
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
