/*
 * stall FIREGROUND FOLDER STORE: a terminal that stops reading while entries
 * arrive.  The dashboard's loop goes on: how often, and how long its longest
 * turn took, tells turns.so.  In the end the screen has the last entry.
 */
#include "bench/lib/figure.h"
#include "bench/lib/invent.h"
#include "bench/lib/peer.h"
#include "bench/turns/turns.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 10000 /* ms */
#define ENTRIES 500
#define LAST "Iguanodon" /* a word of the last note */

static struct turns *
turns_open(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	struct turns *t = MAP_FAILED;

	if (fd >= 0 && ftruncate(fd, sizeof(*t)) == 0)
		t = mmap(NULL, sizeof(*t), PROT_READ | PROT_WRITE, MAP_SHARED,
			fd, 0);
	if (fd >= 0)
		close(fd);
	if (t == MAP_FAILED) {
		fprintf(stderr, "stall: %s cannot be kept\n", path);
		exit(3);
	}
	return t;
}

static void
note(const char *fireground, const char *url, const char *text)
{
	const char *const argv[] = {fireground, "--store", url, "--as", "li",
		"-i", "1", "note", text, NULL};
	struct peer p;

	peer_start(&p, argv);
	if (!peer_wait(&p)) {
		fprintf(stderr, "stall: a note was refused:\n%s\n", p.out);
		exit(3);
	}
	peer_stop(&p);
}

/* Spread evenly over the time; nothing of the dashboard is read. */
static void
notes(const char *fireground, const char *url, int seconds)
{
	int64_t from = peer_now();

	for (int i = 1; i <= ENTRIES; i++) {
		int64_t at = from + (int64_t)seconds * 1000000000 / ENTRIES *
			i;
		int64_t left = at - peer_now();
		char text[64];

		snprintf(text, sizeof(text), "%s %d",
			i == ENTRIES ? LAST : "entry", i);
		note(fireground, url, text);
		if (left > 0)
			nanosleep(&(struct timespec){left / 1000000000,
				left % 1000000000}, NULL);
	}
}

int
main(int argc, char **argv)
{
	const char *idle = getenv("BENCH_IDLE");
	int seconds = idle ? (int)strtol(idle, NULL, 10) : 60;
	char path[4096], preload[4096];
	struct turns *turns, during;
	struct peer p;
	bool kept;

	if (argc != 4) {
		fprintf(stderr, "stall FIREGROUND FOLDER STORE\n");
		return 2;
	}
	snprintf(path, sizeof(path), "%s/turns", argv[2]);
	snprintf(preload, sizeof(preload), "%s/turns.so", argv[2]);
	turns = turns_open(path);
	setenv("BENCH_TURNS", path, 1);
	setenv("LD_PRELOAD", preload, 1);
	peer_start(&p, (const char *const[]){argv[1], "--store", argv[3],
		"--as", "ana", "-i", "1", NULL});
	unsetenv("LD_PRELOAD");
	if (!peer_await(&p, INVENT_LAST, PATIENCE))
		return 3;
	/* Full frames, so that the terminal is full at once. */
	peer_type(&p, "\f\f\f\f\f\f\f\f");
	*turns = (struct turns){0, 0};
	notes(argv[1], argv[3], seconds);
	during = *turns;
	kept = figure_print(&(struct figure){"stalled: turns of the loop",
		(double)during.turns / seconds, "/s", NULL, 0, 0});
	kept = figure_print(&(struct figure){"stalled: the longest turn",
		(double)during.longest / 1e6, "ms", NULL, 0, 50}) && kept;
	if (during.turns < ENTRIES / 2 || !peer_await(&p, LAST, PATIENCE)) {
		printf("the loop did not go on, or its last entry is not to"
			" be seen\n");
		kept = false;
	}
	peer_stop(&p);
	return kept ? 0 : 1;
}
