#include "ui/glyph.h"

#include <stddef.h>
#include <string.h>

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

/* Characters in a row, each with what is left of it in ASCII. */
struct fold {
	uint32_t first;
	const char *ascii;
};

static const struct fold folds[] = {
	{0x00a0, " "}, {0x00ab, "<"}, {0x00b4, "'"}, {0x00bb, ">"},
	/* Latin-1, and Latin Extended-A. */
	{0x00c0, "AAAAAAACEEEEIIII" "DNOOOOOxOUUUUYTs"
		"aaaaaaaceeeeiiii" "dnooooo/ouuuuyty"},
	{0x0100, "AaAaAaCcCcCcCcDd" "DdEeEeEeEeEeGgGg"
		"GgGgHhHhIiIiIiIi" "IiIiJjKkkLlLlLlL"
		"lLlNnNnNnnNnOoOo" "OoOoRrRrRrSsSsSs"
		"SsTtTtTtUuUuUuUu" "UuUuWwYyYZzZzZzs"},
	{0x0218, "SsTt"},
	/* Vietnamese. */
	{0x1ea0, "AaAaAaAaAaAaAaAaAaAaAaAa" "EeEeEeEeEeEeEeEe" "IiIi"
		"OoOoOoOoOoOoOoOoOoOoOoOo" "UuUuUuUuUuUuUu" "YyYyYyYy"},
	{0x1e9e, "S"},
	/* Spaces, hyphens, quotes. */
	{0x2000, "           "}, {0x2010, "------"},
	{0x2018, "''''" "\"\"\"\""}, {0x202f, " "}, {0x2039, "<>"},
};

enum {
	BOXES = 0x2500,  /* lines and corners */
	BLOCKS = 0x2580, /* halves, quarters and shades of a cell */
	BLOCKS_END = 0x25a0,
};

static uint32_t
fold_of(uint32_t cp)
{
	for (size_t i = 0; i < sizeof(folds) / sizeof(folds[0]); i++)
		if (cp >= folds[i].first &&
		    cp - folds[i].first < strlen(folds[i].ascii))
			return (uint32_t)folds[i].ascii[cp - folds[i].first];
	if (cp >= BOXES && cp < BLOCKS)
		return '+';
	return cp >= BLOCKS && cp < BLOCKS_END ? '#' : '?';
}

uint32_t
glyph_ascii(uint32_t cp)
{
	if (cp < 0x80)
		return cp;
	for (int i = 0; i < GLYPH_COUNT; i++)
		if (rows[i].cp == cp)
			return (uint32_t)rows[i].ascii;
	return fold_of(cp);
}
