/*
 * A terminal emulator (libvterm) with a program in it: the second one, beside
 * tmux, that screens are looked at in.
 */
#ifndef FG_TESTS_VT_EMULATOR_H
#define FG_TESTS_VT_EMULATOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <vterm.h>

struct emulator {
	VTerm *term;
	VTermScreen *screen;
	int rows, cols;
	pid_t pid;
	int fd;          /* our end of its terminal */
	bool stalled;    /* nothing is read */
	bool ended;      /* the program is over */
	int status;      /* as of waitpid() */
	bool alternate;  /* the alternate screen is shown */
	bool cursor;     /* it is visible */
	int mouse;       /* VTERM_PROP_MOUSE_* */
	size_t answers;  /* bytes that the emulator had to answer */
	int64_t bytes;   /* read in all */
	char begun[4];   /* of a character that is not whole yet */
	size_t begun_n;
	int raw;         /* descriptor that they are copied to, or -1 */
};

/** An empty screen without a program. */
void emulator_init(struct emulator *e, int rows, int cols);

/** Starts @argv in it (TERM is xterm-256color); ends this program if not. */
void emulator_start(struct emulator *e, const char *const *argv);

/** Shows @n bytes, as if a program had written them. */
void emulator_show(struct emulator *e, const char *bytes, size_t n);

/**
 * Waits for bytes, @ms at most, and shows them; false when none came.  While
 * it is stalled it only waits.
 */
bool emulator_read(struct emulator *e, int ms);

/** Reads until nothing came for @ms. */
void emulator_settle(struct emulator *e, int ms);

/** Types @n bytes. */
void emulator_type(struct emulator *e, const char *bytes, size_t n);

/** Another size, which the program is told. */
void emulator_size(struct emulator *e, int rows, int cols);

/**
 * The screen as text: a line a row, trailing blanks trimmed, and trailing
 * empty lines kept.  To be freed.
 */
char *emulator_text(const struct emulator *e);

/** Column of the cursor, from 0. */
int emulator_column(const struct emulator *e);

/** Monotonic milliseconds. */
int64_t emulator_now(void);

/** Waits for the program's end, reading, @ms at most; false: it runs. */
bool emulator_end(struct emulator *e, int ms);

/** Ends the program by force if it runs, and frees all. */
void emulator_release(struct emulator *e);

#endif
