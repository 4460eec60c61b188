/*
 * floor_read FILE: the floor of a screen that has read an incident.  It reads
 * every column of every entry, looks at each byte once and draws what
 * floor_screen draws.
 */
#include "bench/lib/floor.h"

#include <sqlite3.h>

/* All bytes of one row, added up so that none of them can be left unread. */
static unsigned
row_sum(sqlite3_stmt *stmt)
{
	unsigned sum = 0;

	for (int i = 0; i < sqlite3_column_count(stmt); i++) {
		const unsigned char *bytes = sqlite3_column_blob(stmt, i);
		int n = sqlite3_column_bytes(stmt, i);

		for (int k = 0; k < n; k++)
			sum += bytes[k];
	}
	return sum;
}

int
main(int argc, char **argv)
{
	sqlite3 *db = argc == 2 ? floor_open(argv[1]) : NULL;
	sqlite3_stmt *stmt = NULL;
	unsigned sum = 0;

	if (!db)
		return 1;
	if (sqlite3_prepare_v2(db, "SELECT n, id, salt, head, data, hash"
	    " FROM event WHERE incident = 1 ORDER BY n", -1, &stmt, NULL) ==
	    SQLITE_OK)
		while (sqlite3_step(stmt) == SQLITE_ROW)
			sum += row_sum(stmt);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return sum ? floor_draw() : 1;
}
