#include "ui/term_out.h"

#include "base/mem.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	OUT_FIRST = 16384, /* bytes: a frame of 160x45 fits */
	OUT_TRY_MS = 100,
};

void
term_out_add(struct term_out *o, const void *bytes, size_t n)
{
	if (!n)
		return;
	if (o->len + n > o->cap) {
		size_t cap = o->cap ? o->cap : OUT_FIRST;

		while (cap < o->len + n)
			cap *= 2;
		o->bytes = mem_grow(o->bytes, cap, 1);
		o->cap = cap;
	}
	memcpy(o->bytes + o->len, bytes, n);
	o->len += n;
}

void
term_out_text(struct term_out *o, const char *text)
{
	if (text)
		term_out_add(o, text, strlen(text));
}

size_t
term_out_left(const struct term_out *o)
{
	return o->len - o->at;
}

bool
term_out_flush(struct term_out *o, int fd)
{
	while (o->at < o->len) {
		ssize_t n = write(fd, o->bytes + o->at, o->len - o->at);

		if (n > 0) {
			o->at += (size_t)n;
		} else if (n < 0 && errno != EINTR) {
			if (errno == EAGAIN || errno == EWOULDBLOCK)
				return true;
			term_out_clear(o);
			return false;
		}
	}
	term_out_clear(o);
	return true;
}

void
term_out_press(struct term_out *o, int fd, int tries)
{
	while (term_out_flush(o, fd) && term_out_left(o) && tries-- > 0) {
		struct pollfd p = {.fd = fd, .events = POLLOUT};

		poll(&p, 1, OUT_TRY_MS);
	}
}

void
term_out_clear(struct term_out *o)
{
	o->at = 0;
	o->len = 0;
}

void
term_out_release(struct term_out *o)
{
	free(o->bytes);
	*o = (struct term_out){0};
}
