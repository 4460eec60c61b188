#include "run/world.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "loop/loop.h"
#include "run/board.h"
#include "run/settings.h"
#include "store/store.h"

#include <inttypes.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PRACTICE "practice:"

/* Whether @name can stand as who acts: one word that is easy to read. */
static bool
is_name(const char *name)
{
	size_t n = strlen(name);

	if (!n || n > NAME_MAX_BYTES || !text_valid(name, n))
		return false;
	for (const char *p = name; *p; p++)
		if ((unsigned char)*p <= ' ' || *p == 0x7f)
			return false;
	return true;
}

/* The login and the host: how somebody came, whoever they say they are. */
static void
find_login(struct world *w)
{
	const struct passwd *pw = getpwuid(getuid());
	char host[128] = "";
	char number[24];
	const char *login = pw ? pw->pw_name : NULL;

	if (!login || !is_name(login)) {
		snprintf(number, sizeof(number), "uid%u", (unsigned)getuid());
		login = number;
	}
	if (gethostname(host, sizeof(host) - 1) != 0 || !is_name(host))
		snprintf(host, sizeof(host), "localhost");
	snprintf(w->via, sizeof(w->via), "%.64s@%s", login, host);
	if (!*w->who)
		snprintf(w->who, sizeof(w->who), "%.64s", login);
}

static bool
set_seed(struct world *w, struct err *err)
{
	const char *s = w->opt.seed;
	size_t n = s ? strspn(s, "0123456789") : 0;

	if (!s)
		return true;
	if (!n || n > 18 || s[n])
		return err_set(err, ERR_USAGE, "--seed: '%.40s' is no whole"
			" number", s);
	w->seeded = true;
	w->seed = strtoull(s, NULL, 10);
	return true;
}

bool
world_open(struct world *w, const struct world_options *opt, struct err *err)
{
	const char *who;

	memset(w, 0, sizeof(*w));
	w->opt = *opt;
	clock_init(&w->clock, opt->real);
	if (opt->clock && !clock_set(&w->clock, opt->clock, err))
		return false;
	if (!set_seed(w, err))
		return false;
	w->settings = settings_load(opt->config, clock_now(&w->clock), err);
	if (!w->settings)
		return false;
	who = opt->who ? opt->who : w->settings->me;
	if (*who && !is_name(who)) {
		err_set(err, ERR_USAGE, "'%.80s' is no name: one word of at"
			" most %d bytes", who, NAME_MAX_BYTES);
		world_close(w);
		return false;
	}
	w->named = *who != '\0';
	snprintf(w->who, sizeof(w->who), "%s", who);
	if (!opt->nobody)
		find_login(w);
	return true;
}

/* Only what is made for practice may be written with a made-up clock. */
static bool
check_practice(const struct world *w, const char *url, struct store *s,
	struct err *err)
{
	bool practice = store_practice(s) || str_starts(url, "memory:");

	if (str_starts(url, PRACTICE) && !store_practice(s))
		return err_set(err, ERR_USAGE, "%s is no practice store: it"
			" was made for real incidents", store_name(s));
	if ((w->clock.set || w->seeded) && !practice)
		return err_set(err, ERR_USAGE, "--clock and --seed are for"
			" practice stores alone (--store practice:PATH), not"
			" for %s", store_name(s));
	return true;
}

struct store *
world_store_open(const struct world *w, const char *url, bool read_only,
	struct err *err)
{
	struct store_options opt = {.read_only = read_only};
	struct str name = {0};
	struct store *s;

	if (str_starts(url, PRACTICE)) {
		opt.practice = true;
		str_addf(&name, "sqlite:%s", url + strlen(PRACTICE));
	} else {
		str_add(&name, url);
	}
	s = store_open(w->loop, str_get(&name), &opt, err);
	str_release(&name);
	if (s && !check_practice(w, url, s, err)) {
		store_close(s);
		return NULL;
	}
	return s;
}

struct loop *
world_loop(struct world *w)
{
	if (!w->loop)
		w->loop = loop_new();
	return w->loop;
}

bool
world_store(struct world *w, struct err *err)
{
	const char *url = w->opt.store ? w->opt.store :
		getenv("FIREGROUND_STORE");

	if (w->store)
		return true;
	if (!url || !*url)
		url = w->settings->store;
	if (!*url)
		return err_set(err, ERR_USAGE, "no store: HOME is not set, so"
			" name one with --store sqlite:PATH");
	world_loop(w);
	w->store = world_store_open(w, url, w->opt.read_only, err);
	if (!w->store)
		return false;
	w->board = board_new(w->store);
	return true;
}

void
world_close(struct world *w)
{
	board_free(w->board);
	store_close(w->store);
	loop_free(w->loop);
	settings_free(w->settings);
	w->board = NULL;
	w->store = NULL;
	w->loop = NULL;
	w->settings = NULL;
}

uint32_t
world_next_number(const struct world *w)
{
	uint32_t last = w->board ? board_last(w->board) : 0;

	return (last > w->numbers_after ? last : w->numbers_after) + 1;
}

void
world_env(const struct world *w, struct arena *a, struct cmd_env *env)
{
	when_ms now = clock_now(&w->clock);

	*env = (struct cmd_env){
		.who = w->who, .via = w->via, .now = now, .ref = now,
		.zone_min = w->settings->zone_min,
		.numbers = &w->settings->numbers,
		.roster = &w->settings->roster,
		.bridge = w->settings->bridge,
		.protocol = w->settings->protocol,
		.status_format = w->settings->status_format,
		.store = w->store ? store_name(w->store) : "", .arena = a,
	};
	if (w->board) {
		env->board = board_rows(w->board, &env->n_board);
	}
	env->next_number = world_next_number(w);
}

struct id
world_id(const struct world *w, const struct world_place *p)
{
	char text[160];
	struct hash h;
	struct id id;
	int n;

	if (!w->seeded)
		return id_random();
	n = snprintf(text, sizeof(text), "%" PRIu64 " %" PRIu32 " %" PRIu32
		" %d %.32s", w->seed, p->incident, p->n, p->index, p->use);
	h = hash_of(text, (size_t)n, NULL, 0, NULL, 0);
	memcpy(id.b, h.b, sizeof(id.b));
	return id;
}
