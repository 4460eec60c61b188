#include "base/civil.h"

#define YEAR_FIRST 1970
#define YEAR_LAST 9999

static bool
is_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days of a year before each month, when it is no leap year. */
static const int days_before[] = {
	0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
};

/* Days from 1970-01-01 to the first day of @year. */
static int64_t
days_to(int year)
{
	int64_t y = year - 1;
	int64_t leaps = y / 4 - y / 100 + y / 400;

	/* 477 leap days lie in the years 1 to 1969. */
	return 365 * (int64_t)(year - YEAR_FIRST) + leaps - 477;
}

bool
civil_from(when_ms t, struct civil *out)
{
	int64_t day = t / WHEN_DAY;
	int64_t ms = t % WHEN_DAY;
	int year, month = 1;

	if (t < 0 || t >= CIVIL_END)
		return false;

	/* A year has at most 366 days, so the guess is never too late. */
	year = YEAR_FIRST + (int)(day / 366);
	while (days_to(year + 1) <= day)
		year++;
	day -= days_to(year);
	while (day >= days_in(year, month)) {
		day -= days_in(year, month);
		month++;
	}
	*out = (struct civil){
		.year = year,
		.month = month,
		.day = (int)day + 1,
		.hour = (int)(ms / WHEN_HOUR),
		.minute = (int)(ms / WHEN_MINUTE % 60),
		.second = (int)(ms / WHEN_SECOND % 60),
		.milli = (int)(ms % WHEN_SECOND),
	};
	return true;
}

bool
civil_to(const struct civil *c, when_ms *out)
{
	int64_t day;

	if (c->year < YEAR_FIRST || c->year > YEAR_LAST ||
		c->month < 1 || c->month > 12 ||
		c->day < 1 || c->day > days_in(c->year, c->month) ||
		c->hour < 0 || c->hour > 23 ||
		c->minute < 0 || c->minute > 59 ||
		c->second < 0 || c->second > 59 ||
		c->milli < 0 || c->milli > 999)
		return false;

	day = days_to(c->year) + days_before[c->month - 1] + c->day - 1 +
		(c->month > 2 && is_leap(c->year));
	*out = day * WHEN_DAY + c->hour * WHEN_HOUR +
		c->minute * WHEN_MINUTE + c->second * WHEN_SECOND + c->milli;
	return true;
}
