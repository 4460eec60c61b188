#include "run/can_text.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/incident.h"

#include <stdlib.h>
#include <string.h>

static const char help[] =
	"# A line is a condition, or an action or a need under it:\n"
	"#   condition customers: TEXT     or operations:, what it bears on\n"
	"#     action mitigate: TEXT       or repair:, what it is for\n"
	"#     need: TEXT\n"
	"# and, if you like:\n"
	"#   no needs                      nothing is needed\n"
	"#   next: TIME                    when the next report comes\n"
	"# The tags may be left out. Lines with # and empty ones do not count;\n"
	"# a file without anything else, or left as it is, files no report.\n";

/* A text of several lines goes on one. */
static void
add_text(struct arena *a, const char *text, struct str *out)
{
	str_addf(out, ": %s\n", text_safe(a, text, false));
}

static void
add_triple(struct arena *a, const struct can_triple *t, struct str *out)
{
	if (*t->condition) {
		str_add(out, t->tag == ON_CUSTOMERS ? "condition customers" :
			"condition operations");
		add_text(a, t->condition, out);
	}
	for (int i = 0; i < t->n_actions; i++) {
		str_add(out, t->actions[i].tag == FOR_MITIGATE ?
			"  action mitigate" : "  action repair");
		add_text(a, t->actions[i].text, out);
	}
	for (int i = 0; i < t->n_needs; i++) {
		str_add(out, "  need");
		add_text(a, t->needs[i], out);
	}
}

void
can_text_write(const struct incident *inc, const char *who, struct str *out)
{
	const struct report *r = incident_report(inc, who);
	struct arena *a = arena_new(1024);
	char name[16];

	str_addf(out, "# CAN report of %s for %s", text_safe(a, who, false),
		incident_name(inc->number, name));
	str_addf(out, " %s\n", text_safe(a, inc->title, false));
	str_add(out, help);
	str_addc(out, '\n');
	for (int i = 0; r && r->can && i < r->can->n; i++)
		add_triple(a, &r->can->t[i], out);
	if (r && r->no_needs)
		str_add(out, "no needs\n");
	if (!r)
		str_add(out, "condition: \n  action: \n  need: \n");
	arena_free(a);
}

/* What stands behind the word @verb and an optional tag; NULL: another. */
static const char *
part(struct arena *a, const char *line, const char *verb)
{
	size_t n = strlen(verb);
	const char *colon = strchr(line, ':');
	const char *tag, *text;

	if (strncasecmp(line, verb, n) || !colon ||
	    (line[n] != ':' && line[n] != ' '))
		return NULL;
	tag = line + n + strspn(line + n, " ");
	text = colon + 1 + strspn(colon + 1, " \t");
	if (tag >= colon || !*text)
		return text;
	return arena_printf(a, "%.*s: %s", (int)(colon - tag), tag, text);
}

static bool
read_line(struct arena *a, char *line, struct words *out)
{
	static const char *const parts[][2] = {
		{"condition", "--condition"}, {"action", "--action"},
		{"need", "--need"}, {"next", "--next"},
	};
	size_t n = strlen(line);

	while (n && strchr(" \t\r", line[n - 1]))
		line[--n] = '\0';
	line += strspn(line, " \t-");
	if (!*line || *line == '#')
		return true;
	if (!strcasecmp(line, "no needs")) {
		out->v[out->n++] = arena_dup(a, "--no-needs");
		return true;
	}
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		const char *text = part(a, line, parts[i][0]);

		if (text && !*text)
			return true;
		if (!text)
			continue;
		out->v[out->n++] = arena_dup(a, parts[i][1]);
		out->v[out->n++] = arena_dup(a, text);
		return true;
	}
	return false;
}

bool
can_text_read(struct arena *a, char *text, struct words *out,
	struct err *err)
{
	size_t lines = 1;
	int number = 0;

	for (const char *p = text; *p; p++)
		lines += *p == '\n';
	out->v = arena_alloc(a, (2 * lines + 1) * sizeof(*out->v));
	out->n = 0;
	while (*text) {
		size_t n = strcspn(text, "\n");
		char *next = text + n + (text[n] == '\n');

		text[n] = '\0';
		number++;
		if (!read_line(a, text, out))
			return err_set(err, ERR_USAGE, "line %d is no"
				" condition, action, need, next or no needs:"
				" %.80s", number, text);
		text = next;
	}
	if (!out->n)
		return err_set(err, ERR_USAGE, "the report is empty: nothing"
			" was written");
	return true;
}
