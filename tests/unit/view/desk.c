#include "unit/view/desk.h"

#include "base/key.h"
#include "base/mem.h"
#include "base/text.h"
#include "view/answer.h"
#include "view/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

static const struct person people[] = {
	{"ana", "commander", "", "+44 1", "", true},
	{"mei", "customers", "", "+44 2", "", true},
	{"raj", "database", "", "+44 3", "", true},
	{"li", "network", "", "+44 4", "", true},
	{"ines", "cdn", "", "", "", false},
};

struct desk *
desk_new(const char *who)
{
	struct desk *d = mem_new(sizeof(*d));

	d->a = arena_new(0);
	d->frame = arena_new(0);
	screen_init(&d->s, "ana@host");
	snprintf(d->s.who, sizeof(d->s.who), "%s", who);
	d->roster = (struct roster){people, 5};
	numbers_init(&d->numbers);
	if (!when_parse_iso("2026-11-22T14:00:00Z", &d->now))
		fail();
	d->mono = 1000000;
	d->h = 24;
	d->w = 80;
	return d;
}

void
desk_free(struct desk *d)
{
	screen_release(&d->s);
	incident_free(d->was);
	incident_free(d->inc);
	incident_free(d->other);
	arena_free(d->frame);
	arena_free(d->a);
	free(d);
}

/* ---- what is known ---------------------------------------------------- */

static struct incident *
shown(struct desk *d)
{
	if (!d->s.past.n)
		return d->inc;
	incident_free(d->was);
	return d->was = incident_at(d->inc, d->s.past.n);
}

static when_ms
now_of(const struct desk *d)
{
	return d->s.past.n ? d->s.past.at : d->now;
}

struct vm_in
desk_in(struct desk *d)
{
	return (struct vm_in){
		.inc = d->s.mode == MODE_INCIDENT ? shown(d) : NULL,
		.present_n = d->inc ? d->inc->n : 0,
		.present = d->s.past.n ? d->now : 0,
		.board = d->board, .n_board = d->n_board,
		.board_total = d->n_board, .screen = &d->s,
		.roster = &d->roster, .now = now_of(d), .mono = d->mono,
		.last_good = d->away ? d->mono - 20000 : d->mono,
		.store_error = d->away ? "cannot read the store" : NULL,
		.went_back = d->went_back, .store = "memory",
		.read_only = d->s.read_only, .ascii = d->ascii,
		.h = d->h, .w = d->w,
		.a = d->frame,
	};
}

static struct cmd_env
env_of(struct desk *d, const char *who)
{
	return (struct cmd_env){
		.inc = shown(d), .whole = d->inc, .other = d->other,
		.board = d->board,
		.n_board = d->n_board, .who = who, .via = "test@host",
		.now = now_of(d), .ref = d->now, .happened = WHEN_NONE,
		.numbers = &d->numbers, .roster = &d->roster,
		.bridge = "https://meet.example.com/inc-%n",
		.protocol = "one voice at a time", .next_number = 17,
		.store = "memory", .screen = &d->s, .arena = d->frame,
	};
}

/* ---- what happens ----------------------------------------------------- */

static void
append(struct desk *d, struct event *e)
{
	struct str head = {0}, data = {0};
	struct hash hash = {{0}};

	if (!d->inc)
		d->inc = incident_new(17);
	e->incident = 17;
	e->n = d->inc->n + 1;
	e->version = EVENT_VERSION;
	e->id.b[0] = (uint8_t)e->n;
	e->id.b[1] = (uint8_t)(e->n >> 8);
	hash.b[0] = (uint8_t)e->n;
	event_head(e, &head);
	event_data(e, &data);
	incident_apply(d->inc, str_get(&head), str_get(&data), &hash);
	str_release(&head);
	str_release(&data);
}

static bool
run_words(struct desk *d, const char *who, const struct words *w)
{
	struct cmd_env env = env_of(d, who);
	struct cmd_args args;
	struct outcome out;

	if (d->s.mode == MODE_BOARD)
		env.inc = NULL;
	if (!cmd_parse(d->frame, w->v, w->n, &args, &d->err))
		return false;
	if (args.row->use & USE_WRITE) {
		env.inc = d->inc;
		env.now = d->now;
		if (who == d->s.who && cmd_asks_who(&env, d->ran))
			return true;
	}
	if (!cmd_decide(&env, &args, d->premise.taken ? &d->premise : NULL,
	    &out, &d->err))
		return false;
	for (int i = 0; i < out.n_drafts; i++)
		append(d, out.drafts[i]);
	if (d->inc)
		incident_settle(d->inc);
	if (out.text.len)
		screen_say(&d->s, SAID_DONE, d->mono, "%s",
			str_get(&out.text));
	if (args.row->use & USE_NEW)
		d->s.wants_open = 17;
	outcome_release(&out);
	return true;
}

static bool
run_line(struct desk *d, const char *who, const char *line)
{
	struct words w;

	snprintf(d->ran, sizeof(d->ran), "%s", line);
	return words_split(d->frame, line, &w, &d->err) &&
		run_words(d, who, &w);
}

static void
open_incident(struct desk *d)
{
	d->s.wants_open = 0;
	d->s.mode = MODE_INCIDENT;
	d->s.incident = 17;
	screen_focus(&d->s, PANE_ATTENTION);
}

void
desk_run(struct desk *d, const char *who, const char *line)
{
	d->premise.taken = false;
	if (!run_line(d, who, line))
		fail_msg("%s: %s: %s", who, line, d->err.text);
	d->s.said = SAID_NOTHING;
	d->s.wants_open = 0;
	if (d->inc && d->s.mode == MODE_BOARD)
		open_incident(d);
}

const struct entry *
desk_last(const struct desk *d)
{
	return &d->inc->entries[d->inc->n - 1];
}

void
desk_wait(struct desk *d, int seconds)
{
	d->now += seconds * WHEN_SECOND;
	d->mono += seconds * 1000;
}

/* ---- keys --------------------------------------------------------------- */

static void
run_key(struct desk *d, const char *line)
{
	if (!run_line(d, d->s.who, line))
		screen_say(&d->s, SAID_ERROR, d->mono, "%s", d->err.text);
}

static void
take_wishes(struct desk *d)
{
	const char *line;

	while ((line = screen_take_run(&d->s, d->frame))) {
		cmd_premise_press(&d->premise, d->s.mode == MODE_INCIDENT ?
			d->inc : NULL, &d->s);
		run_key(d, line);
	}
	if (d->s.then.due)
		screen_then_end(&d->s);
	if (d->s.wants_open)
		open_incident(d);
	if (d->s.wants_board) {
		d->s.wants_board = false;
		d->s.mode = MODE_BOARD;
		screen_focus(&d->s, PANE_BOARD);
	}
}

static void
send_form(struct desk *d)
{
	struct form *f = &d->s.form;
	struct words w;

	assert_true(f->sending);
	d->premise = (struct cmd_premise){true, f->incident, f->stage_n,
		f->command_n};
	assert_true(form_words(f, d->frame, &w));
	snprintf(d->ran, sizeof(d->ran), "%s",
		words_join(d->frame, w.v, w.n));
	if (run_words(d, d->s.who, &w))
		screen_drop(&d->s);
	else
		form_refuse(f, d->err.text);
	d->premise.taken = false;
}

enum screen_did
desk_press(struct desk *d, const struct key *key)
{
	struct str line = {0};
	struct vm_in in;
	enum screen_did did;
	struct answer answer;

	arena_reset(d->frame);
	in = desk_in(d);
	/* It is on the screen; for each letter of a text that is not needed. */
	if (!key_is_text(key) || d->s.over == OVER_NONE)
		in.drawn = vm_build(&in);
	answer_begin(&answer, key, &in);
	d->keys++;
	d->err = (struct err){0};
	did = screen_key(&d->s, key, &in, &line);
	d->premise.taken = false;
	if (did == DID_FORM)
		send_form(d);
	else if (did == DID_LINE)
		run_key(d, str_get(&line));
	assert_true(did == DID_LINE || !line.len);
	take_wishes(d);
	in = desk_in(d);
	answer_end(&answer, str_get(&line), &in, &d->s);
	str_release(&line);
	screen_drawn(&d->s, vm_build(&in));
	return did;
}

enum screen_did
desk_quick(struct desk *d, const char *names)
{
	enum screen_did did = DID_NOTHING;
	char name[32];

	while (*names) {
		size_t n = strcspn(names, " ");
		struct key key;

		snprintf(name, sizeof(name), "%.*s", (int)n, names);
		if (!key_parse(name, &key))
			fail_msg("no key: %s", name);
		did = desk_press(d, &key);
		names += n + (names[n] == ' ');
	}
	return did;
}

enum screen_did
desk_keys(struct desk *d, const char *names)
{
	enum screen_did did = DID_NOTHING;
	char name[32];

	while (*names) {
		size_t n = strcspn(names, " ");

		snprintf(name, sizeof(name), "%.*s", (int)n, names);
		desk_wait(d, 1);
		did = desk_quick(d, name);
		names += n + (names[n] == ' ');
	}
	return did;
}

void
desk_type(struct desk *d, const char *text)
{
	for (; *text; text++)
		desk_press(d, &(struct key){.code = KC_CHAR, .cp =
			(unsigned char)*text});
}

void
desk_paste(struct desk *d, const char *text)
{
	desk_press(d, &(struct key){.code = KC_PASTE, .text = text,
		.len = strlen(text)});
}

void
desk_select(struct desk *d, enum pane_id id, const char *row)
{
	screen_focus(&d->s, id);
	snprintf(d->s.pane[id].row, sizeof(d->s.pane[id].row), "%s", row);
}
