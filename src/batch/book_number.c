// Numbers of a workbook as their formats show them.
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "batch/book_inner.h"

enum { DIGITS_MAX = 15, PLACES_MAX = 64 }; // a double keeps 15 digits, and so does Excel

typedef struct piece { // of a format: a sign as it is, or the place of a digit
    char text[5];      // UTF-8
    bool digit, shown; // a place; where it is '0', it shows a 0 that the number has not
} piece;

typedef struct pattern {
    piece pieces[PLACES_MAX];
    size_t n, places, point; // places of digits; those after the decimal point
    bool has_point, thousands, percent;
} pattern;

// The part of the format that is for this number: up to three with semicolons between, for those above 0, below, and 0,
// or for those that a condition in brackets takes: "[<=9999999]###-####;(###) ###-####".
static bool condition(const char *s, double value)
{
    double limit = strtod(s + 2 + (s[2] == '=' || s[2] == '>'), NULL);
    if (s[1] == '<')
        return s[2] == '=' ? value <= limit : s[2] == '>' ? value != limit : value < limit;
    return s[1] == '>' ? (s[2] == '=' ? value >= limit : value > limit) : value == limit;
}

static const char *next_section(const char *s)
{
    for (bool quoted = false; *s != '\0'; s++) {
        quoted ^= *s == '"';
        if (*s == '\\' && s[1] != '\0')
            s++;
        else if (*s == ';' && !quoted)
            return s + 1;
    }
    return NULL;
}

static const char *section_of(const char *format, double *value)
{
    const char *second = next_section(format), *third = second == NULL ? NULL : next_section(second);
    if (format[0] == '[' && strchr("<>=", format[1]) != NULL)
        return second == NULL || condition(format, *value) ? format : second;
    if (*value < 0 && second != NULL) {
        *value = -*value;
        return second;
    }
    return *value == 0 && third != NULL ? third : format;
}

static void add_sign(pattern *p, const char *s, size_t n)
{
    if (p->n == PLACES_MAX || n >= sizeof p->pieces->text)
        return;
    memcpy(p->pieces[p->n].text, s, n);
    p->pieces[p->n++].text[n] = '\0';
}

static size_t character(const char *s)
{
    size_t n = *s == '\0' ? 0 : 1;
    while (n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80)
        n++;
    return n;
}

// "[$-409]" and "[Red]" show nothing; "[$€-407]" shows the sign of a currency.
static const char *read_bracket(pattern *p, const char *s)
{
    const char *end = strchr(s, ']');
    if (end == NULL)
        return NULL;
    if (s[1] == '$')
        for (s += 2; *s != '-' && s < end; s += character(s))
            add_sign(p, s, character(s));
    return end + 1;
}

static const char *read_quoted(pattern *p, const char *s)
{
    for (s++; *s != '"'; s += character(s)) {
        if (*s == '\0')
            return NULL;
        add_sign(p, s, character(s));
    }
    return s + 1;
}

static bool add_place(pattern *p, char c)
{
    if (p->n == PLACES_MAX)
        return false;
    p->pieces[p->n++] = (piece){.digit = true, .shown = c == '0'};
    p->places++;
    p->point += p->has_point;
    return true;
}

// The next part of a format; NULL where it is one that is not read.
static const char *read_part(pattern *p, const char *s)
{
    if (strchr("0#?", *s) != NULL)
        return add_place(p, *s) ? s + 1 : NULL;
    if (*s == '.' && !p->has_point) {
        p->has_point = true;
        add_sign(p, s, 1);
        return s + 1;
    }
    if (*s == ',') {
        p->thousands = true;
        return s + 1;
    }
    if (*s == '"')
        return read_quoted(p, s);
    if (*s == '[')
        return read_bracket(p, s);
    if (*s == '\\' || *s == '_' || *s == '*') { // a sign as it is; a blank as wide as it; it, to fill the cell
        size_t n = character(s + 1);
        if (*s == '\\')
            add_sign(p, s + 1, n);
        return s + 1 + n;
    }
    p->percent |= *s == '%';
    if (isalpha((unsigned char)*s) || *s == '@') // dates, exponents
        return NULL;
    add_sign(p, s, character(s));
    return s + character(s);
}

// The digits fill the places from the right; those that are more come before the first one.
static void show(const pattern *p, const char *digits, dgs_buf *to)
{
    size_t n = strlen(digits), place = p->places;
    for (size_t i = 0; i < p->n; i++) {
        const piece *at = &p->pieces[i];
        if (!at->digit) {
            dgs_buf_adds(to, at->text);
            continue;
        }
        for (; place == p->places && n > place; n--)
            dgs_buf_addc(to, *digits++);
        if (place > n) {
            dgs_buf_adds(to, at->shown ? "0" : "");
        } else {
            dgs_buf_addc(to, *digits++);
            n--;
        }
        place--;
    }
}

// "#,##0.00 €": the digits in groups of three, and the signs before and after them.
static void show_grouped(const pattern *p, const char *digits, dgs_buf *to)
{
    size_t n = strlen(digits), first = 0, last = 0;
    for (size_t i = p->n; i-- > 0;)
        first = p->pieces[i].digit ? i : first;
    for (size_t i = 0; i < p->n; i++)
        last = p->pieces[i].digit ? i : last;
    for (size_t i = 0; i < first; i++)
        dgs_buf_adds(to, p->pieces[i].text);
    size_t whole = n > p->point ? n - p->point : 0;
    dgs_buf_adds(to, whole == 0 ? "0" : "");
    for (size_t left = whole; left > 0; left--) {
        dgs_buf_addc(to, *digits++);
        if (left > 1 && left % 3 == 1)
            dgs_buf_addc(to, ',');
    }
    dgs_buf_adds(to, p->point > 0 ? "." : "");
    for (size_t i = p->point; i > 0; i--)
        dgs_buf_addc(to, i > n - whole ? '0' : *digits++);
    for (size_t i = last + 1; i < p->n; i++)
        dgs_buf_adds(to, p->pieces[i].text);
}

static bool show_general(double value, dgs_buf *to)
{
    char text[40];
    bool whole = value == floor(value) && fabs(value) < 1e15;
    (void)snprintf(text, sizeof text, whole ? "%.0f" : "%.10g", value);
    dgs_buf_adds(to, text);
    return !to->failed && (whole || strchr(text, 'e') == NULL);
}

bool dgs_book_number(const char *format, double value, dgs_buf *to)
{
    pattern p = {.n = 0};
    char digits[DIGITS_MAX + 8];
    if (strcasecmp(format, "General") == 0 || strcmp(format, "@") == 0)
        return show_general(value, to);
    const char *s = section_of(format, &value), *end = next_section(s);
    while (s != NULL && *s != '\0' && s + 1 != end)
        s = read_part(&p, s);
    if (s == NULL || p.places == 0 || p.point > 6)
        return false;
    double scaled = fabs(value) * pow(10, (double)p.point) * (p.percent ? 100 : 1);
    if (!(scaled < 1e15))
        return false;
    (void)snprintf(digits, sizeof digits, "%.0f", scaled);
    if (value < 0)
        dgs_buf_addc(to, '-');
    (p.thousands ? show_grouped : show)(&p, strcmp(digits, "0") == 0 ? "" : digits, to);
    return !to->failed;
}
