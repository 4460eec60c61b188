#include "run/zone.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define ZONE_FORMS "UTC, local, +02:00 or a name like Europe/Berlin"

/* "+02:00" to "-14:00": minutes. */
static bool
offset_parse(const char *text, int *min)
{
	int hours = 0;
	int rest = 0;

	if (strlen(text) != 6 || (*text != '+' && *text != '-') ||
	    text[3] != ':')
		return false;
	for (int i = 1; i < 6; i++) {
		if (i == 3)
			continue;
		if (text[i] < '0' || text[i] > '9')
			return false;
		if (i < 3)
			hours = hours * 10 + text[i] - '0';
		else
			rest = rest * 10 + text[i] - '0';
	}
	*min = hours * 60 + rest;
	if (rest > 59 || *min > 14 * 60)
		return false;
	if (*text == '-')
		*min = -*min;
	return true;
}

/* The file of a zone's name, on the heap. */
static char *
zone_file(const char *text)
{
	const char *folder = getenv("TZDIR");
	struct str path = {0};

	str_addf(&path, "%s/%s", folder && *folder ? folder :
		"/usr/share/zoneinfo", text);
	return str_take(&path);
}

bool
zone_check(const char *text, struct err *err)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
		"abcdefghijklmnopqrstuvwxyz0123456789_+-/";
	int min;

	if (offset_parse(text, &min))
		return true;
	if (((*text >= 'A' && *text <= 'Z') || str_same(text, "local") ||
	     str_same(text, "utc")) && !text[strspn(text, letters)])
		return true;
	return err_set(err, ERR_USAGE, "'%.40s' is no zone; write " ZONE_FORMS,
		text);
}

/* The system's own zone at @now. */
static void
zone_now(when_ms now, struct zone *out)
{
	time_t at = (time_t)(now / WHEN_SECOND);
	struct tm tm = {0};

	tzset();
	localtime_r(&at, &tm);
	out->min = (int)(tm.tm_gmtoff / 60);
	snprintf(out->name, sizeof(out->name), "%s", tm.tm_zone ? tm.tm_zone :
		"local");
}

/* As zone_now(), but as if TZ were @text. */
static void
zone_now_at(const char *text, when_ms now, struct zone *out)
{
	char *before = mem_dup(getenv("TZ"));

	setenv("TZ", text, 1);
	zone_now(now, out);
	if (before)
		setenv("TZ", before, 1);
	else
		unsetenv("TZ");
	tzset();
	free(before);
}

bool
zone_read(const char *text, when_ms now, struct zone *out, struct err *err)
{
	char *path;
	bool known;

	*out = (struct zone){.name = "UTC"};
	if (!zone_check(text, err))
		return false;
	if (str_same(text, "UTC") || str_same(text, "Z"))
		return true;
	if (offset_parse(text, &out->min)) {
		snprintf(out->name, sizeof(out->name), "%s", text);
		return true;
	}
	if (str_same(text, "local")) {
		zone_now(now, out);
		return true;
	}
	path = zone_file(text);
	known = access(path, R_OK) == 0;
	if (known)
		zone_now_at(text, now, out);
	else
		err_set(err, ERR_USAGE, "there is no %s; correct the zone, "
			"install tzdata, or write an offset like +02:00", path);
	free(path);
	return known;
}
