#include "run/child.h"

#include "base/mem.h"
#include "base/str.h"
#include "loop/loop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAID_MOST 1000   /* bytes of standard error that are kept */
#define NOT_STARTED 127

struct child {
	struct loop *loop;
	pid_t pid;           /* 0: it could not be started */
	int in, err, end;    /* its standard input and error; its pidfd; -1 */
	struct loop_fd *in_watch, *err_watch, *end_watch;
	struct loop_timer *limit; /* or, with pid 0, the answer */
	char *body;
	size_t len, at;
	struct str said;
	child_fn *fn;
	void *ctx;
};

static void
shut(int *fd, struct loop_fd **watch)
{
	loop_fd_stop(*watch);
	*watch = NULL;
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

static void
drop(struct child *c)
{
	shut(&c->in, &c->in_watch);
	shut(&c->err, &c->err_watch);
	shut(&c->end, &c->end_watch);
	loop_timer_stop(c->limit);
	str_release(&c->said);
	/* What is sent may be for few eyes. */
	if (c->body)
		explicit_bzero(c->body, c->len);
	free(c->body);
	free(c);
}

/*
 * Its whole group goes, so that nothing it started goes on; one that has
 * ended keeps its number until it is waited for, and its code.
 */
static int
reap(struct child *c)
{
	int status = 0;

	kill(-c->pid, SIGKILL);
	while (waitpid(c->pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
finish(struct child *c, int code)
{
	c->fn(c->ctx, code, str_get(&c->said));
	drop(c);
}

/* What it has said until now; false when there will be no more. */
static bool
listen(struct child *c)
{
	char buf[512];
	ssize_t n;

	while ((n = read(c->err, buf, sizeof(buf))) > 0) {
		size_t room = SAID_MOST - c->said.len;

		str_addn(&c->said, buf, (size_t)n < room ? (size_t)n : room);
	}
	return n < 0 && (errno == EAGAIN || errno == EINTR);
}

static void
on_err(void *ctx, int fd, short got)
{
	struct child *c = ctx;

	(void)fd;
	(void)got;
	if (!listen(c))
		shut(&c->err, &c->err_watch);
}

static void
on_in(void *ctx, int fd, short got)
{
	struct child *c = ctx;
	ssize_t n = c->at < c->len ?
		write(fd, c->body + c->at, c->len - c->at) : 0;

	(void)got;
	if (n > 0)
		c->at += (size_t)n;
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	/* One that does not read to the end has its reasons. */
	if (n < 0 || c->at == c->len)
		shut(&c->in, &c->in_watch);
}

static void
on_end(void *ctx, int fd, short got)
{
	struct child *c = ctx;
	int code = reap(c);

	(void)fd;
	(void)got;
	if (c->err >= 0)
		listen(c);
	finish(c, code);
}

static void
on_limit(void *ctx)
{
	struct child *c = ctx;

	c->limit = NULL;
	reap(c);
	if (c->err >= 0)
		listen(c);
	if (!c->said.len)
		str_add(&c->said, "it took too long and was ended");
	finish(c, -1);
}

static void
on_not_started(void *ctx)
{
	struct child *c = ctx;

	c->limit = NULL;
	finish(c, NOT_STARTED);
}

/* No signal is ignored or blocked in it, and it leads a group of its own. */
static int
spawn(struct child *c, char *const *argv, int in, int err)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t all, none;
	int why;

	sigfillset(&all);
	sigemptyset(&none);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, &all);
	posix_spawnattr_setsigmask(&attr, &none);
	posix_spawnattr_setpgroup(&attr, 0);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF |
		POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&files, err, STDERR_FILENO);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null",
		O_WRONLY, 0);
	why = posix_spawnp(&c->pid, argv[0], &files, &attr, argv, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attr);
	return why;
}

/* 0, or why it could not be started. */
static int
start(struct child *c, char *const *argv)
{
	int in[2], err[2], why;

	if (pipe2(in, O_CLOEXEC) != 0)
		return errno;
	c->in = in[1];
	if (pipe2(err, O_CLOEXEC) != 0) {
		why = errno;
		close(in[0]);
		return why;
	}
	c->err = err[0];
	why = spawn(c, argv, in[0], err[1]);
	close(in[0]);
	close(err[1]);
	if (why) {
		c->pid = 0;
		return why;
	}
	fcntl(c->in, F_SETFL, O_NONBLOCK);
	fcntl(c->err, F_SETFL, O_NONBLOCK);
	c->end = pidfd_open(c->pid, 0);
	if (c->end >= 0)
		return 0;
	why = errno;
	reap(c);
	c->pid = 0;
	return why;
}

struct child *
child_start(struct loop *l, const struct child_ask *ask, child_fn *fn,
	void *ctx)
{
	struct child *c = mem_new(sizeof(*c));
	int why;

	c->loop = l;
	c->in = c->err = c->end = -1;
	c->fn = fn;
	c->ctx = ctx;
	why = start(c, ask->argv);
	if (why) {
		str_addf(&c->said, "%s: %s", ask->argv[0], strerror(why));
		c->limit = loop_after(l, 0, on_not_started, c);
		return c;
	}
	c->body = mem_new(ask->len + 1);
	memcpy(c->body, ask->body, ask->len);
	c->len = ask->len;
	fcntl(c->end, F_SETFD, FD_CLOEXEC);
	c->in_watch = loop_fd_watch(l, c->in, POLLOUT, on_in, c);
	c->err_watch = loop_fd_watch(l, c->err, POLLIN, on_err, c);
	c->end_watch = loop_fd_watch(l, c->end, POLLIN, on_end, c);
	c->limit = loop_after(l, ask->limit_ms, on_limit, c);
	return c;
}

void
child_stop(struct child *c)
{
	if (!c)
		return;
	if (c->pid)
		reap(c);
	drop(c);
}
