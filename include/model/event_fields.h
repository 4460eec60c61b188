/*
 * Every field that an event's data can hold, once: X(id, name in the log,
 * type, limit in bytes or members, free text).  Free text is what an erasure
 * removes.
 */
#ifndef FG_MODEL_EVENT_FIELDS_H
#define FG_MODEL_EVENT_FIELDS_H

#define EVENT_FIELDS(X) \
	X(TITLE, "title", TEXT, 200, true) \
	X(TEXT, "text", TEXT, 32000, true) \
	X(NOTE, "note", TEXT, 8000, true) \
	X(MESSAGE, "message", TEXT, 8000, true) \
	X(REASON, "reason", TEXT, 1000, true) \
	X(SEVERITY, "severity", INT, 0, false) \
	X(SOURCE, "source", NAME, 64, false) \
	X(IMPACT, "impact", NAME, 64, false) \
	X(BEGAN, "began", TIME, 0, false) \
	X(CUSTOMERS, "customers", NAME, 64, false) \
	X(SERVICE, "service", TEXT, 200, true) \
	X(BRIDGE, "bridge", TEXT, 1000, true) \
	X(PROTOCOL, "protocol", TEXT, 8000, true) \
	X(RESTRICTED, "restricted", BOOL, 0, false) \
	X(OWNER, "owner", NAME, 64, false) \
	X(NUMBERS, "numbers", NUMBERS, 0, false) \
	X(NUMBER, "number", NAME, 64, false) \
	X(COLUMN, "column", INT, 0, false) \
	X(VALUE, "value", INT, 0, false) \
	X(ROLE, "role", NAME, 64, false) \
	X(WHO, "who", NAME, 64, false) \
	X(TO, "to", NAME, 64, false) \
	X(FROM, "from", NAME, 64, false) \
	X(FIELD, "field", NAME, 64, false) \
	X(PHONE, "phone", TEXT, 200, true) \
	X(ETA, "eta", TIME, 0, false) \
	X(NEXT, "next", TIME, 0, false) \
	X(UNTIL, "until", TIME, 0, false) \
	X(THROUGH, "through", TEXT, 200, true) \
	X(AUDIENCE, "audience", NAME, 64, false) \
	X(CALL, "call", NAME, 64, false) \
	X(UNMET, "unmet", LIST, 16, false) \
	X(COVERS, "covers", LIST, 64, false) \
	X(ENTRIES, "entries", INTS, 64, false) \
	X(ENTRY, "entry", INT, 0, false) \
	X(OFFER, "offer", INT, 0, false) \
	X(NEED, "need", INT, 0, false) \
	X(OBJECTIVE, "objective", INT, 0, false) \
	X(MITIGATION, "mitigation", INT, 0, false) \
	X(ITEM, "item", INT, 0, false) \
	X(PRIORITY, "priority", INT, 0, false) \
	X(ANSWER, "answer", NAME, 64, false) \
	X(SAME, "same", BOOL, 0, false) \
	X(NO_NEEDS, "no_needs", BOOL, 0, false) \
	X(REPORT, "report", CAN, 64, true) \
	X(NUMBERED, "numbered", INTS, 4096, false) \
	X(INTERNAL, "internal", BOOL, 0, false) \
	X(NEEDED, "needed", BOOL, 0, false) \
	X(FALSE_ALARM, "false_alarm", BOOL, 0, false) \
	X(ROW, "row", TEXT, 200, false) \
	X(CHANNEL, "channel", NAME, 64, false) \
	X(INCIDENT, "incident", INT, 0, false) \
	X(KEPT, "kept", TEXT, 32000, false) \
	X(NEEDS, "needs", LIST, 64, true) \
	X(SMES, "smes", LIST, 64, false) \
	X(SIGNALS, "signals", LIST, 64, true) \
	X(OUTCOME, "outcome", NAME, 64, false) \
	X(CLAIM, "claim", INT, 0, false) \
	X(REMOTE, "remote", TEXT, 200, false) \
	X(REPEAT, "repeat", BOOL, 0, false) \
	X(STOP, "stop", BOOL, 0, false)

#endif
