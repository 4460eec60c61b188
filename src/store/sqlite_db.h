/*
 * The inside of the sqlite store, shared by the sqlite_*.c files.
 */
#ifndef FG_STORE_SQLITE_DB_H
#define FG_STORE_SQLITE_DB_H

#include "store/local.h"

#include <sys/stat.h>

struct bell;
struct presence;
struct sqlite3;
struct sqlite3_stmt;

/** Statements, compiled when first used; their texts are in sqlite_db.c. */
enum sqlite_sql {
	SQL_BEGIN,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_LAST,
	SQL_PLACE,
	SQL_INSERT,
	SQL_ERASE,
	SQL_SUMMARY,
	SQL_READ,
	SQL_SCAN,
	SQL_EXTENT,
	SQL_PAGE,
	SQL_INCIDENTS,
	SQL_RESUMMARY,
	SQL_VERSION,
	SQL_SEQ,
	SQL_COUNT,
};

struct sqlite {
	struct local local;
	char *path;        /* absolute, without symbolic links */
	struct stat file;  /* the file that is open: device, inode, mode */
	struct sqlite3 *db; /* NULL: away */
	struct sqlite3_stmt *stmt[SQL_COUNT];
	int64_t version;   /* data_version when last looked */
	int64_t seq;       /* the last event then, for a reader */
	int64_t waited;    /* for other writers, in all, microseconds */
	int64_t busy_from; /* @waited when the busy handler was first asked */
	bool create;       /* an empty file may be made a store */
	bool practice;     /* and marked as practice */
	bool renewed;      /* connected anew since the last look */
	bool purge;        /* the -wal still has text that was erased */
	struct bell *bell;
	struct loop_timer *listen; /* until then nobody listens to it */
	bool listening;
	struct presence *presence;
};

/** What has to be true after a failure, the end of its sentence. */
#define SQLITE_UNWRITTEN "nothing was written"
#define SQLITE_UNREAD "it cannot be read"

/* sqlite_db.c: the connection */

/** Naps @us microseconds for somebody who has the lock; in @waited. */
void sqlite_nap(struct sqlite *s, int us);

/** Connects; LOCAL_BUSY while somebody else holds the lock. */
enum local_try sqlite_connect(struct sqlite *s, struct err *err);
void sqlite_disconnect(struct sqlite *s);

/** Whether @path is gone or empty while its -wal still holds entries. */
bool sqlite_orphan(const char *path, struct err *err);

/**
 * Makes sure that we have the file open which is now at the path, so that
 * nothing is written into one that was removed or replaced.
 */
enum local_try sqlite_ready(struct sqlite *s, struct err *err);

/** A statement, reset; NULL when it cannot be compiled. */
struct sqlite3_stmt *sqlite_stmt(struct sqlite *s, enum sqlite_sql which);

/** Runs @which, which gives no rows, with the values it has; resets it. */
int sqlite_run(struct sqlite *s, enum sqlite_sql which);

/** Whether others wrote since it was last asked. */
enum local_try sqlite_check(struct local *l, bool *changed, struct err *err);

/* sqlite_schema.c */

/** Looks whether the file is ours and of our version; makes or migrates it. */
enum local_try sqlite_schema(struct sqlite *s, struct err *err);

/* sqlite_why.c */

/**
 * The sentence for SQLite's result @rc, which ends in @after; returns
 * LOCAL_BUSY for a lock, else LOCAL_FAILED.  What no second try can mend
 * without a new connection disconnects.
 */
enum local_try sqlite_why(struct sqlite *s, int rc, const char *after,
	struct err *err);

/** Why @path could not be opened, told from who we are and what is there. */
void sqlite_why_closed(const struct sqlite *s, const char *after,
	struct err *err);

/* sqlite_append.c, sqlite_read.c, sqlite_summary.c: see struct local_ops */
enum local_try sqlite_append(struct local *l, const struct store_append *a,
	struct local_answer *out);
void sqlite_purge(struct sqlite *s);
enum local_try sqlite_read(struct local *l, const struct local_read *r,
	struct err *err);
enum local_try sqlite_incidents(struct local *l, const struct store_list *list,
	struct err *err);
enum local_try sqlite_summaries(struct local *l, const struct store_page *page,
	struct err *err);
enum local_try sqlite_set_summary(struct local *l,
	const struct store_summary *row, struct err *err);

#endif
