/*
 * Without a sign beyond ASCII: every screen that the tests know, and what is
 * left of people's words.
 */
#include "unit/view/desk.h"
#include "unit/view/scene.h"

#include "base/hash.h"
#include "base/mem.h"
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
	{45, 160}, {30, 100}, {24, 80}, {15, 60}, {10, 40}, {3, 9}, {1, 1},
};

enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };

/* The frame with and without signs: of these are left what ASCII has. */
static void
check(const struct vm *vm, int h, int w, const char *what)
{
	struct canvas *signs = canvas_new(h, w), *c = canvas_new(h, w);

	c->ascii = true;
	frame_draw(signs, vm);
	frame_draw(c, vm);
	for (int y = 0; y < h; y++)
		for (int x = 0; x < w; x++) {
			const struct cell *a = canvas_cell(c, y, x);
			const struct cell *b = canvas_cell(signs, y, x);

			if (a->cp < ' ' || a->cp > '~' || a->width != 1 ||
			    a->marks[0])
				fail_msg("%s %dx%d: U+%04X at %d, %d", what, w,
					h, (unsigned)a->cp, y, x);
			if (a->cp == '?' && b->cp != '?')
				fail_msg("%s %dx%d: no sign for U+%04X", what,
					w, h, (unsigned)b->cp);
			assert_int_equal(a->style, b->style);
		}
	canvas_free(signs);
	canvas_free(c);
}

static void
check_sizes(struct shot *s, const char *what)
{
	s->in.ascii = true;
	for (int i = 0; i < SIZES; i++)
		check(shot_vm(s, sizes[i].h, sizes[i].w), sizes[i].h,
			sizes[i].w, what);
}

static void
test_every_pane_has_signs_of_ascii(void **state)
{
	struct scene p = scene_sample();
	struct shot s;

	(void)state;
	shot_init(&s, &p, "ana");
	check_sizes(&s, "sample");
	s.screen.zoom = true;
	for (int i = PANE_NONE + 1; i < PANE_COUNT; i++) {
		s.screen.focus = (enum pane_id)i;
		check_sizes(&s, "zoomed");
	}
	s.screen.zoom = false;
	s.in.mono += 60000;
	check_sizes(&s, "no signal");
	shot_end(&s);
	scene_end(&p);
	shot_init(&s, NULL, "ana");
	check_sizes(&s, "board");
	shot_end(&s);
}

static void
check_desk(struct desk *d, const char *keys)
{
	struct vm_in in;

	desk_keys(d, keys);
	for (int i = 0; i < SIZES; i++) {
		in = desk_in(d);
		in.ascii = true;
		in.h = sizes[i].h;
		in.w = sizes[i].w;
		check(vm_build(&in), in.h, in.w, keys);
	}
	desk_keys(d, "Esc Esc");
}

static void
test_every_form_and_overlay_has_signs_of_ascii(void **state)
{
	static const char *const keys[] = {
		"?", "B", ">", "!", "c", "m", "d", "t", "b", "p", "o", "n",
		"v", "h", "i", ":", "/", "x", "Tab Enter", "5 Enter", "S",
		"f", "g", "D",
	};
	struct desk *d = desk_busy();

	(void)state;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		check_desk(d, keys[i]);
	desk_free(d);
}

/* What is left of people's words takes as much room as they do. */
static const char *
ascii_of(struct arena *a, const char *text)
{
	struct canvas *c = canvas_new(1, 40);
	struct str out = {0};
	const char *got;

	c->ascii = true;
	canvas_put(c, canvas_rect(c), STYLE_TEXT, text);
	canvas_dump(c, &out);
	got = arena_dupn(a, str_get(&out), out.len - 1);
	str_release(&out);
	canvas_free(c);
	return got;
}

static void
test_letters_keep_what_ascii_has_of_them(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_string_equal(ascii_of(a, "Jos\u00e9 \u0141ukasz \u0218tefan"),
		"Jose Lukasz Stefan");
	assert_string_equal(ascii_of(a, "Nguy\u1ec5n \u00d8ys\u00e6"),
		"Nguyen Oysa");
	assert_string_equal(ascii_of(a, "e\u0301t\u00e9"), "ete");
	assert_string_equal(ascii_of(a, "\u201cwait\u201d \u2013 it\u2019s"),
		"\"wait\" - it's");
	assert_string_equal(ascii_of(a, "\u0416\u4e2d."), "???.");
	assert_string_equal(ascii_of(a, "\u2588\u2580\u2584\u2592\u2550"),
		"#\"_#+");
	arena_free(a);
}

/* What the screen cannot show the log has, and the entry says so. */
static void
test_a_whole_entry_says_what_is_not_shown(void **state)
{
	struct desk *d = desk_incident("ana");

	(void)state;
	desk_run(d, "ana", "note plain words");
	desk_keys(d, "5 Enter");
	d->ascii = true;
	assert_null(strstr(desk_frame(d), "ASCII"));
	desk_keys(d, "Esc");
	desk_run(d, "ana", "note caf\u00e9 \u4e2d");
	desk_keys(d, "5 End Enter");
	assert_non_null(strstr(desk_frame(d), "not all is ASCII"));
	d->ascii = false;
	assert_null(strstr(desk_frame(d), "not all is ASCII"));
	desk_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_pane_has_signs_of_ascii),
		cmocka_unit_test(
			test_every_form_and_overlay_has_signs_of_ascii),
		cmocka_unit_test(test_letters_keep_what_ascii_has_of_them),
		cmocka_unit_test(test_a_whole_entry_says_what_is_not_shown),
	};

	if (!hash_init() || !setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
