#include "run/settings_rows.h"

#include "base/key.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/words.h"
#include "model/event.h"
#include "model/numbers.h"
#include "relay/channel.h"
#include "run/zone.h"

#include <inttypes.h>
#include <string.h>

/* Limits in bytes, those of the fields that the texts will be written to. */
#define BRIDGE_BYTES 1000
#define PROTOCOL_BYTES 8000
#define KEY_BYTES 64

static bool
size_check(const char *value, size_t most, struct err *err)
{
	size_t n = strlen(value);

	if (n <= most)
		return true;
	return err_set(err, ERR_USAGE, "has %zu bytes, and may have %zu", n,
		most);
}

static bool
name_check(const char *value, struct err *err)
{
	if (!*value)
		return err_set(err, ERR_USAGE, "a name cannot be empty");
	if (strpbrk(value, " \t\n"))
		return err_set(err, ERR_USAGE,
			"a name has no blanks; write raj-k or rajk");
	return size_check(value, NAME_MAX_BYTES, err);
}

static bool
full_check(const char *value, struct err *err)
{
	if (value[strspn(value, " \t\n")])
		return true;
	return err_set(err, ERR_USAGE, "cannot be empty; leave the option out");
}

static bool
bridge_check(const char *value, struct err *err)
{
	return size_check(value, BRIDGE_BYTES, err);
}

static bool
protocol_check(const char *value, struct err *err)
{
	return size_check(value, PROTOCOL_BYTES, err);
}

/* Names of keys, a blank between: "C-n" or "g g". */
static bool
key_check(const char *value, struct err *err)
{
	struct arena *a = arena_new(0);
	struct words names;
	struct key key;
	bool ok = full_check(value, err) && size_check(value, KEY_BYTES, err) &&
		words_split(a, value, &names, err);

	for (int i = 0; ok && i < names.n; i++)
		if (!key_parse(names.v[i], &key))
			ok = err_set(err, ERR_USAGE, "'%s' is no key; there "
				"are x, X, C-x, A-x, Enter, Tab, F1 and so on",
				names.v[i]);
	arena_free(a);
	return ok;
}

static const struct conf_option fixed_rows[] = {
	{.name = "me", .type = CONF_TEXT, .check = name_check,
		.example = "ana",
		.help = "who acts at this keyboard, unless --as says another"},
	{.name = "store", .type = CONF_TEXT, .check = full_check,
		.example = "sqlite:/srv/fireground/incidents.db",
		.help = "where the incidents are kept; without this line a"
		" file of your own in XDG data, which nobody else sees"},
	{.name = "bridge", .type = CONF_TEXT, .check = bridge_check,
		.fallback = "",
		.help = "where people meet, as declared with each incident;"
		" %n becomes its number: https://meet.example.com/inc-%n"},
	{.name = "protocol", .type = CONF_TEXT, .check = protocol_check,
		.fallback = "One voice at a time; say who you are. Facts"
		" before theories. CAN reports on time, also when nothing"
		" changed. Ask before you change production.",
		.help = "how to act, ask and share in the command center; part"
		" of the first broadcast and of the briefing"},
	{.name = "status-format", .type = CONF_TEXT, .fallback = "",
		.example = "%{%i %s%} %S %w",
		.help = "the line of `fireground status --for tmux` and of"
		" prompts, where % would need doubling; `fireground help"
		" status` lists the fields"},
	{.name = "theme", .type = CONF_TEXT, .check = name_check,
		.fallback = "default",
		.help = "the colours and marks of the screen"},
	{.name = "colours", .type = CONF_TEXT, .fallback = "auto",
		.choices = "auto|none|8|16|256|true",
		.help = "the most colours that are used; auto: as many as the"
		" terminal has, true ones where COLORTERM says so; NO_COLOR in"
		" the environment means none"},
	{.name = "mouse", .type = CONF_TEXT, .fallback = "on",
		.choices = "on|off",
		.help = "whether the mouse can be used; with Shift the terminal"
		" selects text as ever. In tmux it is tmux that decides"
		" (set -g mouse on)"},
	{.name = "wall-turn", .type = CONF_INT, .fallback = "20",
		.min = 0, .max = 3600,
		.help = "seconds that each live incident is large on a wall"
		" without room for the others beside it, the worst every other"
		" time; 0: the worst always"},
	{.name = "bell", .type = CONF_TEXT, .fallback = "on",
		.choices = "on|off",
		.help = "whether the bell rings when For you gets a row that"
		" nobody may overlook: no commander, a silent one, command"
		" offered to you, an objective that cannot be completed"},
	{.name = "notify", .type = CONF_TEXT, .fallback = "unfocused",
		.choices = "off|unfocused|always",
		.help = "when such a row also becomes a notification of the"
		" desktop, by OSC 9: never, while another window is in use"
		" (in tmux that needs set -g focus-events on), or always. In"
		" tmux it needs set -g allow-passthrough on"},
	{.name = "title", .type = CONF_TEXT, .fallback = "on",
		.choices = "on|off",
		.help = "whether the terminal's window gets a title"},
	{.name = "history", .type = CONF_BOOL, .fallback = "true",
		.help = "whether the prompt remembers its lines when the"
		" dashboard has ended: verbs, names, numbers and times, never"
		" the text that was typed behind them"},
	{.name = "shared", .type = CONF_BOOL, .fallback = "false",
		.help = "whether several people type at the dashboard, as in a"
		" shared tmux session: then it asks who acts, as with"
		" --shared"},
	{.name = "idle", .type = CONF_TEXT, .fallback = "5m",
		.help = "how long without a key until nobody is at the keys of"
		" a shared dashboard, and the next act asks who; - is never"},
	{.name = "takeover", .type = CONF_TEXT, .fallback = "90s",
		.help = "how long after a courier began to send something, and"
		" did not say what came of it, another courier takes it over;"
		" the same on all hosts"},
	{.name = "zone", .type = CONF_TEXT, .check = zone_check,
		.fallback = "UTC",
		.help = "the zone of times that are typed without Z, and of a"
		" second column beside UTC: UTC, local, +02:00 or a name like"
		" Europe/Berlin"},

	{.section = "person", .type = CONF_TITLED, .check = name_check,
		.example = "raj",
		.help = "Somebody who can be called. Who is on call for"
		" a field is paged for it, the first one in this file first"},
	{.section = "person", .name = "field", .type = CONF_TEXT,
		.check = name_check, .example = "database",
		.help = "what they know; commander: can take command;"
		" customers: speaks to customers"},
	{.section = "person", .name = "on-call", .type = CONF_BOOL,
		.fallback = "false",
		.help = "whether they are on call for the field"},
	{.section = "person", .name = "zone", .type = CONF_TEXT,
		.example = "Europe/Berlin", .help = "where they are"},
	{.section = "person", .name = "phone", .type = CONF_TEXT,
		.example = "+44 20 7946 0000",
		.help = "shown when they do not answer"},
	{.section = "person", .name = "page", .type = CONF_TEXT,
		.example = "raj@pager.example.com",
		.help = "how a page reaches them"},

	{.section = "key", .type = CONF_TITLED, .check = key_check,
		.example = "C-n",
		.help = "A key of your own, or another meaning for one; `?`"
		" lists those that there are"},
	{.section = "key", .name = "command", .type = CONF_TEXT,
		.check = full_check, .example = "note ",
		.help = "the command it does; one that ends with a blank"
		" waits at the `:` prompt for the rest; none: nothing, also"
		" where it did something. Esc, Enter, C-s and C-q stay what"
		" they are"},

	{.section = "numbers", .type = CONF_SECTION,
		.help = "How soon, how often, how many: by severity 1 to 4 when"
		" there are four. A \"-\" means never. An incident keeps the"
		" numbers that it was declared with"},
};

/* "1h30m": a duration as when_parse_span() takes it. */
static void
span_add(struct str *out, when_ms ms)
{
	static const struct { when_ms ms; char letter; } units[] = {
		{WHEN_DAY, 'd'}, {WHEN_HOUR, 'h'}, {WHEN_MINUTE, 'm'},
		{WHEN_SECOND, 's'},
	};

	if (!ms)
		str_addc(out, '-');
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (ms >= units[i].ms)
			str_addf(out, "%" PRId64 "%c", ms / units[i].ms,
				units[i].letter);
		ms %= units[i].ms;
	}
}

/* The defaults of a number as the words of a list. */
static const char *
number_fallback(struct arena *a, const struct numbers_row *row)
{
	struct str words = {0};
	const char *text;

	for (int i = 0; i < row->wide; i++) {
		if (i)
			str_addc(&words, ' ');
		if (row->unit == UNIT_SPAN)
			span_add(&words, row->start[i]);
		else
			str_addf(&words, "%" PRId64, row->start[i]);
	}
	text = arena_dup(a, str_get(&words));
	str_release(&words);
	return text;
}

void
settings_rows(struct arena *a, struct conf_table tables[SETTINGS_TABLES])
{
	struct conf_option *rows = arena_alloc(a, NUM_COUNT * sizeof(*rows));

	for (int i = 0; i < NUM_COUNT; i++)
		rows[i] = (struct conf_option){
			.section = "numbers",
			.name = numbers_rows[i].name,
			.type = CONF_LIST,
			.fallback = number_fallback(a, &numbers_rows[i]),
			.min = numbers_rows[i].wide,
			.max = numbers_rows[i].wide,
			.help = numbers_rows[i].help,
		};
	tables[0] = (struct conf_table){fixed_rows,
		(int)(sizeof(fixed_rows) / sizeof(*fixed_rows))};
	tables[1] = (struct conf_table){rows, NUM_COUNT};
	tables[2] = relay_options;
}
