/*
 * What the command functions share: reading arguments, making drafts.
 */
#ifndef FG_CMD_ACT_H
#define FG_CMD_ACT_H

#include "cmd/cmd.h"

/** Groups of rows, each ending at name NULL, beside their functions. */
extern const struct cmd_row act_declare_rows[], act_command_rows[],
	act_stage_rows[], act_people_rows[], act_can_rows[],
	act_work_rows[], act_after_rows[], act_told_rows[], act_delivery_rows[],
	act_log_rows[],
	act_set_rows[], act_clipboard_rows[], show_rows[], run_rows[],
	term_rows[], screen_rows[], screen_time_rows[], screen_who_rows[],
	screen_find_rows[];

/** Shorthands for rows. */
#define ARG(n, t, h) {.name = n, .type = t, .help = h}
#define ARG_MUST(n, t, h) {.name = n, .type = t, .required = true, .help = h}
#define ARG_OF(n, c, h) \
	{.name = n, .type = ARG_CHOICE, .choices = c, .help = h}
#define ARG_MUST_OF(n, c, h) \
	{.name = n, .type = ARG_CHOICE, .choices = c, .required = true, \
	 .help = h}
#define ARG_SAY \
	ARG("--say", ARG_TEXT, "this message instead of the composed")
#define ARG_MUST_PLACE(n, c, h) \
	{.name = n, .type = ARG_PLACE, .choices = c, .required = true, \
	 .help = h}
#define ARG_PLACE_OF(n, c, h) \
	{.name = n, .type = ARG_PLACE, .choices = c, .help = h}
#define ARG_MANY(n, t, h) {.name = n, .type = t, .repeat = true, .help = h}

/** Puts positional @i or option @name into a field when it was given. */
void act_put_pos(struct event *e, enum event_field f,
	const struct cmd_args *args, int i);
void act_put_option(struct event *e, enum event_field f,
	const struct cmd_args *args, const char *name);

/** Puts the time of option @name (ARG_PAST or ARG_NEXT); false: not a time. */
bool act_put_time(const struct cmd_env *env, struct event *e,
	enum event_field f, const struct cmd_args *args, const char *name,
	struct err *err);

/** Puts --reason, the common option, when given. */
void act_put_reason(struct event *e, const struct cmd_args *args);

/**
 * Puts the message that the company will read about @e, the last draft of
 * @out, unless the incident is restricted; --say TEXT replaces it.
 */
void act_put_message(const struct cmd_env *env, struct outcome *out,
	struct event *e, const struct cmd_args *args);

/** A stage.entered draft from the present stage; the caller adds to it. */
struct event *act_enter(const struct cmd_env *env, struct outcome *out,
	enum stage from, enum stage to);

/** Who is to be paged for a word: a person, or a field's on-call one. */
struct act_whom {
	const char *name, *field, *phone;
	const char *passed; /* somebody passed over since they command, "" */
};
bool act_whom(const struct cmd_env *env, const char *word,
	struct act_whom *out, struct err *err);

/** An sme.paged draft. */
struct event *act_page(const struct cmd_env *env, struct outcome *out,
	const struct act_whom *whom);

/** The unmet criteria of the current stage as a list, or NULL. */
const struct texts *act_unmet(const struct cmd_env *env);

/** Puts a list of texts when it has members. */
void act_put_list(struct event *e, enum event_field f,
	const struct texts *list);

/** A one-word name that is a valid one; ERR_USAGE otherwise. */
bool act_name_ok(const char *name, struct err *err);

/** When it took place: --happened, else now. */
when_ms act_when(const struct cmd_env *env);

/** Refuses what has no meaning any more once All Clear was called. */
bool act_live(const struct cmd_env *env, struct err *err);

/** Refuses a merged incident, pointing to the one that goes on. */
bool act_not_merged(const struct cmd_env *env, struct err *err);

/** Whose act it is: --from when given, else who acts. */
const char *act_from(const struct cmd_env *env, const struct cmd_args *args);

/** Adds to what is said after the entry was made. */
void act_say(struct outcome *out, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

#endif
