/* What Enter does on a row, by what the row is about. */
#include "view/rows.h"

#include "base/mem.h"
#include "base/str.h"
#include "model/attention.h"
#include "view/keys.h"

#include <string.h>

/* By the sort that the row's id begins with. */
static const struct {
	const char *sort, *line;
} acts[] = {
	{"need:", "form decide"}, {"obj:", "form objective"},
	{"mit:", "form mitigation"}, {"item:", "form decide"},
	{"sme:", "form page"}, {"inc:", "open"}, {"parked:", "resume"},
};

/* The key that the row names; what no key does is typed at the prompt. */
static const char *
line_of(const struct vm_in *in, const struct attention *row)
{
	const char *line = key_line(row->key, KEY_INCIDENT);
	size_t n = strlen(row->verb);

	if (line && strcmp(row->key, ":") != 0)
		return line;
	while (n && (row->verb[n - 1] == '.' || row->verb[n - 1] == ' '))
		n--;
	return arena_printf(in->a, "prompt %.*s ", (int)n, row->verb);
}

struct attention_list
vm_attention_list(const struct vm_in *in)
{
	if (in->att)
		return *in->att;
	return attention_of(in->inc, in->screen->who, in->now, in->a);
}

const struct attention *
vm_row_attention(const struct vm_in *in, const char *row)
{
	struct attention_list list = {.n = 0};
	struct attention *rows;

	if (in->inc && *row)
		list = vm_attention_list(in);
	rows = list.v;
	for (int i = 0; i < list.n; i++)
		if (!strcmp(rows[i].id, row))
			return rows + i;
	return NULL;
}

const char *
vm_row_line(const struct vm_in *in, const char *row)
{
	const struct attention *att = vm_row_attention(in, row);

	if (att)
		return line_of(in, att);
	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		if (str_starts(row, acts[i].sort))
			return acts[i].line;
	return in->screen->focus == PANE_COMMAND && !*row ? "form command" :
		NULL;
}
