#include "relay/parts.h"

#include "base/mem.h"

#define PARTS_MOST 32
#define ASKED (-1)

void
parts_begin(struct parts *p, const struct channel *c, const struct news *n,
	bool repeat)
{
	const struct adapter *it = c->adapter;

	p->n = it->parts ? it->parts(c, n) : 1;
	if (p->n > PARTS_MOST)
		p->n = PARTS_MOST;
	p->ask = repeat && it->find;
}

static int
first_open(const struct parts *p)
{
	int i = 0;

	while (i < p->n - 1 && p->done & (1u << i))
		i++;
	return i;
}

bool
parts_next(struct parts *p, const struct channel *c, struct news *n,
	struct arena *a, struct request *out, struct err *err)
{
	*out = (struct request){.argv = NULL};
	if (p->ask) {
		p->ask = false;
		p->at = ASKED;
		if (c->adapter->find(c, n, a, out))
			return true;
	}
	n->part = p->at = first_open(p);
	return c->adapter->build(c, n, a, out, err);
}

/* All that could be done is done: was each of them taken? */
static bool
end(const struct parts *p, struct arena *keep, struct verdict *out)
{
	if (!p->refused)
		return true;
	out->class = SENT_MESSAGE;
	out->why = p->n == 1 ? p->refused : arena_printf(keep,
		"%d of %d took it; %s", p->taken, p->n, p->refused);
	return true;
}

bool
parts_read(struct parts *p, const struct channel *c, const struct news *n,
	const struct reply *r, struct arena *keep, struct verdict *out)
{
	const struct adapter *it = c->adapter;
	const char *to = r->program || p->n == 1 || !c->to.n ? "" :
		c->to.v[p->at < c->to.n ? p->at : 0];

	if (p->at == ASKED)
		return it->found(c, n, r, keep, out);
	if (it->classify)
		it->classify(c, r, keep, out);
	else
		verdict_of(c, r, keep, out);
	if (out->class != SENT_DELIVERED && out->class != SENT_MESSAGE)
		return true;
	p->done |= 1u << p->at;
	if (out->class == SENT_MESSAGE)
		p->refused = arena_printf(keep, "%s%s%s", to,
			*to ? ": " : "", out->why);
	else
		p->taken++;
	return p->done == (p->n == PARTS_MOST ? ~0u : (1u << p->n) - 1) ?
		end(p, keep, out) : false;
}
