#include "loop/http.h"

#include "base/mem.h"
#include "loop/http_call.h"
#include "loop/loop.h"

#include <curl/curl.h>
#include <poll.h>
#include <stdlib.h>

struct http {
	struct loop *loop;
	struct curl lib;
	bool tried, loaded;
	struct err why;           /* it is not loaded */
	char *agent;
	void *multi;
	struct loop_timer *timer; /* libcurl's own */
	struct loop_timer *soon;  /* answers those that were not begun */
	struct http_call *calls;
};

struct http *
http_new(struct loop *l, const char *agent)
{
	struct http *h = mem_new(sizeof(*h));

	h->loop = l;
	h->agent = mem_dup(agent);
	return h;
}

/* Off the list, and out of libcurl's hands. */
static void
call_unlink(struct http_call *c)
{
	struct http *h = c->http;

	if (c->prev)
		c->prev->next = c->next;
	else
		h->calls = c->next;
	if (c->next)
		c->next->prev = c->prev;
	if (c->easy && h->multi)
		h->lib.multi_remove_handle(h->multi, c->easy);
}

static void
call_drop(struct http_call *c)
{
	call_unlink(c);
	http_call_free(c);
}

void
http_free(struct http *h)
{
	if (!h)
		return;
	while (h->calls)
		call_drop(h->calls);
	if (h->multi)
		h->lib.multi_cleanup(h->multi);
	loop_timer_stop(h->timer);
	loop_timer_stop(h->soon);
	free(h->agent);
	free(h);
}

void
http_cancel(struct http_call *c)
{
	if (c)
		call_drop(c);
}

/* The answer may take back or send others: @c is off the list by then. */
static void
call_answer(struct http_call *c, int code)
{
	struct http_answer answer;

	http_call_end(c, code, &answer);
	call_unlink(c);
	c->fn(c->ctx, &answer);
	http_call_free(c);
}

/* ---- libcurl on the loop ------------------------------------------- */

static void
answer_all(struct http *h)
{
	struct http_call *c;
	CURLMsg *msg;
	void *private;
	int left;

	while ((msg = h->lib.multi_info_read(h->multi, &left))) {
		int code = msg->data.result;

		h->lib.easy_getinfo(msg->easy_handle, CURLINFO_PRIVATE,
			&private);
		c = private;
		call_answer(c, code);
	}
}

static void
act(struct http *h, int fd, int events)
{
	int runs;

	h->lib.multi_socket_action(h->multi, fd, events, &runs);
	answer_all(h);
}

static void
on_fd(void *ctx, int fd, short got)
{
	int events = got & POLLIN ? CURL_CSELECT_IN : 0;

	if (got & POLLOUT)
		events |= CURL_CSELECT_OUT;
	if (got & (POLLERR | POLLHUP | POLLNVAL))
		events |= CURL_CSELECT_ERR | CURL_CSELECT_IN;
	act(ctx, fd, events);
}

static void
on_timer(void *ctx)
{
	struct http *h = ctx;

	h->timer = NULL;
	act(h, CURL_SOCKET_TIMEOUT, 0);
}

static int
on_socket(void *easy, curl_socket_t fd, int what, void *ctx, void *watch)
{
	static const short events[] = {
		[CURL_POLL_IN] = POLLIN, [CURL_POLL_OUT] = POLLOUT,
		[CURL_POLL_INOUT] = POLLIN | POLLOUT, [CURL_POLL_REMOVE] = 0,
	};
	struct http *h = ctx;

	(void)easy;
	if (what == CURL_POLL_REMOVE) {
		loop_fd_stop(watch);
		h->lib.multi_assign(h->multi, fd, NULL);
	} else if (watch) {
		loop_fd_events(watch, events[what]);
	} else {
		watch = loop_fd_watch(h->loop, fd, events[what], on_fd, h);
		h->lib.multi_assign(h->multi, fd, watch);
	}
	return 0;
}

static int
on_timeout(void *multi, long ms, void *ctx)
{
	struct http *h = ctx;

	(void)multi;
	loop_timer_stop(h->timer);
	h->timer = ms < 0 ? NULL : loop_after(h->loop, ms, on_timer, h);
	return 0;
}

static bool
load(struct http *h)
{
	if (h->tried)
		return h->loaded;
	h->tried = true;
	if (!curl_load(&h->lib, &h->why))
		return false;
	h->multi = h->lib.multi_init();
	if (!h->multi)
		return err_set(&h->why, ERR_STORE, "libcurl has no memory");
	h->lib.multi_setopt(h->multi, CURLMOPT_SOCKETFUNCTION, on_socket);
	h->lib.multi_setopt(h->multi, CURLMOPT_SOCKETDATA, h);
	h->lib.multi_setopt(h->multi, CURLMOPT_TIMERFUNCTION, on_timeout);
	h->lib.multi_setopt(h->multi, CURLMOPT_TIMERDATA, h);
	h->loaded = true;
	return true;
}

static void
on_soon(void *ctx)
{
	struct http *h = ctx;
	struct http_call *c = h->calls;

	h->soon = NULL;
	while (c && !c->refused)
		c = c->next;
	if (!c)
		return;
	call_answer(c, CURLE_OK);
	if (!h->soon)
		h->soon = loop_after(h->loop, 0, on_soon, h);
}

struct http_call *
http_send(struct http *h, const struct http_request *r, http_fn *fn, void *ctx)
{
	struct http_call *c = http_call_new(r);

	c->http = h;
	c->fn = fn;
	c->ctx = ctx;
	c->next = h->calls;
	if (c->next)
		c->next->prev = c;
	h->calls = c;
	if (!load(h))
		c->refused = h->why.text;
	else
		http_call_begin(c, &h->lib, h->agent);
	if (!c->refused)
		h->lib.multi_add_handle(h->multi, c->easy);
	else if (!h->soon)
		h->soon = loop_after(h->loop, 0, on_soon, h);
	return c;
}
