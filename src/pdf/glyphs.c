#include "pdf/glyphs.h"

#include "pdf/string.h"

// While one run is shown: where the text should be and where a viewer's pen is, which moves by the widths in the file
// alone. Kerning and offsets are the difference between the two; 1/1000 em from the run's start.
typedef struct pen {
    dgs_canvas *canvas;
    const dgs_fonts *fonts;
    dgs_face face;
    double size;
    long wanted, viewer;
    int rise;     // of the baseline, 1/1000 em
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

static void set_rise(pen *p, int rise)
{
    if (p->rise == rise)
        return;
    end_show(p);
    dgs_buf_addnum(&p->canvas->buf, rise * p->size / DGS_UNITS_PER_EM);
    dgs_buf_adds(&p->canvas->buf, " Ts\n");
    p->rise = rise;
}

static void show_glyph(pen *p, const dgs_glyph *glyph)
{
    dgs_buf *buf = &p->canvas->buf;
    int number;
    const dgs_font *font = dgs_fonts_find(p->fonts, p->face, glyph->gid, &number);
    uint16_t id = font->subset.new_id[glyph->gid];
    long at = p->wanted + glyph->dx;
    if (p->canvas->font != number)
        end_show(p);
    dgs_canvas_font(p->canvas, number, p->size);
    set_rise(p, glyph->dy);
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
    dgs_pdf_add_bytes(buf, (const uint8_t[]){(uint8_t)(id >> 8), (uint8_t)id}, 2);
    p->viewer = at + font->subset.widths[id];
    p->wanted += glyph->advance;
}

// Would a reader that looks each glyph up in the font's map get the cluster's characters?
static bool tells_itself(const dgs_fonts *fonts, const dgs_run *run, size_t first, size_t n)
{
    int number;
    uint16_t gid = run->glyphs[first].gid;
    const dgs_font *font = dgs_fonts_find(fonts, run->face, gid, &number);
    return n == 1 && dgs_str_eq(font->characters[gid], dgs_font_cluster_text(run, first));
}

size_t dgs_glyphs_stretch(const dgs_fonts *fonts, const dgs_run *run, size_t first, dgs_str *actual)
{
    *actual = (dgs_str){0};
    for (size_t i = first, n; i < run->nglyphs; i += n) {
        n = dgs_font_cluster(run, i);
        if (tells_itself(fonts, run, i, n))
            continue;
        if (i > first)
            return i - first;
        *actual = dgs_font_cluster_text(run, i);
        return n;
    }
    return run->nglyphs - first;
}

void dgs_glyphs_paint(dgs_canvas *canvas, const dgs_fonts *fonts, const dgs_run *run, double baseline)
{
    dgs_canvas_fill_color(canvas, run->color);
    dgs_canvas_text_at(canvas, run->x, baseline);
    pen p = {.canvas = canvas, .fonts = fonts, .face = run->face, .size = run->size};
    for (size_t i = 0; i < run->nglyphs; i++)
        show_glyph(&p, &run->glyphs[i]);
    end_show(&p);
    set_rise(&p, 0);
}
