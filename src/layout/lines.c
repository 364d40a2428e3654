// Spans -> lines of runs. An item is what no line may end in: words with what sticks to them. An item is made of
// segments, one for each change of style within it.
#include "layout/lines.h"

#include <string.h>

#include "base/utf8.h"
#include "text/break.h"

typedef struct segment {
    dgs_word word;
    dgs_str text;
    const dgs_span *span;
} segment;

// One for all paragraphs of a layout: its arrays are used again.
typedef struct dgs_line_builder {
    const dgs_context *ctx;
    const dgs_style *style;
    double measure;
    bool keep_blank;   // at the very end
    segment *segments; // of all items, in order
    size_t nsegments, cap_segments;
    dgs_break_item *items;
    size_t nitems, cap_items;
    size_t *firsts; // by item: its first segment
    size_t cap_firsts, nfirsts;
    const dgs_span **blanks; // by item: the span of the blank behind it, or NULL
    size_t cap_blanks, nblanks;
} builder;

static dgs_face face_of(const builder *b, const dgs_span *span)
{
    return span->emphasis == DGS_EMPH_STRONG ? b->style->strong : b->style->face;
}

static double points(const builder *b, int32_t units)
{
    return units * b->style->size / DGS_UNITS_PER_EM;
}

static bool shape(builder *b, const dgs_span *span, dgs_str text, dgs_word *out)
{
    return dgs_text_shape(b->ctx->text, face_of(b, span), b->style->feature, text, out, b->ctx->err);
}

// Begins an item; the last one is then complete.
static bool begin_item(builder *b)
{
    dgs_arena *arena = b->ctx->arena;
    dgs_break_item *item = DGS_PUSH(arena, b->items, b->nitems, b->cap_items);
    size_t *first = DGS_PUSH(arena, b->firsts, b->nfirsts, b->cap_firsts);
    const dgs_span **blank = DGS_PUSH(arena, b->blanks, b->nblanks, b->cap_blanks);
    if (item == NULL || first == NULL || blank == NULL)
        return dgs_fail_memory(b->ctx->err);
    *item = (dgs_break_item){0};
    *first = b->nsegments;
    *blank = NULL;
    return true;
}

static bool add_segment(builder *b, const dgs_span *span, dgs_str text)
{
    segment *s = DGS_PUSH(b->ctx->arena, b->segments, b->nsegments, b->cap_segments);
    if (s == NULL)
        return dgs_fail_memory(b->ctx->err);
    *s = (segment){.text = text, .span = span};
    if (!shape(b, span, text, &s->word))
        return false;
    b->items[b->nitems - 1].width += points(b, s->word.advance);
    return true;
}

// Ends the item. The blank behind it is kept where a line ends there too, by force or not: read out of the file, it
// parts the words.
static bool end_item(builder *b, const dgs_span *span, double cost)
{
    dgs_word blank;
    if (!shape(b, span, DGS_STR(" "), &blank))
        return false;
    b->items[b->nitems - 1].cost = cost;
    b->items[b->nitems - 1].space = points(b, blank.advance);
    b->blanks[b->nitems - 1] = span;
    return begin_item(b);
}

static bool item_is_empty(const builder *b)
{
    return b->firsts[b->nitems - 1] == b->nsegments;
}

static bool all_digits(dgs_str s)
{
    bool any = false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] >= '0' && s.p[i] <= '9')
            any = true;
        else if (strchr(".,:", s.p[i]) == NULL)
            return false;
    }
    return any;
}

// The cost of a line end between two words: a number stays with its unit ("15 minutes"), a word with the number
// behind it ("page 4"), and a line does not end in a word of one letter.
static double cost_between(dgs_str before, dgs_str after)
{
    bool lower = after.n > 0 && after.p[0] >= 'a' && after.p[0] <= 'z';
    if (all_digits(before) && lower)
        return DGS_BREAK_NEVER;
    if (all_digits(after) && before.n > 2 && before.n < 10)
        return 0.05;
    return before.n == 1 ? 0.02 : 0;
}

static bool break_after(char c)
{
    return c == '/' || c == '@' || c == '.' || c == '-' || c == '_' || c == '?' || c == '&' || c == '=';
}

// How much of a word that is too wide for a line goes into its next part: to a place where an address may be broken,
// else to the last letter that fits.
static size_t part_that_fits(const builder *b, const dgs_word *word, dgs_str text)
{
    double width = 0;
    size_t mark = 0, last = 0;
    for (size_t i = 0; i < word->n; i++) {
        const dgs_glyph *g = &word->glyphs[i];
        size_t end = g->cluster + g->length;
        width += points(b, g->advance);
        if (width > b->measure && last > 0)
            break;
        if (g->length > 0 && end < text.n) {
            last = end;
            if (break_after(text.p[end - 1]))
                mark = end;
        }
    }
    return mark > 0 ? mark : last;
}

// Whether a word is too much for a line that begins with what is in the item.
static bool is_too_much(const builder *b, const dgs_word *word)
{
    const double rounding = 0.01;
    return b->items[b->nitems - 1].width + points(b, word->advance) > b->measure + rounding;
}

// What sticks to a word in another style goes to the next line where both together are too wide for any.
static bool add_word(builder *b, const dgs_span *span, dgs_str text)
{
    for (;;) {
        dgs_word word;
        if (!shape(b, span, text, &word))
            return false;
        if (!item_is_empty(b) && is_too_much(b, &word) && !begin_item(b))
            return false;
        size_t part = 0;
        if (points(b, word.advance) > b->measure)
            part = part_that_fits(b, &word, text);
        if (part == 0)
            return add_segment(b, span, text);
        if (!add_segment(b, span, (dgs_str){text.p, part}) || !begin_item(b))
            return false;
        text = (dgs_str){text.p + part, text.n - part};
    }
}

// The end of the word at the head of s. U+00A0 sticks two words together but is set like a blank.
static size_t word_end(dgs_str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] != ' ' && s.p[i] != '\n' && strncmp(s.p + i, "\xc2\xa0", s.n - i < 2 ? s.n - i : 2) != 0)
        i++;
    return i;
}

static dgs_str first_word(dgs_str s)
{
    return (dgs_str){s.p, word_end(s)};
}

static dgs_str last_word(const builder *b)
{
    return b->nsegments == 0 ? (dgs_str){"", 0} : b->segments[b->nsegments - 1].text;
}

static bool add_span(builder *b, const dgs_span *span, const dgs_span *next)
{
    dgs_str rest = span->text;
    while (rest.n > 0) {
        size_t n = word_end(rest);
        if (n > 0 && !add_word(b, span, (dgs_str){rest.p, n}))
            return false;
        rest = (dgs_str){rest.p + n, rest.n - n};
        if (rest.n == 0)
            break;
        char c = rest.p[0];
        size_t skip = c == '\xc2' ? 2 : 1;
        rest = (dgs_str){rest.p + skip, rest.n - skip};
        dgs_str after = rest.n == 0 && next != NULL ? first_word(next->text) : first_word(rest);
        double cost = c == '\n' ? DGS_BREAK_MUST : skip == 2 ? DGS_BREAK_NEVER : cost_between(last_word(b), after);
        if (!end_item(b, span, cost))
            return false;
    }
    return true;
}

typedef struct pen { // what a line's runs are made of, glyph by glyph
    dgs_glyph *glyphs;
    size_t nglyphs;
    char *text;
    size_t ntext;
} pen;

static dgs_color color_of(const dgs_style *style, const dgs_span *span)
{
    if (span->link != NULL)
        return style->link_color;
    return span->emphasis == DGS_EMPH_STRONG ? style->strong_color : style->color;
}

static bool same_run(const builder *b, const dgs_run *run, const dgs_span *span)
{
    dgs_color c = color_of(b->style, span);
    return run->face == face_of(b, span) && run->link == span->link && run->lang == span->lang &&
           run->expansion == span->expansion && memcmp(&run->color, &c, sizeof c) == 0;
}

// Appends a shaped word to the line's last run, or to a new one.
static void put_word(const builder *b, dgs_line *line, pen *p, const dgs_span *span, const dgs_word *word, dgs_str text)
{
    dgs_run *run = line->nruns > 0 ? &line->runs[line->nruns - 1] : NULL;
    if (run == NULL || !same_run(b, run, span)) {
        double x = run == NULL ? 0 : run->x + run->width;
        run = &line->runs[line->nruns++];
        *run = (dgs_run){.face = face_of(b, span),
                         .size = (float)b->style->size,
                         .color = color_of(b->style, span),
                         .x = (float)x,
                         .glyphs = p->glyphs + p->nglyphs,
                         .text = {p->text + p->ntext, 0},
                         .link = span->link,
                         .lang = span->lang,
                         .expansion = span->expansion};
    }
    for (size_t i = 0; i < word->n; i++) {
        dgs_glyph g = word->glyphs[i];
        g.cluster += (uint32_t)run->text.n;
        p->glyphs[p->nglyphs++] = g;
    }
    memcpy(p->text + p->ntext, text.p, text.n);
    p->ntext += text.n;
    run->text.n += text.n;
    run->nglyphs += word->n;
    run->width += (float)points(b, word->advance);
}

// At most so many runs do the segments and blanks of the line make: one for each change of span.
static size_t count_runs(const builder *b, size_t begin, size_t end)
{
    size_t n = 0;
    const dgs_span *span = NULL;
    for (size_t i = begin; i < end; i++) {
        size_t to = i + 1 < b->nitems ? b->firsts[i + 1] : b->nsegments;
        for (size_t s = b->firsts[i]; s < to; s++) {
            n += b->segments[s].span != span;
            span = b->segments[s].span;
        }
        n += b->blanks[i] != NULL && b->blanks[i] != span;
        span = b->blanks[i] != NULL ? b->blanks[i] : span;
    }
    return n;
}

// Room for the items' glyphs, bytes and runs, with one blank each.
static bool make_room(const builder *b, size_t begin, size_t end, dgs_line *line, pen *p)
{
    size_t from = b->firsts[begin], to = end < b->nitems ? b->firsts[end] : b->nsegments;
    size_t glyphs = end - begin, bytes = glyphs;
    for (size_t i = from; i < to; i++) {
        glyphs += b->segments[i].word.n;
        bytes += b->segments[i].text.n;
    }
    line->runs = dgs_arena_array(b->ctx->arena, count_runs(b, begin, end), sizeof *line->runs);
    p->glyphs = dgs_arena_array(b->ctx->arena, glyphs, sizeof *p->glyphs);
    p->text = dgs_arena_alloc(b->ctx->arena, bytes + 1);
    return line->runs != NULL && p->glyphs != NULL && p->text != NULL ? true : dgs_fail_memory(b->ctx->err);
}

// The blank at a line's end is painted too: text that is read out of the file needs it. It does not count as width.
static bool make_line(const builder *b, size_t begin, size_t end, dgs_line *line)
{
    pen p = {0};
    if (!make_room(b, begin, end, line, &p))
        return false;
    for (size_t i = begin; i < end; i++) {
        size_t to = i + 1 < b->nitems ? b->firsts[i + 1] : b->nsegments;
        for (size_t s = b->firsts[i]; s < to; s++) {
            put_word(b, line, &p, b->segments[s].span, &b->segments[s].word, b->segments[s].text);
            line->width += points(b, b->segments[s].word.advance);
        }
        const dgs_span *blank = b->blanks[i];
        if (blank == NULL)
            continue;
        dgs_word word;
        if (!dgs_text_shape(b->ctx->text, face_of(b, blank), b->style->feature, DGS_STR(" "), &word, b->ctx->err))
            return false;
        put_word(b, line, &p, blank, &word, DGS_STR(" "));
        if (i + 1 < end)
            line->width += b->items[i].space;
    }
    return true;
}

static bool make_lines(builder *b, dgs_lines *out)
{
    dgs_arena *arena = b->ctx->arena;
    size_t n = b->nitems;
    while (n > 0 && b->firsts[n - 1] == b->nsegments) // blanks at the end
        n--;
    *out = (dgs_lines){0};
    if (n == 0)
        return true;
    if (!b->keep_blank)
        b->blanks[n - 1] = NULL;
    b->nitems = n;
    size_t *ends = dgs_arena_array(arena, n, sizeof *ends);
    size_t count = ends == NULL ? 0 : dgs_break_lines(b->items, n, b->measure, arena, ends);
    out->lines = dgs_arena_array(arena, count, sizeof *out->lines);
    if (count == 0 || out->lines == NULL)
        return dgs_fail_memory(b->ctx->err);
    for (size_t i = 0, begin = 0; i < count; begin = ends[i++]) {
        if (!make_line(b, begin, ends[i], &out->lines[i]))
            return false;
        if (out->lines[i].width > out->widest)
            out->widest = out->lines[i].width;
    }
    out->n = count;
    return true;
}

builder *dgs_line_builder_new(dgs_arena *arena)
{
    return dgs_arena_alloc(arena, sizeof(builder));
}

static builder *begin(const dgs_context *ctx, const dgs_style *style, double measure)
{
    builder *b = ctx->builder;
    b->ctx = ctx;
    b->style = style;
    b->measure = measure;
    b->keep_blank = style->goes_on;
    b->nsegments = b->nitems = b->nfirsts = b->nblanks = 0;
    return b;
}

static bool add_spans(builder *b, const dgs_span *spans, size_t nspans)
{
    if (!begin_item(b))
        return false;
    for (size_t i = 0; i < nspans; i++)
        if (!add_span(b, &spans[i], i + 1 < nspans ? &spans[i + 1] : NULL))
            return false;
    return true;
}

bool dgs_lines_break(const dgs_context *ctx, const dgs_span *spans, size_t nspans, const dgs_style *style,
                     double measure, dgs_lines *out)
{
    builder *b = begin(ctx, style, measure);
    return add_spans(b, spans, nspans) && make_lines(b, out);
}

bool dgs_lines_words(const dgs_context *ctx, const dgs_span *spans, size_t nspans, const dgs_style *style,
                     dgs_lines *out)
{
    builder *b = begin(ctx, style, 1e6);
    *out = (dgs_lines){0};
    if (!add_spans(b, spans, nspans))
        return false;
    for (size_t i = 0; i < b->nitems; i++)
        if (b->items[i].width > out->widest)
            out->widest = b->items[i].width;
    return true;
}

bool dgs_lines_plain(const dgs_context *ctx, const char *utf8, const dgs_style *style, dgs_lines *out)
{
    dgs_span *span = dgs_arena_alloc(ctx->arena, sizeof *span);
    builder *b = begin(ctx, style, 1e6);
    if (span == NULL)
        return dgs_fail_memory(ctx->err);
    span->text = dgs_str_of(utf8);
    b->keep_blank = true;
    return add_spans(b, span, 1) && make_lines(b, out);
}
