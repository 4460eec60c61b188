#include "base/words.h"

#include "base/mem.h"
#include "base/str.h"

#include <string.h>

#define BLANKS " \t\r\n"

static bool
is_blank(char c)
{
	return c && strchr(BLANKS, c);
}

/* What an escape at @s (a backslash) stands for, or NUL when it is none. */
static char
unescape(const char *s)
{
	switch (s[1]) {
	case '"':
	case '\\':
		return s[1];
	case 'n':
		return '\n';
	default:
		return '\0';
	}
}

/*
 * Reads the group that opens at @s, writes its text at *@out and returns
 * where it ends, behind its quote; NULL when it does not end.
 */
static const char *
take_group(const char *s, char **out)
{
	char quote = *s++;

	for (; *s != quote; s++) {
		char c = *s;

		if (!c)
			return NULL;
		if (quote == '"' && c == '\\' && unescape(s)) {
			c = unescape(s);
			s++;
		}
		*(*out)++ = c;
	}
	return s + 1;
}

/* Reads one word that starts at @s; like take_group(). */
static const char *
take_word(const char *s, char **out)
{
	while (s && *s && !is_blank(*s)) {
		if (*s == '\'' || *s == '"')
			s = take_group(s, out);
		else
			*(*out)++ = *s++;
	}
	*(*out)++ = '\0';
	return s;
}

bool
words_split(struct arena *a, const char *line, struct words *out,
	struct err *err)
{
	/* No word is longer than its source, and every one needs a blank. */
	size_t len = strlen(line);
	char *text = arena_alloc(a, len + 2);
	size_t cap = 0;
	const char *s;
	int n = 0;

	for (s = line; *s; s++)
		cap += !is_blank(*s) && (s == line || is_blank(s[-1]));
	out->v = arena_alloc(a, (cap + 1) * sizeof(*out->v));
	out->n = 0;

	for (s = line + strspn(line, BLANKS); *s; s += strspn(s, BLANKS)) {
		out->v[n++] = text;
		s = take_word(s, &text);
		if (!s)
			return err_set(err, ERR_USAGE, "a quote is not "
				"closed: end the text with the ' or \" it "
				"began with (\"don't\" needs the second kind)");
	}
	out->v[n] = NULL;
	out->n = n;
	return true;
}

void
words_quote(struct str *out, const char *word)
{
	if (*word && *word != '#' && !strpbrk(word, BLANKS "'\"")) {
		str_add(out, word);
		return;
	}
	if (!strpbrk(word, "'\n")) {
		str_addc(out, '\'');
		str_add(out, word);
		str_addc(out, '\'');
		return;
	}
	str_addc(out, '"');
	for (; *word; word++) {
		if (*word == '\n') {
			str_add(out, "\\n");
			continue;
		}
		if (*word == '"' || *word == '\\')
			str_addc(out, '\\');
		str_addc(out, *word);
	}
	str_addc(out, '"');
}

char *
words_join(struct arena *a, char *const *v, int n)
{
	struct str line = {0};
	char *out;

	for (int i = 0; i < n; i++) {
		if (i)
			str_addc(&line, ' ');
		words_quote(&line, v[i]);
	}
	out = arena_dup(a, str_get(&line));
	str_release(&line);
	return out;
}
