#include "bench/lib/invent.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/numbers.h"

struct event *
invent_by(struct invent *v, enum event_kind kind, const char *who)
{
	struct event *e = event_draft(v->a, kind);

	e->incident = v->inc->number;
	e->n = v->inc->n + 1;
	e->at = v->now;
	e->happened = WHEN_NONE;
	e->by = who;
	e->via = arena_printf(v->a, "%s@bastion1", who);
	return e;
}

static struct event *
declare(struct invent *v)
{
	struct event *e = invent_by(v, KIND_DECLARED, "tomas");
	struct numbers *numbers = arena_alloc(v->a, sizeof(*numbers));

	numbers_init(numbers);
	event_put_text(e, F_TITLE, INVENT_TITLE " checkout returns 5xx in the"
		" EU");
	event_put_int(e, F_SEVERITY, 1);
	event_put_text(e, F_SOURCE, "alert");
	event_put_text(e, F_IMPACT, "known");
	event_put_int(e, F_BEGAN, v->now - 3 * WHEN_MINUTE);
	event_put_text(e, F_CUSTOMERS, "yes");
	event_put_text(e, F_SERVICE, "billing-api, web");
	event_put_text(e, F_BRIDGE, "https://meet.example.com/inc-1");
	event_put_text(e, F_PROTOCOL, "one voice at a time; say who you are; "
		"facts before theories; CAN reports at the cadence; ask before "
		"you change production");
	event_put_text(e, F_OWNER, "mei");
	event_put_text(e, F_MESSAGE, "INC-1 SEV1 checkout returns 5xx in the "
		"EU: declared by tomas");
	event_put(e, F_NUMBERS, (union value){.numbers = numbers});
	return e;
}

static struct event *
enter(struct invent *v, const char *from, const char *to)
{
	const char *holder = v->inc->command.holder;
	struct event *e = invent_by(v, KIND_STAGE, *holder ? holder : "tomas");

	event_put_text(e, F_FROM, from);
	event_put_text(e, F_TO, to);
	event_put_text(e, F_MESSAGE, arena_printf(v->a,
		"INC-1 SEV1 checkout returns 5xx in the EU: stage %s", to));
	return e;
}

static struct event *
give_role(struct invent *v, const char *role, const char *who)
{
	struct event *e = invent_by(v, KIND_ROLE, "ana");

	event_put_text(e, F_ROLE, role);
	event_put_text(e, F_WHO, who);
	return e;
}

static struct event *
with_text(struct event *e, enum event_field f, const char *text)
{
	event_put_text(e, f, text);
	return e;
}

static struct event *
severity(struct invent *v)
{
	struct event *e = invent_by(v, KIND_SEVERITY, "ana");

	event_put_int(e, F_SEVERITY, 1);
	event_put_text(e, F_REASON, "38% of checkouts fail");
	return e;
}

static struct event *
page(struct invent *v, const char *who, const char *field)
{
	struct event *e = invent_by(v, KIND_PAGED, "ana");

	event_put_text(e, F_WHO, who);
	event_put_text(e, F_FIELD, field);
	event_put_text(e, F_PHONE, "+44 20 7946 0000");
	return e;
}

/* Eight people are paged, acknowledge and join. */
static struct event *
gather(struct invent *v, uint32_t step)
{
	static const char *const rows[][2] = {
		{"raj", "database"}, {"li", "network"}, {"ines", "cdn"},
		{"sam", "payments"}, {"noor", "billing"}, {"kofi", "web"},
		{"jana", "search"}, {"pete", "hosts"},
	};
	const char *const *row = rows[step / 3];
	struct event *e;

	if (step % 3 == 0)
		return page(v, row[0], row[1]);
	if (step % 3 == 1) {
		e = invent_by(v, KIND_ACKNOWLEDGED, row[0]);
		event_put_int(e, F_ETA, v->now + 3 * WHEN_MINUTE);
		return with_text(e, F_WHO, row[0]);
	}
	e = invent_by(v, KIND_JOINED, row[0]);
	event_put_text(e, F_FIELD, row[1]);
	return with_text(e, F_WHO, row[0]);
}

struct event *
invent_begin(struct invent *v)
{
	switch (v->inc->n) {
	case 0:
		return declare(v);
	case 1:
		return with_text(with_text(invent_by(v, KIND_SIGNAL, "tomas"),
			F_SOURCE, "customer"), F_TEXT, "first ticket #88213");
	case 2:
		return enter(v, "detect", "assemble");
	case 3:
		return invent_by(v, KIND_TAKEN, "ana");
	case 4:
		return give_role(v, "deputy", "tomas");
	case 5:
		return give_role(v, "scribe", "lou");
	case 6:
		return enter(v, "assemble", "verify");
	case 7:
		return severity(v);
	case 8:
		return with_text(invent_by(v, KIND_SCOPE, "ana"), F_NOTE,
			"38% of checkouts in Europe fail, no card is charged");
	case 9:
		return enter(v, "verify", "dispatch");
	case 34:
		return enter(v, "dispatch", "mitigate");
	case 35:
		return with_text(invent_by(v, KIND_DIAGNOSIS, "raj"), F_NOTE,
			"the 13:40 deploy doubled the writes to db-eu-1");
	default:
		return v->inc->n < 34 ? gather(v, v->inc->n - 10) : NULL;
	}
}
