/*
 * The customers line, which every screen has: what customers were told, what
 * they were promised and what they have not heard of; and the bridge.
 *
 * The model writes it in full.  Where there is no room its parts are left out
 * by a table, the last ones to go being LATE and "not told".
 */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/words.h"

#include <string.h>

#define LABEL "customers: "
#define UNHEARD "not told: "

enum {
	WIDE = 120,     /* columns from which on the bridge stands at the end */
	LINK_W = 80,    /* ... and from which on it is always there */
	LINK_GAP = 4,   /* columns between it and the words */
	PARTS_MAX = 8,
};

enum sort {
	PART_TOLD, PART_NEXT, PART_LATE, PART_MISSED, PART_UNHEARD, PART_OTHER
};

struct part {
	enum sort sort;
	const char *text;
};

/* The line in parts. */
struct parts {
	struct part v[PARTS_MAX];
	int n;
	bool late;
};

/* How much of the line is said. */
static const struct way {
	bool link;      /* with the bridge */
	bool label;     /* "customers: " */
	int who;        /* 2 "by mei", 1 "mei", 0 neither */
	bool full;      /* "next promised 14:25Z, 6m LATE" */
	bool told;      /* when they were told */
	bool next;      /* what was promised, also when that is late */
	bool names;     /* what they have not heard of by name */
} ways[] = {
	{1, 1, 2, 1, 1, 1, 1}, {1, 1, 1, 0, 1, 1, 1}, {1, 1, 0, 0, 1, 1, 1},
	{1, 1, 0, 0, 0, 1, 1}, {1, 1, 0, 0, 0, 1, 0}, {0, 1, 2, 1, 1, 1, 1},
	{0, 1, 1, 0, 1, 1, 1}, {0, 1, 0, 0, 1, 1, 1}, {0, 1, 0, 0, 0, 1, 1},
	{0, 1, 0, 0, 0, 0, 1}, {0, 1, 0, 0, 0, 0, 0}, {0, 0, 0, 0, 0, 0, 0},
};

#define WAYS (sizeof(ways) / sizeof(ways[0]))

/* ---- the parts ------------------------------------------------------- */

static enum sort
sort_of(const char *text)
{
	static const struct {
		const char *begins;
		enum sort sort;
	} sorts[] = {
		{UNHEARD, PART_UNHEARD}, {"told ", PART_TOLD},
		{"next ", PART_NEXT}, {"promised ", PART_MISSED},
		{"missed ", PART_MISSED},
	};

	for (size_t i = 0; i < sizeof(sorts) / sizeof(sorts[0]); i++)
		if (str_starts(text, sorts[i].begins))
			return sorts[i].sort;
	return strstr(text, " LATE") ? PART_LATE : PART_OTHER;
}

static struct parts
split(struct vm_make *m)
{
	const char *s = words_customers_line(m->inc, m->now, m->a);
	struct parts out = {.n = 0};

	s += str_starts(s, LABEL) ? strlen(LABEL) : 0;
	while (*s && out.n < PARTS_MAX) {
		struct part *p = &out.v[out.n++];
		const char *end = strstr(s, ", ");

		/* The names of what is unheard have commas of their own. */
		if (str_starts(s, UNHEARD) || out.n == PARTS_MAX)
			end = NULL;
		p->text = end ? arena_dupn(m->a, s, (size_t)(end - s)) : s;
		p->sort = sort_of(p->text);
		out.late = out.late || strstr(p->text, " LATE");
		s += strlen(p->text) + (end ? 2 : 0);
	}
	return out;
}

/* Leaves out the first @what of @s. */
static const char *
without(struct vm_make *m, const char *s, const char *what)
{
	const char *at = strstr(s, what);

	if (!at)
		return s;
	return arena_printf(m->a, "%.*s%s", (int)(at - s), s,
		at + strlen(what));
}

static const char *
say_told(struct vm_make *m, const char *s, int who)
{
	const char *by = strstr(s, " by ");

	if (who > 1 || !by)
		return s;
	return who ? without(m, s, "by ") :
		arena_dupn(m->a, s, (size_t)(by - s));
}

/* "not told: 2" */
static const char *
count_unheard(struct vm_make *m, const char *s)
{
	int n = 1;

	for (const char *at = s; (at = strstr(at, ", ")); at++)
		n++;
	return arena_printf(m->a, UNHEARD "%d", n);
}

/* What is said of a part, "" nothing. */
static const char *
say_part(struct vm_make *m, const struct parts *parts, const struct part *p,
	const struct way *way)
{
	switch (p->sort) {
	case PART_TOLD:
		return way->told ? say_told(m, p->text, way->who) : "";
	case PART_NEXT:
		if (!way->next && parts->late)
			return "";
		return way->full ? p->text : without(m, p->text, "promised ");
	case PART_MISSED:
		return way->told ? p->text : "";
	case PART_UNHEARD:
		return way->names ? p->text : count_unheard(m, p->text);
	case PART_LATE:
	case PART_OTHER:
		break;
	}
	return p->text;
}

static const char *
say(struct vm_make *m, const struct parts *parts, const struct way *way)
{
	const char *out = way->label ? LABEL : "", *between = "";

	for (int i = 0; i < parts->n; i++) {
		const struct part *p = &parts->v[i];
		const char *text = say_part(m, parts, p, way);

		if (!*text)
			continue;
		/* "next 14:25Z 6m LATE" */
		if (p->sort == PART_LATE && !way->full && *between &&
		    parts->v[i - 1].sort == PART_NEXT)
			between = " ";
		out = arena_printf(m->a, "%s%s%s", out, between, text);
		between = ", ";
	}
	return out;
}

/* ---- the words -------------------------------------------------------- */

/* "14:05Z" */
static bool
is_time(const char *s, size_t n)
{
	return n >= 6 && s[2] == ':' && s[5] == 'Z';
}

static enum style
word_style(const char *s, size_t n, bool after)
{
	const char *next = s + n;

	if (after)
		return STYLE_BOLD;
	if (!strncmp(s, "LATE", 4) || !strncmp(next, " LATE", 5))
		return STYLE_BAD_BOLD;
	return is_time(s, n) ? STYLE_TEXT : STYLE_DIM;
}

/* Times stand out, what is late more, and what they have not heard of. */
static void
put_customers(struct vm_make *m, struct vm_line *l, const char *s)
{
	const char *after = strstr(s, "not told: ");

	vm_tab(l, 1);
	while (*s) {
		bool told = after && s >= after + strlen("not told: ");
		enum style style = word_style(s, strcspn(s, " "), told);
		size_t n = 0;

		while (s[n]) {
			size_t word = strcspn(s + n, " ");

			told = after && s + n >= after + strlen("not told: ");
			if (word_style(s + n, word, told) != style)
				break;
			n += word;
			n += strspn(s + n, " ");
		}
		vm_put(m->a, l, style, arena_dupn(m->a, s, n));
		s += n;
	}
}

/* ---- the line --------------------------------------------------------- */

/* The bridge, without what every link begins with where it is narrow. */
static struct vm_url
bridge_of(struct vm_make *m, bool brief)
{
	const char *url = str_or(m->inc->bridge, "");
	const char *host = strstr(url, "://");

	return (struct vm_url){
		.text = text_safe(m->a, brief && host ? host + 3 : url, false),
		.url = url,
	};
}

static void
put_bridge(struct vm_make *m, struct vm_line *l, int w,
	const struct vm_url *bridge)
{
	struct vm_line right = {0};

	if (w >= WIDE) {
		vm_link(m->a, &right, STYLE_INFO, bridge);
		vm_join(m->a, l, w - 1, &right);
		return;
	}
	vm_put(m->a, l, STYLE_DIM, DOT);
	vm_link(m->a, l, STYLE_INFO, bridge);
}

void
vm_customers(struct vm_make *m, struct vm_line *l, int w)
{
	struct vm_url bridge = bridge_of(m, w < WIDE);
	int link = *bridge.text ? text_width(bridge.text) + LINK_GAP : 0;
	struct parts parts;
	size_t i = 0;

	if (!m->inc->declared)
		return;
	parts = split(m);
	for (; i < WAYS; i++) {
		if (ways[i].link && (!link || link > w / 2 ||
		    (w < LINK_W && !ways[i].told)))
			continue;
		*l = (struct vm_line){0};
		put_customers(m, l, say(m, &parts, &ways[i]));
		if (l->end + (ways[i].link ? link : 0) <= w)
			break;
	}
	if (i < WAYS && ways[i].link)
		put_bridge(m, l, w, &bridge);
}
