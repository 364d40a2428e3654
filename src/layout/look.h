// The measures of the look. Points, as they are beside 12 pt text, times `unit`.
#ifndef DGS_LAYOUT_LOOK_H
#define DGS_LAYOUT_LOOK_H
#include "order/order.h"

typedef struct dgs_type { // points
    double size, leading;
} dgs_type;

// Every size of the handout, chosen from its look (dgs_sizes_of). Lengths that go with the text, such as indents, boxes
// to tick and spaces, are written as they are beside 12 pt text and multiplied by `unit`.
typedef struct dgs_sizes {
    dgs_type title, head, sub; // headings: of a part; of a section, a step or a box; of what is deeper
    dgs_type body;
    dgs_type label; // beside a picture
    dgs_type cell;  // the least that a table's text shrinks to where its longest words ask for it
    dgs_type small; // at head and foot
    double contact; // leading of the contacts there
    double unit;
} dgs_sizes;

dgs_sizes dgs_sizes_of(const dgs_look *look);
dgs_paper dgs_look_page(const dgs_look *look); // the paper of one page: half of it for a booklet
#endif
