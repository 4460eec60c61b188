/* Other incidents, of which only the summary is known. */
#include "view/vm_part.h"

#include "base/mem.h"
#include "base/str.h"

const char *
vm_summary_worst(const struct vm_make *m, const struct summary *s,
	enum attention_level *level)
{
	return summary_worst(s, m->in->present ? m->in->present : m->now,
		m->a, level);
}

const struct summary *
vm_other(const struct vm_make *m, int *n)
{
	const struct summary *worst = NULL;

	*n = 0;
	for (int i = 0; i < m->in->n_board; i++) {
		const struct summary *s = &m->in->board[i];

		if (!summary_live(s))
			break; /* by rank: no live one comes after this */
		if (m->inc && s->number == m->inc->number)
			continue;
		if (!worst)
			worst = s;
		(*n)++;
	}
	return worst;
}
