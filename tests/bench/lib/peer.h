/*
 * A program that runs in a terminal of its own, and what it writes there.
 *
 * Times are CLOCK_MONOTONIC in nanoseconds; the start is the instant right
 * before exec.
 */
#ifndef FG_TESTS_BENCH_PEER_H
#define FG_TESTS_BENCH_PEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define PEER_ROWS 45
#define PEER_COLUMNS 160

struct peer {
	pid_t pid;
	int fd;          /* our end of its terminal */
	int64_t *started; /* ns; in memory shared with it */
	int64_t last;    /* ns, when bytes came last; 0: none did */
	int64_t ended;   /* ns, when it was waited for; 0: it runs */
	int64_t bytes;   /* all it wrote */
	int status;      /* as of waitpid() */
	char *out;       /* what it wrote since peer_forget(), with a NUL */
	size_t len, cap;
};

/** The present instant, ns. */
int64_t peer_now(void);

/** Starts @argv; ends this program with a sentence when that cannot be. */
void peer_start(struct peer *p, const char *const *argv);

/** From its start to its last bytes, and to its end, ns; 0: not yet. */
int64_t peer_written(const struct peer *p);
int64_t peer_lived(const struct peer *p);

/** Reads until it has been silent for @quiet ms, or has ended. */
void peer_settle(struct peer *p, int quiet);

/** Reads for @span ms; false when it ended. */
bool peer_watch(struct peer *p, int64_t span);

/**
 * Reads until it has written @text, @limit ms at most, and the burst that
 * brought it is over; false when the text did not come.
 */
bool peer_await(struct peer *p, const char *text, int limit);

/** Whether it has written @text since peer_forget(). */
bool peer_wrote(const struct peer *p, const char *text);

/** Types @keys. */
void peer_type(struct peer *p, const char *keys);

/** Forgets what it wrote; the counts stay. */
void peer_forget(struct peer *p);

/** Reads until it ends by itself; whether that was with exit code 0. */
bool peer_wait(struct peer *p);

/** Asks it to end, by force after two seconds, and frees what it wrote. */
void peer_stop(struct peer *p);

#endif
