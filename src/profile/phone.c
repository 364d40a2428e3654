// Telephone numbers -> tel: URLs (RFC 3966).
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "profile/url.h"

enum {
    LEAST = 3,     // digits that a number has: 112
    WHOLE = 7,     // that a number has without an area code
    NATIONAL = 13, // at most, with an area code and what is dialled before it
    WORLD = 15,    // at most, with a country's code (ITU-T E.164)
    EXTENSION = 12
};

typedef struct asker { // who is told what is wrong
    const char *what, *typed;
    dgs_err *err;
} asker;

static bool refuse(const asker *to, const char *advice)
{
    return dgs_fail(to->err, DGS_ERR_DATA, "%s '%.120s' %s", to->what, to->typed, advice);
}

// Moves past "x", "ext", "ext." or "extension" and what stands between it and the digits; 0 when none is there.
static size_t extension_mark(const char *s)
{
    static const char *const marks[] = {"extension", "ext.", "ext:", "ext", "x.", "x", "#"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]), blanks = strspn(s + n * (strncasecmp(s, marks[i], n) == 0), " ");
        if (strncasecmp(s, marks[i], n) == 0 && isdigit((unsigned char)s[n + blanks]))
            return n + blanks;
    }
    return 0;
}

// The length of a mark that may stand between the digits of a number: blanks of all kinds and dashes too.
static size_t phone_mark(const char *s)
{
    dgs_str rest = dgs_str_of(s);
    int32_t cp = dgs_utf8_next(&rest);
    bool mark = cp >= 0x80 ? dgs_utf8_blank(cp) || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 || cp == 0xb7
                           : cp > 0 && strchr(" -().,/", cp) != NULL;
    return mark ? (size_t)(rest.p - s) : 0;
}

// The digit that a letter stands for on the keys of a telephone (ITU-T E.161).
static char key_of(char letter)
{
    static const char keys[] = "22233344455566677778889999";
    return keys[tolower((unsigned char)letter) - 'a'];
}

// Whether the rest of a number is a word to be dialled, all of one case: 1-800-MASSAGE, 503-555-HAIR, 0800 MASSAGE. Ten
// digits in all, or eleven where the first one is 1 or 0; what is longer behind a 1 is not dialled. Else "555-0142
// cell" would be one.
static bool is_word(const char *rest, size_t digits, char first)
{
    size_t all = digits;
    bool upper = isupper((unsigned char)rest[0]) != 0;
    for (; *rest != '\0'; rest++) {
        bool letter = isalpha((unsigned char)*rest) != 0;
        if (letter ? upper != (isupper((unsigned char)*rest) != 0)
                   : !isdigit((unsigned char)*rest) && *rest != '-' && *rest != ' ')
            return false;
        all += letter || isdigit((unsigned char)*rest);
    }
    bool long_first = first == '1' || first == '0';
    if (!long_first)
        return digits >= LEAST && all == 10;
    return digits > LEAST && digits <= WHOLE && (all == 11 || (first == '1' && digits == LEAST + 1 && all > 11));
}

static const char *add_word(dgs_buf *buf, const char *s, size_t *digits)
{
    for (; *s != '\0'; s++)
        if (isalnum((unsigned char)*s) && *digits < 11) {
            dgs_buf_addc(buf, isdigit((unsigned char)*s) ? *s : key_of(*s));
            ++*digits;
        }
    return s;
}

// Appends the digits; *rest is where they end. The "(0)" of "+44 (0)20 ..." is not dialled from abroad.
static size_t add_digits(dgs_buf *buf, const char *s, const char **rest)
{
    size_t digits = 0;
    bool abroad = *s == '+';
    char first = '\0';
    if (abroad)
        dgs_buf_addc(buf, *s++);
    while (*s != '\0') {
        size_t mark = phone_mark(s);
        if (abroad && strncmp(s, "(0)", 3) == 0)
            mark = 3;
        if (mark == 0 && isalpha((unsigned char)*s) && extension_mark(s) == 0 && is_word(s, digits, first))
            s = add_word(buf, s, &digits);
        if (mark == 0 && !isdigit((unsigned char)*s))
            break;
        if (mark == 0) {
            first = digits == 0 ? *s : first;
            dgs_buf_addc(buf, *s);
            digits++;
        }
        s += mark == 0 ? 1 : mark;
    }
    *rest = s;
    return digits;
}

// A word between two numbers: "or", between blanks.
static size_t joining_word(const char *s)
{
    static const char *const words[] = {" or ", " and ", " oder ", " und ", " ou ", " et ", " o ", " y "};
    for (size_t i = 0; *s == ' ' && i < sizeof words / sizeof *words; i++)
        if (strncasecmp(s, words[i], strlen(words[i])) == 0)
            return strlen(words[i]);
    return 0;
}

static bool begins_number(const char *s)
{
    s += strspn(s, " ");
    return isdigit((unsigned char)*s) || *s == '(' || *s == '+';
}

// Where a second number begins, and where the first one ends; NULL where there is one alone. A slash or comma parts two
// only behind a whole number: "030 / 123 45 67" is one.
static const char *second_number(const char *s, const char **end)
{
    size_t digits = 0;
    for (; *s != '\0'; s++) {
        size_t word = digits >= LEAST ? joining_word(s) : 0;
        *end = s;
        if (word > 0 || (digits >= LEAST && strchr(";|&", *s) != NULL) ||
            (digits >= WHOLE && strchr("/,", *s) != NULL && begins_number(s + 1)))
            return s + (word > 0 ? word : 1);
        if (digits >= WHOLE && (*s == '+' || (*s == '(' && isdigit((unsigned char)s[1]) && strncmp(s, "(0)", 3) != 0)))
            return s;
        digits += isdigit((unsigned char)*s) != 0;
    }
    *end = s;
    return NULL;
}

// "5.03555E+09" and "5035550142.0": what a spreadsheet or another program makes of a long number that it takes for one.
static bool is_reckoned(const char *s)
{
    size_t n = strspn(s, "0123456789"), all = strspn(s, "0123456789.,");
    if (n >= WHOLE && strcmp(s + n, ".0") == 0)
        return true;
    bool sign = s[all] != '\0' && (s[all + 1] == '+' || s[all + 1] == '-');
    return all > 0 && (s[all] == 'E' || s[all] == 'e') && isdigit((unsigned char)s[all + 1 + sign]);
}

static bool count_is_good(const asker *to, const char *typed, size_t digits)
{
    bool abroad = typed[0] == '+' || strncmp(typed, "00", 2) == 0 || strncmp(typed, "011", 3) == 0;
    size_t most = abroad ? WORLD + (typed[0] == '0' ? LEAST : 0) : NATIONAL;
    if (digits < LEAST)
        return refuse(to, "is too short: write the whole phone number");
    return digits <= most ||
           refuse(to, "has more digits than any phone number: write one number, or put \"or\" between two");
}

static bool read_one(const asker *to, const char *typed, dgs_buf *buf)
{
    const char *rest;
    dgs_buf_adds(buf, "tel:");
    size_t digits = add_digits(buf, typed, &rest), mark = digits > 0 ? extension_mark(rest) : 0;
    if (mark > 0) {
        size_t n = strspn(rest + mark, "0123456789");
        dgs_buf_adds(buf, ";ext=");
        dgs_buf_add(buf, rest + mark, n);
        rest = n <= EXTENSION ? rest + mark + n : rest;
    }
    if (rest[strspn(rest, " ")] != '\0')
        return refuse(
            to,
            "has a character that is invalid in a phone number: write it like (503) 555-0142 or +1 503 555 0142 x12");
    return count_is_good(to, typed, digits);
}

// The last digits of a number like the one before: "555-0142 / 43".
static bool is_short_form(const char *s)
{
    size_t n = strspn(s, "0123456789");
    return n > 0 && n < LEAST && s[n] == '\0';
}

bool dgs_url_phone(dgs_arena *arena, const char *what, const char *typed, const char **url, dgs_err *err)
{
    const asker to = {what, typed, err};
    size_t numbers = 0;
    *url = NULL;
    if (is_reckoned(typed))
        return refuse(&to, "was changed by a spreadsheet: format the cell as text, and type the number again");
    for (const char *s = typed, *end; s != NULL; numbers++) {
        dgs_buf buf = {.arena = arena};
        const char *next = second_number(s, &end);
        const char *one = dgs_str_copy(arena, dgs_str_trim((dgs_str){s, (size_t)(end - s)}));
        if (one == NULL)
            return dgs_fail_memory(err);
        if ((numbers == 0 || !is_short_form(one)) && !read_one(&to, one, &buf))
            return false;
        if (buf.failed)
            return dgs_fail_memory(err);
        *url = numbers == 0 ? buf.p : NULL;
        s = next;
    }
    return true;
}
