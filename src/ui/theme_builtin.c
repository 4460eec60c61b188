/*
 * The themes that are compiled in.  Columns: colour and ground of 256, colour
 * and ground of 16, attributes, attributes without colour.
 *
 * Hues mean the same everywhere: amber is now, red is wrong, green needs no
 * eye, cyan is a person, blue can be opened, grey is context.
 */
#include "ui/theme.h"

#include <string.h>

#define B LOOK_BOLD
#define D LOOK_DIM
#define U LOOK_UNDERLINE
#define R LOOK_REVERSE

/* Colours have 4.5 times the light of a black ground, or more. */
static const struct theme_row dark[STYLE_COUNT] = {
	[STYLE_TEXT] = {-1, -1, -1, -1, 0, 0},
	[STYLE_DIM] = {244, -1, 8, -1, 0, D},
	[STYLE_BOLD] = {-1, -1, -1, -1, B, B},
	[STYLE_FRAME] = {240, -1, 8, -1, 0, D},
	[STYLE_FRAME_FOCUS] = {214, -1, 11, -1, 0, B},
	[STYLE_FRAME_REPLAY] = {176, -1, 13, -1, 0, B},
	[STYLE_TITLE] = {-1, -1, -1, -1, B, B},
	[STYLE_ACCENT] = {214, -1, 11, -1, 0, B},
	[STYLE_ACCENT_BOLD] = {214, -1, 11, -1, B, B | U},
	[STYLE_ACCENT_BLOCK] = {16, 214, 0, 11, B, B | R},
	[STYLE_BAD] = {203, -1, 9, -1, 0, U},
	[STYLE_BAD_BOLD] = {203, -1, 9, -1, B, B | U},
	[STYLE_GOOD] = {114, -1, 10, -1, 0, 0},
	[STYLE_WARN] = {214, -1, 11, -1, 0, U},
	[STYLE_INFO] = {75, -1, 12, -1, 0, U},
	[STYLE_NAME] = {80, -1, 14, -1, 0, B},
	[STYLE_CAN_C] = {176, -1, 13, -1, 0, B},
	[STYLE_CAN_A] = {75, -1, 12, -1, 0, B},
	[STYLE_CAN_N] = {214, -1, 11, -1, 0, B},
	[STYLE_SEV1] = {231, 160, 15, 1, B, B | R},
	[STYLE_SEV2] = {16, 208, 0, 3, B, B | R},
	[STYLE_SEV3] = {16, 110, 0, 6, 0, R},
	[STYLE_SEV4] = {16, 246, 0, 7, 0, R},
	[STYLE_BAND_CUSTOMERS] = {203, -1, 9, -1, 0, B},
	[STYLE_BAND_OPERATIONS] = {75, -1, 12, -1, 0, B},
	[STYLE_SELECTED] = {231, 238, 15, 8, B, R},
	[STYLE_KEY] = {214, 236, 11, 8, B, B | R},
	[STYLE_BAR] = {252, 236, 15, 8, 0, R},
	[STYLE_STATUS] = {-1, -1, -1, -1, 0, 0},
	[STYLE_ERROR] = {203, -1, 9, -1, B, B | R},
	[STYLE_FORM] = {-1, -1, -1, -1, 0, 0},
	[STYLE_FIELD] = {252, 236, 15, 8, 0, U},
	[STYLE_FIELD_FOCUS] = {231, 238, 15, 4, 0, B | U},
	[STYLE_MATCH] = {16, 186, 0, 14, 0, R},
	[STYLE_BANNER] = {16, 75, 0, 12, B, B | R},
	[STYLE_ALARM] = {231, 160, 15, 1, B, B | R},
	[STYLE_REPLAY] = {16, 176, 0, 13, B, B | R},
};

/* The same against a white ground. */
static const struct theme_row light[STYLE_COUNT] = {
	[STYLE_TEXT] = {-1, -1, -1, -1, 0, 0},
	[STYLE_DIM] = {242, -1, 8, -1, 0, D},
	[STYLE_BOLD] = {-1, -1, -1, -1, B, B},
	[STYLE_FRAME] = {248, -1, 7, -1, 0, D},
	[STYLE_FRAME_FOCUS] = {130, -1, 3, -1, 0, B},
	[STYLE_FRAME_REPLAY] = {90, -1, 5, -1, 0, B},
	[STYLE_TITLE] = {-1, -1, -1, -1, B, B},
	[STYLE_ACCENT] = {130, -1, 3, -1, 0, B},
	[STYLE_ACCENT_BOLD] = {130, -1, 3, -1, B, B | U},
	[STYLE_ACCENT_BLOCK] = {16, 214, 0, 11, B, B | R},
	[STYLE_BAD] = {160, -1, 1, -1, 0, U},
	[STYLE_BAD_BOLD] = {160, -1, 1, -1, B, B | U},
	[STYLE_GOOD] = {28, -1, 2, -1, 0, 0},
	[STYLE_WARN] = {130, -1, 3, -1, 0, U},
	[STYLE_INFO] = {25, -1, 4, -1, 0, U},
	[STYLE_NAME] = {24, -1, 6, -1, 0, B},
	[STYLE_CAN_C] = {90, -1, 5, -1, 0, B},
	[STYLE_CAN_A] = {25, -1, 4, -1, 0, B},
	[STYLE_CAN_N] = {130, -1, 3, -1, 0, B},
	[STYLE_SEV1] = {231, 160, 15, 1, B, B | R},
	[STYLE_SEV2] = {16, 208, 0, 3, B, B | R},
	[STYLE_SEV3] = {16, 110, 0, 6, 0, R},
	[STYLE_SEV4] = {16, 250, 0, 7, 0, R},
	[STYLE_BAND_CUSTOMERS] = {160, -1, 1, -1, 0, B},
	[STYLE_BAND_OPERATIONS] = {25, -1, 4, -1, 0, B},
	[STYLE_SELECTED] = {16, 253, 0, 7, B, R},
	[STYLE_KEY] = {94, 254, 1, 7, B, B | R},
	[STYLE_BAR] = {236, 254, 0, 7, 0, R},
	[STYLE_STATUS] = {-1, -1, -1, -1, 0, 0},
	[STYLE_ERROR] = {160, -1, 1, -1, B, B | R},
	[STYLE_FORM] = {-1, -1, -1, -1, 0, 0},
	[STYLE_FIELD] = {16, 254, 0, 7, 0, U},
	[STYLE_FIELD_FOCUS] = {16, 252, 0, 7, U, B | U},
	[STYLE_MATCH] = {16, 228, 0, 11, 0, R},
	[STYLE_BANNER] = {231, 25, 15, 4, B, B | R},
	[STYLE_ALARM] = {231, 160, 15, 1, B, B | R},
	[STYLE_REPLAY] = {231, 90, 15, 5, B, B | R},
};

static const struct theme themes[] = {
	{"dark", "for dark terminals, the default", false, dark},
	{"light", "for light terminals", false, light},
	{"mono", "no colours: bold, underlined, reversed", true, dark},
};

const struct theme *
theme_at(int i)
{
	int n = (int)(sizeof(themes) / sizeof(themes[0]));

	return i >= 0 && i < n ? &themes[i] : NULL;
}

const struct theme *
theme_find(const char *name)
{
	const struct theme *theme;

	if (!name || strcmp(name, "default") == 0)
		return &themes[0];
	for (int i = 0; (theme = theme_at(i)); i++)
		if (strcmp(theme->name, name) == 0)
			return theme;
	return NULL;
}
