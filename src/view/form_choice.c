/* Choice fields: "label=words|label|..." read in place. */
#include "base/key.h"
#include "base/text.h"
#include "view/form_part.h"

#include <string.h>

static const char *
choices(const struct form *f, int i)
{
	const char *own = str_get(&f->options[i]);

	return *own ? own : f->row->f[i].choices ? f->row->f[i].choices : "";
}

int
form_options(const struct form *f, int i)
{
	const char *s = choices(f, i);
	int n = *s != '\0';

	for (; *s; s++)
		n += *s == '|';
	return n;
}

struct form_option
form_option(const struct form *f, int i, int k)
{
	const char *s = choices(f, i);
	struct form_option o;
	size_t len;

	while (k-- > 0 && *s)
		s += strcspn(s, "|") + (s[strcspn(s, "|")] == '|');
	len = strcspn(s, "|");
	o.label = s;
	o.label_len = (int)strcspn(s, "|=");
	o.words = s;
	o.words_len = (int)len;
	if ((size_t)o.label_len < len) {
		o.words += o.label_len + 1;
		o.words_len -= o.label_len + 1;
	}
	return o;
}

struct form_option
form_chosen(const struct form *f, int i)
{
	return form_option(f, i, f->choice[i]);
}

static bool
labelled(const struct form_option *o, const char *label, size_t len)
{
	return (size_t)o->label_len == len && !memcmp(o->label, label, len);
}

bool
form_is(const struct form *f, const char *label, const char *option)
{
	struct form_option o = form_chosen(f, form_field(f, label));

	return labelled(&o, option, strlen(option));
}

void
form_pick(struct form *f, const char *label, const char *option)
{
	int i = form_field(f, label);

	for (int k = 0; k < form_options(f, i); k++) {
		struct form_option o = form_option(f, i, k);

		if (labelled(&o, option, strlen(option)))
			f->choice[i] = k;
	}
}

void
form_offer(struct form *f, const char *label, const char *option,
	const char *words)
{
	struct str *list = &f->options[form_field(f, label)];

	if (list->len)
		str_addc(list, '|');
	for (const char *s = option; *s; s++)
		str_addc(list, strchr("|=\n", *s) ? ' ' : *s);
	if (words)
		str_addf(list, "=%s", words);
}

void
form_turn_choice(struct form *f, int i, int step)
{
	int n = form_options(f, i);

	if (n > 0)
		f->choice[i] = (f->choice[i] + n + step) % n;
}

static bool
begins(const struct form *f, int i, int k, uint32_t cp)
{
	struct form_option o = form_option(f, i, k);
	uint32_t first;

	if (!text_decode(o.label, (size_t)o.label_len, &first))
		return false;
	if (first >= 'A' && first <= 'Z')
		first += 'a' - 'A';
	return first == cp;
}

/*
 * The first key on an untouched field goes to the first choice of that
 * letter, so that `h a Enter` is the same whatever stood there; the same key
 * again goes on to the next one.
 */
bool
form_press(struct form *f, int i, const struct key *key)
{
	int n = form_options(f, i);
	int from = f->touched ? f->choice[i] + 1 : 0;
	uint32_t cp = key->cp;

	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	if (f->touched && !begins(f, i, f->choice[i], cp))
		from = 0;
	for (int k = 0; k < n; k++) {
		int at = (from + k) % n;

		if (begins(f, i, at, cp)) {
			f->choice[i] = at;
			return true;
		}
	}
	return false;
}
