#include "store/bell.h"

#include "base/mem.h"

#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <unistd.h>

/* The bell was rung; and it is no longer the file at that path. */
#define RUNG IN_MODIFY
#define GONE (IN_DELETE_SELF | IN_MOVE_SELF | IN_ATTRIB)

struct bell {
	struct loop *loop;
	char *path;
	loop_fn *heard;
	void *ctx;
	int notify; /* inotify descriptor, -1: not listening */
	int watch;  /* -1: the file is not watched */
	struct loop_fd *on_notify;
};

struct bell *
bell_new(struct loop *loop, const char *path, loop_fn *heard, void *ctx)
{
	struct bell *b = mem_new(sizeof(*b));

	b->loop = loop;
	b->path = mem_dup(path);
	b->heard = heard;
	b->ctx = ctx;
	b->notify = b->watch = -1;
	return b;
}

void
bell_free(struct bell *b)
{
	if (!b)
		return;
	loop_fd_stop(b->on_notify);
	if (b->notify >= 0)
		close(b->notify);
	free(b->path);
	free(b);
}

void
bell_make(const struct bell *b, const struct stat *like)
{
	int fd = open(b->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd < 0)
		return;
	/* As SQLite does for its -wal: whoever may write the log may ring. */
	if (geteuid() != 0 || fchown(fd, like->st_uid, like->st_gid) == 0)
		fchmod(fd, like->st_mode & 0666);
	close(fd);
}

void
bell_ring(const struct bell *b, const struct stat *like)
{
	/* Not blocking, should somebody have put a pipe there. */
	int how = O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
	int fd = open(b->path, how);
	ssize_t written;

	if (fd < 0) {
		bell_make(b, like);
		fd = open(b->path, how);
	}
	if (fd < 0)
		return;
	/* A bell that cannot be rung costs the others a second, no more. */
	written = pwrite(fd, "!", 1, 0);
	(void)written;
	close(fd);
}

static void
bell_read(void *ctx, int fd, short revents)
{
	struct bell *b = ctx;
	union {
		struct inotify_event event;
		char bytes[4096];
	} buf;
	bool rung = false, gone = false;
	ssize_t n;

	(void)revents;
	while ((n = read(fd, buf.bytes, sizeof(buf.bytes))) > 0) {
		const char *at = buf.bytes;

		while (at < buf.bytes + n) {
			const struct inotify_event *e = (const void *)at;

			rung = rung || (e->mask & (RUNG | IN_Q_OVERFLOW));
			if (e->wd == b->watch)
				gone = gone || (e->mask & (GONE | IN_IGNORED));
			at += sizeof(*e) + e->len;
		}
	}
	if (gone) {
		inotify_rm_watch(b->notify, b->watch);
		b->watch = -1;
		bell_listen(b);
	}
	if (rung || gone)
		b->heard(b->ctx);
}

void
bell_listen(struct bell *b)
{
	if (b->notify < 0) {
		b->notify = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
		if (b->notify < 0)
			return;
		b->on_notify = loop_fd_watch(b->loop, b->notify, POLLIN,
			bell_read, b);
	}
	if (b->watch < 0)
		b->watch = inotify_add_watch(b->notify, b->path, RUNG | GONE);
}
