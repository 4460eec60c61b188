/* Rows of an incident, found by what people call them. */
#include "model/incident.h"

#include "base/str.h"

#include <string.h>

const struct sme *
incident_sme(const struct incident *inc, const char *name)
{
	for (int i = 0; i < inc->n_smes; i++)
		if (str_same(inc->smes[i].name, name))
			return &inc->smes[i];
	return NULL;
}

/* The row numbered @id among @n that rise; the number is their first member. */
static const void *
row_of(const void *rows, int n, size_t size, int32_t id)
{
	int low = 0, high = n;

	while (low < high) {
		int mid = low + (high - low) / 2;
		const char *row = (const char *)rows + (size_t)mid * size;
		int32_t have = *(const int32_t *)(const void *)row;

		if (have == id)
			return row;
		if (have < id)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

#define ROW_OF(inc, name, id) \
	row_of((inc)->name, (inc)->n_##name, sizeof(*(inc)->name), id)

const struct need *
incident_need(const struct incident *inc, int32_t id)
{
	return ROW_OF(inc, needs, id);
}

const struct need *
incident_need_of(const struct incident *inc, const char *who,
	const char *text)
{
	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *n = &inc->needs[i];

		if (need_open(n) && str_same(n->who, who) &&
		    !strcmp(n->text, text))
			return n;
	}
	return NULL;
}

const struct objective *
incident_objective(const struct incident *inc, int32_t id)
{
	return ROW_OF(inc, objectives, id);
}

const struct mitigation *
incident_mitigation(const struct incident *inc, int32_t id)
{
	return ROW_OF(inc, mitigations, id);
}

const struct item *
incident_item(const struct incident *inc, int32_t id)
{
	return ROW_OF(inc, items, id);
}

const struct report *
incident_report(const struct incident *inc, const char *who)
{
	for (int i = 0; i < inc->n_reports; i++)
		if (str_same(inc->reports[i].who, who))
			return &inc->reports[i];
	return NULL;
}

const struct message *
incident_message(const struct incident *inc, uint32_t n)
{
	int low = 0, high = inc->n_messages;

	while (low < high) {
		int mid = low + (high - low) / 2;

		if (inc->messages[mid].n < n)
			low = mid + 1;
		else
			high = mid;
	}
	return low < inc->n_messages && inc->messages[low].n == n ?
		&inc->messages[low] : NULL;
}

bool
sme_awaited(const struct incident *inc, const struct sme *s)
{
	const struct need *need = incident_need(inc, s->need);

	if (s->commander && *inc->command.holder &&
	    s->paged_n < inc->command.n)
		return false;
	return s->state == SME_PAGED && s->paged_n &&
		(!need || need_open(need));
}

int
incident_joined(const struct incident *inc)
{
	int n = 0;

	for (int i = 0; i < inc->n_smes; i++)
		n += inc->smes[i].state == SME_JOINED &&
			!incident_commands(inc, inc->smes[i].name);
	return n;
}
