#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/clocks.h"
#include "view/keys.h"
#include "view/overlay.h"
#include "view/rows.h"

#include <string.h>

#define FOOT_PART 3 /* of the rows, one in three is the foot's at most */

/* ---- small things --------------------------------------------------- */

const char *
vm_span_of(const struct vm_make *m, when_ms d)
{
	char out[WHEN_MAX];

	return arena_dup(m->a, when_age(d, out));
}

const char *
vm_clock(const struct vm_make *m, when_ms t)
{
	char out[WHEN_MAX];

	return arena_dup(m->a, when_short(t, m->now, out));
}

const char *
vm_left(const struct vm_make *m, when_ms due, bool *over)
{
	*over = due != WHEN_NONE && m->now > due;
	if (due == WHEN_NONE)
		return "";
	if (*over)
		return arena_printf(m->a, "%s over",
			vm_span_of(m, m->now - due));
	return arena_printf(m->a, "%s left", vm_span_of(m, due - m->now));
}

int
vm_pane_w(const struct vm_pane *p)
{
	const struct layout_pane place = {
		.r = p->r, .bare = p->bare, .ruled = p->ruled,
		.inset = p->inset,
	};

	return layout_inside(&place).w;
}

int
vm_pane_h(const struct vm_pane *p)
{
	const struct layout_pane place = {
		.r = p->r, .bare = p->bare, .ruled = p->ruled,
		.inset = p->inset,
	};

	return layout_inside(&place).h;
}

/* ---- the frame -------------------------------------------------------- */

static struct layout_in
layout_wants(struct vm_make *m)
{
	enum style style;
	struct layout_in in = {
		.h = m->in->h, .w = m->in->w, .board = !m->inc,
		.focus = m->s->focus,
		.zoom = m->s->zoom && !m->s->prompt,
		.banner = vm_banner(m, &style) != NULL,
		.status = vm_status_wanted(m), .lines = vm_pane_lines, .ctx = m,
	};

	memcpy(in.used, m->s->used, sizeof(in.used));
	return in;
}

void
vm_make(struct vm_make *m, const struct vm_in *in)
{
	struct layout_in wants;

	*m = (struct vm_make){
		.in = in, .inc = in->inc, .s = in->screen, .a = in->a,
		.now = in->now,
		.vm = arena_alloc(in->a, sizeof(*m->vm)),
	};
	if (m->inc)
		m->att = attention_of(m->inc, m->s->who, m->now, m->a);
	wants = layout_wants(m);
	layout_make(&m->lay, &wants);
}

void
vm_layout(const struct vm_in *in, struct layout *out)
{
	struct vm_make m;

	vm_make(&m, in);
	*out = m.lay;
}

static const char *
window_title(const struct vm_make *m)
{
	const struct incident *inc = m->inc;
	char name[16];

	if (!inc || !inc->declared)
		return "fireground";
	incident_name(inc->number, name);
	if (inc->restricted)
		return arena_printf(m->a, "%s SEV%d", name, inc->severity);
	return text_safe(m->a, arena_printf(m->a, "%s SEV%d %s: %s", name,
		inc->severity, inc->closed ? "closed" :
		stage_rows[inc->stage].name, inc->title), false);
}

/*
 * The key bar and the status line.  A message that is longer takes the bar's
 * row and some of the panes', which stay where they are.
 */
static void
fill_foot(struct vm_make *m)
{
	int foot = m->lay.foot;
	int most = m->in->h / FOOT_PART > foot ? m->in->h / FOOT_PART : foot;
	struct vm_pane p = {.bare = true};
	struct vm_in with = *m->in;

	/* What needs this person was found for the frame already. */
	if (m->inc)
		with.att = &m->att;
	if (foot == 2 || vm_status_wanted(m))
		vm_status(m, &p, most);
	if (foot > p.n)
		vm_keybar(&with, m->vm);
	for (int i = 0; i < p.n; i++) {
		struct vm_line *l = vm_foot_line(m->a, m->vm);

		*l = p.lines[i];
		l->wall = true;
		l->fill = STYLE_TEXT;
	}
	if (m->vm->n_foot > foot)
		m->lay.foot = m->vm->n_foot;
}

static void
fill_overlay(struct vm_make *m)
{
	struct vm *vm = m->vm;

	vm->over = vm_overlay(m->in, &m->lay);
	if (!vm->over || vm->over->cursor_y < 0)
		return;
	vm->cursor_y = vm->over->r.y + vm->over->cursor_y;
	vm->cursor_x = vm->over->r.x + vm->over->cursor_x;
}

/* What may leave the screen: on others' desks and in logs of terminals. */
static const char *
alarm_text(struct vm_make *m, const struct attention *row)
{
	const char *more = str_or(row->more, "");
	size_t n = strcspn(more, "\302"); /* up to a middle dot */
	char name[16];

	while (n && more[n - 1] == ' ')
		n--;
	incident_name(m->inc->number, name);
	if (m->inc->restricted)
		return arena_printf(m->a, "%s needs you", name);
	return text_safe(m->a, arena_printf(m->a, "%s: %s%s%.*s", name,
		row->text, n ? "  " : "", (int)n, more), false);
}

static void
fill_alarms(struct vm_make *m)
{
	struct vm *vm = m->vm;

	vm->alarms = arena_alloc(m->a, ((size_t)m->att.n + 1) *
		sizeof(*vm->alarms));
	for (int i = 0; i < m->att.n; i++) {
		const struct attention *row = &m->att.v[i];

		if (attention_rows[row->sort].bell)
			vm->alarms[vm->n_alarms++] = (struct vm_alarm){
				row->id, alarm_text(m, row)};
	}
}

bool
vm_writes(const struct vm_in *in)
{
	return !in->read_only && screen_may_write(in->screen, NULL);
}

struct vm *
vm_build(const struct vm_in *in)
{
	struct vm_make m;
	struct vm *vm;
	when_ms age;

	vm_make(&m, in);
	vm = m.vm;
	vm->size = (struct vm_rect){0, 0, in->h, in->w};
	vm->now = in->now;
	vm->mono = in->mono;
	vm->cursor_y = vm->cursor_x = -1;
	vm->replay = in->screen->past.n != 0;
	vm->stale = !vm->replay && (vm_stale(&m, &age) || in->went_back);
	vm->title = window_title(&m);
	if (m.lay.head)
		vm_head(&m);
	vm_panes(&m);
	fill_foot(&m);
	fill_alarms(&m);
	fill_overlay(&m);
	return vm;
}
