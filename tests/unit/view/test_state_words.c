/*
 * State is never told by colour alone: whatever stands in a style of alarm has
 * a word or a mark that says the same.
 */
#include "unit/view/desk.h"
#include "unit/view/scene.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/canvas.h"
#include "ui/frame.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

static const struct { int h, w; } sizes[] = {
	{60, 240}, {45, 160}, {30, 100}, {24, 80}, {15, 60}, {10, 40},
};

enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };

/* Any of these says what the colour does. */
static const char *const says[] = {
	/* Marks: wrong, worth a look, failed, open, on the way, not yet. */
	"!", "\u2022", "\u2717", "\u25cf", "\u25d0", "\u25cb", "\u2713",
	/* Words. */
	"LATE", "late", "over", "no ack", "paged", "acked", "cannot",
	"nobody", "no commander", "none", "left open", "internal", "failed",
	"refused", "assumed", "before", "together", "wrong", "SILENT",
	/* Clocks, beside their name; priorities; kinds of entries. */
	"T+", "P1", "sev", "obj", "mit", "need", "can", "impact", "role",
	"cmd",
};

static bool
is_said(const char *text)
{
	for (size_t i = 0; i < sizeof(says) / sizeof(says[0]); i++)
		if (strstr(text, says[i]))
			return true;
	return false;
}

static bool
is_alarm(const struct cell *cell)
{
	return cell->style == STYLE_BAD || cell->style == STYLE_BAD_BOLD ||
		cell->style == STYLE_WARN;
}

static bool
is_blank(const char *text)
{
	return !text[strspn(text, " ")];
}

/* Runs of one style in a row; each must say it. */
static void
check_row(const struct canvas *c, int y, const char *what)
{
	struct str run = {0};
	int x = 0;

	while (x < c->w) {
		const struct cell *first = canvas_cell(c, y, x);
		const struct cell *cell = first;
		char bytes[4];

		str_cut(&run, 0);
		for (; cell && cell->style == first->style; x++) {
			str_addn(&run, bytes, cell->width ? text_encode(
				cell->cp, bytes) : 0);
			cell = canvas_cell(c, y, x + 1);
		}
		if (is_alarm(first) && !is_blank(str_get(&run)) &&
		    !is_said(str_get(&run)))
			fail_msg("%s %dx%d: colour alone tells \"%s\"", what,
				c->w, c->h, str_get(&run));
	}
	str_release(&run);
}

static void
check(const struct vm *vm, int h, int w, const char *what)
{
	struct canvas *c = canvas_new(h, w);

	frame_draw(c, vm);
	for (int y = 0; y < h; y++)
		check_row(c, y, what);
	canvas_free(c);
}

static void
check_scene(struct scene *p, const char *time, const char *what)
{
	struct shot s;

	shot_init(&s, p, "ana");
	s.in.now = scene_time(time);
	for (int z = PANE_NONE; z < PANE_COUNT; z++) {
		s.screen.zoom = z != PANE_NONE;
		s.screen.focus = z == PANE_NONE ? PANE_ATTENTION :
			(enum pane_id)z;
		for (int i = 0; i < SIZES; i++)
			check(shot_vm(&s, sizes[i].h, sizes[i].w),
				sizes[i].h, sizes[i].w, what);
	}
	shot_end(&s);
}

/* At first calm, later late in all that can be. */
static void
test_an_incident_says_in_words_what_is_late(void **state)
{
	static const char *const times[] = {
		"14:31:19", "14:45", "15:40", "18:00",
	};
	struct scene p = scene_sample();

	(void)state;
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++)
		check_scene(&p, times[i], times[i]);
	scene_end(&p);
}

static void
test_aftercare_says_in_words_what_is_late(void **state)
{
	struct scene p = scene_sample();

	(void)state;
	scene(&p, "14:52 ana", KIND_CALLED, F_CALL, "under-control", F_FROM,
		"dispatch", F_TO, "repair", F_NONE);
	scene(&p, "15:31 ana", KIND_CALLED, F_CALL, "all-clear", F_FROM,
		"repair", F_TO, "review", F_OWNER, "ana", F_NONE);
	scene(&p, "15:41 ana", KIND_ITEM_OPENED, F_NOTE,
		"alert on doubled writes", F_PRIORITY, 2, F_OWNER, "tomas",
		F_UNTIL, "2026-11-23 12:00", F_NONE);
	check_scene(&p, "15:45", "aftercare");
	check_scene(&p, "2026-12-20 10:00", "aftercare, late");
	scene_end(&p);
}

static void
test_a_new_incident_says_in_words_what_is_missing(void **state)
{
	struct scene p = scene_declared("Login page is blank");

	(void)state;
	check_scene(&p, "13:44:04", "declared");
	check_scene(&p, "16:00", "declared and left alone");
	scene_end(&p);
}

/* Which mark a row of Attention has says how bad it is. */
static void
test_the_levels_of_attention_have_marks_of_their_own(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	assert_shows(shot_text(&s, 45, 160), "! ines cannot complete");
	assert_shows(shot_text(&s, 45, 160), "\u2022 CAN late");
	assert_shows(shot_text(&s, 45, 160), "\u00b7 sam has not read back");
	shot_end(&s);
	scene_end(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_incident_says_in_words_what_is_late),
		cmocka_unit_test(test_aftercare_says_in_words_what_is_late),
		cmocka_unit_test(
			test_a_new_incident_says_in_words_what_is_missing),
		cmocka_unit_test(
			test_the_levels_of_attention_have_marks_of_their_own),
	};

	if (!hash_init() || !setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
