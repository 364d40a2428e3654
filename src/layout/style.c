#include <math.h>

#include "layout/inner.h"

dgs_tone dgs_tone_page(const dgs_palette *palette)
{
    return (dgs_tone){.ink = palette->ink,
                      .strong = palette->ink,
                      .heading = palette->accent,
                      .quiet = palette->quiet,
                      .link = palette->accent,
                      .line = palette->line,
                      .rule = palette->rule,
                      .mark = palette->mark};
}

dgs_tone dgs_tone_box(const dgs_palette *palette, dgs_box_role role)
{
    dgs_tone tone = dgs_tone_page(palette);
    if (role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT)
        tone.heading = tone.link = tone.mark = palette->alert;
    const dgs_ground *field = &palette->field;
    if (role == DGS_BOX_BOOK && field->filled)
        tone.ink = tone.strong = tone.heading = tone.quiet = tone.link = tone.line = tone.rule = tone.mark =
            field->text;
    return tone;
}

static bool is_narrow(dgs_paper paper)
{
    return paper == DGS_PAPER_A5 || paper == DGS_PAPER_HALF_LETTER;
}

dgs_sizes dgs_sizes_of(const dgs_look *look)
{
    const dgs_sizes usual = {{28, 31}, {16, 19}, {12, 16}, {12, 15}, {12, 14}, {12, 16}, {10, 12}, 14, 1};
    // Large print: at least 18 pt for reading, and more than 12 pt for every label.
    const dgs_sizes large = {{32, 38}, {22, 28}, {20, 26}, {18, 24}, {15, 18}, {15, 20}, {14, 17}, 19, 1.4};
    // A long page holds as many words at 13 pt as Letter does at 12.
    const dgs_sizes longer = {{30, 34}, {17, 21}, {13, 17}, {13, 17}, {13, 15}, {13, 17}, {11, 13}, 15, 13.0 / 12};
    dgs_sizes sizes = look->large_print ? large : look->paper == DGS_PAPER_LEGAL ? longer : usual;
    if (is_narrow(dgs_look_page(look)))
        sizes.title = look->large_print ? (dgs_type){28, 34} : (dgs_type){24, 28};
    return sizes;
}

// Thin strokes take a quarter less ink; strong words and headings then stand out with less, too.
dgs_weights dgs_weights_of(const dgs_palette *palette)
{
    if (palette->mode == DGS_INK_SAVER)
        return (dgs_weights){.text = DGS_FACE_LIGHT,
                             .strong = DGS_FACE_SEMIBOLD,
                             .heading = DGS_FACE_REGULAR,
                             .name = DGS_FACE_SEMIBOLD};
    return (dgs_weights){
        .text = DGS_FACE_REGULAR, .strong = DGS_FACE_SEMIBOLD, .heading = DGS_FACE_BOLD, .name = DGS_FACE_BOLD};
}

// The signs of an emergency are not where ink is saved.
dgs_weights dgs_weights_box(const dgs_palette *palette, dgs_box_role role)
{
    dgs_weights weights = dgs_weights_of(palette);
    if (role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT || role == DGS_BOX_TODAY) {
        weights.text = DGS_FACE_REGULAR;
        weights.heading = weights.heading == DGS_FACE_REGULAR ? DGS_FACE_SEMIBOLD : weights.heading;
    }
    return weights;
}

void dgs_style_type(dgs_style *style, dgs_type type)
{
    style->size = type.size;
    style->leading = type.leading;
}

double dgs_scaled(const dgs_lay *lay, double points)
{
    return lay->sizes.unit * points;
}

double dgs_stroke(const dgs_lay *lay, double points)
{
    const double thinnest = 0.5; // what every office printer draws without gaps
    return lay->palette->mode == DGS_INK_SAVER ? fmin(points, fmax(thinnest, points * 0.6)) : points;
}

double dgs_page_height(const dgs_lay *lay)
{
    return lay->sheet.bottom - lay->sheet.top;
}

bool dgs_width_holds(const dgs_lay *lay, double width, double ems)
{
    return width >= ems * lay->sizes.body.size;
}

dgs_style dgs_style_body(const dgs_lay *lay)
{
    return (dgs_style){.face = lay->weights.text,
                       .strong = lay->weights.strong,
                       .size = lay->sizes.body.size,
                       .leading = lay->sizes.body.leading,
                       .color = lay->tone.ink,
                       .strong_color = lay->tone.strong,
                       .link_color = lay->tone.link,
                       .underline = true};
}

dgs_style dgs_style_small(const dgs_lay *lay)
{
    dgs_style style = dgs_style_body(lay);
    dgs_style_type(&style, lay->sizes.small);
    style.color = style.strong_color = style.link_color = lay->tone.quiet;
    style.underline = false;
    return style;
}

// How deep the heading's section lies below its part: a part's own title 0.
static int depth_of(const dgs_node *heading)
{
    int depth = 0;
    for (const dgs_node *n = heading->parent; n != NULL && n->kind != DGS_NODE_PART; n = n->parent)
        depth++;
    return depth;
}

dgs_style dgs_style_heading(const dgs_lay *lay, const dgs_node *heading)
{
    int depth = depth_of(heading);
    dgs_style style = dgs_style_body(lay);
    style.face = style.strong = lay->weights.heading;
    style.color = style.strong_color = style.link_color = depth < 2 ? lay->tone.heading : lay->tone.ink;
    dgs_style_type(&style, depth == 0 ? lay->sizes.title : depth == 1 ? lay->sizes.head : lay->sizes.sub);
    if (heading->parent != NULL && heading->parent->kind == DGS_NODE_STEP)
        style.color = style.strong_color = lay->tone.ink;
    return style;
}
