// Vector art -> a form XObject.
#include "pdf/canvas.h"
#include "pdf/drawing.h"
#include "pdf/fixed.h"
#include "pdf/picture.h"

// The roles of its colours are looked up in a dictionary, which all fixed drawings share.
static void add_resources(const dgs_writer *writer, const dgs_art *art, dgs_buf *entries)
{
    dgs_fixed_part *fixed = writer->fixed;
    bool roles = dgs_art_takes_roles(art);
    dgs_buf_adds(entries, "/Resources <<");
    if (roles && writer->variable) {
        dgs_buf_adds(entries, "/ColorSpace <<");
        dgs_canvas_add_art_space(writer->options->colors, entries);
        dgs_buf_adds(entries, ">>");
    } else if (roles) {
        if (fixed->art_spaces == 0)
            fixed->art_spaces = dgs_object_number(dgs_object_reserve(writer->objects));
        dgs_buf_addf(entries, "/ColorSpace %d 0 R", fixed->art_spaces);
    }
    dgs_buf_adds(entries, ">>");
}

dgs_object *dgs_art_make(dgs_writer *writer, const dgs_art *art)
{
    dgs_extent extent = dgs_drawing_extent(art);
    dgs_buf entries = {.arena = writer->arena}, content = entries;
    dgs_buf_adds(&entries, "/Type /XObject /Subtype /Form ");
    add_resources(writer, art, &entries);
    dgs_buf_adds(&entries, " /BBox [0 0 ");
    dgs_buf_addnum(&entries, extent.w);
    dgs_buf_addc(&entries, ' ');
    dgs_buf_addnum(&entries, extent.h);
    dgs_buf_adds(&entries, "]\n");
    if (art->stream.n == 0)
        dgs_drawing_write(art, false, &content);
    if (content.failed || entries.failed) {
        (void)dgs_fail_memory(writer->err);
        return NULL;
    }
    dgs_object *object = dgs_object_new(writer->objects);
    dgs_object_set_entries(object, (dgs_str){entries.p, entries.n});
    if (art->stream.n > 0)
        dgs_object_set_raw_stream(object, art->stream, "/Filter /FlateDecode");
    else
        dgs_object_set_stream(object, (dgs_str){content.p, content.n});
    return dgs_objects_ok(writer->objects, writer->err) ? object : NULL;
}
