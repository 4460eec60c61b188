#include "unit/ui/vision.h"

#include <math.h>

#define PI 3.14159265358979323846

struct linear {
	double v[3]; /* red, green, blue: 0 to 1 */
};

struct matrix {
	double v[3][3];
};

static const struct matrix machado[EYE_COUNT] = {
	[EYE_USUAL] = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	[EYE_PROTAN] = {{{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998}}},
	[EYE_DEUTAN] = {{{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881}}},
	[EYE_TRITAN] = {{{1.255528, -0.076749, -0.178779},
		{-0.078411, 0.930809, 0.147602},
		{0.004733, 0.691367, 0.303900}}},
};

/* One for each side of the plane that neutral colours lie in. */
static const struct matrix brettel[2] = {
	{{{1.01277, 0.13548, -0.14826}, {-0.01243, 0.86812, 0.14431},
		{0.07589, 0.80500, 0.11911}}},
	{{{0.93678, 0.18979, -0.12657}, {0.06154, 0.81526, 0.12320},
		{-0.37562, 1.12767, 0.24796}}},
};
static const double plane[3] = {0.03901, -0.02788, -0.01113};

static struct linear
linear_of(int32_t rgb)
{
	struct linear out;

	for (int i = 0; i < 3; i++) {
		double v = (rgb >> (16 - 8 * i) & 255) / 255.0;

		out.v[i] = v <= 0.04045 ? v / 12.92 :
			pow((v + 0.055) / 1.055, 2.4);
	}
	return out;
}

static double
dot(const double a[3], const double b[3])
{
	return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

static struct linear
times(const struct matrix *m, struct linear c)
{
	struct linear out;

	for (int i = 0; i < 3; i++)
		out.v[i] = fmin(1, fmax(0, dot(m->v[i], c.v)));
	return out;
}

static struct linear
seen(struct linear c, enum eye eye)
{
	if (eye == EYE_TRITAN_PLANES)
		return times(&brettel[dot(plane, c.v) < 0], c);
	return times(&machado[eye], c);
}

static double
lab_part(double t)
{
	return t > 216.0 / 24389 ? cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

/* With the white of sRGB, D65. */
static struct lab
lab_of(struct linear c)
{
	static const struct matrix xyz = {{
		{0.4124564, 0.3575761, 0.1804375},
		{0.2126729, 0.7151522, 0.0721750},
		{0.0193339, 0.1191920, 0.9503041},
	}};
	double x = lab_part(dot(xyz.v[0], c.v) / 0.95047);
	double y = lab_part(dot(xyz.v[1], c.v));
	double z = lab_part(dot(xyz.v[2], c.v) / 1.08883);

	return (struct lab){116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

static double
wave(double degrees)
{
	return cos(degrees * PI / 180);
}

static double
hue(double a, double b)
{
	double h = atan2(b, a) * 180 / PI;

	return h < 0 ? h + 360 : h;
}

static double
seventh(double c)
{
	return sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7)));
}

/* Lightness, chroma and hue, as the formula wants them. */
struct lch {
	double l, c, h;
};

static struct lch
lch_of(struct lab x, double mean)
{
	double a = x.a * (1 + 0.5 * (1 - seventh(mean)));

	return (struct lch){x.l, hypot(a, x.b), hue(a, x.b)};
}

static double
hue_step(struct lch a, struct lch b)
{
	double d = b.h - a.h;

	if (a.c * b.c == 0)
		return 0;
	return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

static double
hue_mean(struct lch a, struct lch b)
{
	double sum = a.h + b.h;

	if (a.c * b.c == 0)
		return sum;
	if (fabs(a.h - b.h) <= 180)
		return sum / 2;
	return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}

double
vision_lab_difference(struct lab a, struct lab b)
{
	double mean = (hypot(a.a, a.b) + hypot(b.a, b.b)) / 2;
	struct lch p = lch_of(a, mean), q = lch_of(b, mean);
	double l = (p.l + q.l) / 2 - 50, c = (p.c + q.c) / 2;
	double h = hue_mean(p, q);
	double t = 1 - 0.17 * wave(h - 30) + 0.24 * wave(2 * h) +
		0.32 * wave(3 * h + 6) - 0.20 * wave(4 * h - 63);
	double turn = 60 * exp(-pow((h - 275) / 25, 2));
	double dl = (q.l - p.l) / (1 + 0.015 * l * l / sqrt(20 + l * l));
	double dc = (q.c - p.c) / (1 + 0.045 * c);
	double dh = 2 * sqrt(p.c * q.c) * sin(hue_step(p, q) * PI / 360) /
		(1 + 0.015 * c * t);

	return sqrt(dl * dl + dc * dc + dh * dh -
		2 * seventh(c) * sin(turn * PI / 180) * dc * dh);
}

double
vision_difference(int32_t a, int32_t b, enum eye eye)
{
	return vision_lab_difference(lab_of(seen(linear_of(a), eye)),
		lab_of(seen(linear_of(b), eye)));
}

double
vision_contrast(int32_t a, int32_t b)
{
	static const double light[3] = {0.2126, 0.7152, 0.0722};
	double x = dot(light, linear_of(a).v) + 0.05;
	double y = dot(light, linear_of(b).v) + 0.05;

	return x > y ? x / y : y / x;
}
