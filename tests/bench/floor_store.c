/*
 * floor_store FILE: the floor of a command that reads the store.  It opens the
 * file, counts the rows of its schema and closes it.
 */
#include "bench/lib/floor.h"

#include <sqlite3.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	sqlite3 *db = argc == 2 ? floor_open(argv[1]) : NULL;
	long rows;

	if (!db)
		return 1;
	rows = floor_count(db, "SELECT count(*) FROM sqlite_schema");
	printf("%ld\n", rows);
	return sqlite3_close(db) != SQLITE_OK || rows < 1;
}
