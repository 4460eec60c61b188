/* Rows that do input and output around a command; run/rows.c runs them. */
#include "cmd/act.h"

#define ROW(name, use, help, more, ...) \
	{name, USE_RUN | USE_NO_INC | (use), RIGHT_NOBODY, PREMISE_NONE, \
		NULL, help, {__VA_ARGS__}, more}

const struct cmd_row run_rows[] = {
	ROW("import", USE_WRITE | USE_JSON,
		"put a scenario file, or an export, into the store",
		"A scenario has lines TIME NAME COMMAND; # starts a comment."
		" The first TIME has a date, later ones may be a time of day"
		" or +5m, counted from the line before; it is when the line"
		" happened. `declare` begins an incident, which the lines"
		" after it go to. Nothing is written unless every line is"
		" accepted. Of an export, numbers and hashes stay what they"
		" are; what is in the store already is not added again.",
		ARG_MUST("FILE", ARG_FILE, "the file; - is standard input")),
	ROW("export", USE_PRINT,
		"print an incident, or all, as JSON lines",
		"A line is {\"head\":...,\"salt\":...,\"data\":...,"
		"\"hash\":...}, byte for byte as the log has it; the data of"
		" an erased entry is null.",
		ARG("INC", ARG_INCIDENT, "this incident alone")),
	ROW("copy", USE_WRITE, "copy all incidents from one store to another",
		NULL,
		ARG_MUST("FROM", ARG_WORD, "the store to read"),
		ARG_MUST("TO", ARG_WORD, "the store to add to")),
	ROW("verify", USE_PRINT | USE_JSON,
		"check that no entry was changed, and sum up anew",
		"Computes the chain of hashes again and names the first entry"
		" that is damaged; ends with 1 if there is one. An erased"
		" entry is named with who erased it.",
		ARG("INC", ARG_INCIDENT, "this incident alone")),
	ROW("deliver", USE_WRITE,
		"carry what is to be told to the channels, without a screen",
		"Runs until SIGTERM or SIGINT, and prints a line for each"
		" delivery; what is on its way then is finished. The programs"
		" that print secrets are run at its start. Any number of"
		" couriers may run: each delivery is carried by one of them,"
		" and what one that died had begun is taken over by another.",
		ARG("--once", ARG_FLAG, "send what is due and end")),
	ROW("doctor", USE_PRINT, "look whether all is well on this host",
		NULL, {.name = NULL}),
	ROW("config check", USE_PRINT,
		"look whether the config is right, and do nothing",
		"Reads the config, the keys and the channels; no secret is"
		" fetched and nothing is sent. Ends with 2 when something is to"
		" be put right.", {.name = NULL}),
	ROW("channels", USE_PRINT,
		"list the channels: what each carries, and whether it can",
		NULL, {.name = NULL}),
	ROW("alerts", USE_PRINT | USE_JSON,
		"list the alerts that fire, as the Alertmanagers say",
		"Each is asked once; alerts of one cluster stand once. silenced"
		" is one that is silenced or inhibited there. The second line is"
		" its key, by which `declare --alert` and `signal --alert` name"
		" it. Ends with 3 when one does not answer: then what is"
		" missing may be missing for that reason.", {.name = NULL}),
	ROW("init", 0, "write a config that explains every setting",
		"An existing file is not replaced.",
		ARG("FILE", ARG_FILE, "where; - prints it; the usual place if"
			" left out")),
	ROW("plain", USE_PRINT,
		"say what happens as lines of text, and take commands as lines",
		"For screen readers and logs; `fireground --plain` is the same."
		" It begins with the state in sentences and goes on with a line"
		" for each entry. NOW: is what needs you, DONE: what does not"
		" any more, STILL: what has been late for 5, 10, 20 minutes and"
		" so on, at most one such line a minute; LIVE: names another"
		" incident. Nothing else is said because time goes by. Lines of"
		" standard input are commands of the same grammar, with `who"
		" NAME`, `open INC-n` and `board` beside; q ends it, and so does"
		" the end of the input, unless output goes into a pipe or file:"
		" a log goes on for ever.",
		ARG("INC", ARG_INCIDENT, "the incident; else the only live"
			" one")),
	ROW("completion", USE_PRINT, "print the completion script of a shell",
		NULL, ARG_MUST_OF("SHELL", "bash|zsh", "the shell")),
	ROW("help", USE_PRINT, "list the commands, or explain one", NULL,
		ARG("COMMAND", ARG_TEXT, "the command")),
	ROW("version", USE_PRINT, "print the version", NULL, {.name = NULL}),
	ROW("themes", USE_PRINT, "list the themes of the screen", "Each with"
		" where it is from; of one that is broken, why. On the"
		" dashboard `set theme NAME` takes one.", {.name = NULL}),
	ROW("docs", USE_PRINT, "print tables of the documentation",
		"The man page and docs/events.md hold what this prints.",
		ARG_MUST_OF("WHAT", "commands|options|keys|events|numbers|styles",
			"which table")),
	{.name = NULL},
};
