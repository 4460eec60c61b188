/*
 * Forms: fields that own the keyboard and become the words of a command.
 *
 * A form is a row of a table (forms_*.c): the verb it speaks and its fields.
 * Enter builds the words, the ordinary grammar decides; a refusal stands in
 * the form and the text is kept.  Esc means that nothing happened.  What the
 * form is about (a need, a stage, a holder of command) is captured when it is
 * opened, so that news never turns it into something else.
 */
#ifndef FG_VIEW_FORM_H
#define FG_VIEW_FORM_H

#include "base/str.h"
#include "base/when.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct entry_filter;
struct event;
struct form;
struct form_people;
struct incident;
struct key;
struct roster;
struct summary;
struct vm_in;
struct words;

enum field_kind {
	FIELD_LINE,    /* one line of text */
	FIELD_TEXT,    /* several lines; Alt-Enter or C-j makes a new one */
	FIELD_MANY,    /* as FIELD_TEXT; each line is an argument of its own */
	FIELD_CHOICE,  /* one of a few, by arrows or its letter */
	FIELD_NAME,    /* a person: Tab completes from roster and incident */
	FIELD_PERSON,  /* a person, from a list that typing narrows down */
	FIELD_WHOM,    /* a person, or a field of the roster */
	FIELD_PAST,    /* a time that has been, echoed in full */
	FIELD_NEXT,    /* a time to come, echoed in full */
	FIELD_PLACE,   /* where to go in the timeline, echoed */
	FIELD_KINDS,   /* kinds of entries: Tab completes the last */
	FIELD_HIDDEN,  /* what the form is about: sent, never shown */
};

struct form_field {
	const char *label;
	enum field_kind kind;
	/*
	 * How the field is sent: "--next" an option with its value, ""
	 * positional, "@" the choice's words belong to the verb, "!" they
	 * are sent as they are, "#" not at all.
	 */
	const char *word;
	/*
	 * FIELD_CHOICE: "take|offer|deputy=role deputy": what is shown and,
	 * behind =, the words that are sent.  fill() may set others; one
	 * alone is sent and not shown.
	 */
	const char *choices;
	/* There only for these of the first choice field: "offer|deputy". */
	const char *when;
	bool required;
	const char *hint;    /* shown while the field is empty */
	/* FIELD_PERSON: who can be chosen, the likeliest first. */
	void (*people)(struct form_people *list);
};

#define FORM_FIELDS 28

/** What a form is opened with, and what its keys need; all borrowed. */
struct form_in {
	const struct incident *inc;   /* NULL on the board */
	const struct summary *board;
	int n_board;
	const struct roster *roster;
	const char *who;     /* who is at the keys; "" nobody yet */
	const char *row;     /* id of the row under the cursor, or "" */
	const struct entry_filter *filter; /* of the timeline; NULL: none */
	when_ms now;
	int64_t mono;
	int zone_min;        /* zone of times without Z, minutes east */
	const struct vm_in *vm; /* the screen that it is on; may be NULL */
	struct arena *a;
	bool only_asks;      /* form_opens(): what fill() composes is not read */
};

struct form_row {
	const char *name;    /* "can", as in the key table: `form can` */
	const char *title;
	const char *verb;    /* "can"; a choice field with word "@" adds */
	struct form_field f[FORM_FIELDS]; /* ends at label NULL */
	/** Fills in defaults and the lines above; false with a sentence. */
	bool (*fill)(struct form *f, const struct form_in *in,
		struct str *why);
	/**
	 * Another form that is meant here, or ":LINE" to run instead; NULL:
	 * this one.  May be NULL.
	 */
	const char *(*turn)(const struct form_in *in);

	/**
	 * The draft of what the form does as it stands, for the message that
	 * the company will read; NULL: it carries none.
	 */
	struct event *(*draft)(const struct form *f,
		const struct form_in *in);
	/** Whether field @i is there; NULL: by its `when` alone. */
	bool (*has)(const struct form *f, int i);
	/** Somebody else was chosen in a FIELD_PERSON; may be NULL. */
	void (*chose)(struct form *f, const struct form_in *in,
		const char *who);
	/** Puts words after the others; NULL: none. */
	void (*more)(const struct form *f, struct arena *a,
		struct words *out);
	bool no_incident;    /* the verb takes no INC-n */
	bool nameless;       /* also while nobody is at the keys */
};

/** The table of forms; NULL past its end. */
const struct form_row *form_row(int i);

/** The row called @name, or NULL. */
const struct form_row *form_row_find(const char *name);

struct form {
	const struct form_row *row; /* NULL: none is open */
	uint32_t incident;
	uint32_t stage_n, command_n; /* premise of the moment it was opened */
	int32_t about;       /* need, objective, mitigation, entry; 0 */
	char subject[72];    /* whom it is about, where that matters; "" */
	char opener[24];     /* the name it was asked for by: "decide" */
	char row_id[96];     /* the row that was under the cursor then */
	char title[256];
	struct str body;     /* lines above the fields: checklist, last report */
	struct str text[FORM_FIELDS];
	struct str options[FORM_FIELDS]; /* choices instead of the row's */
	size_t at[FORM_FIELDS]; /* cursor, byte offset */
	int choice[FORM_FIELDS];
	char pick[72];       /* FIELD_PERSON: under the list's cursor */
	bool picked;         /* and it is what stands in the field */
	char base[72];       /* whose last report a new one began with */
	int field;           /* in use */
	int scroll;          /* lines that PgUp and PgDn have moved it */
	int asks;            /* Enters still wanted: criteria unmet */
	bool asked;          /* the next one goes on all the same */
	int64_t opened;      /* monotonic ms: no Enter in the first 0.3 s */
	char error[1024];    /* the refusal, until a key changes something */
	bool sending;
	bool touched;        /* somebody typed into it, so Enter is meant */
	bool typed;          /* somebody did so at any time */
	bool drops;          /* the next C-x throws its text away */
	uint64_t clean;      /* form_print() when nobody had typed */
	uint32_t token;      /* tells what is sent apart; 0: none */
	when_ms parked;      /* when its text was put aside; 0: never */
};

/** How a form took a key. */
enum form_took {
	FORM_NO,     /* no key of a form: let it be */
	FORM_YES,
	FORM_SEND,   /* form_words() is to be run */
	FORM_CANCEL, /* close it: nothing happened, its text is parked */
	FORM_DROP,   /* close it, and throw its text away */
};

/** An Enter that nobody can have meant for this form, in monotonic ms. */
#define FORM_HOLD 300

/**
 * The command line that is meant instead of the form called @name here, such
 * as `briefing` when command is offered to whoever would acknowledge; or NULL.
 */
const char *form_line(const char *name, const struct form_in *in);

/**
 * Opens the form called @name; false with @why, and nothing is open.  @f must
 * be zeroed or released.
 */
bool form_open(struct form *f, const char *name, const struct form_in *in,
	struct str *why);

/**
 * Whether form_open() would open it; false with @why.  Cheap enough for every
 * key of every frame: no text is composed and nobody listed.
 */
bool form_opens(const char *name, const struct form_in *in, struct str *why);

/** Frees what is in it; it is zeroed then, and can be opened again. */
void form_release(struct form *f);

/**
 * A number that is another one when a text or a choice is changed; whom a
 * form is for is none of its text.
 */
uint64_t form_print(const struct form *f);

/** Whether there is something in it that somebody typed. */
bool form_changed(const struct form *f);

/** Whether a character would be typed into the field in use. */
bool form_takes_text(const struct form *f);

/** Gives a key to an open form; while it is sent only Esc counts. */
enum form_took form_key(struct form *f, const struct key *key,
	const struct form_in *in);

/**
 * A click: the keys go to field @field, which gets choice @choice (-1: none
 * was meant).  Nothing while the form is sent, or when there is no such field.
 */
void form_click(struct form *f, int field, int choice,
	const struct form_in *in);

/** The words it stands for, from @a; false with f->error set. */
bool form_words(struct form *f, struct arena *a, struct words *out);

/** The command was refused or failed: says why; the text stays. */
void form_refuse(struct form *f, const char *why);

#endif
