// Spans -> lines of runs. An item is what no line may end in: words with what sticks to them. An item is made of
// segments, one for each change of style within it.
#include "layout/lines.h"

#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "text/break.h"

typedef struct segment {
    dgs_word word;
    dgs_str text;
    const dgs_span *span;
    const dgs_stretch *stretch; // NULL where the whole text is the family's, from left to right
} segment;

typedef struct blank {    // behind an item
    const dgs_span *span; // NULL: there is none
    const dgs_stretch *stretch;
} blank;

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
    blank *blanks; // by item
    size_t cap_blanks, nblanks;
    dgs_stretches stretches; // of the spans' whole text; none where it needs none
    size_t stretch;          // the one that was asked for last
    size_t at;               // where the span's text begins in the whole
} builder;

static dgs_face face_of(const builder *b, const dgs_span *span)
{
    return span->emphasis == DGS_EMPH_STRONG ? b->style->strong : b->style->face;
}

static double points(const builder *b, const dgs_stretch *stretch, int32_t units)
{
    double size = stretch == NULL ? b->style->size : b->style->size * dgs_text_scale(stretch->face);
    return units * size / DGS_UNITS_PER_EM;
}

static bool shape(const builder *b, const dgs_span *span, const dgs_stretch *stretch, dgs_str text, dgs_word *out)
{
    if (stretch == NULL ||
        (b->style->feature != DGS_FEATURE_NONE && dgs_face_family(stretch->face) && stretch->level % 2 == 0))
        return dgs_text_shape(b->ctx->text, face_of(b, span), b->style->feature, text, out, b->ctx->err);
    return dgs_text_shape_stretch(b->ctx->text, stretch, face_of(b, span), text, out, b->ctx->err);
}

// The stretch that a byte of a span's text is in; NULL where there are none. Bytes are asked for in their order,
// mostly.
static const dgs_stretch *stretch_at(builder *b, const dgs_span *span, const char *byte)
{
    if (b->stretches.n == 0)
        return NULL;
    size_t at = b->at + (size_t)(byte - span->text.p);
    if (b->stretch > 0 && b->stretches.of[b->stretch - 1].end > at)
        b->stretch = 0;
    while (b->stretch + 1 < b->stretches.n && b->stretches.of[b->stretch].end <= at)
        b->stretch++;
    return &b->stretches.of[b->stretch];
}

// Begins an item; the last one is then complete.
static bool begin_item(builder *b)
{
    dgs_arena *arena = b->ctx->arena;
    dgs_break_item *item = DGS_PUSH(arena, b->items, b->nitems, b->cap_items);
    size_t *first = DGS_PUSH(arena, b->firsts, b->nfirsts, b->cap_firsts);
    blank *behind = DGS_PUSH(arena, b->blanks, b->nblanks, b->cap_blanks);
    if (item == NULL || first == NULL || behind == NULL)
        return dgs_fail_memory(b->ctx->err);
    *item = (dgs_break_item){0};
    *first = b->nsegments;
    *behind = (blank){0};
    return true;
}

static bool add_segment(builder *b, const dgs_span *span, const dgs_stretch *stretch, dgs_str text)
{
    segment *s = DGS_PUSH(b->ctx->arena, b->segments, b->nsegments, b->cap_segments);
    if (s == NULL)
        return dgs_fail_memory(b->ctx->err);
    *s = (segment){.text = text, .span = span, .stretch = stretch};
    if (!shape(b, span, stretch, text, &s->word))
        return false;
    b->items[b->nitems - 1].width += points(b, stretch, s->word.advance);
    return true;
}

// Ends the item. The blank behind it is kept where a line ends there too, by force or not: read out of the file, it
// parts the words.
static bool end_item(builder *b, const dgs_span *span, const dgs_stretch *stretch, double cost)
{
    dgs_word word;
    if (!shape(b, span, stretch, DGS_STR(" "), &word))
        return false;
    b->items[b->nitems - 1].cost = cost;
    b->items[b->nitems - 1].space = points(b, stretch, word.advance);
    b->blanks[b->nitems - 1] = (blank){span, stretch};
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
    if (lower && all_digits(before))
        return DGS_BREAK_NEVER;
    if (before.n > 2 && before.n < 10 && all_digits(after))
        return 0.05;
    return before.n == 1 ? 0.02 : 0;
}

static bool break_after(char c)
{
    return c == '/' || c == '@' || c == '.' || c == '-' || c == '_' || c == '?' || c == '&' || c == '=';
}

// How much of a word that is too wide for a line goes into its next part: to a place where an address may be broken,
// else to the last letter that fits.
static size_t part_that_fits(const builder *b, const dgs_stretch *stretch, const dgs_word *word, dgs_str text)
{
    double width = 0;
    size_t mark = 0, last = 0;
    for (size_t i = 0, next; i < word->n; i = next) {
        const dgs_glyph *g = &word->glyphs[i];
        size_t end = g->cluster + g->length;
        width += points(b, stretch, g->advance);
        for (next = i + 1; next < word->n && word->glyphs[next].length == 0; next++)
            width += points(b, stretch, word->glyphs[next].advance);
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
static bool is_too_much(const builder *b, double width)
{
    const double rounding = 0.01;
    return b->items[b->nitems - 1].width + width > b->measure + rounding;
}

// What sticks to a word in another style goes to the next line where both together are too wide for any.
static bool add_part(builder *b, const dgs_span *span, const dgs_stretch *stretch, dgs_str text)
{
    for (;;) {
        dgs_word word;
        if (!shape(b, span, stretch, text, &word))
            return false;
        double width = points(b, stretch, word.advance);
        if (!item_is_empty(b) && is_too_much(b, width) && !begin_item(b))
            return false;
        size_t part = 0;
        if (width > b->measure)
            part = part_that_fits(b, stretch, &word, text);
        if (part == 0)
            return add_segment(b, span, stretch, text);
        if (!add_segment(b, span, stretch, (dgs_str){text.p, part}) || !begin_item(b))
            return false;
        text = (dgs_str){text.p + part, text.n - part};
    }
}

static const int32_t zero_width_space = 0x200b;

// How much of a text is of its first stretch, up to where a line may end without a blank: *ends then. A U+200B there is
// not of it, and is not printed.
static size_t part_of_stretch(dgs_str text, size_t of_stretch, bool *ends)
{
    dgs_str rest = text;
    int32_t before = 0;
    *ends = false;
    for (;;) {
        size_t done = text.n - rest.n;
        int32_t cp = dgs_utf8_next(&rest);
        *ends = cp >= 0 && (cp == zero_width_space || (before > 0 && dgs_text_may_end((uint32_t)before, (uint32_t)cp)));
        if (cp < 0 || done >= of_stretch || *ends)
            return done;
        before = cp;
    }
}

// A word whose characters need several faces, or that is no word but a line of Chinese.
static bool add_mixed(builder *b, const dgs_span *span, dgs_str text)
{
    while (text.n > 0) {
        const dgs_stretch *stretch = stretch_at(b, span, text.p);
        size_t left = stretch->end - b->at - (size_t)(text.p - span->text.p);
        bool ends;
        size_t n = part_of_stretch(text, left, &ends);
        if (n > 0 && !add_part(b, span, stretch, (dgs_str){text.p, n}))
            return false;
        text = (dgs_str){text.p + n, text.n - n};
        dgs_str rest = text;
        if (ends && dgs_utf8_next(&rest) == zero_width_space)
            text = rest;
        if (!ends || item_is_empty(b))
            continue;
        b->items[b->nitems - 1].cost = DGS_BREAK_LETTER;
        if (!begin_item(b))
            return false;
    }
    return true;
}

static bool add_word(builder *b, const dgs_span *span, dgs_str text)
{
    return b->stretches.n == 0 ? add_part(b, span, NULL, text) : add_mixed(b, span, text);
}

// The end of the word at the head of s. U+00A0 sticks two words together but is set like a blank.
static size_t word_end(dgs_str s)
{
    size_t i = 0;
    while (i < s.n && s.p[i] != ' ' && s.p[i] != '\n' && !(s.p[i] == '\xc2' && i + 1 < s.n && s.p[i + 1] == '\xa0'))
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
        if (!end_item(b, span, stretch_at(b, span, rest.p - skip), cost))
            return false;
    }
    return true;
}

typedef struct pen { // what a line's runs are made of, glyph by glyph
    dgs_glyph *glyphs;
    size_t nglyphs;
    char *text;
    size_t ntext;
    const dgs_span *span; // of the last word, with its stretch
    const dgs_stretch *stretch;
} pen;

static dgs_color color_of(const dgs_style *style, const dgs_span *span)
{
    if (span->link != NULL)
        return style->link_color;
    return span->emphasis == DGS_EMPH_STRONG ? style->strong_color : style->color;
}

static const char *lang_of(const builder *b, const segment *s)
{
    if (s->span->lang != NULL || s->stretch == NULL)
        return s->span->lang;
    return dgs_text_language(b->ctx->text, s->stretch->script);
}

// What says how bold the words of a span are, so that all are the same: as much as a name is long, for long texts
// would be read again at each change of the face.
static dgs_str head(dgs_str text)
{
    enum { MOST = 512 };
    return (dgs_str){text.p, text.n < MOST ? text.n : MOST};
}

// What a segment looks like, without a place.
static dgs_run run_of(const builder *b, const segment *s)
{
    enum { HEAVY = 600 }; // the weight from which on another script's face is made bold
    dgs_face face = face_of(b, s->span);
    dgs_run run = {.face = face,
                   .usual = b->style->title ? DGS_FACE_DISPLAY : face,
                   .size = (float)b->style->size,
                   .color = color_of(b->style, s->span),
                   .link = s->span->link,
                   .lang = lang_of(b, s),
                   .expansion = s->span->expansion};
    if (s->stretch == NULL)
        return run;
    run.level = s->stretch->level;
    if (!dgs_face_family(s->stretch->face)) {
        run.face = s->stretch->face;
        run.size = (float)(b->style->size * dgs_text_scale(run.face));
        if (dgs_text_metrics(b->ctx->text, face)->weight >= HEAVY)
            run.outline = (float)dgs_text_outline(run.face, head(s->span->text));
    }
    return run;
}

static bool same_run(const dgs_run *a, const dgs_run *b)
{
    return a->face == b->face && a->link == b->link && a->lang == b->lang && a->expansion == b->expansion &&
           a->level == b->level && a->outline == b->outline && memcmp(&a->color, &b->color, sizeof a->color) == 0;
}

// The run that a segment of another span or stretch goes to: the last one, where that looks the same.
static dgs_run *begin_run(const builder *b, dgs_line *line, const pen *p, const segment *s)
{
    dgs_run wanted = run_of(b, s);
    if (line->nruns > 0) {
        dgs_run *last = &line->runs[line->nruns - 1];
        if (same_run(last, &wanted))
            return last;
        wanted.x = last->x + last->width;
    }
    wanted.glyphs = p->glyphs + p->nglyphs;
    wanted.text = (dgs_str){p->text + p->ntext, 0};
    dgs_run *run = &line->runs[line->nruns++];
    *run = wanted;
    return run;
}

// The ink of the family, accents aside, where other scripts are in the same paragraph.
enum { FAMILY_UP = 712, FAMILY_DOWN = 224 };

// Appends a shaped word to the line's last run, or to a new one.
static void put_word(const builder *b, dgs_line *line, pen *p, const segment *s)
{
    bool goes_on = line->nruns > 0 && p->span == s->span && p->stretch == s->stretch;
    dgs_run *run = goes_on ? &line->runs[line->nruns - 1] : begin_run(b, line, p, s);
    p->span = s->span;
    p->stretch = s->stretch;
    for (size_t i = 0; i < s->word.n; i++) {
        dgs_glyph g = s->word.glyphs[i];
        g.cluster += (uint32_t)run->text.n;
        p->glyphs[p->nglyphs++] = g;
    }
    memcpy(p->text + p->ntext, s->text.p, s->text.n);
    p->ntext += s->text.n;
    run->text.n += s->text.n;
    run->nglyphs += s->word.n;
    run->width += (float)points(b, s->stretch, s->word.advance);
    if (s->stretch != NULL) {
        line->up = fmax(line->up, points(b, s->stretch, s->word.up > 0 ? s->word.up : FAMILY_UP));
        line->down = fmax(line->down, points(b, s->stretch, s->word.up > 0 ? s->word.down : FAMILY_DOWN));
    }
}

// At most so many runs do the segments and blanks of the line make: one for each change of span or stretch.
static size_t count_runs(const builder *b, size_t begin, size_t end)
{
    size_t n = 0;
    blank last = {0};
    for (size_t i = begin; i < end; i++) {
        size_t to = i + 1 < b->nitems ? b->firsts[i + 1] : b->nsegments;
        for (size_t s = b->firsts[i]; s < to; s++) {
            n += b->segments[s].span != last.span || b->segments[s].stretch != last.stretch;
            last = (blank){b->segments[s].span, b->segments[s].stretch};
        }
        if (b->blanks[i].span == NULL)
            continue;
        n += b->blanks[i].span != last.span || b->blanks[i].stretch != last.stretch || i + 1 == end;
        last = b->blanks[i];
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
    if (line->runs == NULL || p->glyphs == NULL || p->text == NULL)
        return dgs_fail_memory(b->ctx->err);
    return true;
}

// The stretch of the blank that ends a line: it has the paragraph's level (rule L1), and from right to left it is no
// part of the run that it hangs from.
static const dgs_stretch *last_blank(const builder *b, const dgs_stretch *stretch)
{
    bool needed = stretch != NULL && (stretch->level > 0 || stretch->base > 0);
    dgs_stretch *own = needed ? dgs_arena_alloc(b->ctx->arena, sizeof *own) : NULL;
    if (own == NULL)
        return stretch;
    *own = *stretch;
    own->face = own->script = DGS_FACE_REGULAR;
    own->level = stretch->base;
    return own;
}

static bool put_blank(const builder *b, dgs_line *line, pen *p, size_t item, bool last)
{
    segment s = {.text = DGS_STR(" "), .span = b->blanks[item].span, .stretch = b->blanks[item].stretch};
    if (s.span == NULL)
        return true;
    if (last)
        s.stretch = last_blank(b, s.stretch);
    if (!shape(b, s.span, s.stretch, s.text, &s.word))
        return false;
    put_word(b, line, p, &s);
    if (!last)
        line->width += b->items[item].space;
    return true;
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
            put_word(b, line, &p, &b->segments[s]);
            line->width += points(b, b->segments[s].stretch, b->segments[s].word.advance);
        }
        if (!put_blank(b, line, &p, i, i + 1 == end))
            return false;
    }
    return b->stretches.n == 0 ||
           dgs_line_turn(b->ctx, line, b->blanks[end - 1].span == NULL ? 0 : b->items[end - 1].space);
}

static bool runs_from_right(const builder *b, size_t item)
{
    const dgs_stretch *stretch = b->segments[b->firsts[item]].stretch;
    return stretch != NULL && stretch->base % 2 != 0;
}

// Lines of a paragraph from right to left begin at one edge: the right one of the widest. `first` is the line's item.
static void flush_right(const builder *b, size_t first, double widest, dgs_line *line)
{
    if (!runs_from_right(b, first))
        return;
    for (size_t i = 0; i < line->nruns; i++)
        line->runs[i].x += (float)(widest - line->width);
    line->width = widest;
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
        b->blanks[n - 1] = (blank){0};
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
    for (size_t i = 0, begin = 0; b->stretches.n > 0 && i < count; begin = ends[i++])
        flush_right(b, begin, out->widest, &out->lines[i]);
    out->n = count;
    out->turned = runs_from_right(b, 0);
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
    b->stretches = (dgs_stretches){0};
    b->stretch = b->at = 0;
    return b;
}

// Parts the text by faces and directions, where it needs more than the family.
static bool find_stretches(builder *b, const dgs_span *spans, size_t nspans)
{
    size_t i = 0;
    while (i < nspans && dgs_text_simple(spans[i].text))
        i++;
    if (i == nspans)
        return true;
    dgs_piece *pieces = dgs_arena_array(b->ctx->arena, nspans, sizeof *pieces);
    if (pieces == NULL)
        return dgs_fail_memory(b->ctx->err);
    for (i = 0; i < nspans; i++)
        pieces[i] = (dgs_piece){spans[i].text, nspans > 1 && spans[i].variable != NULL};
    return dgs_text_stretches(b->ctx->text, pieces, nspans, b->ctx->arena, &b->stretches, b->ctx->err);
}

static bool add_spans(builder *b, const dgs_span *spans, size_t nspans)
{
    if (!begin_item(b) || !find_stretches(b, spans, nspans))
        return false;
    for (size_t i = 0; i < nspans; i++) {
        if (!add_span(b, &spans[i], i + 1 < nspans ? &spans[i + 1] : NULL))
            return false;
        b->at += spans[i].text.n;
    }
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
