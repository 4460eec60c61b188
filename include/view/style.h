/*
 * The styles of text, by what the text is, never by place or hue.  A theme
 * says how each looks; every one differs without colour too.
 *
 * A row: enumerator, name in theme files, letter in the dumps of the tests,
 * help.  To add a style: a row here, a look in each theme (theme_builtin.c);
 * a test fails when one is missing.
 */
#ifndef FG_VIEW_STYLE_H
#define FG_VIEW_STYLE_H

#define STYLE_MAP(X) \
	X(STYLE_TEXT, "text", '.', "plain text") \
	X(STYLE_DIM, "dim", 'd', "context: ages, labels, what is over") \
	X(STYLE_BOLD, "bold", 'B', "what matters in plain text") \
	X(STYLE_FRAME, "frame", 'f', "frame of a pane") \
	X(STYLE_FRAME_FOCUS, "frame-focus", 'F', "frame of the pane in use") \
	X(STYLE_FRAME_REPLAY, "frame-replay", 'q', "frame in the past") \
	X(STYLE_TITLE, "title", 'T', "title of a pane") \
	X(STYLE_ACCENT, "accent", 'a', "now, and keys to press") \
	X(STYLE_ACCENT_BOLD, "accent-bold", 'A', "now, in large") \
	X(STYLE_ACCENT_BLOCK, "accent-block", '#', "the current stage") \
	X(STYLE_BAD, "bad", 'r', "wrong or late") \
	X(STYLE_BAD_BOLD, "bad-bold", 'R', "wrong or late, the worst") \
	X(STYLE_GOOD, "good", 'g', "done, met, live") \
	X(STYLE_WARN, "warn", 'w', "soon late, not certain") \
	X(STYLE_INFO, "info", 'i', "links, operations impact") \
	X(STYLE_NAME, "name", 'n', "a person, pages, command") \
	X(STYLE_CAN_C, "can-c", 'c', "condition in a CAN report") \
	X(STYLE_CAN_A, "can-a", 'k', "action in a CAN report") \
	X(STYLE_CAN_N, "can-n", 'N', "need in a CAN report") \
	X(STYLE_SEV1, "sev1", '1', "badge of SEV1") \
	X(STYLE_SEV2, "sev2", '2', "badge of SEV2") \
	X(STYLE_SEV3, "sev3", '3', "badge of SEV3") \
	X(STYLE_SEV4, "sev4", '4', "badge of SEV4") \
	X(STYLE_BAND_CUSTOMERS, "band-customers", 'u', "customer impact") \
	X(STYLE_BAND_OPERATIONS, "band-operations", 'o', "operations impact") \
	X(STYLE_SELECTED, "selected", 's', "the selected row") \
	X(STYLE_KEY, "key", 'K', "a key in the key bar") \
	X(STYLE_BAR, "bar", 'b', "words in the key bar") \
	X(STYLE_STATUS, "status", 'S', "what the status line says") \
	X(STYLE_ERROR, "error", 'E', "a refusal or a failure") \
	X(STYLE_FORM, "form", 'm', "words of a form") \
	X(STYLE_FIELD, "field", 'l', "input of a form") \
	X(STYLE_FIELD_FOCUS, "field-focus", 'L', "input in use") \
	X(STYLE_MATCH, "match", 'M', "what a search found") \
	X(STYLE_BANNER, "banner", '!', "read-only, drill") \
	X(STYLE_ALARM, "alarm", '*', "no signal, not in command") \
	X(STYLE_CODE, "code", 'Q', "squares of a QR code: dark on light") \
	X(STYLE_REPLAY, "replay", 'p', "a moment in the past")

#define STYLE_ENUM(style, name, letter, help) style,
enum style {
	STYLE_MAP(STYLE_ENUM)
	STYLE_COUNT
};
#undef STYLE_ENUM

/** The style's letter in dumps. */
char style_letter(enum style style);

/** Its name in theme files, and what it is for. */
const char *style_name(enum style style);
const char *style_help(enum style style);

/** The style called @name, or STYLE_COUNT. */
enum style style_find(const char *name);

/** The badge of severity @sev, 1 to 4; others are the lowest. */
enum style style_severity(int sev);

#endif
