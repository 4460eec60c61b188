/*
 * One grammar: a command is a line of words.
 *
 * Keys, the `:` prompt, the command line and scenario files all speak it,
 * through one table with a row a command.  A command does no I/O: it is given
 * the folded state and the time, and returns an outcome: nothing, a changed
 * screen, events to append, text to print, or the name of a run row.
 *
 * A line is VERB [SUBVERB] [INC-n] [WORDS] [--option [value]]...  The last
 * positional argument of text takes all words that are left, so text needs no
 * quotes: `note 503 errors`.
 */
#ifndef FG_CMD_CMD_H
#define FG_CMD_CMD_H

#include "base/err.h"
#include "base/str.h"
#include "base/when.h"
#include "base/words.h"
#include "model/event.h"
#include "model/incident.h"
#include "model/roster.h"
#include "model/rules.h"
#include "model/summary.h"

struct arena;
struct screen;
struct watcher;

enum arg_type {
	ARG_TEXT,      /* words; as a positional argument it takes the rest */
	ARG_NAME,      /* one word, at most 64 bytes: a person, a field */
	ARG_INT,       /* 1 .. 999999 */
	ARG_PAST,      /* a time that has been */
	ARG_NEXT,      /* a time to come */
	ARG_STAGE,
	ARG_SEVERITY,  /* 1..4, also SEV1 */
	ARG_PRIORITY,  /* 1..4, also P1 */
	ARG_CHOICE,    /* one of choices, split by | */
	ARG_INCIDENT,  /* INC-17 */
	ARG_FLAG,      /* option without value */
	ARG_FILE,      /* a path or "-" */
	ARG_WORD,      /* any one word */
	ARG_KINDS,     /* kinds of entries, split by commas */
	ARG_NAMES,     /* people, split by commas */
	ARG_STAGES,    /* stages, split by commas */
	ARG_FILTER,    /* as ARG_TEXT: any of the last three */
	ARG_PLACE,     /* as ARG_TEXT: a time, an entry, a stage, a choice */
	ARG_SETTING,   /* a setting that can be changed while running */
	ARG_VALUE,     /* of the setting before it */
};

/** A positional argument, or an option when name begins with "--". */
struct cmd_arg {
	const char *name;     /* "TEXT", "WHO", "--next" */
	enum arg_type type;
	const char *choices;  /* ARG_CHOICE: "yes|no|unknown"; ARG_PLACE:
			       * words beside the others, or NULL */
	bool required;
	bool repeat;          /* an option that may come more than once */
	const char *help;
};

/** What a claim was decided on; it is refused when that has changed. */
enum premise { PREMISE_NONE, PREMISE_STAGE, PREMISE_COMMAND };

/** Where a command may be used. */
enum cmd_use {
	USE_WRITE = 1,   /* appends events: refused by --read-only */
	USE_PRINT = 2,   /* prints text */
	USE_SCREEN = 4,  /* changes the local screen; no meaning elsewhere */
	USE_RUN = 8,     /* a row of run does it */
	USE_NO_INC = 16, /* needs no incident */
	USE_NEW = 32,    /* makes a new incident */
	USE_OTHER = 64,  /* reads another incident too (--into) */
	USE_JSON = 128,  /* knows --json */
	USE_CLOSED = 256, /* also on a closed incident */
	USE_TERM = 512,  /* opens a screen of its own, from a shell alone */
	USE_HERE = 1024, /* knows who is here */
};

#define CMD_ARGS 12

struct cmd_env;
struct cmd_args;
struct outcome;

typedef bool cmd_fn(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err);

struct cmd_row {
	const char *name;     /* "advance", "need met" */
	unsigned use;
	enum right right;
	enum premise premise;
	cmd_fn *fn;           /* NULL: a run row, or a screen, of that name */
	const char *help;     /* one line for help, man page, completion */
	struct cmd_arg args[CMD_ARGS]; /* ends at name NULL */
	const char *more;     /* further text for the man page, or NULL */
};

/**
 * The table, in the order of the man page; NULL past its end.  Its rows stand
 * beside their functions, in act_*.c and show_*.c (table.c lists them).
 */
const struct cmd_row *cmd_row(int i);

/** Options of every command: --as, --happened, --reason, --json ... */
extern const struct cmd_arg cmd_common[];
extern const int cmd_common_count;

/** A parsed line. */
struct cmd_args {
	const struct cmd_row *row;
	uint32_t incident;        /* named in the line; 0: not */
	const char *pos[CMD_ARGS]; /* by position among positionals; NULL */
	struct cmd_given {        /* options, in the order given */
		const char *name; /* "--next" */
		const char *value; /* "" for a flag */
	} *given;
	int n_given;
};

/** Everything a command may know; all borrowed. */
struct cmd_env {
	const struct incident *inc;   /* settled; NULL when none is chosen */
	const struct incident *whole; /* the same with all entries, while a
				       * screen shows @inc as it was */
	const struct incident *other; /* the one of --into, or NULL */
	const struct summary *board;  /* all incidents that are known */
	int n_board;
	const char *who;              /* who acts; "" when nobody is known */
	const char *via;
	when_ms now;
	when_ms ref;      /* instant that times are read against: now, or the
			   * time of the line (scenario); the present while
			   * the screen shows another moment as @now */
	when_ms happened; /* --happened, or WHEN_NONE; set by cmd_decide() */
	bool scenario;    /* a line of a scenario: nothing is promised
			   * that it does not say */
	int zone_min;     /* zone of times without Z, minutes east */
	const struct numbers *numbers; /* defaults for a new incident */
	const struct roster *roster;
	const char *bridge;           /* template, %n is the number; "" */
	const char *protocol;
	uint32_t next_number;         /* of a new incident */
	const char *status_format;    /* of `status --for`; "" */
	const char *store;            /* its name, for messages */
	const struct watcher *here;   /* who is here: for USE_HERE alone */
	int n_here;
	struct screen *screen;        /* NULL without a screen */
	struct arena *arena;          /* drafts and texts live here */
};

/** Places that a claim was decided on, taken when the key was pressed. */
struct cmd_premise {
	bool taken;
	uint32_t incident;
	uint32_t stage_n;    /* entry of the last move then */
	uint32_t command_n;  /* entry of the last change of command then */
};

enum outcome_kind { OUT_NOTHING, OUT_SCREEN, OUT_EVENTS, OUT_TEXT, OUT_RUN };

#define OUTCOME_DRAFTS 16

struct outcome {
	enum outcome_kind kind;
	uint32_t incident;     /* that the events go to; 0: a new one */
	struct event *drafts[OUTCOME_DRAFTS];
	int n_drafts;
	uint32_t erase;        /* place to empty with them, or 0 */
	struct event *other;   /* first goes to @other_incident, or NULL */
	uint32_t other_incident;
	struct str text;       /* to print, or what to say after the append */
	const char *run;       /* name of the run row */
};

/** Frees what an outcome holds beside the arena. */
void outcome_release(struct outcome *out);

/** Adds a draft of @kind by @env's person, at its time, and returns it. */
struct event *outcome_add(const struct cmd_env *env, struct outcome *out,
	enum event_kind kind);

/* ---- parsing (parse.c) --------------------------------------------- */

/**
 * Parses words into @out by the table; memory from @a.  ERR_USAGE names the
 * command's form, the nearest command for an unknown one, and what is wrong
 * with which argument.  Times are not read here, since they need a reference.
 */
bool cmd_parse(struct arena *a, char *const *words, int n,
	struct cmd_args *out, struct err *err);

/** The row called @name (one or two words), or NULL. */
const struct cmd_row *cmd_find(const char *name);

/** "INC-17" or "inc-17" gives 17; 0 when it is none. */
uint32_t cmd_incident(const char *word);

/** "advance [INC] [--to STAGE] [--reason TEXT]" into @out. */
void cmd_usage(const struct cmd_row *row, struct str *out);

/** What stands for the value of an argument: "TIME", "a|b"; "" for a flag. */
const char *cmd_arg_word(const struct cmd_arg *a);

/** The option @name ("--next") of a row, common ones included, or NULL. */
const struct cmd_arg *cmd_arg_find(const struct cmd_row *row,
	const char *name);

/** An option's value (the last one given), or NULL; a flag gives "". */
const char *cmd_option(const struct cmd_args *args, const char *name);

/** Positional argument @i, or NULL. */
const char *cmd_pos(const struct cmd_args *args, int i);

/** Values of the right type; the default or WHEN_NONE when not given. */
int64_t cmd_int(const struct cmd_args *args, int i);

/**
 * The time of an option, or WHEN_NONE; read against @env's time, or against
 * --happened when that is given.  ERR_USAGE for one that is no time, for what
 * happened in the future, and for what is promised in the past.
 */
bool cmd_time(const struct cmd_env *env, const struct cmd_args *args,
	const char *option, when_ms *out, struct err *err);

/* ---- deciding (decide.c) ------------------------------------------- */

/** Takes the premise of this moment. */
void cmd_premise_take(struct cmd_premise *p, const struct incident *inc);

/**
 * The same for a line of the screen @s: one that waited until it was known
 * who acts has the premise of the moment it was pressed.
 */
void cmd_premise_press(struct cmd_premise *p, const struct incident *inc,
	const struct screen *s);

/**
 * Asks who acts, when @env's shared screen has nobody at its keys: true, and
 * @line runs once that is known.  To be asked before a line that writes.
 */
bool cmd_asks_who(const struct cmd_env *env, const char *line);

/**
 * Decides what @args does now: checks incident, rights and premise (NULL: the
 * present one), calls the row and checks the drafts' limits.  ERR_REFUSED or
 * ERR_USAGE with a sentence; @out is empty then.
 */
bool cmd_decide(const struct cmd_env *env, const struct cmd_args *args,
	const struct cmd_premise *premise, struct outcome *out,
	struct err *err);

/**
 * Which incident a line is about: named, else @chosen (-i, the screen's, or
 * $FIREGROUND_INC), else by the rule of product "Live": the only live one,
 * ...  0 with ERR_USAGE and the candidates, each as the line to type.
 */
uint32_t cmd_choose(const struct cmd_args *args, uint32_t chosen,
	const struct summary *board, int n_board, const char *line,
	struct err *err);

/** The only live incident, which needs not be named; 0: none, or several. */
uint32_t cmd_only_live(const struct summary *board, int n_board);

/* ---- completion (complete.c) --------------------------------------- */

/** What could stand at the end of @line; words from @a, sorted. */
struct texts cmd_complete(const struct cmd_env *env, const char *line,
	struct arena *a);

/**
 * Hint for the prompt, from @a: the argument that is typed and the usage of
 * the verb, or the verbs that begin so.
 */
const char *cmd_hint(const char *line, struct arena *a);

/**
 * What of @line may be kept on a disk, from @env's arena: no text that people
 * have written, which may hold what is not for everybody; "" keeps nothing.
 * Nothing is kept while @env's incident is restricted, or of a line that names
 * one of its board that is.
 */
const char *cmd_kept(const struct cmd_env *env, const char *line);

/** The shell completion scripts, made from the table. */
void cmd_shell(const char *shell, struct str *out);

#endif
