#include "base/hash.h"

#include "base/mem.h"

#include <sodium.h>
#include <string.h>

bool
hash_init(void)
{
	return sodium_init() >= 0;
}

struct hash
hash_of(const void *a, size_t na, const void *b, size_t nb,
	const void *c, size_t nc)
{
	crypto_hash_sha256_state state;
	struct hash h;

	crypto_hash_sha256_init(&state);
	if (a)
		crypto_hash_sha256_update(&state, a, na);
	if (b)
		crypto_hash_sha256_update(&state, b, nb);
	if (c)
		crypto_hash_sha256_update(&state, c, nc);
	crypto_hash_sha256_final(&state, h.b);
	return h;
}

struct hash
hash_mac(const void *key, size_t n_key, const void *a, size_t na,
	const void *b, size_t nb)
{
	crypto_auth_hmacsha256_state state;
	struct hash h;

	crypto_auth_hmacsha256_init(&state, key, n_key);
	crypto_auth_hmacsha256_update(&state, a, na);
	crypto_auth_hmacsha256_update(&state, b, nb);
	crypto_auth_hmacsha256_final(&state, h.b);
	sodium_memzero(&state, sizeof(state));
	return h;
}

struct hash
hash_link(const struct hash *prev, const struct id *salt,
	const char *data, size_t data_len, const char *head, size_t head_len)
{
	struct hash body = hash_of(salt->b, sizeof(salt->b), data, data_len,
		NULL, 0);

	return hash_of(prev->b, sizeof(prev->b), body.b, sizeof(body.b),
		head, head_len);
}

bool
hash_same(const struct hash *a, const struct hash *b)
{
	return !memcmp(a->b, b->b, sizeof(a->b));
}

/*
 * Values of digits, in lower case alone, with a bit that says that they are
 * one.  A table, since digits of hashes are random and branches on them are
 * guessed wrong.
 */
#define D 0x10
static const uint8_t hex_digits[256] = {
	['0'] = D, ['1'] = D | 1, ['2'] = D | 2, ['3'] = D | 3, ['4'] = D | 4,
	['5'] = D | 5, ['6'] = D | 6, ['7'] = D | 7, ['8'] = D | 8,
	['9'] = D | 9, ['a'] = D | 10, ['b'] = D | 11, ['c'] = D | 12,
	['d'] = D | 13, ['e'] = D | 14, ['f'] = D | 15,
};

static bool
hex_parse(const char *hex, uint8_t *out, size_t n)
{
	unsigned all = D;
	uint8_t bytes[sizeof(struct hash)];

	if (strnlen(hex, 2 * n + 1) != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		unsigned high = hex_digits[(uint8_t)hex[2 * i]];
		unsigned low = hex_digits[(uint8_t)hex[2 * i + 1]];

		all &= high & low;
		bytes[i] = (uint8_t)(high << 4 | (low & 15));
	}
	if (!all)
		return false;
	memcpy(out, bytes, n);
	return true;
}

char *
hash_hex(const struct hash *h, char out[HASH_HEX])
{
	return sodium_bin2hex(out, HASH_HEX, h->b, sizeof(h->b));
}

bool
hash_parse(const char *hex, struct hash *out)
{
	return hex_parse(hex, out->b, sizeof(out->b));
}

char *
hash_short(const struct hash *h, char out[20])
{
	char hex[HASH_HEX];

	hash_hex(h, hex);
	for (size_t i = 0; i < 4; i++) {
		memcpy(out + 5 * i, hex + 4 * i, 4);
		out[5 * i + 4] = i < 3 ? ' ' : '\0';
	}
	return out;
}

char *
id_hex(const struct id *id, char out[ID_HEX])
{
	return sodium_bin2hex(out, ID_HEX, id->b, sizeof(id->b));
}

bool
id_parse(const char *hex, struct id *out)
{
	return hex_parse(hex, out->b, sizeof(out->b));
}

struct id
id_random(void)
{
	struct id id;

	randombytes_buf(id.b, sizeof(id.b));
	return id;
}

char *
base64_text(struct arena *a, const void *bytes, size_t n)
{
	size_t size = sodium_base64_encoded_len(n,
		sodium_base64_VARIANT_ORIGINAL);
	char *out = arena_alloc(a, size);

	return sodium_bin2base64(out, size, bytes, n,
		sodium_base64_VARIANT_ORIGINAL);
}

char *
base64_bytes(struct arena *a, const char *text, size_t *n)
{
	size_t len = strlen(text);
	size_t max = len / 4 * 3 + 3;
	char *out = arena_alloc(a, max + 1);

	if (sodium_base642bin((unsigned char *)out, max, text, len, NULL, n,
		NULL, sodium_base64_VARIANT_ORIGINAL))
		return NULL;
	out[*n] = '\0';
	return out;
}
