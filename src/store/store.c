#include "store/store.h"

#include "base/str.h"
#include "store/memory.h"
#include "store/sqlite.h"
#include "store/store_ops.h"

#include <string.h>

/* How each kind of store is named in front of a URL. */
static const struct store_scheme {
	const char *prefix;
	struct store *(*open)(struct loop *loop, const char *rest,
		const struct store_options *opt, struct err *err);
} schemes[] = {
	{"sqlite:", sqlite_open},
	{"memory:", memory_open},
};

/* Bytes of a scheme in front of @url with its colon, 0 when it is a path. */
static size_t
scheme_length(const char *url)
{
	size_t n = strspn(url, "abcdefghijklmnopqrstuvwxyz0123456789+");

	return n && url[n] == ':' ? n + 1 : 0;
}

struct store *
store_open(struct loop *loop, const char *url,
	const struct store_options *opt, struct err *err)
{
	static const struct store_options plain = {.read_only = false};
	size_t scheme = scheme_length(url);

	if (!opt)
		opt = &plain;
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++)
		if (str_starts(url, schemes[i].prefix))
			return schemes[i].open(loop, url + scheme, opt, err);
	if (!scheme && *url)
		return sqlite_open(loop, url, opt, err);
	if (!*url)
		err_set(err, ERR_USAGE, "no store is named: give a path, "
			"sqlite:PATH or memory:");
	else
		err_set(err, ERR_USAGE, "%s: there is no kind of store called "
			"'%.*s': give a path, sqlite:PATH or memory: (a path "
			"with a colon begins with ./)", url, (int)scheme - 1,
			url);
	return NULL;
}

void
store_close(struct store *s)
{
	if (s)
		s->ops->close(s);
}

void
store_append(struct store *s, const struct store_append *a,
	store_append_fn *fn, void *ctx)
{
	s->ops->append(s, a, fn, ctx);
}

struct store_follow *
store_follow(struct store *s, const struct store_from *from,
	const struct store_sink *sink)
{
	return s->ops->follow(s, from, sink);
}

void
store_unfollow(struct store_follow *f)
{
	if (f)
		f->store->ops->unfollow(f);
}

void
store_watch(struct store *s, store_changed_fn *fn, void *ctx)
{
	s->ops->watch(s, fn, ctx);
}

void
store_tick(struct store *s)
{
	s->ops->tick(s);
}

void
store_summaries(struct store *s, const struct store_page *page)
{
	s->ops->summaries(s, page);
}

void
store_read(struct store *s, const struct store_range *range)
{
	s->ops->read(s, range);
}

void
store_incidents(struct store *s, const struct store_list *list)
{
	s->ops->incidents(s, list);
}

void
store_set_summary(struct store *s, const struct store_summary *row,
	store_done_fn *done, void *ctx)
{
	s->ops->set_summary(s, row, done, ctx);
}

void
store_here(struct store *s, const struct store_presence *p)
{
	struct store_presence mine;

	if (p) {
		mine = *p;
		mine.mine = true;
	}
	s->ops->here(s, p ? &mine : NULL);
}

int
store_present(struct store *s, struct store_presence *out, int max)
{
	return s->ops->present(s, out, max);
}

const char *
store_name(const struct store *s)
{
	return s->name;
}

bool
store_practice(const struct store *s)
{
	return s->practice;
}

bool
store_read_only(const struct store *s)
{
	return s->read_only;
}

int64_t
store_last_good(const struct store *s)
{
	return s->last_good;
}
