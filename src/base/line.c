#include "base/line.h"

#include <string.h>

#include "base/utf8.h"

static int32_t first_control(dgs_str text)
{
    int32_t control = dgs_utf8_control(text);
    if (control < 0 && text.n > 0 && memchr(text.p, '\t', text.n) != NULL)
        return '\t';
    if (control < 0 && text.n > 0 && memchr(text.p, '\n', text.n) != NULL)
        return '\n';
    return control < 0 && text.n > 0 && memchr(text.p, '\r', text.n) != NULL ? '\r' : control;
}

static bool check(const char *what, size_t most, dgs_str text, dgs_err *err)
{
    size_t bad = dgs_utf8_check(text);
    if (bad < text.n)
        return dgs_fail(err, DGS_ERR_DATA, "%s is not valid UTF-8 at byte %zu: type it in a UTF-8 terminal", what,
                        bad + 1);
    int32_t control = first_control(text);
    if (control >= 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s holds the control character U+%04X: take it out", what,
                        (unsigned)control);
    size_t length = dgs_utf8_length(text);
    if (length > most)
        return dgs_fail(err, DGS_ERR_DATA, "%s has %zu characters: %zu is the most that fits, so shorten it", what,
                        length, most);
    return true;
}

// Blank for a reader: no-break, zero-width and other Unicode blanks count too.
static bool blank(dgs_str text)
{
    int32_t cp;
    while ((cp = dgs_utf8_next(&text)) >= 0) {
        bool one = cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0xa0 || cp == 0x1680 ||
                   (cp >= 0x2000 && cp <= 0x200d) || cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f ||
                   cp == 0x2060 || cp == 0x3000 || cp == 0xfeff || cp == 0xad;
        if (!one)
            return false;
    }
    return text.n == 0;
}

bool dgs_line_take(dgs_arena *arena, const char *what, size_t most, dgs_str typed, const char **out, dgs_err *err)
{
    dgs_str text = dgs_str_trim(typed);
    if (blank(text))
        return dgs_fail(err, DGS_ERR_DATA, "%s is empty: write something, or leave it out", what);
    if (!check(what, most, text, err))
        return false;
    *out = dgs_str_copy(arena, text);
    return *out == NULL ? dgs_fail_memory(err) : true;
}
