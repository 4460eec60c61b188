#include "model/fold.h"

#include <string.h>

fold_fn *const fold_table[KIND_COUNT] = {
	[KIND_DECLARED] = fold_declared,
	[KIND_TAKEN] = fold_taken,
	[KIND_OFFERED] = fold_offered,
	[KIND_ACCEPTED] = fold_accepted,
	[KIND_DECLINED] = fold_declined,
	[KIND_ASSUMED] = fold_assumed,
	[KIND_ROLE] = fold_role,
	[KIND_SEVERITY] = fold_severity,
	[KIND_NUMBERS] = fold_numbers,
	[KIND_IMPACT] = fold_impact,
	[KIND_SIGNAL] = fold_signal,
	[KIND_SCOPE] = fold_scope,
	[KIND_BRIDGE] = fold_bridge,
	[KIND_PROTOCOL] = fold_protocol,
	[KIND_STAGE] = fold_stage,
	[KIND_CALLED] = fold_called,
	[KIND_CAN] = fold_can,
	[KIND_NEED_DISPATCHED] = fold_need_dispatched,
	[KIND_NEED_MET] = fold_need_met,
	[KIND_NEED_REFUSED] = fold_need_refused,
	[KIND_NEED_DROPPED] = fold_need_dropped,
	[KIND_PAGED] = fold_paged,
	[KIND_ACKNOWLEDGED] = fold_acknowledged,
	[KIND_JOINED] = fold_joined,
	[KIND_RELEASED] = fold_released,
	[KIND_ASSIGNED] = fold_assigned,
	[KIND_UNDERSTOOD] = fold_understood,
	[KIND_COMPLETED] = fold_completed,
	[KIND_BLOCKED] = fold_blocked,
	[KIND_ANSWERED] = fold_answered,
	[KIND_DECISION] = fold_decision,
	[KIND_DIAGNOSIS] = fold_diagnosis,
	[KIND_PROPOSED] = fold_proposed,
	[KIND_APPROVED] = fold_approved,
	[KIND_EXECUTED] = fold_executed,
	[KIND_WORKED] = fold_worked,
	[KIND_FAILED] = fold_failed,
	[KIND_REPAIR] = fold_repair,
	[KIND_TOLD] = fold_told,
	[KIND_WAIVED] = fold_waived,
	[KIND_SNOOZED] = fold_snoozed,
	[KIND_DELIVERY_RELEASED] = fold_delivery_released,
	[KIND_DELIVERY_SENT] = fold_delivery_sent,
	[KIND_DELIVERY_CLAIMED] = fold_delivery_claimed,
	[KIND_DELIVERY_FAILED] = fold_delivery_failed,
	[KIND_DELIVERY_RETRIED] = fold_delivery_retried,
	[KIND_LESSON] = fold_lesson,
	[KIND_ITEM_OPENED] = fold_item_opened,
	[KIND_ITEM_DONE] = fold_item_done,
	[KIND_ITEM_DROPPED] = fold_item_dropped,
	[KIND_REVIEW] = fold_review,
	[KIND_MERGED] = fold_merged,
	[KIND_RECEIVED] = fold_received,
	[KIND_CLOSED] = fold_closed,
	[KIND_REOPENED] = fold_reopened,
};

void *
fold_room(void *rows, int n, int *cap, size_t size)
{
	if (n == *cap) {
		*cap = *cap ? *cap * 2 : 8;
		rows = mem_grow(rows, (size_t)*cap, size);
	}
	memset((char *)rows + (size_t)n * size, 0, size);
	return rows;
}

static void
reset_lists(struct incident *inc)
{
	inc->n_visits = inc->n_signals = inc->n_smes = inc->n_needs = 0;
	inc->n_reports = inc->n_objectives = inc->n_mitigations = 0;
	inc->n_messages = inc->n_deliveries = inc->n_items = inc->n_lessons = 0;
	inc->n_decisions = inc->n_diagnoses = inc->n_snoozes = 0;
	for (int b = 0; b < BAND_COUNT; b++)
		inc->band[b].n = 0;
}

static void
reset_customers(struct incident *inc)
{
	struct unheard *unheard = inc->customers.unheard;

	inc->customers = (struct customers){
		.owner = "", .by = "", .through = "", .text = "",
		.told = WHEN_NONE, .promised = WHEN_NONE, .due = WHEN_NONE,
		.missed = WHEN_NONE, .made_good = WHEN_NONE, .unheard = unheard,
	};
}

void
fold_reset(struct incident *inc)
{
	reset_lists(inc);
	reset_customers(inc);
	inc->version = 0;
	inc->last_need = inc->last_objective = 0;
	inc->last_mitigation = inc->last_item = 0;
	inc->damaged = inc->unknown = 0;
	inc->declared = inc->restricted = inc->severity_confirmed = false;
	inc->title = inc->service = inc->declarer = inc->source = "";
	inc->since = inc->severity_since = inc->began = WHEN_NONE;
	inc->stage_since = inc->under_control_at = WHEN_NONE;
	inc->all_clear_at = inc->closed_at = WHEN_NONE;
	inc->declared_n = inc->stage_n = 0;
	numbers_init(&inc->numbers);
	inc->severity = inc->highest = 2;
	inc->impact = IMPACT_UNKNOWN;
	inc->scope = inc->bridge = inc->protocol = inc->scribe = "";
	inc->stage = STAGE_NONE;
	inc->under_control = inc->all_clear = false;
	inc->closed = inc->false_alarm = false;
	inc->closed_by = inc->closed_why = inc->repair_text = "";
	inc->merged_into = 0;
	inc->repaired = REPAIR_OPEN;
	inc->command = (struct command){
		.holder = "", .former = "", .deputy = "", .assumed_from = "",
		.since = WHEN_NONE, .assumed_at = WHEN_NONE,
		.last_act = WHEN_NONE, .broadcast = WHEN_NONE,
		.broadcast_due = WHEN_NONE,
		.offer = {.from = "", .to = "", .at = WHEN_NONE},
	};
	inc->review = (struct review){
		.owner = "", .text = "", .due = WHEN_NONE, .held = WHEN_NONE,
	};
}
