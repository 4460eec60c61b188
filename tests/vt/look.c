/* Lines of a script that look at the screen. */
#include "vt/script.h"

#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
shows(const struct vt *t, const regex_t *want)
{
	char *text = emulator_text(&t->e);
	bool found = regexec(want, text, 0, NULL, 0) == 0;

	free(text);
	return found;
}

static bool
await(struct vt *t, const char *regex, bool there)
{
	int64_t until = emulator_now() + PATIENCE;
	regex_t want;
	bool ok;

	if (regcomp(&want, regex, REG_EXTENDED | REG_NOSUB | REG_NEWLINE))
		return false;
	while (!(ok = shows(t, &want) == there) && emulator_now() < until)
		emulator_read(&t->e, LOOK);
	regfree(&want);
	return ok;
}

bool
vt_wait(struct vt *t, char *arg)
{
	return await(t, arg, true);
}

bool
vt_gone(struct vt *t, char *arg)
{
	return await(t, arg, false);
}

bool
vt_save(struct vt *t, char *arg)
{
	char *text = emulator_text(&t->e);
	FILE *file = fopen(arg, "we");
	bool ok = file && fputs(text, file) >= 0;

	free(text);
	return file && fclose(file) == 0 && ok;
}

static char *
file_text(const char *path)
{
	FILE *file = fopen(path, "re");
	char *text = NULL;
	size_t cap = 0;

	if (!file)
		return NULL;
	if (getdelim(&text, &cap, '\0', file) < 0) {
		free(text);
		text = NULL;
	}
	fclose(file);
	return text;
}

bool
vt_same(struct vt *t, char *arg)
{
	int64_t until = emulator_now() + PATIENCE;
	char *want = file_text(arg);
	bool same = false;

	while (want && !same && emulator_now() < until) {
		char *text = emulator_text(&t->e);

		same = strcmp(text, want) == 0;
		free(text);
		if (!same)
			emulator_read(&t->e, LOOK);
	}
	if (!same)
		printf("---- wanted:\n%s", want ? want : "(no such file)\n");
	free(want);
	return same;
}

bool
vt_mode(struct vt *t, char *arg)
{
	const struct emulator *e = &t->e;
	const struct { const char *name; long value; } modes[] = {
		{"alternate ", e->alternate}, {"cursor ", e->cursor},
		{"mouse ", e->mouse}, {"answers ", (long)e->answers},
	};

	emulator_settle(&t->e, LOOK);
	for (size_t i = 0; i < sizeof(modes) / sizeof(modes[0]); i++) {
		size_t n = strlen(modes[i].name);

		if (strncmp(arg, modes[i].name, n) == 0)
			return strtol(arg + n, NULL, 10) == modes[i].value;
	}
	return false;
}
