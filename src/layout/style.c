#include "layout/style.h"

#include "base/utf8.h"

static dgs_scheme colors_of_page(const dgs_palette *palette)
{
    return (dgs_scheme){.ink = palette->ink,
                        .strong = palette->ink,
                        .heading = palette->dark,
                        .quiet = palette->quiet,
                        .link = palette->dark,
                        .line = palette->line,
                        .rule = palette->rule,
                        .icon = palette->icon};
}

// Letters are never thinner than usual, since those who save ink read them, too. Strong ones are less so.
dgs_scheme dgs_scheme_page(const dgs_palette *palette)
{
    bool saver = palette->mode == DGS_INK_SAVER;
    dgs_scheme scheme = colors_of_page(palette);
    scheme.face.text = DGS_FACE_REGULAR;
    scheme.face.strong = DGS_FACE_SEMIBOLD;
    scheme.face.heading = scheme.face.name = saver ? DGS_FACE_SEMIBOLD : DGS_FACE_BOLD;
    scheme.face.title = saver ? DGS_FACE_REGULAR : DGS_FACE_DISPLAY;
    return scheme;
}

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

void dgs_style_title(const dgs_context *ctx, const dgs_scheme *scheme, dgs_style *style, const dgs_span *spans,
                     size_t nspans)
{
    style->title = scheme->face.title == DGS_FACE_DISPLAY;
    for (size_t i = 0; i < nspans; i++)
        for (dgs_str rest = spans[i].text; rest.n > 0;) {
            int32_t c = dgs_utf8_next(&rest);
            if (c < 0 || (c != '\n' && !dgs_text_has(ctx->text, scheme->face.title, (uint32_t)c)))
                return;
        }
    style->face = style->strong = scheme->face.title;
}

// How deep the heading's section lies below its part: a part's own title 0.
static int depth_of(const dgs_node *heading)
{
    int depth = 0;
    for (const dgs_node *n = heading->parent; n != NULL && n->kind != DGS_NODE_PART; n = n->parent)
        depth++;
    return depth;
}

// Whether a section of a sheet holds nothing but words and what is marked or filled in by hand; *marks: some of that.
static bool is_short(const dgs_node *section, bool *marks)
{
    *marks = false;
    if (section == NULL || section->kind != DGS_NODE_SECTION || section->lined_pages > 0)
        return false;
    for (const dgs_node *n = section->first->next; n != NULL; n = n->next) {
        bool ticks = n->kind == DGS_NODE_LIST && n->list == DGS_LIST_TICK;
        if (!ticks && n->kind != DGS_NODE_BLANK && n->kind != DGS_NODE_FIGURE && n->kind != DGS_NODE_PARA)
            return false;
        *marks = *marks || n->kind != DGS_NODE_PARA;
    }
    return true;
}

// Words alone are one between two others: a scale whose number is circled.
bool dgs_style_is_question(const dgs_node *section)
{
    bool marks, before, after;
    const dgs_node *last = section->parent->first;
    if (section->parent->kind != DGS_NODE_PART || section->parent->design != DGS_DESIGN_SHEET ||
        !is_short(section, &marks))
        return false;
    while (!marks && last->next != section)
        last = last->next;
    return marks || (is_short(last, &before) && before && is_short(section->next, &after) && after);
}

dgs_style dgs_style_heading(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_node *heading)
{
    int depth = depth_of(heading);
    bool question = depth == 1 && dgs_style_is_question(heading->parent);
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = style.strong = scheme->face.heading;
    style.color = style.strong_color = style.link_color = depth < 2 && !question ? scheme->heading : scheme->ink;
    bool card = depth == 0 && heading->parent->design == DGS_DESIGN_CARD; // half a sheet has no room for more
    dgs_style_type(&style, card                      ? ctx->look->size.panel_title
                           : depth == 0              ? ctx->look->size.title
                           : depth == 1 && !question ? ctx->look->size.head
                                                     : ctx->look->size.sub);
    if (heading->parent != NULL && heading->parent->kind == DGS_NODE_STEP)
        style.color = style.strong_color = scheme->ink;
    if (depth < 2 && !question)
        dgs_style_title(ctx, scheme, &style, heading->spans, heading->nspans);
    return style;
}
