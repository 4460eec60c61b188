/*
 * A program that prints a secret.
 */
#ifndef FG_RUN_SECRET_COMMAND_H
#define FG_RUN_SECRET_COMMAND_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

#define SECRET_BYTES 4096 /* that a secret may have */

/**
 * Runs @command by sh -c with the terminal as its own, and waits at most
 * @limit_ms: the first line that it prints into @out, without its newline.
 * False with ERR_REFUSED.
 */
bool secret_command(const char *command, long limit_ms,
	char out[SECRET_BYTES], struct err *err);

#endif
