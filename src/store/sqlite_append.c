#include "store/sqlite_db.h"

#include "store/bell.h"

#include <sqlite3.h>
#include <string.h>

/* Binds the texts and numbers of one entry; @hash is its link of the chain. */
static int
entry_insert(struct sqlite *s, const struct store_append *a, int i,
	const struct hash *hash)
{
	static const struct id no_salt = {{0}};
	const struct store_draft *d = &a->drafts[i];
	const struct id *salt = *d->data ? &d->salt : &no_salt;
	sqlite3_stmt *stmt = sqlite_stmt(s, SQL_INSERT);

	sqlite3_bind_int64(stmt, 1, a->incident);
	sqlite3_bind_int64(stmt, 2, (int64_t)a->n + i);
	sqlite3_bind_blob(stmt, 3, d->id.b, sizeof(d->id.b), SQLITE_STATIC);
	sqlite3_bind_text(stmt, 4, d->head, -1, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 5, salt->b, sizeof(salt->b), SQLITE_STATIC);
	sqlite3_bind_text(stmt, 6, d->data, -1, SQLITE_STATIC);
	sqlite3_bind_blob(stmt, 7, hash->b, sizeof(hash->b), SQLITE_STATIC);
	return sqlite_run(s, SQL_INSERT);
}

/* The last place and its hash; place 0 for an incident that is not there. */
static int
last_read(struct sqlite *s, uint32_t incident, uint32_t *last,
	struct hash *hash)
{
	sqlite3_stmt *stmt = sqlite_stmt(s, SQL_LAST);
	int rc = stmt ? SQLITE_OK : sqlite3_extended_errcode(s->db);

	*last = 0;
	memset(hash, 0, sizeof(*hash));
	if (rc != SQLITE_OK)
		return rc;
	sqlite3_bind_int64(stmt, 1, incident);
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW) {
		*last = (uint32_t)sqlite3_column_int64(stmt, 0);
		if (sqlite3_column_bytes(stmt, 1) == (int)sizeof(hash->b))
			memcpy(hash->b, sqlite3_column_blob(stmt, 1),
				sizeof(hash->b));
	}
	sqlite3_reset(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/* The place that @id has in the incident, 0 for none. */
static int
place_read(struct sqlite *s, uint32_t incident, const struct id *id,
	uint32_t *place)
{
	sqlite3_stmt *stmt = sqlite_stmt(s, SQL_PLACE);
	int rc;

	*place = 0;
	if (!stmt)
		return sqlite3_extended_errcode(s->db);
	sqlite3_bind_int64(stmt, 1, incident);
	sqlite3_bind_blob(stmt, 2, id->b, sizeof(id->b), SQLITE_STATIC);
	rc = sqlite3_step(stmt);
	if (rc == SQLITE_ROW)
		*place = (uint32_t)sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	return rc == SQLITE_ROW || rc == SQLITE_DONE ? SQLITE_OK : rc;
}

/*
 * Whether the entries may be written; if not, @out has the answer and
 * result is no longer STORE_DONE.
 */
static int
append_check(struct sqlite *s, const struct store_append *a,
	struct local_answer *out, struct hash *prev)
{
	uint32_t last, there;
	int rc = last_read(s, a->incident, &last, prev);

	for (int i = 0; rc == SQLITE_OK && i < a->count; i++) {
		rc = place_read(s, a->incident, &a->drafts[i].id, &there);
		if (rc == SQLITE_OK && there) {
			local_there(out, there);
			return SQLITE_OK;
		}
	}
	if (rc != SQLITE_OK)
		return rc;
	if (a->n != last + 1)
		local_misplaced(out, a, last);
	else if (a->erase > last + (uint32_t)a->count)
		local_no_entry(out, a->erase);
	return SQLITE_OK;
}

static int
summary_write(struct sqlite *s, const struct store_append *a)
{
	sqlite3_stmt *stmt = sqlite_stmt(s, SQL_SUMMARY);

	sqlite3_bind_int64(stmt, 1, a->incident);
	sqlite3_bind_int64(stmt, 2, (int64_t)a->n + a->count - 1);
	sqlite3_bind_int64(stmt, 3, a->rank);
	sqlite3_bind_text(stmt, 4, a->summary, -1, SQLITE_STATIC);
	return sqlite_run(s, SQL_SUMMARY);
}

/* Everything between BEGIN and COMMIT. */
static int
append_write(struct sqlite *s, const struct store_append *a,
	struct local_answer *out)
{
	struct hash prev;
	int rc = append_check(s, a, out, &prev);

	if (out->result != STORE_DONE)
		return rc;
	for (int i = 0; rc == SQLITE_OK && i < a->count; i++) {
		const struct store_draft *d = &a->drafts[i];

		prev = d->hash ? *d->hash : hash_link(&prev, &d->salt, d->data,
			strlen(d->data), d->head, strlen(d->head));
		rc = entry_insert(s, a, i, &prev);
	}
	if (rc == SQLITE_OK && a->erase) {
		sqlite3_stmt *stmt = sqlite_stmt(s, SQL_ERASE);

		sqlite3_bind_int64(stmt, 1, a->incident);
		sqlite3_bind_int64(stmt, 2, a->erase);
		rc = sqlite_run(s, SQL_ERASE);
	}
	if (rc == SQLITE_OK && a->summary)
		rc = summary_write(s, a);
	return rc;
}

/*
 * A transaction that did not go through: nothing of it stays.  An fsync that
 * failed in COMMIT is the one case that nobody can know.
 */
static enum local_try
append_undo(struct sqlite *s, int rc, bool committing,
	struct local_answer *out)
{
	bool twice = strcmp(sqlite3_errmsg(s->db), "fg:dup") == 0;
	bool unknown = committing && rc == SQLITE_IOERR_FSYNC;
	enum local_try try;

	if (!sqlite3_get_autocommit(s->db) && rc != SQLITE_OK) {
		/* The sentence first: ROLLBACK has an outcome of its own. */
		try = sqlite_why(s, rc, SQLITE_UNWRITTEN, &out->why);
		if (s->db)
			sqlite_run(s, SQL_ROLLBACK);
	} else {
		try = sqlite_why(s, rc, SQLITE_UNWRITTEN, &out->why);
	}
	out->result = unknown ? STORE_UNKNOWN : STORE_FAILED;
	if (twice)
		local_twice(out);
	return try == LOCAL_BUSY ? LOCAL_BUSY : LOCAL_OK;
}

/*
 * Takes text that was erased out of the -wal too, where older copies of its
 * page lie.  While somebody reads just then it is tried again at a tick.
 */
void
sqlite_purge(struct sqlite *s)
{
	s->purge = sqlite3_wal_checkpoint_v2(s->db, "main",
		SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK;
}

enum local_try
sqlite_append(struct local *l, const struct store_append *a,
	struct local_answer *out)
{
	struct sqlite *s = (struct sqlite *)l;
	enum local_try try = sqlite_ready(s, &out->why);
	bool committing = false;
	int rc;

	out->n = a->n;
	out->result = STORE_DONE;
	if (try == LOCAL_FAILED)
		out->result = STORE_FAILED;
	if (try != LOCAL_OK)
		return try == LOCAL_BUSY ? LOCAL_BUSY : LOCAL_OK;
	rc = sqlite_run(s, SQL_BEGIN);
	if (rc == SQLITE_OK)
		rc = append_write(s, a, out);
	if (rc == SQLITE_OK && out->result != STORE_DONE) {
		sqlite_run(s, SQL_ROLLBACK);
		return LOCAL_OK;
	}
	if (rc == SQLITE_OK) {
		committing = true;
		rc = sqlite_run(s, SQL_COMMIT);
	}
	if (rc != SQLITE_OK)
		return append_undo(s, rc, committing, out);
	bell_ring(s->bell, &s->file);
	if (a->erase)
		sqlite_purge(s);
	return LOCAL_OK;
}
