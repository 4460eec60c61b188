/*
 * What a key does on a screen: prompt, search, form, overlay or key table.
 *
 * A pure function of the screen and what is known; it runs nothing, but gives
 * back the line to run.
 */
#ifndef FG_VIEW_INPUT_H
#define FG_VIEW_INPUT_H

struct form_in;
struct key;
struct screen;
struct str;
struct vm_in;

/** What is to be done after a key. */
enum screen_did {
	DID_NOTHING, /* not even a frame */
	DID_SCREEN,  /* the screen changed: a frame */
	DID_LINE,    /* run the line; errors go to screen_say() */
	DID_FORM,    /* run form_words() of s->form, which is marked as being
		      * sent; accepted: screen_close(); else form_refuse() */
};

/**
 * Gives @key to the screen @s, which is also in->screen.  DID_LINE puts a
 * command line of the one grammar into @line (which must be empty).
 */
enum screen_did screen_key(struct screen *s, const struct key *key,
	const struct vm_in *in, struct str *line);

/** What a form of this screen is opened with. */
void screen_form_in(const struct screen *s, const struct vm_in *in,
	struct form_in *out);

#endif
