/*
 * Requests over the network, without waiting: HTTP and mail (SMTP).
 *
 * libcurl is loaded at the first request (linking it costs each start of the
 * program 8 to 11 ms), and joins the loop by its sockets and its timer.  A
 * request has a deadline.  What cannot be trusted gets nothing of it: the peer
 * is verified, redirects are not followed, and the schemes are https, smtps,
 * and smtp with STARTTLS.  Without TLS (http, or smtp with @plain) only this
 * machine itself is spoken to, which is decided by the address connected to.
 */
#ifndef FG_LOOP_HTTP_H
#define FG_LOOP_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http;
struct http_call;
struct loop;

struct http_header {
	const char *name, *value; /* one with CR or LF refuses the request */
};

/** What is asked; all is copied by http_send(). */
struct http_request {
	const char *method;     /* "POST"; NULL: a mail */
	const char *url;        /* a mail's: smtp://HOST:PORT/NAME-FOR-EHLO */
	const struct http_header *headers;
	int n_headers;
	const char *body;       /* of a mail: header and text, CRLF lines */
	size_t body_len;
	const char *from, *to;  /* a mail's envelope, one recipient */
	const char *user, *password; /* NULL: no authentication */
	const char *ca_file;    /* NULL: the system's authorities */
	bool plain;             /* a mail without TLS, to this machine */
	int64_t wait_ms;        /* in all; 0: 20 s; connecting: 5 s of it */
	size_t most;            /* bytes of the answer kept; 0: 16 KiB */
};

/** How it ended, by what the other side can have seen. */
enum http_fate {
	HTTP_ANSWERED,  /* there is a status */
	HTTP_UNSENT,    /* nothing of the request went out */
	HTTP_MAYBE,     /* it went out, at least in part, and no answer came */
	HTTP_DISTRUST,  /* not to be sent there at all: certificate, scheme */
};

struct http_answer {
	enum http_fate fate;
	int status;          /* of HTTP or SMTP; 0: none */
	const char *body;    /* as it came, ends in NUL; never NULL; of SMTP
	                      * the last line, without its code */
	size_t len;
	bool cut;            /* more came than was kept */
	int64_t retry_ms;    /* what Retry-After asks for, else 0 */
	int64_t reset_ms;    /* what ratelimit-reset asks for, else 0 */
	const char *why;     /* a sentence with host and port, never with
	                      * path or secret; "" when answered */
};

/** Called once from the loop; all in @a is borrowed for the call. */
typedef void http_fn(void *ctx, const struct http_answer *a);

/**
 * A place to send from; @agent ("fireground/1.0") is copied.  Freed by
 * http_free(), not from a callback, with what was not answered; NULL is fine.
 */
struct http *http_new(struct loop *l, const char *agent);
void http_free(struct http *h);

/** Sends; what comes of it comes in a later turn. */
struct http_call *http_send(struct http *h, const struct http_request *r,
	http_fn *fn, void *ctx);

/** Takes back a request that is not answered yet; NULL is fine. */
void http_cancel(struct http_call *c);

#endif
