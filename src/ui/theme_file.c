#include "ui/theme_file.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	NAME = 64,  /* bytes of a theme's name, as everywhere */
	HELP = 128, /* bytes of what it is for */
	RGB = 7,    /* of "#rrggbb" */
};

static const char attr_names[] = "none|bold|dim|underline|reverse|italic";

static bool
base_check(const char *value, struct err *err)
{
	const struct theme *theme;
	struct str all = {0};

	if (theme_find(value))
		return true;
	for (int i = 0; (theme = theme_at(i)); i++)
		str_addf(&all, "%s%s", i ? ", " : "", theme->name);
	err_set(err, ERR_USAGE, "there is no built-in theme '%.40s'; there are"
		" %s", value, str_get(&all));
	str_release(&all);
	return false;
}

static bool
rgb_check(const char *value, struct err *err)
{
	if (*value == '#' && strlen(value) == RGB &&
	    strspn(value + 1, "0123456789abcdefABCDEF") == RGB - 1)
		return true;
	return err_set(err, ERR_USAGE, "'%.40s' is no colour; write"
		" \"#rrggbb\", in quotes", value);
}

static const struct conf_option options[] = {
	{.name = "base", .type = CONF_TEXT, .fallback = "dark",
		.check = base_check,
		.help = "the built-in theme for what is not said here"},
	{.name = "help", .type = CONF_TEXT, .example = "for bright rooms",
		.help = "what the theme is for"},
	{.name = "ground", .type = CONF_TEXT, .choices = "dark|light",
		.example = "light", .help = "the terminals it is made for"},
	{.name = "mono", .type = CONF_BOOL, .example = "true",
		.help = "no colours, whatever the terminal has"},
	{.name = "glyphs", .type = CONF_TEXT, .choices = "unicode|ascii",
		.example = "ascii",
		.help = "the signs and lines: ascii has none but + - | and"
		" letters"},
	{.section = "style", .type = CONF_TITLED, .example = "bad",
		.help = "how a style looks; what is left out stays"},
	{.section = "style", .name = "fg", .type = CONF_INT,
		.min = -1, .max = 255, .example = "203",
		.help = "colour of 256, -1 for the terminal's own"},
	{.section = "style", .name = "bg", .type = CONF_INT,
		.min = -1, .max = 255, .example = "-1",
		.help = "ground of 256, -1 for the terminal's own"},
	{.section = "style", .name = "fg16", .type = CONF_INT,
		.min = -1, .max = 15, .example = "9",
		.help = "colour where there are 16 or 8"},
	{.section = "style", .name = "bg16", .type = CONF_INT,
		.min = -1, .max = 15, .example = "-1",
		.help = "ground where there are 16 or 8"},
	{.section = "style", .name = "fg24", .type = CONF_TEXT,
		.check = rgb_check, .example = "#ff5f5f",
		.help = "colour where all can be shown; that of 256 if left"
		" out"},
	{.section = "style", .name = "bg24", .type = CONF_TEXT,
		.check = rgb_check, .example = "#202020",
		.help = "ground where all can be shown; that of 256 if left"
		" out"},
	{.section = "style", .name = "attr", .type = CONF_LIST,
		.choices = attr_names, .example = "bold",
		.help = "attributes with colours"},
	{.section = "style", .name = "mono", .type = CONF_LIST,
		.choices = attr_names, .example = "bold underline",
		.help = "attributes without colours"},
};

static const struct conf_table table = {
	options, sizeof(options) / sizeof(options[0]),
};

/* The theme first, so that a pointer to it is one to all. */
struct theme_own {
	struct theme theme;
	char name[NAME];
	char help[HELP];
	struct theme_row rows[STYLE_COUNT];
};

static bool
file_says(const struct conf *c, const char *style, const char *option)
{
	return conf_where(c, "style", style, option) != NULL;
}

static void
file_colour(const struct conf *c, const char *style, const char *option,
	int16_t *out)
{
	if (file_says(c, style, option))
		*out = (int16_t)conf_int(c, "style", style, option);
}

/* A colour of 256 that is said takes the place of the base's true one. */
static void
file_true(const struct conf *c, const char *style, const char *option,
	bool said, int32_t *out)
{
	if (said)
		*out = -1;
	if (file_says(c, style, option))
		*out = (int32_t)strtol(conf_text(c, "style", style, option) +
			1, NULL, 16);
}

static void
file_attr(const struct conf *c, const char *style, const char *option,
	uint16_t *out)
{
	static const struct { const char *name; uint16_t bit; } rows[] = {
		{"bold", LOOK_BOLD}, {"dim", LOOK_DIM},
		{"underline", LOOK_UNDERLINE}, {"reverse", LOOK_REVERSE},
		{"italic", LOOK_ITALIC},
	};
	const struct words *words;

	if (!file_says(c, style, option))
		return;
	words = conf_list(c, "style", style, option);
	*out = 0;
	for (int i = 0; i < words->n; i++)
		for (size_t j = 0; j < sizeof(rows) / sizeof(rows[0]); j++)
			if (strcmp(words->v[i], rows[j].name) == 0)
				*out |= rows[j].bit;
}

static void
file_row(const struct conf *c, const char *style, struct theme_row *row)
{
	file_colour(c, style, "fg", &row->fg);
	file_colour(c, style, "bg", &row->bg);
	file_true(c, style, "fg24", file_says(c, style, "fg"), &row->fg24);
	file_true(c, style, "bg24", file_says(c, style, "bg"), &row->bg24);
	file_colour(c, style, "fg16", &row->fg16);
	file_colour(c, style, "bg16", &row->bg16);
	file_attr(c, style, "attr", &row->attr);
	file_attr(c, style, "mono", &row->mono);
}

/* "bars.theme" of a path without the folders and the end. */
static void
file_name(const char *path, char out[NAME])
{
	const char *name = strrchr(path, '/');
	const char *end;

	name = name ? name + 1 : path;
	end = strrchr(name, '.');
	snprintf(out, NAME, "%.*s", end ? (int)(end - name) :
		(int)strlen(name), name);
}

/* What stands outside of styles; the rest is the base's. */
static void
file_head(const struct conf *c, struct theme_own *own)
{
	if (conf_where(c, NULL, NULL, "mono"))
		own->theme.mono = conf_bool(c, NULL, NULL, "mono");
	if (conf_where(c, NULL, NULL, "glyphs"))
		own->theme.ascii = str_same(conf_text(c, NULL, NULL, "glyphs"),
			"ascii");
	if (conf_where(c, NULL, NULL, "ground"))
		own->theme.light = str_same(conf_text(c, NULL, NULL, "ground"),
			"light");
	snprintf(own->help, HELP, "%s", str_or(conf_text(c, NULL, NULL,
		"help"), "yours"));
	own->theme.help = own->help;
}

struct theme *
theme_load(const char *path, struct err *err)
{
	struct conf *c = conf_load(path, &table, 1, err);
	struct theme_own *own = NULL;
	const struct theme *base;
	const char *title;

	if (!c)
		return NULL;
	own = mem_new(sizeof(*own));
	base = theme_find(conf_text(c, NULL, NULL, "base"));
	own->theme = *base;
	memcpy(own->rows, base->rows, sizeof(own->rows));
	file_name(path, own->name);
	own->theme.name = own->name;
	own->theme.rows = own->rows;
	file_head(c, own);
	for (int i = 0; (title = conf_title(c, "style", i)); i++) {
		enum style style = style_find(title);

		if (style == STYLE_COUNT) {
			err_set(err, ERR_USAGE, "%s: there is no style \"%s\"",
				conf_where(c, "style", title, NULL), title);
			free(own);
			own = NULL;
			break;
		}
		file_row(c, title, &own->rows[style]);
	}
	conf_free(c);
	return own ? &own->theme : NULL;
}

bool
theme_path(const char *const dirs[THEME_DIRS], const char *name,
	char out[PATH_MAX])
{
	for (int i = 0; name && !strchr(name, '/') && i < THEME_DIRS; i++) {
		int len;

		if (!dirs[i] || (i > 0 && theme_find(name)))
			continue;
		len = snprintf(out, PATH_MAX, "%s/%s.theme", dirs[i], name);
		if (len > 0 && len < PATH_MAX && access(out, F_OK) == 0)
			return true;
	}
	return false;
}

void
theme_free(struct theme *theme)
{
	free(theme);
}
