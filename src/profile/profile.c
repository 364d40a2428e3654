#include "profile/profile.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "profile/palette.h"
#include "profile/url.h"

static const dgs_color DEFAULT_COLOR = {0x0b, 0x5f, 0x5a}; // a calm teal

typedef struct field { // one text that the command line gave
    const char *option, *noun;
    size_t limit; // code points
    const char *typed;
    const char **out;
} field;

typedef struct reader {
    dgs_arena *arena;
    dgs_err *err;
} reader;

static bool check_text(reader r, const field *f, dgs_str text)
{
    size_t bad = dgs_utf8_check(text);
    if (bad < text.n)
        return dgs_fail(r.err, DGS_ERR_DATA, "%s is not valid UTF-8 at byte %zu: type it in a UTF-8 terminal",
                        f->option, bad + 1);
    int32_t control = dgs_utf8_control(text);
    if (control < 0 && memchr(text.p, '\t', text.n) != NULL)
        control = '\t';
    if (control < 0 && (memchr(text.p, '\n', text.n) != NULL || memchr(text.p, '\r', text.n) != NULL))
        control = memchr(text.p, '\n', text.n) != NULL ? '\n' : '\r';
    if (control >= 0)
        return dgs_fail(r.err, DGS_ERR_DATA, "%s holds the control character U+%04X: take it out", f->option,
                        (unsigned)control);
    size_t length = dgs_utf8_length(text);
    if (length > f->limit)
        return dgs_fail(r.err, DGS_ERR_DATA, "%s has %zu characters: %zu is the most that fits, so shorten it",
                        f->option, length, f->limit);
    return true;
}

// Blank for a reader: no-break, zero-width and other Unicode blanks count too.
static bool blank_text(dgs_str text)
{
    int32_t cp;
    while ((cp = dgs_utf8_next(&text)) >= 0) {
        bool blank = cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0xa0 || cp == 0x1680 ||
                     (cp >= 0x2000 && cp <= 0x200d) || cp == 0x2028 || cp == 0x2029 || cp == 0x202f || cp == 0x205f ||
                     cp == 0x2060 || cp == 0x3000 || cp == 0xfeff || cp == 0xad;
        if (!blank)
            return false;
    }
    return text.n == 0;
}

static bool read_text(reader r, const field *f)
{
    *f->out = NULL;
    if (f->typed == NULL)
        return true;
    dgs_str text = dgs_str_trim(dgs_str_of(f->typed));
    if (blank_text(text))
        return dgs_fail(r.err, DGS_ERR_DATA, "%s is empty: give the %s, or leave the option out", f->option, f->noun);
    if (!check_text(r, f, text))
        return false;
    *f->out = dgs_str_copy(r.arena, text);
    return *f->out == NULL ? dgs_fail_memory(r.err) : true;
}

static bool read_texts(const dgs_job *job, reader r, dgs_profile *out)
{
    const field fields[] = {
        {"--practice-name", "practice's name", DGS_NAME_MAX, job->practice_name, &out->name},
        {"--tagline", "line under the name", DGS_NAME_MAX, job->tagline, &out->tagline},
        {"--phone", "phone number", DGS_LINE_MAX, job->phone, &out->phone},
        {"--email", "email address", DGS_LINE_MAX, job->email, &out->email},
        {"--website", "web address", DGS_URL_MAX, job->website, &out->website},
        {"--booking-url", "web address for booking", DGS_URL_MAX, job->booking_url, &out->booking_url},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!read_text(r, &fields[i]))
            return false;
    out->naddress = job->naddress;
    for (size_t i = 0; i < job->naddress; i++) {
        field line = {"--address", "lines of the address", DGS_LINE_MAX, job->address[i], &out->address[i]};
        if (!read_text(r, &line))
            return false;
    }
    return true;
}

// The logo is a file's name, so its bytes are the file system's own business; only none at all is wrong.
static bool read_logo(const dgs_job *job, reader r, dgs_profile *out)
{
    if (job->logo == NULL)
        return true;
    if (job->logo[0] == '\0')
        return dgs_fail(r.err, DGS_ERR_DATA, "--logo is empty: name the picture file, or leave the option out");
    out->logo = dgs_str_copy(r.arena, dgs_str_of(job->logo));
    return out->logo == NULL ? dgs_fail_memory(r.err) : true;
}

static bool read_links(reader r, dgs_profile *out)
{
    dgs_url web;
    if (out->phone != NULL && !dgs_url_phone(r.arena, "--phone", out->phone, &out->phone_url, r.err))
        return false;
    if (out->email != NULL && !dgs_url_email(r.arena, "--email", out->email, &out->email_url, r.err))
        return false;
    if (out->website != NULL) {
        if (!dgs_url_web(r.arena, "--website", out->website, &web, r.err))
            return false;
        out->website_url = web.url;
        out->website_text = web.text;
    }
    if (out->booking_url != NULL) {
        if (!dgs_url_web(r.arena, "--booking-url", out->booking_url, &web, r.err))
            return false;
        out->booking_url = web.url;
        out->booking_text = web.text;
    }
    return true;
}

static uint8_t nibble(char c)
{
    return (uint8_t)(isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10);
}

static bool read_color(const char *typed, dgs_color *out, dgs_err *err)
{
    size_t digits = typed[0] == '#' ? strspn(typed + 1, "0123456789abcdefABCDEF") : 0;
    if ((digits != 3 && digits != 6) || typed[1 + digits] != '\0')
        return dgs_fail(err, DGS_ERR_USAGE, "--color '%.40s' is no colour: write it like '#0b5f5a', in quotes", typed);
    size_t step = digits / 3;
    uint8_t channel[3];
    for (size_t i = 0; i < 3; i++) {
        const char *p = typed + 1 + i * step;
        channel[i] = (uint8_t)(nibble(p[0]) * 16 + nibble(p[step - 1]));
    }
    *out = (dgs_color){channel[0], channel[1], channel[2]};
    return true;
}

bool dgs_profile_from_job(const dgs_job *job, dgs_arena *arena, dgs_profile *out, dgs_err *err)
{
    *out = (dgs_profile){0};
    reader r = {arena, err};
    dgs_color color = DEFAULT_COLOR;
    if (job->color != NULL && !read_color(job->color, &color, err))
        return false;
    out->palette = dgs_palette_of(color);
    return read_texts(job, r, out) && read_logo(job, r, out) && read_links(r, out);
}
