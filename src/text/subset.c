#include <hb-subset.h>
#include <string.h>

#include "text/append.h"
#include "text/fonts.h"
#include "text/memory.h"

// All that a PDF viewer reads of an embedded font whose glyphs are addressed by number (ISO 32000-1, 9.9).
static const hb_tag_t kept[] = {HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'), HB_TAG('h', 'm', 't', 'x'),
                                HB_TAG('h', 'h', 'e', 'a'), HB_TAG('h', 'e', 'a', 'd'), HB_TAG('m', 'a', 'x', 'p')};

typedef struct subsetting {
    hb_face_t *face;
    const dgs_wanted *wanted;
    size_t nold;
    hb_subset_input_t *input;
    hb_face_t *lean;
    hb_subset_plan_t *plan;
    hb_face_t *subset; // NULL: memory ended
    hb_blob_t *file;
} subsetting;

static void fill_input(hb_subset_input_t *input, const dgs_wanted *wanted, size_t nold)
{
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t gid = 0; gid < nold; gid++)
        if (wanted->used[gid])
            hb_set_add(glyphs, (hb_codepoint_t)gid);
    for (size_t i = 0; i < wanted->ncomposites; i++)
        for (size_t k = 0; k < wanted->composites[i].nparts; k++)
            hb_set_add(glyphs, wanted->composites[i].parts[k].gid);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
}

bool dgs_face_lean(hb_face_t *face, const hb_tag_t *tables, size_t n, hb_face_t **out)
{
    bool ok = true;
    *out = hb_face_builder_create();
    for (size_t i = 0; ok && i < n; i++) {
        hb_blob_t *table = hb_face_reference_table(face, tables[i]);
        ok = hb_face_builder_add_table(*out, tables[i], table) != 0;
        hb_blob_destroy(table);
    }
    return ok;
}

static void make(void *ctx)
{
    subsetting *s = ctx;
    s->input = hb_subset_input_create_or_fail();
    if (s->input == NULL || !dgs_face_lean(s->face, kept, sizeof kept / sizeof *kept, &s->lean))
        return;
    fill_input(s->input, s->wanted, s->nold);
    s->plan = hb_subset_plan_create_or_fail(s->lean, s->input);
    if (s->plan != NULL)
        s->subset = hb_subset_plan_execute_or_fail(s->plan);
    if (s->subset != NULL)
        s->file = hb_face_reference_blob(s->subset);
}

// Copies what the plan says into the arena.
static bool copy_out(const subsetting *s, hb_font_t *font, dgs_arena *arena, dgs_subset *out)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(s->plan);
    size_t nold = s->nold;
    unsigned size = 0;
    const char *bytes = hb_blob_get_data(s->file, &size);
    char *file = dgs_arena_alloc(arena, size);
    uint16_t *new_id = dgs_arena_array(arena, nold, sizeof *new_id);
    size_t nnew = hb_face_get_glyph_count(s->subset);
    uint16_t *widths = dgs_arena_array(arena, nnew, sizeof *widths);
    bool ok = file != NULL && new_id != NULL && widths != NULL;
    if (ok) {
        memcpy(file, bytes, size);
        for (size_t gid = 0; gid < nold; gid++) {
            hb_codepoint_t to = hb_map_get(map, (hb_codepoint_t)gid);
            new_id[gid] = to == HB_MAP_VALUE_INVALID || to >= nnew ? UINT16_MAX : (uint16_t)to;
            if (new_id[gid] != UINT16_MAX)
                widths[to] = (uint16_t)hb_font_get_glyph_h_advance(font, (hb_codepoint_t)gid);
        }
        *out = (dgs_subset){{file, size}, new_id, nold, widths, nnew};
    }
    return ok;
}

// HarfBuzz has no way to make a glyph.
static bool add_composites(const dgs_wanted *wanted, dgs_arena *arena, dgs_subset *out, dgs_err *err)
{
    bool ok = true;
    if (wanted->ncomposites > 0 && !dgs_subset_append(out, wanted->composites, wanted->ncomposites, arena, &ok))
        return dgs_fail_memory(err);
    return ok || dgs_fail(err, DGS_ERR_SOFTWARE, "a subset of the built-in font cannot be read: please report this");
}

bool dgs_text_subset(dgs_text *text, dgs_face face, const dgs_wanted *wanted, dgs_arena *arena, dgs_subset *out,
                     dgs_err *err)
{
    const dgs_open_face *f = &text->faces[face];
    subsetting s = {.face = f->face, .wanted = wanted, .nold = dgs_text_glyphs(text, face)};
    if (!dgs_memory_guard(&text->host, make, &s))
        return dgs_fail_memory(err);
    bool ok = s.file != NULL && copy_out(&s, f->font, arena, out);
    if (!dgs_memory_held())
        return dgs_fail_memory(err);
    hb_blob_destroy(s.file);
    hb_face_destroy(s.subset);
    hb_face_destroy(s.lean);
    hb_subset_plan_destroy(s.plan);
    hb_subset_input_destroy(s.input);
    return ok ? add_composites(wanted, arena, out, err) : dgs_fail_memory(err);
}
