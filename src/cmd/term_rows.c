/* Verbs that open a screen of their own; src/app_screens.c has the screens. */
#include "cmd/act.h"

const struct cmd_row term_rows[] = {
	{"wall", USE_TERM, RIGHT_NOBODY, PREMISE_NONE, NULL,
		"show the live incidents on a wall, for reading alone",
		{{.name = NULL}},
		"It shows the worst live incident; with INC that one. The store"
		" is opened without the right to write, and one that is not"
		" there or cannot be read is tried again for ever: NO SIGNAL"
		" says how old the picture is. Of the keys q leaves and r draws"
		" anew; no other key does anything."},
	{.name = NULL},
};
