#include "model/words_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/clocks.h"

#include <stdio.h>
#include <string.h>

const char *
words_line(struct arena *a, const char *s)
{
	size_t len = strlen(s);
	char *line;

	while (len && strchr("\n\r\t ", s[len - 1]))
		len--;
	if (!s[len] && !strpbrk(s, "\n\r\t"))
		return s;
	line = arena_dupn(a, s, len);
	for (char *c = line; *c; c++)
		if (*c == '\n' || *c == '\r' || *c == '\t')
			*c = ' ';
	return line;
}

const char *
words_take(struct arena *a, struct str *s)
{
	const char *text = arena_dup(a, str_get(s));

	str_release(s);
	return text;
}

char *
words_stamp(when_ms t, char out[WHEN_MAX])
{
	char day[WHEN_MAX];
	char time[WHEN_MAX];

	when_date(t, day);
	if (!strcmp(day, "-"))
		return memcpy(out, "-", 2);
	snprintf(out, WHEN_MAX, "%.12s %.12sZ", day, when_hms(t, time));
	return out;
}

const char *
words_head(const struct incident *inc, struct arena *a)
{
	char name[16];

	incident_name(inc->number, name);
	if (inc->restricted)
		return arena_printf(a, "%s SEV%d", name, inc->severity);
	return words_line(a, arena_printf(a, "%s SEV%d %s", name,
		inc->severity, str_or(inc->title, "without a title")));
}

const char *
words_impact(const struct incident *inc, when_ms now, struct arena *a)
{
	const struct intervals *hit = &inc->band[BAND_CUSTOMER];
	const char *who = inc->customers.affected == AFFECTED_NO ?
		"not for customers, " : inc->customers.affected == AFFECTED_YES ?
		"for customers " : "";
	char from[WHEN_MAX], to[WHEN_MAX];

	if (inc->impact == IMPACT_NEVER)
		return "none";
	if (!hit->n)
		return arena_printf(a, "%sstart not known yet", who);
	when_short(hit->v[0].start, now, from);
	if (inc->impact == IMPACT_UNKNOWN && clock_runs(inc, BAND_CUSTOMER))
		return arena_printf(a, "%sstart not known yet, >=%s", who,
			when_elapsed(clock_band(inc, BAND_CUSTOMER, now), to));
	if (!clock_runs(inc, BAND_CUSTOMER))
		return arena_printf(a, "%sfrom %s to %s, %s", who, from,
			when_short(hit->v[hit->n - 1].end, now, to),
			words_band(inc, BAND_CUSTOMER, now, a));
	return arena_printf(a, "%ssince %s (%s)", who, from,
		when_elapsed(clock_band(inc, BAND_CUSTOMER, now), to));
}

const char *
words_first(const struct incident *inc, struct arena *a)
{
	const struct signal *ours = NULL;
	bool reported = false;
	char span[WHEN_MAX];
	when_ms lead;

	for (int i = 0; i < inc->n_signals; i++) {
		const struct signal *s = &inc->signals[i];

		if (str_same(str_or(s->source, ""), "customer"))
			reported = true;
		else if (!ours || s->when < ours->when)
			ours = s;
	}
	if (!clock_first_known(inc, &lead))
		return reported ? "customers, before any signal of ours" :
			ours ? "we did, no customer report" : "not known";
	if (!lead)
		return "customers and we at the same time";
	if (lead > 0)
		return arena_printf(a, "customers, %s before us",
			when_span(lead, span));
	return arena_printf(a, "%s, %s before customers",
		str_or(ours ? ours->source : NULL, "we did"),
		when_span(-lead, span));
}

const char *
words_band(const struct incident *inc, enum band b, when_ms now,
	struct arena *a)
{
	char span[WHEN_MAX];

	if (!inc->band[b].n)
		return "none";
	return arena_printf(a, "%s%s", b == BAND_CUSTOMER &&
		inc->impact == IMPACT_UNKNOWN ? ">=" : "",
		when_span(clock_band(inc, b, now), span));
}

const char *
words_sme(const struct sme *sme, when_ms now, struct arena *a)
{
	char time[WHEN_MAX];

	switch (sme->state) {
	case SME_PAGED:
		return arena_printf(a, "paged %s",
			when_span(now - sme->paged, time));
	case SME_ACKED:
		if (sme->eta == WHEN_NONE)
			return "acked";
		return arena_printf(a, "acked, eta %s",
			when_short(sme->eta, now, time));
	case SME_JOINED:
		return "working";
	case SME_RELEASED:
		break;
	}
	return "released";
}

const char *
words_mitigation_state(enum mitigation_state state)
{
	static const char *const names[] = {
		[MIT_PROPOSED] = "proposed", [MIT_APPROVED] = "approved",
		[MIT_EXECUTED] = "executed", [MIT_WORKED] = "worked",
		[MIT_FAILED] = "failed",
	};

	return names[state];
}

const char *
words_objective_state(enum objective_state state)
{
	static const char *const names[] = {
		[OBJ_ASSIGNED] = "assigned", [OBJ_UNDERSTOOD] = "understood",
		[OBJ_DONE] = "done", [OBJ_BLOCKED] = "cannot complete",
		[OBJ_ABANDONED] = "abandoned",
	};

	return names[state];
}

const char *
words_need_state(enum need_state state)
{
	static const char *const names[] = {
		[NEED_OPEN] = "open", [NEED_DISPATCHED] = "dispatched",
		[NEED_MET] = "met", [NEED_REFUSED] = "refused",
		[NEED_DROPPED] = "dropped",
	};

	return names[state];
}

const char *
words_can_action(const struct can *can)
{
	for (int i = 0; can && i < can->n; i++)
		if (can->t[i].n_actions)
			return str_or(can->t[i].actions[0].text, "");
	return "";
}

const char *
words_can_first(const struct can *can, bool *is_need)
{
	const char *action = words_can_action(can);

	*is_need = false;
	for (int i = 0; can && i < can->n; i++)
		if (can->t[i].condition && can->t[i].condition[0])
			return can->t[i].condition;
	if (*action)
		return action;
	for (int i = 0; can && i < can->n; i++) {
		if (can->t[i].n_needs) {
			*is_need = true;
			return str_or(can->t[i].needs[0], "");
		}
	}
	return "";
}
