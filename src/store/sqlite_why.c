#include "store/sqlite_db.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

static const char *
user_name(void)
{
	const struct passwd *pw = getpwuid(geteuid());

	return pw ? pw->pw_name : "(without a name)";
}

/* Whether the effective user may use @path in that way. */
static bool
may(const char *path, int how)
{
	return faccessat(AT_FDCWD, path, how, AT_EACCESS) == 0;
}

void
sqlite_why_closed(const struct sqlite *s, const char *after, struct err *err)
{
	if (!may(s->path, F_OK) && errno == ENOENT)
		err_set(err, ERR_STORE, "there is no store at %s (any more), "
			"%s", s->path, after);
	else if (!may(s->path, R_OK))
		err_set(err, ERR_STORE, "%s cannot be read by user %s, %s: its "
			"owner has to allow it for the file and its folder",
			s->path, user_name(), after);
	else if (!s->local.base.read_only)
		err_set(err, ERR_STORE, "%s or its folder cannot be written by "
			"user %s, %s: use --read-only, or ask its owner for "
			"the right to write to both", s->path, user_name(),
			after);
	else
		err_set(err, ERR_STORE, "%s cannot be read without writing "
			"beside it, as its -wal and -shm files are missing, "
			"%s: open it once as a user who may write there",
			s->path, after);
}

enum local_try
sqlite_why(struct sqlite *s, int rc, const char *after, struct err *err)
{
	const char *said = s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc);
	int code = s->db ? sqlite3_system_errno(s->db) : 0;

	switch (rc & 0xff) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		err_set(err, ERR_STORE, "%s is busy: another program holds its "
			"lock, %s", s->path, after);
		return LOCAL_BUSY;
	case SQLITE_FULL:
		err_set(err, ERR_STORE, "disk full: there is no free space for "
			"%s, %s", s->path, after);
		return LOCAL_FAILED;
	case SQLITE_IOERR:
		err_set(err, ERR_STORE, "the disk under %s failed (%s, SQLite "
			"%d), %s", s->path, code ? strerror(code) : said, rc,
			after);
		break;
	case SQLITE_CORRUPT:
		err_set(err, ERR_STORE, "%s is damaged (%s), %s: export what "
			"can still be read, and go on in a new store",
			s->path, said, after);
		break;
	case SQLITE_NOTADB:
		err_set(err, ERR_STORE, "%s is not an SQLite file, so no store "
			"of fireground, %s", s->path, after);
		break;
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
		sqlite_why_closed(s, after, err);
		break;
	default:
		err_set(err, ERR_STORE, "%s: %s (SQLite %d), %s", s->path, said,
			rc, after);
		return LOCAL_FAILED;
	}
	sqlite_disconnect(s);
	return LOCAL_FAILED;
}
