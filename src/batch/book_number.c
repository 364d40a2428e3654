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
    bool digit;        // a place: what it shows where the number has no digit is its text, a 0, a blank or nothing
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
    p->pieces[p->n++] = (piece){.digit = true, .text = {c == '0' ? '0' : c == '?' ? ' ' : '\0'}};
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
    if (*s == ',') { // behind the digits it would show thousands of them
        p->thousands = true;
        return s[1] != '\0' && strchr("0#?", s[1]) != NULL ? s + 1 : NULL;
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

static void add_digit(const pattern *p, const char *digit, size_t from_right, dgs_buf *to)
{
    dgs_buf_add(to, digit, *digit == '\0' ? 0 : 1);
    if (p->thousands && *digit != '\0' && from_right > 1 && from_right % 3 == 1)
        dgs_buf_addc(to, ',');
}

// The digits before the point fill their places from the right; those that are more come before the first one. Of those
// behind it zeros at the end show only where the format has a 0.
static void show(const pattern *p, const char *whole, const char *fraction, dgs_buf *to)
{
    size_t n = strlen(whole), places = p->places - p->point, place = places;
    for (size_t i = 0; i < p->n; i++) {
        const piece *at = &p->pieces[i];
        if (!at->digit) {
            dgs_buf_adds(to, at->text);
        } else if (place == 0) {
            const char *digit = fraction[strspn(fraction, "0")] == '\0' ? at->text : fraction;
            dgs_buf_add(to, digit, *digit == '\0' ? 0 : 1);
            fraction++;
        } else {
            for (; place == places && n > place; n--)
                add_digit(p, whole++, n, to);
            add_digit(p, n == place ? whole : at->text, place, to);
            whole += n == place;
            n -= n == place;
            place--;
        }
    }
}

static bool show_general(double value, dgs_buf *to)
{
    char text[40];
    bool whole = value == floor(value) && fabs(value) < 1e15;
    (void)snprintf(text, sizeof text, whole ? "%.0f" : "%.10g", value);
    dgs_buf_adds(to, text);
    return !to->failed && (whole || strchr(text, 'e') == NULL);
}

// Rounded as people do, a half up, of the 15 digits that the number has: 1.005 is 1.01.
static bool scale(double value, size_t places, char digits[DIGITS_MAX + 8])
{
    double scaled = fabs(value) * pow(10, (double)places);
    if (!(scaled < 1e15))
        return false;
    (void)snprintf(digits, DIGITS_MAX + 8, "%.*g", DIGITS_MAX, scaled);
    (void)snprintf(digits, DIGITS_MAX + 8, "%0*.0f", (int)places, round(strtod(digits, NULL)));
    return true;
}

bool dgs_book_number(const char *format, double value, dgs_buf *to)
{
    pattern p = {.n = 0};
    char digits[DIGITS_MAX + 8], whole[DIGITS_MAX + 8];
    if (strcasecmp(format, "General") == 0 || strcmp(format, "@") == 0)
        return show_general(value, to);
    if (strstr(format, "E+") != NULL && value == floor(value)) // a phone number that was shortened is the number
        return show_general(value, to);
    const char *s = section_of(format, &value), *end = next_section(s);
    while (s != NULL && *s != '\0' && s + 1 != end)
        s = read_part(&p, s);
    const size_t most = 6; // places behind the point
    if (s == NULL || p.places == p.point || p.point > most || !scale(p.percent ? value * 100 : value, p.point, digits))
        return false;
    size_t n = strlen(digits) - p.point;
    (void)snprintf(whole, sizeof whole, "%.*s", (int)n, digits);
    if (value < 0)
        dgs_buf_addc(to, '-');
    show(&p, strcmp(whole, "0") == 0 ? "" : whole, digits + n, to);
    return !to->failed;
}
