#include "bench/lib/picture.h"

#include <stdio.h>
#include <stdlib.h>

static size_t
count(const struct picture *p)
{
	return (size_t)p->rows * (size_t)p->cols;
}

bool
picture_read(const char *path, struct picture *out)
{
	FILE *file = fopen(path, "re");
	int size[2];
	bool ok = file && fread(size, sizeof(size), 1, file) == 1;

	if (ok) {
		out->rows = size[0];
		out->cols = size[1];
		out->cells = calloc(count(out), sizeof(*out->cells));
		ok = out->cells && fread(out->cells, sizeof(*out->cells),
			count(out), file) == count(out);
	}
	if (file)
		fclose(file);
	return ok;
}

bool
picture_write(const char *path, const struct picture *p)
{
	FILE *file = fopen(path, "we");
	int size[2] = {p->rows, p->cols};
	bool ok = file && fwrite(size, sizeof(size), 1, file) == 1 &&
		fwrite(p->cells, sizeof(*p->cells), count(p), file) ==
		count(p);

	return file && fclose(file) == 0 && ok;
}
