#include "store/sqlite_db.h"

#include <sqlite3.h>
#include <string.h>

/* A blob of exactly @size bytes; the file may be anybody's work. */
static bool
blob_read(sqlite3_stmt *stmt, int column, void *out, size_t size)
{
	const void *blob = sqlite3_column_blob(stmt, column);

	if (!blob || (size_t)sqlite3_column_bytes(stmt, column) != size)
		return false;
	memcpy(out, blob, size);
	return true;
}

static bool
text_read(sqlite3_stmt *stmt, int column, const char **text, size_t *len)
{
	*text = (const char *)sqlite3_column_text(stmt, column);
	*len = (size_t)sqlite3_column_bytes(stmt, column);
	return *text != NULL;
}

static bool
record_read(sqlite3_stmt *stmt, bool lean, struct store_record *r)
{
	r->n = (uint32_t)sqlite3_column_int64(stmt, 0);
	if (!lean && (!blob_read(stmt, 1, r->id.b, sizeof(r->id.b)) ||
	    !blob_read(stmt, 2, r->salt.b, sizeof(r->salt.b))))
		return false;
	return text_read(stmt, 3, &r->head, &r->head_len) &&
		text_read(stmt, 4, &r->data, &r->data_len) &&
		blob_read(stmt, 5, r->hash.b, sizeof(r->hash.b));
}

/* One row of a read, with what the reader needs; false ends it. */
typedef bool row_fn(sqlite3_stmt *stmt, void *ctx);

/*
 * Gives the rows of @stmt to @row; one that cannot be made is NULL.  A read
 * that gave rows before it failed is never asked a second time.
 */
static enum local_try
rows_read(struct sqlite *s, sqlite3_stmt *stmt, row_fn *row, void *ctx,
	struct err *err)
{
	enum local_try try;
	bool any = false;
	int rc = sqlite3_extended_errcode(s->db);

	while (stmt && (rc = sqlite3_step(stmt)) == SQLITE_ROW) {
		any = true;
		if (!row(stmt, ctx))
			break;
	}
	if (stmt)
		sqlite3_reset(stmt);
	if (rc == SQLITE_DONE || rc == SQLITE_ROW)
		return LOCAL_OK;
	try = sqlite_why(s, rc, SQLITE_UNREAD, err);
	return try == LOCAL_BUSY && any ? LOCAL_FAILED : try;
}

/*
 * Where the incident's first entry lies, if from there on at least half of
 * the file is its own; else 0.
 */
static int64_t
extent_read(struct sqlite *s, uint32_t incident)
{
	sqlite3_stmt *stmt = sqlite_stmt(s, SQL_EXTENT);
	int64_t first = 0;

	if (!stmt)
		return 0;
	sqlite3_bind_int64(stmt, 1, incident);
	if (sqlite3_step(stmt) == SQLITE_ROW) {
		int64_t count = sqlite3_column_int64(stmt, 1);
		int64_t end = sqlite3_column_int64(stmt, 2);

		first = sqlite3_column_int64(stmt, 0);
		if (end - first >= 2 * count)
			first = 0;
	}
	sqlite3_reset(stmt);
	return first;
}

/*
 * The statement that reads @r, with its values; NULL when it cannot be made.
 * A screen that opens an incident reads all of it: the places follow each
 * other in the file as in the incident, so that they are read as they lie,
 * without looking each of them up.
 */
static sqlite3_stmt *
read_stmt(struct sqlite *s, const struct local_read *r)
{
	bool all = r->lean && r->from <= 1 && !r->to;
	int64_t first = all ? extent_read(s, r->incident) : 0;
	sqlite3_stmt *stmt = sqlite_stmt(s, first ? SQL_SCAN : SQL_READ);

	if (!stmt)
		return NULL;
	sqlite3_bind_int64(stmt, 1, r->incident);
	sqlite3_bind_int64(stmt, 2, first ? first : r->from);
	if (first) {
		sqlite3_bind_int64(stmt, 3, r->limit);
		return stmt;
	}
	sqlite3_bind_int64(stmt, 3, r->to ? r->to : UINT32_MAX);
	sqlite3_bind_int64(stmt, 4, r->limit);
	return stmt;
}

struct reading {
	const struct local_read *r;
	struct store_record record;
	bool damaged;
};

static bool
record_row(sqlite3_stmt *stmt, void *ctx)
{
	struct reading *to = ctx;

	to->damaged = !record_read(stmt, to->r->lean, &to->record);
	return !to->damaged && to->r->row(to->r->ctx, &to->record);
}

enum local_try
sqlite_read(struct local *l, const struct local_read *r, struct err *err)
{
	struct sqlite *s = (struct sqlite *)l;
	enum local_try try = sqlite_ready(s, err);
	struct reading to = {.r = r, .record = {.incident = r->incident}};

	if (try != LOCAL_OK)
		return try;
	try = rows_read(s, read_stmt(s, r), record_row, &to, err);
	if (!to.damaged)
		return try;
	err_set(err, ERR_STORE, "%s is damaged: entry %u of incident %u has"
		" an impossible shape", s->path, (unsigned)to.record.n,
		(unsigned)r->incident);
	return LOCAL_FAILED;
}

static bool
incident_row(sqlite3_stmt *stmt, void *ctx)
{
	const struct store_list *list = ctx;

	list->row(list->ctx, (uint32_t)sqlite3_column_int64(stmt, 0),
		(uint32_t)sqlite3_column_int64(stmt, 1));
	return true;
}

enum local_try
sqlite_incidents(struct local *l, const struct store_list *list,
	struct err *err)
{
	struct sqlite *s = (struct sqlite *)l;
	enum local_try try = sqlite_ready(s, err);
	struct store_list to = *list;

	if (try != LOCAL_OK)
		return try;
	return rows_read(s, sqlite_stmt(s, SQL_INCIDENTS), incident_row, &to,
		err);
}

static bool
summary_row(sqlite3_stmt *stmt, void *ctx)
{
	const struct store_page *page = ctx;
	struct store_summary row = {
		.incident = (uint32_t)sqlite3_column_int64(stmt, 0),
		.n = (uint32_t)sqlite3_column_int64(stmt, 1),
		.rank = sqlite3_column_int64(stmt, 2),
		.text = (const char *)sqlite3_column_text(stmt, 3),
		.last = (uint32_t)sqlite3_column_int64(stmt, 4),
	};

	if (!row.text)
		row.text = "";
	page->row(page->ctx, &row);
	return true;
}

enum local_try
sqlite_summaries(struct local *l, const struct store_page *page,
	struct err *err)
{
	struct sqlite *s = (struct sqlite *)l;
	enum local_try try = sqlite_ready(s, err);
	struct store_page to = *page;
	sqlite3_stmt *stmt;

	if (try != LOCAL_OK)
		return try;
	stmt = sqlite_stmt(s, SQL_PAGE);
	sqlite3_bind_int64(stmt, 1, to.limit);
	sqlite3_bind_int64(stmt, 2, to.offset);
	return rows_read(s, stmt, summary_row, &to, err);
}

enum local_try
sqlite_set_summary(struct local *l, const struct store_summary *row,
	struct err *err)
{
	struct sqlite *s = (struct sqlite *)l;
	enum local_try try = sqlite_ready(s, err);
	sqlite3_stmt *stmt;
	int rc;

	if (try != LOCAL_OK)
		return try;
	stmt = sqlite_stmt(s, SQL_RESUMMARY);
	sqlite3_bind_int64(stmt, 1, row->incident);
	sqlite3_bind_int64(stmt, 2, row->n);
	sqlite3_bind_int64(stmt, 3, row->rank);
	sqlite3_bind_text(stmt, 4, row->text, -1, SQLITE_STATIC);
	rc = stmt ? sqlite_run(s, SQL_RESUMMARY) :
		sqlite3_extended_errcode(s->db);
	if (rc != SQLITE_OK)
		return sqlite_why(s, rc, SQLITE_UNWRITTEN, err);
	return LOCAL_OK;
}
