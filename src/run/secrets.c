#include "run/secrets.h"

#include "base/mem.h"
#include "run/secret_command.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIMIT_MS 30000 /* that a program has: a passphrase is typed in it */

static const char waits[] = "locked: `fireground deliver` runs what prints its"
	" secret";

struct secrets {
	struct arena *a;
	bool any;
};

/* Once there is a secret no core is written and nobody may look in. */
static void
close_up(struct secrets *s)
{
	const struct rlimit none = {0, 0};

	if (s->any)
		return;
	s->any = true;
	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

/* "FIREGROUND_COMPANY_URL" of the channel company. */
static char *
variable(struct secrets *s, const struct channel *c, enum channel_text t)
{
	char *name = arena_printf(s->a, "FIREGROUND_%s_%s", c->name,
		channel_texts[t].name);

	for (char *p = name; *p; p++)
		*p = isalnum((unsigned char)*p) ?
			(char)toupper((unsigned char)*p) : '_';
	return name;
}

static bool
from_environment(struct secrets *s, struct channel *c, enum channel_text t)
{
	char *name = variable(s, c, t);
	char *value = getenv(name);

	if (!value || !*value)
		return false;
	c->text[t] = arena_dup(s->a, value);
	close_up(s);
	/* What /proc shows of it, too. */
	explicit_bzero(value, strlen(value));
	unsetenv(name);
	return true;
}

/* A file that others can read is no place for a secret. */
static const char *
in_the_open(struct secrets *s, const struct channel *c)
{
	const char *line = c->where ? strrchr(c->where, ':') : NULL;
	size_t n = line ? (size_t)(line - c->where) : 0;
	char *path = arena_dupn(s->a, line ? c->where : "", n);
	struct stat st;

	if (!n || stat(path, &st) != 0 || (st.st_uid == geteuid() &&
	    !(st.st_mode & 077)))
		return NULL;
	if (st.st_uid != geteuid())
		return arena_printf(s->a, "%s holds a secret and is somebody"
			" else's: use a program that prints it", path);
	return arena_printf(s->a, "%s holds a secret that others can read:"
		" chmod 600 %s", path, path);
}

static const char *
lacking(struct secrets *s, const struct channel *c)
{
	const char *what = channel_lacks(c);

	return what ? arena_printf(s->a, "%s is missing: give it, or %s"
		"-command, in the config", what, what) : NULL;
}

static void
take(struct secrets *s, struct channel *c)
{
	c->locked = NULL;
	for (enum channel_text t = 0; t < CH_TEXTS; t++) {
		if (!channel_texts[t].secret || from_environment(s, c, t))
			continue;
		if (c->text[t]) {
			close_up(s);
			if (!c->locked)
				c->locked = in_the_open(s, c);
		} else if (c->command[t] && !c->locked) {
			c->locked = waits;
		}
	}
	if (!c->locked)
		c->locked = lacking(s, c);
}

struct secrets *
secrets_take(struct channels *list)
{
	struct secrets *s = mem_new(sizeof(*s));

	s->a = arena_new(0);
	for (int i = 0; i < list->n; i++)
		take(s, &list->v[i]);
	return s;
}

void
secrets_free(struct secrets *s)
{
	if (s)
		arena_wipe(s->a);
	free(s);
}

bool
secrets_locked(const struct channel *c)
{
	for (int t = 0; t < CH_TEXTS; t++)
		if (c->command[t] && !c->text[t])
			return true;
	return false;
}

bool
secrets_unlock(struct secrets *s, struct channel *c, struct err *err)
{
	char out[SECRET_BYTES];
	const char *option;

	if (c->locked && !secrets_locked(c))
		return err_set(err, ERR_REFUSED, "channel %s: %s", c->name,
			c->locked);
	for (int t = 0; t < CH_TEXTS; t++) {
		if (!c->command[t] || c->text[t])
			continue;
		if (!secret_command(c->command[t], LIMIT_MS, out, err)) {
			err_prefix(err, "channel %s: %s: ", c->name,
				channel_texts[t].name);
			c->locked = arena_dup(s->a, err->text);
			return false;
		}
		c->text[t] = arena_dup(s->a, out);
		explicit_bzero(out, sizeof(out));
		close_up(s);
	}
	if (c->locked == waits)
		c->locked = lacking(s, c);
	if (!c->locked && c->adapter->build && !channel_check(c, &option, err))
		c->locked = arena_dup(s->a, err->text);
	return !c->locked || err_set(err, ERR_REFUSED, "channel %s: %s",
		c->name, c->locked);
}
