#include "base/color.h"

#include <math.h>

bool dgs_color_same(dgs_color a, dgs_color b)
{
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

bool dgs_color_same_role(dgs_color a, dgs_color b)
{
    return a.role == b.role && (a.role != DGS_ROLE_OWN || dgs_color_same(a, b));
}

bool dgs_color_is_gray(dgs_color color)
{
    return color.r == color.g && color.g == color.b;
}

uint8_t dgs_color_channel(double linear)
{
    double v = fmin(1, fmax(0, linear));
    double s = v <= 0.0031308 ? v * 12.92 : 1.055 * pow(v, 1 / 2.4) - 0.055;
    return (uint8_t)lround(s * 255);
}

// WCAG's threshold 0.03928 is a misprint of 0.04045, without effect on 8-bit values.
double dgs_color_luminance(dgs_color color)
{
    return 0.2126 * dgs_color_linear(color.r) + 0.7152 * dgs_color_linear(color.g) + 0.0722 * dgs_color_linear(color.b);
}

double dgs_contrast_of_light(double a, double b)
{
    return (fmax(a, b) + 0.05) / (fmin(a, b) + 0.05);
}

double dgs_contrast(dgs_color a, dgs_color b)
{
    return dgs_contrast_of_light(dgs_color_luminance(a), dgs_color_luminance(b));
}

dgs_color dgs_color_gray(dgs_color color)
{
    uint8_t v = dgs_color_channel(dgs_color_luminance(color));
    return (dgs_color){v, v, v};
}
