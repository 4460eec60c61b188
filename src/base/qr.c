#include "base/qr.h"

#include "base/mem.h"

#include <qrencode.h>
#include <stddef.h>

bool
qr_make(struct arena *a, const char *text, struct qr *out)
{
	QRcode *code = *text ? QRcode_encodeString8bit(text, 0,
		QR_ECLEVEL_L) : NULL;
	bool *dark;

	if (!code)
		return false;
	out->size = code->width;
	dark = arena_alloc(a, (size_t)code->width * (size_t)code->width);
	for (int i = 0; i < code->width * code->width; i++)
		dark[i] = code->data[i] & 1;
	out->dark = dark;
	QRcode_free(code);
	return true;
}

bool
qr_dark(const struct qr *qr, int y, int x)
{
	return y >= 0 && x >= 0 && y < qr->size && x < qr->size &&
		qr->dark[y * qr->size + x];
}
