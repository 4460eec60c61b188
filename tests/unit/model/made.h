/*
 * Incidents made up for tests: events at whole minutes, folded on demand.
 */
#ifndef FG_TESTS_UNIT_MODEL_MADE_H
#define FG_TESTS_UNIT_MODEL_MADE_H

#include "base/mem.h"
#include "model/incident.h"

#define MADE_T0 INT64_C(1795355040000) /* 2026-11-22T13:44:00Z */
#define MADE_MAX 64

struct made {
	struct arena *a;
	struct event *v[MADE_MAX];
	int n;
	struct incident *inc; /* of the last made_fold() */
};

/** Minute @m of the story as an instant. */
when_ms made_at(double m);

/** A story: INC-17, declared by tomas at minute 0 with severity @sev. */
struct made *made_new(int sev);
void made_free(struct made *m);

/** The next event, at minute @min; its fields are set by event_put_*(). */
struct event *made_add(struct made *m, double min, const char *by,
	enum event_kind kind);

/** Events with one text or one number. */
struct event *made_text(struct event *e, enum event_field f, const char *s);
struct event *made_int(struct event *e, enum event_field f, int64_t v);

/** ana takes command, somebody joins, reports (with a need, or NULL). */
void made_take(struct made *m, double min, const char *who);
void made_join(struct made *m, double min, const char *who);
void made_can(struct made *m, double min, const char *who, const char *need);

/** The stage goes on to @to (a word), by the call if one enters it. */
void made_stage(struct made *m, double min, const char *to);
void made_call(struct made *m, double min, enum call call);

/** A page for @field; an objective @text of @who; an act on objective @id. */
struct event *made_page(struct made *m, double min, const char *who,
	const char *field);
void made_assign(struct made *m, double min, const char *who,
	const char *text);
struct event *made_objective(struct made *m, double min,
	enum event_kind kind, int id);

/** mei tells customers, and promises the next word at @next (0: not). */
void made_told(struct made *m, double min, double next);

/** ana gives a role. */
void made_role(struct made *m, double min, const char *role,
	const char *who);

/** Setup of a test: a SEV1 story in *state; and its end. */
int made_setup(void **state);
int made_teardown(void **state);

/** The story so far as an incident; valid until the next call. */
const struct incident *made_fold(struct made *m);

#endif
