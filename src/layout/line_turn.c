// The places of runs from right to left.
#include "layout/lines.h"

static bool is_turned(const dgs_line *line)
{
    for (size_t i = 0; i < line->nruns; i++)
        if (line->runs[i].level > 0)
            return true;
    return false;
}

bool dgs_line_turn(const dgs_context *ctx, dgs_line *line, double hanging)
{
    if (!is_turned(line))
        return true;
    size_t n = line->nruns;
    uint8_t *levels = dgs_arena_alloc(ctx->arena, n);
    size_t *order = dgs_arena_array(ctx->arena, n, sizeof *order);
    if (levels == NULL || order == NULL)
        return dgs_fail_memory(ctx->err);
    for (size_t i = 0; i < n; i++)
        levels[i] = line->runs[i].level;
    dgs_text_order(levels, n, order);
    double x = order[0] + 1 == n ? -hanging : 0;
    for (size_t i = 0; i < n; i++) {
        line->runs[order[i]].x = (float)x;
        x += line->runs[order[i]].width;
    }
    return true;
}
