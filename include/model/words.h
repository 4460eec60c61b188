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

/**
 * One line: "raj: primary stuck at 100% I/O wait".  A withdrawn or untrue
 * entry keeps its phrase; of an erased one only who erased it and why.
 */
const char *words_entry(const struct incident *inc, const struct entry *e,
	struct arena *a);

/**
 * All fields, for the whole entry: lines "name: value", what follows a
 * newline indented; then what became of the entry.
 */
const char *words_entry_full(const struct incident *inc,
	const struct entry *e, struct arena *a);

/**
 * A message for the company about what the draft @ev does, before it is
 * made; @ev->by must be set.  Of a restricted incident it tells number and
 * severity only.  Kinds without news of their own give words_broadcast().
 */
const char *words_message(const struct incident *inc, const struct event *e,
	when_ms now, struct arena *a);

/** What the message of entry @n is about: "Stage Mitigate", "Update". */
const char *words_message_name(const struct incident *inc, uint32_t n,
	struct arena *a);

/** The commander's broadcast: what is known, who works, next word. */
const char *words_broadcast(const struct incident *inc, when_ms now,
	struct arena *a);

/**
 * A draft for customers, in their words: scope or title, since when, what is
 * done in general, when the next word comes; no names and no notes.
 */
const char *words_customers(const struct incident *inc, when_ms now,
	struct arena *a);

/**
 * The customers line of every screen: "customers: told 14:05Z by mei, next
 * promised 14:25Z, 6m LATE, not told: Dispatch".
 */
const char *words_customers_line(const struct incident *inc, when_ms now,
	struct arena *a);

/**
 * The briefing: situation, command, objectives, actions, resources, needs,
 * promises; lines of at most 79 columns, harmless for a terminal.
 */
void words_brief(const struct incident *inc, when_ms now, struct str *out);

/**
 * The report as Markdown, entries sorted by (when, n); what people wrote is
 * escaped and harmless.  The same log and @now give the same bytes anywhere.
 */
void words_report(const struct incident *inc, when_ms now, struct str *out);

#endif
