// Colors as CSS writes them (Color 3 and 4), as far as drawings have them -> sRGB.
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/svg.h"
#include "image/svg_plain.h"

static const struct name {
    const char *name;
    unsigned rgb;
} names[] = {
    {"aliceblue", 0xf0f8ff},
    {"antiquewhite", 0xfaebd7},
    {"aqua", 0x00ffff},
    {"aquamarine", 0x7fffd4},
    {"azure", 0xf0ffff},
    {"beige", 0xf5f5dc},
    {"bisque", 0xffe4c4},
    {"black", 0x000000},
    {"blanchedalmond", 0xffebcd},
    {"blue", 0x0000ff},
    {"blueviolet", 0x8a2be2},
    {"brown", 0xa52a2a},
    {"burlywood", 0xdeb887},
    {"cadetblue", 0x5f9ea0},
    {"chartreuse", 0x7fff00},
    {"chocolate", 0xd2691e},
    {"coral", 0xff7f50},
    {"cornflowerblue", 0x6495ed},
    {"cornsilk", 0xfff8dc},
    {"crimson", 0xdc143c},
    {"cyan", 0x00ffff},
    {"darkblue", 0x00008b},
    {"darkcyan", 0x008b8b},
    {"darkgoldenrod", 0xb8860b},
    {"darkgray", 0xa9a9a9},
    {"darkgreen", 0x006400},
    {"darkgrey", 0xa9a9a9},
    {"darkkhaki", 0xbdb76b},
    {"darkmagenta", 0x8b008b},
    {"darkolivegreen", 0x556b2f},
    {"darkorange", 0xff8c00},
    {"darkorchid", 0x9932cc},
    {"darkred", 0x8b0000},
    {"darksalmon", 0xe9967a},
    {"darkseagreen", 0x8fbc8f},
    {"darkslateblue", 0x483d8b},
    {"darkslategray", 0x2f4f4f},
    {"darkslategrey", 0x2f4f4f},
    {"darkturquoise", 0x00ced1},
    {"darkviolet", 0x9400d3},
    {"deeppink", 0xff1493},
    {"deepskyblue", 0x00bfff},
    {"dimgray", 0x696969},
    {"dimgrey", 0x696969},
    {"dodgerblue", 0x1e90ff},
    {"firebrick", 0xb22222},
    {"floralwhite", 0xfffaf0},
    {"forestgreen", 0x228b22},
    {"fuchsia", 0xff00ff},
    {"gainsboro", 0xdcdcdc},
    {"ghostwhite", 0xf8f8ff},
    {"gold", 0xffd700},
    {"goldenrod", 0xdaa520},
    {"gray", 0x808080},
    {"green", 0x008000},
    {"greenyellow", 0xadff2f},
    {"grey", 0x808080},
    {"honeydew", 0xf0fff0},
    {"hotpink", 0xff69b4},
    {"indianred", 0xcd5c5c},
    {"indigo", 0x4b0082},
    {"ivory", 0xfffff0},
    {"khaki", 0xf0e68c},
    {"lavender", 0xe6e6fa},
    {"lavenderblush", 0xfff0f5},
    {"lawngreen", 0x7cfc00},
    {"lemonchiffon", 0xfffacd},
    {"lightblue", 0xadd8e6},
    {"lightcoral", 0xf08080},
    {"lightcyan", 0xe0ffff},
    {"lightgoldenrodyellow", 0xfafad2},
    {"lightgray", 0xd3d3d3},
    {"lightgreen", 0x90ee90},
    {"lightgrey", 0xd3d3d3},
    {"lightpink", 0xffb6c1},
    {"lightsalmon", 0xffa07a},
    {"lightseagreen", 0x20b2aa},
    {"lightskyblue", 0x87cefa},
    {"lightslategray", 0x778899},
    {"lightslategrey", 0x778899},
    {"lightsteelblue", 0xb0c4de},
    {"lightyellow", 0xffffe0},
    {"lime", 0x00ff00},
    {"limegreen", 0x32cd32},
    {"linen", 0xfaf0e6},
    {"magenta", 0xff00ff},
    {"maroon", 0x800000},
    {"mediumaquamarine", 0x66cdaa},
    {"mediumblue", 0x0000cd},
    {"mediumorchid", 0xba55d3},
    {"mediumpurple", 0x9370db},
    {"mediumseagreen", 0x3cb371},
    {"mediumslateblue", 0x7b68ee},
    {"mediumspringgreen", 0x00fa9a},
    {"mediumturquoise", 0x48d1cc},
    {"mediumvioletred", 0xc71585},
    {"midnightblue", 0x191970},
    {"mintcream", 0xf5fffa},
    {"mistyrose", 0xffe4e1},
    {"moccasin", 0xffe4b5},
    {"navajowhite", 0xffdead},
    {"navy", 0x000080},
    {"oldlace", 0xfdf5e6},
    {"olive", 0x808000},
    {"olivedrab", 0x6b8e23},
    {"orange", 0xffa500},
    {"orangered", 0xff4500},
    {"orchid", 0xda70d6},
    {"palegoldenrod", 0xeee8aa},
    {"palegreen", 0x98fb98},
    {"paleturquoise", 0xafeeee},
    {"palevioletred", 0xdb7093},
    {"papayawhip", 0xffefd5},
    {"peachpuff", 0xffdab9},
    {"peru", 0xcd853f},
    {"pink", 0xffc0cb},
    {"plum", 0xdda0dd},
    {"powderblue", 0xb0e0e6},
    {"purple", 0x800080},
    {"rebeccapurple", 0x663399},
    {"red", 0xff0000},
    {"rosybrown", 0xbc8f8f},
    {"royalblue", 0x4169e1},
    {"saddlebrown", 0x8b4513},
    {"salmon", 0xfa8072},
    {"sandybrown", 0xf4a460},
    {"seagreen", 0x2e8b57},
    {"seashell", 0xfff5ee},
    {"sienna", 0xa0522d},
    {"silver", 0xc0c0c0},
    {"skyblue", 0x87ceeb},
    {"slateblue", 0x6a5acd},
    {"slategray", 0x708090},
    {"slategrey", 0x708090},
    {"snow", 0xfffafa},
    {"springgreen", 0x00ff7f},
    {"steelblue", 0x4682b4},
    {"tan", 0xd2b48c},
    {"teal", 0x008080},
    {"thistle", 0xd8bfd8},
    {"tomato", 0xff6347},
    {"turquoise", 0x40e0d0},
    {"violet", 0xee82ee},
    {"wheat", 0xf5deb3},
    {"white", 0xffffff},
    {"whitesmoke", 0xf5f5f5},
    {"yellow", 0xffff00},
    {"yellowgreen", 0x9acd32},
};

static int by_name(const void *a, const void *b)
{
    return strcmp(a, ((const struct name *)b)->name);
}

typedef struct color {
    double v[3], alpha; // from 0 to 1
} color;

static bool named(const char *word, color *out)
{
    const struct name *found = bsearch(word, names, sizeof names / sizeof *names, sizeof *names, by_name);
    for (int i = 0; found != NULL && i < 3; i++)
        out->v[i] = (found->rgb >> (16 - 8 * i) & 255) / 255.0;
    return found != NULL;
}

// #rgb, #rgba, #rrggbb, #rrggbbaa.
static bool hex(const char *digits, color *out)
{
    size_t n = strlen(digits), each = n < 6 ? 1 : 2;
    double v[4] = {0, 0, 0, 1};
    if ((n != 3 && n != 4 && n != 6 && n != 8) || strspn(digits, "0123456789abcdef") != n)
        return false;
    for (size_t i = 0; i * each < n; i++) {
        const char two[] = {digits[i * each], digits[i * each + each - 1], '\0'};
        v[i] = (double)strtol(two, NULL, 16) / 255;
    }
    *out = (color){{v[0], v[1], v[2]}, v[3]};
    return true;
}

enum { PARTS = 4 };

typedef struct parts { // of a function: numbers, each with its unit
    double v[PARTS];
    char unit[PARTS]; // '%', 'd'egrees, 't'urns, 'r'adians, 'n'one said; else 0
    size_t n;
} parts;

static bool read_part(const char **p, parts *out)
{
    size_t i = out->n;
    if (strncmp(*p, "none", 4) == 0) {
        *p += 4;
        out->v[i] = 0;
    } else if (dgs_svg_read_number(p, &out->v[i]) != NULL) {
        return false;
    }
    out->unit[i] = **p == '%' ? '%' : (char)(strncmp(*p, "turn", 4) == 0 ? 't' : strncmp(*p, "rad", 3) == 0 ? 'r' : 0);
    while (**p == '%' || isalpha((unsigned char)**p))
        (*p)++;
    out->n++;
    return true;
}

static bool read_parts(const char *p, parts *out)
{
    *out = (parts){0};
    for (;;) {
        while (*p == ' ' || *p == ',' || *p == '/' || *p == '\t' || *p == '\n')
            p++;
        if (*p == ')' || *p == '\0')
            return out->n >= 3;
        if (out->n == PARTS || !read_part(&p, out))
            return false;
    }
}

static double share(const parts *from, size_t i, double whole)
{
    double v = from->unit[i] == '%' ? from->v[i] / 100 : from->v[i] / whole;
    return fmin(1, fmax(0, v));
}

static double alpha_of(const parts *from)
{
    return from->n < PARTS ? 1 : share(from, 3, 1);
}

// Color 3, 4.2.4: hue in turns.
static double hue_channel(double low, double high, double hue)
{
    hue -= floor(hue);
    if (hue * 6 < 1)
        return low + (high - low) * hue * 6;
    if (hue * 2 < 1)
        return high;
    return hue * 3 < 2 ? low + (high - low) * (2.0 / 3 - hue) * 6 : low;
}

static color from_hsl(const parts *from)
{
    double turn = from->unit[0] == 't' ? 1 : from->unit[0] == 'r' ? 2 * acos(-1) : 360;
    double h = from->v[0] / turn, s = share(from, 1, 100), l = share(from, 2, 100);
    double high = l <= 0.5 ? l * (s + 1) : l + s - l * s, low = 2 * l - high;
    return (color){
        {hue_channel(low, high, h + 1.0 / 3), hue_channel(low, high, h), hue_channel(low, high, h - 1.0 / 3)},
        alpha_of(from)};
}

static double light(double v)
{
    return v <= 0.04045 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4);
}

static double channel(double v)
{
    v = fmin(1, fmax(0, v));
    return v <= 0.0031308 ? 12.92 * v : 1.055 * pow(v, 1 / 2.4) - 0.055;
}

// Display P3 has sRGB's white and curve; what lies outside of sRGB is cut off, as a browser on such a screen does.
static color from_p3(const color *p3)
{
    static const double m[3][3] = {
        {1.2249401, -0.2249402, 0}, {-0.0420569, 1.0420571, 0}, {-0.0196376, -0.0786361, 1.0982735}};
    color out = {.alpha = p3->alpha};
    for (int i = 0; i < 3; i++)
        out.v[i] = channel(m[i][0] * light(p3->v[0]) + m[i][1] * light(p3->v[1]) + m[i][2] * light(p3->v[2]));
    return out;
}

static bool of_space(const char *text, color *out)
{
    parts p;
    bool p3 = strncmp(text, "display-p3 ", 11) == 0, srgb = strncmp(text, "srgb ", 5) == 0;
    if ((!p3 && !srgb) || !read_parts(strchr(text, ' '), &p))
        return false;
    color plain = {{share(&p, 0, 1), share(&p, 1, 1), share(&p, 2, 1)}, alpha_of(&p)};
    *out = p3 ? from_p3(&plain) : plain;
    return true;
}

static bool of_function(const char *text, color *out)
{
    parts p;
    const char *open = strchr(text, '(');
    if (strncmp(text, "color(", 6) == 0)
        return of_space(text + 6, out);
    if (!read_parts(open + 1, &p))
        return false;
    if (strncmp(text, "hsl", 3) == 0) {
        *out = from_hsl(&p);
        return true;
    }
    *out = (color){{share(&p, 0, 255), share(&p, 1, 255), share(&p, 2, 255)}, alpha_of(&p)};
    return strncmp(text, "rgb", 3) == 0;
}

bool dgs_svg_color(dgs_str text, char out[8], double *alpha)
{
    char word[128];
    color c = {.alpha = 1};
    text = dgs_str_trim(text);
    if (text.n == 0 || text.n >= sizeof word)
        return false;
    for (size_t i = 0; i < text.n; i++)
        word[i] = (char)tolower((unsigned char)text.p[i]);
    word[text.n] = '\0';
    bool good = word[0] == '#'                     ? hex(word + 1, &c)
                : strchr(word, '(') != NULL        ? of_function(word, &c)
                : strcmp(word, "transparent") == 0 ? (c.alpha = 0, true)
                                                   : named(word, &c);
    if (!good)
        return false;
    (void)snprintf(out, 8, "#%02x%02x%02x", (unsigned)lround(c.v[0] * 255) & 255, (unsigned)lround(c.v[1] * 255) & 255,
                   (unsigned)lround(c.v[2] * 255) & 255);
    *alpha = c.alpha;
    return true;
}
