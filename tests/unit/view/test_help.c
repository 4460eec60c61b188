/* The help: from the key table alone, for this person and this moment. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "base/text.h"
#include "view/keys.h"
#include "view/overlay.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

/* All of the help, one column wide, in one line: what is wrapped is joined. */
static const char *
whole(struct desk *d)
{
	struct vm_in in;
	struct layout lay;
	struct vm_overlay *o;
	struct str out = {0};
	const char *text;

	desk_keys(d, "?");
	in = desk_in(d);
	in.h = 400;
	in.w = 80;
	vm_layout(&in, &lay);
	o = vm_overlay(&in, &lay);
	for (int i = 0; i < o->n; i++)
		for (int k = 0; k < o->lines[i].n; k++)
			str_addf(&out, "%s%s", k || o->lines[i].spans[0].x ?
				" " : "\n", o->lines[i].spans[k].text);
	desk_keys(d, "?");
	text = arena_dup(d->a, str_get(&out));
	str_release(&out);
	return text;
}

static void
has(const char *help, const char *words)
{
	if (!strstr(help, words))
		fail_msg("no \"%s\" in %s", words, help);
}

static void
test_every_row_of_the_table_stands_in_it(void **state)
{
	struct desk *d = desk_busy();
	const char *help = whole(d);
	const struct key_row *r;

	(void)state;
	for (int i = 0; (r = key_row(i)); i++)
		if (!(r->where & KEY_BOARD) || r->where & KEY_INCIDENT) {
			if (r->where == KEY_BRIEF || r->where == KEY_INCIDENT)
				continue; /* by the moment: below */
			has(help, r->help);
		}
	for (int i = 0; (r = key_row(i)); i++)
		if (r->where == KEY_INCIDENT && !r->now)
			has(help, r->help);
	desk_free(d);
}

static void
test_it_begins_with_what_waits_for_this_person(void **state)
{
	struct desk *d = desk_busy();
	const char *help;

	(void)state;
	desk_run(d, "raj", "objective cannot 1 no disk");
	desk_select(d, PANE_ATTENTION, "blocked:1");
	help = whole(d);
	has(help, "\nWaits for you, ana\nd this row: raj cannot complete");
	assert_true(strstr(help, "Waits for you") <
		strstr(help, "In For you"));
	assert_true(strstr(help, "In For you") < strstr(help, "\nCommand"));
	d->s.who[0] = '\0';
	has(whole(d), "Waits for somebody");
	d->s.read_only = true;
	assert_null(strstr(whole(d), "Waits for"));
	desk_free(d);
}

static void
test_a_key_that_cannot_be_used_says_why(void **state)
{
	struct desk *d = desk_incident("ana");
	const char *help;

	(void)state;
	desk_wait(d, 60);
	snprintf(d->s.who, sizeof(d->s.who), "raj");
	help = whole(d);
	has(help, "> go to the next stage, with its checklist\n"
		"! make the next call: Under Control, then All Clear");
	has(help, "\u2191  only the commander (ana, last acted");
	d->s.read_only = true;
	has(whole(d), "this screen is read-only");
	desk_free(d);
}

static void
test_each_pane_has_its_own_keys_first(void **state)
{
	static const struct {
		const char *key, *words;
	} panes[] = {
		{"1", "In For you\nEnter "}, {"2", "In CAN reports\nEnter "},
		{"3", "In SMEs\nEnter "}, {"4", "In Command\nEnter "},
		{"5", "In Timeline\nEnter "}, {"6", "In Objectives\nEnter "},
		{"7", "In Told\nEnter "},
	};
	struct desk *d = desk_busy();

	(void)state;
	for (size_t i = 0; i < sizeof(panes) / sizeof(panes[0]); i++) {
		desk_keys(d, panes[i].key);
		has(whole(d), panes[i].words);
	}
	desk_keys(d, "q");
	assert_null(strstr(whole(d), "In For you"));
	has(whole(d), "Enter open the incident under the cursor");
	desk_free(d);
}

static void
test_own_keys_stand_in_their_place(void **state)
{
	const struct key_bind binds[] = {
		{"F6", "form broadcast", "f:1"}, {"r", "focus 5", "f:2"},
		{"C-n", "note ", "f:3"}, {"t", "none", "f:4"},
	};
	struct desk *d = desk_busy();
	struct err err;
	struct key_map *map = key_map_new(binds, 4, &err);
	const char *help;

	(void)state;
	d->s.keys = map;
	help = whole(d);
	has(help, "\nF6 tell the company");
	has(help, "\nr go to the timeline");
	has(help, "\nYour own keys\nC-n note ");
	has(help, "\nt does nothing, in place of: record what customers");
	assert_null(strstr(help, "\nb tell the company"));
	assert_null(strstr(help, "\nr draw the screen anew\nEsc"));
	d->w = 400;
	has(desk_bar(d), " F6 broadcast ");
	assert_null(strstr(desk_bar(d), " b broadcast "));
	d->s.keys = NULL;
	key_map_free(map);
	desk_free(d);
}

/* The row of the frame that @lines are above. */
static const char *
row_below(const char *frame, int lines)
{
	while (lines-- > 0)
		frame = strchr(frame, '\n') + 1;
	return frame;
}

static void
test_no_heading_stands_at_the_foot_of_a_page(void **state)
{
	struct desk *d = desk_busy();

	(void)state;
	desk_keys(d, "?");
	d->w = 100;
	d->h = 30;
	for (int page = 0; page < 4; page++) {
		const char *foot = row_below(desk_frame(d), d->h - 4);
		const char *edge = "\u2502";

		has(row_below(foot, 1), "\u2570");
		assert_int_equal(strncmp(foot, edge, strlen(edge)), 0);
		foot += strlen(edge);
		if (strncmp(foot + strspn(foot, " "), edge, strlen(edge)) != 0)
			fail_msg("page %d ends with:%.60s", page, foot);
		desk_keys(d, "Space");
	}
	desk_free(d);
}

static void
test_it_stands_in_columns_and_is_counted(void **state)
{
	struct desk *d = desk_busy();
	const char *text;

	(void)state;
	desk_keys(d, "?");
	d->w = 160;
	d->h = 45;
	text = desk_frame(d);
	has(text, "Command");
	has(text, "Looking");
	has(text, "Time travel");
	d->w = 40;
	d->h = 10;
	text = desk_frame(d);
	has(text, "1-");
	has(text, " of ");
	desk_keys(d, "End");
	has(desk_frame(d), "close it");
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_row_of_the_table_stands_in_it),
		cmocka_unit_test(
			test_it_begins_with_what_waits_for_this_person),
		cmocka_unit_test(test_a_key_that_cannot_be_used_says_why),
		cmocka_unit_test(test_each_pane_has_its_own_keys_first),
		cmocka_unit_test(test_own_keys_stand_in_their_place),
		cmocka_unit_test(test_no_heading_stands_at_the_foot_of_a_page),
		cmocka_unit_test(test_it_stands_in_columns_and_is_counted),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
