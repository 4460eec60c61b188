#include "ui/glyph.h"

struct glyph_row {
	uint32_t cp;
	const char *text;
	char ascii;
};

#define GLYPH_ROW(glyph, cp, utf8, ascii, help) [glyph] = {cp, utf8, ascii},
static const struct glyph_row rows[GLYPH_COUNT] = {GLYPH_MAP(GLYPH_ROW)};
#undef GLYPH_ROW

const char *
glyph_text(enum glyph glyph)
{
	return rows[glyph].text;
}

uint32_t
glyph_ascii(uint32_t cp)
{
	if (cp < 0x80)
		return cp;
	for (int i = 0; i < GLYPH_COUNT; i++)
		if (rows[i].cp == cp)
			return (uint32_t)rows[i].ascii;
	return '?';
}
