// Spans -> lines of runs. Knows nothing of where lines stand.
#ifndef DGS_LAYOUT_LINES_H
#define DGS_LAYOUT_LINES_H
#include "layout/style.h"

typedef struct dgs_line {
    dgs_run *runs; // x from the line's left edge; in the order of reading, which is that of places but for text from
                   // right to left
    size_t nruns;
    double width;    // that of the widest, where the paragraph runs from right to left: its lines begin at one edge
    double up, down; // the ink of scripts next to the family's; 0 where there is none
} dgs_line;

typedef struct dgs_lines {
    dgs_line *lines;
    size_t n;
    double widest;
    bool turned; // the paragraph runs from right to left
} dgs_lines;

// The working memory of the functions below, in the arena: one serves a whole layout. NULL when memory ends.
struct dgs_line_builder *dgs_line_builder_new(dgs_arena *arena);

// Breaks spans into lines of at most `measure` points. A word that is wider is broken between letters.
bool dgs_lines_break(const dgs_context *ctx, const dgs_span *spans, size_t nspans, const dgs_style *style,
                     double measure, dgs_lines *out);
// One word a line, whatever the measure: for the width of the longest.
bool dgs_lines_words(const dgs_context *ctx, const dgs_span *spans, size_t nspans, const dgs_style *style,
                     dgs_lines *out);
// Gives runs their places where some of them run from right to left; the blank at the line's end hangs over the edge by
// so much. Of lines.c alone.
bool dgs_line_turn(const dgs_context *ctx, dgs_line *line, double hanging);

// The height of a line: the style's leading, or what its ink takes.
double dgs_line_height(const dgs_line *line, const dgs_style *style);

// The heights of all lines together, and of the tallest; at least the leading.
double dgs_lines_height(const dgs_lines *lines, const dgs_style *style);
double dgs_lines_tallest(const dgs_lines *lines, const dgs_style *style);

// From the top of the line to its baseline; and how much lower that is than of a line of the family alone.
double dgs_line_baseline(const dgs_context *ctx, const dgs_line *line, const dgs_style *style);
double dgs_line_down(const dgs_context *ctx, const dgs_line *line, const dgs_style *style);

// One line of plain text. A space at its end is kept, without counting as width: it separates a bullet or a number from
// what follows.
bool dgs_lines_plain(const dgs_context *ctx, const char *utf8, const dgs_style *style, dgs_lines *out);
#endif
