/* JSON of others: whatever it is, asking for it gives something harmless. */
#include "base/tree.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct tree *
read_text(const char *s)
{
	return tree_read(s, strlen(s));
}

static void
test_members(void **state)
{
	struct tree *t = read_text("{\"a\":\"x\",\"n\":2.5,\"yes\":true,"
		"\"list\":[{\"k\":\"1\"},{\"k\":\"2\"}],\"none\":null}");
	const struct tree_node *root = tree_root(t), *item;

	(void)state;
	assert_non_null(t);
	assert_string_equal(tree_text(root, "a", "-"), "x");
	assert_string_equal(tree_text(root, "A", "-"), "-");
	assert_string_equal(tree_text(root, "n", "-"), "-");
	assert_string_equal(tree_text(root, "none", "-"), "-");
	assert_true(tree_number(root, "n", 0) == 2.5);
	assert_true(tree_number(root, "a", 7) == 7);
	assert_true(tree_bool(root, "yes", false));
	assert_true(tree_bool(root, "a", true));
	item = tree_first(tree_get(root, "list"));
	assert_string_equal(tree_text(item, "k", ""), "1");
	item = tree_next(item);
	assert_string_equal(tree_text(item, "k", ""), "2");
	assert_null(tree_next(item));
	assert_string_equal(tree_name(tree_first(root)), "a");
	assert_string_equal(tree_string(tree_first(root)), "x");
	tree_free(t);
}

static void
test_nothing(void **state)
{
	(void)state;
	assert_null(read_text(""));
	assert_null(read_text("<html>"));
	assert_null(read_text("{\"a\":"));
	assert_null(tree_root(NULL));
	assert_null(tree_get(NULL, "a"));
	assert_null(tree_first(NULL));
	assert_null(tree_next(NULL));
	assert_string_equal(tree_name(NULL), "");
	assert_string_equal(tree_string(NULL), "");
	assert_string_equal(tree_text(NULL, "a", "f"), "f");
	tree_free(NULL);
}

/* Deeper than anybody writes: refused, not a crash. */
static void
test_depth(void **state)
{
	char deep[20001];

	(void)state;
	memset(deep, '[', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	assert_null(read_text(deep));
}

static void
test_bytes(void **state)
{
	struct tree *t = read_text("{\"a\xff\":\"b\xc3\x28\xe2\x82\","
		"\"c\":\"x\\u0000y\"}");
	const struct tree_node *n = tree_first(tree_root(t));

	(void)state;
	assert_non_null(t);
	assert_string_equal(tree_name(n), "a?");
	assert_true(text_valid(tree_string(n), strlen(tree_string(n))));
	assert_string_equal(tree_string(n), "b?(??");
	tree_free(t);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_members),
		cmocka_unit_test(test_nothing),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
