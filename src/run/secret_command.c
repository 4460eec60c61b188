#include "run/secret_command.h"

#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SAID_BYTES 400 /* of standard error that is shown */

/* What is read of one of its outputs, as far as there is room. */
struct heard {
	int fd;
	char *buf;
	size_t n, size;
	struct loop_fd *watch;
	int *open;  /* outputs that have not ended */
	bool *done;
};

/* It gets a terminal, its outputs are ours, and no signal is ignored. */
static pid_t
start(const char *command, int out, int said)
{
	char shell[] = "sh", option[] = "-c";
	char *argv[] = {shell, option, (char *)command, NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attr;
	sigset_t back;
	pid_t pid = -1;

	sigemptyset(&back);
	sigaddset(&back, SIGPIPE);
	sigaddset(&back, SIGXFSZ);
	posix_spawnattr_init(&attr);
	posix_spawnattr_setsigdefault(&attr, &back);
	posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGDEF);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
	posix_spawn_file_actions_adddup2(&files, said, STDERR_FILENO);
	if (posix_spawn(&pid, "/bin/sh", &files, &attr, argv, environ) != 0)
		pid = -1;
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&attr);
	return pid;
}

static void
hear(void *ctx, int fd, short got)
{
	struct heard *h = ctx;
	char rest[512];
	bool full = h->n + 1 >= h->size;
	ssize_t n = full ? read(fd, rest, sizeof(rest)) :
		read(fd, h->buf + h->n, h->size - 1 - h->n);

	(void)got;
	if (n > 0 && !full)
		h->n += (size_t)n;
	explicit_bzero(rest, sizeof(rest));
	if (n > 0 || (n < 0 && errno == EINTR))
		return;
	loop_fd_stop(h->watch);
	h->watch = NULL;
	if (--*h->open == 0)
		*h->done = true;
}

/*
 * Until both of its outputs have ended; false when the time is over.  The
 * terminal is the program's meanwhile: nothing else of ours could be shown.
 */
static bool
hear_all(struct heard h[2], long limit_ms)
{
	struct loop *l = loop_new();
	bool done = false;
	int open = 2;

	for (int i = 0; i < 2; i++) {
		h[i].open = &open;
		h[i].done = &done;
		h[i].watch = loop_fd_watch(l, h[i].fd, POLLIN, hear, &h[i]);
	}
	loop_until(l, &done, limit_ms);
	loop_free(l);
	return done;
}

static int
ended(pid_t pid)
{
	int status;

	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* The last thing that it said, on one line. */
static bool
say(struct err *err, const char *what, char *said)
{
	struct arena *a = arena_new(0);
	size_t n = strlen(said);

	while (n && strchr("\r\n ", said[n - 1]))
		said[--n] = '\0';
	err_set(err, ERR_REFUSED, "%s%s%s", what, *said ? ": " : "",
		text_safe(a, said, false));
	arena_free(a);
	return false;
}

static bool
judge(pid_t pid, bool in_time, char *out, char *said, struct err *err)
{
	int code;

	if (!in_time)
		kill(pid, SIGKILL);
	code = ended(pid);
	if (!in_time)
		return say(err, "the program that prints it took too long",
			said);
	if (code != 0)
		return say(err, "the program that prints it failed", said);
	out[strcspn(out, "\r\n")] = '\0';
	if (!*out)
		return say(err, "the program printed nothing", said);
	return true;
}

bool
secret_command(const char *command, long limit_ms, char out[SECRET_BYTES],
	struct err *err)
{
	char said[SAID_BYTES] = "";
	int pipes[2][2];
	struct heard h[2];
	pid_t pid;
	bool in_time, ok;

	memset(out, 0, SECRET_BYTES);
	if (pipe2(pipes[0], O_CLOEXEC) != 0)
		return say(err, "no program can be run here", said);
	if (pipe2(pipes[1], O_CLOEXEC) != 0) {
		close(pipes[0][0]);
		close(pipes[0][1]);
		return say(err, "no program can be run here", said);
	}
	pid = start(command, pipes[0][1], pipes[1][1]);
	close(pipes[0][1]);
	close(pipes[1][1]);
	h[0] = (struct heard){.fd = pipes[0][0], .buf = out,
		.size = SECRET_BYTES};
	h[1] = (struct heard){.fd = pipes[1][0], .buf = said,
		.size = sizeof(said)};
	in_time = pid > 0 && hear_all(h, limit_ms);
	ok = pid > 0 ? judge(pid, in_time, out, said, err) :
		say(err, "no program can be run here", said);
	close(pipes[0][0]);
	close(pipes[1][0]);
	if (!ok)
		explicit_bzero(out, SECRET_BYTES);
	return ok;
}
