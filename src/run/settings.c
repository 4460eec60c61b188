#include "run/settings.h"

#include "base/mem.h"
#include "base/str.h"
#include "cmd/cmd.h"
#include "conf/conf.h"
#include "conf/xdg.h"
#include "run/settings_rows.h"
#include "run/zone.h"
#include "view/keys.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define TAKEOVER_LEAST (3 * WHEN_SECOND)
#define ARENA_BYTES 4096 /* more than a config mostly needs */

static const char starter_head[] =
	"# Settings of fireground.  A line that starts with # says nothing:\n"
	"# each option stands here with its default, or with an example.  Take\n"
	"# the # away to set it.\n"
	"#\n"
	"# Text stands in \"...\", where ${NAME} is taken from the environment\n"
	"# and \\\" \\\\ \\n \\t \\$ are escapes, or in '...' as it is.\n"
	"# include(\"FILE\") reads another file; what stands after it counts\n"
	"# more.  `fireground --config none` starts without this file.\n"
	"\n";

/* Puts the place of a value before what @err says; always false. */
static bool
fail_at(const struct settings *s, const char *where, struct err *err)
{
	return err_prefix(err, "%s: ", where ? where :
		s->file ? s->file : "default");
}

static const char *
text_or(const char *text, const char *other)
{
	return text ? text : other;
}

static bool
numbers_load(struct settings *s, struct err *err)
{
	numbers_init(&s->numbers);
	for (int i = 0; i < NUM_COUNT; i++) {
		const char *name = numbers_rows[i].name;
		const struct words *values =
			conf_list(s->conf, "numbers", NULL, name);

		for (int k = 0; k < values->n; k++)
			if (!numbers_set(&s->numbers, (enum number)i, k + 1,
					values->v[k], err))
				return fail_at(s, conf_where(s->conf,
					"numbers", NULL, name), err);
	}
	return true;
}

static int
titles_count(const struct conf *c, const char *section)
{
	int n = 0;

	while (conf_title(c, section, n))
		n++;
	return n;
}

static bool
roster_load(struct settings *s, struct err *err)
{
	const struct conf *c = s->conf;
	int n = titles_count(c, "person");
	struct person *people = arena_alloc(s->arena,
		((size_t)n + 1) * sizeof(*people));

	s->roster.people = people;
	for (int i = 0; i < n; i++) {
		const char *name = conf_title(c, "person", i);
		const struct person *same = roster_find(&s->roster, name);

		if (same) {
			const char *where = conf_where(c, "person",
				same->name, NULL);

			err_set(err, ERR_USAGE, "person %s is there already, "
				"as %s in line %s; names differ in more than "
				"case", name, same->name,
				strrchr(where, ':') + 1);
			return fail_at(s, conf_where(c, "person", name, NULL),
				err);
		}
		people[s->roster.n++] = (struct person){
			.name = name,
			.field = text_or(conf_text(c, "person", name,
				"field"), ""),
			.zone = text_or(conf_text(c, "person", name,
				"zone"), ""),
			.phone = text_or(conf_text(c, "person", name,
				"phone"), ""),
			.page = text_or(conf_text(c, "person", name,
				"page"), ""),
			.on_call = conf_bool(c, "person", name, "on-call"),
		};
	}
	return true;
}

/* Whether @line begins with a command, the rest of which may be missing. */
static bool
key_line_check(struct arena *a, const char *line, struct err *err)
{
	const struct cmd_row *row;
	struct words w;

	if (!strcmp(line, KEY_UNBOUND))
		return true;
	if (!words_split(a, line, &w, err))
		return false;
	for (int i = 0; (row = cmd_row(i)); i++) {
		size_t n = strlen(w.v[0]);

		if (strncmp(row->name, w.v[0], n) != 0)
			continue;
		if (!row->name[n] || (row->name[n] == ' ' && (w.n == 1 ||
		    !strcmp(row->name + n + 1, w.v[1]))))
			return true;
	}
	return err_set(err, ERR_USAGE, "'%.60s' is no command: `fireground"
		" help` lists them", line);
}

static bool
keys_load(struct settings *s, struct err *err)
{
	const struct conf *c = s->conf;
	struct setting_key *keys;

	s->n_keys = titles_count(c, "key");
	keys = arena_alloc(s->arena, ((size_t)s->n_keys + 1) * sizeof(*keys));
	s->keys = keys;
	for (int i = 0; i < s->n_keys; i++) {
		const char *key = conf_title(c, "key", i);
		const char *command = conf_text(c, "key", key, "command");

		if (!command) {
			err_set(err, ERR_USAGE, "key %s does nothing; add "
				"command = \"...\"", key);
			return fail_at(s, conf_where(c, "key", key, NULL),
				err);
		}
		keys[i] = (struct setting_key){key, command,
			conf_where(c, "key", key, "command")};
		if (!key_line_check(s->arena, command, err))
			return fail_at(s, keys[i].where, err);
	}
	return true;
}

static bool
idle_load(struct settings *s, struct err *err)
{
	const char *text = conf_text(s->conf, NULL, NULL, "idle");

	s->shared = conf_bool(s->conf, NULL, NULL, "shared");
	s->history = conf_bool(s->conf, NULL, NULL, "history");
	if (!strcmp(text, "-") || when_parse_span(text, &s->idle, err))
		return true;
	return fail_at(s, conf_where(s->conf, NULL, NULL, "idle"), err);
}

/* A request has a third of it, a claim is held for two. */
static bool
takeover_load(struct settings *s, struct err *err)
{
	const char *text = conf_text(s->conf, NULL, NULL, "takeover");

	if (when_parse_span(text, &s->takeover, err) &&
	    (s->takeover >= TAKEOVER_LEAST || err_set(err, ERR_USAGE,
		"is 3s at least")))
		return true;
	return fail_at(s, conf_where(s->conf, NULL, NULL, "takeover"), err);
}

static bool
zone_load(struct settings *s, when_ms now, struct err *err)
{
	struct zone zone;

	if (!zone_read(conf_text(s->conf, NULL, NULL, "zone"), now, &zone,
			err))
		return fail_at(s, conf_where(s->conf, NULL, NULL, "zone"),
			err);
	s->zone_min = zone.min;
	if (!str_same(zone.name, "UTC"))
		s->zone = arena_dup(s->arena, zone.name);
	return true;
}

/* The log of a person who has not said where it is. */
static const char *
store_default(struct settings *s)
{
	char *path = xdg_path(XDG_DATA, "fireground.db", NULL);
	const char *url = path ? arena_printf(s->arena, "sqlite:%s", path) : "";

	free(path);
	return url;
}

static void
texts_load(struct settings *s)
{
	const struct conf *c = s->conf;

	s->me = text_or(conf_text(c, NULL, NULL, "me"), "");
	s->store = conf_text(c, NULL, NULL, "store");
	if (!s->store)
		s->store = store_default(s);
	s->bridge = conf_text(c, NULL, NULL, "bridge");
	s->protocol = conf_text(c, NULL, NULL, "protocol");
	s->status_format = conf_text(c, NULL, NULL, "status-format");
	s->theme = conf_text(c, NULL, NULL, "theme");
	s->colours = conf_text(c, NULL, NULL, "colours");
	s->mouse = conf_text(c, NULL, NULL, "mouse");
	s->wall_turn = conf_int(c, NULL, NULL, "wall-turn") * WHEN_SECOND;
	s->bell = conf_text(c, NULL, NULL, "bell");
	s->notify = conf_text(c, NULL, NULL, "notify");
	s->title = conf_text(c, NULL, NULL, "title");
}

/*
 * The file to read into *@file, NULL when there is none.  A person's own may
 * be missing, one that was named may not.
 */
static bool
file_choose(struct settings *s, const char *path, struct err *err)
{
	struct stat st;
	char *own;

	if (path) {
		if (strcmp(path, "none") != 0)
			s->file = arena_dup(s->arena, path);
		return true;
	}
	own = xdg_path(XDG_CONFIG, "config", err);
	if (!own)
		return err_prefix(err, "the config cannot be found (--config "
			"none goes on without): ");
	if (stat(own, &st) == 0 || (errno != ENOENT && errno != ENOTDIR))
		s->file = arena_dup(s->arena, own);
	free(own);
	return true;
}

struct settings *
settings_load(const char *path, when_ms now, struct err *err)
{
	struct settings *s = mem_new(sizeof(*s));
	struct conf_table *tables;

	s->arena = arena_new(ARENA_BYTES);
	tables = arena_alloc(s->arena, SETTINGS_TABLES * sizeof(*tables));
	settings_rows(s->arena, tables);
	if (!file_choose(s, path, err))
		goto fail;
	s->conf = conf_load(s->file, tables, SETTINGS_TABLES, err);
	if (!s->conf)
		goto fail;
	texts_load(s);
	if (numbers_load(s, err) && roster_load(s, err) && keys_load(s, err) &&
	    zone_load(s, now, err) && idle_load(s, err) &&
	    takeover_load(s, err) &&
	    channels_load(&s->channels, s->conf, s->arena, err) &&
	    sources_load(&s->sources, s->conf, s->arena, err))
		return s;
fail:
	settings_free(s);
	return NULL;
}

void
settings_free(struct settings *s)
{
	if (!s)
		return;
	conf_free(s->conf);
	arena_free(s->arena);
	free(s);
}

void
settings_dump(const struct settings *s, struct str *out)
{
	conf_dump(s->conf, out);
}

void
settings_starter(struct str *out)
{
	struct arena *a = arena_new(ARENA_BYTES);
	struct conf_table tables[SETTINGS_TABLES];

	settings_rows(a, tables);
	str_add(out, starter_head);
	conf_starter(tables, SETTINGS_TABLES, out);
	arena_free(a);
}
