#include "run/history.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "conf/xdg.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINE_BYTES 500          /* longer ones are not kept */
#define LEAST_CUT (2 * HISTORY_LINES) /* lines from which on it is cut */
#define MOST (1 << 16)          /* bytes of its end that are read */

/* Folders that are not there yet are made for their user alone. */
static void
make_folders(char *path)
{
	for (char *p = path + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		mkdir(path, 0700);
		*p = '/';
	}
}

/* The file, open for reading and adding; -1 when there can be none. */
static int
open_file(void)
{
	char *path = xdg_path(XDG_STATE, "history", NULL);
	const int flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC |
		O_NOFOLLOW | O_NONBLOCK;
	struct stat st;
	int fd;

	if (!path)
		return -1;
	fd = open(path, flags, 0600);
	if (fd < 0 && errno == ENOENT) {
		make_folders(path);
		fd = open(path, flags, 0600);
	}
	free(path);
	if (fd < 0)
		return -1;
	/* Somebody else's file, or a device, is none of ours; what others may
	 * read, such as one that was copied here, is closed to them first. */
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_uid == geteuid() &&
	    (!(st.st_mode & 077) || fchmod(fd, 0600) == 0))
		return fd;
	close(fd);
	return -1;
}

/* Where the part begins that is read: nothing is older than that. */
static off_t
begin_of(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && st.st_size > MOST ? st.st_size - MOST :
		0;
}

/* A file that grew by more than that meanwhile is read another time. */
static void
read_end(int fd, off_t at, struct str *out)
{
	char part[4096];
	ssize_t n;

	while (out->len <= MOST &&
	    (n = pread(fd, part, sizeof(part), at)) > 0) {
		str_addn(out, part, (size_t)n);
		at += n;
	}
	/* A NUL would hide what stands behind it. */
	for (size_t i = 0; i < out->len; i++)
		if (!out->s[i])
			out->s[i] = '\x01';
}

static bool
is_line(const char *line, size_t n)
{
	if (!n || n > LINE_BYTES || !text_valid(line, n))
		return false;
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)line[i] < ' ' || line[i] == 0x7f)
			return false;
	return true;
}

static int
count_lines(const char *s)
{
	int n = 0;

	for (; *s; s++)
		n += *s == '\n';
	return n;
}

/* The last @keep lines of @s. */
static const char *
newest(const char *s, int keep)
{
	for (int n = count_lines(s); n > keep; n--)
		s = strchr(s, '\n') + 1;
	return s;
}

/*
 * Cuts the file in place, while nobody else adds: who adds has it locked,
 * too.  Somebody who does right now will cut it the next time.
 */
static void
cut(int fd, off_t begin, const struct str *all)
{
	const char *from;
	struct stat st;

	if ((!begin && count_lines(str_get(all)) < LEAST_CUT) ||
	    flock(fd, LOCK_EX | LOCK_NB) != 0)
		return;
	from = newest(str_get(all), HISTORY_LINES);
	/* Nothing was added since it was read.  The newest lines go over the
	 * oldest, which no full disk can keep from them. */
	if (fstat(fd, &st) == 0 && st.st_size == begin + (off_t)all->len &&
	    fcntl(fd, F_SETFL, 0) == 0 &&
	    pwrite(fd, from, strlen(from), 0) == (ssize_t)strlen(from) &&
	    ftruncate(fd, (off_t)strlen(from)) != 0)
		ftruncate(fd, 0);
	flock(fd, LOCK_UN);
}

void
history_read(history_fn *fn, void *ctx)
{
	struct arena *a = arena_new(0);
	struct str all = {0};
	const char *s;
	int fd = open_file();

	if (fd >= 0) {
		off_t begin = begin_of(fd);

		read_end(fd, begin, &all);
		cut(fd, begin, &all);
		close(fd);
	}
	for (s = newest(str_get(&all), HISTORY_LINES); *s;) {
		size_t n = strcspn(s, "\n");

		if (is_line(s, n))
			fn(ctx, arena_dupn(a, s, n));
		s += n + (s[n] == '\n');
	}
	str_release(&all);
	arena_free(a);
}

/* What the file ends with: that line, a part of one, or any other. */
enum ending { ENDS_OTHER, ENDS_SAME, ENDS_PART };

static enum ending
ending(int fd, const char *line, size_t n)
{
	char end[LINE_BYTES + 2];
	struct stat st;
	off_t from;

	if (fstat(fd, &st) != 0 || !st.st_size)
		return ENDS_OTHER;
	if (pread(fd, end, 1, st.st_size - 1) == 1 && *end != '\n')
		return ENDS_PART;
	from = st.st_size - (off_t)n - 1;
	if (from < 0 ||
	    (from && (pread(fd, end, 1, from - 1) != 1 || *end != '\n')))
		return ENDS_OTHER;
	return pread(fd, end, n + 1, from) == (ssize_t)n + 1 &&
		!memcmp(end, line, n) ? ENDS_SAME : ENDS_OTHER;
}

/*
 * Nothing is waited for: with the lock somebody cuts the file right now, or
 * was stopped while at it, and at worst that line is not kept.  A part of a
 * line, which a full disk leaves, becomes one of its own.
 */
bool
history_add(const char *line)
{
	char text[LINE_BYTES + 3];
	size_t n = strlen(line), at = 0;
	enum ending end;
	int fd;
	bool ok = true;

	if (!is_line(line, n))
		return true;
	fd = open_file();
	if (fd < 0)
		return false;
	end = ending(fd, line, n);
	if (end != ENDS_SAME) {
		if (end == ENDS_PART)
			text[at++] = '\n';
		memcpy(text + at, line, n);
		at += n;
		text[at++] = '\n';
		flock(fd, LOCK_SH | LOCK_NB);
		ok = write(fd, text, at) == (ssize_t)at;
	}
	close(fd);
	return ok;
}
