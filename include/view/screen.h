/*
 * The local state of one screen: what is shown, selected, typed.
 *
 * Nothing here is shared and nothing here is true about an incident.  The
 * selection is kept by the id of a row, scroll positions by entry, so that
 * news never moves what somebody looks at.
 */
#ifndef FG_VIEW_SCREEN_H
#define FG_VIEW_SCREEN_H

#include "base/str.h"
#include "base/when.h"
#include "view/form.h"
#include "view/vm.h"

#include <stdbool.h>
#include <stdint.h>

enum mode { MODE_BOARD, MODE_INCIDENT };

enum overlay { OVER_NONE, OVER_FORM, OVER_HELP, OVER_BRIEF, OVER_ENTRY };

/** What the status line says, and how. */
enum said { SAID_NOTHING, SAID_DONE, SAID_ERROR, SAID_SENDING };

struct line_edit {
	struct str text;
	size_t at;          /* byte offset of the cursor */
};

struct pane_state {
	char row[96];       /* id of the selected row; "" the first */
	int index;          /* its place when last drawn, if it is gone */
	uint32_t top;       /* timeline: entry at the top; 0: follow */
	int scroll;         /* other panes: rows above */
};

struct screen {
	enum mode mode;
	uint32_t incident;      /* open on this screen; 0: the board */
	char who[72];           /* who is at the keys; "" nobody yet */
	const char *via;        /* login@host */
	bool read_only;
	enum pane_id focus;
	enum pane_id shown;     /* last in use of those that share a place */
	bool zoom;
	struct pane_state pane[PANE_COUNT];

	enum overlay over;
	int over_scroll;
	uint32_t over_entry;    /* OVER_ENTRY: its place */
	struct form form;       /* OVER_FORM */

	bool prompt;            /* the `:` line is open */
	struct line_edit line;
	char **history;         /* oldest first */
	int n_history, at_history;
	int completion;         /* which one Tab shows next */

	bool search;            /* the `/` line is open */
	struct line_edit find;  /* what is searched; kept when closed */

	enum said said;
	char saying[1024];
	int64_t said_at;        /* monotonic ms */

	uint32_t seen;          /* timeline: last entry drawn in follow mode */
	uint32_t undo_n;        /* last own entry that can be taken back */
	bool wants_quit, wants_redraw, wants_board;
	uint32_t wants_open;    /* incident to open */
	char wants_run[512];    /* a command line to run now; "" */
};

void screen_init(struct screen *s, const char *via);
void screen_release(struct screen *s);

/** Says something on the status line; replaces what was said. */
void screen_say(struct screen *s, enum said how, int64_t mono,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/** The row that is selected in the focused pane, as vm drew it; "" none. */
const char *screen_row(const struct screen *s);

/* ---- one line of typing (line_edit.c) ------------------------------- */

struct key;

/** Takes a key into the text; false when it is none of an editor's. */
bool line_edit_key(struct line_edit *l, const struct key *key, bool lines);
void line_edit_set(struct line_edit *l, const char *text);
void line_edit_release(struct line_edit *l);

#endif
