#include "base/text_kind.h"

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
