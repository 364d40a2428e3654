#include "layout/inner.h"

dgs_tone dgs_tone_page(const dgs_palette *palette)
{
    return (dgs_tone){.ink = palette->ink,
                      .strong = palette->ink,
                      .heading = palette->accent,
                      .quiet = palette->quiet,
                      .link = palette->accent,
                      .rule = palette->rule,
                      .mark = palette->accent,
                      .accent = palette->accent};
}

dgs_tone dgs_tone_box(const dgs_palette *palette, dgs_box_role role)
{
    dgs_tone tone = dgs_tone_page(palette);
    if (role == DGS_BOX_EMERGENCY || role == DGS_BOX_EMERGENCY_SHORT)
        tone.heading = tone.link = tone.mark = tone.accent = palette->alert;
    if (role == DGS_BOX_BOOK)
        tone.ink = tone.strong = tone.heading = tone.quiet = tone.link = tone.rule = tone.mark = palette->on_accent;
    return tone;
}

dgs_style dgs_style_body(const dgs_lay *lay)
{
    return (dgs_style){.face = DGS_FACE_REGULAR,
                       .strong = DGS_FACE_SEMIBOLD,
                       .size = DGS_SIZE_BODY,
                       .leading = DGS_LEAD_BODY,
                       .color = lay->tone.ink,
                       .strong_color = lay->tone.strong,
                       .link_color = lay->tone.link,
                       .underline = true};
}

dgs_style dgs_style_small(const dgs_lay *lay)
{
    dgs_style style = dgs_style_body(lay);
    style.size = DGS_SIZE_SMALL;
    style.leading = DGS_LEAD_SMALL;
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
    style.face = style.strong = DGS_FACE_BOLD;
    style.color = style.strong_color = style.link_color = depth < 2 ? lay->tone.heading : lay->tone.ink;
    if (depth < 2) {
        style.size = depth == 0 ? DGS_SIZE_TITLE : DGS_SIZE_HEAD;
        style.leading = depth == 0 ? DGS_LEAD_TITLE : DGS_LEAD_HEAD;
    }
    if (heading->parent != NULL && heading->parent->kind == DGS_NODE_STEP)
        style.color = style.strong_color = lay->tone.ink;
    return style;
}
