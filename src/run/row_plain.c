/*
 * plain: an incident as lines of text, for screen readers and logs, and the
 * same grammar to answer in.  Nothing is drawn: a line once printed stays.
 */
#include "run/plain.h"

#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/live.h"
#include "run/settings.h"
#include "run/submit.h"
#include "store/store.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define TICK_MS 1000

static void
on_change(void *ctx)
{
	struct plain *p = ctx;

	p->dirty = true;
}

static void
on_end(void *ctx, int signo)
{
	struct plain *p = ctx;

	(void)signo;
	p->over = true;
}

static void
on_tick(void *ctx)
{
	struct plain *p = ctx;

	store_tick(p->w->store);
	p->dirty = true;
	loop_after(p->w->loop, TICK_MS, on_tick, p);
}

/* ---- what is open ------------------------------------------------------ */

void
plain_open(struct plain *p, uint32_t number)
{
	struct store_presence here;

	live_close(p->live);
	plain_said_release(&p->said);
	p->live = number ? live_follow(p->w->store, number, on_change, p) :
		NULL;
	p->open = number;
	p->begun = false;
	p->dirty = true;
	memset(&here, 0, sizeof(here));
	here.incident = number;
	snprintf(here.who, sizeof(here.who), "%s", p->screen.who);
	snprintf(here.screen, sizeof(here.screen), "plain");
	store_here(p->w->store, &here);
}

/* The incident that is open and read, or NULL. */
const struct incident *
plain_incident(const struct plain *p)
{
	const struct incident *inc = p->live && live_ready(p->live) ?
		live_incident(p->live) : NULL;

	return inc && inc->declared ? inc : NULL;
}

/* ---- saying -------------------------------------------------------------- */

void
plain_put(struct plain *p, const char *text)
{
	struct arena *a = arena_new(0);
	size_t n = strlen(text);

	str_add(&p->out, text_safe(a, text, true));
	if (!n || text[n - 1] != '\n')
		str_addc(&p->out, '\n');
	arena_free(a);
}

static void
say_signal(struct plain *p)
{
	struct plain_signal s = {
		.age = loop_now(p->w->loop) - store_last_good(p->w->store),
		.stale = numbers_get(&p->w->settings->numbers, NUM_STALE, 1),
	};

	if (p->live)
		s.back = live_state(p->live, &s.why) == STORE_WENT_BACK;
	else
		board_ready(p->w->board, &s.why);
	plain_signal(&p->said, &s, &p->out);
}

static bool
is_there(const struct summary *rows, int n, uint32_t number)
{
	for (int i = 0; i < n; i++)
		if (rows[i].number == number)
			return true;
	return false;
}

static void
say_board(struct plain *p)
{
	const struct summary *rows;
	int n;
	uint32_t only;

	if (!board_ready(p->w->board, NULL))
		return;
	rows = board_rows(p->w->board, &n);
	only = cmd_only_live(rows, n);
	if (p->open && !is_there(rows, n, p->open))
		p->over = !err_set(&p->err, ERR_USAGE, "there is no INC-%u;"
			" `fireground status` lists all", (unsigned)p->open);
	if (!p->open && only)
		plain_open(p, only);
	else if (!p->open && !p->looked && !n)
		plain_put(p, "No incident. `declare TITLE` begins one.");
	else if (!p->open && !p->looked)
		plain_put(p, "No incident is open here: `status` lists them, `open"
			" INC-n` goes to one.");
	p->looked = true;
	plain_board(&p->said, rows, n, p->open, &p->out);
}

/* All that is new since it was last asked. */
static void
say_news(struct plain *p)
{
	const struct incident *inc = plain_incident(p);
	when_ms now = clock_now(&p->w->clock);

	p->dirty = false;
	if (inc && p->begun)
		plain_news(&p->said, inc, p->screen.who, now, &p->out);
	else if (inc)
		plain_begin(&p->said, inc, p->screen.who, now, &p->out);
	p->begun = inc != NULL;
	say_signal(p);
	say_board(p);
}

bool
plain_flush(struct plain *p)
{
	bool ok = cli_print(p->cli, str_get(&p->out), &p->err);

	str_cut(&p->out, 0);
	return ok && !p->cli->gone;
}

static void
on_input(void *ctx, int fd, short revents)
{
	struct plain *p = ctx;
	char buf[4096];
	ssize_t n = read(fd, buf, sizeof(buf));

	(void)revents;
	if (n > 0) {
		for (ssize_t i = 0; i < n; i++)
			str_addc(&p->typed, buf[i] ? buf[i] : ' ');
		plain_typed(p, false);
		p->dirty = true;
		return;
	}
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	plain_typed(p, true);
	loop_fd_stop(p->in);
	p->in = NULL;
	/* A log goes on for ever; somebody who types has said that it ends. */
	if (isatty(STDIN_FILENO) || isatty(STDOUT_FILENO))
		p->ended = true;
}

/* ---- all of it --------------------------------------------------------------- */

/* Lines are taken once there is something that they can be about. */
static void
begin_typing(struct plain *p)
{
	if (p->reads || !p->looked || (p->open && !p->begun))
		return;
	p->reads = true;
	p->in = loop_fd_watch(p->w->loop, STDIN_FILENO, POLLIN, on_input, p);
	if (isatty(STDIN_FILENO))
		plain_put(p, "Type commands, such as: note TEXT. `help` lists"
			" them, q ends.");
}

static void
open_all(struct plain *p)
{
	static const int ends[] = {SIGTERM, SIGINT, SIGHUP};
	struct cli *cli = p->cli;
	const char *name = cmd_pos(&cli->args, 0);

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		loop_signal(p->w->loop, ends[i], on_end, p);
	screen_init(&p->screen, p->w->via);
	snprintf(p->screen.who, sizeof(p->screen.who), "%s", p->w->who);
	p->screen.read_only = cli->line->opt.read_only;
	p->submit = submit_new(p->w);
	board_watch(p->w->board, on_change, p);
	plain_open(p, name ? cmd_incident(name) : cli->line->incident);
	on_tick(p);
}

static void
close_all(struct plain *p)
{
	loop_fd_stop(p->in);
	submit_free(p->submit);
	live_close(p->live);
	plain_said_release(&p->said);
	screen_release(&p->screen);
	str_release(&p->typed);
	str_release(&p->out);
}

/* Answers that are still awaited are said before it ends. */
static bool
is_over(const struct plain *p)
{
	return p->over || (p->ended && !submit_waiting(p->submit, NULL));
}

bool
run_plain(struct cli *cli, struct err *err)
{
	struct plain p = {.cli = cli, .w = &cli->world};

	if (!world_open(p.w, &cli->line->opt, err) ||
	    !world_store(p.w, err))
		return false;
	open_all(&p);
	while (!is_over(&p)) {
		loop_turn(p.w->loop, -1);
		if (p.dirty && !p.over)
			say_news(&p);
		begin_typing(&p);
		if (!plain_flush(&p))
			p.over = true;
	}
	close_all(&p);
	return !p.err.code || err_set(err, p.err.code, "%s", p.err.text);
}
