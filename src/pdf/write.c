#include "pdf/canvas.h"
#include "pdf/font.h"
#include "pdf/link.h"
#include "pdf/meta.h"
#include "pdf/outline.h"
#include "pdf/paint.h"
#include "pdf/picture.h"
#include "pdf/serial.h"
#include "pdf/tag.h"

// Objects that others refer to come first.
static bool begin(dgs_writer *writer)
{
    writer->objects = dgs_objects_new(writer->arena, writer->err);
    if (writer->objects == NULL)
        return false;
    writer->pictures = dgs_arena_alloc(writer->arena, sizeof *writer->pictures);
    writer->page = dgs_arena_array(writer->arena, writer->pages->npages, sizeof *writer->page);
    if (writer->pictures == NULL || writer->page == NULL)
        return dgs_fail_memory(writer->err);
    writer->catalog = dgs_object_new(writer->objects);
    writer->info = dgs_object_new(writer->objects);
    for (size_t i = 0; i < writer->pages->npages; i++)
        writer->page[i].object = dgs_object_new(writer->objects);
    return dgs_objects_ok(writer->objects, writer->err);
}

// Fonts, pictures and the palette, one dictionary for all pages.
static dgs_object *write_resources(dgs_writer *writer)
{
    dgs_object *resources = dgs_object_new(writer->objects);
    dgs_buf entries = {.arena = writer->arena};
    dgs_buf_adds(&entries, "/Font <<");
    for (int face = 0; face < DGS_FACES; face++)
        if (writer->fonts->faces[face].used) {
            dgs_buf_addf(&entries, "/F%d ", face);
            dgs_object_add_ref(&entries, writer->fonts->faces[face].object);
        }
    dgs_buf_adds(&entries, ">> /XObject <<");
    for (size_t i = 0; i < writer->pictures->n; i++) {
        dgs_buf_addf(&entries, "/X%zu ", i);
        dgs_object_add_ref(&entries, writer->pictures->items[i].object);
    }
    dgs_buf_adds(&entries, ">> ");
    dgs_canvas_add_spaces(writer->options->colors, &entries);
    if (entries.failed)
        return NULL;
    dgs_object_set_entries(resources, (dgs_str){entries.p, entries.n});
    return resources;
}

// A page boundary that lies `inset` inside the sheet (ISO 32000-1, 14.11.2).
static void add_page_box(dgs_buf *entries, const dgs_pages *pages, const char *key, double inset)
{
    const double edges[] = {inset, inset, pages->width - inset, pages->height - inset};
    dgs_buf_addf(entries, "/%s [", key);
    for (size_t i = 0; i < 4; i++) {
        dgs_buf_addnum(entries, edges[i]);
        dgs_buf_addc(entries, i == 3 ? ']' : ' ');
    }
}

static bool write_page(dgs_writer *writer, size_t i, const dgs_object *tree, const dgs_object *resources)
{
    dgs_object *page = writer->page[i].object;
    dgs_object_set_name(page, "Type", "Page");
    dgs_object_set_ref(page, "Parent", tree);
    dgs_object_set_ref(page, "Resources", resources);
    dgs_object_set_name(page, "Tabs", "S");
    dgs_buf entries = {.arena = writer->arena};
    const dgs_pages *pages = writer->pages;
    add_page_box(&entries, pages, "MediaBox", 0);
    if (pages->margin > 0) {
        add_page_box(&entries, pages, "BleedBox", pages->margin - pages->bleed);
        add_page_box(&entries, pages, "TrimBox", pages->margin);
    }
    dgs_link_add_annotations(&writer->page[i], &entries);
    if (entries.failed)
        return dgs_fail_memory(writer->err);
    dgs_object_set_entries(page, (dgs_str){entries.p, entries.n});
    return true;
}

static bool write_page_tree(dgs_writer *writer)
{
    size_t n = writer->pages->npages;
    dgs_object *tree = dgs_object_new(writer->objects);
    dgs_object *resources = write_resources(writer);
    if (resources == NULL)
        return dgs_objects_ok(writer->objects, writer->err) && dgs_fail_memory(writer->err);
    dgs_object_set_name(tree, "Type", "Pages");
    dgs_object_set_int(tree, "Count", (int)n);
    dgs_buf kids = {.arena = writer->arena};
    dgs_buf_adds(&kids, "/Kids [");
    for (size_t i = 0; i < n; i++) {
        dgs_object_add_ref(&kids, writer->page[i].object);
        dgs_buf_addc(&kids, ' ');
        if (!write_page(writer, i, tree, resources))
            return false;
    }
    dgs_buf_addc(&kids, ']');
    if (kids.failed)
        return dgs_fail_memory(writer->err);
    dgs_object_set_entries(tree, (dgs_str){kids.p, kids.n});
    dgs_object_set_name(writer->catalog, "Type", "Catalog");
    dgs_object_set_ref(writer->catalog, "Pages", tree);
    return dgs_objects_ok(writer->objects, writer->err);
}

static bool paint_pages(dgs_writer *writer)
{
    for (size_t i = 0; i < writer->pages->npages; i++)
        if (!dgs_paint_page(writer, i))
            return false;
    return true;
}

bool dgs_pdf_write(const dgs_pages *pages, const dgs_doc *doc, dgs_text *text, const dgs_pdf_options *options,
                   dgs_arena *arena, dgs_str *out, dgs_err *err)
{
    dgs_writer w = {.pages = pages, .doc = doc, .text = text, .options = options, .arena = arena, .err = err};
    bool ok = begin(&w) && dgs_fonts_make(&w) && dgs_tags_begin(&w) && paint_pages(&w) && write_page_tree(&w) &&
              dgs_tags_end(&w) && dgs_outline_write(&w) && dgs_meta_write(&w) &&
              dgs_pdf_serialise(w.objects, w.catalog, w.info, arena, out, err);
    dgs_objects_free(w.objects);
    return ok;
}
