/* What goes out: standard output as the result, standard error as words. */
#include "run/rows.h"

#include "base/mem.h"
#include "base/text.h"
#include "model/incident.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FILE_MAX_BYTES (INT64_C(1) << 30) /* beyond it, it is no log of ours */

bool
cli_put(const char *text, bool *gone, struct err *err)
{
	size_t left = strlen(text);

	while (left && !*gone) {
		ssize_t n = write(STDOUT_FILENO, text, left);

		if (n >= 0) {
			text += n;
			left -= (size_t)n;
		} else if (errno == EPIPE) {
			/* Whoever read us has seen enough: `... | head`. */
			*gone = true;
		} else if (errno != EINTR) {
			return err_set(err, ERR_STORE, "standard output:"
				" %s", strerror(errno));
		}
	}
	return true;
}

bool
cli_print(struct cli *cli, const char *text, struct err *err)
{
	return cli_put(text, &cli->gone, err);
}

bool
cli_printf(struct cli *cli, struct err *err, const char *fmt, ...)
{
	struct arena *a = arena_new(1024);
	va_list ap;
	bool ok;

	va_start(ap, fmt);
	ok = cli_print(cli, arena_vprintf(a, fmt, ap), err);
	va_end(ap);
	arena_free(a);
	return ok;
}

int
cli_fail(const struct err *err)
{
	struct arena *a = arena_new(1024);

	fprintf(stderr, "fireground: %s\n", text_safe(a, err->text, true));
	arena_free(a);
	return err->code;
}

static bool
file_read(int fd, const char *path, struct str *out, struct err *err)
{
	char buf[65536];
	ssize_t n;

	while ((n = read(fd, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(err, ERR_USAGE, "%s: %s", path,
				strerror(errno));
		str_addn(out, buf, (size_t)n);
		if ((int64_t)out->len > FILE_MAX_BYTES)
			return err_set(err, ERR_USAGE, "%s is larger than 1"
				" GiB", path);
	}
	if (out->len && memchr(out->s, '\0', out->len))
		return err_set(err, ERR_USAGE, "%s is binary: it holds NUL"
			" bytes", path);
	return true;
}

bool
cli_file(const char *path, struct str *out, struct err *err)
{
	bool in = !strcmp(path, "-");
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (fd < 0)
		return err_set(err, ERR_USAGE, "%s: %s", path,
			strerror(errno));
	ok = file_read(fd, in ? "standard input" : path, out, err);
	if (!in)
		close(fd);
	return ok;
}

const char *
cli_where(const struct incident *inc, struct arena *a)
{
	char name[16];

	return arena_printf(a, "%s %s", incident_name(inc->number, name),
		text_safe(a, inc->title, false));
}
