#include "run/chain.h"

#include "base/mem.h"
#include "base/str.h"
#include "run/chain_put.h"
#include "unit/run/scene.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

struct chained {
	struct scene s;
	struct arena *a;
	struct chains all;
};

static void
read_again(struct chained *c)
{
	struct err err;

	chains_release(&c->all);
	if (!chains_read(c->s.w.loop, c->s.w.store, c->a, &c->all, &err))
		fail_msg("%s", err.text);
}

/* Two incidents; entry 4 of the first is a note. */
static void
chained_begin(struct chained *c)
{
	memset(c, 0, sizeof(*c));
	scene_enter(&c->s, NULL);
	c->a = arena_new(0);
	scene_must(&c->s, 0, "ana declare one --take");
	scene_must(&c->s, 1, "ana note the password is sesame");
	scene_must(&c->s, 1, "ana note two");
	scene_must(&c->s, 0, "mei declare \"two \\\"{[\"");
	read_again(c);
}

static void
chained_end(struct chained *c)
{
	chains_release(&c->all);
	arena_free(c->a);
	scene_leave(&c->s);
}

static uint32_t
check(struct chained *c, struct err *err)
{
	return chain_check(&c->all.v[0], NULL, NULL, err);
}

static void
test_an_untouched_chain_has_no_damage(void **state)
{
	struct chained c;
	struct err err;

	(void)state;
	chained_begin(&c);
	assert_int_equal(c.all.n, 2);
	assert_int_equal(c.all.v[0].n, 5);
	assert_int_equal(check(&c, &err), 0);
	chained_end(&c);
}

static void
test_the_first_entry_that_was_changed_is_named(void **state)
{
	struct chained c;
	struct err err;

	(void)state;
	chained_begin(&c);
	c.all.v[0].links[3].data = "{\"note\":\"nothing happened\"}";
	assert_int_equal(check(&c, &err), 4);
	assert_int_equal(err.code, ERR_REFUSED);
	assert_non_null(strstr(err.text, "INC-1: entry 4 is damaged"));
	read_again(&c);
	c.all.v[0].links[2].salt.b[0] ^= 1;
	assert_int_equal(check(&c, &err), 3);
	read_again(&c);
	c.all.v[0].links[1].hash.b[31] ^= 1;
	assert_int_equal(check(&c, &err), 2);
	read_again(&c);
	c.all.v[0].links[4] = c.all.v[0].links[3];
	assert_int_equal(check(&c, &err), 5);
	read_again(&c);
	c.all.v[0].links[3].data = "";
	assert_int_equal(check(&c, &err), 4);
	assert_non_null(strstr(err.text, "no entry says who erased it"));
	chained_end(&c);
}

static void
erased(void *ctx, uint32_t n, const char *sentence)
{
	(void)n;
	str_add(ctx, sentence);
}

static void
test_an_erased_entry_is_no_damage_and_says_who(void **state)
{
	struct chained c;
	struct err err;
	struct str said = {0};

	(void)state;
	chained_begin(&c);
	scene_must(&c.s, 1, "ana erase 4 --reason \"a password\"");
	read_again(&c);
	assert_string_equal(c.all.v[0].links[3].data, "");
	assert_int_equal(chain_check(&c.all.v[0], erased, &said, &err), 0);
	assert_string_equal(str_get(&said), "entry 4 was erased by ana on"
		" 2026-11-22 at 14:00Z: a password");
	str_release(&said);
	chained_end(&c);
}

static struct store_record
record(const struct chain_link *l)
{
	return (struct store_record){
		.salt = l->salt, .hash = l->hash, .head = l->head,
		.head_len = strlen(l->head), .data = l->data,
		.data_len = strlen(l->data),
	};
}

static void
test_a_line_of_an_export_is_read_back_byte_for_byte(void **state)
{
	struct chained c;
	struct err err;

	(void)state;
	chained_begin(&c);
	scene_must(&c.s, 1, "ana erase 4 --reason \"a password\"");
	read_again(&c);
	for (int i = 0; i < c.all.n; i++)
		for (uint32_t k = 0; k < c.all.v[i].n; k++) {
			struct store_record in =
				record(&c.all.v[i].links[k]), out;
			struct str line = {0};

			chain_line(&in, &line);
			str_cut(&line, line.len - 1);
			if (!chain_line_read(line.s, &out, &err))
				fail_msg("%s", err.text);
			assert_int_equal(out.incident, i + 1);
			assert_int_equal(out.n, k + 1);
			assert_string_equal(out.head, in.head);
			assert_string_equal(out.data, in.data);
			assert_int_equal(out.data_len, in.data_len);
			assert_memory_equal(&out.hash, &in.hash, 32);
			assert_memory_equal(&out.salt, &in.salt, 16);
			str_release(&line);
		}
	chained_end(&c);
}

static void
test_what_is_no_line_of_an_export_is_refused(void **state)
{
	struct chained c;
	struct store_record in, out;
	struct err err;
	struct str line = {0};
	size_t n;

	(void)state;
	chained_begin(&c);
	in = record(&c.all.v[0].links[0]);
	chain_line(&in, &line);
	n = line.len - 1;
	/* Cut anywhere, it is none. */
	for (size_t i = 0; i < n; i++) {
		char *cut = mem_dup(line.s);

		cut[i] = '\0';
		if (chain_line_read(cut, &out, &err))
			fail_msg("taken at %zu: %s", i, cut);
		assert_int_equal(err.code, ERR_USAGE);
		free(cut);
	}
	str_release(&line);
	chained_end(&c);
}

static void
test_chains_put_elsewhere_keep_numbers_and_hashes(void **state)
{
	struct chained c;
	struct scene to;
	struct chains there = {.n = 0};
	struct chain_put done[2];
	struct err err;

	(void)state;
	chained_begin(&c);
	scene_enter(&to, "to.db");
	for (int twice = 0; twice < 2; twice++) {
		if (!chains_put(to.w.loop, to.w.store, &c.all, done, &err))
			fail_msg("%s", err.text);
		assert_int_equal(done[0].before, twice ? 5 : 0);
		assert_int_equal(done[0].after, 5);
	}
	assert_true(chains_read(to.w.loop, to.w.store, c.a, &there, &err));
	assert_int_equal(there.n, 2);
	for (uint32_t i = 0; i < 5; i++) {
		assert_memory_equal(&there.v[0].links[i].hash,
			&c.all.v[0].links[i].hash, 32);
		assert_string_equal(there.v[0].links[i].data,
			c.all.v[0].links[i].data);
	}
	chains_release(&there);
	scene_leave(&to);
	chained_end(&c);
}

static void
test_an_erasure_is_carried_to_a_copy_that_has_the_text(void **state)
{
	struct chained c;
	struct scene to;
	struct chains there = {.n = 0};
	struct chain_put done[2];
	struct err err;

	(void)state;
	chained_begin(&c);
	scene_enter(&to, "to.db");
	assert_true(chains_put(to.w.loop, to.w.store, &c.all, done, &err));
	scene_must(&c.s, 1, "ana erase 4 --reason \"a password\"");
	scene_must(&c.s, 1, "ana note after");
	read_again(&c);
	if (!chains_put(to.w.loop, to.w.store, &c.all, done, &err))
		fail_msg("%s", err.text);
	assert_true(chains_read(to.w.loop, to.w.store, c.a, &there, &err));
	assert_int_equal(there.v[0].n, 7);
	assert_string_equal(there.v[0].links[3].data, "");
	assert_int_equal(chain_check(&there.v[0], NULL, NULL, &err), 0);
	chains_release(&there);
	scene_leave(&to);
	chained_end(&c);
}

static void
test_another_incident_of_that_number_refuses_all(void **state)
{
	struct chained c;
	struct scene to;
	struct chains there = {.n = 0};
	struct chain_put done[2];
	struct err err;

	(void)state;
	chained_begin(&c);
	scene_enter(&to, "to.db");
	scene_must(&to, 0, "raj declare mine");
	scene_must(&to, 0, "raj declare mine, too");
	assert_false(chains_put(to.w.loop, to.w.store, &c.all, done, &err));
	assert_int_equal(err.code, ERR_REFUSED);
	assert_non_null(strstr(err.text, "INC-1 is another incident"));
	assert_true(chains_read(to.w.loop, to.w.store, c.a, &there, &err));
	assert_int_equal(there.v[0].n, 1);
	assert_int_equal(there.v[1].n, 1);
	chains_release(&there);
	scene_leave(&to);
	chained_end(&c);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_untouched_chain_has_no_damage),
		cmocka_unit_test(test_the_first_entry_that_was_changed_is_named),
		cmocka_unit_test(test_an_erased_entry_is_no_damage_and_says_who),
		cmocka_unit_test(
			test_a_line_of_an_export_is_read_back_byte_for_byte),
		cmocka_unit_test(test_what_is_no_line_of_an_export_is_refused),
		cmocka_unit_test(
			test_chains_put_elsewhere_keep_numbers_and_hashes),
		cmocka_unit_test(
			test_an_erasure_is_carried_to_a_copy_that_has_the_text),
		cmocka_unit_test(
			test_another_incident_of_that_number_refuses_all),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
