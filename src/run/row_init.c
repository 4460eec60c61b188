/* init: a config to start from. */
#include "run/rows.h"

#include "base/mem.h"
#include "conf/xdg.h"
#include "run/settings.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder of @path, if its parent is there; the rest says open(2). */
static void
make_folder(const char *path)
{
	char *folder = mem_dup(path);

	for (char *at = strchr(folder + 1, '/'); at; at = strchr(at + 1, '/')) {
		*at = '\0';
		mkdir(folder, 0755);
		*at = '/';
	}
	free(folder);
}

static bool
write_all(int fd, const struct str *text)
{
	size_t at = 0;

	while (at < text->len) {
		ssize_t n = write(fd, text->s + at, text->len - at);

		if (n < 0 && errno != EINTR)
			return false;
		at += n > 0 ? (size_t)n : 0;
	}
	return true;
}

static bool
write_new(const char *path, const struct str *text, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	bool ok;

	if (fd < 0 && errno == EEXIST)
		return err_set(err, ERR_USAGE, "%s is there already and stays"
			" as it is; `fireground init -` prints the text",
			path);
	if (fd < 0)
		return err_set(err, ERR_STORE, "%s: %s", path,
			strerror(errno));
	ok = write_all(fd, text);
	if (close(fd) != 0 || !ok) {
		err_set(err, ERR_STORE, "%s: %s", path, strerror(errno));
		unlink(path);
		return false;
	}
	return true;
}

bool
run_init(struct cli *cli, struct err *err)
{
	const char *path = cmd_pos(&cli->args, 0);
	char *own = NULL;
	struct str text = {0};
	bool ok;

	settings_starter(&text);
	if (path && !strcmp(path, "-")) {
		ok = cli_print(cli, str_get(&text), err);
		str_release(&text);
		return ok;
	}
	if (!path)
		path = own = xdg_path(XDG_CONFIG, "config", err);
	if (own)
		make_folder(own);
	ok = path && write_new(path, &text, err) && cli_printf(cli, err,
		"%s was written: every setting is explained there, none is"
		" set\n", path);
	free(own);
	str_release(&text);
	return ok;
}
