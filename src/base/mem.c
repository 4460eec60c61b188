#include "base/mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define MEM_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define MEM_POISON 1
#endif
#endif

#ifdef MEM_POISON
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#endif

#define EXIT_MEMORY 3

/* Most incidents and frames fit in a few of these; malloc's header as well. */
#define ARENA_CHUNK (64 * 1024 - 64)

/* Smaller ones would give each thing a chunk of its own. */
#define ARENA_CHUNK_LEAST 512

#define PRINT_ROOM 128 /* bytes: most printed texts are shorter */

struct chunk {
	struct chunk *next;
	size_t size; /* bytes of data */
	size_t used;
	alignas(max_align_t) char data[];
};

struct arena {
	struct chunk *head; /* what small things are taken from; may be NULL */
	size_t chunk;       /* bytes */
	size_t size;        /* bytes of all chunks */
};

static void (*death)(void);

void
mem_on_death(void (*fn)(void))
{
	death = fn;
}

static _Noreturn void
mem_die(void)
{
	void (*fn)(void) = death;

	/* The function may want memory too: then it is not called again. */
	death = NULL;
	if (fn)
		fn();
	fputs("fireground: out of memory\n", stderr);
	_exit(EXIT_MEMORY);
}

void *
mem_new(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		mem_die();
	return p;
}

void *
mem_grow(void *old, size_t n, size_t size)
{
	void *p;

	if (size && n > SIZE_MAX / 2 / size)
		mem_die();
	p = realloc(old, n && size ? n * size : 1);
	if (!p)
		mem_die();
	return p;
}

char *
mem_dup(const char *s)
{
	size_t size;

	if (!s)
		return NULL;
	size = strlen(s) + 1;
	return memcpy(mem_grow(NULL, size, 1), s, size);
}

struct arena *
arena_new(size_t chunk)
{
	struct arena *a = mem_new(sizeof(*a));

	a->chunk = chunk ? chunk : ARENA_CHUNK;
	if (a->chunk < ARENA_CHUNK_LEAST)
		a->chunk = ARENA_CHUNK_LEAST;
	return a;
}

static void
arena_drop(struct arena *a)
{
	struct chunk *c = a->head;

	while (c) {
		struct chunk *next = c->next;

		ASAN_UNPOISON_MEMORY_REGION(c->data, c->size);
		free(c);
		c = next;
	}
	a->head = NULL;
	a->size = 0;
}

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_drop(a);
	free(a);
}

void
arena_wipe(struct arena *a)
{
	if (a)
		for (struct chunk *c = a->head; c; c = c->next) {
			ASAN_UNPOISON_MEMORY_REGION(c->data, c->size);
			explicit_bzero(c->data, c->size);
		}
	arena_free(a);
}

static struct chunk *
arena_chunk(struct arena *a, size_t size)
{
	struct chunk *c;

	if (size > SIZE_MAX / 2)
		mem_die();
	c = mem_grow(NULL, sizeof(*c) + size, 1);
	c->next = NULL;
	c->size = size;
	c->used = 0;
	ASAN_POISON_MEMORY_REGION(c->data, c->size);
	a->size += size;
	return c;
}

/*
 * Many chunks become one of their size: an arena that is filled anew each
 * frame settles on one piece of memory and stays there.
 */
void
arena_reset(struct arena *a)
{
	size_t size = a->size;

	if (!a->head)
		return;
	if (a->head->next) {
		arena_drop(a);
		a->head = arena_chunk(a, size);
	}
	a->head->used = 0;
	ASAN_POISON_MEMORY_REGION(a->head->data, a->head->size);
}

/* A chunk with @size bytes free behind what it holds; align is included. */
static struct chunk *
arena_room(struct arena *a, size_t size)
{
	struct chunk *c = a->head;

	if (c && c->size - c->used >= size)
		return c;

	/* A large thing gets its own chunk, so the head's rest is not lost. */
	if (c && size > a->chunk / 2) {
		struct chunk *own = arena_chunk(a, size);

		own->next = c->next;
		c->next = own;
		return own;
	}
	c = arena_chunk(a, size > a->chunk ? size : a->chunk);
	c->next = a->head;
	a->head = c;
	return c;
}

/*
 * @size bytes of rubbish, at a multiple of @align, which is a power of two;
 * text needs no alignment and so wastes none.
 */
static char *
arena_take(struct arena *a, size_t size, size_t align)
{
	struct chunk *c;
	char *p;

	if (size > SIZE_MAX / 2)
		mem_die();
	c = arena_room(a, size + align - 1);
	c->used = (c->used + align - 1) & ~(align - 1);
	p = c->data + c->used;
	c->used += size;
	ASAN_UNPOISON_MEMORY_REGION(p, size);
	return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
	return memset(arena_take(a, size, alignof(max_align_t)), 0, size);
}

char *
arena_text(struct arena *a, const char *s, size_t n)
{
	char *p = arena_take(a, n + 1, 1);

	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

char *
arena_dupn(struct arena *a, const char *s, size_t n)
{
	return s ? arena_text(a, s, strnlen(s, n)) : NULL;
}

char *
arena_dup(struct arena *a, const char *s)
{
	return arena_dupn(a, s, SIZE_MAX / 4);
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
	struct chunk *c = arena_room(a, PRINT_ROOM);
	char *p = c->data + c->used;
	size_t room = c->size - c->used;
	va_list again;
	int n;

	/* Mostly the text fits in what is left, and is written but once. */
	va_copy(again, ap);
	ASAN_UNPOISON_MEMORY_REGION(p, room);
	n = vsnprintf(p, room, fmt, ap);
	ASAN_POISON_MEMORY_REGION(p, room);
	if (n < 0)
		n = 0;
	p = arena_take(a, (size_t)n + 1, 1);
	if ((size_t)n >= room)
		vsnprintf(p, (size_t)n + 1, fmt, again);
	p[n] = '\0';
	va_end(again);
	return p;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

size_t
arena_size(const struct arena *a)
{
	return a->size;
}
