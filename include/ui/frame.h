/*
 * One frame: the view model copied into cells.
 */
#ifndef FG_UI_FRAME_H
#define FG_UI_FRAME_H

struct canvas;
struct str;
struct vm;

/**
 * Draws @vm on the empty canvas @c, which keeps its size; what does not fit
 * is cut off.  The cursor's place stands in the vm.
 */
void frame_draw(struct canvas *c, const struct vm *vm);

/**
 * Adds the frame to @out as text, a line a row, trailing blanks trimmed; with
 * the name of a theme that is compiled in (else NULL) its 256 colours stand in
 * it as SGR sequences.
 */
void frame_print(const struct vm *vm, const char *theme, struct str *out);

#endif
