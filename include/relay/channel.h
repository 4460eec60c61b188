/*
 * Channels: ways to the company, to experts and to customers.
 *
 * A channel is a section of the config; its adapter is a row of a table: how
 * a piece of news becomes a request, and how the answer is read.  All of it
 * is pure: who sends, and when, is the courier's business (relay/plan.h, and
 * run, which does the I/O).
 */
#ifndef FG_RELAY_CHANNEL_H
#define FG_RELAY_CHANNEL_H

#include "base/err.h"
#include "base/when.h"
#include "base/words.h"
#include "loop/http.h"
#include "relay/news.h"

#include <stdbool.h>
#include <stdint.h>

struct arena;
struct conf;
struct conf_table;

/** Texts that a channel can need, by their names in the config. */
enum channel_text {
	CH_URL,          /* url: where it is sent; a secret */
	CH_TOKEN,        /* token: a bearer; a secret */
	CH_KEY,          /* routing-key: of PagerDuty; a secret */
	CH_API_KEY,      /* api-key: to read acknowledgements; a secret */
	CH_SIGN,         /* secret: signs what is sent (whsec_...); a secret */
	CH_USER,         /* user */
	CH_PASSWORD,     /* password; a secret */
	CH_FROM,         /* from: of a mail */
	CH_ROOM,         /* room: of Matrix */
	CH_PAGE,         /* page: of Statuspage */
	CH_CA_FILE,      /* ca-file */
	CH_TEXTS
};

struct channel_text_row {
	const char *name;  /* in the config; with -command when secret */
	bool secret;
};

extern const struct channel_text_row channel_texts[CH_TEXTS];

struct channel {
	const char *name;          /* its title */
	const struct adapter *adapter;
	const char *text[CH_TEXTS]; /* NULL: not given, or not known yet */
	const char *command[CH_TEXTS]; /* prints a secret; NULL: none */
	const char *locked;        /* why secrets are not known; NULL: open */
	struct words to;           /* recipients of mails */
	struct words audience;     /* company, responders, customers */
	unsigned news;             /* bit by enum news_kind: what it carries */
	struct words program;      /* of exec: the program and its words */
	struct words components;   /* of Statuspage */
	bool confirm;              /* a person agrees to the first post */
	bool plain;                /* a mail without TLS, on this machine */
	const char *where;         /* FILE:LINE of the section */
};

struct channels {
	struct channel *v;
	int n;
};

/** The rows of the config that this layer reads. */
extern const struct conf_table relay_options;

/**
 * The channels of @conf; memory from @a, texts belong to @conf.  ERR_USAGE
 * with file and line when an adapter lacks what it needs.
 */
bool channels_load(struct channels *out, const struct conf *conf,
	struct arena *a, struct err *err);

/** The channel called @name (case folded), or NULL. */
const struct channel *channels_find(const struct channels *list,
	const char *name);

/**
 * Whether what is said of @c can be, secrets that are known by now with it;
 * else ERR_USAGE, and *@option names what it is about ("to"; may be NULL).
 */
bool channel_check(const struct channel *c, const char **option,
	struct err *err);

/** What is still missing before @c can be used: "url"; NULL: nothing. */
const char *channel_lacks(const struct channel *c);

/** Whether @c carries news of @kind for @audience. */
bool channel_takes(const struct channel *c, enum news_kind kind,
	const char *audience);

/** Where @c leads, without a secret: "slack at hooks.slack.com". */
const char *channel_where(const struct channel *c, struct arena *a);

/* ---- sending ------------------------------------------------------- */

/** What is to be done: a request, or a program that gets @http.body. */
struct request {
	struct http_request http;
	char *const *argv;     /* NULL: a request; else ends in NULL */
};

/** What came of it; see integrations: who may try again, and when. */
enum outcome_class {
	SENT_DELIVERED,
	SENT_LATER,    /* nothing arrived: tried again */
	SENT_MAYBE,    /* it may have arrived */
	SENT_MESSAGE,  /* refused as it is: another try changes nothing */
	SENT_CHANNEL,  /* nothing goes through until somebody mends it */
};

struct verdict {
	enum outcome_class class;
	int64_t wait_ms;     /* the other side asks for; 0: nothing said */
	const char *why;     /* a harmless sentence; "" when delivered */
	const char *remote;  /* what the other side calls it; "" */
};

/** An answer to read: of HTTP, or (@program) how a program ended. */
struct reply {
	const struct http_answer *http;
	bool program;
	int exit;            /* its code; -1: killed, or did not start */
	const char *said;    /* what it said on standard error; "" */
};

struct adapter {
	const char *name;
	bool idempotent;     /* the same news twice arrives once */
	int chars;           /* of text that it takes; UTF-16 code units */
	int gap_ms;          /* between two sends */
	unsigned needs;      /* bit by enum channel_text */
	unsigned carries;    /* bit by enum news_kind, unless the config says */
	unsigned can;        /* the same: what the config may say */

	/**
	 * Whether what the config says of @c can be; NULL: it can.  Secrets
	 * that are not known yet are NULL.  False with a sentence that says
	 * what to write, and *@option what it is about.
	 */
	bool (*check)(const struct channel *c, const char **option,
		struct err *err);

	/**
	 * How many requests one delivery of @n is; NULL: one.  A mail has one
	 * recipient, so a channel with three takes three.  They are built
	 * with n->part 0, 1, ... and sent in turn (relay/parts.h).
	 */
	int (*parts)(const struct channel *c, const struct news *n);

	/** Pure; memory from @a.  ERR_USAGE when it cannot be built. */
	bool (*build)(const struct channel *c, const struct news *n,
		struct arena *a, struct request *out, struct err *err);

	/** NULL: verdict_of(). */
	void (*classify)(const struct channel *c, const struct reply *r,
		struct arena *a, struct verdict *out);

	/**
	 * Asks whether news that may have arrived has (before it is sent
	 * again: this makes it idempotent); NULL: it cannot be asked.  find()
	 * is false when there is nothing to ask for these news.  found() is
	 * true when @out says what came of it, delivered or not to be told
	 * now; false: it is not there.
	 */
	bool (*find)(const struct channel *c, const struct news *n,
		struct arena *a, struct request *out);
	bool (*found)(const struct channel *c, const struct news *n,
		const struct reply *r, struct arena *a, struct verdict *out);

	/**
	 * Asks what became of a page, and reads the answer; NULL: the channel
	 * does not know.  @remote is what the verdict called it; poll() is
	 * false when @c has no key to ask with.
	 */
	bool (*poll)(const struct channel *c, const struct news *n,
		const char *remote, struct arena *a, struct request *out);
	void (*polled)(const struct channel *c, const struct http_answer *r,
		struct arena *a, struct page_state *out);
};

/** The adapter called @name, or NULL; the @i-th, NULL past the end. */
const struct adapter *adapter_find(const char *name);
const struct adapter *adapter_row(int i);

/** What an answer means by default (RFC 9110, RFC 5321, sysexits). */
void verdict_of(const struct channel *c, const struct reply *r,
	struct arena *a, struct verdict *out);

#endif
