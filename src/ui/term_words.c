#include "ui/term_words.h"

#include "ui/term_info.h"

/*
 * Paste brackets, focus, the title of the window (kept and put back by the
 * terminal itself), presses of the mouse (not its motion); the end of a
 * frame that was cut in two, of scrolling within some rows (left by whoever
 * crashed here before, or by a frame that was under way when the size
 * changed), and of a link.
 */
static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";
static const char focus_on[] = "\033[?1004h";
static const char focus_off[] = "\033[?1004l";
static const char title_keep[] = "\033[22;2t";
static const char title_back[] = "\033[23;2t";
static const char mouse_on[] = "\033[?1000h\033[?1006h";
static const char mouse_off[] = "\033[?1006l\033[?1000l";
static const char sync_off[] = "\033[?2026l";
static const char scroll_all[] = "\033[r";
static const char link_off[] = "\033]8;;\033\\";

void
term_words_scroll_all(struct term_out *out)
{
	if (term_info_scrolls())
		term_out_text(out, scroll_all);
}

void
term_words_make(struct term_words *w, bool modern)
{
	term_info_add(&w->cursor[0], "civis");
	term_info_add(&w->cursor[1], "cnorm");

	term_info_add(&w->enter, "smcup");
	term_info_add(&w->enter, "sgr0");
	term_words_scroll_all(&w->enter);
	term_info_add(&w->enter, "rmir");
	term_info_add(&w->enter, "smam");
	term_info_add(&w->enter, "smkx");
	term_info_add(&w->enter, "civis");
	term_out_text(&w->enter, paste_on);
	if (modern) {
		term_out_text(&w->enter, focus_on);
		term_out_text(&w->keep, title_keep);
		term_out_text(&w->mouse[0], mouse_off);
		term_out_text(&w->mouse[1], mouse_on);
	}

	term_out_text(&w->leave, sync_off);
	term_out_text(&w->leave, paste_off);
	if (modern) {
		term_out_text(&w->leave, mouse_off);
		term_out_text(&w->leave, focus_off);
		term_out_text(&w->leave, title_back);
		term_out_text(&w->leave, link_off);
	}
	term_info_add(&w->leave, "sgr0");
	term_info_add(&w->leave, "rmkx");
	term_info_add(&w->leave, "cnorm");
	term_info_add(&w->leave, "rmcup");
	term_out_add(&w->leave, "", 1);
}

void
term_words_release(struct term_words *w)
{
	term_out_release(&w->enter);
	term_out_release(&w->keep);
	term_out_release(&w->leave);
	term_out_release(&w->cursor[0]);
	term_out_release(&w->cursor[1]);
	term_out_release(&w->mouse[0]);
	term_out_release(&w->mouse[1]);
}
