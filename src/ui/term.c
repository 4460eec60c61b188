#include "ui/term_self.h"

#include "base/mem.h"
#include "ui/term_crash.h"
#include "ui/term_direct.h"
#include "ui/term_info.h"
#include "ui/theme_file.h"

#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

enum {
	TERM_TRIES = 10, /* x 100 ms for a terminal that stalls at the end */
};

/* Says what to wait for, when that has changed or time starts anew. */
void
term_want(struct term *t)
{
	bool live = !t->away && !t->gone;
	short events = live ? POLLIN : 0;
	int wait = live ? term_keys_wait(t->keys) : -1;

	if (live && term_out_left(&t->out))
		events |= POLLOUT;
	if (events == t->events && wait < 0 && t->wait < 0)
		return;
	t->events = events;
	t->wait = wait;
	t->options.on_want(t->options.want_ctx, events, wait);
}

/* That the terminal has gone is learned by reading. */
void
term_flush(struct term *t)
{
	if (!t->gone && !t->away)
		term_out_flush(&t->out, t->tty.fd);
	term_want(t);
}

void
term_resize(struct term *t)
{
	int rows, cols;

	term_tty_size(&t->tty, &rows, &cols);
	if (rows != t->next->h || cols != t->next->w) {
		canvas_resize(t->next, rows, cols);
		canvas_resize(t->shown, rows, cols);
		t->full = true;
	}
}

void
term_take(struct term *t)
{
	term_tty_raw(&t->tty);
	term_out_add(&t->out, t->words.enter.bytes, t->words.enter.len);
	/* Who was continued without having given it back has it kept. */
	if (!t->kept)
		term_out_add(&t->out, t->words.keep.bytes, t->words.keep.len);
	t->kept = true;
	if (t->mouse)
		term_out_add(&t->out, t->words.mouse[1].bytes,
			t->words.mouse[1].len);
	str_cut(&t->title, 0);
	t->away = false;
	t->full = true;
	t->visible = false;
	term_crash_pause(false);
	term_resize(t);
}

void
term_give_back(struct term *t)
{
	static const char cancel = 0x18; /* ends a sequence that was cut */

	if (t->gone)
		return;
	term_out_press(&t->out, t->tty.fd, TERM_TRIES);
	if (term_out_left(&t->out)) {
		term_out_clear(&t->out);
		term_out_add(&t->out, &cancel, 1);
	}
	term_out_text(&t->out, t->words.leave.bytes);
	t->kept = false;
	term_out_press(&t->out, t->tty.fd, 1);
	term_out_clear(&t->out);
	term_crash_pause(true);
	term_tty_restore(&t->tty);
}

/* By an entry with true colours where that is wanted and there is one. */
static bool
term_open_curses(struct term *t, const char *type, struct err *err)
{
	const char *dir = t->options.terminfo;
	char direct[TERM_TYPE];

	if (term_direct_wanted(colours_wanted(&t->options)) &&
	    term_direct_entry(dir, type, direct)) {
		term_direct_look(dir);
		t->curses = term_curses_new(direct, err);
	}
	if (!t->curses)
		t->curses = term_curses_new(type, err);
	return t->curses;
}

static bool
term_prepare(struct term *t, struct err *err)
{
	const char *type = t->options.type;
	bool utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;

	if (!term_tty_open(&t->tty, t->options.tty, err) ||
	    !term_info_check(&type, err) || !term_open_curses(t, type, err))
		return false;
	t->plain = t->options.ascii || !utf8 || term_info_is_plain(type);
	t->links = !term_info_is_plain(type);
	t->depth = term_direct_depth(colours_wanted(&t->options),
		theme_depth(term_info_colours()));
	term_info_learn(t->keys);
	term_words_make(&t->words, t->links);
	if (!term_theme(t, t->options.theme, &t->complaint))
		term_theme_take(t, theme_find(NULL), NULL);
	return true;
}

struct term *
term_open(const struct term_options *options, struct err *err)
{
	struct term *t = mem_new(sizeof(*t));

	t->options = *options;
	t->tty.fd = -1;
	t->wait = -1;
	t->keys = term_keys_new();
	t->next = canvas_new(1, 1);
	t->shown = canvas_new(1, 1);
	t->away = true;
	if (!term_prepare(t, err)) {
		term_close(t);
		return NULL;
	}
	term_crash_arm(t->tty.fd, t->words.leave.bytes, &t->tty.saved);
	t->armed = true;
	term_take(t);
	term_flush(t);
	return t;
}

void
term_close(struct term *t)
{
	if (!t)
		return;
	if (t->armed) {
		if (!t->away)
			term_give_back(t);
		if (t->events)
			t->options.on_want(t->options.want_ctx, 0, -1);
		term_crash_disarm();
	}
	term_curses_free(t->curses);
	term_keys_free(t->keys);
	term_tty_close(&t->tty);
	term_out_release(&t->out);
	term_out_release(&t->frame);
	term_words_release(&t->words);
	str_release(&t->title);
	theme_free(t->theme_own);
	canvas_free(t->next);
	canvas_free(t->shown);
	free(t);
}

void
term_mouse(struct term *t, bool on)
{
	if (t->mouse == on)
		return;
	t->mouse = on;
	if (t->away || t->gone)
		return;
	term_out_add(&t->out, t->words.mouse[on].bytes,
		t->words.mouse[on].len);
	term_flush(t);
}

int
term_fd(const struct term *t)
{
	return t->tty.fd;
}

void
term_size(const struct term *t, int *rows, int *cols)
{
	*rows = t->next->h;
	*cols = t->next->w;
}

const char *
term_complaint(const struct term *t)
{
	return t->complaint.code ? t->complaint.text : NULL;
}
