#include "order/ini.h"

#include <ini.h>
#include <string.h>

#include "base/utf8.h"

typedef struct reader {
    dgs_str rest;
    const char *file;
    int line; // the one that libinih has in hand: it asks for the next only after it told of this one
    dgs_ini_take *take;
    void *ctx;
    dgs_err *err;
} reader;

static bool comment(dgs_str line)
{
    return line.n > 0 && (line.p[0] == '#' || line.p[0] == ';');
}

static bool check_line(const reader *r, dgs_str line)
{
    dgs_str words = dgs_str_trim(line);
    if (line.n > DGS_INI_LINE_MAX)
        return dgs_fail(r->err, DGS_ERR_DATA, "%s:%d: this line is longer than %d bytes: shorten it", r->file, r->line,
                        DGS_INI_LINE_MAX);
    if (dgs_utf8_check(line) < line.n || memchr(line.p, '\0', line.n) != NULL)
        return dgs_fail(r->err, DGS_ERR_DATA, "%s:%d: this is not UTF-8: save the file as UTF-8", r->file, r->line);
    if (comment(words) && !comment(line))
        return dgs_fail(r->err, DGS_ERR_DATA,
                        "%s:%d: a comment begins at the start of its line: remove the spaces before the %c, or put "
                        "another word before it",
                        r->file, r->line, words.p[0]);
    return true;
}

// libinih's reader: the next line, with its end; NULL at the end or at a fault.
static char *next_line(char *to, int room, void *ctx)
{
    reader *r = ctx;
    if (r->rest.n == 0 || r->err->kind != DGS_OK)
        return NULL;
    const char *end = memchr(r->rest.p, '\n', r->rest.n);
    size_t n = end == NULL ? r->rest.n : (size_t)(end - r->rest.p) + 1;
    r->line++;
    if (!check_line(r, (dgs_str){r->rest.p, n}) || n >= (size_t)room)
        return NULL;
    memcpy(to, r->rest.p, n);
    to[n] = '\0';
    r->rest = (dgs_str){r->rest.p + n, r->rest.n - n};
    return to;
}

static int take(void *ctx, const char *section, const char *key, const char *value)
{
    reader *r = ctx;
    if (r->err->kind != DGS_OK)
        return 0;
    if (section[0] != '\0' && strcmp(section, "practice") != 0)
        return dgs_fail(r->err, DGS_ERR_DATA, "%s:%d: this is not in the section [practice]: remove the line in [ ]",
                        r->file, r->line);
    return r->take(r->ctx, key, value, r->line, r->err);
}

bool dgs_ini_read(dgs_str text, const char *file, dgs_ini_take *taker, void *ctx, dgs_err *err)
{
    reader r = {text, file, 0, taker, ctx, err};
    if (dgs_str_starts(r.rest, "\xef\xbb\xbf"))
        r.rest = (dgs_str){text.p + 3, text.n - 3};
    ini_max_line = DGS_INI_LINE_MAX + 2;
    ini_use_stack = true;
    ini_allow_inline_comments = false; // "12 Mill Lane ; Suite 4" is an address
    int line = ini_parse_stream(next_line, &r, take, &r);
    if (err->kind == DGS_OK && line > 0)
        return dgs_fail(err, DGS_ERR_DATA,
                        "%s:%d: this line is not \"key = value\": correct it, indent it if it continues the line "
                        "above, or begin it with #",
                        file, line);
    return err->kind == DGS_OK;
}
