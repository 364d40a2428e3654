// The designs: how a part of the handout is set on pages. What a part holds decides the rest, so that edited content
// keeps its look.
#ifndef DGS_LAYOUT_DESIGN_H
#define DGS_LAYOUT_DESIGN_H
#include "layout/block.h"
#include "layout/flow.h"

// What pages are made up of.
typedef struct dgs_makeup {
    const dgs_context *ctx;
    const dgs_scheme *scheme;
    dgs_region page; // the whole width of the type area
    dgs_flow *flow;
} dgs_makeup;

// Sets a part by its design, on the page that is open where the part may begin there, else on a page of its own.
bool dgs_part_add(const dgs_makeup *m, const dgs_node *part);

// The designs. Each sets a part from where the flow stands.
bool dgs_design_steps(const dgs_makeup *m, const dgs_node *part);
bool dgs_design_article(const dgs_makeup *m, const dgs_node *part);
bool dgs_design_sheet(const dgs_makeup *m, const dgs_node *part);
bool dgs_design_card(const dgs_makeup *m, const dgs_node *part);

// Adds the head of a part of steps; *rest is what comes after it.
bool dgs_hero_add(const dgs_makeup *m, dgs_galley *galley, const dgs_node *part, const dgs_node **rest);

// What they share. Two columns; whether the page holds two whose lines are long enough to read.
dgs_columns dgs_design_columns(const dgs_makeup *m);
bool dgs_design_in_columns(const dgs_makeup *m);
// Adds a block to a galley that is so wide.
bool dgs_design_add(const dgs_makeup *m, double width, dgs_galley *galley, const dgs_node *node);
// A heading and next to it the paragraphs that follow, as one atom; *rest is what comes then. Where there are none or
// no room for them, nothing is added and *rest is the heading.
bool dgs_design_head_beside(const dgs_makeup *m, const dgs_node *heading, dgs_galley *out, const dgs_node **rest);
// A section with its lines. It begins on the page that is open where that has room for some; what is below the last
// lines takes `below`.
bool dgs_lined_add(const dgs_makeup *m, const dgs_node *section, double below);
#endif
