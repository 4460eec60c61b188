#include "lib/folder.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
folder_make(struct folder *f)
{
	const char *base = getenv("TMPDIR");

	snprintf(f->path, sizeof(f->path), "%s/fireground-test-XXXXXX",
		base && *base ? base : "/tmp");
	assert_non_null(mkdtemp(f->path));
}

static int
entry_remove(const char *path, const struct stat *st, int type,
	struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	return remove(path);
}

void
folder_remove(const struct folder *f)
{
	nftw(f->path, entry_remove, 8, FTW_DEPTH | FTW_PHYS);
}

char *
folder_path(const struct folder *f, const char *name)
{
	struct str path = {0};

	str_addf(&path, "%s/%s", f->path, name);
	return str_take(&path);
}

void
folder_put(const struct folder *f, const char *name, const void *bytes,
	size_t n)
{
	char *path = folder_path(f, name);
	FILE *file = fopen(path, "we");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, n, file), n);
	assert_int_equal(fclose(file), 0);
	free(path);
}

void
folder_write(const struct folder *f, const char *name, const char *text)
{
	folder_put(f, name, text, strlen(text));
}
