/*
 * One frame: the view model copied into cells.
 */
#ifndef FG_UI_FRAME_H
#define FG_UI_FRAME_H

struct canvas;
struct vm;

/**
 * Draws @vm on the empty canvas @c, which keeps its size; what does not fit
 * is cut off.  The cursor's place stands in the vm.
 */
void frame_draw(struct canvas *c, const struct vm *vm);

#endif
