// sRGB colours as light: luminance, contrast, and the grey of a colour. Knows nothing of pages or pictures.
#ifndef DGS_BASE_COLOR_H
#define DGS_BASE_COLOR_H
#include <stdbool.h>

#include "base/geometry.h"

bool dgs_color_same(dgs_color a, dgs_color b);

// A channel as linear light, 0 to 1, and back, rounded and held to the range (IEC 61966-2-1:1999).
double dgs_color_linear(uint8_t channel);
uint8_t dgs_color_channel(double linear);

// Relative luminance, 0 to 1 (WCAG 2.1): 0.2126 R + 0.7152 G + 0.0722 B of linear light, as ITU-R BT.709 weighs them.
double dgs_color_luminance(dgs_color color);

// The contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio").
double dgs_contrast(dgs_color a, dgs_color b);

// The grey of the same luminance, so that colours keep the contrast they have to each other.
dgs_color dgs_color_gray(dgs_color color);
#endif
