/*
 * Messages, and how far they and pages are on their way through channels.
 */
#ifndef FG_MODEL_DELIVERY_H
#define FG_MODEL_DELIVERY_H

#include "base/when.h"

#include <stdbool.h>
#include <stdint.h>

/** What is to be told to the company: one entry that carries a message. */
struct message {
	uint32_t n;
	when_ms when;        /* of its entry */
	when_ms at;          /* its recording: the ten seconds count from it */
	const char *text;
	const char *audience; /* "company" unless said otherwise */
	bool released;       /* let go before its ten seconds */
	when_ms told;        /* first delivery, or WHEN_NONE */
	const char *through; /* of that delivery; "" */
	bool by_hand;        /* it was said by hand: no channel needs it */
};

/** The channel of what was said by hand. */
#define CHANNEL_HAND "hand"

/** How far one message or page is on its way through one channel. */
enum delivery_state {
	DELIVERY_CLAIMED,  /* a courier has it */
	DELIVERY_SENT,     /* the channel accepted it */
	DELIVERY_LATER,    /* not yet: tried again from @until on */
	DELIVERY_UNSURE,   /* it may have arrived: a person decides */
	DELIVERY_MESSAGE,  /* refused as it is */
	DELIVERY_CHANNEL,  /* the channel takes nothing from us */
	DELIVERY_EXPIRED,  /* too old to be news: given up */
	DELIVERY_CONFIRM,  /* the public reads it: a person agrees first */
};

struct delivery {
	uint32_t n;          /* entry of the message or page */
	bool stop;           /* that the page is called off */
	const char *channel;
	enum delivery_state state;
	uint32_t claim_n;    /* entry of the last claim, 0: none */
	uint32_t last_n;     /* entry of the last news of it */
	when_ms when;        /* of that entry */
	when_ms until;       /* DELIVERY_LATER; WHEN_NONE: at once */
	int claims;          /* how often it was claimed */
	bool repeat;         /* a claim ended without an outcome, or a try
	                      * without an answer: what is sent now may be
	                      * there already */
	const char *why;     /* of a failure; "" */
	const char *remote;  /* what the other side calls it; "" */
};

/** "later" ...: the word of a failure in the log; "" for the other states. */
const char *delivery_word(enum delivery_state s);

/** The state that a failure's word stands for; false for another word. */
bool delivery_find(const char *word, enum delivery_state *out);

/** Whether a courier has nothing to do for it until a person says so. */
bool delivery_settled(const struct delivery *d);

#endif
