// The flow: galleys -> pages.
#ifndef DGS_LAYOUT_FLOW_H
#define DGS_LAYOUT_FLOW_H
#include "layout/galley.h"

typedef struct dgs_sheet { // one paper with its type area, points
    double width, height;
    double left, right, top, bottom; // edges of the type area; top lies under the masthead
    double next_top;                 // of the pages after the first, where those have no masthead; else as top
    double head_top, foot_top;       // where masthead and foot begin
    size_t lifted; // the number of a page that ends higher by `lift`, so that the next one holds more; 0 = none
    double lift;
} dgs_sheet;

typedef struct dgs_running { // on every page
    dgs_galley masthead, foot;
    double number_y; // where the page number is in the foot
    bool once; // on a screen, where pages lie below one another: the masthead is on the first page alone, the foot
               // is set by whoever makes the pages, and each has its number
} dgs_running;

typedef struct dgs_flow dgs_flow;

// Keeps all four. NULL when memory ends; err is set.
dgs_flow *dgs_flow_new(const dgs_context *ctx, const dgs_scheme *scheme, const dgs_sheet *sheet,
                       const dgs_running *running);
bool dgs_flow_page(dgs_flow *flow); // begins a page
size_t dgs_flow_pages(const dgs_flow *flow);
double dgs_flow_room(const dgs_flow *flow, double before); // height left under the cursor
void dgs_flow_skip(dgs_flow *flow, double height);         // leaves that much free
// How many pages it would begin to set the galley, and then at the foot of the last page what is `below` high.
size_t dgs_flow_ahead(const dgs_flow *flow, const dgs_galley *galley, double before, double below);
// Sets the galley below what is there, over as many pages as it takes.
bool dgs_flow_galley(dgs_flow *flow, const dgs_galley *galley, double before);
// The same, the space left on a page spread over the atoms that may stretch, where each takes `most` of it at most. At
// the foot of its pages `below` is left free.
bool dgs_flow_stretched(dgs_flow *flow, const dgs_galley *galley, double before, double most, double below);
bool dgs_flow_columns(dgs_flow *flow, const dgs_galley *galley, const dgs_columns *columns, double before);
// Two galleys side by side, as one piece, the right one at x; one under the other where they do not fit a page.
bool dgs_flow_pair(dgs_flow *flow, const dgs_galley *left, const dgs_galley *right, double x, double before);
// At the foot of the page.
bool dgs_flow_bottom(dgs_flow *flow, const dgs_galley *galley, double before);
// The same for what is last of all. A page that it begins takes the band before it along, so that it is not there
// alone.
bool dgs_flow_end(dgs_flow *flow, const dgs_galley *galley, double before);
bool dgs_flow_finish(dgs_flow *flow, dgs_pages *out);
#endif
