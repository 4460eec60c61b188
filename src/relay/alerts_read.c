#include "relay/alerts_read.h"

#include "base/hash.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SECONDS 19 /* bytes of 2026-11-22T07:09:41 */
#define FRACTION 3
#define LABELS 1000 /* bytes of all labels that are kept */

/* "Z", "+01:00": minutes east; false for anything else. */
static bool
read_zone(const char *s, int *minutes)
{
	int h, m, end = 0;

	*minutes = 0;
	if (!strcmp(s, "Z") || !strcmp(s, "z"))
		return true;
	if ((*s != '+' && *s != '-') ||
	    sscanf(s + 1, "%2d:%2d%n", &h, &m, &end) != 2 ||
	    end != 5 || s[6] || h > 23 || m > 59)
		return false;
	*minutes = (h * 60 + m) * (*s == '-' ? -1 : 1);
	return true;
}

bool
alert_time(const char *s, when_ms *out)
{
	char iso[SECONDS + FRACTION + 3] = "";
	const char *rest;
	int zone, digits = 0;
	when_ms t;

	if (strlen(s) < SECONDS + 1)
		return false;
	memcpy(iso, s, SECONDS);
	iso[10] = 'T';
	memcpy(iso + SECONDS, ".000Z", 6);
	rest = s + SECONDS;
	if (*rest == '.') {
		for (rest++; *rest >= '0' && *rest <= '9'; rest++)
			if (digits < FRACTION)
				iso[SECONDS + 1 + digits++] = *rest;
		if (!digits)
			return false;
	}
	if (!read_zone(rest, &zone) || !when_parse_iso(iso, &t))
		return false;
	*out = t - zone * WHEN_MINUTE;
	return true;
}

bool
alert_matches(const struct tree_node *node, const char *matcher)
{
	const struct tree_node *labels = tree_get(node, "labels");
	const char *eq = strchr(matcher, '=');
	char name[128];

	if (!eq || (size_t)(eq - matcher) >= sizeof(name))
		return false;
	snprintf(name, sizeof(name), "%.*s", (int)(eq - matcher), matcher);
	return !strcmp(tree_text(labels, name, ""), eq + 1);
}

static const char *
all_labels(const struct tree_node *labels, struct arena *a)
{
	struct str out = {0};
	const char *text;

	for (const struct tree_node *l = tree_first(labels); l;
	    l = tree_next(l))
		if (out.len < LABELS)
			str_addf(&out, "%s%s=%s", out.len ? " " : "",
				tree_name(l), tree_string(l));
	str_cut(&out, LABELS);
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

static enum alert_state
read_state(const struct tree_node *node)
{
	const char *s = tree_text(tree_get(node, "status"), "state", "active");

	return !strcmp(s, "suppressed") ? ALERT_SUPPRESSED :
		!strcmp(s, "unprocessed") ? ALERT_UNPROCESSED : ALERT_ACTIVE;
}

/* The fingerprint of Alertmanager; one of ours for what has none. */
static const char *
fingerprint(const struct tree_node *node, const char *labels, struct arena *a)
{
	const char *s = tree_text(node, "fingerprint", "");
	size_t n = strspn(s, "0123456789abcdefABCDEF");
	char hex[HASH_HEX];
	struct hash h;

	if (n && n <= 32 && !s[n])
		return s;
	h = hash_of(labels, strlen(labels), NULL, 0, NULL, 0);
	return arena_dupn(a, hash_hex(&h, hex), 16);
}

bool
alert_read(const struct tree_node *node, struct arena *a, struct alert *out)
{
	const struct tree_node *labels = tree_get(node, "labels");
	const struct tree_node *notes = tree_get(node, "annotations");
	char iso[WHEN_MAX];

	memset(out, 0, sizeof(*out));
	out->name = arena_dup(a, tree_text(labels, "alertname", ""));
	if (!*out->name ||
	    !alert_time(tree_text(node, "startsAt", ""), &out->starts))
		return false;
	out->state = read_state(node);
	out->severity = arena_dup(a, tree_text(labels, "severity", ""));
	out->service = arena_dup(a, tree_text(labels, "service",
		tree_text(labels, "job", "")));
	out->summary = arena_dup(a, tree_text(notes, "summary",
		tree_text(notes, "description", "")));
	out->runbook = arena_dup(a, tree_text(notes, "runbook_url", ""));
	out->labels = all_labels(labels, a);
	snprintf(out->key, sizeof(out->key), "%s@%s",
		fingerprint(node, out->labels, a),
		when_iso(out->starts, iso));
	return true;
}
