#include "model/roster.h"

#include "base/str.h"

#include <stddef.h>

const struct person *
roster_find(const struct roster *r, const char *name)
{
	for (int i = 0; r && name && i < r->n; i++)
		if (str_same(r->people[i].name, name))
			return &r->people[i];
	return NULL;
}

const struct person *
roster_on_call(const struct roster *r, const char *field, const char *after)
{
	bool past = !after;

	for (int i = 0; r && i < r->n; i++) {
		const struct person *p = &r->people[i];

		if (past && p->on_call && str_same(p->field, field))
			return p;
		if (!past && str_same(p->name, after))
			past = true;
	}
	return NULL;
}
