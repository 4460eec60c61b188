#include "model/event.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "model/numbers.h"
#include "unit/model/any_event.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

#define AT INT64_C(1795357879123) /* 2026-11-22T14:31:19.123Z */

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

typedef void write_fn(const struct event *e, struct str *out);

static const char *
written(struct arena *a, write_fn *fn, const struct event *e)
{
	struct str out = {0};
	const char *text;

	fn(e, &out);
	text = arena_dup(a, str_get(&out));
	str_release(&out);
	return text;
}

static void
test_a_head_has_its_keys_in_one_order(void **state)
{
	struct event *e = event_draft(*state, KIND_CAN);

	e->incident = 17;
	e->n = 42;
	for (int i = 0; i < 16; i++)
		e->id.b[i] = (uint8_t)(i * 17);
	e->at = AT;
	e->by = "ana";
	e->via = "ana@bastion1";
	assert_string_equal(written(*state, event_head, e),
		"{\"v\":1,\"incident\":17,\"n\":42,"
		"\"id\":\"00112233445566778899aabbccddeeff\","
		"\"at\":\"2026-11-22T14:31:19.123Z\",\"by\":\"ana\","
		"\"via\":\"ana@bastion1\",\"kind\":\"can.reported\"}");
	e->happened = AT - 60123;
	e->via = "a\xff";
	assert_string_equal(written(*state, event_head, e),
		"{\"v\":1,\"incident\":17,\"n\":42,"
		"\"id\":\"00112233445566778899aabbccddeeff\","
		"\"at\":\"2026-11-22T14:31:19.123Z\","
		"\"happened\":\"2026-11-22T14:30:19.000Z\",\"by\":\"ana\","
		"\"via\":{\"base64\":\"Yf8=\"},\"kind\":\"can.reported\"}");
}

static void
test_data_without_fields_is_an_empty_object(void **state)
{
	assert_string_equal(written(*state, event_data,
		event_draft(*state, KIND_NOTE)), "{}");
}

static void
test_fields_stand_in_the_order_of_the_row(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);

	event_put_text(e, F_OWNER, "mia");
	event_put_int(e, F_RESTRICTED, 1);
	event_put_int(e, F_BEGAN, AT);
	event_put_int(e, F_SEVERITY, 2);
	event_put_text(e, F_TITLE, "checkout");
	assert_string_equal(written(*state, event_data, e),
		"{\"title\":\"checkout\",\"severity\":2,"
		"\"began\":\"2026-11-22T14:31:19.123Z\","
		"\"restricted\":true,\"owner\":\"mia\"}");
}

static void
test_texts_are_escaped_no_more_than_they_must(void **state)
{
	struct event *e = event_draft(*state, KIND_NOTE);

	event_put_text(e, F_NOTE,
		"a\"b\\c/d\ne\tf\rg\x01h\x1f\x7f \xc3\xa9\xf0\x9f\x94\xa5");
	assert_string_equal(written(*state, event_data, e),
		"{\"note\":\"a\\\"b\\\\c/d\\ne\\tf\\u000dg\\u0001h\\u001f\x7f "
		"\xc3\xa9\xf0\x9f\x94\xa5\"}");
	event_put_text(e, F_NOTE, "\xed\xa0\x80");
	assert_string_equal(written(*state, event_data, e),
		"{\"note\":{\"base64\":\"7aCA\"}}");
}

static const struct can *
some_can(void)
{
	static const char *needs[] = {"a DBA", "a \"big\" disk"};
	static struct can_action actions[] = {
		{FOR_MITIGATE, "fail over"}, {FOR_REPAIR, ""},
	};
	static struct can_triple triples[] = {
		{ON_CUSTOMERS, "one in four fails", actions, 2, needs, 2},
		{ON_OPERATIONS, "", NULL, 0, NULL, 0},
	};
	static const struct can can = {triples, 2};

	return &can;
}

static void
test_a_report_leaves_out_what_is_empty(void **state)
{
	struct event *e = event_draft(*state, KIND_CAN);

	event_put(e, F_REPORT, (union value){.can = some_can()});
	assert_string_equal(written(*state, event_data, e),
		"{\"report\":[{\"on\":\"customers\","
		"\"condition\":\"one in four fails\",\"actions\":["
		"{\"for\":\"mitigate\",\"text\":\"fail over\"},"
		"{\"for\":\"repair\"}],"
		"\"needs\":[\"a DBA\",\"a \\\"big\\\" disk\"]},"
		"{\"on\":\"operations\"}]}");
}

static void
test_numbers_are_written_by_name_each_as_wide_as_its_row(void **state)
{
	struct event *e = event_draft(*state, KIND_DECLARED);
	struct numbers numbers;

	numbers_init(&numbers);
	event_put(e, F_NUMBERS, (union value){.numbers = &numbers});
	assert_string_equal(written(*state, event_data, e), "{\"numbers\":{"
		"\"command\":[300000,300000,900000,3600000],"
		"\"ack\":[300000,300000,900000,0],"
		"\"can\":[600000,900000,1800000,0],"
		"\"time-box\":[600000,900000,1800000,3600000],"
		"\"broadcast\":[1200000,1800000,3600000,0],"
		"\"customer-word\":[600000,900000,1800000,0],"
		"\"promise-before\":[600000,900000,1800000,0],"
		"\"promise-mitigate\":[1200000,1800000,3600000,0],"
		"\"promise-after\":[1800000,3600000,0,0],"
		"\"review\":[259200000,604800000,1209600000,2592000000],"
		"\"action-item\":[604800000,2592000000,5184000000,7776000000],"
		"\"slower\":[3],\"offer\":[300000],\"silent\":[300000],"
		"\"take-back\":[10000],"
		"\"time-in-command\":[3600000,10800000],\"span\":[5,7],"
		"\"stale\":[10000]}}");
}

static void
test_lists_keep_their_order_and_may_be_empty(void **state)
{
	static const char *stages[] = {"detect", "assess"};
	static int32_t places[] = {3, 1, 2};
	static const struct texts covers = {stages, 2};
	static const struct texts none = {stages, 0};
	static const struct ints entries = {places, 3};
	struct event *told = event_draft(*state, KIND_TOLD);
	struct event *sent = event_draft(*state, KIND_DELIVERY_SENT);

	event_put(told, F_COVERS, (union value){.list = &covers});
	assert_string_equal(written(*state, event_data, told),
		"{\"covers\":[\"detect\",\"assess\"]}");
	event_put(told, F_COVERS, (union value){.list = &none});
	assert_string_equal(written(*state, event_data, told),
		"{\"covers\":[]}");
	event_put(sent, F_ENTRIES, (union value){.ints = &entries});
	assert_string_equal(written(*state, event_data, sent),
		"{\"entries\":[3,1,2]}");
}

static void
test_an_erasure_keeps_what_is_no_free_text(void **state)
{
	struct event *e = event_draft(*state, KIND_PAGED);

	event_put_text(e, F_WHO, "raj");
	event_put_text(e, F_PHONE, "+49 30 1234");
	event_put_int(e, F_NEED, 12);
	event_put_text(e, F_REASON, "password is hunter2");
	assert_string_equal(written(*state, event_data_kept, e),
		"{\"who\":\"raj\",\"need\":12}");
}

static void
test_an_erasure_keeps_the_number_of_needs(void **state)
{
	struct event *e = event_draft(*state, KIND_CAN);
	struct event *again = event_draft(*state, KIND_CAN);
	const char *kept;

	event_put_text(e, F_FROM, "raj");
	event_put(e, F_REPORT, (union value){.can = some_can()});
	kept = written(*state, event_data_kept, e);
	assert_string_equal(kept, "{\"from\":\"raj\",\"report\":["
		"{\"on\":\"customers\","
		"\"actions\":[{\"for\":\"mitigate\"},{\"for\":\"repair\"}],"
		"\"needs\":[\"\",\"\"]},{\"on\":\"operations\"}]}");
	assert_true(event_read_data(*state, kept, again));
	assert_int_equal(event_can(again, F_REPORT)->n, 2);
	assert_int_equal(event_can(again, F_REPORT)->t[0].n_needs, 2);
}

static void
test_nothing_of_a_free_text_is_in_what_is_kept(void **state)
{
	struct dice d = {5};

	for (int kind = KIND_DECLARED; kind < KIND_COUNT; kind++) {
		const enum event_field *f = kind_rows[kind].f;
		struct event *e = any_event(*state, &d,
			(enum event_kind)kind);

		for (int i = 0; i < KIND_FIELDS && f[i]; i++)
			if (field_rows[f[i]].free &&
			    field_rows[f[i]].type == FT_TEXT)
				event_put_text(e, f[i], "SECRET");
		assert_null(strstr(written(*state, event_data_kept, e),
			"SECRET"));
	}
}

static void
test_whatever_is_written_is_utf8_on_one_line(void **state)
{
	struct dice d = {7};

	for (int i = 0; i < 500; i++) {
		struct event *e = any_event(*state, &d, (enum event_kind)
			(KIND_DECLARED + i % (KIND_COUNT - KIND_DECLARED)));
		const char *head = written(*state, event_head, e);
		const char *data = written(*state, event_data, e);

		assert_true(text_valid(head, strlen(head)));
		assert_true(text_valid(data, strlen(data)));
		assert_null(strpbrk(head, "\n\r\t"));
		assert_null(strpbrk(data, "\n\r\t"));
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_head_has_its_keys_in_one_order),
		cmocka_unit_test(test_data_without_fields_is_an_empty_object),
		cmocka_unit_test(test_fields_stand_in_the_order_of_the_row),
		cmocka_unit_test(test_texts_are_escaped_no_more_than_they_must),
		cmocka_unit_test(test_a_report_leaves_out_what_is_empty),
		cmocka_unit_test(
			test_numbers_are_written_by_name_each_as_wide_as_its_row),
		cmocka_unit_test(test_lists_keep_their_order_and_may_be_empty),
		cmocka_unit_test(test_an_erasure_keeps_what_is_no_free_text),
		cmocka_unit_test(test_an_erasure_keeps_the_number_of_needs),
		cmocka_unit_test(
			test_nothing_of_a_free_text_is_in_what_is_kept),
		cmocka_unit_test(test_whatever_is_written_is_utf8_on_one_line),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
