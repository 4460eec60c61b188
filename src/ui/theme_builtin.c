#include "ui/theme_builtin.h"

#include <stddef.h>
#include <string.h>

const struct theme *
theme_at(int i)
{
	return i >= 0 && i < theme_table_n ? &theme_table[i] : NULL;
}

const struct theme *
theme_find(const char *name)
{
	const struct theme *theme;

	if (!name || strcmp(name, "default") == 0)
		return theme_at(0);
	for (int i = 0; (theme = theme_at(i)); i++)
		if (strcmp(theme->name, name) == 0)
			return theme;
	return NULL;
}
