/*
 * How colours look to eyes, for the tests of the themes.  A colour is
 * 0xrrggbb of sRGB (IEC 61966-2-1).
 *
 * Eyes that lack a kind of cone are simulated with the matrices of severity
 * 1.0 of Machado, Oliveira, Fernandes: "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009, on linear
 * RGB.  For tritanopia, for which that model is known to be weak, a second
 * simulation must agree: Brettel, Vienot, Mollon: "Computerized simulation of
 * color appearance for dichromats", JOSA A 14 (10), 1997, for sRGB.
 */
#ifndef FG_TESTS_UNIT_UI_VISION_H
#define FG_TESTS_UNIT_UI_VISION_H

#include <stdint.h>

enum eye {
	EYE_USUAL,
	EYE_PROTAN,
	EYE_DEUTAN,
	EYE_TRITAN,
	EYE_TRITAN_PLANES, /* by Brettel and others */
	EYE_COUNT
};

struct lab {
	double l, a, b;
};

/**
 * The difference CIEDE2000 (Sharma, Wu, Dalal: "The CIEDE2000 Color-Difference
 * Formula", 2005): about 1 is just seen side by side.
 */
double vision_lab_difference(struct lab a, struct lab b);

/** The same of two colours as @eye sees them. */
double vision_difference(int32_t a, int32_t b, enum eye eye);

/** The contrast of two colours as of WCAG 2.2: 1 to 21. */
double vision_contrast(int32_t a, int32_t b);

#endif
