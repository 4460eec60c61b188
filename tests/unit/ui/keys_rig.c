#include "unit/ui/keys_rig.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

void
keys_take(struct term_keys *d, struct str *out)
{
	char name[KEY_NAME_MAX];
	struct key key;

	while (term_keys_next(d, &key)) {
		str_add(out, key_label(&key, name));
		if (key.code == KC_PASTE)
			str_addf(out, "<%s>%s", key.text, key.cut ? "+" : "");
		str_addc(out, ' ');
	}
}

void
assert_taken(struct term_keys *d, const char *expected)
{
	struct str out = {0};

	keys_take(d, &out);
	assert_string_equal(str_get(&out), expected);
	str_release(&out);
}

void
assert_n_keys(const char *bytes, size_t n, const char *expected)
{
	for (int split = 0; split < 2; split++) {
		struct term_keys *d = term_keys_new();
		struct str out = {0};

		if (!split)
			term_keys_feed(d, bytes, n);
		keys_take(d, &out);
		for (size_t i = 0; split && i < n; i++) {
			term_keys_feed(d, bytes + i, 1);
			keys_take(d, &out);
		}
		while (term_keys_wait(d) >= 0) {
			term_keys_timeout(d);
			keys_take(d, &out);
		}
		assert_string_equal(str_get(&out), expected);
		str_release(&out);
		term_keys_free(d);
	}
}

void
assert_keys(const char *bytes, const char *expected)
{
	assert_n_keys(bytes, strlen(bytes), expected);
}
