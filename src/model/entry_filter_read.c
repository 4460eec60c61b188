/* Reading a filter: lists of kinds, people and stages. */
#include "model/entry_filter.h"

#include "base/str.h"
#include "model/incident.h"

#include <string.h>

static bool
no_kind(const char *word, struct err *err)
{
	struct str tags = {0};
	const char *tag;

	for (int i = 0; (tag = entry_filter_tag(i)); i++)
		if (strcmp(tag, kind_rows[KIND_UNKNOWN].tag) != 0)
			str_addf(&tags, "%s%s", i > 1 ? " " : "", tag);
	err_set(err, ERR_USAGE, "there is no kind of entry '%.40s'; there are:"
		" %s", word, str_get(&tags));
	str_release(&tags);
	return false;
}

static bool
add_who(struct entry_filter *f, const char *word, struct err *err)
{
	for (int i = 0; i < f->n_who; i++)
		if (str_same(f->who[i], word))
			return true;
	if (f->n_who == FILTER_PEOPLE)
		return err_set(err, ERR_USAGE, "a filter has at most %d"
			" people", FILTER_PEOPLE);
	memcpy(f->who[f->n_who++], word, strlen(word) + 1);
	return true;
}

static bool
add_word(struct entry_filter *f, enum filter_by by, const char *word,
	struct err *err)
{
	enum stage stage;
	uint64_t bits;

	switch (by) {
	case FILTER_KIND:
		bits = entry_filter_bits(word);
		f->kinds |= bits;
		return bits || no_kind(word, err);
	case FILTER_STAGE:
		stage = stage_find(word);
		if (!stage)
			return err_set(err, ERR_USAGE, "there is no stage"
				" '%.40s'; there are: detect assemble verify"
				" dispatch mitigate repair review"
				" action-items", word);
		f->stages |= 1u << stage;
		return true;
	case FILTER_WHO:
		break;
	}
	return add_who(f, word, err);
}

/* The next word of a list into @word; NULL when there is none. */
static const char *
next_word(const char *s, char word[NAME_MAX_BYTES + 1], struct err *err)
{
	size_t n;

	s += strspn(s, ", \t\n");
	n = strcspn(s, ", \t\n");
	word[0] = '\0';
	if (n > NAME_MAX_BYTES) {
		err_set(err, ERR_USAGE, "'%.40s...' is longer than any name",
			s);
		return NULL;
	}
	memcpy(word, s, n);
	word[n] = '\0';
	return s + n;
}

bool
entry_filter_add(struct entry_filter *f, enum filter_by by, const char *list,
	struct err *err)
{
	struct entry_filter out = *f;
	char word[NAME_MAX_BYTES + 1];

	for (;;) {
		list = next_word(list, word, err);
		if (!list)
			return false;
		if (!*word)
			break;
		if (!add_word(&out, by, word, err))
			return false;
	}
	*f = out;
	return true;
}

static const struct {
	const char *word;
	enum filter_by by;
} keys[] = {
	{"kind", FILTER_KIND}, {"who", FILTER_WHO}, {"stage", FILTER_STAGE},
};

#define KEYS (sizeof(keys) / sizeof(keys[0]))

/* Whether @name has to do with the incident. */
static bool
is_known(const struct incident *inc, const char *name)
{
	if (!inc || !inc->declared)
		return false;
	if (incident_sme(inc, name) || incident_report(inc, name) ||
	    incident_commands(inc, name) || str_same(inc->declarer, name))
		return true;
	for (uint32_t i = 0; i < inc->n; i++)
		if (str_same(str_or(inc->entries[i].ev.by, ""), name))
			return true;
	return false;
}

/* What a word without a key before it is; false: nothing that is known. */
static bool
guess(const struct incident *inc, const char *word, enum filter_by *by)
{
	if (entry_filter_bits(word))
		*by = FILTER_KIND;
	else if (stage_find(word))
		*by = FILTER_STAGE;
	else if (is_known(inc, word))
		*by = FILTER_WHO;
	else
		return false;
	return true;
}

struct reading {
	struct entry_filter f;
	const struct incident *inc;
	int key;      /* of the words to come; -1: none was given */
	bool fresh;   /* it was the word before this one */
};

/* Whether the word is a key, of words that follow. */
static bool
take_key(struct reading *r, const char *word, const char *rest)
{
	if (r->fresh || !rest[strspn(rest, ", \t\n")])
		return false;
	for (size_t i = 0; i < KEYS; i++)
		if (str_same(keys[i].word, word)) {
			r->key = (int)i;
			r->fresh = true;
			return true;
		}
	return false;
}

static bool
take_word(struct reading *r, const char *word, const char *rest,
	struct err *err)
{
	enum filter_by by;

	if (take_key(r, word, rest))
		return true;
	r->fresh = false;
	if (r->key >= 0)
		return add_word(&r->f, keys[r->key].by, word, err);
	if (!guess(r->inc, word, &by))
		return err_set(err, ERR_USAGE, "'%.40s' is no kind of entry,"
			" no stage, and nobody who has to do with it; write:"
			" kind can,page who raj stage mitigate, or none",
			word);
	return add_word(&r->f, by, word, err);
}

bool
entry_filter_read(struct entry_filter *f, const struct incident *inc,
	const char *text, struct err *err)
{
	struct reading r = {.inc = inc, .key = -1};
	char word[NAME_MAX_BYTES + 1];
	bool none = false;

	for (int words = 0; ; words++) {
		text = next_word(text, word, err);
		if (!text)
			return false;
		if (!*word)
			break;
		none = !words && str_same(word, "none");
		if (!none && !take_word(&r, word, text, err))
			return false;
	}
	*f = r.f;
	return true;
}
