// A step: its numeral, what to do and why with what to take care of below, and its picture.
#include <math.h>
#include <stdio.h>

#include "layout/block.h"

// The numeral is part of the heading: it is read before it. Its capitals' height begins where the heading's does.
static bool numeral_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *step,
                        double x)
{
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = scheme->face.title;
    style.color = ctx->palette->numeral.filled ? ctx->palette->numeral.text : scheme->heading;
    dgs_style_type(&style, ctx->look->size.numeral);
    if (ctx->palette->numeral.filled)
        dgs_style_type(&style, (dgs_type){ctx->look->size.cap.size, ctx->look->len.step.disc});
    char number[16];
    (void)snprintf(number, sizeof number, "%d ", step->number);
    dgs_lines lines;
    if (!dgs_lines_plain(ctx, number, &style, &lines) || lines.n != 1)
        return false;
    const dgs_style head = dgs_style_heading(ctx, scheme, step->first);
    const dgs_ground *ground = &ctx->palette->numeral;
    const double units = DGS_UNITS_PER_EM, disc = ctx->look->len.step.disc;
    if (ground->filled) // of a light color: under a smaller numeral, in its middle
        return dgs_ground_add(ctx, galley, ground, DGS_GROUND_DISC, (dgs_rect){x, 0, disc, disc}, 0) &&
               dgs_galley_line(ctx, galley, step->first, &lines.lines[0], &style,
                               (dgs_point){x + (disc - lines.lines[0].width) / 2, 0});
    double own = dgs_text_metrics(ctx->text, style.face)->cap_height * style.size / units;
    double of_head = dgs_text_metrics(ctx->text, head.face)->cap_height * head.size / units;
    double top = (head.leading - of_head) / 2 - (style.leading - own) / 2;
    return dgs_galley_line(ctx, galley, step->first, &lines.lines[0], &style, (dgs_point){x, top});
}

// A disc with an exclamation mark before the words, which say the same.
static bool mark_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, size_t atom, double x)
{
    const double side = ctx->look->len.step.mark;
    dgs_style style = dgs_style_body(ctx, scheme);
    style.face = scheme->face.name;
    style.color = ctx->palette->badge.text;
    style.size = side / 1.15; // 10 points, no smaller than what else is small
    dgs_lines lines;
    if (!dgs_lines_plain(ctx, "!", &style, &lines) || lines.n != 1)
        return false;
    double up = dgs_galley_height(galley, atom, galley->natoms - 1); // beside the first line, drawn with the last
    double top = (style.leading - side) / 2 - up;
    const dgs_point at = {x + (side - lines.lines[0].width) / 2, -up};
    return dgs_ground_add(ctx, galley, &ctx->palette->badge, DGS_GROUND_DISC, (dgs_rect){x, top, side, side}, 0) &&
           dgs_galley_line(ctx, galley, NULL, &lines.lines[0], &style, at);
}

// The last paragraph is the warning.
static bool warning_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                        const dgs_node *n)
{
    const dgs_look *look = ctx->look;
    const dgs_region words = dgs_region_from(region, region->left + look->len.step.mark + look->gap.step.mark);
    dgs_style style = dgs_style_body(ctx, scheme);
    style.strong_color = scheme->heading;
    size_t from = galley->natoms;
    return dgs_block_leaf(ctx, &words, galley, n, &style, look->gap.step.warning) &&
           (galley->natoms == from || mark_add(ctx, scheme, galley, from, region->left));
}

static bool words_make(const dgs_context *ctx, const dgs_scheme *scheme, double width, dgs_galley *words,
                       const dgs_node *step)
{
    dgs_region strip = {.right = width};
    for (const dgs_node *n = step->first; n != NULL; n = n->next) {
        const dgs_style style = dgs_style_body(ctx, scheme);
        bool warning = n == step->last && n->kind == DGS_NODE_PARA && n != dgs_node_child(step, DGS_NODE_PARA);
        bool ok = warning                    ? warning_add(ctx, scheme, &strip, words, n)
                  : n->kind == DGS_NODE_PARA ? dgs_block_leaf(ctx, &strip, words, n, &style, 0)
                                             : dgs_block_add(ctx, scheme, &strip, words, n);
        if (!ok)
            return false;
    }
    return true;
}

typedef struct row {
    double words_x, words, picture_x, picture; // where they begin, how wide they are; no picture: 0
    bool below;                                // it stands below the words
} row;

// The picture gives way where the words would stand in too short lines.
static row row_of(const dgs_context *ctx, const dgs_region *region, const dgs_node *step)
{
    const dgs_look *look = ctx->look;
    const double gutter = look->gap.step.gutter, width = dgs_region_width(region);
    row r = {.words_x = region->left + look->len.step.numeral};
    bool art = step->picture != NULL && step->picture->kind == DGS_PICTURE_ART;
    r.picture = art ? fmin(look->len.step.picture, floor(width * look->share.picture)) : 0;
    if (!dgs_width_holds(ctx, width - look->len.step.numeral - r.picture - gutter, look->em.step))
        r.picture = 0;
    r.below = art && r.picture == 0 && look->len.step.below > 0;
    r.picture_x = region->right - r.picture;
    r.words = r.picture_x - (r.picture > 0 ? gutter : 0) - r.words_x;
    return r;
}

// The picture with its words, as large as its column and the row hold both, in the middle of them.
static bool picture_add(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *step,
                        const row *r)
{
    dgs_picture_words words;
    if (!dgs_picture_words_make(ctx, scheme, step, r->picture, &words))
        return false;
    const dgs_art *art = step->picture->art;
    double height = dgs_galley_last(galley)->height, most = fmin(ctx->look->len.step.height, height) - words.height;
    double scale = fmin(r->picture / art->w, most / art->h);
    dgs_rect rect = {0, 0, art->w * scale, art->h * scale};
    rect.x = r->picture_x + (r->picture - rect.w) / 2;
    rect.y = (height - rect.h - words.height) / 2;
    return dgs_picture_put(ctx, galley, art, rect, &words, r->picture_x);
}

// Below the words, where they take the whole width: in the middle of it.
static bool picture_below(const dgs_context *ctx, const dgs_scheme *scheme, dgs_galley *galley, const dgs_node *step,
                          const dgs_region *region)
{
    const dgs_art *art = step->picture->art;
    const double width = dgs_region_width(region);
    double scale = fmin(ctx->look->len.step.below / art->h, width / art->w),
           down = dgs_galley_last(galley)->height + ctx->look->gap.step.picture;
    dgs_picture_words words;
    if (!dgs_picture_words_make(ctx, scheme, step, width, &words))
        return false;
    dgs_rect rect = {region->left + (width - art->w * scale) / 2, down, art->w * scale, art->h * scale};
    dgs_galley_last(galley)->height = down + rect.h + words.height;
    return dgs_picture_put(ctx, galley, art, rect, &words, region->left);
}

// A step that no page holds is set as a plain section.
static bool plain(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *step)
{
    const dgs_region beside = dgs_region_from(region, region->left + ctx->look->len.step.numeral);
    return dgs_block_children(ctx, scheme, &beside, galley, step);
}

bool dgs_step_add(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_region *region, dgs_galley *galley,
                  const dgs_node *step)
{
    const dgs_look *look = ctx->look;
    const row r = row_of(ctx, region, step);
    dgs_galley words = {0};
    if (!words_make(ctx, scheme, r.words, &words, step))
        return false;
    double height = fmax(dgs_galley_height(&words, 0, words.natoms), look->len.step.least);
    const double picture = r.below ? look->gap.step.picture + look->len.step.below + look->size.body.leading : 0;
    if (height + picture > region->height)
        return plain(ctx, scheme, region, galley, step);
    if (!dgs_galley_atom(ctx, galley, look->gap.step.between, height))
        return false;
    dgs_galley_last(galley)->stretch = true;
    return numeral_add(ctx, scheme, galley, step, region->left) &&
           dgs_galley_absorb(ctx, galley, &words, r.words_x, 0) &&
           (r.picture == 0 || picture_add(ctx, scheme, galley, step, &r)) &&
           (!r.below || picture_below(ctx, scheme, galley, step, region));
}
