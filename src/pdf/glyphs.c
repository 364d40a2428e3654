#include "pdf/glyphs.h"

#include "pdf/string.h"

// While one run is shown: where the text should be and where a viewer's pen is, which moves by the widths in the file
// alone. Kerning and offsets are the difference between the two; 1/1000 em from the run's start.
typedef struct pen {
    dgs_canvas *canvas;
    double size;
    long wanted, viewer;
    bool showing; // between "[" and "]TJ"
    bool string;  // between "(" and ")"
} pen;

static void end_string(pen *p)
{
    if (p->string)
        dgs_buf_addc(&p->canvas->buf, ')');
    p->string = false;
}

static void end_show(pen *p)
{
    end_string(p);
    if (p->showing)
        dgs_buf_adds(&p->canvas->buf, "]TJ\n");
    p->showing = false;
}

static void show(pen *p, const dgs_shown *shown)
{
    dgs_buf *buf = &p->canvas->buf;
    long at = p->wanted + shown->dx;
    if (p->canvas->font != shown->number)
        end_show(p);
    dgs_canvas_font(p->canvas, shown->number, p->size);
    if (!p->showing)
        dgs_buf_addc(buf, '[');
    p->showing = true;
    if (p->viewer != at) {
        end_string(p);
        dgs_buf_addint(buf, p->viewer - at);
    }
    if (!p->string)
        dgs_buf_addc(buf, '(');
    p->string = true;
    dgs_pdf_add_bytes(buf, (const uint8_t[]){(uint8_t)(shown->id >> 8), (uint8_t)shown->id}, 2);
    p->viewer = at + shown->width;
}

// The marks come where the letter ends by its width in the file, so that nothing but the next letter is moved.
static void show_cluster(pen *p, const dgs_fonts *fonts, dgs_face face, dgs_cluster *cluster)
{
    long start = p->wanted;
    dgs_str text = cluster->letter;
    do {
        dgs_shown shown = dgs_fonts_find(fonts, face, cluster, text);
        show(p, &shown);
        p->wanted = p->viewer;
    } while (cluster->marks.n > 0 && dgs_font_mark(cluster, &text));
    p->wanted = start;
    for (size_t i = 0; i < cluster->n; i++)
        p->wanted += cluster->glyphs[i].advance;
}

static long advance_of(const dgs_glyph *glyphs, size_t n)
{
    long advance = 0;
    for (size_t i = 0; i < n; i++)
        advance += glyphs[i].advance;
    return advance;
}

static void begin_heavy(dgs_canvas *canvas, const dgs_run *run)
{
    dgs_canvas_stroke_color(canvas, run->color);
    dgs_canvas_line_width(canvas, run->outline * run->size);
    dgs_buf_adds(&canvas->buf, "1 j\n2 Tr\n");
}

void dgs_glyphs_paint(dgs_canvas *canvas, const dgs_fonts *fonts, const dgs_run *run, double baseline)
{
    dgs_canvas_fill_color(canvas, run->color);
    if (run->outline > 0)
        begin_heavy(canvas, run);
    dgs_canvas_text_at(canvas, run->x, baseline);
    pen p = {.canvas = canvas, .size = run->size};
    bool turned = run->level % 2 != 0;
    if (turned)
        p.wanted = advance_of(run->glyphs, run->nglyphs);
    for (size_t i = 0; i < run->nglyphs;) {
        dgs_cluster cluster = dgs_font_cluster(run, i);
        i += cluster.n;
        // From right to left each cluster is a string of its own: PDFium then puts them in order, and all that read by
        // the order of the file have it right already.
        long left = p.wanted;
        if (turned) {
            end_show(&p);
            p.wanted = left -= advance_of(cluster.glyphs, cluster.n);
        }
        show_cluster(&p, fonts, run->face, &cluster);
        if (turned)
            p.wanted = left;
    }
    end_show(&p);
    if (run->outline > 0)
        dgs_buf_adds(&canvas->buf, "0 Tr\n0 j\n");
}
