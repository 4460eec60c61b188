#include "base/when.h"

#include "base/civil.h"

#include <stdio.h>
#include <string.h>

when_ms
when_later(when_ms a, when_ms b)
{
	return a > b ? a : b;
}

/* The last @n digits of @v, then @tail; returns the end. */
static char *
when_put(char *out, int n, int v, char tail)
{
	for (int i = n - 1; i >= 0; i--, v /= 10)
		out[i] = (char)('0' + v % 10);
	out[n] = tail;
	return out + n + 1;
}

char *
when_iso(when_ms t, char out[WHEN_MAX])
{
	struct civil c;
	char *p = out;

	/* What is not set, or beyond the calendar. */
	if (!civil_from(t, &c))
		return memcpy(out, "-", 2);
	p = when_put(p, 4, c.year, '-');
	p = when_put(p, 2, c.month, '-');
	p = when_put(p, 2, c.day, 'T');
	p = when_put(p, 2, c.hour, ':');
	p = when_put(p, 2, c.minute, ':');
	p = when_put(p, 2, c.second, '.');
	p = when_put(p, 3, c.milli, 'Z');
	*p = '\0';
	return out;
}

char *
when_mail(when_ms t, char out[WHEN_MAX])
{
	static const char *const days[] = {"Thu", "Fri", "Sat", "Sun", "Mon",
		"Tue", "Wed"};
	static const char *const months[] = {"Jan", "Feb", "Mar", "Apr",
		"May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct civil c;

	if (!civil_from(t, &c))
		return memcpy(out, "-", 2);
	snprintf(out, WHEN_MAX, "%s, %02d %s %04d %02d:%02d:%02d +0000",
		days[t / WHEN_DAY % 7], c.day, months[c.month - 1], c.year,
		c.hour, c.minute, c.second);
	return out;
}

/* @n bytes of when_iso() from @from on, then @tail. */
static char *
when_part(when_ms t, int from, int n, const char *tail, char *out)
{
	char iso[WHEN_MAX];

	when_iso(t, iso);
	if (*iso == '-')
		return memcpy(out, iso, 2);
	memcpy(out, iso + from, (size_t)n);
	memcpy(out + n, tail, strlen(tail) + 1);
	return out;
}

char *
when_clock(when_ms t, char out[WHEN_MAX])
{
	return when_part(t, 11, 5, "Z", out);
}

char *
when_hm(when_ms t, char out[WHEN_MAX])
{
	return when_part(t, 11, 5, "", out);
}

char *
when_hms(when_ms t, char out[WHEN_MAX])
{
	return when_part(t, 11, 8, "", out);
}

char *
when_date(when_ms t, char out[WHEN_MAX])
{
	return when_part(t, 0, 10, "", out);
}

static char *
when_date_clock(when_ms t, char *out)
{
	when_part(t, 0, 16, "Z", out);
	if (*out != '-')
		out[10] = ' ';
	return out;
}

/* The number of the day; all that is before 1970 is one day. */
static int64_t
when_day(when_ms t)
{
	return t < 0 ? -1 : t / WHEN_DAY;
}

char *
when_short(when_ms t, when_ms now, char out[WHEN_MAX])
{
	if (when_day(t) == when_day(now))
		return when_clock(t, out);
	return when_date_clock(t, out);
}

/* A duration in whole units; below zero is none. */
struct span {
	int64_t days;
	int hours, minutes, seconds; /* what the larger unit leaves */
};

static struct span
span_of(when_ms d)
{
	if (d < 0)
		d = 0;
	return (struct span){
		.days = d / WHEN_DAY,
		.hours = (int)(d / WHEN_HOUR % 24),
		.minutes = (int)(d / WHEN_MINUTE % 60),
		.seconds = (int)(d / WHEN_SECOND % 60),
	};
}

char *
when_span(when_ms d, char out[WHEN_MAX])
{
	struct span s = span_of(d);

	if (s.days)
		snprintf(out, WHEN_MAX, "%lldd%02dh", (long long)s.days,
			s.hours);
	else if (s.hours)
		snprintf(out, WHEN_MAX, "%dh%02dm", s.hours, s.minutes);
	else if (s.minutes)
		snprintf(out, WHEN_MAX, "%dm", s.minutes);
	else
		snprintf(out, WHEN_MAX, "%ds", s.seconds);
	return out;
}

char *
when_age(when_ms d, char out[WHEN_MAX])
{
	/* From here on hours say nothing. */
	if (d < 30 * WHEN_DAY)
		return when_span(d, out);
	snprintf(out, WHEN_MAX, "%lldd", (long long)(d / WHEN_DAY));
	return out;
}

char *
when_elapsed(when_ms d, char out[WHEN_MAX])
{
	struct span s = span_of(d);

	if (s.days)
		snprintf(out, WHEN_MAX, "T+%lldd %02d:%02d", (long long)s.days,
			s.hours, s.minutes);
	else
		snprintf(out, WHEN_MAX, "T+%02d:%02d", s.hours, s.minutes);
	return out;
}

/* "2 h 5 min", "1 day 6 h": two units at most, a zero one left out. */
static void
echo_span(when_ms d, char *out, size_t size)
{
	struct span s = span_of(d);
	const char *days = s.days == 1 ? "day" : "days";

	if (s.days && s.hours)
		snprintf(out, size, "%lld %s %d h", (long long)s.days, days,
			s.hours);
	else if (s.days)
		snprintf(out, size, "%lld %s", (long long)s.days, days);
	else if (s.hours && s.minutes)
		snprintf(out, size, "%d h %d min", s.hours, s.minutes);
	else if (s.hours)
		snprintf(out, size, "%d h", s.hours);
	else if (s.minutes)
		snprintf(out, size, "%d min", s.minutes);
	else
		snprintf(out, size, "%d s", s.seconds);
}

char *
when_echo(when_ms t, when_ms now, char out[WHEN_MAX * 2])
{
	int64_t days = when_day(t) - when_day(now);
	char clock[WHEN_MAX];
	char span[WHEN_MAX];
	const char *day = "";

	if (t < 0 || t >= CIVIL_END || now < 0 || now >= CIVIL_END)
		return when_date_clock(t, out);

	when_clock(t, clock);
	if (days == -1)
		day = " yesterday";
	else if (days == 1)
		day = " tomorrow";
	else if (days)
		when_date_clock(t, clock);
	echo_span(t < now ? now - t : t - now, span, sizeof(span));
	if (t / WHEN_SECOND == now / WHEN_SECOND)
		snprintf(out, WHEN_MAX * 2, "%s, now", clock);
	else if (t < now)
		snprintf(out, WHEN_MAX * 2, "%.20s%s, %.30s ago", clock, day,
			span);
	else
		snprintf(out, WHEN_MAX * 2, "%.20s%s, in %.30s", clock, day,
			span);
	return out;
}
