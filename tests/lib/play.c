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
play_new_as(uint32_t number)
{
	struct play *p = mem_new(sizeof(*p));

	p->arena = arena_new(0);
	p->inc = incident_new(number);
	numbers_init(&p->numbers);
	p->roster.people = people;
	p->roster.n = sizeof(people) / sizeof(people[0]);
	p->said = mem_dup("");
	p->env = (struct cmd_env){
		.via = "test@host", .numbers = &p->numbers,
		.roster = &p->roster, .next_number = number,
		.bridge = "https://meet.example.com/inc-%n",
		.protocol = "one voice at a time; facts before theories",
		.store = "memory:", .scenario = true, .arena = p->arena,
		.ref = play_time("2026-11-22T00:00Z"),
	};
	return p;
}

struct play *
play_new(void)
{
	return play_new_as(17);
}

void
play_free(struct play *p)
{
	incident_free(p->inc);
	arena_free(p->arena);
	free(p->log);
	free(p->said);
	free(p);
}

int
play_setup(void **state)
{
	*state = play_new();
	return 0;
}

int
play_teardown(void **state)
{
	play_free(*state);
	return 0;
}

static void
apply(struct play *p, struct event *e)
{
	struct str head = {0}, data = {0};
	struct play_entry *entry;
	struct hash h;
	char seed[32];

	e->incident = p->inc->number;
	e->n = p->inc->n + 1;
	snprintf(seed, sizeof(seed), "play %u", e->n);
	h = hash_of(seed, strlen(seed), NULL, 0, NULL, 0);
	memcpy(e->id.b, h.b, sizeof(e->id.b));
	event_head(e, &head);
	event_data(e, &data);
	p->log = mem_grow(p->log, e->n, sizeof(*p->log));
	entry = &p->log[e->n - 1];
	entry->head = arena_dup(p->arena, str_get(&head));
	entry->data = arena_dup(p->arena, str_get(&data));
	entry->hash = hash_link(&p->inc->hash, &e->id, entry->data, data.len,
		entry->head, head.len);
	incident_apply(p->inc, entry->head, entry->data, &entry->hash);
	str_release(&head);
	str_release(&data);
}

static bool
decide(struct play *p, const struct words *w, struct outcome *out)
{
	struct cmd_args args;

	p->env.inc = p->inc->declared ? p->inc : NULL;
	p->env.other = p->other ? p->other->inc : NULL;
	return cmd_parse(p->arena, w->v + 2, w->n - 2, &args, &p->err) &&
		cmd_decide(&p->env, &args, &p->premise, out, &p->err);
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
	if (out.other)
		apply(p->other, out.other);
	for (int i = 0; i < out.n_drafts; i++)
		apply(p, out.drafts[i]);
	incident_settle(p->inc);
	if (out.erase)
		p->log[out.erase - 1].data = "";
	free(p->said);
	p->said = str_take(&out.text);
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

void
play_file(struct play *p, const char *path)
{
	FILE *file = fopen(path, "re");
	char *line = NULL;
	size_t cap = 0;

	if (!file)
		fail_msg("%s cannot be read", path);
	while (getline(&line, &cap, file) >= 0) {
		line[strcspn(line, "\n")] = '\0';
		if (*line && *line != '#' && !play_try(p, line))
			fail_msg("%s: %s", line, p->err.text);
	}
	free(line);
	fclose(file);
}

void
play_refused(struct play *p, const char *line, const char *words)
{
	uint32_t n = p->inc->n;

	if (play_try(p, line))
		fail_msg("was not refused: %s", line);
	if (!strstr(p->err.text, words))
		fail_msg("%s: said: %s", line, p->err.text);
	assert_int_equal(p->inc->n, n);
}

void
play_at(when_ms t, const char *text)
{
	char iso[WHEN_MAX];

	if (t != (strcmp(text, "-") ? play_time(text) : WHEN_NONE))
		fail_msg("%s, not %s", when_iso(t, iso), text);
}

const struct attention *
play_row(struct play *p, const char *who, const char *time,
	enum attention_sort sort)
{
	struct attention_list list = attention_of(p->inc, who,
		play_time(time), p->arena);

	for (int i = 0; i < list.n; i++)
		if (list.v[i].sort == sort)
			return &list.v[i];
	return NULL;
}

struct incident *
play_fold(const struct play *p, uint32_t step)
{
	struct incident *inc = incident_new(p->inc->number);

	for (uint32_t i = 0; i < p->inc->n; i++) {
		incident_apply(inc, p->log[i].head, p->log[i].data,
			&p->log[i].hash);
		if ((i + 1) % step == 0)
			incident_settle(inc);
	}
	incident_settle(inc);
	return inc;
}

const struct entry *
play_last(const struct play *p)
{
	return incident_entry(p->inc, p->inc->n);
}
