/* docs/events.md, from the tables of kinds and fields. */
#include "run/docs.h"

#include "base/str.h"
#include "model/event.h"

static const char intro[] =
	"# Events\n"
	"\n"
	"Made by `fireground docs events` from the tables of the program"
	" (src/model/event_kinds.c,\n"
	"include/model/event_fields.h).\n"
	"\n"
	"An event is two JSON texts, written once by its author and never"
	" changed: the head\n"
	"\n"
	"    {\"v\":1,\"incident\":17,\"n\":42,\"id\":\"<32 hex>\","
	"\"at\":\"2026-11-22T14:31:19.123Z\",\n"
	"     \"happened\":\"...\",\"by\":\"ana\",\"via\":\"ana@bastion1\","
	"\"kind\":\"can.reported\"}\n"
	"\n"
	"(keys in this order, `happened` left out when it is `at`, no blanks,"
	" times in UTC with three decimals),\n"
	"and the data: the fields of its kind in the order below, absent ones"
	" left out. Text never stands in\n"
	"the head, so that an erasure can remove it and leave the chain of"
	" hashes as it was:\n"
	"\n"
	"    hash(n) = SHA-256(hash(n-1) + SHA-256(salt + data) + head),"
	" hash(0) = 32 zero bytes\n"
	"\n"
	"A *record* is something that happened; it goes to the next place when"
	" somebody else was faster. A\n"
	"*claim* holds only while what it was decided on does; the fold"
	" ignores one whose premise is untrue.\n"
	"Fields are only ever added; a changed meaning is a new kind. Unknown"
	" kinds and fields are kept and shown.\n"
	"\n";

static const char *const types[] = {
	[FT_TEXT] = "text", [FT_NAME] = "name", [FT_INT] = "number",
	[FT_BOOL] = "true or absent", [FT_TIME] = "time",
	[FT_LIST] = "list of texts", [FT_INTS] = "list of numbers",
	[FT_CAN] = "CAN report", [FT_NUMBERS] = "all numbers",
};

static void
add_kind(struct str *out, const struct kind_row *row)
{
	str_addf(out, "| `%s` | %s | %s | ", row->name, row->tag,
		row->class == CLASS_CLAIM ? "claim" : "record");
	for (int i = 0; i < KIND_FIELDS && row->f[i]; i++)
		str_addf(out, "%s`%s`", i ? ", " : "",
			field_rows[row->f[i]].name);
	str_addf(out, " | %s |\n", row->help);
}

static void
add_field(struct str *out, const struct field_row *row)
{
	str_addf(out, "| `%s` | %s | ", row->name, types[row->type]);
	if (row->limit)
		str_addf(out, "%d %s", row->limit, row->type == FT_TEXT ||
			row->type == FT_NAME ? "bytes" : "members");
	str_addf(out, " | %s |\n", row->free ? "yes" : "");
}

void
docs_events(struct str *out)
{
	str_add(out, intro);
	str_add(out, "## Kinds\n\n| kind | tag | class | data | what it says |"
		"\n|---|---|---|---|---|\n");
	for (int i = KIND_DECLARED; i < KIND_COUNT; i++)
		add_kind(out, &kind_rows[i]);
	str_add(out, "\n## Fields\n\nTexts that are no UTF-8 are kept as"
		" `{\"base64\":\"...\"}`. An erasure removes free text.\n\n"
		"| field | type | limit | free text |\n|---|---|---|---|\n");
	for (int i = F_NONE + 1; i < F_COUNT; i++)
		add_field(out, &field_rows[i]);
	str_add(out, "\nA CAN report is a list of `{\"on\":\"customers\"|"
		"\"operations\",\"condition\":TEXT,\n"
		"\"actions\":[{\"for\":\"mitigate\"|\"repair\",\"text\":TEXT}],"
		"\"needs\":[TEXT]}`; needs are numbered\nthrough the incident"
		" in the order they come.\n");
}
