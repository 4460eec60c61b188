/*
 * `can` without words: the report is written in $VISUAL or $EDITOR.
 *
 * The file begins with the last report, a line a part, so that "nothing new
 * but this" is one changed line.  What was typed is kept in it until it is an
 * entry of the log.
 */
#include "run/rows.h"

#include "base/mem.h"
#include "base/text.h"
#include "base/words.h"
#include "run/can_text.h"
#include "run/live.h"
#include "run/wait.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs the editor on @path, and waits; 127 when there is no such program. */
static int
run_editor(struct arena *a, const char *editor, const char *path)
{
	struct words w;
	char **argv;
	int status;
	pid_t pid;

	if (!words_split(a, editor, &w, NULL) || !w.n)
		return 127;
	argv = arena_alloc(a, ((size_t)w.n + 2) * sizeof(*argv));
	memcpy(argv, w.v, (size_t)w.n * sizeof(*argv));
	argv[w.n] = arena_dup(a, path);
	pid = fork();
	if (pid == 0) {
		sigaction(SIGPIPE, &(struct sigaction){
			.sa_handler = SIG_DFL}, NULL);
		execvp(argv[0], argv);
		_exit(errno == ENOENT ? 127 : 126);
	}
	while (pid > 0 && waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 126;
	return pid > 0 && WIFEXITED(status) ? WEXITSTATUS(status) : 126;
}

static bool
edit(struct arena *a, const char *path, struct err *err)
{
	static const char *const fallback[] = {"editor", "vi"};
	const char *names[2] = {getenv("VISUAL"), getenv("EDITOR")};
	int code;

	for (int i = 0; i < 2; i++) {
		if (!names[i] || !*names[i])
			continue;
		code = run_editor(a, names[i], path);
		return !code || err_set(err, ERR_USAGE, "the editor '%.60s'"
			" ended with %d: nothing was written", names[i],
			code);
	}
	for (int i = 0; i < 2; i++) {
		code = run_editor(a, fallback[i], path);
		if (code != 127)
			return !code || err_set(err, ERR_USAGE, "%s ended"
				" with %d: nothing was written", fallback[i],
				code);
	}
	return err_set(err, ERR_USAGE, "there is no editor: set EDITOR, or"
		" give --condition, --action and --need");
}

/* A file of our own below the folder for such, with @text in it. */
static bool
make_file(struct arena *a, const char *text, char **path, struct err *err)
{
	const char *dir = getenv("TMPDIR");
	size_t n = strlen(text);
	int fd;

	*path = arena_printf(a, "%s/fireground-can-XXXXXX",
		dir && *dir == '/' ? dir : "/tmp");
	fd = mkostemp(*path, O_CLOEXEC);
	if (fd < 0)
		return err_set(err, ERR_STORE, "%s: %s", *path,
			strerror(errno));
	if (write(fd, text, n) != (ssize_t)n) {
		err_set(err, ERR_STORE, "%s: %s", *path, strerror(errno));
		close(fd);
		unlink(*path);
		return false;
	}
	return close(fd) == 0;
}

static bool
read_state(struct cli *cli, struct live *live, struct err *err)
{
	struct wait wait = {.done = false};

	live_catch_up(live, wait_answer, &wait);
	return wait_done(cli->world.loop, &wait, err);
}

/* The report to begin from, as text. */
static bool
begin_text(struct cli *cli, struct str *out, struct err *err)
{
	struct live *live = live_new(cli->world.store, cli->incident);
	const char *who = cmd_option(&cli->args, "--from");
	bool ok = read_state(cli, live, err);

	if (ok)
		can_text_write(live_incident(live), who ? who :
			cli->world.who, out);
	live_close(live);
	return ok;
}

/* The words of `can` with the parts from the file behind them. */
static bool
submit_text(struct cli *cli, char *text, struct err *err)
{
	const struct cli_line *line = cli->line;
	struct words parts, all;

	if (!can_text_read(cli->arena, text, &parts, err))
		return false;
	all.v = arena_alloc(cli->arena, ((size_t)line->n_words +
		(size_t)parts.n + 1) * sizeof(*all.v));
	memcpy(all.v, line->words, (size_t)line->n_words * sizeof(*all.v));
	memcpy(all.v + line->n_words, parts.v,
		(size_t)parts.n * sizeof(*all.v));
	all.n = line->n_words + parts.n;
	return cli_write(cli, all.v, all.n, err);
}

bool
run_can_editor(struct cli *cli, struct err *err)
{
	struct str text = {0}, typed = {0};
	char *path = NULL;
	bool same, ok;

	if (!isatty(STDIN_FILENO) && !getenv("VISUAL") && !getenv("EDITOR"))
		return err_set(err, ERR_USAGE, "can needs --condition,"
			" --action, --need, --no-needs or --same; or a"
			" terminal, or EDITOR, to write the report with");
	ok = begin_text(cli, &text, err) &&
		make_file(cli->arena, str_get(&text), &path, err);
	if (!ok)
		goto out;
	str_add(&typed, "");
	ok = edit(cli->arena, path, err) && cli_file(path, &typed, err);
	same = ok && !strcmp(str_get(&typed), str_get(&text));
	if (same)
		ok = err_set(err, ERR_USAGE, "the file was left as it was: no"
			" report is filed; `can --same` says that nothing has"
			" changed");
	else
		ok = ok && submit_text(cli, typed.s, err);
	if (ok || same)
		unlink(path);
	else
		err_set(err, err->code, "%s; what you typed is in %s",
			err->text, path);
out:
	str_release(&text);
	str_release(&typed);
	return ok;
}
