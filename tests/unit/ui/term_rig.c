#include "unit/ui/term_rig.h"

#include "base/key.h"
#include "base/mem.h"
#include "base/text.h"
#include "ui/canvas.h"

#include <fcntl.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <cmocka.h>

static void
on_key(void *ctx, const struct key *key)
{
	struct rig *rig = ctx;
	char name[KEY_NAME_MAX];

	str_add(&rig->keys, key_label(key, name));
	str_addc(&rig->keys, ' ');
}

static void
on_frame(void *ctx)
{
	((struct rig *)ctx)->frames++;
}

static void
on_end(void *ctx, int signo)
{
	((struct rig *)ctx)->end = signo;
}

static void
on_want(void *ctx, short events, int ms)
{
	struct rig *rig = ctx;

	rig->events = events;
	rig->ms = ms;
}

void
rig_size(struct rig *rig, int rows, int cols)
{
	struct winsize size = {
		.ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)cols,
	};

	assert_int_equal(ioctl(rig->master, TIOCSWINSZ, &size), 0);
}

struct rig *
rig_new(int rows, int cols)
{
	struct rig *rig = calloc(1, sizeof(*rig));

	assert_non_null(rig);
	rig->master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
	assert_true(rig->master >= 0);
	assert_int_equal(grantpt(rig->master), 0);
	assert_int_equal(unlockpt(rig->master), 0);
	assert_int_equal(ptsname_r(rig->master, rig->path,
		sizeof(rig->path)), 0);
	rig->slave = open(rig->path, O_RDWR | O_NOCTTY);
	assert_true(rig->slave >= 0);
	assert_int_equal(tcgetattr(rig->slave, &rig->found), 0);
	rig_size(rig, rows, cols);
	return rig;
}

struct term_options
rig_options(struct rig *rig)
{
	return (struct term_options){
		.tty = rig->path, .type = "xterm-256color", .ctx = rig,
		.on_key = on_key, .on_frame = on_frame, .on_end = on_end,
		.on_want = on_want, .want_ctx = rig,
	};
}

void
rig_open(struct rig *rig)
{
	const struct term_options options = rig_options(rig);
	struct err err = {0};

	rig->term = term_open(&options, &err);
	assert_string_equal(err.text, "");
	assert_non_null(rig->term);
}

size_t
rig_read(struct rig *rig)
{
	char bytes[65536];
	size_t before = rig->got.len;
	ssize_t n;

	while ((n = read(rig->master, bytes, sizeof(bytes))) > 0)
		str_addn(&rig->got, bytes, (size_t)n);
	return rig->got.len - before;
}

size_t
rig_drain(struct rig *rig)
{
	size_t n = rig_read(rig);

	while (rig->events & POLLOUT) {
		term_input(rig->term, POLLOUT);
		n += rig_read(rig);
	}
	return n;
}

void
rig_type(struct rig *rig, const char *bytes)
{
	struct pollfd p = {.fd = term_fd(rig->term), .events = POLLIN};
	size_t len = strlen(bytes);

	assert_int_equal(write(rig->master, bytes, len), len);
	assert_int_equal(poll(&p, 1, 10000), 1);
	term_input(rig->term, p.revents);
}

void
rig_show(struct rig *rig, const char *text)
{
	struct canvas *c = term_canvas(rig->term);
	size_t skip;

	for (int y = 0; y < c->h && *text; y++, text += skip) {
		size_t n = text_wrap(text, c->w, &skip);

		canvas_put(c, (struct rect){y, 0, 1, c->w}, STYLE_TEXT,
			arena_dupn(c->text, text, n));
	}
	assert_true(term_draw(rig->term, -1, -1));
}

bool
rig_got(struct rig *rig, const char *bytes)
{
	return strstr(str_get(&rig->got), bytes) != NULL;
}

void
rig_free(struct rig *rig)
{
	struct term *t = rig->term;

	rig_read(rig);
	term_close(t);
	rig_read(rig);
	str_release(&rig->keys);
	str_release(&rig->got);
	close(rig->slave);
	if (rig->master >= 0)
		close(rig->master);
	free(rig);
}

void
assert_modes(struct rig *rig, bool raw)
{
	struct termios now;

	assert_int_equal(tcgetattr(rig->slave, &now), 0);
	if (!raw) {
		assert_int_equal(now.c_lflag, rig->found.c_lflag);
		assert_int_equal(now.c_iflag, rig->found.c_iflag);
		assert_int_equal(now.c_oflag, rig->found.c_oflag);
		assert_memory_equal(now.c_cc, rig->found.c_cc,
			sizeof(now.c_cc));
		return;
	}
	assert_int_equal(now.c_lflag & (ICANON | ECHO | IEXTEN), 0);
	assert_int_equal(now.c_iflag & (ICRNL | IXON), 0);
	assert_int_equal(now.c_cc[VINTR], _POSIX_VDISABLE);
}
