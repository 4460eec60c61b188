#include "run/keep.h"

#include "base/hash.h"
#include "base/mem.h"
#include "base/str.h"
#include "conf/xdg.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOST (4 << 20) /* bytes that are read of one file */
#define STORE_HEX 16   /* digits that stand for a store in a file's name */

/* A file that somebody left, locked by us until it is not needed. */
struct left {
	char *path;
	int fd;
	struct left *next;
};

struct keep {
	char *dir;
	char prefix[STORE_HEX + 2]; /* "0123456789abcdef-" */
	char *path;       /* of our file; NULL: there is none */
	int fd;           /* of it, locked; -1 */
	struct str saved; /* what it holds */
	struct left *left;
};

/* ---- what others have left ---------------------------------------------- */

/* A file that is locked, and still has its name; -1: it is not for us. */
static int
open_left(const char *path)
{
	int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat st;

	if (fd < 0)
		return -1;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0 && fstat(fd, &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_nlink == 1 && st.st_size <= MOST)
		return fd;
	close(fd);
	return -1;
}

static void
read_all(int fd, struct str *out)
{
	char part[4096];
	ssize_t n;

	while ((n = read(fd, part, sizeof(part))) > 0)
		str_addn(out, part, (size_t)n);
}

static void
find_left(struct keep *k, struct str *found)
{
	DIR *dir = opendir(k->dir);
	const struct dirent *d;

	while (dir && (d = readdir(dir))) {
		struct str path = {0};
		struct left *left;
		int fd;

		if (!str_starts(d->d_name, k->prefix))
			continue;
		str_addf(&path, "%s/%s", k->dir, d->d_name);
		fd = open_left(str_get(&path));
		if (fd < 0) {
			str_release(&path);
			continue;
		}
		left = mem_new(sizeof(*left));
		*left = (struct left){str_take(&path), fd, k->left};
		k->left = left;
		read_all(fd, found);
	}
	if (dir)
		closedir(dir);
}

/* Their texts stand in our own file now, or are not wanted any more. */
static void
forget_left(struct keep *k, bool remove)
{
	while (k->left) {
		struct left *left = k->left;

		k->left = left->next;
		if (remove)
			unlink(left->path);
		close(left->fd);
		free(left->path);
		free(left);
	}
}

/* ---- our own --------------------------------------------------------------- */

/* Makes the folder @dir and those above it. */
static bool
make_folders(const char *dir)
{
	char *part = mem_dup(dir);

	for (char *s = part + 1; *s; s++) {
		if (*s != '/')
			continue;
		*s = '\0';
		mkdir(part, 0700);
		*s = '/';
	}
	free(part);
	return mkdir(dir, 0700) == 0 || errno == EEXIST;
}

struct keep *
keep_open(const char *store, struct str *found)
{
	struct hash h = hash_of(store, strlen(store), NULL, 0, NULL, 0);
	char *dir = xdg_path(XDG_STATE, "parked", NULL);
	char hex[HASH_HEX];
	struct keep *k;

	if (!dir || !make_folders(dir)) {
		free(dir);
		return NULL;
	}
	k = mem_new(sizeof(*k));
	k->dir = dir;
	k->fd = -1;
	snprintf(k->prefix, sizeof(k->prefix), "%.*s-", STORE_HEX,
		hash_hex(&h, hex));
	find_left(k, found);
	return k;
}

static void
remove_file(struct keep *k)
{
	if (k->path)
		unlink(k->path);
	if (k->fd >= 0)
		close(k->fd);
	free(k->path);
	k->path = NULL;
	k->fd = -1;
}

static bool
make_file(struct keep *k)
{
	struct id id = id_random();
	struct str path = {0};
	char hex[ID_HEX];

	str_addf(&path, "%s/%s%s", k->dir, k->prefix, id_hex(&id, hex));
	k->fd = open(str_get(&path), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC,
		0600);
	if (k->fd < 0) {
		str_release(&path);
		return false;
	}
	k->path = str_take(&path);
	/* Whoever opened it before we locked it takes it for a left one. */
	if (flock(k->fd, LOCK_EX | LOCK_NB) == 0)
		return true;
	remove_file(k);
	return false;
}

bool
keep_save(struct keep *k, const char *text)
{
	size_t n = strlen(text);

	if (strcmp(str_get(&k->saved), text) != 0) {
		if (!n)
			remove_file(k);
		else if ((!k->path && !make_file(k)) ||
		    pwrite(k->fd, text, n, 0) != (ssize_t)n ||
		    ftruncate(k->fd, (off_t)n) != 0)
			return false;
		str_cut(&k->saved, 0);
		str_add(&k->saved, text);
	}
	forget_left(k, true);
	return true;
}

void
keep_close(struct keep *k)
{
	if (!k)
		return;
	forget_left(k, false);
	if (k->fd >= 0)
		close(k->fd);
	free(k->path);
	free(k->dir);
	str_release(&k->saved);
	free(k);
}
