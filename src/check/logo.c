#include <math.h>

#include "check/rules.h"
#include "image/logo.h"

// What the file asks for and did not get.
static bool tell_remarks(const dgs_checking *c, const dgs_node *node)
{
    const dgs_picture *picture = node->picture;
    for (size_t i = 0; i < picture->nremarks; i++)
        if (!dgs_report_note(c->report, c->err, DGS_NOTE_WARNING, "the logo %s: %s", node->picture_name,
                             picture->remarks[i]))
            return false;
    return true;
}

// Whether it is what its maker saw, shows anything, and is fine enough for the size that its shape gives it.
bool dgs_rule_logo(const dgs_checking *c, const dgs_node *node)
{
    if (node->kind != DGS_NODE_LOGO)
        return true;
    const dgs_raster *raster = node->picture->raster;
    if (!tell_remarks(c, node))
        return false;
    if (raster == NULL) // vector art is fine at any size
        return true;
    if (raster->visible.w == 0 && node->picture->nremarks > 0) // which say why
        return dgs_report_note(c->report, c->err, DGS_NOTE_WARNING, "the logo %s is empty when drawn: use another file",
                               node->picture_name);
    if (raster->visible.w == 0)
        return dgs_report_note(c->report, c->err, DGS_NOTE_WARNING,
                               "nothing in the logo %s can be seen on white paper: use one made for white paper",
                               node->picture_name);
    dgs_logo_extent place = node->wordmark ? dgs_logo_fit_wordmark(node->picture) : dgs_logo_fit(node->picture);
    double dpi = dgs_raster_dpi(raster, place.w - 2 * place.pad), grow = DGS_LOGO_DPI / dpi;
    uint32_t across, down;
    dgs_raster_size(raster, &across, &down);
    return grow <= 1 ||
           dgs_report_note(c->report, c->err, DGS_NOTE_WARNING,
                           "the logo in %s has %lu x %lu pixels, %.0f dpi at its size: use one of at least "
                           "%.0f x %.0f pixels, or an SVG",
                           node->picture_name, (unsigned long)across, (unsigned long)down, floor(dpi),
                           ceil(across * grow), ceil(down * grow));
}
