#include "store/sqlite_db.h"

#include "base/str.h"
#include "store/bell.h"

#include <sqlite3.h>
#include <unistd.h>

/* A turn of the loop naps no longer than this for another writer. */
#define BUSY_US 50000

/*
 * What a connection keeps of the file.  Entries are read once, in order, and
 * the system has them in memory anyway: a larger cache makes reading slower,
 * since each page of it is touched for the first time.
 */
#define CACHE_KIB "256"

/* The -wal is cut back to this size when it has been copied, bytes. */
#define WAL_LIMIT "1048576"

static const char *const texts[SQL_COUNT] = {
	[SQL_BEGIN] = "BEGIN IMMEDIATE",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_LAST] = "SELECT n, hash FROM event WHERE incident = ?1"
		" ORDER BY n DESC LIMIT 1",
	[SQL_PLACE] = "SELECT n FROM event WHERE incident = ?1 AND id = ?2",
	[SQL_INSERT] = "INSERT INTO event(incident, n, id, head, salt, data,"
		" hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)",
	[SQL_ERASE] = "UPDATE event SET data = '', salt = zeroblob(16)"
		" WHERE incident = ?1 AND n = ?2 AND data <> ''",
	[SQL_SUMMARY] = "INSERT INTO summary VALUES(?1, ?2, ?3, ?4)"
		" ON CONFLICT(incident) DO UPDATE SET n = excluded.n,"
		" rank = excluded.rank, text = excluded.text",
	[SQL_READ] = "SELECT n, id, salt, head, data, hash FROM event"
		" WHERE incident = ?1 AND n BETWEEN ?2 AND ?3"
		" ORDER BY n LIMIT ?4",
	/*
	 * The same for a whole incident, as its entries lie in the file, and
	 * without what is only for copying them.
	 */
	[SQL_SCAN] = "SELECT n, NULL, NULL, head, data, hash"
		" FROM event NOT INDEXED WHERE seq >= ?2 AND incident = ?1"
		" ORDER BY seq LIMIT ?3",
	[SQL_EXTENT] = "SELECT (SELECT seq FROM event"
		" WHERE incident = ?1 AND n = 1),"
		" (SELECT max(n) FROM event WHERE incident = ?1),"
		" (SELECT max(seq) FROM event)",
	[SQL_PAGE] = "SELECT s.incident, s.n, s.rank, s.text,"
		" (SELECT max(n) FROM event e WHERE e.incident = s.incident)"
		" FROM summary s ORDER BY s.rank, s.incident DESC"
		" LIMIT ?1 OFFSET ?2",
	/* Jumps from incident to incident instead of reading every place. */
	[SQL_INCIDENTS] = "WITH RECURSIVE i(x) AS ("
		"SELECT min(incident) FROM event UNION ALL"
		" SELECT (SELECT min(incident) FROM event WHERE incident > x)"
		" FROM i WHERE x IS NOT NULL)"
		" SELECT x, (SELECT max(n) FROM event WHERE incident = x)"
		" FROM i WHERE x IS NOT NULL",
	[SQL_RESUMMARY] = "INSERT INTO summary SELECT ?1, ?2, ?3, ?4"
		" WHERE ?2 = (SELECT max(n) FROM event WHERE incident = ?1)"
		" ON CONFLICT(incident) DO UPDATE SET n = excluded.n,"
		" rank = excluded.rank, text = excluded.text",
	[SQL_VERSION] = "PRAGMA data_version",
	[SQL_SEQ] = "SELECT coalesce(max(seq), 0) FROM event",
};

void
sqlite_nap(struct sqlite *s, int us)
{
	sqlite3_vfs *vfs = sqlite3_vfs_find(NULL);

	vfs->xSleep(vfs, us);
	s->waited += us;
}

/*
 * SQLite's own handler sleeps up to 100 ms at a time and is unfair to late
 * comers; short naps of changing length let each writer through.
 */
static int
busy_wait(void *ctx, int count)
{
	struct sqlite *s = ctx;

	if (count == 0)
		s->busy_from = s->waited;
	if (s->waited - s->busy_from >= BUSY_US)
		return 0;
	sqlite_nap(s, 300 + (getpid() + 7 * count) % 6 * 100);
	return 1;
}

void
sqlite_disconnect(struct sqlite *s)
{
	for (int i = 0; i < SQL_COUNT; i++) {
		sqlite3_finalize(s->stmt[i]);
		s->stmt[i] = NULL;
	}
	sqlite3_close(s->db);
	s->db = NULL;
}

/* What a writer sets on each connection. */
static int
writer_set(struct sqlite *s)
{
	int persist = 1;

	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
	/* A reader without the right to write needs the -wal to stay there. */
	sqlite3_file_control(s->db, "main", SQLITE_FCNTL_PERSIST_WAL, &persist);
	return sqlite3_exec(s->db, "PRAGMA synchronous=FULL;"
		"PRAGMA secure_delete=ON;"
		"PRAGMA journal_size_limit=" WAL_LIMIT, NULL, NULL, NULL);
}

/* The one number that @which gives. */
static int
number_read(struct sqlite *s, enum sqlite_sql which, int64_t *number)
{
	sqlite3_stmt *stmt = sqlite_stmt(s, which);
	int rc = stmt ? sqlite3_step(stmt) : sqlite3_extended_errcode(s->db);

	if (rc == SQLITE_ROW) {
		*number = sqlite3_column_int64(stmt, 0);
		rc = SQLITE_OK;
	}
	sqlite3_reset(stmt);
	return rc;
}

/*
 * Whether others wrote since the last look.  A reader without the right to
 * write has no shared index of the -wal while no writer is there, and its
 * data_version then moves each time: it asks for the last event too.
 */
static int
change_look(struct sqlite *s, bool *changed)
{
	int64_t version = s->version, seq = s->seq;
	int rc = number_read(s, SQL_VERSION, &version);

	*changed = version != s->version;
	if (rc == SQLITE_OK && *changed && s->local.base.read_only) {
		rc = number_read(s, SQL_SEQ, &seq);
		*changed = seq != s->seq;
	}
	s->version = version;
	s->seq = seq;
	return rc;
}

/* Everything that follows sqlite3_open_v2(). */
static enum local_try
connection_set(struct sqlite *s, struct err *err)
{
	bool read_only = s->local.base.read_only, changed;
	enum local_try try;
	int rc;

	sqlite3_extended_result_codes(s->db, 1);
	sqlite3_busy_handler(s->db, busy_wait, s);
	if (!read_only && sqlite3_db_readonly(s->db, "main") == 1) {
		sqlite_why_closed(s, SQLITE_UNWRITTEN, err);
		return LOCAL_FAILED;
	}
	rc = sqlite3_exec(s->db, "PRAGMA cache_size=-" CACHE_KIB, NULL, NULL,
		NULL);
	if (rc == SQLITE_OK && !read_only)
		rc = writer_set(s);
	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNREAD, err);
	try = sqlite_schema(s, err);
	if (try != LOCAL_OK)
		return try;
	rc = change_look(s, &changed);
	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNREAD, err);
	return LOCAL_OK;
}

/*
 * SQLite throws away the -wal of an empty file.  When the log was moved away
 * its last entries may be in there, and must still be when it comes back.
 * The -wal first: a store that is just being made has a header before it has
 * a -wal.
 */
bool
sqlite_orphan(const char *path, struct err *err)
{
	struct stat db = {.st_size = 0}, wal;
	struct str name = {0};
	bool found;

	str_addf(&name, "%s-wal", path);
	found = stat(str_get(&name), &wal) == 0 && wal.st_size > 0;
	str_release(&name);
	if (!found || (stat(path, &db) == 0 && db.st_size > 0))
		return false;
	err_set(err, ERR_STORE, "there is no store at %s, but its %s-wal, "
		"which has entries of it: put the file back beside it, or move "
		"the -wal away to begin anew", path, path);
	return true;
}

enum local_try
sqlite_connect(struct sqlite *s, struct err *err)
{
	int how = s->local.base.read_only ? SQLITE_OPEN_READONLY :
		SQLITE_OPEN_READWRITE;
	enum local_try try;
	int rc;

	/* Before it is opened: replaced in between, it is seen to differ. */
	if (stat(s->path, &s->file) != 0) {
		sqlite_why_closed(s, SQLITE_UNREAD, err);
		return LOCAL_FAILED;
	}
	if (sqlite_orphan(s->path, err))
		return LOCAL_FAILED;
	rc = sqlite3_open_v2(s->path, &s->db, how | SQLITE_OPEN_NOMUTEX, NULL);
	if (rc == SQLITE_OK)
		try = connection_set(s, err);
	else
		try = sqlite_why(s, rc, SQLITE_UNREAD, err);
	if (try != LOCAL_OK) {
		sqlite_disconnect(s);
		return try;
	}
	s->create = false;
	s->renewed = true;
	return LOCAL_OK;
}

enum local_try
sqlite_ready(struct sqlite *s, struct err *err)
{
	struct stat now;

	if (s->db && stat(s->path, &now) == 0 &&
	    now.st_dev == s->file.st_dev && now.st_ino == s->file.st_ino)
		return LOCAL_OK;
	sqlite_disconnect(s);
	return sqlite_connect(s, err);
}

sqlite3_stmt *
sqlite_stmt(struct sqlite *s, enum sqlite_sql which)
{
	if (!s->stmt[which])
		sqlite3_prepare_v3(s->db, texts[which], -1,
			SQLITE_PREPARE_PERSISTENT, &s->stmt[which], NULL);
	return s->stmt[which];
}

int
sqlite_run(struct sqlite *s, enum sqlite_sql which)
{
	sqlite3_stmt *stmt = sqlite_stmt(s, which);
	int rc;

	if (!stmt)
		return sqlite3_extended_errcode(s->db);
	rc = sqlite3_step(stmt);
	sqlite3_reset(stmt);
	return rc == SQLITE_DONE || rc == SQLITE_ROW ? SQLITE_OK : rc;
}

enum local_try
sqlite_check(struct local *l, bool *changed, struct err *err)
{
	struct sqlite *s = (struct sqlite *)l;
	enum local_try try = sqlite_ready(s, err);
	bool wrote = false;
	int rc;

	*changed = false;
	if (try != LOCAL_OK)
		return try;
	if (s->purge)
		sqlite_purge(s);
	rc = change_look(s, &wrote);
	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNREAD, err);
	*changed = wrote || s->renewed;
	s->renewed = false;
	if (s->listening)
		bell_listen(s->bell);
	return LOCAL_OK;
}
