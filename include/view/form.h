/*
 * Forms: fields that own the keyboard and become the words of a command.
 *
 * A form is a row of a table (forms.c): the verb it speaks and its fields.
 * Enter builds the words, the ordinary grammar decides; a refusal stands in
 * the form and the text is kept.  Esc means that nothing happened.
 */
#ifndef FG_VIEW_FORM_H
#define FG_VIEW_FORM_H

#include "base/str.h"
#include "base/when.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct incident;
struct key;
struct roster;
struct summary;
struct vm_in;
struct vm_overlay;
struct words;

enum field_kind {
	FIELD_LINE,    /* one line of text */
	FIELD_TEXT,    /* several lines; Alt-Enter or C-j makes a new one */
	FIELD_CHOICE,  /* one of a few, by arrows or its letter */
	FIELD_NAME,    /* a person: Tab completes from roster and incident */
	FIELD_TIME,    /* echoed in full before it counts */
};

struct form_field {
	const char *label;
	enum field_kind kind;
	const char *word;    /* "--next"; "" positional; "@" choice is a
			      * subverb; "#" only shown, never sent */
	const char *choices; /* FIELD_CHOICE: "take|offer|assume" */
	const char *when;    /* shown only for these choices of field 0 */
	bool required;
	const char *hint;
};

#define FORM_FIELDS 10

struct form;

/** What a form is opened with; all borrowed for the call. */
struct form_in {
	const struct incident *inc;
	const struct summary *board;
	int n_board;
	const struct roster *roster;
	const char *who;
	const char *row;     /* id of the row under the cursor, or "" */
	when_ms now;
	int64_t mono;
	struct arena *a;
};

struct form_row {
	const char *name;    /* "can", as in the key table: `form can` */
	const char *title;
	const char *verb;    /* "can"; a choice field with word "@" adds to it */
	struct form_field f[FORM_FIELDS]; /* ends at label NULL */
	/** Fills in defaults and the lines above; false with a sentence. */
	bool (*fill)(struct form *f, const struct form_in *in,
		struct str *why);
	bool confirm;        /* nothing typed is needed: Enter at once counts */
};

extern const struct form_row form_rows[];
extern const int form_row_count;

struct form {
	const struct form_row *row;
	uint32_t incident;
	uint32_t stage_n, command_n; /* premise of the moment it was opened */
	int32_t about;       /* need, objective, mitigation, entry; 0 */
	char title[256];
	struct str body;     /* lines above the fields: checklist, last report */
	struct str text[FORM_FIELDS];
	size_t at[FORM_FIELDS];
	int choice[FORM_FIELDS];
	int field;           /* in use */
	int asks;            /* Enters still wanted: criteria unmet */
	int64_t opened;      /* monotonic ms: no Enter in the first 0.3 s */
	char error[1024];    /* the refusal, until a key changes something */
	bool sending;
	bool touched;        /* somebody typed into it */
};

/** How a form took a key. */
enum form_took { FORM_NO, FORM_YES, FORM_SEND, FORM_CANCEL };

/** Opens the form called @name; false with @why, and nothing is open. */
bool form_open(struct form *f, const char *name, const struct form_in *in,
	struct str *why);
void form_release(struct form *f);

/** Gives a key to an open form. */
enum form_took form_key(struct form *f, const struct key *key,
	const struct form_in *in);

/** The words it stands for, from @a; false with f->error set. */
bool form_words(struct form *f, struct arena *a, struct words *out);

/** Draws it into a box that fits @h by @w (never empty). */
struct vm_overlay *form_draw(const struct form *f, const struct vm_in *in,
	int h, int w);

#endif
