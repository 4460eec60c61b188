#include "base/tree.h"

#include "base/mem.h"
#include "base/text.h"

#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>

struct tree {
	cJSON *root;
};

/* A node is a cJSON, whose type nobody else knows. */
static const cJSON *
json(const struct tree_node *node)
{
	return (const cJSON *)node;
}

static const struct tree_node *
node_of(const cJSON *item)
{
	return (const struct tree_node *)item;
}

/* cJSON takes any bytes for a text: '?' stands for those that are no UTF-8,
 * since a replacement in place may not be longer. */
static void
mend(char *s)
{
	size_t n = strlen(s), at = 0, step;
	uint32_t cp;

	while (at < n) {
		step = text_decode(s + at, n - at, &cp);
		if (!step || !text_valid(s + at, step)) {
			s[at] = '?';
			step = 1;
		}
		at += step;
	}
}

static void
mend_all(cJSON *item)
{
	for (; item; item = item->next) {
		if (item->valuestring)
			mend(item->valuestring);
		if (item->string)
			mend(item->string);
		mend_all(item->child);
	}
}

struct tree *
tree_read(const char *bytes, size_t n)
{
	cJSON *root = cJSON_ParseWithLength(bytes, n);
	struct tree *t;

	if (!root)
		return NULL;
	mend_all(root);
	t = mem_new(sizeof(*t));
	t->root = root;
	return t;
}

void
tree_free(struct tree *t)
{
	if (t)
		cJSON_Delete(t->root);
	free(t);
}

const struct tree_node *
tree_root(const struct tree *t)
{
	return t ? node_of(t->root) : NULL;
}

const struct tree_node *
tree_get(const struct tree_node *node, const char *name)
{
	return node_of(cJSON_GetObjectItemCaseSensitive(json(node), name));
}

const struct tree_node *
tree_first(const struct tree_node *node)
{
	return node ? node_of(json(node)->child) : NULL;
}

const struct tree_node *
tree_next(const struct tree_node *node)
{
	return node ? node_of(json(node)->next) : NULL;
}

const char *
tree_name(const struct tree_node *node)
{
	return node && json(node)->string ? json(node)->string : "";
}

const char *
tree_string(const struct tree_node *node)
{
	return cJSON_IsString(json(node)) ? json(node)->valuestring : "";
}

const char *
tree_text(const struct tree_node *node, const char *name, const char *fallback)
{
	const struct tree_node *member = tree_get(node, name);

	return cJSON_IsString(json(member)) ? tree_string(member) : fallback;
}

double
tree_number(const struct tree_node *node, const char *name, double fallback)
{
	const cJSON *member = json(tree_get(node, name));

	return cJSON_IsNumber(member) ? member->valuedouble : fallback;
}

bool
tree_bool(const struct tree_node *node, const char *name, bool fallback)
{
	const cJSON *member = json(tree_get(node, name));

	return cJSON_IsBool(member) ? cJSON_IsTrue(member) : fallback;
}
