/*
 * vt WxH PROGRAM [ARG]...: runs it in a terminal emulator (libvterm), and does
 * with it what the lines of standard input say, until one of them fails:
 *
 *	wait REGEX       some row of the screen matches (extended, of POSIX)
 *	gone REGEX       none does any more
 *	type TEXT        types it as it stands
 *	bytes TEXT       the same with \e, \r, \n, \t, \\ and \xNN
 *	size WxH         gives the terminal another size
 *	storm N SEED     N random sizes from 1x1 to 500x200
 *	stall            stops reading what the program writes; go: reads on
 *	run COMMAND      in a shell, to its end, which must be good
 *	until COMMAND    again and again, until it ends well
 *	begin COMMAND    the same beside what follows; finish: waits for it
 *	settle MS        reads until nothing comes for so long
 *	raw FILE         keeps what comes from now on
 *	save FILE        writes the screen
 *	same FILE        the screen becomes what is in it
 *	mode NAME VALUE  alternate, cursor, mouse or answers has that value
 *	straight         the frames on the screen are or become straight
 *	pages BYTES      types them until nothing changes: straight each time
 *	end CODE         the program ends by itself with that code
 *
 * vt straight WxH: whether the frames of the screen on standard input are.
 * vt widths: tries the width of all code points, see widths.c.
 *
 * What is waited for may take 20 s.  The program is ended when the lines are.
 */
#include "vt/script.h"
#include "vt/straight.h"
#include "vt/widths.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define GUST 6         /* ms at most between two sizes of a storm */
#define MOST_ROWS 200
#define MOST_COLS 500

/* ---- doing -------------------------------------------------------------- */

static bool
vt_type(struct vt *t, char *arg)
{
	emulator_type(&t->e, arg, strlen(arg));
	return true;
}

bool
vt_bytes(struct vt *t, char *arg)
{
	char *to = arg;

	for (const char *s = arg; *s; s++) {
		char hex[3] = {0};

		if (*s != '\\' || !s[1]) {
			*to++ = *s;
			continue;
		}
		s++;
		if (*s == 'x' && s[1] && s[2]) {
			memcpy(hex, s + 1, 2);
			*to++ = (char)strtol(hex, NULL, 16);
			s += 2;
		} else {
			*to++ = *s == 'e' ? '\033' : *s == 'r' ? '\r' :
				*s == 'n' ? '\n' : *s == 't' ? '\t' : *s;
		}
	}
	emulator_type(&t->e, arg, (size_t)(to - arg));
	return true;
}

static bool
vt_size(struct vt *t, char *arg)
{
	char *rest;
	long cols = strtol(arg, &rest, 10);
	long rows = *rest == 'x' ? strtol(rest + 1, NULL, 10) : 0;

	if (rows < 1 || cols < 1)
		return false;
	emulator_size(&t->e, (int)rows, (int)cols);
	return true;
}

/* Some sizes come while a frame is under way, some when it is over. */
static bool
vt_storm(struct vt *t, char *arg)
{
	char *rest;
	long n = strtol(arg, &rest, 10);
	uint64_t x = strtoull(rest, NULL, 10) * 2654435761u + 1;

	for (long i = 0; i < n && !t->e.ended; i++) {
		x ^= x << 13;
		x ^= x >> 7;
		x ^= x << 17;
		emulator_size(&t->e, 1 + (int)(x % MOST_ROWS),
			1 + (int)((x >> 16) % MOST_COLS));
		emulator_read(&t->e, (int)((x >> 32) % GUST));
	}
	return !t->e.ended;
}

static bool
vt_stall(struct vt *t, char *arg)
{
	(void)arg;
	t->e.stalled = true;
	return true;
}

static bool
vt_go(struct vt *t, char *arg)
{
	(void)arg;
	t->e.stalled = false;
	return true;
}

static bool
vt_begin(struct vt *t, char *arg)
{
	t->beside = fork();
	if (t->beside == 0) {
		execl("/bin/sh", "sh", "-c", arg, (char *)NULL);
		_exit(127);
	}
	return t->beside > 0;
}

static bool
vt_finish(struct vt *t, char *arg)
{
	int status = -1;

	(void)arg;
	while (t->beside > 0 && waitpid(t->beside, &status, WNOHANG) == 0)
		emulator_read(&t->e, LOOK);
	t->beside = 0;
	return status == 0;
}

static bool
vt_run(struct vt *t, char *arg)
{
	return vt_begin(t, arg) && vt_finish(t, arg);
}

static bool
vt_until(struct vt *t, char *arg)
{
	int64_t end = emulator_now() + PATIENCE;

	while (!vt_run(t, arg)) {
		if (emulator_now() > end)
			return false;
		emulator_read(&t->e, LOOK);
	}
	return true;
}

static bool
vt_settle(struct vt *t, char *arg)
{
	emulator_settle(&t->e, (int)strtol(arg, NULL, 10));
	return true;
}

static bool
vt_raw(struct vt *t, char *arg)
{
	if (t->e.raw >= 0)
		close(t->e.raw);
	t->e.raw = open(arg, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	return t->e.raw >= 0;
}

static bool
vt_end(struct vt *t, char *arg)
{
	return emulator_end(&t->e, PATIENCE) && WIFEXITED(t->e.status) &&
		WEXITSTATUS(t->e.status) == strtol(arg, NULL, 10);
}

/* ---- lines -------------------------------------------------------------- */

static const struct { const char *name; vt_fn *fn; } commands[] = {
	{"wait", vt_wait}, {"gone", vt_gone}, {"type", vt_type},
	{"bytes", vt_bytes}, {"size", vt_size}, {"storm", vt_storm},
	{"stall", vt_stall}, {"go", vt_go}, {"run", vt_run},
	{"until", vt_until},
	{"begin", vt_begin}, {"finish", vt_finish}, {"settle", vt_settle},
	{"raw", vt_raw}, {"save", vt_save}, {"same", vt_same},
	{"mode", vt_mode}, {"end", vt_end}, {"straight", vt_straight},
	{"pages", vt_pages},
};

static bool
vt_line(struct vt *t, char *line)
{
	size_t n = strcspn(line, " ");
	char *arg = line[n] ? line + n + 1 : line + n;

	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
		if (strlen(commands[i].name) == n &&
		    strncmp(commands[i].name, line, n) == 0)
			return commands[i].fn(t, arg);
	return false;
}

static bool
vt_lines(struct vt *t)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;
	bool ok = true;

	while (ok && (n = getline(&line, &cap, stdin)) > 0) {
		char *said = line + strspn(line, " \t");

		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		if (!*said || *said == '#')
			continue;
		printf("%s\n", said);
		ok = vt_line(t, said);
	}
	free(line);
	return ok;
}

/* A program that must be killed has failed, too. */
static bool
vt_close(struct vt *t)
{
	bool ok = true;

	if (!t->e.ended) {
		t->e.stalled = false;
		kill(t->e.pid, SIGTERM);
		ok = emulator_end(&t->e, PATIENCE) &&
			WIFEXITED(t->e.status) && !WEXITSTATUS(t->e.status);
		if (!ok)
			printf("---- the program ends badly: status %d\n",
				t->e.status);
	}
	emulator_release(&t->e);
	return ok;
}

int
main(int argc, char **argv)
{
	struct vt t = {.beside = 0};
	char *rest;
	long cols = argc > 2 ? strtol(argv[1], &rest, 10) : 0;
	long rows = cols > 0 && *rest == 'x' ? strtol(rest + 1, NULL, 10) : 0;
	bool ok;

	setlocale(LC_CTYPE, "C.UTF-8");
	if (argc == 2 && strcmp(argv[1], "widths") == 0)
		return widths();
	if (argc == 3 && strcmp(argv[1], "straight") == 0) {
		cols = strtol(argv[2], &rest, 10);
		rows = *rest == 'x' ? strtol(rest + 1, NULL, 10) : 1;
		return straight((int)rows, (int)cols);
	}
	if (rows < 1) {
		fprintf(stderr, "vt WxH PROGRAM [ARG]...\n");
		return 2;
	}
	setvbuf(stdout, NULL, _IOLBF, 0);
	emulator_init(&t.e, (int)rows, (int)cols);
	emulator_start(&t.e, (const char *const *)argv + 2);
	ok = vt_lines(&t);
	if (!ok) {
		char *text = emulator_text(&t.e);

		printf("---- that failed; the screen, %dx%d:\n%s----\n",
			t.e.cols, t.e.rows, text);
		free(text);
	}
	if (!vt_close(&t))
		ok = false;
	return ok ? 0 : 1;
}
