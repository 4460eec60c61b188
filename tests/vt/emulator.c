#include "vt/emulator.h"

#include "base/text.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define CELL_BYTES (4 * VTERM_MAX_CHARS_PER_CELL)
#define STEP 20 /* ms between two looks at whether a program has ended */

static int
on_prop(VTermProp prop, VTermValue *val, void *ctx)
{
	struct emulator *e = ctx;

	if (prop == VTERM_PROP_ALTSCREEN)
		e->alternate = val->boolean;
	else if (prop == VTERM_PROP_CURSORVISIBLE)
		e->cursor = val->boolean;
	else if (prop == VTERM_PROP_MOUSE)
		e->mouse = val->number;
	return 1;
}

static const VTermScreenCallbacks callbacks = {.settermprop = on_prop};

static void
on_answer(const char *bytes, size_t n, void *ctx)
{
	struct emulator *e = ctx;

	(void)bytes;
	e->answers += n;
}

void
emulator_init(struct emulator *e, int rows, int cols)
{
	*e = (struct emulator){
		.rows = rows, .cols = cols, .fd = -1, .raw = -1,
		.ended = true, .cursor = true,
		.term = vterm_new(rows, cols),
	};
	vterm_set_utf8(e->term, 1);
	vterm_output_set_callback(e->term, on_answer, e);
	e->screen = vterm_obtain_screen(e->term);
	vterm_screen_set_callbacks(e->screen, &callbacks, e);
	vterm_screen_enable_altscreen(e->screen, 1);
	vterm_screen_reset(e->screen, 1);
}

void
emulator_start(struct emulator *e, const char *const *argv)
{
	struct winsize size = {
		.ws_row = (unsigned short)e->rows,
		.ws_col = (unsigned short)e->cols,
	};

	e->pid = forkpty(&e->fd, NULL, NULL, &size);
	if (e->pid < 0) {
		fprintf(stderr, "vt: no terminal: %s\n", strerror(errno));
		exit(3);
	}
	if (e->pid == 0) {
		setenv("TERM", "xterm-256color", 1);
		execvp(argv[0], (char *const *)argv);
		_exit(127);
	}
	e->ended = false;
}

/* Bytes of the character that @lead begins. */
static size_t
char_len(char lead)
{
	unsigned char c = (unsigned char)lead;

	return c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
}

/* Bytes that what has begun still lacks. */
static size_t
whole_needs(const struct emulator *e)
{
	return char_len(e->begun[0]) - e->begun_n;
}

/*
 * Bytes at the end that only begin a character.  libvterm (0.1.4) shows some
 * characters wrongly when they come in two portions.
 */
static size_t
tail_of(const char *bytes, size_t n)
{
	for (size_t k = 1; k < 4 && k <= n; k++) {
		unsigned char c = (unsigned char)bytes[n - k];

		if (c < 0x80)
			return 0;
		if (c >= 0xc0)
			return char_len((char)c) > k ? k : 0;
	}
	return 0;
}

void
emulator_show(struct emulator *e, const char *bytes, size_t n)
{
	if (e->raw >= 0 && write(e->raw, bytes, n) != (ssize_t)n) {
		fprintf(stderr, "vt: what came cannot be kept\n");
		exit(3);
	}
	e->bytes += (int64_t)n;
	if (e->begun_n) {
		size_t more = whole_needs(e) < n ? whole_needs(e) : n;

		memcpy(e->begun + e->begun_n, bytes, more);
		e->begun_n += more;
		bytes += more;
		n -= more;
		if (whole_needs(e))
			return;
		vterm_input_write(e->term, e->begun, e->begun_n);
		e->begun_n = 0;
	}
	e->begun_n = tail_of(bytes, n);
	memcpy(e->begun, bytes + n - e->begun_n, e->begun_n);
	vterm_input_write(e->term, bytes, n - e->begun_n);
}

static void
collect(struct emulator *e)
{
	if (!e->ended && waitpid(e->pid, &e->status, 0) == e->pid)
		e->ended = true;
}

bool
emulator_read(struct emulator *e, int ms)
{
	struct pollfd wait = {.fd = e->fd, .events = POLLIN};
	char bytes[65536];
	ssize_t n;

	if (e->stalled || e->ended) {
		poll(NULL, 0, ms);
		return false;
	}
	if (poll(&wait, 1, ms) <= 0)
		return false;
	n = read(e->fd, bytes, sizeof(bytes));
	if (n <= 0) {
		/* Nobody has the terminal open any more. */
		collect(e);
		return false;
	}
	emulator_show(e, bytes, (size_t)n);
	return true;
}

void
emulator_settle(struct emulator *e, int ms)
{
	while (emulator_read(e, ms))
		continue;
}

void
emulator_type(struct emulator *e, const char *bytes, size_t n)
{
	if (write(e->fd, bytes, n) != (ssize_t)n) {
		fprintf(stderr, "vt: the program takes no keys\n");
		exit(3);
	}
}

void
emulator_size(struct emulator *e, int rows, int cols)
{
	struct winsize size = {
		.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols,
	};

	e->rows = rows;
	e->cols = cols;
	vterm_set_size(e->term, rows, cols);
	ioctl(e->fd, TIOCSWINSZ, &size);
}

/* The text of one cell at @out; 0 bytes for the right half of a wide one. */
static size_t
cell_text(const struct emulator *e, VTermPos at, char *out)
{
	VTermScreenCell cell;
	size_t n = 0;

	if (!vterm_screen_get_cell(e->screen, at, &cell) || !cell.chars[0]) {
		out[0] = ' ';
		return 1;
	}
	if (cell.chars[0] == (uint32_t)-1)
		return 0;
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
		n += text_encode(cell.chars[i], out + n);
	return n;
}

char *
emulator_text(const struct emulator *e)
{
	size_t row = (size_t)e->cols * CELL_BYTES + 1, n = 0;
	char *out = malloc((size_t)e->rows * row + 1);

	if (!out)
		abort();
	for (int y = 0; y < e->rows; y++) {
		size_t begin = n;

		for (int x = 0; x < e->cols; x++)
			n += cell_text(e, (VTermPos){y, x}, out + n);
		while (n > begin && out[n - 1] == ' ')
			n--;
		out[n++] = '\n';
	}
	out[n] = '\0';
	return out;
}

int
emulator_column(const struct emulator *e)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(e->term), &at);
	return at.col;
}

int64_t
emulator_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool
emulator_end(struct emulator *e, int ms)
{
	int64_t until = emulator_now() + ms;

	while (!e->ended && emulator_now() < until) {
		emulator_read(e, STEP);
		if (!e->ended && e->stalled &&
		    waitpid(e->pid, &e->status, WNOHANG) == e->pid)
			e->ended = true;
	}
	return e->ended;
}

void
emulator_release(struct emulator *e)
{
	if (!e->ended) {
		kill(e->pid, SIGKILL);
		collect(e);
	}
	if (e->fd >= 0)
		close(e->fd);
	vterm_free(e->term);
	*e = (struct emulator){.fd = -1, .raw = -1, .ended = true};
}
