/*
 * Entries and incidents in words: phrases of the timeline, messages for the
 * company and customers, the briefing, the report.
 *
 * Texts come from an arena, are plain UTF-8 with newlines, and carry what
 * people wrote as they wrote it: make them harmless before a terminal.
 */
#ifndef FG_MODEL_WORDS_H
#define FG_MODEL_WORDS_H

#include "base/when.h"
#include "model/incident.h"

struct arena;
struct str;

/** The tag of an entry for the timeline: "can", "stage". */
const char *words_tag(const struct entry *e);

/** One line: "raj: primary stuck at 100% I/O wait". */
const char *words_entry(const struct incident *inc, const struct entry *e,
	struct arena *a);

/** All fields, for the whole entry: lines "name: value". */
const char *words_entry_full(const struct incident *inc,
	const struct entry *e, struct arena *a);

/** A message for the company about what @e does (before it is made). */
const char *words_message(const struct incident *inc, const struct event *e,
	when_ms now, struct arena *a);

/** The commander's broadcast: what is known, who works, next word. */
const char *words_broadcast(const struct incident *inc, when_ms now,
	struct arena *a);

/** A draft for customers, in their words, without internal text. */
const char *words_customers(const struct incident *inc, when_ms now,
	struct arena *a);

/** The customers line of every screen. */
const char *words_customers_line(const struct incident *inc, when_ms now,
	struct arena *a);

/** The briefing: situation, objectives, actions, resources, needs, promises. */
void words_brief(const struct incident *inc, when_ms now, struct str *out);

/** The report as Markdown, entries sorted by (when, n). */
void words_report(const struct incident *inc, when_ms now, struct str *out);

#endif
