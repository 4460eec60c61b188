/*
 * A screen without a terminal and an incident without a store: keys go in,
 * lines run through the grammar and its rules, entries are folded at once.
 *
 * Every key comes a second after the one before it, and after each the frame
 * is built, as the program does.
 */
#ifndef FG_TESTS_UNIT_VIEW_DESK_H
#define FG_TESTS_UNIT_VIEW_DESK_H

#include "cmd/cmd.h"
#include "view/input.h"
#include "view/screen.h"
#include "view/vm.h"

struct desk {
	struct arena *a;       /* of the entries */
	struct arena *frame;   /* reset before each key */
	struct incident *inc;  /* INC-17; NULL until it is declared */
	struct incident *was;  /* the moment of its past that is shown */
	struct incident *other; /* the incident of --into, or NULL */
	struct screen s;
	struct summary board[4];
	int n_board;
	struct roster roster;
	struct numbers numbers;
	when_ms now;
	int64_t mono;
	int h, w;
	bool away, went_back;  /* what the store has come to */
	bool ascii;            /* of the screen */
	int keys;              /* pressed since desk_count() */
	struct cmd_premise premise; /* of the line that runs */
	struct err err;        /* of the last line or form that was refused */
	char ran[2048];         /* the last line that ran */
};

/** A desk at 14:00Z of 2026-11-22 with @who at the keys and no incident. */
struct desk *desk_new(const char *who);
void desk_free(struct desk *d);

/** Runs a line as @who, not by keys; a refused one fails the test. */
void desk_run(struct desk *d, const char *who, const char *line);

/** A declared incident of tomas, commanded by @who unless that is "". */
struct desk *desk_incident(const char *commander);

/** One commanded by ana in which there is something of everything. */
struct desk *desk_busy(void);

/** The last entry. */
const struct entry *desk_last(const struct desk *d);

/** Lets time pass: seconds on both clocks. */
void desk_wait(struct desk *d, int seconds);

/** Gives it one key. */
enum screen_did desk_press(struct desk *d, const struct key *key);

/** Presses keys by their names, a blank between: "t Enter". */
enum screen_did desk_keys(struct desk *d, const char *names);

/** The same, without the second that passes before each key. */
enum screen_did desk_quick(struct desk *d, const char *names);

/** Types text, a character a key. */
void desk_type(struct desk *d, const char *text);

/** Pastes text. */
void desk_paste(struct desk *d, const char *text);

/** What a frame is built from now. */
struct vm_in desk_in(struct desk *d);

/** The frame as text, a row a line, from the frame's arena. */
const char *desk_frame(struct desk *d);

/** The key bar of the frame, with a blank at each end. */
const char *desk_bar(struct desk *d);

/**
 * All that somebody can see, from the frame's arena: text, styles, shades and
 * where the cursor stands.
 */
const char *desk_look(struct desk *d);

/** Puts the cursor of the pane @id on the row @row. */
void desk_select(struct desk *d, enum pane_id id, const char *row);

#endif
