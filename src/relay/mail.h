/*
 * The parts of a mail: addresses, header lines, the body.
 *
 * Sources: RFC 5321 (addresses), RFC 5322 (lines), RFC 2047 (encoded words),
 * RFC 2045 (quoted-printable).
 */
#ifndef FG_RELAY_MAIL_H
#define FG_RELAY_MAIL_H

#include "base/err.h"

#include <stdbool.h>

struct arena;
struct str;

/** Whether @s is NAME@HOST and can be spoken of in a mail's header. */
bool mail_address(const char *s, struct err *err);

/** A line of the header, folded; @value is one clean line of UTF-8. */
void mail_header(struct str *out, const char *name, const char *value);

/** @text, clean UTF-8, as quoted-printable lines that end in CRLF. */
void mail_text(struct str *out, const char *text);

#endif
