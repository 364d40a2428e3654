// Vector art with labels next to it: where the art and each label stand. Points, y down from the top of the art; x from
// the left edge of the figure.
#ifndef DGS_LAYOUT_PLATE_H
#define DGS_LAYOUT_PLATE_H
#include "layout/lines.h"
#include "layout/silhouette.h"

enum { DGS_LABELS_MAX = 24 };

typedef struct dgs_label {
    const dgs_node *node;
    const dgs_anchor *anchor;
    dgs_lines lines;
    bool left;           // is on the left of the art, else on the right
    double room;         // what its side takes of the width next to it
    double x, y, height; // of its block
    double tip_x, tip_y; // where its leader ends
} dgs_label;

typedef struct dgs_plate {
    const dgs_look *look;
    const dgs_art *art;
    const dgs_silhouette *shape;
    dgs_style style;
    double width;                     // of the whole figure
    double scale, x;                  // of the art in it
    double steep;                     // how far a leader may fall or rise for its width
    dgs_label labels[DGS_LABELS_MAX]; // from the top down on each side
    size_t n;
} dgs_plate;

// Makes the art as large as its labels allow, at most `most` high with what is above and below it; a figure that
// cannot be that low is made as if there were room. Labels keep off the art and each other; straight leaders cross
// neither each other nor words, unless the art would have to be tiny. False when the lines cannot be made.
bool dgs_plate_fit(const dgs_context *ctx, const dgs_region *region, dgs_plate *plate, double most);

// What is above and below the art: labels that found no room next to it.
void dgs_plate_overhangs(const dgs_plate *plate, double *above, double *below);

// From the label to its point, as a RULE has it.
dgs_rect dgs_plate_leader(const dgs_plate *plate, const dgs_label *label);
#endif
