#include "layout/look.h"

dgs_paper dgs_look_page(const dgs_look *look)
{
    if (!look->booklet)
        return look->paper;
    return look->paper == DGS_PAPER_A4 ? DGS_PAPER_A5 : DGS_PAPER_HALF_LETTER;
}

static bool is_narrow(dgs_paper paper)
{
    return paper == DGS_PAPER_A5 || paper == DGS_PAPER_HALF_LETTER;
}

dgs_sizes dgs_sizes_of(const dgs_look *look)
{
    const dgs_sizes usual = {{28, 31}, {16, 19}, {12, 16}, {12, 15}, {12, 14}, {12, 16}, {10, 12}, 14, 1};
    // Large print: at least 18 pt for reading, and more than 12 pt for every label.
    const dgs_sizes large = {{32, 38}, {22, 28}, {20, 26}, {18, 24}, {15, 18}, {15, 20}, {14, 17}, 19, 1.4};
    // A long page holds as many words at 13 pt as Letter does at 12.
    const dgs_sizes longer = {{30, 34}, {17, 21}, {13, 17}, {13, 17}, {13, 15}, {13, 17}, {11, 13}, 15, 13.0 / 12};
    dgs_sizes sizes = look->large_print ? large : look->paper == DGS_PAPER_LEGAL ? longer : usual;
    if (is_narrow(dgs_look_page(look)))
        sizes.title = look->large_print ? (dgs_type){28, 34} : (dgs_type){24, 28};
    return sizes;
}
