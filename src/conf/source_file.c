#include "conf/source_file.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Reads all of @fd, which is @f->len bytes long; a file that grows is cut. */
static bool
bytes_read(struct source_file *f, int fd)
{
	size_t at = 0;

	f->text = mem_new(f->len + 1);
	while (at < f->len) {
		ssize_t got = read(fd, f->text + at, f->len - at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return false;
		if (!got)
			break;
		at += (size_t)got;
	}
	f->len = at;
	f->text[at] = '\0';
	return true;
}

/* Takes away a byte order mark, and the CR of each CR LF. */
static void
line_ends_make_plain(struct source_file *f)
{
	const char *from = f->text;
	char *to = f->text;
	const char *end = f->text + f->len;

	if (f->len >= 3 && !memcmp(from, "\xEF\xBB\xBF", 3))
		from += 3;
	for (; from < end; from++)
		if (*from != '\r' || from + 1 == end || from[1] != '\n')
			*to++ = *from;
	*to = '\0';
	f->len = (size_t)(to - f->text);
}

static bool
text_check(const struct source_file *f, struct err *err)
{
	int line = 1;
	size_t n;

	for (size_t at = 0; at < f->len; at += n) {
		unsigned char c = (unsigned char)f->text[at];
		uint32_t cp;

		n = text_decode(f->text + at, f->len - at, &cp);
		if (!n)
			return err_set(err, ERR_USAGE, "%s:%d: byte 0x%02X is "
				"no UTF-8; save the file as UTF-8 text",
				f->path, line, c);
		if ((cp < ' ' && cp != '\n' && cp != '\t') || cp == 0x7F)
			return err_set(err, ERR_USAGE, "%s:%d: control "
				"character 0x%02X; is this a text file?",
				f->path, line, c);
		if (cp == '\n')
			line++;
	}
	return true;
}

static bool
kind_check(struct source_file *f, int fd, size_t most, struct err *err)
{
	struct stat st;

	if (fstat(fd, &st) < 0)
		return err_set(err, ERR_USAGE, "%s: cannot be read: %s",
			f->path, strerror(errno));
	if (S_ISDIR(st.st_mode))
		return err_set(err, ERR_USAGE,
			"%s: is a folder; name a file in it", f->path);
	if (!S_ISREG(st.st_mode))
		return err_set(err, ERR_USAGE,
			"%s: is not a regular file", f->path);
	if ((uintmax_t)st.st_size > most)
		return err_set(err, ERR_USAGE, "%s: is too large: %jd bytes, "
			"and %zu are left of the 1 MiB that a config may have",
			f->path, (intmax_t)st.st_size, most);
	f->len = (size_t)st.st_size;
	f->dev = st.st_dev;
	f->ino = st.st_ino;
	return true;
}

bool
source_file_read(struct source_file *f, size_t most, struct err *err)
{
	bool ok = false;
	/* Without O_NONBLOCK the opening of a pipe would wait for ever. */
	int fd = open(f->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	f->text = NULL;
	if (fd < 0) {
		err_set(err, ERR_USAGE, "%s: cannot be read: %s", f->path,
			strerror(errno));
		goto out;
	}
	if (!kind_check(f, fd, most, err))
		goto out;
	if (!bytes_read(f, fd)) {
		err_set(err, ERR_USAGE, "%s: cannot be read: %s", f->path,
			strerror(errno));
		goto out;
	}
	line_ends_make_plain(f);
	ok = text_check(f, err);
out:
	if (fd >= 0)
		close(fd);
	if (!ok)
		source_file_release(f);
	return ok;
}

void
source_file_release(struct source_file *f)
{
	free(f->text);
	f->text = NULL;
}

bool
source_file_repeats(const struct source_file *f)
{
	const struct source_file *by;

	for (by = f->by; by; by = by->by)
		if (by->dev == f->dev && by->ino == f->ino)
			return true;
	return false;
}

const char *
source_file_path(struct arena *a, const char *name, const char *by)
{
	const char *home = getenv("HOME");
	const char *slash = strrchr(by, '/');

	if (str_starts(name, "~/") && home)
		return arena_printf(a, "%s%s", home, name + 1);
	if (name[0] == '/' || !slash)
		return arena_dup(a, name);
	return arena_printf(a, "%.*s/%s", (int)(slash - by), by, name);
}
