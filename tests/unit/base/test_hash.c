#include "base/hash.h"

#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <cmocka.h>

static int
setup(void **state)
{
	(void)state;
	return hash_init() ? 0 : -1;
}

/* The examples of FIPS 180-2, appendix B. */
static void
test_the_digest_is_sha_256(void **state)
{
	struct hash h = hash_of("abc", 3, NULL, 0, NULL, 0);
	char hex[HASH_HEX];

	(void)state;
	assert_string_equal(hash_hex(&h, hex), "ba7816bf8f01cfea414140de5dae"
		"2223b00361a396177a9cb410ff61f20015ad");
	h = hash_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmno"
		"mnopnopq", 56, NULL, 0, NULL, 0);
	assert_string_equal(hash_hex(&h, hex), "248d6a61d20638b8e5c026930c3e"
		"6039a33ce45964ff2167f6ecedd419db06c1");
	h = hash_of(NULL, 0, NULL, 0, NULL, 0);
	assert_string_equal(hash_hex(&h, hex), "e3b0c44298fc1c149afbf4c8996f"
		"b92427ae41e4649b934ca495991b7852b855");
}

static void
test_parts_count_as_if_they_were_joined(void **state)
{
	struct hash whole = hash_of("abc", 3, NULL, 0, NULL, 0);
	struct hash parts = hash_of("a", 1, "b", 1, "c", 1);
	struct hash other = hash_of("a", 1, NULL, 0, "bd", 2);

	(void)state;
	assert_true(hash_same(&whole, &parts));
	assert_false(hash_same(&whole, &other));
}

/* Made with sha256sum: prev is 32 zero bytes, salt 00 01 .. 0f. */
static void
test_a_link_is_the_hash_of_prev_body_and_head(void **state)
{
	static const char data[] = "{\"title\":\"EU checkout returns 5xx\"}";
	static const char head[] = "{\"v\":1,\"incident\":17,\"n\":1}";
	struct hash prev = {{0}};
	struct id salt;
	struct hash link;
	char hex[HASH_HEX];

	(void)state;
	for (uint8_t i = 0; i < sizeof(salt.b); i++)
		salt.b[i] = i;
	link = hash_link(&prev, &salt, data, strlen(data), head,
		strlen(head));
	assert_string_equal(hash_hex(&link, hex), "df216c075ab051a54ee5aa8f8260"
		"2ce3987a3f22c5f9dabd49e24abac9634738");
}

static void
test_a_link_depends_on_every_part(void **state)
{
	struct hash prev = {{0}};
	struct id salt = {{0}};
	struct hash first = hash_link(&prev, &salt, "data", 4, "head", 4);
	struct hash other = hash_link(&prev, &salt, "datA", 4, "head", 4);

	(void)state;
	assert_false(hash_same(&first, &other));
	other = hash_link(&prev, &salt, "data", 4, "heaD", 4);
	assert_false(hash_same(&first, &other));
	salt.b[15] = 1;
	other = hash_link(&prev, &salt, "data", 4, "head", 4);
	assert_false(hash_same(&first, &other));
	salt.b[15] = 0;
	prev.b[31] = 1;
	other = hash_link(&prev, &salt, "data", 4, "head", 4);
	assert_false(hash_same(&first, &other));
	prev.b[31] = 0;
	other = hash_link(&prev, &salt, "data", 4, "head", 4);
	assert_true(hash_same(&first, &other));
}

static void
test_hex_comes_back(void **state)
{
	struct hash h, back;
	struct id id, id_back;
	char hex[HASH_HEX];

	(void)state;
	for (int i = 0; i < 256; i += 8) {
		for (int n = 0; n < 32; n++)
			h.b[n] = (uint8_t)(i + n);
		assert_true(hash_parse(hash_hex(&h, hex), &back));
		assert_true(hash_same(&h, &back));
		memcpy(id.b, h.b, sizeof(id.b));
		assert_true(id_parse(id_hex(&id, hex), &id_back));
		assert_memory_equal(id.b, id_back.b, sizeof(id.b));
	}
}

static void
test_only_one_spelling_is_a_hash(void **state)
{
	static const char good[] = "00112233445566778899aabbccddeeff";
	struct id id;
	struct hash h;
	char text[40];

	(void)state;
	memset(&id, 7, sizeof(id));
	for (size_t i = 0; i < 32; i++) {
		static const char bad[] = "gG /:@`F\n\x80";

		for (size_t n = 0; n < sizeof(bad); n++) {
			memcpy(text, good, sizeof(good));
			text[i] = bad[n];
			assert_false(id_parse(text, &id));
		}
	}
	assert_false(id_parse("", &id));
	assert_false(id_parse("00112233445566778899aabbccddeeff0", &id));
	assert_false(hash_parse(good, &h));
	assert_int_equal(id.b[0], 7);
	assert_true(id_parse(good, &id));
	assert_int_equal(id.b[15], 0xff);
}

static void
test_a_short_hash_is_its_first_digits_in_fours(void **state)
{
	struct hash h = {{0x9f, 0x3a, 0xc0, 0x7e, 0x11, 0xb2, 0x77, 0xaa, 1}};
	char out[20];

	(void)state;
	assert_string_equal(hash_short(&h, out), "9f3a c07e 11b2 77aa");
}

static void
test_random_ids_differ(void **state)
{
	struct id ids[100];

	(void)state;
	for (int i = 0; i < 100; i++) {
		ids[i] = id_random();
		for (int n = 0; n < i; n++)
			assert_memory_not_equal(ids[i].b, ids[n].b, 16);
	}
}

/* The examples of RFC 4648, section 10. */
/* Test cases 1, 2 and 6 (a key that is longer than a block). */
static void
test_hmac_is_that_of_rfc_4231(void **state)
{
	static const struct { const char *key, *a, *b, *hex; } rows[] = {
		{"\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b\x0b"
			"\x0b\x0b\x0b\x0b\x0b\x0b\x0b", "Hi ", "There",
			"b0344c61d8db38535ca8afceaf0bf12b"
			"881dc200c9833da726e9376c2e32cff7"},
		{"Jefe", "what do ya want ", "for nothing?",
			"5bdcc146bf60754e6a042426089575c7"
			"5a003f089d2739839dec58b964ec3843"},
	};
	char hex[HASH_HEX], long_key[131];
	struct hash h;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		h = hash_mac(rows[i].key, strlen(rows[i].key), rows[i].a,
			strlen(rows[i].a), rows[i].b, strlen(rows[i].b));
		assert_string_equal(hash_hex(&h, hex), rows[i].hex);
	}
	memset(long_key, 0xaa, sizeof(long_key));
	h = hash_mac(long_key, sizeof(long_key), "Test Using Larger Than "
		"Block-Size Key - Hash Key First", 54, "", 0);
	assert_string_equal(hash_hex(&h, hex), "60e431591ee0b67f0d8a26aacbf5b77f"
		"8e0bc6213728c5140546040f0ee37f54");
}

static void
test_base64_is_that_of_rfc_4648(void **state)
{
	static const struct { const char *bytes, *text; } rows[] = {
		{"", ""},
		{"f", "Zg=="},
		{"fo", "Zm8="},
		{"foo", "Zm9v"},
		{"foob", "Zm9vYg=="},
		{"fooba", "Zm9vYmE="},
		{"foobar", "Zm9vYmFy"},
		{"\xfb\xff", "+/8="},
	};
	struct arena *a = arena_new(0);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t n = 999;

		assert_string_equal(base64_text(a, rows[i].bytes,
			strlen(rows[i].bytes)), rows[i].text);
		assert_string_equal(base64_bytes(a, rows[i].text, &n),
			rows[i].bytes);
		assert_int_equal(n, strlen(rows[i].bytes));
	}
	arena_free(a);
}

static void
test_all_bytes_come_back_from_base64(void **state)
{
	struct arena *a = arena_new(0);
	char bytes[256];

	(void)state;
	for (int i = 0; i < 256; i++)
		bytes[i] = (char)i;
	for (size_t len = 0; len <= 256; len++) {
		size_t n = 999;
		const char *back = base64_bytes(a,
			base64_text(a, bytes, len), &n);

		assert_non_null(back);
		assert_int_equal(n, len);
		assert_memory_equal(back, bytes, len);
		assert_int_equal(back[len], 0);
	}
	arena_free(a);
}

static void
test_what_is_not_exactly_base64_is_refused(void **state)
{
	static const char *const rows[] = {
		"Z", "Zg", "Zg=", "Zg===", "Zm9v=", "Zm9v Zm9v", "Zm9v\n",
		"Zm9-", "=", "Zh==", "Zm9vZ", "*m9v", "Zg==Zg==",
	};
	struct arena *a = arena_new(0);
	size_t n;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_null(base64_bytes(a, rows[i], &n));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_digest_is_sha_256),
		cmocka_unit_test(test_parts_count_as_if_they_were_joined),
		cmocka_unit_test(test_a_link_is_the_hash_of_prev_body_and_head),
		cmocka_unit_test(test_a_link_depends_on_every_part),
		cmocka_unit_test(test_hex_comes_back),
		cmocka_unit_test(test_only_one_spelling_is_a_hash),
		cmocka_unit_test(
			test_a_short_hash_is_its_first_digits_in_fours),
		cmocka_unit_test(test_random_ids_differ),
		cmocka_unit_test(test_hmac_is_that_of_rfc_4231),
		cmocka_unit_test(test_base64_is_that_of_rfc_4648),
		cmocka_unit_test(test_all_bytes_come_back_from_base64),
		cmocka_unit_test(test_what_is_not_exactly_base64_is_refused),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
