/*
 * Loading texts as config files, by the rows of an invented program.
 */
#ifndef FG_TESTS_UNIT_CONF_LOADS_H
#define FG_TESTS_UNIT_CONF_LOADS_H

#include "conf/conf.h"
#include "lib/folder.h"

/** The folder in which the files stand; the program's cmocka state. */
int loads_begin(void **state);
int loads_end(void **state);

/** Rows of all types, two tables of them. */
extern const struct conf_table loads_tables[2];

/** Writes @text as "main.conf" and loads it; fails on an error. */
struct conf *loads(void **state, const char *text);

/**
 * Writes @text as "main.conf" and expects its refusal with the sentence
 * @want, in which "@" stands for the folder.
 */
void loads_not(void **state, const char *text, const char *want);

/** Expects the refusal of the file @name; as above. */
void loads_not_file(void **state, const char *name, const char *want);

#endif
