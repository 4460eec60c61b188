#include "model/event_json.h"

#include "base/hash.h"
#include "base/mem.h"
#include "model/event.h"

#include <cJSON.h>
#include <stdlib.h>
#include <string.h>

/* Beyond this a double skips integers. */
#define INT_LIMIT 9007199254740992.0

const char *const can_on_words[2] = {
	[ON_CUSTOMERS] = "customers", [ON_OPERATIONS] = "operations",
};

const char *const can_for_words[2] = {
	[FOR_MITIGATE] = "mitigate", [FOR_REPAIR] = "repair",
};

/*
 * Memory of the tree at hand, reset for each event: cJSON asks for a piece a
 * value, and malloc() would take most of the time of opening a long incident.
 * What does not fit comes from the heap.  cJSON takes functions without a
 * context, so this cannot hang on a struct of the caller.
 */
static struct {
	_Alignas(16) char bytes[65536];
	size_t used;
	bool spilled;
} bump;

static void *
bump_alloc(size_t size)
{
	size_t room = (size + 15) & ~(size_t)15;
	void *p = bump.bytes + bump.used;

	if (room < size || room > sizeof(bump.bytes) - bump.used) {
		bump.spilled = true;
		return mem_new(size);
	}
	bump.used += room;
	return p;
}

static void
bump_free(void *p)
{
	uintptr_t at = (uintptr_t)p;
	uintptr_t from = (uintptr_t)bump.bytes;

	if (at < from || at >= from + sizeof(bump.bytes))
		free(p);
}

struct cJSON *
json_open(const char *text)
{
	cJSON_Hooks hooks = {bump_alloc, bump_free};
	cJSON *tree;

	bump.used = 0;
	bump.spilled = false;
	cJSON_InitHooks(&hooks);
	tree = cJSON_ParseWithOpts(text, NULL, true);
	if (!tree || cJSON_IsObject(tree))
		return tree;
	json_close(tree);
	return NULL;
}

/* Only a tree with pieces on the heap has to be taken apart. */
void
json_close(struct cJSON *tree)
{
	if (bump.spilled)
		cJSON_Delete(tree);
	cJSON_InitHooks(NULL);
}

const struct cJSON *
json_member(const struct cJSON *obj, const char *name)
{
	const cJSON *found = NULL;
	const cJSON *item;

	if (!cJSON_IsObject(obj))
		return NULL;
	cJSON_ArrayForEach(item, obj)
		if (!strcmp(item->string, name))
			found = item;
	return found;
}

bool
json_flat(const struct cJSON *item, int depth)
{
	const cJSON *child;

	if (!cJSON_IsArray(item) && !cJSON_IsObject(item))
		return true;
	if (depth < 1)
		return false;
	cJSON_ArrayForEach(child, item)
		if (!json_flat(child, depth - 1))
			return false;
	return true;
}

/* {"base64":"..."}: a text that is not UTF-8. */
static bool
json_bytes(struct arena *a, const struct cJSON *item, const char **out)
{
	const cJSON *only = item->child;
	size_t n;

	if (!only || only->next || !cJSON_IsString(only) ||
	    strcmp(only->string, "base64") != 0)
		return false;
	*out = base64_bytes(a, only->valuestring, &n);
	return *out && strlen(*out) == n;
}

bool
json_text(struct arena *a, const struct cJSON *item, const char **out)
{
	if (cJSON_IsObject(item))
		return json_bytes(a, item, out);
	if (!cJSON_IsString(item))
		return false;
	*out = arena_dup(a, item->valuestring);
	return true;
}

bool
json_int(const struct cJSON *item, int64_t *out)
{
	double v;

	if (!cJSON_IsNumber(item))
		return false;
	v = item->valuedouble;
	if (!(v >= -INT_LIMIT && v <= INT_LIMIT) || (double)(int64_t)v != v)
		return false;
	*out = (int64_t)v;
	return true;
}

bool
json_time(const struct cJSON *item, when_ms *out)
{
	return cJSON_IsString(item) && when_parse_iso(item->valuestring, out);
}

int
json_word(const struct cJSON *item, const char *const words[2])
{
	if (cJSON_IsString(item))
		for (int i = 0; i < 2; i++)
			if (!strcmp(item->valuestring, words[i]))
				return i;
	return -1;
}
