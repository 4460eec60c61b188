/* Taking the command line apart: common options stand anywhere. */
#include "run/cli.h"

#include "base/mem.h"
#include "base/str.h"
#include "cmd/cmd.h"

#include <stdlib.h>
#include <string.h>

struct reading {
	struct arena *a;
	char **argv;
	int argc, i;
	struct cli_line *out;
	char **words;         /* the command */
	int n;
	char **common;        /* common options before it */
	int n_common;
};

static const struct cmd_arg *
common_option(const char *word)
{
	size_t n = strcspn(word, "=");

	for (int i = 0; i < cmd_common_count; i++)
		if (strlen(cmd_common[i].name) == n &&
		    !strncmp(cmd_common[i].name, word, n))
			return &cmd_common[i];
	return NULL;
}

/* "17" or "INC-17" as "INC-17"; anything else stays for the parser. */
static char *
incident_word(struct arena *a, const char *word)
{
	size_t n = strspn(word, "0123456789");

	return n && !word[n] ? arena_printf(a, "INC-%s", word) :
		arena_dup(a, word);
}

/* `-i 17` and `--incident 17`, wherever they stand; false: it is neither. */
static bool
take_incident(struct reading *r, char **into, int *n)
{
	const char *w = r->argv[r->i];
	const char *value;

	if (!strcmp(w, "-i") || !strcmp(w, "--incident")) {
		if (r->i + 1 >= r->argc)
			return false;
		value = r->argv[++r->i];
	} else if (str_starts(w, "--incident=")) {
		value = strchr(w, '=') + 1;
	} else {
		return false;
	}
	into[(*n)++] = arena_dup(r->a, "--incident");
	into[(*n)++] = incident_word(r->a, value);
	r->i++;
	return true;
}

static bool
is_one(const char *word, const char *s, const char *l)
{
	return !strcmp(word, s) || !strcmp(word, l);
}

/* What stands before the command. */
static bool
take_front(struct reading *r, struct err *err)
{
	while (r->i < r->argc && r->argv[r->i][0] == '-') {
		char *w = r->argv[r->i];
		const struct cmd_arg *a = common_option(w);

		if (is_one(w, "-h", "--help") || is_one(w, "-V", "--version")) {
			r->out->help |= is_one(w, "-h", "--help");
			r->out->version |= is_one(w, "-V", "--version");
			r->i++;
			continue;
		}
		if (take_incident(r, r->common, &r->n_common))
			continue;
		if (!a && strcmp(w, "-i") != 0)
			return err_set(err, ERR_USAGE, "there is no option"
				" %.60s; `fireground --help` lists them", w);
		if (!a || (a->type != ARG_FLAG && !strchr(w, '=') &&
		    r->i + 1 >= r->argc))
			return err_set(err, ERR_USAGE, "%.60s needs a value:"
				" %s", w, a ? a->help : "17, or INC-17");
		r->common[r->n_common++] = w;
		if (a->type != ARG_FLAG && !strchr(w, '='))
			r->common[r->n_common++] = r->argv[r->i + 1];
		r->i += a->type != ARG_FLAG && !strchr(w, '=') ? 2 : 1;
	}
	return true;
}

/* The command, with its options as they stand and common ones behind. */
static void
take_command(struct reading *r)
{
	bool plain = false;

	while (r->i < r->argc) {
		char *w = r->argv[r->i];

		if (!plain && !strcmp(w, "--help")) {
			r->out->help = true;
			r->i++;
			continue;
		}
		if (!plain && take_incident(r, r->words, &r->n))
			continue;
		if (!plain && !strcmp(w, "--")) {
			for (int i = 0; i < r->n_common; i++)
				r->words[r->n++] = r->common[i];
			r->n_common = 0;
			plain = true;
		}
		r->words[r->n++] = w;
		r->i++;
	}
	for (int i = 0; r->n && i < r->n_common; i++)
		r->words[r->n++] = r->common[i];
}

/* Without a command the options are read here; with one, by its parser. */
static bool
read_common(struct reading *r, struct err *err)
{
	static const struct cmd_row dashboard = {
		.name = "fireground", .use = USE_NO_INC,
	};
	char **v = r->n ? r->words : r->common;
	int n = r->n ? r->n : r->n_common;
	struct cmd_given *given = arena_alloc(r->a,
		((size_t)n + 1) * sizeof(*given));
	struct cmd_args args = {.row = &dashboard, .given = given};
	const char *inc;

	for (int i = 0; i < n && strcmp(v[i], "--") != 0; i++) {
		const struct cmd_arg *a = common_option(v[i]);
		const char *eq = strchr(v[i], '=');

		if (!a || (a->type != ARG_FLAG && !eq && i + 1 >= n))
			continue;
		given[args.n_given].name = a->name;
		given[args.n_given++].value = a->type == ARG_FLAG ? "" :
			eq ? eq + 1 : v[++i];
	}
	r->out->opt.store = cmd_option(&args, "--store");
	r->out->opt.config = cmd_option(&args, "--config");
	r->out->opt.who = cmd_option(&args, "--as");
	r->out->opt.clock = cmd_option(&args, "--clock");
	r->out->opt.seed = cmd_option(&args, "--seed");
	r->out->opt.theme = cmd_option(&args, "--theme");
	r->out->opt.read_only = cmd_option(&args, "--read-only") != NULL;
	r->out->opt.shared = cmd_option(&args, "--shared") != NULL;
	inc = cmd_option(&args, "--incident");
	if (!inc)
		return true;
	r->out->incident = cmd_incident(inc);
	return r->out->incident || err_set(err, ERR_USAGE, "'%.40s' is no"
		" incident: -i takes 17, or INC-17", inc);
}

/* The incident that the shell has set, when none is named. */
static bool
read_environment(struct cli_line *out, struct err *err)
{
	const char *inc = getenv("FIREGROUND_INC");
	struct arena *a;

	if (out->incident || !inc || !*inc)
		return true;
	a = arena_new(512);
	out->incident = cmd_incident(incident_word(a, inc));
	arena_free(a);
	return out->incident || err_set(err, ERR_USAGE, "FIREGROUND_INC is"
		" '%.40s', which is no incident: 17, or INC-17", inc);
}

/* `fireground --plain INC-17` is `fireground plain INC-17`. */
static void
take_plain(struct reading *r)
{
	bool plain = false, verb = r->n && r->words[0][0] != '-' &&
		!cmd_incident(incident_word(r->a, r->words[0]));

	for (int i = 0; i < r->n_common; i++)
		plain |= !strcmp(r->common[i], "--plain");
	for (int i = 0; i < r->n; i++)
		plain |= !strcmp(r->words[i], "--plain");
	if (!plain || verb)
		return;
	memmove(r->words + 1, r->words, (size_t)r->n *
		sizeof(*r->words));
	r->words[0] = arena_dup(r->a, "plain");
	if (r->n)
		r->words[1] = incident_word(r->a, r->words[1]);
	r->n++;
	for (int i = 0; i < r->n_common; i++)
		r->words[r->n++] = r->common[i];
	r->n_common = 0;
}

bool
cli_read(struct arena *a, int argc, char **argv, struct cli_line *out,
	struct err *err)
{
	struct reading r = {.a = a, .argv = argv, .argc = argc, .out = out};

	/* An option -i17 may become two words, one word never more. */
	r.words = arena_alloc(a, (2 * (size_t)argc + 2) * sizeof(*r.words));
	r.common = arena_alloc(a, (2 * (size_t)argc + 1) * sizeof(*r.common));
	if (!take_front(&r, err))
		return false;
	take_command(&r);
	take_plain(&r);
	out->words = r.words;
	out->n_words = r.n;
	return read_common(&r, err) && read_environment(out, err);
}
