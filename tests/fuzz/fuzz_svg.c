// Bytes as an SVG drawing: read, trimmed as a logo is, painted as it is and trimmed. What our reader does not take is
// made plain and read again; that has to be readable.
#include <string.h>

#include "base/limits.h"
#include "fuzz.h"
#include "image/bounds.h"
#include "image/image.h"
#include "image/logo.h"
#include "image/svg_plain.h"

static bool knows_font(void *ctx, const dgs_font_wanted *wanted, dgs_arena *arena, dgs_font_found *out)
{
    (void)ctx, (void)arena;
    *out = (dgs_font_found){.installed = wanted->text.n % 2 == 0};
    return wanted->text.n % 3 > 0;
}

// False where it is refused, or where memory ends.
static bool make_plain(dgs_arena *arena, dgs_str bytes, dgs_str *out, dgs_err *err)
{
    dgs_svg_plain plain;
    const dgs_drawer drawer = {.font = knows_font};
    return dgs_svg_plain_read(arena, "drawing.svg", bytes, &plain, err) && dgs_svg_plain_text(&plain, &drawer, err) &&
           dgs_svg_plain_write(&plain, out, err);
}

static bool read_plain(dgs_arena *arena, dgs_str bytes, dgs_art *art, bool *beyond, dgs_err *err)
{
    dgs_str once, twice;
    dgs_err again = {0};
    if (!make_plain(arena, bytes, &once, err))
        return false;
    if (!make_plain(arena, once, &twice, &again) && strstr(again.message, "well-formed") != NULL)
        fuzz_broken("a drawing that was made plain cannot be read");
    *err = (dgs_err){0};
    return dgs_svg_try(arena, "drawing.svg", once, art, beyond, err);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    fuzz_input in;
    dgs_art art;
    bool beyond;
    dgs_err err = {0};
    if (fuzz_open(&in, data, n)) {
        bool ok = dgs_svg_try(in.arena, "drawing.svg", in.bytes, &art, &beyond, &err);
        if (!ok && beyond) {
            err = (dgs_err){0};
            ok = read_plain(in.arena, in.bytes, &art, &beyond, &err);
        }
        fuzz_check(ok, &err);
        if (ok) {
            dgs_picture picture = {.kind = DGS_PICTURE_ART, .art = &art};
            fuzz_paint(&picture, in.arena);
            picture.pale = dgs_bounds_pale(&art);
            dgs_bounds_apply(&art);
            dgs_logo_extent place = dgs_logo_fit(&picture);
            if (!(place.w > 0 && place.h > 0 && place.w <= 132.01 && place.h <= 56.01))
                fuzz_broken("a logo does not fit its place");
            fuzz_paint(&picture, in.arena);
        }
    }
    fuzz_close(&in);
    return 0;
}
