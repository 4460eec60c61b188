#include "ui/term_crash.h"

#include "base/mem.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const int fatal[] = {
	SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGQUIT,
};

enum {
	FATAL_COUNT = sizeof(fatal) / sizeof(fatal[0]),
	STACK = 65536, /* bytes: a stack that overflowed is no place to stand */
};

static struct {
	volatile sig_atomic_t armed;
	int fd;
	size_t len;
	char bytes[TERM_CRASH_BYTES];
	struct termios modes;
	struct sigaction old[FATAL_COUNT];
	void *stack;
} crash;

static void
crash_restore(void)
{
	if (!crash.armed)
		return;
	crash.armed = 0;

	/* The device does not wait, so neither does this. */
	if (write(crash.fd, crash.bytes, crash.len) < 0)
		crash.len = 0;
	tcsetattr(crash.fd, TCSANOW, &crash.modes);
}

/* Whoever handled the signal before does so now: the kernel, or a sanitizer. */
static void
crash_on_signal(int signo)
{
	crash_restore();
	for (int i = 0; i < FATAL_COUNT; i++)
		if (fatal[i] == signo)
			sigaction(signo, &crash.old[i], NULL);
	raise(signo);
}

void
term_crash_arm(int fd, const char *bytes, const struct termios *modes)
{
	struct sigaction act = {.sa_handler = crash_on_signal,
		.sa_flags = SA_ONSTACK};
	stack_t stack = {.ss_size = STACK};

	crash.fd = fd;
	crash.len = strnlen(bytes, TERM_CRASH_BYTES);
	memcpy(crash.bytes, bytes, crash.len);
	crash.modes = *modes;
	crash.stack = mem_new(STACK);
	stack.ss_sp = crash.stack;
	sigaltstack(&stack, NULL);
	sigemptyset(&act.sa_mask);
	for (int i = 0; i < FATAL_COUNT; i++)
		sigaction(fatal[i], &act, &crash.old[i]);
	mem_on_death(crash_restore);
	crash.armed = 1;
}

void
term_crash_pause(bool pause)
{
	crash.armed = !pause;
}

void
term_crash_disarm(void)
{
	const stack_t none = {.ss_flags = SS_DISABLE};

	crash.armed = 0;
	mem_on_death(NULL);
	for (int i = 0; i < FATAL_COUNT; i++)
		sigaction(fatal[i], &crash.old[i], NULL);
	sigaltstack(&none, NULL);
	free(crash.stack);
	crash.stack = NULL;
}
