/* The words that a form stands for, as the grammar reads them. */
#include "base/text.h"
#include "base/words.h"
#include "view/form_part.h"

#include <stdio.h>
#include <string.h>

struct wording {
	struct form *f;
	struct arena *a;
	struct words *out;
	int cap;
};

static void
add(struct wording *w, const char *word)
{
	struct words *out = w->out;

	if (out->n + 1 >= w->cap) {
		int cap = w->cap ? w->cap * 2 : 32;
		char **v = arena_alloc(w->a, (size_t)cap * sizeof(*v));

		for (int i = 0; i < out->n; i++)
			v[i] = out->v[i];
		out->v = v;
		w->cap = cap;
	}
	out->v[out->n++] = arena_dup(w->a, word);
	out->v[out->n] = NULL;
}

/* The words of @s, which are ours: blanks and nothing else. */
static void
add_split(struct wording *w, const char *s, size_t len)
{
	while (len) {
		size_t n = 0;

		while (n < len && s[n] != ' ')
			n++;
		if (n)
			add(w, arena_dupn(w->a, s, n));
		n += n < len;
		s += n;
		len -= n;
	}
}

/* What stands in a text field, without blanks and empty lines around it. */
static const char *
trimmed(const struct form *f, int i, struct arena *a)
{
	const char *s = str_get(&f->text[i]);
	size_t n;

	s += strspn(s, " \n\t");
	n = strlen(s);
	while (n && strchr(" \n\t", s[n - 1]))
		n--;
	return arena_dupn(a, s, n);
}

static void
add_lines(struct wording *w, const char *word, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		if (n && strspn(text, " \t") < n) {
			add(w, word);
			add(w, arena_dupn(w->a, text, n));
		}
		text += n + (text[n] == '\n');
	}
}

static const char *
value(struct wording *w, int i)
{
	struct form_option o;

	if (w->f->row->f[i].kind != FIELD_CHOICE)
		return trimmed(w->f, i, w->a);
	o = form_chosen(w->f, i);
	return arena_dupn(w->a, o.words, (size_t)o.words_len);
}

static bool
is_option(const struct form_field *field)
{
	return field->word[0] == '-';
}

/* The verb, from the row and the choices that belong to it. */
static void
add_verb(struct wording *w)
{
	const struct form_row *row = w->f->row;
	char number[24];

	add_split(w, row->verb, strlen(row->verb));
	for (int i = 0; i < FORM_FIELDS && row->f[i].label; i++)
		if (form_has(w->f, i) && row->f[i].word[0] == '@') {
			const char *words = value(w, i);

			add_split(w, words, strlen(words));
		}
	if (row->no_incident)
		return;
	snprintf(number, sizeof(number), "INC-%u", (unsigned)w->f->incident);
	add(w, "--incident");
	add(w, number);
}

static void
add_options(struct wording *w)
{
	const struct form_row *row = w->f->row;

	for (int i = 0; i < FORM_FIELDS && row->f[i].label; i++) {
		const char *word = row->f[i].word;
		const char *text;

		if (!form_has(w->f, i))
			continue;
		text = value(w, i);
		if (*word == '!') {
			add_split(w, text, strlen(text));
		} else if (row->f[i].kind == FIELD_MANY) {
			if (is_option(&row->f[i]))
				add_lines(w, word, text);
		} else if (is_option(&row->f[i]) && *text) {
			add(w, word);
			add(w, text);
		}
	}
	if (row->more) {
		row->more(w->f, w->a, w->out);
		w->cap = w->out->n + 1;
	}
}

/* Behind "--" nothing is an option, whatever people write. */
static void
add_positionals(struct wording *w)
{
	const struct form_row *row = w->f->row;
	bool dashes = false;

	for (int i = 0; i < FORM_FIELDS && row->f[i].label; i++) {
		const char *text;

		if (!form_has(w->f, i) || *row->f[i].word)
			continue;
		text = value(w, i);
		if (!*text)
			continue;
		if (!dashes)
			add(w, "--");
		dashes = true;
		add(w, text);
	}
}

static bool
check_required(struct wording *w)
{
	struct form *f = w->f;

	for (int i = 0; i < FORM_FIELDS && f->row->f[i].label; i++) {
		const struct form_field *field = &f->row->f[i];

		if (!field->required || !form_has(f, i) ||
		    *trimmed(f, i, w->a) || field->kind == FIELD_CHOICE)
			continue;
		f->field = i;
		snprintf(f->error, sizeof(f->error), "%s is still empty%s%s",
			field->label, field->hint ? ": " : "",
			field->hint ? field->hint : "");
		return false;
	}
	return true;
}

bool
form_words(struct form *f, struct arena *a, struct words *out)
{
	struct wording w = {.f = f, .a = a, .out = out};

	out->v = NULL;
	out->n = 0;
	if (!check_required(&w))
		return false;
	add_verb(&w);
	add_options(&w);
	add_positionals(&w);
	return true;
}
