/* Verbs that open a screen of their own; src/app_screens.c has the screens. */
#include "cmd/act.h"

const struct cmd_row term_rows[] = {
	{"wall", USE_TERM, RIGHT_NOBODY, PREMISE_NONE, NULL,
		"show the live incidents on a wall, for reading alone",
		{{.name = NULL}},
		"What is broken for customers, since when, who commands, which"
		" stage and what customers were told stand large, the other"
		" live incidents in tiles or a line; with INC that one alone is"
		" large. The store is opened without the right to write, and"
		" one that is not there or cannot be read is tried again for"
		" ever: NO SIGNAL says how old the picture is. Phone numbers,"
		" mail addresses, restricted incidents and what was written as"
		" internal are left out. Of the keys q leaves and r draws anew;"
		" no other key does anything."},
	{"replay", USE_TERM | USE_PRINT, RIGHT_NOBODY, PREMISE_NONE, NULL,
		"play an incident as it was, or print a frame of it",
		{ARG("FILE", ARG_FILE, "an export or a scenario instead of an"
			" incident of the store; - is standard input"),
		 ARG("--at", ARG_WORD, "the moment to begin with: 14:10Z,"
			" T+25m since the declaration, 63 for an entry"),
		 ARG("--speed", ARG_WORD,
			"times as fast as it was: 1 to 100000, else 60"),
		 ARG("--frame", ARG_FLAG, "print one frame as text, the last"
			" unless --at is given, and end"),
		 ARG("--size", ARG_WORD, "of that frame: WxH, else that of"
			" the terminal, or 80x24"),
		 ARG("--ansi", ARG_FLAG, "print it with 256 colours, of"
			" --theme")},
		"Space pauses and plays on, [ ] { } step through entries and"
		" stages, g goes to a time and q leaves; all views show what"
		" was known then. Nothing is written, and where nothing"
		" happened for long it goes on to the next entry. A frame"
		" depends on the log, the moment, the size, --as and --theme"
		" alone: the same are the same bytes."},
	{"tour", USE_TERM | USE_NO_INC, RIGHT_NOBODY, PREMISE_NONE, NULL,
		"see each part of the dashboard on a practice incident",
		{{.name = NULL}},
		"For whoever is new: the dashboard of a sample incident, with a"
		" box that says, step by step, what each part shows and which"
		" keys act there. Space goes on, Backspace back, q leaves; other"
		" keys are described, never carried out. At the end p takes the"
		" box away, to try everything by oneself. All of it is practice:"
		" the incident is in memory, no other store is opened, nothing"
		" leaves and nothing is kept."},
	{.name = NULL},
};
