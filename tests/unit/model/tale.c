#include "unit/model/tale.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/words.h"

#include <stdlib.h>
#include <string.h>

#define DAY "2026-11-22T"

struct tale *
tale_new(uint32_t number)
{
	struct tale *t = mem_new(sizeof(*t));

	t->inc = incident_new(number);
	t->a = arena_new(0);
	return t;
}

void
tale_free(struct tale *t)
{
	incident_free(t->inc);
	arena_free(t->a);
	free(t);
}

when_ms
tale_time(const char *time)
{
	char iso[WHEN_MAX];
	struct str s = {0};
	when_ms out = WHEN_NONE;

	str_addf(&s, DAY "%.8s%s", time, strlen(time) < 8 ? ":00Z" : "Z");
	if (s.len < sizeof(iso) && !when_parse_iso(str_get(&s), &out))
		out = WHEN_NONE;
	str_release(&s);
	return out;
}

/* JSON as the log has it, from the form that is easy to read in C. */
static char *
json_of(struct arena *a, const char *data)
{
	char *out = arena_dup(a, data);

	for (char *c = out; *c; c++)
		if (*c == '\'')
			*c = '"';
	return out;
}

static char *
head_of(struct tale *t, const char *time, const char *by, const char *kind)
{
	const char *happened = strchr(time, '<');
	char at[WHEN_MAX], then[WHEN_MAX];
	char *recorded = happened ?
		arena_dupn(t->a, time, (size_t)(happened - time)) :
		arena_dup(t->a, time);

	when_iso(tale_time(recorded), at);
	return arena_printf(t->a, "{\"v\":1,\"incident\":%u,\"n\":%u,"
		"\"id\":\"%032x\",\"at\":\"%s\"%s,\"by\":\"%s\","
		"\"via\":\"%s@bastion1\",\"kind\":\"%s\"}",
		(unsigned)t->inc->number, (unsigned)t->inc->n + 1,
		(unsigned)t->inc->n + 1, at, happened ?
		arena_printf(t->a, ",\"happened\":\"%s\"",
		when_iso(tale_time(happened + 1), then)) : "", by, by, kind);
}

const struct entry *
tale_add(struct tale *t, const char *time, const char *by, const char *kind,
	const char *data)
{
	struct hash hash = {{(uint8_t)(t->inc->n + 1)}};

	incident_apply(t->inc, head_of(t, time, by, kind),
		json_of(t->a, data), &hash);
	incident_settle(t->inc);
	return incident_entry(t->inc, t->inc->n);
}

const char *
tale_say(struct tale *t, const char *time, const char *by, const char *kind,
	const char *data)
{
	return words_entry(t->inc, tale_add(t, time, by, kind, data), t->a);
}

struct tale_row {
	const char *time, *by, *kind, *data;
};

static const struct tale_row checkout[] = {
	{"13:44", "tomas", "incident.declared",
		"{'title':'EU checkout returns 5xx','severity':2,"
		"'source':'alert','impact':'known',"
		"'began':'2026-11-22T13:41:00.000Z','customers':'yes',"
		"'service':'billing-api, web',"
		"'bridge':'https://meet.example.com/inc-17',"
		"'protocol':'one voice at a time','owner':'mei'}"},
	{"13:44<13:41", "tomas", "signal.recorded",
		"{'source':'alert',"
		"'text':'CheckoutErrorBudgetBurn firing (eu)'}"},
	{"13:44<13:43", "tomas", "signal.recorded",
		"{'source':'customer','text':'First customer ticket #88213'}"},
	{"13:47", "tomas", "stage.entered", "{'from':'detect','to':'assemble',"
		"'message':'INC-17 SEV2 EU checkout returns 5xx: stage "
		"Assemble'}"},
	{"13:48", "tomas", "sme.paged", "{'who':'ana','role':'commander'}"},
	{"13:51", "ana", "command.taken", "{}"},
	{"13:51", "ana", "delivery.sent",
		"{'entries':[4],'channel':'hand','through':'bridge'}"},
	{"13:51", "ana", "role.given", "{'role':'deputy','who':'tomas'}"},
	{"13:52", "ana", "stage.entered", "{'from':'assemble','to':'verify'}"},
	{"13:54", "tomas", "sme.joined",
		"{'who':'tomas','field':'billing-api'}"},
	{"13:55", "tomas", "can.reported", "{'report':[{'on':'customers',"
		"'condition':'deploy 13:40 doubled writes','actions':["
		"{'for':'mitigate','text':'rolling back'}],'needs':[]}]}"},
	{"13:58", "ana", "severity.set",
		"{'severity':1,'reason':'38% of checkouts'}"},
	{"13:59", "ana", "scope.stated",
		"{'note':'38% of checkouts in Europe fail, cards are not "
		"charged.'}"},
	{"14:00", "ana", "stage.entered", "{'from':'verify','to':'dispatch',"
		"'message':'INC-17 SEV1 EU checkout returns 5xx: stage "
		"Dispatch'}"},
	{"14:01", "tomas", "sme.paged", "{'who':'raj','field':'database',"
		"'phone':'+44 20 555'}"},
	{"14:02", "raj", "sme.acknowledged",
		"{'who':'raj','eta':'2026-11-22T14:05:00.000Z'}"},
	{"14:05", "mei", "customers.told", "{'note':'investigating',"
		"'from':'mei','through':'status page',"
		"'next':'2026-11-22T14:25:00.000Z','covers':['detect',"
		"'assemble','verify','dispatch']}"},
	{"14:05", "raj", "sme.joined", "{'who':'raj','field':'database'}"},
	{"14:10", "raj", "can.reported", "{'report':[{'on':'customers',"
		"'condition':'primary stuck at 100% I/O wait','actions':["
		"{'for':'mitigate','text':'failing over to db-eu-2'}],"
		"'needs':['approval to promote, losing 40 s']}]}"},
	{"14:12", "ana", "objective.assigned", "{'who':'raj',"
		"'note':'Promote replica db-eu-2',"
		"'until':'2026-11-22T14:35:00.000Z'}"},
	{"14:18", "ana", "objective.assigned", "{'who':'ines',"
		"'note':'Drain eu-west-1a at the edge',"
		"'until':'2026-11-22T14:30:00.000Z'}"},
	{"14:24", "ana", "sme.paged", "{'who':'li','field':'network'}"},
	{"14:27", "ines", "objective.blocked",
		"{'objective':2,'note':'drain limited'}"},
};

struct tale *
tale_checkout(void)
{
	struct tale *t = tale_new(17);

	for (size_t i = 0; i < sizeof(checkout) / sizeof(checkout[0]); i++)
		tale_add(t, checkout[i].time, checkout[i].by,
			checkout[i].kind, checkout[i].data);
	return t;
}
