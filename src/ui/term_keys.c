#include "ui/term_keys.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "ui/term_seq.h"

#include <stdlib.h>
#include <string.h>

enum {
	ESC = 0x1b,
	KEYS_LEARNED = 64, /* keys of terminfo that are asked for */
	KEYS_SEQ = 16,     /* bytes of one of them */
};

/* What a terminal sends behind a paste. */
static const char paste_end[] = "\033[201~";

#define PASTE_END_LEN (sizeof(paste_end) - 1)

struct learned {
	char seq[KEYS_SEQ];
	size_t len;
	struct key key;
};

struct term_keys {
	struct str bytes;  /* what was fed */
	size_t at;         /* up to here it was read */
	bool last;         /* nothing more came in time */
	bool pasting;      /* between the brackets of a paste */
	bool cut;          /* the paste was longer than it may be */
	struct str paste;
	int learned_count;
	struct learned learned[KEYS_LEARNED];
};

struct term_keys *
term_keys_new(void)
{
	return mem_new(sizeof(struct term_keys));
}

void
term_keys_free(struct term_keys *d)
{
	if (!d)
		return;
	str_release(&d->bytes);
	str_release(&d->paste);
	free(d);
}

void
term_keys_learn(struct term_keys *d, const char *seq, enum key_code code,
	unsigned mods)
{
	size_t len = seq ? strlen(seq) : 0;
	struct learned *row = &d->learned[d->learned_count];

	if (!len || len > KEYS_SEQ || d->learned_count == KEYS_LEARNED)
		return;
	if ((unsigned char)seq[0] >= ' ' && seq[0] != 0x7f)
		return;
	memcpy(row->seq, seq, len);
	row->len = len;
	row->key = (struct key){.code = code, .mods = mods};
	d->learned_count++;
}

void
term_keys_feed(struct term_keys *d, const char *bytes, size_t n)
{
	str_addn(&d->bytes, bytes, n);
	d->last = false;
}

void
term_keys_timeout(struct term_keys *d)
{
	d->last = true;
}

void
term_keys_reset(struct term_keys *d)
{
	str_cut(&d->bytes, 0);
	str_cut(&d->paste, 0);
	d->at = 0;
	d->pasting = false;
	d->cut = false;
	d->last = false;
}

int
term_keys_wait(const struct term_keys *d)
{
	size_t n = d->bytes.len - d->at;
	const char *s;

	if (!n || d->pasting)
		return -1;
	s = d->bytes.s + d->at;
	if (s[0] == ESC && (n == 1 || (n == 2 && s[1] == ESC)))
		return TERM_KEYS_ESC_MS;
	return TERM_KEYS_SEQ_MS;
}

/* The longest sequence of terminfo that @s begins with, or NULL. */
static const struct learned *
keys_learned(const struct term_keys *d, const char *s, size_t n, bool *part)
{
	const struct learned *best = NULL;

	*part = false;
	for (int i = 0; i < d->learned_count; i++) {
		const struct learned *row = &d->learned[i];

		if (memcmp(row->seq, s, n < row->len ? n : row->len) != 0)
			continue;
		if (n < row->len)
			*part = true;
		else if (!best || row->len > best->len)
			best = row;
	}
	return best;
}

static struct term_seq
keys_read(const struct term_keys *d)
{
	const char *s = d->bytes.s + d->at;
	size_t n = d->bytes.len - d->at;
	struct term_seq seq;
	bool part;
	const struct learned *row = keys_learned(d, s, n, &part);

	if (row)
		return (struct term_seq){TERM_SEQ_KEY, row->len, row->key};
	seq = term_seq_read(s, n, d->last);
	if (part && !d->last && seq.kind == TERM_SEQ_SKIP)
		return (struct term_seq){.kind = TERM_SEQ_MORE};
	return seq;
}

/* How many bytes at the end of @s may be the beginning of the end mark. */
static size_t
paste_tail(const char *s, size_t n)
{
	size_t len = n < PASTE_END_LEN ? n : PASTE_END_LEN - 1;

	while (len && memcmp(s + n - len, paste_end, len) != 0)
		len--;
	return len;
}

static void
paste_add(struct term_keys *d, const char *s, size_t n)
{
	size_t room = TERM_KEYS_PASTE - d->paste.len;

	if (n > room) {
		n = room;
		d->cut = true;
	}
	str_addn(&d->paste, s, n);
}

/* Terminals send Return for the end of a line; NUL cannot be kept. */
static void
paste_tidy(struct str *paste)
{
	size_t to = 0;

	for (size_t i = 0; i < paste->len; i++) {
		char c = paste->s[i];

		if (c == '\r') {
			if (i + 1 < paste->len && paste->s[i + 1] == '\n')
				continue;
			c = '\n';
		}
		if (c)
			paste->s[to++] = c;
	}
	str_cut(paste, to);
}

/* What was cut ends with a whole character. */
static void
paste_end_whole(struct str *paste)
{
	size_t at = paste->len;
	uint32_t cp;

	for (int i = 0; i < 4 && at > 0; i++) {
		at--;
		if (((unsigned char)paste->s[at] & 0xc0) != 0x80)
			break;
	}
	if (!text_decode(paste->s + at, paste->len - at, &cp))
		str_cut(paste, at);
}

/* Goes on in a paste; true when it has ended with text in it. */
static bool
paste_read(struct term_keys *d, struct key *out)
{
	const char *s = d->bytes.s + d->at;
	size_t n = d->bytes.len - d->at;
	const char *end = n ? memmem(s, n, paste_end, PASTE_END_LEN) : NULL;
	size_t len = end ? (size_t)(end - s) : n - paste_tail(s, n);

	paste_add(d, s, len);
	d->at += len + (end ? PASTE_END_LEN : 0);
	if (!end)
		return false;
	d->pasting = false;
	if (!d->paste.len)
		return false;
	if (d->cut)
		paste_end_whole(&d->paste);
	paste_tidy(&d->paste);
	*out = (struct key){
		.code = KC_PASTE, .text = str_get(&d->paste),
		.len = d->paste.len, .cut = d->cut,
	};
	return true;
}

/* Forgets what was read, once that is all or much. */
static void
keys_drop(struct term_keys *d)
{
	size_t left = d->bytes.len - d->at;

	if (!d->at || (left && d->at < 4096))
		return;
	memmove(d->bytes.s, d->bytes.s + d->at, left);
	str_cut(&d->bytes, left);
	d->at = 0;
}

bool
term_keys_next(struct term_keys *d, struct key *out)
{
	while (d->at < d->bytes.len) {
		struct term_seq seq;

		if (d->pasting) {
			if (paste_read(d, out))
				return true;
			if (d->pasting)
				break;
			continue;
		}
		seq = keys_read(d);
		d->at += seq.len;
		if (seq.kind == TERM_SEQ_MORE)
			break;
		if (seq.kind == TERM_SEQ_PASTE) {
			str_cut(&d->paste, 0);
			d->pasting = true;
			d->cut = false;
		}
		if (seq.kind == TERM_SEQ_KEY) {
			*out = seq.key;
			return true;
		}
	}
	keys_drop(d);
	d->last = false;
	return false;
}
