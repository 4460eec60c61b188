/* `log`: the entries of an incident, a line each. */
#include "cmd/log.h"
#include "cmd/show_rows.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/words.h"

#include <stdlib.h>
#include <string.h>

/* A back-dated entry shows both of its times from here on. */
#define BACK_DATED WHEN_MINUTE

/* "14:31:19Z", with the day in front when it is not today's. */
static void
add_time(const struct cmd_env *env, const struct entry *e, struct str *out)
{
	when_ms when = event_when(&e->ev);
	char day[WHEN_MAX], today[WHEN_MAX], time[WHEN_MAX];

	when_date(when, day);
	if (strcmp(day, when_date(env->now, today)) != 0)
		str_addf(out, "%s ", day);
	str_addf(out, "%sZ", when_hms(when, time));
}

static void
add_marks(const struct cmd_env *env, const struct entry *e, struct str *out)
{
	when_ms when = event_when(&e->ev);
	char at[WHEN_MAX];

	if (e->ev.at - when >= BACK_DATED)
		str_addf(out, "  (recorded %s)",
			when_short(e->ev.at, env->now, at));
	if (e->withdrawn_by)
		str_addf(out, "  WITHDRAWN by %u", (unsigned)e->withdrawn_by);
	if (e->corrected_by)
		str_addf(out, "  corrected by %u", (unsigned)e->corrected_by);
	if (e->untrue)
		str_add(out, "  NO EFFECT: what it stood on had changed");
}

static void
add_indented(struct str *out, const char *text)
{
	while (*text) {
		size_t n = strcspn(text, "\n");

		str_add(out, "        ");
		str_addn(out, text, n);
		str_addc(out, '\n');
		text += n + (text[n] == '\n');
	}
}

static void
add_entry(const struct cmd_env *env, const struct entry *e, bool full,
	struct str *out)
{
	struct arena *a = env->arena;

	str_addf(out, "%4u  ", (unsigned)e->ev.n);
	add_time(env, e, out);
	str_addf(out, "  %-9s %s", words_tag(e), text_safe(a,
		words_entry(env->inc, e, a), false));
	add_marks(env, e, out);
	str_addc(out, '\n');
	if (full)
		add_indented(out, text_safe(a,
			words_entry_full(env->inc, e, a), true));
}

/* ---- which ones ---------------------------------------------------------- */

bool
log_filter(const struct cmd_args *args, struct entry_filter *out,
	struct err *err)
{
	static const struct {
		const char *option;
		enum filter_by by;
	} options[] = {
		{"--kind", FILTER_KIND}, {"--who", FILTER_WHO},
		{"--stage", FILTER_STAGE},
	};

	*out = (struct entry_filter){0};
	for (int i = 0; i < args->n_given; i++)
		for (size_t k = 0; k < sizeof(options) / sizeof(options[0]);
		    k++)
			if (!strcmp(args->given[i].name, options[k].option) &&
			    !entry_filter_add(out, options[k].by,
			    args->given[i].value, err))
				return false;
	return true;
}

uint32_t
log_after(const struct cmd_args *args, const struct incident *inc,
	const struct entry_filter *f)
{
	const char *after = cmd_option(args, "--after");
	const char *last = cmd_option(args, "--last");
	uint32_t least = after ? (uint32_t)strtoul(after, NULL, 10) : 0;
	uint32_t left = last ? (uint32_t)strtoul(last, NULL, 10) : 0;
	uint32_t n = inc->n;

	if (!last)
		return least;
	for (; left && n > least; n--)
		left -= entry_filter_match(f, inc, &inc->entries[n - 1]);
	return n > least ? n : least;
}

bool
show_log(const struct cmd_env *env, const struct cmd_args *args,
	struct outcome *out, struct err *err)
{
	const struct incident *inc = env->inc;
	struct entry_filter f;

	if (!log_filter(args, &f, err))
		return false;
	if (cmd_option(args, "--follow") || cmd_option(args, "--json")) {
		out->kind = OUT_RUN;
		out->run = "log";
		return true;
	}
	out->kind = OUT_TEXT;
	for (uint32_t i = log_after(args, inc, &f); i < inc->n; i++)
		if (entry_filter_match(&f, inc, &inc->entries[i]))
			add_entry(env, &inc->entries[i],
				cmd_option(args, "--full") != NULL,
				&out->text);
	return true;
}
