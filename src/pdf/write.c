#include "pdf/annotation.h"
#include "pdf/field.h"
#include "pdf/fixed.h"
#include "pdf/meta.h"
#include "pdf/outline.h"
#include "pdf/paint.h"

size_t dgs_fixed_pieces(const dgs_page *page)
{
    return page->npieces == 0 ? 1 : page->npieces;
}

dgs_page_part dgs_fixed_piece(const dgs_page *page, size_t i)
{
    const dgs_page_part all = {.nboxes = page->nboxes};
    return page->npieces == 0 ? all : page->pieces[i];
}

static size_t count_shared(const dgs_pages *pages)
{
    size_t most = 0;
    for (size_t p = 0; p < pages->npages; p++)
        for (size_t i = 0; i < pages->pages[p].npieces; i++)
            most = pages->pages[p].pieces[i].shared > most ? pages->pages[p].pieces[i].shared : most;
    return most + 1;
}

// Objects that others refer to come first. The pages themselves are variable: they list what stands on them.
static bool begin_fixed(dgs_writer *w)
{
    w->objects = dgs_objects_new(w->arena, 1, DGS_PACK_WELL, w->err);
    if (w->objects == NULL)
        return false;
    dgs_fixed_part *fixed = w->fixed;
    size_t n = w->pages->npages;
    fixed->nshared = count_shared(w->pages);
    fixed->page = dgs_arena_array(w->arena, n, sizeof *fixed->page);
    fixed->shared = dgs_arena_array(w->arena, fixed->nshared, sizeof *fixed->shared);
    w->page = dgs_arena_array(w->arena, n, sizeof *w->page);
    if (fixed->page == NULL || fixed->shared == NULL || w->page == NULL)
        return dgs_fail_memory(w->err);
    w->pictures = &fixed->pictures;
    w->catalog = dgs_object_new(w->objects);
    fixed->catalog = dgs_object_number(w->catalog);
    for (size_t i = 0; i < n; i++) {
        w->page[i].object = dgs_object_reserve(w->objects);
        fixed->page[i].object = dgs_object_number(w->page[i].object);
    }
    fixed->resources = dgs_object_number(dgs_object_reserve(w->objects));
    return dgs_objects_ok(w->objects, w->err);
}

static bool write_page_tree(dgs_writer *w)
{
    dgs_object *tree = dgs_object_new(w->objects);
    w->fixed->page_tree = dgs_object_number(tree);
    dgs_object_set_name(tree, "Type", "Pages");
    dgs_object_set_int(tree, "Count", (int)w->pages->npages);
    dgs_buf kids = {.arena = w->arena};
    dgs_buf_adds(&kids, "/Kids [");
    for (size_t i = 0; i < w->pages->npages; i++) {
        dgs_object_add_ref(&kids, w->page[i].object);
        dgs_buf_addc(&kids, ' ');
    }
    dgs_buf_addc(&kids, ']');
    if (kids.failed)
        return dgs_fail_memory(w->err);
    dgs_object_set_entries(tree, (dgs_str){kids.p, kids.n});
    dgs_object_set_name(w->catalog, "Type", "Catalog");
    dgs_object_set_ref(w->catalog, "Pages", tree);
    return dgs_objects_ok(w->objects, w->err);
}

static bool each_page(dgs_writer *w, bool (*make)(dgs_writer *, size_t))
{
    for (size_t i = 0; i < w->pages->npages; i++)
        if (!make(w, i))
            return false;
    return true;
}

// In the order of reading, in which the tags take up what is painted.
static bool paint_fixed(dgs_writer *w)
{
    const dgs_pages *pages = w->pages;
    for (size_t i = 0; i < pages->nturns; i++)
        if (!dgs_paint_fixed(w, pages->turns[i].page, pages->turns[i].piece))
            return false;
    for (size_t page = 0; pages->nturns == 0 && page < pages->npages; page++)
        for (size_t i = 0; i < dgs_fixed_pieces(&pages->pages[page]); i++)
            if (!dgs_paint_fixed(w, page, i))
                return false;
    return true;
}

static bool note_annotations(dgs_writer *w)
{
    for (size_t i = 0; i < w->pages->npages; i++) {
        dgs_buf list = {.arena = w->arena};
        dgs_annotations_list(&w->page[i], &list);
        if (list.failed)
            return dgs_fail_memory(w->err);
        w->fixed->page[i].annotations = (dgs_str){list.p, list.n};
    }
    return true;
}

static dgs_writer writer_of(const dgs_pdf_input *in, dgs_arena *arena, dgs_err *err)
{
    return (dgs_writer){
        .pages = in->pages, .doc = in->doc, .text = in->text, .options = in->options, .arena = arena, .err = err};
}

bool dgs_pdf_fixed(const dgs_pdf_input *in, dgs_arena *arena, dgs_fixed_part **out, dgs_err *err)
{
    dgs_writer w = writer_of(in, arena, err);
    w.fixed = *out = dgs_arena_alloc(arena, sizeof *w.fixed);
    if (w.fixed == NULL)
        return dgs_fail_memory(err);
    bool ok = begin_fixed(&w) && dgs_fonts_make(&w) && dgs_tags_begin(&w) && paint_fixed(&w) && dgs_fields_write(&w) &&
              note_annotations(&w) && write_page_tree(&w) && dgs_tags_end(&w) && dgs_outline_write(&w) &&
              dgs_meta_fixed(&w) && dgs_pdf_serialise_head(w.objects, arena, &w.fixed->head, err);
    dgs_objects_free(w.objects);
    return ok;
}

static bool begin_variable(dgs_writer *w)
{
    const dgs_fixed_part *fixed = w->fixed;
    w->objects = dgs_objects_new(w->arena, fixed->head.next, DGS_PACK_FAST, w->err);
    if (w->objects == NULL)
        return false;
    w->page = dgs_arena_array(w->arena, w->pages->npages, sizeof *w->page);
    w->painted = dgs_arena_array(w->arena, fixed->nshared, sizeof *w->painted);
    w->pictures = dgs_arena_alloc(w->arena, sizeof *w->pictures);
    if (w->page == NULL || w->painted == NULL || w->pictures == NULL)
        return dgs_fail_memory(w->err);
    for (size_t i = 0; i < fixed->pictures.n; i++) {
        dgs_xobject *item = DGS_PUSH(w->arena, w->pictures->items, w->pictures->n, w->pictures->cap);
        if (item == NULL)
            return dgs_fail_memory(w->err);
        *item = fixed->pictures.items[i];
    }
    for (size_t i = 0; i < w->pages->npages; i++)
        w->page[i].object = dgs_object_new_at(w->objects, fixed->page[i].object);
    return dgs_objects_ok(w->objects, w->err);
}

static void add_number_ref(dgs_buf *buf, int number)
{
    dgs_buf_addint(buf, number);
    dgs_buf_adds(buf, " 0 R ");
}

static void add_fonts(dgs_buf *entries, const dgs_font *fonts, bool more)
{
    for (int face = 0; face < DGS_FACES; face++)
        if (fonts[face].used) {
            dgs_buf_addf(entries, "/F%d ", dgs_font_number((dgs_face)face, more));
            add_number_ref(entries, fonts[face].object);
        }
}

// Fonts, pictures and the palette, one dictionary for all pages.
static bool write_resources(dgs_writer *w)
{
    dgs_object *resources = dgs_object_new_at(w->objects, w->fixed->resources);
    dgs_buf entries = {.arena = w->arena};
    dgs_buf_adds(&entries, "/Font <<");
    add_fonts(&entries, w->fonts->faces, false);
    add_fonts(&entries, w->fonts->more, true);
    dgs_buf_adds(&entries, ">> /XObject <<");
    for (size_t i = 0; i < w->pictures->n; i++) {
        dgs_buf_addf(&entries, "/X%zu ", i);
        add_number_ref(&entries, w->pictures->items[i].object);
    }
    dgs_buf_adds(&entries, ">> ");
    dgs_canvas_add_spaces(w->options->colors, &entries);
    if (entries.failed)
        return dgs_fail_memory(w->err);
    dgs_object_set_entries(resources, (dgs_str){entries.p, entries.n});
    return true;
}

// The colour space of the fixed drawings, if there are any that take the palette's colours.
static bool write_art_spaces(dgs_writer *w)
{
    dgs_buf entries = {.arena = w->arena};
    if (w->fixed->art_spaces == 0)
        return true;
    dgs_object *spaces = dgs_object_new_at(w->objects, w->fixed->art_spaces);
    dgs_canvas_add_art_space(w->options->colors, &entries);
    if (entries.failed)
        return dgs_fail_memory(w->err);
    dgs_object_set_entries(spaces, (dgs_str){entries.p, entries.n});
    return true;
}

// A page boundary that lies `inset` inside the sheet (ISO 32000-1, 14.11.2).
// A page with a height of its own is the upper part of the sheet.
static void add_page_box(dgs_buf *entries, const dgs_pages *pages, size_t page, const char *key, double inset)
{
    const double own = pages->pages[page].height, below = own > 0 ? pages->height - own : 0;
    const double edges[] = {inset, below + inset, pages->width - inset, pages->height - inset};
    dgs_buf_addf(entries, "/%s [", key);
    for (size_t i = 0; i < 4; i++) {
        dgs_buf_addnum(entries, edges[i]);
        dgs_buf_addc(entries, i == 3 ? ']' : ' ');
    }
}

static void add_annotations(dgs_writer *w, size_t i, dgs_buf *entries)
{
    dgs_str fixed = w->fixed->page[i].annotations;
    if (fixed.n == 0 && w->page[i].nannotations == 0)
        return;
    dgs_buf_adds(entries, " /Annots [");
    dgs_buf_add(entries, fixed.p, fixed.n);
    dgs_annotations_list(&w->page[i], entries);
    dgs_buf_addc(entries, ']');
}

static void add_contents(const dgs_fixed_page *page, dgs_buf *entries)
{
    dgs_buf_adds(entries, page->ncontents > 1 ? " /Contents [" : " /Contents ");
    for (size_t i = 0; i < page->ncontents; i++)
        add_number_ref(entries, page->contents[i]);
    dgs_buf_adds(entries, page->ncontents > 1 ? "]" : "");
}

static bool write_page(dgs_writer *w, size_t i)
{
    const dgs_pages *pages = w->pages;
    const dgs_fixed_part *fixed = w->fixed;
    dgs_object *page = w->page[i].object;
    dgs_buf entries = {.arena = w->arena};
    dgs_buf_adds(&entries, "/Type /Page /Tabs /S /Parent ");
    add_number_ref(&entries, fixed->page_tree);
    dgs_buf_adds(&entries, "/Resources ");
    add_number_ref(&entries, fixed->resources);
    add_page_box(&entries, pages, i, "MediaBox", 0);
    if (pages->margin > 0) {
        add_page_box(&entries, pages, i, "BleedBox", pages->margin - pages->bleed);
        add_page_box(&entries, pages, i, "TrimBox", pages->margin);
    }
    dgs_buf_addf(&entries, " /StructParents %zu", i);
    add_contents(&fixed->page[i], &entries);
    add_annotations(w, i, &entries);
    if (entries.failed)
        return dgs_fail_memory(w->err);
    dgs_object_set_entries(page, (dgs_str){entries.p, entries.n});
    return true;
}

bool dgs_pdf_fill(const dgs_fixed_part *fixed, const dgs_pdf_input *in, dgs_arena *arena, dgs_pdf *out, dgs_err *err)
{
    const dgs_trailer trailer = {fixed->catalog, fixed->info};
    dgs_writer w = writer_of(in, arena, err);
    w.variable = true;
    w.fixed = (dgs_fixed_part *)fixed;
    bool ok = begin_variable(&w) && dgs_fonts_make(&w) && dgs_tags_begin(&w) && each_page(&w, dgs_paint_variable) &&
              write_resources(&w) && write_art_spaces(&w) && each_page(&w, write_page) && dgs_tags_end(&w) &&
              dgs_meta_variable(&w) && dgs_pdf_serialise(w.objects, &fixed->head, trailer, arena, out, err);
    dgs_objects_free(w.objects);
    return ok;
}

bool dgs_pdf_write(const dgs_pdf_input *in, dgs_arena *arena, dgs_str *out, dgs_err *err)
{
    dgs_fixed_part *fixed = NULL;
    dgs_pdf file = {0};
    bool ok = dgs_pdf_fixed(in, arena, &fixed, err) && fixed != NULL && dgs_pdf_fill(fixed, in, arena, &file, err);
    *out = file.bytes;
    return ok;
}
