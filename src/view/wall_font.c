/*
 * Large letters made of blocks: five points high, as wide as each needs.
 *
 * Letters are round and figures square, so that O and 0, S and 5 differ from
 * across a room.
 */
#include "view/wall_part.h"

#include "base/mem.h"

#include <ctype.h>
#include <string.h>

enum { HIGH = 5, MARGIN = 2 };

/* Points of a letter, five rows with bars between. */
static const char *const points[128] = {
	[' '] = "  |  |  |  |  ",
	['A'] = " ## |#  #|####|#  #|#  #",
	['B'] = "### |#  #|### |#  #|### ",
	['C'] = " ###|#   |#   |#   | ###",
	['D'] = "### |#  #|#  #|#  #|### ",
	['E'] = "####|#   |### |#   |####",
	['F'] = "####|#   |### |#   |#   ",
	['G'] = " ###|#   |# ##|#  #| ###",
	['H'] = "#  #|#  #|####|#  #|#  #",
	['I'] = "#|#|#|#|#",
	['J'] = "   #|   #|   #|#  #| ## ",
	['K'] = "#  #|# # |##  |# # |#  #",
	['L'] = "#  |#  |#  |#  |###",
	['M'] = "#   #|## ##|# # #|#   #|#   #",
	['N'] = "#   #|##  #|# # #|#  ##|#   #",
	['O'] = " ## |#  #|#  #|#  #| ## ",
	['P'] = "### |#  #|### |#   |#   ",
	['Q'] = " ## |#  #|#  #|# # | # #",
	['R'] = "### |#  #|### |# # |#  #",
	['S'] = " ###|#   | ## |   #|### ",
	['T'] = "#####|  #  |  #  |  #  |  #  ",
	['U'] = "#  #|#  #|#  #|#  #| ## ",
	['V'] = "#   #|#   #| # # | # # |  #  ",
	['W'] = "#   #|#   #|# # #|## ##|#   #",
	['X'] = "#   #| # # |  #  | # # |#   #",
	['Y'] = "#   #| # # |  #  |  #  |  #  ",
	['Z'] = "####|   #| ## |#   |####",
	['0'] = "####|#  #|#  #|#  #|####",
	['1'] = " # |## | # | # |###",
	['2'] = "####|   #|####|#   |####",
	['3'] = "####|   #| ###|   #|####",
	['4'] = "#  #|#  #|####|   #|   #",
	['5'] = "####|#   |####|   #|####",
	['6'] = "####|#   |####|#  #|####",
	['7'] = "####|   #|  # | #  | #  ",
	['8'] = "####|#  #|####|#  #|####",
	['9'] = "####|#  #|####|   #|####",
	['.'] = " | | | |#",
	[','] = "  |  |  | #|# ",
	[':'] = " |#| |#| ",
	[';'] = "  | #|  | #|# ",
	['-'] = "   |   |###|   |   ",
	['_'] = "    |    |    |    |####",
	['+'] = "   | # |###| # |   ",
	['='] = "   |###|   |###|   ",
	['>'] = "#  | # |  #| # |#  ",
	['<'] = "  #| # |#  | # |  #",
	['%'] = "#   #|   # |  #  | #   |#   #",
	['/'] = "   #|  # |  # | #  |#   ",
	['\''] = "#|#| | | ",
	['"'] = "# #|# #|   |   |   ",
	['!'] = "#|#|#| |#",
	['?'] = "### |   #| ## |    | #  ",
	['('] = " #|# |# |# | #",
	[')'] = "# | #| #| #|# ",
	['&'] = " ##  |#    | ## #|#  # | ## #",
	['#'] = " # # |#####| # # |#####| # # ",
	['*'] = "# #| # |# #|   |   ",
	['$'] = " ####|# #  | ### |  # #|#### ",
};

/* Columns of a point; half rows of it. */
static const struct face_row {
	int cols, halves;
} faces[] = {
	[FACE_PLAIN] = {0, 0}, [FACE_SMALL] = {1, 1}, [FACE_LARGE] = {2, 2},
	[FACE_HUGE] = {4, 4},
};

static const char *
letter(char c)
{
	unsigned char u = (unsigned char)toupper((unsigned char)c);

	return u < 128 ? points[u] : NULL;
}

static int
letter_cols(const char *points_of)
{
	return (int)strcspn(points_of, "|");
}

/* Half rows of a point; without half blocks whole rows alone. */
static int
halves(enum wall_face f, bool ascii)
{
	return ascii && faces[f].halves == 1 ? 2 : faces[f].halves;
}

int
wall_face_rows(enum wall_face f, bool ascii)
{
	return f == FACE_PLAIN ? 1 : (HIGH * halves(f, ascii) + 1) / 2;
}

int
wall_face_cols(enum wall_face f, const char *text)
{
	int cols = 0;

	for (; *text; text++) {
		const char *p = letter(*text);

		if (!p)
			return 0;
		cols += letter_cols(p) + 1;
	}
	return cols ? (cols - 1) * faces[f].cols : 0;
}

/* Whether the point at column @x of half row @half of the text is set. */
static bool
is_set(const char *p, int x, int half, int per_point)
{
	int row = half / per_point;

	return row < HIGH && p[row * (letter_cols(p) + 1) + x] == '#';
}

static const char *
block(bool up, bool down)
{
	if (up && down)
		return "\u2588";
	return up ? "\u2580" : "\u2584";
}

/* One letter's part of a row of cells. */
static void
put_letter(struct arena *a, struct vm_line *l, const struct wall_big *big,
	const char *p, int row)
{
	int per = halves(big->face, big->ascii);
	int cols = faces[big->face].cols;

	for (int x = 0; x < letter_cols(p); x++) {
		bool up = is_set(p, x, 2 * row, per);
		bool down = is_set(p, x, 2 * row + 1, per);

		for (int i = 0; i < cols; i++) {
			if (up || down)
				vm_put(a, l, big->style, block(up, down));
			else
				vm_tab(l, l->end + 1);
		}
	}
	vm_tab(l, l->end + cols);
}

void
wall_big_put(struct arena *a, struct vm_line *lines,
	const struct wall_big *big)
{
	int rows = wall_face_rows(big->face, big->ascii);

	for (int row = 0; row < rows; row++) {
		struct vm_line *l = &lines[row];

		vm_tab(l, big->x);
		for (const char *s = big->text; *s; s++)
			put_letter(a, l, big, letter(*s), row);
	}
}

enum wall_face
wall_face_fit(struct wall_make *w, const char *text, int rows)
{
	for (int f = FACE_HUGE; f > FACE_PLAIN; f--) {
		int cols = wall_face_cols((enum wall_face)f, text);

		if (cols && cols <= w->in->vm.w - 2 * MARGIN &&
		    wall_face_rows((enum wall_face)f, w->in->ascii) <= rows)
			return (enum wall_face)f;
	}
	return FACE_PLAIN;
}
