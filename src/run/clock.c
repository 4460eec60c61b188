#include "run/clock.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RATE_MAX 100000

void
clock_init(struct clock *c, clock_fn *real)
{
	*c = (struct clock){.real = real};
}

static bool
bad_clock(const char *text, struct err *err)
{
	return err_set(err, ERR_USAGE, "--clock: '%.60s' is no time with a"
		" rate: 2026-11-22T14:00Z stands still, 2026-11-22T14:00Zx60"
		" goes 60 times as fast (1 to %d)", text, RATE_MAX);
}

bool
clock_set(struct clock *c, const char *text, struct err *err)
{
	const char *x = strrchr(text, 'x');
	size_t n = x ? (size_t)(x - text) : strlen(text);
	long rate = 0;
	char time[WHEN_MAX];
	char *end;
	when_ms start;

	if (x && x[1]) {
		rate = strtol(x + 1, &end, 10);
		if (*end || x[1] == '+' || rate < 1 || rate > RATE_MAX)
			return bad_clock(text, err);
	}
	/* A time of day alone has no day that it could be of. */
	if ((x && !x[1]) || n >= sizeof(time) || n < 11)
		return bad_clock(text, err);
	memcpy(time, text, n);
	time[n] = '\0';
	if (!when_parse(time, 0, WHEN_FROM, 0, &start, NULL))
		return bad_clock(text, err);
	c->set = true;
	c->start = start;
	c->begun = c->real();
	c->rate = rate;
	return true;
}

when_ms
clock_now(const struct clock *c)
{
	return c->set ? c->start + (c->real() - c->begun) * c->rate :
		c->real();
}
