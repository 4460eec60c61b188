#include "base/err.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

/* A sentence that was too long ends before the character it cut in two. */
static void
err_end(char *text, size_t size)
{
	size_t len = size - 1;
	size_t lead = len;
	uint32_t cp;

	while (lead > 0 && len - lead < 3 &&
		((unsigned char)text[lead - 1] & 0xc0) == 0x80)
		lead--;
	if (lead > 0)
		lead--;
	if (!text_decode(text + lead, len - lead, &cp))
		text[lead] = '\0';
}

bool
err_set(struct err *err, enum err_code code, const char *fmt, ...)
{
	char text[sizeof(err->text)];
	va_list ap;
	int n;

	if (!err)
		return false;

	/* By way of a copy, since the arguments may point into @err. */
	va_start(ap, fmt);
	n = vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	if (n < 0)
		text[0] = '\0';
	if (n >= (int)sizeof(text))
		err_end(text, sizeof(text));
	err->code = code;
	memcpy(err->text, text, strlen(text) + 1);
	return false;
}

bool
err_prefix(struct err *err, const char *fmt, ...)
{
	char text[sizeof(err->text)];
	va_list ap;

	if (!err)
		return false;

	va_start(ap, fmt);
	if (vsnprintf(text, sizeof(text), fmt, ap) < 0)
		text[0] = '\0';
	va_end(ap);
	return err_set(err, err->code, "%s%s", text, err->text);
}
