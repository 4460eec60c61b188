/*
 * One request on its way: what libcurl is told about it, and what it says.
 */
#ifndef FG_LOOP_HTTP_CALL_H
#define FG_LOOP_HTTP_CALL_H

#include "base/mem.h"
#include "loop/curl.h"
#include "loop/http.h"

struct http_call {
	struct http *http;
	struct http_call *prev, *next;
	const struct curl *lib;
	struct arena *a;
	struct http_request ask;  /* copied into @a */
	void *easy;               /* NULL: refused before it began */
	struct curl_slist *headers, *to;
	size_t read;              /* bytes of the body handed over: a mail */
	char *body;               /* of the answer */
	size_t len, cap;
	bool cut, far;            /* far: no address of this machine */
	bool only_here;           /* without TLS */
	char reset[32];           /* ratelimit-reset, as it came */
	char error[256];          /* libcurl's own words */
	bool refusal;             /* of a mail server: the body is one */
	const char *refused;      /* why it was not begun, or NULL */
	http_fn *fn;
	void *ctx;
};

/** A copy of @ask, not begun; freed by http_call_free(). */
struct http_call *http_call_new(const struct http_request *ask);

/**
 * Frees it, and what the answer was kept in, without leaving a byte of its
 * texts in memory.
 */
void http_call_free(struct http_call *c);

/** Makes the handle of libcurl; or sets c->refused. */
void http_call_begin(struct http_call *c, const struct curl *lib,
	const char *agent);

/** The answer when libcurl has ended with @code; texts belong to @c. */
void http_call_end(struct http_call *c, int code, struct http_answer *out);

#endif
