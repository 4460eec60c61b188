#include "lib/pair.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const struct pair_kind {
	const char *prefix;
	bool on_disk; /* has a path, so two can have it open */
} kinds[] = {
	{"memory:", false},
	{"sqlite:", true},
};

static void
pair_open(struct pair *p, const struct pair_kind *kind)
{
	memset(p, 0, sizeof(*p));
	room_enter(&p->room);
	p->kind = kind->prefix;
	snprintf(p->url, sizeof(p->url), "%s%s", kind->prefix,
		kind->on_disk ? p->room.path : "");
	p->writer = room_open(&p->room, p->url, NULL);
	p->reader = p->writer;
	if (kind->on_disk)
		p->reader = room_open(&p->room, p->url, NULL);
}

static void
pair_close(struct pair *p)
{
	if (p->reader != p->writer)
		store_close(p->reader);
	store_close(p->writer);
	room_leave(&p->room);
}

void
pair_each(void (*test)(struct pair *p))
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		struct pair p;

		print_message("on %s\n", kinds[i].prefix);
		pair_open(&p, &kinds[i]);
		test(&p);
		pair_close(&p);
	}
}
