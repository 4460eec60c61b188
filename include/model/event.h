/*
 * Events: what happened, as numbers and texts.
 *
 * An event has a head (who, when, which place) and data (fields, by kind).
 * Two tables: event_fields.h (every field once) and
 * event_kinds.c (a row a kind: name, fields, word for the timeline, class).
 * A draft is an event whose place, id and times are not set yet.
 */
#ifndef FG_MODEL_EVENT_H
#define FG_MODEL_EVENT_H

#include "base/err.h"
#include "base/hash.h"
#include "base/when.h"
#include "model/event_fields.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct numbers;
struct str;

#define EVENT_VERSION 1  /* of the event grammar */
#define EVENT_MAX 65536  /* bytes of one event, head and data */
#define NAME_MAX_BYTES 64

enum event_kind {
	KIND_DAMAGED, /* cannot be read; shown, never stops the reading */
	KIND_UNKNOWN, /* of a newer program; kept and shown */
	KIND_DECLARED,
	KIND_TAKEN,
	KIND_OFFERED,
	KIND_ACCEPTED,
	KIND_DECLINED,
	KIND_ASSUMED,
	KIND_ROLE,
	KIND_SEVERITY,
	KIND_NUMBERS,
	KIND_IMPACT,
	KIND_SIGNAL,
	KIND_SCOPE,
	KIND_BRIDGE,
	KIND_PROTOCOL,
	KIND_STAGE,
	KIND_CALLED,
	KIND_CAN,
	KIND_NEED_DISPATCHED,
	KIND_NEED_MET,
	KIND_NEED_REFUSED,
	KIND_NEED_DROPPED,
	KIND_PAGED,
	KIND_ACKNOWLEDGED,
	KIND_JOINED,
	KIND_RELEASED,
	KIND_ASSIGNED,
	KIND_UNDERSTOOD,
	KIND_COMPLETED,
	KIND_BLOCKED,
	KIND_ANSWERED,
	KIND_DECISION,
	KIND_DIAGNOSIS,
	KIND_PROPOSED,
	KIND_APPROVED,
	KIND_EXECUTED,
	KIND_WORKED,
	KIND_FAILED,
	KIND_REPAIR,
	KIND_BROADCAST,
	KIND_TOLD,
	KIND_WAIVED,
	KIND_SNOOZED,
	KIND_DELIVERY_RELEASED,
	KIND_DELIVERY_SENT,
	KIND_DELIVERY_CLAIMED,
	KIND_DELIVERY_FAILED,
	KIND_DELIVERY_RETRIED,
	KIND_NOTE,
	KIND_CORRECTED,
	KIND_WITHDRAWN,
	KIND_ERASED,
	KIND_LESSON,
	KIND_ITEM_OPENED,
	KIND_ITEM_DONE,
	KIND_ITEM_DROPPED,
	KIND_REVIEW,
	KIND_MERGED,
	KIND_RECEIVED,
	KIND_CLOSED,
	KIND_REOPENED,
	KIND_COUNT
};

enum field_type {
	FT_TEXT,    /* UTF-8, or bytes kept as {"base64":...} */
	FT_NAME,    /* one word, at most 64 bytes */
	FT_INT,
	FT_BOOL,
	FT_TIME,    /* ISO text in the log, ms here */
	FT_LIST,    /* texts */
	FT_INTS,    /* numbers of entries */
	FT_CAN,     /* a CAN report's triples */
	FT_NUMBERS, /* all numbers of the process */
};

enum event_field {
	F_NONE,
#define X(id, name, type, limit, free) F_##id,
	EVENT_FIELDS(X)
#undef X
	F_COUNT
};

struct field_row {
	const char *name;
	enum field_type type;
	int limit;  /* bytes of text, or members of a list; 0: none */
	bool free;  /* free text: emptied by an erasure */
};

/** Rows by enum event_field. */
extern const struct field_row field_rows[F_COUNT];

/** What a kind is when a place was lost to another writer. */
enum event_class {
	CLASS_RECORD, /* something that happened: goes to the next place */
	CLASS_CLAIM,  /* holds only while its premise does */
};

#define KIND_FIELDS 16

struct kind_row {
	const char *name; /* "can.reported" */
	const char *tag;  /* word in the timeline: "can" */
	enum event_class class;
	enum event_field main; /* the text that `correct` replaces, or F_NONE */
	enum event_field f[KIND_FIELDS]; /* in the order of the log */
	const char *help; /* one sentence for docs/events.md */
};

/** Rows by enum event_kind. */
extern const struct kind_row kind_rows[KIND_COUNT];

/** The kind called @name, KIND_UNKNOWN when there is none. */
enum event_kind event_kind_find(const char *name);

/* ---- a CAN report -------------------------------------------------- */

enum can_on { ON_CUSTOMERS, ON_OPERATIONS };
enum can_for { FOR_MITIGATE, FOR_REPAIR };

struct can_action {
	enum can_for tag;
	const char *text;
};

struct can_triple {
	enum can_on tag;
	const char *condition; /* "" when the reporter gave none */
	struct can_action *actions;
	int n_actions;
	const char **needs;
	int n_needs;
};

struct can {
	struct can_triple *t;
	int n;
};

struct texts {
	const char **v;
	int n;
};

struct ints {
	int32_t *v;
	int n;
};

/* ---- an event ------------------------------------------------------ */

union value {
	int64_t i;                    /* INT, BOOL, TIME (WHEN_NONE: absent) */
	const char *s;                /* TEXT, NAME (NULL: absent) */
	const struct texts *list;     /* LIST (NULL: absent) */
	const struct ints *ints;      /* INTS (NULL: absent) */
	const struct can *can;        /* CAN (NULL: absent) */
	const struct numbers *numbers; /* NUMBERS (NULL: absent) */
};

struct event {
	uint32_t incident;
	uint32_t n;
	struct id id;
	when_ms at;        /* the writer's clock when recorded */
	when_ms happened;  /* WHEN_NONE: at */
	const char *by;    /* the person */
	const char *via;   /* login or host it came through */
	enum event_kind kind;
	int version;       /* of the event grammar */
	const char *raw;   /* name and data of an unknown kind, else NULL */
	uint32_t set;      /* bit i: field i of the kind's row is there */
	union value *v;    /* in the order of the kind's row, all of them */
};

/** When it took place: happened, else at. */
when_ms event_when(const struct event *e);

/** A new draft of @kind from @a, all fields absent. */
struct event *event_draft(struct arena *a, enum event_kind kind);

/**
 * Sets a field of a draft; texts are borrowed.  A field that the kind does
 * not have is a mistake of ours and ends the program.
 */
void event_put_int(struct event *e, enum event_field f, int64_t v);
void event_put_text(struct event *e, enum event_field f, const char *s);
void event_put(struct event *e, enum event_field f, union value v);

/**
 * Whether a field is there; and its value, or what absence means.  A kind
 * that does not have the field is no mistake here: it is absent.  Lists,
 * numbers of entries and reports are never NULL but empty.
 */
bool event_has(const struct event *e, enum event_field f);
int64_t event_int(const struct event *e, enum event_field f); /* 0 */
when_ms event_time(const struct event *e, enum event_field f); /* WHEN_NONE */
const char *event_text(const struct event *e, enum event_field f); /* "" */
const struct texts *event_list(const struct event *e, enum event_field f);
const struct ints *event_ints(const struct event *e, enum event_field f);
const struct can *event_can(const struct event *e, enum event_field f);
/** The value itself, NULL when absent: for what has no function above. */
const union value *event_value(const struct event *e, enum event_field f);

/**
 * Checks a draft's fields against the limits of their rows; ERR_USAGE names
 * field, limit and count, nothing is cut.
 */
bool event_check(const struct event *e, struct err *err);

/* ---- JSON (event_json*.c) ------------------------------------------ */

/** The head as the log has it; place, id, times, by and via must be set. */
void event_head(const struct event *e, struct str *out);

/** The data as the log has it. */
void event_data(const struct event *e, struct str *out);

/**
 * As event_data(), with free text left out: what an erasure keeps.  Lists and
 * reports keep their shape, since later entries count needs; texts in them
 * are empty.  That there was a message is kept too: it may have been told.
 */
void event_data_kept(const struct event *e, struct str *out);

/**
 * Reads what event_head() and event_data() wrote into @out; memory from @a.
 * Never fails: what cannot be read becomes KIND_DAMAGED (with raw set), an
 * unknown kind KIND_UNKNOWN.  Empty @data gives all fields absent.  What of a
 * damaged head could be read is set.
 */
void event_read(struct arena *a, const char *head, const char *data,
	struct event *out);

/** Reads data alone into an event whose kind is set; false when damaged. */
bool event_read_data(struct arena *a, const char *data, struct event *e);

#endif
