#include "lib/state.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
text(struct str *out, const char *name, const char *s)
{
	str_addf(out, "%s \"", name);
	for (s = s ? s : "(null)"; *s; s++)
		str_addc(out, *s == '\n' ? '|' : *s);
	str_add(out, "\"\n");
}

static void
num(struct str *out, const char *name, int64_t v)
{
	if (v == WHEN_NONE)
		str_addf(out, "%s -\n", name);
	else
		str_addf(out, "%s %" PRId64 "\n", name, v);
}

#define TEXT(p, f) text(out, #p "." #f, (p)->f)
#define NUM(p, f) num(out, #p "." #f, (int64_t)(p)->f)
#define EACH(type, row, list) \
	for (const struct type *row = inc->list; \
		row && row < inc->list + inc->n_##list; row++)

static void
write_frame(const struct incident *inc, struct str *out)
{
	TEXT(inc, title), TEXT(inc, service), TEXT(inc, declarer);
	TEXT(inc, source), TEXT(inc, scope), TEXT(inc, bridge);
	TEXT(inc, protocol), TEXT(inc, scribe), TEXT(inc, repair_text);
	NUM(inc, number), NUM(inc, declared), NUM(inc, since);
	NUM(inc, declared_n), NUM(inc, restricted), NUM(inc, severity);
	NUM(inc, highest), NUM(inc, severity_confirmed);
	NUM(inc, severity_since), NUM(inc, impact), NUM(inc, began);
	NUM(inc, stage), NUM(inc, stage_since), NUM(inc, stage_n);
	NUM(inc, under_control), NUM(inc, under_control_at);
	NUM(inc, all_clear), NUM(inc, all_clear_at), NUM(inc, repaired);
	NUM(inc, closed), NUM(inc, closed_at), NUM(inc, false_alarm);
	TEXT(inc, closed_by), TEXT(inc, closed_why), NUM(inc, merged_into);
	for (int i = 0; i < NUM_COUNT; i++)
		for (int k = 0; k < NUMBERS_WIDE; k++)
			num(out, numbers_rows[i].name, inc->numbers.v[i][k]);
	for (int b = 0; b < BAND_COUNT; b++)
		for (int i = 0; i < inc->band[b].n; i++) {
			num(out, band_name((enum band)b),
				inc->band[b].v[i].start);
			num(out, "to", inc->band[b].v[i].end);
		}
}

static void
write_command(const struct incident *inc, struct str *out)
{
	const struct command *c = &inc->command;
	const struct customers *t = &inc->customers;
	const struct review *r = &inc->review;

	TEXT(c, holder), TEXT(c, former), TEXT(c, deputy), NUM(c, since);
	NUM(c, assumed), NUM(c, assumed_at), TEXT(c, assumed_from);
	NUM(c, offer.n), TEXT(c, offer.from), TEXT(c, offer.to);
	NUM(c, offer.at), NUM(c, n), NUM(c, broadcast);
	NUM(c, broadcast_due);
	NUM(t, affected), TEXT(t, owner), NUM(t, told), TEXT(t, by);
	TEXT(t, through), TEXT(t, text), NUM(t, promised), NUM(t, missed);
	NUM(t, due), NUM(t, words);
	for (int i = 0; i < t->n_unheard; i++) {
		const struct unheard *u = &t->unheard[i];

		NUM(u, stage), NUM(u, call), NUM(u, n), NUM(u, since);
		NUM(u, due);
	}
	TEXT(r, owner), NUM(r, due), NUM(r, held), TEXT(r, text);
}

static void
write_can(const struct can *can, struct str *out)
{
	for (int i = 0; can && i < can->n; i++) {
		const struct can_triple *t = &can->t[i];

		NUM(t, tag), TEXT(t, condition);
		for (int k = 0; k < t->n_actions; k++) {
			const struct can_action *a = &t->actions[k];

			NUM(a, tag), TEXT(a, text);
		}
		for (int k = 0; k < t->n_needs; k++)
			text(out, "need", t->needs[k]);
	}
}

static void
write_people(const struct incident *inc, struct str *out)
{
	EACH(sme, s, smes) {
		TEXT(s, name), TEXT(s, field), TEXT(s, phone), NUM(s, state);
		NUM(s, commander), NUM(s, paged_n), NUM(s, pages);
		NUM(s, need), NUM(s, paged), NUM(s, acked), NUM(s, eta);
		NUM(s, joined), NUM(s, released), NUM(s, ack_due);
		NUM(s, last_can), NUM(s, can_n), NUM(s, promised);
		NUM(s, can_due);
	}
	EACH(need, n, needs) {
		NUM(n, id), TEXT(n, who), TEXT(n, text), NUM(n, state);
		NUM(n, n), NUM(n, since), NUM(n, answered), TEXT(n, by);
		TEXT(n, answer), TEXT(n, sent);
	}
	EACH(report, r, reports) {
		TEXT(r, who), NUM(r, n), NUM(r, last_n), NUM(r, when);
		NUM(r, no_needs), NUM(r, internal), NUM(r, next);
		write_can(r->can, out);
	}
}

static void
write_lines(struct str *out, const char *name, const struct line *v, int n)
{
	for (int i = 0; i < n; i++) {
		text(out, name, v[i].text);
		text(out, "by", v[i].by);
		num(out, "n", v[i].n);
		num(out, "when", v[i].when);
	}
}

static void
write_work(const struct incident *inc, struct str *out)
{
	EACH(objective, o, objectives) {
		NUM(o, id), TEXT(o, who), TEXT(o, text), NUM(o, state);
		NUM(o, n), NUM(o, since), NUM(o, due), NUM(o, changed);
		TEXT(o, why), TEXT(o, answer);
	}
	EACH(mitigation, m, mitigations) {
		NUM(m, id), TEXT(m, text), TEXT(m, by), NUM(m, state);
		NUM(m, changed), TEXT(m, seen_by), TEXT(m, why);
	}
	EACH(item, i, items) {
		NUM(i, id), TEXT(i, text), TEXT(i, owner), NUM(i, priority);
		NUM(i, due), NUM(i, since), NUM(i, done), NUM(i, dropped);
		TEXT(i, why);
	}
	write_lines(out, "lesson", inc->lessons, inc->n_lessons);
	write_lines(out, "decision", inc->decisions, inc->n_decisions);
	write_lines(out, "diagnosis", inc->diagnoses, inc->n_diagnoses);
	EACH(snooze, z, snoozes)
		TEXT(z, row), NUM(z, until), TEXT(z, by);
}

static void
write_past(const struct incident *inc, struct str *out)
{
	EACH(visit, v, visits) {
		NUM(v, stage), NUM(v, n), NUM(v, start), NUM(v, end);
		NUM(v, unmet);
	}
	EACH(signal, s, signals)
		TEXT(s, source), TEXT(s, text), NUM(s, when), NUM(s, n);
	EACH(message, m, messages) {
		NUM(m, n), NUM(m, when), NUM(m, at), TEXT(m, text);
		TEXT(m, audience), NUM(m, released), NUM(m, told);
		TEXT(m, through);
	}
}

static void
write_log(const struct incident *inc, struct str *out)
{
	const struct command *c = &inc->command;

	NUM(inc, n), NUM(inc, version), NUM(inc, damaged), NUM(inc, unknown);
	NUM(inc, last_need), NUM(inc, last_objective), NUM(c, last_act);
	NUM(inc, last_mitigation), NUM(inc, last_item);
	for (uint32_t i = 0; i < inc->n; i++) {
		const struct entry *e = &inc->entries[i];

		NUM(e, ev.kind), TEXT(e, text), TEXT(e, deputy_of);
		NUM(e, corrected_by), NUM(e, withdrawn_by), NUM(e, erased_by);
		NUM(e, untrue), NUM(e, skewed), NUM(e, stage);
	}
}

void
state_write(const struct incident *inc, bool log, struct str *out)
{
	write_frame(inc, out);
	write_command(inc, out);
	write_people(inc, out);
	write_work(inc, out);
	write_past(inc, out);
	if (log)
		write_log(inc, out);
}

void
state_lines_same(const char *s, const char *t)
{
	while (*s && *t) {
		size_t n = strcspn(s, "\n"), m = strcspn(t, "\n");

		if (n != m || strncmp(s, t, n))
			fail_msg("%.*s is not %.*s", (int)n, s, (int)m, t);
		s += n + 1;
		t += m + 1;
	}
	if (*s || *t)
		fail_msg("one more: %.80s%.80s", s, t);
}

void
state_same(const struct incident *a, const struct incident *b, bool log)
{
	struct str x = {0}, y = {0};

	state_write(a, log, &x);
	state_write(b, log, &y);
	state_lines_same(str_get(&x), str_get(&y));
	str_release(&x);
	str_release(&y);
}
