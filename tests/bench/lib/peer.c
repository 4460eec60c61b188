#include "bench/lib/peer.h"

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SECOND INT64_C(1000000000) /* ns */
#define MS INT64_C(1000000)        /* ns */
#define BURST 15     /* ms of silence after which a burst is over */
#define PATIENCE 20  /* s, for one that should end by itself */
#define GRACE 2000   /* ms to end after it was asked to */

int64_t
peer_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * SECOND + t.tv_nsec;
}

static void
give_up(const char *what, const char *name)
{
	fprintf(stderr, "bench: %s: %s: %s\n", name, what, strerror(errno));
	exit(3);
}

void
peer_start(struct peer *p, const char *const *argv)
{
	struct winsize size = {PEER_ROWS, PEER_COLUMNS, 0, 0};

	memset(p, 0, sizeof(*p));
	p->started = mmap(NULL, sizeof(*p->started), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (p->started == MAP_FAILED)
		give_up("no memory to share", argv[0]);
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid < 0)
		give_up("cannot be started", argv[0]);
	if (p->pid == 0) {
		/* Said by the child itself, so that no fork is measured. */
		*p->started = peer_now();
		execv(argv[0], (char *const *)argv);
		_exit(127);
	}
}

static void
keep(struct peer *p, const char *bytes, size_t n)
{
	if (p->len + n + 1 > p->cap) {
		p->cap = (p->len + n + 1) * 2;
		p->out = realloc(p->out, p->cap);
		if (!p->out)
			give_up("what it wrote", "out of memory");
	}
	memcpy(p->out + p->len, bytes, n);
	p->len += n;
	p->out[p->len] = '\0';
}

static void
collect(struct peer *p)
{
	if (!p->ended && waitpid(p->pid, &p->status, 0) == p->pid)
		p->ended = peer_now();
}

/* Reads once, waiting @ms at most; false: nothing came, or it has ended. */
static bool
read_once(struct peer *p, int ms)
{
	struct pollfd wait = {.fd = p->fd, .events = POLLIN};
	char bytes[65536];
	ssize_t n;

	if (p->ended || poll(&wait, 1, ms) <= 0)
		return false;
	n = read(p->fd, bytes, sizeof(bytes));
	if (n <= 0) {
		/* The last one that had the terminal open has closed it. */
		collect(p);
		return false;
	}
	p->last = peer_now();
	p->bytes += n;
	keep(p, bytes, (size_t)n);
	return true;
}

int64_t
peer_written(const struct peer *p)
{
	return p->last ? p->last - *p->started : 0;
}

int64_t
peer_lived(const struct peer *p)
{
	return p->ended ? p->ended - *p->started : 0;
}

void
peer_settle(struct peer *p, int quiet)
{
	while (read_once(p, quiet))
		continue;
}

bool
peer_watch(struct peer *p, int64_t span)
{
	int64_t end = peer_now() + span * MS;
	int64_t left;

	while (!p->ended && (left = end - peer_now()) > 0)
		read_once(p, (int)(left / MS) + 1);
	return !p->ended;
}

bool
peer_wrote(const struct peer *p, const char *text)
{
	return p->out && memmem(p->out, p->len, text, strlen(text));
}

bool
peer_await(struct peer *p, const char *text, int limit)
{
	int64_t end = peer_now() + limit * MS;

	while (!peer_wrote(p, text)) {
		int64_t left = end - peer_now();

		if (p->ended || left <= 0)
			return false;
		read_once(p, (int)(left / MS) + 1);
	}
	peer_settle(p, BURST);
	return true;
}

void
peer_type(struct peer *p, const char *keys)
{
	size_t n = strlen(keys);

	if (write(p->fd, keys, n) != (ssize_t)n)
		give_up("takes no keys", "a program that is measured");
}

void
peer_forget(struct peer *p)
{
	p->len = 0;
	if (p->out)
		p->out[0] = '\0';
}

bool
peer_wait(struct peer *p)
{
	while (!p->ended && read_once(p, PATIENCE * 1000))
		continue;
	return p->ended && WIFEXITED(p->status) && !WEXITSTATUS(p->status);
}

void
peer_stop(struct peer *p)
{
	if (!p->ended) {
		kill(p->pid, SIGTERM);
		peer_watch(p, GRACE);
	}
	if (!p->ended) {
		kill(p->pid, SIGKILL);
		collect(p);
	}
	close(p->fd);
	munmap(p->started, sizeof(*p->started));
	free(p->out);
	p->out = NULL;
	p->len = p->cap = 0;
}
