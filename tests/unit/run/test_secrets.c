/* Secrets: where they are from, and that they are known to nobody else. */
#include "run/secrets.h"

#include "base/mem.h"
#include "conf/conf.h"
#include "run/secret_command.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct desk {
	struct arena *a;
	char path[64];
	struct conf *conf;
	struct channels list;
	struct secrets *secrets;
	struct err err;
};

static struct channel *
open_desk(struct desk *d, int mode, const char *lines)
{
	FILE *f;

	*d = (struct desk){.a = arena_new(0), .path = "/tmp/fg:conf-XXXXXX"};
	assert_true(mkstemp(d->path) >= 0);
	f = fopen(d->path, "w");
	assert_non_null(f);
	fprintf(f, "channel com-pany {\nadapter = slack\n%s\n}\n", lines);
	fclose(f);
	chmod(d->path, (mode_t)mode);
	d->conf = conf_load(d->path, &relay_options, 1, &d->err);
	assert_non_null(d->conf);
	assert_true(channels_load(&d->list, d->conf, d->a, &d->err));
	d->secrets = secrets_take(&d->list);
	return &d->list.v[0];
}

static void
close_desk(struct desk *d)
{
	secrets_free(d->secrets);
	conf_free(d->conf);
	arena_free(d->a);
	remove(d->path);
}

static void
test_a_file_of_ones_own(void **state)
{
	struct desk d;
	struct channel *c = open_desk(&d, 0600, "url = 'https://x/s3cret'");

	(void)state;
	assert_null(c->locked);
	assert_string_equal(c->text[CH_URL], "https://x/s3cret");
	assert_false(secrets_locked(c));
	assert_string_equal(channel_where(c, d.a), "slack at x");
	close_desk(&d);
}

static void
test_a_file_that_others_read(void **state)
{
	struct desk d;
	struct channel *c = open_desk(&d, 0640, "url = 'https://x/s3cret'");

	(void)state;
	assert_non_null(c->locked);
	assert_non_null(strstr(c->locked, "chmod 600"));
	assert_null(strstr(c->locked, "s3cret"));
	assert_false(secrets_unlock(d.secrets, c, &d.err));
	assert_non_null(strstr(d.err.text, "chmod 600"));
	close_desk(&d);
}

static void
test_the_environment(void **state)
{
	struct desk d;
	struct channel *c;

	(void)state;
	setenv("FIREGROUND_COM_PANY_URL", "https://y/s3cret", 1);
	c = open_desk(&d, 0644, "");
	assert_null(c->locked);
	assert_string_equal(c->text[CH_URL], "https://y/s3cret");
	assert_null(getenv("FIREGROUND_COM_PANY_URL"));
	close_desk(&d);
}

static void
test_nothing_given(void **state)
{
	struct desk d;
	struct channel *c = open_desk(&d, 0644, "");

	(void)state;
	assert_string_equal(c->locked, "url is missing: give it, or url-command"
		", in the config");
	close_desk(&d);
}

static void
test_a_program(void **state)
{
	struct desk d;
	struct channel *c = open_desk(&d, 0644,
		"url-command = 'printf \"https://z/s3cret\\nmore\"'");

	(void)state;
	assert_true(secrets_locked(c));
	assert_non_null(strstr(c->locked, "fireground deliver"));
	assert_null(c->text[CH_URL]);
	assert_true(secrets_unlock(d.secrets, c, &d.err));
	assert_null(c->locked);
	assert_string_equal(c->text[CH_URL], "https://z/s3cret");
	/* Asked once. */
	assert_true(secrets_unlock(d.secrets, c, &d.err));
	close_desk(&d);
}

static void
test_programs_that_fail(void **state)
{
	static const struct {
		const char *command, *why;
	} rows[] = {
		{"echo s3cret; echo no key >&2; exit 2",
			"the program that prints it failed: no key"},
		{"true", "the program printed nothing"},
		{"kill -9 $$", "the program that prints it failed"},
		{"printf 'a\\033]0;x\\007' >&2; exit 1",
			"the program that prints it failed: a"},
		{"/nowhere/such", "the program that prints it failed"},
	};
	char out[SECRET_BYTES];
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		assert_false(secret_command(rows[i].command, 30000, out,
			&err));
		assert_non_null(strstr(err.text, rows[i].why));
		assert_null(strchr(err.text, 0x1b));
		assert_null(strstr(err.text, "s3cret"));
		assert_string_equal(out, "");
	}
}

/* Neither a program that never ends nor one that never stops to print. */
static void
test_limits(void **state)
{
	char out[SECRET_BYTES];
	struct err err;

	(void)state;
	assert_false(secret_command("read x <&1; exec tail -f /dev/null", 50,
		out, &err));
	assert_non_null(strstr(err.text, "took too long"));
	assert_true(secret_command("head -c 100000 /dev/zero | tr '\\0' x",
		30000, out, &err));
	assert_int_equal(strlen(out), SECRET_BYTES - 1);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_file_of_ones_own),
		cmocka_unit_test(test_a_file_that_others_read),
		cmocka_unit_test(test_the_environment),
		cmocka_unit_test(test_nothing_given),
		cmocka_unit_test(test_a_program),
		cmocka_unit_test(test_programs_that_fail),
		cmocka_unit_test(test_limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
