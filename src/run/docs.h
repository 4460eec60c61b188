/*
 * Tables of the documentation, made from the tables of the program.
 */
#ifndef FG_RUN_DOCS_H
#define FG_RUN_DOCS_H

struct str;

/** Parts of the man page, as mdoc. */
void docs_options(struct str *out);
void docs_commands(struct str *out);
void docs_keys(struct str *out);
void docs_numbers(struct str *out);
void docs_styles(struct str *out);

/** docs/events.md, as Markdown. */
void docs_events(struct str *out);

#endif
