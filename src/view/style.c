#include "view/style.h"

#include <stddef.h>
#include <string.h>

struct style_row {
	const char *name;
	char letter;
	const char *help;
};

#define STYLE_ROW(style, name, letter, help) [style] = {name, letter, help},
static const struct style_row rows[STYLE_COUNT] = {STYLE_MAP(STYLE_ROW)};
#undef STYLE_ROW

char
style_letter(enum style style)
{
	return rows[style].letter;
}

const char *
style_name(enum style style)
{
	return rows[style].name;
}

const char *
style_help(enum style style)
{
	return rows[style].help;
}

enum style
style_find(const char *name)
{
	int i = 0;

	while (i < STYLE_COUNT && strcmp(rows[i].name, name) != 0)
		i++;
	return (enum style)i;
}

enum style
style_severity(int sev)
{
	static const enum style styles[] = {
		STYLE_SEV1, STYLE_SEV2, STYLE_SEV3,
	};

	return sev >= 1 && sev <= 3 ? styles[sev - 1] : STYLE_SEV4;
}
