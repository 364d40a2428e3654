#include "print/pen.h"

#include <math.h>
#include <string.h>

#include "layout/qr_art.h"
#include "qr/qr.h"

static void *need(dgs_pen *pen, void *memory)
{
    if (memory == NULL && !pen->failed)
        pen->failed = !dgs_fail_memory(pen->err);
    return memory;
}

dgs_node *dgs_pen_node(dgs_pen *pen, dgs_node *parent, dgs_node_kind kind, const char *words)
{
    dgs_node *node = need(pen, dgs_arena_alloc(pen->arena, sizeof *node));
    dgs_span *span = need(pen, dgs_arena_alloc(pen->arena, sizeof *span));
    if (pen->failed)
        return NULL;
    *node = (dgs_node){.kind = kind, .parent = parent, .index = pen->nnodes++};
    if (words != NULL) {
        span->text = dgs_str_of(words);
        node->spans = span;
        node->nspans = 1;
    }
    if (parent == NULL)
        pen->root = node;
    else if (parent->last == NULL)
        parent->first = parent->last = node;
    else
        parent->last = parent->last->next = node;
    return node;
}

void dgs_pen_box(dgs_pen *pen, dgs_box box)
{
    dgs_box *item = need(pen, DGS_PUSH(pen->arena, pen->boxes, pen->nboxes, pen->cap));
    if (item != NULL)
        *item = box;
}

static double shape(dgs_pen *pen, const dgs_hand *hand, dgs_str words, dgs_word *out)
{
    *out = (dgs_word){0};
    if (!pen->failed)
        pen->failed = !dgs_text_shape(pen->text, hand->face, DGS_FEATURE_NONE, words, out, pen->err);
    return out->advance * hand->size / DGS_UNITS_PER_EM;
}

double dgs_pen_width(dgs_pen *pen, const dgs_hand *hand, const char *words)
{
    dgs_word word;
    return shape(pen, hand, dgs_str_of(words), &word);
}

static void line(dgs_pen *pen, const dgs_node *node, const dgs_hand *hand, dgs_str words, double x, double y)
{
    dgs_word word;
    double width = shape(pen, hand, words, &word);
    dgs_run *run = need(pen, dgs_arena_alloc(pen->arena, sizeof *run));
    const dgs_face_metrics *metrics = dgs_text_metrics(pen->text, hand->face);
    if (pen->failed)
        return;
    double above = (hand->leading - (metrics->ascent - metrics->descent) * hand->size / DGS_UNITS_PER_EM) / 2;
    double baseline = y + above + metrics->ascent * hand->size / DGS_UNITS_PER_EM;
    *run = (dgs_run){.face = hand->face,
                     .usual = hand->face,
                     .size = (float)hand->size,
                     .color = hand->color,
                     .x = (float)x,
                     .width = (float)width,
                     .glyphs = word.glyphs,
                     .nglyphs = word.n,
                     .text = words};
    dgs_pen_box(pen, (dgs_box){.kind = DGS_BOX_TEXT,
                               .rect = {x, baseline - 0.75 * hand->size, width, hand->size},
                               .node = node,
                               .baseline = baseline,
                               .runs = run,
                               .nruns = 1});
}

// How much of the words stands on one line, the blank at its end included: a reader of the file needs it.
static size_t line_length(dgs_pen *pen, const dgs_hand *hand, const char *words, double measure)
{
    size_t fits = 0;
    for (size_t n = 0; words[n] != '\0'; fits = n) {
        dgs_word word;
        size_t end = n + strcspn(words + n, " ");
        if (fits > 0 && shape(pen, hand, (dgs_str){words, end}, &word) > measure)
            break;
        n = end + strspn(words + end, " ");
    }
    return fits;
}

double dgs_pen_words(dgs_pen *pen, const dgs_node *node, const dgs_hand *hand, const char *words, double x, double y,
                     double measure)
{
    double height = 0;
    while (*words != '\0' && !pen->failed) {
        size_t n = line_length(pen, hand, words, measure);
        line(pen, node, hand, (dgs_str){words, n}, x, y + height);
        height += hand->leading;
        words += n;
    }
    return height;
}

double dgs_pen_qr(dgs_pen *pen, const dgs_node *node, const char *says, double module, double x, double y)
{
    const size_t most = 177; // the largest code that there is (ISO/IEC 18004)
    dgs_qr qr;
    if (!pen->failed)
        pen->failed = !dgs_qr_make(dgs_str_of(says), most, pen->arena, &qr, pen->err);
    const dgs_art *art = pen->failed ? NULL : need(pen, (void *)dgs_qr_art(&qr, pen->arena));
    if (art == NULL)
        return 0;
    double side = (double)art->w * module;
    dgs_pen_box(pen, (dgs_box){.kind = DGS_BOX_ART, .rect = {x, y, side, side}, .node = node, .art = art});
    return side;
}

bool dgs_pen_finish(dgs_pen *pen, double width, double height, dgs_doc *doc, dgs_pages *pages)
{
    dgs_page *page = need(pen, dgs_arena_alloc(pen->arena, sizeof *page));
    int *node_page = need(pen, dgs_arena_array(pen->arena, pen->nnodes, sizeof *node_page));
    double *node_top = need(pen, dgs_arena_array(pen->arena, pen->nnodes, sizeof *node_top));
    if (pen->failed)
        return false;
    for (size_t i = 0; i < pen->nnodes; i++)
        node_top[i] = height;
    for (size_t i = 0; i < pen->nboxes; i++)
        for (const dgs_node *n = pen->boxes[i].node; n != NULL; n = n->parent)
            node_top[n->index] = fmin(node_top[n->index], pen->boxes[i].rect.y);
    *page = (dgs_page){pen->boxes, pen->nboxes};
    *pages = (dgs_pages){
        .width = width, .height = height, .pages = page, .npages = 1, .node_page = node_page, .node_top = node_top};
    doc->root = pen->root;
    doc->count = pen->nnodes;
    return true;
}
