/*
 * The local state of one screen: what is shown, selected, typed.
 *
 * Nothing here is shared and nothing here is true about an incident.  The
 * selection is kept by the id of a row, scroll positions by entry, so that
 * news never moves what somebody looks at.
 */
#ifndef FG_VIEW_SCREEN_H
#define FG_VIEW_SCREEN_H

#include "base/err.h"
#include "base/key.h"
#include "base/str.h"
#include "base/when.h"
#include "model/entry_filter.h"
#include "view/form.h"
#include "view/park.h"
#include "view/set.h"
#include "view/vm.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct incident;
struct key_map;
struct sift;

enum mode { MODE_BOARD, MODE_INCIDENT };

enum overlay {
	OVER_NONE, OVER_FORM, OVER_HELP, OVER_BRIEF, OVER_ENTRY, OVER_TEXT,
	OVER_TOUR
};

/** What the status line says, and how. */
enum said { SAID_NOTHING, SAID_DONE, SAID_ERROR, SAID_SENDING, SAID_NEWS };

/** What goes on as it was pressed, once it is known who acts. */
struct screen_then {
	struct str line;     /* a command line; "" nothing waits */
	char row[96];        /* the row that was under the cursor */
	bool due;            /* it is known now: the line runs */
	uint32_t incident, stage_n, command_n; /* premise of the key */
};

struct line_edit {
	struct str text;
	size_t at;          /* byte offset of the cursor */
};

struct pane_state {
	char row[96];       /* id of the selected row; "" the first */
	int index;          /* its place when last drawn, if it is gone */
	uint32_t top;       /* timeline: entry at the top; 0: follow */
	bool keeps_top;     /* timeline: the selection gives way to it */
	char view[96];      /* others: id of the first row in view; "" none */
	int into;           /* lines of it above, below 0: before it in view */
	int line;           /* lines above when last drawn, if it is gone */
	bool placed;        /* somebody moved it off the first row */
};

/** Which moment of an incident's past a screen shows. */
struct past {
	uint32_t n;         /* the last entry that was there; 0: the present */
	when_ms at;         /* the moment; it goes on while it is played */
	uint32_t left;      /* last entry when the present was left */
	struct pane_state timeline; /* as it stood in the present */
	bool replay;        /* this screen only plays: it has no present */
	bool plays;
	int speed;          /* times as fast as it was, PAST_SPEED at first */
};

#define PAST_SPEED 60
#define PAST_SPEED_MAX 100000

#define SCREEN_HISTORY 200 /* lines of the prompt that are remembered */
#define SCREEN_PENDING 3   /* keys that a binding may have */

struct screen {
	enum mode mode;
	uint32_t incident;      /* open on this screen; 0: the board */
	char who[72];           /* who is at the keys; "" nobody yet */
	const char *via;        /* login@host */
	bool read_only;
	bool shared;            /* several people type here */
	int64_t idle_ms;        /* without a key until nobody is at the keys */
	int64_t key_at;         /* monotonic ms of the last key */
	struct screen_then then; /* an act of which nobody was the author */
	int h, w;               /* cells, as of the last key */
	const struct key_map *keys; /* NULL: the keys of the table */
	enum pane_id focus;
	unsigned used[PANE_COUNT]; /* when each was last: of those that share a
				 * place the one used last is shown */
	unsigned uses;          /* how often one was, so far */
	bool zoom;
	struct pane_state pane[PANE_COUNT];

	struct past past;

	enum overlay over;
	int over_scroll;        /* lines above; vm_overlay() limits it */
	uint32_t over_entry;    /* OVER_ENTRY: its place */
	int64_t over_at;        /* monotonic ms of its opening */
	char over_title[64];    /* OVER_TEXT: what a command printed */
	struct str over_text;
	int tour;               /* OVER_TOUR: the step, from 0 */
	struct form form;       /* OVER_FORM */
	bool keeps;             /* they outlive the program */
	struct parking parking; /* texts that were put aside, of all people */
	uint32_t tokens;        /* given to forms; see form.token */

	bool prompt;            /* the `:` line is open */
	struct line_edit line;
	char **history;         /* oldest first */
	int n_history, at_history; /* at_history == n_history: a new line */
	bool remembered;        /* the last one is new */
	struct str draft;       /* the new line while history is walked */
	struct str stem;        /* what Tab completes; "" when not at it */
	int completion;         /* which one Tab shows next */
	int n_offers;           /* that Tab walks; 0: it does not */
	char offers[512];       /* the one in the line and those behind it, a
				 * line feed between */
	char hint[512];         /* about what is typed; set by whoever runs
				 * commands, since the view knows none */

	bool search;            /* the `/` line is open */
	bool find_on;           /* hits stand out, until Esc */
	bool find_kept;         /* its text is of last time: typing replaces it */
	struct line_edit find;  /* what is searched; kept when closed */
	int find_step;          /* -1, 1: a hit that way is looked for still */
	uint32_t find_from;     /* entry that it is looked for from */
	struct pane_state find_back; /* of the timeline: what Esc goes back to */

	struct entry_filter filter; /* what the timeline shows */
	struct sift *sift;      /* what is known of filter and search */

	struct set_state set[SET_COUNT]; /* what `set` changes */

	struct str copy;        /* on its way to the terminal's clipboard */
	char clicked[96];       /* row of the last click; "" none */
	int64_t clicked_at;     /* monotonic ms */
	bool blurred;           /* another window is in use */
	int64_t focused_at;     /* when ours was chosen, monotonic ms; 0 */

	struct key pending[SCREEN_PENDING]; /* begun of a longer binding */
	int n_pending;

	enum said said;
	char saying[1024];
	int64_t said_at;        /* monotonic ms */
	int64_t mono;           /* of the key that is being handled */
	when_ms now;            /* the same by the clock */

	uint32_t seen;          /* timeline: last entry that was in view, or passed
				 * by in follow mode */
	uint32_t undo_n;        /* last own entry that can be taken back */
	int leaving;            /* keys left in which q leaves all the same */
	bool wants_quit, wants_redraw, wants_board;
	uint32_t wants_open;    /* incident to open */
	struct str wants_run;   /* a command line to run now; "" */
};

/** A screen of the board; @via is borrowed. */
void screen_init(struct screen *s, const char *via);
void screen_release(struct screen *s);

/**
 * Says something on the status line; replaces what was said.  Texts are made
 * harmless when they are drawn.
 */
void screen_say(struct screen *s, enum said how, int64_t mono,
	const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/** Milliseconds that the status line shows what was done; errors stay until
 * the next key. */
#define SCREEN_SAID_MS 8000

/** Whether what was said still stands at @mono. */
bool screen_says(const struct screen *s, int64_t mono);

/**
 * A shared screen that nobody has used for its time returns to nobody: what
 * was typed is put aside under its author's name, and the status line says
 * so.  True when that has just happened.
 */
bool screen_idle(struct screen *s, int64_t mono, when_ms now);

/**
 * Opens the form that asks who acts, when a shared screen has nobody at its
 * keys; @line then goes on as it was pressed.  False: somebody is, go on.
 */
bool screen_asks_who(struct screen *s, const struct form_in *in,
	const char *line);

/** Somebody has come to the keys: what waits for a name is to run next. */
void screen_name_known(struct screen *s);

/**
 * The command line that is to run now, which is taken: from @a.  NULL: none.
 */
const char *screen_take_run(struct screen *s, struct arena *a);

/** What waited has run, or is not wanted any more. */
void screen_then_end(struct screen *s);

/** The row that is selected in the focused pane, as vm drew it; "" none. */
const char *screen_row(const struct screen *s);

/**
 * Shows @inc as it was after entry @n, at the moment @at, or later than that
 * by the clock; @inc has all entries.  The timeline follows that moment.
 */
void screen_past(struct screen *s, const struct incident *inc, uint32_t n,
	when_ms at);

/** Shows the present again, the timeline as it stood; a replay has none. */
void screen_present(struct screen *s);

/**
 * Whether entries can be made from this screen; false with ERR_REFUSED: it
 * only reads, or shows the past.
 */
bool screen_may_write(const struct screen *s, struct err *err);

/**
 * Closes what lies over the panes; what was typed into a form is put aside,
 * and that is said.
 */
void screen_close(struct screen *s);

/** Closes it without its text: it was sent, or its author says so. */
void screen_drop(struct screen *s);

/** Shows what a command printed, over the panes; both are copied. */
void screen_show(struct screen *s, const char *title, const char *text);

/** Opens the `:` line with @text in it. */
void screen_prompt(struct screen *s, const char *text);

/**
 * Remembers a line of the prompt; the same again is kept once.  s->remembered
 * is set for whoever keeps it on a disk.
 */
void screen_remember(struct screen *s, const char *line);

/* ---- one line of typing (line_edit.c) ------------------------------- */

/**
 * Takes a key into the text: characters, pastes, Backspace, arrows and the
 * usual Ctrl keys (a e b f d h k u w); with @lines also C-j, Alt-Enter and
 * the lines of a paste.  False when it is none of an editor's.
 */
bool line_edit_key(struct line_edit *l, const struct key *key, bool lines);
void line_edit_set(struct line_edit *l, const char *text);
void line_edit_release(struct line_edit *l);

#endif
