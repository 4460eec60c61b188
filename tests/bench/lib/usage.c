#include "bench/lib/usage.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The number behind @name at the start of a line of the file; 0: none. */
static int64_t
number_of(const char *path, const char *name)
{
	FILE *file = fopen(path, "re");
	size_t n = strlen(name);
	int64_t number = 0;
	char line[512];

	if (!file)
		return 0;
	while (fgets(line, sizeof(line), file))
		if (!strncmp(line, name, n))
			number = strtoll(line + n, NULL, 10);
	fclose(file);
	return number;
}

void
usage_read(pid_t pid, struct usage *out)
{
	char path[512];
	struct dirent *task;
	DIR *tasks;

	memset(out, 0, sizeof(*out));
	snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
	tasks = opendir(path);
	while (tasks && (task = readdir(tasks))) {
		if (task->d_name[0] == '.')
			continue;
		snprintf(path, sizeof(path), "/proc/%d/task/%s/status",
			(int)pid, task->d_name);
		out->wakes += number_of(path, "voluntary_ctxt_switches:");
		/* The first number of the one line: time on a core. */
		snprintf(path, sizeof(path), "/proc/%d/task/%s/schedstat",
			(int)pid, task->d_name);
		out->cpu_ns += number_of(path, "");
	}
	if (tasks)
		closedir(tasks);
}

int64_t
usage_pss(pid_t pid)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)pid);
	return number_of(path, "Pss:");
}
