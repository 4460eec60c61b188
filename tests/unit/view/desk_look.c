/* What is to be seen of a desk. */
#include "unit/view/desk.h"

#include "base/mem.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "view/rows.h"

#include <string.h>

const char *
desk_frame(struct desk *d)
{
	struct vm_in in = desk_in(d);
	struct canvas *c = canvas_new(d->h, d->w);
	struct str out = {0};
	const char *text;

	frame_draw(c, vm_build(&in));
	canvas_dump(c, &out);
	text = arena_dup(d->frame, str_get(&out));
	str_release(&out);
	canvas_free(c);
	return text;
}

const char *
desk_bar(struct desk *d)
{
	const char *text = desk_frame(d);

	for (int i = 0; i < d->h - 2; i++)
		text = strchr(text, '\n') + 1;
	return arena_printf(d->frame, " %.*s  ", (int)strcspn(text, "\n"),
		text);
}

const char *
desk_look(struct desk *d)
{
	struct vm_in in = desk_in(d);
	struct canvas *c = canvas_new(d->h, d->w);
	struct str out = {0};
	struct vm *vm = vm_build(&in);
	const char *look;

	screen_drawn(&d->s, vm);
	frame_draw(c, vm);
	canvas_dump(c, &out);
	canvas_dump_styles(c, &out);
	canvas_dump_shades(c, &out);
	str_addf(&out, "%d,%d", vm->cursor_y, vm->cursor_x);
	look = arena_dup(d->frame, str_get(&out));
	str_release(&out);
	canvas_free(c);
	return look;
}
