/*
 * beside FIREGROUND FOLDER STORE [PROGRAM]...: a key on the dashboard beside
 * plain ncurses, which shows the same two screens, and beside other programs
 * (htop, tig) that are only measured, as is their idling.
 */
#include "bench/lib/figure.h"
#include "bench/lib/invent.h"
#include "bench/lib/peer.h"
#include "bench/lib/picture.h"
#include "vt/emulator.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define QUIET 40       /* ms of silence after a key's frame */
#define PATIENCE 10000 /* ms */
#define KEYS 101
#define OTHERS 4

struct beside {
	const char *fireground, *folder, *url;
	const char *other[OTHERS];
	int others;
	char path[2][4096]; /* of the pictures */
	int idle;           /* s */
	bool missed;
};

/* ---- the two screens ------------------------------------------------------ */

static int16_t
colour_of(const VTermColor *c, bool own)
{
	return own || !VTERM_COLOR_IS_INDEXED(c) ? -1 : c->indexed.idx;
}

static void
take_picture(const struct emulator *e, const char *path)
{
	struct picture p = {e->rows, e->cols, calloc((size_t)e->rows *
		(size_t)e->cols, sizeof(*p.cells))};

	for (int i = 0; p.cells && i < e->rows * e->cols; i++) {
		VTermScreenCell c;

		vterm_screen_get_cell(e->screen, (VTermPos){i / e->cols,
			i % e->cols}, &c);
		p.cells[i] = (struct picture_cell){
			c.chars[0] == UINT32_MAX ? 0 : c.chars[0],
			colour_of(&c.fg, VTERM_COLOR_IS_DEFAULT_FG(&c.fg)),
			colour_of(&c.bg, VTERM_COLOR_IS_DEFAULT_BG(&c.bg)),
			(int16_t)(c.attrs.bold * PICTURE_BOLD |
			!!c.attrs.underline * PICTURE_UNDERLINE |
			c.attrs.reverse * PICTURE_REVERSE),
		};
	}
	if (!p.cells || !picture_write(path, &p)) {
		fprintf(stderr, "beside: no picture of the screen\n");
		exit(3);
	}
	free(p.cells);
}

static void
await(struct emulator *e, const char *word)
{
	int64_t until = emulator_now() + PATIENCE;
	bool there = false;

	while (!there) {
		char *text = emulator_text(e);

		there = strstr(text, word) != NULL;
		if (!there && (e->ended || emulator_now() > until)) {
			fprintf(stderr, "beside: no %s is to be seen:\n%s", word,
				text);
			exit(3);
		}
		free(text);
		if (!there)
			emulator_read(e, QUIET);
	}
}

/* The timeline with its last entry selected, and with the one before it. */
static void
take_pictures(struct beside *b)
{
	const char *const argv[] = {b->fireground, "--store", b->url, "--as",
		"ana", "-i", "1", NULL};
	struct emulator e;

	emulator_init(&e, PEER_ROWS, PEER_COLUMNS);
	emulator_start(&e, argv);
	await(&e, INVENT_LAST);
	for (int i = 0; i < 2; i++) {
		emulator_type(&e, i ? "k" : "5k", i ? 1 : 2);
		emulator_settle(&e, 300);
		snprintf(b->path[i], sizeof(b->path[i]), "%s/key-%d.picture",
			b->folder, i);
		take_picture(&e, b->path[i]);
	}
	emulator_release(&e);
}

/* ---- keys ----------------------------------------------------------------- */

/* From a key to the last byte of what it changed; two keys, in turn. */
static void
press(struct peer *p, const char *const keys[2], struct runs *out)
{
	for (int i = 0; i < KEYS; i++) {
		int64_t from = peer_now();

		peer_forget(p);
		peer_type(p, keys[i % 2]);
		if (!peer_watch(p, 0))
			return;
		peer_settle(p, QUIET);
		if (p->last > from)
			runs_add(out, p->last - from);
	}
}

static double
key_of(const char *const *argv, const char *shows, const char *first,
	const char *const keys[2])
{
	struct runs runs = {.n = 0};
	struct peer p;

	peer_start(&p, argv);
	if (shows && !peer_await(&p, shows, PATIENCE)) {
		fprintf(stderr, "beside: %s shows no %s\n", argv[0], shows);
		exit(3);
	}
	peer_settle(&p, 500);
	peer_type(&p, first);
	peer_settle(&p, 200);
	press(&p, keys, &runs);
	peer_stop(&p);
	return runs_ms(&runs, 50);
}

static void
keys(struct beside *b)
{
	char floor_path[4096];
	const char *const floor[] = {floor_path, b->path[0], b->path[1], NULL};
	const char *const ours[] = {b->fireground, "--store", b->url, "--as",
		"ana", "-i", "1", NULL};
	double least, ms;

	snprintf(floor_path, sizeof(floor_path), "%s/floor_keys", b->folder);
	least = key_of(floor, NULL, "xx", (const char *[2]){"x", "x"});
	ms = key_of(ours, INVENT_LAST, "5k", (const char *[2]){"k", "j"});
	figure_print(&(struct figure){"floor_keys, the same two screens",
		least, "ms", NULL, 0, 0});
	if (!figure_print(&(struct figure){"a key, to the last byte", ms, "ms",
		"floor_keys", least, 3}))
		b->missed = true;
	for (int i = 0; i < b->others; i++) {
		const char *const argv[] = {b->other[i], NULL};
		char what[128];

		snprintf(what, sizeof(what), "  a key in %.80s", b->other[i]);
		figure_print(&(struct figure){what, key_of(argv, NULL, "j",
			(const char *[2]){"\033[B", "\033[A"}), "ms", NULL, 0,
			0});
	}
}

/* ---- idling --------------------------------------------------------------- */

/* All at once: each is read a moment at a time, and its bytes wait for that. */
static void
idling(const struct beside *b)
{
	int64_t bytes[OTHERS] = {0}, end;
	struct peer p[OTHERS];

	for (int i = 0; i < b->others; i++) {
		const char *const argv[] = {b->other[i], NULL};

		peer_start(&p[i], argv);
		peer_watch(&p[i], 2000);
		bytes[i] = p[i].bytes;
	}
	end = peer_now() + (int64_t)b->idle * 1000000000;
	while (b->others && peer_now() < end)
		for (int i = 0; i < b->others; i++)
			peer_watch(&p[i], 50);
	for (int i = 0; i < b->others; i++) {
		char what[128];

		snprintf(what, sizeof(what), "  %.80s idle", b->other[i]);
		figure_print(&(struct figure){what, (double)(p[i].bytes -
			bytes[i]) * 60 / b->idle, "B/m", NULL, 0, 0});
		peer_stop(&p[i]);
	}
}

int
main(int argc, char **argv)
{
	const char *idle = getenv("BENCH_IDLE");
	struct beside b = {.idle = idle ? (int)strtol(idle, NULL, 10) : 60};

	if (argc < 4) {
		fprintf(stderr, "beside FIREGROUND FOLDER STORE [PROGRAM]...\n");
		return 2;
	}
	setlocale(LC_ALL, "");
	b.fireground = argv[1];
	b.folder = argv[2];
	b.url = argv[3];
	for (int i = 4; i < argc && b.others < OTHERS; i++)
		b.other[b.others++] = argv[i];
	take_pictures(&b);
	keys(&b);
	idling(&b);
	return b.missed ? 1 : 0;
}
