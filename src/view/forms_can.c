/* CAN reports: conditions, actions, needs; and "no change". */
#include "base/text.h"
#include "base/words.h"
#include "model/clocks.h"
#include "view/form_part.h"

#include <stdio.h>
#include <string.h>

#define TRIPLES 8
#define FIRST 2 /* the field of the first condition */

/* The fields of triple @t: its condition, actions and needs. */
static int
at_condition(int t)
{
	return FIRST + 3 * t;
}

static bool
is_blank(const struct form *f, int i)
{
	const char *s = str_get(&f->text[i]);

	return !s[strspn(s, " \t\n")];
}

static bool
is_empty(const struct form *f, int t)
{
	int i = at_condition(t);

	return is_blank(f, i) && is_blank(f, i + 1) && is_blank(f, i + 2);
}

/* There is always room for one triple more than are filled. */
static bool
has_can(const struct form *f, int i)
{
	int t = (i - FIRST) / 3;

	return i < FIRST || t == 0 || !is_empty(f, t) || !is_empty(f, t - 1);
}

/* ---- the last report of that person ---------------------------------- */

static void
add_line(struct form *f, int i, const char *tag, const char *text)
{
	struct str *to = &f->text[i];

	str_addf(to, "%s%s", to->len ? "\n" : "", tag);
	for (; *text; text++)
		str_addc(to, *text == '\n' ? ' ' : *text);
	f->at[i] = to->len;
}

/* A need is carried on while it is open; an answered one is not named again. */
static bool
still_open(const struct incident *inc, const char *who, const char *text)
{
	for (int i = 0; i < inc->n_needs; i++) {
		const struct need *n = &inc->needs[i];

		if (need_open(n) && str_same(n->who, who) &&
		    !strcmp(n->text, text))
			return true;
	}
	return false;
}

/* Tags are preset by the stage: only others are written out. */
static void
fill_triple(struct form *f, const struct form_in *in, int t,
	const struct report *r)
{
	const struct can_triple *from = &r->can->t[t];
	bool late = in->inc->under_control;
	int i = at_condition(t);

	if (*from->condition)
		add_line(f, i, (from->tag == ON_OPERATIONS) == late ? "" :
			late ? "customers: " : "operations: ",
			from->condition);
	for (int k = 0; k < from->n_actions; k++)
		add_line(f, i + 1,
			(from->actions[k].tag == FOR_REPAIR) == late ? "" :
			late ? "mitigate: " : "repair: ",
			from->actions[k].text);
	for (int k = 0; k < from->n_needs; k++)
		if (still_open(in->inc, r->who, from->needs[k]))
			add_line(f, i + 2, "", from->needs[k]);
}

static void
say_last(struct form *f, const struct form_in *in, const struct report *r)
{
	form_say(f, "Last report %s%s.", form_ago(in, r->when),
		r->next == WHEN_NONE ? "" : ", with a promise");
}

/* The triples of the last report; false when they are too many. */
static bool
fill_triples(struct form *f, const struct form_in *in, const char *who)
{
	const struct report *r = *who ? incident_report(in->inc, who) : NULL;
	int n = r && r->can ? r->can->n : 0;

	for (int i = FIRST; i < at_condition(TRIPLES); i++) {
		str_cut(&f->text[i], 0);
		f->at[i] = 0;
	}
	for (int t = 0; t < n && n <= TRIPLES; t++)
		fill_triple(f, in, t, r);
	return n <= TRIPLES;
}

/* Whether nobody has changed what the form began with. */
static bool
is_as_begun(const struct form *f, const struct form_in *in)
{
	struct form begun = {.row = f->row};
	bool same = true;

	fill_triples(&begun, in, f->base);
	for (int i = FIRST; i < at_condition(TRIPLES); i++)
		same = same && !strcmp(str_get(&f->text[i]),
			str_get(&begun.text[i]));
	form_release(&begun);
	return same;
}

static void
name_report(struct form *f, const struct form_in *in, const char *who)
{
	const struct report *r = incident_report(in->inc, who);

	str_cut(&f->body, 0);
	if (str_same(who, in->who))
		form_title(f, "%s", f->row->title);
	else
		form_title(f, "%s of %s", f->row->title, who);
	if (r)
		say_last(f, in, r);
}

#define TOO_MANY "the last report has more than %d conditions, which is" \
	" all that this form holds: `fireground can` opens it in your editor"

/* The report begins with that person's last one; text is never lost. */
static void
chose_can(struct form *f, const struct form_in *in, const char *who)
{
	bool begun = is_as_begun(f, in);

	name_report(f, in, who);
	form_use(f, "C  condition");
	if (!begun) {
		form_say(f, "What you have typed stays; the last report of"
			" %s was not put in its place.", who);
		return;
	}
	snprintf(f->base, sizeof(f->base), "%s", who);
	if (!fill_triples(f, in, who))
		snprintf(f->error, sizeof(f->error), TOO_MANY, TRIPLES);
}

static bool
fill_can(struct form *f, const struct form_in *in, struct str *why)
{
	const char *who = form_can_whose(in);

	if (!form_may(in, RIGHT_ANYONE, why))
		return false;
	if (!*who) {
		form_use(f, "Report of");
		return true;
	}
	form_put(f, "Report of", who);
	name_report(f, in, who);
	snprintf(f->base, sizeof(f->base), "%s", who);
	form_use(f, "C  condition");
	return fill_triples(f, in, who) || form_not(why, TOO_MANY, TRIPLES);
}

/* ---- its words ------------------------------------------------------ */

struct list {
	struct arena *a;
	struct words *out;
};

/* The words were made with room for ours behind them (see add_can). */
static void
put(struct list *l, const char *word, const char *text, size_t n)
{
	l->out->v[l->out->n++] = arena_dup(l->a, word);
	if (text)
		l->out->v[l->out->n++] = arena_dupn(l->a, text, n);
	l->out->v[l->out->n] = NULL;
}

static int
put_lines(struct list *l, const char *word, const char *text)
{
	int n = 0;

	while (*text) {
		size_t len = strcspn(text, "\n");

		if (strspn(text, " \t") < len) {
			put(l, word, text, len);
			n++;
		}
		text += len + (text[len] == '\n');
	}
	return n;
}

static int
lines(const struct form *f)
{
	int n = 0;

	for (int i = FIRST; i < at_condition(TRIPLES); i++)
		for (const char *s = str_get(&f->text[i]); *s; s++)
			n += *s == '\n';
	return n + 3 * TRIPLES;
}

/* Whoever writes no need at all says that nothing is needed. */
static void
add_can(const struct form *f, struct arena *a, struct words *out)
{
	struct list l = {a, out};
	size_t cap = (size_t)(out->n + 2 * lines(f) + 4);
	char **v = arena_alloc(a, cap * sizeof(*v));
	int needs = 0;

	for (int i = 0; i < out->n; i++)
		v[i] = out->v[i];
	out->v = v;
	for (int t = 0; t < TRIPLES; t++) {
		int i = at_condition(t);
		const char *condition = str_get(&f->text[i]);

		if (is_empty(f, t))
			continue;
		/* An empty one opens a triple all the same, but the first. */
		if (!is_blank(f, i) || t)
			put(&l, "--condition", condition,
				is_blank(f, i) ? 0 : strlen(condition));
		put_lines(&l, "--action", str_get(&f->text[i + 1]));
		needs += put_lines(&l, "--need", str_get(&f->text[i + 2]));
	}
	if (!needs)
		put(&l, "--no-needs", NULL, 0);
}

/* ---- no change ------------------------------------------------------ */

static void
say_report(struct form *f, const struct form_in *in, const struct report *r)
{
	for (int t = 0; r->can && t < r->can->n; t++) {
		const struct can_triple *from = &r->can->t[t];

		if (*from->condition)
			form_say(f, "C %s", from->condition);
		for (int k = 0; k < from->n_actions; k++)
			form_say(f, "A %s", from->actions[k].text);
		for (int k = 0; k < from->n_needs; k++)
			form_say(f, "N %s%s", from->needs[k], still_open(
				in->inc, r->who, from->needs[k]) ? "" :
				" (answered)");
	}
	if (r->no_needs)
		form_say(f, "N no needs");
}

static void
chose_same(struct form *f, const struct form_in *in, const char *who)
{
	const struct report *r = incident_report(in->inc, who);

	str_cut(&f->body, 0);
	form_title(f, "No change: the report of %s stands", who);
	if (r) {
		say_last(f, in, r);
		say_report(f, in, r);
	} else {
		snprintf(f->error, sizeof(f->error), "%s has not reported"
			" yet: c files the first report", who);
	}
}

static bool
fill_same(struct form *f, const struct form_in *in, struct str *why)
{
	const char *who = form_can_whose(in);

	if (!in->inc->n_reports)
		return form_not(why, "nobody has reported yet: c files the"
			" first report");
	if (!*who && in->inc->n_reports == 1)
		who = in->inc->reports[0].who;
	if (!*who) {
		form_title(f, "No change: whose report stands?");
		form_use(f, "Report of");
		return true;
	}
	if (!incident_report(in->inc, who))
		return form_not(why, "%s has not reported yet: c files the"
			" first report", who);
	form_put(f, "Report of", who);
	chose_same(f, in, who);
	form_use(f, "Next report");
	return true;
}

#define TRIPLE(n, must, s) \
	{.label = "C" n " condition", .kind = FIELD_LINE, .word = "#", \
	 .required = must, .hint = s}, \
	{.label = "A" n " actions", .kind = FIELD_MANY, .word = "#", \
	 .hint = "what is done about it, a line each"}, \
	{.label = "N" n " needs", .kind = FIELD_MANY, .word = "#", \
	 .hint = "what is missing, a line each; empty: no needs"}
#define MORE(n) TRIPLE(n, false, "another one, if there is")

const struct form_row forms_can[] = {
	{.name = "can", .title = "CAN report", .verb = "can",
		.fill = fill_can, .chose = chose_can, .has = has_can,
		.more = add_can, .f = {
		{.label = "Report of", .kind = FIELD_PERSON,
		 .word = "--from", .required = true, .people = form_can_people,
		 .hint = "who reports: first letters, or arrows"},
		{.label = "Next report", .kind = FIELD_NEXT, .word = "--next",
		 .hint = "if you promise one: 04:30Z, +20m"},
		TRIPLE(" ", true, "what you see"), MORE("2"),
		MORE("3"), MORE("4"), MORE("5"), MORE("6"), MORE("7"),
		MORE("8"),
	}},
	{.name = "same", .title = "No change", .verb = "can --same",
		.fill = fill_same, .chose = chose_same, .f = {
		{.label = "Report of", .kind = FIELD_PERSON,
		 .word = "--from", .required = true, .people = form_same_people,
		 .hint = "who reports: first letters, or arrows"},
		{.label = "Next report", .kind = FIELD_NEXT, .word = "--next",
		 .hint = "if you promise one: 04:30Z, +20m"},
	}},
	{.name = NULL},
};
