#include "run/scenario.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "base/words.h"
#include "cmd/cmd.h"

#include <string.h>

static bool
fail_at(const struct scenario *s, int line, struct err *err)
{
	return err_prefix(err, "%s:%d: ", s->name, line);
}

/* Whether a scenario may hold this command. */
static bool
check_row(const struct cmd_args *args, struct err *err)
{
	static const char *const no[] = {"--as", "--store", "--config",
		"--clock", "--seed", "--read-only", "--json"};

	if (!(args->row->use & USE_WRITE) ||
	    (args->row->use & (USE_RUN | USE_SCREEN)))
		return err_set(err, ERR_USAGE, "%s writes no entry: it has no"
			" place in a scenario", args->row->name);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (cmd_option(args, no[i]))
			return err_set(err, ERR_USAGE, "%s has no place in a"
				" scenario: the line says who and when, the"
				" import where", no[i]);
	return true;
}

/* The first time needs a day; later ones go on from the line before. */
static bool
read_time(const struct scenario *s, const char *word, int zone_min,
	when_ms *when, struct err *err)
{
	when_ms ref = s->n ? s->lines[s->n - 1].when : 0;

	if (!s->n && (strlen(word) < 11 || word[4] != '-'))
		return err_set(err, ERR_USAGE, "the first line needs a day,"
			" such as 2026-11-22T14:00Z, not '%.40s'", word);
	if (!when_parse(word, ref, WHEN_FROM, zone_min, when, err))
		return false;
	if (s->n && *when < ref)
		return err_set(err, ERR_USAGE, "'%.40s' is before the line"
			" above: lines are in the order of their times; use"
			" --happened for what took place earlier", word);
	return true;
}

static bool
read_line(struct scenario *s, const char *text, int zone_min,
	struct err *err)
{
	struct arena *a = s->arena;
	struct scenario_line *line = &s->lines[s->n];
	struct cmd_args args;
	struct words w;

	if (!words_split(a, text, &w, err))
		return false;
	if (w.n < 3)
		return err_set(err, ERR_USAGE, "a line is TIME NAME COMMAND");
	if (!read_time(s, w.v[0], zone_min, &line->when, err))
		return false;
	if (!text_valid(w.v[1], strlen(w.v[1])) ||
	    strlen(w.v[1]) > NAME_MAX_BYTES || strpbrk(w.v[1], " \t\n"))
		return err_set(err, ERR_USAGE, "'%.80s' is no name: one word"
			" of at most %d bytes", w.v[1], NAME_MAX_BYTES);
	line->who = w.v[1];
	line->words = w.v + 2;
	line->n_words = w.n - 2;
	if (!cmd_parse(a, line->words, line->n_words, &args, err) ||
	    !check_row(&args, err))
		return false;
	line->incident = args.incident;
	line->into = cmd_incident(cmd_option(&args, "--into"));
	line->fresh = args.row->use & USE_NEW;
	s->n++;
	return true;
}

static int
count_lines(const char *text)
{
	int n = 1;

	for (const char *p = text; *p; p++)
		n += *p == '\n';
	return n;
}

bool
scenario_read(struct scenario *out, char *text, int zone_min,
	struct err *err)
{
	int number = 0;

	out->n = 0;
	out->lines = arena_alloc(out->arena, (size_t)count_lines(text) *
		sizeof(*out->lines));
	while (*text) {
		size_t n = strcspn(text, "\n");
		char *next = text + n + (text[n] == '\n');

		text[n] = '\0';
		number++;
		text += strspn(text, " \t\r");
		out->lines[out->n].number = number;
		if (*text && *text != '#' &&
		    !read_line(out, text, zone_min, err))
			return fail_at(out, number, err);
		text = next;
	}
	return out->n || err_set(err, ERR_USAGE, "%s: there is no line of a"
		" scenario in it", out->name);
}
