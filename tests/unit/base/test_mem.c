#include "base/mem.h"

#include <setjmp.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

static void
test_new_memory_is_zeroed_and_never_null(void **state)
{
	static const char zeros[1000];
	char *p = mem_new(sizeof(zeros));

	(void)state;
	assert_memory_equal(p, zeros, sizeof(zeros));
	free(p);
	p = mem_new(0);
	assert_non_null(p);
	free(p);
}

static void
test_growing_keeps_what_was_there(void **state)
{
	int *v = NULL;

	(void)state;
	for (int n = 1; n <= 1000; n++) {
		v = mem_grow(v, (size_t)n, sizeof(*v));
		v[n - 1] = n;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(v[i], i + 1);
	v = mem_grow(v, 0, sizeof(*v));
	assert_non_null(v);
	free(v);
}

static void
test_a_copy_is_equal_and_null_stays_null(void **state)
{
	char text[] = "ana";
	char *copy = mem_dup(text);

	(void)state;
	text[0] = 'A';
	assert_string_equal(copy, "ana");
	free(copy);
	assert_null(mem_dup(NULL));
}

static void
say_terminal_restored(void)
{
	static const char said[] = "restored. ";
	ssize_t n = write(STDERR_FILENO, said, sizeof(said) - 1);

	(void)n;
}

static void
die_again(void)
{
	say_terminal_restored();
	mem_grow(NULL, SIZE_MAX, 2);
}

/* Runs out of memory in a child; returns its exit code and what it said. */
static int
out_of_memory(void (*fn)(void), char *said, size_t size)
{
	int ends[2];
	int status = 0;
	size_t len = 0;
	ssize_t n;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		dup2(ends[1], STDERR_FILENO);
		mem_on_death(fn);
		mem_grow(NULL, SIZE_MAX / 8, 9);
		_exit(0);
	}
	close(ends[1]);
	while ((n = read(ends[0], said + len, size - 1 - len)) > 0)
		len += (size_t)n;
	said[len] = '\0';
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void
test_out_of_memory_says_so_and_exits_3(void **state)
{
	char said[200];

	(void)state;
	assert_int_equal(out_of_memory(NULL, said, sizeof(said)), 3);
	assert_string_equal(said, "fireground: out of memory\n");
}

static void
test_the_terminal_is_restored_before_the_message(void **state)
{
	char said[200];

	(void)state;
	assert_int_equal(out_of_memory(say_terminal_restored, said,
		sizeof(said)), 3);
	assert_string_equal(said, "restored. fireground: out of memory\n");
}

static void
test_a_restoring_that_runs_out_of_memory_is_not_run_again(void **state)
{
	char said[200];

	(void)state;
	assert_int_equal(out_of_memory(die_again, said, sizeof(said)), 3);
	assert_string_equal(said, "restored. fireground: out of memory\n");
}

static void
test_arena_memory_is_zeroed_and_aligned_even_after_a_reset(void **state)
{
	static const char zeros[100];
	struct arena *a = arena_new(0);

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t size = 1; size <= sizeof(zeros); size++) {
			char *p = arena_alloc(a, size);

			assert_int_equal((uintptr_t)p % alignof(max_align_t),
				0);
			assert_memory_equal(p, zeros, size);
			memset(p, 'x', size);
			arena_dup(a, "odd");
		}
		arena_reset(a);
	}
	assert_non_null(arena_alloc(a, 0));
	arena_free(a);
}

static void
test_things_in_an_arena_do_not_overlap(void **state)
{
	struct arena *a = arena_new(512);
	unsigned char *p[300];

	(void)state;
	/* Small, just fitting and larger than a chunk, mixed. */
	for (size_t i = 0; i < 300; i++) {
		p[i] = arena_alloc(a, i * 7 % 1100);
		memset(p[i], (int)(i % 251), i * 7 % 1100);
	}
	for (size_t i = 0; i < 300; i++)
		for (size_t n = 0; n < i * 7 % 1100; n++)
			assert_int_equal(p[i][n], i % 251);
	arena_free(a);
}

static void
test_an_arena_filled_alike_each_time_stops_growing(void **state)
{
	struct arena *a = arena_new(1000);
	size_t size;

	(void)state;
	for (int i = 0; i < 100; i++)
		arena_alloc(a, 300);
	arena_reset(a);
	size = arena_size(a);
	assert_in_range(size, 30000, 50000);
	for (int round = 0; round < 20; round++) {
		for (int i = 0; i < 100; i++)
			arena_alloc(a, 300);
		arena_reset(a);
	}
	assert_int_equal(arena_size(a), size);
	arena_free(a);
}

static void
test_an_arena_takes_nothing_before_it_is_used(void **state)
{
	struct arena *a = arena_new(0);

	(void)state;
	assert_int_equal(arena_size(a), 0);
	arena_reset(a);
	assert_int_equal(arena_size(a), 0);
	arena_free(a);
	arena_free(NULL);
}

static void
test_large_things_do_not_waste_the_chunk_at_hand(void **state)
{
	struct arena *a = arena_new(10000);
	size_t before;

	(void)state;
	arena_alloc(a, 16);
	arena_alloc(a, 100000);
	before = arena_size(a);
	arena_alloc(a, 5000);
	assert_int_equal(arena_size(a), before);
	arena_free(a);
}

static void
test_text_in_an_arena_takes_its_bytes_alone(void **state)
{
	struct arena *a = arena_new(10000);
	char *one = arena_dup(a, "ana");
	char *two = arena_dup(a, "raj");

	(void)state;
	assert_ptr_equal(two, one + 4);
	assert_string_equal(one, "ana");
	assert_string_equal(two, "raj");
	arena_free(a);
}

static void
test_a_part_ends_at_its_length_or_at_its_nul(void **state)
{
	static const char text[] = {'a', 'n', 'a', '!'};
	struct arena *a = arena_new(0);

	(void)state;
	assert_string_equal(arena_dupn(a, text, 3), "ana");
	assert_string_equal(arena_dupn(a, text, 0), "");
	assert_string_equal(arena_dupn(a, "raj", 100), "raj");
	assert_null(arena_dup(a, NULL));
	assert_null(arena_dupn(a, NULL, 3));
	arena_free(a);
}

static void
test_printing_of_any_length_is_whole(void **state)
{
	struct arena *a = arena_new(600);
	char text[2001];

	(void)state;
	for (size_t len = 0; len < sizeof(text); len++) {
		const char *one, *two;

		memset(text, 'x', len);
		text[len] = '\0';
		one = arena_printf(a, "%s%d", text, 7);
		two = arena_dup(a, "next");
		assert_int_equal(strlen(one), len + 1);
		assert_memory_equal(one, text, len);
		assert_int_equal(one[len], '7');
		assert_string_equal(two, "next");
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new_memory_is_zeroed_and_never_null),
		cmocka_unit_test(test_growing_keeps_what_was_there),
		cmocka_unit_test(test_a_copy_is_equal_and_null_stays_null),
		cmocka_unit_test(test_out_of_memory_says_so_and_exits_3),
		cmocka_unit_test(
			test_the_terminal_is_restored_before_the_message),
		cmocka_unit_test(
			test_a_restoring_that_runs_out_of_memory_is_not_run_again),
		cmocka_unit_test(
			test_arena_memory_is_zeroed_and_aligned_even_after_a_reset),
		cmocka_unit_test(test_things_in_an_arena_do_not_overlap),
		cmocka_unit_test(
			test_an_arena_filled_alike_each_time_stops_growing),
		cmocka_unit_test(test_an_arena_takes_nothing_before_it_is_used),
		cmocka_unit_test(
			test_large_things_do_not_waste_the_chunk_at_hand),
		cmocka_unit_test(test_text_in_an_arena_takes_its_bytes_alone),
		cmocka_unit_test(test_a_part_ends_at_its_length_or_at_its_nul),
		cmocka_unit_test(test_printing_of_any_length_is_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
