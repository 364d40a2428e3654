#include "text/break.h"

#include <stdint.h>

static const double tolerance = 0.01; // points: rounding of widths must not push a word to the next line

typedef struct state { // the best way to end a line before piece i
    double badness;
    size_t from; // where that line begins
} state;

static double line_badness(double width, double measure)
{
    double slack = (measure - width) / measure;
    return slack < 0 ? 1e6 * (1 - slack) : slack * slack; // below 0: one piece that does not fit, no choice
}

// The last line, of pieces `from` to `to`, may be short, but not very short, and one word alone reads as a mistake. Of
// single letters only one or two do, so that the lines before are full.
static double last_badness(const dgs_break_item *pieces, size_t from, size_t to, double width, double measure)
{
    bool letters = from > 0 && pieces[from - 1].cost == DGS_BREAK_LETTER;
    bool lone = from > 0 && to - from < (letters ? 2 : 1);
    double missing = letters ? 0 : 1.0 / 3 - width / measure;
    if (width > measure)
        return line_badness(width, measure);
    return (missing > 0 ? missing * missing : 0) + (lone ? 0.05 : 0);
}

// Tries every line that begins at piece `from`, whose own best badness is known.
static void extend(const dgs_break_item *pieces, size_t n, double measure, state *best, size_t from)
{
    double width = 0;
    for (size_t i = from; i < n; i++) {
        width += pieces[i].width;
        if (i > from && width > measure + tolerance)
            return;
        bool must = pieces[i].cost <= DGS_BREAK_MUST, last = i + 1 == n;
        if (last || must || pieces[i].cost < DGS_BREAK_NEVER) {
            double badness = best[from].badness;
            badness += last || must ? last_badness(pieces, from, i, width, measure)
                                    : line_badness(width, measure) + pieces[i].cost;
            if (badness < best[i + 1].badness)
                best[i + 1] = (state){badness, from};
        }
        if (must)
            return;
        width += pieces[i].space;
    }
}

size_t dgs_break_lines(const dgs_break_item *pieces, size_t n, double measure, dgs_arena *arena, size_t *ends)
{
    state *best = dgs_arena_array(arena, n + 1, sizeof *best);
    if (best == NULL || n == 0)
        return 0;
    for (size_t i = 1; i <= n; i++)
        best[i].badness = 1e300;
    for (size_t i = 0; i < n; i++)
        if (best[i].badness < 1e300)
            extend(pieces, n, measure, best, i);
    if (best[n].badness >= 1e300) // pieces that must stay together do not fit a line: break where there is a blank
        return dgs_break_greedy(pieces, n, measure, ends);
    size_t count = 0;
    for (size_t i = n; i > 0; i = best[i].from)
        count++;
    size_t line = count;
    for (size_t i = n; i > 0; i = best[i].from)
        ends[--line] = i;
    return count;
}

size_t dgs_break_greedy(const dgs_break_item *pieces, size_t n, double measure, size_t *ends)
{
    size_t count = 0, begin = 0, allowed = SIZE_MAX; // allowed: the last place where this line may end
    double width = 0;
    for (size_t i = 0; i < n; i++) {
        width += pieces[i].width;
        if (i > begin && width > measure + tolerance) {
            size_t end = allowed == SIZE_MAX ? i : allowed;
            ends[count++] = begin = end;
            i = end - 1; // the next line begins again at `end`
            width = 0;
            allowed = SIZE_MAX;
            continue;
        }
        if (pieces[i].cost <= DGS_BREAK_MUST && i + 1 < n) {
            ends[count++] = begin = i + 1;
            width = 0;
            allowed = SIZE_MAX;
            continue;
        }
        if (pieces[i].cost < DGS_BREAK_NEVER)
            allowed = i + 1;
        width += pieces[i].space;
    }
    if (n > 0)
        ends[count++] = n;
    return count;
}

double dgs_break_slack(const dgs_break_item *pieces, size_t n, double measure, const size_t *ends, size_t nlines)
{
    double sum = 0;
    size_t begin = 0;
    for (size_t line = 0; line < nlines; begin = ends[line++]) {
        size_t end = ends[line];
        if (end == n || pieces[end - 1].cost <= DGS_BREAK_MUST)
            continue;
        double width = 0;
        for (size_t i = begin; i < end; i++)
            width += pieces[i].width + (i + 1 < end ? pieces[i].space : 0);
        sum += (measure - width) * (measure - width);
    }
    return sum;
}
