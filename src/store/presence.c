#include "store/presence.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define PREFIX "here-"
#define CARD_SIZE 128 /* bytes of each file: incident, screen, who; a line each */
#define TRIES 8       /* each is lost only to somebody who looked just then */

struct presence {
	char *dir;
	char *mine; /* path of our file, NULL: nothing said */
	int fd;     /* open and locked while @mine is set */
};

struct presence *
presence_new(const char *dir)
{
	struct presence *p = mem_new(sizeof(*p));

	p->dir = mem_dup(dir);
	p->fd = -1;
	return p;
}

static void
presence_unsay(struct presence *p)
{
	if (!p->mine)
		return;
	unlink(p->mine);
	close(p->fd);
	free(p->mine);
	p->mine = NULL;
	p->fd = -1;
}

void
presence_free(struct presence *p)
{
	if (!p)
		return;
	presence_unsay(p);
	free(p->dir);
	free(p);
}

/* Whoever may read the log may look into the folder, and so on. */
static void
folder_make(const struct presence *p, const struct stat *like)
{
	mode_t mode = like->st_mode & 0666;

	if (mkdir(p->dir, 0700) != 0)
		return;
	mode |= (mode & 0444) >> 2;
	if (geteuid() != 0 || chown(p->dir, like->st_uid, like->st_gid) == 0)
		chmod(p->dir, mode);
}

/*
 * A new file, locked; false when we may not write there.  One who looks
 * between its creation and the lock takes it for a dead one's and clears it
 * away: then another is made.
 */
static bool
card_make(struct presence *p, const struct stat *like)
{
	for (int i = 0; i < TRIES; i++) {
		struct id id = id_random();
		struct str path = {0};
		struct stat st;
		char hex[ID_HEX];
		int fd;

		str_addf(&path, "%s/" PREFIX "%s", p->dir, id_hex(&id, hex));
		fd = open(str_get(&path), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
			0600);
		if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
		    fchmod(fd, (like->st_mode & 0666) | 0600) == 0 &&
		    fstat(fd, &st) == 0 && st.st_nlink == 1) {
			p->mine = str_take(&path);
			p->fd = fd;
			return true;
		}
		if (fd >= 0) {
			unlink(str_get(&path));
			close(fd);
		}
		str_release(&path);
		if (fd < 0)
			return false;
	}
	return false;
}

void
presence_say(struct presence *p, const struct store_presence *what,
	const struct stat *like)
{
	char card[CARD_SIZE] = {0};
	ssize_t written;

	if (!what) {
		presence_unsay(p);
		return;
	}
	if (!p->mine) {
		folder_make(p, like);
		if (!card_make(p, like))
			return;
	}
	snprintf(card, sizeof(card), "%u\n%s\n%s\n", (unsigned)what->incident,
		what->screen, what->who);
	/* Of one size and in one piece, so that nobody reads half of it. */
	written = pwrite(p->fd, card, sizeof(card), 0);
	(void)written;
}

/* One line of @text into @out, of @size bytes; returns the rest, or NULL. */
static const char *
card_line(const char *text, char *out, size_t size)
{
	const char *end = text ? strchr(text, '\n') : NULL;

	if (!end || (size_t)(end - text) >= size)
		return NULL;
	memcpy(out, text, (size_t)(end - text));
	out[end - text] = '\0';
	return end + 1;
}

static bool
card_read(int fd, struct store_presence *out)
{
	char card[CARD_SIZE + 1] = {0};
	char number[12];
	const char *at = card;

	memset(out, 0, sizeof(*out));
	if (pread(fd, card, CARD_SIZE, 0) != CARD_SIZE)
		return false;
	at = card_line(at, number, sizeof(number));
	at = card_line(at, out->screen, sizeof(out->screen));
	at = card_line(at, out->who, sizeof(out->who));
	if (!at)
		return false;
	out->incident = (uint32_t)strtoul(number, NULL, 10);
	return true;
}

/* Whether the process behind the file @name in @dir lives. */
static bool
card_look(int dir, const char *name, struct store_presence *out)
{
	int fd = openat(dir, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW |
		O_NONBLOCK);
	bool lives;

	if (fd < 0)
		return false;
	if (flock(fd, LOCK_SH | LOCK_NB) == 0) {
		unlinkat(dir, name, 0);
		lives = false;
	} else {
		lives = card_read(fd, out);
	}
	close(fd);
	return lives;
}

int
presence_list(const struct presence *p, struct store_presence *out, int max)
{
	DIR *dir = opendir(p->dir);
	const struct dirent *d;
	int n = 0;

	if (!dir)
		return 0;
	while (n < max && (d = readdir(dir))) {
		if (!str_starts(d->d_name, PREFIX) ||
		    !card_look(dirfd(dir), d->d_name, &out[n]))
			continue;
		out[n++].mine = p->mine &&
			!strcmp(p->mine + strlen(p->dir) + 1, d->d_name);
	}
	closedir(dir);
	return n;
}
