#include "loop/curl.h"

#include <curl/curl.h>
#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

/* The one with OpenSSL, then the one with GnuTLS: either will do. */
static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};

#define ROW(name) {"curl_" #name, offsetof(struct curl, name)}

static const struct {
	const char *name;
	size_t at;
} rows[] = {
	ROW(global_init), ROW(easy_init), ROW(easy_cleanup), ROW(easy_setopt),
	ROW(easy_getinfo), ROW(easy_strerror), ROW(slist_append),
	ROW(slist_free_all), ROW(multi_init), ROW(multi_cleanup),
	ROW(multi_setopt), ROW(multi_add_handle), ROW(multi_remove_handle),
	ROW(multi_assign), ROW(multi_socket_action), ROW(multi_info_read),
};

/* A pointer to data becomes one to a function, which C leaves to POSIX. */
static bool
take(struct curl *lib, void *so, size_t row)
{
	void *f = dlsym(so, rows[row].name);

	memcpy((char *)lib + rows[row].at, &f, sizeof(f));
	return f != NULL;
}

bool
curl_load(struct curl *lib, struct err *err)
{
	void *so = NULL;

	for (size_t i = 0; !so && i < sizeof(names) / sizeof(*names); i++)
		so = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
	if (!so)
		return err_set(err, ERR_STORE, "libcurl is not here: install"
			" the package libcurl4");
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (!take(lib, so, i))
			return err_set(err, ERR_STORE, "libcurl has no %s: it"
				" is too old, 7.85 is needed", rows[i].name);
	if (lib->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
		return err_set(err, ERR_STORE, "libcurl cannot be used here");
	return true;
}

void
curl_long(const struct curl *lib, void *easy, int option, long v)
{
	lib->easy_setopt(easy, option, v);
}

void
curl_text(const struct curl *lib, void *easy, int option, const char *s)
{
	lib->easy_setopt(easy, option, s);
}

void
curl_ptr(const struct curl *lib, void *easy, int option, void *p)
{
	lib->easy_setopt(easy, option, p);
}
