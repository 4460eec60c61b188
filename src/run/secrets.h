/*
 * What channels need and nobody else may know: urls of chats, tokens,
 * passwords.
 *
 * A secret comes from a program (`url-command`), from the environment
 * (FIREGROUND_COMPANY_URL for the url of the channel company) or from the
 * config, which must then be readable by its owner alone.  It is held in
 * memory, which is wiped in the end; the program leaves no core and cannot be
 * looked into by others of the same user.  None is printed, logged or shown.
 */
#ifndef FG_RUN_SECRETS_H
#define FG_RUN_SECRETS_H

#include "base/err.h"
#include "relay/channel.h"

#include <stdbool.h>

struct arena;
struct secrets;

/**
 * Takes what config and environment say into @list, and removes it from the
 * environment.  A channel that still waits for a program is locked, with the
 * reason, and so is one whose secret others can read.  No program is run.
 */
struct secrets *secrets_take(struct channels *list);

/** Wipes and frees them; @list must not be used any more.  NULL is fine. */
void secrets_free(struct secrets *s);

/** Whether a program would have to be run for @c. */
bool secrets_locked(const struct channel *c);

/**
 * Runs the programs of @c, which may use the terminal (for a passphrase):
 * each has 30 s.  False with ERR_REFUSED, and c->locked set, when one ended
 * badly; what it said on standard error is part of the sentence.
 */
bool secrets_unlock(struct secrets *s, struct channel *c, struct err *err);

#endif
