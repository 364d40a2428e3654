#include "handout/stock.h"

#include <stdlib.h>

#include "check/check.h"
#include "content/content.h"
#include "handout/inner.h"

enum { FRAMES = 8, LOGOS_MOST = 8 * 1024 * 1024 };

typedef struct frame { // a handout whose practice may be changed
    dgs_arena *arena;  // NULL: not in use yet
    bool ready;        // it can be filled
    uint64_t shape;
    dgs_handout handout;
    dgs_still *still;
    dgs_pairs pairs;
    unsigned long long used; // when, by the stock's count
} frame;

struct dgs_stock {
    dgs_logos *logos;
    frame frames[FRAMES];
    unsigned long long made;
    bool whole; // no handout of these orders can be filled: their text names the practice
};

dgs_stock *dgs_stock_new(dgs_err *err)
{
    dgs_stock *stock = calloc(1, sizeof *stock);
    if (stock == NULL)
        (void)dgs_fail_memory(err);
    else if ((stock->logos = dgs_logos_new(LOGOS_MOST, err)) != NULL)
        return stock;
    dgs_stock_free(stock);
    return NULL;
}

void dgs_stock_free(dgs_stock *stock)
{
    for (size_t i = 0; stock != NULL && i < FRAMES; i++)
        dgs_arena_free(stock->frames[i].arena);
    if (stock != NULL)
        dgs_logos_free(stock->logos);
    free(stock);
}

typedef struct making {
    const dgs_order *order;
    dgs_text *text;
    dgs_arena *arena;
    FILE *findings;
    dgs_handout *out;
    dgs_pdf *pdf;
    dgs_err *err;
} making;

// The room for a new frame: one that was never used, or the one that was not used for longest.
static frame *oldest(dgs_stock *stock)
{
    frame *old = &stock->frames[0];
    for (size_t i = 1; i < FRAMES; i++)
        if (stock->frames[i].used < old->used)
            old = &stock->frames[i];
    return old;
}

static bool fill(const frame *f, const making *m)
{
    dgs_pdf_options options;
    return dgs_handout_options(m->out, NULL, &options, m->err) &&
           dgs_pdf_fill(f->still, &m->out->pages, &m->out->doc, m->text, &options, m->arena, m->pdf, m->err);
}

// Makes the handout in full, and keeps nothing but its logo, where there is a stock.
static bool make_whole(const dgs_stock *stock, const making *m)
{
    dgs_logos *logos = stock == NULL ? NULL : stock->logos;
    if (!dgs_handout_lay_out(m->order, logos, m->text, m->arena, m->findings, m->out, m->err) ||
        !dgs_handout_write(m->out, m->text, NULL, m->arena, &m->pdf->bytes, m->err))
        return false;
    dgs_sha256_hex(m->pdf->bytes, m->pdf->sha256);
    return true;
}

// Makes the handout in full, and keeps it where others can be made of it.
static bool make_new(dgs_stock *stock, const making *m)
{
    frame *f = oldest(stock);
    dgs_pdf_options options;
    if (f->arena == NULL && (f->arena = dgs_arena_new(DGS_MEMORY_MAX)) == NULL)
        return dgs_fail_memory(m->err);
    dgs_arena_reset(f->arena);
    f->ready = false;
    f->used = stock->made;
    if (!dgs_handout_lay_out(m->order, stock->logos, m->text, f->arena, m->findings, m->out, m->err) ||
        !dgs_handout_options(m->out, NULL, &options, m->err) ||
        !dgs_pdf_still(&m->out->pages, &m->out->doc, m->text, &options, f->arena, &f->still, m->err) ||
        !dgs_check_pairs_of(&m->out->pages, &m->out->profile.palette, f->arena, &f->pairs, m->err))
        return false;
    f->handout = *m->out;
    f->shape = dgs_profile_shape(&m->out->profile);
    f->ready = m->out->doc.refillable && m->out->pages.frame != NULL;
    stock->whole = !m->out->doc.refillable;
    return fill(f, m);
}

// Fills the frame for this practice. Where *done comes out false it does not fit, or something is to be told that takes
// the whole handout to tell.
static bool make_from(frame *f, const making *m, bool *done)
{
    dgs_handout *out = m->out;
    dgs_look look = m->order->look;
    look.paper = out->profile.paper;
    out->report = (dgs_report){.arena = m->arena};
    *done = false;
    if (!dgs_check_pairs_hold(&f->pairs, &out->profile.palette))
        return true;
    if (!dgs_content_refill(&f->handout.doc, &out->profile, m->arena, m->err))
        return false;
    out->doc = f->handout.doc;
    const dgs_layout_input in = {&out->doc, &out->profile.palette, &look, m->text};
    if (!dgs_layout_refill(&f->handout.pages, &in, m->arena, &out->pages, done, m->err))
        return false;
    if (!*done)
        return true;
    *done = false;
    if (!dgs_handout_note_region(&out->profile, &out->report, m->err) ||
        !dgs_check_colors(&out->profile, &out->report, m->err) ||
        !dgs_check_live(&out->doc, m->text, &out->report, m->err))
        return false;
    if (out->report.n > 0)
        return true;
    *done = true;
    return fill(f, m);
}

static bool make(dgs_stock *stock, const dgs_order *order, dgs_text *text, dgs_arena *arena, FILE *findings,
                 dgs_handout *out, dgs_pdf *pdf, dgs_err *err)
{
    const making m = {order, text, arena, findings, out, pdf, err};
    *out = (dgs_handout){.report = {.arena = arena}};
    if (!dgs_profile_make(order->settings, order->look.ink, arena, &out->profile, err))
        return false;
    if (stock == NULL || stock->whole || dgs_handout_pressed(&order->look))
        return make_whole(stock, &m);
    stock->made++;
    uint64_t shape = dgs_profile_shape(&out->profile);
    for (size_t i = 0; i < FRAMES; i++) {
        frame *f = &stock->frames[i];
        bool done;
        if (!f->ready || f->shape != shape)
            continue;
        if (!make_from(f, &m, &done))
            return false;
        f->used = done ? stock->made : f->used;
        if (done)
            return true;
    }
    out->report = (dgs_report){.arena = arena};
    return make_new(stock, &m);
}

bool dgs_stock_make(dgs_stock *stock, const dgs_order *order, dgs_text *text, dgs_arena *arena, FILE *findings,
                    dgs_handout *out, dgs_pdf *pdf, dgs_err *err)
{
    if (make(stock, order, text, arena, findings, out, pdf, err))
        return true;
    for (size_t i = 0; stock != NULL && i < FRAMES; i++)
        if (stock->frames[i].arena != NULL)
            (void)dgs_arena_explain(stock->frames[i].arena, err);
    return dgs_arena_explain(arena, err);
}
