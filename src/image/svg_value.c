#include <math.h>
#include <string.h>

#include "base/color.h"
#include "image/svg.h"

static bool space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

void dgs_svg_skip_space(const char **p)
{
    while (space(**p))
        (*p)++;
}

bool dgs_svg_skip_comma(const char **p)
{
    dgs_svg_skip_space(p);
    if (**p != ',')
        return false;
    (*p)++;
    dgs_svg_skip_space(p);
    return true;
}

bool dgs_svg_at_number(const char *p)
{
    if (*p == '+' || *p == '-')
        p++;
    return digit(p[0]) || (p[0] == '.' && digit(p[1]));
}

// The digits of a number as a whole number; *exponent tells by which power of ten it is too large. Digits beyond those
// that fit are beyond the precision of a double too.
static double read_digits(const char **p, int *exponent)
{
    uint64_t mantissa = 0;
    int scale = 0;
    bool fraction = false;
    const char *s = *p;
    for (; digit(*s) || (*s == '.' && !fraction); s++) {
        if (*s == '.') {
            fraction = true;
            continue;
        }
        bool fits = mantissa <= (UINT64_MAX - 9) / 10;
        if (fits)
            mantissa = mantissa * 10 + (uint64_t)(*s - '0');
        if (fits == fraction && scale > -1000 && scale < 1000)
            scale += fits ? -1 : 1;
    }
    *p = s;
    *exponent = scale;
    return (double)mantissa;
}

static int read_exponent(const char **p)
{
    if (**p != 'e' && **p != 'E')
        return 0;
    const char *s = *p + 1;
    int sign = *s == '-' ? -1 : 1, value = 0;
    if (*s == '-' || *s == '+')
        s++;
    if (!digit(*s)) // "2em" has a unit and no exponent
        return 0;
    for (; digit(*s); s++)
        value = value < 1000 ? value * 10 + (*s - '0') : value;
    *p = s;
    return sign * value;
}

const char *dgs_svg_read_number(const char **p, double *out)
{
    if (!dgs_svg_at_number(*p))
        return "a number is missing";
    bool negative = **p == '-';
    if (**p == '-' || **p == '+')
        (*p)++;
    int scale = 0;
    double v = read_digits(p, &scale);
    scale += read_exponent(p);
    if (v != 0 && scale < 0)
        v = scale < -300 ? 0 : v / pow(10, -scale);
    else if (v != 0 && scale > 0)
        v = scale > 300 ? HUGE_VAL : v * pow(10, scale);
    if (v > DGS_SVG_NUMBER_MAX)
        return "a number is beyond 1000000";
    *out = negative ? -v : v;
    return NULL;
}

const char *dgs_svg_read_numbers(const char *text, double *out, size_t most, size_t *count)
{
    const char *problem = NULL, *p = text;
    bool comma = false;
    *count = 0;
    dgs_svg_skip_space(&p);
    while (problem == NULL && (*p != '\0' || comma || *count == 0)) {
        if (*count == most)
            return "there are too many numbers or a unit: write plain numbers";
        problem = dgs_svg_read_number(&p, &out[*count]);
        if (problem == NULL)
            (*count)++;
        if (*p != '\0' && *p != ',' && !space(*p) && !dgs_svg_at_number(p))
            return "it is not a plain number: write it without a unit";
        comma = dgs_svg_skip_comma(&p);
    }
    return problem;
}

static int hex(char c)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = c == '\0' ? NULL : strchr(digits, c);
    return at == NULL ? -1 : (int)(at - digits) % 16;
}

static bool read_hex_color(const char *text, dgs_color *out)
{
    size_t n = strlen(text);
    uint8_t v[3];
    if (n != 3 && n != 6)
        return false;
    for (size_t i = 0; i < 3; i++) {
        int high = hex(text[i * n / 3]), low = hex(text[i * n / 3 + n / 3 - 1]);
        if (high < 0 || low < 0)
            return false;
        v[i] = (uint8_t)(high * 16 + low);
    }
    *out = (dgs_color){v[0], v[1], v[2], DGS_ROLE_OWN};
    return true;
}

// The role that begins a paint as url(#dgs-NAME), after which *text is moved; else none.
static uint8_t read_role(const char **text)
{
    static const struct {
        const char *begin;
        dgs_role role;
    } roles[] = {{"url(#dgs-ink) ", DGS_ROLE_ART_INK},
                 {"url(#dgs-cloth) ", DGS_ROLE_ART_CLOTH},
                 {"url(#dgs-dark) ", DGS_ROLE_ART_DARK},
                 {"url(#dgs-ground) ", DGS_ROLE_ART_GROUND},
                 {"url(#dgs-object) ", DGS_ROLE_ART_OBJECT}};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        size_t n = strlen(roles[i].begin);
        if (strncmp(*text, roles[i].begin, n) != 0)
            continue;
        *text += n;
        return (uint8_t)roles[i].role;
    }
    return DGS_ROLE_OWN;
}

const char *dgs_svg_read_paint(const char *text, dgs_paint *out)
{
    uint8_t role = read_role(&text);
    static const struct {
        const char *word;
        dgs_paint paint;
    } words[] = {{"none", {DGS_PAINT_NONE, {0, 0, 0}}},
                 {"currentColor", {DGS_PAINT_CURRENT, {0, 0, 0}}},
                 {"black", {DGS_PAINT_COLOR, {0, 0, 0}}},
                 {"white", {DGS_PAINT_COLOR, {255, 255, 255}}}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (role == DGS_ROLE_OWN && strcmp(text, words[i].word) == 0) {
            *out = words[i].paint;
            return NULL;
        }
    *out = (dgs_paint){.kind = DGS_PAINT_COLOR};
    if (text[0] == '#' && read_hex_color(text + 1, &out->color)) {
        out->color.role = role;
        return NULL;
    }
    return "it is not a color: write #rrggbb, #rgb, none or currentColor";
}

static void multiply(dgs_svg_matrix *m, dgs_svg_matrix n)
{
    *m = (dgs_svg_matrix){m->a * n.a + m->c * n.b, m->b * n.a + m->d * n.b,        m->a * n.c + m->c * n.d,
                          m->b * n.c + m->d * n.d, m->a * n.e + m->c * n.f + m->e, m->b * n.e + m->d * n.f + m->f};
}

static double radians(double degrees)
{
    return degrees * acos(-1) / 180;
}

static dgs_svg_matrix matrix(const double *v, size_t n)
{
    (void)n;
    return (dgs_svg_matrix){v[0], v[1], v[2], v[3], v[4], v[5]};
}

static dgs_svg_matrix translate(const double *v, size_t n)
{
    return (dgs_svg_matrix){1, 0, 0, 1, v[0], n > 1 ? v[1] : 0};
}

static dgs_svg_matrix scale(const double *v, size_t n)
{
    return (dgs_svg_matrix){v[0], 0, 0, n > 1 ? v[1] : v[0], 0, 0};
}

static dgs_svg_matrix rotate(const double *v, size_t n)
{
    double c = cos(radians(v[0])), s = sin(radians(v[0])), x = n > 1 ? v[1] : 0, y = n > 1 ? v[2] : 0;
    return (dgs_svg_matrix){c, s, -s, c, x - c * x + s * y, y - s * x - c * y};
}

static dgs_svg_matrix skew_x(const double *v, size_t n)
{
    (void)n;
    return (dgs_svg_matrix){1, 0, tan(radians(v[0])), 1, 0, 0};
}

static dgs_svg_matrix skew_y(const double *v, size_t n)
{
    (void)n;
    return (dgs_svg_matrix){1, tan(radians(v[0])), 0, 1, 0, 0};
}

typedef struct transform {
    const char *name;
    size_t counts[2]; // how many numbers it may take
    dgs_svg_matrix (*make)(const double *v, size_t n);
} transform;

static const transform transforms[] = {
    {"matrix", {6, 6}, matrix}, {"translate", {1, 2}, translate}, {"scale", {1, 2}, scale},
    {"rotate", {1, 3}, rotate}, {"skewX", {1, 1}, skew_x},        {"skewY", {1, 1}, skew_y},
};

static const transform *transform_named(const char *name, size_t n)
{
    for (size_t i = 0; i < sizeof transforms / sizeof transforms[0]; i++)
        if (strlen(transforms[i].name) == n && memcmp(transforms[i].name, name, n) == 0)
            return &transforms[i];
    return NULL;
}

// One "name(numbers)" at *p.
static const char *read_one_transform(const char **p, dgs_svg_matrix *m)
{
    const char *open = strchr(*p, '('), *close = strchr(*p, ')');
    if (open == NULL || close == NULL || close < open)
        return "write it as translate(1 2) or the like";
    size_t n = (size_t)(open - *p);
    while (n > 0 && space((*p)[n - 1]))
        n--;
    const transform *t = transform_named(*p, n);
    if (t == NULL)
        return "it must be matrix, translate, scale, rotate, skewX or skewY";
    char numbers[256];
    size_t len = (size_t)(close - open - 1), count = 0;
    if (len >= sizeof numbers)
        return "its numbers are too long";
    memcpy(numbers, open + 1, len);
    numbers[len] = '\0';
    double v[6];
    const char *problem = dgs_svg_read_numbers(numbers, v, 6, &count);
    if (problem == NULL && count != t->counts[0] && count != t->counts[1])
        problem = "a transform has too many or too few numbers";
    if (problem == NULL)
        multiply(m, t->make(v, count));
    *p = close + 1;
    return problem;
}

const char *dgs_svg_read_transform(const char *text, dgs_svg_matrix *m)
{
    const char *problem = NULL, *p = text;
    dgs_svg_skip_space(&p);
    for (bool comma = false; problem == NULL && (*p != '\0' || comma);) {
        problem = read_one_transform(&p, m);
        comma = dgs_svg_skip_comma(&p);
    }
    if (problem != NULL)
        return problem;
    double det = m->a * m->d - m->b * m->c;
    if (!isfinite(det) || !isfinite(m->e) || !isfinite(m->f) || fabs(det) > 1e12)
        return "it makes things too large";
    return fabs(det) < 1e-12 ? "it makes things flat" : NULL;
}
