#include "unit/model/made.h"

#include <stdlib.h>

when_ms
made_at(double m)
{
	return MADE_T0 + (when_ms)(m * (double)WHEN_MINUTE);
}

struct event *
made_text(struct event *e, enum event_field f, const char *s)
{
	event_put_text(e, f, s);
	return e;
}

struct event *
made_int(struct event *e, enum event_field f, int64_t v)
{
	event_put_int(e, f, v);
	return e;
}

struct event *
made_add(struct made *m, double min, const char *by, enum event_kind kind)
{
	struct event *e = event_draft(m->a, kind);

	if (m->n == MADE_MAX)
		abort();
	e->at = made_at(min);
	e->by = by;
	m->v[m->n++] = e;
	return e;
}

struct made *
made_new(int sev)
{
	struct made *m = mem_new(sizeof(*m));
	struct event *e;

	m->a = arena_new(0);
	e = made_add(m, 0, "tomas", KIND_DECLARED);
	made_text(e, F_TITLE, "EU checkout returns 5xx");
	made_text(e, F_SOURCE, "alert");
	made_int(e, F_SEVERITY, sev);
	return m;
}

void
made_free(struct made *m)
{
	incident_free(m->inc);
	arena_free(m->a);
	free(m);
}

void
made_take(struct made *m, double min, const char *who)
{
	made_add(m, min, who, KIND_TAKEN);
}

void
made_join(struct made *m, double min, const char *who)
{
	made_add(m, min, who, KIND_JOINED);
}

void
made_can(struct made *m, double min, const char *who, const char *need)
{
	struct event *e = made_add(m, min, who, KIND_CAN);
	struct can *can = arena_alloc(m->a, sizeof(*can));
	union value v = {.can = can};

	can->n = 1;
	can->t = arena_alloc(m->a, sizeof(*can->t));
	can->t->condition = "primary stuck at 100% I/O wait";
	if (need) {
		can->t->n_needs = 1;
		can->t->needs = arena_alloc(m->a, sizeof(*can->t->needs));
		can->t->needs[0] = need;
	}
	event_put(e, F_REPORT, v);
}

void
made_stage(struct made *m, double min, const char *to)
{
	const struct incident *inc = made_fold(m);
	const char *by = *inc->command.holder ? inc->command.holder : "tomas";
	struct event *e = made_add(m, min, by, KIND_STAGE);

	made_text(e, F_FROM, stage_rows[inc->stage].word);
	made_text(e, F_TO, to);
}

void
made_call(struct made *m, double min, enum call call)
{
	const struct incident *inc = made_fold(m);
	struct event *e = made_add(m, min, inc->command.holder, KIND_CALLED);

	made_text(e, F_CALL, call_word(call));
	made_text(e, F_FROM, stage_rows[inc->stage].word);
	made_text(e, F_TO, stage_rows[call_enters(call)].word);
}

struct event *
made_page(struct made *m, double min, const char *who, const char *field)
{
	struct event *e = made_add(m, min, "ana", KIND_PAGED);

	made_text(e, F_WHO, who);
	made_text(e, F_FIELD, field);
	return e;
}

void
made_assign(struct made *m, double min, const char *who, const char *text)
{
	struct event *e = made_add(m, min, "ana", KIND_ASSIGNED);

	made_text(e, F_WHO, who);
	made_text(e, F_NOTE, text);
}

struct event *
made_objective(struct made *m, double min, enum event_kind kind, int id)
{
	return made_int(made_add(m, min, "raj", kind), F_OBJECTIVE, id);
}

void
made_told(struct made *m, double min, double next)
{
	struct event *e = made_add(m, min, "mei", KIND_TOLD);

	if (next > 0)
		made_int(e, F_NEXT, made_at(next));
}

void
made_role(struct made *m, double min, const char *role, const char *who)
{
	struct event *e = made_add(m, min, "ana", KIND_ROLE);

	made_text(e, F_ROLE, role);
	made_text(e, F_WHO, who);
}

int
made_setup(void **state)
{
	*state = made_new(1);
	return 0;
}

int
made_teardown(void **state)
{
	made_free(*state);
	return 0;
}

const struct incident *
made_fold(struct made *m)
{
	struct incident *empty = incident_new(17);

	incident_free(m->inc);
	m->inc = incident_with(empty, m->v, m->n);
	incident_free(empty);
	return m->inc;
}
