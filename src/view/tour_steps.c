/* What the tour says, in the order in which somebody new needs it. */
#include "view/tour.h"

#include <stddef.h>

static const struct tour_step steps[] = {
	{"Welcome", "This is a practice incident: nothing here is real,"
		" nothing leaves, nothing is kept. Each step says what a part"
		" of the screen shows and which keys act there. The keys are"
		" described, none acts.", TOUR_ALL, PANE_NONE, {NULL}},
	{"What burns, who commands", "The first lines say what burns, who is"
		" in command, who you are, and for how long customers have"
		" been hit. At most one person commands.", TOUR_HEAD,
		PANE_NONE, {"form command", "briefing"}},
	{"Stages", "From Detect to Action items: those done, the one that"
		" is now, those to come. Going on asks for what a stage still"
		" lacks: a warning, never a wall.", TOUR_HEAD, PANE_NONE,
		{"form advance", "form call"}},
	{"For you", "What needs you now, worst first. Each row names its key;"
		" whoever commands sees all, an SME what waits for them.",
		TOUR_PANE, PANE_ATTENTION, {"act", "form ack"}},
	{"CAN reports", "Conditions, actions, needs: each SME reports on time,"
		" in ten seconds. No change and no needs are good answers.",
		TOUR_PANE, PANE_CAN, {"form can", "form same"}},
	{"SMEs and their needs", "Who was paged, who has come, who is silent."
		" A need stays open until somebody is paged for it, or it is"
		" met or refused.", TOUR_PANE, PANE_PEOPLE,
		{"form page", "form decide"}},
	{"Objectives", "Each has one owner and a time box. Who cannot complete"
		" theirs says so, and it stays up until it is answered.",
		TOUR_PANE, PANE_OBJECTIVES,
		{"form objective", "form mitigation"}},
	{"Telling the company", "What reaches people waits ten seconds,"
		" counted down in the last line: until then it can be taken"
		" back. After that it is corrected, never erased.", TOUR_PANE,
		PANE_TOLD, {"form broadcast", "form undo"}},
	{"Telling customers", "The customers line is one clock: it runs to the"
		" word that they were promised, and says LATE until somebody"
		" has told them and written down what.", TOUR_HEAD, PANE_NONE,
		{"form customers"}},
	{"Timeline", "All that happened, in order: nothing is lost. Step back,"
		" and the whole screen is as it was then.", TOUR_PANE,
		PANE_TIMELINE,
		{"search", "form filter", "form goto", "past prev"}},
	{"More screens", "`fireground --shared` is for a terminal that several"
		" people type into, --read-only for looking, `fireground wall`"
		" for the wall.", TOUR_ALL, PANE_NONE, {"form who"}},
	{"Now you", "The key bar has what you can do now. It is real once"
		" you type `fireground declare \"TITLE\"` in a shell.",
		TOUR_FOOT, PANE_NONE, {"keys", "prompt", "quit"}},
};

const struct tour_step *
tour_step(int i)
{
	return i >= 0 && i < tour_steps() ? &steps[i] : NULL;
}

int
tour_steps(void)
{
	return (int)(sizeof(steps) / sizeof(steps[0]));
}
