/*
 * JSON of others as a tree: the only place for cJSON.
 *
 * What comes from outside is asked for by name and may be anything: a member
 * that is not there, or of another type, is the fallback.  Texts are UTF-8 up
 * to their first NUL; bytes that are none become "?".  They are raw else:
 * text_safe() before they reach a terminal.
 */
#ifndef FG_BASE_TREE_H
#define FG_BASE_TREE_H

#include <stdbool.h>
#include <stddef.h>

struct tree;       /* a whole document */
struct tree_node;  /* a value in it, borrowed from it */

/** Reads @n bytes; NULL when they are no JSON, or nested too deeply. */
struct tree *tree_read(const char *bytes, size_t n);
void tree_free(struct tree *t);

/** The value itself; NULL for a NULL tree. */
const struct tree_node *tree_root(const struct tree *t);

/**
 * The member @name of an object, case and all; the first of an array or
 * object; the one behind @node; NULL when there is none.  @node may be NULL
 * everywhere.
 */
const struct tree_node *tree_get(const struct tree_node *node,
	const char *name);
const struct tree_node *tree_first(const struct tree_node *node);
const struct tree_node *tree_next(const struct tree_node *node);

/** Its own name in an object; "" elsewhere. */
const char *tree_name(const struct tree_node *node);

/** The value of the member @name; the fallback for one of another type. */
const char *tree_text(const struct tree_node *node, const char *name,
	const char *fallback);
double tree_number(const struct tree_node *node, const char *name,
	double fallback);
bool tree_bool(const struct tree_node *node, const char *name, bool fallback);

/** The value itself as a text; "" when it is none. */
const char *tree_string(const struct tree_node *node);

#endif
