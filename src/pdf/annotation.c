#include "pdf/link.h"

#include <math.h>

#include "pdf/string.h"

bool dgs_link_leads(const dgs_writer *writer, const dgs_link *link)
{
    return link->url != NULL || (link->target != NULL && writer->pages->node_page[link->target->index] >= 0);
}

static void add_length(dgs_buf *buf, double v)
{
    dgs_buf_addnum(buf, round(v * 100) / 100);
    dgs_buf_addc(buf, ' ');
}

void dgs_link_add_place(const dgs_writer *writer, dgs_buf *buf, const dgs_node *node)
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

static void add_entries(const dgs_writer *writer, dgs_buf *buf, dgs_rect area, const dgs_link *link)
{
    double bottom = writer->pages->height - area.y - area.h;
    dgs_buf_adds(buf, "/Border [0 0 0] /Rect [");
    add_length(buf, area.x);
    add_length(buf, bottom);
    add_length(buf, area.x + area.w);
    add_length(buf, bottom + area.h);
    if (link->url != NULL) {
        dgs_buf_adds(buf, "] /A <</S /URI /URI ");
        dgs_pdf_add_uri(buf, link->url);
        dgs_buf_adds(buf, ">>");
    } else {
        dgs_buf_adds(buf, "] /Dest ");
        dgs_link_add_place(writer, buf, link->target);
    }
}

bool dgs_link_annotate(dgs_writer *writer, size_t page, dgs_rect area, const dgs_link *link, dgs_element *element)
{
    enum { PRINT = 4 };
    dgs_pdf_page *on = &writer->page[page];
    dgs_buf entries = {.arena = writer->arena};
    add_entries(writer, &entries, area, link);
    dgs_object **slot = DGS_PUSH(writer->arena, on->annotations, on->nannotations, on->annotation_cap);
    const char *contents = link->contents;
    if (contents == NULL)
        contents = link->url != NULL ? link->url : dgs_node_text(writer->arena, link->target);
    if (slot == NULL || contents == NULL || entries.failed)
        return dgs_fail_memory(writer->err);
    dgs_object *annotation = *slot = dgs_object_new(writer->objects);
    dgs_object_set_name(annotation, "Type", "Annot");
    dgs_object_set_name(annotation, "Subtype", "Link");
    dgs_object_set_int(annotation, "F", PRINT);
    dgs_object_set_text(annotation, "Contents", contents);
    dgs_object_set_entries(annotation, (dgs_str){entries.p, entries.n});
    return dgs_tags_annotation(writer, element, page, annotation) && dgs_objects_ok(writer->objects, writer->err);
}

void dgs_link_add_annotations(const dgs_pdf_page *page, dgs_buf *buf)
{
    for (size_t i = 0; i < page->nannotations; i++) {
        dgs_object_add_ref(buf, page->annotations[i]);
        dgs_buf_addc(buf, ' ');
    }
}
