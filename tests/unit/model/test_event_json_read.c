#include "model/event.h"

#include "base/mem.h"
#include "model/numbers.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define COUNT(a) (sizeof(a) / sizeof(*(a)))

#define PLACE "\"v\":1,\"incident\":17,\"n\":42," \
	"\"id\":\"00112233445566778899aabbccddeeff\"," \
	"\"at\":\"2026-11-22T14:31:19.123Z\""
#define HEAD(kind) "{" PLACE ",\"by\":\"ana\",\"via\":\"ana@bastion1\"," \
	"\"kind\":\"" kind "\"}"

static int
setup(void **state)
{
	*state = arena_new(0);
	return 0;
}

static int
teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static struct event
reads(struct arena *a, const char *head, const char *data)
{
	struct event e;

	event_read(a, head, data, &e);
	return e;
}

static struct event
reads_data(struct arena *a, enum event_kind kind, const char *data)
{
	struct event e = *event_draft(a, kind);

	if (!event_read_data(a, data, &e))
		e.kind = KIND_DAMAGED;
	return e;
}

static void
test_a_head_reads_in_any_spelling(void **state)
{
	struct event e = reads(*state, " { \"kind\" : \"note.added\",\n"
		"\"via\":\"ana\\u0040bastion1\",\"new\":[{\"x\":null}],"
		"\"by\":{\"base64\":\"YW5h\"},\"n\":42,\"incident\":17,\"v\":3,"
		"\"happened\":\"2026-11-22T14:30:00.000Z\","
		"\"at\":\"2026-11-22T14:31:19.123Z\",\r\n"
		"\"id\":\"00112233445566778899aabbccddeeff\"}\t", "{}");

	assert_int_equal(e.kind, KIND_NOTE);
	assert_int_equal(e.version, 3);
	assert_int_equal(e.n, 42);
	assert_string_equal(e.by, "ana");
	assert_string_equal(e.via, "ana@bastion1");
	assert_true(e.at - e.happened == 79123);
	assert_int_equal(e.id.b[15], 0xff);
}

static void
test_an_unknown_kind_keeps_its_name_and_data(void **state)
{
	struct event e = reads(*state, HEAD("tea.made"), "{\"cups\":2}");

	assert_int_equal(e.kind, KIND_UNKNOWN);
	assert_string_equal(e.raw, "tea.made {\"cups\":2}");
	assert_string_equal(e.by, "ana");
	assert_int_equal(e.n, 42);
	e = reads(*state, HEAD("tea.made"), "");
	assert_string_equal(e.raw, "tea.made");
}

static void
test_erased_data_leaves_all_fields_absent(void **state)
{
	struct event e = reads(*state, HEAD("note.added"), "");

	assert_int_equal(e.kind, KIND_NOTE);
	assert_int_equal(e.set, 0);
	assert_null(e.raw);
}

static void
test_damaged_data_keeps_the_head(void **state)
{
	struct event e = reads(*state, HEAD("note.added"), "{\"note\":5}");

	assert_int_equal(e.kind, KIND_DAMAGED);
	assert_string_equal(e.raw, "note.added {\"note\":5}");
	assert_int_equal(e.incident, 17);
	assert_string_equal(e.via, "ana@bastion1");
	assert_int_equal(e.set, 0);
}

static void
test_a_damaged_head_keeps_what_could_be_read(void **state)
{
	struct event e = reads(*state, "{" PLACE ",\"by\":7}", "{}");

	assert_int_equal(e.kind, KIND_DAMAGED);
	assert_string_equal(e.raw, "{" PLACE ",\"by\":7} {}");
	assert_int_equal(e.incident, 17);
	assert_int_equal(e.n, 42);
	assert_string_equal(e.by, "");
	assert_true(e.at != WHEN_NONE);
}

static void
test_a_head_that_is_wrong_is_damaged(void **state)
{
	static const char *const heads[] = {
		"", " ", "x", "null", "[]", "{}", "{", "\"", "{\"v\"",
		HEAD("note.added") "x", HEAD("note.added") "{}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\"}",
		"{" PLACE ",\"via\":\"b\",\"kind\":\"note.added\"}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":1}",
		"{" PLACE ",\"by\":null,\"via\":\"b\",\"kind\":\"note.added\"}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":\"note.added\","
			"\"n\":-1}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":\"note.added\","
			"\"n\":4294967296}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":\"note.added\","
			"\"v\":0}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":\"note.added\","
			"\"id\":\"00\"}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":\"note.added\","
			"\"happened\":\"yesterday\"}",
		"{" PLACE ",\"by\":\"a\",\"via\":\"b\",\"kind\":\"note.added\",}",
	};

	for (size_t i = 0; i < COUNT(heads); i++) {
		struct event e = reads(*state, heads[i], "{}");

		assert_int_equal(e.kind, KIND_DAMAGED);
		assert_non_null(e.raw);
	}
}

/* ---- data ---------------------------------------------------------- */

static const struct {
	enum event_kind kind;
	const char *data;
} wrong[] = {
	{KIND_NOTE, " "}, {KIND_NOTE, "{"}, {KIND_NOTE, "[]"},
	{KIND_NOTE, "{}}"}, {KIND_NOTE, "{,}"}, {KIND_NOTE, "{\"a\"}"},
	{KIND_NOTE, "{\"note\":null}"}, {KIND_NOTE, "{\"note\":[]}"},
	{KIND_NOTE, "{\"note\":\"a}"}, {KIND_NOTE, "{\"note\":\"a\\"},
	{KIND_NOTE, "{\"note\":\"\\x\"}"},
	{KIND_NOTE, "{\"note\":\"\\u00g0\"}"},
	{KIND_NOTE, "{\"note\":\"\\u12\"}"},
	{KIND_NOTE, "{\"note\":\"\\u0000\"}"},
	{KIND_NOTE, "{\"note\":\"\\ud83d\"}"},
	{KIND_NOTE, "{\"note\":\"\\ud83dxxxxxx\"}"},
	{KIND_NOTE, "{\"note\":\"\\udd25\"}"},
	{KIND_NOTE, "{\"note\":\"a\" \"internal\":true}"},
	{KIND_NOTE, "{\"note\":{}}"},
	{KIND_NOTE, "{\"note\":{\"base64\":5}}"},
	{KIND_NOTE, "{\"note\":{\"base64\":\"*\"}}"},
	{KIND_NOTE, "{\"note\":{\"base64\":\"AA==\"}}"},
	{KIND_NOTE, "{\"note\":{\"base65\":\"YW5h\"}}"},
	{KIND_NOTE, "{\"internal\":1}"},
	{KIND_NOTE, "{\"internal\":tru}"},
	{KIND_NOTE, "{\"new\":nul}"}, {KIND_NOTE, "{\"new\":[1,]}"},
	{KIND_SEVERITY, "{\"severity\":\"1\"}"},
	{KIND_SEVERITY, "{\"severity\":1.5}"},
	{KIND_SEVERITY, "{\"severity\":01}"},
	{KIND_SEVERITY, "{\"severity\":-}"},
	{KIND_SEVERITY, "{\"severity\":1e999}"},
	{KIND_SEVERITY, "{\"severity\":9007199254740993}"},
	{KIND_SEVERITY, "{\"severity\":99999999999999999999999}"},
	{KIND_TOLD, "{\"next\":1795357879123}"},
	{KIND_TOLD, "{\"next\":\"2026-02-30T00:00:00.000Z\"}"},
	{KIND_TOLD, "{\"covers\":\"detect\"}"},
	{KIND_TOLD, "{\"covers\":[1]}"},
	{KIND_DELIVERY_SENT, "{\"entries\":[2147483648]}"},
	{KIND_DELIVERY_SENT, "{\"entries\":[\"1\"]}"},
	{KIND_CAN, "{\"report\":{}}"}, {KIND_CAN, "{\"report\":[[]]}"},
	{KIND_CAN, "{\"report\":[{}]}"},
	{KIND_CAN, "{\"report\":[{\"on\":\"mars\"}]}"},
	{KIND_CAN, "{\"report\":[{\"on\":\"customers\","
		"\"actions\":[{\"text\":\"x\"}]}]}"},
	{KIND_CAN, "{\"report\":[{\"on\":\"customers\","
		"\"actions\":[5]}]}"},
	{KIND_CAN, "{\"report\":[{\"on\":\"customers\","
		"\"needs\":{}}]}"},
	{KIND_DECLARED, "{\"numbers\":[]}"},
	{KIND_DECLARED, "{\"numbers\":{\"can\":5}}"},
	{KIND_DECLARED, "{\"numbers\":{\"can\":[\"5\"]}}"},
};

static void
test_data_that_is_wrong_is_damaged(void **state)
{
	for (size_t i = 0; i < COUNT(wrong); i++) {
		struct event e = reads_data(*state, wrong[i].kind,
			wrong[i].data);

		if (e.kind != KIND_DAMAGED)
			fail_msg("%s was read", wrong[i].data);
		assert_int_equal(e.set, 0);
	}
}

static void
test_escapes_of_others_are_understood(void **state)
{
	struct event e = reads_data(*state, KIND_NOTE, "{\"note\":\""
		"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\udd25\"}");

	assert_string_equal(event_text(&e, F_NOTE),
		"\"\\/\b\f\n\r\t\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\xa5");
}

static void
test_unknown_fields_are_passed_over(void **state)
{
	struct event e = reads_data(*state, KIND_NOTE,
		"{\"a\":[1,{\"b\":[-2.5e3,true,false,null,\"}\\\"\"]}],"
		"\"note\":\"x\",\"\":{},\"title\":\"y\"}");

	assert_int_equal(e.kind, KIND_NOTE);
	assert_string_equal(event_text(&e, F_NOTE), "x");
	assert_false(event_has(&e, F_TITLE));
}

static void
test_the_last_of_two_values_counts(void **state)
{
	struct event e = reads_data(*state, KIND_NOTE,
		"{\"note\":\"x\",\"internal\":true,\"note\":\"y\","
		"\"internal\":false}");

	assert_string_equal(event_text(&e, F_NOTE), "y");
	assert_false(event_has(&e, F_INTERNAL));
}

static void
test_numbers_that_are_missing_are_the_defaults(void **state)
{
	struct event e = reads_data(*state, KIND_DECLARED,
		"{\"numbers\":{\"can\":[1,2],\"new\":[7],\"offer\":[9,8]}}");
	const union value *v = event_value(&e, F_NUMBERS);
	struct numbers n;

	numbers_init(&n);
	n.v[NUM_CAN][0] = 1;
	n.v[NUM_CAN][1] = 2;
	n.v[NUM_OFFER][0] = 9;
	assert_non_null(v);
	assert_memory_equal(v->numbers, &n, sizeof(n));
}

/* @deep arrays in an unknown field. */
static const char *
nested(struct arena *a, size_t deep, bool closed)
{
	char *s = arena_alloc(a, 2 * deep + 16);
	size_t at = strlen("{\"new\":");

	memcpy(s, "{\"new\":", at);
	memset(s + at, '[', deep);
	if (closed) {
		memset(s + at + deep, ']', deep);
		s[at + 2 * deep] = '}';
	}
	return s;
}

static void
test_deep_nesting_is_damage(void **state)
{
	struct event e = reads_data(*state, KIND_NOTE,
		nested(*state, 15, true));

	assert_int_equal(e.kind, KIND_NOTE);
	e = reads_data(*state, KIND_NOTE, nested(*state, 16, true));
	assert_int_equal(e.kind, KIND_DAMAGED);
	e = reads_data(*state, KIND_NOTE, nested(*state, 1000000, false));
	assert_int_equal(e.kind, KIND_DAMAGED);
	e = reads(*state, nested(*state, 1000000, true), "{}");
	assert_int_equal(e.kind, KIND_DAMAGED);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_head_reads_in_any_spelling),
		cmocka_unit_test(test_an_unknown_kind_keeps_its_name_and_data),
		cmocka_unit_test(test_erased_data_leaves_all_fields_absent),
		cmocka_unit_test(test_damaged_data_keeps_the_head),
		cmocka_unit_test(test_a_damaged_head_keeps_what_could_be_read),
		cmocka_unit_test(test_a_head_that_is_wrong_is_damaged),
		cmocka_unit_test(test_data_that_is_wrong_is_damaged),
		cmocka_unit_test(test_escapes_of_others_are_understood),
		cmocka_unit_test(test_unknown_fields_are_passed_over),
		cmocka_unit_test(test_the_last_of_two_values_counts),
		cmocka_unit_test(
			test_numbers_that_are_missing_are_the_defaults),
		cmocka_unit_test(test_deep_nesting_is_damage),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
