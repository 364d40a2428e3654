// Pictures within a drawing: what draws it takes their pixels as they are, and heeds no more of what their files say.
#include <string.h>

#include "image/kind.h"
#include "image/looks.h"
#include "image/svg_pass.h"

// The value of a letter of base64 (RFC 4648, 4); -1 = it is none.
static int value_of(char c)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *at = c == '\0' ? NULL : strchr(letters, c);
    return at == NULL ? -1 : (int)(at - letters);
}

// Passes over blanks, which long ones are broken with. NULL bytes where memory ends.
static dgs_str decode(dgs_arena *arena, const char *text)
{
    unsigned bits = 0, held = 0;
    size_t n = 0;
    char *bytes = dgs_arena_alloc(arena, strlen(text) + 1);
    if (bytes == NULL)
        return (dgs_str){0};
    for (; *text != '\0' && *text != '='; text++) {
        int value = value_of(*text);
        if (value < 0)
            continue;
        bits = bits << 6 | (unsigned)value;
        held += 6;
        if (held >= 8)
            bytes[n++] = (char)(bits >> (held -= 8) & 0xff);
    }
    return (dgs_str){bytes, n};
}

bool dgs_svg_doubt_picture(dgs_svg_pass *p, const char *link)
{
    static const char mark[] = ";base64,";
    dgs_looks looks = DGS_LOOKS_PLAIN;
    dgs_arena *arena = p->plain->tree.arena;
    const char *comma = strchr(link, ',');
    if (comma == NULL || (size_t)(comma + 1 - link) < sizeof mark ||
        strncmp(comma + 2 - sizeof mark, mark, sizeof mark - 1) != 0)
        return true;
    const dgs_str bytes = decode(arena, comma + 1);
    if (bytes.p == NULL)
        return dgs_fail_memory(p->err);
    const dgs_kind *kind = dgs_kind_of(bytes);
    if (kind != NULL && ((kind->name == DGS_KIND_JPEG && !dgs_jpeg_looks(arena, bytes, &looks, p->err)) ||
                         (kind->name == DGS_KIND_PNG && !dgs_png_looks(arena, bytes, &looks, p->err))))
        return false;
    if (looks == DGS_LOOKS_TURNED)
        return dgs_svg_remark(p->plain, p->err,
                              "a picture in it is turned by what its camera noted, which is ignored: turn the "
                              "picture itself, and put it in again");
    return looks == DGS_LOOKS_PLAIN ||
           dgs_svg_remark(p->plain, p->err,
                          "a picture in it has a color profile, which is ignored, so its colors may be "
                          "different: convert the picture to sRGB, and put it in again");
}
