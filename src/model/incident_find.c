/* Rows of an incident, found by what people call them. */
#include "model/incident.h"

#include "base/str.h"

const struct sme *
incident_sme(const struct incident *inc, const char *name)
{
	for (int i = 0; i < inc->n_smes; i++)
		if (str_same(inc->smes[i].name, name))
			return &inc->smes[i];
	return NULL;
}

const struct need *
incident_need(const struct incident *inc, int32_t id)
{
	return id > 0 && id <= inc->n_needs ? &inc->needs[id - 1] : NULL;
}

const struct objective *
incident_objective(const struct incident *inc, int32_t id)
{
	return id > 0 && id <= inc->n_objectives ?
		&inc->objectives[id - 1] : NULL;
}

const struct mitigation *
incident_mitigation(const struct incident *inc, int32_t id)
{
	return id > 0 && id <= inc->n_mitigations ?
		&inc->mitigations[id - 1] : NULL;
}

const struct item *
incident_item(const struct incident *inc, int32_t id)
{
	return id > 0 && id <= inc->n_items ? &inc->items[id - 1] : NULL;
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
	for (int i = 0; i < inc->n_messages; i++)
		if (inc->messages[i].n == n)
			return &inc->messages[i];
	return NULL;
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
