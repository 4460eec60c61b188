/*
 * bench FIREGROUND FOLDER STORE: how fireground compares with its floors.
 *
 * STORE has one incident, made by make_incident.  Programs with a screen are
 * timed from exec to the last byte before a silence, others to their end;
 * their runs are interleaved, so that a busy moment of the machine hits all of
 * them, and medians are compared.  The end is 1 when a target is missed.
 */
#include "bench/lib/figure.h"
#include "bench/lib/invent.h"
#include "bench/lib/peer.h"
#include "bench/lib/usage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define QUIET 60       /* ms of silence after the first full frame */
#define PATIENCE 10000 /* ms for what should come in 100 */
#define PROMPT 350     /* ms after which a prompt takes an Enter */

struct bench {
	const char *fireground;
	const char *folder; /* of the floors */
	const char *url;    /* of the store */
	const char *file;   /* of the same */
	int runs;
	int idle;      /* s */
	bool missed;
};

/* One program of a round. */
struct racer {
	const char *argv[8];
	const char *shows; /* on its full screen; NULL: it ends by itself */
	bool to_end;       /* timed to its end, else to its last byte */
	struct runs runs;
};

static int
setting(const char *name, int otherwise)
{
	const char *text = getenv(name);
	long value = text ? strtol(text, NULL, 10) : 0;

	return value > 0 && value < FIGURE_RUNS ? (int)value : otherwise;
}

static void
figure(struct bench *b, const struct figure *f)
{
	if (!figure_print(f))
		b->missed = true;
}

static void
give_up(const struct peer *p, const char *name)
{
	fprintf(stderr, "bench: %s did not do what it is here for:\n%.4000s\n",
		name, p->out ? p->out : "");
	exit(3);
}

/* Runs it once; without its work done there is nothing to compare. */
static void
race(struct racer *r, bool counts)
{
	struct peer p;

	peer_start(&p, r->argv);
	if (r->shows ? !peer_await(&p, r->shows, PATIENCE) : !peer_wait(&p))
		give_up(&p, r->argv[0]);
	peer_settle(&p, QUIET);
	if (counts)
		runs_add(&r->runs, r->to_end ? peer_lived(&p) :
			peer_written(&p));
	peer_stop(&p);
}

/* Its median, printed as what others are measured by. */
static double
floor_of(const struct racer *r, const char *name)
{
	double ms = runs_ms(&r->runs, 50);

	figure_print(&(struct figure){name, ms, "ms", NULL, 0, 0});
	return ms;
}

static void
opening(struct bench *b)
{
	char screen_path[4096], read_path[4096], store_path[4096];
	struct racer screen = {.argv = {screen_path}};
	struct racer reader = {.argv = {read_path, b->file}};
	struct racer store = {.to_end = true, .argv = {store_path, b->file}};
	struct racer status = {.to_end = true, .argv =
		{b->fireground, "--store", b->url, "status"}};
	struct racer line = {.to_end = true, .argv =
		{b->fireground, "--store", b->url, "status", "--for", "tmux"}};
	struct racer board = {.shows = INVENT_LAST, .argv =
		{b->fireground, "--store", b->url, "--as", "ana", "-i", "1"}};
	double opened, read;

	snprintf(screen_path, sizeof(screen_path), "%s/floor_screen",
		b->folder);
	snprintf(read_path, sizeof(read_path), "%s/floor_read", b->folder);
	snprintf(store_path, sizeof(store_path), "%s/floor_store", b->folder);
	for (int i = -1; i < b->runs; i++) {
		race(&screen, i >= 0);
		race(&board, i >= 0);
		race(&store, i >= 0);
		race(&status, i >= 0);
		race(&line, i >= 0);
		race(&reader, i >= 0);
	}
	opened = runs_ms(&board.runs, 50);
	read = floor_of(&reader, "floor_read, the same entries");
	figure(b, &(struct figure){"opening, to the first full frame", opened,
		"ms", "floor_screen", floor_of(&screen, "floor_screen"), 8});
	figure(b, &(struct figure){"  the same", opened, "ms", "floor_read",
		read, 0});
	figure(b, &(struct figure){"status", runs_ms(&status.runs, 50), "ms",
		"floor_store", floor_of(&store, "floor_store"), 3});
	figure(b, &(struct figure){"status --for tmux",
		runs_ms(&line.runs, 50), "ms", "floor_store",
		floor_of(&store, "floor_store"), 3});
}

/* A dashboard with the whole incident on it. */
static void
dashboard(const struct bench *b, struct peer *p, const char *who)
{
	const char *const argv[] = {b->fireground, "--store", b->url, "--as",
		who, "-i", "1", NULL};

	peer_start(p, argv);
	if (!peer_await(p, INVENT_LAST, PATIENCE))
		give_up(p, b->fireground);
	peer_settle(p, QUIET);
}

static void
idling(struct bench *b)
{
	struct usage before, after;
	double s = b->idle, pss;
	int64_t bytes;
	struct peer p;

	dashboard(b, &p, "ana");
	/* What is done once, right after the first frame, is no idling. */
	peer_watch(&p, 2000);
	usage_read(p.pid, &before);
	bytes = p.bytes;
	peer_watch(&p, (int64_t)b->idle * 1000);
	usage_read(p.pid, &after);
	bytes = p.bytes - bytes;
	pss = (double)usage_pss(p.pid) / 1024;
	if (p.ended || pss <= 0)
		give_up(&p, "the idle dashboard");
	peer_stop(&p);
	figure(b, &(struct figure){"idle: wake-ups",
		(double)(after.wakes - before.wakes) / s, "/s", NULL, 0, 1.1});
	figure(b, &(struct figure){"idle: of a core",
		(double)(after.cpu_ns - before.cpu_ns) / 1e7 / s, "%", NULL, 0,
		0.1});
	figure(b, &(struct figure){"idle: to the terminal",
		(double)bytes * 60 / s, "B/m", NULL, 0, 5000});
	figure(b, &(struct figure){"memory, as PSS", pss, "MiB", NULL, 0, 12});
}

/* Types a note on one dashboard; when its Enter was typed, ns. */
static int64_t
note_type(struct peer *writer, const char *text)
{
	int64_t from;

	peer_type(writer, "n");
	peer_watch(writer, PROMPT);
	peer_type(writer, text);
	peer_watch(writer, PROMPT);
	from = peer_now();
	peer_type(writer, "\r");
	return from;
}

/* Writes a note from the command line; when that was started, ns. */
static int64_t
note_run(const struct bench *b, const char *text, struct peer *reader)
{
	const char *const argv[] = {b->fireground, "--store", b->url, "--as",
		"li", "note", text, NULL};
	struct peer p;
	int64_t from;

	peer_start(&p, argv);
	peer_await(reader, text, PATIENCE);
	from = *p.started;
	if (!peer_wait(&p))
		give_up(&p, "note");
	peer_stop(&p);
	return from;
}

static void
sharing(struct bench *b)
{
	struct runs typed = {.n = 0}, command = {.n = 0};
	struct peer writer, reader;
	char text[16];

	dashboard(b, &reader, "ana");
	dashboard(b, &writer, "raj");
	for (int i = 0; i < b->runs * 2; i++) {
		int64_t from;

		peer_forget(&reader);
		peer_forget(&writer);
		from = i % 2 ? note_run(b, invent_word(text, i), &reader) :
			note_type(&writer, invent_word(text, i));
		if (!peer_await(&reader, text, PATIENCE))
			give_up(&reader, "the dashboard that watches");
		runs_add(i % 2 ? &command : &typed, reader.last - from);
		peer_watch(&writer, QUIET);
		peer_watch(&reader, QUIET);
	}
	peer_stop(&writer);
	peer_stop(&reader);
	figure(b, &(struct figure){"Enter on one dashboard to frame on another",
		runs_ms(&typed, 50), "ms", NULL, 0, 100});
	figure(b, &(struct figure){"exec of `note` to frame on a dashboard",
		runs_ms(&command, 50), "ms", NULL, 0, 100});
}

/* Others at work are in the way of the longer run more than of its floor. */
static void
warn_if_busy(void)
{
	double load;

	if (getloadavg(&load, 1) == 1 &&
	    load > (double)sysconf(_SC_NPROCESSORS_ONLN) / 2)
		printf("This machine is busy (load %.1f): measure again when "
			"it is not.\n", load);
}

int
main(int argc, char **argv)
{
	struct bench b = {
		.runs = setting("BENCH_RUNS", 21),
		.idle = setting("BENCH_IDLE", 60),
	};

	if (argc != 4 || strncmp(argv[3], "sqlite:", 7) != 0) {
		fprintf(stderr, "bench FIREGROUND FOLDER sqlite:FILE\n");
		return 2;
	}
	b.fireground = argv[1];
	b.folder = argv[2];
	b.url = argv[3];
	b.file = argv[3] + strlen("sqlite:");
	printf("%d runs interleaved, medians; %d s idle; %dx%d\n", b.runs,
		b.idle, PEER_COLUMNS, PEER_ROWS);
	figure_head();
	opening(&b);
	idling(&b);
	sharing(&b);
	warn_if_busy();
	return b.missed ? 1 : 0;
}
