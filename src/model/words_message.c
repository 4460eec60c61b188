/*
 * Messages for the company about an act that is about to be made: a row a
 * kind with the news of the first line and what the act changes in the state
 * that the other lines are taken from.
 */
#include "model/words.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"
#include "model/words_part.h"

/* The act, the state before it and as far as needed the state after. */
struct act {
	const struct incident *before;
	const struct event *ev;
	const char *by;
	when_ms now;
	struct arena *a;
	struct interval hit; /* of customers, from a declaration */
};

struct act_row {
	const char *(*news)(const struct act *act);
	void (*change)(struct act *act, struct incident *after);
	bool one_line;
};

static const char *
act_tail(const struct act *act, const char *before, enum event_field f)
{
	const char *s = event_text(act->ev, f);

	return *s ? arena_printf(act->a, "%s%s", before, s) : "";
}

static const char *
news_declared(const struct act *act)
{
	return arena_printf(act->a, "declared by %s", act->by);
}

static void
change_declared(struct act *act, struct incident *after)
{
	const struct event *ev = act->ev;
	const char *impact = event_text(ev, F_IMPACT);
	const char *hit = event_text(ev, F_CUSTOMERS);
	when_ms word;

	if (act->before->declared)
		return;
	after->title = event_text(ev, F_TITLE);
	after->severity = event_has(ev, F_SEVERITY) ?
		(int)event_int(ev, F_SEVERITY) : 2;
	after->restricted = event_int(ev, F_RESTRICTED) != 0;
	after->bridge = event_text(ev, F_BRIDGE);
	after->protocol = event_text(ev, F_PROTOCOL);
	after->stage = STAGE_DETECT;
	after->customers.affected = str_same(hit, "no") ? AFFECTED_NO :
		str_same(hit, "yes") ? AFFECTED_YES : AFFECTED_UNKNOWN;
	after->impact = str_same(impact, "none") ? IMPACT_NEVER :
		event_has(ev, F_BEGAN) ? IMPACT_BEGAN : IMPACT_UNKNOWN;
	if (after->impact == IMPACT_BEGAN) {
		act->hit.start = event_time(ev, F_BEGAN);
		act->hit.end = WHEN_NONE;
		after->band[BAND_CUSTOMER] = (struct intervals){&act->hit, 1};
	}
	for (int i = 0; i < KIND_FIELDS; i++)
		if (kind_rows[KIND_DECLARED].f[i] == F_NUMBERS &&
		    ev->set & (UINT32_C(1) << i) && ev->v[i].numbers)
			after->numbers = *ev->v[i].numbers;
	word = numbers_get(&after->numbers, NUM_WORD, after->severity);
	if (word && after->customers.affected != AFFECTED_NO)
		after->customers.due = act->now + word;
}

static void
change_holder(struct act *act, struct incident *after)
{
	after->command.holder = act->by;
	if (str_same(str_or(after->command.deputy, ""), act->by))
		after->command.deputy = "";
}

static const char *
news_taken(const struct act *act)
{
	return arena_printf(act->a, "%s takes command", act->by);
}

static const char *
news_accepted(const struct act *act)
{
	return arena_printf(act->a, "%s takes over command%s", act->by,
		act_tail(act, " from ", F_FROM));
}

static const char *
news_assumed(const struct act *act)
{
	return arena_printf(act->a, "%s assumed command%s%s", act->by,
		act_tail(act, " from ", F_FROM), act_tail(act, ", ", F_REASON));
}

static const char *
news_severity(const struct act *act)
{
	int from = act->before->severity;
	int to = (int)event_int(act->ev, F_SEVERITY);
	const char *why = act_tail(act, ", ", F_REASON);

	if (!to || from == to)
		return arena_printf(act->a, "severity confirmed%s", why);
	return arena_printf(act->a, "severity %s from SEV%d%s",
		to < from ? "raised" : "lowered", from, why);
}

static void
change_severity(struct act *act, struct incident *after)
{
	if (event_int(act->ev, F_SEVERITY))
		after->severity = (int)event_int(act->ev, F_SEVERITY);
}

static const char *
news_stage(const struct act *act)
{
	enum stage from = stage_find(event_text(act->ev, F_FROM));
	enum stage to = stage_find(event_text(act->ev, F_TO));

	if (from > to)
		return arena_printf(act->a, "back to stage %s%s",
			stage_rows[to].name, act_tail(act, ", ", F_REASON));
	return arena_printf(act->a, "stage %s", stage_rows[to].name);
}

static void
change_stage(struct act *act, struct incident *after)
{
	after->stage = stage_find(event_text(act->ev, F_TO));
	if (after->stage < STAGE_REPAIR)
		after->under_control = false;
}

static enum call
act_call(const struct act *act)
{
	return call_find(event_text(act->ev, F_CALL));
}

static enum stage
act_call_stage(const struct act *act)
{
	enum stage to = stage_find(event_text(act->ev, F_TO));

	return to ? to : call_enters(act_call(act));
}

static const char *
news_called(const struct act *act)
{
	return arena_printf(act->a, "%s, stage %s", call_name(act_call(act)),
		stage_rows[act_call_stage(act)].name);
}

static void
change_called(struct act *act, struct incident *after)
{
	after->under_control = true;
	after->stage = act_call_stage(act);
	if (act_call(act) != CALL_ALL_CLEAR)
		return;
	after->all_clear = true;
	after->review.owner = str_or(event_text(act->ev, F_OWNER),
		str_or(after->review.owner, after->command.holder));
}

static const char *
news_closed(const struct act *act)
{
	const struct incident *inc = act->before;

	if (event_int(act->ev, F_FALSE_ALARM))
		return arena_printf(act->a, "false alarm, stand down%s",
			act_tail(act, ". ", F_REASON));
	return arena_printf(act->a,
		"closed%s. Customer impact %s, operations impact %s,"
		" %d lesson%s, %d action item%s",
		act_tail(act, ", ", F_REASON),
		words_band(inc, BAND_CUSTOMER, act->now, act->a),
		words_band(inc, BAND_OPERATIONS, act->now, act->a),
		inc->n_lessons, inc->n_lessons == 1 ? "" : "s",
		inc->n_items, inc->n_items == 1 ? "" : "s");
}

static const char *
news_reopened(const struct act *act)
{
	enum stage to = stage_find(event_text(act->ev, F_TO));

	return arena_printf(act->a, "reopened%s%s%s", to ? " at stage " : "",
		stage_rows[to].name, act_tail(act, ", ", F_REASON));
}

static void
change_reopened(struct act *act, struct incident *after)
{
	enum stage to = stage_find(event_text(act->ev, F_TO));

	if (act->before->all_clear)
		after->command.holder = "";
	after->closed = false;
	if (to && to < STAGE_REVIEW)
		after->all_clear = false;
	if (to && to < STAGE_REPAIR)
		after->under_control = false;
	if (to)
		after->stage = to;
}

static const struct act_row rows[KIND_COUNT] = {
	[KIND_DECLARED] = {news_declared, change_declared, false},
	[KIND_TAKEN] = {news_taken, change_holder, false},
	[KIND_ACCEPTED] = {news_accepted, change_holder, false},
	[KIND_ASSUMED] = {news_assumed, change_holder, false},
	[KIND_SEVERITY] = {news_severity, change_severity, false},
	[KIND_STAGE] = {news_stage, change_stage, false},
	[KIND_CALLED] = {news_called, change_called, false},
	[KIND_CLOSED] = {news_closed, NULL, true},
	[KIND_REOPENED] = {news_reopened, change_reopened, false},
};

static void
message_lines(const struct act *act, const struct incident *after,
	struct str *out)
{
	struct telling t = {
		.inc = after, .now = act->now, .a = act->a, .out = out,
	};
	const struct telling was = {
		.inc = act->before, .now = act->now, .a = act->a, .out = out,
	};

	telling_command(&t);
	if (act->before->declared)
		telling_impact(&was);
	else
		telling_impact(&t);
	telling_scope(&t);
	if (!after->all_clear)
		telling_people(&t);
	telling_customers(&t);
	if (!after->all_clear)
		telling_meet(&t);
	telling_next(&t);
}

const char *
words_message(const struct incident *inc, const struct event *ev, when_ms now,
	struct arena *a)
{
	const struct act_row *row = &rows[ev->kind];
	struct act act = {
		.before = inc, .ev = ev, .now = now, .a = a,
		.by = str_or(ev->by, "somebody"),
	};
	struct incident after = *inc;
	struct str out = {0};

	if (!row->news)
		return words_broadcast(inc, now, a);
	if (row->change)
		row->change(&act, &after);
	str_add(&out, words_head(&after, a));
	if (!after.restricted) {
		str_addf(&out, ": %s", words_line(a, row->news(&act)));
		if (!row->one_line) {
			str_addc(&out, '\n');
			message_lines(&act, &after, &out);
		}
	}
	while (out.len && out.s[out.len - 1] == '\n')
		str_cut(&out, out.len - 1);
	return words_take(a, &out);
}
