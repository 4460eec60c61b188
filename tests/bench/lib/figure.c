#include "bench/lib/figure.h"

#include <stdio.h>
#include <stdlib.h>

void
runs_add(struct runs *r, int64_t ns)
{
	if (r->n < FIGURE_RUNS)
		r->v[r->n++] = ns;
}

static int
by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

double
runs_ms(const struct runs *r, int percent)
{
	struct runs sorted = *r;
	int at = (r->n - 1) * percent / 100;

	if (!r->n)
		return 0;
	qsort(sorted.v, (size_t)r->n, sizeof(sorted.v[0]), by_size);
	return (double)sorted.v[at] / 1e6;
}

void
figure_head(void)
{
	printf("%-44s %12s  %-22s %s\n", "what", "measured",
		"times its floor", "target");
}

bool
figure_print(const struct figure *f)
{
	double counted = f->against ? f->value / f->floor : f->value;
	bool kept = f->target <= 0 || counted <= f->target;
	char times[64] = "", target[64] = "";

	if (f->against)
		snprintf(times, sizeof(times), "%.2f x %s", counted,
			f->against);
	if (f->target > 0)
		snprintf(target, sizeof(target), "<= %g %s", f->target,
			f->against ? "x" : f->unit);
	printf("%-44s %8.3g %-4s %-22s %-12s %s\n", f->what, f->value,
		f->unit, times, target,
		f->target <= 0 ? "" : kept ? "ok" : "MISSED");
	fflush(stdout);
	return kept;
}
