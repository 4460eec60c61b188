#include "bench/lib/floor.h"

#include <curses.h>
#include <locale.h>

#define STYLES 6

/* Foreground and attributes of each style; the background is the terminal's. */
static const struct {
	short colour;
	attr_t attr;
} styles[STYLES] = {
	{COLOR_WHITE, A_NORMAL}, {COLOR_CYAN, A_NORMAL},
	{COLOR_YELLOW, A_BOLD}, {COLOR_RED, A_REVERSE},
	{COLOR_GREEN, A_DIM}, {COLOR_BLUE, A_UNDERLINE},
};

/*
 * Every cell has a letter and rows differ, so that neither erasing nor
 * repeating saves a byte; the style changes every eight cells.
 */
static void
fill(int rows, int columns)
{
	for (int y = 0; y < rows; y++) {
		move(y, 0);
		for (int x = 0; x < columns; x++) {
			int style = (x / 8 + y) % STYLES;

			attr_set(styles[style].attr, (short)(style + 1), NULL);
			addch((chtype)('!' + (x * 7 + y * 13) % 90));
		}
	}
}

int
floor_draw(void)
{
	setlocale(LC_ALL, "");
	if (!initscr())
		return 1;
	start_color();
	use_default_colors();
	for (int i = 0; i < STYLES; i++)
		init_pair((short)(i + 1), styles[i].colour, -1);
	fill(LINES, COLS);
	refresh();
	endwin();
	return 0;
}
