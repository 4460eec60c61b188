/*
 * A Markdown document that people's text cannot break: what they wrote is
 * made harmless and escaped, and a cell of a table is always one line.
 */
#ifndef FG_MODEL_WORDS_DOC_H
#define FG_MODEL_WORDS_DOC_H

#include "model/words.h"

struct doc {
	const struct incident *inc;
	when_ms now;
	struct arena *a;
	struct str *out;
};

/** Adds text with what Markdown would read into it escaped, in one line. */
void doc_text(const struct doc *d, const char *s);

/** A heading of the second level, with a blank line around it. */
void doc_heading(const struct doc *d, const char *title);

/** The head of a table; @names are the columns, with '|' between them. */
void doc_columns(const struct doc *d, const char *names);

/** One cell of a row; NULL and "" make an empty one. */
void doc_cell(const struct doc *d, const char *s);
void doc_time(const struct doc *d, when_ms t); /* "" when not set */
void doc_number(const struct doc *d, long n);

/** The end of a row. */
void doc_end(const struct doc *d);

/** A row of two cells: what, and its value; nothing when it is empty. */
void doc_fact(const struct doc *d, const char *what, const char *value);

/* ---- the entries, sorted by (when, n) ------------------------------- */

struct doc_entry {
	when_ms when;
	const struct entry *e;
};

/**
 * All entries, or those of @kind that count (not withdrawn, not untrue);
 * KIND_UNKNOWN: all.  From the heap: the caller frees it.
 */
struct doc_entry *doc_entries(const struct doc *d, enum event_kind kind,
	int *n);

/* ---- the sections --------------------------------------------------- */

void report_roles(const struct doc *d);
void report_stages(const struct doc *d);
void report_timeline(const struct doc *d);
void report_decisions(const struct doc *d);
void report_people(const struct doc *d);
void report_reports(const struct doc *d);
void report_needs(const struct doc *d);
void report_objectives(const struct doc *d);
void report_mitigations(const struct doc *d);
void report_customers(const struct doc *d);
void report_messages(const struct doc *d);
void report_lessons(const struct doc *d);
void report_items(const struct doc *d);

#endif
