/* The message of a stage or call, shown where it can be edited. */
#include "model/words.h"
#include "view/form_part.h"

#include <string.h>

static bool
is_message(const struct form *f, int i)
{
	return f->row->f[i].label && !strcmp(f->row->f[i].word, "--say");
}

static const char *
composed(const struct form *f, const struct form_in *in)
{
	struct event *e = f->row->draft && !in->inc->restricted ?
		f->row->draft(f, in) : NULL;

	if (!e)
		return "";
	e->by = in->who;
	e->at = in->now;
	e->happened = WHEN_NONE;
	return words_message(in->inc, e, in->now, in->a);
}

void
form_message(struct form *f, const struct form_in *in, int from)
{
	if (is_message(f, from) &&
	    !strcmp(str_get(&f->text[from]), composed(f, in)))
		form_put(f, f->row->f[from].label, "");
	if (is_message(f, f->field) && !f->text[f->field].len) {
		form_put(f, f->row->f[f->field].label, composed(f, in));
		f->at[f->field] = 0;
	}
}
