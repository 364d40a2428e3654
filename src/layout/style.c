#include "layout/style.h"

static dgs_scheme colors_of_page(const dgs_palette *palette)
{
    return (dgs_scheme){.ink = palette->ink,
                        .strong = palette->ink,
                        .heading = palette->accent,
                        .quiet = palette->quiet,
                        .link = palette->accent,
                        .line = palette->line,
                        .rule = palette->rule,
                        .icon = palette->icon};
}

// Thin strokes take a quarter less ink; strong words and headings then stand out with less, too.
dgs_scheme dgs_scheme_page(const dgs_palette *palette)
{
    bool saver = palette->mode == DGS_INK_SAVER;
    dgs_scheme scheme = colors_of_page(palette);
    scheme.face.text = saver ? DGS_FACE_LIGHT : DGS_FACE_REGULAR;
    scheme.face.strong = DGS_FACE_SEMIBOLD;
    scheme.face.heading = saver ? DGS_FACE_REGULAR : DGS_FACE_BOLD;
    scheme.face.name = saver ? DGS_FACE_SEMIBOLD : DGS_FACE_BOLD;
    return scheme;
}

// The signs of an emergency are not where ink is saved.
dgs_scheme dgs_scheme_box(const dgs_palette *palette, dgs_box_role role)
{
    dgs_scheme scheme = dgs_scheme_page(palette);
    const dgs_ground *field = &palette->field;
    bool emergency = role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT;
    if (emergency)
        scheme.heading = scheme.link = scheme.icon = palette->alert;
    if (role == DGS_BOX_BOOK && field->filled)
        scheme.ink = scheme.strong = scheme.heading = scheme.quiet = scheme.link = scheme.line = scheme.rule =
            scheme.icon = field->text;
    if (emergency || role == DGS_BOX_TODAY) {
        scheme.face.text = DGS_FACE_REGULAR;
        if (scheme.face.heading == DGS_FACE_REGULAR)
            scheme.face.heading = DGS_FACE_SEMIBOLD;
    }
    return scheme;
}

void dgs_style_type(dgs_style *style, dgs_type type)
{
    style->size = type.size;
    style->leading = type.leading;
}

dgs_style dgs_style_body(const dgs_context *ctx, const dgs_scheme *scheme)
{
    return (dgs_style){.face = scheme->face.text,
                       .strong = scheme->face.strong,
                       .size = ctx->look->size.body.size,
                       .leading = ctx->look->size.body.leading,
                       .color = scheme->ink,
                       .strong_color = scheme->strong,
                       .link_color = scheme->link,
                       .underline = true};
}

dgs_style dgs_style_small(const dgs_context *ctx, const dgs_scheme *scheme)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    dgs_style_type(&style, ctx->look->size.small);
    style.color = style.strong_color = style.link_color = scheme->quiet;
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

dgs_style dgs_style_heading(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *heading)
{
    int depth = depth_of(heading);
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = style.strong = scheme->face.heading;
    style.color = style.strong_color = style.link_color = depth < 2 ? scheme->heading : scheme->ink;
    dgs_style_type(&style, depth == 0   ? ctx->look->size.title
                           : depth == 1 ? ctx->look->size.head
                                        : ctx->look->size.sub);
    if (heading->parent != NULL && heading->parent->kind == DGS_NODE_STEP)
        style.color = style.strong_color = scheme->ink;
    return style;
}
