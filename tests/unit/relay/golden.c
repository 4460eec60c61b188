#include "unit/relay/golden.h"

#include "base/mem.h"
#include "base/str.h"
#include "conf/conf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct conf *conf;

const struct channel *
channel_of(struct arena *a, const char *lines)
{
	char path[] = "/tmp/fg-channel-XXXXXX";
	int fd = mkstemp(path);
	char *text = arena_printf(a, "channel it {\n%s\n}\n", lines);
	struct channels *list = arena_alloc(a, sizeof(*list));
	struct err err = {0};

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	channel_drop();
	conf = conf_load(path, &relay_options, 1, &err);
	unlink(path);
	if (!conf || !channels_load(list, conf, a, &err))
		fail_msg("%s", err.text);
	return &list->v[0];
}

void
channel_drop(void)
{
	conf_free(conf);
	conf = NULL;
}

struct play *
news_play(void)
{
	struct play *p = play_new();

	play(p,
		"14:00Z ana declare 'checkout errors <!channel> & @everyone'"
		" --severity 1 --take --bridge https://meet.example.com/inc-17",
		"14:02Z ana scope 'EU <@U123> cannot pay; *all* @here @room'",
		"14:05Z raj join --field database",
		"14:06Z raj can --condition 'primary at 100% <users/all>'"
		" --action 'fail over' --need 'network SME'",
		"14:30Z ana advance --to mitigate",
		NULL);
	return p;
}

struct news
news_from(struct play *p, uint32_t n)
{
	int32_t place = (int32_t)(n ? n : p->inc->n);
	struct news out;

	news_of(p->inc, &place, 1, play_time("14:31:19Z") + 500, p->arena,
		&out);
	return out;
}

/* The last entry, as the news it is. */
static struct news *
add(struct play *p, struct news *out, int *n)
{
	out[*n] = news_from(p, 0);
	return &out[(*n)++];
}

/* What the plan makes of a page that is called off. */
static struct news
called_off(struct play *p, const struct news *page)
{
	struct news out = *page;

	out.kind = NEWS_STOP;
	out.type = news_word(NEWS_STOP);
	out.of = page->id;
	out.id = arena_printf(p->arena, "%s-stop", page->id);
	out.headline = arena_printf(p->arena,
		"%s stand down: %s need not come", page->inc, page->who);
	out.text = "The page is called off.";
	return out;
}

static struct news
harmless(struct play *p)
{
	struct news out = news_from(p, 1);

	out.kind = NEWS_TEST;
	out.id = "test-1795358000";
	out.type = news_word(NEWS_TEST);
	out.headline = "A test by ana: nothing is wrong";
	out.text = "";
	out.hash = out.bridge = "";
	return out;
}

int
news_every(struct play *p, const char *address, struct news *out)
{
	struct news *page;
	int n = 0;

	out[n++] = news_from(p, p->inc->messages[0].n);
	add(p, out, &n);
	add(p, out, &n)->repeat = true;
	play(p, "14:32Z ana severity 2 --reason 'half of <!here> pays'", NULL);
	add(p, out, &n);
	play(p, "14:33Z raj assume --reason 'ana is gone'", NULL);
	add(p, out, &n);
	play(p, "14:34Z raj broadcast 'We fail over <https://evil|now>.\n"
		"[Bridge](https://evil.example) @channel \xf0\x9f\x94\xa5'",
		NULL);
	add(p, out, &n);
	play(p, "14:35Z raj broadcast --audience customers 'Some payments in"
		" the EU fail. We know why, and are mending it.\nNext word at"
		" 15:00 UTC.'", NULL);
	add(p, out, &n);
	play(p, "14:36Z raj page li --field network --need 1", NULL);
	page = add(p, out, &n);
	page->address = address;
	out[n++] = called_off(p, page);
	out[n++] = harmless(p);
	return n;
}

static void
put_request(const struct request *r, struct str *out)
{
	str_addf(out, "%s %s\n", r->http.method ? r->http.method :
		r->argv ? "PROGRAM" : "MAIL", r->http.url ? r->http.url : "");
	for (int i = 0; r->argv && r->argv[i]; i++)
		str_addf(out, "word: %s\n", r->argv[i]);
	if (r->http.from)
		str_addf(out, "from: %s\nto: %s\n", r->http.from, r->http.to);
	if (r->http.user)
		str_addf(out, "user: %s\npassword: %s\n", r->http.user,
			r->http.password ? r->http.password : "");
	for (int i = 0; i < r->http.n_headers; i++)
		str_addf(out, "%s: %s\n", r->http.headers[i].name,
			r->http.headers[i].value);
	str_addc(out, '\n');
	str_addn(out, r->http.body ? r->http.body : "", r->http.body_len);
	str_add(out, "\n\n");
}

static void
put_news(const struct channel *c, const struct news *n, struct str *out)
{
	const struct adapter *it = c->adapter;
	struct arena *a = arena_new(0);
	int parts = it->parts ? it->parts(c, n) : 1;

	for (int i = 0; i < parts; i++) {
		struct news one = *n;
		struct request r = {.argv = NULL};
		struct err err = {0};

		one.part = i;
		if (!it->build(c, &one, a, &r, &err))
			fail_msg("%s", err.text);
		str_addf(out, "# %s\n", n->type);
		put_request(&r, out);
	}
	arena_free(a);
}

static void
compare(const char *path, const struct str *got)
{
	static char want[65536];
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(want, 1, sizeof(want) - 1, f) : 0;

	if (f)
		fclose(f);
	want[n] = '\0';
	assert_string_equal(str_get(got), want);
}

void
golden_requests(const struct channel *c, const struct news *v, int n,
	const char *name)
{
	const char *mode = getenv("FG_GOLDEN");
	struct arena *a = arena_new(0);
	char *path = arena_printf(a, "tests/unit/relay/golden/%s.txt", name);
	struct str out = {0};

	for (int i = 0; i < n; i++)
		if (c->adapter->can & (1u << v[i].kind))
			put_news(c, &v[i], &out);
	if (mode && !strcmp(mode, "write")) {
		FILE *f = fopen(path, "w");

		assert_non_null(f);
		assert_int_equal(fwrite(out.s, 1, out.len, f), out.len);
		fclose(f);
	} else {
		compare(path, &out);
	}
	str_release(&out);
	arena_free(a);
}
