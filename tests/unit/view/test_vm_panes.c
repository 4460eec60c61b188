/* A pane is written once, and says what it would say if written at its place. */
#include "view/vm_part.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "unit/view/samples.h"
#include "view/answer.h"
#include "view/rows.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

/* The panes of a frame; with @anew each is written at its place. */
static void
print_panes(struct shot *s, bool anew, struct str *out)
{
	struct vm_make m;

	vm_make(&m, &s->in);
	if (anew)
		memset(m.measured, 0, sizeof(m.measured));
	/* The pane of command leaves out what stands in the head. */
	if (m.lay.head)
		vm_head(&m);
	vm_panes(&m);
	vm_print(m.vm, out);
}

static void
check_sizes(struct shot *s, const char *name)
{
	static const int widths[] = {40, 60, 80, 100, 130, 200};
	struct str once = {0}, anew = {0};

	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		for (int h = 6; h < 72; h += 3) {
			/* Ends the last frame, and its memory. */
			shot_vm(s, h, widths[i]);
			str_cut(&once, 0);
			str_cut(&anew, 0);
			print_panes(s, false, &once);
			print_panes(s, true, &anew);
			/* It holds numbers as bytes, and 0 is one. */
			if (once.len != anew.len || memcmp(str_get(&once),
			    str_get(&anew), once.len) != 0)
				fail_msg("%s, %dx%d", name, widths[i], h);
		}
	}
	str_release(&once);
	str_release(&anew);
}

static void
test_what_is_measured_is_what_stands_there(void **state)
{
	static const enum sample_id ids[] = {
		SAMPLE_MINUTE_ONE, SAMPLE_INCIDENT, SAMPLE_SILENT,
		SAMPLE_CARE, SAMPLE_CLOSED,
	};

	(void)state;
	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		struct sample v;

		sample_open(&v, ids[i]);
		for (int id = PANE_ATTENTION; id < PANE_BOARD; id++) {
			screen_focus(&v.s.screen, (enum pane_id)id);
			check_sizes(&v.s, sample_name(ids[i]));
		}
		v.s.screen.zoom = true;
		check_sizes(&v.s, sample_name(ids[i]));
		sample_end(&v);
	}
}

/* With six rows it has no blank line, and with one it would ask for six. */
static void
test_a_low_pane_of_reports_is_written_without_blanks(void **state)
{
	struct scene p = scene_declared("Login page is blank");
	struct shot s;

	(void)state;
	scene(&p, "14:02 li", KIND_JOINED, F_WHO, "li", F_FIELD, "network", F_NONE);
	scene_can(&p, "14:05 raj", "C it is slow\nA looking");
	shot_init(&s, &p, "ana");
	check_sizes(&s, "two of whom one reported");
	assert_int_equal(shot_pane(&s, 36, 100, PANE_CAN)->n, 5);
	shot_end(&s);
	scene_end(&p);
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
		cmocka_unit_test(test_what_is_measured_is_what_stands_there),
		cmocka_unit_test(
			test_a_low_pane_of_reports_is_written_without_blanks),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
