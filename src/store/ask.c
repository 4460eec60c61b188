#include "store/ask.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

bool
ask_check(const struct store_append *a, struct err *err)
{
	if (a->count < 1 || a->count > STORE_APPEND_MAX)
		return err_set(err, ERR_STORE, "an append has 1 to %d "
			"entries, not %d", STORE_APPEND_MAX, a->count);
	if (a->n < 1 || a->n > UINT32_MAX - (uint32_t)a->count)
		return err_set(err, ERR_STORE, "%u is no place for an entry",
			(unsigned)a->n);
	for (int i = 0; i < a->count; i++) {
		const struct store_draft *d = &a->drafts[i];
		size_t size = strlen(d->head) + strlen(d->data);

		if (!*d->head)
			return err_set(err, ERR_STORE,
				"an entry needs a head");
		if (size > STORE_EVENT_MAX)
			return err_set(err, ERR_STORE, "an entry has at most "
				"%d bytes, this one has %zu",
				STORE_EVENT_MAX, size);
		/* Only an erased entry is empty, and then its hash is given. */
		if (!*d->data != (d->hash != NULL))
			return err_set(err, ERR_STORE, "an entry has either "
				"data or, when it was erased, its hash");
	}
	return true;
}

/* Copies @s to *@at, which moves on behind it. */
static const char *
text_put(char **at, const char *s)
{
	size_t n = strlen(s) + 1;
	char *start = *at;

	memcpy(start, s, n);
	*at += n;
	return start;
}

struct ask *
ask_append_new(const struct store_append *a)
{
	size_t count = (size_t)a->count;
	size_t size = sizeof(struct ask) + count * sizeof(struct store_draft) +
		count * sizeof(struct hash);
	struct store_draft *drafts;
	struct hash *hashes;
	struct ask *ask;
	char *at;

	for (size_t i = 0; i < count; i++)
		size += strlen(a->drafts[i].head) + strlen(a->drafts[i].data) +
			2;
	if (a->summary)
		size += strlen(a->summary) + 1;

	ask = mem_new(size);
	ask->kind = ASK_APPEND;
	ask->u.append = *a;
	drafts = (struct store_draft *)(ask + 1);
	hashes = (struct hash *)(drafts + count);
	at = (char *)(hashes + count);
	ask->u.append.drafts = drafts;
	for (size_t i = 0; i < count; i++) {
		drafts[i] = a->drafts[i];
		drafts[i].head = text_put(&at, a->drafts[i].head);
		drafts[i].data = text_put(&at, a->drafts[i].data);
		if (a->drafts[i].hash) {
			hashes[i] = *a->drafts[i].hash;
			drafts[i].hash = &hashes[i];
		}
	}
	if (a->summary)
		ask->u.append.summary = text_put(&at, a->summary);
	return ask;
}

struct ask *
ask_new(enum ask_kind kind)
{
	struct ask *ask = mem_new(sizeof(*ask));

	ask->kind = kind;
	return ask;
}

struct ask *
ask_summary_new(const struct store_summary *row)
{
	struct ask *ask = mem_new(sizeof(*ask) + strlen(row->text) + 1);
	char *at = (char *)(ask + 1);

	ask->kind = ASK_SET_SUMMARY;
	ask->u.summary = *row;
	ask->u.summary.text = text_put(&at, row->text);
	return ask;
}

struct ask *
ask_refused_new(const struct store_append *a, enum store_result result,
	const char *why)
{
	struct ask *ask = mem_new(sizeof(*ask) + strlen(why) + 1);
	char *at = (char *)(ask + 1);

	ask->kind = ASK_REFUSED;
	ask->u.refused.result = result;
	ask->u.refused.n = a->n;
	ask->u.refused.why = text_put(&at, why);
	return ask;
}

bool
ask_writes(const struct ask *a)
{
	return a->kind == ASK_APPEND || a->kind == ASK_SET_SUMMARY ||
		a->kind == ASK_REFUSED;
}
