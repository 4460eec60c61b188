/*
 * Whether a key makes sense now, for the person at the keys.
 *
 * Only the key bar and the help ask; a key that is pressed anyway is answered
 * by the rules, with the sentence that says why not.
 */
#ifndef FG_VIEW_KEYS_NOW_H
#define FG_VIEW_KEYS_NOW_H

#include "view/vm.h"

#include <stdbool.h>

typedef bool key_now_fn(const struct vm_in *in);

key_now_fn now_nameless, now_leaving, now_row, now_ack,
	now_advance, now_back, now_call, now_can, now_same, now_broadcast,
	now_customers, now_page, now_objective, now_decide, now_mitigation,
	now_note, now_severity, now_command, now_undo, now_role, now_entries,
	now_offered, now_some, now_own, now_past, now_away,
	now_reading, now_hits, now_tour_goes_on,
	now_tour_goes_back, now_tour_ends;

#endif
