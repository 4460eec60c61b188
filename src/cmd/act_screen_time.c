/* Time travel: which moment of an incident the screen shows. */
#include "cmd/act.h"

#include "base/text.h"
#include "cmd/moment.h"
#include "cmd/screen_env.h"
#include "view/keys.h"
#include "view/screen.h"

static bool
is_open(const struct cmd_env *env, struct err *err)
{
	return (env->whole && env->whole->n) || err_set(err, ERR_REFUSED,
		"no incident is open here: Enter opens the one under the"
		" cursor");
}

static void
go(const struct cmd_env *env, const struct moment *to)
{
	screen_past(env->screen, env->whole, to->n, to->at);
}

static void
go_to_present(const struct cmd_env *env, struct outcome *out)
{
	screen_present(env->screen);
	act_say(out, "back to now");
}

/* ---- stepping ----------------------------------------------------------- */

/* There is no entry any more in the direction that was asked for. */
static bool
at_the_end(const struct cmd_env *env, enum moment_step step,
	struct outcome *out, struct err *err)
{
	const struct past *past = &env->screen->past;

	if (step == MOMENT_PREV)
		return err_set(err, ERR_REFUSED, "this is the first entry");
	if (step == MOMENT_STAGE_PREV)
		return err_set(err, ERR_REFUSED, "no stage was entered before"
			" this");
	if (past->replay)
		return err_set(err, ERR_REFUSED, step == MOMENT_NEXT ?
			"this is the last entry" :
			"no stage was entered after this");
	go_to_present(env, out);
	return true;
}

static bool
step_to(const struct cmd_env *env, enum moment_step step,
	struct outcome *out, struct err *err)
{
	struct past *past = &env->screen->past;
	uint32_t from = past->n, n;
	struct moment to;

	if (!from && (step == MOMENT_NEXT || step == MOMENT_STAGE_NEXT))
		return err_set(err, ERR_REFUSED, KEY_PRESENT);
	/* From the present one comes to the entry before the last. */
	if (!from)
		from = step == MOMENT_PREV ? env->whole->n :
			env->whole->n + 1;
	n = moment_step(env->whole, from, step);
	past->plays = false;
	if (!n)
		return at_the_end(env, step, out, err);
	to = moment_of(env->whole, n);
	go(env, &to);
	return true;
}

bool
screen_go_to(const struct cmd_env *env, const char *text, struct err *err)
{
	const struct incident *inc = env->whole;
	const struct past *past = &env->screen->past;
	when_ms base = past->n ? past->at : env->now;
	struct moment to;

	/* A day on which nothing happened is not meant. */
	if (!past->n && *text != '-' && *text != '+')
		base = moment_of(inc, inc->n).at;
	if (!moment_read(inc, text, base, env->zone_min, &to, err))
		return false;
	if (!past->replay && to.at >= env->ref)
		return err_set(err, ERR_REFUSED, "this is still to come");
	go(env, &to);
	return true;
}

static bool
act_past(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	static const struct {
		const char *where;
		enum moment_step step;
	} steps[] = {
		{"prev", MOMENT_PREV}, {"next", MOMENT_NEXT},
		{"stage-prev", MOMENT_STAGE_PREV},
		{"stage-next", MOMENT_STAGE_NEXT},
		{"first", MOMENT_FIRST}, {"last", MOMENT_LAST},
	};
	const char *where = cmd_pos(args, 0);

	if (!is_open(env, err))
		return false;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (str_same(where, steps[i].where))
			return step_to(env, steps[i].step, out, err);
	if (!str_same(where, "now"))
		return screen_go_to(env, where, err);
	if (env->screen->past.replay)
		return step_to(env, MOMENT_LAST, out, err);
	if (!env->screen->past.n)
		return err_set(err, ERR_REFUSED, "this is the present");
	go_to_present(env, out);
	return true;
}

/* ---- playing ------------------------------------------------------------ */

static bool
act_play(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	struct past *past = &env->screen->past;

	(void)args;
	(void)out;
	if (!is_open(env, err))
		return false;
	if (!past->n)
		return err_set(err, ERR_REFUSED, KEY_PRESENT);
	if (!past->plays && past->n >= env->whole->n)
		return err_set(err, ERR_REFUSED, "this is the last entry: ["
			" steps back");
	past->plays = !past->plays;
	return true;
}

static bool
act_speed(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	int64_t speed = cmd_int(args, 0);

	if (speed > PAST_SPEED_MAX)
		return err_set(err, ERR_USAGE, "speed: at most %d times as"
			" fast", PAST_SPEED_MAX);
	env->screen->past.speed = (int)speed;
	act_say(out, "%d times as fast as it was", (int)speed);
	return true;
}

const struct cmd_row screen_time_rows[] = {
	SCREEN_MORE("past", act_past, "show the incident as it was",
		"What was known then is shown, with the clocks of then; nothing"
		" can be written meanwhile. An entry that was recorded late"
		" is there from its recording on.",
		ARG_MUST_PLACE("WHEN", "prev|next|stage-prev|stage-next|"
			"first|last|now", "prev, next, stage-prev, stage-next,"
			" first, last, now, a stage, or a time: 14:10Z, -10m,"
			" T+25m since the declaration, #63 for an entry")),
	SCREEN_MORE("play", act_play, "play on from the moment shown, or pause",
		NULL, {.name = NULL}),
	SCREEN_MORE("speed", act_speed, "how fast the past is played",
		NULL, ARG_MUST("N", ARG_INT, "times as fast as it was: 1 to"
			" 100000, 60 at first")),
	{.name = NULL},
};
