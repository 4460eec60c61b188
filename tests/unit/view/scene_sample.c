/* The incident of most tests: a checkout that fails, 47 minutes in. */
#include "unit/view/scene.h"

#include "base/mem.h"
#include "model/numbers.h"

struct scene
scene_declared(const char *title)
{
	struct scene p = scene_new(17);
	struct numbers *numbers = arena_alloc(p.a, sizeof(*numbers));

	numbers_init(numbers);
	scene(&p, "13:44 tomas", KIND_DECLARED, F_TITLE, title, F_SEVERITY, 2,
		F_SOURCE, "alert", F_IMPACT, "known", F_BEGAN, "13:41",
		F_CUSTOMERS, "yes", F_SERVICE, "billing-api, web",
		F_BRIDGE, "https://meet.example.com/inc-17",
		F_PROTOCOL, "one voice; facts before theories",
		F_OWNER, "mei", F_MESSAGE, "EU checkout fails",
		F_NUMBERS, numbers, F_NONE);
	return p;
}

/* Says that the message of entry @n was heard by all. */
static void
said(struct scene *p, const char *head, uint32_t n)
{
	struct ints *list = arena_alloc(p->a, sizeof(*list));

	list->v = arena_alloc(p->a, sizeof(*list->v));
	list->v[0] = (int32_t)n;
	list->n = 1;
	scene(p, head, KIND_DELIVERY_SENT, F_ENTRIES, list, F_CHANNEL, "hand",
		F_THROUGH, "chat", F_NONE);
}

static void
page(struct scene *p, const char *head, const char *who, const char *field)
{
	scene(p, head, KIND_PAGED, F_WHO, who, F_FIELD, field,
		F_PHONE, "+44 20 7946 0018", F_NONE);
}

static void
join(struct scene *p, const char *head, const char *who)
{
	scene(p, head, KIND_ACKNOWLEDGED, F_WHO, who, F_NONE);
	scene(p, head, KIND_JOINED, F_WHO, who, F_NONE);
}

static void
begin(struct scene *p)
{
	scene(p, "13:46 tomas", KIND_SIGNAL, F_SOURCE, "customer", F_TEXT,
		"First customer ticket #88213", F_NONE);
	scene(p, "13:47 tomas", KIND_STAGE, F_FROM, "detect", F_TO, "assemble",
		F_MESSAGE, "assembling", F_NONE);
	said(p, "13:47 tomas", 3);
	scene(p, "13:48 tomas", KIND_PAGED, F_WHO, "ana", F_ROLE, "commander",
		F_FIELD, "commander", F_NONE);
	join(p, "13:49 tomas", "tomas");
	scene(p, "13:51 ana", KIND_TAKEN, F_NONE);
	scene(p, "13:51 ana", KIND_ROLE, F_ROLE, "deputy", F_WHO, "tomas",
		F_NONE);
	scene(p, "13:51 ana", KIND_BROADCAST, F_MESSAGE,
		"bridge, commander, protocol", F_NONE);
	said(p, "13:51 ana", p->inc->n);
	scene(p, "13:52 ana", KIND_STAGE, F_FROM, "assemble", F_TO, "verify",
		F_NONE);
	scene_can(p, "13:55 tomas", "C deploy 13:40 doubled writes\n"
		"A rolling it back");
	scene(p, "13:58 ana", KIND_SEVERITY, F_SEVERITY, 1, F_REASON,
		"38% of checkouts", F_NONE);
	scene(p, "13:58 ana", KIND_SCOPE, F_NOTE,
		"38% of checkouts in Europe fail, cards are not charged",
		F_NONE);
	scene(p, "14:00 ana", KIND_STAGE, F_FROM, "verify", F_TO, "dispatch",
		F_MESSAGE, "dispatching", F_NONE);
	said(p, "14:00 ana", p->inc->n);
}

static void
dispatch(struct scene *p)
{
	page(p, "14:01 ana", "raj", "database");
	join(p, "14:02 raj", "raj");
	page(p, "14:02 ana", "tomas", "billing-api");
	join(p, "14:02 tomas", "tomas");
	page(p, "14:03 ana", "ines", "cdn");
	join(p, "14:04 ines", "ines");
	scene(p, "14:05 mei", KIND_TOLD, F_NOTE, "investigating",
		F_THROUGH, "status page", F_NEXT, "14:25", F_NONE);
	scene_can(p, "14:10 raj", "C db-eu-1 primary stuck at 100% I/O wait,"
		" 5xx on 38% of checkouts\n"
		"A Failing over to db-eu-2, replica 40s behind\n"
		"N approval to promote, losing 40 s\n"
		"N second pair of eyes on it");
	scene(p, "14:11 ana", KIND_NEED_MET, F_NEED, 2, F_NOTE, "ines looks",
		F_NONE);
	scene(p, "14:12 ana", KIND_ASSIGNED, F_WHO, "raj", F_NOTE,
		"Promote replica db-eu-2", F_UNTIL, "14:35", F_NONE);
	scene(p, "14:12 raj", KIND_UNDERSTOOD, F_OBJECTIVE, 1, F_NONE);
	scene(p, "14:13 ana", KIND_ASSIGNED, F_WHO, "tomas", F_NOTE,
		"Stop the 13:40 deploy", F_NONE);
	scene(p, "14:18 ana", KIND_ASSIGNED, F_WHO, "ines", F_NOTE,
		"Drain eu-west-1a at the edge", F_UNTIL, "14:40", F_NONE);
	scene(p, "14:21 tomas", KIND_COMPLETED, F_OBJECTIVE, 2, F_NONE);
}

static void
go_on(struct scene *p)
{
	scene(p, "14:21 tomas", KIND_NOTE, F_NOTE, "rollback finished", F_NONE);
	page(p, "14:24 ana", "li", "network");
	scene_can(p, "14:25 tomas", "C Deploy 13:40 doubled writes per"
		" checkout\nA Rolled back at 14:21, queue still draining");
	scene(p, "14:27 ines", KIND_BLOCKED, F_OBJECTIVE, 3, F_NOTE,
		"the drain is rate-limited", F_NONE);
	page(p, "14:27 ana", "sam", "payments");
	scene(p, "14:28 ana", KIND_ASSIGNED, F_WHO, "sam", F_NOTE,
		"Confirm no double charges", F_NONE);
	scene_can(p, "14:29 ines", "C Edge retries amplify load 3x on"
		" /checkout\nA Retry budget cut to 1 on all EU POPs\n"
		"N network to lift the drain limit in 1a");
	scene(p, "14:30 sam", KIND_ACKNOWLEDGED, F_WHO, "sam", F_ETA, "14:36",
		F_NONE);
}

struct scene
scene_sample(void)
{
	struct scene p = scene_declared("EU checkout returns 5xx");

	begin(&p);
	dispatch(&p);
	go_on(&p);
	return p;
}
