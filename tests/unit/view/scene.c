#include "unit/view/scene.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/numbers.h"
#include "ui/canvas.h"
#include "ui/frame.h"
#include "view/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

struct scene
scene_new(uint32_t number)
{
	return (struct scene){
		.inc = incident_new(number), .a = arena_new(0),
	};
}

void
scene_end(struct scene *p)
{
	incident_free(p->inc);
	arena_free(p->a);
}

when_ms
scene_time(const char *text)
{
	char iso[40];
	when_ms out = 0;

	snprintf(iso, sizeof(iso), "%s%s%s%sZ", text[2] == ':' ?
		"2026-11-22T" : "", text, strlen(text) % 11 == 5 ? ":00" : "",
		"");
	if (iso[10] == ' ')
		iso[10] = 'T';
	if (!when_parse_iso(iso, &out))
		fail_msg("no time: %s", text);
	return out;
}

static void
scene_apply(struct scene *p, struct event *e)
{
	struct str head = {0}, data = {0};
	struct id salt = {{0}};

	e->incident = p->inc->number;
	e->n = p->inc->n + 1;
	e->version = EVENT_VERSION;
	e->id.b[0] = (uint8_t)e->n;
	e->id.b[1] = (uint8_t)(e->n >> 8);
	event_head(e, &head);
	event_data(e, &data);
	p->hash = hash_link(&p->hash, &salt, str_get(&data), data.len,
		str_get(&head), head.len);
	incident_apply(p->inc, str_get(&head), str_get(&data), &p->hash);
	incident_settle(p->inc);
	str_release(&head);
	str_release(&data);
}

/* Author and times from "14:05 mei" or "2026-11-21 14:05 mei". */
static void
scene_head(struct scene *p, struct event *e, const char *head)
{
	const char *name = strrchr(head, ' ') + 1;
	when_ms when = scene_time(arena_dupn(p->a, head,
		(size_t)(name - 1 - head)));

	e->by = name;
	e->via = p->via ? p->via : arena_printf(p->a, "%s@host", name);
	e->at = when;
	e->happened = WHEN_NONE;
	if (p->recorded) {
		e->at = scene_time(p->recorded);
		e->happened = when;
	}
}

static void
scene_field(struct scene *p, struct event *e, enum event_field f, va_list *ap)
{
	union value v;

	switch (field_rows[f].type) {
	case FT_TEXT:
	case FT_NAME:
		event_put_text(e, f, va_arg(*ap, const char *));
		break;
	case FT_TIME:
		event_put_int(e, f, scene_time(va_arg(*ap, const char *)));
		break;
	case FT_INTS:
		v.ints = va_arg(*ap, const struct ints *);
		event_put(e, f, v);
		break;
	case FT_NUMBERS:
		v.numbers = va_arg(*ap, const struct numbers *);
		event_put(e, f, v);
		break;
	default:
		event_put_int(e, f, va_arg(*ap, int));
	}
	(void)p;
}

void
scene(struct scene *p, const char *head, int kind, ...)
{
	struct event *e = event_draft(p->a, (enum event_kind)kind);
	va_list ap;
	int f;

	scene_head(p, e, head);
	va_start(ap, kind);
	while ((f = va_arg(ap, int)) != F_NONE)
		scene_field(p, e, (enum event_field)f, &ap);
	va_end(ap);
	scene_apply(p, e);
}

void
scene_can(struct scene *p, const char *head, const char *lines)
{
	struct event *e = event_draft(p->a, KIND_CAN);
	struct can *can = arena_alloc(p->a, sizeof(*can));
	struct can_triple *t = NULL;
	union value v = {.can = can};
	bool needs = false;

	can->t = arena_alloc(p->a, 8 * sizeof(*can->t));
	while (*lines) {
		size_t n = strcspn(lines, "\n");
		const char *text = arena_dupn(p->a, lines + 2, n - 2);

		if (*lines == 'C' || !t) {
			t = &can->t[can->n++];
			t->condition = *lines == 'C' ? text : "";
			t->actions = arena_alloc(p->a,
				8 * sizeof(*t->actions));
			t->needs = arena_alloc(p->a, 8 * sizeof(*t->needs));
		}
		if (*lines == 'A')
			t->actions[t->n_actions++].text = text;
		if (*lines == 'N')
			t->needs[t->n_needs++] = text;
		needs = needs || *lines == 'N';
		lines += n + (lines[n] == '\n');
	}
	scene_head(p, e, head);
	event_put(e, F_REPORT, v);
	if (!needs)
		event_put_int(e, F_NO_NEEDS, 1);
	scene_apply(p, e);
}

/* ---- shots ----------------------------------------------------------- */

void
shot_init(struct shot *s, const struct scene *p, const char *who)
{
	memset(s, 0, sizeof(*s));
	screen_init(&s->screen, "ana@host");
	snprintf(s->screen.who, sizeof(s->screen.who), "%s", who);
	if (p) {
		s->screen.mode = MODE_INCIDENT;
		s->screen.incident = p->inc->number;
		s->screen.focus = PANE_ATTENTION;
	}
	s->in = (struct vm_in){
		.inc = p ? p->inc : NULL, .screen = &s->screen,
		.now = scene_time("14:31:19"), .mono = 100000,
		.last_good = 100000, .store = "sqlite:/srv/fireground.db",
		.watching = 3, .a = arena_new(0),
	};
}

void
shot_end(struct shot *s)
{
	screen_release(&s->screen);
	arena_free(s->in.a);
}

struct vm *
shot_vm(struct shot *s, int h, int w)
{
	struct vm *vm;

	s->in.h = h;
	s->in.w = w;
	s->in.read_only = s->screen.read_only;
	vm = vm_build(&s->in);
	screen_drawn(&s->screen, vm);
	return vm;
}

const struct vm_pane *
shot_pane(struct shot *s, int h, int w, enum pane_id id)
{
	const struct vm *vm = shot_vm(s, h, w);

	for (int i = 0; i < vm->n_panes; i++)
		if (vm->panes[i].id == id)
			return &vm->panes[i];
	return NULL;
}

typedef void dump_fn(const struct canvas *c, struct str *out);

static const char *
shot_dump(struct shot *s, int h, int w, dump_fn *dump)
{
	struct canvas *c = canvas_new(h, w);
	struct str out = {0};
	const char *text;

	frame_draw(c, shot_vm(s, h, w));
	dump(c, &out);
	text = arena_dup(s->in.a, str_get(&out));
	str_release(&out);
	canvas_free(c);
	return text;
}

const char *
shot_text(struct shot *s, int h, int w)
{
	return shot_dump(s, h, w, canvas_dump);
}

const char *
shot_styles(struct shot *s, int h, int w)
{
	return shot_dump(s, h, w, canvas_dump_styles);
}

const char *
shot_shades(struct shot *s, int h, int w)
{
	return shot_dump(s, h, w, canvas_dump_shades);
}

const char *
shot_row(struct shot *s, const char *dump, int y)
{
	while (y-- > 0)
		dump += strcspn(dump, "\n") + (strchr(dump, '\n') != NULL);
	return arena_dupn(s->in.a, dump, strcspn(dump, "\n"));
}

void
assert_shows(const char *dump, const char *text)
{
	if (!strstr(dump, text))
		fail_msg("no \"%s\" in\n%s", text, dump);
}

void
assert_hides(const char *dump, const char *text)
{
	if (strstr(dump, text))
		fail_msg("\"%s\" in\n%s", text, dump);
}
