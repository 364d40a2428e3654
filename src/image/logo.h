// A practice's logo: read, trimmed, and how large it is to be so that every shape looks equally strong. Knows nothing
// of pages.
#ifndef DGS_IMAGE_LOGO_H
#define DGS_IMAGE_LOGO_H
#include "base/drawer.h"
#include "image/image.h"

// The place that a logo takes, in points: `w` by `h`, and in it, `pad` from each edge, the picture. A pad means that
// the picture is pale and needs a tile of a dark color under it.
typedef struct dgs_logo_extent {
    double w, h, pad;
} dgs_logo_extent;

#define DGS_LOGO_DPI 200.0 // the least that prints well

// Optical size: what counts is the area, of which a square gets 42 x 42 points. With e, how many times the longer side
// is as long as the shorter one, the longer is 42 e^0.6 and the shorter 42 e^-0.4: a little more area for the longer
// shape (e^0.2), since lettering fills less of it than a badge. Then it is made smaller, where it has to be, to be at
// most 132 wide and 56 high. On a tile, which looks strong itself, the picture is at most four fifths of that, with 6
// points around it.
dgs_logo_extent dgs_logo_fit(const dgs_picture *picture);

// The same of a wordmark, which takes the place of the name: a wide one is 42 e^-0.25 points high and at most 250 wide,
// half of a page's width; any other is as large as a logo.
dgs_logo_extent dgs_logo_fit_wordmark(const dgs_picture *picture);

typedef struct dgs_logo_source {
    const dgs_files *files;   // where its file is; NULL = nowhere
    const dgs_drawer *drawer; // of SVG beyond our subset; NULL = none
    const char *path;
} dgs_logo_source;

// Loads a logo: transparent and white margins are cut off (of vector art: what lies beyond its painted paths), and
// out->pale tells whether it is nearly white: of its pixels as dgs_trim_pale() has it, of its paths all. An SVG beyond
// our subset is made plain (image/svg_plain.h); where that does not do, it is drawn by the drawer at 600 dpi of its
// place, or, where there is none, the error says what the drawing has and what to do. out->remarks tells what will not
// look as it does in a browser.
bool dgs_logo_load(dgs_arena *arena, const dgs_logo_source *from, dgs_picture *out, dgs_err *err);
#endif
