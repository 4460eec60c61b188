#include "bench/lib/floor.h"

#include <sqlite3.h>
#include <stdio.h>

struct sqlite3 *
floor_open(const char *path)
{
	sqlite3 *db = NULL;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) ==
	    SQLITE_OK)
		return db;
	fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
	sqlite3_close(db);
	return NULL;
}

long
floor_count(struct sqlite3 *db, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	long count = -1;

	if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW)
		count = (long)sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return count;
}
