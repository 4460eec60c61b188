#include "model/event.h"

#include <string.h>

#define REC CLASS_RECORD
#define CLAIM CLASS_CLAIM

const struct field_row field_rows[F_COUNT] = {
#define X(id, name, type, limit, free) \
	[F_##id] = {name, FT_##type, limit, free},
	EVENT_FIELDS(X)
#undef X
};

const struct kind_row kind_rows[KIND_COUNT] = {
	[KIND_DAMAGED] = {"", "?", REC, F_NONE, {0},
		"an entry that cannot be read"},
	[KIND_UNKNOWN] = {"", "?", REC, F_NONE, {0},
		"an entry of a newer program"},
	[KIND_DECLARED] = {"incident.declared", "stage", CLAIM, F_TITLE,
		{F_TITLE, F_SEVERITY, F_SOURCE, F_IMPACT, F_BEGAN, F_CUSTOMERS,
		 F_SERVICE, F_BRIDGE, F_PROTOCOL, F_RESTRICTED, F_OWNER,
		 F_MESSAGE, F_NUMBERS},
		"the incident begins, with all numbers, the protocol and the"
		" bridge as the config had them"},
	[KIND_TAKEN] = {"command.taken", "cmd", CLAIM, F_NONE,
		{F_MESSAGE}, "by takes command; premise: nobody holds it"},
	[KIND_OFFERED] = {"command.offered", "cmd", CLAIM, F_NONE,
		{F_FROM, F_TO}, "from, the commander, offers command to a person"},
	[KIND_ACCEPTED] = {"command.accepted", "cmd", CLAIM, F_NONE,
		{F_OFFER, F_FROM, F_MESSAGE},
		"by accepts the offer made in entry offer"},
	[KIND_DECLINED] = {"command.declined", "cmd", CLAIM, F_NONE,
		{F_OFFER, F_REASON}, "by declines the offer"},
	[KIND_ASSUMED] = {"command.assumed", "cmd", CLAIM, F_NONE,
		{F_FROM, F_REASON, F_MESSAGE},
		"by assumes command from a commander who is gone"},
	[KIND_ROLE] = {"role.given", "role", REC, F_NONE,
		{F_ROLE, F_WHO},
		"a role (deputy, customers, scribe, review) goes to a person;"
		" without who it is given back"},
	[KIND_SEVERITY] = {"severity.set", "sev", REC, F_REASON,
		{F_SEVERITY, F_REASON, F_MESSAGE},
		"severity changed, or confirmed"},
	[KIND_NUMBERS] = {"numbers.set", "role", REC, F_NONE,
		{F_NUMBER, F_COLUMN, F_VALUE, F_REASON},
		"one number of the process changed for this incident"},
	[KIND_IMPACT] = {"impact.stated", "sev", REC, F_REASON,
		{F_IMPACT, F_BEGAN, F_CUSTOMERS, F_REASON},
		"when the impact began (known, none, unknown) and whether"
		" customers are affected (yes, no, unknown)"},
	[KIND_SIGNAL] = {"signal.recorded", "alert", REC, F_TEXT,
		{F_SOURCE, F_TEXT},
		"a sign of the incident: slo, alert, staff or customer"},
	[KIND_SCOPE] = {"scope.stated", "scope", REC, F_NOTE,
		{F_NOTE}, "what is affected, in one sentence"},
	[KIND_BRIDGE] = {"bridge.set", "role", REC, F_BRIDGE,
		{F_BRIDGE}, "where everybody meets"},
	[KIND_PROTOCOL] = {"protocol.set", "role", REC, F_PROTOCOL,
		{F_PROTOCOL}, "how everybody talks"},
	[KIND_STAGE] = {"stage.entered", "stage", CLAIM, F_NONE,
		{F_FROM, F_TO, F_REASON, F_UNMET, F_BEGAN, F_MESSAGE},
		"the incident goes from one stage to another; unmet lists the"
		" exit criteria that were open"},
	[KIND_CALLED] = {"control.called", "stage", CLAIM, F_NONE,
		{F_CALL, F_FROM, F_TO, F_OWNER, F_REASON, F_UNMET, F_MESSAGE},
		"Under Control or All Clear is called; enters the stage after"},
	[KIND_CAN] = {"can.reported", "can", REC, F_NONE,
		{F_FROM, F_SAME, F_NO_NEEDS, F_NEXT, F_REPORT, F_INTERNAL,
		 F_NUMBERED},
		"a CAN report: numbered triples, or no change; numbered holds"
		" the numbers of its needs, in their order"},
	[KIND_NEED_DISPATCHED] = {"need.dispatched", "need", REC, F_NONE,
		{F_NEED, F_WHO}, "a page was sent for a need"},
	[KIND_NEED_MET] = {"need.met", "need", REC, F_NOTE,
		{F_NEED, F_NOTE}, "a need was met"},
	[KIND_NEED_REFUSED] = {"need.refused", "need", REC, F_REASON,
		{F_NEED, F_REASON}, "a need was refused"},
	[KIND_NEED_DROPPED] = {"need.dropped", "need", REC, F_REASON,
		{F_NEED, F_REASON}, "a need is no longer one (after All Clear)"},
	[KIND_PAGED] = {"sme.paged", "page", REC, F_NONE,
		{F_WHO, F_FIELD, F_PHONE, F_NEED, F_ROLE, F_REASON},
		"a person is called to the incident"},
	[KIND_ACKNOWLEDGED] = {"sme.acknowledged", "page", REC, F_NONE,
		{F_WHO, F_ETA}, "a page was acknowledged, with or without ETA"},
	[KIND_JOINED] = {"sme.joined", "page", REC, F_NONE,
		{F_WHO, F_FIELD}, "an SME is here; the CAN clock starts"},
	[KIND_RELEASED] = {"sme.released", "page", REC, F_NONE,
		{F_WHO, F_TO, F_REASON},
		"an SME may go; objectives and open needs pass to another"},
	[KIND_ASSIGNED] = {"objective.assigned", "obj", REC, F_NOTE,
		{F_WHO, F_NOTE, F_UNTIL},
		"a tactical objective with owner and time box"},
	[KIND_UNDERSTOOD] = {"objective.understood", "obj", REC, F_NONE,
		{F_OBJECTIVE, F_NOTE}, "the owner read it back"},
	[KIND_COMPLETED] = {"objective.completed", "obj", REC, F_NOTE,
		{F_OBJECTIVE, F_NOTE}, "an objective is done"},
	[KIND_BLOCKED] = {"objective.blocked", "obj", REC, F_NOTE,
		{F_OBJECTIVE, F_NOTE},
		"an objective cannot be completed; demands a decision"},
	[KIND_ANSWERED] = {"objective.answered", "obj", REC, F_NOTE,
		{F_OBJECTIVE, F_ANSWER, F_NOTE, F_UNTIL},
		"the decision: replan, more-time, more-help, abandon"},
	[KIND_DECISION] = {"decision.made", "dec", REC, F_NOTE,
		{F_NOTE}, "a decision of the commander"},
	[KIND_DIAGNOSIS] = {"diagnosis.given", "diag", REC, F_NOTE,
		{F_NOTE}, "what is believed to be wrong"},
	[KIND_PROPOSED] = {"mitigation.proposed", "mit", REC, F_NOTE,
		{F_NOTE}, "a mitigation is proposed"},
	[KIND_APPROVED] = {"mitigation.approved", "mit", REC, F_NONE,
		{F_MITIGATION, F_NOTE}, "the commander approves it"},
	[KIND_EXECUTED] = {"mitigation.executed", "mit", REC, F_NONE,
		{F_MITIGATION, F_NOTE}, "it was carried out"},
	[KIND_WORKED] = {"mitigation.worked", "mit", REC, F_NOTE,
		{F_MITIGATION, F_FROM, F_NOTE}, "it worked, and who saw it"},
	[KIND_FAILED] = {"mitigation.failed", "mit", REC, F_NOTE,
		{F_MITIGATION, F_NOTE}, "it did not work"},
	[KIND_REPAIR] = {"repair.done", "fix", REC, F_NOTE,
		{F_NEEDED, F_NOTE}, "repaired, or no repair is needed"},
	[KIND_BROADCAST] = {"update.broadcast", "cast", REC, F_MESSAGE,
		{F_MESSAGE, F_AUDIENCE}, "a message to the company"},
	[KIND_TOLD] = {"customers.told", "cust", REC, F_NOTE,
		{F_NOTE, F_FROM, F_THROUGH, F_NEXT, F_COVERS},
		"what customers were told, by whom, through what, when the next"
		" word comes, and the stages it covers"},
	[KIND_WAIVED] = {"duty.waived", "cust", REC, F_REASON,
		{F_ROW, F_REASON}, "a customer word is not owed after all"},
	[KIND_SNOOZED] = {"attention.snoozed", "role", REC, F_REASON,
		{F_ROW, F_UNTIL, F_REASON},
		"a row of the Attention list is quiet until a time"},
	[KIND_DELIVERY_RELEASED] = {"delivery.released", "cast", REC, F_NONE,
		{F_ENTRIES}, "messages may leave before their ten seconds"},
	[KIND_DELIVERY_SENT] = {"delivery.sent", "cast", REC, F_NONE,
		{F_ENTRIES, F_CHANNEL, F_THROUGH, F_CLAIM, F_STOP, F_REMOTE,
		 F_REPEAT},
		"a channel accepted messages or a page, or they were said by"
		" hand; stop: that a page is called off; remote: what the other"
		" side calls it; repeat: it may have been there before"},
	[KIND_DELIVERY_CLAIMED] = {"delivery.claimed", "cast", CLAIM, F_NONE,
		{F_ENTRIES, F_CHANNEL, F_CLAIM, F_STOP},
		"a courier carries them to a channel now; claim: the claim that"
		" this one takes the place of"},
	[KIND_DELIVERY_FAILED] = {"delivery.failed", "cast", REC, F_REASON,
		{F_ENTRIES, F_CHANNEL, F_CLAIM, F_STOP, F_OUTCOME, F_REASON,
		 F_UNTIL, F_REPEAT},
		"a channel did not take them; outcome: later, unsure (it may"
		" have), message (refused as it is), channel (takes nothing),"
		" expired, confirm (a person agrees first); until: when it is"
		" tried again; repeat: it may have arrived all the same"},
	[KIND_DELIVERY_RETRIED] = {"delivery.retried", "cast", REC, F_NONE,
		{F_ENTRIES, F_CHANNEL},
		"a person asks for another try; without channel: of all"},
	[KIND_NOTE] = {"note.added", "note", REC, F_NOTE,
		{F_NOTE, F_INTERNAL}, "a note"},
	[KIND_CORRECTED] = {"entry.corrected", "note", REC, F_NONE,
		{F_ENTRY, F_TEXT}, "the text of an earlier entry, put right"},
	[KIND_WITHDRAWN] = {"entry.withdrawn", "note", REC, F_REASON,
		{F_ENTRY, F_REASON}, "an earlier entry counts as never made"},
	[KIND_ERASED] = {"entry.erased", "note", REC, F_REASON,
		{F_ENTRY, F_REASON, F_KEPT},
		"an entry's text is gone from the store; kept holds what was"
		" no text"},
	[KIND_LESSON] = {"lesson.recorded", "less", REC, F_NOTE,
		{F_NOTE}, "something learnt"},
	[KIND_ITEM_OPENED] = {"action.opened", "item", REC, F_NOTE,
		{F_NOTE, F_PRIORITY, F_OWNER, F_UNTIL, F_NEED},
		"an action item with owner, priority and due date"},
	[KIND_ITEM_DONE] = {"action.completed", "item", REC, F_NOTE,
		{F_ITEM, F_NOTE}, "an action item is done, and the evidence"},
	[KIND_ITEM_DROPPED] = {"action.dropped", "item", REC, F_REASON,
		{F_ITEM, F_REASON}, "an action item is not done, and why"},
	[KIND_REVIEW] = {"review.held", "revw", REC, F_NOTE,
		{F_NOTE}, "the review was held"},
	[KIND_MERGED] = {"incident.merged", "end", CLAIM, F_NONE,
		{F_INCIDENT, F_REASON}, "ends as a duplicate of another incident"},
	[KIND_RECEIVED] = {"incident.received", "end", REC, F_NONE,
		{F_INCIDENT, F_TITLE, F_FROM, F_BEGAN, F_SIGNALS, F_SMES,
		 F_NEEDS},
		"takes over what a duplicate had: reporter, signals, impact"
		" start, joined SMEs and unanswered needs"},
	[KIND_CLOSED] = {"incident.closed", "end", CLAIM, F_REASON,
		{F_FALSE_ALARM, F_REASON, F_UNMET, F_MESSAGE},
		"the incident is closed"},
	[KIND_REOPENED] = {"incident.reopened", "end", CLAIM, F_REASON,
		{F_TO, F_REASON, F_BEGAN, F_MESSAGE},
		"the incident goes on, at a stage"},
};

/* Most entries of a log are of one of these. */
static const uint8_t often[] = {
	KIND_NOTE, KIND_CAN, KIND_TOLD, KIND_BROADCAST, KIND_DELIVERY_SENT,
	KIND_NEED_MET, KIND_ASSIGNED, KIND_COMPLETED,
};

enum event_kind
event_kind_find(const char *name)
{
	for (size_t i = 0; i < sizeof(often); i++)
		if (!strcmp(kind_rows[often[i]].name, name))
			return (enum event_kind)often[i];
	for (int i = KIND_DECLARED; i < KIND_COUNT; i++)
		if (kind_rows[i].name[0] == name[0] &&
		    !strcmp(kind_rows[i].name, name))
			return (enum event_kind)i;
	return KIND_UNKNOWN;
}
