#include "unit/relay/due.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define TALK 0xffu

static const struct adapter once = {.name = "once", .gap_ms = 1000};
static const struct adapter safe = {.name = "safe", .idempotent = true};

static const char *company_words[] = {"company", "responders"};
static const char *public_words[] = {"customers"};

/* Two for the company, one for customers, one that only pages. */
struct channel due_channels[] = {
	{.name = "company", .adapter = &once, .news = TALK,
		.audience = {(char **)company_words, 2}},
	{.name = "hook", .adapter = &safe, .news = TALK,
		.audience = {(char **)company_words, 1}},
	{.name = "public", .adapter = &once, .news = TALK, .confirm = true,
		.audience = {(char **)public_words, 1}},
	{.name = "pager", .adapter = &safe},
};
static const struct channels channels = {due_channels, 4};
static const struct person people[] = {
	{.name = "raj", .page = "pager svc-1"}, {.name = "li", .page = ""},
	{.name = "mei", .page = "gone"},
};
static const struct roster roster = {people, 3};

void
due_look(struct desk *d, const char *time)
{
	struct plan_in in = {
		.inc = d->p->inc, .channels = &channels, .roster = &roster,
		.now = play_time(time), .mono = d->mono,
		.memory = d->memory, .a = d->p->arena,
	};

	plan_incident(&in, &d->plan);
}

/* "company 2,3; hook 2": what may go, in words. */
static const char *
said(const struct desk *d)
{
	static const char *const what[] = {"", "expire ", "unsure ",
		"confirm "};
	const char *s = "";

	for (int i = 0; i < d->plan.n; i++) {
		const struct plan_item *it = &d->plan.v[i];

		s = arena_printf(d->p->arena, "%s%s%s%s ", s, i ? "; " : "",
			what[it->what], channels.v[it->channel].name);
		for (int k = 0; k < it->n; k++)
			s = arena_printf(d->p->arena, "%s%s%d", s,
				k ? "," : "", it->entries[k]);
		s = arena_printf(d->p->arena, "%s%s%s%s", s, it->stop ?
			" stop" : "", it->repeat ? " repeat" : "",
			it->asked ? " asked" : "");
	}
	return s;
}

void
due_expect(struct desk *d, const char *time, const char *words)
{
	due_look(d, time);
	assert_string_equal(said(d), words);
}

int
due_begin(void **state)
{
	struct desk *d = mem_new(sizeof(*d));

	d->p = play_new();
	d->memory = plan_memory_new(channels.n);
	play(d->p, "14:00Z ana declare 'cannot pay' --severity 1 --take",
		NULL);
	*state = d;
	return 0;
}

int
due_end(void **state)
{
	struct desk *d = *state;

	plan_memory_free(d->memory);
	play_free(d->p);
	free(d);
	return 0;
}

/* What the declaration told is sent everywhere, so that tests begin anew. */
void
due_settle(struct desk *d)
{
	due_look(d, "14:00:20Z");
	while (d->plan.n) {
		struct plan_item *it = &d->plan.v[0];
		const char *v = "";

		for (int k = 0; k < it->n; k++)
			v = arena_printf(d->p->arena, "%s%s%d", v,
				k ? "," : "", it->entries[k]);
		play(d->p, arena_printf(d->p->arena, "14:00:20Z fireground"
			" delivery sent %s --channel %s", v,
			channels.v[it->channel].name), NULL);
		due_look(d, "14:00:20Z");
	}
}

/* A line with numbers in it. */
void
due_play(struct desk *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	play(d->p, arena_vprintf(d->p->arena, fmt, ap), NULL);
	va_end(ap);
}
