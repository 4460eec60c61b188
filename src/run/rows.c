#include "run/rows.h"

#include <string.h>

static const struct run_row rows[] = {
	{"import", NEEDS_WRITING, run_import},
	{"export", NEEDS_READING, run_export},
	{"copy", NEEDS_WORLD, run_copy},
	{"verify", NEEDS_WORLD, run_verify},
	{"deliver", NEEDS_WRITING, run_deliver},
	{"doctor", NEEDS_NOTHING, run_doctor},
	{"config check", NEEDS_NOTHING, run_config_check},
	{"channels", NEEDS_WORLD, run_channels},
	{"alerts", NEEDS_WORLD, run_alerts},
	{"init", NEEDS_NOTHING, run_init},
	{"log", NEEDS_READING, run_log},
	{"can-editor", NEEDS_WRITING, run_can_editor},
	{"completion", NEEDS_NOTHING, run_completion},
	{"help", NEEDS_NOTHING, run_help},
	{"version", NEEDS_NOTHING, run_version},
	{"docs", NEEDS_NOTHING, run_docs},
	{"themes", NEEDS_NOTHING, run_themes},
	{"plain", NEEDS_NOTHING, run_plain},
};

const struct run_row *
run_row_find(const char *name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (!strcmp(rows[i].name, name))
			return &rows[i];
	return NULL;
}
