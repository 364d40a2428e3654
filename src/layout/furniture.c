#include "layout/furniture.h"

#include <math.h>

#include "layout/block.h"

// Heights go in steps (look.c).
static double in_steps(const dgs_context *ctx, double height)
{
    const double step = ctx->look->constant.page.step;
    return ceil(height / step - 1e-6) * step;
}

typedef struct right_side { // one a line, flush right
    dgs_galley galley;
    double width; // that they take, with the gap on their left
    bool whole;   // each of them fits its line
} right_side;

static bool contacts_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region,
                          const dgs_node *node, right_side *out)
{
    *out = (right_side){.whole = true};
    dgs_galley *galley = &out->galley;
    dgs_style style = dgs_style_small(ctx, scheme);
    style.leading = ctx->look->size.contact;
    for (const dgs_node *n = node == NULL ? NULL : node->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(ctx, n->spans, n->nspans, &style, region->right * ctx->look->share.contacts, &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++) {
            const dgs_point at = {region->right - lines.lines[i].width, 0};
            if (!dgs_galley_atom(ctx, galley, 0, dgs_line_height(&lines.lines[i], &style)) ||
                !dgs_galley_line(ctx, galley, n, &lines.lines[i], &style, at))
                return false;
        }
        out->width = fmax(out->width, lines.widest + ctx->look->constant.furniture.contacts);
        out->whole = out->whole && lines.n <= 1;
    }
    return true;
}

// The therapist under the tagline; beside it under a long name, where both fit one line.
static bool therapist_add(const dgs_context *ctx, const dgs_region *region, dgs_galley *out, const dgs_node *therapist,
                          const dgs_style *style, bool beside)
{
    const double between = ctx->look->constant.furniture.therapist;
    dgs_lines lines;
    if (!dgs_lines_break(ctx, therapist->spans, therapist->nspans, style, region->right, &lines))
        return false;
    const dgs_box *before = out->nboxes == 0 ? NULL : &out->boxes[out->nboxes - 1];
    if (beside && before != NULL && lines.n == 1) {
        double x = before->rect.x + before->rect.w + between;
        if (x + lines.widest <= region->right) {
            dgs_galley_hold(out, &lines.lines[0], style);
            return dgs_galley_line(ctx, out, therapist, &lines.lines[0], style, (dgs_point){x, 0});
        }
    }
    return dgs_galley_lines(ctx, out, therapist, &lines, style, (dgs_point){0, 0});
}

// Under a name from right to left all begins where it does: at the right edge of the widest line.
static void flush_right(dgs_galley *names)
{
    double widest = 0;
    for (size_t i = 0; i < names->nboxes; i++)
        widest = fmax(widest, names->boxes[i].rect.x + names->boxes[i].rect.w);
    for (size_t i = 0; i < names->natoms; i++) {
        const dgs_atom *atom = &names->atoms[i];
        double right = 0;
        for (size_t k = 0; k < atom->nboxes; k++)
            right = fmax(right, names->boxes[atom->first + k].rect.x + names->boxes[atom->first + k].rect.w);
        for (size_t k = 0; k < atom->nboxes; k++)
            names->boxes[atom->first + k].rect.x += widest - right;
    }
}

// The practice's name, smaller when it is long, its tagline and its therapist.
static bool names_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                       const dgs_node *masthead)
{
    const dgs_node *name = dgs_node_child(masthead, DGS_NODE_NAME),
                   *tagline = dgs_node_child(masthead, DGS_NODE_TAGLINE);
    const dgs_node *therapist = dgs_node_child(masthead, DGS_NODE_THERAPIST);
    dgs_style style = dgs_style_body(ctx, scheme), small = dgs_style_small(ctx, scheme);
    style.face = style.strong = scheme->face.name;
    dgs_style_type(&style, ctx->look->size.head);
    if (name != NULL)
        dgs_style_title(ctx, scheme, &style, name->spans, name->nspans);
    dgs_lines lines = {0};
    if (name != NULL && !dgs_lines_break(ctx, name->spans, name->nspans, &style, region->right, &lines))
        return false;
    if (lines.n > (tagline == NULL && therapist == NULL ? 2 : 1)) {
        dgs_style_type(&style, ctx->look->size.body);
        style.leading -= ctx->look->constant.furniture.name;
        if (!dgs_lines_break(ctx, name->spans, name->nspans, &style, region->right, &lines))
            return false;
    }
    bool together = tagline != NULL && lines.n > 1 && !lines.turned;
    if (!dgs_galley_lines(ctx, out, name, &lines, &style, (dgs_point){0, 0}) ||
        (tagline != NULL && !dgs_block_leaf(ctx, region, out, tagline, &small,
                                            lines.n == 0 ? 0 : ctx->look->constant.furniture.tagline)) ||
        (therapist != NULL && !therapist_add(ctx, region, out, therapist, &small, together)))
        return false;
    if (lines.turned)
        flush_right(out);
    return true;
}

// Contacts in a row from the left edge, for a name that needs the width; more rows where one does not hold them.
static bool contacts_row(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                         const dgs_node *contacts)
{
    const double between = ctx->look->constant.furniture.contact_row;
    dgs_style style = dgs_style_small(ctx, scheme);
    style.leading = ctx->look->size.contact;
    double x = region->right;
    for (const dgs_node *n = contacts == NULL ? NULL : contacts->first; n != NULL; n = n->next) {
        dgs_lines lines;
        if (!dgs_lines_break(ctx, n->spans, n->nspans, &style, region->right, &lines))
            return false;
        for (size_t i = 0; i < lines.n; i++) {
            if (x + lines.lines[i].width > region->right) {
                x = 0;
                if (!dgs_galley_atom(ctx, out, 0, style.leading))
                    return false;
            }
            if (!dgs_galley_line(ctx, out, n, &lines.lines[i], &style, (dgs_point){x, 0}))
                return false;
            dgs_galley_hold(out, &lines.lines[i], &style);
            x += lines.lines[i].width + between;
        }
    }
    return true;
}

// Logo, name and tagline on the left, contacts on the right; *whole is whether each contact fits its line.
static bool beside(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                   const dgs_node *masthead, bool *whole)
{
    const dgs_node *logo = dgs_node_child(masthead, DGS_NODE_LOGO);
    double left = dgs_logo_rect(ctx, region, logo).w + (logo == NULL ? 0 : ctx->look->constant.furniture.logo);
    right_side right;
    dgs_galley names = {0};
    if (!contacts_make(ctx, scheme, region, dgs_node_child(masthead, DGS_NODE_CONTACTS), &right))
        return false;
    *whole = right.whole;
    const dgs_region middle = dgs_region_strip(region, region->right - left - right.width);
    if (!names_make(ctx, scheme, &middle, &names, masthead))
        return false;
    double h = dgs_galley_height(&names, 0, names.natoms), c = dgs_galley_height(&right.galley, 0, right.galley.natoms);
    double height =
        in_steps(ctx, fmax(fmax(ctx->look->constant.page.masthead, dgs_logo_rect(ctx, region, logo).h), fmax(h, c)));
    return dgs_galley_atom(ctx, out, 0, height) && dgs_logo_add(ctx, region, out, logo, height) &&
           dgs_galley_absorb(ctx, out, &names, left, (height - h) / 2) &&
           dgs_galley_absorb(ctx, out, &right.galley, 0, (height - c) / 2);
}

// The same with the contacts in a row below, for a long name.
static bool below(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                  const dgs_node *masthead)
{
    const dgs_node *logo = dgs_node_child(masthead, DGS_NODE_LOGO);
    double left = dgs_logo_rect(ctx, region, logo).w + (logo == NULL ? 0 : ctx->look->constant.furniture.logo);
    const dgs_region rest = dgs_region_strip(region, region->right - left);
    dgs_galley contacts = {0}, names = {0};
    if (!names_make(ctx, scheme, &rest, &names, masthead) ||
        !contacts_row(ctx, scheme, region, &contacts, dgs_node_child(masthead, DGS_NODE_CONTACTS)))
        return false;
    double h = dgs_galley_height(&names, 0, names.natoms), c = dgs_galley_height(&contacts, 0, contacts.natoms);
    double above = fmax(dgs_logo_rect(ctx, region, logo).h, h);
    double height = in_steps(ctx, fmax(ctx->look->constant.page.masthead, above + c));
    return dgs_galley_atom(ctx, out, 0, height) && dgs_logo_add(ctx, region, out, logo, above) &&
           dgs_galley_absorb(ctx, out, &names, left, (above - h) / 2) &&
           dgs_galley_absorb(ctx, out, &contacts, 0, height - c);
}

bool dgs_masthead_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out)
{
    const dgs_node *masthead = ctx->doc->root->first;
    if (masthead == NULL || masthead->kind != DGS_NODE_MASTHEAD)
        return dgs_galley_atom(ctx, out, 0, ctx->look->constant.page.masthead);
    bool whole;
    if (!beside(ctx, scheme, region, out, masthead, &whole))
        return false;
    if (whole && dgs_galley_last(out)->height <= ctx->look->constant.page.masthead)
        return true;
    dgs_galley stacked = {0};
    if (!below(ctx, scheme, region, &stacked, masthead))
        return false;
    if (!whole || dgs_galley_last(&stacked)->height < dgs_galley_last(out)->height)
        *out = stacked;
    return true;
}

typedef struct foot { // in the making
    dgs_galley *galley;
    dgs_style style;
    double right, most; // of the whole foot; of what stands beside the page number
    double x, y;        // where the next words begin
    double tall;        // the height of their line
    double number_y;
} foot;

// Breaks the words into lines that leave the page number its room: beside the first of them, or, where the imprint
// begins with more than a line holds, beside the second.
static bool foot_break(const dgs_context *ctx, foot *f, const dgs_node *n, dgs_lines *lines)
{
    bool own_line = n->kind == DGS_NODE_NOTE; // beneath the page number, so all of it
    if (!dgs_lines_break(ctx, n->spans, n->nspans, &f->style, own_line ? f->right : f->most, lines))
        return false;
    if (n != n->parent->first || n->next == NULL || lines->n <= 1)
        return true;
    if (!dgs_lines_break(ctx, n->spans, n->nspans, &f->style, f->right, lines))
        return false;
    f->number_y = lines->n == 1 ? f->style.leading : 0;
    return lines->n <= 1 || dgs_lines_break(ctx, n->spans, n->nspans, &f->style, f->most, lines);
}

static void foot_feed(foot *f)
{
    f->y += f->tall;
    f->tall = f->style.leading;
}

static bool foot_add(const dgs_context *ctx, foot *f, const dgs_node *n)
{
    const double between = ctx->look->constant.furniture.foot;
    dgs_lines lines;
    if (!foot_break(ctx, f, n, &lines))
        return false;
    if (f->x > 0 && (n->kind == DGS_NODE_NOTE || f->x + lines.widest > f->most)) {
        f->x = 0;
        foot_feed(f);
    }
    for (size_t i = 0; i < lines.n; i++) {
        if (i > 0)
            foot_feed(f);
        f->tall = fmax(f->tall, dgs_line_height(&lines.lines[i], &f->style));
        if (!dgs_galley_line(ctx, f->galley, n, &lines.lines[i], &f->style, (dgs_point){f->x, f->y}))
            return false;
    }
    f->x = lines.n == 1 ? f->x + lines.widest + between : f->most;
    return true;
}

bool dgs_foot_make(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *out,
                   double *number_y)
{
    const double page_number = ctx->look->em.page_number * ctx->look->size.small.size;
    const dgs_node *imprint = dgs_node_child(ctx->doc->root, DGS_NODE_IMPRINT);
    foot f = {.galley = out,
              .style = dgs_style_small(ctx, scheme),
              .right = region->right,
              .most = region->right - page_number};
    f.tall = f.style.leading;
    if (!dgs_galley_atom(ctx, out, 0, 0))
        return false;
    for (const dgs_node *n = imprint == NULL ? NULL : imprint->first; n != NULL; n = n->next)
        if (!foot_add(ctx, &f, n))
            return false;
    dgs_galley_last(out)->height = f.y + f.tall;
    *number_y = f.number_y;
    return true;
}
