/*
 * SHA-256, hex, base64 and random ids: the only place for libsodium.
 */
#ifndef FG_BASE_HASH_H
#define FG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

struct arena;

struct hash { uint8_t b[32]; };
struct id { uint8_t b[16]; };

#define HASH_HEX 65 /* bytes of a hash as text, with NUL */
#define ID_HEX 33

/** Prepares libsodium; main calls it once, first.  False: cannot be used. */
bool hash_init(void);

/** The digest of up to three parts joined; NULL parts have length 0. */
struct hash hash_of(const void *a, size_t na, const void *b, size_t nb,
	const void *c, size_t nc);

/**
 * HMAC-SHA-256 of two parts joined, by a key of any length, which is a secret.
 */
struct hash hash_mac(const void *key, size_t n_key, const void *a, size_t na,
	const void *b, size_t nb);

/**
 * One link of the chain: SHA-256(prev + SHA-256(salt + data) + head).
 */
struct hash hash_link(const struct hash *prev, const struct id *salt,
	const char *data, size_t data_len, const char *head, size_t head_len);

/** Whether two hashes are equal.  None of them is a secret. */
bool hash_same(const struct hash *a, const struct hash *b);

/**
 * As 64 hex digits in lower case, and back.  False for anything else, upper
 * case included, since one hash has one spelling; *@out is then untouched.
 */
char *hash_hex(const struct hash *h, char out[HASH_HEX]);
bool hash_parse(const char *hex, struct hash *out);

/** The first 16 hex digits in fours: "9f3a c07e 11b2 77aa". */
char *hash_short(const struct hash *h, char out[20]);

/** The same for an id, 32 digits. */
char *id_hex(const struct id *id, char out[ID_HEX]);
bool id_parse(const char *hex, struct id *out);

/** 16 random bytes. */
struct id id_random(void);

/**
 * @n bytes as base64 text (RFC 4648 section 4, padded), and back: NULL when
 * @text is not exactly that.  The bytes end in a NUL that *@n does not count.
 */
char *base64_text(struct arena *a, const void *bytes, size_t n);
char *base64_bytes(struct arena *a, const char *text, size_t *n);

#endif
