/*
 * Memory that never fails: out of memory ends the program with a message.
 *
 * Three lifetimes are used: the process (mem_*, free()), the incident and the
 * frame (arenas).  Whatever matters is in the log, so dying is safe.
 */
#ifndef FG_BASE_MEM_H
#define FG_BASE_MEM_H

#include <stddef.h>
#include <stdarg.h>

struct arena;

/** malloc, zeroed; never NULL; freed with free(). */
void *mem_new(size_t size);

/** Like realloc for @n things of @size bytes; dies on overflow too. */
void *mem_grow(void *old, size_t n, size_t size);

/** A copy of @s on the heap; NULL gives NULL. */
char *mem_dup(const char *s);

/**
 * Called once before the program dies of memory, to restore the terminal;
 * NULL removes it.
 */
void mem_on_death(void (*fn)(void));

/** A new arena that grows by @chunk bytes, 512 at least (0: 64 KiB). */
struct arena *arena_new(size_t chunk);

/** Frees the arena and all that was taken from it; NULL is fine. */
void arena_free(struct arena *a);

/** The same, and nothing of what was in it stays in memory: for secrets. */
void arena_wipe(struct arena *a);

/**
 * Forgets all that was taken but keeps the memory for the next use, in one
 * piece: an arena that is filled anew each frame soon allocates no more.
 */
void arena_reset(struct arena *a);

/** @size zeroed bytes, aligned for any type; 0 is fine. */
void *arena_alloc(struct arena *a, size_t size);

/**
 * A copy of @s (NULL gives NULL), or of its first @n bytes, fewer when it
 * ends before; both end in NUL.
 */
char *arena_dup(struct arena *a, const char *s);
char *arena_dupn(struct arena *a, const char *s, size_t n);

/** A copy of @n bytes without NUL, which it gets at its end. */
char *arena_text(struct arena *a, const char *s, size_t n);

/** printf into the arena. */
char *arena_printf(struct arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/** Bytes held by the arena, for the benches. */
size_t arena_size(const struct arena *a);

#endif
