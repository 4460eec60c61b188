#include "store/sqlite.h"

#include "base/mem.h"
#include "base/str.h"
#include "store/bell.h"
#include "store/netfs.h"
#include "store/presence.h"
#include "store/sqlite_db.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Followers begin to listen so much later: to close an inotify descriptor
 * costs some 10 ms, which a command that is done by then never pays.
 */
#define LISTEN_MS 100

/* How long opening waits for others, who may just be creating the store. */
#define OPEN_US 2000000
#define OPEN_NAP_US 5000

static void
sqlite_heard(void *ctx)
{
	struct sqlite *s = ctx;
	bool changed = false;
	struct err err;

	if (sqlite_check(&s->local, &changed, &err) == LOCAL_FAILED || changed)
		local_changed(&s->local);
}

/* What was written before we could hear it is found by a look. */
static void
listen_begin(void *ctx)
{
	struct sqlite *s = ctx;

	s->listen = NULL;
	s->listening = true;
	bell_listen(s->bell);
	sqlite_heard(s);
}

static void
sqlite_listen(struct local *l)
{
	struct sqlite *s = (struct sqlite *)l;

	if (!s->listening && !s->listen)
		s->listen = loop_after(l->base.loop, LISTEN_MS, listen_begin,
			s);
}

static void
sqlite_here(struct local *l, const struct store_presence *p)
{
	struct sqlite *s = (struct sqlite *)l;

	if (!l->base.read_only)
		presence_say(s->presence, p, &s->file);
}

static int
sqlite_present(struct local *l, struct store_presence *out, int max)
{
	return presence_list(((struct sqlite *)l)->presence, out, max);
}

static void
sqlite_close(struct local *l)
{
	struct sqlite *s = (struct sqlite *)l;

	loop_timer_stop(s->listen);
	sqlite_disconnect(s);
	bell_free(s->bell);
	presence_free(s->presence);
	free(s->path);
	free(l->base.name);
	free(s);
}

static const struct local_ops sqlite_ops = {
	.close = sqlite_close,
	.append = sqlite_append,
	.read = sqlite_read,
	.summaries = sqlite_summaries,
	.incidents = sqlite_incidents,
	.set_summary = sqlite_set_summary,
	.check = sqlite_check,
	.listen = sqlite_listen,
	.here = sqlite_here,
	.present = sqlite_present,
};

/* Makes the folders above @path. */
static bool
folders_make(const char *path, struct err *err)
{
	char *copy = mem_dup(path);
	bool ok = true;

	for (char *at = strchr(copy + 1, '/'); ok && at;
	     at = strchr(at + 1, '/')) {
		*at = '\0';
		if (mkdir(copy, 0775) != 0 && errno != EEXIST) {
			ok = err_set(err, ERR_STORE, "the folder %s for the "
				"store cannot be made: %s", copy,
				strerror(errno));
		}
		*at = '/';
	}
	free(copy);
	return ok;
}

/* The folder of @path, on the heap. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct str dir = {0};

	if (!slash)
		return mem_dup(".");
	str_addn(&dir, path, slash == path ? 1 : (size_t)(slash - path));
	return str_take(&dir);
}

/*
 * An empty file is an empty database.  It is made here and not by SQLite for
 * its permissions: they are what the umask leaves of rw-rw-r--, and SQLite
 * gives the same to the files beside it.
 */
static bool
file_make(const char *path, struct err *err)
{
	char *dir;
	bool ok;
	int fd;

	if (access(path, F_OK) == 0)
		return true;
	if (errno == EACCES)
		return err_set(err, ERR_STORE, "the store %s cannot be reached:"
			" %s", path, strerror(errno));
	if (sqlite_orphan(path, err))
		return false;
	if (!folders_make(path, err))
		return false;
	dir = folder_of(path);
	ok = netfs_check(netfs_type(dir), dir, err);
	free(dir);
	if (!ok)
		return false;
	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0664);
	if (fd < 0 && errno != EEXIST)
		return err_set(err, ERR_STORE, "the store %s cannot be made: "
			"%s", path, strerror(errno));
	if (fd >= 0)
		close(fd);
	return true;
}

/* The one name that all who open @path by whatever way agree on. */
static char *
path_resolve(const char *path, struct err *err)
{
	char *real = realpath(path, NULL);
	struct stat st;

	if (!real && errno == ENOENT) {
		err_set(err, ERR_STORE, "there is no store at %s", path);
		return NULL;
	}
	if (!real || stat(real, &st) != 0) {
		err_set(err, ERR_STORE, "the store %s cannot be opened: %s",
			path, strerror(errno));
		free(real);
		return NULL;
	}
	if (!S_ISREG(st.st_mode)) {
		err_set(err, ERR_STORE, "%s is %s, not a store", real,
			S_ISDIR(st.st_mode) ? "a folder" : "not a file");
		free(real);
		return NULL;
	}
	if (!netfs_check(netfs_type(real), real, err)) {
		free(real);
		return NULL;
	}
	return real;
}

static char *
joined(const char *a, const char *b)
{
	struct str s = {0};

	str_add(&s, a);
	str_add(&s, b);
	return str_take(&s);
}

/* Connects, waiting for somebody else who has the lock. */
static bool
connect_wait(struct sqlite *s, struct err *err)
{
	enum local_try try = sqlite_connect(s, err);

	while (try == LOCAL_BUSY && s->waited < OPEN_US) {
		sqlite_nap(s, OPEN_NAP_US);
		try = sqlite_connect(s, err);
	}
	return try == LOCAL_OK;
}

struct store *
sqlite_open(struct loop *loop, const char *path,
	const struct store_options *opt, struct err *err)
{
	bool creates = !opt->read_only && !opt->must_exist;
	struct sqlite *s;
	char *real, *beside;

	if (!*path) {
		err_set(err, ERR_USAGE, "sqlite: needs a path: sqlite:PATH");
		return NULL;
	}
	if (creates && !file_make(path, err))
		return NULL;
	real = path_resolve(path, err);
	if (!real)
		return NULL;

	s = mem_new(sizeof(*s));
	local_init(&s->local, loop, &sqlite_ops);
	s->path = real;
	s->local.base.name = joined("sqlite:", real);
	s->local.base.read_only = opt->read_only;
	s->create = creates;
	s->practice = opt->practice;
	beside = joined(real, "-bell");
	s->bell = bell_new(loop, beside, sqlite_heard, s);
	free(beside);
	beside = joined(real, "-here");
	s->presence = presence_new(beside);
	free(beside);
	if (!connect_wait(s, err)) {
		sqlite_close(&s->local);
		return NULL;
	}
	s->renewed = false;
	if (!opt->read_only)
		bell_make(s->bell, &s->file);
	return &s->local.base;
}
