#include "view/keys_now.h"

#include "base/str.h"
#include "model/clocks.h"
#include "model/rules.h"
#include "view/form.h"
#include "view/screen.h"
#include "view/search.h"
#include "view/tour.h"

static const char *
who(const struct vm_in *in)
{
	return in->screen->who;
}

static bool
may(const struct vm_in *in, enum right right)
{
	return in->inc && rules_may(in->inc, who(in), right, in->now, NULL);
}

static bool
live(const struct vm_in *in)
{
	return in->inc && incident_live(in->inc) && *who(in);
}

bool
now_nameless(const struct vm_in *in)
{
	return !*who(in) && !in->read_only && !in->screen->past.replay;
}

/* What is also there while nobody is at the keys writes nothing. */
bool
now_own(const struct vm_in *in)
{
	const struct form_row *row = in->screen->form.row;

	return row && row->nameless;
}

bool
now_some(const struct vm_in *in)
{
	return in->n_board > 0;
}

bool
now_entries(const struct vm_in *in)
{
	return in->inc && in->inc->n > 0;
}

bool
now_tour_goes_on(const struct vm_in *in)
{
	return tour_step(in->screen->tour + 1);
}

bool
now_tour_goes_back(const struct vm_in *in)
{
	return in->screen->tour > 0;
}

bool
now_tour_ends(const struct vm_in *in)
{
	return !now_tour_goes_on(in);
}

bool
now_reading(const struct vm_in *in)
{
	return in->screen->over == OVER_ENTRY;
}

/* Something is found, or may still be. */
bool
now_hits(const struct vm_in *in)
{
	bool none;

	return *search_says(in->screen, in->inc, in->a, &none) && !none;
}

bool
now_row(const struct vm_in *in)
{
	return *screen_row(in->screen) != '\0';
}

bool
now_past(const struct vm_in *in)
{
	return in->screen->past.n != 0;
}

/* A replay has no present to go back to. */
bool
now_away(const struct vm_in *in)
{
	return now_past(in) && !in->screen->past.replay;
}

/* When the first message of this person's was made that can be let go. */
static when_ms
leaves_since(const struct vm_in *in)
{
	const struct incident *inc = in->inc;
	when_ms since = WHEN_NONE;

	/* What left long ago does not leave again in the past. */
	if (!inc || inc->merged_into || in->screen->past.n)
		return since;
	for (int i = inc->n_messages - 1; i >= 0; i--) {
		const struct message *m = &inc->messages[i];
		const struct entry *e;

		if (m->told != WHEN_NONE || clock_left(inc, m, in->now))
			continue;
		e = incident_entry(inc, m->n);
		if (e && str_same(e->ev.by, who(in)))
			since = m->at;
	}
	return since;
}

/* A message of this person's that Enter would let go. */
bool
now_leaving(const struct vm_in *in)
{
	when_ms since = leaves_since(in);

	/* Not the Enter that made it, pressed twice. */
	return since != WHEN_NONE && in->now - since >= FORM_HOLD;
}

bool
now_offered(const struct vm_in *in)
{
	return live(in) && clock_offer_stands(in->inc, in->now) &&
		str_same(in->inc->command.offer.to, who(in));
}

bool
now_ack(const struct vm_in *in)
{
	const struct sme *s = live(in) ? incident_sme(in->inc, who(in)) :
		NULL;

	if (!live(in))
		return false;
	if (now_offered(in) || (s && s->state == SME_PAGED))
		return true;
	for (int i = 0; i < in->inc->n_objectives; i++)
		if (in->inc->objectives[i].state == OBJ_ASSIGNED &&
		    str_same(in->inc->objectives[i].who, who(in)))
			return true;
	return false;
}

bool
now_advance(const struct vm_in *in)
{
	const struct incident *inc = in->inc;

	if (live(in) && !*inc->command.holder)
		return inc->stage == STAGE_DETECT;
	if (!may(in, RIGHT_CLOSING))
		return false;
	return inc->all_clear || (inc->under_control ?
		inc->stage < STAGE_REPAIR : inc->stage < STAGE_MITIGATE);
}

bool
now_back(const struct vm_in *in)
{
	return may(in, RIGHT_CLOSING) && in->inc->stage > STAGE_DETECT;
}

bool
now_call(const struct vm_in *in)
{
	if (!live(in))
		return false;
	return *in->inc->command.holder ? may(in, RIGHT_COMMAND) &&
		in->inc->stage >= STAGE_MITIGATE : may(in, RIGHT_END);
}

bool
now_can(const struct vm_in *in)
{
	return live(in);
}

bool
now_same(const struct vm_in *in)
{
	return live(in) && incident_report(in->inc, who(in));
}

static bool
has_unsaid(const struct vm_in *in)
{
	for (int i = 0; in->inc && i < in->inc->n_messages; i++)
		if (in->inc->messages[i].told == WHEN_NONE &&
		    clock_left(in->inc, &in->inc->messages[i], in->now))
			return *who(in) != '\0';
	return false;
}

bool
now_broadcast(const struct vm_in *in)
{
	return may(in, RIGHT_STAFF) || has_unsaid(in);
}

bool
now_customers(const struct vm_in *in)
{
	if (!in->inc || !*who(in))
		return false;
	if (clock_customers_due(in->inc) == WHEN_NONE)
		return false;
	return may(in, RIGHT_STAFF) ||
		str_same(in->inc->customers.owner, who(in));
}

bool
now_page(const struct vm_in *in)
{
	return live(in) && may(in, RIGHT_EARLY_STAFF);
}

bool
now_objective(const struct vm_in *in)
{
	if (live(in) && may(in, RIGHT_STAFF))
		return true;
	for (int i = 0; *who(in) && in->inc && !in->inc->closed &&
	    i < in->inc->n_objectives; i++)
		if (objective_open(&in->inc->objectives[i]) &&
		    str_same(in->inc->objectives[i].who, who(in)))
			return true;
	return false;
}

bool
now_decide(const struct vm_in *in)
{
	if (may(in, RIGHT_COMMAND))
		return true;
	for (int i = 0; *who(in) && in->inc && !in->inc->closed &&
	    i < in->inc->n_needs; i++)
		if (need_open(&in->inc->needs[i]) &&
		    str_same(in->inc->needs[i].who, who(in)))
			return true;
	return false;
}

bool
now_mitigation(const struct vm_in *in)
{
	return live(in) && in->inc->stage >= STAGE_VERIFY;
}

bool
now_note(const struct vm_in *in)
{
	return may(in, RIGHT_ANYONE);
}

bool
now_severity(const struct vm_in *in)
{
	return live(in) && may(in, RIGHT_EARLY);
}

bool
now_command(const struct vm_in *in)
{
	return live(in);
}

bool
now_role(const struct vm_in *in)
{
	return may(in, RIGHT_ANYONE);
}

/* What is far back is hardly what somebody wants to take back. */
bool
now_undo(const struct vm_in *in)
{
	const struct incident *inc = in->inc;
	uint32_t last = inc ? inc->n : 0;

	for (uint32_t n = last; n > 1 && last - n < 50 && *who(in); n--) {
		const struct entry *e = incident_entry(inc, n);

		if (str_same(e->ev.by, who(in)))
			return !e->withdrawn_by &&
				e->ev.kind != KIND_WITHDRAWN;
	}
	return false;
}
