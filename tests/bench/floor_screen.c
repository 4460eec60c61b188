/*
 * The floor of a full-screen program: it starts ncurses, draws one full screen
 * and stops.
 */
#include "bench/lib/floor.h"

int
main(void)
{
	return floor_draw();
}
