#include "unit/view/samples.h"

#include "base/mem.h"
#include "base/str.h"

#include <string.h>

/* ---- incidents -------------------------------------------------------- */

int
sample_board(struct summary *v)
{
	const struct summary start = {
		.severity = 2, .stage = STAGE_DISPATCH, .title = "", .n = 1,
		.commander = "ana", .service = "", .source = "alert",
		.since = scene_time("13:44"),
		.stage_since = scene_time("14:00"),
		.impact = IMPACT_UNKNOWN, .customer_run = scene_time("13:44"),
		.ops_run = scene_time("13:44"), .began = WHEN_NONE,
		.told = WHEN_NONE, .promised = WHEN_NONE,
		.customers_due = WHEN_NONE, .can_due = WHEN_NONE,
		.broadcast_due = WHEN_NONE, .review_due = WHEN_NONE,
		.review_held = WHEN_NONE, .item_due = WHEN_NONE,
		.closed_at = WHEN_NONE,
	};

	for (int i = 0; i < 7; i++)
		v[i] = start;
	v[0].number = 18;
	v[0].title = "Login page is blank";
	v[0].commander = "";
	v[0].severity = 3;
	v[0].stage = STAGE_DETECT;
	v[1].number = 17;
	v[1].severity = 1;
	v[1].title = "EU checkout returns 5xx";
	v[1].customers_due = scene_time("14:25");
	v[2].number = 16;
	v[2].title = "the name of a person";
	v[2].restricted = true;
	v[3].number = 12;
	v[3].title = "Search is slow";
	v[3].all_clear = v[3].under_control = true;
	v[3].stage = STAGE_REVIEW;
	v[3].review_due = scene_time("2026-11-25 10:00");
	v[3].customer_run = WHEN_NONE;
	v[3].customer_base = 27 * WHEN_MINUTE;
	v[4] = v[3];
	v[4].number = 9;
	v[4].title = "\u6771\u4eac\u306e\u652f\u6255\u3044\u304c\u5931\u6557";
	v[4].stage = STAGE_ACTION_ITEMS;
	v[4].review_due = WHEN_NONE;
	v[4].item_due = scene_time("2026-11-20 10:00");
	v[5] = v[3];
	v[5].number = 11;
	v[5].title = "A test page went out";
	v[5].closed = v[5].false_alarm = true;
	v[5].closed_at = scene_time("2026-11-19 09:00");
	v[6] = v[5];
	v[6].number = 10;
	v[6].false_alarm = false;
	v[6].title = "Mail is late";
	return 7;
}

struct scene
scene_aftercare(void)
{
	struct scene p = scene_sample();

	scene(&p, "14:40 ana", KIND_DIAGNOSIS, F_NOTE,
		"the 13:40 deploy doubled writes", F_NONE);
	scene(&p, "14:41 ana", KIND_PROPOSED, F_NOTE, "fail over to db-eu-2",
		F_NONE);
	scene(&p, "14:50 raj", KIND_WORKED, F_MITIGATION, 1, F_FROM, "raj",
		F_NONE);
	scene(&p, "14:52 ana", KIND_CALLED, F_CALL, "under-control", F_FROM,
		"dispatch", F_TO, "repair", F_NONE);
	scene(&p, "15:30 ana", KIND_REPAIR, F_NEEDED, 1, F_NOTE,
		"deploy taken out", F_NONE);
	scene(&p, "15:31 ana", KIND_CALLED, F_CALL, "all-clear", F_FROM,
		"repair", F_TO, "review", F_OWNER, "ana", F_NONE);
	scene(&p, "15:40 ana", KIND_LESSON, F_NOTE, "test writes", F_NONE);
	scene(&p, "15:41 ana", KIND_ITEM_OPENED, F_NOTE,
		"alert on doubled writes", F_PRIORITY, 1, F_OWNER, "tomas",
		F_UNTIL, "2026-11-29 12:00", F_NONE);
	return p;
}

static struct scene
scene_restricted(void)
{
	struct scene p = scene_new(17);

	scene(&p, "13:44 ana", KIND_DECLARED, F_TITLE, "A key has leaked",
		F_SEVERITY, 2, F_SOURCE, "staff", F_IMPACT, "unknown",
		F_RESTRICTED, 1, F_NONE);
	scene(&p, "13:45 ana", KIND_TAKEN, F_NONE);
	scene(&p, "13:50 ana", KIND_SCOPE, F_NOTE, "the signing key of web",
		F_NONE);
	return p;
}

/* ---- what is set up --------------------------------------------------- */

static void
look(struct sample *v, struct scene p, const char *who, const char *now)
{
	v->p = p;
	v->scene = true;
	shot_init(&v->s, &v->p, who);
	v->s.in.now = scene_time(now);
}

static void
open_nothing(struct sample *v)
{
	shot_init(&v->s, NULL, "");
}

static void
open_board(struct sample *v)
{
	shot_init(&v->s, NULL, "ana");
	v->s.in.practice = true;
	v->s.in.board = v->board;
	v->s.in.n_board = v->s.in.board_total = sample_board(v->board);
}

static void
open_unread(struct sample *v)
{
	look(v, scene_new(3), "ana", "14:31:19");
}

static void
open_minute_one(struct sample *v)
{
	look(v, scene_declared("Login page is blank"), "tomas", "13:44:50");
}

static void
open_incident(struct sample *v)
{
	look(v, scene_sample(), "ana", "14:31:19");
}

static void
open_silent(struct sample *v)
{
	look(v, scene_sample(), "raj", "15:30");
}

static void
open_two_live(struct sample *v)
{
	open_incident(v);
	v->s.in.board = v->board;
	v->s.in.n_board = v->s.in.board_total = sample_board(v->board);
}

static void
open_not_in_command(struct sample *v)
{
	open_incident(v);
	scene(&v->p, "14:31 raj", KIND_ASSUMED, F_FROM, "ana", F_NONE);
}

static void
open_no_signal(struct sample *v)
{
	open_incident(v);
	v->s.in.last_good = v->s.in.mono - 25000;
	v->s.in.store_error = "cannot read the store: disk on fire";
	v->s.in.practice = v->s.screen.read_only = true;
}

static void
open_went_back(struct sample *v)
{
	open_incident(v);
	v->s.in.went_back = true;
}

static void
open_restricted(struct sample *v)
{
	look(v, scene_restricted(), "ana", "14:31:19");
}

static void
open_care(struct sample *v)
{
	look(v, scene_aftercare(), "ana", "15:45");
}

static void
open_closed(struct sample *v)
{
	open_care(v);
	scene(&v->p, "15:44 ana", KIND_CLOSED, F_REASON, "done", F_NONE);
}

static void
open_long(struct sample *v)
{
	open_incident(v);
	for (int i = 0; i < 10000; i++)
		scene(&v->p, "14:31 tomas", KIND_NOTE, F_NOTE, "one more",
			F_NONE);
}

static const struct {
	const char *name;
	void (*open)(struct sample *v);
} samples[SAMPLES] = {
	[SAMPLE_NOTHING] = {"nothing", open_nothing},
	[SAMPLE_BOARD] = {"board", open_board},
	[SAMPLE_UNREAD] = {"unread", open_unread},
	[SAMPLE_MINUTE_ONE] = {"minute-one", open_minute_one},
	[SAMPLE_INCIDENT] = {"incident", open_incident},
	[SAMPLE_SILENT] = {"commander-silent", open_silent},
	[SAMPLE_TWO_LIVE] = {"two-live", open_two_live},
	[SAMPLE_NOT_IN_COMMAND] = {"not-in-command", open_not_in_command},
	[SAMPLE_NO_SIGNAL] = {"no-signal", open_no_signal},
	[SAMPLE_WENT_BACK] = {"went-back", open_went_back},
	[SAMPLE_RESTRICTED] = {"restricted", open_restricted},
	[SAMPLE_CARE] = {"aftercare", open_care},
	[SAMPLE_CLOSED] = {"closed", open_closed},
	[SAMPLE_LONG] = {"long", open_long},
};

const char *
sample_name(enum sample_id id)
{
	return samples[id].name;
}

void
sample_open(struct sample *out, enum sample_id id)
{
	memset(out, 0, sizeof(*out));
	samples[id].open(out);
}

void
sample_end(struct sample *v)
{
	shot_end(&v->s);
	if (v->scene)
		scene_end(&v->p);
}
