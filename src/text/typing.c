// The font that viewers type with. They take simple fonts alone for that, whose codes are characters by an encoding.
#include <hb-subset.h>
#include <string.h>

#include "text/fonts.h"
#include "text/memory.h"

static const hb_tag_t kept[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p'),
                                HB_TAG('c', 'm', 'a', 'p')};

// What WinAnsiEncoding has where it differs from Latin-1 (ISO 32000-1, D.2): codes 0x80 to 0x9f. Codes that it leaves
// open say a bullet there.
static const uint16_t windows[] = {0x20ac, 0x2022, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                   0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x2022, 0x017d, 0x2022,
                                   0x2022, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                   0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x2022, 0x017e, 0x0178};

static hb_codepoint_t character(unsigned code)
{
    if (code >= 0x80 && code < 0x80 + sizeof windows / sizeof *windows)
        return windows[code - 0x80];
    return code == 0x7f ? 0x2022 : code == 0xa0 ? ' ' : code == 0xad ? '-' : code;
}

typedef struct subsetting {
    hb_face_t *face, *lean, *subset;
    hb_subset_input_t *input;
    hb_blob_t *file;
} subsetting;

static void make(void *ctx)
{
    subsetting *s = ctx;
    s->input = hb_subset_input_create_or_fail();
    if (s->input == NULL || !dgs_face_lean(s->face, kept, sizeof kept / sizeof *kept, &s->lean))
        return;
    for (unsigned i = 0; i < DGS_TYPING_CODES; i++)
        hb_set_add(hb_subset_input_unicode_set(s->input), character(DGS_TYPING_FIRST + i));
    hb_subset_input_set_flags(s->input, HB_SUBSET_FLAGS_NO_HINTING);
    s->subset = hb_subset_or_fail(s->lean, s->input);
    if (s->subset != NULL)
        s->file = hb_face_reference_blob(s->subset);
}

static bool copy_out(const subsetting *s, hb_font_t *font, dgs_arena *arena, dgs_typing *out)
{
    unsigned size = 0;
    const char *bytes = s->file == NULL ? NULL : hb_blob_get_data(s->file, &size);
    char *file = bytes == NULL ? NULL : dgs_arena_alloc(arena, size);
    if (file == NULL)
        return false;
    memcpy(file, bytes, size);
    out->file = (dgs_str){file, size};
    for (unsigned i = 0; i < DGS_TYPING_CODES; i++) {
        hb_codepoint_t gid = 0;
        (void)hb_font_get_nominal_glyph(font, character(DGS_TYPING_FIRST + i), &gid);
        out->widths[i] = hb_font_get_glyph_h_advance(font, gid);
    }
    return true;
}

bool dgs_text_typing(dgs_text *text, dgs_arena *arena, dgs_typing *out, dgs_err *err)
{
    const dgs_open_face *f = &text->faces[DGS_FACE_REGULAR];
    subsetting s = {.face = f->face};
    if (!dgs_memory_guard(&text->host, make, &s))
        return dgs_fail_memory(err);
    bool ok = copy_out(&s, f->font, arena, out);
    if (!dgs_memory_held())
        return dgs_fail_memory(err);
    hb_blob_destroy(s.file);
    hb_face_destroy(s.subset);
    hb_face_destroy(s.lean);
    hb_subset_input_destroy(s.input);
    return ok || dgs_fail_memory(err);
}
