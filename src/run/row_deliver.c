/* deliver: a courier without a screen. */
#include "run/rows.h"

#include "base/mem.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/courier.h"
#include "run/settings.h"
#include "store/store.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#define TICK_MS 1000
#define END_MS 25000 /* for what is on its way when it is to end */

struct deliver {
	struct cli *cli;
	struct courier *courier;
	bool looked;         /* the board was read once */
	int ends;            /* signals to end, until now */
	bool lost;           /* nobody reads our output */
	struct err err;
};

/* "2026-11-22T14:31:19.123Z INC-17 12,13 company: sent" */
static void
on_news(void *ctx, const struct courier_news *n)
{
	struct deliver *d = ctx;
	struct arena *a = arena_new(0);
	char name[16], now[WHEN_MAX];
	struct str out = {0};

	str_addf(&out, "%s %s ", when_iso(clock_now(&d->cli->world.clock),
		now), incident_name(n->inc->number, name));
	for (int i = 0; i < n->item->n; i++)
		str_addf(&out, "%s%d", i ? "," : "", n->item->entries[i]);
	str_addf(&out, "%s %s: %s%s\n", n->item->stop ? " called off" : "",
		n->channel->name, courier_says(n->state, n->wait, n->why, a),
		n->item->repeat && !n->channel->adapter->idempotent ?
		", may be a repeat" : "");
	d->lost |= !cli_print(d->cli, str_get(&out), &d->err);
	str_release(&out);
	arena_free(a);
}

static void
on_board(void *ctx)
{
	struct deliver *d = ctx;

	d->looked |= board_ready(d->cli->world.board, NULL);
	courier_board(d->courier);
}

static void
on_tick(void *ctx)
{
	struct deliver *d = ctx;

	store_tick(d->cli->world.store);
	loop_after(d->cli->world.loop, TICK_MS, on_tick, d);
}

static void
on_time_over(void *ctx)
{
	struct deliver *d = ctx;

	courier_hurry(d->courier);
}

/* The first one lets what is on its way arrive, the second one does not. */
static void
on_end(void *ctx, int signo)
{
	struct deliver *d = ctx;

	(void)signo;
	if (d->ends++ == 0) {
		courier_stop(d->courier);
		loop_after(d->cli->world.loop, END_MS, on_time_over, d);
	} else {
		courier_hurry(d->courier);
	}
}

/* Secrets are asked for now, while somebody may be there to say them. */
static bool
unlock(struct deliver *d, struct err *err)
{
	const struct channels *list = &d->cli->world.settings->channels;
	int open = 0;

	for (int i = 0; i < list->n; i++) {
		if (courier_unlock(d->courier, i, err))
			open++;
		else
			cli_fail(err);
	}
	return open || err_set(err, ERR_REFUSED, "no channel is open, so"
		" nothing can be sent");
}

static bool
open_all(struct deliver *d, struct err *err)
{
	static const int ends[] = {SIGTERM, SIGINT, SIGHUP};
	struct world *w = &d->cli->world;
	struct store_presence here;

	if (w->opt.read_only)
		return err_set(err, ERR_REFUSED, "deliver: opened with"
			" --read-only, so nothing is carried");
	if (!w->settings->channels.n)
		return err_set(err, ERR_USAGE, "no channel is configured:"
			" `fireground init -` shows how one is");
	d->courier = courier_open(w, on_news, d);
	if (!d->courier)
		return err_set(err, ERR_REFUSED, "nothing leaves %s: it is"
			" for practice, or for reading alone",
			store_name(w->store));
	if (!unlock(d, err))
		return false;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		loop_signal(w->loop, ends[i], on_end, d);
	memset(&here, 0, sizeof(here));
	snprintf(here.who, sizeof(here.who), "%s", COURIER_NAME);
	snprintf(here.screen, sizeof(here.screen), "%s", COURIER_SCREEN);
	store_here(w->store, &here);
	board_watch(w->board, on_board, d);
	on_tick(d);
	return true;
}

static bool
is_over(const struct deliver *d, bool once)
{
	if (d->lost || d->cli->gone)
		return true;
	if (d->ends)
		return !courier_busy(d->courier);
	return once && d->looked && courier_idle(d->courier);
}

bool
run_deliver(struct cli *cli, struct err *err)
{
	struct deliver d = {.cli = cli};
	bool once = cmd_option(&cli->args, "--once") != NULL;
	bool ok = open_all(&d, err);

	while (ok && !is_over(&d, once))
		loop_turn(cli->world.loop, -1);
	courier_free(d.courier);
	if (ok && d.lost)
		return err_set(err, ERR_STORE, "%s", d.err.text);
	return ok;
}
