/*
 * The functions of libcurl, loaded when first needed.
 *
 * Handles are void pointers and codes numbers here, since no header may
 * include curl's.  A table loses the checks of types that curl_easy_setopt()
 * has: options are set by curl_long(), curl_text() and curl_ptr() alone.
 */
#ifndef FG_LOOP_CURL_H
#define FG_LOOP_CURL_H

#include "base/err.h"

#include <stdbool.h>

struct curl_slist;

struct curl {
	int (*global_init)(long flags);
	void *(*easy_init)(void);
	void (*easy_cleanup)(void *easy);
	int (*easy_setopt)(void *easy, int option, ...);
	int (*easy_getinfo)(void *easy, int info, ...);
	const char *(*easy_strerror)(int code);
	struct curl_slist *(*slist_append)(struct curl_slist *l, const char *s);
	void (*slist_free_all)(struct curl_slist *l);
	void *(*multi_init)(void);
	int (*multi_cleanup)(void *multi);
	int (*multi_setopt)(void *multi, int option, ...);
	int (*multi_add_handle)(void *multi, void *easy);
	int (*multi_remove_handle)(void *multi, void *easy);
	int (*multi_assign)(void *multi, int fd, void *ctx);
	int (*multi_socket_action)(void *multi, int fd, int events, int *runs);
	void *(*multi_info_read)(void *multi, int *left);
};

/**
 * Loads it into @lib; false with @err, which names the package.  It is never
 * unloaded: its TLS library registers what runs at the program's end.
 */
bool curl_load(struct curl *lib, struct err *err);

/** Sets an option: a number, a text (NULL: none), another pointer. */
void curl_long(const struct curl *lib, void *easy, int option, long v);
void curl_text(const struct curl *lib, void *easy, int option, const char *s);
void curl_ptr(const struct curl *lib, void *easy, int option, void *p);

#endif
