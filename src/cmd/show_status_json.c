/*
 * `status --json`: {"v":1,"now":TIME,"incidents":[...]}, live and worst first.
 *
 * Times are as in the log, null when not set; ..._ms are durations up to
 * "now".  Keys are only ever added.
 */
#include "cmd/show_rows.h"

#include "base/json_write.h"
#include "base/hash.h"

#include <string.h>

static void
put_text(struct str *out, const char *key, const char *s)
{
	json_write_key(out, key);
	if (s && *s)
		json_write_text(out, s);
	else
		str_add(out, "null");
}

/* The time from @since up to @now, null when it has not begun. */
static void
put_age(struct str *out, const char *key, when_ms since, when_ms now)
{
	json_write_key(out, key);
	if (since == WHEN_NONE)
		str_add(out, "null");
	else
		json_write_int(out, now > since ? now - since : 0);
}

static void
put_stage(const struct summary *s, when_ms now, struct str *out)
{
	put_text(out, "stage", stage_rows[s->stage].word);
	json_put_time(out, "stage_since", s->stage_since);
	put_age(out, "stage_ms", s->stage_since, now);
	json_put_bool(out, "live", summary_live(s));
	json_put_bool(out, "under_control", s->under_control);
	json_put_bool(out, "all_clear", s->all_clear);
	json_put_bool(out, "closed", s->closed);
	json_put_time(out, "closed_at", s->closed_at);
	json_put_bool(out, "false_alarm", s->false_alarm);
	json_write_key(out, "merged_into");
	if (s->merged_into)
		json_write_int(out, s->merged_into);
	else
		str_add(out, "null");
}

static void
put_impact(const struct summary *s, when_ms now, struct str *out)
{
	static const char *const words[] = {
		[IMPACT_UNKNOWN] = "unknown", [IMPACT_BEGAN] = "began",
		[IMPACT_NEVER] = "never",
	};
	when_ms customers = s->customer_base, ops = s->ops_base;

	if (s->customer_run != WHEN_NONE && now > s->customer_run)
		customers += now - s->customer_run;
	if (s->ops_run != WHEN_NONE && now > s->ops_run)
		ops += now - s->ops_run;
	put_text(out, "impact", words[s->impact]);
	json_put_time(out, "impact_began", s->began);
	json_put_int(out, "customer_impact_ms", customers);
	json_put_bool(out, "customer_impact_runs",
		s->customer_run != WHEN_NONE);
	json_put_int(out, "operations_impact_ms", ops);
	json_put_bool(out, "operations_impact_runs", s->ops_run != WHEN_NONE);
}

static void
put_customers(const struct summary *s, when_ms now, struct str *out)
{
	static const char *const words[] = {
		[AFFECTED_UNKNOWN] = "unknown", [AFFECTED_YES] = "yes",
		[AFFECTED_NO] = "no",
	};

	json_write_key(out, "customers");
	str_addc(out, '{');
	put_text(out, "affected", words[s->affected]);
	json_put_time(out, "told", s->told);
	json_put_time(out, "promised", s->promised);
	json_put_time(out, "due", s->customers_due);
	put_age(out, "late_ms", s->customers_due, now);
	str_addc(out, '}');
}

static void
put_incident(const struct summary *s, when_ms now, struct str *out)
{
	char name[16], hex[HASH_HEX];

	json_put_int(out, "incident", s->number);
	put_text(out, "name", incident_name(s->number, name));
	put_text(out, "title", s->title);
	put_text(out, "service", s->service);
	put_text(out, "source", s->source);
	json_put_int(out, "severity", s->severity);
	json_put_int(out, "highest", s->highest);
	json_put_bool(out, "restricted", s->restricted);
	json_put_time(out, "since", s->since);
	put_stage(s, now, out);
	put_text(out, "commander", s->commander);
	json_put_time(out, "command_since", s->command_since);
	put_age(out, "command_ms", s->command_since, now);
	put_impact(s, now, out);
	put_customers(s, now, out);
	json_put_time(out, "can_due", s->can_due);
	json_put_time(out, "broadcast_due", s->broadcast_due);
	json_put_time(out, "review_due", s->review_due);
	json_put_time(out, "review_held", s->review_held);
	json_put_time(out, "item_due", s->item_due);
	json_put_int(out, "needs", s->needs);
	json_put_int(out, "smes", s->smes);
	json_put_int(out, "items", s->items);
	json_put_int(out, "not_sent", s->messages);
	json_put_int(out, "entries", s->n);
	json_put_time(out, "updated", s->updated);
	put_text(out, "hash", hash_hex(&s->hash, hex));
}

/* What the board shows of a restricted one that was not asked for. */
static void
put_restricted(const struct summary *s, struct str *out)
{
	char name[16];

	json_put_int(out, "incident", s->number);
	put_text(out, "name", incident_name(s->number, name));
	json_put_int(out, "severity", s->severity);
	json_put_bool(out, "restricted", true);
	json_put_bool(out, "live", summary_live(s));
	json_put_bool(out, "closed", s->closed);
}

void
show_status_json(const struct cmd_env *env, uint32_t number, struct str *out)
{
	str_add(out, "{\"v\":1");
	json_put_time(out, "now", env->now);
	json_write_key(out, "incidents");
	str_addc(out, '[');
	for (int i = 0; i < env->n_board; i++) {
		const struct summary *s = &env->board[i];

		if (number && s->number != number)
			continue;
		json_write_next(out);
		str_addc(out, '{');
		if (s->restricted && !number)
			put_restricted(s, out);
		else
			put_incident(s, env->now, out);
		str_addc(out, '}');
	}
	str_add(out, "]}\n");
}
