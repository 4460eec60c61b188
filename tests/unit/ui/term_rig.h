/*
 * The terminal on a pty whose other end the test holds.
 */
#ifndef FG_TESTS_TERM_RIG_H
#define FG_TESTS_TERM_RIG_H

#include "base/str.h"
#include "ui/term.h"

#include <stdbool.h>
#include <termios.h>

struct rig {
	int master;
	int slave; /* kept open, to look at the modes */
	char path[64];
	struct termios found;
	struct term *term;
	struct str keys;
	struct str got; /* what the terminal received */
	int frames;     /* how often one was asked for */
	int end;        /* the signal to end by */
	short events;
	int ms;
};

/** A pty of that size, the terminal not open yet. */
struct rig *rig_new(int rows, int cols);
void rig_free(struct rig *rig);

/** What term_open() gets: the pty as an xterm, and all that it reports. */
struct term_options rig_options(struct rig *rig);
void rig_open(struct rig *rig);

/** Sets the size of the pty; sends no signal. */
void rig_size(struct rig *rig, int rows, int cols);

/** Takes what the terminal received so far; returns how many bytes. */
size_t rig_read(struct rig *rig);

/** The same until nothing waits any more. */
size_t rig_drain(struct rig *rig);

/** Types @bytes and lets the terminal read them. */
void rig_type(struct rig *rig, const char *bytes);

/** Draws a frame of @text. */
void rig_show(struct rig *rig, const char *text);

/** Whether the terminal received @bytes. */
bool rig_got(struct rig *rig, const char *bytes);

/** The modes are ours, or as they were found. */
void assert_modes(struct rig *rig, bool raw);

#endif
