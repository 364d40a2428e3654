#include "text/fonts.h"

#include <hb-ot.h>
#include <stdio.h>
#include <stdlib.h>

#include "text/memory.h"
#include "text/script.h"

extern const char dgs_font_regular[], dgs_font_regular_end[];
extern const char dgs_font_semibold[], dgs_font_semibold_end[];
extern const char dgs_font_bold[], dgs_font_bold_end[];
extern const char dgs_font_display[], dgs_font_display_end[];

enum { WORDS_CAP = 64 * 1024 * 1024 };

static const struct {
    const char *first, *end, *name;
} files[DGS_FACES_FAMILY] = {
    [DGS_FACE_REGULAR] = {dgs_font_regular, dgs_font_regular_end, "SourceSans3-Regular"},
    [DGS_FACE_SEMIBOLD] = {dgs_font_semibold, dgs_font_semibold_end, "SourceSans3-SemiBold"},
    [DGS_FACE_BOLD] = {dgs_font_bold, dgs_font_bold_end, "SourceSans3-Bold"},
    [DGS_FACE_DISPLAY] = {dgs_font_display, dgs_font_display_end, "Fraunces-SemiBold"},
};

// A big-endian 16-bit number of a font table (OpenType 1.9, "Data types").
static int table_i16(hb_face_t *face, hb_tag_t tag, unsigned offset)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned n = 0;
    const unsigned char *p = (const unsigned char *)hb_blob_get_data(blob, &n);
    int v = offset + 2 <= n ? p[offset] << 8 | p[offset + 1] : 0;
    hb_blob_destroy(blob);
    return v >= 0x8000 ? v - 0x10000 : v;
}

static void read_metrics(dgs_open_face *f, const char *name)
{
    const hb_tag_t head = HB_TAG('h', 'e', 'a', 'd'), os2 = HB_TAG('O', 'S', '/', '2');
    hb_font_extents_t extents = {0};
    hb_font_get_h_extents(f->font, &extents);
    f->metrics = (dgs_face_metrics){
        .postscript_name = name,
        .ascent = extents.ascender,
        .descent = extents.descender,
        .cap_height = table_i16(f->face, os2, 88),
        .x_height = table_i16(f->face, os2, 86),
        .weight = table_i16(f->face, os2, 4),
    };
    for (unsigned i = 0; i < 4; i++)
        f->metrics.bbox[i] = table_i16(f->face, head, 36 + 2 * i);
}

static const char *name_of(dgs_face face)
{
    return dgs_face_family(face) ? files[face].name : dgs_script_face_of(face)->name;
}

static bool find_file(const dgs_text *text, dgs_face face, dgs_str *out)
{
    if (!dgs_face_family(face))
        return dgs_script_file(&text->host, face, out);
    *out = (dgs_str){files[face].first, (size_t)(files[face].end - files[face].first)};
    return true;
}

bool dgs_face_damaged(dgs_err *err)
{
    return dgs_memory_held() ? dgs_fail(err, DGS_ERR_DATA,
                                        "the font file of Chinese, Japanese and Korean is damaged: make it again with "
                                        "\"make cjk-fonts\"")
                             : dgs_fail_memory(err);
}

static bool open_face(dgs_text *text, dgs_open_face *f, dgs_face which, dgs_err *err)
{
    dgs_str file;
    if (!find_file(text, which, &file))
        return dgs_fail(err, DGS_ERR_DATA, "the fonts of Chinese, Japanese and Korean are not installed");
    dgs_memory_watch();
    hb_blob_t *blob = hb_blob_create(file.p, (unsigned)file.n, HB_MEMORY_MODE_READONLY, NULL, NULL);
    f->face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    if (which >= DGS_FACE_HAN_SC && !dgs_seal_face(&text->seal, text->host.cjk, file, f->face))
        return dgs_face_damaged(err);
    f->font = hb_font_create(f->face);
    if (!dgs_memory_held())
        return dgs_fail_memory(err);
    if (hb_face_get_upem(f->face) != DGS_UNITS_PER_EM)
        return dgs_fail(err, DGS_ERR_SOFTWARE, "the built-in font %s is damaged: build the program again",
                        name_of(which));
    read_metrics(f, name_of(which));
    return dgs_memory_held() || dgs_fail_memory(err);
}

dgs_text *dgs_text_new(const dgs_text_host *host, dgs_err *err)
{
    dgs_text *text = calloc(1, sizeof *text);
    if (text == NULL) {
        dgs_fail_memory(err);
        return NULL;
    }
    if (host != NULL)
        text->host = *host;
    text->arena = dgs_arena_new(WORDS_CAP);
    dgs_memory_watch();
    text->buffer = hb_buffer_create();
    bool ok = dgs_memory_held() && text->arena != NULL;
    if (!ok)
        dgs_fail_memory(err);
    for (int i = 0; ok && i < DGS_FACES_USUAL; i++)
        ok = open_face(text, &text->faces[i], (dgs_face)i, err);
    if (!ok) {
        dgs_text_free(text);
        return NULL;
    }
    return text;
}

static void close_face(dgs_open_face *f)
{
    dgs_memory_watch();
    if (dgs_memory_held()) {
        hb_font_destroy(f->font);
        hb_face_destroy(f->face);
    }
    *f = (dgs_open_face){0};
}

bool dgs_text_open(dgs_text *text, dgs_face face, dgs_err *err)
{
    dgs_open_face *f = &text->faces[face];
    if (f->font != NULL || open_face(text, f, face, err))
        return true;
    close_face(f);
    return false;
}

void dgs_text_free(dgs_text *text)
{
    if (text == NULL)
        return;
    for (int i = 0; i < DGS_FACES; i++)
        close_face(&text->faces[i]);
    dgs_memory_watch();
    if (dgs_memory_held())
        hb_buffer_destroy(text->buffer);
    dgs_arena_free(text->arena);
    free(text->slots);
    free(text);
}

void dgs_text_give(dgs_text *text, dgs_str data)
{
    text->host.cjk = data;
    text->seal = (dgs_seal){0};
}

const dgs_face_metrics *dgs_text_metrics(const dgs_text *text, dgs_face face)
{
    return &text->faces[face].metrics;
}

// HarfBuzz takes a letter apart in the same way where the face has no glyph for the whole.
static bool has_parts(hb_font_t *font, hb_codepoint_t code_point)
{
    hb_codepoint_t gid, first, second;
    while (hb_font_get_nominal_glyph(font, code_point, &gid) == 0) {
        if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), code_point, &first, &second) ||
            (second != 0 && hb_font_get_nominal_glyph(font, second, &gid) == 0))
            return false;
        code_point = first;
    }
    return true;
}

bool dgs_text_has(const dgs_text *text, dgs_face face, uint32_t code_point)
{
    if (text->faces[face].font == NULL) // its file is damaged, as shaping will tell
        return true;
    dgs_memory_watch();
    bool has = has_parts(text->faces[face].font, code_point);
    return !dgs_memory_held() || has; // a character is not blamed for memory that ends, as shaping will tell
}

size_t dgs_text_glyphs(const dgs_text *text, dgs_face face)
{
    const hb_face_t *f = text->faces[face].face;
    return f == NULL ? 0 : hb_face_get_glyph_count(f);
}

const char *dgs_text_library(void)
{
    static char name[40];
    (void)snprintf(name, sizeof name, "HarfBuzz %s", hb_version_string());
    return name;
}
