/* The command table: groups of rows, in the order of the man page. */
#include "cmd/act.h"

#include <stddef.h>

static const struct cmd_row *const groups[] = {
	act_declare_rows, act_command_rows, act_stage_rows, act_people_rows,
	act_can_rows, act_work_rows, act_told_rows, act_delivery_rows, act_log_rows,
	act_after_rows, show_rows, run_rows, term_rows, screen_rows,
	screen_time_rows, screen_who_rows, screen_find_rows, act_set_rows,
	act_clipboard_rows,
};

#define GROUPS (sizeof(groups) / sizeof(groups[0]))

const struct cmd_row *
cmd_row(int i)
{
	for (size_t g = 0; g < GROUPS; g++)
		for (const struct cmd_row *r = groups[g]; r->name; r++)
			if (i-- == 0)
				return r;
	return NULL;
}

const struct cmd_arg cmd_common[] = {
	ARG("--store", ARG_WORD, "the incident store: sqlite:PATH, or a path"),
	ARG("--as", ARG_NAME, "who acts; the login is kept beside it"),
	ARG("--happened", ARG_PAST, "when it took place, if not now"),
	ARG("--reason", ARG_TEXT, "why, for the log and the review"),
	ARG("--json", ARG_FLAG, "print JSON"),
	ARG("--read-only", ARG_FLAG, "refuse every write"),
	ARG("--shared", ARG_FLAG, "several people type at this dashboard: ask"
		" who acts, and again after a while without a key"),
	ARG("--plain", ARG_FLAG, "lines of text instead of the dashboard, for"
		" screen readers and logs"),
	ARG("--config", ARG_FILE, "this config file; none: defaults only"),
	ARG("--incident", ARG_INCIDENT, "the incident, as -i"),
	ARG("--theme", ARG_WORD, "the theme of the screen, whatever the config"
		" says"),
	ARG("--clock", ARG_WORD,
		"TIME[xRATE] instead of the clock; practice stores only"),
	ARG("--seed", ARG_WORD,
		"N: ids from a fixed series; practice stores only"),
};

const int cmd_common_count = sizeof(cmd_common) / sizeof(cmd_common[0]);
