/*
 * `status --format`: one line about the worst live incident, for tmux and for
 * shell prompts.  What people have written must do no harm there: a prompt
 * may run what looks like a command in it, tmux expands what begins with #.
 */
#include "cmd/show_format.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/attention.h"

#include <string.h>

#define PLAIN_FORMAT "%{%i %s%} %S %w"

struct format_line {
	const struct cmd_env *env;
	const struct summary *s;
	const struct format_for *to;
	struct str out;
	int width;          /* of the next field; 0: as it comes */
};

typedef void field_fn(struct format_line *l, struct str *out);

/* ---- the fields -------------------------------------------------------- */

/* Of a restricted incident number and severity are shown alone. */
static bool
is_shown(const struct format_line *l)
{
	return !l->s->restricted;
}

static void
put_number(struct format_line *l, struct str *out)
{
	char name[16];

	str_add(out, incident_name(l->s->number, name));
}

static void
put_severity(struct format_line *l, struct str *out)
{
	str_addf(out, "SEV%d", l->s->severity);
}

static void
put_title(struct format_line *l, struct str *out)
{
	str_add(out, is_shown(l) ? l->s->title : "restricted");
}

static void
put_stage(struct format_line *l, struct str *out)
{
	if (is_shown(l))
		str_add(out, stage_rows[l->s->stage].name);
}

static void
put_commander(struct format_line *l, struct str *out)
{
	if (is_shown(l))
		str_add(out, *l->s->commander ? l->s->commander : "nobody");
}

static void
put_customers(struct format_line *l, struct str *out)
{
	when_ms due = l->s->customers_due, now = l->env->now;
	char t[WHEN_MAX];

	if (!is_shown(l) || due == WHEN_NONE)
		return;
	if (due < now)
		str_addf(out, "LATE %s", when_span(now - due, t));
	else
		str_addf(out, "in %s", when_span(due - now, t));
}

static void
put_clock(const struct format_line *l, when_ms base, when_ms run, struct str *out)
{
	char t[WHEN_MAX];

	str_add(out, when_elapsed(run == WHEN_NONE ? base :
		base + l->env->now - run, t));
}

static void
put_hit(struct format_line *l, struct str *out)
{
	if (!is_shown(l) || l->s->impact == IMPACT_NEVER)
		return;
	if (l->s->impact == IMPACT_UNKNOWN)
		str_add(out, ">=");
	put_clock(l, l->s->customer_base, l->s->customer_run, out);
}

static void
put_ops(struct format_line *l, struct str *out)
{
	if (is_shown(l))
		put_clock(l, l->s->ops_base, l->s->ops_run, out);
}

static void
put_worst(struct format_line *l, struct str *out)
{
	enum attention_level level;

	str_add(out, summary_worst(l->s, l->env->now, l->env->arena, &level));
}

static int
count_live(const struct format_line *l)
{
	int n = 0;

	for (int i = 0; i < l->env->n_board; i++)
		n += summary_live(&l->env->board[i]);
	return n;
}

static void
put_live(struct format_line *l, struct str *out)
{
	str_addf(out, "%d", count_live(l));
}

static void
put_others(struct format_line *l, struct str *out)
{
	int n = count_live(l) - summary_live(l->s);

	if (n > 0)
		str_addf(out, "+%d", n);
}

#define FIELD(letter, put, help) {letter, put},

static const struct field {
	const char *letter;
	field_fn *put;
} fields[] = {FORMAT_FIELDS(FIELD)};

static const struct field *
find_field(char letter)
{
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (*fields[i].letter == letter)
			return &fields[i];
	return NULL;
}

/* ---- where the line goes -------------------------------------------------- */

enum mark { MARK_BAD, MARK_WARN, MARK_INFO, MARK_END, MARKS };

struct format_for {
	const char *name;
	char twice;               /* stands for itself when doubled; 0 */
	const char *marks[MARKS];
};

#define SGR(n) "\033[" n "m"
#define BASH(n) "\001" SGR(n) "\002"

static const struct format_for fors[] = {
	{"plain", 0, {"", "", "", ""}},
	{"ansi", 0, {SGR("1;31"), SGR("33"), "", SGR("0")}},
	{"tmux", '#', {"#[fg=red,bold]", "#[fg=yellow]", "",
		"#[default]"}},
	{"bash", 0, {BASH("1;31"), BASH("33"), "", BASH("0")}},
	{"zsh", '%', {"%B%F{red}", "%F{yellow}", "", "%f%b"}},
};

static const struct format_for *
find_for(const char *name)
{
	for (size_t i = 0; i < sizeof(fors) / sizeof(fors[0]); i++)
		if (str_same(fors[i].name, name))
			return &fors[i];
	return &fors[0];
}

/*
 * Text of people: a shell runs what stands in ` or behind $ when a prompt
 * takes it in unquoted, and takes \ for the beginning of an escape.
 */
static void
put_harmless(struct format_line *l, const char *text)
{
	const char *s = text_safe(l->env->arena, text, false);

	if (l->width && text_width(s) > l->width)
		s = text_clip(l->env->arena, s, l->width);
	for (; *s; s++) {
		if (*s == '`')
			str_addc(&l->out, '\'');
		else if (*s == '\\')
			str_addc(&l->out, '/');
		else
			str_addc(&l->out, *s);
		if (l->to->twice && *s == l->to->twice)
			str_addc(&l->out, *s);
		if (*s == '$' && s[1] != ' ')
			str_addc(&l->out, ' ');
	}
}

static void
put_mark(struct format_line *l, bool end)
{
	static const enum mark marks[] = {
		[LEVEL_BAD] = MARK_BAD, [LEVEL_WARN] = MARK_WARN,
		[LEVEL_INFO] = MARK_INFO,
	};
	enum attention_level level;

	summary_worst(l->s, l->env->now, l->env->arena, &level);
	if (*l->to->marks[marks[level]])
		str_add(&l->out, l->to->marks[end ? MARK_END : marks[level]]);
}

/* What stands behind a %; false: it is no field. */
static bool
put_field(struct format_line *l, char letter)
{
	const struct field *f = find_field(letter);
	struct str value = {0};

	if (letter == '{' || letter == '}') {
		put_mark(l, letter == '}');
		return true;
	}
	if (letter == '%') {
		str_addc(&l->out, '%');
		return true;
	}
	if (!f)
		return false;
	f->put(l, &value);
	put_harmless(l, str_get(&value));
	str_release(&value);
	return true;
}

static bool
refuse(const char *at, struct err *err)
{
	return err_set(err, ERR_USAGE, "--format: there is no field %%%.*s;"
		" there are: %s", (int)text_next(at, 0), at, FORMAT_HELP);
}

static bool
put_line(struct format_line *l, const char *format, struct err *err)
{
	for (const char *p = format; *p; p++) {
		if (*p != '%') {
			str_addc(&l->out, *p);
			continue;
		}
		l->width = 0;
		while (p[1] >= '0' && p[1] <= '9' && l->width < 1000)
			l->width = l->width * 10 + *++p - '0';
		if (!*++p)
			return err_set(err, ERR_USAGE, "--format ends with"
				" %%: write %%%% for a percent sign");
		if (!put_field(l, *p))
			return refuse(p, err);
	}
	return true;
}

/* The incident that is named, else the worst live one; NULL: there is none. */
static const struct summary *
choose(const struct cmd_env *env, uint32_t number)
{
	for (int i = 0; i < env->n_board; i++)
		if (number ? env->board[i].number == number :
		    summary_live(&env->board[i]))
			return &env->board[i];
	return NULL;
}

/* A field that is wrong is refused at any time, not in the first incident. */
static bool
is_format(const struct cmd_env *env, const char *format, struct err *err)
{
	const struct summary none = {
		.title = "", .commander = "", .stage = STAGE_DETECT,
		.customers_due = WHEN_NONE, .can_due = WHEN_NONE,
		.broadcast_due = WHEN_NONE, .review_due = WHEN_NONE,
		.item_due = WHEN_NONE, .customer_run = WHEN_NONE,
		.ops_run = WHEN_NONE,
	};
	struct format_line l = {.env = env, .s = &none, .to = &fors[0]};
	bool ok = put_line(&l, format, err);

	str_release(&l.out);
	return ok;
}

bool
show_format(const struct cmd_env *env, const struct cmd_args *args,
	uint32_t number, struct str *out, struct err *err)
{
	const char *format = cmd_option(args, "--format");
	const char *none = cmd_option(args, "--none");
	struct format_line l = {
		.env = env, .s = choose(env, number),
		.to = find_for(str_or(cmd_option(args, "--for"), "")),
	};

	if (!format)
		format = *str_or(env->status_format, "") ?
			env->status_format : PLAIN_FORMAT;
	if (!is_format(env, format, err))
		return false;
	if (l.s)
		put_line(&l, format, err);
	else
		str_add(&l.out, none ? none : "");
	if (l.out.len)
		str_addf(out, "%s\n", str_get(&l.out));
	str_release(&l.out);
	return true;
}
