/*
 * The mouse: where on the frame it is, and what that means.
 */
#ifndef FG_VIEW_MOUSE_H
#define FG_VIEW_MOUSE_H

#include "view/input.h"

/**
 * Gives a KC_MOUSE key to the screen, as screen_key() does; it is meant for
 * in->drawn, the frame that the person sees.
 */
enum screen_did screen_mouse(struct screen *s, const struct key *key,
	const struct vm_in *in, struct str *line);

#endif
