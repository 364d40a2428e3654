#include "pdf/annotation.h"

#include <math.h>

#include "pdf/string.h"

static void add_length(dgs_buf *buf, double v)
{
    dgs_buf_addnum(buf, round(v * 100) / 100);
    dgs_buf_addc(buf, ' ');
}

void dgs_annotation_add_place(const dgs_writer *writer, dgs_buf *buf, const dgs_node *node)
{
    enum { ROOM = 6 }; // points of air above the place
    int page = writer->pages->node_page[node->index];
    double top = fmax(0, writer->pages->node_top[node->index] - ROOM);
    dgs_buf_addc(buf, '[');
    dgs_object_add_ref(buf, writer->page[page].object);
    dgs_buf_adds(buf, " /XYZ 0 ");
    add_length(buf, writer->pages->height - top);
    dgs_buf_adds(buf, "null]");
}

static bool has_url(const dgs_writer *writer, const dgs_active *active)
{
    (void)writer;
    return active->url != NULL;
}

static bool has_place(const dgs_writer *writer, const dgs_active *active)
{
    return active->target != NULL && writer->pages->node_page[active->target->index] >= 0;
}

static void add_url(const dgs_writer *writer, dgs_buf *entries, const dgs_active *active)
{
    (void)writer;
    dgs_buf_adds(entries, " /A <</S /URI /URI ");
    dgs_pdf_add_uri(entries, active->url);
    dgs_buf_adds(entries, ">>");
}

static void add_target(const dgs_writer *writer, dgs_buf *entries, const dgs_active *active)
{
    dgs_buf_adds(entries, " /Dest ");
    dgs_annotation_add_place(writer, entries, active->target);
}

static const char *url_words(const dgs_writer *writer, const dgs_active *active)
{
    (void)writer;
    return active->url;
}

static const char *target_words(const dgs_writer *writer, const dgs_active *active)
{
    return dgs_node_text(writer->arena, active->target);
}

static const struct kind {
    const char *subtype;
    const char *key; // the key of what is said of it
    bool (*works)(const dgs_writer *writer, const dgs_active *active);
    const char *(*words)(const dgs_writer *writer, const dgs_active *active); // that, where nothing is given
    void (*add)(const dgs_writer *writer, dgs_buf *entries, const dgs_active *active);
} kinds[DGS_ACTIVE_KINDS] = {
    [DGS_ACTIVE_OUT] = {"Link", "Contents", has_url, url_words, add_url},
    [DGS_ACTIVE_WITHIN] = {"Link", "Contents", has_place, target_words, add_target},
};

bool dgs_annotation_works(const dgs_writer *writer, const dgs_active *active)
{
    const struct kind *kind = &kinds[active->kind];
    return kind->works != NULL && kind->works(writer, active);
}

static void add_rect(const dgs_writer *writer, dgs_buf *entries, dgs_rect area)
{
    double bottom = writer->pages->height - area.y - area.h;
    dgs_buf_adds(entries, "/Border [0 0 0] /Rect [");
    add_length(entries, area.x);
    add_length(entries, bottom);
    add_length(entries, area.x + area.w);
    add_length(entries, bottom + area.h);
    dgs_buf_addc(entries, ']');
}

bool dgs_annotation_add(dgs_writer *writer, size_t page, dgs_rect area, const dgs_active *active, dgs_element *element)
{
    enum { PRINT = 4 };
    const struct kind *kind = &kinds[active->kind];
    dgs_pdf_page *on = &writer->page[page];
    dgs_buf entries = {.arena = writer->arena};
    add_rect(writer, &entries, area);
    kind->add(writer, &entries, active);
    dgs_object **item = DGS_PUSH(writer->arena, on->annotations, on->nannotations, on->annotation_cap);
    const char *words = active->contents != NULL ? active->contents : kind->words(writer, active);
    if (item == NULL || words == NULL || entries.failed)
        return dgs_fail_memory(writer->err);
    dgs_object *annotation = *item = dgs_object_new(writer->objects);
    dgs_object_set_name(annotation, "Type", "Annot");
    dgs_object_set_name(annotation, "Subtype", kind->subtype);
    dgs_object_set_int(annotation, "F", PRINT);
    dgs_object_set_text(annotation, kind->key, words);
    dgs_object_set_entries(annotation, (dgs_str){entries.p, entries.n});
    return dgs_tags_annotation(writer, element, page, annotation) && dgs_objects_ok(writer->objects, writer->err);
}

void dgs_annotations_list(const dgs_pdf_page *page, dgs_buf *buf)
{
    for (size_t i = 0; i < page->nannotations; i++) {
        dgs_object_add_ref(buf, page->annotations[i]);
        dgs_buf_addc(buf, ' ');
    }
}
