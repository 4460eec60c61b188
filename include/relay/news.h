/*
 * A piece of news: what is told, whatever the channel.
 */
#ifndef FG_RELAY_NEWS_H
#define FG_RELAY_NEWS_H

#include "base/when.h"
#include "model/stage.h"

#include <stdbool.h>
#include <stdint.h>

struct incident;
struct arena;

enum news_kind {
	NEWS_DECLARED,
	NEWS_STAGE,     /* a stage, Under Control, All Clear, the end */
	NEWS_SEVERITY,
	NEWS_COMMAND,   /* taken, handed over, assumed */
	NEWS_UPDATE,    /* a broadcast by hand */
	NEWS_CUSTOMERS, /* words for customers */
	NEWS_REMINDER,  /* a word to customers is due, or late */
	NEWS_PAGE,
	NEWS_STOP,      /* a page is called off */
	NEWS_TEST,      /* of `channel test` */
	NEWS_KINDS
};

/** All texts are as people wrote them; "" when there is none. */
struct news {
	enum news_kind kind;
	const char *id;        /* "INC-42-7": the same over all tries; of
	                        * letters, digits and - alone */
	const char *thread;    /* "INC-42": what belongs together */
	const char *inc;       /* "INC-42" */
	const char *type;      /* "stage": the last part of a type's name */
	const char *title;
	int severity;          /* 1..4 */
	enum stage stage;
	bool under_control, all_clear, closed;
	bool customers_hit;
	const char *headline;  /* "INC-42 SEV1 checkout: stage Mitigate" */
	const char *text;      /* the rest of the message, lines */
	const char *hash;      /* 16 digits of its entry's hash; "" */
	const char *bridge;
	const char *commander; /* "" when nobody commands */
	const char *from;      /* who told it */
	const char *who;       /* who is paged, or is to be reminded */
	const char *address;   /* theirs at the channel; "" */
	const char *field, *need; /* why they are paged */
	const char *of;        /* a page that is called off: its id; "" */
	const char *remote;    /* what the other side called the first news of
	                        * this incident or page; "" */
	int part;              /* which of several requests, see adapter */
	const char *source;    /* "/fireground": of CloudEvents */
	bool repeat;           /* may be there already: it says so */
	when_ms when;          /* it was made */
	when_ms now;           /* it is sent: of signatures */
};

/** How a page stands at the other side. */
enum page_standing {
	PAGE_UNKNOWN,     /* not found yet, or not to be read */
	PAGE_TRIGGERED,
	PAGE_ACKED,
	PAGE_RESOLVED,
};

struct page_state {
	enum page_standing standing;
	const char *who;       /* who acknowledged; "" */
	when_ms at;            /* WHEN_NONE: not said */
	const char *remote;    /* its name there; "" */
	const char *why;       /* it could not be read; "" */
};

/** "stage" and so on, the word of a kind in the config; "" past the end. */
const char *news_word(enum news_kind k);

/** What kind of news the message or page of entry @n of @inc is. */
enum news_kind news_kind_of(const struct incident *inc, uint32_t n);

/**
 * The news that entries @v (@n of them, of one kind of audience, which leave
 * as one message) of @inc are; memory from @a, texts belong to @inc.  @now
 * is when they are sent.
 */
void news_of(const struct incident *inc, const int32_t *v, int n, when_ms now,
	struct arena *a, struct news *out);

#endif
