#include "ui/term_seq.h"

#include "base/text.h"

#include <string.h>

enum {
	ESC = 0x1b,
	BEL = 0x07,
	SEQ_LONGEST = 4096, /* bytes; no terminal sends more in one */
	CSI_PARAMS = 3,
	MODS_MOST = 16, /* 1 + shift + 2 alt + 4 control + 8 meta */
	FOCUS_LEN = 3, /* CSI I, CSI O */
	MOUSE_LEN = 6, /* CSI M and three bytes: xterm's first mouse report */
};

static struct term_seq
seq_more(size_t n, bool last)
{
	if (last || n > SEQ_LONGEST)
		return (struct term_seq){.kind = TERM_SEQ_SKIP, .len = n};
	return (struct term_seq){.kind = TERM_SEQ_MORE};
}

static struct term_seq
seq_skip(size_t len)
{
	return (struct term_seq){.kind = TERM_SEQ_SKIP, .len = len};
}

static struct term_seq
seq_key(size_t len, enum key_code code, unsigned mods)
{
	return (struct term_seq){TERM_SEQ_KEY, len,
		{.code = code, .mods = mods}};
}

static struct term_seq
seq_char(size_t len, uint32_t cp, unsigned mods)
{
	return (struct term_seq){TERM_SEQ_KEY, len,
		{.code = KC_CHAR, .mods = mods, .cp = cp}};
}

/* A control character: the key that sends it. */
static struct term_seq
seq_control(unsigned char c)
{
	switch (c) {
	case '\r':
		return seq_key(1, KC_ENTER, 0);
	case '\t':
		return seq_key(1, KC_TAB, 0);
	case 0x7f:
		return seq_key(1, KC_BACKSPACE, 0);
	case 0:
		return seq_char(1, ' ', KM_CTRL);
	default:
		if (c < ESC)
			return seq_char(1, c + 'a' - 1u, KM_CTRL);
		return seq_char(1, c + '@' + 0u, KM_CTRL);
	}
}

static struct term_seq
seq_plain(const char *s, size_t n, bool last)
{
	unsigned char c = (unsigned char)s[0];
	size_t need = c < 0xc0 ? 1 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
	uint32_t cp;
	size_t len;

	if (c < 0x20 || c == 0x7f)
		return seq_control(c);
	len = text_decode(s, n, &cp);
	if (len)
		return cp < 0xa0 && cp > 0x7f ? seq_skip(len) :
			seq_char(len, cp, 0);
	for (size_t i = 1; i < n && i < need; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			return seq_skip(i);
	return n < need ? seq_more(n, last) : seq_skip(need);
}

/* xterm sends 1 + shift + 2 alt + 4 control. */
static unsigned
seq_mods(unsigned param)
{
	unsigned bits = param ? param - 1 : 0;

	return (bits & 1 ? KM_SHIFT : 0u) | (bits & 2 ? KM_ALT : 0u) |
		(bits & 4 ? KM_CTRL : 0u);
}

/* A key by its final letter, the same behind CSI and SS3. */
static struct term_seq
seq_letter(size_t len, char letter, unsigned mods)
{
	static const struct {
		char letter;
		enum key_code code;
	} rows[] = {
		{'A', KC_UP}, {'B', KC_DOWN}, {'C', KC_RIGHT}, {'D', KC_LEFT},
		{'H', KC_HOME}, {'F', KC_END}, {'P', KC_F1}, {'Q', KC_F2},
		{'R', KC_F3}, {'S', KC_F4}, {'M', KC_ENTER}, {'I', KC_TAB},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].letter == letter)
			return seq_key(len, rows[i].code, mods);
	if (letter == 'Z')
		return seq_key(len, KC_TAB, mods | KM_SHIFT);
	if (letter >= 'a' && letter <= 'd')
		return seq_letter(len, (char)(letter - 'a' + 'A'),
			mods | KM_SHIFT);
	return seq_skip(len);
}

/* A key by its number: CSI 5 ~ */
static struct term_seq
seq_number(size_t len, unsigned number, unsigned mods)
{
	static const enum key_code codes[] = {
		[1] = KC_HOME, [2] = KC_INSERT, [3] = KC_DELETE,
		[4] = KC_END, [5] = KC_PGUP, [6] = KC_PGDN, [7] = KC_HOME,
		[8] = KC_END, [11] = KC_F1, [12] = KC_F2, [13] = KC_F3,
		[14] = KC_F4, [15] = KC_F5, [17] = KC_F6, [18] = KC_F7,
		[19] = KC_F8, [20] = KC_F9, [21] = KC_F10, [23] = KC_F11,
		[24] = KC_F12,
	};

	if (number >= sizeof(codes) / sizeof(codes[0]) || !codes[number])
		return seq_skip(len);
	return seq_key(len, codes[number], mods);
}

/* A key by its code point: CSI 108 ; 5 u */
static struct term_seq
seq_cp(size_t len, unsigned cp, unsigned mods)
{
	if (cp == ESC)
		return seq_key(len, KC_ESC, mods);
	if (cp == '\r' || cp == '\t' || cp == 0x7f) {
		struct term_seq seq = seq_control((unsigned char)cp);

		return seq_key(len, seq.key.code, mods);
	}

	/* Beyond text lie private codes, of keys that are only modifiers. */
	if (cp < ' ' || (cp > 0x7f && cp < 0xa0) || cp > 0x10ffff ||
	    (cp >= 0xe000 && cp < 0xf900))
		return seq_skip(len);
	if (mods & KM_SHIFT && !(mods & KM_CTRL) && cp >= 'a' && cp <= 'z')
		cp -= 'a' - 'A';
	return seq_char(len, cp, mods & ~(unsigned)KM_SHIFT);
}

/* The numbers of "1;5:1" in @n bytes; what follows a colon is passed over. */
static void
csi_params(const char *s, size_t n, unsigned out[CSI_PARAMS])
{
	bool sub = false;
	int at = 0;

	for (size_t i = 0; i < n && at < CSI_PARAMS; i++) {
		if (s[i] == ';') {
			at++;
			sub = false;
		} else if (s[i] == ':') {
			sub = true;
		} else if (!sub && out[at] < 100000000u) {
			out[at] = out[at] * 10 + (unsigned)(s[i] - '0');
		}
	}
}

/*
 * CSI < 0 ; x ; y M: a button went down.  Other buttons, motion, releases and
 * what is done with a modifier (the terminal's own selection) are dropped.
 */
static struct term_seq
csi_mouse(const char *s, size_t len)
{
	static const struct { unsigned button; enum key_mouse mouse; } rows[] = {
		{0, MOUSE_CLICK}, {64, MOUSE_UP}, {65, MOUSE_DOWN},
	};
	unsigned p[CSI_PARAMS] = {0};

	for (size_t i = 3; i + 1 < len; i++)
		if (s[i] > ';' || s[i] < '0')
			return seq_skip(len);
	csi_params(s + 3, len - 4, p);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].button == p[0] && s[len - 1] == 'M' &&
		    p[1] && p[2])
			return (struct term_seq){TERM_SEQ_KEY, len,
				{.code = KC_MOUSE, .mouse = rows[i].mouse,
				.y = (int)p[2] - 1, .x = (int)p[1] - 1}};
	return seq_skip(len);
}

/* A whole CSI of @len bytes, whose last is its final. */
static struct term_seq
csi_key(const char *s, size_t len)
{
	unsigned p[CSI_PARAMS] = {0};
	char final = s[len - 1];
	unsigned mods;

	if (s[2] == '<')
		return csi_mouse(s, len);
	for (size_t i = 2; i + 1 < len; i++)
		if (s[i] > ';' || s[i] < '0')
			return seq_skip(len);
	csi_params(s + 2, len - 3, p);
	mods = seq_mods(p[1]);
	switch (final) {
	case '~':
		if (p[0] == 200)
			return (struct term_seq){.kind = TERM_SEQ_PASTE,
				.len = len};
		if (p[0] == 27)
			return seq_cp(len, p[2], mods);
		return seq_number(len, p[0], mods);
	case '$':
		return seq_number(len, p[0], KM_SHIFT);
	case '^':
		return seq_number(len, p[0], KM_CTRL);
	case '@':
		return seq_number(len, p[0], KM_CTRL | KM_SHIFT);
	case 'u':
		return seq_cp(len, p[0], mods);
	case 'I': /* KC_TAB behind SS3 alone */
	case 'O':
		return len == FOCUS_LEN ? seq_key(len, final == 'I' ?
			KC_FOCUS : KC_BLUR, 0) : seq_skip(len);
	case 'M':
		return seq_skip(len);
	default:
		/* Other numbers are answers: CSI 12 ; 40 R is a place. */
		return p[0] > 1 || p[1] > MODS_MOST ? seq_skip(len) :
			seq_letter(len, final, mods);
	}
}

/* The Linux console: CSI [ A to E are F1 to F5. */
static struct term_seq
csi_linux(const char *s, size_t n, bool last)
{
	if (n < 4)
		return seq_more(n, last);
	if (s[3] < 'A' || s[3] > 'E')
		return seq_skip(s[3] < ' ' ? 3 : 4);
	return seq_number(4, 11u + (unsigned)(s[3] - 'A'), 0);
}

static struct term_seq
seq_csi(const char *s, size_t n, bool last)
{
	size_t i = 2;

	if (n == 2)
		return last ? seq_char(2, '[', KM_ALT) : seq_more(n, last);
	if (s[2] == '[')
		return csi_linux(s, n, last);
	if (s[2] == 'M')
		return n < MOUSE_LEN ? seq_more(n, last) : seq_skip(MOUSE_LEN);
	while (i < n && s[i] >= ' ' && s[i] < '@') {
		/* rxvt ends keys with Shift in a sign that others go on with. */
		if (s[i] == '$' && i > 2 && s[2] != '?')
			return csi_key(s, i + 1);
		i++;
	}
	if (i == n)
		return seq_more(n, last);
	if ((unsigned char)s[i] < '@' || (unsigned char)s[i] > '~')
		return seq_skip(i);
	return csi_key(s, i + 1);
}

static struct term_seq
seq_ss3(const char *s, size_t n, bool last)
{
	unsigned mods = 0;
	size_t i = 2;

	if (n == 2)
		return last ? seq_char(2, 'O', KM_ALT) : seq_more(n, last);
	for (; i < n && i < 4 && s[i] >= '0' && s[i] <= ';'; i++)
		mods = seq_mods((unsigned)(s[i] - '0'));
	if (i == n)
		return seq_more(n, last);
	if ((unsigned char)s[i] < '@' || (unsigned char)s[i] > '~')
		return i == 2 ? seq_char(2, 'O', KM_ALT) : seq_skip(i);
	return seq_letter(i + 1, s[i], mods);
}

/* OSC, DCS, APC, PM, SOS: text up to BEL or ST, or up to any other Esc. */
static struct term_seq
seq_string(const char *s, size_t n, bool last)
{
	if (n == 2)
		return last ? seq_char(2, (unsigned char)s[1], KM_ALT) :
			seq_more(n, last);
	for (size_t i = 2; i < n; i++) {
		if (s[i] == BEL)
			return seq_skip(i + 1);
		if (s[i] != ESC)
			continue;
		if (i + 1 == n)
			break;
		return seq_skip(s[i + 1] == '\\' ? i + 2 : i);
	}
	return seq_more(n, last);
}

/* Esc before a whole key is Alt with it. */
static struct term_seq
seq_alt(const char *s, size_t n, bool last)
{
	struct term_seq seq = s[0] == ESC ? term_seq_read(s, n, last) :
		seq_plain(s, n, last);

	if (seq.kind == TERM_SEQ_MORE)
		return seq;
	seq.len++;
	seq.key.mods |= KM_ALT;
	return seq;
}

static struct term_seq
seq_esc(const char *s, size_t n, bool last)
{
	if (n == 1)
		return last ? seq_key(1, KC_ESC, 0) : seq_more(n, last);
	switch (s[1]) {
	case '[':
		return seq_csi(s, n, last);
	case 'O':
		return seq_ss3(s, n, last);
	case ']':
	case 'P':
	case '_':
	case '^':
	case 'X':
		return seq_string(s, n, last);
	case ESC:
		if (n == 2 && !last)
			return seq_more(n, last);
		if (n > 3 && (s[2] == '[' || s[2] == 'O'))
			return seq_alt(s + 1, n - 1, last);
		if (n == 3 && !last && (s[2] == '[' || s[2] == 'O'))
			return seq_more(n, last);
		return seq_key(1, KC_ESC, 0);
	default:
		return seq_alt(s + 1, n - 1, last);
	}
}

struct term_seq
term_seq_read(const char *s, size_t n, bool last)
{
	return s[0] == ESC ? seq_esc(s, n, last) : seq_plain(s, n, last);
}
