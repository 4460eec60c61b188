#include "base/text_kind.h"

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <wchar.h>

struct range { uint32_t first, last; };

/*
 * Unicode's Default_Ignorable_Code_Point and the interlinear annotations:
 * soft hyphen, joiners, bidi controls, variation selectors, tags, fillers.
 */
static const struct range hidden[] = {
	{0x00ad, 0x00ad},
	{0x034f, 0x034f},
	{0x061c, 0x061c},
	{0x115f, 0x1160},
	{0x17b4, 0x17b5},
	{0x180b, 0x180f},
	{0x200b, 0x200f},
	{0x202a, 0x202e},
	{0x2060, 0x206f},
	{0x3164, 0x3164},
	{0xfe00, 0xfe0f},
	{0xfeff, 0xfeff},
	{0xffa0, 0xffa0},
	{0xfff0, 0xfffb},
	{0x1bca0, 0x1bca3},
	{0x1d173, 0x1d17a},
	{0xe0000, 0xe0fff},
};

static bool
is_hidden(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(hidden) / sizeof(hidden[0]); i++)
		if (cp <= hidden[i].last)
			return cp >= hidden[i].first;
	return false;
}

/*
 * Code points whose width has not changed since terminals have known it: from
 * Latin to Cyrillic, accents, signs, lines and blocks, and of the wide ones
 * kana, hangul, ideographs and full-width forms.
 */
static const struct range sure[] = {
	{0x0300, 0x034e},
	{0x0350, 0x036f},
	{0x0370, 0x0482},
	{0x048a, 0x052f},
	{0x1e00, 0x1fff},
	{0x2010, 0x2027},
	{0x2030, 0x205e},
	{0x2070, 0x20bf},
	{0x2100, 0x230f},
	{0x231c, 0x2328},
	{0x232b, 0x23e8},
	{0x2400, 0x25fc},
	{0x25ff, 0x2613},
	{0x2701, 0x2704},
	{0x2706, 0x2709},
	{0x270c, 0x2727},
	{0x2729, 0x274b},
	{0x2758, 0x2794},
	{0x2798, 0x27af},
	{0x27c0, 0x2b1a},
	{0x3000, 0x3029},
	{0x3030, 0x303d},
	{0x3041, 0x3096},
	{0x309b, 0x30ff},
	{0x3105, 0x312d},
	{0x3131, 0x318e},
	{0x3200, 0x321e},
	{0x3400, 0x4db5},
	{0x4e00, 0x9fbb},
	{0xac00, 0xd7a3},
	{0xe000, 0xf8ff},
	{0xf900, 0xfa2d},
	{0xff01, 0xff60},
	{0xffe0, 0xffe6},
	{0xfffd, 0xfffd},
	{0x20000, 0x2fffd},
	{0x30000, 0x3fffd},
	{0xf0000, 0x10fffd},
};

bool
text_cp_sure(uint32_t cp)
{
	size_t low = 0, high = sizeof(sure) / sizeof(sure[0]);

	if (cp < sure[0].first)
		return true;
	while (low < high) {
		size_t at = (low + high) / 2;

		if (cp > sure[at].last)
			low = at + 1;
		else if (cp < sure[at].first)
			high = at;
		else
			return true;
	}
	return false;
}

int
text_kind(uint32_t cp)
{
	int width;

	if (cp < 0x7f)
		return cp < 0x20 ? KIND_CONTROL : 1;
	if (cp < 0xa0)
		return KIND_CONTROL;

	/* Latin letters, lines and blocks, without asking the locale. */
	if (cp < 0x300)
		return cp == 0xad ? KIND_HIDDEN : 1;
	if (cp >= 0x2500 && cp < 0x25a0)
		return 1;

	if (cp == 0x2028 || cp == 0x2029)
		return KIND_CONTROL;
	if (is_hidden(cp))
		return KIND_HIDDEN;
	width = wcwidth((wchar_t)cp);
	return width < 0 ? KIND_UNKNOWN : width;
}
