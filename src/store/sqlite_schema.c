#include "store/sqlite_db.h"

#include <sqlite3.h>
#include <string.h>

#define HEADER_MIN 512 /* bytes, the smallest page of SQLite */
#define APPLICATION_ID 0x46475231 /* "FGR1" */

/*
 * What makes a store of version i + 1 out of one of version i, all in one
 * transaction.  Events are never touched: old ones are read as they are.
 *
 * Version 1.  seq is the order of the whole file; (incident, n) is an event's
 * place, (incident, id) makes a retry harmless.  The guards: REPLACE and
 * INSERT never meet a row that is there, a place comes right after the one
 * before it, and nothing is changed or removed but for an erasure, which
 * empties data and salt once and leaves the rest.
 */
static const char *const steps[] = {
	"CREATE TABLE meta("
	" k TEXT PRIMARY KEY,"
	" v TEXT NOT NULL"
	") STRICT, WITHOUT ROWID;"
	"INSERT INTO meta VALUES"
	" ('store_id', lower(hex(randomblob(16)))),"
	" ('created', strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));"

	"CREATE TABLE event("
	" seq INTEGER PRIMARY KEY CHECK(seq > 0),"
	" incident INTEGER NOT NULL"
	"  CHECK(incident BETWEEN 0 AND 4294967295),"
	" n INTEGER NOT NULL CHECK(n BETWEEN 1 AND 4294967295),"
	" id BLOB NOT NULL CHECK(length(id) = 16),"
	" head TEXT NOT NULL CHECK(head <> ''),"
	" salt BLOB NOT NULL CHECK(length(salt) = 16),"
	" data TEXT NOT NULL CHECK(data <> '' OR salt = zeroblob(16)),"
	" hash BLOB NOT NULL CHECK(length(hash) = 32),"
	" UNIQUE(incident, n),"
	" UNIQUE(incident, id)"
	") STRICT;"

	"CREATE TABLE summary("
	" incident INTEGER PRIMARY KEY,"
	" n INTEGER NOT NULL,"
	" rank INTEGER NOT NULL,"
	" text TEXT NOT NULL"
	") STRICT;"
	"CREATE INDEX summary_rank ON summary(rank, incident DESC);"

	"CREATE TRIGGER event_guard_insert BEFORE INSERT ON event BEGIN"
	" SELECT RAISE(ABORT, 'fg:dup') WHERE EXISTS(SELECT 1 FROM event"
	"  WHERE incident = NEW.incident AND id = NEW.id);"
	" SELECT RAISE(ABORT, 'fg:rewrite') WHERE EXISTS(SELECT 1 FROM event"
	"  WHERE seq = NEW.seq);"
	" SELECT RAISE(ABORT, 'fg:place') WHERE NEW.n IS NOT 1 + coalesce("
	"  (SELECT max(n) FROM event WHERE incident = NEW.incident), 0);"
	"END;"
	"CREATE TRIGGER event_guard_order AFTER INSERT ON event BEGIN"
	" SELECT RAISE(ABORT, 'fg:order') WHERE NEW.seq IS NOT 1 + coalesce("
	"  (SELECT max(seq) FROM event WHERE seq <> NEW.seq), 0);"
	"END;"
	"CREATE TRIGGER event_guard_update BEFORE UPDATE ON event"
	" WHEN NEW.seq IS NOT OLD.seq OR NEW.incident IS NOT OLD.incident"
	" OR NEW.n IS NOT OLD.n OR NEW.id IS NOT OLD.id"
	" OR NEW.head IS NOT OLD.head OR NEW.hash IS NOT OLD.hash"
	" OR NEW.data IS NOT '' OR NEW.salt IS NOT zeroblob(16)"
	" OR OLD.data = ''"
	" BEGIN SELECT RAISE(ABORT, 'fg:append-only'); END;"
	"CREATE TRIGGER event_guard_delete BEFORE DELETE ON event"
	" BEGIN SELECT RAISE(ABORT, 'fg:append-only'); END;",
};

#define VERSION ((int)(sizeof(steps) / sizeof(steps[0])))

struct marks {
	int64_t application;
	int64_t version;
	int64_t tables; /* all in the schema, looked at when unmarked */
};

/* The first value of @sql's first row; @text instead when it is not NULL. */
static int
ask(sqlite3 *db, const char *sql, int64_t *number, char *text)
{
	sqlite3_stmt *stmt = NULL;
	int rc = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

	if (rc == SQLITE_OK)
		rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		const unsigned char *s = sqlite3_column_text(stmt, 0);

		if (number)
			*number = sqlite3_column_int64(stmt, 0);
		if (text && s)
			sqlite3_snprintf(16, text, "%s", s);
	}
	sqlite3_finalize(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/*
 * Each value is read by itself, while somebody else may just be making the
 * store: a file that has tables is asked once more whose it is, since the
 * mark comes with them.
 */
static int
marks_read(sqlite3 *db, struct marks *m)
{
	static const char application[] = "PRAGMA application_id";
	int rc = ask(db, application, &m->application, NULL);

	m->version = m->tables = 0;
	if (rc == SQLITE_OK && !m->application) {
		rc = ask(db, "SELECT count(*) FROM sqlite_schema", &m->tables,
			NULL);
		if (rc == SQLITE_OK && m->tables)
			rc = ask(db, application, &m->application, NULL);
	}
	if (rc == SQLITE_OK && m->application)
		rc = ask(db, "PRAGMA user_version", &m->version, NULL);
	return rc;
}

static bool
marks_empty(const struct marks *m)
{
	return !m->application && !m->tables;
}

/* Whether this program may open a file that is marked so. */
static bool
marks_check(const struct sqlite *s, const struct marks *m, struct err *err)
{
	bool writes = !s->local.base.read_only;

	/* SQLite takes what is shorter than a header for an empty file. */
	if (marks_empty(m) && s->file.st_size > 0 &&
	    s->file.st_size < HEADER_MIN)
		return err_set(err, ERR_STORE, "%s is not an SQLite file, so "
			"no store of fireground", s->path);
	if (marks_empty(m)) {
		if (writes && s->create)
			return true;
		return err_set(err, ERR_STORE, "%s is empty: no store was made "
			"there yet", s->path);
	}
	if (m->application != APPLICATION_ID)
		return err_set(err, ERR_STORE, "%s is an SQLite file of "
			"another program, not a store of fireground",
			s->path);
	if (m->version > VERSION)
		return err_set(err, ERR_STORE, "%s was made by a newer "
			"fireground: version %d, this one knows %d", s->path,
			(int)m->version, VERSION);
	if (m->version < VERSION && !writes)
		return err_set(err, ERR_STORE, "%s was made by an older "
			"fireground: version %d, this one needs %d: open it "
			"once for writing", s->path, (int)m->version, VERSION);
	return true;
}

static int
run(sqlite3 *db, const char *sql)
{
	return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

/* The steps that are missing, inside the transaction. */
static int
steps_run(const struct sqlite *s, const struct marks *m)
{
	bool fresh = marks_empty(m);
	int rc = SQLITE_OK;
	char mark[64];

	for (int i = (int)m->version; rc == SQLITE_OK && i < VERSION; i++)
		rc = run(s->db, steps[i]);
	if (rc == SQLITE_OK && fresh && s->practice)
		rc = run(s->db, "INSERT INTO meta VALUES('practice', '1')");
	sqlite3_snprintf(sizeof(mark), mark, "PRAGMA application_id=%d;"
		"PRAGMA user_version=%d", APPLICATION_ID, VERSION);
	if (rc == SQLITE_OK)
		rc = run(s->db, mark);
	return rc;
}

/*
 * Makes or migrates the store in one transaction.  Two programs may come
 * here at once: the second one finds the work done when it has the lock.
 */
static enum local_try
migrate(struct sqlite *s, struct err *err)
{
	struct marks m;
	int rc = run(s->db, "BEGIN IMMEDIATE");

	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNWRITTEN, err);
	rc = marks_read(s->db, &m);
	if (rc == SQLITE_OK && !marks_check(s, &m, err)) {
		run(s->db, "ROLLBACK");
		return LOCAL_FAILED;
	}
	if (rc == SQLITE_OK)
		rc = steps_run(s, &m);
	if (rc == SQLITE_OK)
		rc = run(s->db, "COMMIT");
	if (rc != SQLITE_OK) {
		enum local_try try = sqlite_why(s, rc, SQLITE_UNWRITTEN, err);

		if (s->db && !sqlite3_get_autocommit(s->db))
			run(s->db, "ROLLBACK");
		return try;
	}
	return LOCAL_OK;
}

/* A new file, or a copy made by VACUUM INTO, is not in WAL mode yet. */
static enum local_try
wal_set(struct sqlite *s, struct err *err)
{
	char mode[16] = "";
	int rc = ask(s->db, "PRAGMA journal_mode", NULL, mode);

	if (rc == SQLITE_OK && strcmp(mode, "wal") != 0)
		rc = ask(s->db, "PRAGMA journal_mode=WAL", NULL, mode);
	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNWRITTEN, err);
	if (strcmp(mode, "wal") == 0)
		return LOCAL_OK;
	err_set(err, ERR_STORE, "%s cannot be shared: its file system has no "
		"shared memory for SQLite's write-ahead log", s->path);
	return LOCAL_FAILED;
}

enum local_try
sqlite_schema(struct sqlite *s, struct err *err)
{
	enum local_try try = LOCAL_OK;
	int64_t practice = 0;
	struct marks m;
	int rc = marks_read(s->db, &m);

	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNREAD, err);
	if (!marks_check(s, &m, err))
		return LOCAL_FAILED;
	if (!s->local.base.read_only)
		try = wal_set(s, err);
	if (try == LOCAL_OK && m.version < VERSION)
		try = migrate(s, err);
	if (try != LOCAL_OK)
		return try;
	rc = ask(s->db, "SELECT v FROM meta WHERE k = 'practice'", &practice,
		NULL);
	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNREAD, err);
	s->local.base.practice = practice != 0;
	return LOCAL_OK;
}
