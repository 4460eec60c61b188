/*
 * Every mode and every pane at every size that the screens are made for:
 * golden/NAME.txt has all sizes of one, golden/pane-NAME.txt those of a pane.
 */
#include "unit/view/golden.h"
#include "unit/view/samples.h"

#include "view/input.h"
#include "view/layout.h"
#include "view/rows.h"
#include "view/search.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

static const int sizes[][2] = {
	{10, 40}, {24, 80}, {30, 100}, {43, 132}, {45, 160}, {60, 240},
};

#define SIZES (sizeof(sizes) / sizeof(sizes[0]))

/* ---- modes ------------------------------------------------------------ */

typedef void show_fn(struct sample *v);

static void
show_help(struct sample *v)
{
	v->s.screen.over = OVER_HELP;
}

/* Command is offered to whoever reads it. */
static void
show_briefing(struct sample *v)
{
	scene(&v->p, "14:30 ana", KIND_OFFERED, F_FROM, "ana", F_TO, "raj",
		F_NONE);
	snprintf(v->s.screen.who, sizeof(v->s.screen.who), "raj");
	v->s.screen.over = OVER_BRIEF;
}

static void
show_entry(struct sample *v)
{
	v->s.screen.over = OVER_ENTRY;
	v->s.screen.over_entry = v->p.inc->reports[0].n;
}

static void
show_form(struct sample *v, const char *name)
{
	struct str why = {0};
	struct form_in in;

	screen_form_in(&v->s.screen, &v->s.in, &in);
	if (!form_open(&v->s.screen.form, name, &in, &why))
		fail_msg("%s: %s", name, str_get(&why));
	v->s.screen.over = OVER_FORM;
	str_release(&why);
}

static void
show_stage(struct sample *v)
{
	show_form(v, "advance");
}

static void
show_can(struct sample *v)
{
	show_form(v, "can");
}

static void
show_prompt(struct sample *v)
{
	screen_prompt(&v->s.screen, "note the disk is full");
	snprintf(v->s.screen.hint, sizeof(v->s.screen.hint), "TEXT");
}

static void
show_search(struct sample *v)
{
	screen_focus(&v->s.screen, PANE_TIMELINE);
	search_for(&v->s.screen, v->p.inc, "drain");
	search_open(&v->s.screen);
	v->s.screen.find_kept = false;
}

static void
show_message(struct sample *v)
{
	scene(&v->p, "14:31:16 ana", KIND_STAGE, F_FROM, "dispatch", F_TO,
		"mitigate", F_MESSAGE, "mitigating", F_NONE);
	screen_say(&v->s.screen, SAID_ERROR, v->s.in.mono, "refused: the stage"
		" was left by raj 0.4 s ago: look at what is there now, then"
		" press > once more");
}

static const struct mode_row {
	const char *name;
	enum sample_id sample;
	show_fn *show;
} modes[] = {
	{"nothing", SAMPLE_NOTHING, NULL},
	{"board", SAMPLE_BOARD, NULL},
	{"minute-one", SAMPLE_MINUTE_ONE, NULL},
	{"incident", SAMPLE_INCIDENT, NULL},
	{"commander-silent", SAMPLE_SILENT, NULL},
	{"two-live", SAMPLE_TWO_LIVE, NULL},
	{"not-in-command", SAMPLE_NOT_IN_COMMAND, NULL},
	{"no-signal", SAMPLE_NO_SIGNAL, NULL},
	{"went-back", SAMPLE_WENT_BACK, NULL},
	{"restricted", SAMPLE_RESTRICTED, NULL},
	{"aftercare", SAMPLE_CARE, NULL},
	{"closed", SAMPLE_CLOSED, NULL},
	{"help", SAMPLE_INCIDENT, show_help},
	{"briefing", SAMPLE_INCIDENT, show_briefing},
	{"entry", SAMPLE_INCIDENT, show_entry},
	{"form-stage", SAMPLE_INCIDENT, show_stage},
	{"form-can", SAMPLE_INCIDENT, show_can},
	{"prompt", SAMPLE_MINUTE_ONE, show_prompt},
	{"search", SAMPLE_INCIDENT, show_search},
	{"message", SAMPLE_INCIDENT, show_message},
};

static void
test_every_mode_at_every_size(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		struct golden g = {.name = modes[i].name};
		struct sample v;

		sample_open(&v, modes[i].sample);
		if (modes[i].show)
			modes[i].show(&v);
		for (size_t n = 0; n < SIZES; n++)
			golden_add(&g, &v.s, sizes[n][0], sizes[n][1], NULL);
		golden_end(&g);
		sample_end(&v);
	}
}

/* ---- panes ------------------------------------------------------------ */

static const char *const pane_names[] = {
	"pane-for-you", "pane-can", "pane-smes", "pane-command",
	"pane-timeline", "pane-objectives", "pane-told",
};

/* Where several share a place; and zoomed. */
static void
test_every_pane_in_use_and_zoomed(void **state)
{
	(void)state;
	for (int i = 0; i < 7; i++) {
		struct golden g = {.name = pane_names[i]};
		struct sample v;

		sample_open(&v, SAMPLE_INCIDENT);
		screen_focus(&v.s.screen, layout_numbered(i + 1));
		golden_add(&g, &v.s, 10, 40, NULL);
		golden_add(&g, &v.s, 24, 80, NULL);
		v.s.screen.zoom = true;
		golden_add(&g, &v.s, 10, 40, "zoomed");
		golden_add(&g, &v.s, 24, 80, "zoomed");
		golden_add(&g, &v.s, 30, 100, "zoomed");
		golden_add(&g, &v.s, 45, 160, "zoomed");
		golden_end(&g);
		sample_end(&v);
	}
}

static int
setup(void **state)
{
	(void)state;
	return hash_init() && setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_mode_at_every_size),
		cmocka_unit_test(test_every_pane_in_use_and_zoomed),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
