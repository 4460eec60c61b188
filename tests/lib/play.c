#include "lib/play.h"

#include "base/mem.h"
#include "base/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const struct person people[] = {
	{"ana", FIELD_COMMANDER, "UTC", "+44 20 1", "ana@example.com", true},
	{"tomas", FIELD_COMMANDER, "UTC", "+44 20 2", "", true},
	{"raj", "database", "UTC", "+44 20 3", "", true},
	{"li", "network", "UTC", "+44 20 4", "", true},
	{"ines", "cdn", "UTC", "+44 20 5", "", true},
	{"mei", FIELD_CUSTOMERS, "UTC", "+44 20 6", "", true},
	{"sam", "payments", "UTC", "", "", false},
};

when_ms
play_time(const char *text)
{
	struct err err;
	when_ms day, t;

	assert_true(when_parse_iso("2026-11-22T00:00:00.000Z", &day));
	if (!when_parse(text, day, WHEN_FROM, 0, &t, &err))
		fail_msg("%s", err.text);
	return t;
}

struct play *
play_new(void)
{
	struct play *p = mem_new(sizeof(*p));

	p->arena = arena_new(0);
	p->inc = incident_new(17);
	numbers_init(&p->numbers);
	p->roster.people = people;
	p->roster.n = sizeof(people) / sizeof(people[0]);
	p->said = mem_dup("");
	p->env = (struct cmd_env){
		.via = "test@host", .numbers = &p->numbers,
		.roster = &p->roster, .next_number = 17,
		.bridge = "https://meet.example.com/inc-%n",
		.protocol = "one voice at a time; facts before theories",
		.store = "memory:", .scenario = true, .arena = p->arena,
		.ref = play_time("2026-11-22T00:00Z"),
	};
	return p;
}

void
play_free(struct play *p)
{
	incident_free(p->inc);
	arena_free(p->arena);
	free(p->said);
	free(p);
}

static void
apply(struct play *p, struct event *e)
{
	struct str head = {0}, data = {0};
	struct hash h;
	char seed[32];

	e->incident = p->inc->number;
	e->n = p->inc->n + 1;
	snprintf(seed, sizeof(seed), "play %u", e->n);
	h = hash_of(seed, strlen(seed), NULL, 0, NULL, 0);
	memcpy(e->id.b, h.b, sizeof(e->id.b));
	event_head(e, &head);
	event_data(e, &data);
	h = hash_link(&p->inc->hash, &e->id, str_get(&data), data.len,
		str_get(&head), head.len);
	incident_apply(p->inc, str_get(&head), str_get(&data), &h);
	str_release(&head);
	str_release(&data);
}

static bool
decide(struct play *p, const struct words *w, struct outcome *out)
{
	struct cmd_args args;

	p->env.inc = p->inc->declared ? p->inc : NULL;
	return cmd_parse(p->arena, w->v + 2, w->n - 2, &args, &p->err) &&
		cmd_decide(&p->env, &args, NULL, out, &p->err);
}

bool
play_try(struct play *p, const char *line)
{
	struct outcome out = {0};
	struct words w;

	memset(&p->err, 0, sizeof(p->err));
	if (!words_split(p->arena, line, &w, &p->err) ||
	    !when_parse(w.v[0], p->env.ref, WHEN_FROM, 0, &p->env.now,
	    &p->err))
		return false;
	p->env.ref = p->env.now;
	p->env.who = w.v[1];
	if (!decide(p, &w, &out))
		return false;
	for (int i = 0; i < out.n_drafts; i++)
		apply(p, out.drafts[i]);
	incident_settle(p->inc);
	p->erase = out.erase;
	free(p->said);
	p->said = str_take(&out.text);
	if (!p->said)
		p->said = mem_dup("");
	outcome_release(&out);
	return true;
}

void
play(struct play *p, ...)
{
	const char *line;
	va_list ap;

	va_start(ap, p);
	while ((line = va_arg(ap, const char *)))
		if (!play_try(p, line))
			fail_msg("%s: %s", line, p->err.text);
	va_end(ap);
}
