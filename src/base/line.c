#include "base/line.h"

#include <string.h>

#include "base/form.h"
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

static bool check_characters(const char *what, dgs_str text, dgs_err *err)
{
    size_t bad = dgs_utf8_check(text);
    if (bad < text.n)
        return dgs_fail(err, DGS_ERR_DATA, "%s is not valid UTF-8 at byte %zu: type it in a UTF-8 terminal", what,
                        bad + 1);
    int32_t control = first_control(text);
    if (control == '\n' || control == '\r')
        return dgs_fail(err, DGS_ERR_DATA, "%s has a line break (the control character U+%04X): write it on one line",
                        what, (unsigned)control);
    if (control >= 0)
        return dgs_fail(err, DGS_ERR_DATA, "%s has the control character U+%04X: remove it", what, (unsigned)control);
    return true;
}

static bool blank(dgs_str text)
{
    int32_t cp;
    while ((cp = dgs_utf8_next(&text)) >= 0)
        if (!dgs_utf8_blank(cp) && !dgs_utf8_ignorable(cp))
            return false;
    return text.n == 0;
}

static const char *copy_seen(dgs_arena *arena, dgs_str text)
{
    char *copy = dgs_arena_alloc(arena, text.n + 1);
    if (copy == NULL)
        return NULL;
    size_t n = 0;
    while (text.n > 0) {
        dgs_str seen = dgs_utf8_seen(&text);
        memcpy(copy + n, seen.p, seen.n);
        n += seen.n;
    }
    dgs_str trimmed = dgs_str_trim((dgs_str){copy, n});
    size_t start = (size_t)(trimmed.p - copy);
    copy[start + trimmed.n] = '\0';
    return copy + start;
}

bool dgs_line_take(dgs_arena *arena, const char *what, size_t most, dgs_str typed, const char **out, dgs_err *err)
{
    dgs_str text = dgs_str_trim(typed);
    if (blank(text))
        return dgs_fail(err, DGS_ERR_DATA, "%s is empty: write something, or remove it", what);
    if (!check_characters(what, text, err))
        return false;
    *out = copy_seen(arena, text);
    text = dgs_str_of(*out);
    if (*out == NULL || !dgs_form_compose(arena, &text))
        return dgs_fail_memory(err);
    *out = text.p;
    size_t length = dgs_utf8_length(text);
    if (length > most)
        return dgs_fail(err, DGS_ERR_DATA, "%s has %zu characters, but at most %zu fit: shorten it", what, length,
                        most);
    return true;
}
