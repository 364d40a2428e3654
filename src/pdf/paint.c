#include "pdf/paint.h"

#include <math.h>

#include "pdf/annotation.h"
#include "pdf/drawing.h"
#include "pdf/field.h"
#include "pdf/fixed.h"
#include "pdf/glyphs.h"

typedef struct sequence { // of marked content; the one that is open
    bool open;
    dgs_element *element; // NULL: an artifact of this kind
    dgs_furniture furniture;
} sequence;

typedef struct painter {
    dgs_writer *writer;
    size_t page;
    dgs_canvas canvas;
    sequence now;
} painter;

static void end_sequence(painter *p)
{
    dgs_canvas_end_text(&p->canvas);
    if (p->now.open)
        dgs_buf_adds(&p->canvas.buf, "EMC\n");
    p->now.open = false;
}

// Everything painted stands in exactly one marked sequence; neighbours of one kind share it.
static bool enter_sequence(painter *p, dgs_element *element, dgs_furniture furniture)
{
    static const char *const artifacts[] = {
        [DGS_FURNITURE_LAYOUT] = "/Artifact <</Type /Layout>> BDC\n",
        [DGS_FURNITURE_HEADER] = "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n",
        [DGS_FURNITURE_FOOTER] = "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n",
    };
    if (p->now.open && p->now.element == element && (element != NULL || p->now.furniture == furniture))
        return true;
    end_sequence(p);
    p->now = (sequence){.open = true, .element = element, .furniture = furniture};
    if (element == NULL) {
        dgs_buf_adds(&p->canvas.buf, artifacts[furniture]);
        return true;
    }
    int mcid = dgs_tags_mcid(p->writer, element, p->page);
    dgs_buf_addc(&p->canvas.buf, '/');
    dgs_buf_adds(&p->canvas.buf, dgs_tags_role(element));
    dgs_buf_adds(&p->canvas.buf, " <</MCID ");
    dgs_buf_addint(&p->canvas.buf, mcid);
    dgs_buf_adds(&p->canvas.buf, ">> BDC\n");
    return mcid >= 0;
}

static const dgs_active *link_of(const painter *p, const dgs_box *box, size_t run)
{
    const dgs_active *link = box->node == NULL ? NULL : box->runs[run].link; // an artifact cannot hold a link
    return link != NULL && dgs_annotation_works(p->writer, link) ? link : NULL;
}

static bool paint_run(painter *p, const dgs_box *box, const dgs_run *run, dgs_element *element)
{
    if (element != NULL && (run->lang != NULL || run->expansion != NULL)) {
        element = dgs_tags_span(p->writer, element, run, p->now.open ? p->now.element : NULL);
        if (element == NULL)
            return false;
    }
    if (!enter_sequence(p, element, box->furniture))
        return false;
    dgs_glyphs_paint(&p->canvas, p->writer->fonts, run, box->baseline);
    return element == NULL || dgs_tags_say(p->writer, element, run->text);
}

// Runs of one link on this line, as one area to click on.
static bool paint_linked(painter *p, const dgs_box *box, size_t first, size_t end, dgs_element *owner)
{
    const dgs_active *link = box->runs[first].link;
    dgs_element *element = dgs_tags_active(p->writer, owner, link);
    if (element == NULL)
        return false;
    for (size_t i = first; i < end; i++)
        if (box->runs[i].nglyphs > 0 && !paint_run(p, box, &box->runs[i], element))
            return false;
    double least = 1; // point: a mark that stands on the letter before it has no width, but is to be clicked on
    double left = box->runs[first].x, right = left;
    for (size_t i = first; i < end; i++) {
        left = fmin(left, box->runs[i].x);
        right = fmax(right, box->runs[i].x + box->runs[i].width);
    }
    const double more = fmax(0, p->writer->pages->link - box->rect.h); // for a finger
    dgs_rect area = {left, box->rect.y - more / 2, fmax(least, right - left), box->rect.h + more};
    return dgs_annotation_add(p->writer, p->page, area, link, element);
}

static bool paint_text(painter *p, const dgs_box *box)
{
    for (size_t i = 0, end; i < box->nruns; i = end) {
        end = i + 1;
        if (box->runs[i].nglyphs == 0)
            continue;
        dgs_element *owner = dgs_tags_owner(p->writer, box, i);
        const dgs_active *link = owner == NULL ? NULL : link_of(p, box, i);
        while (link != NULL && end < box->nruns && box->runs[end].link == link)
            end++;
        if (owner != NULL)
            dgs_tags_cover(owner, p->page, box->rect);
        if (!(link != NULL ? paint_linked(p, box, i, end, owner) : paint_run(p, box, &box->runs[i], owner)))
            return false;
    }
    return true;
}

static void paint_fill(dgs_canvas *canvas, const dgs_box *box)
{
    dgs_canvas_fill_color(canvas, box->color);
    dgs_canvas_fill_rect(canvas, box->rect, box->radius);
}

static void paint_frame(dgs_canvas *canvas, const dgs_box *box)
{
    dgs_canvas_stroke_color(canvas, box->color);
    dgs_canvas_frame(canvas, box->rect, box->radius, box->line);
}

static void paint_rule(dgs_canvas *canvas, const dgs_box *box)
{
    dgs_canvas_stroke_color(canvas, box->color);
    dgs_canvas_rule(canvas, box->rect, box->line);
}

static void paint_dot(dgs_canvas *canvas, const dgs_box *box)
{
    dgs_canvas_fill_color(canvas, box->color);
    dgs_canvas_dot(canvas, box->rect);
}

static bool paint_picture(painter *p, const dgs_box *box)
{
    int number = dgs_pictures_number(p->writer, box);
    if (number < 0)
        return false;
    if (box->kind == DGS_BOX_PICTURE) {
        dgs_raster_paint(&p->canvas, box->rect, number, box->raster);
        return true;
    }
    dgs_extent extent = dgs_drawing_extent(box->art);
    if (dgs_art_takes_current(box->art)) {
        dgs_canvas_fill_color(&p->canvas, box->color);
        dgs_canvas_stroke_color(&p->canvas, box->color);
    }
    dgs_canvas_picture(&p->canvas, box->rect, number, extent.w, extent.h);
    return true;
}

static bool paint_box(painter *p, const dgs_box *box)
{
    static void (*const shapes[])(dgs_canvas *, const dgs_box *) = {
        [DGS_BOX_FILL] = paint_fill,
        [DGS_BOX_FRAME] = paint_frame,
        [DGS_BOX_RULE] = paint_rule,
        [DGS_BOX_DOT] = paint_dot,
    };
    if (box->node != NULL && dgs_field_is_widget(p->writer, box->node) && !dgs_field_note(p->writer, p->page, box))
        return false;
    if (box->kind == DGS_BOX_AREA)
        return true;
    if (box->kind == DGS_BOX_TEXT)
        return paint_text(p, box);
    dgs_element *owner = dgs_tags_owner(p->writer, box, 0);
    if (!enter_sequence(p, owner, box->furniture))
        return false;
    dgs_canvas_end_text(&p->canvas); // a path may not stand in a text object
    if (owner != NULL)
        dgs_tags_cover(owner, p->page, box->rect);
    if (box->kind == DGS_BOX_ART || box->kind == DGS_BOX_PICTURE)
        return paint_picture(p, box);
    shapes[box->kind](&p->canvas, box);
    return true;
}

// One content stream. Each begins with nothing set, so that its bytes hang on nothing before it.
static bool paint_piece(dgs_writer *writer, size_t page, dgs_page_part piece, dgs_object *content)
{
    painter p = {.writer = writer, .page = page};
    dgs_canvas_begin(&p.canvas, writer->arena, writer->pages->height);
    const dgs_box *boxes = &writer->pages->pages[page].boxes[piece.first];
    for (size_t i = 0; i < piece.nboxes; i++)
        if (!paint_box(&p, &boxes[i]))
            return false;
    end_sequence(&p);
    dgs_buf_addc(&p.canvas.buf, '\n'); // never empty: some readers take no zlib stream of nothing
    if (p.canvas.buf.failed)
        return dgs_fail_memory(writer->err);
    dgs_object_set_stream(content, (dgs_str){p.canvas.buf.p, p.canvas.buf.n});
    return dgs_objects_ok(writer->objects, writer->err);
}

// The number of a piece's content stream: those of variable pieces are reserved, one for all that are shared.
static int number_piece(dgs_writer *writer, dgs_page_part piece, dgs_object *content)
{
    dgs_fixed_part *fixed = writer->fixed;
    if (piece.shared == 0)
        return dgs_object_number(content != NULL ? content : dgs_object_reserve(writer->objects));
    if (fixed->shared[piece.shared] == 0)
        fixed->shared[piece.shared] = dgs_object_number(dgs_object_reserve(writer->objects));
    return fixed->shared[piece.shared];
}

bool dgs_paint_fixed(dgs_writer *writer, size_t page, size_t piece)
{
    dgs_fixed_page *to = &writer->fixed->page[page];
    dgs_page_part what = dgs_fixed_piece(&writer->pages->pages[page], piece);
    dgs_object *content = what.variable ? NULL : dgs_object_new(writer->objects);
    int *item = DGS_PUSH(writer->arena, to->contents, to->ncontents, to->contents_cap);
    if (item == NULL)
        return dgs_fail_memory(writer->err);
    *item = number_piece(writer, what, content);
    return what.variable || paint_piece(writer, page, what, content);
}

bool dgs_paint_variable(dgs_writer *writer, size_t number)
{
    const dgs_page *page = &writer->pages->pages[number];
    for (size_t i = 0; i < page->npieces; i++) {
        dgs_page_part piece = page->pieces[i];
        bool again = piece.shared > 0 && writer->painted[piece.shared];
        if (!piece.variable || again)
            continue;
        writer->painted[piece.shared] = true;
        dgs_object *content = dgs_object_new_at(writer->objects, writer->fixed->page[number].contents[i]);
        if (!paint_piece(writer, number, piece, content))
            return false;
    }
    return true;
}
