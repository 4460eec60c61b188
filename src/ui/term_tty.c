#include "ui/term_tty.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum {
	ROWS_MOST = 500, /* beyond any screen: bounds the memory of a frame */
	COLS_MOST = 1000,
};

/* The device may belong to another user (su): then it goes by /dev/tty. */
static int
tty_open_own(void)
{
	int flags = O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
	char path[256];
	int fd = -1;

	if (ttyname_r(STDIN_FILENO, path, sizeof(path)) == 0)
		fd = open(path, flags);
	return fd >= 0 ? fd : open("/dev/tty", flags);
}

bool
term_tty_open(struct term_tty *tty, const char *path, struct err *err)
{
	int flags = O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

	if (!path && (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)))
		return err_set(err, ERR_USAGE, "this needs a terminal, and "
			"standard input or output is none: for scripts there "
			"are `fireground status` and the other verbs");
	tty->fd = path ? open(path, flags) : tty_open_own();
	if (tty->fd < 0)
		return err_set(err, ERR_USAGE, "cannot open the terminal%s%s:"
			" %s", path ? " " : "", path ? path : "",
			strerror(errno));
	if (tcgetattr(tty->fd, &tty->saved) != 0) {
		err_set(err, ERR_USAGE, "%s is no terminal: %s",
			path ? path : "/dev/tty", strerror(errno));
		term_tty_close(tty);
		return false;
	}
	return true;
}

void
term_tty_close(struct term_tty *tty)
{
	if (tty->fd >= 0)
		close(tty->fd);
	tty->fd = -1;
}

void
term_tty_raw(const struct term_tty *tty)
{
	struct termios raw = tty->saved;

	raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | IGNCR | INLCR | INPCK |
		ISTRIP | IXON | IXOFF);
	raw.c_oflag &= ~(tcflag_t)OPOST;
	raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN);
	raw.c_lflag |= ISIG;
	raw.c_cc[VINTR] = _POSIX_VDISABLE;
	raw.c_cc[VQUIT] = _POSIX_VDISABLE;
	raw.c_cc[VMIN] = 1;
	raw.c_cc[VTIME] = 0;

	/* At once: waiting for the output could take for ever. */
	tcsetattr(tty->fd, TCSANOW, &raw);
}

void
term_tty_restore(const struct term_tty *tty)
{
	tcsetattr(tty->fd, TCSANOW, &tty->saved);
}

static int
tty_within(int n, int most)
{
	return n < 1 ? 1 : n > most ? most : n;
}

void
term_tty_size(const struct term_tty *tty, int *rows, int *cols)
{
	struct winsize size = {0};

	if (ioctl(tty->fd, TIOCGWINSZ, &size) != 0 ||
	    (!size.ws_row && !size.ws_col)) {
		size.ws_row = 24;
		size.ws_col = 80;
	}
	*rows = tty_within(size.ws_row, ROWS_MOST);
	*cols = tty_within(size.ws_col, COLS_MOST);
}
