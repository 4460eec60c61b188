/*
 * What the forms share: their fields by name, their choices, the row that
 * they are about.
 */
#ifndef FG_VIEW_FORM_PART_H
#define FG_VIEW_FORM_PART_H

#include "base/mem.h"
#include "model/incident.h"
#include "model/rules.h"
#include "view/form.h"

/** Groups of rows, each ending at name NULL. */
extern const struct form_row forms_begin[], forms_stage[], forms_end[],
	forms_command[], forms_can[], forms_told[], forms_people[],
	forms_work[], forms_objective[], forms_log[], forms_facts[],
	forms_find[], forms_copy[];

/* ---- fields (form.c) ----------------------------------------------- */

/** The field called @label; ends the program's run when there is none. */
int form_field(const struct form *f, const char *label);

/** Puts text into a field, or what printf makes of it. */
void form_put(struct form *f, const char *label, const char *text);
void form_putf(struct form *f, const char *label, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

/** Puts the instant @t as a time of day, or nothing for WHEN_NONE. */
void form_put_time(struct form *f, const char *label, when_ms t,
	const struct form_in *in);

/** Says whom the form is about, where its title does not. */
void form_subject(struct form *f, const char *who);

/** Makes @label the field in use. */
void form_use(struct form *f, const char *label);

/** Whether field @i belongs to the form as it stands. */
bool form_has(const struct form *f, int i);

/** Whether somebody can see field @i, and type into it. */
bool form_sees(const struct form *f, int i);

/** Adds a line to the body. */
void form_say(struct form *f, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/** Adds @text to the body, each line behind @before. */
void form_quote(struct form *f, const char *before, const char *text);

/** Sets the title. */
void form_title(struct form *f, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/** Says @fmt in @why and returns false. */
bool form_not(struct str *why, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/** Whether @in->who has @right; false with @why. */
bool form_may(const struct form_in *in, enum right right, struct str *why);

/** Whether the incident is live; false with @why. */
bool form_live(const struct form_in *in, struct str *why);

/* ---- the composed message (form_message.c) --------------------------- */

/**
 * The field in use has changed from @from: the message that the company will
 * read is put where it can be edited, and taken away again if nobody did, so
 * that it is composed when it is sent.
 */
void form_message(struct form *f, const struct form_in *in, int from);

/* ---- choices (form_choice.c) --------------------------------------- */

/** A choice: what is shown and what is sent; not ended by NUL. */
struct form_option {
	const char *label, *words;
	int label_len, words_len;
};

/** How many choices field @i has; option @k of them. */
int form_options(const struct form *f, int i);
struct form_option form_option(const struct form *f, int i, int k);

/** The choice that is set. */
struct form_option form_chosen(const struct form *f, int i);

/** Whether the field @label is set to the choice shown as @option. */
bool form_is(const struct form *f, const char *label, const char *option);

/** Sets the field @label to the choice shown as @option, if there is one. */
void form_pick(struct form *f, const char *label, const char *option);

/**
 * Adds a choice to the field @label: @words are sent (NULL: the label; a |
 * or = in what is shown becomes a blank).
 */
void form_offer(struct form *f, const char *label, const char *option,
	const char *words);

/** The next (1) or the one before (-1), in a circle. */
void form_turn_choice(struct form *f, int i, int step);

/** The choice that begins with @key's character; false: there is none. */
bool form_press(struct form *f, int i, const struct key *key);

/* ---- names and times (form_name.c) ---------------------------------- */

/**
 * What could stand in the name or kind field @i as it is typed, sorted, from
 * @in->a; how many.  *@from is where in its text, in bytes, that begins.
 */
int form_fitting(const struct form *f, int i, const struct form_in *in,
	const char ***out, size_t *from);

/** Completes the name or kind field @i; false when nothing could be added. */
bool form_complete(struct form *f, int i, const struct form_in *in);

/**
 * What the time field @i means: "23:55Z yesterday, 10 min ago"; "" when it
 * is empty; *@bad when it is no time, with what to write.
 */
const char *form_echo(const struct form *f, int i, const struct form_in *in,
	bool *bad);

/* ---- choosing a person (form_people.c) ------------------------------ */

/** Somebody who can be chosen. */
struct form_person {
	const char *name;
	const char *what;  /* "commander", "database \u00b7 joined"; "" */
	bool is_new;       /* as typed: nobody here has that name */
};

/** Those who can be chosen, in their order; all from in->a. */
struct form_people {
	const struct form_in *in;
	const char *begin; /* what their names begin with */
	struct form_person *v;
	int n, cap;
	int at;            /* under the cursor; -1: there is nobody */
};

/** Lists who can be chosen in field @i as it stands. */
void form_people(const struct form *f, int i, const struct form_in *in,
	struct form_people *out);

/** Adds one, unless they are there or their name begins otherwise. */
void form_people_add(struct form_people *list, const char *name);

/** Adds everybody of the incident, who leads it first; then the roster. */
void form_people_all(struct form_people *list);

/** Puts the list's cursor where it begins: on who stands there, or first. */
void form_people_start(struct form *f, int i, const struct form_in *in);

/** Moves the list's cursor, in a circle. */
void form_people_walk(struct form *f, int i, int step,
	const struct form_in *in);

/**
 * Puts who is under the cursor into the field; true when that is somebody
 * else than stood there.
 */
bool form_people_settle(struct form *f, int i, const struct form_in *in);

/* ---- whose CAN report (form_can.c) ----------------------------------- */

/**
 * The row's person when staff writes it, or somebody who owes none; else
 * one's own.  "" for whoever leads, speaks or writes for all, owes none and
 * is not alone: then that is asked first.
 */
const char *form_can_whose(const struct form_in *in);

/** Lists those who report, the latest first, then everybody. */
void form_can_people(struct form_people *list);

/** The same for "no change": only those whose report can stand. */
void form_same_people(struct form_people *list);

/* ---- what a row is about (form_about.c) ----------------------------- */

struct form_about {
	int32_t need, objective, mitigation, item; /* 0: none */
	uint32_t entry;
	const char *who;  /* the person; "" */
	bool late;        /* the person's CAN is late, or they are silent */
};

/** What the row under the cursor is about; all 0 and "" for none. */
struct form_about form_about(const struct form_in *in);

/** Whether a message waits to be said by hand: the oldest, or NULL. */
const struct message *form_unsaid(const struct form_in *in, int *many);

/** Whether who is at the keys is commander or deputy (or nobody commands). */
bool form_staff(const struct form_in *in);

/** The checklist of the present stage as body; returns how many are unmet. */
int form_checklist(struct form *f, const struct form_in *in);

/** Offers to end this incident as a duplicate of another live one. */
void form_duplicates(struct form *f, const char *label,
	const struct form_in *in);

/** "40s ago", or "never" for WHEN_NONE, from in->a. */
const char *form_ago(const struct form_in *in, when_ms t);

#endif
