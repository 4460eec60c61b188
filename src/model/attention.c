#include "model/attention_find.h"

#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define LIVE IN_LIVE
#define WORD (IN_LIVE | IN_CARE | IN_CLOSED)

const struct attention_row attention_rows[ATT_COUNT] = {
	[ATT_NO_COMMANDER] = {"no-commander", LEVEL_BAD, FOR_ALL, LIVE,
		"h", "take", true, "",
		find_no_commander, say_no_commander,
		"nobody is in command"},
	[ATT_SILENT] = {"silent", LEVEL_BAD, FOR_ALL, LIVE,
		"h", "assume", true, "",
		find_silent, say_silent,
		"the commander's broadcast is overdue and nothing else came"
		" from them"},
	[ATT_OFFERED] = {"offered", LEVEL_WARN, FOR_OWNER, LIVE,
		"a", "accept", true, "",
		find_offered, say_offered,
		"command is offered to you"},
	[ATT_BLOCKED] = {"blocked", LEVEL_BAD, FOR_STAFF, LIVE,
		"d", "objective answer", true, "cannot complete: ",
		find_blocked, say_blocked,
		"an objective cannot be completed and waits for a decision"},
	[ATT_CUSTOMERS_LATE] = {"customers-late", LEVEL_BAD, FOR_CUSTOMERS,
		WORD, "t", "customers", false, "",
		find_customers_late, say_customers_late,
		"customers wait for a word that is late"},
	[ATT_TOLD_NOBODY] = {"told-nobody", LEVEL_BAD, FOR_STAFF, WORD,
		"b", "broadcast", false, "say it by hand: ",
		find_told_nobody, say_told_nobody,
		"a message reached nobody: say it by hand, then say so"},
	[ATT_NOT_ACKED] = {"not-acked", LEVEL_BAD, FOR_STAFF, LIVE,
		"p", "page", false, "not acked: ",
		find_not_acked, say_not_acked,
		"a page was not acknowledged: call them"},
	[ATT_NEED] = {"need", LEVEL_WARN, FOR_STAFF, LIVE,
		"d", "need met", false, "needs: ",
		find_need, say_need,
		"a need of an SME is unanswered"},
	[ATT_CAN_LATE] = {"can-late", LEVEL_WARN, FOR_STAFF, LIVE,
		"p", "page", false, "CAN late: ",
		find_can_late, say_can_late,
		"an SME's CAN report is late; after two missed: call them"},
	[ATT_CAN_MINE] = {"can-mine", LEVEL_BAD, FOR_OWNER, LIVE,
		"c", "can", false, "",
		find_can_mine, say_can_mine,
		"your own CAN report is due; . says no change"},
	[ATT_READ_BACK] = {"read-back", LEVEL_WARN, FOR_OWNER, LIVE,
		"a", "objective understood", false, "read back: ",
		find_read_back, say_read_back,
		"an objective waits to be read back"},
	[ATT_PAGED] = {"paged", LEVEL_BAD, FOR_OWNER, LIVE,
		"a", "ack", false, "",
		find_paged, say_paged,
		"a page waits for you"},
	[ATT_ACKED_SILENT] = {"acked-silent", LEVEL_WARN, FOR_STAFF, LIVE,
		"p", "page", false, "acked, not here: ",
		find_acked_silent, say_acked_silent,
		"somebody acknowledged a page and did not come"},
	[ATT_OVERDUE] = {"overdue", LEVEL_WARN, FOR_OWNER, LIVE,
		"o", "objective answer", false, "over time: ",
		find_overdue, say_overdue,
		"an objective's time box is over"},
	[ATT_CUSTOMERS_DUE] = {"customers-due", LEVEL_WARN, FOR_CUSTOMERS,
		WORD, "t", "customers", false, "",
		find_customers_due, say_customers_due,
		"a word to customers is due soon, or they have not heard of a"
		" stage"},
	[ATT_BROADCAST_DUE] = {"broadcast-due", LEVEL_WARN, FOR_STAFF, LIVE,
		"b", "broadcast", false, "",
		find_broadcast_due, say_broadcast_due,
		"the commander's broadcast is due"},
	[ATT_NOBODY_SPEAKS] = {"nobody-speaks", LEVEL_WARN, FOR_STAFF, LIVE,
		":", "role", false, "",
		find_nobody_speaks, say_nobody_speaks,
		"nobody speaks to customers, and there are enough people"},
	[ATT_READY] = {"ready", LEVEL_INFO, FOR_STAFF, LIVE | IN_CARE,
		">", "advance", false, "",
		find_ready, say_ready,
		"the exit criteria of the stage are complete"},
	[ATT_AHEAD] = {"ahead", LEVEL_INFO, FOR_STAFF, LIVE,
		">", "advance", false, "",
		find_ahead, say_ahead,
		"facts are ahead of the stage"},
	[ATT_TIRED] = {"tired", LEVEL_BAD, FOR_STAFF, LIVE,
		"h", "offer", false, "",
		find_tired, say_tired,
		"one person has been in command for long"},
	[ATT_SPAN] = {"span", LEVEL_BAD, FOR_STAFF, LIVE,
		":", "release", false, "",
		find_span, say_span,
		"more direct reports than one person can lead"},
	[ATT_LEFT_OPEN] = {"left-open", LEVEL_WARN, FOR_STAFF, IN_CARE,
		"d", "need met", false, "",
		find_left_open, say_left_open,
		"needs and objectives that were open at All Clear"},
	[ATT_REVIEW] = {"review", LEVEL_BAD, FOR_STAFF, IN_CARE,
		":", "review held", false, "",
		find_review, say_review,
		"the review is due"},
	[ATT_ITEM] = {"item", LEVEL_BAD, FOR_OWNER, IN_CARE,
		":", "action done", false, "action items overdue: ",
		find_item, say_item,
		"an action item is overdue"},
	[ATT_WAITING] = {"waiting", LEVEL_INFO, FOR_OWNER, LIVE,
		"d", "need met", false, "waiting: ",
		find_waiting, say_waiting,
		"a need or objective of yours waits for somebody else"},
	[ATT_OBJECTIVE] = {"objective", LEVEL_INFO, FOR_OWNER, LIVE,
		"o", "objective done", false, "objectives: ",
		find_objective, say_objective,
		"an objective of yours, in its time box"},
};

/* ---- snoozes ------------------------------------------------------- */

/* Order of row names, ASCII case folded since they hold names. */
static int
compare_rows(const char *a, const char *b)
{
	for (;; a++, b++) {
		int x = *a >= 'A' && *a <= 'Z' ? *a - 'A' + 'a' : *a;
		int y = *b >= 'A' && *b <= 'Z' ? *b - 'A' + 'a' : *b;

		if (x != y || !x)
			return x - y;
	}
}

static int
compare_snoozes(const void *a, const void *b)
{
	const struct snooze *x = *(const struct snooze *const *)a;
	const struct snooze *y = *(const struct snooze *const *)b;
	int order = compare_rows(x->row, y->row);

	if (order)
		return order;
	return x > y ? -1 : x < y; /* both lie in one list: the latest first */
}

/* Sorts them once, so that each hit asks in a few steps. */
static void
list_snoozes(struct attention_find *f)
{
	const struct incident *inc = f->inc;

	f->n_quiet = inc->n_snoozes;
	if (!f->n_quiet)
		return;
	f->quiet = arena_alloc(f->a, (size_t)f->n_quiet * sizeof(*f->quiet));
	for (int i = 0; i < f->n_quiet; i++)
		f->quiet[i] = &inc->snoozes[i];
	qsort(f->quiet, (size_t)f->n_quiet, sizeof(*f->quiet),
		compare_snoozes);
}

/* Whether the latest snooze of the row @id still holds. */
static bool
is_quiet(const struct attention_find *f, const char *id)
{
	int low = 0, high = f->n_quiet;

	while (low < high) {
		int mid = low + (high - low) / 2;

		if (compare_rows(f->quiet[mid]->row, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low < f->n_quiet && !compare_rows(f->quiet[low]->row, id) &&
		f->quiet[low]->until != WHEN_NONE &&
		f->now < f->quiet[low]->until;
}

static const char *
row_id(const struct attention_find *f, const struct attention_hit *h)
{
	const char *sort = attention_rows[f->sort].id;

	if (*h->who)
		return arena_printf(f->a, "%s:%s", sort, h->who);
	if (h->about)
		return arena_printf(f->a, "%s:%d", sort, (int)h->about);
	return sort;
}

/* ---- hits ---------------------------------------------------------- */

static bool
is_worse(const struct attention_hit *a, const struct attention_hit *b)
{
	return a->level != b->level ? a->level > b->level :
		a->since < b->since;
}

void
attention_hit(struct attention_find *f, struct attention_hit hit)
{
	int at;

	if (!hit.who)
		hit.who = "";
	if (f->n_quiet && (is_quiet(f, attention_rows[f->sort].id) ||
	    is_quiet(f, row_id(f, &hit)))) {
		f->snoozed++;
		return;
	}
	f->n_hits++;
	at = f->n_worst;
	while (at && is_worse(&hit, &f->worst[at - 1]))
		at--;
	if (at == ATTENTION_SHOWN)
		return;
	if (f->n_worst < ATTENTION_SHOWN)
		f->n_worst++;
	memmove(&f->worst[at + 1], &f->worst[at],
		(size_t)(f->n_worst - 1 - at) * sizeof(hit));
	f->worst[at] = hit;
}

/* The hits of a kind as one text: "CAN late: raj 21m, li 12m +4 more". */
static const char *
join_hits(struct attention_find *f)
{
	const struct attention_row *row = &attention_rows[f->sort];
	const char *text = row->many;

	for (int i = 0; i < f->n_worst; i++) {
		struct attention_said said = {0};

		row->say(f, &f->worst[i], &said);
		text = arena_printf(f->a, "%s%s%s", text, i ? ", " : "",
			said.brief ? said.brief : said.text);
	}
	if (f->n_hits > f->n_worst)
		text = arena_printf(f->a, "%s +%d more", text,
			f->n_hits - f->n_worst);
	return text;
}

static struct attention
make_row(struct attention_find *f)
{
	const struct attention_row *row = &attention_rows[f->sort];
	const struct attention_hit *h = &f->worst[0];
	struct attention_said said = {.more = "", .key = row->key};

	row->say(f, h, &said);
	return (struct attention){
		.sort = f->sort,
		.level = h->level,
		.id = row_id(f, h),
		.text = f->n_hits > 1 ? join_hits(f) : said.text,
		.more = f->n_hits > 1 ? "" : said.more,
		.key = said.key,
		.verb = said.verb,
		.who = h->who,
		.about = h->about,
		.since = h->since,
		.joined = f->n_hits,
	};
}

/* ---- who looks ----------------------------------------------------- */

/* Who commands, or after All Clear the review owner; "" nobody. */
static const char *
in_charge(const struct incident *inc)
{
	return incident_live(inc) ? inc->command.holder : inc->review.owner;
}

static void
look_as(struct attention_find *f, const char *who)
{
	const char *boss = in_charge(f->inc);

	f->nameless = !who || !*who;
	f->who = f->nameless ? boss : who;
	f->staff = !*boss || str_same(f->who, boss) ||
		(incident_live(f->inc) &&
		 incident_deputizes(f->inc, f->who));
	f->speaks = *f->inc->customers.owner &&
		str_same(f->who, f->inc->customers.owner);
}

static int
phase_of(const struct incident *inc)
{
	if (inc->closed)
		return IN_CLOSED;
	return inc->all_clear ? IN_CARE : IN_LIVE;
}

static bool
is_for(const struct attention_find *f, const struct attention_row *row)
{
	if (!(row->phases & phase_of(f->inc)))
		return false;
	return f->staff || row->whose == FOR_ALL || row->whose == FOR_OWNER ||
		(row->whose == FOR_CUSTOMERS && f->speaks);
}

struct attention_list
attention_of(const struct incident *inc, const char *who, when_ms now,
	struct arena *a)
{
	struct attention_find f = {.inc = inc, .now = now, .a = a};
	struct attention_list list = {.for_whom = ""};

	if (!inc->declared)
		return list;
	look_as(&f, who);
	list_snoozes(&f);
	list.v = arena_alloc(a, ATT_COUNT * sizeof(*list.v));
	for (int i = 0; i < ATT_COUNT; i++) {
		f.sort = (enum attention_sort)i;
		f.n_worst = f.n_hits = 0;
		if (!is_for(&f, &attention_rows[i]))
			continue;
		attention_rows[i].find(&f);
		if (f.n_hits)
			list.v[list.n++] = make_row(&f);
	}
	list.snoozed = f.snoozed;
	if (f.nameless)
		list.for_whom = f.who;
	return list;
}
