#include "unit/view/wall_shot.h"

#include "base/mem.h"
#include "base/str.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "unit/view/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define NOW "14:31:19"

void
wall_init(struct wall_shot *s, const struct scene *p)
{
	memset(s, 0, sizeof(*s));
	s->a = arena_new(0);
	s->in.vm = (struct vm_in){
		.now = scene_time(NOW), .mono = 100000, .last_good = 99500,
		.board = s->rows, .read_only = true, .a = s->a,
	};
	s->in.read_at = scene_time(NOW) - 500;
	s->in.turn = 20 * WHEN_SECOND;
	if (!p)
		return;
	s->in.vm.inc = p->inc;
	summary_of(p->inc, &s->rows[0]);
	s->in.vm.n_board = 1;
}

void
wall_end(struct wall_shot *s)
{
	canvas_free(s->c);
	arena_free(s->a);
}

struct summary *
wall_row(struct wall_shot *s, uint32_t number, int severity,
	const char *title)
{
	struct summary *row = &s->rows[s->in.vm.n_board++];
	when_ms t = scene_time("14:19");

	*row = (struct summary){
		.number = number, .severity = severity, .title = title,
		.commander = "raj", .stage = STAGE_VERIFY, .since = t,
		.stage_since = t, .customers_due = WHEN_NONE,
		.can_due = WHEN_NONE, .broadcast_due = WHEN_NONE,
		.review_due = WHEN_NONE, .review_held = WHEN_NONE,
		.item_due = WHEN_NONE, .closed_at = WHEN_NONE,
		.all_clear_at = WHEN_NONE,
	};
	for (int i = 0; i < SUMMARY_DUES; i++)
		row->item_dues[i] = WHEN_NONE;
	return row;
}

static const char *
wall_dump(struct wall_shot *s, int h, int w,
	void (*dump)(const struct canvas *c, struct str *out))
{
	struct str out = {0};
	const char *text;

	s->in.vm.h = h;
	s->in.vm.w = w;
	canvas_free(s->c);
	s->c = canvas_new(h, w);
	s->c->ascii = s->in.ascii;
	frame_draw(s->c, wall_build(&s->in));
	dump(s->c, &out);
	text = arena_dup(s->a, str_get(&out));
	str_release(&out);
	return text;
}

const char *
wall_text(struct wall_shot *s, int h, int w)
{
	return wall_dump(s, h, w, canvas_dump);
}

const char *
wall_styles(struct wall_shot *s, int h, int w)
{
	return wall_dump(s, h, w, canvas_dump_styles);
}

const char *
wall_shades(struct wall_shot *s, int h, int w)
{
	return wall_dump(s, h, w, canvas_dump_shades);
}

void
wall_golden(struct wall_shot *s, const char *name, int h, int w)
{
	const char *text = wall_text(s, h, w);

	golden_is(s->a, name, arena_printf(s->a, "%s%s", text,
		wall_styles(s, h, w)));
}

void
assert_order(const char *dump, ...)
{
	const char *at = dump, *text;
	va_list ap;

	va_start(ap, dump);
	while ((text = va_arg(ap, const char *))) {
		const char *found = strstr(at, text);

		if (!found)
			fail_msg("no '%s' after that in:\n%s", text, dump);
		else
			at = found + strlen(text);
	}
	va_end(ap);
}
