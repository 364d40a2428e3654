// How tall lines are: their leading, or what the ink of other scripts takes.
#include <math.h>

#include "layout/lines.h"

static bool is_of_family(const dgs_line *line)
{
    return line->up <= 0; // no ink but the family's, for which the leading has the room
}

// What is to stay white between the ink of two lines: points, whatever the size of the letters, and what the outline
// takes that makes them bold.
static double air(const dgs_style *style)
{
    const double white = 2, outline = 0.05; // points; ems
    return white + outline * style->size;
}

double dgs_line_height(const dgs_line *line, const dgs_style *style)
{
    return is_of_family(line) ? style->leading : fmax(style->leading, line->up + line->down + air(style));
}

double dgs_lines_height(const dgs_lines *lines, const dgs_style *style)
{
    double more = 0; // than their leading, which is not summed up line by line: that would not be quite the same
    for (size_t i = 0; i < lines->n; i++)
        more += dgs_line_height(&lines->lines[i], style) - style->leading;
    return (double)lines->n * style->leading + more;
}

double dgs_lines_tallest(const dgs_lines *lines, const dgs_style *style)
{
    double height = style->leading;
    for (size_t i = 0; i < lines->n; i++)
        height = fmax(height, dgs_line_height(&lines->lines[i], style));
    return height;
}

double dgs_line_baseline(const dgs_context *ctx, const dgs_line *line, const dgs_style *style)
{
    double cap = dgs_text_metrics(ctx->text, style->face)->cap_height * style->size / DGS_UNITS_PER_EM;
    double height = dgs_line_height(line, style);
    double middle = (height + cap) / 2; // capitals stand in the middle of the line, where the ink of others lets them
    if (is_of_family(line))
        return middle;
    double half = air(style) / 2; // the other half is of its neighbor
    return fmax(fmin(middle, height - line->down - half), line->up + half);
}

double dgs_line_down(const dgs_context *ctx, const dgs_line *line, const dgs_style *style)
{
    const dgs_line family = {0};
    return dgs_line_baseline(ctx, line, style) - dgs_line_baseline(ctx, &family, style);
}
