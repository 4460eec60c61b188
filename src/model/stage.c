#include "model/stage.h"

#include "base/str.h"

const struct stage_row stage_rows[STAGE_COUNT] = {
	[STAGE_NONE] = {"", "", "", CALL_NONE},
	[STAGE_DETECT] = {"Detect", "detect",
		"a regression or customer impact is seen", CALL_NONE},
	[STAGE_ASSEMBLE] = {"Assemble", "assemble",
		"the commander on call is paged", CALL_NONE},
	[STAGE_VERIFY] = {"Verify", "verify",
		"scope and severity are settled, first CAN reports", CALL_NONE},
	[STAGE_DISPATCH] = {"Dispatch", "dispatch",
		"more SMEs are paged, from the needs", CALL_NONE},
	[STAGE_MITIGATE] = {"Mitigate", "mitigate",
		"a diagnosis, then mitigations until one works",
		CALL_UNDER_CONTROL},
	[STAGE_REPAIR] = {"Repair", "repair",
		"the long-term fix, if one is needed", CALL_ALL_CLEAR},
	[STAGE_REVIEW] = {"Review", "review",
		"what happened and what it teaches", CALL_NONE},
	[STAGE_ACTION_ITEMS] = {"Action items", "action-items",
		"done within their time by priority", CALL_NONE},
};

struct band_row {
	const char *name;
	enum stage first;
};

static const struct band_row bands[BAND_COUNT] = {
	[BAND_CUSTOMER] = {"Customer impact", STAGE_DETECT},
	[BAND_OPERATIONS] = {"Operations impact", STAGE_DETECT},
	[BAND_LEARNING] = {"Learning", STAGE_REVIEW},
	[BAND_PREVENTION] = {"Prevention", STAGE_ACTION_ITEMS},
};

struct call_row {
	const char *name, *word;
	enum stage enters;
};

static const struct call_row calls[] = {
	[CALL_NONE] = {"", "", STAGE_NONE},
	[CALL_UNDER_CONTROL] = {"Under Control", "under-control", STAGE_REPAIR},
	[CALL_ALL_CLEAR] = {"All Clear", "all-clear", STAGE_REVIEW},
};

enum stage
stage_find(const char *word)
{
	for (int i = STAGE_DETECT; i < STAGE_COUNT; i++)
		if (str_same(stage_rows[i].word, word) ||
		    str_same(stage_rows[i].name, word))
			return (enum stage)i;
	return STAGE_NONE;
}

const char *
band_name(enum band b)
{
	return bands[b].name;
}

enum stage
band_first(enum band b)
{
	return bands[b].first;
}

const char *
call_name(enum call c)
{
	return calls[c].name;
}

const char *
call_word(enum call c)
{
	return calls[c].word;
}

enum stage
call_enters(enum call c)
{
	return calls[c].enters;
}

enum call
call_find(const char *word)
{
	for (int i = CALL_UNDER_CONTROL; i <= CALL_ALL_CLEAR; i++)
		if (str_same(calls[i].word, word) ||
		    str_same(calls[i].name, word))
			return (enum call)i;
	return CALL_NONE;
}
