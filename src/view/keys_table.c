/*
 * The keys, in the order of the key bar.  A key that somebody knows keeps its
 * meaning everywhere; where two rows have the same key, the first that makes
 * sense now is meant.
 */
#include "view/keys.h"
#include "view/keys_now.h"

#include <stddef.h>

#define W KEY_WRITES
#define Q KEY_QUIET
#define INC KEY_INCIDENT
#define CMD (W | KEY_COMMAND)
#define REP (W | KEY_REPORT)
#define TELL (W | KEY_TELL)
#define MOVE (Q | KEY_MOVE)

static const struct key_row rows[] = {
	/* What waits for this person comes first. */
	{KEY_PANES, "i", "form who", "who are you?",
		"say who is at the keys", 0, now_nameless},
	{INC, "Enter", "let-go", "send now",
		"let what you have just announced leave at once", TELL,
		now_leaving},
	{INC, "a", "form ack", "ack",
		"acknowledge a page, an objective read back, an offer to you",
		REP, now_ack},

	/* Acts of command, and of those who report. */
	{INC, ">", "form advance", "next",
		"go to the next stage, with its checklist", CMD, now_advance},
	{INC, "!", "form call", "call",
		"make the next call: Under Control, then All Clear", CMD,
		now_call},
	{INC, "c", "form can", "CAN", "file a CAN report", REP, now_can},
	{INC, ".", "form same", "no change",
		"report that nothing has changed since the last CAN report", REP,
		now_same},
	{INC, "d", "form decide", "decide",
		"answer or dispatch this need, answer this objective, or"
		" write down a decision", CMD, now_decide},
	{INC, "t", "form customers", "customers",
		"record what customers were told", TELL, now_customers},
	{INC, "b", "form broadcast", "broadcast",
		"tell the company, or say where it was told by hand", TELL,
		now_broadcast},
	{INC, "p", "form page", "page",
		"page a person or the one on call of a field", CMD, now_page},
	{INC, "o", "form objective", "objective",
		"give an objective, or report on yours", CMD, now_objective},
	{INC, "m", "form mitigation", "mitigate",
		"diagnosis and mitigation, and the repair", REP,
		now_mitigation},
	{INC, "n", "form note", "note",
		"write a note, a lesson or an action item", REP, now_note},
	{INC, "h", "form command", "command",
		"take, offer, accept or assume command; name a deputy", CMD,
		now_command},
	{INC, "v", "form severity", "severity",
		"severity, scope, impact, customers affected", CMD,
		now_severity},
	{INC, "u", "form undo", "undo", "take back your last act", REP,
		now_undo},
	{KEY_BOARD, "Enter", "open", "open",
		"open the incident under the cursor", 0, now_some},
	{KEY_PANES, "D", "form declare", "declare",
		"declare an incident, or join one", CMD, NULL},

	/* Time travel. */
	{INC, "Esc", "past now", "now", "back to the present", KEY_PAST,
		now_away},
	{INC, "]", "past next", "forth",
		"one entry forth, from the last one to the present", KEY_PAST,
		now_past},
	{INC, "[", "past prev", "back",
		"one entry back: the screen as it was then", KEY_PAST,
		now_entries},
	{INC, "}", "past stage-next", "stage after",
		"forth to where the next stage was entered", KEY_PAST,
		now_past},
	{INC, "{", "past stage-prev", "stage before",
		"back to where a stage was entered", KEY_PAST, now_entries},
	{INC, "Space", "play", "play",
		"play the past on from here, or pause", KEY_PAST, now_past},

	/* Moving and looking. */
	{INC, "/", "search", "find", "search the timeline", 0, now_entries},
	{INC, "B", "briefing", "brief",
		"the briefing: all that matters on one screen", 0,
		now_entries},
	{INC, "<", "form back", "back", "go back to an earlier stage", CMD | Q,
		now_back},
	{INC, "s", "form role", "role",
		"give a role: customers, scribe, deputy, review", CMD | Q,
		now_role},
	{KEY_PANES | KEY_READ, "y", "form copy", "copy",
		"copy the bridge link, this row or the whole entry", Q, NULL},
	{INC, "f", "form filter", "filter",
		"show only some kinds, people or stages in the timeline", Q,
		now_entries},
	{INC, "g", "form goto", "go to",
		"go to a time, an entry or a stage in the timeline", Q,
		now_entries},
	{INC, "Tab", "focus next", "pane", "go to the next pane", KEY_MOVE,
		NULL},
	{INC, "S-Tab", "focus prev", "", "go to the pane before", MOVE,
		NULL},
	{INC, "1", "focus 1", "", "go to For you", MOVE, NULL},
	{INC, "2", "focus 2", "", "go to the CAN reports", MOVE, NULL},
	{INC, "3", "focus 3", "", "go to the SMEs", MOVE, NULL},
	{INC, "4", "focus 4", "", "go to Command", MOVE, NULL},
	{INC, "5", "focus 5", "", "go to the timeline", MOVE, NULL},
	{INC, "6", "focus 6", "", "go to objectives and action items", MOVE,
		NULL},
	{INC, "7", "focus 7", "",
		"go to what customers and the company were told", MOVE, NULL},
	{KEY_PANES, "i", "form who", "who",
		"say who is at the keys", Q, NULL},
	{KEY_PANES, ":", "prompt", "prompt", "type a command", Q, NULL},
	{KEY_PANES | KEY_OVER, "?", "keys", "help", "this list", 0, NULL},
	{KEY_PANES | KEY_OVER, "j", "move down", "", "one row down", MOVE, NULL},
	{KEY_PANES | KEY_OVER, "k", "move up", "", "one row up", MOVE, NULL},
	{KEY_PANES | KEY_OVER, "Down", "move down", "", "one row down", MOVE,
		NULL},
	{KEY_PANES | KEY_OVER, "Up", "move up", "", "one row up", MOVE, NULL},
	{KEY_PANES | KEY_OVER, "PgDn", "move pgdn", "", "a page down", MOVE,
		NULL},
	{KEY_PANES | KEY_OVER, "PgUp", "move pgup", "", "a page up", MOVE, NULL},
	{KEY_PANES | KEY_OVER, "Home", "move home", "", "to the first row", MOVE,
		NULL},
	{KEY_PANES | KEY_OVER, "End", "move end", "", "to the last row", MOVE,
		NULL},
	{INC, "Enter", "act", "act",
		"act on the row under the cursor, by the key it names", Q,
		now_row},
	{INC, "z", "zoom", "zoom", "give this pane all the room, and back", MOVE,
		NULL},
	{KEY_PANES | KEY_OVER, "r", "redraw", "", "draw the screen anew", Q,
		NULL},
	{KEY_PANES | KEY_OVER | KEY_FORM | KEY_PROMPT | KEY_SEARCH, "C-l",
		"redraw", "", "draw the screen anew", Q, NULL},
	{KEY_PANES, "Esc", "clear", "",
		"end what is marked by a search, then a filter", Q, NULL},
	{KEY_BOARD, "q", "quit", "quit", "leave fireground", 0, NULL},
	{INC, "q", "quit", "board",
		"leave this view: the past for now, an incident for the"
		" board, never command", Q, NULL},

	/* Over the panes. */
	{KEY_BRIEF, "Enter", "accept", "accept command",
		"accept the command that is offered to you", W, now_offered},
	{KEY_BRIEF, "h", "form command", "decline",
		"decline the command that is offered to you", W, now_offered},
	{KEY_READ, "Enter", "clear", "", "close it", Q, NULL},
	{KEY_OVER, "Space", "move pgdn", "", "a page down", Q, NULL},
	{KEY_OVER, "Esc", "clear", "close", "close it", 0, NULL},
	{KEY_OVER, "q", "clear", "", "close it", Q, NULL},

	/* Where text is typed these are built in. */
	{KEY_FORM, "Enter", "", "send", "send it, from any field", 0, NULL},
	{KEY_FORM, "Esc", "", "leave",
		"leave: nothing has happened, and what you typed is kept", 0,
		NULL},
	{KEY_FORM, "C-x", "", "", "throw away what is typed; asks once", Q,
		NULL},
	{KEY_FORM, "Tab", "", "next field",
		"complete a name, else go to the next field", 0, NULL},
	{KEY_FORM, "S-Tab", "", "", "go to the field before", Q, NULL},
	{KEY_FORM, "Up", "", "", "go to the line or field above", Q, NULL},
	{KEY_FORM, "Down", "", "", "go to the line or field below", Q, NULL},
	{KEY_FORM, "Left", "", "", "the choice or character before", Q, NULL},
	{KEY_FORM, "Right", "", "", "the choice or character after", Q, NULL},
	{KEY_FORM, "A-Enter", "", "new line",
		"begin a new line in a text of several", 0, NULL},
	{KEY_FORM, "C-j", "", "", "begin a new line, too", Q, NULL},
	{KEY_FORM, "A-1", "", "",
		"the first choice of the form from any field, A-2 the second"
		" and so on", Q, NULL},
	{KEY_FORM, "PgDn", "", "", "look further down", Q, NULL},
	{KEY_FORM, "PgUp", "", "", "look further up", Q, NULL},
	{KEY_FORM | KEY_PROMPT | KEY_SEARCH, "C-u", "", "",
		"delete to the beginning of the line", Q, NULL},
	{KEY_FORM | KEY_PROMPT | KEY_SEARCH, "C-k", "", "",
		"delete to the end of the line", Q, NULL},
	{KEY_FORM | KEY_PROMPT | KEY_SEARCH, "C-w", "", "",
		"delete the word before", Q, NULL},
	{KEY_PROMPT, "Enter", "", "run", "run the line", 0, NULL},
	{KEY_PROMPT, "Esc", "", "leave", "leave: nothing has happened", 0,
		NULL},
	{KEY_PROMPT, "Tab", "complete next", "complete",
		"complete the word, then the next that fits", 0, NULL},
	{KEY_PROMPT, "S-Tab", "complete prev", "",
		"the completion before", Q, NULL},
	{KEY_PROMPT, "Up", "", "history", "the line typed before", 0, NULL},
	{KEY_PROMPT, "Down", "", "", "the line typed after", Q, NULL},
	{KEY_SEARCH, "Up", "", "hit above", "the hit before", 0, NULL},
	{KEY_SEARCH, "Down", "", "hit below", "the hit after", 0, NULL},
	{KEY_SEARCH, "Enter", "", "stay", "stay at the hit", 0, NULL},
	{KEY_SEARCH, "Esc", "", "leave", "leave: back to where it began", 0,
		NULL},
};

const struct key_row *
key_row(int i)
{
	return i >= 0 && (size_t)i < sizeof(rows) / sizeof(rows[0]) ?
		&rows[i] : NULL;
}
