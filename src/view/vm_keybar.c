/*
 * The key bar: what this person can do now, what waits for them first.
 */
#include "view/keys.h"
#include "view/keys_now.h"
#include "view/rows.h"
#include "view/screen.h"
#include "view/vm.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/attention.h"

#include <string.h>

#define GAP 2       /* columns between two keys */
#define COUNT_W 5   /* of "+12" and the gap behind it */
#define KEYS_MAX 64 /* that a bar can have */

/* What a key has to do with the moment; the bar goes from the first down. */
enum rank { RANK_WAITS, RANK_FITS, RANK_CAN, RANK_COUNT };

struct bar_key {
	const struct key_row *row;
	const char *key;  /* its name, or that of the person's own */
};

struct bar {
	const struct vm_in *in;
	struct attention_list waits;
	struct bar_key keys[KEYS_MAX];
	int n;
};

/* Whether the key answers what somebody waits for, or a red row. */
static bool
is_waited_for(const struct bar *b, const struct key_row *r)
{
	if (r->now == now_nameless || r->now == now_leaving ||
	    r->now == now_ack)
		return r->now(b->in);
	for (int i = 0; i < b->waits.n && r->where & KEY_INCIDENT; i++)
		if (b->waits.v[i].level == LEVEL_BAD &&
		    !strcmp(b->waits.v[i].key, r->key))
			return true;
	return false;
}

static enum rank
rank_of(const struct bar *b, const struct key_row *r)
{
	if (is_waited_for(b, r))
		return RANK_WAITS;
	return !r->now || r->now(b->in) ? RANK_FITS : RANK_CAN;
}

/*
 * The briefing gives a key another name while command is offered to who reads
 * it; without an offer it is no key of the briefing.
 */
static bool
is_of_another_moment(const struct bar *b, const struct key_row *r)
{
	return r->where == KEY_BRIEF && r->now && !r->now(b->in);
}

static bool
is_listed(const struct bar *b, const char *key)
{
	for (int i = 0; i < b->n; i++)
		if (!strcmp(b->keys[i].key, key))
			return true;
	return false;
}

/* Rows that can stand in the bar, each asked once how it ranks. */
struct ranked {
	const struct key_row *row;
	enum rank rank;
};

static int
rank_rows(const struct bar *b, unsigned where, struct ranked **out)
{
	unsigned quiet = KEY_QUIET | (b->in->screen->past.n ? 0 : KEY_PAST);
	const struct key_row *r;
	int n = 0;

	while (key_row(n))
		n++;
	*out = arena_alloc(b->in->a, (size_t)n * sizeof(**out));
	n = 0;
	for (int i = 0; (r = key_row(i)); i++)
		if (r->where & where && !(r->use & quiet) && *r->bar &&
		    !is_of_another_moment(b, r))
			(*out)[n++] = (struct ranked){r, rank_of(b, r)};
	return n;
}

static void
list_rank(struct bar *b, const struct ranked *rows, int n, enum rank rank)
{
	for (int i = 0; i < n && b->n < KEYS_MAX; i++) {
		const struct key_row *r = rows[i].row;
		const char *key;

		if (rows[i].rank != rank)
			continue;
		key = key_name(b->in, r);
		if (!key || is_listed(b, key) || key_why(b->in, r))
			continue;
		b->keys[b->n++] = (struct bar_key){r, key};
	}
}

static int
width_of(const struct bar_key *k)
{
	return text_width(k->key) + 1 + text_width(k->row->bar);
}

static void
put_key(const struct vm_in *in, struct vm_line *l, const struct bar_key *k)
{
	int first = l->n;

	vm_put(in->a, l, STYLE_KEY, k->key);
	vm_put(in->a, l, STYLE_BAR, " ");
	vm_put(in->a, l, STYLE_BAR, k->row->bar);
	for (int i = first; i < l->n; i++)
		l->spans[i].key = k->key;
	vm_tab(l, l->end + GAP);
}

/* Takes the key of the help out of the list: it stands at the end. */
static bool
take_help(struct bar *b, struct bar_key *help)
{
	for (int i = 0; i < b->n; i++) {
		if (strcmp(b->keys[i].row->line, "keys") != 0)
			continue;
		*help = b->keys[i];
		memmove(&b->keys[i], &b->keys[i + 1],
			(size_t)(b->n - i - 1) * sizeof(*help));
		b->n--;
		return true;
	}
	return false;
}

/* How many keys there is room for in @room columns from @at on. */
static int
count_fits(const struct bar *b, int at, int room)
{
	int fits = 0;

	while (fits < b->n && at + width_of(&b->keys[fits]) <= room) {
		at += width_of(&b->keys[fits]) + GAP;
		fits++;
	}
	return fits;
}

static void
put_bar(struct bar *b, struct vm_line *l)
{
	struct bar_key help;
	bool has_help = take_help(b, &help);
	int room = b->in->w - (has_help ? width_of(&help) + GAP : 0);
	int fits = count_fits(b, l->end, room);

	if (fits < b->n)
		fits = count_fits(b, l->end, room - GAP - COUNT_W);
	for (int i = 0; i < fits; i++)
		put_key(b->in, l, &b->keys[i]);
	if (fits < b->n && l->end + COUNT_W <= room) {
		vm_putf(b->in->a, l, STYLE_BAR, "+%d", b->n - fits);
		vm_tab(l, l->end + GAP);
	}
	if (has_help)
		put_key(b->in, l, &help);
	vm_clip(b->in->a, l, b->in->w);
}

/*
 * About the line that is typed: the words that Tab walks, the one in the line
 * first, or what is to be typed; false when there is nothing.
 */
static bool
put_typing(const struct vm_in *in, struct vm_line *l)
{
	const struct screen *s = in->screen;
	const char *words = s->offers;

	if (!s->prompt || (!s->n_offers && !*s->hint))
		return false;
	if (!s->n_offers)
		vm_put(in->a, l, STYLE_BAR, s->hint);
	else
		vm_putf(in->a, l, STYLE_BAR, "%d of %d", s->completion + 1,
			s->n_offers);
	while (s->n_offers && *words) {
		size_t n = strcspn(words, "\n");

		vm_tab(l, l->end + GAP);
		vm_put(in->a, l, words == s->offers ? STYLE_KEY : STYLE_BAR,
			arena_dupn(in->a, words, n));
		words += n + (words[n] == '\n');
	}
	vm_clip(in->a, l, in->w);
	return true;
}

void
vm_keybar(const struct vm_in *in, struct vm *vm)
{
	enum key_where where = key_place(in->screen);
	struct vm_line *l = vm_foot_line(in->a, vm);
	struct vm_in with = *in;
	struct bar b = {.in = &with};
	struct ranked *rows;
	int n;

	l->wall = true;
	l->fill = STYLE_BAR;
	if (in->w > 40)
		vm_tab(l, 1);
	if (put_typing(in, l))
		return;
	if (where == KEY_INCIDENT && in->inc)
		b.waits = vm_attention_list(in);
	/* Every form is asked whether it makes sense, and looks for it. */
	with.att = where == KEY_INCIDENT && in->inc ? &b.waits : NULL;
	n = rank_rows(&b, where, &rows);
	for (int rank = 0; rank < RANK_COUNT; rank++)
		list_rank(&b, rows, n, (enum rank)rank);
	put_bar(&b, l);
}
